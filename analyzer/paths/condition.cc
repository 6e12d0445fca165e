// What a condition tells on the path where it holds, and on the one where it does not.
#include "paths/walker.h"

namespace backlint::paths {

using facts::Operator;
using facts::ValueKind;

namespace {

constexpr int kMostDepth = 24;

}  // namespace

Walker::States Walker::Refine(uint32_t index, bool truth, State state, int depth) {
  States states;
  if (index == kNone || depth > kMostDepth) {
    states.push_back(std::move(state));
    return states;
  }
  const facts::Value& value = ValueAt(index);
  auto operands = facts::Operands(f_, value);
  if (value.kind() == ValueKind::Unary && value.op() == Operator::Not && !operands.empty()) return Refine(operands[0], !truth, std::move(state), depth + 1);
  if (value.kind() == ValueKind::Cast && operands.size() == 1) return Refine(operands[0], truth, std::move(state), depth + 1);
  const bool logical = (value.kind() == ValueKind::Binary || value.kind() == ValueKind::Phi) &&
                       (value.op() == Operator::LogicalAnd || value.op() == Operator::LogicalOr);
  if (logical && operands.size() == 2) {
    const bool all = (value.op() == Operator::LogicalAnd) == truth;
    for (State& left : Refine(operands[0], truth, state, depth + 1)) {
      if (!all) {
        states.push_back(std::move(left));
        continue;
      }
      for (State& both : Refine(operands[1], truth, std::move(left), depth + 1)) states.push_back(std::move(both));
    }
    if (!all)
      for (State& first : Refine(operands[0], !truth, std::move(state), depth + 1))
        for (State& right : Refine(operands[1], truth, std::move(first), depth + 1)) states.push_back(std::move(right));
    JoinAlike(&states, f_.blocks()->size() + index);
    return states;
  }
  const Content content = Evaluate(index, state, depth + 1);
  return RefineContent(content, truth, std::move(state), depth + 1);
}

// The answer of a call, or something outside of the function's own variables.
bool Walker::TestsState(uint32_t index, int depth) const {
  if (index == kNone || depth > kMostDepth) return false;
  const facts::Value& value = ValueAt(index);
  if (value.kind() == ValueKind::Call || value.kind() == ValueKind::Member || value.kind() == ValueKind::Global) return true;
  for (uint32_t operand : facts::Operands(f_, value))
    if (TestsState(operand, depth + 1)) return true;
  return false;
}

Walker::States Walker::RefineContent(const Content& content, bool truth, State state, int depth) {
  bool possible = true;
  switch (content.kind) {
    case Content::kNumber: possible = (content.number != 0) == truth; break;
    case Content::kAddress: possible = truth; break;
    case Content::kSymbol: possible = state.Learn(content.id, truth ? Operator::NotEqual : Operator::Equal, 0); break;
    case Content::kTest: possible = state.Learn(content.id, truth ? content.op : Negated(content.op), content.number); break;
    case Content::kCondition: return Refine(content.id, (content.op == Operator::Not) != truth, std::move(state), depth);
    case Content::kUnknown: break;
  }
  States states;
  if (!possible) return states;
  state.Settle();
  states.push_back(std::move(state));
  return states;
}

}  // namespace backlint::paths
