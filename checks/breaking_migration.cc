// Reports steps of ordered migrations that lock or rewrite a table in use, that fail on tables with rows, or that take away a name which the
// running version needs; and, as an error, names that are gone while the program's own statements still use them.
//
// Deliberately not reported: schema files and dumps without an order, which set up an empty database; tables that the step itself makes; parts
// that go down; types and names as a matter of taste. Of steps behind which others follow there is one note each: they have run already.
#include "checks/check.h"

#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "backend/migration_review.h"
#include "backend/stale_name.h"

namespace backlint::checks {

extern const Check breaking_migration;

namespace {

constexpr size_t kMostNotes = 8;

Finding Begin(const StepHazard& found, Severity severity) {
  Finding finding;
  finding.entry = &breaking_migration.entry;
  finding.severity = severity;
  finding.place = found.place;
  finding.message = found.hazard.message;
  finding.anchor = found.hazard.message;
  finding.cause = found.hazard.cause;
  finding.fix = found.hazard.fix;
  return finding;
}

Finding Report(const Backend& backend, const StaleName& stale) {
  const std::string name = stale.column.empty() ? stale.table : stale.table + "." + stale.column;
  Finding finding;
  finding.entry = &breaking_migration.entry;
  finding.severity = Severity::kError;
  finding.place = stale.place;
  const std::string_view use = stale.written ? "writes" : "reads";
  finding.message = stale.renamed.empty() ? fmt::format("`{}` is dropped, and the program still {} it", name, use)
                                          : fmt::format("`{}` is renamed to `{}`, and the program still {} it by its old name", name, stale.renamed, use);
  finding.anchor = finding.message;
  finding.cause = fmt::format("Once all steps have run, the schema has no such {}: every statement that names it fails.",
                              stale.column.empty() ? "table" : "column");
  finding.fix = "Release a version whose statements do without the name first. Drop it in the release after that, so that neither version meets a schema "
                "that it does not know.";
  for (const SqlStatement* statement : stale.uses) {
    if (finding.notes.size() == kMostNotes) break;
    finding.notes.push_back({statement->place, fmt::format("the query: {}", Display(backend.queries()[statement->query].ways[statement->way]))});
  }
  return finding;
}

using Names = std::set<std::pair<Place, std::string>>;  // where something is taken away, and its column

bool IsReported(const StepHazard& found, const Names& reported) {
  return (found.hazard.kind == sql::HazardKind::kRemoval || !found.hazard.renamed.empty()) && reported.count({found.place, found.hazard.column}) != 0;
}

void ReportNewest(const StepReview& review, const Names& reported, Findings& findings) {
  const Place* warned = nullptr;
  for (const StepHazard& found : review.hazards) {
    // What is wrong with a statement is enough; that it is also worth a note goes without saying.
    const bool repeated = found.hazard.minor && warned != nullptr && *warned == found.place;
    if (repeated || IsReported(found, reported)) continue;
    findings.push_back(Begin(found, found.hazard.minor ? Severity::kNote : Severity::kWarning));
    if (!found.hazard.minor) warned = &found.place;
  }
}

void ReportEarlier(const StepReview& review, const Names& reported, Findings& findings) {
  Finding* first = nullptr;
  size_t others = 0;
  for (const StepHazard& found : review.hazards) {
    if (found.hazard.minor || IsReported(found, reported)) continue;
    if (first == nullptr) {
      findings.push_back(Begin(found, Severity::kNote));
      first = &findings.back();
    } else if (++others <= kMostNotes) {
      first->notes.push_back({found.place, found.hazard.message});
    }
  }
  if (others > 0) first->message += fmt::format(", and {} more in this step", others);
}

Findings Run(const Backend& backend) {
  Findings findings;
  const std::vector<StepReview> reviews = ReviewMigrations(backend.database());
  Names reported;
  for (const StaleName& stale : FindStaleNames(backend.database(), backend.queries(), reviews)) {
    reported.insert({stale.place, stale.column});
    findings.push_back(Report(backend, stale));
  }
  for (const StepReview& review : reviews) review.newest ? ReportNewest(review, reported, findings) : ReportEarlier(review, reported, findings);
  return findings;
}

}  // namespace

constinit const Check breaking_migration{
    .entry =
        {
            .name = "breaking-migration",
            .chapter = Chapter::kDeployment,
            .severity = Severity::kWarning,
            .symptom = "Right after a release, or while its migration runs, requests hang or fail: the old version meets a new schema, or every query waits for "
                       "one ALTER TABLE.",
            .cause = "A step of the migrations takes away or changes what the version that is still running uses, or holds a lock on a table for as long as it "
                     "takes to read or write all its rows.",
            .fix = "Change the schema in phases that fit both versions: add what is new, without a scan and without a rewrite; release the program that writes "
                   "both; fill the old rows in batches; release the program that reads the new; drop the old. Build indexes concurrently, add constraints "
                   "`NOT VALID` and validate them in a later transaction, and set `lock_timeout` so that a step gives up rather than queue.",
            .scope = "Judged are migrations with an order: numbered or dated files, those of migration tools, and plans; only the parts that go up, each against the "
                     "schema that the steps before it leave. The newest step, behind which no other follows (of dated files: those of the newest day), gets "
                     "warnings; what is short or right at its time, such as dropping a column that no statement uses, gets a note. Earlier steps have run "
                     "already: one note for each that would have deserved a warning. A column or table that is "
                     "dropped or renamed for good while a statement of the program names it is an error at any age. Nothing is said about tables that "
                     "the same step makes, about folders of tests and examples, about files that set up an empty database (`01_tables.sql`, "
                     "`02_indexes.sql`), and about locks in SQLite. Whether a table is small is not known.",
        },
    .run = Run,
};

}  // namespace backlint::checks
