#include "backend/value_path.h"

#include <algorithm>

#include <fmt/format.h>

namespace backlint {
namespace {

using facts::Operator;
using facts::OpKind;
using facts::ValueKind;

constexpr int kMostDepth = 16;       // of nested values

// A method's place is 0 for the object, 1 for the first argument; 0 and up for operands of free functions.
int DefaultPlace(Role role) { return role == Role::kCopy || role == Role::kReplace ? 0 : 1; }

bool Step(ValuePath* path, std::string_view step) {
  if (path->root == ValuePath::kLiteral) path->root = ValuePath::kNone;
  if (path->root == ValuePath::kNone) return false;
  path->steps += step;
  return true;
}

}  // namespace

ValuePath ValuePaths::Of(FunctionId function, uint32_t index, int depth) const {
  if (index == kNone || depth > kMostDepth) return {};
  const facts::Function& f = *program_.functions()[function].facts;
  const facts::UnitFacts& unit = program_.UnitOf(function);
  const facts::Value& value = *f.values()->Get(index);
  auto operands = facts::Operands(f, value);
  switch (value.kind()) {
    case ValueKind::Integer: case ValueKind::EnumConstant: return {ValuePath::kLiteral, kNone, 0, fmt::format("{}", value.number())};
    case ValueKind::String: case ValueKind::Float: return {ValuePath::kLiteral, kNone, 0, std::string(facts::Text(unit, value.ref()))};
    case ValueKind::Parameter: case ValueKind::Local: return OfVariable(function, value, depth);
    case ValueKind::Capture: {
      const FunctionId encloser = program_.functions()[function].encloser;
      return encloser == kNone ? ValuePath{} : Of(encloser, f.captures()->Get(value.ref())->value(), depth + 1);
    }
    case ValueKind::This: return {ValuePath::kThis, function, 0, ""};
    case ValueKind::Global: {
      const SymbolId symbol = program_.SymbolOf(function, value);
      return symbol == kNone ? ValuePath{} : ValuePath{ValuePath::kGlobal, kNone, symbol, ""};
    }
    case ValueKind::Member: {
      if (operands.empty() || value.ref() == kNone) return {};
      ValuePath path = Of(function, operands[0], depth + 1);
      Step(&path, fmt::format(".{}", facts::Text(unit, unit.symbols()->Get(value.ref())->name())));
      return path;
    }
    case ValueKind::Call: return OfCall(function, index, depth);
    case ValueKind::Index: {
      if (operands.size() != 2) return {};
      ValuePath path = Of(function, operands[0], depth + 1);
      const ValuePath at = Of(function, operands[1], depth + 1);
      if (at.root == ValuePath::kNone) return {};
      Step(&path, fmt::format("[{}{}]", at.index, at.steps));
      return path;
    }
    case ValueKind::Unary:
      if (value.op() != Operator::Dereference && value.op() != Operator::AddressOf) return {};
      return operands.empty() ? ValuePath{} : Of(function, operands[0], depth + 1);
    case ValueKind::Cast: case ValueKind::Await: case ValueKind::Construct: case ValueKind::Phi:
      return operands.size() == 1 || (value.kind() == ValueKind::Construct && !operands.empty() && facts::Arguments(f, value).size() == 1)
                 ? Of(function, operands[0], depth + 1)
                 : ValuePath{};
    default: return {};
  }
}

// A constant of the function is another name of what it was made of, unless a call made it: that may answer something else each time.
ValuePath ValuePaths::OfVariable(FunctionId function, const facts::Value& value, int depth) const {
  const ValuePath own = {ValuePath::kVariable, function, value.ref(), ""};
  const facts::Function& f = *program_.functions()[function].facts;
  if (value.kind() == ValueKind::Parameter || value.ref() >= f.locals()->size()) return own;
  const facts::Local& local = *f.locals()->Get(value.ref());
  if ((local.flags() & (facts::kRangeVariable | facts::kParameter | facts::kCatchVariable)) != 0) return own;
  const uint32_t initial = program_.InitialValue(function, value.ref());
  if (initial == kNone || ChangesBetween(own, local.location().line() + 1, UINT32_MAX)) return own;
  const ValuePath made = Of(function, initial, depth + 1);
  // A constant to begin with may be written over through its address.
  return !made.IsKey() || made.steps.ends_with("()") ? own : made;
}

// Does a row say that the call answers what stands in this place, in some form?
bool ValuePaths::HandsOn(FunctionId function, uint32_t call, int place) const {
  for (const CallRow* row : vocabulary_.RowsOf(function, call)) {
    switch (row->role) {
      case Role::kNumber: case Role::kHarmless: return true;
      case Role::kEscape: case Role::kCopy: {
        const int value = row->value != kAbsent ? row->value : row->values.first != kAbsent ? row->values.first : DefaultPlace(row->role);
        if (value == place && row->to == kAbsent) return true;
        break;
      }
      case Role::kAssign: case Role::kConcat: return row->values.first == kAbsent || row->values.first == place;
      default: break;
    }
  }
  return false;
}

ValuePath ValuePaths::OfCall(FunctionId function, uint32_t index, int depth) const {
  const facts::Function& f = *program_.functions()[function].facts;
  const facts::UnitFacts& unit = program_.UnitOf(function);
  const facts::Value& value = *f.values()->Get(index);
  auto operands = facts::Operands(f, value);
  std::vector<uint32_t> written;
  for (uint32_t argument : facts::Arguments(f, value))
    if (argument != kNone && (f.values()->Get(argument)->flags() & facts::kImplicit) == 0) written.push_back(argument);
  const bool method = (value.flags() & facts::kHasReceiver) != 0 && !operands.empty();
  const std::string_view name = value.ref() == kNone ? "" : facts::Text(unit, unit.symbols()->Get(value.ref())->name());
  if ((value.flags() & facts::kOperatorCall) != 0) {
    // Smart pointers and iterators lead to one thing; `map[key]` to another.
    if (operands.size() == 1) return Of(function, operands[0], depth + 1);
    if (name != "operator[]" || operands.size() != 2) return {};
    ValuePath path = Of(function, operands[0], depth + 1);
    const ValuePath at = Of(function, operands[1], depth + 1);
    if (at.root == ValuePath::kNone) return {};
    Step(&path, fmt::format("[{}{}]", at.index, at.steps));
    return path;
  }
  if (method && written.empty()) {
    ValuePath path = Of(function, operands[0], depth + 1);
    if (!HandsOn(function, index, 0)) Step(&path, fmt::format(".{}()", name));
    return path;
  }
  if (written.size() != 1) return {};
  ValuePath path = Of(function, written[0], depth + 1);
  if (!HandsOn(function, index, 1)) Step(&path, fmt::format(".{}()", name));
  return path;
}

ValuePath ValuePaths::Of(const QueryHole& hole) const {
  if (hole.function == kNone) return {};
  if (hole.parameter != kNone) return {ValuePath::kVariable, hole.function, hole.parameter, ""};
  return Of(hole.function, hole.value);
}

ValuePath ValuePaths::Outward(const ValuePath& path, FunctionId callee, FunctionId caller, uint32_t call) const {
  if (path.root == ValuePath::kLiteral || path.root == ValuePath::kGlobal) return path;
  if (path.root == ValuePath::kNone || path.function != callee) return path;
  const facts::Function& f = *program_.functions()[caller].facts;
  const facts::Value& value = *f.values()->Get(call);
  ValuePath base;
  if (path.root == ValuePath::kThis) {
    auto operands = facts::Operands(f, value);
    if (value.kind() == ValueKind::Call && (value.flags() & facts::kHasReceiver) != 0 && !operands.empty()) base = Of(caller, operands[0]);
  } else {
    auto arguments = facts::Arguments(f, value);
    if (path.index < program_.functions()[callee].facts->parameter_count() && path.index < arguments.size()) base = Of(caller, arguments[path.index]);
  }
  if (!path.steps.empty()) Step(&base, path.steps);
  return base;
}

std::string ValuePaths::NameOf(const ValuePath& path) const {
  std::string name;
  if (path.root == ValuePath::kVariable) {
    const facts::Function& f = *program_.functions()[path.function].facts;
    name = facts::Text(program_.UnitOf(path.function), f.locals()->Get(path.index)->name());
  } else if (path.root == ValuePath::kGlobal) {
    name = program_.symbols()[path.index].name;
  } else if (path.root == ValuePath::kThis) {
    return path.steps.empty() ? "this" : path.steps.substr(1);
  }
  return name + path.steps;
}

bool ValuePaths::ChangesBetween(const ValuePath& path, uint32_t first_line, uint32_t last_line) const {
  if (path.root != ValuePath::kVariable || path.function == kNone) return false;
  const facts::Function& f = *program_.functions()[path.function].facts;
  for (const facts::Op* op : *f.ops()) {
    if (op->location().line() < first_line || op->location().line() > last_line) continue;
    if (op->kind() != OpKind::Assign || op->target() == kNone) continue;
    const facts::Value& target = *f.values()->Get(op->target());
    if ((target.kind() == ValueKind::Local || target.kind() == ValueKind::Parameter) && target.ref() == path.index) return true;
  }
  return false;
}

}  // namespace backlint
