// Comments that silence findings: `NOLINT(backlint-<check>)`, `NOLINTNEXTLINE(...)`, `NOLINTBEGIN(...)` with `NOLINTEND(...)`,
// `backlint: allow(<check>) reason`. They speak for every line of the statements on the line that they stand on, or before. Reads the raw text, so that it works in files that do not parse; literals are no comments.
#ifndef BACKLINT_EXTRACT_SUPPRESSION_SCAN_H_
#define BACKLINT_EXTRACT_SUPPRESSION_SCAN_H_

#include <memory>
#include <string_view>
#include <vector>

#include "core/facts.h"

namespace backlint {

enum class SuppressionSyntax { Cpp, Sql };

void ScanSuppressions(std::string_view text, uint32_t file, SuppressionSyntax syntax,
                      std::vector<std::unique_ptr<facts::SuppressionT>>& suppressions);

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_SUPPRESSION_SCAN_H_
