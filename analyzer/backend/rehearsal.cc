#include "backend/rehearsal.h"

#include <algorithm>
#include <iterator>

namespace backlint {

bool IsRehearsal(std::string_view path) {
  static constexpr std::string_view kFolders[] = {"test", "tests", "testing", "testdata", "unittest", "unittests", "fixture", "fixtures", "example", "examples",
                                                  "sample", "samples", "bench", "benchmark", "benchmarks"};
  for (size_t at = 0, end; (end = path.find('/', at)) != std::string_view::npos; at = end + 1)
    if (std::find(std::begin(kFolders), std::end(kFolders), path.substr(at, end - at)) != std::end(kFolders)) return true;
  return false;
}

}  // namespace backlint
