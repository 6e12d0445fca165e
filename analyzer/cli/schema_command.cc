// `schema`: the tables that backlint puts together from migrations, dumps and program text, with where each part comes from.
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "cli/configure.h"
#include "cli/exit_status.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "cli/project_root.h"
#include "cli/read_units.h"
#include "cli/run.h"
#include "cli/sql_files.h"
#include "cli/terminal.h"
#include "report/paint.h"
#include "report/printable.h"

namespace backlint::cli {
namespace {

using report::Ink;
using report::Printable;
using sql::KeyKind;
using Json = nlohmann::ordered_json;

std::string_view KindName(KeyKind kind) {
  switch (kind) {
    case KeyKind::kIndex: return "index";
    case KeyKind::kUnique: return "unique";
    case KeyKind::kPrimary: return "primary key";
    case KeyKind::kForeign: return "foreign key";
    case KeyKind::kCheck: return "check";
    case KeyKind::kExclude: return "exclude";
    case KeyKind::kFulltext: return "fulltext index";
    case KeyKind::kSpatial: return "spatial index";
  }
  return "";
}

std::string FullName(const sql::SchemaTable& table) { return table.schema.empty() ? table.name : table.schema + "." + table.name; }

std::string PartText(const sql::SchemaKeyPart& part) {
  std::string text = part.column.empty() ? "(" + part.expression + ")" : part.column;
  if (part.prefix >= 0) text += fmt::format("({})", part.prefix);
  return text + (part.descending ? " DESC" : "");
}

std::string PartsText(const sql::SchemaKey& key) {
  std::vector<std::string> parts;
  for (const sql::SchemaKeyPart& part : key.parts) parts.push_back(PartText(part));
  return fmt::format("({})", fmt::join(parts, ", "));
}

std::string ColumnText(const sql::SchemaColumn& column) {
  std::string text = column.name;
  if (!column.type.empty()) text += " " + column.type;
  if (column.not_null) text += " NOT NULL";
  if (!column.default_text.empty()) text += " DEFAULT " + column.default_text;
  if (column.generated == sql::Generated::kIdentity) text += " GENERATED ALWAYS AS IDENTITY";
  if (column.auto_increment) text += " AUTO_INCREMENT";
  return text;
}

// Written inside CREATE TABLE; what is left out here is an index of its own.
std::string ConstraintText(const sql::SchemaKey& key) {
  const std::string name = key.name.empty() ? "" : fmt::format("CONSTRAINT {} ", key.name);
  switch (key.kind) {
    case KeyKind::kPrimary: return "PRIMARY KEY " + PartsText(key);
    case KeyKind::kUnique: return key.where.empty() ? name + "UNIQUE " + PartsText(key) : "";
    case KeyKind::kCheck: return fmt::format("{}CHECK ({})", name, key.condition);
    case KeyKind::kForeign: {
      std::string text = fmt::format("{}FOREIGN KEY {} REFERENCES {}", name, PartsText(key), key.referenced_table);
      if (!key.referenced_columns.empty()) text += fmt::format(" ({})", fmt::join(key.referenced_columns, ", "));
      if (!key.on_delete.empty()) text += " ON DELETE " + key.on_delete;
      return text;
    }
    default: return "";
  }
}

class Writer {
 public:
  explicit Writer(const report::Paint& paint) : paint_(paint) {}

  std::string Run(const std::vector<const sql::Schema*>& schemas) {
    for (const sql::Schema* schema : schemas) {
      if (schemas.size() > 1 || schema->dialect() != sql::Dialect::kUnknown) Remark(fmt::format("{}", sql::Name(schema->dialect())));
      for (const sql::SchemaTable* table : schema->tables()) Table(*schema, *table);
    }
    return std::move(out_);
  }

 private:
  void Remark(const std::string& text) { out_ += paint_(Ink::kDim, "-- " + text) + "\n"; }

  std::string Spot(const sql::Schema& schema, sql::Origin origin) const {
    return origin.file < schema.files().size() ? fmt::format("{}:{}", Printable(schema.files()[origin.file]), origin.line) : "";
  }

  void Table(const sql::Schema& schema, const sql::SchemaTable& table) {
    out_ += "\n";
    Remark(Spot(schema, table.origin));
    if (table.uncertain) Remark("defined more than once, differently");
    if (table.unseen) Remark("a program in the database may change it");
    if (table.incomplete) Remark("not all of it is known");
    if (table.view) {
      out_ += paint_(Ink::kBold, fmt::format("CREATE VIEW {};", Printable(FullName(table)))) + "\n";
      return;
    }
    out_ += paint_(Ink::kBold, fmt::format("CREATE TABLE {} (", Printable(FullName(table)))) + "\n";
    std::vector<std::pair<std::string, sql::Origin>> lines;
    for (const sql::SchemaColumn& column : table.columns) lines.emplace_back(ColumnText(column), column.origin);
    std::vector<const sql::SchemaKey*> indexes;
    for (const sql::SchemaKey& key : table.keys) {
      const std::string text = ConstraintText(key);
      if (text.empty()) indexes.push_back(&key);
      else lines.emplace_back(text, key.origin);
    }
    for (size_t i = 0; i < lines.size(); ++i) {
      out_ += "  " + Printable(lines[i].first) + (i + 1 < lines.size() ? "," : "");
      // A part that was added later stands elsewhere.
      if (lines[i].second.file != table.origin.file) out_ += "  " + paint_(Ink::kDim, "-- " + Spot(schema, lines[i].second));
      out_ += "\n";
    }
    out_ += ");\n";
    for (const sql::SchemaKey* key : indexes) Index(schema, table, *key);
  }

