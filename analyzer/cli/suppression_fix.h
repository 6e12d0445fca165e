// `--fix-suppressions`: the only way in which a source is ever written.
#ifndef BACKLINT_CLI_SUPPRESSION_FIX_H_
#define BACKLINT_CLI_SUPPRESSION_FIX_H_

#include "cli/read_units.h"
#include "core/result.h"
#include "report/report.h"

namespace backlint::cli {

// Removes the comments that the report calls unused from their files, and what it says of them from the report. Comments that name no check
// may be meant for other tools and stay. Only regular files below the root are written, as a whole or not at all. Error: one that cannot be
// written.
Status FixSuppressions(report::Report* report, Reading* reading);

}  // namespace backlint::cli

#endif  // BACKLINT_CLI_SUPPRESSION_FIX_H_
