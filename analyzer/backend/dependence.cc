#include "backend/dependence.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/name_words.h"

namespace backlint {
namespace {

using facts::Operator;
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

// What the outcome of a condition says about the rows that were asked for.
enum class Outcome : uint8_t { kUnread, kNothing, kSomething };

Outcome Opposite(Outcome tells) { return tells == Outcome::kNothing ? Outcome::kSomething : tells == Outcome::kSomething ? Outcome::kNothing : tells; }

// Reads conditions: counts and ids that are compared with 0, 1 or -1, pointers and optionals, and calls whose names say what they tell.
class ConditionReader {
 public:
  ConditionReader(const flow::Vocabulary& vocabulary, FunctionId function, uint32_t call, const Dependents& dependents)
      : vocabulary_(vocabulary), program_(vocabulary.program()), id_(function), f_(*program_.functions()[function].facts), call_(call), dependents_(dependents) {}

  // When the condition holds, or does not.
  Outcome Of(uint32_t index, bool holds, int depth = 0) const {
    if (index == kNone || depth > kMostDepth || !dependents_.Has(index)) return Outcome::kUnread;
    const facts::Value& value = *f_.values()->Get(index);
    auto operands = facts::Operands(f_, value);
    switch (value.kind()) {
      case ValueKind::Unary: return operands.size() == 1 && value.op() == Operator::Not ? Of(operands[0], !holds, depth + 1) : Outcome::kUnread;
      case ValueKind::Cast: return operands.size() == 1 ? Of(operands[0], holds, depth + 1) : Outcome::kUnread;
      case ValueKind::Binary: return OfBinary(value, holds, depth);
      case ValueKind::Local: return OfLocal(value, holds, depth);
      case ValueKind::Call: return OfCall(index, holds, depth);
      default: return Outcome::kUnread;
    }
  }

 private:
  Outcome OfBinary(const facts::Value& value, bool holds, int depth) const {
    auto operands = facts::Operands(f_, value);
    if (operands.size() != 2 || operands[0] == kNone || operands[1] == kNone) return Outcome::kUnread;
    if (value.op() == Operator::LogicalAnd || value.op() == Operator::LogicalOr) {
      const Outcome left = Of(operands[0], holds, depth + 1), right = Of(operands[1], holds, depth + 1);
      if (left == right) return left;
      // Both sides are known only when `and` holds, or `or` does not.
      if ((value.op() == Operator::LogicalAnd) != holds) return Outcome::kUnread;
      return left == Outcome::kUnread ? right : right == Outcome::kUnread ? left : Outcome::kSomething;
    }
    if (IsConstant(operands[0]) && !IsConstant(operands[1])) return OfComparison(operands[1], Turned(value.op()), operands[0], holds, depth);
    return OfComparison(operands[0], value.op(), operands[1], holds, depth);
  }

  static Operator Turned(Operator op) {
    switch (op) {
      case Operator::Less: return Operator::Greater;
      case Operator::LessEqual: return Operator::GreaterEqual;
      case Operator::Greater: return Operator::Less;
      case Operator::GreaterEqual: return Operator::LessEqual;
      default: return op;
    }
  }

  bool IsConstant(uint32_t index) const {
    const ValueKind kind = f_.values()->Get(index)->kind();
    return kind == ValueKind::Integer || kind == ValueKind::Null || kind == ValueKind::EnumConstant || (kind == ValueKind::Unary && NumberOf(index) == -1);
  }

  int64_t NumberOf(uint32_t index) const {
    const facts::Value& value = *f_.values()->Get(index);
    if (value.kind() != ValueKind::Unary || value.op() != Operator::Minus || value.operand_count() != 1) return value.number();
    const facts::Value& operand = *f_.values()->Get(facts::Operands(f_, value)[0]);
    return operand.kind() == ValueKind::Integer ? -operand.number() : 0;
  }

  Outcome OfComparison(uint32_t left, Operator op, uint32_t right, bool holds, int depth) const {
    const facts::Value& end = *f_.values()->Get(right);
    const bool equal = op == Operator::Equal, differs = op == Operator::NotEqual;
    const bool orders = op == Operator::Less || op == Operator::LessEqual || op == Operator::Greater || op == Operator::GreaterEqual;
    if (end.kind() == ValueKind::Null) return equal ? Of(left, !holds, depth + 1) : differs ? Of(left, holds, depth + 1) : Outcome::kUnread;
    if (!equal && !differs && !orders) return Outcome::kUnread;
    if (end.kind() != ValueKind::Integer && end.kind() != ValueKind::Unary) return Outcome::kUnread;
    const int64_t number = NumberOf(right);
    const bool truth = end.type() != kNone && program_.UnitOf(id_).types()->Get(end.type())->kind() == facts::TypeKind::Bool;
    if (truth) return equal || differs ? Of(left, (number != 0) == (equal == holds), depth + 1) : Outcome::kUnread;
    // More than a few, or not yet so many: rows are counted, not missed.
    if (orders && (number < -1 || number > 1 || (number == 1 && (op == Operator::Greater || op == Operator::LessEqual)))) return Outcome::kSomething;
    const bool absent = number == 0    ? equal || op == Operator::LessEqual || op == Operator::Less
                        : number == 1  ? differs || op == Operator::Less
                        : number == -1 ? equal || op == Operator::LessEqual
                                       : false;
    if (number < -1 || number > 1) return Outcome::kUnread;
    return Of(left, absent ? !holds : holds, depth + 1);
  }

