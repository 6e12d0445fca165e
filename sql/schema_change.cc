// What ALTER, DROP and CREATE INDEX do to the tables of a schema.
#include <algorithm>

#include "sql/name_comparison.h"
#include "sql/schema.h"

namespace backlint::sql {

void Schema::ApplyToTable(const Operation& operation, SchemaTable& table, Origin origin) {
  if (operation.incomplete) table.incomplete = true;
  const auto erase_key = [&](auto matches) {
    table.keys.erase(std::remove_if(table.keys.begin(), table.keys.end(), matches), table.keys.end());
  };
  switch (operation.kind) {
    case OperationKind::kAddColumn:
      for (const ColumnDefinition& column : operation.columns) AddColumn(table, column, origin);
      return AddForeignIndexes(table);
    case OperationKind::kAddKey:
    case OperationKind::kCreateIndex:
      for (const Key& key : operation.keys) {
        const bool named = !key.name.empty();
        const bool present = named && std::any_of(table.keys.begin(), table.keys.end(),
                                                  [&](const SchemaKey& k) { return SameName(k.name, key.name); });
        if (!present) AddKey(table, key, origin);
      }
      // The index that a foreign key implied gives way to one that is written.
      if (operation.kind == OperationKind::kCreateIndex ||
          (!operation.keys.empty() && operation.keys[0].kind != KeyKind::kForeign))
        erase_key([](const SchemaKey& key) { return key.implied; });
      return AddForeignIndexes(table);
    case OperationKind::kDropKey:
      return erase_key([&](const SchemaKey& key) { return SameName(key.name, operation.name) && !key.implied; });
    case OperationKind::kDropPrimaryKey:
      return erase_key([](const SchemaKey& key) { return key.kind == KeyKind::kPrimary; });
    case OperationKind::kValidate:
      for (SchemaKey& key : table.keys)
        if (SameName(key.name, operation.name)) key.not_valid = false;
      return;
    case OperationKind::kDropColumn:
      return DropColumn(table, operation.name);
    case OperationKind::kRenameColumn:
      return RenameColumn(table, operation.name, operation.new_name);
    default:
      return ApplyToColumn(operation, table, origin);
  }
}

void Schema::ApplyToColumn(const Operation& operation, SchemaTable& table, Origin origin) {
  const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                  [&](const SchemaColumn& c) { return SameName(c.name, operation.name); });
  if (found == table.columns.end()) {
    if (operation.kind == OperationKind::kModifyColumn)
      for (const ColumnDefinition& column : operation.columns) AddColumn(table, column, origin);
    return;
  }
  const ColumnDefinition* definition = operation.columns.empty() ? nullptr : &operation.columns.front();
  switch (operation.kind) {
    case OperationKind::kModifyColumn: {
      if (definition == nullptr) return;
      if (!SameName(operation.name, operation.new_name)) RenameColumn(table, operation.name, operation.new_name);
      SchemaTable scratch;
      AddColumn(scratch, *definition, origin);
      const bool in_primary_key =
          table.PrimaryKey() != nullptr &&
          std::any_of(table.PrimaryKey()->parts.begin(), table.PrimaryKey()->parts.end(),
                      [&](const SchemaKeyPart& part) { return SameName(part.column, definition->name); });
      if (!scratch.columns.empty()) *found = std::move(scratch.columns.front());
      found->not_null |= in_primary_key;
      std::move(scratch.keys.begin(), scratch.keys.end(), std::back_inserter(table.keys));
      return;
    }
    case OperationKind::kChangeType: {
      if (definition == nullptr) return;
      found->type = definition->type.text;
      found->type_name = LowerCase(definition->type.name);
      found->length = definition->type.length;
      found->scale = definition->type.scale;
      found->with_zone = definition->type.with_zone;
      found->is_unsigned = definition->type.is_unsigned;
      found->array = definition->type.array;
      found->origin = origin;
      return;
    }
    case OperationKind::kSetDefault:
      if (definition == nullptr) return;
      found->default_kind = definition->default_kind;
      found->default_text = definition->default_text;
      return;
    case OperationKind::kDropDefault:
      found->default_kind = DefaultKind::kNone;
      found->default_text.clear();
      return;
    case OperationKind::kSetNotNull:
      found->not_null = true;
      return;
    case OperationKind::kDropNotNull:
      found->not_null = false;
      return;
    case OperationKind::kAddIdentity:
      found->generated = Generated::kIdentity;
      found->auto_increment = found->not_null = true;
      return;
    case OperationKind::kDropIdentity:
      found->generated = Generated::kNo;
      found->auto_increment = false;
      return;
    default:
      return;
  }
}

// PostgreSQL drops every key of the column; MySQL takes the column out of its indexes.
void Schema::DropColumn(SchemaTable& table, std::string_view name) {
  const auto is_column = [&](const auto& part) {
    if constexpr (requires { part.column; }) {
      return SameName(part.column, name);
    } else {
      return SameName(part.name, name);
    }
  };
  table.columns.erase(std::remove_if(table.columns.begin(), table.columns.end(), is_column), table.columns.end());
  for (SchemaKey& key : table.keys) {
    if (std::none_of(key.parts.begin(), key.parts.end(), is_column)) continue;
    if (dialect_ == Dialect::kMysql) {
      key.parts.erase(std::remove_if(key.parts.begin(), key.parts.end(), is_column), key.parts.end());
    } else {
      key.parts.clear();
    }
  }
  const auto gone = [](const SchemaKey& key) { return key.parts.empty() && key.kind != KeyKind::kCheck; };
  table.keys.erase(std::remove_if(table.keys.begin(), table.keys.end(), gone), table.keys.end());
}

void Schema::RenameColumn(SchemaTable& table, std::string_view from, std::string_view to) {
  for (SchemaColumn& column : table.columns)
    if (SameName(column.name, from)) column.name = to;
  for (SchemaKey& key : table.keys)
    for (SchemaKeyPart& part : key.parts)
      if (SameName(part.column, from)) part.column = to;
  if (SameName(table.rowid, from)) table.rowid = to;
  for (auto& [key, other] : tables_)
    for (SchemaKey& foreign : other.keys) {
      if (!SameName(foreign.referenced_table, table.name)) continue;
      for (std::string& column : foreign.referenced_columns)
        if (SameName(column, from)) column = to;
    }
}

void Schema::RenameTable(const Operation& operation) {
  const auto entry = FindEntry(SchemaOf(operation.object), NameOf(operation.object));
  if (entry == tables_.end()) return;
  auto node = tables_.extract(entry);
  SchemaTable& table = node.mapped();
  if (operation.kind == OperationKind::kMoveToSchema) {
    table.schema = operation.new_name;
  } else {
    for (auto& [key, other] : tables_)
      for (SchemaKey& foreign : other.keys)
        if (SameName(foreign.referenced_table, table.name)) foreign.referenced_table = operation.new_name;
    table.name = operation.new_name;
  }
  node.key() = LowerCase(table.name);
  tables_.insert(std::move(node));
}

void Schema::DropIndex(const Operation& operation) {
  for (auto& [key, table] : tables_) {
    if (!operation.object.name.empty() && !SameName(table.name, operation.object.name)) continue;
    std::erase_if(table.keys, [&](const SchemaKey& k) { return SameName(k.name, operation.index.name); });
  }
}

void Schema::RenameKey(const Operation& operation) {
  for (auto& [key, table] : tables_) {
    if (!operation.object.name.empty() && !SameName(table.name, operation.object.name)) continue;
    for (SchemaKey& k : table.keys)
      if (SameName(k.name, operation.name)) k.name = operation.new_name;
  }
}

}  // namespace backlint::sql
