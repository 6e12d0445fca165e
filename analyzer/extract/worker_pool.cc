#include "extract/worker_pool.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/stat.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <deque>
#include <numeric>
#include <thread>

#include "core/facts.h"
#include "extract/failed_facts.h"
#include "extract/worker_process.h"

namespace backlint {
namespace {

using Clock = std::chrono::steady_clock;

// A worker is replaced after so many units, and when it holds so much memory, so that what the front end leaks stays bounded.
constexpr size_t kUnitsOfAWorker = 250;
constexpr uint64_t kResidentBytes = uint64_t{1} << 30;
constexpr auto kStartTime = std::chrono::seconds(60);
constexpr size_t kStartFailures = 4;        // in a row, without one that came up

std::vector<size_t> LargestFirst(std::span<const CompileCommand> commands) {
  std::vector<int64_t> sizes;
  for (const CompileCommand& command : commands) {
    struct stat status{};
    sizes.push_back(stat(command.source.c_str(), &status) == 0 ? status.st_size : 0);
  }
  std::vector<size_t> order(commands.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return sizes[a] > sizes[b]; });
  return order;
}

// Of signals that nobody sends to a front end because of what it does.
bool IsFromOutside(int signal) { return signal == SIGINT || signal == SIGTERM || signal == SIGHUP || signal == SIGKILL || signal == SIGQUIT; }

class Pool {
 public:
  Pool(std::span<const CompileCommand> commands, const WorkerOptions& options, const UnitDone& done)
      : commands_(commands), options_(options), done_(done), attempts_(commands.size(), 0) {
    const std::vector<size_t> order = LargestFirst(commands);
    waiting_.assign(order.begin(), order.end());
    const size_t cores = std::max(1u, std::thread::hardware_concurrency());
    most_workers_ = options.workers > 0 ? static_cast<size_t>(options.workers) : cores;
  }

  Status Run() {
    while (Left() > 0) {
      if (Status started = StartWorkers(); !started) return GiveUp(started.error().message);
      if (!Assign()) continue;
      Wait();
      CheckDeadlines();
    }
    for (auto& worker : workers_) worker->Close();
    for (auto& worker : workers_) worker->Wait();
    return Ok();
  }

 private:
  using Worker = std::unique_ptr<WorkerProcess>;

  size_t Left() const {
    return waiting_.size() + again_.size() + static_cast<size_t>(std::count_if(workers_.begin(), workers_.end(), [](const Worker& w) { return w->job.has_value(); }));
  }

  Status StartWorkers() {
    const size_t useful = std::min(most_workers_, Left());
    while (workers_.size() < useful) {
      if (start_failures_ >= kStartFailures) return Error{"worker processes end before they are ready"};
      auto worker = WorkerProcess::Start(options_.program);
      if (!worker) {
        // With some at work the run goes on with those: the system may be short of processes only for now.
        if (!workers_.empty()) break;
        return worker.error();
      }
      worker.value()->deadline = Clock::now() + kStartTime;
      workers_.push_back(std::move(worker).value());
    }
    return Ok();
  }

  // False when it made room for fresh workers, which are to be started first.
  bool Assign() {
    const size_t before = workers_.size();
    for (Worker& worker : workers_) {
      if (!worker->ready || worker->job) continue;
      if (worker->units == 0 && !again_.empty()) {
        Give(*worker, &again_);
      } else if (!waiting_.empty()) {
        Give(*worker, &waiting_);
      } else if (!again_.empty()) {
        worker->Wait();             // makes room for a fresh one
        worker.reset();
      }
    }
    std::erase(workers_, nullptr);
    return workers_.size() == before;
  }

  void Give(WorkerProcess& worker, std::deque<size_t>* from) {
    worker.job = from->front();
    from->pop_front();
    worker.begun = Clock::now();
    worker.used_before = worker.ProcessorTime();
    worker.deadline = worker.begun + options_.unit_time;
    worker.Send(FrameKind::Job, EncodeJob({options_.extract, commands_[*worker.job], options_.unit_memory}));
  }

  void Wait() {
    std::vector<pollfd> polled;
    auto next = Clock::now() + std::chrono::hours(1);
    for (const Worker& worker : workers_) {
      polled.push_back({worker->socket(), static_cast<short>(POLLIN | (worker->WantsToWrite() ? POLLOUT : 0)), 0});
      if (worker->job || !worker->ready) next = std::min(next, worker->deadline);
    }
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(next - Clock::now()).count();
    if (poll(polled.data(), polled.size(), static_cast<int>(std::max<int64_t>(0, left))) <= 0) return;
    for (size_t i = 0; i < polled.size(); ++i)
      if (polled[i].revents != 0 && !Serve(*workers_[i], polled[i].revents)) workers_[i].reset();
    std::erase(workers_, nullptr);
  }

