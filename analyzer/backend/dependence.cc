#include "backend/dependence.h"

#include <algorithm>
#include <utility>

namespace backlint {
namespace {

using facts::OpKind;
using facts::ValueKind;

constexpr int kMostDepth = 24;       // of nested values
constexpr int kMostRounds = 4;       // of what is made of what

// What rests on the call: values, and locals that were given one of them or written to along with it.
class Dependents {
 public:
  Dependents(const Program& program, FunctionId function, uint32_t call)
      : unit_(program.UnitOf(function)), f_(*program.functions()[function].facts), call_(call) {
    TakeOperands(call);
    for (int round = 0; round < kMostRounds; ++round) {
      const size_t before = locals_.size();
      for (const facts::Op* op : *f_.ops()) Spread(*op);
      if (locals_.size() == before) break;
    }
  }

  bool Has(uint32_t index, int depth = 0) const {
    if (index == kNone || depth > kMostDepth) return false;
    if (index == call_) return true;
    const facts::Value& value = *f_.values()->Get(index);
    if (value.kind() == ValueKind::Local || value.kind() == ValueKind::Parameter) return locals_.count(value.ref()) != 0;
    if (AsksConnection(value)) return true;
    for (const uint32_t operand : facts::Operands(f_, value))
      if (Has(operand, depth + 1)) return true;
    return false;
  }

 private:
  // The statement's object, and results that it writes to: variables of the function, by address, by reference, or called upon.
  void TakeOperands(uint32_t call) {
    const facts::Value& value = *f_.values()->Get(call);
    auto operands = facts::Operands(f_, value);
    const bool method = value.kind() == ValueKind::Call && (value.flags() & facts::kHasReceiver) != 0;
    for (size_t i = 0; i < operands.size(); ++i) {
      if (operands[i] == kNone) continue;
      const facts::Value& operand = *f_.values()->Get(operands[i]);
      if (operand.kind() == ValueKind::Unary && operand.op() == facts::Operator::AddressOf) AddLocal(facts::Operands(f_, operand)[0]);
      else if (i == 0 && method) AddOwn(operands[i]);
      else if (IsWritten(value, method ? i - 1 : i)) AddOwn(operands[i]);
    }
  }

  bool IsWritten(const facts::Value& call, size_t argument) const {
    if (call.ref() == kNone) return false;
    const facts::Symbol& callee = *unit_.symbols()->Get(call.ref());
    if (argument >= callee.parameter_count()) return false;
    const facts::Type& type = *unit_.types()->Get(unit_.type_lists()->Get(callee.first_parameter() + static_cast<uint32_t>(argument)));
    return type.kind() == facts::TypeKind::Reference && type.pointee() != kNone && !unit_.types()->Get(type.pointee())->is_const();
  }

  // `changes(db)`, `store_result(db)`: what the last statement on the connection has done, asked behind it.
  bool AsksConnection(const facts::Value& value) const {
    const facts::Value& call = *f_.values()->Get(call_);
    auto operands = facts::Operands(f_, value), own = facts::Operands(f_, call);
    if (value.kind() != ValueKind::Call || operands.size() != 1 || own.empty()) return false;
    const auto [line, column] = std::pair(value.location().line(), value.location().column());
    return std::pair(call.location().line(), call.location().column()) < std::pair(line, column) && IsSame(operands[0], own[0], 0);
  }

  bool IsSame(uint32_t a, uint32_t b, int depth) const {
    if (a == kNone || b == kNone || depth > kMostDepth) return false;
    const facts::Value &x = *f_.values()->Get(a), &y = *f_.values()->Get(b);
    auto left = facts::Operands(f_, x), right = facts::Operands(f_, y);
    if (x.kind() != y.kind() || x.ref() != y.ref() || left.size() != right.size()) return false;
    switch (x.kind()) {
      case ValueKind::Local: case ValueKind::Parameter: case ValueKind::Global: case ValueKind::This: case ValueKind::Capture: return true;
      case ValueKind::Member: case ValueKind::Cast: case ValueKind::Unary: return left.size() == 1 && IsSame(left[0], right[0], depth + 1);
      default: return false;
    }
  }

