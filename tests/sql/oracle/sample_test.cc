// The sample, compared with the engines that are linked.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "fact_set.h"
#include "sqlite_oracle.h"
#ifdef BACKLINT_POSTGRES_ORACLE
#include "postgres_facts.h"
#endif

namespace backlint::sql {
namespace {

std::string Sample(const std::string& name) {
  std::ifstream file(BACKLINT_SOURCE_DIR "/tests/sql/sample/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Every statement of the sample is understood to its end.
void ExpectParsed(const std::string& name, Dialect dialect, size_t at_least) {
  const Script script(Sample(name), dialect);
  EXPECT_GE(script.statements().size(), at_least);
  for (const Statement& statement : script.statements()) {
    EXPECT_EQ(statement.grade, Grade::kParsed)
        << statement.doubt << " in " << script.text().substr(statement.begin, statement.end - statement.begin);
  }
}

TEST(Sample, IsUnderstood) {
  ExpectParsed("sqlite.sql", Dialect::kSqlite, 95);
  ExpectParsed("postgres.sql", Dialect::kPostgres, 100);
  ExpectParsed("mysql.sql", Dialect::kMysql, 85);
}

TEST(Sample, DialectsAreGuessed) {
  EXPECT_EQ(Script(Sample("sqlite.sql"), Dialect::kUnknown).dialect(), Dialect::kSqlite);
  EXPECT_EQ(Script(Sample("postgres.sql"), Dialect::kUnknown).dialect(), Dialect::kPostgres);
  EXPECT_EQ(Script(Sample("mysql.sql"), Dialect::kUnknown).dialect(), Dialect::kMysql);
}

TEST(Sample, AgreesWithSqlite) {
  Agreement agreement("SQLite");
  CompareSqlite(Sample("sqlite.sql"), false, agreement);
  agreement.Print(5);
  EXPECT_GE(agreement.Count("tables"), 55u);
  EXPECT_GE(agreement.Count("schema columns"), 6u);
  for (const char* fact : {"tables", "written", "column owners", "schema columns", "schema indexes"})
    EXPECT_EQ(agreement.Share(fact), 100.0) << fact;
}

#ifdef BACKLINT_POSTGRES_ORACLE
TEST(Sample, AgreesWithPostgres) {
  Agreement agreement("PostgreSQL");
  const Script script(Sample("postgres.sql"), Dialect::kPostgres);
  for (const Statement& statement : script.statements()) {
    const std::string text(script.text().substr(statement.begin, statement.end - statement.begin));
    const auto theirs = PostgresFacts(text);
    EXPECT_TRUE(theirs) << text;
    if (theirs) agreement.Add(FactsOf(statement), *theirs, PostgresFactNames(*theirs), text);
  }
  agreement.Print(5);
  EXPECT_GE(agreement.Count("kind"), 80u);
  for (const char* fact : {"kind", "tables", "written", "where columns", "on columns", "conjuncts", "order columns", "limit",
                           "conflict", "row lock", "created columns", "not null", "primary keys", "unique keys", "foreign keys",
                           "index", "alterations", "assigned", "items"})
    EXPECT_EQ(agreement.Share(fact), 100.0) << fact;
}
#endif

}  // namespace
}  // namespace backlint::sql
