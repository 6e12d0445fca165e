// The hook for plain git and the gate for servers, as their users meet them.
#include <gmock/gmock.h>

#include <regex>

#include "program/git_project.h"

namespace backlint::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
namespace fs = std::filesystem;

const fs::path kSource = BACKLINT_SOURCE_DIR;

// The program is on the PATH.
class Hook : public GitProject {
 protected:
  Hook() {
    fs::create_directories(folder_.path() / "bin");
    fs::create_symlink(BACKLINT_PROGRAM, folder_.path() / "bin/backlint");
    Write("src/a.cc", kIncludes + Injection("Old"));
    Write(".gitignore", "build/\nbacklint-reports/\n");
    Commit("one old finding");
    fs::create_directories(At(".git/hooks"));
    fs::create_symlink(kSource / "tools/hooks/pre-commit", At(".git/hooks/pre-commit"));
  }
  std::string WithPath(const std::string& command, bool may_fail = true) {
    return Shell("PATH='" + (folder_.path() / "bin").string() + "':\"$PATH\"; " + command, may_fail);
  }
};

TEST_F(Hook, StopsACommitThatIntroducesAFinding) {
  Write("src/b.cc", kIncludes + Injection("New"));
  const std::string said = WithPath("git add -A && git commit -m new");
  EXPECT_EQ(status_, 1);
  EXPECT_THAT(said, HasSubstr("src/b.cc:4:55: warning: text of unknown origin"));
  EXPECT_THAT(said, HasSubstr("= fix:"));
  EXPECT_THAT(said, Not(HasSubstr("src/a.cc:4"))) << "the old one passes";
  EXPECT_THAT(said, HasSubstr("there is no compile_commands.json: flags and include folders are guessed"));
  EXPECT_THAT(said, HasSubstr("`git commit --no-verify` commits it all the same"));
  EXPECT_THAT(Git("log --oneline"), Not(HasSubstr(" new")));
  WithPath("git commit --no-verify -q -m new", false);
}

TEST_F(Hook, PassesACleanCommitAndOneWithoutSources) {
  Write("src/b.cc", "int b;\n");
  const std::string said = WithPath("git add -A && git commit -q -m clean");
  EXPECT_EQ(status_, 0) << said;
  EXPECT_THAT(said, HasSubstr("no findings (1 known)"));
  Write("notes.txt", "text\n");
  EXPECT_THAT(WithPath("git add -A && git commit -q -m text"), IsEmpty()) << "nothing is analysed";
}

TEST_F(Hook, SeesWhatACommitOfFilesHolds) {
  Write("src/a.cc", kIncludes + Injection("Old") + Injection("New"));
  WithPath("git commit -q -a -m all");
  EXPECT_EQ(status_, 1) << "nothing was staged before: git makes an index for this commit";
  Write("src/c.cc", "int c;\n");
  WithPath("git add src/c.cc && git commit -q -m only src/c.cc");
  EXPECT_EQ(status_, 0) << "src/a.cc is no part of it";
}

TEST_F(Hook, SaysWhenTheProgramIsMissing) {
  Git("config backlint.program no-such-backlint");
  Write("src/b.cc", "int b;\n");
  EXPECT_THAT(WithPath("git add -A && git commit -q -m x"), HasSubstr("there is no `no-such-backlint`: install backlint"));
  EXPECT_EQ(status_, 1);
}

TEST_F(Hook, TheGateFailsOnWhatAMergeRequestIntroduces) {
  const std::string gate = "BACKLINT=backlint '" + (kSource / "tools/ci").string() + "'";
  Git("checkout -q -b work");
  Write("src/b.cc", "int b;\n");
  Commit("clean work");
  WithPath("BACKLINT_BASE=main " + gate);
  EXPECT_EQ(status_, 0) << "the old finding is known";
  for (const char* name : {"backlint.sarif", "backlint.junit.xml", "gl-code-quality-report.json", "backlint.json"}) EXPECT_TRUE(fs::exists(At("backlint-reports") / name)) << name;
  WithPath("BACKLINT_BASE=none " + gate);
  EXPECT_EQ(status_, 1) << "without a comparison every finding counts";
  Write("src/b.cc", kIncludes + Injection("New"));
  Commit("work with a finding");
  EXPECT_THAT(WithPath("BACKLINT_BASE=main " + gate), HasSubstr("src/b.cc:4:55: warning:"));
  EXPECT_EQ(status_, 1);
}

