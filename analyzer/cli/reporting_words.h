// The words of a command line that say what is reported.
#ifndef BACKLINT_CLI_REPORTING_WORDS_H_
#define BACKLINT_CLI_REPORTING_WORDS_H_

#include <string>
#include <vector>

#include "cli/command.h"
#include "core/result.h"

namespace backlint::cli {

struct ReportingWords {
  std::string format = "text";
  std::string fail_on;                 // "" = not said
  std::vector<std::string> outputs;    // as `json=FILE`
};

// Error: an unknown word, with the nearest known one; two reports into one file.
Status FillReporting(const ReportingWords& words, Reporting* reporting);

}  // namespace backlint::cli

#endif  // BACKLINT_CLI_REPORTING_WORDS_H_
