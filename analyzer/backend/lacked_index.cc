#include "backend/lacked_index.h"

#include <algorithm>
#include <map>
#include <utility>

#include "backend/rehearsal.h"
#include "sql/name_comparison.h"

namespace backlint {
namespace {

// Whether an index made for one search serves the other as well.
bool Serves(const sql::MissingIndex& made, const sql::MissingIndex& other) {
  if ((made.kind == sql::MissingKind::kOrder) != (other.kind == sql::MissingKind::kOrder)) return false;
  return std::all_of(made.parts.begin(), made.parts.begin() + made.searched, [&](const auto& part) {
    return std::any_of(other.parts.begin(), other.parts.begin() + other.searched,
                       [&](const auto& theirs) { return sql::SameName(part.column, theirs.column) && sql::SameName(part.function, theirs.function); });
  });
}

class Search {
 public:
  Search(const Database& database, std::span<const Query> queries, const TableSizes& sizes) : database_(database), queries_(queries), sizes_(sizes) {
    for (const SqlStatement& statement : database_.statements())
      enforced_ |= statement.facts->kind == sql::StatementKind::kPragma &&
                   statement.script->text().substr(statement.facts->begin, statement.facts->end - statement.facts->begin).find("foreign_keys") != std::string_view::npos;
  }

  LackedIndexes Run() {
    if (database_.HasUnknownIndexes()) return {};
    for (const SqlStatement& statement : database_.statements()) {
      if (statement.query == SqlStatement::kNoQuery || !sql::IsWhole(*statement.facts)) continue;
      if (queries_[statement.query].once || IsRehearsal(statement.place.path)) continue;
      const auto& blocks = statement.facts->blocks;
      for (uint32_t block = 0; block < blocks.size(); ++block)
        for (size_t table = 0; table < blocks[block].tables.size(); ++table) Look(statement, block, static_cast<int32_t>(table));
      LookAtDeletion(statement);
    }
    for (auto& [table, searches] : searches_) Gather(*table, searches);
    return std::move(found_);
  }

 private:
  const sql::SchemaTable* Known(const SqlStatement& statement, const sql::Table& table) const {
    if (!table.IsReal() || table.has_hole) return nullptr;
    const sql::SchemaTable* known = database_.FindTable(statement.script->dialect(), table.schema, table.name);
    const bool sure = known != nullptr && known->IsCertain() && !known->view && !known->temporary && !known->has_hole;
    return sure && sizes_.Of(*known) != TableSize::kSmall ? known : nullptr;
  }

  void Look(const SqlStatement& statement, uint32_t block, int32_t index) {
    const sql::Statement& facts = *statement.facts;
    const bool reads = facts.blocks[block].kind == sql::BlockKind::kSelect || facts.blocks[block].kind == sql::BlockKind::kUpdate ||
                       facts.blocks[block].kind == sql::BlockKind::kDelete;
    const sql::SchemaTable* known = reads ? Known(statement, facts.blocks[block].tables[static_cast<size_t>(index)]) : nullptr;
    if (known == nullptr) return;
    if (auto missing = sql::FindMissingIndex(facts, block, index, *known, database_.SchemaOf(*known).dialect()))
      searches_[known].push_back({&statement, block, index, *std::move(missing)});
  }

  // A row that others refer to cannot go before the database has looked for them. SQLite looks when it is told to.
  void LookAtDeletion(const SqlStatement& statement) {
    const sql::Block* root = statement.facts->Root();
    if (statement.facts->kind != sql::StatementKind::kDelete || root == nullptr || root->tables.empty()) return;
    const sql::SchemaTable* parent = Known(statement, root->tables[0]);
    if (parent == nullptr) return;
    const sql::Schema& schema = database_.SchemaOf(*parent);
    if (schema.dialect() == sql::Dialect::kSqlite && !enforced_) return;
    std::vector<sql::UnindexedReference> references = sql::FindUnindexedReferences(schema, *parent);
    std::erase_if(references, [&](const sql::UnindexedReference& reference) { return sizes_.Of(*reference.table) == TableSize::kSmall; });
    if (!references.empty()) found_.deletions.push_back({&statement, parent, std::move(references)});
  }

  // What the fewest columns ask for serves those who ask for these and more.
  void Gather(const sql::SchemaTable& table, std::vector<LackingSearch>& searches) {
    std::stable_sort(searches.begin(), searches.end(), [](const auto& a, const auto& b) { return a.missing.searched < b.missing.searched; });
    std::vector<bool> taken(searches.size(), false);
    for (size_t first = 0; first < searches.size(); ++first) {
      if (taken[first]) continue;
      LackedIndex& index = found_.indexes.emplace_back();
      index.table = &table;
      index.searches.push_back(searches[first]);
      for (size_t i = first + 1; i < searches.size(); ++i) {
        if (taken[i] || !Serves(searches[first].missing, searches[i].missing)) continue;
        taken[i] = true;
        const auto same = [&](const LackingSearch& other) { return other.statement->query == searches[i].statement->query; };
        if (std::none_of(index.searches.begin(), index.searches.end(), same)) index.searches.push_back(searches[i]);
      }
    }
  }

  const Database& database_;
  std::span<const Query> queries_;
  const TableSizes& sizes_;
  bool enforced_ = false;  // SQLite's foreign keys
  std::map<const sql::SchemaTable*, std::vector<LackingSearch>> searches_;
  LackedIndexes found_;
};

}  // namespace

LackedIndexes FindLackedIndexes(const Database& database, std::span<const Query> queries, const TableSizes& sizes) {
  return Search(database, queries, sizes).Run();
}

}  // namespace backlint
