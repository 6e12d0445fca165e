// What a path knows of a number or pointer: its sign, its exact value, and values that it does not have. A null pointer is zero.
#ifndef BACKLINT_PATHS_FACT_H_
#define BACKLINT_PATHS_FACT_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "core/facts.h"
#include "models/effect.h"

namespace backlint::paths {

using Signs = uint8_t;
inline constexpr Signs kNegative = 1, kZero = 2, kPositive = 4, kAnySign = 7;
inline constexpr Signs kNonzero = kNegative | kPositive;

struct Fact {
  Signs signs = kAnySign;               // never empty: such a path does not exist
  std::optional<int64_t> exact;
  std::vector<int64_t> not_these;       // a few, sorted

  bool operator==(const Fact&) const = default;
  bool Known() const { return signs != kAnySign || exact || !not_these.empty(); }
};

Signs SignOf(int64_t number);
Fact Exactly(int64_t number);
// Signs of results that tell success.
Signs SuccessSigns(Success success);

// Takes what the other path knows away: afterwards the fact holds on both.
Fact Either(const Fact& a, const Fact& b);
// Both hold; nothing when they contradict.
std::optional<Fact> Both(const Fact& a, const Fact& b);
// `fact` and the comparison with a constant; nothing when it cannot be.
std::optional<Fact> Compare(const Fact& fact, facts::Operator op, int64_t number);
facts::Operator Negated(facts::Operator op);
// `a op b` as `b op a`.
facts::Operator Mirrored(facts::Operator op);

}  // namespace backlint::paths

#endif  // BACKLINT_PATHS_FACT_H_
