// Pages that are made of the program are current; what shells, man and packages get can be read by them.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include "fixtures/project_run.h"

namespace backlint::testing {
namespace {

namespace fs = std::filesystem;

std::string Said(const std::string& command) {
  std::string said;
  FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
  char chunk[4096];
  for (size_t got; (got = std::fread(chunk, 1, sizeof chunk, pipe)) > 0;) said.append(chunk, got);
  const int status = ::pclose(pipe);
  return status == 0 ? said : said + "\nstatus " + std::to_string(WEXITSTATUS(status));
}

TEST(Docs, GeneratedPagesAreCurrent) {
  EXPECT_EQ(Said("'" + std::string(BACKLINT_SOURCE_DIR) + "/tools/docs' '" BACKLINT_PROGRAM "' --check"), "");
}

TEST(Docs, LinksLeadSomewhere) {
  const std::regex link(R"(\]\(([^)#:]+)\))");
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(BACKLINT_SOURCE_DIR) / "docs")) {
    if (entry.path().extension() != ".md") continue;
    std::ostringstream text;
    text << std::ifstream(entry.path()).rdbuf();
    const std::string page = text.str();
    for (std::sregex_iterator match(page.begin(), page.end(), link), end; match != end; ++match)
      EXPECT_TRUE(fs::exists(entry.path().parent_path() / (*match)[1].str())) << entry.path() << ": " << (*match)[1];
  }
}

TEST(Manual, ShellsReadTheirCompletions) {
  for (const std::string shell : {"bash", "zsh", "fish"}) {
    const Output made = RunBacklint("/", {"manual", shell});
    EXPECT_EQ(made.status, 0);
    EXPECT_NE(made.out.find("changed"), std::string::npos);
    TemporaryFolder folder;
    std::ofstream(folder.path() / "completion") << made.out;
    const std::string file = "'" + (folder.path() / "completion").string() + "'";
    EXPECT_EQ(Said("command -v " + shell + " >/dev/null || exit 0; " + shell + " -n " + file), "") << shell;
  }
}

TEST(Manual, BashCompletesCommandsOptionsAndValues) {
  const auto complete = [](const std::string& words, int count) {
    return Said("bash -c 'source <(\"" BACKLINT_PROGRAM "\" manual bash); COMP_WORDS=(" + words + "); COMP_CWORD=" + std::to_string(count) + "; _backlint; echo ${COMPREPLY[*]}'");
  };
  EXPECT_EQ(complete("backlint sch", 1), "schema\n");
  EXPECT_EQ(complete("backlint --form", 1), "--format\n");
  EXPECT_EQ(complete("backlint --format sa", 2), "sarif\n");
  EXPECT_EQ(complete("backlint explain sql", 2), "sql-injection\n");
  EXPECT_EQ(complete("backlint cache cl", 2), "clear\n");
  EXPECT_EQ(complete("backlint queries --unre", 2), "--unresolved\n");
}

TEST(Manual, PageIsRead) {
  TemporaryFolder folder;
  std::ofstream(folder.path() / "backlint.1") << RunBacklint("/", {"manual", "man"}).out;
  const std::string page = Said("command -v man >/dev/null || exit 0; MANWIDTH=100 man -l --warnings '" + (folder.path() / "backlint.1").string() + "' | col -b");
  if (page.empty()) GTEST_SKIP() << "there is no man";
  EXPECT_NE(page.find("--changed"), std::string::npos) << page;
  EXPECT_EQ(page.find("warning:"), std::string::npos) << page;
}

}  // namespace
}  // namespace backlint::testing
