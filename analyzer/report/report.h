// What a run has to say: findings after triage, and the figures of the run. Writers read this and nothing else.
#ifndef BACKLINT_REPORT_REPORT_H_
#define BACKLINT_REPORT_REPORT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/finding.h"

namespace backlint::report {

struct ReportedFinding {
  Finding finding;
  std::string fingerprint;         // names the finding over runs; does not depend on line numbers
  bool suppressed = false;         // by a comment in the code
  std::string reason = {};         // of the suppression, may be empty
  bool baseline = false;           // known before this run

  // Counts for the exit status, and is shown to people.
  bool active() const { return !suppressed && !baseline; }
  // Is written for people.
  bool shown(bool known_too) const { return !suppressed && (known_too || !baseline); }
  std::string_view cause() const { return finding.cause.empty() ? finding.entry->cause : std::string_view(finding.cause); }
  std::string_view fix() const { return finding.fix.empty() ? finding.entry->fix : std::string_view(finding.fix); }
};

// Every unit is counted once as analysed, reused or failed. Partial ones are among the analysed and the reused.
struct UnitCounts {
  uint64_t total = 0;
  uint64_t analysed = 0;           // parsed in this run
  uint64_t partial = 0;            // read with errors: something is missing
  uint64_t failed = 0;             // not read at all, in this run or an earlier one
  uint64_t reused = 0;             // from the cache
};

struct FindingCounts {
  uint64_t error = 0, warning = 0, note = 0;       // active ones
  uint64_t suppressed = 0, baseline = 0;
};

struct QueryCounts {
  uint64_t total = 0;
  uint64_t understood = 0;
};

struct FailedUnit {
  std::string source;
  std::string reason;              // one sentence
};

struct MissingHeader {
  std::string header;              // as it is included
  uint64_t units = 0;              // that ask for it
};

struct Summary {
  UnitCounts units;
  FindingCounts findings;
  QueryCounts queries;
  std::vector<FailedUnit> failed_units;            // sorted
  std::vector<FailedUnit> partial_units;           // sorted; the reason is the first thing that is wrong
  std::vector<MissingHeader> missing_headers;      // most wanted first
};

struct Report {
  std::string root;                // project root, absolute: code frames are read below it
  std::string version;             // of this program
  std::vector<const Entry*> entries;               // of the checks that ran, sorted by name; static storage
  bool show_known = false;         // known findings are for people too
  bool compared = false;           // `baseline` of the findings is an answer: there was something to compare with
  Summary summary;
  std::vector<ReportedFinding> findings;           // sorted by place
};

FindingCounts CountFindings(const std::vector<ReportedFinding>& findings);

}  // namespace backlint::report

#endif  // BACKLINT_REPORT_REPORT_H_
