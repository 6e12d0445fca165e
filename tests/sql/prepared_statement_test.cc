#include "sql/prepared_statement.h"

#include <gtest/gtest.h>

namespace backlint::sql {
namespace {

std::string Read(std::string_view text) {
  const auto prepared = ReadPreparedStatement(text);
  return prepared ? prepared->name + ": " + std::string(text.substr(prepared->begin)) : "";
}

TEST(PreparedStatement, HasANameAndAText) {
  EXPECT_EQ(Read("PREPARE find AS SELECT 1"), "find: SELECT 1");
  EXPECT_EQ(Read(" prepare Find(int8, char(1)) as\n SELECT name FROM t WHERE id = $1"), "find: SELECT name FROM t WHERE id = $1");
  EXPECT_EQ(Read("PREPARE \"Find\" (int8[]) AS INSERT INTO t VALUES ($1)"), "Find: INSERT INTO t VALUES ($1)");
  EXPECT_EQ(Read("/* all */ PREPARE find AS "), "find: ");
}

TEST(PreparedStatement, IsNoOtherStatement) {
  EXPECT_EQ(Read(""), "");
  EXPECT_EQ(Read("SELECT 1 AS a"), "");
  EXPECT_EQ(Read("PREPARE TRANSACTION 'a'"), "");
  EXPECT_EQ(Read("PREPARE find FROM 'SELECT 1'"), "");
  EXPECT_EQ(Read("PREPARE find(int"), "");
}

}  // namespace
}  // namespace backlint::sql
