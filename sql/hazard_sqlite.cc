// SQLite: what its ALTER TABLE refuses. Locks are no matter of a single statement there: a writer locks the whole file.
#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include "sql/hazard_rules.h"
#include "sql/lexer.h"
#include "sql/name_comparison.h"

namespace backlint::sql {
namespace {

constexpr std::string_view kRebuild =
    "Build the table anew: `CREATE TABLE new_table (...)`, `INSERT INTO new_table SELECT ...`, `DROP TABLE`, `ALTER TABLE new_table RENAME TO ...`, in one "
    "transaction, with `PRAGMA foreign_keys = OFF` before it.";

void Refused(const Change& change, std::string message, std::string cause, std::string fix, std::vector<Hazard>& hazards) {
  hazards.push_back(change.Make(HazardKind::kFailure, std::move(message), std::move(cause), std::move(fix)));
}

void AddColumn(const Change& change, const ColumnDefinition& column, std::vector<Hazard>& hazards) {
  const std::string name = change.Column(column.name);
  for (const Key& key : column.keys) {
    if (key.kind != KeyKind::kPrimary && key.kind != KeyKind::kUnique) continue;
    const std::string_view what = key.kind == KeyKind::kPrimary ? "PRIMARY KEY" : "UNIQUE";
    Refused(change, fmt::format("`{}` cannot be added as `{}`", name, what), "ALTER TABLE ADD COLUMN takes no column with a key of its own.",
            key.kind == KeyKind::kPrimary
                ? std::string(kRebuild)
                : fmt::format("`ALTER TABLE {0} ADD COLUMN {1} {2};`, then `CREATE UNIQUE INDEX {0}_{1} ON {0} ({1});`.", change.Table(), column.name,
                              column.type.text), hazards);
    return;
  }
  if (column.generated == Generated::kStored)
    return Refused(change, fmt::format("`{}` cannot be added as a stored column", name), "ALTER TABLE ADD COLUMN takes no column whose values are stored.",
                   "Make it VIRTUAL.", hazards);
  const std::string_view text = column.default_text;
  const bool given = column.default_kind != DefaultKind::kNone && column.default_kind != DefaultKind::kNull;
  const bool refers = std::any_of(column.keys.begin(), column.keys.end(), [](const Key& key) { return key.kind == KeyKind::kForeign; });
  if (refers && given && change.checks_foreign_keys)
    return Refused(change, fmt::format("`{}`, which refers to another table, cannot be added with the default `{}` once the table has rows", name, text),
                   "With `PRAGMA foreign_keys = ON`, ALTER TABLE ADD COLUMN takes references whose default is NULL only: nobody looks for the rows they "
                   "would refer to.", "Add the column without a default and fill it with an UPDATE.", hazards);
  // A bare word is a text.
  const bool computed = column.default_kind == DefaultKind::kNow || (text.starts_with('(') && column.default_kind != DefaultKind::kConstant);
  if (given && computed)
    Refused(change, fmt::format("`{}` cannot be added with the default `{}` once the table has rows", name, text),
            "ALTER TABLE ADD COLUMN takes constant defaults only: the rows that are there are never written.",
            fmt::format("Add the column without a default and fill it with an UPDATE. For a default that is an expression: {}", kRebuild), hazards);
}

// Whether an expression of the schema names a column.
bool Mentions(std::string_view expression, std::string_view column) {
  const std::array<Segment, 1> whole = {{{false, expression}}};
  const SegmentedText text(whole);
  const std::vector<Token> tokens = Lex(text, LexicalRules::Of(Dialect::kSqlite));
  return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
    return (token.kind == TokenKind::kWord || token.kind == TokenKind::kQuotedName) && SameName(NameOf(text, token), column);
  });
}

// A column that a key or an index speaks of stays.
void DropColumn(const Change& change, std::vector<Hazard>& hazards) {
  if (change.table == nullptr || !change.table->IsCertain()) return;
  const auto holds = [&](const SchemaKey& key) {
    const std::string_view column = change.operation.name;
    return key.IsIndex() && (Mentions(key.where, column) || std::any_of(key.parts.begin(), key.parts.end(), [&](const SchemaKeyPart& part) {
                               return SameName(part.column, column) || Mentions(part.expression, column);
                             }));
  };
  const auto key = std::find_if(change.table->keys.begin(), change.table->keys.end(), holds);
  if (key == change.table->keys.end()) return;
  const bool index = key->kind == KeyKind::kIndex || !key->name.empty();
  Refused(change, fmt::format("`{}` cannot be dropped while {} holds it", change.Column(change.operation.name),
                              index && !key->name.empty() ? fmt::format("the index `{}`", key->name) : std::string("a key")),
          "ALTER TABLE DROP COLUMN refuses columns that a primary key, a UNIQUE constraint or an index names.",
          index && !key->name.empty() ? fmt::format("`DROP INDEX {};` first.", key->name) : std::string(kRebuild), hazards);
}

}  // namespace

void JudgeForSqlite(const Change& change, std::vector<Hazard>& hazards) {
  if (change.operation.kind == OperationKind::kAddColumn) {
    for (const ColumnDefinition& column : change.operation.columns) AddColumn(change, column, hazards);
  } else if (change.operation.kind == OperationKind::kDropColumn) {
    DropColumn(change, hazards);
  }
}

}  // namespace backlint::sql
