#include "backend/lost_result.h"

#include <algorithm>

#include "paths/launch.h"

namespace backlint {

using facts::OpKind;
using facts::TypeKind;
using facts::ValueKind;

namespace {

// The value is the call, perhaps moved.
bool IsCall(const facts::Function& f, uint32_t value, uint32_t call) {
  for (int depth = 0; value != kNone && depth < 6; ++depth) {
    if (value == call) return true;
    const facts::Value& v = *f.values()->Get(value);
    auto operands = facts::Operands(f, v);
    const bool through = v.kind() == ValueKind::Cast || v.kind() == ValueKind::Construct;
    value = through && operands.size() == 1 ? operands[0] : kNone;
  }
  return false;
}

// `wait`, `wait_for`, `valid`: nobody sees an exception by that.
bool OnlyWaits(const Program& program, FunctionId function, const facts::Value& call) {
  const SymbolId callee = program.SymbolOf(function, call);
  return callee != kNone && (program.symbols()[callee].name.starts_with("wait") || program.symbols()[callee].name == "valid");
}

}  // namespace

bool IsNeverRead(const Program& program, FunctionId function, uint32_t call) {
  const facts::Function& f = *program.functions()[function].facts;
  uint32_t local = kNone;
  for (const facts::Op* op : *f.ops())
    if (op->kind() == OpKind::Declare && IsCall(f, op->value(), call)) local = op->ref();
  if (local == kNone) return false;
  const uint32_t type = f.locals()->Get(local)->type();
  if (type == kNone || program.UnitOf(function).types()->Get(type)->kind() != TypeKind::Record) return false;
  for (const facts::Value* value : *f.values()) {
    auto operands = facts::Operands(f, *value);
    for (size_t i = 0; i < operands.size(); ++i) {
      if (operands[i] == kNone) continue;
      const facts::Value& used = *f.values()->Get(operands[i]);
      if (used.kind() != ValueKind::Local || used.ref() != local) continue;
      const bool waited_for = i == 0 && value->kind() == ValueKind::Call && (value->flags() & facts::kHasReceiver) != 0 && OnlyWaits(program, function, *value);
      if (!waited_for) return false;
    }
  }
  const auto is = [&](uint32_t value) { return value != kNone && f.values()->Get(value)->kind() == ValueKind::Local && f.values()->Get(value)->ref() == local; };
  for (const facts::Op* op : *f.ops())
    if (op->kind() != OpKind::ScopeEnd && op->kind() != OpKind::Declare && (is(op->value()) || is(op->target()))) return false;
  for (FunctionId lambda : program.functions()[function].lambdas)
    for (const facts::Capture* capture : *program.functions()[lambda].facts->captures())
      if (is(capture->value())) return false;
  return true;
}

std::vector<AsyncDefect> FindDroppedTasks(const flow::Vocabulary& vocabulary) {
  const Program& program = vocabulary.program();
  std::vector<AsyncDefect> defects;
  for (FunctionId id = 0; id < program.functions().size(); ++id) {
    const ProgramFunction& function = program.functions()[id];
    for (const facts::Op* op : *function.facts->ops()) {
      if (op->kind() != OpKind::Call || (op->flags() & facts::kDropped) == 0 || (op->flags() & (facts::kAwaited | facts::kVoidCast)) != 0) continue;
      const facts::Value& call = *function.facts->values()->Get(op->value());
      const SymbolId callee = program.SymbolOf(id, call);
      const facts::Type* type = call.type() == kNone ? nullptr : program.unit(function.unit).types()->Get(call.type());
      if (call.kind() != ValueKind::Call || callee == kNone || type == nullptr || type->kind() != TypeKind::Record) continue;
      // Assignments answer the object itself.
      if (program.symbols()[callee].name.starts_with("operator") || !paths::HasAsyncRole(vocabulary, function.unit, call.type(), AsyncRole::kTask)) continue;
      AsyncDefect defect;
      defect.end = AsyncEnd::kNotAwaited;
      defect.place = program.PlaceOf(function.unit, op->location());
      defect.function = program.FunctionName(id);
      defect.what = program.symbols()[callee].qualified;
      defect.certain = true;
      defects.push_back(std::move(defect));
    }
  }
  return defects;
}

}  // namespace backlint
