// Reports writes that belong together and run one by one, in one function or through calls, with no transaction around them: rows that
// are deleted and inserted again, rows of several tables by one key, an amount that is taken here and added there.
//
// Deliberately not reported: single statements; logs, caches and other tables beside the matter; functions that set up tables; functions
// that may run inside of a caller's transaction, also of a caller that nobody knows; whatever speaks of a transaction by its names.
#include "checks/check.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "core/name_words.h"
#include "sql/increment.h"
#include "sql/name_comparison.h"

namespace backlint::checks {

extern const Check missing_transaction;

namespace {

using sql::SameName;
using sql::StatementKind;

// Tables that tell about the matter, or can be made again.
bool IsAside(std::string_view table) {
  static constexpr std::string_view kWords[] = {"log", "logs", "audit", "history", "trace", "journal", "cache", "cached", "caches", "stat", "stats",
                                                "statistics", "metrics", "tmp", "temp", "event", "events", "debug",
                                                "accesslog", "auditlog", "changelog", "errorlog", "eventlog", "syslog", "userlog"};
  return HasWord(table, kWords);
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

// The column numbers the table's own rows: `id`, or `order_id` in `orders`.
bool NumbersOwn(std::string_view table, std::string_view column) {
  std::vector<std::string> words = NameWords(column);
  if (words.empty() || !NamesRow(column)) return false;
  words.pop_back();
  if (words.empty()) return true;
  const std::vector<std::string> named = NameWords(table);
  const auto same = [](const std::string& word, const std::string& other) {
    return other == word || other == word + "s" || other == word + "es" || (word.ends_with("y") && other == word.substr(0, word.size() - 1) + "ies");
  };
  return words.size() <= named.size() && std::equal(words.rbegin(), words.rend(), named.rbegin(), same);
}

// Far apart, statements belong together only by a key: one that empties a table and one that fills it may be two operations.
bool IsNear(const Sequence& sequence) { return sequence.first.path.size() <= 1 && sequence.second.path.size() <= 1; }

struct Belonging {
  std::string message;      // empty: the two need not belong together
  std::string key;
  bool likely = true;       // else nothing but the key says so
};

Belonging Replaced(const Sequence& sequence) {
  const Access &first = sequence.first, &second = sequence.second;
  if (!first.Is(StatementKind::kDelete) || !second.Is(StatementKind::kInsert)) return {};
  const sql::Block& root = *first.statement->Root();
  if (IsNear(sequence) && !root.where && !root.conditions_unknown && sql::IsWhole(*first.statement))
    return {fmt::format("all rows of `{}` are deleted and inserted again outside of a transaction", TableOf(first)), "", true};
  for (size_t i = 0; i < sequence.shared.size(); ++i) {
    const AccessKey &old = first.keys[sequence.shared[i].first], &fresh = second.keys[sequence.shared[i].second];
    if (old.given || !fresh.given || !(fresh.column.empty() || SameName(old.column, fresh.column))) continue;
    const std::string& name = sequence.shared_names[i];
    return {fmt::format("rows of `{}` are deleted and inserted again for `{}` outside of a transaction", TableOf(first), name), name, true};
  }
  return {};
}

// `SET a = a - x` here and `SET a = a + x` there.
Belonging Moved(const Sequence& sequence) {
  const Access &first = sequence.first, &second = sequence.second;
  if (!first.Is(StatementKind::kUpdate) || !second.Is(StatementKind::kUpdate)) return {};
  for (const auto& [left, right] : sequence.shared)
    if (!first.keys[left].given && !second.keys[right].given) return {};      // of one row
  for (const sql::Assignment& taken : first.statement->Root()->assignments)
    for (const sql::Assignment& added : second.statement->Root()->assignments) {
      if (sql::IncrementOf(taken) * sql::IncrementOf(added) < 0 && SameName(taken.column, added.column))
        return {fmt::format("`{}` of `{}` is moved from one row to another outside of a transaction", taken.column, TableOf(first)), "", true};
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
    const bool refers = IsReference(backend, second, right.column, first) || IsReference(backend, first, left.column, second);
    // A row goes with what belongs to it. What hangs on a third one may be cleaned up bit by bit.
    const bool owned = NumbersOwn(TableOf(first), left.column) != NumbersOwn(TableOf(second), right.column);
    if (deletes) return {fmt::format("rows of `{}` and `{}` are deleted by `{}` outside of a transaction", TableOf(first), TableOf(second), name), name, refers || owned};
    // What is told of a row besides may be told later.
    const bool updates = first.Is(StatementKind::kUpdate) || second.Is(StatementKind::kUpdate);
    if (updates && !IsNear(sequence)) continue;
    // Two tables that both call it `id` number their own rows.
    const bool one_row = NamesRow(left.column) && NamesRow(right.column) && !(SameName(left.column, "id") && SameName(right.column, "id"));
    if (refers || one_row) return {OneByOne(first, second), name, refers || !updates};
  }
  // The key of the parent is made by the database.
  const bool made = std::any_of(second.keys.begin(), second.keys.end(), [&](const AccessKey& key) {
    return key.given && key.path.root != ValuePath::kLiteral && !key.column.empty() && IsReference(backend, second, key.column, first);
  });
  if (inserts && made && IsNear(sequence)) return {OneByOne(first, second), "", true};
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
      if (belonging.likely && claimed[second] == known->second) findings[known->second].severity = Severity::kWarning;
      continue;
    }
    if (claimed.count(second) != 0) continue;
    claimed[first] = claimed[second] = findings.size();
    Finding& finding = findings.emplace_back();
    finding.entry = &missing_transaction.entry;
    finding.severity = belonging.likely ? Severity::kWarning : Severity::kNote;
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
                     "key of the program or by a foreign key of the schema, and when an amount moves between two rows. A note when nothing but one key "
                     "says that rows that are changed, or deleted side by side, belong together. Functions whose callers are not "
                     "known are believed to run inside of a transaction when they are handed a connection.",
        },
    .run = Run,
};

}  // namespace backlint::checks