  void AddLocal(uint32_t index) {
    if (index == kNone) return;
    const facts::Value& value = *f_.values()->Get(index);
    if (value.kind() == ValueKind::Local) locals_.insert(value.ref());
  }

  // Parameters and what a caller has lent are used for other things too.
  void AddOwn(uint32_t index) {
    const facts::Value& value = *f_.values()->Get(index);
    if (value.kind() != ValueKind::Local || value.type() == kNone) return;
    if (unit_.types()->Get(value.type())->kind() == facts::TypeKind::Record) locals_.insert(value.ref());
  }

  void Spread(const facts::Op& op) {
    if (op.value() == kNone) return;
    if (op.kind() == OpKind::Declare && Has(op.value())) locals_.insert(op.ref());
    if (op.kind() == OpKind::Assign && Has(op.value())) AddLocal(op.target());
    if (op.kind() == OpKind::Call && op.value() != call_ && Has(op.value())) {
      const facts::Value& value = *f_.values()->Get(op.value());
      for (const uint32_t operand : facts::Operands(f_, value))
        if (operand != kNone && f_.values()->Get(operand)->kind() == ValueKind::Unary && f_.values()->Get(operand)->op() == facts::Operator::AddressOf)
          AddLocal(facts::Operands(f_, *f_.values()->Get(operand))[0]);
    }
  }

  const facts::UnitFacts& unit_;
  const facts::Function& f_;
  const uint32_t call_;
  std::set<uint32_t> locals_;
};

}  // namespace

Graph::Graph(const facts::Function& function) : f_(function), places_(function.values()->size(), {kNone, kNone}) {
  for (uint32_t block = 0; block < f_.blocks()->size(); ++block) {
    const facts::Block* at = f_.blocks()->Get(block);
    for (uint32_t i = 0; i < at->op_count(); ++i) {
      const facts::Op& op = *f_.ops()->Get(at->first_op() + i);
      if (op.kind() == OpKind::Call && op.value() != kNone) places_[op.value()] = {block, i};
    }
  }
}

uint32_t Graph::BlockOf(uint32_t call) const { return places_[call].first; }

std::vector<bool> Graph::Reachable(uint32_t block, uint32_t without) const {
  std::vector<bool> seen(f_.blocks()->size(), false);
  std::vector<uint32_t> pending = {block};
  while (!pending.empty()) {
    const uint32_t at = pending.back();
    pending.pop_back();
    for (const uint32_t next : facts::Successors(f_, *f_.blocks()->Get(at))) {
      if (seen[next] || next == without) continue;
      seen[next] = true;
      pending.push_back(next);
    }
  }
  return seen;
}

bool Graph::Follows(uint32_t first, uint32_t second) const {
  const auto [a, i] = places_[first];
  const auto [b, k] = places_[second];
  if (a == kNone || b == kNone) return false;
  return (a == b && i < k) || Reachable(a)[b];
}

bool Decides(const Program& program, FunctionId function, const Graph& graph, uint32_t first, uint32_t second) {
  const facts::Function& f = *program.functions()[function].facts;
  const uint32_t from = graph.BlockOf(first), to = graph.BlockOf(second);
  if (from == kNone || to == kNone || from == to) return false;
  std::vector<bool> behind = graph.Reachable(from);
  behind[from] = true;
  const Dependents dependents(program, function, first);
  for (uint32_t block = 0; block < f.blocks()->size(); ++block) {
    const facts::Block& at = *f.blocks()->Get(block);
    if (!behind[block] || at.op_count() == 0 || at.successor_count() < 2) continue;
    const facts::Op& last = *f.ops()->Get(at.first_op() + at.op_count() - 1);
    if ((last.kind() != OpKind::Branch && last.kind() != OpKind::Switch) || !dependents.Has(last.value())) continue;
    bool leads = false, misses = false;
    for (const uint32_t next : facts::Successors(f, at)) {
      const bool comes = next == to || graph.Reachable(next, from)[to];
      leads |= comes;
      misses |= !comes;
    }
    if (leads && misses) return true;
  }
  return false;
}

}  // namespace backlint
