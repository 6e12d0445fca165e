// --changed and --staged: what a change introduces, on real git repositories.
#include <gmock/gmock.h>

#include "program/git_project.h"

namespace backlint::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAre;
namespace fs = std::filesystem;

class Changed : public GitProject {
 protected:
  Changed() {
    Write(".gitignore", "gen/\n");
    Write("src/a.cc", kIncludes + Injection("Old"));
    Commit("one old finding");
  }
};

TEST_F(Changed, OnlyWhatIsNewFails) {
  EXPECT_THAT(Findings({"--changed"}), ElementsAre("~src/a.cc: sql-injection"));
  EXPECT_EQ(last_.status, 0);
  Write("src/a.cc", std::string(kIncludes) + "\n\n\n// moved\n" + Injection("Old"));
  EXPECT_THAT(Findings({"--changed"}), ElementsAre("~src/a.cc: sql-injection")) << "lines move";
  EXPECT_EQ(last_.status, 0);
  Write("src/a.cc", kIncludes + Injection("New") + Injection("Old"));
  EXPECT_THAT(Findings({"--changed"}), ElementsAre("src/a.cc: sql-injection", "~src/a.cc: sql-injection"));
  EXPECT_EQ(last_.status, 1);
  EXPECT_THAT(last_.err, HasSubstr("1 warning (1 known)"));
  EXPECT_THAT(Run({"--format", "gcc"}).out, Not(HasSubstr("(known)")));
  EXPECT_THAT(Run({"--changed", "--format", "gcc", "--show-known"}).out, HasSubstr("[sql-injection] (known)"));
}

TEST_F(Changed, UntrackedFilesAreNewAndIgnoredOnesAreNot) {
  Write("src/b.cc", kIncludes + Injection("Untracked"));
  EXPECT_THAT(Findings({"--changed"}), ElementsAre("~src/a.cc: sql-injection", "src/b.cc: sql-injection"));
}

TEST_F(Changed, RenamedFilesKeepWhatIsKnown) {
  Git("mv src/a.cc src/z.cc");
  EXPECT_THAT(Findings({"--changed"}), ElementsAre("~src/z.cc: sql-injection"));
  EXPECT_THAT(Findings({"--staged"}), ElementsAre("~src/z.cc: sql-injection"));
}

TEST_F(Changed, AHeaderChangesWhatItsUnitsDo) {
  Write("src/run.h", std::string(kIncludes) + "inline void Run(PGconn* db, const std::string& text) { (void)db; (void)text; }\n");
  Write("src/c.cc", "#include \"run.h\"\nvoid Use(PGconn* db, const std::string& name) {\n  Run(db, \"SELECT 1 FROM t WHERE n = '\" + name + \"'\");\n}\n");
  Commit("a header that does nothing");
  Write("src/run.h", std::string(kIncludes) + "inline void Run(PGconn* db, const std::string& text) { PQclear(PQexec(db, text.c_str())); }\n");
  EXPECT_THAT(Findings({"--changed"}), UnorderedElementsAre("~src/a.cc: sql-injection", "src/c.cc: sql-injection")) << "nothing in c.cc has changed";
}

TEST_F(Changed, ADeletedLineMakesAFindingElsewhere) {
  const std::string begin = R"code(#include <sqlite3.h>
bool Move(sqlite3* db) {
  sqlite3_exec(db, "BEGIN", nullptr, nullptr, nullptr);
  if (sqlite3_exec(db, "DELETE FROM a", nullptr, nullptr, nullptr) != SQLITE_OK) {
)code", rollback = "    sqlite3_exec(db, \"ROLLBACK\", nullptr, nullptr, nullptr);\n", end = R"code(    return false;
  }
  return sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr) == SQLITE_OK;
}
)code";
  Write("src/t.cc", begin + rollback + end);
  Commit("a whole transaction");
  Write("src/t.cc", begin + end);
  EXPECT_THAT(Findings({"--changed"}), UnorderedElementsAre("~src/a.cc: sql-injection", "src/t.cc: unfinished-transaction")) << "at its begin, which has not changed";
}

TEST_F(Changed, ASchemaChangesWhatItsQueriesCost) {
  const std::string table = "CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL, note TEXT);\n";
  Write("schema.sql", table + "CREATE INDEX orders_customer ON orders (customer_id);\n");
  Write("src/q.cc", R"code(#include <sqlite3.h>
#include <string>
void Run(sqlite3* db, const std::string& sql) { sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr); }
void Add(sqlite3* db, int customer) { Run(db, "INSERT INTO orders (customer_id, note) VALUES (" + std::to_string(customer) + ", 'new')"); }
void Find(sqlite3* db, int customer) { Run(db, "SELECT note FROM orders WHERE customer_id = " + std::to_string(customer)); }
)code");
  Commit("an index");
  EXPECT_THAT(Findings({"--changed", "--checks", "missing-index"}), IsEmpty());
  Write("schema.sql", table);
  EXPECT_THAT(Findings({"--changed", "--checks", "missing-index"}), ElementsAre("src/q.cc: missing-index")) << "nothing in q.cc has changed";
}

