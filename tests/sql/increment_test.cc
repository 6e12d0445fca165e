#include "sql/increment.h"

#include <gtest/gtest.h>

#include <string>

#include "sql/script.h"

namespace backlint::sql {
namespace {

int Of(const std::string& value) {
  const Script script("UPDATE t SET a = " + value + " WHERE id = 1", Dialect::kPostgres);
  return IncrementOf(script.statements()[0].Root()->assignments[0]);
}

TEST(Increment, IsToldByTheExpression) {
  EXPECT_EQ(Of("a + 5"), 1);
  EXPECT_EQ(Of("a - 5"), -1);
  EXPECT_EQ(Of("a-$1"), -1);
  EXPECT_EQ(Of("(a - 5)"), -1);
  EXPECT_EQ(Of("((t.a) - (b + 5))"), -1);
  EXPECT_EQ(Of("5 + A"), 1);
  EXPECT_EQ(Of("t.a - 5"), -1);
  EXPECT_EQ(Of("\"a\" + 5"), 1);
  EXPECT_EQ(Of("coalesce(a, 0) - 5"), -1);
  EXPECT_EQ(Of("-5 + a"), -1);
  EXPECT_EQ(Of("a - 5 - b"), -1);
}

TEST(Increment, IsNoneWhereMoreOrLessHappens) {
  EXPECT_EQ(Of("5"), 0);
  EXPECT_EQ(Of("b + 5"), 0);
  EXPECT_EQ(Of("5 - a"), 0);
  EXPECT_EQ(Of("a * 2 + 5"), 0);
  EXPECT_EQ(Of("a - b + 5"), 0);
  EXPECT_EQ(Of("a + a"), 0);
  EXPECT_EQ(Of("(a) + (a)"), 0);
  EXPECT_EQ(Of("greatest(a - 5, 0)"), 0);
}

}  // namespace
}  // namespace backlint::sql
