#include "backend/completion_walk.h"

#include <fmt/format.h>

namespace backlint {

using facts::OpKind;
using facts::Operator;
using facts::TypeKind;
using facts::ValueKind;

namespace {

constexpr size_t kMostStates = 2000;
constexpr size_t kMostConditions = 12;     // that a path remembers
constexpr int kMostDepth = 8;

}  // namespace

CompletionWalk::CompletionWalk(const Program& program, FunctionId function, uint32_t parameter)
    : program_(program), id_(function), f_(*program.functions()[function].facts), parameter_(parameter) {}

CompletionWalk::Result CompletionWalk::Run() {
  Arrive(0, State());
  while (!pending_.empty() && !result_.cut) {
    State state = std::move(pending_.back());
    pending_.pop_back();
    Walk(std::move(state));
  }
  return result_;
}

void CompletionWalk::Arrive(uint32_t block, State state) {
  state.block = block;
  std::string key = fmt::format("{}:{}{}", block, state.done, state.called);
  for (const auto& [condition, truth] : state.known) key += fmt::format(";{}={}", condition, truth);
  if (!seen_.insert(std::move(key)).second) return;
  result_.cut |= seen_.size() > kMostStates;
  pending_.push_back(std::move(state));
}

void CompletionWalk::Walk(State state) {
  const facts::Block& block = *f_.blocks()->Get(state.block);
  const facts::Op* last = nullptr;
  for (uint32_t i = 0; i < block.op_count(); ++i) {
    last = f_.ops()->Get(block.first_op() + i);
    if (last->kind() == OpKind::Branch || last->kind() == OpKind::Switch) break;
    if (!Execute(*last, block.try_block(), &state)) return;
  }
  auto successors = facts::Successors(f_, block);
  if (successors.empty() && !state.done && !result_.missing) result_.missing = *f_.end();
  if (last && last->kind() == OpKind::Branch && successors.size() == 2) return Branch(*last, state);
  for (uint32_t successor : successors) Arrive(successor, state);
}

bool CompletionWalk::Execute(const facts::Op& op, uint32_t try_block, State* state) {
  switch (op.kind()) {
    case OpKind::Throw:
      EnterHandlers(try_block, *state);
      return false;
    case OpKind::Return:
      if (op.value() != kNone && Mentions(op.value())) state->done = true;
      if (!state->done && !result_.missing) result_.missing = op.location();
      return false;
    case OpKind::Declare: case OpKind::Assign: {
      const bool local = op.kind() == OpKind::Declare || (op.target() != kNone && f_.values()->Get(op.target())->kind() == ValueKind::Local);
      const uint32_t to = op.kind() == OpKind::Declare ? op.ref() : local ? f_.values()->Get(op.target())->ref() : kNone;
      if (local) Forget(to, state);
      else state->known.clear();
      if (op.value() == kNone) return true;
      if (Mentions(op.value())) state->done = true;
      // Flags that a path sets.
      const facts::Value& value = *f_.values()->Get(op.value());
      if (local && value.kind() == ValueKind::Integer && op.op() == Operator::None) state->known[fmt::format("l{}", to)] = value.number() != 0;
      return true;
    }
    case OpKind::Call: {
      const facts::Value& call = *f_.values()->Get(op.value());
      auto operands = facts::Operands(f_, call);
      if (!state->called) EnterHandlers(try_block, *state);
      const bool callee = (call.flags() & (facts::kHasCallee | facts::kHasReceiver)) != 0 && !operands.empty() && IsCallback(operands[0]);
      const SymbolId symbol = program_.SymbolOf(id_, call);
      const bool runs = callee && ((call.flags() & facts::kHasCallee) != 0 || (symbol != kNone && program_.symbols()[symbol].name == "operator()"));
      if (runs) {
        result_.called = true;
        if (state->called && !result_.again) {
          result_.again = op.location();
          result_.first = state->first;
        }
        if (!state->called) state->first = op.location();
        state->called = state->done = true;
        return true;
      }
      if (symbol != kNone && (program_.unit(program_.symbols()[symbol].unit).symbols()->Get(program_.symbols()[symbol].local)->flags() & facts::kNoReturn) != 0) return false;
      if (IsOtherCallback(call)) state->done = true;
      for (uint32_t operand : operands)
        if (operand != kNone && !callee && Mentions(operand)) state->done = true;
      // What the call changes is not known again.
      std::erase_if(state->known, [](const auto& entry) { return entry.first.find('l') == std::string::npos; });
      return true;
    }
    default:
      if (op.value() != kNone && op.kind() != OpKind::ScopeEnd && Mentions(op.value())) state->done = true;
      return true;
  }
}

void CompletionWalk::EnterHandlers(uint32_t try_block, const State& state) {
  if (try_block == kNone) return;
  const facts::Try* block = f_.tries()->Get(try_block);
  for (uint32_t i = 0; i < block->handler_count(); ++i) Arrive(f_.handlers()->Get(block->first_handler() + i)->block(), state);
}

void CompletionWalk::Branch(const facts::Op& op, const State& state) {
  const facts::Block& block = *f_.blocks()->Get(state.block);
  auto successors = facts::Successors(f_, block);
  bool negated = false;
  const std::string key = KeyOf(op.value(), &negated);
  const auto known = state.known.find(key);
  for (const bool taken : {true, false}) {
    const bool truth = taken != negated;
    if (!key.empty() && known != state.known.end() && known->second != truth) continue;
    if (key == fmt::format("p{}", parameter_) && !truth) continue;      // nobody has to call what is not there
    State after = state;
    if (!key.empty() && after.known.size() < kMostConditions) after.known[key] = truth;
    Arrive(successors[taken ? 0 : 1], std::move(after));
  }
}

void CompletionWalk::Forget(uint32_t local, State* state) const {
  const std::string name = fmt::format("l{}", local);
  std::erase_if(state->known, [&](const auto& entry) {
    const size_t at = entry.first.find(name);
    return at != std::string::npos && (at + name.size() == entry.first.size() || !std::isdigit(static_cast<unsigned char>(entry.first[at + name.size()])));
  });
}

bool CompletionWalk::IsCallback(uint32_t index) const {
  for (int depth = 0; index != kNone && depth < kMostDepth; ++depth) {
    const facts::Value& value = *f_.values()->Get(index);
    if (value.kind() == ValueKind::Parameter) return value.ref() == parameter_;
    auto operands = facts::Operands(f_, value);
    const SymbolId callee = program_.SymbolOf(id_, value);
    const bool hands_on = value.kind() == ValueKind::Call && operands.size() == 1 && callee != kNone && (program_.symbols()[callee].flags & facts::kInProject) == 0;
    const bool through = value.kind() == ValueKind::Cast || value.kind() == ValueKind::Unary || hands_on;
    index = through && !operands.empty() ? operands[0] : kNone;
  }
  return false;
}

// The callback is somewhere in the value, or captured by a lambda there.
bool CompletionWalk::Mentions(uint32_t index, int depth) const {
  if (index == kNone || depth > kMostDepth) return false;
  const facts::Value& value = *f_.values()->Get(index);
  if (value.kind() == ValueKind::Parameter) return value.ref() == parameter_;
  if (value.kind() == ValueKind::Lambda) {
    const FunctionId body = program_.Body(program_.functions()[id_].unit, value.ref());
    for (const facts::Capture* capture : *program_.functions()[body].facts->captures())
      if (Mentions(capture->value(), depth + 1)) return true;
    return false;
  }
  for (uint32_t operand : facts::Operands(f_, value))
    if (Mentions(operand, depth + 1)) return true;
  return false;
}

// Another function that was passed is called: one of them is enough.
bool CompletionWalk::IsOtherCallback(const facts::Value& call) const {
  auto operands = facts::Operands(f_, call);
  const SymbolId callee = program_.SymbolOf(id_, call);
  const bool through_value = (call.flags() & facts::kHasCallee) != 0 || (callee != kNone && program_.symbols()[callee].name == "operator()");
  if (!through_value || operands.empty()) return false;
  uint32_t called = operands[0];
  for (int depth = 0; called != kNone && depth < kMostDepth; ++depth) {
    const facts::Value& value = *f_.values()->Get(called);
    if (value.kind() == ValueKind::Parameter || value.kind() == ValueKind::Capture) return true;
    auto inner = facts::Operands(f_, value);
    called = inner.empty() ? kNone : inner[0];
  }
  return false;
}

// Text that is equal for equal conditions; empty for those that may change by themselves.
std::string CompletionWalk::KeyOf(uint32_t index, bool* negated, int depth) const {
  if (index == kNone || depth > kMostDepth) return "";
  const facts::Value& value = *f_.values()->Get(index);
  auto operands = facts::Operands(f_, value);
  switch (value.kind()) {
    case ValueKind::Local: return fmt::format("l{}", value.ref());
    case ValueKind::Parameter: return fmt::format("p{}", value.ref());
    case ValueKind::Integer: case ValueKind::EnumConstant: return fmt::format("#{}", value.number());
    case ValueKind::Null: return "#0";
    case ValueKind::Cast: return operands.empty() ? "" : KeyOf(operands[0], negated, depth + 1);
    case ValueKind::Unary: {
      const std::string inner = operands.empty() ? "" : KeyOf(operands[0], negated, depth + 1);
      if (value.op() == Operator::Not) *negated = !*negated;
      if (value.op() == Operator::Not || value.op() == Operator::Dereference) return inner;
      return "";
    }
    case ValueKind::Binary: {
      if (operands.size() != 2) return "";
      bool left_negated = false, right_negated = false;
      const std::string left = KeyOf(operands[0], &left_negated, depth + 1), right = KeyOf(operands[1], &right_negated, depth + 1);
      if (left.empty() || right.empty() || left_negated || right_negated) return "";
      if (value.op() == Operator::NotEqual) *negated = !*negated;
      const Operator op = value.op() == Operator::NotEqual ? Operator::Equal : value.op();
      return fmt::format("({} {} {})", left, static_cast<int>(op), right);
    }
    case ValueKind::Call: {
      // `rows.empty()`, `!result`: a question to a local object.
      const SymbolId callee = program_.SymbolOf(id_, value);
      if (callee == kNone || (value.flags() & facts::kHasReceiver) == 0 || operands.size() != 1) return "";
      bool inner_negated = false;
      const std::string inner = KeyOf(operands[0], &inner_negated, depth + 1);
      if (program_.symbols()[callee].kind == facts::SymbolKind::Conversion) return inner;
      if ((program_.symbols()[callee].flags & facts::kConstMethod) == 0) return "";
      return inner.empty() ? "" : fmt::format("{}.{}", inner, program_.symbols()[callee].name);
    }
    default: return "";
  }
}

}  // namespace backlint
