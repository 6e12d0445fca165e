// One worker process as the pool sees it: a socket, a process id, and what it is doing.
#ifndef BACKLINT_EXTRACT_WORKER_PROCESS_H_
#define BACKLINT_EXTRACT_WORKER_PROCESS_H_

#include <sys/types.h>

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "core/result.h"
#include "extract/message.h"

namespace backlint {

// Exit status of a worker whose unit hit the memory limit.
inline constexpr int kMemoryExit = 112;

// How a worker ended, as the system tells it.
struct WorkerEnd {
  int signal = 0;           // 0: it left by itself
  int status = 0;           // exit status
};

class WorkerProcess {
 public:
  static Result<std::unique_ptr<WorkerProcess>> Start(const std::string& program);
  ~WorkerProcess();         // kills what still runs, and waits for it
  WorkerProcess(const WorkerProcess&) = delete;
  WorkerProcess& operator=(const WorkerProcess&) = delete;

  int socket() const { return socket_; }
  bool WantsToWrite() const { return !out_.empty(); }

  void Send(FrameKind kind, std::string_view bytes);
  // Moves bytes without blocking. False when the other side is gone.
  bool Write();
  bool Read();
  FrameReader::State Next(Frame* frame) { return in_.Next(frame); }

  // Closes the socket, which tells a worker to leave.
  void Close();
  void Kill();
  // Closes, waits for the process a short time kindly, then kills it.
  WorkerEnd Wait();
  // That the process has used so far; 0 when it has ended.
  std::chrono::nanoseconds ProcessorTime() const;

  // For the pool.
  bool ready = false;
  std::optional<size_t> job;
  std::chrono::steady_clock::time_point deadline, begun;
  std::chrono::nanoseconds used_before{0};      // processor time, when the job began
  size_t units = 0;                 // served
  uint64_t resident_bytes = 0;      // after the last unit

 private:
  WorkerProcess(int socket, pid_t pid) : socket_(socket), pid_(pid) {}

  int socket_;
  pid_t pid_;
  std::string out_;
  FrameReader in_;
};

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_WORKER_PROCESS_H_
