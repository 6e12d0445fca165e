#include "backend/migration_review.h"

#include <algorithm>
#include <array>
#include <utility>

#include "sql/migration_judge.h"
#include "sql/migration_name.h"
#include "sql/name_comparison.h"

namespace backlint {
namespace {

constexpr std::array<std::string_view, 8> kRetired = {"old", "archive", "archives", "archived", "legacy", "obsolete", "deprecated", "past"};
constexpr std::array<std::string_view, 7> kSetup = {"init", "initdb", "docker-entrypoint-initdb.d", "setup", "install", "create", "bootstrap"};
// A name made of these alone says what is created, and not what is changed.
constexpr std::array<std::string_view, 31> kSetupWords = {
    "create", "tables", "table", "index", "indexes", "indices", "constraint", "constraints", "foreign", "primary", "key", "keys", "fk", "fks", "pk",
    "schema", "schemas", "view", "views", "function", "functions", "trigger", "triggers", "data", "seed", "seeds", "init", "initial", "setup", "roles",
    "grants"};

template <size_t size>
bool IsOneOf(std::string_view word, const std::array<std::string_view, size>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view other) { return sql::SameName(word, other); });
}

template <typename Visit>
void ForEachWord(std::string_view text, std::string_view marks, Visit visit) {
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find_first_of(marks, at), text.size());
    if (end > at) visit(text.substr(at, end - at));
    at = end + 1;
  }
}

template <size_t size>
bool LiesIn(std::string_view folder, const std::array<std::string_view, size>& names) {
  bool found = false;
  ForEachWord(folder, "/", [&](std::string_view name) { found |= IsOneOf(name, names); });
  return found;
}

// `02_indexes.sql`, `3-foreign-keys.sql`
bool SetsUp(const std::string& path) {
  const sql::MigrationName name = sql::ReadMigrationName(path);
  size_t words = 0, known = 0;
  ForEachWord(name.stem, "_-. 0123456789", [&](std::string_view word) {
    ++words;
    known += IsOneOf(word, kSetupWords);
  });
  return words > 0 && words == known;
}

bool IsSetup(const History& history) {
  if (LiesIn(history.folder, kSetup)) return true;
  const auto named = std::count_if(history.steps.begin(), history.steps.end(), [](const MigrationStep& step) { return SetsUp(step.path); });
  return static_cast<size_t>(named) * 2 > history.steps.size();
}

// The digits of a version that begins with a date, up to the day; empty for others.
std::string DayOf(const std::string& path) {
  constexpr size_t kDigits = 8;
  std::string digits;
  for (const char c : sql::ReadMigrationName(path).version)
    if (c >= '0' && c <= '9') digits += c;
  const bool date = digits.size() >= kDigits && (digits.starts_with("19") || digits.starts_with("20"));
  return date ? digits.substr(0, kDigits) : std::string();
}

const MigrationStep* LastOf(const History& history) {
  const auto last = std::find_if(history.steps.rbegin(), history.steps.rend(), [](const MigrationStep& step) { return !step.repeatable; });
  return last == history.steps.rend() ? nullptr : &*last;
}

bool IsNewest(const MigrationStep& step, const MigrationStep& last, const std::string& day) {
  const std::string_view version = sql::ReadMigrationName(step.path).version;
  return &step == &last || (!step.repeatable && !version.empty() && version == sql::ReadMigrationName(last.path).version) ||
         (!day.empty() && day == DayOf(step.path));
}

// A tool that reads names of versions runs a statement that refuses transactions without one when it stands alone.
bool IsWrapped(const History& history, const MigrationStep& step) {
  return step.wrapped && (history.style != sql::MigrationStyle::kVersioned || step.script.statements().size() > 1);
}

Place PlaceOf(const MigrationStep& step, uint32_t offset) {
  const std::string_view before = step.script.text().substr(0, offset);
  const auto lines = static_cast<uint32_t>(std::count(before.begin(), before.end(), '\n'));
  const size_t begin = before.rfind('\n') + 1;  // npos + 1 is the beginning
  return {step.path, step.first_line + lines, static_cast<uint32_t>(offset - begin) + 1};
}

void Review(const History& history, std::vector<StepReview>& reviews) {
  sql::MigrationJudge judge(history.dialect);
  const MigrationStep* last = LiesIn(history.folder, kRetired) ? nullptr : LastOf(history);
  const std::string day = last == nullptr ? std::string() : DayOf(last->path);
  for (const MigrationStep& step : history.steps) {
    StepReview review{&history, &step, last != nullptr && IsNewest(step, *last, day), {}};
    for (sql::Hazard& hazard : judge.Judge(step.script, IsWrapped(history, step))) {
      Place place = PlaceOf(step, hazard.offset);
      review.hazards.push_back({std::move(place), std::move(hazard)});
    }
    if (!review.hazards.empty()) reviews.push_back(std::move(review));
  }
}

}  // namespace

std::vector<StepReview> ReviewMigrations(const Database& database) {
  std::vector<StepReview> reviews;
  for (const History& history : database.histories())
    if (history.IsOrdered() && !history.rehearsal && !IsSetup(history)) Review(history, reviews);
  return reviews;
}

}  // namespace backlint
