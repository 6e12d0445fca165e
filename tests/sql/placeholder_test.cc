#include "sql/placeholder.h"

#include <gtest/gtest.h>

namespace backlint::sql {
namespace {

TEST(Placeholders, AreCountedAsTheEngineDoes) {
  const auto count = [](std::string_view text, Dialect dialect) { return Placeholders(text, dialect).count(); };
  EXPECT_EQ(count("UPDATE t SET a = ?, b = '?' WHERE \"?\" = ? -- ?", Dialect::kSqlite), 2u);
  EXPECT_EQ(count("/* $7 ? */ SELECT $1, $12, $2", Dialect::kPostgres), 12u);
  EXPECT_EQ(count("SELECT $q$ ? $9 $q$, $1", Dialect::kPostgres), 1u);
  EXPECT_EQ(count("SELECT a FROM t WHERE b LIKE '%s' AND c = :name", Dialect::kMysql), 0u);
}

TEST(Placeholders, KnowTheirValues) {
  constexpr std::string_view text = "SELECT a FROM t WHERE a = ? /* ? */ AND b = ? AND c = $10 AND d = :name";
  const Placeholders placeholders(text, Dialect::kUnknown);
  const auto ordinal = [&](size_t at, size_t size) { return placeholders.OrdinalOf(text.substr(at, size)); };
  EXPECT_EQ(ordinal(text.find('?'), 1), 0u);
  EXPECT_EQ(ordinal(text.rfind('?'), 1), 1u);
  EXPECT_EQ(ordinal(text.find('$'), 3), 9u);
  EXPECT_EQ(ordinal(text.find(':'), 5), 2u);
}

}  // namespace
}  // namespace backlint::sql
