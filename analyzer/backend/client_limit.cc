#include "backend/client_limit.h"

#include <algorithm>

#include <fmt/format.h>

#include "backend/bound_values.h"
#include "sql/placeholder.h"

namespace backlint {
namespace {

using facts::Operator;
using facts::OpKind;
using facts::ValueKind;

constexpr int kMostDepth = 16;       // of values that are made of each other, and of calls
constexpr size_t kMostCallers = 16;  // of one function

bool IsOrder(Operator op) {
  return op == Operator::Less || op == Operator::LessEqual || op == Operator::Greater || op == Operator::GreaterEqual;
}

class Search {
 public:
  Search(const flow::Vocabulary& vocabulary, const flow::TextFacts& facts) : vocabulary_(vocabulary), program_(vocabulary.program()), facts_(facts) {}

  // Where the number comes from a request, on a way that leaves it as it is. Nothing when there is none, or when something bounds it.
  std::optional<Note> From(FunctionId id, uint32_t index, int depth) const {
    if (index == kNone || depth > kMostDepth) return std::nullopt;
    const facts::Function& f = *program_.functions()[id].facts;
    const facts::Value& value = *f.values()->Get(index);
    const auto operands = facts::Operands(f, value);
    switch (value.kind()) {
      case ValueKind::Call: return FromCall(id, index, depth);
      case ValueKind::Local: return FromLocal(id, value.ref(), depth);
      case ValueKind::Parameter: return FromCallers(id, value.ref(), depth);
      case ValueKind::Capture: {
        const FunctionId encloser = program_.functions()[id].encloser;
        return encloser == kNone ? std::nullopt : From(encloser, f.captures()->Get(value.ref())->value(), depth + 1);
      }
      case ValueKind::Conditional: return FromAny(id, operands.subspan(std::min<size_t>(1, operands.size())), depth);
      case ValueKind::Cast: case ValueKind::Construct: case ValueKind::Phi: case ValueKind::Await: return FromAny(id, operands, depth);
      default: return std::nullopt;
    }
  }

 private:
  std::optional<Note> FromAny(FunctionId id, std::span<const uint32_t> values, int depth) const {
    for (const uint32_t value : values)
      if (auto found = From(id, value, depth + 1)) return found;
    return std::nullopt;
  }

  std::optional<Note> FromCall(FunctionId id, uint32_t call, int depth) const {
    const facts::Function& f = *program_.functions()[id].facts;
    const facts::Value& value = *f.values()->Get(call);
    if (facts_.request_numbers.count({id, call}) != 0)
      return Note{program_.PlaceOf(program_.functions()[id].unit, value.location()), "the number is read from a request here"};
    // Digits of the number are the number.
    for (const CallRow* row : vocabulary_.RowsOf(id, call))
      if (row->role == Role::kNumber || row->role == Role::kCopy)
        return FromAny(id, facts::Operands(f, value).first(std::min<size_t>(1, value.operand_count())), depth);
    const auto arguments = facts::Arguments(f, value);
    if (ChoosesNumber(id, call) && IsFloor(f, arguments)) return FromAny(id, arguments, depth);
    const std::vector<FunctionId> targets = program_.Targets(id, call);
    if (targets.size() != 1) return std::nullopt;
    const facts::Function& body = *program_.functions()[targets[0]].facts;
    for (const facts::Op* op : *body.ops())
      if (op->kind() == OpKind::Return)
        if (auto found = From(targets[0], op->value(), depth + 1)) return found;
    return std::nullopt;
  }

  std::optional<Note> FromLocal(FunctionId id, uint32_t local, int depth) const {
    const facts::Function& f = *program_.functions()[id].facts;
    if (IsBounded(id, ValueKind::Local, local)) return std::nullopt;
    for (const facts::Op* op : *f.ops()) {
      const bool declares = op->kind() == OpKind::Declare && op->ref() == local;
      const bool assigns = op->kind() == OpKind::Assign && op->op() == Operator::None && op->target() != kNone && Is(f, op->target(), ValueKind::Local, local);
      if (!declares && !assigns) continue;
      if (auto found = From(id, op->value(), depth + 1)) return found;
    }
    return std::nullopt;
  }

  std::optional<Note> FromCallers(FunctionId id, uint32_t parameter, int depth) const {
    if (IsBounded(id, ValueKind::Parameter, parameter)) return std::nullopt;
    const std::vector<CallSite> callers = program_.CallersOf(id);
    for (size_t i = 0; i < callers.size() && i < kMostCallers; ++i) {
      const facts::Function& f = *program_.functions()[callers[i].caller].facts;
      const auto arguments = facts::Arguments(f, *f.values()->Get(callers[i].value));
      if (parameter >= arguments.size()) continue;
      if (auto found = From(callers[i].caller, arguments[parameter], depth + 1)) return found;
    }
    return std::nullopt;
  }

