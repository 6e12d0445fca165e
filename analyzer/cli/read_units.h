// From a project to the facts of its units: compile commands, cache, workers.
#ifndef BACKLINT_CLI_READ_UNITS_H_
#define BACKLINT_CLI_READ_UNITS_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.h"
#include "cli/project_cache.h"
#include "cli/stage_clock.h"
#include "core/content_view.h"
#include "core/result.h"
#include "extract/compile_database.h"
#include "report/report.h"

namespace backlint::cli {

struct PartialUnit {
  std::string source;
  std::string reason;              // the first thing that is wrong
};

// What reading gave, for the summary.
struct Reading {
  report::UnitCounts units;
  std::vector<report::FailedUnit> failed;          // these three are sorted
  std::vector<PartialUnit> partial;
  std::vector<std::pair<std::string, uint64_t>> missing_headers;   // with the number of units; most first
  std::vector<std::string> remarks;                // one sentence each
  std::vector<std::string> notes, warnings;        // the same, but told without being asked
  std::vector<std::string> cut_functions, cut_queries;             // where a limit was hit, `path:line: name`
  bool guessed = false;                            // no compile database
};

struct Units {
  std::vector<std::string> facts;                  // verified, in the order of the commands; failed ones left out
  Reading reading;
};

// The compile database, or a guess where there is none.
Result<CompileDatabase> FindCommands(const Project& project, const std::string& root, bool* guessed);

// Adds one unit's buffer, whatever it is: verified, counted by its state (but not as analysed or reused), kept when it says something.
// False when the unit failed.
bool AddUnit(const std::string& source, std::string buffer, Units* units);
void SortReading(Reading* reading);

// Everything below `root`, as `view` has it. Error: the compile database that was asked for cannot be read, or no worker could be started.
Result<Units> ReadUnits(const Project& project, const std::string& root, const Talk& talk, StageClock* clock, const ContentView& view, SharedCache* shared);
// As it lies on disk.
Result<Units> ReadUnits(const Project& project, const std::string& root, const Talk& talk, StageClock* clock);

}  // namespace backlint::cli

#endif  // BACKLINT_CLI_READ_UNITS_H_
