#include "sql/statement.h"

#include <gtest/gtest.h>

#include "statement_text.h"

namespace backlint::sql {
namespace {

struct Case {
  std::string_view text;  // § is a hole
  std::string_view expected;
};

void Check(std::initializer_list<Case> cases) {
  for (const Case& c : cases) EXPECT_EQ(Facts(c.text, Dialect::kUnknown), c.expected) << c.text;
}

TEST(Statement, Selects) {
  Check({
      {"SELECT a FROM t WHERE b = ? ORDER BY c DESC LIMIT 5",
       "select; read t; items t.a; where t.b = placeholder; order t.c desc; limit 5"},
      {"SELECT u.id, o.total AS t FROM users u JOIN orders o ON o.user_id = u.id WHERE u.name LIKE 'x%'",
       "select; read users u; read orders o; items users.id orders.total:t; on orders.user_id = users.id; where users.name "
       "like literal"},
      {"SELECT DISTINCT a FROM s.t AS x WHERE x.a IS NOT NULL",
       "select; read s.t x; distinct; items t.a; where t.a is not null"},
      {"SELECT a.*, b.x FROM a NATURAL JOIN b CROSS JOIN c STRAIGHT_JOIN d",
       "select; read a; read b; read c; read d; items a.* b.x"},
      {"SELECT * FROM a LEFT JOIN b USING (id) RIGHT JOIN c ON c.x = b.x",
       "select; read outer a; read outer b; read c; items *; on b.id = a.id; on c.x = b.x"},
      {"SELECT a AS x FROM t ORDER BY x", "select; read t; items t.a:x; order t.a"},
      {"SELECT a FROM t ORDER BY lower(b) DESC NULLS LAST, 2, t.c",
       "select; read t; items t.a; order lower(t.b) desc; order literal; order t.c"},
      {"SELECT MAX(a) FROM t; SELECT MAX(a) FROM t GROUP BY b; SELECT COUNT(*) OVER () FROM t",
       "select; read t; one row; items MAX(t.a) / select; read t; aggregate; items MAX(t.a); group t.b / select; read t; items "
       "expression"},
      {"SELECT * FROM (a JOIN b ON a.x = b.x) WHERE a.y = 1",
       "select; read a; read b; items *; on a.x = b.x; where a.y = literal"},
      {"SELECT extract(year FROM a), substring(b from 1 for 2), cast(c AS varchar(10)), trim(both ' ' from d) FROM t",
       "select; read t; items extract(t.a) expression cast(t.c) expression"},
      {"TABLE t", "select; read t; items *"},
      {"VALUES (1, 2), (3, 4)", "select; rows 2"},
      {"EXPLAIN QUERY PLAN SELECT 1 FROM t", "explain; read t; items literal"},
  });
}

TEST(Statement, Conditions) {
  Check({
      {"SELECT a FROM t WHERE x = 1 AND (y = 2 OR z IN (2, 3)) AND NOT gone",
       "select; read t; items t.a; where t.x = literal; where maybe t.y = literal; where maybe t.z in list2; where maybe "
       "t.gone truth"},
      {"SELECT a FROM t WHERE x = 1 OR (y <> 3 AND NOT z LIKE '%a')",
       "select; read t; items t.a; where maybe t.x = literal; where maybe t.y <> literal; where maybe t.z like literal"},
      {"SELECT a FROM t WHERE lower(name) = lower($1) AND 5 < c AND d::text = 'x' AND e + 1 = 2",
       "select; read t; items t.a; where lower(t.name) = expression; where t.c > literal; where ::(t.d) = literal; where "
       "+(t.e) = literal"},
      {"SELECT a FROM t WHERE (a, b) = (1, 2) AND c BETWEEN 1 AND 2 AND d NOT BETWEEN ? AND ?",
       "select; read t; items t.a; where t.a = row; where t.b = row; where t.c between literal; where t.d not between "
       "placeholder"},
      {"SELECT a FROM t WHERE b IN (1, ?, :x) AND c NOT IN (SELECT 1) AND d IS DISTINCT FROM 3 AND e IS NULL",
       "select; read t; items t.a; where t.b in list3; where t.c not in subquery; where t.d <> literal; where t.e is null "
       "[items literal]"},
      {"SELECT a FROM t WHERE b = ANY($1) AND c @> '{}' AND d ~* 'x' AND f AND g->>'x' = 'y'",
       "select; read t; items t.a; where t.b = list1; where t.c other literal; where t.d regexp literal; where t.f truth; "
       "where ->>(t.g) = literal"},
      {"SELECT a FROM t GROUP BY a HAVING a > 3 AND count(*) > 3",
       "select; read t; aggregate; items t.a; having t.a > literal; group t.a"},
      {"SELECT a FROM t WHERE x COLLATE NOCASE = ? AND CASE WHEN y = 1 THEN 2 END = 3",
       "select; read t; items t.a; where COLLATE(t.x) = placeholder; where CASE(t.y) = literal"},
  });
}

TEST(Statement, Nesting) {
  Check({
      {"SELECT * FROM t WHERE a = (SELECT max(b) FROM u WHERE u.c = t.c)",
       "select; read t; items *; where t.a = subquery [read u; one row; items max(u?.b); where u.c = t.c]"},
      {"SELECT * FROM a WHERE EXISTS (SELECT 1 FROM e WHERE e.id = a.id)",
       "select; read a; items * [read e; items literal; where e.id = a.id]"},
      {"SELECT * FROM t1 WHERE x IN t2", "select; read t1; items *; where t1.x in subquery [read t2]"},
      {"WITH r AS (SELECT * FROM t) SELECT * FROM r UNION ALL SELECT 1 FROM s ORDER BY 1 LIMIT 3 OFFSET 4",
       "select; set UNION; order literal; limit 3; offset 4 [read t; items *] [read cte r; items *] [read s; items "
       "literal]"},
      {"WITH RECURSIVE a AS (SELECT 1 UNION SELECT n + 1 FROM a), b AS (SELECT * FROM a) SELECT * FROM b",
       "select; read cte b; items * [set UNION [items literal] [read cte a; items +(a.n)]] [read cte a; items *]"},
      {"WITH t AS (DELETE FROM q WHERE id = 1 RETURNING *) INSERT INTO t SELECT * FROM t",
       "insert; write t [write q; items *; where q.id = literal] [read cte t; items *]; returning"},
      {"WITH x AS (SELECT * FROM x) SELECT * FROM x", "select; read cte x; items * [read x; items *]"},
      {"SELECT * FROM ((SELECT a FROM t) UNION (SELECT b FROM u)) q",
       "select; read derived q; items * [set UNION [read t; items t.a] [read u; items u.b]]"},
      {"SELECT * FROM (SELECT a FROM t) x JOIN y ON x.a = y.b",
       "select; read derived x; read y; items *; on x.a = y.b [read t; items t.a]"},
      {"SELECT * FROM generate_series(1, 5) g, LATERAL (SELECT g.x) y",
       "select; read function generate_series g; read derived y; items * [items generate_series.x]"},
  });
}

TEST(Statement, Bounds) {
  Check({
      {"SELECT * FROM t LIMIT 10, 20", "select; read t; items *; limit 20; offset 10"},
      {"SELECT * FROM t OFFSET 3 ROWS FETCH FIRST 5 ROWS ONLY", "select; read t; items *; limit 5; offset 3"},
      {"SELECT * FROM t LIMIT ALL", "select; read t; items *"},
      {"SELECT * FROM t LIMIT -1", "select; read t; items *"},
      {"SELECT TOP 5 * FROM t", "select; read t; items *; limit 5"},
      {"SELECT * FROM t WHERE id = %d LIMIT %d", "select; read t; items *; where t.id = hole; limit hole"},
      {"SELECT * FROM t LIMIT ? OFFSET ?", "select; read t; items *; limit placeholder; offset placeholder"},
  });
}

TEST(Statement, Writes) {
  Check({
      {"INSERT INTO t (a, b, c) VALUES (1, ?, now()), (2, ?, now()) ON CONFLICT (a) DO UPDATE SET b = excluded.b RETURNING id",
       "insert; write t; items t.id; set a = literal; set b = placeholder; set c = expression; update b = excluded!.b; rows 2; "
       "conflict update a; returning; time session; time session"},
      {"INSERT INTO t SELECT a, b FROM s WHERE c IS NOT NULL ON DUPLICATE KEY UPDATE b = VALUES(b)",
       "insert; write t; update b = VALUES(t.b) [read s; items s.a s.b; where s.c is not null]; conflict update"},
      {"INSERT OR IGNORE INTO t VALUES (1, 'a', NULL, DEFAULT)",
       "insert; write t; set  = literal; set  = literal; set  = null; set  = default; rows 1; conflict ignore"},
      {"INSERT IGNORE INTO t SET a = 1, b = ?",
       "insert; write t; set a = literal; set b = placeholder; rows 1; conflict ignore"},
      {"REPLACE INTO t (a) VALUES (1)", "insert; write t; set a = literal; rows 1; conflict replace"},
      {"INSERT INTO t DEFAULT VALUES", "insert; write t; rows 1"},
      {"INSERT INTO t (a, b) SELECT x, y FROM s WHERE z = 1",
       "insert; write t; set a = subquery; set b = subquery [read s; items s.x s.y; where s.z = literal]"},
      {"INSERT INTO t (a) VALUES (1) ON CONFLICT (a COLLATE x, b) DO NOTHING",
       "insert; write t; set a = literal; rows 1; conflict ignore a b"},
      {"INSERT INTO t (a) VALUES (1) ON CONFLICT DO NOTHING", "insert; write t; set a = literal; rows 1; conflict ignore"},
      {"UPDATE t SET a = a + 1, b = ? WHERE id = ? AND x = 'y'",
       "update; write t; set a = +(t.a); set b = placeholder; where t.id = placeholder; where t.x = literal"},
      {"UPDATE a JOIN b ON a.id = b.id SET a.x = b.y WHERE b.z > 3",
       "update; write a; read b; set x = b.y; on a.id = b.id; where b.z > literal"},
      {"UPDATE t SET a = DEFAULT, (b, c) = (SELECT 1, 2) FROM u WHERE t.id = u.id RETURNING a",
       "update; write t; read u; items ?a; set a = default; set b = subquery; set c = subquery; where t.id = u.id [items "
       "literal literal]; returning"},
      {"DELETE FROM t USING u WHERE t.id = u.id", "delete; write t; read u; where t.id = u.id"},
      {"DELETE a FROM a JOIN b ON a.id = b.id WHERE b.x = 1", "delete; write a; read b; on a.id = b.id; where b.x = literal"},
      {"MERGE INTO t USING s ON t.id = s.id WHEN MATCHED AND s.gone THEN DELETE WHEN MATCHED THEN UPDATE SET a = s.a WHEN NOT "
       "MATCHED THEN INSERT (id, a) VALUES (s.id, s.a)",
       "merge; write t; read s; set a = s.a; set id = s.id; set a = s.a; rows 1; on t.id = s.id"},
      {"COPY t (a, b) FROM stdin", "copy; write t"},
      {"COPY (SELECT * FROM t) TO stdout", "copy; read t; items *"},
  });
}

TEST(Statement, Holes) {
  Check({
      {"UPDATE t SET a = § WHERE id = § AND x = '§'", "update; write t; set a = hole; where t.id = hole; where t.x = hole"},
      {"DELETE FROM t WHERE §", "delete partial; write t"},
      {"SELECT * FROM t WHERE a = 1 AND §", "select partial; read t; items *; where t.a = literal"},
      {"DELETE FROM t_§ WHERE id = 5", "delete; write t_*; where t_.id = literal"},
      {"SELECT * FROM § WHERE a = 1", "select; read *; items *; where .a = literal"},
      {"SELECT a, § FROM t WHERE b = 1", "select; read t; items t.a hole; where t.b = literal"},
      {"SELECT a FROM t ORDER BY §", "select partial; read t; items t.a; order hole"},
      {"SELECT a FROM t ORDER BY § § LIMIT 5", "select; read t; items t.a; order hole; limit 5"},
      {"SELECT a FROM t WHERE id = 1 §", "select partial; read t; items t.a; where t.id = literal"},
      {"SELECT a FROM t WHERE id IN (§)", "select; read t; items t.a; where t.id in list1"},
      {"SELECT * FROM t WHERE a § 5", "select; read t; items *; where t.a other literal"},
      {"SELECT * FROM t §", "select partial; read t; items *"},
      {"SELECT * FROM users§ WHERE a = 1", "select partial; read users; items *; where users.a = literal"},
      {"INSERT INTO t VALUES §", "insert partial; write t"},
      {"INSERT INTO t (§) VALUES (§)", "insert; write t; set  = hole; rows 1"},
      {"UPDATE t SET § WHERE id = 1", "update partial; write t; where t.id = literal"},
      {"SELECT * FROM t WHERE id = {} LIMIT {}", "select; read t; items *; where t.id = hole; limit hole"},
  });
}

TEST(Statement, Doubts) {
  Check({
      {"", ""},
      {"hello world", "unknown ungraded"},
      {"SELECT a FROM t WHERE", "select partial; read t; items t.a"},
      {"SELECT a FROM", "select partial; items ?a"},
      {"INSERT INTO t VALUES (", "insert partial; write t; rows 1"},
      {"SELECT (1, 2", "select partial; items row"},
      {"SELECT 'x", "select partial; items literal"},
      {"SELECT 'it\\'s' FROM t", "select; read t; items literal"},
      {"SELECT * FROM t, WHERE a = 1", "select partial; read t; items *; where t.a = literal"},
      {"SELECT * FROM t PIVOT (x) y WHERE a = 1 LIMIT 3",
       "select partial; read t PIVOT; items *; where t.a = literal; limit 3"},
      {"UPDATE t SET", "update partial; write t"},
      {"SELECT a FROM t GROUP a LIMIT 3", "select partial; read t; items t.a; limit 3"},
  });
}

TEST(Statement, LocksAndTransactions) {
  Check({
      {"SELECT a FROM t WHERE b = 1 FOR UPDATE SKIP LOCKED", "select; read t; items t.a; where t.b = literal; for update skip"},
      {"SELECT a FROM t FOR NO KEY UPDATE OF t NOWAIT", "select; read t; items t.a; for update nowait"},
      {"SELECT a FROM t LOCK IN SHARE MODE", "select; read t; items t.a; for share"},
      {"LOCK TABLES a READ, b AS c WRITE", "lock tables; read a; write b c"},
      {"LOCK TABLE a, b IN ACCESS EXCLUSIVE MODE NOWAIT", "lock tables; write a; write b"},
      {"LOCK TABLE a IN ROW SHARE MODE", "lock tables; read a"},
      {"UNLOCK TABLES", "unlock tables"},
      {"BEGIN IMMEDIATE; COMMIT; END; ROLLBACK; START TRANSACTION READ ONLY", "begin / commit / commit / rollback / begin"},
      {"SAVEPOINT x; RELEASE SAVEPOINT x; ROLLBACK TO SAVEPOINT x", "savepoint / release / rollback to"},
      {"SET TRANSACTION ISOLATION LEVEL SERIALIZABLE", "set transaction"},
  });
}

TEST(Statement, Times) {
  EXPECT_EQ(Facts("SELECT now()", Dialect::kPostgres), "select; items expression; time instant");
  EXPECT_EQ(Facts("SELECT now()", Dialect::kMysql), "select; items expression; time session");
  EXPECT_EQ(Facts("SELECT CURRENT_TIMESTAMP", Dialect::kSqlite), "select; items expression; time utc");
  EXPECT_EQ(Facts("SELECT datetime('now', 'localtime')", Dialect::kSqlite), "select; items expression; time local");
  EXPECT_EQ(Facts("SELECT datetime(a), date('2020-01-01') FROM t", Dialect::kSqlite),
            "select; read t; items datetime(t.a) expression");
  EXPECT_EQ(Facts("SELECT UTC_TIMESTAMP(6)", Dialect::kMysql), "select; items expression; time utc");
}

// A function that nobody here knows may be an aggregate, but not beside a column of its own.
TEST(Statement, CallsThatMayBeAggregates) {
  const auto perhaps = [](std::string_view text) {
    const Script script(text, Dialect::kPostgres);
    return script.statements()[0].Root()->perhaps_aggregate;
  };
  for (const std::string_view text : {"SELECT my_agg(a) FROM t", "SELECT coalesce(my_agg(a), 0), ST_Extent(b) AS e FROM t", "SELECT 1, my_agg(a) FROM t",
                                      "SELECT my_agg(a), 1 FROM t"})
    EXPECT_TRUE(perhaps(text)) << text;
  for (const std::string_view text : {"SELECT lower(a) FROM t", "SELECT a, my_agg(b) FROM t", "SELECT my_agg(b), a FROM t", "SELECT a FROM t WHERE f(b)", "SELECT 1 FROM t",
                                      "SELECT f(a) OVER () FROM t"})
    EXPECT_FALSE(perhaps(text)) << text;
}

TEST(Statement, Transactions) {
  const Script script(
      "BEGIN EXCLUSIVE; START TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY; ROLLBACK TO a; COMMIT AND CHAIN",
      Dialect::kUnknown);
  const auto statements = script.statements();
  ASSERT_EQ(statements.size(), 4u);
  EXPECT_EQ(statements[0].kind, StatementKind::kBegin);
  EXPECT_EQ(statements[1].transaction.isolation, Isolation::kRepeatableRead);
  EXPECT_EQ(statements[2].transaction.savepoint, "a");
  EXPECT_TRUE(statements[3].transaction.chain);
}

// What points into a script stays where it is when the script moves.
TEST(Statement, OutlivesItsSource) {
  Script moved = [] {
    std::string text = "SELECT \"a\"\"b\" FROM some_table_with_a_long_name";
    Script script(text, Dialect::kPostgres);
    text.assign(text.size(), 'x');
    return script;
  }();
  ASSERT_EQ(moved.statements().size(), 1u);
  EXPECT_EQ(moved.statements()[0].blocks[0].columns[0].name, "a\"b");
  EXPECT_EQ(moved.statements()[0].blocks[0].tables[0].name, "some_table_with_a_long_name");
}

TEST(Statement, OpenEnd) {
  const auto open = [](std::string_view text) {
    const std::vector<Segment> segments = Segments(text);
    return Script(segments, Dialect::kUnknown).statements()[0].open_ended;
  };
  EXPECT_TRUE(open("SELECT a FROM t WHERE b = §"));
  EXPECT_TRUE(open("SELECT a FROM t LIMIT {}"));
  EXPECT_FALSE(open("SELECT a FROM t WHERE b = '§'"));
  EXPECT_FALSE(open("SELECT a FROM t WHERE b = ?"));
}

TEST(Statement, DepthIsBounded) {
  for (const std::string_view part : {"(", "(SELECT ", "NOT ", "CASE ", "a(", "- ", "[", "WITH a AS (", "SELECT * FROM ("}) {
    std::string text = "SELECT ";
    for (int i = 0; i < 10000; ++i) text += part;
    const Script script(text, Dialect::kPostgres);
    EXPECT_EQ(script.statements()[0].grade, Grade::kPartial) << part;
  }
}

}  // namespace
}  // namespace backlint::sql
