// Reports queries that keep all rows of a table that the program adds rows to: neither a limit nor a condition makes them few; and those
// whose limit is a number that a client sends, with nothing to bound it.
//
// Deliberately not reported: rows that are looked at one by one; aggregates, groups and distinct values; conditions that choose one row,
// a list of keys, a window between two ends, or rows by a value that few share; objects that hold a table on purpose (rows that fill a
// member, queries that run once, functions that export, import or rebuild); tables that are small or not known for sure; tests.
#include "checks/check.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "backend/rehearsal.h"
#include "backend/table_size.h"
#include "core/name_words.h"
#include "sql/index_use.h"
#include "sql/name_comparison.h"
#include "sql/table_search.h"

namespace backlint::checks {

extern const Check unbounded_select;

namespace {

using sql::Comparison;

// `export`, `exports`, `exported`, `exporter`, `exporting`, and no `important`.
bool IsFormOf(std::string_view word, std::string_view stem) {
  static constexpr std::string_view kEnds[] = {"", "s", "e", "es", "ed", "d", "er", "r", "ers", "ing", "ion", "ions", "or"};
  return word.starts_with(stem) && std::find(std::begin(kEnds), std::end(kEnds), word.substr(stem.size())) != std::end(kEnds);
}

// Functions that read everything on purpose, as their names say.
bool IsWholesale(std::string_view function) {
  const size_t colon = function.rfind("::");
  const std::vector<std::string> words = NameWords(colon == std::string_view::npos ? function : function.substr(colon + 2));
  static constexpr std::string_view kStems[] = {"export", "import", "dump", "backup", "restor", "migrat", "upgrad", "rebuild", "reindex", "preload", "cach", "startup", "init",
                                                "initializ", "initialis", "cleanup", "purg", "vacuum", "repair", "convert", "sync", "resync", "synchroniz", "synchronis"};
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::any_of(std::begin(kStems), std::end(kStems), [&](std::string_view stem) { return IsFormOf(word, stem); });
  });
}

bool EndsInId(std::string_view column) {
  const std::string name = sql::LowerCase(column);
  return name.ends_with("_id") || name.ends_with("_uuid") || name.ends_with("_guid") || (column.size() > 2 && column.ends_with("Id"));
}

bool IsForeign(const sql::SchemaTable& table, std::string_view column) {
  return EndsInId(column) || std::any_of(table.keys.begin(), table.keys.end(), [&](const sql::SchemaKey& key) {
    return key.kind == sql::KeyKind::kForeign && key.parts.size() == 1 && sql::SameName(key.parts[0].column, column);
  });
}

// A column that tells rows in use from those that are not, which most are.
bool IsFlag(const sql::SchemaTable& table, std::string_view column) {
  const sql::SchemaColumn* known = table.FindColumn(column);
  if (known != nullptr && (known->type_name == "boolean" || known->type_name == "bool")) return true;
  const std::string name = sql::LowerCase(column);
  static constexpr std::string_view kParts[] = {"delet", "remov", "activ", "enabl", "visib", "hidden", "archiv"};
  return name.starts_with("is_") || std::any_of(std::begin(kParts), std::end(kParts), [&](std::string_view part) { return name.find(part) != std::string::npos; });
}

enum class Bound : uint8_t { kNone, kMost, kSome, kFew };

// The tables of a block of which the conditions leave more than one row for each row of the others.
std::vector<size_t> ManyOf(const sql::Block& block, const std::vector<const sql::SchemaTable*>& known, const std::vector<sql::TableSearch>& searches) {
  std::set<size_t> one;
  for (bool grows = true; grows;) {
    grows = false;
    for (size_t i = 0; i < block.tables.size(); ++i) {
      if (one.count(i) != 0 || known[i] == nullptr) continue;
      std::vector<std::string_view> fixed;
      for (const sql::Condition& condition : searches[i].conditions) {
        const bool given = condition.partner == sql::kNone || one.count(static_cast<size_t>(condition.partner)) != 0;
        if (sql::TableSearch::IsEquality(condition) && condition.function.empty() && condition.predicate->comparison != Comparison::kIn && given) fixed.push_back(condition.column);
      }
      if (known[i]->IsUnique(fixed)) grows = one.insert(i).second;
    }
  }
  std::vector<size_t> many;
  for (size_t i = 0; i < block.tables.size(); ++i)
    if (one.count(i) == 0) many.push_back(i);
  return many;
}

