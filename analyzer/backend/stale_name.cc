#include "backend/stale_name.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "backend/rehearsal.h"
#include "sql/name_comparison.h"

namespace backlint {
namespace {

using sql::SameName;
using sql::StatementKind;

bool ChangesSchema(const sql::Statement& statement) {
  switch (statement.kind) {
    case StatementKind::kAlterTable:
    case StatementKind::kCreateTable:
    case StatementKind::kDropTable:
    case StatementKind::kRename:
      return true;
    default:
      return false;
  }
}

bool AsksRows(const sql::Statement& statement) {
  switch (statement.kind) {
    case StatementKind::kSelect:
    case StatementKind::kInsert:
    case StatementKind::kUpdate:
    case StatementKind::kDelete:
    case StatementKind::kMerge:
      return statement.grade != sql::Grade::kUnknown;
    default:
      return false;
  }
}

class Search {
 public:
  Search(const Database& database, std::span<const Query> queries) : queries_(queries) {
    for (const SqlStatement& statement : database.statements()) {
      if (statement.query == SqlStatement::kNoQuery) continue;
      if (ChangesSchema(*statement.facts)) migrating_.insert(FunctionOf(statement));
      if (AsksRows(*statement.facts) && !IsRehearsal(statement.place.path)) asking_.push_back(&statement);
    }
    for (const sql::Schema* schema : database.schemas())
      for (const sql::SchemaTable* table : schema->tables()) tables_.emplace(sql::LowerCase(table->name), table);
  }

  StaleName Find(const History& history, const StepHazard& found) const {
    StaleName stale{found.place, found.hazard.table, found.hazard.column, found.hazard.renamed, false, {}};
    if (stale.table.empty() || !IsGone(stale)) return stale;
    std::set<Place> places;
    for (const SqlStatement* statement : asking_) {
      if (!SpeaksTo(*statement, history) || !Names(*statement, stale)) continue;
      if (migrating_.count(FunctionOf(*statement)) != 0 || !places.insert(statement->place).second) continue;
      stale.written |= statement->facts->kind != StatementKind::kSelect;
      stale.uses.push_back(statement);
    }
    return stale;
  }

 private:
  std::pair<std::string, std::string> FunctionOf(const SqlStatement& statement) const {
    return {statement.place.path, queries_[statement.query].function};
  }

  static bool SpeaksTo(const SqlStatement& statement, const History& history) {
    const sql::Dialect own = statement.script->dialect();
    return own == sql::Dialect::kUnknown || history.dialect == sql::Dialect::kUnknown || own == history.dialect;
  }

  // Whatever the engine, and whichever of its schemas: another part of the project may have such a table.
  bool IsGone(const StaleName& stale) const {
    const auto [first, last] = tables_.equal_range(sql::LowerCase(stale.table));
    if (stale.column.empty()) return first == last;
    return first != last && std::all_of(first, last, [&](const auto& entry) {
             const sql::SchemaTable& table = *entry.second;
             return table.IsCertain() && !table.view && table.FindColumn(stale.column) == nullptr;
           });
  }

  static bool Names(const SqlStatement& statement, const StaleName& stale) {
    return stale.column.empty() ? NamesTable(*statement.facts, stale) : NamesColumn(*statement.facts, stale);
  }

  static bool IsTable(const sql::Table& table, const StaleName& stale) {
    return table.IsReal() && !table.has_hole && table.schema.empty() && SameName(table.name, stale.table);
  }

  static bool NamesTable(const sql::Statement& statement, const StaleName& stale) {
    const std::vector<const sql::Table*> tables = sql::TablesOf(statement);
    return std::any_of(tables.begin(), tables.end(), [&](const sql::Table* table) { return IsTable(*table, stale); });
  }

  static bool NamesColumn(const sql::Statement& statement, const StaleName& stale) {
    for (const sql::Block& block : statement.blocks) {
      for (const sql::ColumnUse& use : block.columns) {
        const bool owned = use.owner != sql::kNone && use.sure && !use.has_hole && SameName(use.name, stale.column);
        if (owned && IsTable(statement.blocks[use.owner_block].tables[use.owner], stale)) return true;
      }
      const bool writes = !block.tables.empty() && block.tables.front().written && IsTable(block.tables.front(), stale);
      const bool single = block.kind == sql::BlockKind::kInsert || block.tables.size() == 1;
      if (!writes || !single) continue;
      for (const sql::Assignment& assignment : block.assignments)
        if (!assignment.has_hole && SameName(assignment.column, stale.column)) return true;
    }
    return false;
  }

  std::span<const Query> queries_;
  std::multimap<std::string, const sql::SchemaTable*> tables_;  // of all engines, by name in small letters
  std::vector<const SqlStatement*> asking_;                     // in program text
  std::set<std::pair<std::string, std::string>> migrating_;     // functions that change the schema
};

}  // namespace

std::vector<StaleName> FindStaleNames(const Database& database, std::span<const Query> queries, std::span<const StepReview> reviews) {
  const Search search(database, queries);
  std::vector<StaleName> all;
  for (const StepReview& review : reviews)
    for (const StepHazard& found : review.hazards) {
      const sql::HazardKind kind = found.hazard.kind;
      if (kind != sql::HazardKind::kRemoval && (kind != sql::HazardKind::kContract || found.hazard.renamed.empty())) continue;
      StaleName stale = search.Find(*review.history, found);
      if (!stale.uses.empty()) all.push_back(std::move(stale));
    }
  return all;
}

}  // namespace backlint
