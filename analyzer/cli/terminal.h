// What is known about the terminal on the other side, and the one line on it that changes.
#ifndef BACKLINT_CLI_TERMINAL_H_
#define BACKLINT_CLI_TERMINAL_H_

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

#include "report/writer.h"

namespace backlint::cli {

// Of standard output. Colours only on a terminal that has them, and not with NO_COLOR set.
report::Screen StandardOutput(bool no_color);

// "parsing 12/340 src/orders.cc", rewritten in place on a terminal and silent elsewhere. An interrupted run leaves no rest of it.
class Progress {
 public:
  explicit Progress(bool quiet);
  ~Progress();
  Progress(const Progress&) = delete;

  void Show(size_t done, size_t total, const std::string& what);
  void Clear();

 private:
  bool active_ = false;
  bool shown_ = false;
  size_t width_ = 80;
  std::chrono::steady_clock::time_point last_{};
};

}  // namespace backlint::cli

#endif  // BACKLINT_CLI_TERMINAL_H_
