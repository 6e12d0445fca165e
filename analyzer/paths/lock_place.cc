#include "paths/lock_place.h"

#include <algorithm>

namespace backlint::paths {

using facts::Operator;
using facts::OpKind;
using facts::TypeKind;
using facts::ValueKind;

namespace {

constexpr int kMostDepth = 12;
constexpr size_t kMostSteps = 6;

bool IsPointer(const facts::UnitFacts& unit, uint32_t type) {
  return type != kNone && unit.types()->Get(type)->pointee() != kNone && unit.types()->Get(type)->kind() != TypeKind::Array;
}

}  // namespace

bool LockPlace::IsExact() const {
  return root != kUnknown && steps.size() < kMostSteps && std::find(steps.begin(), steps.end(), kElement) == steps.end();
}

bool LockPlace::SameObject(const LockPlace& other) const {
  return IsExact() && root == other.root && function == other.function && index == other.index && steps == other.steps;
}

bool LockPlace::Within(const LockPlace& other) const {
  return root == other.root && function == other.function && index == other.index && steps.size() >= other.steps.size() &&
         std::equal(other.steps.begin(), other.steps.end(), steps.begin());
}

FunctionId LockPlaces::Outermost(FunctionId function) const {
  while ((program_.functions()[function].facts->flags() & facts::kLambda) != 0 && program_.functions()[function].encloser != kNone)
    function = program_.functions()[function].encloser;
  return function;
}

SymbolId LockPlaces::RecordOf(FunctionId function, uint32_t index) const {
  const uint32_t unit = program_.functions()[function].unit;
  const facts::UnitFacts& facts = program_.unit(unit);
  for (int depth = 0; index != kNone && depth < 4; ++depth) {
    const facts::Type* type = facts.types()->Get(index);
    if (type->kind() == TypeKind::Record) {
      const bool holder = type->argument_count() != 0 && facts::Text(facts, type->name()).ends_with("_ptr");
      if (!holder) return program_.Symbol(unit, type->record());
      index = facts.type_lists()->Get(type->first_argument());
      continue;
    }
    index = type->pointee();
  }
  return kNone;
}

bool LockPlaces::IsChanged(FunctionId function, uint32_t local) const {
  const facts::Function& f = *program_.functions()[function].facts;
  const auto is_it = [&](uint32_t index) {
    if (index == kNone) return false;
    const facts::Value& value = *f.values()->Get(index);
    return (value.kind() == ValueKind::Local || value.kind() == ValueKind::Parameter) && value.ref() == local;
  };
  for (const facts::Op* op : *f.ops()) {
    if (op->kind() == OpKind::Assign && is_it(op->target())) return true;
    if (op->kind() != OpKind::Call || op->value() == kNone) continue;
    const facts::Value& call = *f.values()->Get(op->value());
    auto operands = facts::Operands(f, call);
    if ((call.flags() & facts::kOperatorCall) == 0 || operands.empty() || call.ref() == kNone || !is_it(operands[0])) continue;
    if (facts::Text(program_.UnitOf(function), program_.UnitOf(function).symbols()->Get(call.ref())->name()) == "operator=") return true;
  }
  return false;
}

LockPlace LockPlaces::Of(FunctionId function, uint32_t index, int depth) const {
  if (index == kNone || depth > kMostDepth) return {};
  const facts::Function& f = *program_.functions()[function].facts;
  const facts::Value& value = *f.values()->Get(index);
  auto operands = facts::Operands(f, value);
  switch (value.kind()) {
    case ValueKind::Parameter: case ValueKind::Local: return OfLocal(function, value, depth);
    case ValueKind::Capture: {
      const FunctionId encloser = program_.functions()[function].encloser;
      return encloser == kNone ? LockPlace{} : Of(encloser, f.captures()->Get(value.ref())->value(), depth + 1);
    }
    case ValueKind::This: {
      const FunctionId owner = Outermost(function);
      const SymbolId symbol = program_.functions()[owner].symbol;
      return {LockPlace::kThis, owner, 0, {}, 0, symbol == kNone ? kNone : program_.symbols()[symbol].parent, false};
    }
    case ValueKind::Global: {
      const SymbolId symbol = program_.SymbolOf(function, value);
      return symbol == kNone ? LockPlace{} : LockPlace{LockPlace::kGlobal, kNone, symbol, {}, 0, kNone, false};
    }
    case ValueKind::Member: return OfMember(function, value, depth);
    case ValueKind::Call: return OfCall(function, index, depth);
    case ValueKind::Index: {
      LockPlace place = operands.empty() ? LockPlace{} : Of(function, operands[0], depth + 1);
      place.steps.push_back(LockPlace::kElement);
      return place;
    }
    case ValueKind::Unary:
      if (value.op() != Operator::Dereference && value.op() != Operator::AddressOf) return {};
      return operands.empty() ? LockPlace{} : Of(function, operands[0], depth + 1);
    case ValueKind::Cast: case ValueKind::Construct: case ValueKind::Await:
      return operands.size() == 1 ? Of(function, operands[0], depth + 1) : LockPlace{};
    default: return {};
  }
}

LockPlace LockPlaces::OfElement(FunctionId function, uint32_t value) const {
  const facts::Function& f = *program_.functions()[function].facts;
  const facts::Value& v = *f.values()->Get(value);
  const bool variable = v.kind() == ValueKind::Local && (f.locals()->Get(v.ref())->flags() & facts::kRangeVariable) != 0;
  const uint32_t initial = variable ? program_.InitialValue(function, v.ref()) : kNone;
  if (initial != kNone) return Of(function, initial);
  auto operands = facts::Operands(f, v);
  const bool looked_through = v.kind() == ValueKind::Unary || (v.kind() == ValueKind::Call && (v.flags() & facts::kOperatorCall) != 0);
  return looked_through && operands.size() == 1 ? OfElement(function, operands[0]) : Of(function, value);
}

// A reference or pointer that is set once is another name of what it is bound to.
LockPlace LockPlaces::OfLocal(FunctionId function, const facts::Value& value, int depth) const {
  const facts::Function& f = *program_.functions()[function].facts;
  const facts::Local& local = *f.locals()->Get(value.ref());
  const facts::UnitFacts& unit = program_.UnitOf(function);
  LockPlace own = {LockPlace::kLocal, function, value.ref(), {}, 0, RecordOf(function, local.type()), false};
  const bool class_type = local.type() != kNone && unit.types()->Get(local.type())->kind() == TypeKind::Record;
  const bool holder = class_type && facts::Text(unit, unit.types()->Get(local.type())->name()).ends_with("_ptr");
  own.own = class_type && !holder;
  if (value.kind() == ValueKind::Parameter || own.own || !(holder || IsPointer(unit, local.type()))) return own;
  const uint32_t initial = program_.InitialValue(function, value.ref());
  if (initial == kNone || (local.flags() & facts::kRangeVariable) != 0 || IsChanged(function, value.ref())) return own;
  const LockPlace bound = Of(function, initial, depth + 1);
  return bound.IsExact() && bound.root != LockPlace::kMade ? bound : own;
}

LockPlace LockPlaces::OfMember(FunctionId function, const facts::Value& value, int depth) const {
  const facts::Function& f = *program_.functions()[function].facts;
  auto operands = facts::Operands(f, value);
  const SymbolId field = program_.SymbolOf(function, value);
  if (operands.empty() || field == kNone) return {};
  LockPlace place = Of(function, operands[0], depth + 1);
  const facts::Value& object = *f.values()->Get(operands[0]);
  if (object.kind() == ValueKind::This && (f.flags() & facts::kConstructor) != 0)
    if (const uint32_t bound = BoundInConstructor(function, field); bound != kNone) return Of(function, bound, depth + 1);
  const bool behind_pointer = object.kind() != ValueKind::This && (value.flags() & facts::kDereferenced) != 0;
  if (behind_pointer || place.root == LockPlace::kUnknown || (!place.steps.empty() && place.steps.back() == LockPlace::kElement)) {
    place.chain = static_cast<uint32_t>(place.steps.size());
    place.owner = RecordOf(function, object.type());
    if (place.owner == kNone) place.owner = program_.symbols()[field].parent;
    if (behind_pointer) place.own = false;
  }
  place.steps.push_back(field);
  return place;
}

// What the constructor binds a reference or pointer of its object to: the object of a guard is another name of its lock.
uint32_t LockPlaces::BoundInConstructor(FunctionId function, SymbolId field) const {
  const facts::Function& f = *program_.functions()[function].facts;
  for (const facts::Op* op : *f.ops()) {
    if (op->kind() != OpKind::Assign || (op->flags() & facts::kImplicitOp) == 0 || op->target() == kNone || op->value() == kNone) continue;
    const facts::Value& target = *f.values()->Get(op->target());
    if (target.kind() != ValueKind::Member || program_.SymbolOf(function, target) != field || !IsPointer(program_.UnitOf(function), target.type())) continue;
    return op->value();
  }
  return kNone;
}

// The operand that the call answers, in some form: through smart pointers, movers and the like.
uint32_t LockPlaces::HandedOn(FunctionId function, uint32_t call) const {
  const facts::Function& f = *program_.functions()[function].facts;
  const facts::Value& value = *f.values()->Get(call);
  auto operands = facts::Operands(f, value);
  if ((value.flags() & facts::kOperatorCall) != 0 && operands.size() == 1) return operands[0];
  for (const CallRow* row : vocabulary_.RowsOf(function, call)) {
    if (row->role != Role::kCopy || row->to != kAbsent) continue;
    const int place = row->value == kAbsent ? 0 : row->value;
    if (place == 0 && (value.flags() & facts::kHasReceiver) != 0 && !operands.empty()) return operands[0];
    auto arguments = facts::Arguments(f, value);
    if (place > 0 && static_cast<size_t>(place) <= arguments.size()) return arguments[place - 1];
  }
  return kNone;
}

LockPlace LockPlaces::OfCall(FunctionId function, uint32_t index, int depth) const {
  const facts::Function& f = *program_.functions()[function].facts;
  const facts::Value& value = *f.values()->Get(index);
  auto operands = facts::Operands(f, value);
  const SymbolId callee = program_.SymbolOf(function, value);
  const std::string_view name = callee == kNone ? std::string_view() : program_.symbols()[callee].name;
  if ((name == "operator[]" || name == "at") && !operands.empty()) {
    LockPlace place = Of(function, operands[0], depth + 1);
    place.steps.push_back(LockPlace::kElement);
    return place;
  }
  const std::vector<FunctionId> targets = program_.Targets(function, index);
  if (targets.size() == 1) {
    const LockPlace inner = Returned(targets[0], depth);
    if (inner.IsExact()) return Outward(inner, targets[0], function, index);
  } else if (targets.empty()) {
    if (const uint32_t handed = HandedOn(function, index); handed != kNone) return Of(function, handed, depth + 1);
  }
  return {LockPlace::kMade, function, index, {}, 0, RecordOf(function, value.type()), false};
}

// Of a function that answers one place on every path: an accessor, a singleton.
LockPlace LockPlaces::Returned(FunctionId function, int depth) const {
  if (const auto known = returned_.find(function); known != returned_.end()) return known->second ? *known->second : LockPlace{};
  returned_[function] = std::nullopt;
  std::optional<LockPlace> answer;
  for (const facts::Op* op : *program_.functions()[function].facts->ops()) {
    if (op->kind() != OpKind::Return || op->value() == kNone) continue;
    const LockPlace place = Of(function, op->value(), depth + 1);
    const bool known = place.IsExact() && (place.root == LockPlace::kGlobal || place.root == LockPlace::kThis);
    if (!known || (answer && !answer->SameObject(place))) return {};
    answer = place;
  }
  returned_[function] = answer;
  return answer ? *answer : LockPlace{};
}

LockPlace LockPlaces::Forget(const LockPlace& place) {
  if (place.root == LockPlace::kGlobal) return place;
  LockPlace rest;
  if (place.own) return rest;
  rest.steps.assign(place.steps.begin() + std::min<std::ptrdiff_t>(place.chain, static_cast<std::ptrdiff_t>(place.steps.size())), place.steps.end());
  rest.owner = place.owner;
  return rest;
}

LockPlace LockPlaces::Join(const LockPlace& outer, const LockPlace& inner) {
  LockPlace place = outer;
  place.steps.insert(place.steps.end(), inner.steps.begin(), inner.steps.end());
  if (inner.steps.empty()) return place;
  if (inner.chain != 0 || outer.root == LockPlace::kUnknown) {
    place.chain = static_cast<uint32_t>(outer.steps.size()) + inner.chain;
    place.owner = inner.chain == 0 && outer.owner != kNone && outer.steps.empty() ? outer.owner : inner.owner;
  } else if (outer.steps.empty()) {
    if (place.owner == kNone) place.owner = inner.owner;
  }
  if (inner.chain != 0) place.own = false;
  return place;
}

LockPlace LockPlaces::Outward(const LockPlace& place, FunctionId callee, FunctionId caller, uint32_t call) const {
  if (place.root == LockPlace::kGlobal || place.root == LockPlace::kUnknown) return place;
  if (place.function != callee) {
    // Of the function around a lambda.
    const bool visible = place.function == caller || place.function == Outermost(caller);
    return visible && place.root != LockPlace::kMade ? place : Forget(place);
  }
  const facts::Function& f = *program_.functions()[caller].facts;
  const facts::Value& value = *f.values()->Get(call);
  auto operands = facts::Operands(f, value);
  LockPlace base;
  uint32_t object = kNone;
  if (place.root == LockPlace::kThis) {
    if (value.kind() == ValueKind::Call && (value.flags() & facts::kHasReceiver) != 0 && !operands.empty()) object = operands[0];
    if (value.kind() == ValueKind::Construct) return Forget(place);
  } else if (place.root == LockPlace::kLocal && place.index < program_.functions()[callee].facts->parameter_count()) {
    auto arguments = facts::Arguments(f, value);
    if (place.index < arguments.size()) object = arguments[place.index];
  }
  if (object == kNone) return Forget(place);
  base = Of(caller, object);
  if (base.root == LockPlace::kUnknown) {
    const LockPlace rest = Forget(place);
    return rest;
  }
  // What the object is reached by: the field is its own unless a pointer leads there.
  const facts::Value& argument = *f.values()->Get(object);
  const bool pointed = argument.kind() != ValueKind::This && place.chain == 0 && !place.steps.empty() && !base.steps.empty() &&
                       (IsPointer(program_.UnitOf(caller), argument.type()) || base.steps.back() == LockPlace::kElement ||
                        (argument.kind() == ValueKind::Call && (argument.flags() & facts::kOperatorCall) != 0));
  LockPlace joined = Join(base, place);
  if (pointed) {
    joined.chain = static_cast<uint32_t>(base.steps.size());
    joined.owner = RecordOf(caller, argument.type());
    if (joined.owner == kNone) joined.owner = place.owner;
  }
  return joined;
}

SymbolId LockPlaces::RecordOfField(SymbolId field) const {
  const ProgramSymbol& symbol = program_.symbols()[field];
  const facts::UnitFacts& unit = program_.unit(symbol.unit);
  const uint32_t index = unit.symbols()->Get(symbol.local)->type();
  const facts::Type* type = index == kNone ? nullptr : unit.types()->Get(index);
  return type == nullptr || type->kind() != TypeKind::Record ? kNone : program_.Symbol(symbol.unit, type->record());
}

std::pair<size_t, SymbolId> LockPlaces::ObjectOf(const LockPlace& place) const {
  size_t begin = place.root == LockPlace::kGlobal ? 0 : place.chain;
  SymbolId owner = place.root == LockPlace::kGlobal && place.chain == 0 ? kNone : place.owner;
  for (size_t i = begin; i + 1 < place.steps.size(); ++i) {
    if (place.steps[i] == LockPlace::kElement || place.steps[i + 1] == LockPlace::kElement) continue;
    const SymbolId record = RecordOfField(place.steps[i]);
    if (record == kNone || lock_classes_.count(record) != 0 || (program_.symbols()[record].flags & facts::kInProject) == 0) continue;
    begin = i + 1;
    owner = record;
  }
  return {begin, owner};
}

bool LockPlaces::HasName(const LockPlace& place) const {
  if (place.root == LockPlace::kGlobal) return true;
  const auto [begin, owner] = ObjectOf(place);
  return !place.own && begin < place.steps.size() && owner != kNone && place.steps[begin] != LockPlace::kElement;
}

bool LockPlaces::SameName(const LockPlace& a, const LockPlace& b) const {
  if (!HasName(a) || !HasName(b)) return false;
  const auto [begin, owner] = ObjectOf(a);
  const auto [other_begin, other_owner] = ObjectOf(b);
  if (!std::equal(a.steps.begin() + static_cast<std::ptrdiff_t>(begin), a.steps.end(), b.steps.begin() + static_cast<std::ptrdiff_t>(other_begin), b.steps.end()))
    return false;
  if (owner == kNone || other_owner == kNone) return owner == other_owner && a.root == b.root && a.index == b.index;
  const auto derives = [&](SymbolId from, SymbolId to) {
    const std::vector<SymbolId> bases = program_.WithBases(from);
    return std::find(bases.begin(), bases.end(), to) != bases.end();
  };
  return derives(owner, other_owner) || derives(other_owner, owner);
}

std::string LockPlaces::NameOf(const LockPlace& place) const {
  const auto [begin, owner] = ObjectOf(place);
  std::string name;
  if (owner != kNone && begin < place.steps.size()) name = program_.symbols()[owner].qualified;
  else if (place.root == LockPlace::kGlobal) name = program_.symbols()[place.index].qualified;
  for (size_t i = begin; i < place.steps.size(); ++i) {
    if (place.steps[i] == LockPlace::kElement) {
      name += "[]";
      continue;
    }
    if (!name.empty()) name += i == begin && owner != kNone ? "::" : ".";
    name += program_.symbols()[place.steps[i]].name;
    const SymbolId record = RecordOfField(place.steps[i]);
    if (record != kNone && lock_classes_.count(record) != 0) break;
  }
  if (name.empty() && place.root == LockPlace::kLocal && place.function != kNone)
    name = facts::Text(program_.UnitOf(place.function), program_.functions()[place.function].facts->locals()->Get(place.index)->name());
  return name;
}

}  // namespace backlint::paths
