// Findings that a project has decided to live with for now: a file in its repository, one line each, so that merges of it are easy.
#ifndef BACKLINT_REPORT_BASELINE_H_
#define BACKLINT_REPORT_BASELINE_H_

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "report/report.h"

namespace backlint::report {

struct KnownFinding {
  std::string check, path, message;        // for those who read the file
  std::string fingerprint;
  std::string content;                     // the same without the path, for files that move
};

// Error: no JSON, another version, a row without a key.
Result<std::vector<KnownFinding>> ReadBaseline(std::string_view text);

// Everything that is not suppressed, known or new.
std::string WriteBaseline(const std::vector<ReportedFinding>& findings);

// Marks what is known, by fingerprint; a finding of a file that is gone from below `root` is looked for in other files too. Returns how
// many known findings were not met.
size_t MarkKnown(const std::vector<KnownFinding>& known, const std::string& root, std::vector<ReportedFinding>* findings);

}  // namespace backlint::report

#endif  // BACKLINT_REPORT_BASELINE_H_