  bool Is(const facts::Function& f, uint32_t index, ValueKind kind, uint32_t variable) const {
    for (int depth = 0; index != kNone && depth < 4; ++depth) {
      const facts::Value& value = *f.values()->Get(index);
      if (value.kind() == kind) return value.ref() == variable;
      if (value.kind() != ValueKind::Cast && value.kind() != ValueKind::Unary) return false;
      index = value.operand_count() == 1 ? facts::Operands(f, value)[0] : kNone;
    }
    return false;
  }

  // `n > 100`, but not `n < 1`; `min(n, 100)`. Who is lent the variable may bound it, too.
  bool IsBounded(FunctionId id, ValueKind kind, uint32_t variable) const {
    const facts::Function& f = *program_.functions()[id].facts;
    for (uint32_t index = 0; index < f.values()->size(); ++index) {
      const facts::Value& value = *f.values()->Get(index);
      const auto operands = facts::Operands(f, value);
      const auto mentioned = [&](uint32_t operand) { return Is(f, operand, kind, variable); };
      if (std::none_of(operands.begin(), operands.end(), mentioned)) continue;
      if (value.kind() == ValueKind::Unary && value.op() == Operator::AddressOf) return true;
      const bool low = std::any_of(operands.begin(), operands.end(), [&](uint32_t operand) { return IsLow(f, operand); });
      if (value.kind() == ValueKind::Binary && IsOrder(value.op()) && !low) return true;
      if (value.kind() == ValueKind::Call && ChoosesNumber(id, index) && !IsFloor(f, facts::Arguments(f, value))) return true;
    }
    return false;
  }

  static bool IsLow(const facts::Function& f, uint32_t index) {
    if (index == kNone) return false;
    const facts::Value& value = *f.values()->Get(index);
    const auto operands = facts::Operands(f, value);
    if (value.kind() == ValueKind::Integer) return value.number() <= 1;
    const bool passes = value.kind() == ValueKind::Cast || (value.kind() == ValueKind::Unary && value.op() == Operator::Minus);
    return passes && operands.size() == 1 && IsLow(f, operands[0]);
  }

  // `max(n, 1)`
  static bool IsFloor(const facts::Function& f, std::span<const uint32_t> arguments) {
    return arguments.size() == 2 && std::any_of(arguments.begin(), arguments.end(), [&](uint32_t argument) { return IsLow(f, argument); });
  }

  // Several numbers go in, one comes out: a library's minimum, a function of the program's own that clamps.
  bool ChoosesNumber(FunctionId id, uint32_t call) const {
    const ProgramFunction& function = program_.functions()[id];
    const facts::Value& value = *function.facts->values()->Get(call);
    size_t numbers = 0;
    for (const uint32_t argument : facts::Arguments(*function.facts, value)) {
      if (argument == kNone || (function.facts->values()->Get(argument)->flags() & facts::kImplicit) != 0) continue;
      if (!vocabulary_.IsNumber(function.unit, function.facts->values()->Get(argument)->type())) return false;
      ++numbers;
    }
    const bool method = (value.flags() & facts::kHasReceiver) != 0;
    return numbers >= 2 && !method && (value.type() == kNone || vocabulary_.IsNumber(function.unit, value.type()));
  }

  const flow::Vocabulary& vocabulary_;
  const Program& program_;
  const flow::TextFacts& facts_;
};

class Marker {
 public:
  Marker(const flow::Vocabulary& vocabulary, const flow::TextFacts& facts) : vocabulary_(vocabulary), search_(vocabulary, facts), paths_(vocabulary) {}

  void Mark(FunctionId id, const QuerySite& site, Query* query) const {
    if (!query->understood || query->client_limit || query->text.verb != "SELECT") return;
    std::vector<sql::Segment> segments;
    for (const QueryPiece& piece : query->text.pieces) segments.push_back({piece.hole >= 0, piece.text});
    const sql::Script script(segments, query->dialect);
    if (script.statements().size() != 1 || script.statements()[0].Root() == nullptr) return;
    const sql::Statement& statement = script.statements()[0];
    const sql::Value& limit = statement.Root()->limit;
    if (limit.kind == sql::ValueKind::kPlaceholder) {
      const sql::Placeholders placeholders(script, statement);
      const BoundValues bound(paths_, vocabulary_, id, site, placeholders.count());
      query->client_limit = search_.From(id, bound.ValueOf(placeholders.OrdinalOf(limit.text), limit.text), 0);
    } else if (limit.kind == sql::ValueKind::kHole) {
      for (const QueryHole& hole : query->text.holes)
        if (hole.position == sql::HolePosition::kLimit && hole.value != kNone && !query->client_limit)
          query->client_limit = search_.From(hole.function, hole.value, 0);
    }
  }

 private:
  const flow::Vocabulary& vocabulary_;
  const Search search_;
  const ValuePaths paths_;
};

}  // namespace

void MarkClientLimits(const flow::Vocabulary& vocabulary, const flow::TextFacts& facts, const QuerySites& sites, std::vector<Query>* queries) {
  const Marker marker(vocabulary, facts);
  for (const auto& [id, in_function] : sites)
    for (const QuerySite& site : in_function) marker.Mark(id, site, &(*queries)[site.query]);
}

}  // namespace backlint
