// What `backlint schema` puts together: files in their order, then the program's own definitions.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "fixtures/project_run.h"

namespace backlint::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class SchemaCommand : public ::testing::Test {
 protected:
  SchemaCommand() { Write(".backlint.toml", ""); }
  void Write(const std::string& path, const std::string& text) {
    std::filesystem::create_directories((folder_.path() / path).parent_path());
    std::ofstream(folder_.path() / path) << text;
  }
  // `dialect table (column, ...) path:line` of each table.
  std::vector<std::string> Run() {
    std::vector<std::string> tables;
    const auto report = nlohmann::json::parse(RunBacklint(folder_.path(), {"schema", "--format", "json"}).out);
    for (const auto& schema : report["schemas"])
      for (const auto& table : schema["tables"]) {
        std::string columns;
        for (const auto& column : table["columns"]) columns += (columns.empty() ? "" : ", ") + column["name"].get<std::string>();
        tables.push_back(schema["dialect"].get<std::string>() + " " + table["name"].get<std::string>() + " (" + columns + ") " +
                         table["origin"]["path"].get<std::string>() + ":" + std::to_string(table["origin"]["line"].get<int>()) +
                         (table["uncertain"] ? " uncertain" : ""));
      }
    return tables;
  }
  TemporaryFolder folder_;
};

TEST_F(SchemaCommand, MigrationsAreReplayedInTheirOrder) {
  Write("migrations/V10__age.sql", "ALTER TABLE users ADD COLUMN age integer;\nALTER TABLE users DROP COLUMN nick;\n");
  Write("migrations/V2__users.sql", "-- people\nCREATE TABLE users (id serial PRIMARY KEY, nick text);\n");
  EXPECT_THAT(Run(), ElementsAre("unknown users (id, age) migrations/V2__users.sql:2"));
}

TEST_F(SchemaCommand, LinesCountFromTheTopOfAFileWhoseSecondPartGoesUp) {
  Write("db/20240101_a.sql", "-- migrate:up\n\n\nCREATE TABLE a (x int);\n\n-- migrate:down\nDROP TABLE a;\n");
  EXPECT_THAT(Run(), ElementsAre(HasSubstr("a (x) db/20240101_a.sql:4")));
}

TEST_F(SchemaCommand, DefinitionsInProgramTextCountWhereverTheyStand) {
  Write("src/db.cc", R"cc(#include <sqlite3.h>
#include <string>
const char* kMigrations[] = {
    "ALTER TABLE notes ADD COLUMN title TEXT",
    "CREATE INDEX by_title ON notes (title)",
    "drop everything you know",
};
void Open(sqlite3* db, const std::string& other) {
  sqlite3_exec(db, "CREATE TABLE IF NOT EXISTS notes (id INTEGER PRIMARY KEY, text TEXT)", nullptr, nullptr, nullptr);
  sqlite3_exec(db, "DROP TABLE notes", nullptr, nullptr, nullptr);
  std::string half = "CREATE TABLE " + other + " (a int)";
}
)cc");
  EXPECT_THAT(Run(), ElementsAre("sqlite notes (id, text, title) src/db.cc:9"));
}

TEST_F(SchemaCommand, EachEngineHasItsOwnDefinitions) {
  Write("sql/schema.mysql.sql", "CREATE TABLE t (a INT);\n");
  Write("sql/schema.pgsql.sql", "CREATE TABLE t (a integer, b text);\n");
  EXPECT_THAT(Run(), ElementsAre("postgresql t (a, b) sql/schema.pgsql.sql:1", "mysql t (a) sql/schema.mysql.sql:1"));
}

TEST_F(SchemaCommand, TablesOfTestsCountOnlyWhereThereAreNoOthers) {
  Write("tests/t.sql", "CREATE TABLE t (a int);\n");
  EXPECT_THAT(Run(), IsEmpty());
  Write("tests/t.cc", "#include <sqlite3.h>\nvoid F(sqlite3* db) { sqlite3_exec(db, \"CREATE TABLE t (c int)\", 0, 0, 0); }\n");
  EXPECT_THAT(Run(), ElementsAre("sqlite t (c) tests/t.cc:2"));
  Write("schema.sqlite.sql", "CREATE TABLE t (a int, b int);\n");
  EXPECT_THAT(Run(), ElementsAre("sqlite t (a, b) schema.sqlite.sql:1"));
}

TEST_F(SchemaCommand, TwoDifferentDefinitionsAreUncertain) {
  Write("a/one.sql", "CREATE TABLE t (a int);\n");
  Write("b/two.sql", "CREATE TABLE t (b int);\n");
  ASSERT_EQ(Run().size(), 1u);
  EXPECT_THAT(Run()[0], HasSubstr("uncertain"));
}

TEST_F(SchemaCommand, OtherPeoplesFilesAndBrokenOnesDoNoHarm) {
  Write("third_party/x/schema.sql", "CREATE TABLE theirs (a int);\n");
  Write("bad.sql", std::string("CREATE TABLE (((\0\xff\n;;' ", 25));
  EXPECT_THAT(Run(), IsEmpty());
  const Output shown = RunBacklint(folder_.path(), {"schema"});
  EXPECT_EQ(shown.status, 0);
  EXPECT_THAT(shown.err, HasSubstr("0 tables"));
}

TEST_F(SchemaCommand, FilesOfSqlAloneAreAProject) {
  Write("schema.sql", "CREATE TABLE t (a int PRIMARY KEY);\nCREATE INDEX i ON t (a);\n");
  EXPECT_EQ(RunBacklint(folder_.path(), {"check"}).status, 0);
  const Output shown = RunBacklint(folder_.path(), {"schema"});
  EXPECT_THAT(shown.out, HasSubstr("-- schema.sql:1\nCREATE TABLE t (\n  a int NOT NULL,\n  PRIMARY KEY (a)\n);\nCREATE INDEX i ON t (a);  -- schema.sql:2\n"));
}

}  // namespace
}  // namespace backlint::testing
