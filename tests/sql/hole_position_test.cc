#include "sql/hole_position.h"

#include <gtest/gtest.h>

#include <string>

namespace backlint::sql {
namespace {

struct Case {
  std::string_view text;      // § is a hole
  std::string_view expected;  // names, with blanks between
  Dialect dialect = Dialect::kUnknown;
};

std::vector<Segment> Split(std::string_view text) {
  constexpr std::string_view kHole = "§";
  std::vector<Segment> segments;
  while (!text.empty()) {
    const size_t at = text.find(kHole);
    if (at != 0) segments.push_back({false, text.substr(0, at)});
    if (at == std::string_view::npos) break;
    segments.push_back({true, {}});
    text.remove_prefix(at + kHole.size());
  }
  return segments;
}

std::string Positions(std::string_view text, Dialect dialect) {
  std::string names;
  for (const HolePosition position : ClassifyHoles(Split(text), dialect)) {
    if (!names.empty()) names += ' ';
    names += Name(position);
  }
  return names;
}

void Check(std::initializer_list<Case> cases) {
  for (const Case& c : cases) EXPECT_EQ(Positions(c.text, c.dialect), c.expected) << c.text;
}

constexpr Dialect kPostgres = Dialect::kPostgres;
constexpr Dialect kMysql = Dialect::kMysql;
constexpr Dialect kSqlite = Dialect::kSqlite;

TEST(HolePosition, Quotes) {
  Check({
      {"SELECT * FROM t WHERE a = '§'", "quoted"},
      {"SELECT * FROM t WHERE a = '§' AND b = §", "quoted value"},
      {"SELECT * FROM t WHERE a = 'x§y''§z'", "quoted quoted"},
      {"SELECT * FROM t WHERE a = 'it''s' AND b = §", "value"},
      {"SELECT * FROM t WHERE a = ''§", "clause"},
      {"UPDATE t SET a = '§', b = '§' WHERE c = '§'", "quoted quoted quoted"},
      {"INSERT INTO t VALUES ('§', '§')", "quoted quoted"},
      {"INSERT INTO t VALUES (§, '§', 'a''b', §)", "value quoted value"},
      {"SELECT INTERVAL '§ days'", "quoted"},
      {"SELECT '§'::int", "quoted"},
      {"SELECT DATE '§'", "quoted"},
      {"COPY t FROM '§'", "quoted"},
      {"NOTIFY c, '§'", "quoted"},
      {"ATTACH '§' AS x", "quoted"},
      {"ATTACH DATABASE '§' AS §", "quoted identifier"},
      {"SELECT E'\\'§' , §", "quoted identifier", kPostgres},
      {"SELECT N'§'", "quoted"},
      {"INSERT INTO t VALUES (X'§')", "quoted"},
      {"SELECT * FROM t WHERE a IN ('§', '§')", "quoted quoted"},
      {"SELECT f('§', §)", "quoted value"},
  });
}

TEST(HolePosition, BackslashesAreEscapesWhereTheDialectSaysSo) {
  Check({
      {"SELECT * FROM t WHERE a = 'it\\'s §' AND b = §", "quoted value", kMysql},
      {"SELECT * FROM t WHERE a = 'C:\\' AND b = '§'", "quoted", kPostgres},
      {"SELECT * FROM t WHERE a = 'C:\\' AND b = '§'", "quoted", kSqlite},
      // Unknown dialect: the reading in which the quotes pair up.
      {"SELECT * FROM t WHERE a = 'it\\'s §' AND b = §", "quoted value"},
      {"SELECT * FROM t WHERE a = 'C:\\' AND b = '§'", "quoted"},
      {"SELECT * FROM t WHERE a LIKE '§' ESCAPE '\\' AND b = §", "like value"},
      {"SELECT * FROM t WHERE a LIKE '§' ESCAPE '\\\\' AND b = §", "like value", kMysql},
      // The hole is what the backslash escapes, not the quote behind it.
      {"SELECT '\\§' , '§'", "quoted quoted", kMysql},
  });
}

TEST(HolePosition, Like) {
  Check({
      {"SELECT * FROM t WHERE a LIKE '%§%'", "like"},
      {"SELECT * FROM t WHERE a NOT ILIKE '§'", "like"},
      {"SELECT * FROM t WHERE a LIKE '%' || '§' || '%' AND b = '§'", "like quoted"},
      {"SELECT * FROM t WHERE a LIKE CONCAT('%', '§', '%') OR b = '§'", "like quoted"},
      {"SELECT * FROM t WHERE a LIKE CONCAT('%', §, '%')", "value"},
      {"SELECT * FROM t WHERE a LIKE §", "value"},
      {"SELECT * FROM t WHERE a LIKE lower('%§%') ORDER BY §", "like order-by"},
      {"SELECT * FROM t WHERE a LIKE ('§')", "like"},
      {"SELECT * FROM t WHERE (a LIKE '§' OR b LIKE '§') AND c = '§'", "like like quoted"},
      {"SELECT * FROM t WHERE a LIKE \"%§%\"", "like"},
      {"SELECT * FROM t WHERE a LIKE \"%§%\"", "like", kMysql},
      {"SELECT * FROM t WHERE a LIKE BINARY '§'", "like"},
      {"SELECT a LIKE '§', '§' FROM t", "like quoted"},
      {"SELECT like('§', a) FROM t", "quoted"},
      {"SHOW TABLES LIKE '§'", "like"},
      {"SELECT a LIKE 'x' = '§'", "quoted"},
      {"SELECT * FROM t WHERE a GLOB '§'", "quoted"},
  });
}

TEST(HolePosition, Values) {
  Check({
      {"SELECT * FROM t WHERE a = §", "value"},
      {"SELECT * FROM t WHERE a=§", "value"},
      {"SELECT * FROM t WHERE a = § AND b = 1", "value"},
      {"SELECT * FROM t WHERE a >= § AND a < §", "value value"},
      {"SELECT * FROM t WHERE a BETWEEN § AND §", "value value"},
      {"SELECT * FROM t WHERE a BETWEEN 1 AND 2 AND §", "clause"},
      {"SELECT * FROM t WHERE a BETWEEN § AND § AND b = '§'", "value value quoted"},
      {"SELECT * FROM t WHERE a NOT BETWEEN § AND § AND § = 2", "value value identifier"},
      {"SELECT * FROM t WHERE a = -§", "value"},
      {"SELECT * FROM t WHERE a = b + §", "value"},
      {"SELECT * FROM t WHERE a = § + 1", "value"},
      {"SELECT * FROM t WHERE a IN (§)", "value"},
      {"SELECT * FROM t WHERE a NOT IN (§, §, 3)", "value value"},
      {"SELECT * FROM t WHERE a = ANY(§)", "value"},
      {"SELECT * FROM t WHERE f(§) = 1", "value"},
      {"SELECT f(a, §), count(*) FROM t", "value"},
      {"SELECT * FROM t WHERE a = COALESCE(§, f(§, 1))", "value value"},
      {"SELECT * FROM f(§, §)", "value value"},
      {"INSERT INTO t VALUES (§, §)", "value value"},
      {"INSERT INTO t (a, b) VALUES (§, §), (§, DEFAULT)", "value value value"},
      {"INSERT INTO t (a) VALUES (§) ON CONFLICT (a) DO UPDATE SET b = §", "value value"},
      {"INSERT INTO t (a) VALUES (§) ON DUPLICATE KEY UPDATE b = VALUES(b), c = §", "value value"},
      {"INSERT INTO t SET a = §, b = §", "value value", kMysql},
      {"UPDATE t SET a = §, b = b + § WHERE id = §", "value value value"},
      {"UPDATE t SET a=CASE WHEN b = § THEN § ELSE § END WHERE id = §", "value value value value"},
      {"SELECT CASE § WHEN 1 THEN 2 END", "value"},
      {"CALL p(§, §)", "value value"},
      {"CALL s.p(§)", "value"},
      {"SELECT EXTRACT(year FROM §)", "value"},
      {"SELECT SUBSTRING(a FROM § FOR §)", "value value"},
      {"SELECT * FROM t WHERE a IS NOT DISTINCT FROM §", "value"},
      {"SELECT INTERVAL § DAY", "value"},
      {"SELECT now() AT TIME ZONE §", "value"},
      {"PRAGMA user_version = §", "value"},
      {"PRAGMA x=§", "value"},
      {"PRAGMA table_info(§)", "value"},
      {"SET search_path TO §", "value"},
      {"SET LOCAL statement_timeout = §", "value"},
      {"SELECT a || § FROM t", "value"},
      {"SELECT § AS x", "value"},
      {"SELECT a[§] FROM t", "value", kPostgres},
      {"SELECT ARRAY[§, §]", "value value"},
      {"KILL §", "value"},
      {"CREATE USER u PASSWORD §", "value"},
      {"CREATE TABLE t (a int DEFAULT §)", "value"},
      {"CREATE TABLE t (a varchar(§))", "value"},
      {"SELECT * FROM t WHERE a = § LIMIT 1", "value"},
      {"SELECT * FROM t WHERE (a, b) = (§, §)", "value value"},
      {"DELETE FROM t WHERE id=§;", "value"},
      {"SELECT * FROM t WHERE a = (SELECT max(b) FROM u WHERE c = §) AND d = §", "value value"},
      {"INSERT INTO t SELECT §, a FROM u", "value"},
      {"SELECT setval('s', §)", "value"},
      {"SELECT * FROM t WHERE MATCH(a) AGAINST(§)", "value"},
      {"SELECT * FROM t WHERE data->>'k' = §", "value"},
      {"SELECT * FROM t WHERE values = § AND offset = §", "value value"},
  });
}

TEST(HolePosition, Limits) {
  Check({
      {"SELECT * FROM t LIMIT §", "limit"},
      {"SELECT * FROM t LIMIT § OFFSET §", "limit limit"},
      {"SELECT * FROM t LIMIT §, §", "limit limit"},
      {"SELECT * FROM t LIMIT 10, §", "limit"},
      {"SELECT * FROM t LIMIT -§", "limit"},
      {"SELECT * FROM t WHERE a = 1 LIMIT§;", "limit"},
      {"SELECT * FROM t FETCH FIRST § ROWS ONLY", "limit"},
      {"SELECT TOP § a FROM t", "limit"},
      {"SELECT * FROM t LIMIT (§ - 1) * 10", "limit"},
      {"LIMIT §", "limit"},
      {"SELECT * FROM t LIMIT 10 §", "clause"},
      {"(SELECT * FROM t LIMIT §) UNION SELECT * FROM u WHERE a = §", "limit value"},
  });
}

TEST(HolePosition, Identifiers) {
  Check({
      {"SELECT * FROM §", "identifier"},
      {"SELECT * FROM § WHERE a = 1", "identifier"},
      {"SELECT * FROM a, § WHERE b = 1", "identifier"},
      {"SELECT * FROM a JOIN § ON a.x = §.y", "identifier identifier"},
      {"SELECT * FROM a AS §", "identifier"},
      {"SELECT * FROM §.§", "identifier identifier"},
      {"INSERT INTO § (a) VALUES (1)", "identifier"},
      {"INSERT INTO §(a) VALUES (1)", "identifier"},
      {"INSERT INTO t (a, §) VALUES (1)", "identifier"},
      {"REPLACE INTO § VALUES (§)", "identifier clause"},
      {"INSERT OR REPLACE INTO § VALUES (§)", "identifier clause"},
      {"UPDATE § SET a = 1", "identifier"},
      {"UPDATE t SET § = 1", "identifier"},
      {"UPDATE t SET §=§ WHERE §=§", "identifier value identifier value"},
      {"UPDATE t SET a = 1, § = § WHERE id = 1", "identifier value"},
      {"DELETE FROM §", "identifier"},
      {"SET § = 1", "identifier"},
      {"CREATE INDEX t_§_idx ON t (a)", "identifier"},
      {"CREATE TABLE part_§ (a int)", "identifier"},
      {"SELECT * FROM part§ WHERE a = 1", "identifier"},
      {"SELECT * FROM §_old", "identifier"},
      {"CREATE TABLE §", "identifier"},
      {"CREATE TABLE IF NOT EXISTS § (a int)", "identifier"},
      {"CREATE TABLE IF NOT EXISTS §.§ (a int)", "identifier identifier"},
      {"DROP TABLE §", "identifier"},
      {"DROP TABLE IF EXISTS §, § CASCADE", "identifier identifier"},
      {"TRUNCATE §", "identifier"},
      {"TRUNCATE TABLE §", "identifier"},
      {"ALTER TABLE § ADD COLUMN § text", "identifier identifier"},
      {"ALTER TABLE t RENAME TO §", "identifier"},
      {"ALTER TABLE t RENAME COLUMN § TO §", "identifier identifier"},
      {"ALTER TABLE t DROP COLUMN §", "identifier"},
      {"CREATE INDEX § ON § (a)", "identifier identifier"},
      {"CREATE UNIQUE INDEX § ON t USING btree (a, §)", "identifier identifier"},
      {"CREATE DATABASE §", "identifier"},
      {"DROP DATABASE IF EXISTS §", "identifier"},
      {"CREATE SCHEMA §", "identifier"},
      {"CREATE USER §", "identifier"},
      {"GRANT SELECT ON § TO §", "identifier identifier"},
      {"COMMENT ON TABLE § IS '§'", "identifier quoted"},
      {"LOCK TABLE § IN EXCLUSIVE MODE", "identifier"},
      {"USE §", "identifier"},
      {"SAVEPOINT §", "identifier"},
      {"ROLLBACK TO §", "identifier"},
      {"ROLLBACK TO SAVEPOINT §", "identifier"},
      {"RELEASE SAVEPOINT §", "identifier"},
      {"LISTEN §", "identifier"},
      {"NOTIFY §, '§'", "identifier quoted"},
      {"COPY § FROM STDIN", "identifier"},
      {"COPY §(a, b) FROM STDIN", "identifier"},
      {"PRAGMA §", "identifier"},
      {"CALL §(1)", "identifier"},
      {"DEALLOCATE §", "identifier"},
      {"DECLARE § CURSOR FOR SELECT 1", "identifier"},
      {"FETCH 100 FROM §", "identifier"},
      {"VACUUM §", "identifier"},
      {"ANALYZE §", "identifier"},
      {"DESCRIBE §", "identifier"},
      {"SHOW COLUMNS FROM §", "identifier"},
      {"SELECT a, § FROM t", "identifier"},
      {"SELECT t.§ FROM t", "identifier"},
      {"SELECT §(a) FROM t", "identifier"},
      {"SELECT a AS § FROM t", "identifier"},
      {"SELECT * FROM t WHERE § = 1", "identifier"},
      {"SELECT * FROM t WHERE § LIKE '§'", "identifier like"},
      {"SELECT * FROM t WHERE a = 1 AND § IN (§)", "identifier value"},
      {"SELECT * FROM t WHERE § IS NULL", "identifier"},
      {"SELECT * FROM t WHERE § BETWEEN § AND §", "identifier value value"},
      {"SELECT * FROM t WHERE a = §.id", "identifier"},
      {"SELECT * FROM t WHERE a = t_§", "identifier"},
      {"WITH § AS (SELECT 1) SELECT * FROM §", "identifier identifier"},
      {"WITH x AS (SELECT 1) INSERT INTO § SELECT * FROM x", "identifier"},
      {"CREATE TABLE t (id int, § text)", "identifier"},
      {"CREATE TABLE t (a int REFERENCES § (b))", "identifier"},
      {"SELECT a COLLATE § FROM t", "identifier"},
      {"CREATE TRIGGER § AFTER INSERT ON § BEGIN SELECT 1; END", "identifier identifier"},
  });
}

TEST(HolePosition, QuotedIdentifiers) {
  Check({
      {"SELECT * FROM \"§\"", "quoted-identifier", kPostgres},
      {"SELECT * FROM `§`", "quoted-identifier"},
      {"SELECT * FROM `db_§`.`§` WHERE `§` = '§'", "quoted-identifier quoted-identifier quoted-identifier quoted"},
      {"SELECT * FROM [§]", "quoted-identifier", kSqlite},
      {"SELECT * FROM [§] WHERE a = §", "quoted-identifier value"},
      {"SELECT tags[§] FROM t", "value"},
      {"SELECT \"§\" FROM t", "quoted-identifier"},
      {"INSERT INTO \"§\" (\"§\") VALUES (\"§\", \"§\")", "quoted-identifier quoted-identifier quoted quoted"},
      {"SELECT * FROM \"§\".\"§\"", "quoted-identifier quoted-identifier"},
      {"SELECT * FROM t WHERE a = \"§\"", "quoted"},
      {"SELECT * FROM t WHERE a = \"§\"", "quoted", kMysql},
      {"SELECT * FROM t WHERE a = \"§\"", "quoted-identifier", kPostgres},
      {"SELECT * FROM t WHERE a = \"§\"", "quoted-identifier", kSqlite},
      {"SELECT * FROM t WHERE \"§\" = 1 ORDER BY \"§\"", "quoted-identifier quoted-identifier"},
      {"SELECT * FROM t WHERE a IN (\"§\")", "quoted"},
      {"UPDATE t SET \"§\" = \"§\"", "quoted-identifier quoted"},
      {"SELECT u&\"§\" FROM t", "quoted-identifier", kPostgres},
      {"DROP TABLE \"a\"\"§\"", "quoted-identifier"},
      // The dialect that the text itself shows decides.
      {"SELECT `a` FROM `t` WHERE `b` = \"§\"", "quoted"},
      {"SELECT a::text FROM t WHERE b = \"§\"", "quoted-identifier"},
  });
}

TEST(HolePosition, OrderAndGroup) {
  Check({
      {"SELECT * FROM t ORDER BY §", "order-by"},
      {"SELECT * FROM t ORDER BY § DESC", "order-by"},
      {"SELECT * FROM t ORDER BY x §", "order-by"},
      {"SELECT * FROM t ORDER BY x, §", "order-by"},
      {"SELECT * FROM t ORDER BY § §", "order-by order-by"},
      {"SELECT * FROM t ORDER BY a § §", "order-by clause"},
      {"SELECT * FROM t ORDER BY § § LIMIT §", "order-by order-by limit"},
      {"SELECT * FROM t ORDER BY x DESC §", "clause"},
      {"SELECT * FROM t ORDER BY x DESC, y §", "order-by"},
      {"SELECT a FROM t GROUP BY §", "order-by"},
      {"SELECT a FROM t GROUP BY a, § HAVING §", "order-by clause"},
      {"SELECT row_number() OVER (PARTITION BY § ORDER BY §) FROM t", "order-by order-by"},
      {"SELECT * FROM t ORDER BY FIELD(id, §)", "value"},
      {"SELECT * FROM t ORDER BY a = § DESC", "value"},
      {"ORDER BY §", "order-by"},
      {" ORDER BY x § LIMIT 10", "order-by"},
  });
}

TEST(HolePosition, Clauses) {
  Check({
      {"SELECT * FROM t WHERE §", "clause"},
      {"SELECT * FROM t WHERE § AND a = 1", "clause"},
      {"SELECT * FROM t WHERE a = 1 AND §", "clause"},
      {"SELECT * FROM t WHERE (§)", "clause"},
      {"SELECT * FROM t WHERE (§ OR a = 1)", "clause"},
      {"SELECT * FROM t WHERE NOT §", "clause"},
      {"SELECT * FROM t §", "clause"},
      {"SELECT * FROM t§", "clause"},
      {"SELECT * FROM t§ ORDER BY a", "clause"},
      {"SELECT * FROM t WHERE a = 1§", "clause"},
      {"SELECT * FROM t WHERE a = 1 §", "clause"},
      {"SELECT * FROM t WHERE a = 'x' §", "clause"},
      {"SELECT * FROM t WHERE a = 'x'§", "clause"},
      {"SELECT * FROM t WHERE a IN (1) §", "clause"},
      {"SELECT * FROM t WHERE a IN §", "clause"},
      {"SELECT * FROM t WHERE a § 5", "clause"},
      {"SELECT * FROM t WHERE a § §", "clause value"},
      {"SELECT * FROM t WHERE a § '§'", "clause quoted"},
      {"SELECT * FROM t WHERE a § 5 § §", "clause clause clause"},
      {"SELECT * FROM t JOIN u ON §", "clause"},
      {"SELECT § FROM t", "clause"},
      {"SELECT DISTINCT § FROM t", "clause"},
      {"SELECT §", "clause"},
      {"INSERT INTO t (§) VALUES (§)", "clause clause"},
      {"INSERT INTO t §", "clause"},
      {"INSERT INTO t VALUES §", "clause"},
      {"INSERT INTO t VALUES (1), §", "clause"},
      {"INSERT INTO t VALUES (§)", "clause"},
      {"INSERT INTO t (a, b) VALUES (§)", "clause"},
      {"INSERT INTO t (a, b) VALUES (1, 2), (§)", "clause"},
      {"INSERT INTO t (a, b) VALUES ('§'), (§ + 1)", "quoted value"},
      {"INSERT INTO t (a) VALUES (§), (§)", "value value"},
      {"INSERT INTO t (a) §", "clause"},
      {"UPDATE t SET §", "clause"},
      {"UPDATE t SET § WHERE id = §", "clause value"},
      {"UPDATE t SET a = 1, §", "clause"},
      {"DELETE FROM t §", "clause"},
      {"CREATE TABLE t (§)", "clause"},
      {"CREATE TABLE t (a §)", "clause"},
      {"CREATE TABLE t (a int) §", "clause"},
      {"CREATE VIEW v AS §", "clause"},
      {"CREATE INDEX i ON t (§)", "clause"},
      {"ALTER TABLE t §", "clause"},
      {"ALTER TABLE t ADD §", "clause"},
      {"ALTER TABLE t ADD COLUMN a §", "clause"},
      {"SELECT CAST(a AS §) FROM t", "clause"},
      {"SELECT a::§ FROM t", "clause"},
      {"INSERT INTO t VALUES (1) RETURNING §", "clause"},
      {"EXPLAIN §", "clause"},
      {"EXPLAIN QUERY PLAN §", "clause"},
      {"SELECT 1 UNION §", "clause"},
      {"SELECT count(*) FROM (§) x", "identifier"},
      {"DO $$ BEGIN RAISE NOTICE '§'; END $$", "clause"},
      {"SELECT $$§$$ , '§'", "clause quoted"},
      {"SELECT $a$ $$ § $b$ $a$, §", "clause identifier"},
  });
}

TEST(HolePosition, StatementsAndComments) {
  Check({
      {"§", "statement"},
      {"  §", "statement"},
      {"§ WHERE id = §", "statement value"},
      {"§ WHERE id = '§'", "statement quoted"},
      {"SELECT 1; §", "statement"},
      {"DELETE FROM a WHERE x = §; DELETE FROM § WHERE y = '§'; ", "value identifier quoted"},
      {"/* § */ SELECT §", "comment clause"},
      {"/* x */ §", "statement"},
      {"SELECT 1 -- §\n FROM §", "comment identifier"},
      {"SELECT 1 -- it's\n FROM t WHERE a = '§'", "quoted"},
      {"SELECT 1 -- §", "comment"},
      {"SELECT /* '§ */ '§'", "comment quoted"},
      {"SELECT /* /* § */ § */ '§'", "comment comment quoted", kPostgres},
      {"# §\nSELECT * FROM §", "comment identifier", kMysql},
      {"SELECT a # §\n FROM §", "comment identifier", kMysql},
      {"SELECT a # § FROM t", "value", kPostgres},
      {"SELECT 5--§", "value", kMysql},
      {"SELECT /*!40000 SQL_NO_CACHE */ * FROM t WHERE a = /*!50000 '§' */", "quoted"},
      {"BEGIN; INSERT INTO t VALUES (§, 1); COMMIT;", "value"},
  });
}

TEST(HolePosition, PartsOfStatements) {
  Check({
      {"name = '§'", "quoted"},
      {"name = §", "value"},
      {" AND x=§", "value"},
      {" AND x=§ AND y LIKE '%§%'", "value like"},
      {" WHERE § = '§'", "identifier quoted"},
      {"ORDER BY §", "order-by"},
      {", b = §, c = '§'", "value quoted"},
      {", § = 1", "identifier"},
      {"(§, '§')", "value quoted"},
      {"('§', §)", "quoted value"},
      {",(§,§,'§')", "value value quoted"},
      {"VALUES (§)", "clause"},
      {"(a, b) VALUES (§, '§')", "value quoted"},
      {"a BETWEEN § AND §", "value value"},
      {"id IN (§)", "value"},
      {"t_§", "identifier"},
      {"name = \"§\"", "quoted"},
      {"LEFT JOIN § ON a = §", "identifier value"},
      {"SET a = §", "value"},
      {"§ = '§'", "statement quoted"},
      {"'§'", "quoted"},
      {"'§', '§'", "quoted quoted"},
  });
}

TEST(HolePosition, QuotesThatDoNotPairUp) {
  Check({
      {"SELECT * FROM t WHERE a = '§", "quoted"},
      {"SELECT * FROM t WHERE a = '§§", "quoted quoted"},
      {"SELECT * FROM t WHERE a = '§ AND b = §", "quoted quoted"},
      {"SELECT * FROM t WHERE a LIKE '%§", "like"},
      {"', name = '§'", "quoted"},
      {"' AND b = §", "value"},
      {"%' AND x = '§'", "quoted"},
      {"', §)", "clause"},
      {"' WHERE id = §", "value"},
      {"', '§', '§')", "quoted quoted"},
      {"'", ""},
      // The first hole brought the opening quote along.
      {"SELECT * FROM t WHERE a = §' AND b = '§'", "value quoted"},
      {"§', '§'", "statement quoted"},
      {"SELECT * FROM t WHERE a = '§' AND b = '§", "quoted quoted"},
  });
}

TEST(HolePosition, SeamsBetweenLiteralsAreNotSeen) {
  const std::vector<Segment> segments = {
      {false, "SELECT * FR"}, {false, "OM t WHERE a LI"}, {false, "KE '"}, {true, {}}, {false, ""},
      {false, "'"},           {false, "' AND b = "},      {true, {}}};
  EXPECT_EQ(ClassifyHoles(segments, Dialect::kSqlite), (std::vector{HolePosition::kLike, HolePosition::kLike}));
}

TEST(HolePosition, HolesHaveNoText) {
  const std::vector<Segment> segments = {
      {false, "SELECT * FROM t WHERE a = "}, {true, "'"}, {false, " AND b = "}, {true, "/*"}};
  EXPECT_EQ(ClassifyHoles(segments, Dialect::kSqlite), (std::vector{HolePosition::kValue, HolePosition::kValue}));
}

TEST(HolePosition, DeepNesting) {
  std::string text = "SELECT ";
  for (int i = 0; i < 100000; ++i) text += "f((";
  const std::vector<Segment> segments = {{false, text}, {true, {}}};
  EXPECT_EQ(ClassifyHoles(segments, Dialect::kPostgres), std::vector{HolePosition::kValue});
}

TEST(HolePosition, Verbs) {
  const auto verbs = [](std::string_view text) {
    std::string all;
    for (const HolePlace& place : PlaceHoles(Split(text), Dialect::kUnknown))
      all += std::string(all.empty() ? "" : " ") + std::string(place.verb);
    return all;
  };
  EXPECT_EQ(verbs("UPDATE t SET a = §"), "UPDATE");
  EXPECT_EQ(verbs("/* x */ -- y\n(SELECT a FROM t WHERE b = '§')"), "SELECT");
  EXPECT_EQ(verbs("BEGIN; DELETE FROM t WHERE a = '§'; INSERT INTO t VALUES (§)"), "DELETE INSERT");
  EXPECT_EQ(verbs("WITH x AS (SELECT § FROM t) DELETE FROM § WHERE a = §"), "SELECT DELETE DELETE");
  EXPECT_EQ(verbs("INSERT INTO t SELECT §, (SELECT § FROM u) FROM v"), "INSERT INSERT");
  EXPECT_EQ(verbs("EXPLAIN ANALYZE UPDATE t SET a = §"), "UPDATE");
  EXPECT_EQ(verbs("CREATE TABLE t (a § CHECK (b > §))"), "CREATE CREATE");
  EXPECT_EQ(verbs("VALUES (§)"), "VALUES");
  EXPECT_EQ(verbs("§ WHERE a = §"), "");
  EXPECT_EQ(verbs("AND a = §"), "");
}

TEST(HolePosition, NothingToClassify) {
  EXPECT_TRUE(ClassifyHoles({}, Dialect::kUnknown).empty());
  EXPECT_TRUE(ClassifyHoles(Split("SELECT 1"), Dialect::kUnknown).empty());
}

}  // namespace
}  // namespace backlint::sql