  void Index(const sql::Schema& schema, const sql::SchemaTable& table, const sql::SchemaKey& key) {
    std::string text = fmt::format("CREATE {}INDEX {}{}ON {} {}", key.kind == KeyKind::kUnique ? "UNIQUE " : "", key.name, key.name.empty() ? "" : " ",
                                   FullName(table), PartsText(key));
    if (!key.where.empty()) text += " WHERE " + key.where;
    out_ += Printable(text) + ";  " + paint_(Ink::kDim, "-- " + (key.implied ? std::string("of the foreign key") : Spot(schema, key.origin))) + "\n";
  }

  const report::Paint& paint_;
  std::string out_;
};

Json OriginJson(const sql::Schema& schema, sql::Origin origin) {
  return {{"path", origin.file < schema.files().size() ? schema.files()[origin.file] : ""}, {"line", origin.line}};
}

Json TableJson(const sql::Schema& schema, const sql::SchemaTable& table) {
  Json columns = Json::array(), keys = Json::array();
  for (const sql::SchemaColumn& column : table.columns)
    columns.push_back({{"name", column.name}, {"type", column.type}, {"notNull", column.not_null}, {"default", column.default_text},
                       {"origin", OriginJson(schema, column.origin)}});
  for (const sql::SchemaKey& key : table.keys) {
    Json parts = Json::array();
    for (const sql::SchemaKeyPart& part : key.parts) parts.push_back(PartText(part));
    Json row = {{"kind", KindName(key.kind)}, {"name", key.name}, {"parts", std::move(parts)}, {"where", key.where}};
    if (key.kind == KeyKind::kForeign) row["references"] = {{"table", key.referenced_table}, {"columns", key.referenced_columns}};
    row["origin"] = OriginJson(schema, key.origin);
    keys.push_back(std::move(row));
  }
  return {{"schema", table.schema}, {"name", table.name}, {"view", table.view}, {"uncertain", table.uncertain}, {"incomplete", table.incomplete || table.unseen},
          {"origin", OriginJson(schema, table.origin)}, {"columns", std::move(columns)}, {"keys", std::move(keys)}};
}

std::string JsonText(const std::vector<const sql::Schema*>& schemas) {
  Json list = Json::array();
  for (const sql::Schema* schema : schemas) {
    Json tables = Json::array();
    for (const sql::SchemaTable* table : schema->tables()) tables.push_back(TableJson(*schema, *table));
    list.push_back({{"dialect", sql::Name(schema->dialect())}, {"tables", std::move(tables)}});
  }
  return Json{{"version", 1}, {"schemas", std::move(list)}}.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

int RunCommand(const SchemaCommand& asked) {
  StageClock clock;
  SchemaCommand command = asked;
  const auto root = FindRoot(command.project.paths, command.project.database);
  if (!root) return Fail(kUsage, root.error().message);
  const auto config = Configure(root.value(), &command.project, nullptr);
  if (!config) return Fail(kUsage, config.error().message);
  std::vector<std::string> notes;
  auto models = ReadModels(root.value(), command.project.models, &notes);
  if (!models) return Fail(kUsage, models.error().message);
  auto units = ReadUnits(command.project, root.value(), command.talk, &clock);
  if (!units) return Fail(kUsage, units.error().message);
  std::vector<SqlFile> sql = ReadSqlFiles(root.value(), config.value(), &units->reading);
  const size_t files = sql.size();
  const auto code = Understand(std::move(units->facts), std::move(sql), std::move(models).value(), &clock);

  const std::vector<const sql::Schema*> schemas = code->backend.database().schemas();
  size_t tables = 0;
  for (const sql::Schema* schema : schemas) tables += schema->tables().size();
  const std::string text = command.json ? JsonText(schemas) : Writer(report::Paint(StandardOutput(false).color)).Run(schemas);
  const int status = Answer(text, kClean);
  if (!command.talk.quiet)
    WriteStandardError(fmt::format("backlint: {} {}, from {} {} of SQL and the program's own text\n", tables, tables == 1 ? "table" : "tables", files,
                                   files == 1 ? "file" : "files"));
  if (command.talk.stats) WriteStandardError(clock.Table());
  return status;
}

}  // namespace backlint::cli
