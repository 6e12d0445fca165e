// Reports columns that the program fills with the wall-clock time of its own zone, though neither the column nor the text says which zone
// that is; and columns where such times meet UTC.
//
// Deliberately not reported: display, logging and file names; columns with a zone; dates and times of day alone; texts that carry their zone;
// clocks of the database's session, whose zone the text does not tell; values that are bound where nobody sees what they are.
#include "checks/check.h"

#include <algorithm>
#include <initializer_list>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "backend/clock_use.h"
#include "sql/name_comparison.h"

namespace backlint::checks {

extern const Check local_time;

namespace {

constexpr size_t kMostNotes = 8;

bool Contains(const std::string& text, std::initializer_list<std::string_view> parts) {
  for (const std::string_view part : parts)
    if (text.find(part) != std::string::npos) return true;
  return false;
}

// Whether a column holds points in time by its name.
bool IsInstant(std::string_view column) {
  const std::string name = sql::LowerCase(column);
  if (Contains(name, {"timeout", "timer", "runtime", "uptime", "zone", "duration", "interval", "birth", "format", "sometimes"})) return false;
  if (name.ends_with("_at") || name.ends_with("_on") || name == "at" || name == "ts") return true;
  return Contains(name, {"time", "stamp", "date", "created", "modified", "expire", "expir", "last_", "seen", "login", "when", "since", "until"});
}

// Whether a column can hold a point in time without its zone.
bool HoldsInstant(const ClockUse& use) {
  if (use.definition == nullptr || use.definition->type_name.empty()) return IsInstant(use.column);
  const std::string& type = use.definition->type_name;
  if (use.definition->with_zone || use.definition->array || type == "timestamptz" || type.find("with time zone") != std::string::npos) return false;
  // MySQL turns a TIMESTAMP into UTC by the session's zone.
  if (type == "timestamp" && use.statement->script->dialect() == sql::Dialect::kMysql) return false;
  if (type == "datetime" || type == "timestamp") return true;
  const bool text = type == "text" || type.find("char") != std::string::npos || type == "string";
  return text && IsInstant(use.column);
}

// SQLite's CURRENT_TIMESTAMP is UTC.
bool DefaultsToUtc(const ClockUse& use) {
  if (use.definition == nullptr) return false;
  const std::string text = sql::LowerCase(use.definition->default_text);
  const bool sqlite = use.statement->script->dialect() == sql::Dialect::kSqlite;
  if (Contains(text, {"localtime"})) return false;
  return Contains(text, {"utc_timestamp"}) || (sqlite && Contains(text, {"current_timestamp", "datetime('now'"}));
}

struct Column {
  std::vector<const ClockUse*> local, utc;
};

void AddNote(Finding& finding, const Place& place, std::string message) {
  if (finding.notes.size() < kMostNotes) finding.notes.push_back({place, std::move(message)});
}

std::string_view Verb(const ClockUse& use) { return use.stored ? "stored" : "compared"; }

void Explain(const Backend& backend, const Column& column, const ClockUse& first, Finding& finding) {
  if (first.program) AddNote(finding, first.read, "the local clock is read here");
  const Query& query = backend.queries()[first.statement->query];
  AddNote(finding, first.statement->place, fmt::format("the query: {}", Display(query.ways[first.statement->way])));
  for (const ClockUse* use : column.utc) AddNote(finding, use->statement->place, fmt::format("UTC is {} here", Verb(*use)));
  for (const ClockUse* use : column.local)
    if (use->statement->place != first.statement->place) AddNote(finding, use->statement->place, fmt::format("local time is {} here, too", Verb(*use)));
}

// Local time that is only compared says nothing unless the column is known to hold UTC.
const ClockUse* Speaker(const Column& column, bool mixed) {
  for (const bool stored : {true, false})
    for (const ClockUse* use : column.local)
      if (use->stored == stored && (stored || mixed)) return use;
  return nullptr;
}

std::string MessageOf(const ClockUse& use, bool mixed) {
  const std::string name = use.table + "." + use.column;
  if (mixed && use.stored) return fmt::format("local time is stored in `{}`, which holds UTC as well", name);
  if (mixed) return fmt::format("local time is compared with `{}`, which holds UTC", name);
  return fmt::format("local time is stored in `{}`, without its zone", name);
}

Findings Run(const Backend& backend) {
  const std::vector<ClockUse> uses = FindClockUses(backend.database(), backend.queries());
  std::map<std::pair<std::string, std::string>, Column> columns;
  for (const ClockUse& use : uses) {
    if (!HoldsInstant(use)) continue;
    Column& column = columns[{sql::LowerCase(use.table), sql::LowerCase(use.column)}];
    (use.local ? column.local : column.utc).push_back(&use);
  }
  Findings findings;
  for (const auto& [name, column] : columns) {
    if (column.local.empty()) continue;
    const bool stores_utc = DefaultsToUtc(*column.local.front()) ||
                            std::any_of(column.utc.begin(), column.utc.end(), [](const ClockUse* use) { return use->stored; });
    const bool mixed = stores_utc || !column.utc.empty();
    const ClockUse* speaker = Speaker(column, stores_utc);
    if (speaker == nullptr) continue;
    Finding finding;
    finding.entry = &local_time.entry;
    finding.severity = Severity::kWarning;
    finding.place = speaker->statement->place;
    finding.function = backend.queries()[speaker->statement->query].function;
    finding.message = MessageOf(*speaker, mixed);
    finding.anchor = finding.message;
    Explain(backend, column, *speaker, finding);
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

constinit const Check local_time{
    .entry =
        {
            .name = "local-time",
            .chapter = Chapter::kDatabase,
            .severity = Severity::kWarning,
            .symptom = "Twice a year, and after the move to a server in another zone, events are an hour off, sessions expire at once or never, and rows sort in "
                       "an order in which they did not happen.",
            .cause = "The wall-clock time of one machine's zone is stored as a point in time, without its zone. In the hour that comes twice in autumn it "
                     "means two moments, and another machine, or the database's own clock, reads it as a third.",
            .fix = "Store UTC: `gmtime_r` instead of `localtime_r`, `std::chrono::system_clock` formatted as UTC, `CURRENT_TIMESTAMP` of SQLite without "
                   "`'localtime'`; in PostgreSQL a `timestamptz` column, or let the database fill it. Convert to local time where it is shown.",
            .scope = "Reported once for each column, at the first statement that stores local time in it; further ones and those with UTC are notes. A column counts "
                     "when its type is DATETIME or TIMESTAMP without a zone, or when it is text and its name speaks of a moment. Times that are only "
                     "compared are reported where the column is known to hold UTC. Silent are columns with a zone, dates and times of day alone, texts "
                     "with an offset, and what is only shown or logged.",
        },
    .run = Run,
};

}  // namespace backlint::checks
