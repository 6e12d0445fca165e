#include "sql/foreign_key.h"

#include <algorithm>

#include "sql/name_comparison.h"

namespace backlint::sql {
namespace {

// An index that begins with one of the columns leaves few rows to look at.
bool IsServed(const SchemaTable& table, const SchemaKey& foreign) {
  return std::any_of(table.keys.begin(), table.keys.end(), [&](const SchemaKey& key) {
    if (key.kind == KeyKind::kForeign || key.kind == KeyKind::kCheck) return false;
    return key.parts.empty() || std::any_of(foreign.parts.begin(), foreign.parts.end(), [&](const SchemaKeyPart& part) {
             return SameName(part.column, key.parts[0].column);
           });
  });
}

}  // namespace

std::vector<UnindexedReference> FindUnindexedReferences(const Schema& schema, const SchemaTable& referenced) {
  std::vector<UnindexedReference> found;
  if (schema.dialect() == Dialect::kMysql || schema.dialect() == Dialect::kUnknown) return found;
  for (const SchemaTable* table : schema.tables()) {
    if (!table->IsCertain() || table->view || table->temporary || table == &referenced) continue;
    for (const SchemaKey& key : table->keys) {
      const bool refers =
          key.kind == KeyKind::kForeign && !key.parts.empty() && SameName(key.referenced_table, referenced.name);
      if (refers && !IsServed(*table, key)) found.push_back({table, &key});
    }
  }
  return found;
}

}  // namespace backlint::sql
