// Values and places, as one path sees them.
#include <fmt/format.h>

#include "paths/walker.h"

namespace backlint::paths {

using facts::Operator;
using facts::TypeKind;
using facts::ValueKind;

namespace {

constexpr int kMostDepth = 24;

bool IsComparison(Operator op) { return op >= Operator::Equal && op <= Operator::GreaterEqual; }

}  // namespace

std::string_view Walker::SymbolName(uint32_t value) const {
  const uint32_t ref = ValueAt(value).ref();
  return ValueAt(value).kind() == ValueKind::Call && ref != kNone ? facts::Text(unit_, unit_.symbols()->Get(ref)->name()) : std::string_view();
}

PlaceId Walker::PlaceOf(uint32_t index, const State& state, int depth) {
  if (index == kNone || depth > kMostDepth) return kNone;
  const facts::Value& value = ValueAt(index);
  auto operands = facts::Operands(f_, value);
  const auto inner = [&] { return operands.empty() ? kNone : PlaceOf(operands[0], state, depth + 1); };
  switch (value.kind()) {
    case ValueKind::Parameter: case ValueKind::Local: {
      const auto reference = references_.find(value.ref());
      if (reference != references_.end())
        if (const PlaceId place = PlaceOf(reference->second, state, depth + 1); place != kNone) return place;
      return table_.Of(Root::kLocal, value.ref());
    }
    case ValueKind::Capture: return table_.Of(Root::kCapture, value.ref());
    case ValueKind::This: return table_.Of(Root::kThis, 0);
    case ValueKind::Global: return table_.Of(Root::kGlobal, program_.SymbolOf(id_, value));
    case ValueKind::Member: {
      PlaceId base = inner();
      if (base == kNone || value.ref() == kNone) return kNone;
      const Content* content = state.places.Find(base);
      if (content && content->kind == Content::kAddress) base = content->id;
      // `(*p)->f` is a field of what `*p` points to, not of `*p`.
      if ((value.flags() & facts::kDereferenced) != 0 && !table_.IsRoot(base) && table_.LastStep(base) == kDereference) base = table_.Step(base, kDereference);
      return table_.Step(base, program_.SymbolOf(id_, value));
    }
    case ValueKind::Cast: case ValueKind::Await: return operands.size() == 1 ? inner() : kNone;
    case ValueKind::Unary: {
      if (value.op() != Operator::Dereference || operands.empty()) return kNone;
      const Content content = Evaluate(operands[0], state, depth + 1);
      if (content.kind == Content::kAddress) return content.id;
      return table_.Step(inner(), kDereference);
    }
    case ValueKind::Call: {
      // Smart pointers: what they point to is what they are.
      const std::string_view name = SymbolName(index);
      if ((value.flags() & facts::kHasReceiver) != 0 && (name == "operator->" || name == "operator*" || name == "get"))
        if (const PlaceId place = inner(); place != kNone) return place;
      return table_.Of(Root::kResult, index);
    }
    case ValueKind::Construct: return table_.Of(Root::kResult, index);
    default: return kNone;
  }
}

Content Walker::Evaluate(uint32_t index, const State& state, int depth) {
  if (index == kNone || depth > kMostDepth) return {};
  const facts::Value& value = ValueAt(index);
  auto operands = facts::Operands(f_, value);
  switch (value.kind()) {
    case ValueKind::Integer: case ValueKind::EnumConstant: return Number(value.number());
    case ValueKind::Null: return Number(0);
    case ValueKind::Parameter: case ValueKind::Local: case ValueKind::Capture: case ValueKind::This: case ValueKind::Global: case ValueKind::Member:
      return state.Load(PlaceOf(index, state, depth), &sources_);
    case ValueKind::Call:
      if (SymbolName(index) == "__builtin_expect") {
        auto arguments = facts::Arguments(f_, value);
        return arguments.empty() ? Content() : Evaluate(arguments[0], state, depth + 1);
      }
      // In a template, `p == nullptr` may mean any operator.
      if ((value.flags() & facts::kOperatorCall) != 0 && operands.size() == 2 && operands[1] != kNone && ValueAt(operands[1]).kind() == ValueKind::Null) {
        const Content left = Evaluate(operands[0], state, depth + 1);
        const bool equal = SymbolName(index) == "operator==", unequal = SymbolName(index) == "operator!=";
        if ((equal || unequal) && left.kind == Content::kSymbol) return {Content::kTest, equal ? Operator::Equal : Operator::NotEqual, left.id, 0};
      }
      [[fallthrough]];
    case ValueKind::Construct: {
      const PlaceId place = table_.Of(Root::kResult, index);
      if (const Content* content = state.places.Find(place)) return *content;
      return Symbol(sources_.Of(Source::kResult, index, place));
    }
    case ValueKind::Cast: case ValueKind::Await: return operands.size() == 1 ? Evaluate(operands[0], state, depth + 1) : Content();
    case ValueKind::Conditional: {
      if (operands.size() != 3) return {};
      const bool can = !Refine(operands[0], true, state, depth + 1).empty(), cannot = !Refine(operands[0], false, state, depth + 1).empty();
      if (can && !cannot) return Evaluate(operands[1], state, depth + 1);
      if (cannot && !can) return Evaluate(operands[2], state, depth + 1);
      const Content a = Evaluate(operands[1], state, depth + 1), b = Evaluate(operands[2], state, depth + 1);
      return a == b ? a : Content();
    }
    case ValueKind::Phi:
      if (value.op() == Operator::LogicalAnd || value.op() == Operator::LogicalOr) return {Content::kCondition, Operator::None, index, 0};
      // One of the calls has run on this path: the one whose handle is held.
      for (uint32_t operand : operands) {
        const Content content = Evaluate(operand, state, depth + 1);
        if (content.kind == Content::kSymbol && state.handles.Find(content.id)) return content;
      }
      return {};
    case ValueKind::Unary: {
      if (operands.empty()) return {};
      if (value.op() == Operator::AddressOf) {
        const PlaceId place = PlaceOf(operands[0], state, depth + 1);
        return place == kNone ? Content() : Content{Content::kAddress, Operator::None, place, 0};
      }
      if (value.op() == Operator::Dereference) return state.Load(PlaceOf(index, state, depth), &sources_);
      const Content content = Evaluate(operands[0], state, depth + 1);
      if (value.op() == Operator::Minus) return content.kind == Content::kNumber ? Number(static_cast<int64_t>(0 - static_cast<uint64_t>(content.number))) : Content();
      if (value.op() == Operator::Complement) return content.kind == Content::kNumber ? Number(~content.number) : Content();
      if (value.op() != Operator::Not) return {};
      switch (content.kind) {
        case Content::kNumber: return Number(content.number == 0);
        case Content::kSymbol: return {Content::kTest, Operator::Equal, content.id, 0};
        case Content::kTest: return {Content::kTest, Negated(content.op), content.id, content.number};
        case Content::kCondition: return {Content::kCondition, content.op == Operator::Not ? Operator::None : Operator::Not, content.id, 0};
        default: return {};
      }
    }
    case ValueKind::Binary: return EvaluateBinary(index, state, depth);
    default: return {};
  }
}

Content Walker::EvaluateBinary(uint32_t index, const State& state, int depth) {
  const facts::Value& value = ValueAt(index);
  auto operands = facts::Operands(f_, value);
  if (operands.size() != 2) return {};
  if (value.op() == Operator::LogicalAnd || value.op() == Operator::LogicalOr) return {Content::kCondition, Operator::None, index, 0};
  Content left = Evaluate(operands[0], state, depth + 1), right = Evaluate(operands[1], state, depth + 1);
  if (!IsComparison(value.op())) {
    if (left.kind != Content::kNumber || right.kind != Content::kNumber) return {};
    switch (value.op()) {
      case Operator::Or: return Number(left.number | right.number);
      case Operator::And: return Number(left.number & right.number);
      default: return {};
    }
  }
  Operator op = value.op();
  if (left.kind == Content::kNumber && right.kind != Content::kNumber) {
    std::swap(left, right);
    op = Mirrored(op);
  }
  const bool equality = op == Operator::Equal || op == Operator::NotEqual;
  // `file != stdin`: what was acquired here is nothing that was there before.
  if (equality && left.kind == Content::kSymbol && IsNothingElse(left, right, state)) return Number(op == Operator::NotEqual);
  if (right.kind != Content::kNumber) return {};
  if (left.kind == Content::kNumber) {
    const bool holds = Compare(Exactly(left.number), op, right.number).has_value();
    return Number(holds);
  }
  if (left.kind == Content::kSymbol) return {Content::kTest, op, left.id, right.number};
  if (equality && right.number == 0 && (left.kind == Content::kTest || left.kind == Content::kCondition)) {
    if (op == Operator::NotEqual) return left;
    if (left.kind == Content::kTest) return {Content::kTest, Negated(left.op), left.id, left.number};
    return {Content::kCondition, left.op == Operator::Not ? Operator::None : Operator::Not, left.id, 0};
  }
  // `(code & ~1) == 0`: 0 and 1 are success, what is negative is not.
  const facts::Value& masked = ValueAt(operands[0]);
  if (equality && right.number == 0 && masked.kind() == ValueKind::Binary && masked.op() == Operator::And && masked.operand_count() == 2) {
    auto parts = facts::Operands(f_, masked);
    const Content tested = Evaluate(parts[0], state, depth + 1), mask = Evaluate(parts[1], state, depth + 1);
    if (tested.kind == Content::kSymbol && mask.kind == Content::kNumber && mask.number == -2)
      return {Content::kTest, op == Operator::Equal ? Operator::GreaterEqual : Operator::Less, tested.id, 0};
  }
  return {};
}

// A handle of this function, and something else: a global that holds another, a standard stream or its descriptor.
bool Walker::IsNothingElse(const Content& left, const Content& right, const State& state) const {
  constexpr int64_t kStandardError = 2;
  const Handle* handle = state.handles.Find(left.id);
  const auto is_fresh = [&](SymbolValue symbol) { return origins_.count(symbol) != 0 && state.handles.Find(symbol) != nullptr; };
  if (right.kind == Content::kNumber) return handle && is_fresh(left.id) && handle->valid == (kZero | kPositive) && right.number >= 0 && right.number <= kStandardError;
  if (right.kind != Content::kSymbol || right.id == left.id || is_fresh(left.id) == is_fresh(right.id)) return false;
  const PlaceId other = sources_.PlaceOf(is_fresh(left.id) ? right.id : left.id);
  return other != kNone && table_.RootOf(other) == Root::kGlobal;
}

bool Walker::IsOutside(PlaceId place) const {
  switch (table_.RootOf(place)) {
    case Root::kLocal: {
      const uint32_t local = table_.IndexOf(place);
      const bool parameter = local < f_.parameter_count();
      if (table_.IsRoot(place)) return (parameter || references_.count(local) == 0) && IsReference(local);
      if (parameter || IsReference(local)) return true;
      const uint32_t type = f_.locals()->Get(local)->type();
      return type == kNone || unit_.types()->Get(type)->kind() == TypeKind::Pointer || !knowledge_.IsPlain(unit_index_, type);
    }
    default: return true;
  }
}

// Fields of bases have a destructor that runs, and so has the whole object where another constructor of it has ended.
bool Walker::IsUnderConstruction(PlaceId place) const {
  if (function_.symbol == kNone || program_.symbols()[function_.symbol].kind != facts::SymbolKind::Constructor) return false;
  if (table_.RootOf(place) != Root::kThis || table_.IsRoot(place) || !table_.IsRoot(table_.Parent(place)) || table_.LastStep(place) == kDereference) return false;
  const SymbolId own = program_.symbols()[function_.symbol].parent;
  const ProgramSymbol& field = program_.symbols()[table_.LastStep(place)];
  const facts::UnitFacts& unit = program_.unit(field.unit);
  const uint32_t type = unit.symbols()->Get(field.local)->type();
  if (field.parent != own || type == kNone || unit.types()->Get(type)->kind() != facts::TypeKind::Pointer) return false;
  for (const facts::Value* value : *f_.values()) {
    if (value->kind() != ValueKind::Construct) continue;
    const SymbolId constructor = program_.SymbolOf(id_, *value);
    if (constructor != kNone && program_.symbols()[constructor].parent == own) return false;
  }
  return true;
}

std::string Walker::NameOf(PlaceId place) const {
  std::string name;
  if (place == kNone) return name;
  const PlacePath path = table_.PathOf(place);
  if (path.root == Root::kLocal) name = facts::Text(unit_, f_.locals()->Get(path.index)->name());
  if (path.root == Root::kCapture) name = facts::Text(unit_, f_.captures()->Get(path.index)->name());
  if (path.root == Root::kGlobal && path.index != kNone) name = program_.symbols()[path.index].name;
  if (path.root == Root::kResult || path.root == Root::kFunction) return "";
  for (uint32_t step : path.steps) {
    if (step == kDereference) name = "*" + name;
    else if (step != kNone) name += fmt::format("{}{}", name.empty() ? "" : ".", program_.symbols()[step].name);
  }
  return name;
}

}  // namespace backlint::paths
