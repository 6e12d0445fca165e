#include "sql/hazard_rules.h"

#include <fmt/format.h>

#include "sql/name_comparison.h"

namespace backlint::sql {
namespace {

constexpr std::string_view kRunningVersion =
    "While a release is rolled out, and after it is rolled back, the version before it runs on the new schema.";

void RenameColumn(const Change& change, std::vector<Hazard>& hazards) {
  const Operation& operation = change.operation;
  if (operation.new_name.empty() || SameName(operation.name, operation.new_name)) return;
  Hazard hazard = change.Make(
      HazardKind::kContract,
      fmt::format("renaming `{}` to `{}` breaks the version that is still running", change.Column(operation.name), operation.new_name),
      fmt::format("{} It asks for the old name, the new version for the new one: no moment is right for both.", kRunningVersion),
      fmt::format("Expand and contract: add `{1}`, write both columns from the program, fill the old rows in batches, read from `{1}`, and drop `{0}` in a "
                  "later release.", operation.name, operation.new_name));
  hazard.column = operation.name;
  hazard.renamed = operation.new_name;
  hazards.push_back(std::move(hazard));
}

void RenameTable(const Change& change, std::vector<Hazard>& hazards) {
  const Operation& operation = change.operation;
  const bool moved = operation.kind == OperationKind::kMoveToSchema;
  if (operation.new_name.empty()) return;
  const std::string table = change.Table(), now = moved ? fmt::format("{}.{}", operation.new_name, operation.object.name) : std::string(operation.new_name);
  Hazard hazard = change.Make(HazardKind::kContract,
                              fmt::format("{} `{}` to `{}` breaks the version that is still running", moved ? "moving" : "renaming", table, now),
                              fmt::format("{} It asks for the old name, the new version for the new one: no moment is right for both.", kRunningVersion),
                              fmt::format("Leave the old name behind as a view in the same transaction: `CREATE VIEW {0} AS SELECT * FROM {1};`, and drop "
                                          "it in a later release.", table, now));
  hazard.renamed = now;
  hazards.push_back(std::move(hazard));
}

void Remove(const Change& change, std::vector<Hazard>& hazards) {
  const Operation& operation = change.operation;
  const bool column = operation.kind == OperationKind::kDropColumn;
  const std::string what = column ? change.Column(operation.name) : change.Table();
  Hazard hazard = change.Make(HazardKind::kRemoval, fmt::format("`{}` is dropped: the version that is still running must not use it any more", what),
                              std::string(kRunningVersion),
                              "Release a version that does not use it first, and drop it in the release after that.");
  if (column) hazard.column = operation.name;
  hazard.minor = true;
  hazards.push_back(std::move(hazard));
}

// Rows that are there have no value for it, and inserts of the running version give none.
void RequireColumn(const Change& change, const ColumnDefinition& column, std::vector<Hazard>& hazards) {
  const bool given = column.default_kind != DefaultKind::kNone && column.default_kind != DefaultKind::kNull;
  const bool mysql = change.schema.dialect() == Dialect::kMysql;
  const bool own = column.auto_increment || column.type.serial || column.generated != Generated::kNo || column.type.has_hole;
  // MySQL's TIMESTAMP may bring a default of its own.
  if (!column.not_null || given || own || column.has_hole || (mysql && SameName(column.type.name, "timestamp"))) return;
  const std::string name = change.Column(column.name);
  hazards.push_back(change.Make(
      mysql ? HazardKind::kContract : HazardKind::kFailure,
      mysql ? fmt::format("`{}` is required and has no default: inserts of the version that is still running fail", name)
            : fmt::format("`{}` cannot be added as NOT NULL without a default once the table has rows", name),
      mysql ? "In strict mode an INSERT that does not name a column without a default fails, and the running version does not know the column."
            : "The rows that are there have no value for it, so the statement fails; and inserts of the running version, which do not name the column, "
              "would fail after it.",
      fmt::format("Give it a constant default: `ALTER TABLE {} ADD COLUMN {} {} NOT NULL DEFAULT ...;`. Or add it without NOT NULL, let the program write "
                  "it, fill the old rows in batches, and make it NOT NULL in a later step.", change.Table(), column.name, column.type.text)));
}

}  // namespace

std::string Change::Table() const {
  return operation.object.schema.empty() ? std::string(operation.object.name)
                                         : fmt::format("{}.{}", operation.object.schema, operation.object.name);
}

std::string Change::Column(std::string_view name) const { return fmt::format("{}.{}", operation.object.name, name); }

const SchemaColumn* Change::Find(std::string_view column) const { return table == nullptr ? nullptr : table->FindColumn(column); }

Hazard Change::Make(HazardKind kind, std::string message, std::string cause, std::string fix) const {
  Hazard hazard;
  hazard.kind = kind;
  hazard.table = operation.object.name;
  hazard.message = std::move(message);
  hazard.cause = std::move(cause);
  hazard.fix = std::move(fix);
  hazard.offset = operation.offset;
  return hazard;
}

std::string ColumnsOf(const Key& key) {
  std::string text;
  for (const KeyPart& part : key.parts) {
    text += text.empty() ? "(" : ", ";
    text += part.column.empty() ? part.expression : part.column;
  }
  return text.empty() ? "(...)" : text + ")";
}

bool BeginsWith(std::string_view text, std::string_view words) {
  size_t at = 0;
  bool blank = false;
  for (const char word : words) {
    if (word == ' ') blank = true;
    if (word == ' ') continue;
    const size_t first = at;
    while (blank && at < text.size() && (text[at] == ' ' || text[at] == '\t' || text[at] == '\n' || text[at] == '\r')) ++at;
    if (blank && at == first) return false;
    blank = false;
    if (at == text.size() || LowerCase(text[at]) != LowerCase(word)) return false;
    ++at;
  }
  return true;
}

void JudgeNames(const Change& change, std::vector<Hazard>& hazards) {
  switch (change.operation.kind) {
    case OperationKind::kAddColumn:
      for (const ColumnDefinition& column : change.operation.columns) RequireColumn(change, column, hazards);
      return;
    case OperationKind::kModifyColumn:
    case OperationKind::kRenameColumn:
      return RenameColumn(change, hazards);
    case OperationKind::kRenameTable:
    case OperationKind::kMoveToSchema:
      return RenameTable(change, hazards);
    case OperationKind::kDropColumn:
    case OperationKind::kDropTable:
      return Remove(change, hazards);
    default:
      return;
  }
}

}  // namespace backlint::sql
