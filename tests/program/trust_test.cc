// The program in a repository that a stranger sent: what it brings along besides code leads to nothing outside of it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <thread>

#include "fixtures/project_run.h"

namespace backlint::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
namespace fs = std::filesystem;

constexpr const char* kBad = R"(#include <libpq-fe.h>
#include <string>
void Find(PGconn* db, const std::string& name) { PQclear(PQexec(db, ("SELECT 1 FROM t WHERE n = '" + name + "'").c_str())); }
)";

class Trust : public ::testing::Test {
 protected:
  Trust() {
    fs::create_directory(outside());
    Write(".backlint.toml", "");
    Write("find.cc", kBad);
  }
  fs::path root() const { return folder_.path() / "project"; }
  fs::path outside() const { return folder_.path() / "outside"; }
  void Write(const std::string& path, const std::string& text) const {
    fs::create_directories((root() / path).parent_path());
    std::ofstream(root() / path) << text;
  }
  Output Run(const std::vector<std::string>& arguments = {"--format", "gcc"}) const { return RunBacklint(root(), arguments); }
  nlohmann::json Report() const { return nlohmann::json::parse(Run({"--format", "json"}).out); }

  TemporaryFolder folder_;
};

TEST_F(Trust, ACacheFolderThatIsALinkIsNotUsed) {
  fs::create_directory_symlink(outside(), root() / ".backlint");
  const Output output = Run();
  EXPECT_EQ(output.status, 1);
  EXPECT_THAT(output.err, HasSubstr("is not used: a symbolic link"));
  EXPECT_TRUE(fs::is_empty(outside()));
  // Nor is what lies there removed.
  fs::copy(root() / "find.cc", outside());
  EXPECT_EQ(RunBacklint(outside(), {"--format", "gcc", "--cache-dir", "."}).status, 1);
  const auto count = [&] { return std::distance(fs::directory_iterator(outside()), {}); };
  const auto before = count();
  EXPECT_EQ(Run({"cache", "clear"}).status, 4);
  EXPECT_EQ(count(), before);
  EXPECT_GT(before, 2);
  fs::remove(root() / ".backlint");
  fs::create_directories(root() / "src");
  fs::create_directory_symlink("src", root() / ".backlint");
  EXPECT_EQ(Run().status, 1);
  EXPECT_TRUE(fs::is_empty(root() / "src"));
}

TEST_F(Trust, ACacheThatGitTracksIsNotBelieved) {
  const auto git = [&](const std::string& words) {
    const std::string command = "cd '" + root().string() + "' && git -c user.name=a -c user.email=a@b.c " + words + " >/dev/null 2>&1";
    return std::system(command.c_str()) == 0;
  };
  ASSERT_TRUE(git("init"));
  EXPECT_EQ(Report()["summary"]["units"]["analysed"], 1);
  EXPECT_EQ(Report()["summary"]["units"]["reused"], 1);
  ASSERT_TRUE(git("add -f .backlint/cache.db"));
  const Output output = Run({"--format", "json"});
  EXPECT_EQ(nlohmann::json::parse(output.out)["summary"]["units"]["analysed"], 1);
  EXPECT_THAT(output.err, HasSubstr("is not used: git tracks `.backlint/cache.db`"));
  // The project may be a part of the repository.
  fs::rename(root() / ".git", folder_.path() / ".git");
  ASSERT_TRUE(git("add -f .backlint/cache.db"));
  EXPECT_EQ(Report()["summary"]["units"]["analysed"], 1);
  ASSERT_TRUE(git("rm --cached .backlint/cache.db"));
  EXPECT_EQ(Report()["summary"]["units"]["reused"], 1);
  // A repository that cannot be read says nothing.
  std::ofstream(folder_.path() / ".git/index") << "no index";
  EXPECT_EQ(Report()["summary"]["units"]["reused"], 1);
}

TEST_F(Trust, AnIncludeThatIsNotTakenHidesNoSource) {
  Write("decoy.cc", "#if 0\n#include \"find.cc\"\n#endif\n");
  Write("self.cc", std::string(kBad) + "#ifdef NEVER\n#include \"self.cc\"\n#endif\n");
  for (const char* how : {"parsed", "reused"}) {
    const nlohmann::json report = Report();
    EXPECT_EQ(report["findings"].size(), 2u) << how;
    EXPECT_EQ(report["summary"]["units"]["total"], 3) << how;
  }
  EXPECT_EQ(Report()["summary"]["units"]["reused"], 3);
  // A part of a unit is not read twice.
  Write("decoy.cc", "#include \"find.cc\"\n");
  EXPECT_EQ(Report()["summary"]["units"]["total"], 2);
}

