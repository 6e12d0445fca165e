#include "sql/statement.h"

#include <algorithm>
#include <array>

namespace backlint::sql {

std::string_view Name(StatementKind kind) {
  constexpr std::array<std::string_view, 32> kNames = {
      "unknown",      "select",      "insert",          "update",      "delete",      "merge",         "create table",
      "create index", "create view", "create other",    "alter table", "alter other", "drop table",    "drop index",
      "drop other",   "rename",      "truncate",        "begin",       "commit",      "rollback",      "savepoint",
      "release",      "rollback to", "set transaction", "set",         "lock tables", "unlock tables", "pragma",
      "copy",         "call",        "explain",         "other"};
  static_assert(kNames.size() == static_cast<size_t>(StatementKind::kOther) + 1);
  return kNames[static_cast<size_t>(kind)];
}

std::string_view Name(Comparison comparison) {
  constexpr std::array<std::string_view, 18> kNames = {
      "=",  "<>",     "<",       "<=",          ">",    ">=",       "<=>",    "is null", "is not null",
      "in", "not in", "between", "not between", "like", "not like", "regexp", "truth",   "other"};
  return kNames[static_cast<size_t>(comparison)];
}

std::vector<const Table*> TablesOf(const Statement& statement) {
  std::vector<const Table*> tables;
  const auto add = [&](const std::vector<Table>& from) {
    for (const Table& table : from)
      if (table.IsReal()) tables.push_back(&table);
  };
  add(statement.named);
  for (const Block& block : statement.blocks) add(block.tables);
  std::stable_sort(tables.begin(), tables.end(), [](const Table* a, const Table* b) { return a->offset < b->offset; });
  return tables;
}

}  // namespace backlint::sql
