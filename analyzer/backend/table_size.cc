#include "backend/table_size.h"

#include <algorithm>
#include <iterator>

#include "backend/rehearsal.h"
#include "sql/name_comparison.h"

namespace backlint {
namespace {

using sql::ValueKind;

bool Varies(const sql::Value& value) {
  switch (value.kind) {
    case ValueKind::kPlaceholder: case ValueKind::kHole: case ValueKind::kColumn: case ValueKind::kSubquery: return true;
    case ValueKind::kExpression: return value.has_hole || value.text.find('?') != std::string_view::npos || value.text.find('$') != std::string_view::npos;
    default: return false;
  }
}

// Whole words of the name, also in the plural: `app_settings`, `SchemaVersion`.
bool HasSmallName(std::string_view table) {
  static constexpr std::string_view kWords[] = {"config", "configs", "configuration", "configurations", "setting", "settings", "preference", "preferences", "option", "options",
                                                "meta", "metadata", "migration", "migrations", "version", "versions", "property", "properties", "globals", "variables",
                                                "enum", "enums", "kinds", "types", "statuses", "roles", "languages", "currencies", "countries", "lock", "sequences"};
  static constexpr std::string_view kEnds[] = {"config", "settings", "setting", "options", "version", "versions", "migrations", "metadata", "type", "types", "status", "kind", "kinds", "enum", "lookup"};
  const std::string name = sql::LowerCase(table);
  if (std::find(std::begin(kWords), std::end(kWords), name) != std::end(kWords)) return true;
  return std::any_of(std::begin(kEnds), std::end(kEnds), [&](std::string_view end) {
    if (!name.ends_with(end) || name.size() == end.size()) return name == end;
    const size_t at = name.size() - end.size();
    return name[at - 1] == '_' || (table[at] >= 'A' && table[at] <= 'Z');
  });
}

bool HasSmallKey(const sql::SchemaTable& table) {
  const sql::SchemaKey* key = table.PrimaryKey();
  if (key == nullptr || key->parts.size() != 1) return false;
  const sql::SchemaColumn* column = table.FindColumn(key->parts[0].column);
  static constexpr std::string_view kTypes[] = {"tinyint", "smallint", "int2", "smallserial", "serial2", "bool", "boolean", "enum"};
  return column != nullptr && std::find(std::begin(kTypes), std::end(kTypes), column->type_name) != std::end(kTypes);
}

}  // namespace

TableSizes::TableSizes(const Database& database) {
  for (const SqlStatement& statement : database.statements()) {
    if (IsRehearsal(statement.place.path)) continue;
    for (const sql::Block& block : statement.facts->blocks) {
      if (block.kind != sql::BlockKind::kInsert || block.tables.empty() || !block.tables[0].written || block.tables[0].has_hole) continue;
      Inserts& inserts = inserts_[sql::LowerCase(block.tables[0].name)];
      const bool selects = block.assignments.empty() && block.rows == 0 && !block.default_values;
      const bool varies = std::any_of(block.assignments.begin(), block.assignments.end(), [](const sql::Assignment& a) { return !a.on_conflict && Varies(a.value); });
      if (statement.query == SqlStatement::kNoQuery || (!varies && !selects)) inserts.constant = true;
      else if (inserts.varying.path.empty()) inserts.varying = statement.place;
    }
  }
}

TableSize TableSizes::Of(const sql::SchemaTable& table) const {
  if (HasSmallName(table.name) || HasSmallKey(table)) return TableSize::kSmall;
  const auto found = inserts_.find(sql::LowerCase(table.name));
  if (found == inserts_.end()) return TableSize::kUnknown;
  if (!found->second.varying.path.empty()) return TableSize::kGrows;
  return found->second.constant ? TableSize::kSmall : TableSize::kUnknown;
}

Place TableSizes::GrowsAt(const sql::SchemaTable& table) const {
  const auto found = inserts_.find(sql::LowerCase(table.name));
  return found == inserts_.end() ? Place{} : found->second.varying;
}

}  // namespace backlint
