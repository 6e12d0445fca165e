#include "link/callables.h"

#include "link/program.h"

namespace backlint {

using facts::OpKind;
using facts::Operator;
using facts::TypeKind;
using facts::ValueKind;

namespace {

constexpr size_t kMostFound = 32;
constexpr size_t kMostSeen = 400;      // values on the way

const facts::Function& FactsOf(const Program& program, uint32_t function) { return *program.functions()[function].facts; }

// The receiver of a library's call: a container, a holder, an iterator that hands out what it was given.
uint32_t HolderOf(const Program& program, uint32_t function, const facts::Value& call) {
  if (call.kind() != ValueKind::Call || (call.flags() & facts::kHasReceiver) == 0) return kNone;
  const SymbolId callee = program.SymbolOf(function, call);
  if (callee == kNone || (program.symbols()[callee].flags & facts::kInProject) != 0) return kNone;
  auto operands = facts::Operands(FactsOf(program, function), call);
  return operands.empty() ? kNone : operands[0];
}

// `bind(&Class::method, object, values...)`: a function by its name, and what it is called with.
bool BindsFirst(const facts::Function& f, std::span<const uint32_t> arguments) {
  uint32_t first = arguments.empty() ? kNone : arguments[0];
  for (int depth = 0; first != kNone && depth < 4; ++depth) {
    const facts::Value& value = *f.values()->Get(first);
    if (value.kind() == ValueKind::FunctionRef) return true;
    auto operands = facts::Operands(f, value);
    first = operands.size() == 1 ? operands[0] : kNone;
  }
  return false;
}

}  // namespace

void Callables::Collect(const Program& program) {
  for (uint32_t id = 0; id < program.functions().size(); ++id) {
    const facts::Function& f = FactsOf(program, id);
    for (const facts::Op* op : *f.ops()) {
      if (op->value() == kNone) continue;
      const Value value = {id, op->value()};
      if (op->kind() == OpKind::Call) CollectCall(program, value);
      if (op->kind() == OpKind::Declare && CanBeCalled(program, value)) locals_[{id, op->ref()}].push_back(value);
      if (op->kind() == OpKind::Assign && op->target() != kNone && CanBeCalled(program, value)) Give(program, {id, op->target()}, value);
    }
    // `Hooks hooks{lambda, function}`: by the order of the fields.
    for (uint32_t v = 0; v < f.values()->size(); ++v) {
      const facts::Value& list = *f.values()->Get(v);
      if (list.kind() != ValueKind::InitList || list.type() == kNone) continue;
      const std::span<const SymbolId> fields = program.FieldsOf(program.Symbol(program.functions()[id].unit, program.UnitOf(id).types()->Get(list.type())->record()));
      auto elements = facts::Operands(f, list);
      for (size_t i = 0; i < elements.size() && i < fields.size(); ++i)
        if (elements[i] != kNone && CanBeCalled(program, {id, elements[i]})) symbols_[fields[i]].push_back({id, elements[i]});
    }
  }
}

// A library's object that is given a callable keeps it: `handlers.push_back(f)`, `on_row = f`.
void Callables::CollectCall(const Program& program, Value call) {
  const facts::Function& f = FactsOf(program, call.first);
  const facts::Value& value = *f.values()->Get(call.second);
  const uint32_t holder = HolderOf(program, call.first, value);
  if (holder == kNone) return;
  for (uint32_t argument : facts::Arguments(f, value))
    if (argument != kNone && CanBeCalled(program, {call.first, argument})) Give(program, {call.first, holder}, {call.first, argument});
}

void Callables::Give(const Program& program, Value place, Value value) {
  const facts::Function& f = FactsOf(program, place.first);
  for (int depth = 0; depth < 8; ++depth) {
    const facts::Value& target = *f.values()->Get(place.second);
    auto operands = facts::Operands(f, target);
    switch (target.kind()) {
      case ValueKind::Local: case ValueKind::Parameter: locals_[{place.first, target.ref()}].push_back(value); return;
      case ValueKind::Member: case ValueKind::Global: {
        const SymbolId symbol = program.SymbolOf(place.first, target);
        if (symbol != kNone) symbols_[symbol].push_back(value);
        return;
      }
      case ValueKind::Call: place.second = HolderOf(program, place.first, target); break;
      case ValueKind::Unary: case ValueKind::Cast: case ValueKind::Index: place.second = operands.empty() ? kNone : operands[0]; break;
      default: return;
    }
    if (place.second == kNone) return;
  }
}

bool Callables::CanBeCalled(const Program& program, Value value) {
  const facts::Value& v = *FactsOf(program, value.first).values()->Get(value.second);
  if (v.kind() == ValueKind::Lambda || v.kind() == ValueKind::FunctionRef) return true;
  return TypeCanBeCalled(program, program.functions()[value.first].unit, v.type(), 0);
}

// Pointers to functions, what is made with a function's type, and what is not known before a template is used.
bool Callables::TypeCanBeCalled(const Program& program, uint32_t unit, uint32_t index, int depth) {
  if (index == kNone || depth > 4) return false;
  auto [entry, added] = types_.emplace(Value{unit, index}, false);
  if (!added) return entry->second;
  const facts::UnitFacts& facts = program.unit(unit);
  const facts::Type* type = facts.types()->Get(index);
  bool can = type->kind() == TypeKind::Function || type->kind() == TypeKind::Dependent;
  if (!can && type->pointee() != kNone) can = TypeCanBeCalled(program, unit, type->pointee(), depth + 1);
  for (uint32_t i = 0; !can && i < type->argument_count(); ++i) can = TypeCanBeCalled(program, unit, facts.type_lists()->Get(type->first_argument() + i), depth + 1);
  return types_[{unit, index}] = can;
}

std::vector<Callable> Callables::Of(const Program& program, uint32_t function, uint32_t value) const {
  Search search;
  Follow(program, {function, value}, &search);
  return {search.found.begin(), search.found.end()};
}

void Callables::Follow(const Program& program, Value at, Search* search) const {
  if (at.second == kNone || search->found.size() >= kMostFound || search->seen.size() >= kMostSeen || !search->seen.insert(at).second) return;
  const ProgramFunction& function = program.functions()[at.first];
  const facts::Value& value = *function.facts->values()->Get(at.second);
  auto operands = facts::Operands(*function.facts, value);
  const auto follow_all = [&](const std::vector<Value>& values) {
    for (const Value& one : values) Follow(program, one, search);
  };
  switch (value.kind()) {
    case ValueKind::Lambda: search->found.insert({program.Body(function.unit, value.ref()), kNone}); return;
    case ValueKind::FunctionRef:
      if (const SymbolId symbol = program.SymbolOf(at.first, value); symbol != kNone) search->found.insert({kNone, symbol});
      return;
    case ValueKind::Local: case ValueKind::Parameter:
      if (auto given = locals_.find({at.first, value.ref()}); given != locals_.end()) follow_all(given->second);
      if (value.kind() == ValueKind::Parameter) FollowParameter(program, at.first, value.ref(), search);
      return;
    case ValueKind::Capture:
      if (function.encloser != kNone) Follow(program, {function.encloser, function.facts->captures()->Get(value.ref())->value()}, search);
      return;
    case ValueKind::Member: case ValueKind::Global: {
      const SymbolId symbol = program.SymbolOf(at.first, value);
      if (auto given = symbols_.find(symbol); given != symbols_.end()) return follow_all(given->second);
      if (value.kind() == ValueKind::Member && !operands.empty()) Follow(program, {at.first, operands[0]}, search);     // `entry.second`
      return;
    }
    case ValueKind::Call: {
      // A mover or a wrapper of one argument hands it on.
      const SymbolId callee = program.SymbolOf(at.first, value);
      auto arguments = facts::Arguments(*function.facts, value);
      const uint32_t holder = HolderOf(program, at.first, value);
      if (holder != kNone) Follow(program, {at.first, holder}, search);
      else if (callee != kNone && (program.symbols()[callee].flags & facts::kInProject) == 0 && (arguments.size() == 1 || BindsFirst(*function.facts, arguments)))
        Follow(program, {at.first, arguments[0]}, search);
      return;
    }
    case ValueKind::Index:
      if (!operands.empty()) Follow(program, {at.first, operands[0]}, search);
      return;
    case ValueKind::Cast: case ValueKind::Construct: case ValueKind::Unary: case ValueKind::New: case ValueKind::InitList: case ValueKind::Phi:
    case ValueKind::Conditional:
      for (uint32_t operand : operands) Follow(program, {at.first, operand}, search);
      return;
    default: return;
  }
}

void Callables::FollowParameter(const Program& program, uint32_t function, uint32_t parameter, Search* search) const {
  if ((program.functions()[function].facts->flags() & facts::kLambda) != 0) return;
  for (const CallSite& site : program.CallersOf(function)) {
    const facts::Function& caller = FactsOf(program, site.caller);
    auto arguments = facts::Arguments(caller, *caller.values()->Get(site.value));
    if (parameter < arguments.size()) Follow(program, {site.caller, arguments[parameter]}, search);
  }
}

}  // namespace backlint
