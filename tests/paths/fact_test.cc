#include "paths/fact.h"

#include <gtest/gtest.h>

namespace backlint::paths {
namespace {

using facts::Operator;

Fact Signed(Signs signs) { return {.signs = signs, .exact = {}, .not_these = {}}; }

TEST(Fact, ComparisonsNarrowSigns) {
  EXPECT_EQ(Compare({}, Operator::Equal, 0), Exactly(0));
  EXPECT_EQ(Compare({}, Operator::NotEqual, 0)->signs, kNonzero);
  EXPECT_EQ(Compare({}, Operator::Less, 0)->signs, kNegative);
  EXPECT_EQ(Compare({}, Operator::GreaterEqual, 0)->signs, kZero | kPositive);
  EXPECT_EQ(Compare({}, Operator::Greater, -1)->signs, kZero | kPositive);
  EXPECT_EQ(Compare({}, Operator::Less, 100)->signs, kAnySign);
}

TEST(Fact, PathsThatContradictDoNotExist) {
  EXPECT_FALSE(Compare(Signed(kNonzero), Operator::Equal, 0));
  EXPECT_FALSE(Compare(Exactly(3), Operator::NotEqual, 3));
  EXPECT_FALSE(Compare(*Compare({}, Operator::NotEqual, 7), Operator::Equal, 7));
  EXPECT_FALSE(Compare(Signed(kNegative), Operator::GreaterEqual, 0));
  EXPECT_TRUE(Compare(Exactly(3), Operator::Less, 4));
}

TEST(Fact, EitherHoldsOnBothPaths) {
  EXPECT_EQ(Either(Exactly(1), Exactly(2)), Signed(kPositive));
  EXPECT_EQ(Either(Exactly(1), Exactly(1)), Exactly(1));
  EXPECT_EQ(Either(Exactly(0), Signed(kPositive)).signs, kZero | kPositive);
  // One path excludes the number, the other has another one.
  EXPECT_EQ(Either(*Compare({}, Operator::NotEqual, 7), Exactly(3)).not_these, std::vector<int64_t>{7});
  EXPECT_TRUE(Either(*Compare({}, Operator::NotEqual, 7), Exactly(7)).not_these.empty());
}

TEST(Fact, OperatorsTurnAround) {
  for (Operator op : {Operator::Equal, Operator::NotEqual, Operator::Less, Operator::LessEqual, Operator::Greater, Operator::GreaterEqual}) {
    EXPECT_EQ(Negated(Negated(op)), op);
    EXPECT_EQ(Mirrored(Mirrored(op)), op);
    // Of a number and its opposite exactly one holds.
    EXPECT_NE(Compare(Exactly(1), op, 2).has_value(), Compare(Exactly(1), Negated(op), 2).has_value());
    EXPECT_EQ(Compare(Exactly(1), op, 2).has_value(), Compare(Exactly(2), Mirrored(op), 1).has_value());
  }
}

}  // namespace
}  // namespace backlint::paths
