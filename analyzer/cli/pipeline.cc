#include "cli/pipeline.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <string_view>
#include <system_error>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "cli/configure.h"
#include "cli/output.h"
#include "cli/project_root.h"
#include "cli/selection.h"
#include "cli/sql_files.h"
#include "core/facts.h"
#include "report/triage.h"

namespace backlint::cli {
namespace {

namespace fs = std::filesystem;

constexpr uintmax_t kLargestModel = uintmax_t{4} << 20;

// How many names of the last library have rows in the first `embedded` ones, which they replace.
size_t CountReplaced(const Models& models, size_t embedded) {
  std::unordered_set<std::string_view> calls, types;
  for (const CallRow& row : models.libraries().back()->calls) calls.insert(row.function);
  for (const TypeRow& row : models.libraries().back()->types) types.insert(row.type);
  const size_t before = calls.size() + types.size();
  for (const auto& library : models.libraries().first(embedded)) {
    for (const CallRow& row : library->calls) calls.erase(row.function);
    for (const TypeRow& row : library->types) types.erase(row.type);
  }
  return before - calls.size() - types.size();
}

Status AddModels(const fs::path& folder, const std::string& root, size_t embedded, Models* models, std::vector<std::string>* notes) {
  std::error_code error;
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error))
    if (entry.path().extension() == ".toml" && entry.is_regular_file(error)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    const std::string name = Relative(file.string(), root);
    if (fs::file_size(file, error) > kLargestModel) return Error{fmt::format("the model `{}` is too large", name)};
    const auto text = ReadFile(file.string());
    if (!text) return text.error();
    const std::vector<ModelError> errors = models->Add(name, text.value());
    if (!errors.empty()) {
      const ModelError& first = errors.front();
      return Error{fmt::format("{}:{}:{}: {}", name, first.place.line, first.place.column, first.message)};
    }
    if (const size_t replaced = CountReplaced(*models, embedded); replaced > 0)
      notes->push_back(fmt::format("`{}` replaces what is known of {} {}", name, replaced, replaced == 1 ? "name" : "names"));
  }
  return Ok();
}

}  // namespace

Result<std::unique_ptr<Models>> ReadModels(const std::string& root, const std::string& folder, std::vector<std::string>* notes) {
  auto models = std::make_unique<Models>(Models::Embedded());
  const size_t embedded = models->libraries().size();
  std::error_code error;
  if (const Status own = AddModels(fs::path(root) / ".backlint" / "models", root, embedded, models.get(), notes); !own) return own.error();
  if (folder.empty()) return models;
  if (!fs::is_directory(folder, error)) return Error{fmt::format("there is no model folder `{}`", folder)};
  if (const Status more = AddModels(folder, root, embedded, models.get(), notes); !more) return more.error();
  return models;
}

std::unique_ptr<CodeBase> Understand(std::vector<std::string> facts, std::vector<SqlFile> sql, std::unique_ptr<Models> models, StageClock* clock) {
  clock->Begin("link");
  Program program = Program::Link(std::move(facts));
  auto code = std::make_unique<CodeBase>(CodeBase{std::move(models), std::move(sql), std::move(program), Backend(std::vector<Query>())});
  clock->Begin("flow");
  code->backend = Backend::Build(code->program, *code->models, code->sql);
  clock->End();
  return code;
}

Result<std::vector<const checks::Check*>> SelectChecks(const std::string& globs) {
  std::vector<std::string_view> names;
  for (const checks::Check* check : checks::All()) names.push_back(check->entry.name);
  const auto chosen = Select(names, globs);
  if (!chosen) return chosen.error();
  std::vector<const checks::Check*> selected;
  for (size_t i = 0; i < names.size(); ++i)
    if (chosen.value()[i]) selected.push_back(checks::All()[i]);
  return selected;
}

report::QueryCounts CountQueries(const Backend& backend) {
  const auto understood = std::count_if(backend.queries().begin(), backend.queries().end(), [](const Query& query) { return query.understood; });
  return {.total = backend.queries().size(), .understood = static_cast<uint64_t>(understood)};
}

report::Report Judge(const CodeBase& code, const Reading& reading, const Inquiry& inquiry, StageClock* clock) {
  clock->Begin("checks");
  report::Report report;
  report.root = inquiry.root;
  report.version = BACKLINT_VERSION;
  Findings findings;
  report::TriageOptions options;
  for (const checks::Check* check : inquiry.selected) {
    Findings found = check->run(code.backend);
    std::move(found.begin(), found.end(), std::back_inserter(findings));
    options.ran.push_back(check->entry.name);
    report.entries.push_back(&check->entry);
  }
  clock->Begin("triage");
  for (const checks::Check* check : checks::All()) options.known.push_back(check->entry.name);
  options.paths = inquiry.paths;
  std::vector<const facts::UnitFacts*> units;
  for (uint32_t i = 0; i < code.program.unit_count(); ++i) units.push_back(&code.program.unit(i));
  const std::string sql = SuppressionsOf(code.sql);
  units.push_back(facts::GetUnitFacts(sql.data()));

  report.findings = report::Triage(std::move(findings), report::CollectSuppressions(units), options);
  ApplyRules(inquiry.config, &report.findings);
  report.summary.units = reading.units;
  report.summary.failed_units = reading.failed;
  for (const PartialUnit& unit : reading.partial) report.summary.partial_units.push_back({unit.source, unit.reason});
  for (const auto& [header, count] : reading.missing_headers) report.summary.missing_headers.push_back({header, count});
  report.summary.findings = report::CountFindings(report.findings);
  report.summary.queries = CountQueries(code.backend);
  clock->End();
  return report;
}

}  // namespace backlint::cli
