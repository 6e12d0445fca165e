#include "sql/schema_resolution.h"

#include <algorithm>

#include "sql/name_comparison.h"

namespace backlint::sql {
namespace {

enum class Has : uint8_t { kNo, kMaybe, kYes };

// Whether the result of a query has a column of this name.
Has ResultHas(const Statement& statement, uint32_t index, std::string_view name) {
  while (index != kNoBlock && statement.blocks[index].kind == BlockKind::kSetOperation) {
    const auto operand = std::find_if(statement.blocks.begin(), statement.blocks.end(),
                                      [&](const Block& block) { return block.parent == index; });
    if (operand == statement.blocks.end()) return Has::kMaybe;
    index = static_cast<uint32_t>(operand - statement.blocks.begin());
  }
  if (index == kNoBlock || statement.blocks[index].kind != BlockKind::kSelect) return Has::kMaybe;
  const Block& block = statement.blocks[index];
  bool unknown = block.columns_unknown || block.items.empty();
  for (const SelectItem& item : block.items) {
    const bool named = !item.alias.empty() || item.value.kind == ValueKind::kColumn;
    const std::string_view own = !item.alias.empty() ? item.alias
                                 : named             ? block.columns[item.value.column].name
                                                     : std::string_view();
    if (named && SameName(own, name)) return Has::kYes;
    unknown |= item.is_star || !named;
  }
  return unknown ? Has::kMaybe : Has::kNo;
}

Has TableHas(const Statement& statement, const Table& table, std::string_view name, const Schema& schema) {
  if (table.function || table.has_hole) return Has::kMaybe;
  if (!table.IsReal()) return ResultHas(statement, table.block, name);
  const SchemaTable* known = schema.Find(table.schema, table.name);
  if (known == nullptr) return Has::kMaybe;
  if (known->FindColumn(name) != nullptr) return Has::kYes;
  return known->IsCertain() ? Has::kNo : Has::kMaybe;
}

// Looks in one scope; kNo when the name must stand for something further out.
Has ResolveIn(const Statement& statement, uint32_t b, ColumnUse& use, const Schema& schema) {
  const std::vector<Table>& tables = statement.blocks[b].tables;
  int32_t hit = kNone, maybe = kNone;
  int hits = 0, maybes = 0;
  for (size_t i = 0; i < tables.size(); ++i) {
    switch (TableHas(statement, tables[i], use.name, schema)) {
      case Has::kYes:
        hit = static_cast<int32_t>(i);
        ++hits;
        break;
      case Has::kMaybe:
        maybe = static_cast<int32_t>(i);
        ++maybes;
        break;
      case Has::kNo:
        break;
    }
  }
  if (hits == 0 && maybes == 0) return Has::kNo;
  if (hits > 1 || (hits == 0 && maybes > 1)) return Has::kMaybe;
  use.owner_block = b;
  use.owner = hits == 1 ? hit : maybe;
  use.sure = hits == 1 && maybes == 0;
  return Has::kYes;
}

}  // namespace

void ResolveColumns(Statement& statement, const Schema& schema) {
  for (uint32_t b = 0; b < statement.blocks.size(); ++b) {
    for (ColumnUse& use : statement.blocks[b].columns) {
      // A name without an owner that stands in a scope with tables may be an alias of the select list.
      const Block& block = statement.blocks[b];
      const bool alias = std::any_of(block.items.begin(), block.items.end(),
                                     [&](const SelectItem& item) { return SameName(item.alias, use.name); });
      if (!use.table.empty() || use.has_hole || use.sure || (alias && use.owner == kNone)) continue;
      const ColumnUse before = use;
      use.owner = kNone;
      use.owner_block = kNoBlock;
      Has found = Has::kNo;
      for (uint32_t scope = b; scope != kNoBlock && found == Has::kNo; scope = OuterScope(statement, scope)) {
        if (!statement.blocks[scope].tables.empty()) found = ResolveIn(statement, scope, use, schema);
      }
      if (use.owner == kNone) use = before;
    }
  }
}

}  // namespace backlint::sql
