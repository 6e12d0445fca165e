// Reports rows that are looked for and, when they are not there, inserted: two that do so at the same time both find nothing.
//
// Deliberately not reported: an INSERT that says what happens to a row that is there already; tables with a unique key on the columns that
// are asked for; places where a lock of the program, of rows or of tables may be held; transactions that the engine runs one after the
// other; tables of unknown columns where the key's name is that of a row.
#include "checks/check.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "sql/name_comparison.h"

namespace backlint::checks {

extern const Check check_then_insert;

namespace {

using sql::SameName;
using sql::StatementKind;

// Rows are only counted or read, not reckoned with.
bool LooksForRow(const Access& access) {
  const sql::Block& root = *access.statement->Root();
  if (root.grouped || root.lock != sql::RowLock::kNone) return false;
  const auto only_counts = [](const sql::SelectItem& item) { return !item.aggregate || SameName(item.value.function, "count"); };
  return std::all_of(root.items.begin(), root.items.end(), only_counts);
}

// The columns that are asked for, when all values that are no constants go into the INSERT as well; else nothing.
std::vector<std::string_view> AskedColumns(const Sequence& sequence) {
  std::vector<std::string_view> columns;
  bool same = false;
  for (size_t i = 0; i < sequence.first.keys.size(); ++i) {
    const AccessKey& asked = sequence.first.keys[i];
    if (asked.given) continue;
    columns.push_back(asked.column);
    if (asked.path.root == ValuePath::kLiteral) continue;
    const bool given = std::any_of(sequence.shared.begin(), sequence.shared.end(), [&](const auto& pair) {
      const AccessKey& fresh = sequence.second.keys[pair.second];
      return pair.first == i && fresh.given && SameName(fresh.column, asked.column);
    });
    if (!given) return {};
    same = true;
  }
  return same ? columns : std::vector<std::string_view>();
}

// Asked for once, for all transactions to come.
bool IsSerializable(const Backend& backend) {
  return std::any_of(backend.database().statements().begin(), backend.database().statements().end(), [](const SqlStatement& statement) {
    return statement.facts->transaction.session && statement.facts->transaction.isolation == sql::Isolation::kSerializable;
  });
}

// One writer after the other: SQLite's transactions, and those of a program that asks for it.
bool RunsAlone(const Backend& backend, const Sequence& sequence) {
  if (sequence.locked || sequence.locks_rows || sequence.serializable) return true;
  if (!sequence.in_transaction) return false;
  const sql::Dialect dialect = sequence.second.script->dialect();
  return dialect == sql::Dialect::kSqlite || dialect == sql::Dialect::kUnknown || IsSerializable(backend);
}

bool HasUniqueKey(const sql::SchemaTable& table, const std::vector<std::string_view>& columns) {
  const auto asked = [&](std::string_view name) {
    return std::any_of(columns.begin(), columns.end(), [&](std::string_view column) { return SameName(column, name); });
  };
  if (!table.rowid.empty() && asked(table.rowid)) return true;
  return std::any_of(table.keys.begin(), table.keys.end(), [&](const sql::SchemaKey& key) {
    return (key.kind == sql::KeyKind::kUnique || key.kind == sql::KeyKind::kPrimary) &&
           std::all_of(key.parts.begin(), key.parts.end(), [&](const sql::SchemaKeyPart& part) { return part.column.empty() || asked(part.column); });
  });
}

// A single `id` is most likely the primary key.
bool NamesRow(const std::vector<std::string_view>& columns) {
  return columns.size() == 1 && sql::LowerCase(columns[0]).ends_with("id");
}

std::string List(const std::vector<std::string_view>& columns) { return fmt::format("`{}`", fmt::join(columns, "`, `")); }

void AddAccess(const Backend& backend, const Access& access, std::string_view what, Finding* finding) {
  const std::string text = Display(backend.queries()[access.query].text);
  finding->notes.push_back({access.place, access.path.empty() ? fmt::format("{}: {}", what, text) : std::string(what)});
  for (const Note& note : access.path) finding->notes.push_back(note);
  if (!access.path.empty()) finding->notes.back().message += fmt::format(": {}", text);
}

Finding Report(const Backend& backend, const Sequence& sequence, const std::vector<std::string_view>& columns, const sql::SchemaTable* table) {
  const std::string_view name = sequence.second.table()->name;
  const bool asks = sequence.first.Is(StatementKind::kSelect);
  Finding finding;
  finding.entry = &check_then_insert.entry;
  finding.severity = Severity::kWarning;
  finding.place = sequence.second.place;
  finding.function = sequence.function;
  finding.message = fmt::format("a row of `{}` is inserted when {} by {}, and nothing keeps two callers from doing so at once", name,
                                asks ? "none is found" : "none was updated", List(columns));
  finding.anchor = fmt::format("{}|{}", name, fmt::join(columns, ","));
  AddAccess(backend, sequence.first, asks ? "asked for here" : "updated here", &finding);
  if (!sequence.second.path.empty()) AddAccess(backend, sequence.second, "inserted here", &finding);
  if (table != nullptr) finding.notes.push_back({backend.database().PlaceOf(*table, table->origin), fmt::format("`{}` has no unique key on {}", name, List(columns))});
  finding.fix = fmt::format("Add `CREATE UNIQUE INDEX ... ON {} ({})` and insert at once with `ON CONFLICT DO NOTHING` (`ON DUPLICATE KEY UPDATE`, `INSERT OR "
                            "IGNORE`), or treat the duplicate's error as \"it is there already\".", name, fmt::join(columns, ", "));
  return finding;
}

Findings Run(const Backend& backend) {
  Findings findings;
  std::set<std::pair<Place, std::string>> seen;
  for (const Sequence& sequence : backend.sequences()) {
    const Access &first = sequence.first, &second = sequence.second;
    if (!second.Is(StatementKind::kInsert) || !sequence.decides || sequence.repeated) continue;
    if (!first.Is(StatementKind::kUpdate) && !(first.Is(StatementKind::kSelect) && LooksForRow(first))) continue;
    if (!SameName(first.table()->name, second.table()->name) || second.statement->conflict.action != sql::ConflictAction::kNone) continue;
    if (second.statement->conflict.on_conflict || !sql::IsWhole(*second.statement) || sequence.duplicates || RunsAlone(backend, sequence)) continue;
    const std::vector<std::string_view> columns = AskedColumns(sequence);
    if (columns.empty()) continue;
    const sql::SchemaTable* table = backend.database().FindTable(second.script->dialect(), second.table()->schema, second.table()->name);
    if (table != nullptr && (table->temporary || table->view || HasUniqueKey(*table, columns))) continue;
    if ((table == nullptr || !table->IsCertain()) && NamesRow(columns)) continue;
    if (!seen.insert({second.place, std::string(second.table()->name)}).second) continue;
    findings.push_back(Report(backend, sequence, columns, table));
  }
  return findings;
}

}  // namespace

constinit const Check check_then_insert{
    .entry =
        {
            .name = "check-then-insert",
            .chapter = Chapter::kDatabase,
            .severity = Severity::kWarning,
            .symptom = "Rows appear twice that should exist once: two accounts of one name, two settings of one user. It happens rarely, under load, "
                       "and then breaks whatever expects one row.",
            .cause = "The program asks whether a row is there and inserts it when it is not. Between the question and the INSERT another connection can do "
                     "the same; both find nothing and both insert. A transaction alone does not help, because a row that is not there cannot be locked.",
            .fix = "Let the database decide: a unique key on the columns, and an INSERT with ON CONFLICT, ON DUPLICATE KEY or OR IGNORE, or one whose "
                   "duplicate error is expected.",
        },
    .run = Run,
};

}  // namespace backlint::checks
