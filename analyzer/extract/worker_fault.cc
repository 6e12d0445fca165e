#include "extract/worker_fault.h"

#include <signal.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <string_view>
#include <vector>

#include "extract/message.h"

namespace backlint {
namespace {

[[noreturn]] void EatMemory() {
  std::vector<char*> blocks;
  for (;;) {
    blocks.push_back(new char[16 << 20]);
    std::memset(blocks.back(), 1, 16 << 20);
  }
}

[[noreturn]] void Hang() {
  for (;;) pause();
}

}  // namespace

bool MakeFault(const std::string& source, size_t served, std::string* answer) {
  const char* wish = std::getenv("BACKLINT_TEST_FAULT");
  if (!wish) return false;
  const std::string_view text = wish;
  const size_t colon = text.find(':');
  if (colon == std::string_view::npos || source.find(text.substr(colon + 1)) == std::string::npos) return false;
  const std::string_view fault = text.substr(0, colon);
  if (fault == "crash" || (fault == "once" && served > 0)) raise(SIGSEGV);
  if (fault == "hang") Hang();
  if (fault == "oom") EatMemory();
  if (fault == "exit") _exit(3);
  if (fault == "garbage") *answer = std::string(1 << 20, '\xa5');
  if (fault == "facts") *answer = EncodeFrame(FrameKind::Facts, std::string(4096, '\x5a'));
  return !answer->empty();
}

}  // namespace backlint
