// The program in bad company: units that crash, hang or eat memory, broken input, damaged caches, wrong usage.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <thread>

#include "fixtures/project_run.h"

namespace backlint::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
namespace fs = std::filesystem;

constexpr const char* kBad = R"(#include <libpq-fe.h>
#include <string>
void Find(PGconn* db, const std::string& name) { PQclear(PQexec(db, ("SELECT 1 FROM t WHERE n = '" + name + "'").c_str())); }
)";

class Program : public ::testing::Test {
 protected:
  Program() { Write(".backlint.toml", ""); }
  void Write(const std::string& path, const std::string& text) {
    fs::create_directories((folder_.path() / path).parent_path());
    std::ofstream(folder_.path() / path) << text;
  }
  Output Run(std::vector<std::string> arguments = {}, const std::vector<std::string>& environment = {}) {
    return RunBacklint(folder_.path(), arguments, environment);
  }
  nlohmann::json Report(const std::vector<std::string>& more = {}, const std::vector<std::string>& environment = {}) {
    std::vector<std::string> arguments = {"--format", "json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return nlohmann::json::parse(Run(arguments, environment).out);
  }
  TemporaryFolder folder_;
};

TEST_F(Program, ACrashCostsThatUnitOnly) {
  Write("crash.cc", "int x;\n");
  Write("find.cc", kBad);
  const std::vector<std::string> fault = {"BACKLINT_TEST_FAULT=crash:crash.cc"};
  const Output output = Run({"--format", "json"}, fault);
  EXPECT_EQ(output.status, 1);      // a finding outranks a failed unit
  EXPECT_THAT(output.err, HasSubstr("crash.cc"));
  const nlohmann::json report = nlohmann::json::parse(output.out);
  EXPECT_EQ(report["summary"]["units"]["failed"], 1);
  EXPECT_EQ(report["findings"].size(), 1u);
  EXPECT_EQ(Run({"--fail-on", "never"}, fault).status, 3);
  EXPECT_EQ(Run({"--fail-on", "never", "--allow-partial"}, fault).status, 0);
}

TEST_F(Program, AHangEndsAtTheTimeLimit) {
  Write("hang.cc", "int x;\n");
  Write("find.cc", kBad);
  const Output output = Run({"--format", "json", "--time-limit", "8"}, {"BACKLINT_TEST_FAULT=hang:hang.cc"});
  EXPECT_THAT(output.err, HasSubstr("hang.cc"));
  EXPECT_THAT(output.err, HasSubstr("time limit"));
  EXPECT_EQ(nlohmann::json::parse(output.out)["findings"].size(), 1u);
}

TEST_F(Program, AnotherTimeLimitIsAnotherChance) {
  Write("hang.cc", kBad);
  EXPECT_EQ(Report({"--time-limit", "1"}, {"BACKLINT_TEST_FAULT=hang:hang.cc"})["summary"]["units"]["failed"], 1);
  EXPECT_EQ(Report({"--time-limit", "1"})["summary"]["units"]["failed"], 1);      // remembered
  EXPECT_EQ(Report({"--time-limit", "60"})["findings"].size(), 1u);
}

TEST_F(Program, NamedSourcesAreReadWithTheFlagsOfANeighbour) {
  Write("compile_commands.json", R"([{"directory": ".", "file": "src/known.cc", "command": "c++ -DTABLE='\"users\"' -c src/known.cc"}])");
  Write("src/known.cc", "int x;\n");
  Write("src/fresh.cc", R"(#include <libpq-fe.h>
#include <string>
void Find(PGconn* db, const std::string& n) { PQclear(PQexec(db, ("SELECT 1 FROM " TABLE " WHERE n = '" + n + "'").c_str())); }
)");
  Write("src/lonely.h", "int y;\n");
  EXPECT_EQ(Report()["summary"]["units"]["total"], 1);
  const Output output = Run({"src/fresh.cc", "src/lonely.h", "--format", "json"});
  const nlohmann::json report = nlohmann::json::parse(output.out);
  EXPECT_EQ(report["summary"]["units"]["total"], 2);
  EXPECT_EQ(report["findings"].size(), 1u);
  EXPECT_THAT(output.err, HasSubstr("`src/lonely.h` was not analysed"));
  EXPECT_THAT(output.err, Not(HasSubstr("`src/fresh.cc` was not analysed")));
}

TEST_F(Program, AMissingSourceIsAFailedUnit) {
  Write("compile_commands.json", R"([{"directory": ".", "file": "a.cc", "command": "c++ -c a.cc"},
                                     {"directory": ".", "file": "gone.cc", "command": "c++ -c gone.cc"}])");
  Write("a.cc", "int x;\n");
  const Output output = Run();
  EXPECT_EQ(output.status, 3);
  EXPECT_THAT(output.err, HasSubstr("gone.cc: there is no such file"));
}

