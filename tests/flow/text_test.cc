#include "flow/text.h"

#include <gtest/gtest.h>

namespace backlint::flow {
namespace {

Piece Named(const std::string& name) {
  Hole hole;
  hole.name = name;
  return MakeHole(hole);
}

TEST(Text, AppendJoinsNeighbouringLiterals) {
  Text text = {Literal("SELECT ")};
  Append(&text, {Literal("1"), Named("x"), Literal("")});
  ASSERT_EQ(text.size(), 2u);
  EXPECT_EQ(text[0].text, "SELECT 1");
  EXPECT_EQ(text[1].hole->name, "x");
}

TEST(Text, AppendStopsAtItsLimitAndSaysSo) {
  Text text;
  for (size_t i = 0; i < kMostPieces + 50; ++i) Append(&text, {Named("h" + std::to_string(i))});
  EXPECT_EQ(text.size(), kMostPieces + 1);
  EXPECT_EQ(text.back().hole->origin, Origin::kMore);
}

TEST(Text, ConcatMakesEveryCombinationUpToTheLimit) {
  const TextSet two = {{Literal("a")}, {Literal("b")}};
  EXPECT_EQ(Concat(two, two).size(), 4u);
  TextSet many;
  for (char c = 'a'; c < 'a' + 6; ++c) many.push_back({Literal(std::string(1, c))});
  EXPECT_EQ(Concat(many, many).size(), kMostAlternatives);
}

TEST(Text, MergeKeepsTextsWithHolesWhenThereAreTooMany) {
  TextSet set;
  for (size_t i = 0; i < kMostAlternatives; ++i) set.push_back({Literal(std::to_string(i))});
  Merge(&set, {{Literal("x"), Named("h")}});
  ASSERT_EQ(set.size(), kMostAlternatives);
  EXPECT_FALSE(AllLiteral(set));
}

TEST(Text, FingerprintsDifferWhereTextsDo) {
  EXPECT_EQ(Fingerprint({Literal("x"), Named("h")}), Fingerprint({Literal("x"), Named("h")}));
  EXPECT_NE(Fingerprint({Literal("x"), Named("h")}), Fingerprint({Literal("x"), Named("i")}));
  EXPECT_NE(Fingerprint({Literal("x"), Named("h")}), Fingerprint({Named("h"), Literal("x")}));
}

TEST(Text, JoinedKeepsTheFirstPlace) {
  TextSet set = Joined({{Named("x")}}, {"a.cc", 3, 1}, 7);
  set = Joined(set, {"b.cc", 9, 1}, 8);
  EXPECT_EQ(OnlyHole(set[0])->joined, (Place{"a.cc", 3, 1}));
  EXPECT_EQ(OnlyHole(set[0])->joined_in, 7u);
}

}  // namespace
}  // namespace backlint::flow
