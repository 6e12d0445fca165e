// .backlint.toml, init, config and --fix-suppressions, through the whole program.
#include <gmock/gmock.h>

#include "program/git_project.h"

namespace backlint::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
namespace fs = std::filesystem;

class Configured : public GitProject {
 protected:
  Configured() {
    Write("src/a.cc", kIncludes + Injection("A"));
    Write("old/b.cc", kIncludes + Injection("B"));
  }
  std::string Text(const std::string& path) const {
    std::ostringstream text;
    text << std::ifstream(At(path)).rdbuf();
    return text.str();
  }
};

TEST_F(Configured, DecidesWhatIsReportedAndWhatFails) {
  Write(".backlint.toml", "exclude = [\"old\"]\n[check.sql-injection]\nseverity = \"note\"\n");
  EXPECT_THAT(Findings({}), ElementsAre("src/a.cc: sql-injection"));
  EXPECT_EQ(last_.status, 0) << "a note fails no run";
  Write(".backlint.toml", "fail-on = \"never\"\n[[override]]\npaths = [\"src\"]\nchecks = [\"-sql-*\"]\n");
  EXPECT_THAT(Findings({}), ElementsAre("old/b.cc: sql-injection"));
  EXPECT_EQ(last_.status, 0);
  EXPECT_EQ(Run({"--fail-on", "warning"}).status, 1) << "the command line goes first";
  Write(".backlint.toml", "baseline = \"known.json\"\nchecks = [\"-lock-order\"]\n");
  Write("known.json", "{\"version\": 1, \"findings\": []}");
  EXPECT_THAT(Findings({}), ElementsAre("old/b.cc: sql-injection", "src/a.cc: sql-injection"));
  fs::create_directories(At("src/deep"));
  EXPECT_EQ(RunBacklint(At("src/deep"), {}).status, 1) << "the baseline is found from below";
}

TEST_F(Configured, RefusesUnknownKeys) {
  Write(".backlint.toml", "\nfailon = \"error\"\n");
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{}, {"queries"}, {"schema"}, {"config", "--show"}}) {
    const Output output = Run(arguments);
    EXPECT_EQ(output.status, 2);
    EXPECT_THAT(output.err, HasSubstr(".backlint.toml:2:10: unknown key `failon`; did you mean `fail-on`?"));
  }
  EXPECT_EQ(Run({"--config", "no.toml"}).status, 2);
  Write("other.toml", "checks = [\"lock-order\"]\n");
  EXPECT_THAT(Findings({"--config", "other.toml"}), IsEmpty());
}

TEST_F(Configured, SaysWhichSqlCountsAndInWhichDialect) {
  Write("db/schema.sql", "CREATE TABLE kept (id INTEGER PRIMARY KEY);\n");
  Write("doc/example.sql", "CREATE TABLE example (id INTEGER PRIMARY KEY);\n");
  Write(".backlint.toml", "[schema]\nsources = [\"db\"]\ndialect = \"mysql\"\n");
  const std::string schema = Run({"schema", "--format", "json"}).out;
  EXPECT_THAT(schema, HasSubstr("\"kept\""));
  EXPECT_THAT(schema, Not(HasSubstr("\"example\"")));
  EXPECT_EQ(nlohmann::json::parse(schema)["schemas"][0]["dialect"], "mysql");
}

TEST_F(Configured, ShowsWhatIsInForceAndWhereItIsSaid) {
  Write(".backlint.toml", "# first\nfail-on = \"error\"\n[limits]\njobs = 2\n[check.lock-order]\nseverity = \"off\"\n");
  const std::string shown = Run({"config", "--show"}).out;
  EXPECT_THAT(shown, HasSubstr("# read from .backlint.toml\n"));
  EXPECT_THAT(shown, ::testing::ContainsRegex("fail-on = \"error\" +# .backlint.toml:2\n"));
  EXPECT_THAT(shown, ::testing::ContainsRegex("jobs = 2 +# .backlint.toml:4\n"));
  EXPECT_THAT(shown, ::testing::ContainsRegex("severity = \"off\" +# .backlint.toml:6\n"));
  EXPECT_THAT(shown, ::testing::ContainsRegex("# exclude: nothing +# default\n"));
  Write(".backlint.toml", shown);
  EXPECT_EQ(Run({"config"}).status, 0) << "what is shown can be read";
}

TEST_F(Configured, InitLooksAtTheProject) {
  Write("build/compile_commands.json", R"([{"directory": "..", "file": "src/a.cc", "command": "c++ -c src/a.cc"}])");
  Write("db/001_begin.sql", "CREATE TABLE a (id SERIAL PRIMARY KEY, at TIMESTAMPTZ);\n");
  Write("db/002_more.sql", "ALTER TABLE a ADD COLUMN b JSONB;\n");
  const Output output = Run({"init"});
  EXPECT_EQ(output.status, 0) << output.err;
  EXPECT_THAT(output.err, HasSubstr("2 sources and 2 files of SQL"));
  EXPECT_THAT(output.err, HasSubstr("compile commands in build\n"));
  EXPECT_THAT(output.err, HasSubstr("libpq (2)"));
  EXPECT_THAT(output.err, HasSubstr("migrations in db\n"));
  EXPECT_THAT(output.err, HasSubstr("dialect: postgresql"));
  EXPECT_THAT(Text(".backlint.toml"), HasSubstr("\nbuild = \"build\"\n"));
  EXPECT_THAT(Text(".backlint.toml"), HasSubstr("\ndialect = \"postgresql\"\n"));
  EXPECT_EQ(Run({"config"}).status, 0);
  EXPECT_EQ(Run({"init"}).status, 2) << "nothing is overwritten";
  EXPECT_THAT(Run({"--verbose"}).err, HasSubstr("build/compile_commands.json"));
}

TEST_F(Configured, FixSuppressionsRemovesWhatIsUnused) {
  const std::string finding = "void F(PGconn* db, const std::string& name) {\n  PQclear(PQexec(db, (\"SELECT 1 FROM t WHERE n = '\" + name + \"'\").c_str()));  // NOLINT(backlint-sql-injection)\n}\n";
  Write("old/b.cc", "int b;\n");
  Write("src/a.cc", kIncludes + finding + "int a;  // NOLINT(backlint-lock-order, bugprone-x)\n// backlint: allow(sql-injection) once\nint c;\n");
  fs::permissions(At("src/a.cc"), fs::perms::owner_all);
  EXPECT_THAT(Findings({}), ElementsAre("-src/a.cc: sql-injection", "src/a.cc: unused-suppression", "src/a.cc: unused-suppression"));
  const Output output = Run({"--fix-suppressions"});
  EXPECT_EQ(output.status, 0);
  EXPECT_THAT(output.err, HasSubstr("removed 2 unused suppressions from 1 file"));
  EXPECT_EQ(Text("src/a.cc"), kIncludes + finding + "int a;  // NOLINT(bugprone-x)\nint c;\n");
  EXPECT_EQ(fs::status(At("src/a.cc")).permissions(), fs::perms::owner_all);
  EXPECT_THAT(Findings({}), ElementsAre("-src/a.cc: sql-injection"));
}

}  // namespace
}  // namespace backlint::testing
