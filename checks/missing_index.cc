// Reports queries that find or sort the rows of a table by columns that none of its keys and indexes serves, and rows whose deletion
// makes the database search the tables that refer to them.
//
// Deliberately not reported: tables whose definition is not known for sure, tables known to be small, conditions that no index would help
// (`<>`, `LIKE '%x'`, flags and kinds on their own), tables of which some other condition is served, queries that run once, tests.
#include "checks/check.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "backend/lacked_index.h"
#include "sql/name_comparison.h"

namespace backlint::checks {

extern const Check missing_index;

namespace {

constexpr size_t kMostKeys = 4;     // shown of one table
constexpr size_t kMostOthers = 8;   // queries shown that lack the same index

std::string Called(const sql::MissingIndex::Part& part) {
  return part.function.empty() ? std::string(part.column) : fmt::format("{}({})", sql::LowerCase(part.function), part.column);
}

// The first `count` parts, or all of them.
std::string List(const sql::MissingIndex& missing, size_t count) {
  std::string list;
  for (size_t i = 0; i < count; ++i) list += (i == 0 ? "" : ", ") + Called(missing.parts[i]);
  return list;
}

std::string Definition(const sql::MissingIndex& missing, std::string_view table) {
  std::string name(table);
  for (const sql::MissingIndex::Part& part : missing.parts) (name += '_') += part.column;
  return fmt::format("CREATE INDEX {} ON {} ({})", name, table, List(missing, missing.parts.size()));
}

std::string Message(const sql::MissingIndex& missing, std::string_view table) {
  const std::string columns = List(missing, missing.searched);
  switch (missing.kind) {
    case sql::MissingKind::kJoin: return fmt::format("`{}` is joined by `{}`, which no index serves", table, columns);
    case sql::MissingKind::kOrder: return fmt::format("all of `{}` is sorted by `{}` for its first rows, and no index has that order", table, columns);
    default: return fmt::format("`{}` is searched by `{}`, which no index serves", table, columns);
  }
}

std::string Columns(const sql::SchemaKey& key) {
  std::string list;
  for (const sql::SchemaKeyPart& part : key.parts) (list += list.empty() ? "" : ", ") += part.column.empty() ? part.expression : part.column;
  return list;
}

std::string Title(const sql::SchemaKey& key) {
  if (key.kind == sql::KeyKind::kPrimary) return fmt::format("the primary key ({})", Columns(key));
  const char* what = key.kind == sql::KeyKind::kUnique ? "unique key" : "index";
  return key.name.empty() ? fmt::format("the {} ({})", what, Columns(key)) : fmt::format("{} `{}` ({})", what, key.name, Columns(key));
}

std::string Why(const sql::SchemaKey& key, sql::Service service) {
  switch (service) {
    case sql::Service::kFunction: return fmt::format("{} does not serve a function of its column", Title(key));
    case sql::Service::kPartial: return fmt::format("{} leaves out rows that the query may want: it holds those with {}", Title(key), key.where);
    case sql::Service::kNoOrder: return fmt::format("{} serves no search of this kind", Title(key));
    default: return fmt::format("{} begins with something else", Title(key));
  }
}

// A range with two ends.
bool IsWindow(const sql::TableSearch& search) {
  const auto ranges = std::count_if(search.conditions.begin(), search.conditions.end(), [](const sql::Condition& c) { return c.conjunct && c.lookup == sql::Lookup::kRange; });
  return ranges > 1 || std::any_of(search.conditions.begin(), search.conditions.end(), [](const sql::Condition& c) {
    return c.conjunct && c.predicate->comparison == sql::Comparison::kBetween;
  });
}

class Reporter {
 public:
  explicit Reporter(const Backend& backend) : backend_(backend), database_(backend.database()), sizes_(database_) {
    for (const Repetition& repetition : backend.repetitions()) repeated_.insert(repetition.query);
  }

  Findings Run() {
    const LackedIndexes lacked = FindLackedIndexes(database_, backend_.queries(), sizes_);
    for (const LackedIndex& index : lacked.indexes) Report(index);
    for (const LackingDeletion& deletion : lacked.deletions) Report(deletion);
    return std::move(findings_);
  }

 private:
  const backlint::Query& Query(const SqlStatement& statement) const { return backend_.queries()[statement.query]; }

  // Old rows that go now and then, and one end that may leave most rows, are no matter of seconds.
  Severity SeverityOf(const LackingSearch& search, const sql::SchemaTable& table) const {
    const sql::Statement& facts = *search.statement->facts;
    const bool window = facts.kind == sql::StatementKind::kSelect && IsWindow(sql::SearchOf(facts, search.block, search.table));
    return search.missing.kind == sql::MissingKind::kRange && !window ? Severity::kNote : SeverityOf(*search.statement, table);
  }