  // What it was given, when that is one thing; a number that something else has written is a count or an id.
  Outcome OfLocal(const facts::Value& value, bool holds, int depth) const {
    uint32_t given = kNone;
    size_t count = 0;
    for (const facts::Op* op : *f_.ops()) {
      const bool declares = op->kind() == OpKind::Declare && op->ref() == value.ref();
      const bool assigns = op->kind() == OpKind::Assign && op->target() != kNone && f_.values()->Get(op->target())->kind() == ValueKind::Local &&
                           f_.values()->Get(op->target())->ref() == value.ref();
      if ((!declares && !assigns) || op->value() == kNone || !dependents_.Has(op->value())) continue;
      given = op->value();
      ++count;
    }
    if (count == 1) return Of(given, holds, depth + 1);
    return count == 0 && IsNumber(value) ? Truth(holds) : Outcome::kUnread;
  }

  Outcome OfCall(uint32_t index, bool holds, int depth) const {
    const facts::Value& call = *f_.values()->Get(index);
    const SymbolId callee = program_.SymbolOf(id_, call);
    const std::string_view name = callee == kNone ? std::string_view() : program_.symbols()[callee].name;
    auto operands = facts::Operands(f_, call);
    // `std::move(n)`, `operator bool`: what it is called on.
    if (callee != kNone && program_.symbols()[callee].kind == facts::SymbolKind::Conversion && !operands.empty()) return Of(operands[0], holds, depth + 1);
    static constexpr std::string_view kNothing[] = {"empty", "null", "none", "no", "not", "missing", "absent", "free", "available", "unknown", "unique"};
    static constexpr std::string_view kSomething[] = {"exist", "exists", "existing", "has", "have", "contains", "find", "found", "next", "first", "fetch", "count", "size", "rows",
                                                      "value", "known", "lookup", "taken", "present", "num", "changes", "affected"};
    if (HasWord(name, kNothing)) return Opposite(Truth(holds));
    if (HasWord(name, kSomething)) return Truth(holds);
    // Whether a query has worked tells nothing about its rows; what it answers besides does.
    if (index == call_) return IsObject(call) ? Truth(holds) : Outcome::kUnread;
    return IsNumber(call) ? Truth(holds) : Outcome::kUnread;
  }

  static Outcome Truth(bool holds) { return holds ? Outcome::kSomething : Outcome::kNothing; }

  bool IsNumber(const facts::Value& value) const {
    return value.type() != kNone && program_.UnitOf(id_).types()->Get(value.type())->kind() == facts::TypeKind::Integer;
  }

  // A pointer to one, or an optional: no statement or result, which is there without a row.
  bool IsObject(const facts::Value& value) const {
    if (value.type() == kNone || vocabulary_.TypeRowOf(program_.functions()[id_].unit, value.type()) != nullptr) return false;
    const facts::TypeKind kind = program_.UnitOf(id_).types()->Get(value.type())->kind();
    return (kind == facts::TypeKind::Pointer || kind == facts::TypeKind::Record) && vocabulary_.RowsOf(id_, call_).empty();
  }

  const flow::Vocabulary& vocabulary_;
  const Program& program_;
  const FunctionId id_;
  const facts::Function& f_;
  const uint32_t call_;
  const Dependents& dependents_;
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

bool DecidesByAbsence(const flow::Vocabulary& vocabulary, FunctionId function, const Graph& graph, uint32_t first, uint32_t second) {
  const Program& program = vocabulary.program();
  const facts::Function& f = *program.functions()[function].facts;
  const uint32_t from = graph.BlockOf(first), to = graph.BlockOf(second);
  if (from == kNone || to == kNone || from == to) return false;
  std::vector<bool> behind = graph.Reachable(from);
  behind[from] = true;
  const Dependents dependents(program, function, first);
  const ConditionReader reader(vocabulary, function, first, dependents);
  bool decides = false;
  Outcome told = Outcome::kUnread;
  std::pair<uint32_t, uint32_t> nearest;
  for (uint32_t block = 0; block < f.blocks()->size(); ++block) {
    const facts::Block& at = *f.blocks()->Get(block);
    if (!behind[block] || at.op_count() == 0 || at.successor_count() < 2) continue;
    const facts::Op& last = *f.ops()->Get(at.first_op() + at.op_count() - 1);
    if ((last.kind() != OpKind::Branch && last.kind() != OpKind::Switch) || !dependents.Has(last.value())) continue;
    const auto successors = facts::Successors(f, at);
    const auto comes = [&](uint32_t next) { return next == to || graph.Reachable(next, from)[to]; };
    const auto leading = std::count_if(successors.begin(), successors.end(), comes);
    if (leading == 0 || leading == static_cast<std::ptrdiff_t>(successors.size())) continue;
    // Those before the last that can be read may ask for errors, or whether there is a row with a count.
    const Outcome tells = last.kind() == OpKind::Branch ? reader.Of(last.value(), comes(successors[0])) : Outcome::kUnread;
    const std::pair place(last.location().line(), last.location().column());
    if (tells != Outcome::kUnread && place >= nearest) nearest = place, told = tells;
    decides = true;
  }
  return decides && told != Outcome::kSomething;
}

}  // namespace backlint
