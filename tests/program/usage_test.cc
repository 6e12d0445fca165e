// What one who uses the program meets: statuses, messages, suppressions in the code, and what a path asks for.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "fixtures/project_run.h"

namespace backlint::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
namespace fs = std::filesystem;

class Usage : public ::testing::Test {
 protected:
  void Write(const std::string& path, const std::string& text) {
    fs::create_directories((folder_.path() / path).parent_path());
    std::ofstream(folder_.path() / path) << text;
  }
  Output Run(const std::vector<std::string>& arguments) { return RunBacklint(folder_.path(), arguments); }
  // `line: check`, with `-` before suppressed ones.
  std::vector<std::string> Findings(const std::vector<std::string>& more = {}) {
    std::vector<std::string> arguments = {"--format", "json"}, lines;
    arguments.insert(arguments.end(), more.begin(), more.end());
    const auto report = nlohmann::json::parse(Run(arguments).out);
    for (const auto& finding : report["findings"])
      lines.push_back((finding["suppressed"] ? "-" : "") + std::to_string(finding["line"].get<int>()) + ": " + finding["check"].get<std::string>());
    return lines;
  }
  TemporaryFolder folder_;
};

constexpr const char* kTop = "#include <libpq-fe.h>\n#include <string>\n";

TEST_F(Usage, AReportThatCannotBeWrittenIsToldBeforeTheAnalysis) {
  Write("a.cc", "int x;\n");
  const Output output = Run({"--output", "json=no/such/folder/x.json"});
  EXPECT_EQ(output.status, 2);
  EXPECT_THAT(output.err, HasSubstr("cannot write `no/such/folder/x.json`"));
  EXPECT_FALSE(fs::exists(folder_.path() / ".backlint")) << "nothing was analysed";
}

TEST_F(Usage, ExtractSaysWhenItsUnitFailed) {
  const Output output = Run({"extract", "-o", "a.facts", "--", "g++", "-c", "gone.cc"});
  EXPECT_EQ(output.status, 0) << "so that it can be cached";
  EXPECT_TRUE(fs::exists(folder_.path() / "a.facts"));
  EXPECT_THAT(output.err, HasSubstr("`gone.cc` could not be analysed: "));
}

TEST_F(Usage, AFileWithErrorsIsNotPassedAsClean) {
  Write("a.cc", "int main({\n");
  const Output output = Run({"--output", "json=report.json"});
  EXPECT_THAT(output.err, HasSubstr("1 unit (1 parsed, 1 with errors)"));
  const auto report = nlohmann::json::parse(std::ifstream(folder_.path() / "report.json"));
  EXPECT_EQ(report["partialUnits"][0]["path"], "a.cc");
}

TEST_F(Usage, VerboseTellsWhereThingsCameFrom) {
  Write("Makefile", "\n");
  Write("include/db.h", "#include <pqxx/pqxx>\n");
  Write("src/a.cc", "#include \"db.h\"\n");
  const Output guessed = RunBacklint(folder_.path() / "src", {"--verbose"});
  EXPECT_THAT(guessed.err, HasSubstr("project root: " + folder_.path().string() + "\n"));
  EXPECT_THAT(guessed.err, HasSubstr("the flags of 1 source are guessed"));
  EXPECT_THAT(guessed.err, HasSubstr("guessed include folders: include\n"));
  if (!fs::exists("/usr/include/pqxx")) {
    EXPECT_THAT(guessed.err, HasSubstr("not installed, so that headers of backlint stand in for them: pqxx/"));
  }
  Write("build/compile_commands.json", R"([{"directory": "..", "file": "src/a.cc", "command": "c++ -Iinclude -c src/a.cc"}])");
  EXPECT_THAT(Run({"--verbose"}).err, HasSubstr("compile commands: " + (folder_.path() / "build/compile_commands.json").string()));
}

