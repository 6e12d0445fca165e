// The worker's side: one job after the other, until the pool closes the socket.
#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <memory>
#include <new>
#include <string_view>

#include "extract/message.h"
#include "extract/worker_fault.h"
#include "extract/worker_pool.h"
#include "extract/worker_process.h"

namespace backlint {
namespace {

constexpr rlim_t kStackBytes = rlim_t{64} << 20;

// The limit of address space in force; read by a signal handler, which is why it has no owner.
volatile sig_atomic_t limit_mebibytes = 0;

// Pages of this process: field 0 of statm is address space, 1 is resident memory. Only calls that a signal handler may make.
uint64_t Pages(int field) {
  std::array<char, 128> text{};
  const int fd = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
  if (fd < 0) return 0;
  const ssize_t count = read(fd, text.data(), text.size() - 1);
  close(fd);
  uint64_t number = 0;
  for (ssize_t i = 0; i < count && field >= 0; ++i) {
    if (text[i] == ' ') {
      --field;
    } else if (field == 0) {
      number = number * 10 + static_cast<uint64_t>(text[i] - '0');
    }
  }
  return number;
}

uint64_t PageBytes() { return static_cast<uint64_t>(sysconf(_SC_PAGESIZE)); }

// Did the front end say so before it gave up? Its words end up in a file without a name that only this process has.
bool SaidOutOfMemory() {
  std::array<char, 512> text{};
  const off_t end = lseek(STDERR_FILENO, 0, SEEK_END);
  if (end <= 0) return false;
  const off_t begin = std::max<off_t>(0, end - static_cast<off_t>(text.size()));
  const ssize_t count = pread(STDERR_FILENO, text.data(), text.size(), begin);
  return count > 0 && std::string_view(text.data(), static_cast<size_t>(count)).find("out of memory") != std::string_view::npos;
}

// Out of memory ends in abort() in the front end's own allocators: tell it from an assertion by how near the limit is, or, where one large
// piece was refused, by the last words.
void OnAbort(int signal) {
  if (SaidOutOfMemory()) _exit(kMemoryExit);
  const uint64_t used = (Pages(0) * PageBytes()) >> 20, limit = static_cast<uint64_t>(limit_mebibytes);
  if (limit > 0 && used + used / 16 + 64 >= limit) _exit(kMemoryExit);
  ::signal(signal, SIG_DFL);
  raise(signal);
}

void LimitMemory(uint64_t unit_memory) {
  if (unit_memory == 0) return;
  // Counted from what the worker has now, so that a unit's share does not depend on the units before it.
  const uint64_t bytes = Pages(0) * PageBytes() + unit_memory;
  struct rlimit limit{};
  getrlimit(RLIMIT_AS, &limit);
  limit.rlim_cur = limit.rlim_max == RLIM_INFINITY ? bytes : std::min<rlim_t>(bytes, limit.rlim_max);
  if (setrlimit(RLIMIT_AS, &limit) == 0) limit_mebibytes = static_cast<sig_atomic_t>(std::min<uint64_t>(bytes >> 20, 1u << 30));
}

// What libraries print is kept for OnAbort, and no more of it than a little.
void KeepLastWords() {
  const int words = std::getenv("BACKLINT_WORKER_STDERR") ? -1 : memfd_create("backlint", MFD_CLOEXEC);
  if (words < 0) return;
  dup2(words, STDERR_FILENO);
  close(words);
  const struct rlimit little{1 << 20, 1 << 20};
  setrlimit(RLIMIT_FSIZE, &little);
  signal(SIGXFSZ, SIG_IGN);
}

void PrepareProcess() {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  KeepLastWords();
  const struct rlimit no_core{0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
  struct rlimit stack{};
  getrlimit(RLIMIT_STACK, &stack);
  if (stack.rlim_cur != RLIM_INFINITY && stack.rlim_cur < kStackBytes) {
    stack.rlim_cur = stack.rlim_max == RLIM_INFINITY ? kStackBytes : std::min(kStackBytes, stack.rlim_max);
    setrlimit(RLIMIT_STACK, &stack);
  }
  // The result must follow from the command alone: these change what headers are found, or what the front end does.
  for (const char* name : {"CPATH", "C_INCLUDE_PATH", "CPLUS_INCLUDE_PATH", "OBJC_INCLUDE_PATH", "CCC_OVERRIDE_OPTIONS", "CCC_ADD_ARGS",
                           "COMPILER_PATH", "GCC_EXEC_PREFIX", "SDKROOT", "CLANG_CONFIG_FILE_SYSTEM_DIR", "LIBCLANG_RESOURCE_USAGE"})
    unsetenv(name);
  setenv("SOURCE_DATE_EPOCH", "0", 1);                       // __DATE__
  setenv("LIBCLANG_DISABLE_CRASH_RECOVERY", "1", 1);         // a crash ends the process, and the pool knows what to do
  signal(SIGABRT, OnAbort);
  std::set_new_handler([] { _exit(kMemoryExit); });
}

bool WriteAll(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = write(fd, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<size_t>(count));
  }
  return true;
}

class Worker {
 public:
  explicit Worker(int out) : out_(out) {}

  int Run() {
    if (!WriteAll(out_, EncodeFrame(FrameKind::Ready, ""))) return 1;
    std::array<char, 1 << 16> chunk;
    for (;;) {
      const ssize_t count = read(STDIN_FILENO, chunk.data(), chunk.size());
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) return count == 0 ? 0 : 1;
      in_.Add({chunk.data(), static_cast<size_t>(count)});
      Frame frame;
      FrameReader::State state;
      while ((state = in_.Next(&frame)) == FrameReader::State::Complete)
        if (frame.kind != FrameKind::Job || !Serve(frame.bytes)) return 1;
      if (state == FrameReader::State::Garbage) return 1;
    }
  }

 private:
  bool Serve(std::string_view bytes) {
    const auto job = DecodeJob(bytes);
    if (!job) return false;
    LimitMemory(job->unit_memory);
    std::string answer;
    if (MakeFault(job->command.source, units_++, &answer)) return WriteAll(out_, answer);
    if (!extractor_ || !Same(options_, job->options)) {
      extractor_ = std::make_unique<Extractor>(job->options);
      options_ = job->options;
    }
    std::string facts = facts::Serialize(extractor_->Extract(job->command));
    return WriteAll(out_, EncodeFrame(FrameKind::Resident, std::to_string(Pages(1) * PageBytes()))) &&
           WriteAll(out_, EncodeFrame(FrameKind::Facts, facts));
  }

  static bool Same(const ExtractOptions& a, const ExtractOptions& b) {
    return EncodeJob({a, {}, 0}) == EncodeJob({b, {}, 0});
  }

  int out_;
  size_t units_ = 0;
  FrameReader in_;
  ExtractOptions options_;
  std::unique_ptr<Extractor> extractor_;
};

}  // namespace

int RunWorker() {
  PrepareProcess();
  // Whatever a library prints must not end up between the frames.
  const int out = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  if (out < 0) return 1;
  dup2(STDERR_FILENO, STDOUT_FILENO);
  return Worker(out).Run();
}

}  // namespace backlint
