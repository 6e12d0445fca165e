// What the exit status means; part of the command line's promise.
#ifndef BACKLINT_CLI_EXIT_STATUS_H_
#define BACKLINT_CLI_EXIT_STATUS_H_

namespace backlint::cli {

enum ExitStatus : int {
  kClean = 0,           // nothing to report
  kFindings = 1,        // findings at or above --fail-on; outranks kIncomplete
  kUsage = 2,           // wrong usage or configuration
  kIncomplete = 3,      // units that could not be analysed at all, or nothing was analysed
  kInternal = 4,        // a fault of this program, or output that could not be written
};

}  // namespace backlint::cli

#endif  // BACKLINT_CLI_EXIT_STATUS_H_
