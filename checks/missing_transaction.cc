// Reports writes that belong together and run one by one, in one function or through calls, with no transaction around them: rows that
// are deleted and inserted again, rows of several tables by one key, an amount that is taken here and added there.
//
// Deliberately not reported: single statements; logs, caches and other tables beside the matter; functions that set up tables; functions
// that may run inside of a caller's transaction, also of a caller that nobody knows; whatever speaks of a transaction by its names.
#include "checks/check.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "sql/name_comparison.h"

namespace backlint::checks {

extern const Check missing_transaction;

namespace {

using sql::SameName;
using sql::StatementKind;

// Tables that tell about the matter, or can be made again.
bool IsAside(std::string_view table) {
  static constexpr std::string_view kWords[] = {"log", "logs", "audit", "history", "trace", "journal", "cache", "cached", "stat", "stats",
                                                "statistics", "metrics", "tmp", "temp", "event", "events", "debug"};
  const std::string name = sql::LowerCase(table);
  for (size_t at = 0; at <= name.size();) {
    const size_t end = std::min(name.find('_', at), name.size());
    if (std::find(std::begin(kWords), std::end(kWords), name.substr(at, end - at)) != std::end(kWords)) return true;
    at = end + 1;
  }
  return name.ends_with("log") || name.ends_with("cache") || name.ends_with("history");
}

// The value that says which row is meant: a condition, or what an INSERT gives.
bool SaysWhich(const Access& access, const AccessKey& key) { return access.Is(StatementKind::kInsert) == key.given; }

std::string_view TableOf(const Access& access) { return access.table()->name; }

bool IsReference(const Backend& backend, const Access& from, std::string_view column, const Access& to) {
  const sql::SchemaTable* table = backend.database().FindTable(from.script->dialect(), from.table()->schema, TableOf(from));
  if (table == nullptr) return false;
  return std::any_of(table->keys.begin(), table->keys.end(), [&](const sql::SchemaKey& key) {
    const auto is_it = [&](const sql::SchemaKeyPart& part) { return column.empty() || SameName(part.column, column); };
    return key.kind == sql::KeyKind::kForeign && SameName(key.referenced_table, TableOf(to)) && std::any_of(key.parts.begin(), key.parts.end(), is_it);
  });
}

// `id`, `order_id`, `orderId`, `guid`.
bool NamesRow(std::string_view column) {
  const std::string name = sql::LowerCase(column);
  return name.ends_with("id") || name.ends_with("_key") || name.ends_with("_no");
}

// Far apart, statements belong together only by a key: one that empties a table and one that fills it may be two operations.
bool IsNear(const Sequence& sequence) { return sequence.first.path.size() <= 1 && sequence.second.path.size() <= 1; }

struct Belonging {
  std::string message;      // empty: the two need not belong together
  std::string key;
};

Belonging Replaced(const Sequence& sequence) {
  const Access &first = sequence.first, &second = sequence.second;
  if (!first.Is(StatementKind::kDelete) || !second.Is(StatementKind::kInsert)) return {};
  const sql::Block& root = *first.statement->Root();
  if (IsNear(sequence) && !root.where && !root.conditions_unknown && sql::IsWhole(*first.statement))
    return {fmt::format("all rows of `{}` are deleted and inserted again outside of a transaction", TableOf(first)), ""};
  for (size_t i = 0; i < sequence.shared.size(); ++i) {
    const AccessKey &old = first.keys[sequence.shared[i].first], &fresh = second.keys[sequence.shared[i].second];
    if (old.given || !fresh.given || !(fresh.column.empty() || SameName(old.column, fresh.column))) continue;
    const std::string& name = sequence.shared_names[i];
    return {fmt::format("rows of `{}` are deleted and inserted again for `{}` outside of a transaction", TableOf(first), name), name};
  }
  return {};
}

// `SET a = a - x` here and `SET a = a + x` there.
Belonging Moved(const Sequence& sequence) {
  const auto sign = [](const sql::Assignment& assignment) -> char {
    if (assignment.value.kind != sql::ValueKind::kExpression || assignment.value.column == sql::kNone) return 0;
    const std::string_view text = assignment.value.text;
    if (text.size() <= assignment.column.size() || !SameName(text.substr(0, assignment.column.size()), assignment.column)) return 0;
    const size_t at = text.find_first_not_of(" \t\n", assignment.column.size());
    return at != text.npos && (text[at] == '+' || text[at] == '-') ? text[at] : '\0';
  };
  const Access &first = sequence.first, &second = sequence.second;
  if (!first.Is(StatementKind::kUpdate) || !second.Is(StatementKind::kUpdate)) return {};
  for (const auto& [left, right] : sequence.shared)
    if (!first.keys[left].given && !second.keys[right].given) return {};      // of one row
  for (const sql::Assignment& taken : first.statement->Root()->assignments)
    for (const sql::Assignment& added : second.statement->Root()->assignments) {
      const char a = sign(taken), b = sign(added);
      if (a != 0 && b != 0 && a != b && SameName(taken.column, added.column))
        return {fmt::format("`{}` of `{}` is moved from one row to another outside of a transaction", taken.column, TableOf(first)), ""};
    }
  return {};
}

std::string OneByOne(const Access& first, const Access& second) {
  return fmt::format("rows of `{}` and `{}`, which belong together, are written one by one outside of a transaction", TableOf(first), TableOf(second));
}

Belonging Together(const Backend& backend, const Sequence& sequence) {
  const Access &first = sequence.first, &second = sequence.second;
  const bool deletes = first.Is(StatementKind::kDelete) && second.Is(StatementKind::kDelete);
  const bool inserts = first.Is(StatementKind::kInsert) && second.Is(StatementKind::kInsert);
  for (size_t i = 0; i < sequence.shared.size(); ++i) {
    const AccessKey &left = first.keys[sequence.shared[i].first], &right = second.keys[sequence.shared[i].second];
    if (!SaysWhich(first, left) || !SaysWhich(second, right)) continue;
    const std::string& name = sequence.shared_names[i];
    if (deletes) return {fmt::format("rows of `{}` and `{}` are deleted by `{}` outside of a transaction", TableOf(first), TableOf(second), name), name};
    // What is told of a row besides may be told later.
    const bool updates = first.Is(StatementKind::kUpdate) || second.Is(StatementKind::kUpdate);
    if (updates && !IsNear(sequence)) continue;
    const bool refers = IsReference(backend, second, right.column, first) || IsReference(backend, first, left.column, second);
    // Two tables that both call it `id` number their own rows.
    const bool one_row = NamesRow(left.column) && NamesRow(right.column) && !(SameName(left.column, "id") && SameName(right.column, "id"));
    if (refers || one_row) return {OneByOne(first, second), name};
  }
  // The key of the parent is made by the database.
  const bool made = std::any_of(second.keys.begin(), second.keys.end(), [&](const AccessKey& key) {
    return key.given && key.path.root != ValuePath::kLiteral && !key.column.empty() && IsReference(backend, second, key.column, first);
  });
  if (inserts && made && IsNear(sequence)) return {OneByOne(first, second), ""};
  return {};
}

Belonging BelongingOf(const Backend& backend, const Sequence& sequence) {
  if (!sequence.first.Writes() || sequence.in_transaction || sequence.defines) return {};
  if (IsAside(TableOf(sequence.first)) || IsAside(TableOf(sequence.second))) return {};
  if (!SameName(TableOf(sequence.first), TableOf(sequence.second))) return Together(backend, sequence);
  Belonging belonging = Replaced(sequence);
  return belonging.message.empty() ? Moved(sequence) : belonging;
}

void AddAccess(const Backend& backend, const Access& access, std::string_view what, bool with_place, Finding* finding) {
  const std::string text = Display(backend.queries()[access.query].text);
  if (access.path.empty()) {
    if (with_place) finding->notes.push_back({access.place, fmt::format("{}: {}", what, text)});
    return;
  }
  if (with_place) finding->notes.push_back({access.place, std::string(what)});
  for (const Note& note : access.path) finding->notes.push_back(note);
  finding->notes.back().message += fmt::format(": {}", text);
}

Findings Run(const Backend& backend) {
  Findings findings;
  std::map<std::pair<std::string, Place>, size_t> claimed;      // by function and place of a write: its finding
  for (const Sequence& sequence : backend.sequences()) {
    const Belonging belonging = BelongingOf(backend, sequence);
    if (belonging.message.empty()) continue;
    const std::pair first(sequence.function, sequence.first.place), second(sequence.function, sequence.second.place);
    if (const auto known = claimed.find(first); known != claimed.end()) {
      if (claimed.emplace(second, known->second).second) AddAccess(backend, sequence.second, "and this write", true, &findings[known->second]);
      continue;
    }
    if (claimed.count(second) != 0) continue;
    claimed[first] = claimed[second] = findings.size();
    Finding& finding = findings.emplace_back();
    finding.entry = &missing_transaction.entry;
    finding.severity = Severity::kWarning;
    finding.place = sequence.second.place;
    finding.function = sequence.function;
    finding.message = belonging.message;
    finding.anchor = fmt::format("{}|{}|{}", TableOf(sequence.first), TableOf(sequence.second), belonging.key);
    AddAccess(backend, sequence.first, "the first write", true, &finding);
    AddAccess(backend, sequence.second, "the second write", !sequence.second.path.empty(), &finding);
  }
  return findings;
}

}  // namespace

constinit const Check missing_transaction{
    .entry =
        {
            .name = "missing-transaction",
            .chapter = Chapter::kDatabase,
            .severity = Severity::kWarning,
            .symptom = "After an error or a restart half of an operation is stored: an order without its lines, a list that is empty, money that "
                       "was taken and never arrived.",
            .cause = "Statements that only make sense together run one by one, and each is committed as soon as it has run. A failure between "
                     "them leaves the first without the second, and other connections can see that state even when nothing fails.",
            .fix = "Begin a transaction before the first of the statements and commit after the last; roll back on every error. Let an object do "
                   "that whose destructor rolls back, and pass it to the functions that write.",
            .scope = "Writes count as belonging together when one deletes what the other inserts, when rows of several tables are written by the same "
                     "key of the program or by a foreign key of the schema, and when an amount moves between two rows. Functions whose callers are not "
                     "known are believed to run inside of a transaction when they are handed a connection.",
        },
    .run = Run,
};

}  // namespace backlint::checks
