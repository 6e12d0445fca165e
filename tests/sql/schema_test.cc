#include "sql/schema.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace backlint::sql {
namespace {

constexpr Dialect kPostgres = Dialect::kPostgres;
constexpr Dialect kMysql = Dialect::kMysql;
constexpr Dialect kSqlite = Dialect::kSqlite;

Schema Replay(std::string_view text, Dialect dialect) {
  Schema schema(dialect);
  schema.Apply(Script(text, dialect), "schema.sql");
  return schema;
}

// `t(a int!, b text) primary(a) index i(b)`; `!` is NOT NULL.
std::string Describe(const SchemaTable& table) {
  std::string out = table.schema;
  if (!out.empty()) out += '.';
  out += table.name;
  out += '(';
  for (const SchemaColumn& column : table.columns) {
    if (out.back() != '(') out += ", ";
    ((out += column.name) += ' ') += column.type_name;
    if (column.not_null) out += '!';
  }
  out += ')';
  constexpr std::array<std::string_view, 8> kKinds = {" index", " unique",  " primary",  " foreign",
                                                      " check", " exclude", " fulltext", " spatial"};
  for (const SchemaKey& key : table.keys) {
    out += kKinds[static_cast<size_t>(key.kind)];
    if (!key.name.empty()) (out += ' ') += key.name;
    out += '(';
    for (const SchemaKeyPart& part : key.parts) {
      if (out.back() != '(') out += ',';
      (out += part.column) += part.expression;
    }
    out += ')';
    if (key.implied) out += '~';
    if (!key.referenced_table.empty()) (out += "->") += key.referenced_table;
  }
  if (table.incomplete) out += " incomplete";
  if (table.uncertain) out += " uncertain";
  if (table.unseen) out += " unseen";
  return out;
}

std::string Tables(std::string_view text, Dialect dialect) {
  const Schema schema = Replay(text, dialect);
  std::string all;
  for (const SchemaTable* table : schema.tables()) {
    if (!all.empty()) all += "; ";
    all += Describe(*table);
  }
  return all;
}

TEST(Schema, Implications) {
  EXPECT_EQ(Tables("CREATE TABLE t (id SERIAL PRIMARY KEY, b text)", kPostgres), "t(id serial!, b text) primary t_pkey(id)");
  EXPECT_EQ(Tables("CREATE TABLE t (id SERIAL, b text)", kMysql), "t(id serial!, b text) unique id(id)");
  EXPECT_EQ(Tables("CREATE TABLE t (id INTEGER PRIMARY KEY, b)", kSqlite), "t(id integer!, b ) primary(id)");
  EXPECT_EQ(Tables("CREATE TABLE t (id TEXT PRIMARY KEY)", kSqlite), "t(id text) primary(id)");
  EXPECT_EQ(Tables("CREATE TABLE t (id TEXT PRIMARY KEY) WITHOUT ROWID", kSqlite), "t(id text!) primary(id)");
  EXPECT_EQ(
      Tables("CREATE TABLE t (a int, b int, KEY k (b, a), FOREIGN KEY (a) REFERENCES u (x), FOREIGN KEY (b) REFERENCES v (y))",
             kMysql),
      "t(a int, b int) index k(b,a) foreign t_ibfk_1(a)->u foreign t_ibfk_2(b)->v index t_ibfk_1(a)~");
  EXPECT_EQ(Replay("CREATE TABLE t (id INTEGER PRIMARY KEY)", kSqlite).Find("T")->rowid, "id");
}

TEST(Schema, Changes) {
  EXPECT_EQ(Tables("CREATE TABLE t (a int, b int, UNIQUE (a, b)); ALTER TABLE t ADD c text NOT NULL, DROP COLUMN b; ALTER "
                   "TABLE t RENAME a TO x",
                   kPostgres),
            "t(x int, c text!)");
  EXPECT_EQ(
      Tables("CREATE TABLE t (a int, b int, UNIQUE u (a, b)); ALTER TABLE t DROP COLUMN b, MODIFY a bigint NOT NULL", kMysql),
      "t(a bigint!) unique u(a)");
  EXPECT_EQ(
      Tables("CREATE TABLE t (a int); CREATE INDEX i ON t (a); CREATE UNIQUE INDEX j ON t (lower(a)); DROP INDEX i", kPostgres),
      "t(a int) unique j(lower(a))");
  EXPECT_EQ(Tables("CREATE TABLE t (a int UNIQUE); ALTER TABLE t DROP CONSTRAINT t_a_key; ALTER TABLE t ALTER a TYPE bigint, "
                   "ALTER a SET NOT NULL",
                   kPostgres),
            "t(a bigint!)");
  EXPECT_EQ(Tables("CREATE TABLE a (x int); CREATE TABLE b (y int REFERENCES a (x)); ALTER TABLE a RENAME TO c; DROP TABLE IF "
                   "EXISTS nothing",
                   kPostgres),
            "b(y int) foreign b_y_fkey(y)->c; c(x int)");
  EXPECT_EQ(
      Tables("CREATE TABLE t (a int); CREATE UNIQUE INDEX i ON t (a); ALTER TABLE t ADD CONSTRAINT p PRIMARY KEY USING INDEX i",
             kPostgres),
      "t(a int!) primary p(a)");
  EXPECT_EQ(Tables("CREATE TABLE t (a int); CREATE TABLE u LIKE t; DROP TABLE t", kMysql), "u(a int)");
  const auto like = [](std::string_view options) {
    return Tables("CREATE TABLE t (a int PRIMARY KEY, b int REFERENCES t); CREATE INDEX i ON t (b); CREATE TABLE u (LIKE t " + std::string(options) +
                      ", c int); DROP TABLE t", kPostgres);
  };
  EXPECT_EQ(like(""), "u(a int!, b int, c int)");
  EXPECT_EQ(like("INCLUDING ALL"), "u(a int!, b int, c int) primary u_pkey(a) index u_b_idx(b)");
  EXPECT_EQ(like("INCLUDING DEFAULTS INCLUDING INDEXES"), "u(a int!, b int, c int) primary u_pkey(a) index u_b_idx(b)");
  EXPECT_EQ(like("INCLUDING ALL EXCLUDING INDEXES"), "u(a int!, b int, c int)");
  EXPECT_EQ(Tables("CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT a, b AS c FROM t", kSqlite),
            "t(a int, b int); v(a , c )");
}

TEST(Schema, Doubts) {
  EXPECT_EQ(Tables("ALTER TABLE t ADD COLUMN a int", kSqlite), "t(a int) incomplete");
  EXPECT_EQ(Tables("CREATE TABLE IF NOT EXISTS t (a int); CREATE TABLE IF NOT EXISTS t (a int, b int)", kSqlite),
            "t(a int) uncertain");
  EXPECT_EQ(Tables("CREATE TABLE t (a int); CREATE TABLE t (a int)", kSqlite), "t(a int)");
  EXPECT_EQ(Tables("CREATE TABLE t (a int); CREATE TABLE IF NOT EXISTS t (a int UNIQUE)", kPostgres), "t(a int) uncertain");
  EXPECT_EQ(Tables("CREATE TABLE t (a int, KEY i (a)); CREATE TABLE IF NOT EXISTS t (a int, UNIQUE KEY u (a))", kMysql), "t(a int) index i(a) uncertain");
  EXPECT_EQ(Tables("CREATE TABLE t (a int); CREATE UNIQUE INDEX i ON t (a); CREATE TABLE IF NOT EXISTS t (a int UNIQUE)", kSqlite), "t(a int) unique i(a)");
  EXPECT_EQ(Tables("CREATE TABLE t (a int PRIMARY KEY, b int); CREATE INDEX i ON t (b); CREATE TABLE IF NOT EXISTS t (a int PRIMARY KEY, b int)", kPostgres),
            "t(a int!, b int) primary t_pkey(a) index i(b)");
  EXPECT_EQ(Tables("DROP TABLE IF EXISTS t; CREATE TABLE t (a int); DROP TABLE IF EXISTS t; CREATE TABLE t (b int)", kMysql),
            "t(b int)");
  EXPECT_EQ(Tables("CREATE TABLE t (a int, b", kSqlite), "t(a int, b ) incomplete");
  EXPECT_EQ(Tables("CREATE TABLE t AS SELECT * FROM u", kSqlite), "t() incomplete");
}

// What a program in the database defines is not followed, and leaves a doubt where it names a table.
TEST(Schema, Programs) {
  const auto seen = [](std::string_view program, Dialect dialect) {
    return Tables("CREATE TABLE t (a int); CREATE TABLE u (b int);\n" + std::string(program), dialect);
  };
  EXPECT_EQ(seen("DO $$ BEGIN ALTER TABLE t ADD CONSTRAINT k UNIQUE (a); EXCEPTION WHEN duplicate_table THEN NULL; END $$;", kPostgres),
            "t(a int) unseen; u(b int)");
  EXPECT_EQ(seen("DO LANGUAGE plpgsql 'BEGIN IF true THEN CREATE UNIQUE INDEX i ON public.T (a); END IF; END'", kPostgres), "t(a int) unseen; u(b int)");
  EXPECT_EQ(seen("DO $$ BEGIN EXECUTE 'ALTER TABLE u ADD c int'; END $$", kPostgres), "t(a int); u(b int) unseen");
  EXPECT_EQ(seen("CREATE FUNCTION f() RETURNS void AS $f$ BEGIN EXECUTE $q$CREATE INDEX i ON u (b)$q$; END $f$ LANGUAGE plpgsql", kPostgres),
            "t(a int); u(b int) unseen");
  EXPECT_EQ(seen("DO $$ BEGIN ALTER TABLE t OWNER TO me; CREATE TEMP TABLE u (x int); DROP TABLE IF EXISTS w; END $$", kPostgres), "t(a int); u(b int)");
  EXPECT_EQ(seen("CREATE FUNCTION f() RETURNS TABLE (x int) AS $$ SELECT a FROM t $$ LANGUAGE sql", kPostgres), "t(a int); u(b int)");
  EXPECT_EQ(seen("DO $$ BEGIN PERFORM 1; END $$; ALTER TABLE t ADD c int", kPostgres), "t(a int, c int); u(b int)");
  EXPECT_EQ(seen("DELIMITER //\nCREATE PROCEDURE p() BEGIN IF 1 THEN ALTER TABLE t ADD UNIQUE (a); END IF; END//\nDELIMITER ;\nCALL p();", kMysql),
            "t(a int) unseen; u(b int)");
  EXPECT_EQ(seen("SET @s = IF(1, 'SELECT 1', 'ALTER TABLE u ADD INDEX (b)'); PREPARE s FROM @s", kMysql), "t(a int); u(b int) unseen");
  // Whatever the order of the files.
  EXPECT_EQ(Tables("DO $$ BEGIN CREATE INDEX i ON t (a); END $$; CREATE TABLE t (a int)", kPostgres), "t(a int) unseen");
  EXPECT_EQ(Tables("CREATE INDEX i ON t (a); CREATE TABLE t (a int, UNIQUE (a))", kPostgres), "t(a int) unique t_a_key(a) index i(a)");
}

TEST(Schema, Names) {
  const Schema postgres =
      Replay("CREATE TABLE public.Users (a int); CREATE TABLE \"Users\" (b int); CREATE TABLE s.users (c int)", kPostgres);
  EXPECT_EQ(Describe(*postgres.Find("users")), "users(a int)");
  EXPECT_EQ(Describe(*postgres.Find("s", "users")), "s.users(c int)");
  EXPECT_EQ(postgres.Find("nobody"), nullptr);
  const Schema mysql = Replay("CREATE TABLE `Users` (A int)", kMysql);
  ASSERT_NE(mysql.Find("users"), nullptr);
  EXPECT_NE(mysql.Find("users")->FindColumn("a"), nullptr);
}

TEST(Schema, Lookups) {
  const Schema schema = Replay(
      "CREATE TABLE t (a int, b int, c int, d int, PRIMARY KEY (a), UNIQUE (b, c)); CREATE UNIQUE INDEX i ON t (d) WHERE c > 0",
      kPostgres);
  const SchemaTable& table = *schema.Find("t");
  const auto unique = [&](std::vector<std::string_view> columns) { return table.IsUnique(columns); };
  EXPECT_TRUE(unique({"a"}));
  EXPECT_TRUE(unique({"C", "B", "d"}));
  EXPECT_FALSE(unique({"b"}));
  EXPECT_FALSE(unique({"d"}));
}

TEST(Schema, Origins) {
  Schema schema(kPostgres);
  schema.Apply(Script("CREATE TABLE t (\n a int,\n b int,\n UNIQUE (a));\n", kPostgres), "1.sql");
  schema.Apply(Script("\nALTER TABLE t ADD c int;", kPostgres), "2.sql");
  const SchemaTable& table = *schema.Find("t");
  EXPECT_EQ(table.origin.line, 1u);
  EXPECT_EQ(table.columns[1].origin.line, 3u);
  EXPECT_EQ(table.keys[0].origin.line, 4u);
  EXPECT_EQ(schema.files()[table.columns[2].origin.file], "2.sql");
  EXPECT_EQ(table.columns[2].origin.line, 2u);
}

}  // namespace
}  // namespace backlint::sql
