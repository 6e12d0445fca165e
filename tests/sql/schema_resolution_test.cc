#include "sql/schema_resolution.h"

#include <gtest/gtest.h>

#include <string>

namespace backlint::sql {
namespace {

// The owner of each column of the statement, `?` behind one that is not sure.
std::string Owners(std::string_view text) {
  Schema schema(Dialect::kSqlite);
  schema.Apply(
      Script("CREATE TABLE a (id int, x int); CREATE TABLE b (id int, y int); ALTER TABLE c ADD z int;", Dialect::kSqlite), "");
  Script script(text, Dialect::kSqlite);
  Statement& statement = script.statements()[0];
  ResolveColumns(statement, schema);
  std::string owners;
  for (const Block& block : statement.blocks) {
    for (const ColumnUse& use : block.columns) {
      if (!owners.empty()) owners += ' ';
      (owners += use.name) += ':';
      if (use.owner != kNone) owners += statement.blocks[use.owner_block].tables[use.owner].KnownAs();
      if (!use.sure) owners += '?';
    }
  }
  return owners;
}

TEST(SchemaResolution, Columns) {
  EXPECT_EQ(Owners("SELECT x, y FROM a, b WHERE id = 1"), "x:a y:b id:?");
  EXPECT_EQ(Owners("SELECT x FROM a JOIN unknown u ON 1 WHERE y = 1"), "x:a? y:u?");
  EXPECT_EQ(Owners("SELECT 1 FROM a WHERE EXISTS (SELECT 1 FROM b WHERE y = x)"), "y:b x:a");
  EXPECT_EQ(Owners("SELECT x, w FROM a, (SELECT y AS w FROM b) d"), "x:a w:d y:b");
  EXPECT_EQ(Owners("SELECT x FROM a, c"), "x:a?");
  EXPECT_EQ(Owners("SELECT y AS k FROM a, b ORDER BY k"), "y:b k:?");
}

}  // namespace
}  // namespace backlint::sql
