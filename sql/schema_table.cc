// How tables come into a schema, with what the engines imply.
#include <algorithm>

#include "sql/name_comparison.h"
#include "sql/schema.h"

namespace backlint::sql {
namespace {

bool SameColumns(const SchemaTable& a, const SchemaTable& b) {
  return std::equal(
      a.columns.begin(), a.columns.end(), b.columns.begin(), b.columns.end(),
      [](const SchemaColumn& x, const SchemaColumn& y) { return SameName(x.name, y.name) && SameName(x.type, y.type); });
}

bool BeginsWith(const SchemaKey& key, const SchemaKey& columns) {
  return key.parts.size() >= columns.parts.size() &&
         std::equal(columns.parts.begin(), columns.parts.end(), key.parts.begin(), [](const SchemaKeyPart& a, const SchemaKeyPart& b) {
           return SameName(a.column, b.column) && SameName(a.expression, b.expression) && a.prefix == b.prefix;
         });
}

// Whether one definition has a key that another one lacks. Keys that it has besides may have come later.
bool HasKeysOf(const SchemaTable& table, const SchemaTable& other) {
  return std::all_of(other.keys.begin(), other.keys.end(), [&](const SchemaKey& wanted) {
    if (!wanted.IsIndex()) return true;
    return std::any_of(table.keys.begin(), table.keys.end(), [&](const SchemaKey& key) {
      if (!key.IsIndex() || !SameName(key.where, wanted.where) || !BeginsWith(key, wanted)) return false;
      return wanted.kind == KeyKind::kIndex || (key.kind != KeyKind::kIndex && key.parts.size() == wanted.parts.size());
    });
  });
}

SchemaColumn ColumnOf(const ColumnDefinition& definition, Origin origin) {
  SchemaColumn column;
  column.name = definition.name;
  column.type = definition.type.text;
  column.type_name = LowerCase(definition.type.name);
  column.length = definition.type.length;
  column.scale = definition.type.scale;
  column.with_zone = definition.type.with_zone;
  column.is_unsigned = definition.type.is_unsigned;
  column.array = definition.type.array;
  column.not_null = definition.not_null;
  column.default_kind = definition.default_kind;
  column.default_text = definition.default_text;
  column.generated = definition.generated;
  column.auto_increment = definition.auto_increment;
  column.collation = definition.collation;
  column.charset = definition.charset;
  column.origin = origin;
  return column;
}

SchemaKey KeyOf(const Key& key, Origin origin) {
  SchemaKey made;
  made.kind = key.kind;
  made.name = key.name;
  for (const KeyPart& part : key.parts)
    made.parts.push_back({std::string(part.column), std::string(part.expression), part.prefix, part.descending});
  made.included.assign(key.included.begin(), key.included.end());
  made.where = key.where;
  made.condition = key.condition;
  made.method = key.method;
  made.referenced_table = key.reference.table.name;
  made.referenced_columns.assign(key.reference.columns.begin(), key.reference.columns.end());
  made.on_delete = key.reference.on_delete;
  made.not_valid = key.not_valid;
  made.origin = origin;
  return made;
}

// A table that other statements speak of, and none that has been read so far defines.
bool IsOnlyChanged(const SchemaTable& table) { return table.incomplete && table.columns.empty(); }

// Files may come in an order that is not the one in which they run: an index before its table.
void TakeChanges(SchemaTable&& before, SchemaTable& table) {
  table.unseen |= before.unseen;
  for (SchemaKey& key : before.keys) {
    const auto same = [&](const SchemaKey& other) { return !key.name.empty() && SameName(other.name, key.name); };
    if (std::none_of(table.keys.begin(), table.keys.end(), same)) table.keys.push_back(std::move(key));
  }
}

}  // namespace

void Schema::CreateTable(const Operation& operation, Origin origin) {
  SchemaTable table;
  table.schema = SchemaOf(operation.object);
  table.name = NameOf(operation.object);
  table.has_hole = operation.object.has_hole;
  table.temporary = operation.temporary;
  table.partition = operation.partition;
  table.without_rowid = operation.without_rowid;
  table.strict = operation.strict;
  table.incomplete = operation.incomplete;
  table.origin = origin;
  if (!operation.like.name.empty()) CopyFrom(operation, table);
  for (const ColumnDefinition& column : operation.columns) AddColumn(table, column, origin);
  for (const Key& key : operation.keys) AddKey(table, key, origin);
  AddForeignIndexes(table);
  const std::string key = LowerCase(table.name);
  const auto present = FindEntry(table.schema, table.name);
  // PostgreSQL: "Users" and users are two tables.
  const bool same = present != tables_.end() && SameName(present->second.schema, table.schema) &&
                    (dialect_ != Dialect::kPostgres || present->second.name == table.name);
  if (!same) {
    tables_.emplace(key, std::move(table));
    return;
  }
  SchemaTable& before = present->second;
  // The columns of its query are there already.
  if (operation.as_select && operation.columns.empty()) return;
  if (operation.or_replace || IsOnlyChanged(before)) {
    if (IsOnlyChanged(before)) TakeChanges(std::move(before), table);
    before = std::move(table);
  } else if (!SameColumns(before, table) || !HasKeysOf(before, table)) {
    before.uncertain = true;
  }
}

// The columns that a query gives a view or a table, as far as its list names them.
void Schema::CreateView(const Operation& operation, const Statement& statement, Origin origin) {
  SchemaTable view;
  view.schema = SchemaOf(operation.object);
  view.name = NameOf(operation.object);
  view.has_hole = operation.object.has_hole;
  view.view = operation.kind == OperationKind::kCreateView;
  view.temporary = operation.temporary;
  view.incomplete = true;
  view.origin = origin;
  const Block* root = statement.Root();
  if (root != nullptr && root->kind == BlockKind::kSelect) {
    bool known = !root->columns_unknown;
    for (const SelectItem& item : root->items) {
      SchemaColumn column;
      column.origin = origin;
      column.name = item.alias;
      if (column.name.empty() && item.value.kind == ValueKind::kColumn) column.name = root->columns[item.value.column].name;
      known &= !item.is_star && !column.name.empty();
      if (!column.name.empty()) view.columns.push_back(std::move(column));
    }
    view.incomplete = !known || statement.grade != Grade::kParsed;
  }
  const auto present = FindEntry(view.schema, view.name);
  if (present != tables_.end()) {
    if (view.view) present->second = std::move(view);
    return;
  }
  const std::string key = LowerCase(view.name);
  tables_.emplace(key, std::move(view));
}

// LIKE, PARTITION OF and INHERITS give columns; PostgreSQL's plain LIKE and INHERITS give no keys. Indexes that are copied get names of their own.
void Schema::CopyFrom(const Operation& operation, SchemaTable& table) {
  const auto source = FindEntry(SchemaOf(operation.like), NameOf(operation.like));
  if (source == tables_.end()) {
    table.incomplete = true;
    return;
  }
  table.columns = source->second.columns;
  if (dialect_ != Dialect::kPostgres || operation.partition) table.keys = source->second.keys;
  if (operation.like_indexes) {
    for (SchemaKey key : source->second.keys) {
      if (!key.IsIndex() && key.kind != KeyKind::kExclude) continue;
      key.name = DefaultKeyName(table, key);
      table.keys.push_back(std::move(key));
    }
  }
  table.incomplete |= source->second.incomplete;
  table.uncertain |= source->second.uncertain;
  table.unseen |= source->second.unseen;
}

void Schema::AddColumn(SchemaTable& table, const ColumnDefinition& definition, Origin origin) {
  if (definition.has_hole) table.incomplete = true;
  if (definition.name.empty()) return;
  if (table.columns.size() == kMostParts) table.incomplete = true;
  if (table.columns.size() == kMostParts) return;
  origin.line = lines_.At(definition.offset, origin.line);
  const auto present = std::find_if(table.columns.begin(), table.columns.end(),
                                    [&](const SchemaColumn& c) { return SameName(c.name, definition.name); });
  if (present != table.columns.end()) {
    if (!SameName(present->type, definition.type.text)) table.uncertain = true;
    return;
  }
  table.columns.push_back(ColumnOf(definition, origin));
  SchemaColumn& column = table.columns.back();
  const bool mysql = dialect_ == Dialect::kMysql;
  if (definition.type.serial || definition.generated == Generated::kIdentity || (mysql && definition.auto_increment))
    column.not_null = true;
  if (definition.type.serial && mysql) {
    Key unique;
    unique.kind = KeyKind::kUnique;
    unique.parts.push_back({definition.name, {}, -1, false, false});
    AddKey(table, unique, origin);
  }
  for (const Key& key : definition.keys) {
    Key whole = key;
    if (key.kind != KeyKind::kCheck) whole.parts.push_back({definition.name, {}, -1, false, false});
    // MySQL reads REFERENCES behind a column and makes nothing of it.
    if (mysql && key.kind == KeyKind::kForeign) continue;
    AddKey(table, whole, origin);
  }
}

void Schema::AddKey(SchemaTable& table, const Key& key, Origin origin) {
  SchemaKey made = KeyOf(key, origin);
  if (key.has_hole || table.keys.size() == kMostParts) table.incomplete = true;
  if (table.keys.size() == kMostParts) return;
  made.origin.line = lines_.At(key.offset, origin.line);
  if (!key.using_index.empty()) {
    // A constraint made of an index that is there takes its columns and its place.
    const auto index = std::find_if(table.keys.begin(), table.keys.end(),
                                    [&](const SchemaKey& k) { return SameName(k.name, key.using_index); });
    if (index != table.keys.end()) {
      made.parts = index->parts;
      if (made.name.empty()) made.name = index->name;
      table.keys.erase(index);
    } else {
      table.incomplete = true;
    }
  }
  if (made.name.empty()) made.name = DefaultKeyName(table, made);
  ImplyFromKey(table, made);
  table.keys.push_back(std::move(made));
}

void Schema::ImplyFromKey(SchemaTable& table, const SchemaKey& key) {
  if (key.kind != KeyKind::kPrimary) return;
  const bool single = key.parts.size() == 1;
  for (const SchemaKeyPart& part : key.parts) {
    const auto column = std::find_if(table.columns.begin(), table.columns.end(),
                                     [&](const SchemaColumn& c) { return SameName(c.name, part.column); });
    if (column == table.columns.end()) continue;
    const bool rowid =
        dialect_ == Dialect::kSqlite && single && column->type_name == "integer" && !table.without_rowid && !part.descending;
    if (rowid) {
      table.rowid = column->name;
      column->auto_increment = true;
    }
    // SQLite lets NULL into every other primary key of a table with a rowid.
    if (dialect_ != Dialect::kSqlite || rowid || table.without_rowid) column->not_null = true;
  }
}

// MySQL makes an index for a foreign key when none begins with its columns. Called when all keys of a definition are known.
void Schema::AddForeignIndexes(SchemaTable& table) {
  if (dialect_ != Dialect::kMysql) return;
  std::vector<SchemaKey> made;
  for (const SchemaKey& key : table.keys) {
    if (key.kind != KeyKind::kForeign) continue;
    const auto serves = [&](const SchemaKey& other) {
      return other.IsIndex() && other.parts.size() >= key.parts.size() &&
             std::equal(
                 key.parts.begin(), key.parts.end(), other.parts.begin(),
                 [](const SchemaKeyPart& a, const SchemaKeyPart& b) { return SameName(a.column, b.column) && b.prefix < 0; });
    };
    if (std::any_of(table.keys.begin(), table.keys.end(), serves) || std::any_of(made.begin(), made.end(), serves)) continue;
    SchemaKey index;
    index.name = key.name;
    index.parts = key.parts;
    index.implied = true;
    index.origin = key.origin;
    made.push_back(std::move(index));
  }
  std::move(made.begin(), made.end(), std::back_inserter(table.keys));
}

std::string Schema::DefaultKeyName(const SchemaTable& table, const SchemaKey& key) const {
  if (dialect_ == Dialect::kMysql) {
    if (key.kind == KeyKind::kPrimary) return "PRIMARY";
    const auto same_kind =
        std::count_if(table.keys.begin(), table.keys.end(), [&](const SchemaKey& k) { return k.kind == key.kind; });
    if (key.kind == KeyKind::kForeign) return table.name + "_ibfk_" + std::to_string(same_kind + 1);
    if (key.parts.empty()) return {};
    std::string name = key.parts[0].column;
    const auto taken = [&](const std::string& candidate) {
      return std::any_of(table.keys.begin(), table.keys.end(), [&](const SchemaKey& k) { return SameName(k.name, candidate); });
    };
    for (int i = 2; taken(name) && i < 100; ++i) name = key.parts[0].column + "_" + std::to_string(i);
    return name;
  }
  if (dialect_ != Dialect::kPostgres) return {};
  std::string name = table.name;
  if (key.kind == KeyKind::kPrimary) return name + "_pkey";
  for (const SchemaKeyPart& part : key.parts) {
    name += '_';
    name += part.column.empty() ? "expr" : part.column;
  }
  switch (key.kind) {
    case KeyKind::kUnique:
      return name + "_key";
    case KeyKind::kForeign:
      return name + "_fkey";
    case KeyKind::kCheck:
      return name + "_check";
    case KeyKind::kExclude:
      return name + "_excl";
    default:
      return name + "_idx";
  }
}

}  // namespace backlint::sql
