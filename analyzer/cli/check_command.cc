// `check` and `link`: the whole way from units to a report.
#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "cli/configure.h"
#include "cli/exit_status.h"
#include "cli/introduced.h"
#include "cli/model_hints.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "cli/project_root.h"
#include "cli/read_units.h"
#include "cli/run.h"
#include "cli/sql_files.h"
#include "cli/summary.h"
#include "cli/suppression_fix.h"
#include "cli/terminal.h"
#include "report/baseline.h"
#include "report/change.h"

namespace backlint::cli {
namespace {

// Marks findings that a change did not introduce; nothing when there is no change to compare with.
using Marking = std::function<Status(const CodeBase& code, Reading* reading, report::Report* report)>;

// What check and link have in common, once they know what to read.
struct Setting {
  Inquiry inquiry;
  std::unique_ptr<Models> models;
  std::vector<std::string> notes;
  std::vector<report::KnownFinding> known;
};

Status ReadKnown(const std::string& file, std::vector<report::KnownFinding>* known) {
  if (file.empty()) return Ok();
  const auto text = ReadFile(file);
  if (!text) return text.error();
  auto read = report::ReadBaseline(text.value());
  if (!read) return Error{fmt::format("the baseline `{}` cannot be used: {}", file, read.error().message)};
  *known = std::move(read).value();
  return Ok();
}

// Fills in what the configuration says.
Result<Setting> Prepare(Result<std::string> root, Project* project, Reporting* reporting) {
  Setting setting;
  if (!root) return root.error();
  setting.inquiry.root = std::move(root).value();
  auto config = Configure(setting.inquiry.root, project, reporting);
  if (!config) return config.error();
  setting.inquiry.config = std::move(config).value();
  // Before minutes of work that could not be kept.
  for (const Output& output : reporting->outputs)
    if (const Status writable = CanWriteFile(output.file); !writable) return writable.error();
  if (!reporting->write_baseline.empty())
    if (const Status writable = CanWriteFile(reporting->write_baseline); !writable) return writable.error();
  if (const Status read = ReadKnown(reporting->baseline, &setting.known); !read) return read.error();
  auto below = BelowRoot(project->paths, setting.inquiry.root);
  if (!below) return below.error();
  setting.inquiry.paths = std::move(below).value();
  auto selected = SelectChecks(reporting->checks);
  if (!selected) return selected.error();
  setting.inquiry.selected = std::move(selected).value();
  auto read = ReadModels(setting.inquiry.root, project->models, &setting.notes);
  if (!read) return read.error();
  setting.models = std::move(read).value();
  return setting;
}

bool Fails(const report::FindingCounts& counts, std::optional<Severity> fail_on) {
  if (!fail_on) return false;
  return counts.error > 0 || (*fail_on <= Severity::kWarning && counts.warning > 0) || (*fail_on <= Severity::kNote && counts.note > 0);
}

int StatusOf(const report::Report& report, const Reading& reading, const Reporting& reporting, bool has_sql) {
  if (Fails(report.summary.findings, reporting.fail_on)) return kFindings;
  const report::UnitCounts& units = reading.units;
  const bool nothing = units.analysed + units.reused == 0 && !has_sql;
  if (nothing || (units.failed > 0 && !reporting.allow_partial) || (units.partial > 0 && reporting.strict)) return kIncomplete;
  return kClean;
}

// A file that cannot be written must not keep the other reports back.
int Publish(const report::Report& report, const Reporting& reporting, int status) {
  for (const Output& output : reporting.outputs) {
    const Status written = WriteFile(output.file, output.format->write(report, report::Screen()));
    if (!written) status = Fail(kInternal, written.error().message);
  }
  return Answer(reporting.format->write(report, StandardOutput(reporting.no_color)), status);
}

// Sorts what is known from what is new, and keeps all of it for later runs when that is asked for.
Status Compare(const Setting& setting, const CodeBase& code, const Reporting& reporting, const Marking& mark, bool fix, Reading* reading, report::Report* report) {
  report->show_known = reporting.show_known;
  if (!reporting.baseline.empty()) {
    report->compared = true;
    const size_t gone = report::MarkKnown(setting.known, setting.inquiry.root, &report->findings);
    if (gone > 0 && setting.inquiry.paths.empty() && !mark && reporting.checks.empty())
      reading->notes.push_back(fmt::format("{} of the baseline {} gone (--write-baseline {} forgets {})", gone == 1 ? "1 finding" : fmt::format("{} findings", gone),
                                           gone == 1 ? "is" : "are", reporting.baseline, gone == 1 ? "it" : "them"));
  }
  if (fix) {
    if (const Status fixed = FixSuppressions(report, reading); !fixed) return fixed.error();
  }
  if (mark) {
    report->compared = true;
    if (const Status marked = mark(code, reading, report); !marked) return marked.error();
  }
  if (!reporting.write_baseline.empty()) {
    if (const Status written = WriteFile(reporting.write_baseline, report::WriteBaseline(report->findings)); !written) return written.error();
    report->compared = true;
    for (report::ReportedFinding& finding : report->findings) finding.baseline = true;
  }
  report->summary.findings = report::CountFindings(report->findings);
  return Ok();
}

int Finish(Setting setting, Units units, std::vector<SqlFile> sql, const Reporting& reporting, const Talk& talk, StageClock* clock, const Marking& mark, bool fix) {
  units.reading.notes = std::move(setting.notes);
  const auto code = Understand(std::move(units.facts), std::move(sql), std::move(setting.models), clock);
  report::Report report = Judge(*code, units.reading, setting.inquiry, clock);
  if (const Status compared = Compare(setting, *code, reporting, mark, fix, &units.reading, &report); !compared) return Fail(kInternal, compared.error().message);
  for (const Limits::Function& function : code->backend.limits().functions)
    units.reading.cut_functions.push_back(fmt::format("{}:{}: {}", function.place.path, function.place.line, function.name));
  for (const Place& place : code->backend.limits().queries)
    units.reading.cut_queries.push_back(fmt::format("{}:{}", place.path, place.line));
  clock->Begin("report");
  const int status = Publish(report, reporting, StatusOf(report, units.reading, reporting, !code->sql.empty()));
  clock->End();
  if (talk.verbose) {
    std::vector<std::string> hints = ModelHints(*code);
    std::move(hints.begin(), hints.end(), std::back_inserter(units.reading.remarks));
  }
  if (!talk.quiet) WriteStandardError(SummaryText(report, units.reading, talk.verbose));
  if (talk.stats) WriteStandardError(clock->Table() + LimitsText(code->backend.limits()));
  return status;
}

}  // namespace

int RunCommand(const CheckCommand& asked) {
  StageClock clock;
  SharedCache cache;
  CheckCommand command = asked;
  auto setting = Prepare(FindRoot(command.project.paths, command.project.database), &command.project, &command.reporting);
  if (!setting) return Fail(kUsage, setting.error().message);
  const Inquiry inquiry = setting->inquiry;
  const bool compares = command.change.staged || !command.change.revision.empty();
  auto change = compares ? report::ReadChange({inquiry.root, command.change.revision, command.change.staged}) : Result<report::Change>(report::Change());
  if (!change) return Fail(kUsage, change.error().message);
  auto units = ReadUnits(command.project, inquiry.root, command.talk, &clock, change->now, &cache);
  if (!units) return Fail(kUsage, units.error().message);
  std::vector<SqlFile> sql = ReadSqlFiles(inquiry.root, inquiry.config, &units->reading, change->now);
  if (units->reading.units.total == 0 && sql.empty())
    WriteStandardError(units->reading.guessed ? fmt::format("backlint: error: nothing to analyse: there is no source file of C, C++ or SQL below `{}`\n", inquiry.root)
                                              : std::string("backlint: error: nothing to analyse: no entry of compile_commands.json can be used (--verbose tells why)\n"));
  const Marking mark = [&](const CodeBase& code, Reading* reading, report::Report* report) -> Status {
    for (std::string& warning : change->warnings) reading->warnings.push_back(std::move(warning));
    if (TouchesAnalysis(*change, code)) return MarkEarlier({command.project, command.talk, inquiry, *change}, &cache, &clock, reading, report);
    for (report::ReportedFinding& finding : report->findings) finding.baseline = true;
    return Ok();
  };
  return Finish(std::move(setting).value(), std::move(units).value(), std::move(sql), command.reporting, command.talk, &clock, compares ? mark : nullptr,
                command.fix_suppressions);
}

int RunCommand(const LinkCommand& asked) {
  StageClock clock;
  LinkCommand command = asked;
  auto setting = Prepare(WorkingRoot(), &command.project, &command.reporting);
  if (!setting) return Fail(kUsage, setting.error().message);
  clock.Begin("read");
  Units units;
  for (const std::string& file : command.facts) {
    auto bytes = ReadFile(file);
    if (!bytes) return Fail(kUsage, bytes.error().message);
    ++units.reading.units.total;
    if (AddUnit(file, std::move(bytes).value(), &units)) ++units.reading.units.analysed;
  }
  SortReading(&units.reading);
  std::vector<SqlFile> sql = ReadSqlFiles(setting->inquiry.root, setting->inquiry.config, &units.reading);
  return Finish(std::move(setting).value(), std::move(units), std::move(sql), command.reporting, command.talk, &clock, nullptr, false);
}

}  // namespace backlint::cli