  // False when the worker is gone.
  bool Serve(WorkerProcess& worker, short events) {
    bool alive = (events & POLLOUT) == 0 || worker.Write();
    if (alive) alive = worker.Read();
    Frame frame;
    for (;;) {
      const FrameReader::State state = worker.Next(&frame);
      if (state == FrameReader::State::Incomplete) break;
      if (state == FrameReader::State::Garbage || !Take(worker, frame)) {
        worker.Kill();
        Lose(worker, "front end crashed (it answered with garbage)");
        return false;
      }
    }
    if (!alive) {
      const WorkerEnd end = worker.Wait();
      if (!Retry(worker, end)) Lose(worker, Describe(end));
      return false;
    }
    if (worker.job || !IsSpent(worker) || Left() == 0) return true;
    worker.Wait();
    return false;
  }

  bool Take(WorkerProcess& worker, const Frame& frame) {
    if (frame.kind == FrameKind::Ready && !worker.ready) {
      worker.ready = true;
      start_failures_ = 0;
      return true;
    }
    if (frame.kind == FrameKind::Resident && worker.job) {
      worker.resident_bytes = std::strtoull(frame.bytes.c_str(), nullptr, 10);
      return true;
    }
    if (frame.kind != FrameKind::Facts || !worker.job) return false;
    const size_t index = *worker.job;
    const auto verified = facts::Verify({reinterpret_cast<const uint8_t*>(frame.bytes.data()), frame.bytes.size()});
    if (!verified) return false;
    worker.job.reset();
    ++worker.units;
    done_(index, frame.bytes);
    return true;
  }

  bool IsSpent(const WorkerProcess& worker) const {
    return worker.units >= kUnitsOfAWorker || worker.resident_bytes > std::min(kResidentBytes, options_.unit_memory / 2 + (uint64_t{256} << 20));
  }

  // One more chance where the end may not be the unit's own fault: the worker was not fresh, or somebody outside ended it.
  bool Retry(const WorkerProcess& worker, const WorkerEnd& end) {
    if (!worker.job || attempts_[*worker.job]++ > 0) return false;
    if (worker.units == 0 && !IsFromOutside(end.signal)) return false;
    again_.push_back(*worker.job);
    return true;
  }

  // The worker is gone, and its unit with it.
  void Lose(WorkerProcess& worker, const std::string& failure) {
    if (!worker.ready) ++start_failures_;
    if (worker.job) Fail(*worker.job, failure);
    worker.job.reset();
  }

  void Fail(size_t index, const std::string& failure) { done_(index, FailedFacts(commands_[index], options_.extract.root, failure)); }

  std::string Describe(const WorkerEnd& end) const {
    if (end.signal == 0 && end.status == kMemoryExit) return fmt::format("memory limit of {} MiB exceeded", options_.unit_memory >> 20);
    if (end.signal == 0) return fmt::format("front end crashed (exit status {})", end.status);
    if (IsFromOutside(end.signal)) return fmt::format("front end was killed (signal {}), perhaps for lack of memory", end.signal);
    return fmt::format("front end crashed (signal {})", end.signal);
  }

  void CheckDeadlines() {
    const auto now = Clock::now();
    for (Worker& worker : workers_) {
      if ((!worker->job && worker->ready) || worker->deadline > now) continue;
      const std::chrono::nanoseconds used = worker->ProcessorTime() - worker->used_before;
      if (worker->job && IsStarved(used, now - worker->begun, options_.unit_time)) {
        worker->deadline = now + std::max<std::chrono::nanoseconds>(std::chrono::seconds(1), options_.unit_time - used);
        continue;
      }
      worker->Kill();
      Lose(*worker, OutOfTime(options_.unit_time));
      worker.reset();
    }
    std::erase(workers_, nullptr);
  }

  Status GiveUp(const std::string& why) {
    waiting_.insert(waiting_.end(), again_.begin(), again_.end());
    for (const size_t index : waiting_) Fail(index, why);
    for (Worker& worker : workers_)
      if (worker->job) Fail(*worker->job, why);
    return Error{why};
  }

  std::span<const CompileCommand> commands_;
  const WorkerOptions& options_;
  const UnitDone& done_;
  std::vector<uint8_t> attempts_;
  std::deque<size_t> waiting_;
  std::deque<size_t> again_;          // second chances: for fresh workers only
  std::vector<Worker> workers_;
  size_t most_workers_ = 1;
  size_t start_failures_ = 0;
};

}  // namespace

bool IsStarved(std::chrono::nanoseconds used, std::chrono::nanoseconds passed, std::chrono::seconds limit) {
  constexpr int kLeastShare = 20;        // a twentieth of the time that has passed
  constexpr int kMostPassed = 10;        // times the limit
  return used < limit && used * kLeastShare >= passed && passed < limit * kMostPassed;
}

std::string OutOfTime(std::chrono::seconds limit) { return fmt::format("{} of {} s exceeded", kOutOfTime, limit.count()); }

Status ExtractAll(std::span<const CompileCommand> commands, const WorkerOptions& options, const UnitDone& done) {
  return Pool(commands, options, done).Run();
}

}  // namespace backlint
