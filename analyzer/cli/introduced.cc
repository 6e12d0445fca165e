#include "cli/introduced.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "cli/sql_files.h"
#include "extract/source_tree.h"

namespace backlint::cli {

bool TouchesAnalysis(const report::Change& change, const CodeBase& code) {
  if (std::any_of(change.before.begin(), change.before.end(), [](const auto& file) { return IsSqlFile(file.first); })) return true;
  for (uint32_t i = 0; i < code.program.unit_count(); ++i) {
    const auto* files = code.program.unit(i).files();
    if (!files) continue;
    if (std::any_of(files->begin(), files->end(), [&](const facts::File* file) { return change.before.contains(file->path()->str()); })) return true;
  }
  return false;
}

Status MarkEarlier(const Earlier& earlier, SharedCache* cache, StageClock* clock, Reading* reading, report::Report* report) {
  const ContentView& view = earlier.change.before;
  std::vector<std::string> told;             // already, of the state now
  auto models = ReadModels(earlier.inquiry.root, earlier.project.models, &told);
  if (!models) return models.error();
  auto units = ReadUnits(earlier.project, earlier.inquiry.root, earlier.talk, clock, view, cache);
  if (!units) return units.error();
  if (units->reading.units.failed > reading->units.failed)
    reading->warnings.push_back(fmt::format("{} more could not be analysed as they were before the change: what is found in them counts as new",
                                            units->reading.units.failed - reading->units.failed));
  std::vector<SqlFile> sql = ReadSqlFiles(earlier.inquiry.root, earlier.inquiry.config, &units->reading, view);
  const auto code = Understand(std::move(units->facts), std::move(sql), std::move(models).value(), clock);
  Inquiry everywhere = earlier.inquiry;
  everywhere.paths.clear();
  const report::Report before = Judge(*code, units->reading, everywhere, clock);
  std::unordered_set<std::string> known;
  // A finding whose suppression the change takes away is new.
  for (const report::ReportedFinding& finding : before.findings)
    if (!finding.suppressed) known.insert(finding.fingerprint);
  for (report::ReportedFinding& finding : report->findings)
    if (known.contains(finding.fingerprint)) finding.baseline = true;
  return Ok();
}

}  // namespace backlint::cli
