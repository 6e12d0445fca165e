#include "backend/callable_giver.h"

#include <algorithm>

namespace backlint {

using facts::OpKind;
using facts::ValueKind;

namespace {

constexpr int kMostDepth = 4;

}  // namespace

CallableGivers::CallableGivers(const flow::Vocabulary& vocabulary, const paths::LockPlaces& places) : program_(vocabulary.program()), places_(places) {
  for (FunctionId id = 0; id < program_.functions().size(); ++id) Collect(id);
  std::stable_sort(gifts_.begin(), gifts_.end(), [](const CallableGift& a, const CallableGift& b) { return a.body < b.body; });
}

std::span<const CallableGift> CallableGivers::Of(FunctionId body) const {
  const auto [first, last] = std::equal_range(gifts_.begin(), gifts_.end(), CallableGift{body, kNone, {}, {}, false},
                                              [](const CallableGift& a, const CallableGift& b) { return a.body < b.body; });
  return {first, last};
}

// `next`: the argument behind it, to which a method is bound.
void CallableGivers::Search(FunctionId giver, uint32_t index, uint32_t next, int depth, std::vector<Found>* found) const {
  if (index == kNone || depth > kMostDepth) return;
  const ProgramFunction& function = program_.functions()[giver];
  const facts::Value& value = *function.facts->values()->Get(index);
  if (value.kind() == ValueKind::Lambda) return found->push_back({program_.Body(function.unit, value.ref()), kNone});
  if (value.kind() == ValueKind::FunctionRef) {
    const SymbolId symbol = program_.SymbolOf(giver, value);
    if (symbol == kNone) return;
    for (const FunctionId body : program_.symbols()[symbol].definitions) found->push_back({body, next});
    return;
  }
  if (value.kind() == ValueKind::Call && program_.Targets(giver, index).size() != 0) return;      // what it answers is its own matter
  auto operands = facts::Operands(*function.facts, value);
  const bool wraps = value.kind() == ValueKind::Call || value.kind() == ValueKind::Construct || value.kind() == ValueKind::Unary ||
                     value.kind() == ValueKind::Cast;
  if (!wraps) return;
  for (size_t i = 0; i < operands.size(); ++i) {
    const bool unary = operands.size() == 1;
    Search(giver, operands[i], unary ? next : i + 1 < operands.size() ? operands[i + 1] : kNone, depth + 1, found);
  }
}

void CallableGivers::Collect(FunctionId giver) {
  const facts::Function& f = *program_.functions()[giver].facts;
  for (const facts::Op* op : *f.ops()) {
    if (op->value() == kNone || (op->kind() != OpKind::Call && op->kind() != OpKind::Assign)) continue;
    const facts::Value& value = *f.values()->Get(op->value());
    std::vector<Found> found;
    if (op->kind() == OpKind::Assign) {
      if (op->target() == kNone || value.kind() == ValueKind::Call || value.kind() == ValueKind::Construct) continue;
      Search(giver, op->value(), kNone, 0, &found);
    } else {
      auto arguments = facts::Arguments(f, value);
      for (size_t i = 0; i < arguments.size(); ++i) Search(giver, arguments[i], i + 1 < arguments.size() ? arguments[i + 1] : kNone, 1, &found);
    }
    for (const Found& one : found) {
      CallableGift gift{one.body, giver, {}, {}, false};
      if (one.object != kNone) gift.object = places_.Of(giver, one.object);
      if (op->kind() == OpKind::Assign) {
        gift.to = places_.Of(giver, op->target());
        gift.holder = true;
      } else {
        Receive(giver, op->value(), &gift);
      }
      gifts_.push_back(std::move(gift));
    }
  }
}

void CallableGivers::Receive(FunctionId giver, uint32_t call, CallableGift* gift) const {
  const facts::Function& f = *program_.functions()[giver].facts;
  const facts::Value& value = *f.values()->Get(call);
  auto operands = facts::Operands(f, value);
  const SymbolId callee = program_.SymbolOf(giver, value);
  gift->holder = callee == kNone || (program_.symbols()[callee].flags & facts::kInProject) == 0;
  if (value.kind() == ValueKind::Call && (value.flags() & facts::kHasReceiver) != 0 && !operands.empty()) {
    gift->to = places_.Of(giver, operands[0]);
    return;
  }
  // An object that is made of it.
  for (const facts::Op* op : *f.ops()) {
    if (op->value() == kNone) continue;
    if (op->kind() == OpKind::Assign && op->value() == call && op->target() != kNone) gift->to = places_.Of(giver, op->target());
    if (op->kind() == OpKind::Declare && op->value() == call) {
      gift->to.root = LockPlace::kLocal;
      gift->to.function = giver;
      gift->to.index = op->ref();
    }
    if (op->kind() != OpKind::Call) continue;
    const facts::Value& other = *f.values()->Get(op->value());
    auto arguments = facts::Arguments(f, other);
    if ((other.flags() & facts::kHasReceiver) != 0 && std::find(arguments.begin(), arguments.end(), call) != arguments.end())
      gift->to = places_.Of(giver, facts::Operands(f, other)[0]);
  }
}

LockPlace CallableGivers::InGiver(const LockPlace& place, const CallableGift& gift) const {
  if (place.root == LockPlace::kGlobal || place.root == LockPlace::kUnknown) return place;
  if (place.function == gift.giver || place.function == places_.Outermost(gift.giver)) return place;
  if (place.function == gift.body && place.root == LockPlace::kThis && gift.object.root != LockPlace::kUnknown) return paths::LockPlaces::Join(gift.object, place);
  return paths::LockPlaces::Forget(place);
}

LockPlace CallableGivers::InCaller(const LockPlace& place, FunctionId body, FunctionId caller) const {
  const FunctionId outer = places_.Outermost(caller);
  if (place.root == LockPlace::kGlobal || place.root == LockPlace::kUnknown) return place;
  if (place.root != LockPlace::kMade && (place.function == caller || place.function == outer)) return place;
  const SymbolId method = program_.functions()[outer].symbol;
  const SymbolId record = method == kNone ? kNone : program_.symbols()[method].parent;
  if (record != kNone) {
    const std::vector<SymbolId> classes = program_.WithBases(record);
    for (const CallableGift& gift : Of(body)) {
      const LockPlace given = InGiver(place, gift);
      LockPlace object = gift.to;
      if (gift.holder && !object.steps.empty()) object.steps.pop_back();
      if (object.root == LockPlace::kUnknown || !given.Within(object) || given.steps.size() == object.steps.size()) continue;
      const SymbolId field = given.steps[object.steps.size()];
      if (field == LockPlace::kElement || std::find(classes.begin(), classes.end(), program_.symbols()[field].parent) == classes.end()) continue;
      LockPlace mine = {LockPlace::kThis, outer, 0, {given.steps.begin() + static_cast<std::ptrdiff_t>(object.steps.size()), given.steps.end()}, 0, record, false};
      if (given.chain > object.steps.size()) mine.chain = given.chain - static_cast<uint32_t>(object.steps.size()), mine.owner = given.owner;
      return mine;
    }
  }
  return paths::LockPlaces::Forget(place);
}

}  // namespace backlint
