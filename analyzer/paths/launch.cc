#include "paths/launch.h"

#include <algorithm>

#include "paths/callee_names.h"

namespace backlint::paths {

using facts::TypeKind;
using facts::ValueKind;

namespace {

constexpr int kMostDepth = 12;
constexpr size_t kMostBodies = 32;

const facts::Value& ValueOf(const Program& program, FunctionId function, uint32_t value) {
  return *program.functions()[function].facts->values()->Get(value);
}

std::string ConstructorOf(std::string_view type) {
  const size_t colon = type.rfind("::");
  return std::string(type) + "::" + std::string(colon == type.npos ? type : type.substr(colon + 2));
}

// The first argument of a template's type that is a class: what a container holds.
std::string_view Held(const facts::UnitFacts& unit, uint32_t index) {
  for (int depth = 0; index != kNone && depth < 3; ++depth) {
    const facts::Type* type = unit.types()->Get(index);
    if (type->kind() == TypeKind::Record) {
      const uint32_t held = type->argument_count() == 0 ? kNone : unit.type_lists()->Get(type->first_argument());
      if (held == kNone) return {};
      const facts::Type* element = unit.types()->Get(held);
      if (element->kind() == TypeKind::Record && element->argument_count() != 0 && facts::Text(unit, element->name()).ends_with("_ptr")) return Held(unit, held);
      return facts::Text(unit, element->name());
    }
    index = type->pointee();
  }
  return {};
}

std::string MadeIn(const Program& program, FunctionId caller, uint32_t call) {
  const facts::Value& value = ValueOf(program, caller, call);
  const SymbolId callee = program.SymbolOf(caller, value);
  if (value.kind() != ValueKind::Call || callee == kNone || (program.symbols()[callee].flags & facts::kInProject) != 0) return "";
  const facts::Function& f = *program.functions()[caller].facts;
  auto operands = facts::Operands(f, value);
  const bool method = (value.flags() & facts::kHasReceiver) != 0 && !operands.empty() && operands[0] != kNone;
  if (method && !program.symbols()[callee].name.starts_with("emplace")) return "";
  const std::string_view held = Held(program.UnitOf(caller), method ? f.values()->Get(operands[0])->type() : value.type());
  return held.empty() ? "" : ConstructorOf(held);
}

bool Names(const Program& program, FunctionId caller, uint32_t argument, std::string_view object) {
  for (int depth = 0; argument != kNone && depth < kMostDepth; ++depth) {
    const facts::Value& value = ValueOf(program, caller, argument);
    const SymbolId symbol = program.SymbolOf(caller, value);
    if (symbol != kNone && program.symbols()[symbol].qualified == object) return true;
    auto operands = facts::Operands(*program.functions()[caller].facts, value);
    if (operands.size() != 1) return false;
    argument = operands[0];
  }
  return false;
}

void AddOverriders(const Program& program, SymbolId symbol, std::vector<FunctionId>* bodies) {
  std::vector<SymbolId> all = {symbol};
  for (size_t i = 0; i < all.size() && bodies->size() < kMostBodies; ++i) {
    for (FunctionId body : program.symbols()[all[i]].definitions) bodies->push_back(body);
    for (SymbolId overrider : program.symbols()[all[i]].overriders)
      if (std::find(all.begin(), all.end(), overrider) == all.end()) all.push_back(overrider);
  }
}

// `task->get_future()` in a template, where the task's own type is not known: its exceptions are in the future.
bool GivesFuture(const Program& program, FunctionId function, const facts::Value& object) {
  const facts::Function& f = *program.functions()[function].facts;
  for (const facts::Op* op : *f.ops()) {
    if (op->kind() != facts::OpKind::Call || op->value() == kNone) continue;
    const facts::Value& call = *f.values()->Get(op->value());
    const SymbolId callee = program.SymbolOf(function, call);
    auto operands = facts::Operands(f, call);
    if (callee == kNone || operands.empty() || operands[0] == kNone || program.symbols()[callee].name != "get_future") continue;
    const facts::Value* receiver = f.values()->Get(operands[0]);
    while (receiver->kind() != object.kind() && receiver->operand_count() != 0 && facts::Operands(f, *receiver)[0] != kNone)
      receiver = f.values()->Get(facts::Operands(f, *receiver)[0]);
    if (receiver->kind() == object.kind() && receiver->ref() == object.ref()) return true;
  }
  return false;
}

// An object on the way keeps what is thrown.
bool IsKept(const flow::Vocabulary& vocabulary, FunctionId function, uint32_t index) {
  const Program& program = vocabulary.program();
  for (int depth = 0; index != kNone && depth < kMostDepth; ++depth) {
    const ProgramFunction& owner = program.functions()[function];
    const facts::Value& value = ValueOf(program, function, index);
    if (HasAsyncRole(vocabulary, owner.unit, value.type(), AsyncRole::kGuard)) return true;
    auto operands = facts::Operands(*owner.facts, value);
    if (value.kind() == ValueKind::Capture) {
      index = owner.facts->captures()->Get(value.ref())->value();
      function = owner.encloser;
      if (function == kNone) return false;
    } else if (value.kind() == ValueKind::Local) {
      if (GivesFuture(program, function, value)) return true;
      index = program.InitialValue(function, value.ref());
    } else {
      index = operands.empty() ? kNone : operands[0];
    }
  }
  return false;
}

}  // namespace

std::vector<const AsyncRow*> AsyncRowsOf(const flow::Vocabulary& vocabulary, FunctionId caller, uint32_t call) {
  const Program& program = vocabulary.program();
  std::vector<std::string> names = CalleeNames(program, caller, call);
  if (std::string made = MadeIn(program, caller, call); !made.empty()) names.push_back(std::move(made));
  std::vector<const AsyncRow*> rows;
  for (const std::string& name : names) {
    auto found = vocabulary.models().FindAsync(name);
    rows.assign(found.begin(), found.end());
    if (!rows.empty()) break;
  }
  auto arguments = facts::Arguments(*program.functions()[caller].facts, ValueOf(program, caller, call));
  std::erase_if(rows, [&](const AsyncRow* row) {
    return !row->with.empty() && std::none_of(arguments.begin(), arguments.end(), [&](uint32_t a) { return Names(program, caller, a, row->with); });
  });
  // The more special row speaks alone.
  if (std::any_of(rows.begin(), rows.end(), [](const AsyncRow* row) { return !row->with.empty(); }))
    std::erase_if(rows, [](const AsyncRow* row) { return row->with.empty(); });
  return rows;
}

std::vector<FunctionId> BodiesRun(const flow::Vocabulary& vocabulary, FunctionId function, uint32_t index) {
  const Program& program = vocabulary.program();
  if (index == kNone || IsKept(vocabulary, function, index)) return {};
  const facts::Value& value = ValueOf(program, function, index);
  if (value.kind() == ValueKind::Call)
    for (const AsyncRow* row : AsyncRowsOf(vocabulary, function, index)) {
      if (row->role == AsyncRole::kGuard) return {};
      if (row->role == AsyncRole::kWrap) return BodiesLaunched(vocabulary, function, index, *row);
    }
  std::vector<FunctionId> bodies;
  for (const Callable& callable : program.CallablesOf(function, index)) {
    if (callable.body != kNone) bodies.push_back(callable.body);
    else AddOverriders(program, callable.symbol, &bodies);
  }
  std::sort(bodies.begin(), bodies.end());
  bodies.erase(std::unique(bodies.begin(), bodies.end()), bodies.end());
  // Work that is begun by calling a function, `spawn(context, serve(socket))`.
  if (bodies.empty() && value.kind() == ValueKind::Call && HasAsyncRole(vocabulary, program.functions()[function].unit, value.type(), AsyncRole::kTask))
    bodies = program.Targets(function, index);
  return bodies;
}

std::vector<FunctionId> BodiesLaunched(const flow::Vocabulary& vocabulary, FunctionId caller, uint32_t call, const AsyncRow& row) {
  auto arguments = facts::Arguments(*vocabulary.program().functions()[caller].facts, ValueOf(vocabulary.program(), caller, call));
  for (int place = row.first; place <= row.last && static_cast<size_t>(place) <= arguments.size(); ++place)
    if (std::vector<FunctionId> bodies = BodiesRun(vocabulary, caller, arguments[place - 1]); !bodies.empty()) return bodies;
  return {};
}

bool HasAsyncRole(const flow::Vocabulary& vocabulary, uint32_t unit, uint32_t index, AsyncRole role) {
  const facts::UnitFacts& facts = vocabulary.program().unit(unit);
  for (int depth = 0; index != kNone && depth < 4; ++depth) {
    const facts::Type* type = facts.types()->Get(index);
    if (type->kind() == TypeKind::Record) {
      const auto rows = vocabulary.models().FindAsync(facts::Text(facts, type->name()));
      if (std::any_of(rows.begin(), rows.end(), [&](const AsyncRow* row) { return row->role == role; })) return true;
      // A pointer that owns.
      index = type->argument_count() != 0 && facts::Text(facts, type->name()).ends_with("_ptr") ? facts.type_lists()->Get(type->first_argument()) : kNone;
      continue;
    }
    index = type->pointee();
  }
  return false;
}

uint32_t ParameterOf(const Program& program, FunctionId function, uint32_t index) {
  const facts::Function& f = *program.functions()[function].facts;
  for (int depth = 0; index != kNone && depth < kMostDepth; ++depth) {
    const facts::Value& value = *f.values()->Get(index);
    auto operands = facts::Operands(f, value);
    switch (value.kind()) {
      case ValueKind::Parameter: return value.ref();
      case ValueKind::Cast: case ValueKind::Unary: index = operands.empty() ? kNone : operands[0]; break;
      case ValueKind::Construct: index = operands.size() == 1 ? operands[0] : kNone; break;
      case ValueKind::Call: {
        const SymbolId callee = program.SymbolOf(function, value);
        const bool hands_on = callee != kNone && (program.symbols()[callee].flags & facts::kInProject) == 0 && operands.size() == 1;
        index = hands_on ? operands[0] : kNone;
        break;
      }
      default: return kNone;
    }
  }
  return kNone;
}

}  // namespace backlint::paths
