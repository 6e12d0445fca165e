// What standard error says at the end of a run.
#ifndef BACKLINT_CLI_SUMMARY_H_
#define BACKLINT_CLI_SUMMARY_H_

#include <string>

#include "backend/backend.h"
#include "cli/read_units.h"
#include "report/report.h"

namespace backlint::cli {

// A few lines, each beginning with `backlint:`; with `verbose` also every partial unit, missing header and remark.
std::string SummaryText(const report::Report& report, const Reading& reading, bool verbose);

// Which limits of the analysis were hit, for --stats.
std::string LimitsText(const Limits& limits);

}  // namespace backlint::cli

#endif  // BACKLINT_CLI_SUMMARY_H_