// How many rows of a table the conditions leave. Joined to a table of which there are many rows, nothing is bounded.
Bound BoundOf(const sql::SchemaTable& table, const sql::TableSearch& search, const std::vector<size_t>& many) {
  Bound bound = Bound::kNone;
  std::map<std::string_view, int> ends;
  for (const sql::Condition& condition : search.conditions) {
    const Comparison comparison = condition.predicate->comparison;
    const bool joined = condition.partner != sql::kNone;
    if (joined && std::find(many.begin(), many.end(), static_cast<size_t>(condition.partner)) != many.end()) continue;
    if (!condition.conjunct || comparison == Comparison::kIn || comparison == Comparison::kBetween) return Bound::kFew;
    if (condition.lookup == sql::Lookup::kRange && comparison != Comparison::kLike && ++ends[condition.column] == 2) return Bound::kFew;
    const bool most = condition.lookup == sql::Lookup::kNone || IsFlag(table, condition.column);
    // A state, a moment, a parent: few or many, nobody can say. `<> 0`, `LIKE '%a%'`, `deleted = 0`: most of them, perhaps.
    bound = std::max(bound, most ? Bound::kMost : Bound::kSome);
    const bool shared = !sql::TableSearch::IsEquality(condition) || sql::IsUnselective(table, condition.column) || IsForeign(table, condition.column);
    if (!most && !joined && !shared) return Bound::kFew;
  }
  return bound;
}

class Reporter {
 public:
  explicit Reporter(const Backend& backend) : backend_(backend), database_(backend.database()), sizes_(database_) {}

  Findings Run() {
    for (const Gathering& gathering : backend_.gatherings()) {
      const Query& query = backend_.queries()[gathering.query];
      if (query.once || query.constructs || IsRehearsal(query.place.path) || IsWholesale(query.function)) continue;
      for (const SqlStatement& statement : database_.StatementsOf(gathering.query))
        if (Report(statement, gathering)) break;
    }
    for (size_t i = 0; i < backend_.queries().size(); ++i) ReportClientLimit(i);
    return std::move(findings_);
  }

 private:
  bool Report(const SqlStatement& statement, const Gathering& gathering) {
    const sql::Statement& facts = *statement.facts;
    const sql::Block* root = facts.Root();
    if (facts.kind != sql::StatementKind::kSelect || !sql::IsWhole(facts) || root == nullptr || root->kind != sql::BlockKind::kSelect) return false;
    const bool limited = root->limit.kind != sql::ValueKind::kNone || root->aggregate || root->perhaps_aggregate || root->grouped || root->distinct || root->conditions_unknown;
    if (limited || root->tables.empty() || !std::all_of(root->tables.begin(), root->tables.end(), [](const sql::Table& table) { return table.IsReal() && !table.has_hole; })) return false;
    std::vector<const sql::SchemaTable*> known;
    std::vector<sql::TableSearch> searches;
    for (size_t i = 0; i < root->tables.size(); ++i) {
      const sql::Table& table = root->tables[i];
      known.push_back(database_.FindTable(statement.script->dialect(), table.schema, table.name));
      searches.push_back(sql::SearchOf(facts, facts.root, static_cast<int32_t>(i)));
      if (known.back() == nullptr || !known.back()->IsCertain() || known.back()->view || known.back()->temporary || !searches.back().complete) return false;
    }
    Bound bound = Bound::kNone;
    const std::vector<size_t> many = ManyOf(*root, known, searches);
    // A condition that is on none of the columns, `WHERE 1 = 0`, `f(a, b)`, may leave few as well.
    const bool unread = root->where && std::all_of(searches.begin(), searches.end(), [](const sql::TableSearch& search) { return search.conditions.empty(); });
    if (many.empty() || unread) return false;
    for (const size_t i : many) bound = std::max(bound, BoundOf(*known[i], searches[i], many));
    const auto grows = std::find_if(many.begin(), many.end(), [&](size_t i) { return sizes_.Of(*known[i]) == TableSize::kGrows; });
    const bool small = std::any_of(many.begin(), many.end(), [&](size_t i) { return !root->tables[i].outer && sizes_.Of(*known[i]) == TableSize::kSmall; });
    if (bound == Bound::kFew || grows == many.end() || (small && many.size() == 1)) return false;
    Add(statement, gathering, *known[*grows], bound);
    return true;
  }

