#include "sql/splitter.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace backlint::sql {
namespace {

// The statements, each with its line, as `2:SELECT 1`.
std::vector<std::string> Split(std::string_view text, Dialect dialect) {
  const Segment segment{false, text};
  const SegmentedText source(std::span(&segment, 1));
  Splitter splitter(source, LexicalRules::Of(dialect));
  std::vector<std::string> found;
  StatementTokens statement;
  while (splitter.Next(statement)) {
    const std::string_view part = source.text().substr(statement.begin, statement.end - statement.begin);
    found.push_back(std::to_string(statement.line) + ":" + std::string(part));
  }
  return found;
}

using Parts = std::vector<std::string>;
constexpr Dialect kPostgres = Dialect::kPostgres;
constexpr Dialect kMysql = Dialect::kMysql;
constexpr Dialect kSqlite = Dialect::kSqlite;

TEST(Splitter, Semicolons) {
  EXPECT_EQ(Split("", kSqlite), Parts());
  EXPECT_EQ(Split(" ;; -- nothing\n;", kSqlite), Parts());
  EXPECT_EQ(Split("SELECT 1; SELECT 2", kSqlite), (Parts{"1:SELECT 1", "1:SELECT 2"}));
  EXPECT_EQ(Split("-- a; b\nSELECT ';' /* ; */ ;\n\nSELECT \"a;b\";", kSqlite), (Parts{"2:SELECT ';'", "4:SELECT \"a;b\""}));
  EXPECT_EQ(Split("BEGIN; DELETE FROM t; COMMIT;", kPostgres), (Parts{"1:BEGIN", "1:DELETE FROM t", "1:COMMIT"}));
}

TEST(Splitter, ByteOrderMark) {
  EXPECT_EQ(Split("\xEF\xBB\xBF" "SELECT 1;\nSELECT 2", kSqlite), (Parts{"1:SELECT 1", "2:SELECT 2"}));
  EXPECT_EQ(Split("\xEF\xBB\xBF" "DELIMITER //\nSELECT 1; //\nSELECT 2", kMysql), (Parts{"2:SELECT 1;", "3:SELECT 2"}));
}

TEST(Splitter, DollarQuotes) {
  EXPECT_EQ(Split("DO $x$ BEGIN a; b; END $x$; SELECT 1", kPostgres), (Parts{"1:DO $x$ BEGIN a; b; END $x$", "1:SELECT 1"}));
}

TEST(Splitter, Bodies) {
  const std::string trigger =
      "CREATE TRIGGER x AFTER INSERT ON t BEGIN UPDATE u SET a = CASE b WHEN 1 THEN 2 END; DELETE FROM v; END";
  EXPECT_EQ(Split(trigger + "; SELECT 1;", kSqlite), (Parts{"1:" + trigger, "1:SELECT 1"}));
  const std::string procedure =
      "CREATE PROCEDURE p() BEGIN IF a THEN SET b = 1; END IF; WHILE c DO CASE d WHEN 1 THEN SELECT 1; END CASE; END WHILE; "
      "END";
  EXPECT_EQ(Split(procedure + "; SELECT 1", kMysql), (Parts{"1:" + procedure, "1:SELECT 1"}));
  const std::string atomic = "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END";
  EXPECT_EQ(Split(atomic + ";SELECT 1", kPostgres), (Parts{"1:" + atomic, "1:SELECT 1"}));
  EXPECT_EQ(Split("CREATE TABLE event (begin int); SELECT 1", kSqlite).size(), 2u);
  EXPECT_EQ(Split("CREATE TRIGGER a BEFORE INSERT ON b FOR EACH ROW SET new.end = 1; SELECT 1", kMysql).size(), 2u);
}

TEST(Splitter, Delimiter) {
  EXPECT_EQ(Split("DELIMITER //\nCREATE PROCEDURE p() BEGIN SELECT 1; END//\nDELIMITER ;\nSELECT 2;", kMysql),
            (Parts{"2:CREATE PROCEDURE p() BEGIN SELECT 1; END", "4:SELECT 2"}));
  EXPECT_EQ(Split("delimiter $$\nCREATE PROCEDURE p() SELECT 1$$ SELECT 2; SELECT 3 $$\ndelimiter ;\nSELECT 4", kMysql),
            (Parts{"2:CREATE PROCEDURE p() SELECT 1", "2:SELECT 2; SELECT 3", "4:SELECT 4"}));
  EXPECT_EQ(Split("DELIMITER ;;\nSELECT 1; ;;\nDELIMITER ;", kMysql), (Parts{"2:SELECT 1;"}));
}

TEST(Splitter, ClientCommands) {
  EXPECT_EQ(Split("\\set ON_ERROR_STOP 'x\n\\connect db\nSELECT 1\\gset\nSELECT 2 \\g\n.mode line's\nSELECT 3", kPostgres),
            (Parts{"3:SELECT 1", "4:SELECT 2", "6:SELECT 3"}));
}

TEST(Splitter, CopiedRows) {
  EXPECT_EQ(Split("COPY t (a) FROM stdin;\nit's;\n\\.\nSELECT 1;", kPostgres),
            (Parts{"1:COPY t (a) FROM stdin", "4:SELECT 1"}));
  EXPECT_EQ(Split("COPY t FROM STDIN; SELECT 1", kPostgres).size(), 2u);
}

}  // namespace
}  // namespace backlint::sql
