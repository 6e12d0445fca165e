#include "sqlite_oracle.h"

#include <sqlite3.h>

#include <algorithm>

#include "sql/name_comparison.h"
#include "sql/schema.h"
#include "sql/schema_resolution.h"

namespace backlint::sql {
namespace {

// What the authorizer was asked about one statement.
struct Accesses {
  std::multiset<std::string> tables;
  std::multiset<std::string> written;
  std::multiset<std::string> columns;
  bool indirect = false;  // through a view or a trigger
};

std::string TableName(const char* name) {
  std::string lower = LowerCase(name == nullptr ? "" : name);
  return lower == "sqlite_schema" || lower == "sqlite_temp_master" || lower == "sqlite_temp_schema" ? "sqlite_master" : lower;
}

int Authorize(void* data, int action, const char* first, const char* second, const char*, const char* through) {
  Accesses& accesses = *static_cast<Accesses*>(data);
  // Foreign keys would read tables that the statement does not name.
  if (action == SQLITE_PRAGMA) return LowerCase(first) == "foreign_keys" ? SQLITE_IGNORE : SQLITE_OK;
  if (action == SQLITE_FUNCTION) return SQLITE_OK;
  if (through != nullptr) {
    accesses.indirect = true;
    return SQLITE_OK;
  }
  const std::string table = TableName(first);
  const auto once = [](std::multiset<std::string>& set, const std::string& value) {
    if (!set.count(value)) set.insert(value);
  };
  if (action == SQLITE_READ || action == SQLITE_UPDATE || action == SQLITE_INSERT || action == SQLITE_DELETE)
    once(accesses.tables, table);
  if (action == SQLITE_READ) once(accesses.columns, table + "." + LowerCase(second));
  if (action == SQLITE_UPDATE || action == SQLITE_INSERT || action == SQLITE_DELETE) once(accesses.written, table);
  return SQLITE_OK;
}

int Interrupt(void* steps) { return ++*static_cast<int*>(steps) > 20; }

class Database {
 public:
  Database() {
    sqlite3_open(":memory:", &handle_);
    sqlite3_set_authorizer(handle_, Authorize, &accesses_);
    sqlite3_progress_handler(handle_, 10000, Interrupt, &steps_);
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  }
  ~Database() { sqlite3_close_v2(handle_); }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  // Nothing when the engine does not take it.
  const Accesses* Run(const std::string& text) {
    accesses_ = {};
    steps_ = 0;
    sqlite3_stmt* statement = nullptr;
    const bool taken = sqlite3_prepare_v2(handle_, text.c_str(), -1, &statement, nullptr) == SQLITE_OK && statement != nullptr;
    const Accesses asked = accesses_;
    for (int row = 0; taken && row < 1000 && sqlite3_step(statement) == SQLITE_ROW; ++row) {
    }
    sqlite3_finalize(statement);
    accesses_ = asked;
    return taken ? &accesses_ : nullptr;
  }

  // The rows of a query on the catalogue, as `a b c`.
  std::multiset<std::string> Rows(const std::string& query) {
    std::multiset<std::string> rows;
    steps_ = 0;
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(handle_, query.c_str(), -1, &statement, nullptr);
    while (statement != nullptr && sqlite3_step(statement) == SQLITE_ROW) {
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
      rows.insert(LowerCase(text == nullptr ? "" : text));
    }
    sqlite3_finalize(statement);
    return rows;
  }