  // `LIMIT ?` with a client's number is no limit.
  void ReportClientLimit(size_t index) {
    const Query& query = backend_.queries()[index];
    if (!query.client_limit || IsRehearsal(query.place.path)) return;
    for (const SqlStatement& statement : database_.StatementsOf(index)) {
      const sql::Block* root = statement.facts->Root();
      if (statement.facts->kind != sql::StatementKind::kSelect || !sql::IsWhole(*statement.facts) || root == nullptr || root->limit.kind == sql::ValueKind::kNone) continue;
      if (root->tables.empty() || !root->tables.front().IsReal() || root->tables.front().has_hole) continue;
      const sql::Table& table = root->tables.front();
      const sql::SchemaTable* known = database_.FindTable(statement.script->dialect(), table.schema, table.name);
      if (known != nullptr && sizes_.Of(*known) == TableSize::kSmall) return;
      Finding& finding = findings_.emplace_back();
      finding.entry = &unbounded_select.entry;
      finding.severity = Severity::kWarning;
      finding.place = query.place;
      finding.function = query.function;
      finding.message = fmt::format("the client decides how many rows of `{}` are read, and nothing bounds its number", table.name);
      finding.anchor = Display(query.text);
      finding.notes.push_back(*query.client_limit);
      finding.notes.push_back({query.place, fmt::format("the query: {}", Display(query.ways[statement.way]))});
      return;
    }
  }

  void Add(const SqlStatement& statement, const Gathering& gathering, const sql::SchemaTable& table, Bound bound) {
    const Query& query = backend_.queries()[gathering.query];
    Finding& finding = findings_.emplace_back();
    finding.entry = &unbounded_select.entry;
    finding.severity = bound <= Bound::kMost ? Severity::kWarning : Severity::kNote;
    finding.place = query.place;
    finding.function = query.function;
    finding.message = bound == Bound::kNone ? fmt::format("all rows of `{}` are read and kept, however many there are", table.name)
                                            : fmt::format("rows of `{}` are read and kept without a limit", table.name);
    finding.anchor = Display(query.text);
    finding.notes.push_back({query.place, fmt::format("the query: {}", Display(query.ways[statement.way]))});
    finding.notes.push_back({gathering.growth, gathering.into.empty() ? "each row is added here" : fmt::format("each row is added to `{}` here", gathering.into)});
    finding.notes.push_back({sizes_.GrowsAt(table), fmt::format("`{}` grows here", table.name)});
  }

  const Backend& backend_;
  const Database& database_;
  const TableSizes sizes_;
  Findings findings_;
};

Findings Run(const Backend& backend) { return Reporter(backend).Run(); }

}  // namespace

constinit const Check unbounded_select{
    .entry =
        {
            .name = "unbounded-select",
            .chapter = Chapter::kDatabase,
            .severity = Severity::kWarning,
            .symptom = "One list request answers with megabytes, the process grows until it is killed, and it gets worse with every month of data.",
            .cause = "The query returns every row that matches, and the program keeps them all in memory. Nothing in the statement bounds their "
                     "number, so it grows with the table.",
            .fix = "Read a page at a time: `... WHERE id > ? ORDER BY id LIMIT ?`, with a largest page size that the server decides, whatever the "
                   "request asks for. Where all rows are needed, read them one by one and keep none.",
            .scope = "A warning when nothing restricts the rows; a note when they belong to one parent or share a state or a side of a moment. A warning, too, "
                     "where LIMIT takes a number of a request that nothing bounds: a comparison or a minimum on its way is taken for a bound.",
        },
    .run = Run,
};

}  // namespace backlint::checks