TEST_F(Usage, SuppressionsSpeakForTheWholeStatement) {
  Write("a.cc", std::string(kTop) + R"(void A(PGconn* db, const std::string& name) {
  // backlint: allow(sql-injection) above a statement of several lines
  PQclear(PQexec(db,
         ("SELECT 1 FROM t WHERE n = '" +
          name + "'").c_str()));
}
void B(PGconn* db, const std::string& name) {
  PQclear(PQexec(db, ("SELECT 1 FROM t WHERE n = '" +
              name + "'").c_str())
  );  // NOLINT(backlint-sql-injection)
}
void C(PGconn* db, const std::string& name) {
  std::string sql = "SELECT 1 FROM t WHERE n = '" + name + "'";
  PQclear(PQexec(db, sql.c_str()));  // backlint: allow(sql-injection) at the call that runs it
}
// NOLINTBEGIN(backlint-sql-injection)
void D(PGconn* db, const std::string& name) {
  PQclear(PQexec(db, ("SELECT 1 FROM t WHERE n = '" + name + "'").c_str()));
}
// NOLINTEND(backlint-sql-injection)
void E(PGconn* db, const std::string& name) {
  PQclear(PQexec(db, ("SELECT 1 FROM t WHERE n = '" + name + "'").c_str()));
}
)");
  EXPECT_THAT(Findings(), ElementsAre("-6: sql-injection", "-10: sql-injection", "-15: sql-injection", "-20: sql-injection", "24: sql-injection"));
}

TEST_F(Usage, SuppressionsNameACheckAndGiveAReason) {
  Write("a.cc", std::string(kTop) + R"(int a = 1;  // NOLINT
void A(PGconn* db, const std::string& name) {
  PQclear(PQexec(db, ("SELECT 1 FROM t WHERE n = '" + name + "'").c_str()));  // NOLINT
  PQclear(PQexec(db, ("SELECT 2 FROM t WHERE n = '" + name + "'").c_str()));  // backlint: allow(sql-injection)
}
)");
  EXPECT_THAT(Findings(), ElementsAre("5: sql-injection", "5: unused-suppression", "-6: sql-injection", "6: unexplained-suppression"));
}

// The example of README.md; it has to do what is said there.
TEST_F(Usage, TheExampleOfTheReadmeSuppresses) {
  std::string readme, line;
  bool inside = false;
  std::ifstream file(fs::path(BACKLINT_SOURCE_DIR) / "README.md");
  while (std::getline(file, line)) {
    if (line.starts_with("```")) inside = line == "```c++";
    else if (inside) readme += line + "\n";
  }
  ASSERT_THAT(readme, HasSubstr("backlint: allow("));
  Write("a.cc", std::string(kTop) + R"(struct Db {
  PGconn* c;
  void Run(const std::string& sql) { PQclear(PQexec(c, sql.c_str())); }
};
void Example(Db& db, const std::string& host) {
)" + readme + "}\n");
  for (const std::string& finding : Findings()) EXPECT_THAT(finding, ::testing::MatchesRegex("-[0-9]+: sql-injection")) << readme;
  EXPECT_GE(Findings().size(), 1u);
}

TEST_F(Usage, APathAsksForFindingsWhoseWayLeadsThroughIt) {
  Write("include/find.h", std::string("#pragma once\n") + kTop + R"(inline void Find(PGconn* db, const std::string& name) {
  PQclear(PQexec(db, ("SELECT 1 FROM t WHERE n = '" + name + "'").c_str()));
}
)");
  Write("src/a.cc", R"(#include "../include/find.h"
#include <cstdlib>
void Use(PGconn* db) { Find(db, std::getenv("NAME")); }
)");
  Write("src/b.cc", "int b;\n");
  Write(".backlint.toml", "");
  EXPECT_THAT(Findings({"src/a.cc"}), ElementsAre("5: sql-injection"));
  EXPECT_EQ(Run({"src/a.cc"}).status, 1);
  EXPECT_THAT(Findings({"src/b.cc"}), ElementsAre());
}

TEST_F(Usage, ExplainWithoutANameIsTheList) {
  EXPECT_EQ(Run({"explain"}).out, Run({"list"}).out);
  EXPECT_EQ(Run({"explain"}).status, 0);
  EXPECT_THAT(Run({"explain", "sql-injection"}).out, HasSubstr("NOLINTBEGIN"));
  EXPECT_THAT(Run({"explain", "sql-injection"}).out, HasSubstr("What is reported"));
  EXPECT_THAT(Run({"explain", "unexplained-suppression"}).out, HasSubstr("reason"));
}

}  // namespace
}  // namespace backlint::testing
