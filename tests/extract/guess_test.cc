#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "extract/compile_database.h"
#include "extract/ignore_rules.h"
#include "extract/include_resolver.h"
#include "extract/include_scan.h"
#include "extract/source_tree.h"
#include "temp_tree.h"

namespace backlint {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using Words = std::vector<std::string>;

TEST(Glob, MatchesWholeTexts) {
  for (const auto& [pattern, text] : std::initializer_list<std::pair<const char*, const char*>>{
           {"*.o", "a.o"}, {"a?c", "abc"}, {"[a-c]x", "bx"}, {"[!a]x", "bx"}, {"**/a", "a"}, {"**/a", "x/y/a"}, {"a/**", "a/b/c"},
           {"a/**/b", "a/b"}, {"a/**/b", "a/x/y/b"}, {"\\*", "*"}, {"*", ""}, {"[]x]", "]"}})
    EXPECT_TRUE(MatchesGlob(pattern, text)) << pattern << " " << text;
  for (const auto& [pattern, text] : std::initializer_list<std::pair<const char*, const char*>>{
           {"*.o", "a/b.o"}, {"a?c", "a/c"}, {"[a-c]x", "dx"}, {"a", "ab"}, {"", "a"}, {"**/a", "ba"}, {"[", "a"}, {"a/**/b", "a/xb"}})
    EXPECT_FALSE(MatchesGlob(pattern, text)) << pattern << " " << text;
  std::string evil;
  for (int i = 0; i < 80; ++i) evil += "*a";
  EXPECT_FALSE(MatchesGlob(evil + "b", std::string(4000, 'a')));
}

TEST(IgnoreRules, LaterAndDeeperRulesWin) {
  IgnoreRules rules;
  rules.Add("", "# comment\n*.gen.cc\n/top\nfolder/\nsub/x.cc\n!keep.gen.cc\r\n\n   \n");
  rules.Add("deep", "!a.gen.cc\nlocal.cc\n");
  EXPECT_TRUE(rules.Ignores("a.gen.cc", false));
  EXPECT_TRUE(rules.Ignores("x/y/a.gen.cc", false));
  EXPECT_FALSE(rules.Ignores("x/keep.gen.cc", false));
  EXPECT_TRUE(rules.Ignores("top", true));
  EXPECT_FALSE(rules.Ignores("x/top", true));
  EXPECT_TRUE(rules.Ignores("x/folder", true));
  EXPECT_FALSE(rules.Ignores("x/folder", false));
  EXPECT_TRUE(rules.Ignores("sub/x.cc", false));
  EXPECT_FALSE(rules.Ignores("y/sub/x.cc", false));
  EXPECT_FALSE(rules.Ignores("deep/a.gen.cc", false));
  EXPECT_TRUE(rules.Ignores("deep/in/local.cc", false));
  EXPECT_FALSE(rules.Ignores("local.cc", false));
}

TEST(IncludeScan, FindsIncludesOnly) {
  EXPECT_THAT(ScanIncludes("#include <a.h>\n  # include\t\"b/c.h\" // x\nint x; #include <no.h>\n#include MACRO\n#include <cut\n#import \"d.h\"\n"
                           "#include_next <e.h>\n#includes <f.h>\n#include <>\n#define X"),
              ElementsAre(IncludeLine{"a.h", false}, IncludeLine{"b/c.h", true}, IncludeLine{"d.h", true}, IncludeLine{"e.h", false}));
  EXPECT_THAT(ScanIncludes(std::string(1000, '#')), IsEmpty());
  EXPECT_THAT(ScanIncludes(""), IsEmpty());
}

class GuessTest : public testing::Test {
 protected:
  Words Sources() {
    Words names;
    for (const CompileCommand& command : GuessCompileDatabase(tree_.path()).commands) names.push_back(command.source.substr(tree_.path().size() + 1));
    return names;
  }
  // Folders that are searched for units of `folder`, on a machine that has what is below machine_.
  Words Arguments(const std::string& folder) {
    const SourceTree tree = ReadSourceTree(tree_.path());
    IncludeResolver resolver(tree_.path(), tree, HostHeaders(machine_.path()));
    resolver.Run();
    Words arguments = resolver.ArgumentsFor(folder);
    for (std::string& argument : arguments)
      for (const auto& [path, name] : {std::pair{tree_.path(), "ROOT"}, std::pair{machine_.path(), "MACHINE"}})
        if (const size_t at = argument.find(path); at != std::string::npos) argument.replace(at, path.size(), name);
    return arguments;
  }
  TempTree tree_, machine_;
};

TEST_F(GuessTest, SourcesAreTheProjectsOwn) {
  for (const char* name : {"a.cc", "src/b.cpp", "src/c.c", "src/D.C", "src/e.cxx", "src/build/f.cc", "x.h", "notes.txt", "build/g.cc", ".hidden/h.cc",
                           "cmake-build-debug/i.cc", "third_party/lib/j.cc", "src/vendor/k.cc", "node_modules/l.cc", "ignored/m.cc", "n.gen.cc",
                           "made/CMakeCache.txt", "made/o.cc", "module/.git", "module/p.cc", "keep.gen.cc"})
    tree_.Write(name, "");
  tree_.Write(".gitignore", "ignored/\n*.gen.cc\n!keep.gen.cc\n");
  std::filesystem::create_directory_symlink(tree_.path(), tree_ / "loop");
  EXPECT_THAT(Sources(), ElementsAre("a.cc", "keep.gen.cc", "src/D.C", "src/b.cpp", "src/build/f.cc", "src/c.c", "src/e.cxx"));
}

TEST_F(GuessTest, CommandsSayLanguageAndStandard) {
  tree_.Write("a.cc", "");
  tree_.Write("b.c", "");
  const CompileDatabase database = GuessCompileDatabase(tree_.path());
  ASSERT_EQ(database.commands.size(), 2u);
  EXPECT_THAT(database.commands[0].arguments, ElementsAre("-x", "c++", "-std=gnu++20", "-fPIC"));
  EXPECT_THAT(database.commands[1].arguments, ElementsAre("-x", "c", "-std=gnu17", "-fPIC"));
  EXPECT_EQ(database.commands[0].directory, tree_.path());
  EXPECT_EQ(database.path, "");
  ASSERT_FALSE(database.remarks.empty());
  EXPECT_THAT(database.remarks[0], HasSubstr("guessed"));
}

TEST_F(GuessTest, FoldersComeFromTheEndsOfPaths) {
  tree_.Write("app/main.cc", "#include \"shop/order.h\"\n#include <util/text.h>\n#include \"beside.h\"\n");
  tree_.Write("app/beside.h", "");
  tree_.Write("code/include/shop/order.h", "#include \"detail/row.h\"\n");
  tree_.Write("code/private/detail/row.h", "");
  tree_.Write("third_party/kit/include/util/text.h", "");
  tree_.Write("unused/include/other.h", "");
  EXPECT_THAT(Arguments("app"), ElementsAre("-IROOT/code/include", "-IROOT/code/private", "-IROOT/third_party/kit/include"));
}

TEST_F(GuessTest, OfSeveralTheNearestAndTheOwn) {
  tree_.Write("one/src/a.cc", "#include \"cfg/set.h\"\n#include <json.h>\n");
  tree_.Write("two/src/b.cc", "#include \"cfg/set.h\"\n");
  tree_.Write("one/inc/cfg/set.h", "");
  tree_.Write("two/inc/cfg/set.h", "");
  tree_.Write("third_party/cfg/set.h", "");
  tree_.Write("third_party/json.h", "");
  tree_.Write("libs/json/include/json.h", "");
  EXPECT_THAT(Arguments("one/src"), ElementsAre("-IROOT/one/inc", "-IROOT/libs/json/include"));
  EXPECT_THAT(Arguments("two/src"), ElementsAre("-IROOT/two/inc"));
}

TEST_F(GuessTest, FoldersThatShadowTheSystemComeLast) {
  machine_.Write("usr/include/unistd.h", "");
  machine_.Write("usr/include/sys/types.h", "");
  tree_.Write("src/a.cc", "#include <unistd.h>\n#include <shim.h>\n#include \"quoted.h\"\n");
  tree_.Write("compat/shim.h", "");
  tree_.Write("compat/sys/types.h", "");
  tree_.Write("other/quoted.h", "");
  tree_.Write("other/unistd.h", "");
  EXPECT_THAT(Arguments("src"), ElementsAre("-iquote", "ROOT/compat", "-idirafter", "ROOT/compat", "-iquote", "ROOT/other"));
}

TEST_F(GuessTest, PackagesOfTheMachineAreFoundWithWhatTheyNeed) {
  machine_.Write("usr/include/direct.h", "");
  machine_.Write("usr/include/database/client-fe.h", "");
  machine_.Write("usr/include/object-2.0/object.h", "#include <object/core.h>\n#include <objectconfig.h>\n#include <types.h>\n");
  machine_.Write("usr/include/object-2.0/object/core.h", "");
#if defined(__x86_64__)
  machine_.Write("usr/lib/x86_64-linux-gnu/object-2.0/include/objectconfig.h", "");
#else
  machine_.Write("usr/lib/object-2.0/include/objectconfig.h", "");
#endif
  machine_.Write("usr/include/kit4/KitCore/KitText", "#include <KitCore/kittext.h>\n");
  machine_.Write("usr/include/kit5/KitCore/KitText", "#include <KitCore/kittext.h>\n");
  machine_.Write("usr/include/kit5/KitCore/kittext.h", "");
  machine_.Write("usr/include/someone/config.h", "");
  machine_.Write("usr/include/linux/types.h", "");
  machine_.Write("usr/include/deep/er/private.h", "");
  tree_.Write("a.cc", "#include <direct.h>\n#include \"client-fe.h\"\n#include <object.h>\n#include <KitText>\n#include \"config.h\"\n#include <config.h>\n"
                      "#include <types.h>\n#include <private.h>\n");
  const Words arguments = Arguments("");
  for (const char* folder : {"MACHINE/usr/include/database", "MACHINE/usr/include/object-2.0", "MACHINE/usr/include/kit5/KitCore", "MACHINE/usr/include/kit5"})
    EXPECT_THAT(arguments, Contains(folder));
  EXPECT_THAT(arguments, Contains(testing::EndsWith("object-2.0/include")));
  EXPECT_EQ(arguments.size(), 10u) << testing::PrintToString(arguments);
}

TEST_F(GuessTest, IncludedSourcesAreNoUnits) {
  tree_.Write("all.cc", "#include \"part.cc\"\n");
  tree_.Write("part.cc", "");
  tree_.Write("own.cc", "");
  EXPECT_THAT(Sources(), ElementsAre("all.cc", "own.cc"));
}

TEST_F(GuessTest, OddNamesAndFilesAreHarmless) {
  ASSERT_EQ(mkfifo((tree_ / "pipe.cc").c_str(), 0600), 0);
  tree_.Write("a.cc", std::string("#include \"/etc/passwd\"\n#include \"../../../../etc/passwd\"\n#include \"a\0b.h\"\n#include \"..\"\n#include \".\"\n"
                                  "#include \"a.cc\"\n#include \"./b.h\"\n#include \"x/../b.h\"\n", 131));
  tree_.Write("b.h", std::string(1 << 20, '\n') + "#include \"b.h\"\n");
  tree_.Write("caf\xe9.cc", "");
  tree_.Write(".gitignore", std::string(300000, '*'));
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += "d/";
  tree_.Write(deep + "deep.cc", "");
  for (const std::string& argument : Arguments("")) EXPECT_THAT(argument, Not(HasSubstr("etc")));
  EXPECT_THAT(Sources(), Contains("caf\xe9.cc"));
  EXPECT_TRUE(GuessCompileDatabase(tree_ / "nowhere").commands.empty());
}

TEST_F(GuessTest, TenThousandFiles) {
  for (int folder = 0; folder < 100; ++folder) {
    const std::string name = "m" + std::to_string(folder);
    for (int file = 0; file < 100; ++file)
      tree_.Write(name + "/src/f" + std::to_string(file) + ".cc", "#include \"m" + std::to_string((folder + file) % 100) + "/h.h\"\n#include <vector>\n");
    tree_.Write(name + "/include/" + name + "/h.h", "");
  }
  const CompileDatabase database = GuessCompileDatabase(tree_.path());
  ASSERT_EQ(database.commands.size(), 10000u);
  EXPECT_EQ(database.commands[0].arguments.size(), 104u);
}

}  // namespace
}  // namespace backlint
