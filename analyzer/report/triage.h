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

// A comment that keeps one check quiet on the lines of a statement or a block.
struct Suppression {
  Place place;                     // of the comment
  uint32_t target_line = 0;        // in the same file
  uint32_t first_line = 0, last_line = 0;      // what it speaks for, around the target
  std::string check;               // `sql-injection`, without the prefix that NOLINT needs; empty or `*`: it names none
  std::string reason;
  facts::SuppressionForm form = facts::SuppressionForm::Allow;

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

// What the comments themselves are reported under. No checks: they cannot be switched on or off by name.
std::span<const Entry* const> SuppressionEntries();
const Entry& UnusedSuppression();
const Entry& UnexplainedSuppression();

// Sorted by place. A finding is suppressed by a comment at any of its lines, or at a step of its way in the same file (the call that
// runs the SQL), and stays, marked. A suppression that kept nothing quiet becomes a note, unless its check did not run or the comment
// may be meant for another tool; so does `allow` without a reason. A finding is asked for when it, or a step of its way, lies below
// one of the paths. Fingerprints are given before paths are filtered, so that asking for one folder changes none.
std::vector<ReportedFinding> Triage(Findings findings, std::span<const Suppression> suppressions, const TriageOptions& options);

}  // namespace backlint::report

#endif  // BACKLINT_REPORT_TRIAGE_H_
