// The tests' own main, because the pool's tests start this program again as a worker.
#include <gtest/gtest.h>

#include <string_view>

#include "extract/worker_pool.h"

int main(int argc, char** argv) {
  if (argc > 1 && std::string_view(argv[1]) == "worker") return backlint::RunWorker();
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
