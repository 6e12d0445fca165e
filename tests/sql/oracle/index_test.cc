// What is served by an index, compared with the plans of the linked SQLite.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "index_suite.h"

namespace backlint::sql {
namespace {

std::string PlanOf(const std::string& schema, const std::string& query) {
  sqlite3* database = nullptr;
  sqlite3_open(":memory:", &database);
  EXPECT_EQ(sqlite3_exec(database, schema.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << schema;
  std::string plan;
  const auto add = [](void* out, int, char** values, char**) {
    (*static_cast<std::string*>(out) += values[3]) += '\n';
    return 0;
  };
  EXPECT_EQ(sqlite3_exec(database, ("EXPLAIN QUERY PLAN " + query).c_str(), add, &plan, nullptr), SQLITE_OK) << query;
  sqlite3_close(database);
  return plan;
}

bool Has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

void Compare(const IndexPair& pair) {
  const std::string plan = PlanOf(std::string(IndexTables(Dialect::kSqlite)) + std::string(pair.keys), std::string(pair.query));
  const bool searches = Has(plan, "SEARCH t");
  const bool sorted = Has(std::string(pair.query), "ORDER BY") && !Has(plan, "TEMP B-TREE");
  EXPECT_EQ(IsServed(pair, Dialect::kSqlite), pair.served) << pair.keys << "\n" << pair.query;
  // With OR an engine may use an index for a part; we never say that it does not.
  if (!Has(std::string(pair.query), " OR "))
    EXPECT_EQ(searches || sorted, pair.served) << pair.keys << "\n" << pair.query << "\n" << plan;
}

TEST(IndexUse, AgreesWithPlansOfSqlite) {
  for (const IndexPair& pair : IndexPairs()) Compare(pair);
}

TEST(IndexUse, AgreesWithPlansOfSqliteOnPartialAndExpressionIndexes) {
  Compare({"CREATE INDEX i ON t (a) WHERE c = 1", "SELECT b FROM t WHERE a = 5", false});
  Compare({"CREATE INDEX i ON t (a) WHERE c = 1", "SELECT b FROM t WHERE a = 5 AND c = 1", true});
  Compare({"CREATE INDEX i ON t (a) WHERE c = 1", "SELECT b FROM t WHERE a = 5 AND c = 2", false});
  Compare({"CREATE INDEX i ON t (a) WHERE a IS NOT NULL", "SELECT b FROM t WHERE a = 5", true});
  Compare({"CREATE INDEX i ON t (lower(name))", "SELECT b FROM t WHERE lower(name) = 'x'", true});
  Compare({"CREATE INDEX i ON t (lower(name))", "SELECT b FROM t WHERE name = 'x'", false});
  Compare({"CREATE INDEX i ON t (name)", "SELECT b FROM t WHERE lower(name) = 'x'", false});
}

}  // namespace
}  // namespace backlint::sql