TEST_F(Program, ADamagedEntryOfTheDatabaseIsAFailedUnit) {
  Write("a.cc", "int x;\n");
  Write("find.cc", kBad);
  for (const char* entry : {R"({"directory": ".", "file": "find.cc", "arguments": ["c++", 1]})", R"({"directory": ".", "file": "find.cc", "command": ""})",
                            R"({"directory": ".", "file": "find.cc", "command": "-c find.cc"})"}) {
    Write("compile_commands.json", std::string(R"([{"directory": ".", "file": "a.cc", "command": "c++ -c a.cc"},)") + entry + "]");
    const Output output = Run();
    EXPECT_EQ(output.status, 3) << entry;
    EXPECT_THAT(output.err, HasSubstr("find.cc: ")) << entry;
    EXPECT_EQ(Run({"--allow-partial"}).status, 0) << entry;
  }
}

TEST_F(Program, AHeaderThatAppearsInASearchFolderIsSeen) {
  Write("compile_commands.json", R"([{"directory": ".", "file": "a.cc", "command": "c++ -Igenerated -c a.cc"}])");
  Write("a.cc", "#include \"names.h\"\nint x = kName;\n");
  EXPECT_EQ(Report()["summary"]["units"]["partial"], 1);
  Write("generated/names.h", "constexpr int kName = 1;\n");
  const nlohmann::json report = Report();
  EXPECT_EQ(report["summary"]["units"]["analysed"], 1);
  EXPECT_EQ(report["summary"]["units"]["partial"], 0);
}

