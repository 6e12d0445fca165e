// What `backlint queries` shows of a project.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "fixtures/project_run.h"

namespace backlint::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Queries : public ::testing::Test {
 protected:
  Queries() { Write(".backlint.toml", ""); }
  void Write(const std::string& path, const std::string& text) { std::ofstream(folder_.path() / path) << text; }
  // `line: text` of each query, with `(prepared)` where it is run by name.
  std::vector<std::string> Run() {
    std::vector<std::string> lines;
    const auto report = nlohmann::json::parse(RunBacklint(folder_.path(), {"queries", "--format", "json"}).out);
    for (const auto& query : report["queries"])
      lines.push_back(std::to_string(query["line"].get<int>()) + ": " + query["text"].get<std::string>() + (query["prepared"] ? " (prepared)" : ""));
    return lines;
  }
  TemporaryFolder folder_;
};

TEST_F(Queries, StatementsArePreparedHereAndRunThereByName) {
  Write("db.cc", R"(#include <libpq-fe.h>
#include <string>
struct Db {
  PGconn* c;
  void Prepare(const std::string& name, const std::string& sql) { PQprepare(c, name.c_str(), sql.c_str(), 0, nullptr); }
  void Run(const std::string& name) { PQexecPrepared(c, name.c_str(), 0, nullptr, nullptr, nullptr, 0); }
};
void Open(Db& db) {
  db.Prepare("users", "SELECT id FROM users");
  db.Prepare("shops", "SELECT id FROM shops");
}
void Use(Db& db, const std::string& any) {
  db.Run("shops");
  db.Run("nobody");
  db.Run(any);
}
)");
  EXPECT_THAT(Run(), ElementsAre("9: SELECT id FROM users", "10: SELECT id FROM shops", "13: SELECT id FROM shops (prepared)", "14: nobody (prepared)",
                                 "15: {any:text} (prepared)"));
}

TEST_F(Queries, ObjectsThatAMakerMadeKeepTheirTexts) {
  Write("task.cc", R"(#include <sqlite3.h>
#include <memory>
#include <string>
class Task {
 public:
  explicit Task(std::string sql, int priority = 0) : sql_(sql) {}
  void Run(sqlite3* db) { sqlite3_exec(db, sql_.c_str(), nullptr, nullptr, nullptr); }
 private:
  std::string sql_;
};
void Do(sqlite3* db) {
  std::make_unique<Task>("DELETE FROM a")->Run(db);
  auto task = std::make_shared<Task>("DELETE FROM b", 2);
  task->Run(db);
}
)");
  EXPECT_THAT(Run(), ElementsAre("12: DELETE FROM a", "13: DELETE FROM b"));
}

TEST_F(Queries, FormatsThatTheCompilerChecksAreTexts) {
  Write("find.cc", R"(#include <fmt/format.h>
#include <libpq-fe.h>
void Find(PGconn* db, int id) {
  PQexec(db, fmt::format(FMT_STRING("SELECT a FROM t WHERE id = {}"), id).c_str());
}
)");
  EXPECT_THAT(Run(), ElementsAre("4: SELECT a FROM t WHERE id = {id:int}"));
}

TEST_F(Queries, ShowEveryTextWhenAsked) {
  std::string cases;
  for (int i = 1; i < 8; ++i) cases += "    case " + std::to_string(i) + ": return \"t" + std::to_string(i) + "\";\n";
  Write("find.cc", R"(#include <libpq-fe.h>
#include <string>
static const char* Table(int i) {
  switch (i) {
)" + cases + R"(    default: return "t0";
  }
}
void Find(PGconn* db, int i) { PQexec(db, (std::string("SELECT a FROM ") + Table(i)).c_str()); }
)");
  EXPECT_THAT(RunBacklint(folder_.path(), {"queries"}).out, ::testing::EndsWith("    and 1 more (--verbose shows them)\n"));
  const std::string all = RunBacklint(folder_.path(), {"queries", "--verbose"}).out;
  EXPECT_THAT(all, ::testing::Not(::testing::HasSubstr("more")));
  for (int i = 0; i < 8; ++i) EXPECT_THAT(all, ::testing::HasSubstr("SELECT a FROM t" + std::to_string(i)));
}

}  // namespace
}  // namespace backlint::testing