TEST_F(Changed, ABranchIsComparedWithWhereItBegan) {
  Git("checkout -q -b work");
  Write("src/b.cc", kIncludes + Injection("Work"));
  Commit("work");
  Git("checkout -q main");
  Write("src/a.cc", std::string(kIncludes));
  Commit("main repairs the old finding");
  Git("checkout -q work");
  EXPECT_THAT(Findings({"--changed=main"}), ElementsAre("~src/a.cc: sql-injection", "src/b.cc: sql-injection")) << "the branch did not bring the old one back";
  EXPECT_THAT(Findings({"--changed"}), ElementsAre("~src/a.cc: sql-injection", "~src/b.cc: sql-injection"));
}

TEST_F(Changed, ShallowClonesSayWhatIsMissing) {
  Write("src/b.cc", kIncludes + Injection("Second"));
  Commit("second");
  Git("clone -q --depth 1 'file://" + top_.string() + "' ../shallow");
  top_ = folder_.path() / "shallow";
  EXPECT_THAT(Findings({"--changed"}), ElementsAre("~src/a.cc: sql-injection", "~src/b.cc: sql-injection"));
  const Output missing = Run({"--changed=HEAD~1"});
  EXPECT_EQ(missing.status, 2);
  EXPECT_THAT(missing.err, HasSubstr("there is no revision `HEAD~1` in this repository (this clone is shallow"));
  Git("fetch -q --depth 2");
  EXPECT_THAT(Findings({"--changed=HEAD~1"}), ElementsAre("~src/a.cc: sql-injection", "src/b.cc: sql-injection"));
}

TEST_F(Changed, WorktreesAndFoldersOfARepositoryDo) {
  Git("worktree add -q ../tree -b other");
  Write("../tree/src/b.cc", kIncludes + Injection("Tree"));
  top_ = folder_.path() / "tree";
  EXPECT_THAT(Findings({"--changed"}), ElementsAre("~src/a.cc: sql-injection", "src/b.cc: sql-injection"));
  Write("part/.backlint.toml", "");
  Write("part/c.cc", kIncludes + Injection("Part"));
  Commit("a project in a folder");
  Write("part/c.cc", kIncludes + Injection("Part") + Injection("More"));
  top_ /= "part";
  EXPECT_THAT(Findings({"--changed"}), ElementsAre("~c.cc: sql-injection", "c.cc: sql-injection"));
}

TEST_F(Changed, SubmodulesCountWithTheirCommits) {
  Git("init -q -b main ../lib && git -C ../lib config user.name T && git -C ../lib config user.email t@example.com");
  Write("../lib/run.h", std::string(kIncludes) + "inline void Run(PGconn* db, const std::string& text) { (void)db; (void)text; }\n");
  Git("-C ../lib add -A && git -C ../lib commit -q -m first");
  Git("-c protocol.file.allow=always submodule --quiet add '" + (folder_.path() / "lib").string() + "' lib");
  Write("src/c.cc", "#include \"../lib/run.h\"\nvoid Use(PGconn* db, const std::string& name) {\n  Run(db, \"SELECT 1 FROM t WHERE n = '\" + name + \"'\");\n}\n");
  Commit("with a submodule");
  Write("lib/run.h", std::string(kIncludes) + "inline void Run(PGconn* db, const std::string& text) { PQclear(PQexec(db, text.c_str())); }\n");
  Git("-C lib -c user.name=T -c user.email=t@example.com commit -q -a -m second");
  EXPECT_THAT(Findings({"--changed"}), UnorderedElementsAre("~src/a.cc: sql-injection", "src/c.cc: sql-injection"));
  EXPECT_THAT(Findings({}), UnorderedElementsAre("src/a.cc: sql-injection", "src/c.cc: sql-injection"));
}

TEST_F(Changed, StagedIsWhatTheCommitWillHold) {
  Write("src/a.cc", kIncludes + Injection("Staged") + Injection("Old"));
  Git("add src/a.cc");
  Write("src/a.cc", std::string(kIncludes) + "// repaired on disk only\n");
  Write("src/b.cc", kIncludes + Injection("Untracked"));
  EXPECT_THAT(Findings({"--staged"}), ElementsAre("src/a.cc: sql-injection", "~src/a.cc: sql-injection"));
  EXPECT_THAT(Findings({"--changed"}), ElementsAre("src/b.cc: sql-injection"));
  Git("checkout -q src/a.cc && git reset -q --hard");
  Write("src/a.cc", kIncludes + Injection("Disk") + Injection("Old"));
  EXPECT_THAT(Findings({"--staged"}), ElementsAre("~src/a.cc: sql-injection")) << "not staged";
}

