// Which table a column belongs to, as far as the text of the statement tells.
#include <algorithm>

#include "sql/name_comparison.h"
#include "sql/statement_parser.h"

namespace backlint::sql {
namespace {

void ResolveQualified(const Statement& statement, uint32_t from, ColumnUse& use) {
  for (uint32_t b = from; b != kNoBlock; b = OuterScope(statement, b)) {
    const std::vector<Table>& tables = statement.blocks[b].tables;
    for (size_t i = 0; i < tables.size(); ++i) {
      const bool fits =
          SameName(tables[i].KnownAs(), use.table) && (use.schema.empty() || SameName(tables[i].schema, use.schema));
      if (!fits || use.table.empty()) continue;
      use.owner_block = b;
      use.owner = static_cast<int32_t>(i);
      use.sure = true;
      return;
    }
  }
}

// Without a qualifier only a scope with one table tells; further scopes outside leave a doubt.
void ResolveBare(const Statement& statement, uint32_t from, ColumnUse& use) {
  for (uint32_t b = from; b != kNoBlock; b = OuterScope(statement, b)) {
    const Block& block = statement.blocks[b];
    if (block.tables.empty()) continue;
    const bool written_only = block.kind == BlockKind::kInsert;
    if (block.tables.size() > 1 && !written_only) return;
    use.owner_block = b;
    use.owner = 0;
    bool outside = false;
    for (uint32_t o = OuterScope(statement, b); o != kNoBlock; o = OuterScope(statement, o))
      outside |= !statement.blocks[o].tables.empty();
    use.sure = !outside;
    return;
  }
}

bool IsAlias(const Block& block, const ColumnUse& use) {
  return std::any_of(block.items.begin(), block.items.end(),
                     [&](const SelectItem& item) { return SameName(item.alias, use.name); });
}

// ORDER BY names an item of the select list by its alias: the term is sorted by what the item is.
void ResolveAliases(Block& block, std::vector<SortTerm>& terms) {
  for (SortTerm& term : terms) {
    if (term.value.kind != ValueKind::kColumn || !block.columns[term.value.column].table.empty()) continue;
    ColumnUse& use = block.columns[term.value.column];
    for (const SelectItem& item : block.items) {
      if (item.alias.empty() || !SameName(item.alias, use.name)) continue;
      const int32_t column = item.value.kind == ValueKind::kColumn ? item.value.column : kNone;
      if (column != kNone && SameName(block.columns[column].name, use.name)) break;  // `a AS a`
      use.owner = kNone;
      use.owner_block = kNoBlock;
      term.value = item.value;
      break;
    }
  }
}

}  // namespace

uint32_t OuterScope(const Statement& statement, uint32_t inner) {
  const Block& block = statement.blocks[inner];
  switch (block.role) {
    case BlockRole::kCte:
    case BlockRole::kSource:
      return kNoBlock;
    case BlockRole::kDerived:
      return block.lateral || block.parent == kNoBlock ? block.parent : OuterScope(statement, block.parent);
    default:
      return block.parent;
  }
}

void ResolveColumns(Statement& statement) {
  for (uint32_t b = 0; b < statement.blocks.size(); ++b) {
    Block& block = statement.blocks[b];
    for (ColumnUse& use : block.columns) {
      if (use.owner != kNone || use.has_hole) continue;
      const bool sorts = use.place == Place::kOrder || use.place == Place::kGroup || use.place == Place::kHaving;
      if (!use.table.empty()) {
        ResolveQualified(statement, b, use);
      } else if (!sorts || !IsAlias(block, use)) {
        ResolveBare(statement, b, use);
      }
    }
    ResolveAliases(block, block.order);
    ResolveAliases(block, block.group);
  }
}

}  // namespace backlint::sql