  void Report(const LackedIndex& index) {
    const sql::SchemaTable& table = *index.table;
    const LackingSearch& first = index.searches.front();
    Finding& finding = Add(*first.statement, table, Message(first.missing, table.name));
    finding.severity = Severity::kNote;
    for (const LackingSearch& search : index.searches) finding.severity = std::max(finding.severity, SeverityOf(search, table));
    const sql::Dialect dialect = database_.SchemaOf(table).dialect();
    const bool plain = std::all_of(first.missing.parts.begin(), first.missing.parts.end(), [](const auto& part) { return part.function.empty(); });
    if (dialect != sql::Dialect::kMysql || plain)
      finding.notes.push_back({Defined(table), fmt::format("the table is defined here; `{}` would serve", Definition(first.missing, table.name))});
    AddForeignKeys(table, first.missing, dialect, &finding);
    const sql::TableSearch search = sql::SearchOf(*first.statement->facts, first.block, first.table, dialect);
    AddKeys(table, [&](const sql::SchemaKey& key) { return sql::ServiceOf(key, search, dialect); }, &finding);
    const size_t others = index.searches.size() - 1;
    for (size_t i = 1; i <= others && i <= kMostOthers; ++i)
      finding.notes.push_back({index.searches[i].statement->place, i == kMostOthers && others > kMostOthers
                                                                       ? fmt::format("it would serve this query too, and {} more", others - kMostOthers)
                                                                       : "it would serve this query too"});
  }

  void Report(const LackingDeletion& deletion) {
    for (const sql::UnindexedReference& reference : deletion.references) {
      const std::string columns = Columns(*reference.key);
      if (!referenced_.emplace(reference.table, columns).second) continue;
      Finding& finding = Add(*deletion.statement, *reference.table,
                             fmt::format("each row deleted from `{}` searches `{}` by its foreign key `{}`, which no index serves", deletion.parent->name,
                                         reference.table->name, columns));
      finding.notes.push_back({database_.PlaceOf(*reference.table, reference.key->origin),
                               fmt::format("the foreign key, which makes no index; `CREATE INDEX ... ON {} ({})` would serve", reference.table->name, columns)});
    }
  }

  // It looks like an index, and only MySQL makes one for it.
  void AddForeignKeys(const sql::SchemaTable& table, const sql::MissingIndex& missing, sql::Dialect dialect, Finding* finding) const {
    for (const sql::SchemaKey& key : table.keys)
      if (key.kind == sql::KeyKind::kForeign && dialect != sql::Dialect::kMysql && !key.parts.empty() && sql::SameName(key.parts[0].column, missing.parts[0].column))
        finding->notes.push_back({database_.PlaceOf(table, key.origin), fmt::format("the foreign key ({}) makes no index", Columns(key))});
  }

  Place Defined(const sql::SchemaTable& table) const { return database_.PlaceOf(table, table.origin); }

  template <typename Serve>
  void AddKeys(const sql::SchemaTable& table, const Serve& service_of, Finding* finding) const {
    size_t shown = 0;
    for (const sql::SchemaKey& key : table.keys)
      if (key.IsIndex() && shown++ < kMostKeys) finding->notes.push_back({database_.PlaceOf(table, key.origin), Why(key, service_of(key))});
    if (shown == 0) finding->notes.push_back({Defined(table), fmt::format("`{}` has no key and no index", table.name)});
  }

  Severity SeverityOf(const SqlStatement& statement, const sql::SchemaTable& table) const {
    const bool matters = sizes_.Of(table) == TableSize::kGrows || repeated_.count(statement.query) != 0;
    return matters ? Severity::kWarning : Severity::kNote;
  }

  Finding& Add(const SqlStatement& statement, const sql::SchemaTable& table, std::string message) {
    const backlint::Query& query = Query(statement);
    Finding& finding = findings_.emplace_back();
    finding.entry = &missing_index.entry;
    const Place grows = sizes_.GrowsAt(table);
    finding.severity = SeverityOf(statement, table);
    finding.place = query.place;
    finding.function = query.function;
    finding.anchor = message;
    finding.message = std::move(message);
    finding.notes.push_back({query.place, fmt::format("the query: {}", Display(query.ways[statement.way]))});
    if (!grows.path.empty()) finding.notes.push_back({grows, fmt::format("`{}` grows here", table.name)});
    return finding;
  }

  const Backend& backend_;
  const Database& database_;
  const TableSizes sizes_;
  std::set<size_t> repeated_;
  std::set<std::pair<const sql::SchemaTable*, std::string>> referenced_;
  Findings findings_;
};

Findings Run(const Backend& backend) { return Reporter(backend).Run(); }

}  // namespace

constinit const Check missing_index{
    .entry =
        {
            .name = "missing-index",
            .chapter = Chapter::kDatabase,
            .severity = Severity::kWarning,
            .symptom = "Requests that were quick with a thousand rows take seconds with a million, and the database's processors are busy reading.",
            .cause = "No key or index of the table begins with the columns that the query looks for, so the database reads every row to answer. "
                     "The time grows with the table, and so do the locks of writes that have to find their rows first.",
            .fix = "Create an index that begins with the columns compared by `=`, followed by the one compared by a range or sorted by, and look "
                   "at the plan (`EXPLAIN`) with as many rows as production has. On a live PostgreSQL table use `CREATE INDEX CONCURRENTLY`.",
            .scope = "A warning when the program adds rows to the table or repeats the query, else a note. Nothing is said of tables whose "
                     "definition is not known for sure or which are small by their name, key or content, nor of queries that run once.",
        },
    .run = Run,
};

}  // namespace backlint::checks