TEST_F(Changed, BothStatesAreKept) {
  Write("src/b.cc", "int b;\n");
  Write("src/a.cc", kIncludes + Injection("New") + Injection("Old"));
  Findings({"--changed"});
  const auto report = nlohmann::json::parse(Run({"--changed", "--format", "json"}).out);
  EXPECT_EQ(report["summary"]["units"]["analysed"], 0);
  const Output stats = Run({"--changed", "--verbose"});
  EXPECT_THAT(stats.err, Not(HasSubstr("parsed"))) << stats.err;
}

TEST_F(Changed, ASuppressionThatGoesIsAChange) {
  Write("src/a.cc", kIncludes + ("// NOLINTBEGIN(backlint-sql-injection)\n" + Injection("Old")) + "// NOLINTEND(backlint-sql-injection)\n");
  Commit("suppressed");
  Write("src/a.cc", kIncludes + Injection("Old"));
  EXPECT_THAT(Findings({"--changed"}), ElementsAre("src/a.cc: sql-injection"));
}

TEST_F(Changed, TheFirstCommitIsAllNew) {
  Git("init -q -b main ../first");
  top_ = folder_.path() / "first";
  Write("src/a.cc", kIncludes + Injection("First"));
  Git("add -A");
  EXPECT_THAT(Findings({"--staged"}), ElementsAre("src/a.cc: sql-injection"));
  EXPECT_THAT(Findings({"--changed"}), ElementsAre("src/a.cc: sql-injection"));
}

TEST_F(Changed, SaysWhenThereIsNothingToCompareWith) {
  EXPECT_THAT(Run({"--changed=nowhere"}).err, HasSubstr("there is no revision `nowhere`"));
  EXPECT_EQ(Run({"--changed=nowhere"}).status, 2);
  TemporaryFolder bare;
  std::ofstream(bare.path() / "a.cc") << "int a;\n";
  const Output output = RunBacklint(bare.path(), {"--changed"});
  EXPECT_EQ(output.status, 2);
  EXPECT_THAT(output.err, HasSubstr("lies in no git repository"));
  EXPECT_EQ(Run({"--changed", "--staged"}).status, 2);
}

TEST_F(Changed, NothingOfTheRepositoryRuns) {
  Write("run", "#!/bin/sh\ntouch '" + (folder_.path() / "ran").string() + "'\ncat\n");
  fs::permissions(At("run"), fs::perms::owner_all);
  const std::string program = At("run").string();
  Git("config core.fsmonitor '" + program + "' && git config filter.evil.clean '" + program + "' && git config filter.evil.smudge '" + program +
      "' && git config diff.evil.textconv '" + program + "' && git config core.hooksPath '" + top_.string() + "'");
  Write(".gitattributes", "*.cc filter=evil diff=evil\n");
  Write("src/a.cc", kIncludes + Injection("New"));
  Findings({"--changed"});
  Findings({"--staged"});
  EXPECT_FALSE(fs::exists(folder_.path() / "ran"));
}

TEST_F(Changed, ABaselineKnowsWhatStandsInIt) {
  EXPECT_EQ(Run({"--write-baseline", "known.json"}).status, 0);
  EXPECT_THAT(Findings({"--baseline", "known.json"}), ElementsAre("~src/a.cc: sql-injection"));
  EXPECT_EQ(last_.status, 0);
  Write("src/a.cc", std::string(kIncludes) + "// moved\n" + Injection("Old") + Injection("New"));
  EXPECT_THAT(Findings({"--baseline", "known.json"}), ElementsAre("~src/a.cc: sql-injection", "src/a.cc: sql-injection"));
  EXPECT_EQ(last_.status, 1);
  fs::rename(At("src/a.cc"), At("src/moved.cc"));
  EXPECT_THAT(Findings({"--baseline", "known.json"}), ElementsAre("~src/moved.cc: sql-injection", "src/moved.cc: sql-injection"));
  Write("src/moved.cc", "int nothing;\n");
  EXPECT_THAT(Run({"--baseline", "known.json"}).err, HasSubstr("1 finding of the baseline is gone (--write-baseline known.json forgets it)"));
  EXPECT_THAT(Run({"--baseline", "no.json"}).err, HasSubstr("cannot read `no.json`"));
  Write("bad.json", "[]");
  EXPECT_THAT(Run({"--baseline", "bad.json"}).err, HasSubstr("the baseline `bad.json` cannot be used: it is no baseline"));
  EXPECT_EQ(Run({"--baseline", "bad.json"}).status, 2);
}

}  // namespace
}  // namespace backlint::testing
