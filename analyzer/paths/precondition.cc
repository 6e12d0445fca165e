#include "paths/precondition.h"

#include <algorithm>
#include <vector>

namespace backlint::paths {

using facts::OpKind;
using facts::ValueKind;

namespace {

constexpr int kMostDepth = 24;             // of one value
constexpr int kMostCalls = 4;              // from body to body

// Tells whether values are made of parameters and constants alone.
class Reader {
 public:
  Reader(const flow::Vocabulary& vocabulary, FunctionId function, int calls)
      : vocabulary_(vocabulary), program_(vocabulary.program()), function_(function), calls_(calls), f_(*program_.functions()[function].facts) {}

  bool IsGiven(uint32_t value, int depth = 0) {
    if (value == kNone) return true;
    if (depth > kMostDepth) return false;
    const facts::Value& v = *f_.values()->Get(value);
    switch (v.kind()) {
      case ValueKind::String: case ValueKind::Integer: case ValueKind::Float: case ValueKind::Null: case ValueKind::EnumConstant:
      case ValueKind::FunctionRef: case ValueKind::SizeOf: case ValueKind::Parameter:
        return true;
      case ValueKind::This: return (f_.flags() & facts::kConstructor) != 0;
      case ValueKind::Global: return v.type() != kNone && program_.UnitOf(function_).types()->Get(v.type())->is_const();
      case ValueKind::Local: return IsLocalGiven(v.ref(), depth);
      case ValueKind::Call:
        if (!IsPure(value, v)) return false;
        [[fallthrough]];
      case ValueKind::Member: case ValueKind::Construct: case ValueKind::InitList: case ValueKind::Unary: case ValueKind::Binary:
      case ValueKind::Conditional: case ValueKind::Index: case ValueKind::Cast: case ValueKind::Phi: {
        auto operands = facts::Operands(f_, v);
        return std::all_of(operands.begin(), operands.end(), [&](uint32_t operand) { return IsGiven(operand, depth + 1); });
      }
      default: return false;
    }
  }

 private:
  // Every value that the local is given, as long as nobody else can write to it.
  bool IsLocalGiven(uint32_t local, int depth) {
    if (std::find(open_.begin(), open_.end(), local) != open_.end()) return true;
    if (IsLent(local)) return false;
    open_.push_back(local);
    bool given = false, all = true;
    for (const facts::Op* op : *f_.ops()) {
      const bool declares = op->kind() == OpKind::Declare && op->ref() == local && op->value() != kNone;
      const bool assigns = op->kind() == OpKind::Assign && op->target() != kNone && Root(op->target()) == local;
      if (!declares && !assigns) continue;
      given = true;
      all = all && IsGiven(op->value(), depth + 1);
    }
    open_.pop_back();
    return given && all;
  }

  // The local that a place belongs to.
  uint32_t Root(uint32_t value) const {
    for (;;) {
      const facts::Value& v = *f_.values()->Get(value);
      if (v.kind() == ValueKind::Local) return v.ref();
      if ((v.kind() != ValueKind::Member && v.kind() != ValueKind::Index && v.kind() != ValueKind::Cast) || v.operand_count() == 0) return kNone;
      value = facts::Operands(f_, v)[0];
      if (value == kNone) return kNone;
    }
  }

  // Its address is taken, or a call is given a reference through which it could write.
  bool IsLent(uint32_t local) const {
    const facts::UnitFacts& unit = program_.UnitOf(function_);
    for (const facts::Value* v : *f_.values()) {
      if (v->kind() == ValueKind::Unary && v->op() == facts::Operator::AddressOf && v->operand_count() == 1) {
        const uint32_t operand = facts::Operands(f_, *v)[0];
        if (operand != kNone && Root(operand) == local) return true;
      }
      if (v->kind() != ValueKind::Call && v->kind() != ValueKind::Construct) continue;
      auto arguments = facts::Arguments(f_, *v);
      for (size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == kNone || Root(arguments[i]) != local) continue;
        if (v->ref() == kNone) return true;
        const facts::Symbol& callee = *unit.symbols()->Get(v->ref());
        if (i >= callee.parameter_count()) return true;
        const facts::Type& type = *unit.types()->Get(unit.type_lists()->Get(callee.first_parameter() + static_cast<uint32_t>(i)));
        const bool refers = type.kind() == facts::TypeKind::Reference || type.kind() == facts::TypeKind::Pointer;
        if (refers && type.pointee() != kNone && !unit.types()->Get(type.pointee())->is_const()) return true;
      }
    }
    return false;
  }

  // The answer depends on nothing but the operands.
  bool IsPure(uint32_t value, const facts::Value& v) const {
    if ((v.flags() & facts::kHasCallee) != 0 || v.ref() == kNone) return false;
    const SymbolId callee = program_.SymbolOf(function_, v);
    if (callee == kNone) return false;
    const ProgramSymbol& symbol = program_.symbols()[callee];
    const std::vector<FunctionId> bodies = program_.Targets(function_, value);
    if (bodies.empty()) return (symbol.flags & facts::kConstMethod) != 0 || symbol.name.starts_with("operator") || OnlyMakesText(value);
    return calls_ < kMostCalls && std::all_of(bodies.begin(), bodies.end(), [&](FunctionId body) { return CallsOnlyPure(body); });
  }

  // A library's function that formats, joins or compares what it is given.
  bool OnlyMakesText(uint32_t value) const {
    for (const CallRow* row : vocabulary_.RowsOf(function_, value))
      switch (row->role) {
        case Role::kFormat: case Role::kConcat: case Role::kCopy: case Role::kJoin: case Role::kCompare: case Role::kNumber: return true;
        default: break;
      }
    return false;
  }

  bool CallsOnlyPure(FunctionId body) const {
    const Reader inner(vocabulary_, body, calls_ + 1);
    for (const facts::Op* op : *inner.f_.ops()) {
      if (op->kind() != OpKind::Call) continue;
      const facts::Value& v = *inner.f_.values()->Get(op->value());
      if (v.kind() == ValueKind::Call && !inner.IsPure(op->value(), v)) return false;
    }
    return true;
  }

  const flow::Vocabulary& vocabulary_;
  const Program& program_;
  const FunctionId function_;
  const int calls_;
  const facts::Function& f_;
  std::vector<uint32_t> open_;             // locals that are being read
};

}  // namespace

bool OnlyChecksParameters(const flow::Vocabulary& vocabulary, FunctionId function, uint32_t block) {
  const facts::Function& f = *vocabulary.program().functions()[function].facts;
  if ((f.flags() & facts::kLambda) != 0) return false;
  std::vector<std::vector<uint32_t>> before(f.blocks()->size());
  for (uint32_t b = 0; b < f.blocks()->size(); ++b)
    for (uint32_t successor : facts::Successors(f, *f.blocks()->Get(b))) before[successor].push_back(b);
  std::vector<uint32_t> todo{block};
  std::vector<bool> seen(f.blocks()->size());
  bool tested = false;
  while (!todo.empty()) {
    const uint32_t at = todo.back();
    todo.pop_back();
    if (seen[at]) continue;
    seen[at] = true;
    if (before[at].empty()) return false;              // the entry, or a handler
    for (uint32_t b : before[at]) {
      const facts::Block& source = *f.blocks()->Get(b);
      if (source.successor_count() < 2) {
        todo.push_back(b);
        continue;
      }
      const facts::Op& last = *f.ops()->Get(source.first_op() + source.op_count() - 1);
      if (!Reader(vocabulary, function, 0).IsGiven(last.value())) return false;
      tested = true;
    }
  }
  return tested;
}

}  // namespace backlint::paths
