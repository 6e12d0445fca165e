// From what checks found to what is reported: order, duplicates, fingerprints, suppressions, and the paths asked for.
#ifndef BACKLINT_REPORT_TRIAGE_H_
#define BACKLINT_REPORT_TRIAGE_H_

#include <compare>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/facts.h"
#include "core/finding.h"
#include "report/report.h"

namespace backlint::report {

// A comment that keeps one check quiet on one line.
struct Suppression {
  Place place;                     // of the comment
  uint32_t target_line = 0;        // in the same file
  std::string check;               // `sql-injection`, without the prefix that NOLINT needs
  std::string reason;

  auto operator<=>(const Suppression&) const = default;
};

// Of every file in which something can be found: project files, generated ones as well. A header's are met in every unit that
// includes it and kept once.
std::vector<Suppression> CollectSuppressions(std::span<const facts::UnitFacts* const> units);

struct TriageOptions {
  std::vector<std::string> paths;              // relative to the root, files or folders; empty = everything
  std::vector<std::string_view> ran;           // names of the checks that ran
  std::vector<std::string_view> known;         // names of all checks
};

// The entry that unused suppressions are reported under. Not a check: it cannot be switched on or off by name.
const Entry& UnusedSuppression();

// Sorted by place. Suppressed findings stay, marked. A suppression that kept nothing quiet becomes a note, unless its check
// did not run. Fingerprints are given before paths are filtered, so that asking for one folder changes none.
std::vector<ReportedFinding> Triage(Findings findings, std::span<const Suppression> suppressions, const TriageOptions& options);

}  // namespace backlint::report

#endif  // BACKLINT_REPORT_TRIAGE_H_
