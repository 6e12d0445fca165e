#include "cli/stage_clock.h"

#include <sys/resource.h>

#include <fmt/format.h>

namespace backlint::cli {
namespace {

double Seconds(const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; }

std::string Usage(int who, std::string_view name) {
  rusage usage{};
  ::getrusage(who, &usage);
  return fmt::format("  {:<14} {:>8.2f} s processor time, {} MiB at most\n", name, Seconds(usage.ru_utime) + Seconds(usage.ru_stime),
                     usage.ru_maxrss / 1024);
}

}  // namespace

void StageClock::Begin(std::string_view stage) {
  End();
  current_ = stage;
  since_ = std::chrono::steady_clock::now();
}

void StageClock::End() {
  if (!current_.empty()) stages_.push_back({current_, std::chrono::steady_clock::now() - since_});
  current_ = {};
}

std::string StageClock::Table() const {
  std::string table = "time of the stages:\n";
  for (const Stage& stage : stages_)
    table += fmt::format("  {:<14} {:>8.3f} s\n", stage.name, std::chrono::duration<double>(stage.time).count());
  return table + Usage(RUSAGE_SELF, "this process") + Usage(RUSAGE_CHILDREN, "one worker");
}

}  // namespace backlint::cli
