#include "paths/fact.h"

#include <algorithm>

namespace backlint::paths {

using facts::Operator;

namespace {

constexpr size_t kMostExcluded = 6;

// Signs that a number compared with `number` can have.
Signs PossibleSigns(Operator op, int64_t number) {
  switch (op) {
    case Operator::Equal: return SignOf(number);
    case Operator::NotEqual: return number == 0 ? kNonzero : kAnySign;
    case Operator::Less: return number <= 0 ? kNegative : number == 1 ? kNegative | kZero : kAnySign;
    case Operator::LessEqual: return number < 0 ? kNegative : number == 0 ? kNegative | kZero : kAnySign;
    case Operator::Greater: return number >= 0 ? kPositive : number == -1 ? kPositive | kZero : kAnySign;
    case Operator::GreaterEqual: return number > 0 ? kPositive : number == 0 ? kPositive | kZero : kAnySign;
    default: return kAnySign;
  }
}

bool Holds(int64_t left, Operator op, int64_t right) {
  switch (op) {
    case Operator::Equal: return left == right;
    case Operator::NotEqual: return left != right;
    case Operator::Less: return left < right;
    case Operator::LessEqual: return left <= right;
    case Operator::Greater: return left > right;
    case Operator::GreaterEqual: return left >= right;
    default: return true;
  }
}

bool Contains(const std::vector<int64_t>& list, int64_t number) { return std::binary_search(list.begin(), list.end(), number); }

}  // namespace

Signs SignOf(int64_t number) { return number < 0 ? kNegative : number > 0 ? kPositive : kZero; }

Fact Exactly(int64_t number) {
  Fact fact;
  fact.signs = SignOf(number);
  fact.exact = number;
  return fact;
}

Signs SuccessSigns(Success success) {
  switch (success) {
    case Success::kUntold: return kAnySign;
    case Success::kNonnull: return kNonzero;
    case Success::kZero: return kZero;
    case Success::kNonnegative: return kZero | kPositive;
    case Success::kPositive: return kPositive;
  }
  return kAnySign;
}

Fact Either(const Fact& a, const Fact& b) {
  Fact either;
  either.signs = a.signs | b.signs;
  if (a.exact == b.exact) either.exact = a.exact;
  for (int64_t number : a.not_these)
    if (Contains(b.not_these, number) || (b.exact && *b.exact != number)) either.not_these.push_back(number);
  for (int64_t number : b.not_these)
    if (a.exact && *a.exact != number && !Contains(either.not_these, number)) either.not_these.push_back(number);
  std::sort(either.not_these.begin(), either.not_these.end());
  return either;
}

std::optional<Fact> Both(const Fact& a, const Fact& b) {
  Fact both = a;
  both.signs &= b.signs;
  if (both.signs == 0) return std::nullopt;
  if (a.exact && b.exact && *a.exact != *b.exact) return std::nullopt;
  if (!both.exact) both.exact = b.exact;
  if (both.exact && ((SignOf(*both.exact) & both.signs) == 0 || Contains(a.not_these, *both.exact) || Contains(b.not_these, *both.exact)))
    return std::nullopt;
  for (int64_t number : b.not_these)
    if (!Contains(both.not_these, number) && both.not_these.size() < kMostExcluded)
      both.not_these.insert(std::lower_bound(both.not_these.begin(), both.not_these.end(), number), number);
  return both;
}

std::optional<Fact> Compare(const Fact& fact, Operator op, int64_t number) {
  if (fact.exact) return Holds(*fact.exact, op, number) ? std::optional(fact) : std::nullopt;
  Fact other;
  other.signs = PossibleSigns(op, number);
  if (op == Operator::Equal) other.exact = number;
  if (op == Operator::NotEqual && number != 0) other.not_these = {number};
  return Both(fact, other);
}

Operator Negated(Operator op) {
  switch (op) {
    case Operator::Equal: return Operator::NotEqual;
    case Operator::NotEqual: return Operator::Equal;
    case Operator::Less: return Operator::GreaterEqual;
    case Operator::GreaterEqual: return Operator::Less;
    case Operator::Greater: return Operator::LessEqual;
    case Operator::LessEqual: return Operator::Greater;
    default: return Operator::None;
  }
}

Operator Mirrored(Operator op) {
  switch (op) {
    case Operator::Less: return Operator::Greater;
    case Operator::Greater: return Operator::Less;
    case Operator::LessEqual: return Operator::GreaterEqual;
    case Operator::GreaterEqual: return Operator::LessEqual;
    default: return op;
  }
}

}  // namespace backlint::paths
