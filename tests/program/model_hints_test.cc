// A database library that no model knows does not pass in silence.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "fixtures/project_run.h"

namespace backlint::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
namespace fs = std::filesystem;

class ModelHints : public ::testing::Test {
 protected:
  ModelHints() {
    Write("lib/acme.h", R"(#pragma once
namespace acme { struct Session { int run(const char* text); int say(const char* text); }; }
)");
    Write("src/db.cc", R"(#include <acme.h>
struct Db {
  acme::Session session;
  int Select(const char* sql, ...) {
    __builtin_va_list rest;
    __builtin_va_start(rest, sql);
    return session.run(sql);
  }
};
int Use(Db& db) {
  db.session.say("select one of them");
  db.session.say("deleted all rows");
  return db.Select("SELECT id FROM users") + db.Select("DELETE FROM users WHERE id = 1");
}
)");
    // The library lies outside of the project.
    Write("src/.backlint.toml", "");
    Write("src/compile_commands.json", R"([{"directory": ".", "file": "db.cc", "command": "c++ -isystem ../lib -c db.cc"}])");
  }
  void Write(const std::string& path, const std::string& text) {
    fs::create_directories((folder_.path() / path).parent_path());
    std::ofstream(folder_.path() / path) << text;
  }
  Output Run(std::vector<std::string> arguments = {}) { return RunBacklint(folder_.path() / "src", arguments); }
  TemporaryFolder folder_;
};

TEST_F(ModelHints, NameFunctionsThatGetSqlAndHaveNoRow) {
  const Output output = Run();
  EXPECT_EQ(output.status, 0);
  EXPECT_THAT(output.err, HasSubstr("no queries were seen"));
  EXPECT_THAT(output.err, Not(HasSubstr("acme::Session::run")));
  const Output verbose = Run({"--verbose"});
  EXPECT_THAT(verbose.err, HasSubstr("`acme::Session::run` gets SQL and has no model row (2 texts, the first in db.cc:7:20)"));
  EXPECT_THAT(verbose.err, Not(HasSubstr("acme::Session::say")));
  EXPECT_THAT(verbose.err, Not(HasSubstr("__builtin"))) << "what compilers know needs no row";
}

TEST_F(ModelHints, NameRowsThatNothingMeets) {
  Write("src/.backlint/models/acme.toml", R"(library = "acme"
[calls]
"acme::Session::run" = { role = "query", sql = 1 }
"acme::Sesion::run"  = { role = "query", sql = 1 }
[types]
"acme::Text" = { role = "text" }
)");
  const Output output = Run({"--verbose"});
  EXPECT_THAT(output.err, Not(HasSubstr("gets SQL")));
  EXPECT_THAT(output.err, HasSubstr(".backlint/models/acme.toml:4:24: nothing in the units that were read meets the row of `acme::Sesion::run`"));
  EXPECT_THAT(output.err, HasSubstr("`acme::Text`"));
  EXPECT_THAT(output.err, Not(HasSubstr("row of `acme::Session::run`")));
  EXPECT_THAT(output.err, HasSubstr("2 of 2 queries understood"));
  EXPECT_THAT(Run().err, Not(HasSubstr("Sesion")));
}

}  // namespace
}  // namespace backlint::testing