TEST_F(Hook, TheGateFetchesWhatAShallowCloneLacks) {
  const std::string base = Git("rev-parse HEAD");
  Write("src/b.cc", kIncludes + Injection("New"));
  Commit("new");
  Git("config uploadpack.allowAnySHA1InWant true && git clone -q --depth 1 'file://" + top_.string() + "' ../shallow");
  top_ = folder_.path() / "shallow";
  const std::string said = WithPath("CI_MERGE_REQUEST_DIFF_BASE_SHA=" + base.substr(0, 40) + " BACKLINT=backlint '" + (kSource / "tools/ci").string() + "'");
  EXPECT_EQ(status_, 1);
  EXPECT_THAT(said, HasSubstr("src/b.cc:4:55: warning:"));
  EXPECT_THAT(said, HasSubstr("1 warning (1 known)"));
}

TEST_F(Hook, ACacheServesAnotherPath) {
  WithPath("backlint --quiet");
  fs::create_directories(folder_.path() / "other");
  fs::copy(top_, folder_.path() / "other/place", fs::copy_options::recursive);
  const auto report = nlohmann::json::parse(RunBacklint(folder_.path() / "other/place", {"--format", "json"}).out);
  EXPECT_EQ(report["summary"]["units"]["analysed"], 0);
  EXPECT_EQ(report["summary"]["units"]["reused"], 1);
}

// The expressions of problem matchers against what the program really writes.
class Matcher : public Hook {
 protected:
  Matcher() {
    Write("src/with space/q: 1.cc", kIncludes + Injection("Spaced"));
    Commit("a path with a space and a colon");
    std::istringstream lines(RunBacklint(top_, {"--format", "gcc"}).out);
    for (std::string line; std::getline(lines, line);) lines_.push_back(line);
  }
  // `group 1|group 2|...` of each line that it matches.
  std::vector<std::string> Matches(const std::string& expression) const {
    std::vector<std::string> matches;
    for (const std::string& line : lines_) {
      std::smatch match;
      if (!std::regex_search(line, match, std::regex(expression))) continue;
      std::string row;
      for (size_t i = 1; i < match.size(); ++i) row += (i > 1 ? "|" : "") + match[i].str();
      matches.push_back(row);
    }
    return matches;
  }
  std::vector<std::string> lines_;
};

TEST_F(Matcher, OfGithubTakesFindings) {
  const auto matcher = nlohmann::json::parse(std::ifstream(kSource / "tools/matchers/github.json"));
  EXPECT_THAT(Matches(matcher["problemMatcher"][0]["pattern"][0]["regexp"]),
              ElementsAre("src/a.cc|4|55|warning|text of unknown origin becomes part of an SQL statement: `name`|sql-injection",
                          "src/with space/q: 1.cc|4|58|warning|text of unknown origin becomes part of an SQL statement: `name`|sql-injection"));
}

TEST_F(Matcher, OfCodeTakesFindingsAndNotes) {
  const auto tasks = nlohmann::json::parse(std::ifstream(kSource / "tools/matchers/tasks.json"));
  const auto& matchers = tasks["tasks"][0]["problemMatcher"];
  EXPECT_EQ(Matches(matchers[0]["pattern"]["regexp"]).size(), 2u);
  const std::vector<std::string> notes = Matches(matchers[1]["pattern"]["regexp"]);
  EXPECT_EQ(notes.size() + 2, lines_.size()) << "every line is one or the other";
  EXPECT_THAT(notes, ::testing::Contains("src/with space/q: 1.cc|4|11|`PQexec` runs it: SELECT 1 FROM Spaced WHERE n = '{name:text}'"));
}

}  // namespace
}  // namespace backlint::testing
