#include "extract/worker_process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <thread>

extern char** environ;

namespace backlint {
namespace {

constexpr auto kGrace = std::chrono::seconds(2);

// Start conditions of a worker: the socket as descriptors 0 and 1, its noise dropped, signals as in a fresh process.
class SpawnPlan {
 public:
  explicit SpawnPlan(int socket) {
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, socket, STDOUT_FILENO);
    if (!std::getenv("BACKLINT_WORKER_STDERR"))
      posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_init(&attributes);
    sigset_t none, defaults;
    sigemptyset(&none);
    sigemptyset(&defaults);
    for (int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE, SIGCHLD, SIGABRT, SIGSEGV}) sigaddset(&defaults, signal);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  }
  ~SpawnPlan() {
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
  }
  SpawnPlan(const SpawnPlan&) = delete;
  SpawnPlan& operator=(const SpawnPlan&) = delete;

  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
};

}  // namespace

Result<std::unique_ptr<WorkerProcess>> WorkerProcess::Start(const std::string& program) {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    return Error{fmt::format("no socket for a worker process: {}", std::strerror(errno))};
  fcntl(ends[0], F_SETFL, O_NONBLOCK);
  std::string name = "backlint", command = "worker";
  std::array<char*, 3> arguments = {name.data(), command.data(), nullptr};
  pid_t pid = -1;
  SpawnPlan plan(ends[1]);
  const int error = posix_spawn(&pid, program.c_str(), &plan.actions, &plan.attributes, arguments.data(), environ);
  close(ends[1]);
  if (error != 0) {
    close(ends[0]);
    return Error{fmt::format("cannot start worker process `{}`: {}", program, std::strerror(error))};
  }
  return std::unique_ptr<WorkerProcess>(new WorkerProcess(ends[0], pid));
}

WorkerProcess::~WorkerProcess() {
  Kill();
  Wait();
}

void WorkerProcess::Send(FrameKind kind, std::string_view bytes) { out_ += EncodeFrame(kind, bytes); }

bool WorkerProcess::Write() {
  while (!out_.empty()) {
    const ssize_t count = send(socket_, out_.data(), out_.size(), MSG_NOSIGNAL);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno == EAGAIN || errno == EWOULDBLOCK;
    out_.erase(0, static_cast<size_t>(count));
  }
  return true;
}

bool WorkerProcess::Read() {
  std::array<char, 1 << 16> chunk;
  // One worker that never stops writing must not starve the others' deadlines.
  for (int turn = 0; turn < 16; ++turn) {
    const ssize_t count = recv(socket_, chunk.data(), chunk.size(), 0);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno == EAGAIN || errno == EWOULDBLOCK;
    if (count == 0) return false;
    in_.Add({chunk.data(), static_cast<size_t>(count)});
  }
  return true;
}

void WorkerProcess::Kill() {
  if (pid_ > 0) kill(pid_, SIGKILL);
}

void WorkerProcess::Close() {
  if (socket_ >= 0) close(socket_);
  socket_ = -1;
}

std::chrono::nanoseconds WorkerProcess::ProcessorTime() const {
  clockid_t clock;
  timespec time{};
  if (clock_getcpuclockid(pid_, &clock) != 0 || clock_gettime(clock, &time) != 0) return {};
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

WorkerEnd WorkerProcess::Wait() {
  WorkerEnd end;
  if (pid_ <= 0) return end;
  Close();
  int status = 0;
  pid_t waited = 0;
  const auto limit = std::chrono::steady_clock::now() + kGrace;
  for (auto pause = std::chrono::microseconds(200); (waited = waitpid(pid_, &status, WNOHANG)) == 0; pause *= 2) {
    if (std::chrono::steady_clock::now() > limit) {
      Kill();
      waited = waitpid(pid_, &status, 0);
      break;
    }
    std::this_thread::sleep_for(std::min(pause, std::chrono::microseconds(20000)));
  }
  pid_ = -1;
  if (waited > 0 && WIFSIGNALED(status)) end.signal = WTERMSIG(status);
  if (waited > 0 && WIFEXITED(status)) end.status = WEXITSTATUS(status);
  return end;
}

}  // namespace backlint
