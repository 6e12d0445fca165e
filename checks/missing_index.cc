// Reports queries that find or sort the rows of a table by columns that none of its keys and indexes serves, and rows whose deletion
// makes the database search the tables that refer to them.
//
// Deliberately not reported: tables whose definition is not known for sure, tables known to be small, conditions that no index would help
// (`<>`, `LIKE '%x'`, flags and kinds on their own), tables of which some other condition is served, queries that run once, tests.
#include "checks/check.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "backend/rehearsal.h"
#include "backend/table_size.h"
#include "sql/foreign_key.h"
#include "sql/index_use.h"
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

// Whether an index made for one search serves the other as well.
bool Serves(const sql::MissingIndex& made, const sql::MissingIndex& other) {
  if ((made.kind == sql::MissingKind::kOrder) != (other.kind == sql::MissingKind::kOrder)) return false;
  return std::all_of(made.parts.begin(), made.parts.begin() + made.searched, [&](const auto& part) {
    return std::any_of(other.parts.begin(), other.parts.begin() + other.searched,
                       [&](const auto& theirs) { return sql::SameName(part.column, theirs.column) && sql::SameName(part.function, theirs.function); });
  });
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
    for (const SqlStatement& statement : database_.statements())
      enforced_ |= statement.facts->kind == sql::StatementKind::kPragma &&
                   statement.script->text().substr(statement.facts->begin, statement.facts->end - statement.facts->begin).find("foreign_keys") != std::string_view::npos;
  }

  Findings Run() {
    if (database_.HasUnknownIndexes()) return {};
    for (const SqlStatement& statement : database_.statements()) {
      if (statement.query == SqlStatement::kNoQuery || !sql::IsWhole(*statement.facts)) continue;
      if (Query(statement).once || IsRehearsal(statement.place.path)) continue;
      const auto& blocks = statement.facts->blocks;
      for (uint32_t block = 0; block < blocks.size(); ++block)
        for (size_t table = 0; table < blocks[block].tables.size(); ++table) Search(statement, block, static_cast<int32_t>(table));
      Delete(statement);
    }
    for (auto& [table, lacks] : lacks_) ReportLacks(*table, lacks);
    return std::move(findings_);
  }

 private:
  // A search of one statement that lacks an index.
  struct Lack {
    const SqlStatement* statement;
    uint32_t block;
    int32_t table;
    sql::MissingIndex missing;
    Severity severity;
  };

  const backlint::Query& Query(const SqlStatement& statement) const { return backend_.queries()[statement.query]; }

  const sql::SchemaTable* Known(const SqlStatement& statement, const sql::Table& table) const {
    if (!table.IsReal() || table.has_hole) return nullptr;
    const sql::SchemaTable* known = database_.FindTable(statement.script->dialect(), table.schema, table.name);
    const bool sure = known != nullptr && known->IsCertain() && !known->view && !known->temporary && !known->has_hole;
    return sure && sizes_.Of(*known) != TableSize::kSmall ? known : nullptr;
  }

  // Of the engine that has the table: a statement alone may not show it.
  sql::Dialect DialectOf(const sql::SchemaTable& table) const {
    for (const sql::Schema* schema : database_.schemas()) {
      const auto tables = schema->tables();
      if (std::find(tables.begin(), tables.end(), &table) != tables.end()) return schema->dialect();
    }
    return sql::Dialect::kUnknown;
  }

  void Search(const SqlStatement& statement, uint32_t block, int32_t index) {
    const sql::Statement& facts = *statement.facts;
    const bool reads = facts.blocks[block].kind == sql::BlockKind::kSelect || facts.blocks[block].kind == sql::BlockKind::kUpdate ||
                       facts.blocks[block].kind == sql::BlockKind::kDelete;
    const sql::SchemaTable* known = reads ? Known(statement, facts.blocks[block].tables[index]) : nullptr;
    if (known == nullptr) return;
    const sql::Dialect dialect = DialectOf(*known);
    const auto missing = sql::FindMissingIndex(facts, block, index, *known, dialect);
    if (!missing) return;
    // Old rows that go now and then, and one end that may leave most rows, are no matter of seconds.
    const bool window = facts.kind == sql::StatementKind::kSelect && IsWindow(sql::SearchOf(facts, block, index));
    const Severity severity = missing->kind == sql::MissingKind::kRange && !window ? Severity::kNote : SeverityOf(statement, *known);
    lacks_[known].push_back({&statement, block, index, *missing, severity});
  }

  // One finding for one index: what the fewest columns ask for serves those who ask for these and more.
  void ReportLacks(const sql::SchemaTable& table, std::vector<Lack>& lacks) {
    std::stable_sort(lacks.begin(), lacks.end(), [](const Lack& a, const Lack& b) { return a.missing.searched < b.missing.searched; });
    std::vector<bool> taken(lacks.size(), false);
    for (size_t first = 0; first < lacks.size(); ++first) {
      if (taken[first]) continue;
      std::vector<const Lack*> others;
      for (size_t i = first + 1; i < lacks.size(); ++i) {
        if (taken[i] || !Serves(lacks[first].missing, lacks[i].missing)) continue;
        taken[i] = true;
        const auto known = [&](const Lack* other) { return other->statement->query == lacks[i].statement->query; };
        if (!known(&lacks[first]) && std::none_of(others.begin(), others.end(), known)) others.push_back(&lacks[i]);
      }
      Report(table, lacks[first], others);
    }
  }

  void Report(const sql::SchemaTable& table, const Lack& lack, const std::vector<const Lack*>& others) {
    Finding& finding = Add(*lack.statement, table, Message(lack.missing, table.name));
    finding.severity = lack.severity;
    for (const Lack* other : others) finding.severity = std::max(finding.severity, other->severity);
    const sql::Dialect dialect = DialectOf(table);
    const bool plain = std::all_of(lack.missing.parts.begin(), lack.missing.parts.end(), [](const auto& part) { return part.function.empty(); });
    if (dialect != sql::Dialect::kMysql || plain)
      finding.notes.push_back({Defined(table), fmt::format("the table is defined here; `{}` would serve", Definition(lack.missing, table.name))});
    AddForeignKeys(table, lack.missing, dialect, &finding);
    const sql::TableSearch search = sql::SearchOf(*lack.statement->facts, lack.block, lack.table);
    AddKeys(table, [&](const sql::SchemaKey& key) { return sql::ServiceOf(key, search, dialect); }, &finding);
    for (size_t i = 0; i < others.size() && i < kMostOthers; ++i)
      finding.notes.push_back({others[i]->statement->place, i + 1 == kMostOthers && others.size() > kMostOthers
                                                                ? fmt::format("it would serve this query too, and {} more", others.size() - kMostOthers)
                                                                : "it would serve this query too"});
  }

  // It looks like an index, and only MySQL makes one for it.
  void AddForeignKeys(const sql::SchemaTable& table, const sql::MissingIndex& missing, sql::Dialect dialect, Finding* finding) const {
    for (const sql::SchemaKey& key : table.keys)
      if (key.kind == sql::KeyKind::kForeign && dialect != sql::Dialect::kMysql && !key.parts.empty() && sql::SameName(key.parts[0].column, missing.parts[0].column))
        finding->notes.push_back({database_.PlaceOf(table, key.origin), fmt::format("the foreign key ({}) makes no index", Columns(key))});
  }

  // A row that others refer to cannot go before the database has looked for them.
  void Delete(const SqlStatement& statement) {
    const sql::Block* root = statement.facts->Root();
    if (statement.facts->kind != sql::StatementKind::kDelete || root == nullptr || root->tables.empty()) return;
    const sql::SchemaTable* parent = Known(statement, root->tables[0]);
    if (parent == nullptr || (DialectOf(*parent) == sql::Dialect::kSqlite && !enforced_)) return;
    for (const sql::Schema* schema : database_.schemas()) {
      const auto tables = schema->tables();
      if (std::find(tables.begin(), tables.end(), parent) == tables.end()) continue;
      for (const sql::UnindexedReference& reference : sql::FindUnindexedReferences(*schema, *parent)) {
        if (sizes_.Of(*reference.table) == TableSize::kSmall) continue;
        const std::string columns = Columns(*reference.key);
        if (!referenced_.emplace(reference.table, columns).second) continue;
        Finding& finding = Add(statement, *reference.table,
                               fmt::format("each row deleted from `{}` searches `{}` by its foreign key `{}`, which no index serves", parent->name, reference.table->name, columns));
        finding.notes.push_back({database_.PlaceOf(*reference.table, reference.key->origin),
                                 fmt::format("the foreign key, which makes no index; `CREATE INDEX ... ON {} ({})` would serve", reference.table->name, columns)});
      }
    }
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
  bool enforced_ = false;  // SQLite looks after foreign keys only when it is told to
  std::set<size_t> repeated_;
  std::map<const sql::SchemaTable*, std::vector<Lack>> lacks_;
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