TEST_F(Trust, AModelThatReplacesRowsOfTheBinaryIsNamed) {
  Write(".backlint/models/own.toml", "library = \"own\"\n[calls]\n\"own::Run\" = { role = \"query\", sql = 1 }\n");
  EXPECT_THAT(Run().err, Not(HasSubstr("own.toml")));
  Write(".backlint/models/own.toml", "library = \"own\"\n[calls]\n\"PQexec\" = { role = \"harmless\", to = \"result\" }\n");
  for (const char* command : {"check", "queries"})
    EXPECT_THAT(Run({command}).err, HasSubstr("`.backlint/models/own.toml` replaces what is known of 1 name\n")) << command;
}

TEST_F(Trust, LimitsThatWereHitAreNamed) {
  Write("deep.cc", "void Deep() " + std::string(5000, '{') + std::string(5000, '}') + "\n");
  std::string steps;
  for (int i = 0; i < 50000; ++i) steps += "if (x) x = g(x);\n";
  Write("long.cc", "int g(int);\nvoid Long(int x) {\n" + steps + "}\n");
  EXPECT_THAT(Run().err, HasSubstr("2 functions are too long or too deep to be followed whole; --verbose names them\n"));
  const std::string told = Run({"--verbose"}).err;
  EXPECT_THAT(told, HasSubstr("deep.cc:1: Deep\n"));
  EXPECT_THAT(told, HasSubstr("long.cc:2: Long\n"));
}

TEST_F(Trust, TextOfFilesOutsideIsNotShown) {
  std::ofstream(outside() / "secret.txt") << "\"the password\"";
  std::ofstream(outside() / "names.h") << "inline const char* const kTable = \"outside_table\";\n";
  Write("splice.cc", std::string(kBad) + "#include \"../outside/names.h\"\nvoid G(PGconn* db) { std::string s = std::string(\"SELECT 1 FROM \") + kTable +\n"
                     "#include \"../outside/secret.txt\"\n  ; PQexec(db, s.c_str()); }\n");
  const Output output = Run({"queries"});
  EXPECT_THAT(output.out, HasSubstr("splice.cc:7"));
  EXPECT_THAT(output.out, Not(HasSubstr("password")));
}

TEST_F(Trust, ASignalLeavesNoTemporaryFolder) {
  Write("hang.cc", "int x;\n");
  const fs::path temporary = folder_.path() / "temporary";
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    fs::create_directory(temporary);
    const pid_t child = fork();
    if (child == 0) {
      if (chdir(root().c_str()) != 0 || !freopen("/dev/null", "w", stdout) || !freopen("/dev/null", "w", stderr)) _exit(127);
      setenv("BACKLINT_TEST_FAULT", "hang:hang.cc", 1);
      setenv("TMPDIR", temporary.c_str(), 1);
      execl(BACKLINT_PROGRAM, BACKLINT_PROGRAM, "--no-cache", nullptr);
      _exit(127);
    }
    // Until the headers are all there; bounded, so that a fault of the program ends the test.
    for (int i = 0; i < 600 && fs::is_empty(temporary); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(50));
    EXPECT_FALSE(fs::is_empty(temporary));
    kill(child, signal);
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == signal) << status;
    EXPECT_TRUE(fs::is_empty(temporary)) << signal;
    fs::remove_all(temporary);
  }
}

TEST_F(Trust, AReaderThatGoesAwayChangesNoStatus) {
  std::string many = "#include <libpq-fe.h>\n#include <string>\n";
  for (int i = 0; i < 300; ++i)
    many += "void F" + std::to_string(i) + "(PGconn* db, const std::string& name) { PQexec(db, (\"SELECT 1 FROM t WHERE n = '\" + name + \"'\").c_str()); }\n";
  Write("many.cc", many);
  const std::string command = "cd '" + root().string() + "' && { '" BACKLINT_PROGRAM "'; echo $? >status; } 2>/dev/null | head -1 >/dev/null";
  ASSERT_EQ(std::system(command.c_str()), 0);
  int status = -1;
  std::ifstream(root() / "status") >> status;
  EXPECT_EQ(status, 1);
}

TEST_F(Trust, MemoryThatRunsOutIsNamed) {
  Write("zero.cc", "#include \"/dev/zero\"\n");
  const Output output = Run();
  EXPECT_EQ(output.status, 1);
  EXPECT_THAT(output.err, HasSubstr("zero.cc: memory limit of"));
}

}  // namespace
}  // namespace backlint::testing
