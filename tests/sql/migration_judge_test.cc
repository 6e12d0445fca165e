#include "sql/migration_judge.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace backlint::sql {
namespace {

constexpr Dialect kPostgres = Dialect::kPostgres;
constexpr Dialect kMysql = Dialect::kMysql;
constexpr Dialect kSqlite = Dialect::kSqlite;

constexpr std::string_view kTables =
    "CREATE TABLE u (id integer PRIMARY KEY); CREATE TABLE t (id integer, a integer, v varchar(20), x text, n numeric(10,2), ts timestamp, ts3 timestamp(3), "
    "c char(5), ip cidr, nn integer not null, i interval(3), vb bit varying(4), j json, arr varchar(10)[], iv integer); CREATE INDEX tiv ON t (iv)";

// `lock contract-` for the last of the steps; `-` marks what is minor.
std::string Kinds(const std::vector<std::string_view>& steps, Dialect dialect, bool wrapped = false) {
  constexpr std::string_view kNames[] = {"lock", "failure", "contract", "removal"};
  MigrationJudge judge(dialect);
  std::string kinds;
  for (const std::string_view step : steps) {
    kinds.clear();
    for (const Hazard& hazard : judge.Judge(Script(step, dialect), wrapped)) {
      if (!kinds.empty()) kinds += ' ';
      kinds += kNames[static_cast<size_t>(hazard.kind)];
      if (hazard.minor) kinds += '-';
    }
  }
  return kinds;
}

std::string OfPostgres(std::string_view step, bool wrapped = false) { return Kinds({kTables, step}, kPostgres, wrapped); }

TEST(MigrationJudge, PostgresColumns) {
  EXPECT_EQ(OfPostgres("ALTER TABLE t ADD z int"), "");
  EXPECT_EQ(OfPostgres("ALTER TABLE t ADD z int NOT NULL DEFAULT 5"), "");
  EXPECT_EQ(OfPostgres("ALTER TABLE t ADD z timestamptz DEFAULT now()"), "");
  EXPECT_EQ(OfPostgres("ALTER TABLE t ADD z text DEFAULT lower('A')"), "");
  EXPECT_EQ(OfPostgres("ALTER TABLE t ADD z int REFERENCES u"), "");
  EXPECT_EQ(OfPostgres("ALTER TABLE t ADD z timestamptz DEFAULT clock_timestamp()"), "lock");
  EXPECT_EQ(OfPostgres("ALTER TABLE t ADD z int DEFAULT nextval('s')"), "lock");
  EXPECT_EQ(OfPostgres("ALTER TABLE t ADD z int GENERATED ALWAYS AS IDENTITY"), "lock");
  EXPECT_EQ(OfPostgres("ALTER TABLE t ADD z int DEFAULT 1 REFERENCES u"), "lock");
  EXPECT_EQ(OfPostgres("ALTER TABLE t ADD z int CHECK (z > 0)"), "lock");
  EXPECT_EQ(OfPostgres("ALTER TABLE t ADD z int NOT NULL"), "failure");
  EXPECT_EQ(OfPostgres("ALTER TABLE t ALTER nn SET NOT NULL"), "");
  EXPECT_EQ(OfPostgres("ALTER TABLE t ALTER a SET NOT NULL"), "lock");
}

// Each of these was tried on a server: whether the file behind the table is another one afterwards.
TEST(MigrationJudge, PostgresTypes) {
  for (const std::string_view free :
       {"v TYPE varchar(30)", "v TYPE varchar(20)", "v TYPE text", "v TYPE text USING v::text", "v TYPE text USING CAST(v AS text)", "x TYPE varchar",
        "n TYPE numeric(12,2)", "n TYPE decimal", "ts3 TYPE timestamp(6)", "ts3 TYPE timestamp", "ts TYPE timestamp(6)", "i TYPE interval(6)", "ip TYPE inet", "i TYPE interval", "vb TYPE bit varying(8)",
        "vb TYPE varbit", "a TYPE int4", "a TYPE oid"})
    EXPECT_EQ(OfPostgres("ALTER TABLE t ALTER COLUMN " + std::string(free)), "") << free;
  for (const std::string_view copy :
       {"v TYPE varchar(10)", "x TYPE varchar(100)", "v TYPE char(30)", "c TYPE char(9)", "c TYPE text", "n TYPE numeric(12,4)", "n TYPE numeric(8,2)",
        "a TYPE bigint", "ts TYPE timestamp(3)", "ts TYPE timestamptz", "j TYPE jsonb", "x TYPE int USING x::int", "x TYPE text USING lower(x)",
        "arr TYPE text[]"})
    EXPECT_EQ(OfPostgres("ALTER TABLE t ALTER COLUMN " + std::string(copy)), "lock") << copy;
  EXPECT_EQ(OfPostgres("SET timezone TO 'UTC'; ALTER TABLE t ALTER ts TYPE timestamp with time zone"), "");
  EXPECT_EQ(OfPostgres("SET LOCAL TIME ZONE UTC; ALTER TABLE t ALTER ts TYPE timestamptz"), "");
  EXPECT_EQ(OfPostgres("SET timezone = 'UTC'; SET timezone = 'Asia/Tokyo'; ALTER TABLE t ALTER ts TYPE timestamptz"), "lock");
  EXPECT_EQ(OfPostgres("ALTER TABLE strange ALTER a TYPE varchar(30)"), "");
  EXPECT_EQ(OfPostgres("ALTER TABLE strange ALTER a TYPE bigint"), "lock");
}

TEST(MigrationJudge, PostgresKeys) {
  EXPECT_EQ(OfPostgres("ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES u"), "lock");
  EXPECT_EQ(OfPostgres("ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES u NOT VALID"), "");
  EXPECT_EQ(OfPostgres("ALTER TABLE t ADD CHECK (a > 0)"), "lock");
  EXPECT_EQ(OfPostgres("ALTER TABLE t ADD CONSTRAINT k CHECK (a > 0) NOT VALID"), "");
  EXPECT_EQ(OfPostgres("ALTER TABLE t ADD UNIQUE (a)"), "lock");
  EXPECT_EQ(OfPostgres("ALTER TABLE t ADD PRIMARY KEY USING INDEX tiv"), "");
  EXPECT_EQ(OfPostgres("ALTER TABLE t ADD EXCLUDE (a WITH =)"), "lock");
  EXPECT_EQ(OfPostgres("CREATE INDEX i ON t (a)"), "lock");
  EXPECT_EQ(OfPostgres("CREATE INDEX CONCURRENTLY i ON t (a)"), "");
  EXPECT_EQ(OfPostgres("CREATE INDEX CONCURRENTLY i ON t (a)", true), "failure");
  EXPECT_EQ(OfPostgres("BEGIN; CREATE INDEX CONCURRENTLY i ON t (a); COMMIT"), "failure");
  EXPECT_EQ(OfPostgres("BEGIN; COMMIT; DROP INDEX CONCURRENTLY tiv"), "");
  EXPECT_EQ(OfPostgres("DROP INDEX tiv"), "lock-");
  EXPECT_EQ(OfPostgres("ALTER TABLE t DETACH PARTITION p"), "lock-");
  EXPECT_EQ(OfPostgres("ALTER TABLE t DETACH PARTITION p CONCURRENTLY"), "");
  EXPECT_EQ(OfPostgres("REINDEX INDEX CONCURRENTLY tiv"), "");
  EXPECT_EQ(OfPostgres("VACUUM (FULL) t"), "lock");
  EXPECT_EQ(OfPostgres("VACUUM t"), "");
}

TEST(MigrationJudge, PostgresRewrites) {
  EXPECT_EQ(OfPostgres("ALTER TABLE t SET UNLOGGED"), "lock");
  EXPECT_EQ(OfPostgres("ALTER TABLE t SET LOGGED"), "lock");
  EXPECT_EQ(OfPostgres("ALTER TABLE t SET TABLESPACE fast"), "lock");
  EXPECT_EQ(OfPostgres("ALTER TABLE t SET ACCESS METHOD columnar"), "lock");
  EXPECT_EQ(OfPostgres("ALTER TABLE t SET (fillfactor = 70)"), "");
  EXPECT_EQ(OfPostgres("CREATE TABLE w (a int); ALTER TABLE w SET UNLOGGED"), "");
  EXPECT_EQ(OfPostgres("REFRESH MATERIALIZED VIEW m"), "lock");
  EXPECT_EQ(OfPostgres("REFRESH MATERIALIZED VIEW s.m WITH DATA"), "lock");
  EXPECT_EQ(OfPostgres("REFRESH MATERIALIZED VIEW CONCURRENTLY m"), "");
  EXPECT_EQ(OfPostgres("REFRESH MATERIALIZED VIEW m WITH NO DATA"), "");
  EXPECT_EQ(OfPostgres("CREATE MATERIALIZED VIEW m AS SELECT a FROM t WITH NO DATA; REFRESH MATERIALIZED VIEW m"), "");
  EXPECT_EQ(Kinds({kTables, "CREATE MATERIALIZED VIEW m AS SELECT a FROM t", "REFRESH MATERIALIZED VIEW m"}, kPostgres), "lock");
}

TEST(MigrationJudge, PhasesOfSeveralSteps) {
  constexpr std::string_view kAdd = "ALTER TABLE t ADD CONSTRAINT k CHECK (a IS NOT NULL) NOT VALID", kValidate = "ALTER TABLE t VALIDATE CONSTRAINT k",
                             kSet = "ALTER TABLE t ALTER COLUMN a SET NOT NULL";
  EXPECT_EQ(Kinds({kTables, kAdd, kValidate}, kPostgres, true), "");
  EXPECT_EQ(Kinds({kTables, kAdd, kValidate, kSet}, kPostgres, true), "");
  EXPECT_EQ(Kinds({kTables, kAdd, kSet}, kPostgres, true), "lock");
  const auto proven = [&](std::string_view condition) {
    const std::string check = "ALTER TABLE t ADD CONSTRAINT k CHECK (" + std::string(condition) + ") NOT VALID";
    return Kinds({kTables, check, kValidate, kSet}, kPostgres, true) == "";
  };
  EXPECT_TRUE(proven("(a IS NOT NULL)"));
  EXPECT_TRUE(proven("\"a\" IS NOT NULL AND v <> ''"));
  EXPECT_TRUE(proven("((n BETWEEN 1 AND 2) AND (a IS NOT NULL))"));
  EXPECT_FALSE(proven("a IS NOT NULL OR n > 0"));
  EXPECT_FALSE(proven("NOT (a IS NOT NULL)"));
  EXPECT_FALSE(proven("a > 0"));
  EXPECT_EQ(OfPostgres(std::string(kAdd) + "; " + std::string(kValidate), true), "lock");
  EXPECT_EQ(OfPostgres("ALTER TABLE t ADD z int; UPDATE t SET z = 1", true), "lock");
  EXPECT_EQ(OfPostgres("ALTER TABLE t ADD z int; UPDATE t SET z = 1 WHERE id < 100", true), "");
  EXPECT_EQ(OfPostgres("ALTER TABLE t ADD z int; UPDATE t SET z = 1"), "");
  EXPECT_EQ(OfPostgres("BEGIN; UPDATE t SET a = 1"), "failure");
}

TEST(MigrationJudge, WhatAStepMakesItself) {
  EXPECT_EQ(OfPostgres("CREATE TABLE w (a int); CREATE INDEX i ON w (a); ALTER TABLE w RENAME TO r; ALTER TABLE r ADD UNIQUE (a)"), "");
  EXPECT_EQ(OfPostgres("CREATE TABLE IF NOT EXISTS t (a int); CREATE INDEX i ON t (a)"), "lock");
  EXPECT_EQ(OfPostgres("CREATE TEMP TABLE w (a int); DROP TABLE w"), "");
  EXPECT_EQ(OfPostgres("CREATE TABLE w (a int); CREATE INDEX CONCURRENTLY i ON w (a)", true), "failure");
}

TEST(MigrationJudge, NamesThatGo) {
  for (const Dialect dialect : {kPostgres, kMysql, kSqlite, Dialect::kUnknown}) {
    EXPECT_EQ(Kinds({kTables, "ALTER TABLE t RENAME COLUMN a TO b"}, dialect), "contract");
    EXPECT_EQ(Kinds({kTables, "ALTER TABLE t RENAME TO s"}, dialect), "contract");
    EXPECT_EQ(Kinds({kTables, "ALTER TABLE t DROP COLUMN a"}, dialect), "removal-");
    EXPECT_EQ(Kinds({kTables, "DROP TABLE t"}, dialect), "removal-");
    EXPECT_EQ(Kinds({kTables, "DROP TABLE t; CREATE TABLE t (id int)"}, dialect), "");
    EXPECT_EQ(Kinds({kTables, "CREATE TABLE s (id int); DROP TABLE t; ALTER TABLE s RENAME TO t"}, dialect), "");
    EXPECT_EQ(Kinds({kTables, "ALTER TABLE t DROP COLUMN a; ALTER TABLE t ADD COLUMN a text"}, dialect), "");
  }
  EXPECT_EQ(OfPostgres("ALTER TABLE t RENAME TO s; CREATE VIEW t AS SELECT * FROM s"), "");
  EXPECT_EQ(OfPostgres("TRUNCATE t CASCADE"), "removal");
  EXPECT_EQ(Kinds({kTables, "ALTER TABLE t CHANGE a b integer"}, kMysql), "contract");
}

TEST(MigrationJudge, Mysql) {
  constexpr std::string_view kMysqlTables =
      "CREATE TABLE t (id int PRIMARY KEY, a int(11), v varchar(20), w varchar(300), x text, e enum('a','b'), d decimal(10,2), dt datetime, "
      "l varchar(30) CHARACTER SET latin1, s set('x','y'))";
  const auto of = [&](std::string_view action) { return Kinds({kMysqlTables, "ALTER TABLE t " + std::string(action)}, kMysql); };
  for (const std::string_view online :
       {"ADD z int", "ADD INDEX (a)", "ADD UNIQUE (a)", "MODIFY a integer DEFAULT 3", "MODIFY a int NOT NULL", "MODIFY v varchar(60)", "MODIFY v varchar(64)",
        "MODIFY w varchar(400)", "MODIFY e enum('a', 'b','c')", "MODIFY l varchar(30) CHARSET latin1",
        "MODIFY v varchar(20) CHARACTER SET latin1", "DEFAULT CHARSET = latin1", "DROP PRIMARY KEY, ADD PRIMARY KEY (a)", "ENGINE=InnoDB", "COMMENT='x'",
        "ADD z int AS (a + 1) VIRTUAL", "MODIFY unknown bigint"})
    EXPECT_EQ(of(online), "") << online;
  for (const std::string_view copy :
       {"MODIFY a bigint", "MODIFY a int unsigned", "MODIFY v varchar(10)", "MODIFY v varchar(300)", "MODIFY v text", "MODIFY x mediumtext",
        "MODIFY d decimal(12,2)", "MODIFY e enum('b','a')", "MODIFY s set('x')", "MODIFY l varchar(30) CHARACTER SET utf8mb4", "ENGINE = MyISAM",
        "PARTITION BY HASH (id) PARTITIONS 4", "REMOVE PARTITIONING", "ORDER BY a", "MODIFY dt datetime(3)", "MODIFY dt timestamp", "ADD z int AUTO_INCREMENT UNIQUE", "ADD z int AS (a + 1) STORED",
        "ADD FULLTEXT (x)", "ADD FOREIGN KEY (a) REFERENCES u (id)", "DROP PRIMARY KEY", "CONVERT TO CHARACTER SET utf8mb4", "ADD z int, LOCK=EXCLUSIVE"})
    EXPECT_EQ(of(copy), "lock") << copy;
  EXPECT_EQ(of("ADD z int NOT NULL"), "contract");
  const auto key_after = [&](std::string_view settings) {
    return Kinds({kMysqlTables, std::string(settings) + "ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES u (id)"}, kMysql);
  };
  EXPECT_EQ(key_after("SET FOREIGN_KEY_CHECKS = 0; "), "");
  EXPECT_EQ(key_after("SET foreign_key_checks=OFF; "), "");
  EXPECT_EQ(key_after("SET FOREIGN_KEY_CHECKS=0; SET FOREIGN_KEY_CHECKS=ON; "), "lock");
  EXPECT_EQ(key_after("SET @old = @@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS = 0; "), "");
}

TEST(MigrationJudge, Sqlite) {
  const auto of = [&](std::string_view step) { return Kinds({"CREATE TABLE t (id INTEGER, a INTEGER, iv TEXT); CREATE INDEX tiv ON t (iv)", step}, kSqlite); };
  EXPECT_EQ(of("ALTER TABLE t ADD z TEXT"), "");
  EXPECT_EQ(of("ALTER TABLE t ADD z TEXT NOT NULL DEFAULT ''"), "");
  EXPECT_EQ(of("ALTER TABLE t ADD z TEXT NOT NULL"), "failure");
  EXPECT_EQ(of("ALTER TABLE t ADD z TEXT UNIQUE"), "failure");
  EXPECT_EQ(of("ALTER TABLE t ADD z TEXT DEFAULT CURRENT_TIMESTAMP"), "failure");
  // As the engine does with a table that has a row.
  for (const std::string_view constant : {"(1)", "('x')", "(NULL)", "(TRUE)", "TRUE", "(-1)", "-1", "(CAST('a' AS TEXT))", "x'00'", "((1))", "word"})
    EXPECT_EQ(of("ALTER TABLE t ADD z DEFAULT " + std::string(constant)), "") << constant;
  for (const std::string_view computed : {"(datetime('now'))", "(1+1)", "(abs(1))", "('a'||'b')", "(CURRENT_TIMESTAMP)", "current_date", "(lower('A'))"})
    EXPECT_EQ(of("ALTER TABLE t ADD z DEFAULT " + std::string(computed)), "failure") << computed;
  EXPECT_EQ(of("ALTER TABLE t ADD z INTEGER DEFAULT 1 REFERENCES u (id)"), "");
  EXPECT_EQ(of("PRAGMA foreign_keys = ON; ALTER TABLE t ADD z INTEGER NOT NULL DEFAULT 1 REFERENCES u (id)"), "failure");
  EXPECT_EQ(of("PRAGMA foreign_keys = ON; ALTER TABLE t ADD z INTEGER DEFAULT NULL REFERENCES u (id)"), "");
  EXPECT_EQ(of("PRAGMA foreign_keys = OFF; ALTER TABLE t ADD z INTEGER DEFAULT 1 REFERENCES u (id)"), "");
  EXPECT_EQ(of("ALTER TABLE t DROP COLUMN a"), "removal-");
  const auto dropped = [&](std::string_view index) {
    return Kinds({"CREATE TABLE t (id INTEGER, a INTEGER, b TEXT); CREATE INDEX i ON t " + std::string(index), "ALTER TABLE t DROP COLUMN a"}, kSqlite);
  };
  EXPECT_EQ(dropped("(b) WHERE a IS NOT NULL"), "failure removal-");
  EXPECT_EQ(dropped("(b) WHERE b <> 'a'"), "removal-");
  EXPECT_EQ(dropped("(lower(a))"), "failure removal-");
  EXPECT_EQ(of("ALTER TABLE t DROP COLUMN iv"), "failure removal-");
  EXPECT_EQ(of("CREATE INDEX i ON t (a)"), "");
  EXPECT_EQ(of("PRAGMA foreign_keys = OFF; BEGIN; COMMIT"), "");
  EXPECT_EQ(of("BEGIN; PRAGMA foreign_keys = OFF; COMMIT"), "failure");
}

TEST(MigrationJudge, HazardsSayWhereTheyStand) {
  MigrationJudge judge(kPostgres);
  constexpr std::string_view step = "ALTER TABLE t\n  ADD z int,\n  RENAME a TO b";
  const std::vector<Hazard> hazards = judge.Judge(Script(step, kPostgres), false);
  ASSERT_EQ(hazards.size(), 1u);
  EXPECT_EQ(hazards[0].offset, step.find("RENAME"));
  EXPECT_EQ(hazards[0].table, "t");
  EXPECT_EQ(hazards[0].column, "a");
  EXPECT_EQ(hazards[0].renamed, "b");
}

}  // namespace
}  // namespace backlint::sql