TEST_F(Program, AKilledRunKeepsWhatItHadStored) {
  for (int i = 0; i < 4; ++i) Write("unit" + std::to_string(i) + ".cc", "int x" + std::to_string(i) + ";\n");
  Write("zz_hang.cc", "int x;\n");
  const pid_t child = fork();
  if (child == 0) {
    if (chdir(folder_.path().c_str()) != 0 || !freopen("/dev/null", "w", stdout) || !freopen("/dev/null", "w", stderr)) _exit(127);
    setenv("BACKLINT_TEST_FAULT", "hang:zz_hang.cc", 1);
    execl(BACKLINT_PROGRAM, BACKLINT_PROGRAM, "-j", "2", nullptr);
    _exit(127);
  }
  // Until the four others are in the cache; bounded, so that a fault of the program ends the test.
  for (int i = 0; i < 600; ++i) {
    if (Run({"cache", "stats"}).out.find("units  4") != std::string::npos) break;
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  const nlohmann::json report = Report();
  EXPECT_EQ(report["summary"]["units"]["reused"], 4);
  EXPECT_EQ(report["summary"]["units"]["analysed"], 1);
}

TEST_F(Program, TwoRunsAtOnceAgree) {
  for (int i = 0; i < 3; ++i) Write("unit" + std::to_string(i) + ".cc", kBad);
  Output one, other;
  std::thread first([&] { one = Run({"--format", "gcc"}); });
  other = Run({"--format", "gcc"});
  first.join();
  EXPECT_EQ(one.out, other.out);
  EXPECT_EQ(one.status, 1);
  EXPECT_EQ(other.status, 1);
}

TEST_F(Program, OneOrManyWorkersGiveTheSameBytes) {
  for (int i = 0; i < 4; ++i) Write("unit" + std::to_string(i) + ".cc", kBad);
  EXPECT_EQ(Run({"--format", "json", "--no-cache", "-j", "1"}).out, Run({"--format", "json", "--no-cache", "-j", "4"}).out);
}

TEST_F(Program, ADamagedCacheIsAMiss) {
  Write("find.cc", kBad);
  const std::string clean = Run({"--format", "gcc"}).out;
  std::string bytes;
  const fs::path cache = folder_.path() / ".backlint" / "cache.db";
  bytes.resize(fs::file_size(cache));
  std::ifstream(cache, std::ios::binary).read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  for (size_t at = 10; at < bytes.size(); at += bytes.size() / 12) {
    std::string broken = bytes;
    for (size_t i = at; i < std::min(at + 40, broken.size()); ++i) broken[i] = static_cast<char>(broken[i] ^ 0x5a);
    std::ofstream(cache, std::ios::binary).write(broken.data(), static_cast<std::streamsize>(broken.size()));
    fs::remove(cache.string() + "-wal");
    fs::remove(cache.string() + "-shm");
    const Output output = Run({"--format", "gcc"});
    EXPECT_EQ(output.out, clean) << at << "\n" << output.err;
    EXPECT_EQ(output.status, 1) << at;
  }
}

TEST_F(Program, ChangedHeadersAreSeen) {
  Write("name.h", "inline const char* Name() { return \"a\"; }\n");
  Write("find.cc", "#include \"name.h\"\nint x;\n");
  EXPECT_EQ(Report()["summary"]["units"]["analysed"], 1);
  EXPECT_EQ(Report()["summary"]["units"]["reused"], 1);
  Write("name.h", "inline const char* Name() { return \"b\"; }\n");
  EXPECT_THAT(Run({"cache", "why", "find.cc"}).out, HasSubstr("name.h"));
  EXPECT_EQ(Report()["summary"]["units"]["analysed"], 1);
}

TEST_F(Program, NeverZeroForARunThatAnalysedNothing) { EXPECT_EQ(Run().status, 3); }

TEST_F(Program, WrongUsageIsTwoAndSaysWhatWasMeant) {
  Write("find.cc", kBad);
  for (const auto& [arguments, hint] : std::vector<std::pair<std::vector<std::string>, std::string>>{
           {{"--formt", "json"}, "--format"}, {{"--format", "jsn"}, "json"}, {{"--checks", "sql-injektion"}, "sql-injection"},
           {{"explain", "sql-injecton"}, "sql-injection"}, {{"no-such-folder"}, "no-such-folder"}, {{"-p", "nowhere"}, "nowhere"}}) {
    const Output output = Run(arguments);
    EXPECT_EQ(output.status, 2) << arguments[0];
    EXPECT_THAT(output.err, HasSubstr(hint)) << arguments[0];
    EXPECT_EQ(output.out, "") << arguments[0];
  }
}

TEST_F(Program, BrokenCompileDatabasesAreUsageErrors) {
  Write("find.cc", kBad);
  for (const char* text : {"", "{", "{}", "[1]", "[{\"directory\": 3}]", "\xff\xfe"}) {
    Write("build/compile_commands.json", text);
    const Output output = Run({"-p", "build"});
    EXPECT_TRUE(output.status == 2 || output.status == 3) << text << " " << output.status;
    EXPECT_THAT(output.err, HasSubstr("compile_commands.json")) << text;
  }
}

TEST_F(Program, BrokenModelsNameTheirLine) {
  Write("find.cc", kBad);
  Write(".backlint/models/own.toml", "library = \"own\"\n[calls]\n\"Run\" = { role = \"qery\", sql = 1 }\n");
  const Output output = Run();
  EXPECT_EQ(output.status, 2);
  EXPECT_THAT(output.err, HasSubstr("own.toml:3:"));
  EXPECT_THAT(output.err, HasSubstr("query"));
}

TEST_F(Program, AProjectsOwnModelIsHeard) {
  Write("own.h", "struct Session { void Run(const char* sql); };\n");
  Write("find.cc", "#include \"own.h\"\n#include <string>\nvoid F(Session& s, const std::string& n) { s.Run((\"SELECT 1 FROM t WHERE n = '\" + n + \"'\").c_str()); }\n");
  EXPECT_EQ(Report()["findings"].size(), 0u);
  Write(".backlint/models/own.toml", "library = \"own\"\n[calls]\n\"Session::Run\" = { role = \"query\", sql = 1 }\n");
  const nlohmann::json report = Report();
  EXPECT_EQ(report["findings"].size(), 1u);
  EXPECT_EQ(report["summary"]["units"]["reused"], 1);      // models apply after extraction
}

TEST_F(Program, PluginsAndCompilersOfTheDatabaseAreNotRun) {
  Write("find.cc", kBad);
  Write("cc.sh", "#!/bin/sh\ntouch " + (folder_.path() / "ran").string() + "\n");
  fs::permissions(folder_.path() / "cc.sh", fs::perms::owner_all);
  Write("compile_commands.json", "[{\"directory\": \".\", \"file\": \"find.cc\", \"arguments\": [\"./cc.sh\", \"-fplugin=./evil.so\", \"-Xclang\", \"-load\", \"-Xclang\", "
                                 "\"./evil.so\", \"-fpass-plugin=./evil.so\", \"-c\", \"find.cc\"]}]");
  const nlohmann::json report = Report();
  EXPECT_EQ(report["summary"]["units"]["analysed"], 1);
  EXPECT_EQ(report["findings"].size(), 1u);
  EXPECT_FALSE(fs::exists(folder_.path() / "ran"));
}

TEST_F(Program, ControlCharactersOfTheSourceDoNotReachTheTerminal) {
  Write("find.cc", std::string("#include <libpq-fe.h>\n#include <string>\nvoid F(PGconn* c, const std::string& n) { /* \x1b[31m \xe2\x80\xae */ PQclear(PQexec(c, (\"SELECT 1 FROM t WHERE n = '\" + n + \"'\").c_str())); }\n"));
  const Output output = Run();
  EXPECT_EQ(output.status, 1);
  EXPECT_THAT(output.out, Not(HasSubstr("\x1b")));
  EXPECT_THAT(output.out, Not(HasSubstr("\xe2\x80\xae")));
}

TEST_F(Program, AwkwardSourcesDoNotEndTheRun) {
  Write("deep.cc", "int x = " + std::string(10000, '(') + "1" + std::string(10000, ')') + ";\n");
  Write("broken.cc", "#include <missing.h>\nclass { void ( } } template <typename int f(\n");
  Write("empty.cc", "");
  Write("long.cc", "const char* s = \"" + std::string(3000000, 'x') + "\";\n");
  Write("find.cc", std::string("#include \"generated.h\"\n") + kBad);
  const Output output = Run({"--format", "json"});
  EXPECT_EQ(output.status, 1) << output.err;
  EXPECT_EQ(nlohmann::json::parse(output.out)["findings"].size(), 1u);
}

TEST_F(Program, ExtractAndLinkAreTheSameTwoSteps) {
  Write("find.cc", kBad);
  EXPECT_EQ(Run({"extract", "-o", "find.facts", "--", "g++", "-c", "find.cc"}).status, 0);
  const Output linked = Run({"link", "--format", "gcc", "find.facts"}), direct = Run({"--format", "gcc"});
  EXPECT_EQ(linked.status, 1) << linked.err;
  EXPECT_EQ(linked.out, direct.out);
}

}  // namespace
}  // namespace backlint::testing
