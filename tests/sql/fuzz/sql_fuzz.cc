// Every text is read in every dialect without a fault: lexed, split, parsed, replayed into a schema, resolved against it.
// A byte 0x01 of the input stands for a hole. tools/fuzz builds and runs this.
#include <cstdlib>
#include <string_view>
#include <vector>

#include "sql/hole_position.h"
#include "sql/migration.h"
#include "sql/schema.h"
#include "sql/schema_resolution.h"
#include "sql/script.h"

namespace backlint::sql {
namespace {

std::vector<Segment> Segments(std::string_view text) {
  std::vector<Segment> segments;
  while (!text.empty()) {
    const size_t hole = text.find('\x01');
    segments.push_back({false, text.substr(0, hole)});
    if (hole == std::string_view::npos) break;
    segments.push_back({true, {}});
    text.remove_prefix(hole + 1);
  }
  return segments;
}

void Demand(bool holds) {
  if (!holds) std::abort();
}

void CheckStatement(const Script& script, const Statement& statement) {
  Demand(statement.begin <= statement.end && statement.end <= script.text().size());
  Demand(statement.root == kNoBlock || statement.root < statement.blocks.size());
  Demand(statement.grade != Grade::kPartial || !statement.doubt.empty());
  for (size_t b = 0; b < statement.blocks.size(); ++b) {
    const Block& block = statement.blocks[b];
    Demand(block.parent == kNoBlock || block.parent < statement.blocks.size());
    const auto columns = static_cast<int32_t>(block.columns.size());
    for (const Predicate& predicate : block.predicates)
      Demand(predicate.column >= 0 && predicate.column < columns && predicate.other.column < columns);
    for (const SortTerm& term : block.order) Demand(term.value.column < columns);
    for (const ColumnUse& use : block.columns) {
      if (use.owner == kNone) continue;
      Demand(use.owner_block < statement.blocks.size());
      Demand(use.owner >= 0 && use.owner < static_cast<int32_t>(statement.blocks[use.owner_block].tables.size()));
    }
  }
}

void ReadAll(std::string_view text, Dialect dialect) {
  const std::vector<Segment> segments = Segments(text);
  ClassifyHoles(segments, dialect);
  Script script(segments, dialect);
  Schema schema(script.dialect());
  schema.Apply(script, "fuzz.sql");
  for (Statement& statement : script.statements()) {
    CheckStatement(script, statement);
    ResolveColumns(statement, schema);
    CheckStatement(script, statement);
    TablesOf(statement);
  }
}

}  // namespace
}  // namespace backlint::sql

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace backlint::sql;
  if (size == 0) return 0;
  constexpr Dialect kDialects[] = {Dialect::kUnknown, Dialect::kPostgres, Dialect::kMysql, Dialect::kSqlite};
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  ReadAll(text, kDialects[data[0] % 4]);
  const MigrationFile files[] = {{text.substr(0, text.size() / 2), text}, {"1_a.up.sql", text}};
  OrderMigrations(files);
  return 0;
}
