#include "extract/shell_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "extract/stray_bytes.h"
#include "temp_tree.h"

namespace backlint {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Words = std::vector<std::string>;

TEST(ShellWords, SplitsAsAShellDoes) {
  EXPECT_THAT(SplitShellWords(R"(g++ -DA=\"x y\" "-DB=\"q\"" '-DC=a\b' -DD=a" b"'c d' "" end)"),
              ElementsAre("g++", "-DA=\"x", "y\"", "-DB=\"q\"", "-DC=a\\b", "-DD=a bc d", "", "end"));
  EXPECT_THAT(SplitShellWords(R"("a\nb\\c\$d" e\ f)"), ElementsAre("a\\nb\\c$d", "e f"));
  EXPECT_THAT(SplitShellWords("a \\\n b \"c\\\nd\""), ElementsAre("a", "", "b", "cd"));
}

TEST(ShellWords, NothingIsExpanded) {
  EXPECT_THAT(SplitShellWords("$HOME `id` $(id) * ~ a;b"), ElementsAre("$HOME", "`id`", "$(id)", "*", "~", "a;b"));
}

TEST(ShellWords, UnclosedQuotesEndWithTheText) {
  EXPECT_THAT(SplitShellWords("a 'b c"), ElementsAre("a", "b c"));
  EXPECT_THAT(SplitShellWords("a \"b c"), ElementsAre("a", "b c"));
  EXPECT_THAT(SplitShellWords("a\\"), ElementsAre("a\\"));
  EXPECT_THAT(SplitShellWords(" \t\n"), IsEmpty());
}

TEST(ResponseFiles, AreReadRelativeToTheDirectoryAlsoWhenNested) {
  TempTree tree;
  tree.Write("rsp/outer.rsp", "-DOUTER @rsp/inner.rsp '-DSPACE=a b'");
  tree.Write("rsp/inner.rsp", "-DINNER\n-Ix\n");
  Words words = {"g++", "@rsp/outer.rsp", "@missing.rsp", "@", "a.cc"};
  EXPECT_TRUE(ExpandResponseFiles(tree.path(), &words));
  EXPECT_THAT(words, ElementsAre("g++", "-DOUTER", "-DINNER", "-Ix", "-DSPACE=a b", "@missing.rsp", "@", "a.cc"));
}

TEST(ResponseFiles, LoopsAndSizesAreBounded) {
  TempTree tree;
  tree.Write("loop.rsp", "-DL @loop.rsp @loop.rsp");
  Words words = {"g++", "@loop.rsp"};
  EXPECT_FALSE(ExpandResponseFiles(tree.path(), &words));
  EXPECT_LT(words.size(), 1000u);

  std::string many;
  for (int i = 0; i < 500000; ++i) many += "-DX ";
  tree.Write("many.rsp", many);
  words = {"g++", "@many.rsp"};
  EXPECT_FALSE(ExpandResponseFiles(tree.path(), &words));
  EXPECT_LE(words.size(), 65536u);
}

TEST(ResponseFiles, OnlyRegularFilesAreRead) {
  TempTree tree;
  ASSERT_EQ(mkfifo((tree / "pipe").c_str(), 0600), 0);
  Words words = {"g++", "@pipe", "@/dev/zero", "@."};
  ExpandResponseFiles(tree.path(), &words);
  EXPECT_THAT(words, ElementsAre("g++", "@pipe", "@/dev/zero", "@."));
}

TEST(StrayBytes, ComeBackAndValidTextStays) {
  for (std::string text : {std::string("caf\xe9.cc"), std::string("\xff\xfe\x80"), std::string("ok \xc3\xa9 \xf0\x9f\x98\x80"),
                           std::string("\xed\xa0\x80\xc0\xaf\xf5"), std::string("cut \xe2\x82")}) {
    const std::string before = text;
    ReplaceStrayBytes(&text);
    RestoreStrayBytes(&text);
    EXPECT_EQ(text, before);
  }
  std::string valid = "\xc3\xa9";
  ReplaceStrayBytes(&valid);
  EXPECT_EQ(valid, "\xc3\xa9");
}

}  // namespace
}  // namespace backlint
