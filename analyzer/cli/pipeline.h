// The way of the data behind extraction: models, link, backend, checks. With read_units.h and the commands it is the whole
// program; no other file names every stage.
#ifndef BACKLINT_CLI_PIPELINE_H_
#define BACKLINT_CLI_PIPELINE_H_

#include <memory>
#include <string>
#include <vector>

#include "backend/backend.h"
#include "checks/check.h"
#include "cli/command.h"
#include "cli/config.h"
#include "cli/read_units.h"
#include "cli/stage_clock.h"
#include "core/result.h"
#include "link/program.h"
#include "models/model.h"
#include "report/report.h"

namespace backlint::cli {

// The rows of the binary, of .backlint/models below the root, and of `folder`. Error: the first wrong row, with its place. A file that
// takes the place of rows of the binary is named in `notes`, one sentence each: it may be what keeps findings quiet.
Result<std::unique_ptr<Models>> ReadModels(const std::string& root, const std::string& folder, std::vector<std::string>* notes);

// A whole code base, understood. Members refer to those before them, so it stays where it was made.
struct CodeBase {
  std::unique_ptr<Models> models;
  std::vector<SqlFile> sql;
  Program program;
  Backend backend;
};

std::unique_ptr<CodeBase> Understand(std::vector<std::string> facts, std::vector<SqlFile> sql, std::unique_ptr<Models> models, StageClock* clock);

// The checks that `globs` selects. Error: see Select.
Result<std::vector<const checks::Check*>> SelectChecks(const std::string& globs);

report::QueryCounts CountQueries(const Backend& backend);

// What is looked for, and where.
struct Inquiry {
  std::string root;
  Config config;
  std::vector<const checks::Check*> selected;
  std::vector<std::string> paths;          // relative to the root; empty = everything
};

// Runs the checks and triages what they find.
report::Report Judge(const CodeBase& code, const Reading& reading, const Inquiry& inquiry, StageClock* clock);

}  // namespace backlint::cli

#endif  // BACKLINT_CLI_PIPELINE_H_
