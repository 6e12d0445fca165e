// What a change brings in: the findings of the project as it is now that the project did not have before.
//
// Both states are analysed as a whole, with the same checks and models. So a query that lost its index, a caller whose callee throws now, and a
// begin whose commit was deleted are found where they are, far from the lines of the change; and what was there before stays quiet when lines
// move. Only units that open a changed file are parsed twice, and their facts are kept.
#ifndef BACKLINT_CLI_INTRODUCED_H_
#define BACKLINT_CLI_INTRODUCED_H_

#include "cli/command.h"
#include "cli/pipeline.h"
#include "cli/project_cache.h"
#include "cli/read_units.h"
#include "core/result.h"
#include "report/change.h"

namespace backlint::cli {

// The state before, and how to read it.
struct Earlier {
  const Project& project;
  const Talk& talk;
  const Inquiry& inquiry;
  const report::Change& change;
};

// Does the change touch anything that the analysis of `code` rests on? If not, it introduces nothing.
bool TouchesAnalysis(const report::Change& change, const CodeBase& code);

// Marks what is not introduced by the change as known. What could not be read is a warning of `reading`.
Status MarkEarlier(const Earlier& earlier, SharedCache* cache, StageClock* clock, Reading* reading, report::Report* report);

}  // namespace backlint::cli

#endif  // BACKLINT_CLI_INTRODUCED_H_
