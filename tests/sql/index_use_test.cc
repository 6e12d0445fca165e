#include "sql/index_use.h"

#include <gtest/gtest.h>

#include <string>

#include "sql/foreign_key.h"
#include "sql/schema_resolution.h"
#include "sql/script.h"

namespace backlint::sql {
namespace {

// The missing indexes of all tables of the statement: `search t(a, b)`, and `*` behind the last part that the search needs.
std::string Missing(std::string_view definitions, std::string_view text, Dialect dialect = Dialect::kPostgres) {
  Schema schema(dialect);
  schema.Apply(Script(definitions, dialect), "");
  Script script(text, dialect);
  Statement& statement = script.statements()[0];
  ResolveColumns(statement, schema);
  std::string all;
  for (uint32_t block = 0; block < statement.blocks.size(); ++block) {
    for (size_t table = 0; table < statement.blocks[block].tables.size(); ++table) {
      const SchemaTable* known = schema.Find(statement.blocks[block].tables[table].name);
      const auto missing =
          known == nullptr ? std::nullopt : FindMissingIndex(statement, block, static_cast<int32_t>(table), *known, dialect);
      if (!missing) continue;
      constexpr const char* kKinds[] = {"search ", "range ", "join ", "order "};
      all += (all.empty() ? "" : "; ") + std::string(kKinds[static_cast<size_t>(missing->kind)]) + known->name + "(";
      for (size_t i = 0; i < missing->parts.size(); ++i) {
        const auto& part = missing->parts[i];
        all += (i == 0 ? "" : ", ") +
               (part.function.empty() ? std::string(part.column) : std::string(part.function) + " " + std::string(part.column));
        if (i + 1 == missing->searched) all += '*';
      }
      all += ')';
    }
  }
  return all;
}

constexpr std::string_view kTables =
    "CREATE TABLE t (id INT PRIMARY KEY, a INT, b INT, c TIMESTAMP, name TEXT, active BOOLEAN, status TEXT);"
    "CREATE TABLE u (id INT PRIMARY KEY, t_id INT, x INT);";

TEST(IndexUse, FindsWhatNoKeyServes) {
  EXPECT_EQ(Missing(kTables, "SELECT 1 FROM t WHERE a = $1"), "search t(a*)");
  EXPECT_EQ(Missing(kTables, "SELECT 1 FROM t WHERE a = $1 AND b = ANY($2) AND c > $3"), "search t(a, b*, c)");
  EXPECT_EQ(Missing(kTables, "SELECT 1 FROM t WHERE a = $1 ORDER BY c DESC LIMIT 5"), "search t(a*, c)");
  EXPECT_EQ(Missing(kTables, "SELECT 1 FROM t WHERE status = 'open' ORDER BY c LIMIT 5"), "order t(status, c*)");
  EXPECT_EQ(Missing(kTables, "SELECT 1 FROM t WHERE c < now()"), "range t(c*)");
  EXPECT_EQ(Missing(kTables, "SELECT 1 FROM t WHERE lower(name) = $1"), "search t(lower name*)");
  EXPECT_EQ(Missing(kTables, "DELETE FROM t WHERE a = $1 AND active"), "search t(a*)");
  EXPECT_EQ(Missing(kTables, "UPDATE t SET b = 1 WHERE a = $1"), "search t(a*)");
  EXPECT_EQ(Missing(kTables, "SELECT 1 FROM t WHERE id = $1 AND EXISTS (SELECT 1 FROM u WHERE u.t_id = t.id)"),
            "join u(t_id*)");
  EXPECT_EQ(Missing(kTables, "SELECT 1 FROM t LEFT JOIN u ON u.t_id = t.id WHERE t.id = $1"), "join u(t_id*)");
}

TEST(IndexUse, IsSilentWhereAKeyServesOrNoneCould) {
  for (const std::string_view text : {"SELECT 1 FROM t",
                                      "SELECT 1 FROM t WHERE id = $1 AND a = $2",
                                      "SELECT 1 FROM t WHERE active",
                                      "SELECT 1 FROM t WHERE status = 'open'",
                                      "SELECT 1 FROM t WHERE a <> 5",
                                      "SELECT 1 FROM t WHERE name LIKE $1",
                                      "SELECT 1 FROM t WHERE a = b",
                                      "SELECT 1 FROM t WHERE a = b + 1",
                                      "SELECT 1 FROM t WHERE gone = 1",
                                      "SELECT 1 FROM t JOIN u ON u.t_id = t.id",
                                      "SELECT 1 FROM t JOIN u ON u.t_id = t.id WHERE u.id = $1",
                                      "SELECT 1 FROM t WHERE c IS NOT NULL",
                                      "SELECT 1 FROM t WHERE a > $1",
                                      "SELECT 1 FROM t WHERE a = 0",
                                      "SELECT 1 FROM t WHERE a IN (1, 2)",
                                      "SELECT 1 FROM t ORDER BY a",
                                      "SELECT 1 FROM t ORDER BY random() LIMIT 1",
                                      "SELECT 1 FROM t LEFT JOIN u ON u.t_id = t.id AND t.a = 5",
                                      "SELECT 1 FROM t WHERE id = $1 OR a = $2",
                                      "SELECT 1 FROM t WHERE a IS NOT DISTINCT FROM $1",
                                      "SELECT 1 FROM t TABLESAMPLE SYSTEM (1) WHERE a = $1",
                                      "INSERT INTO t (a) VALUES ($1)"}) {
    EXPECT_EQ(Missing(kTables, text), "") << text;
  }
}

TEST(IndexUse, KnowsKindsOfIndexes) {
  const auto with = [](std::string_view index, std::string_view text, Dialect dialect = Dialect::kPostgres) {
    return Missing(std::string(kTables) + std::string(index), text, dialect);
  };
  EXPECT_EQ(with("CREATE INDEX ON t USING hash (a)", "SELECT 1 FROM t WHERE a = $1"), "");
  EXPECT_EQ(with("CREATE INDEX ON t USING hash (a)", "SELECT 1 FROM t WHERE a BETWEEN 1 AND 9"), "range t(a*)");
  EXPECT_EQ(with("CREATE INDEX ON t USING brin (c)", "SELECT 1 FROM t WHERE c > now()"), "");
  EXPECT_EQ(with("CREATE INDEX ON t (a) WHERE active", "SELECT 1 FROM t WHERE a = $1"), "search t(a*)");
  EXPECT_EQ(with("CREATE INDEX ON t (a) WHERE active", "SELECT 1 FROM t WHERE a = $1 AND active = true"), "");
  EXPECT_EQ(with("CREATE INDEX ON t (lower(name))", "SELECT 1 FROM t WHERE LOWER(t.name) = $1"), "");
  EXPECT_EQ(with("CREATE INDEX i ON t (name(8))", "SELECT 1 FROM t WHERE name = ?", Dialect::kMysql), "");
  EXPECT_EQ(with("CREATE FULLTEXT INDEX i ON t (name)", "SELECT 1 FROM t WHERE name = ?", Dialect::kMysql), "search t(name*)");
  EXPECT_EQ(with("ALTER TABLE t ADD CONSTRAINT k UNIQUE (b, a)", "SELECT 1 FROM t WHERE a = $1"), "search t(a*)");
}

// PostgreSQL reads all rows for IS NOT DISTINCT FROM; the others have an operator of that meaning.
TEST(IndexUse, ComparesNullsAsTheEngineDoes) {
  constexpr std::string_view kIndexed = "CREATE TABLE t (id INT PRIMARY KEY, a INT, b INT); CREATE INDEX i ON t (a)";
  EXPECT_EQ(Missing(kIndexed, "SELECT 1 FROM t WHERE a IS NOT DISTINCT FROM $1 AND b = $2"), "search t(b*)");
  EXPECT_EQ(Missing(kIndexed, "SELECT 1 FROM t WHERE a <=> ? AND b = ?", Dialect::kMysql), "");
  EXPECT_EQ(Missing(kIndexed, "SELECT 1 FROM t WHERE a IS ? AND b = ?", Dialect::kSqlite), "");
}

TEST(ForeignKey, IsSearchedWhenARowGoes) {
  const auto count = [](std::string_view more, Dialect dialect) {
    Schema schema(dialect);
    schema.Apply(Script("CREATE TABLE p (id INT PRIMARY KEY); CREATE TABLE q (id INT PRIMARY KEY, p_id INT, CONSTRAINT f "
                        "FOREIGN KEY (p_id) REFERENCES p (id));",
                        dialect),
                 "");
    schema.Apply(Script(more, dialect), "");
    return FindUnindexedReferences(schema, *schema.Find("p")).size();
  };
  EXPECT_EQ(count("", Dialect::kPostgres), 1u);
  EXPECT_EQ(count("CREATE INDEX ON q (p_id, id)", Dialect::kPostgres), 0u);
  EXPECT_EQ(count("", Dialect::kMysql), 0u);
}

}  // namespace
}  // namespace backlint::sql
