// Takes comments that keep nothing quiet out of a source.
#ifndef BACKLINT_REPORT_SUPPRESSION_REMOVAL_H_
#define BACKLINT_REPORT_SUPPRESSION_REMOVAL_H_

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

namespace backlint::report {

// One name of one comment, at the place that triage gives it.
struct UselessName {
  uint32_t line = 0, column = 0;
  std::string check;

  auto operator<=>(const UselessName&) const = default;
};

// `text` without these names: a list keeps its others, a comment keeps what else it says, a line that held nothing else goes. The end of a
// block goes with its beginning. A place where no such comment stands is left alone. `removed`: how many names went.
std::string RemoveSuppressions(std::string text, std::vector<UselessName> useless, size_t* removed);

}  // namespace backlint::report

#endif  // BACKLINT_REPORT_SUPPRESSION_REMOVAL_H_
