#include "extract/compile_database.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "temp_tree.h"

namespace backlint {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::IsSupersetOf;

class CompileDatabaseTest : public testing::Test {
 protected:
  CompileDatabase Load(const std::string& json) {
    tree_.Write("compile_commands.json", json);
    auto database = LoadCompileDatabase(tree_.path(), "", tree_.path());
    EXPECT_TRUE(database.ok()) << (database.ok() ? "" : database.error().message);
    return database.ok() ? *database : CompileDatabase{};
  }
  std::string Failure(const std::string& json) {
    tree_.Write("compile_commands.json", json);
    auto database = LoadCompileDatabase(tree_.path(), "", tree_.path());
    return database.ok() ? "" : database.error().message;
  }
  std::string Entry(const std::string& rest) const { return "{\"directory\":\"" + tree_.path() + "\"," + rest + "}"; }
  std::string Remarks(const CompileDatabase& database) const {
    std::string all;
    for (const std::string& remark : database.remarks) all += remark + "\n";
    return all;
  }
  TempTree tree_;
};

TEST_F(CompileDatabaseTest, ReadsCommandsAndArguments) {
  tree_.Write("a.cc", "");
  tree_.Write("src/b.cc", "");
  const auto database = Load("[" + Entry(R"("command":"g++ -DQ=\\\"x\\\" -c a.cc","file":"a.cc","output":"a.o")") + "," +
                             Entry(R"("arguments":["clang++","-DS=a b","-c","src/b.cc"],"file":"./src/b.cc","extra":{"a":[1,{"b":2}]})") + "]");
  ASSERT_EQ(database.commands.size(), 2u);
  EXPECT_EQ(database.commands[0].source, tree_ / "a.cc");
  EXPECT_EQ(database.commands[0].directory, tree_.path());
  EXPECT_THAT(database.commands[0].arguments, ElementsAre("-x", "c++", "-std=gnu++17", "-DQ=\"x\""));
  EXPECT_EQ(database.commands[1].source, tree_ / "src/b.cc");
  EXPECT_THAT(database.commands[1].arguments, ElementsAre("-x", "c++", "-std=gnu++17", "-DS=a b"));
  EXPECT_THAT(database.remarks, IsEmpty());
  EXPECT_EQ(database.path, tree_ / "compile_commands.json");
}

TEST_F(CompileDatabaseTest, DirectoriesAreRelativeToTheDatabase) {
  tree_.Write("src/a.cc", "");
  tree_.Write("src/b.cc", "");
  const auto database = Load(R"([{"directory":"build/../src","command":"g++ -I. -c a.cc","file":"a.cc"},{"command":"g++ -c src/b.cc","file":"src/b.cc"}])");
  ASSERT_EQ(database.commands.size(), 2u);
  EXPECT_EQ(database.commands[0].source, tree_ / "src/a.cc");
  EXPECT_EQ(database.commands[0].arguments.back(), "-I" + tree_ / "src");
  EXPECT_EQ(database.commands[1].source, tree_ / "src/b.cc");
}

TEST_F(CompileDatabaseTest, EqualCommandsOnceDifferentOnesBoth) {
  tree_.Write("a.cc", "");
  const auto database = Load("[" + Entry(R"("command":"g++ -DB -c a.cc -o 1.o","file":"a.cc")") + "," +
                             Entry(R"("command":"g++ -O2 -DB -c a.cc -o 2.o","file":"a.cc")") + "," +
                             Entry(R"("command":"g++ -DA -c a.cc","file":"a.cc")") + "]");
  ASSERT_EQ(database.commands.size(), 2u);
  EXPECT_EQ(database.commands[0].arguments.back(), "-DA");
  EXPECT_EQ(database.commands[1].arguments.back(), "-DB");
}

TEST_F(CompileDatabaseTest, WhatCannotBeUsedIsTold) {
  tree_.Write("a.cc", "");
  tree_.Write("a.S", "");
  const auto database = Load("[" + Entry(R"("command":"g++ -c gone.cc","file":"gone.cc")") + "," + Entry(R"("command":"gcc -c a.S","file":"a.S")") +
                             "," + Entry(R"("command":"cl.exe /c a.cc","file":"a.cc")") + "," + Entry(R"("command":"","file":"a.cc")") + "," +
                             Entry(R"("command":"g++ -c a.cc -include nope.h","file":"a.cc")") + "," + Entry(R"("command":7,"file":"a.cc")") +
                             R"(,17,null,"text",[],[[{"file":"a.cc"}]],{},{"file":["a.cc"],"command":"g++"},{"arguments":["g++",3],"file":"a.cc"}])");
  EXPECT_EQ(database.commands.size(), 1u);
  EXPECT_EQ(database.unusable.size(), 10u);
  EXPECT_THAT(database.unusable, IsSupersetOf({UnusableEntry{tree_ / "gone.cc", "there is no such file"},
                                               {tree_ / "a.cc", "its compiler takes the options of cl.exe"},
                                               {tree_ / "a.cc", "its compile command does not follow the format"},
                                               {tree_ / "compile_commands.json: entry 7", "its compile command does not follow the format"}}));
  const std::string remarks = Remarks(database);
  EXPECT_THAT(remarks, HasSubstr("other languages"));
  EXPECT_THAT(remarks, HasSubstr("nope.h"));
}

TEST_F(CompileDatabaseTest, WhatIsNoDatabaseIsAnError) {
  for (const char* text : {"", "[", "{}", "nonsense", "[{]", "\"text\"", "3", "[{\"file\":\"a.cc\"", "{\"a\":[{\"file\":1}]}"})
    EXPECT_THAT(Failure(text), HasSubstr("compile_commands.json")) << text;
  EXPECT_THAT(Failure(std::string("\xff\xfe[\0]", 5)), HasSubstr("no JSON"));
  EXPECT_TRUE(Load("[]").commands.empty());
  auto missing = LoadCompileDatabase(tree_ / "nowhere", "", tree_.path());
  ASSERT_FALSE(missing.ok());
  EXPECT_THAT(missing.error().message, HasSubstr("nowhere"));
}

TEST_F(CompileDatabaseTest, DeepNestingCostsNoStack) {
  const std::string deep(2000000, '[');
  EXPECT_NE(Failure(deep), "");
  tree_.Write("a.cc", "");
  std::string objects;
  for (int i = 0; i < 200000; ++i) objects += "{\"a\":";
  EXPECT_NE(Failure("[" + objects), "");
  const auto database = Load("[" + Entry(R"("command":"g++ a.cc","file":"a.cc","x":)" + deep + std::string(deep.size(), ']')) + "]");
  EXPECT_EQ(database.commands.size(), 1u);
}

TEST_F(CompileDatabaseTest, NamesInOldEncodingsAreKept) {
  tree_.Write("caf\xe9.cc", "");
  const auto database = Load("[" + Entry("\"command\":\"g++ -c caf\xe9.cc\",\"file\":\"caf\xe9.cc\"") + "]");
  ASSERT_EQ(database.commands.size(), 1u);
  EXPECT_EQ(database.commands[0].source, tree_ / "caf\xe9.cc");
}

TEST_F(CompileDatabaseTest, NulBytesAreRefused) {
  const auto database = Load("[" + Entry(R"("command":"g++ a.cc","file":"a.cc\u0000b")") + "]");
  EXPECT_TRUE(database.commands.empty());
  ASSERT_EQ(database.unusable.size(), 1u);
  EXPECT_THAT(database.unusable[0].source, HasSubstr("entry 1"));
}

TEST_F(CompileDatabaseTest, AHundredThousandEntries) {
  tree_.Write("a.cc", "");
  std::string json = "[";
  for (int i = 0; i < 100000; ++i)
    json += (i ? "," : "") + Entry(R"("command":"g++ -Isrc -I../x -DN=)" + std::to_string(i) + R"( -c a.cc","file":"a.cc")");
  EXPECT_EQ(Load(json + "]").commands.size(), 100000u);
}

TEST_F(CompileDatabaseTest, ResponseFilesAreBoundedOverAllEntries) {
  tree_.Write("a.cc", "");
  std::string words;
  for (int i = 0; i < 4000; ++i) words += "-D" + std::string(1000, 'x') + std::to_string(i) + "\n";
  tree_.Write("large.rsp", words);
  tree_.Write("small.rsp", "-DSMALL");
  std::string json = "[" + Entry(R"("command":"g++ @small.rsp -c a.cc","file":"a.cc")");
  for (int i = 0; i < 300; ++i) json += "," + Entry(R"("command":"g++ @large.rsp -DN=)" + std::to_string(i / 2) + R"( -c a.cc","file":"a.cc")");
  const auto database = Load(json + "]");
  EXPECT_GT(database.commands.size(), 50u);
  EXPECT_LT(database.commands.size(), 151u);
  ASSERT_EQ(database.unusable.size(), 1u);      // one source
  EXPECT_THAT(database.unusable[0].reason, HasSubstr("response files"));
}

TEST_F(CompileDatabaseTest, IsLookedForUpwardThenInBuildFolders) {
  tree_.Write("p/src/deep/a.cc", "");
  const std::string root = tree_ / "p";
  const auto path = [&] {
    auto database = LoadCompileDatabase("", tree_ / "p/src/deep", root);
    return database.ok() ? database->path : "error";
  };
  tree_.Write("compile_commands.json", "[]");        // above the root: of somebody else
  EXPECT_EQ(path(), "");
  tree_.Write("p/other/compile_commands.json", "[]");
  EXPECT_EQ(path(), "");
  tree_.Write("p/out/build/preset/compile_commands.json", "[]");
  EXPECT_EQ(path(), tree_ / "p/out/build/preset/compile_commands.json");
  tree_.Write("p/build/compile_commands.json", "[]");
  std::filesystem::last_write_time(tree_ / "p/build/compile_commands.json", std::filesystem::file_time_type::clock::now() + std::chrono::hours(1));
  EXPECT_EQ(path(), tree_ / "p/build/compile_commands.json");
  tree_.Write("p/src/compile_commands.json", "[]");
  EXPECT_EQ(path(), tree_ / "p/src/compile_commands.json");
}

TEST_F(CompileDatabaseTest, TheFileItselfMayBeGiven) {
  tree_.Write("x/db.json", "[]");
  auto database = LoadCompileDatabase(tree_ / "x/db.json", "", tree_.path());
  ASSERT_TRUE(database.ok());
  EXPECT_EQ(database->path, tree_ / "x/db.json");
}

}  // namespace
}  // namespace backlint