 private:
  sqlite3* handle_ = nullptr;
  Accesses accesses_;
  int steps_ = 0;
};

void CompareStatement(Statement& statement, const Schema& schema, const Accesses& theirs, const std::string& text,
                      Agreement& agreement) {
  agreement.AddGrade(statement, text);
  switch (statement.kind) {
    case StatementKind::kSelect:
    case StatementKind::kInsert:
    case StatementKind::kUpdate:
    case StatementKind::kDelete:
      break;
    default:
      return;
  }
  if (theirs.indirect) return;
  ResolveColumns(statement, schema);
  FactSet ours, engine;
  for (const Block& block : statement.blocks) {
    // Rows that are moved as they are, and the tables behind functions, are not asked for.
    const bool moved = block.role == BlockRole::kSource && !block.items.empty() && block.items[0].is_star;
    if (moved || std::any_of(block.tables.begin(), block.tables.end(), [](const Table& table) { return table.function; }))
      return;
  }
  for (const Table* table : TablesOf(statement)) {
    const std::string name = TableName(std::string(table->name).c_str());
    const SchemaTable* known = schema.Find(name);
    if (known != nullptr && (known->view || known->incomplete)) return;
    if (!ours["tables"].count(name)) ours["tables"].insert(name);
    if (table->written && !ours["written"].count(name)) ours["written"].insert(name);
  }
  engine["tables"] = theirs.tables;
  engine["written"] = theirs.written;
  for (const Block& block : statement.blocks) {
    for (const ColumnUse& use : block.columns) {
      if (use.owner == kNone || !use.sure) continue;
      const Table& table = statement.blocks[use.owner_block].tables[use.owner];
      if (!table.IsReal() || use.place == Place::kConflict) continue;
      std::string column = LowerCase(use.name);
      const SchemaTable* known = schema.Find(table.name);
      if (known == nullptr || known->FindColumn(column) == nullptr) continue;
      const std::string owner = LowerCase(table.name) + "." + column;
      if (!ours["column owners"].count(owner)) ours["column owners"].insert(owner);
    }
  }
  for (const std::string& column : ours["column owners"])
    if (theirs.columns.count(column)) engine["column owners"].insert(column);
  agreement.Add(ours, engine, {"tables", "written", "column owners"}, text);
}

void CompareCatalogue(Database& database, const Schema& schema, Agreement& agreement) {
  for (const SchemaTable* table : schema.tables()) {
    if (table->view || table->temporary || !table->IsCertain() || !table->schema.empty()) continue;
    const std::string quoted = std::string("'") + table->name + "'";
    FactSet ours, theirs;
    theirs["schema columns"] = database.Rows(
        "SELECT name || CASE WHEN \"notnull\" AND NOT pk THEN ' not null' ELSE '' END || CASE WHEN pk THEN ' key ' || pk ELSE "
        "'' END FROM pragma_table_xinfo(" +
        quoted + ")");
    if (theirs["schema columns"].empty()) continue;
    theirs["schema indexes"] = database.Rows(
        "SELECT (SELECT group_concat(coalesce(name, '()'), ' ') FROM pragma_index_info(l.name)) || CASE WHEN \"unique\" THEN ' "
        "unique' ELSE '' END FROM pragma_index_list(" +
        quoted + ") l");
    const SchemaKey* primary = table->PrimaryKey();
    for (const SchemaColumn& column : table->columns) {
      std::string text = LowerCase(column.name);
      std::string key;
      for (size_t i = 0; primary != nullptr && i < primary->parts.size(); ++i)
        if (SameName(primary->parts[i].column, column.name)) key = std::string(" key ") + std::to_string(i + 1);
      if (column.not_null && key.empty()) text += " not null";
      text += key;
      ours["schema columns"].insert(text);
    }
    std::set<std::string> seen;
    for (const SchemaKey& key : table->keys) {
      const bool rowid = key.kind == KeyKind::kPrimary && !table->rowid.empty();
      if (!key.IsIndex() || rowid) continue;
      std::string text;
      for (const SchemaKeyPart& part : key.parts)
        (text += text.empty() ? "" : " ") += part.column.empty() ? "()" : LowerCase(part.column);
      if (key.kind != KeyKind::kIndex) text += " unique";
      // Two constraints on the same columns share an index.
      const bool constraint = key.name.empty();
      if (constraint && !seen.insert(text).second) continue;
      ours["schema indexes"].insert(text);
    }
    agreement.Add(ours, theirs, {"schema columns", "schema indexes"}, std::string("table ") + table->name);
  }
}

void CompareText(Database& database, Schema& schema, std::string_view text, Agreement& agreement) {
  Script script(text, Dialect::kSqlite);
  for (Statement& statement : script.statements()) {
    const std::string own(script.text().substr(statement.begin, statement.end - statement.begin));
    const Accesses* theirs = database.Run(own + ";");
    if (theirs == nullptr) {
      agreement.AddRejected();
      continue;
    }
    CompareStatement(statement, schema, *theirs, own, agreement);
    if (!statement.operations.empty()) schema.Apply(Script(own, Dialect::kSqlite), "");
  }
}

// The braces behind execsql, do_execsql_test and their like, when they hold no variables.
std::vector<std::string_view> Scripted(std::string_view text) {
  std::vector<std::string_view> parts;
  for (size_t at = text.find("execsql"); at != std::string_view::npos; at = text.find("execsql", at + 1)) {
    size_t open = at;
    while (open < text.size() && text[open] != '{' && text[open] != '\n') ++open;
    if (open >= text.size() || text[open] != '{') continue;
    size_t close = open + 1;
    for (int depth = 1; close < text.size() && depth > 0; ++close)
      depth += text[close] == '{' ? 1 : text[close] == '}' ? -1 : 0;
    const std::string_view part = text.substr(open + 1, close - open - 2);
    if (part.find('$') == std::string_view::npos) parts.push_back(part);
  }
  return parts;
}

}  // namespace

void CompareSqlite(const std::string& text, bool scripted, Agreement& agreement) {
  Database database;
  Schema schema(Dialect::kSqlite);
  if (!scripted) {
    CompareText(database, schema, text, agreement);
  } else {
    for (const std::string_view part : Scripted(text)) CompareText(database, schema, part, agreement);
  }
  CompareCatalogue(database, schema, agreement);
}

}  // namespace backlint::sql
