// Time and memory of the stages, for --stats.
#ifndef BACKLINT_CLI_STAGE_CLOCK_H_
#define BACKLINT_CLI_STAGE_CLOCK_H_

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace backlint::cli {

class StageClock {
 public:
  // Ends the stage before and begins one. The name must outlive the clock.
  void Begin(std::string_view stage);
  void End();

  // A table: wall time of each stage, then processor time and peak memory of this process and of its workers.
  std::string Table() const;

 private:
  struct Stage {
    std::string_view name;
    std::chrono::steady_clock::duration time;
  };
  std::vector<Stage> stages_;
  std::string_view current_;
  std::chrono::steady_clock::time_point since_;
};

}  // namespace backlint::cli

#endif  // BACKLINT_CLI_STAGE_CLOCK_H_
