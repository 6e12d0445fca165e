#include "sql/schema.h"

#include <algorithm>

#include "sql/name_comparison.h"

namespace backlint::sql {

const SchemaColumn* SchemaTable::FindColumn(std::string_view column) const {
  const auto found =
      std::find_if(columns.begin(), columns.end(), [&](const SchemaColumn& c) { return SameName(c.name, column); });
  return found == columns.end() ? nullptr : &*found;
}

const SchemaKey* SchemaTable::PrimaryKey() const {
  const auto found = std::find_if(keys.begin(), keys.end(), [](const SchemaKey& key) { return key.kind == KeyKind::kPrimary; });
  return found == keys.end() ? nullptr : &*found;
}

bool SchemaTable::IsUnique(std::span<const std::string_view> given) const {
  const auto is_given = [&](const SchemaKeyPart& part) {
    const bool whole = !part.column.empty() && part.prefix < 0;
    return whole &&
           std::any_of(given.begin(), given.end(), [&](std::string_view column) { return SameName(column, part.column); });
  };
  return std::any_of(keys.begin(), keys.end(), [&](const SchemaKey& key) {
    return key.IsUnique() && !key.parts.empty() && std::all_of(key.parts.begin(), key.parts.end(), is_given);
  });
}

void Schema::Apply(const Script& script, std::string_view file, uint32_t first_line, bool drops) {
  Origin origin;
  origin.file = static_cast<uint32_t>(files_.size());
  files_.emplace_back(file);
  lines_ = {.text = script.text(), .begin_line = first_line, .line = first_line};
  for (const Statement& statement : script.statements()) {
    for (const Operation& operation : statement.operations) {
      if (!drops && (operation.kind == OperationKind::kDropTable || operation.kind == OperationKind::kDropView ||
                     operation.kind == OperationKind::kDropIndex)) continue;
      lines_.Start(operation.offset);
      origin.line = lines_.begin_line;
      if (operation.kind == OperationKind::kCreateView || operation.as_select) CreateView(operation, statement, origin);
      Apply(operation, origin);
    }
  }
  lines_ = {};
}

void Schema::Apply(const Statement& statement, Origin origin) {
  for (const Operation& operation : statement.operations) {
    if (operation.kind == OperationKind::kCreateView || operation.as_select) CreateView(operation, statement, origin);
    Apply(operation, origin);
  }
}

void Schema::Lines::Start(uint32_t at) {
  if (at < begin || at > text.size()) return;
  begin_line += static_cast<uint32_t>(std::count(text.begin() + begin, text.begin() + at, '\n'));
  begin = offset = at;
  line = begin_line;
}

uint32_t Schema::Lines::At(uint32_t at, uint32_t otherwise) {
  if (at < begin || at > text.size() || text.empty()) return otherwise;
  if (at < offset) {
    offset = begin;
    line = begin_line;
  }
  line += static_cast<uint32_t>(std::count(text.begin() + offset, text.begin() + at, '\n'));
  offset = at;
  return line;
}

void Schema::Apply(const Operation& operation, Origin origin) {
  switch (operation.kind) {
    case OperationKind::kCreateTable:
      if (!operation.object.name.empty() || operation.object.has_hole) CreateTable(operation, origin);
      return;
    case OperationKind::kDropTable:
    case OperationKind::kDropView: {
      const auto entry = FindEntry(SchemaOf(operation.object), NameOf(operation.object));
      if (entry != tables_.end()) tables_.erase(entry);
      return;
    }
    case OperationKind::kRenameTable:
    case OperationKind::kMoveToSchema:
      return RenameTable(operation);
    case OperationKind::kDropIndex:
      return DropIndex(operation);
    case OperationKind::kRenameKey:
      return RenameKey(operation);
    case OperationKind::kCreateEnum:
    case OperationKind::kAddEnumValue:
    case OperationKind::kOther:
    case OperationKind::kTruncate:
    case OperationKind::kReindex:
    case OperationKind::kRefresh:
    case OperationKind::kCreateView:
    case OperationKind::kUseSchema:
    case OperationKind::kTableOption:
      return;
    case OperationKind::kAttachPartition:
    case OperationKind::kDetachPartition: {
      const auto entry = FindEntry(SchemaOf(operation.like), NameOf(operation.like));
      if (entry != tables_.end()) entry->second.partition = operation.kind == OperationKind::kAttachPartition;
      return;
    }
    case OperationKind::kMayChange:
      return NoteUnseen(operation, origin);
    default:
      return ApplyToTable(operation, Entry(operation.object, origin), origin);
  }
}

// A name that is made while the program runs may be anyone's: see Database::HasUnknownIndexes.
void Schema::NoteUnseen(const Operation& operation, Origin origin) {
  if (operation.object.name.empty() || operation.object.has_hole) return;
  const bool known = FindEntry(SchemaOf(operation.object), NameOf(operation.object)) != tables_.end();
  if (known || !operation.if_exists) Entry(operation.object, origin).unseen = true;
}

const SchemaTable* Schema::Find(std::string_view schema, std::string_view name) const {
  const auto entry = const_cast<Schema*>(this)->FindEntry(schema, name);
  return entry == tables_.end() ? nullptr : &entry->second;
}

std::vector<const SchemaTable*> Schema::tables() const {
  std::vector<const SchemaTable*> all;
  for (const auto& [key, table] : tables_) all.push_back(&table);
  std::sort(all.begin(), all.end(), [](const SchemaTable* a, const SchemaTable* b) {
    return a->schema != b->schema ? a->schema < b->schema : a->name < b->name;
  });
  return all;
}

// The exact name before one that differs in case; the schema asked for before a table that names none.
Schema::Tables::iterator Schema::FindEntry(std::string_view schema, std::string_view name) {
  const auto [first, last] = tables_.equal_range(LowerCase(name));
  auto best = tables_.end();
  int best_score = -1;
  bool tied = false;
  for (auto entry = first; entry != last; ++entry) {
    const SchemaTable& table = entry->second;
    const bool other = !schema.empty() && !table.schema.empty() && !SameName(schema, table.schema);
    if (other) continue;
    const int score = (SameName(schema, table.schema) ? 2 : 0) + (table.name == name ? 1 : 0);
    tied = score == best_score;
    if (score <= best_score) continue;
    best = entry;
    best_score = score;
    tied = false;
  }
  return tied ? tables_.end() : best;
}

// A table that is only changed here is one whose beginning is not known.
SchemaTable& Schema::Entry(const ObjectName& name, Origin origin) {
  const auto found = FindEntry(SchemaOf(name), NameOf(name));
  if (found != tables_.end()) return found->second;
  SchemaTable table;
  table.schema = SchemaOf(name);
  table.name = NameOf(name);
  table.has_hole = name.has_hole;
  table.incomplete = true;
  table.origin = origin;
  const std::string key = LowerCase(table.name);
  return tables_.emplace(key, std::move(table))->second;
}

std::string Schema::SchemaOf(const ObjectName& name) const {
  const bool standard = (dialect_ == Dialect::kPostgres && SameName(name.schema, "public")) ||
                        (dialect_ == Dialect::kSqlite && (SameName(name.schema, "main") || SameName(name.schema, "temp")));
  return standard ? std::string() : std::string(name.schema);
}

// PostgreSQL folds what is not quoted.
std::string Schema::NameOf(const ObjectName& name) const {
  return dialect_ == Dialect::kPostgres && !name.quoted ? LowerCase(name.name) : std::string(name.name);
}

}  // namespace backlint::sql
