#include "cli/selection.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include "cli/nearest.h"

namespace backlint::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr std::array<std::string_view, 3> kNames = {"missing-index", "missing-transaction", "sql-injection"};

std::vector<bool> Selected(std::string_view globs) {
  const auto selected = Select(kNames, globs);
  EXPECT_TRUE(selected.ok()) << (selected ? "" : selected.error().message);
  return selected ? selected.value() : std::vector<bool>();
}

TEST(Select, ReadsGlobsFromLeftToRight) {
  EXPECT_THAT(Selected(""), ElementsAre(true, true, true));
  EXPECT_THAT(Selected("sql-injection"), ElementsAre(false, false, true));
  EXPECT_THAT(Selected("missing-*"), ElementsAre(true, true, false));
  EXPECT_THAT(Selected("-missing-index"), ElementsAre(false, true, true));
  EXPECT_THAT(Selected("*, -missing-*, missing-index"), ElementsAre(true, false, true));
  EXPECT_THAT(Selected("sql?injection,"), ElementsAre(false, false, true));
}

TEST(Select, RefusesWhatMatchesNothing) {
  EXPECT_THAT(Select(kNames, "sql-injecton").error().message, HasSubstr("did you mean `sql-injection`?"));
  EXPECT_THAT(Select(kNames, "-x*").error().message, HasSubstr("no check matches `x*`"));
  EXPECT_THAT(Select(kNames, "-*").error().message, HasSubstr("no check to run"));
  EXPECT_FALSE(Select({}, "a").ok());
  EXPECT_TRUE(Select({}, "").ok());
}

TEST(MatchesGlob, HandlesStars) {
  EXPECT_TRUE(MatchesGlob("abcabc", "*bc"));
  EXPECT_TRUE(MatchesGlob("abc", "a**c"));
  EXPECT_TRUE(MatchesGlob("", "*"));
  EXPECT_FALSE(MatchesGlob("abc", "ab"));
  EXPECT_FALSE(MatchesGlob("abc", "?"));
  EXPECT_FALSE(MatchesGlob(std::string(5000, 'a'), "*a*a*a*a*a*a*a*a*a*b")) << "must not take long either";
}

TEST(Nearest, AllowsAThirdOfTheLetters) {
  EXPECT_EQ(Nearest("sqlinjection", kNames), "sql-injection");
  EXPECT_EQ(Nearest("sql-injetcion", kNames), "sql-injection");
  EXPECT_EQ(Nearest("banana", kNames), "");
  EXPECT_EQ(Nearest("", kNames), "");
  EXPECT_EQ(Nearest(std::string(100000, 'x'), kNames), "");
  EXPECT_EQ(DidYouMean("banana", kNames), "");
}

}  // namespace
}  // namespace backlint::cli
