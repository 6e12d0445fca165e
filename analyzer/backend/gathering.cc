#include "backend/gathering.h"

#include <algorithm>
#include <map>
#include <optional>

#include "backend/data_loop.h"

namespace backlint {
namespace {

using facts::OpKind;
using facts::ValueKind;

constexpr int kMostDepth = 6;  // `root["a"]["b"].append(x)`

bool Before(const facts::Location& a, const facts::Location& b) { return a.line() != b.line() ? a.line() < b.line() : a.column() < b.column(); }

// What one function, without its lambdas, gathers from results.
class FunctionReader {
 public:
  FunctionReader(const flow::Vocabulary& vocabulary, FunctionId function)
      : vocabulary_(vocabulary), program_(vocabulary.program()), id_(function), unit_(program_.functions()[function].unit), f_(*program_.functions()[function].facts) {}

  struct Found {
    Gathering gathering;
    facts::Location at;  // of the loop
  };

  std::vector<Found> Run() {
    std::vector<Found> found;
    if (!f_.loops() || f_.loops()->size() == 0) return found;
    const DataLoops loops(vocabulary_, id_);
    for (uint32_t block = 0; block < f_.blocks()->size(); ++block) {
      const uint32_t loop = loops.AroundRows(block);
      if (loop == kNone) continue;
      const facts::Block* facts_block = f_.blocks()->Get(block);
      for (uint32_t i = 0; i < facts_block->op_count(); ++i) {
        const facts::Op& op = *f_.ops()->Get(facts_block->first_op() + i);
        const uint32_t grown = GrownBy(op);
        if (grown == kNone || !Outlives(grown, loop)) continue;
        const facts::Location& at = f_.loops()->Get(loop)->location();
        found.push_back({{0, program_.PlaceOf(unit_, at), program_.PlaceOf(unit_, op.location()), NameOf(grown)}, at});
      }
    }
    return found;
  }

 private:
  const facts::Value& ValueAt(uint32_t index) const { return *f_.values()->Get(index); }

  // The local or parameter that an operation makes longer, as a value; kNone when it does not.
  uint32_t GrownBy(const facts::Op& op) const {
    if (op.kind() == OpKind::Assign && op.target() != kNone) return ElementOf(op.target());
    if (op.kind() != OpKind::Call || op.value() == kNone) return kNone;
    const facts::Value& call = ValueAt(op.value());
    for (const CallRow* row : vocabulary_.RowsOf(id_, op.value())) {
      if (row->role != Role::kAddElement && row->role != Role::kAppend) continue;
      const uint32_t to = Operand(call, row->to == kAbsent ? 0 : row->to);
      const uint32_t base = to == kNone ? kNone : BaseOf(to, 0);
      // A text that grows is kept; what is written to a stream may be gone at once.
      if (base != kNone && (row->role == Role::kAddElement || IsText(base))) return base;
    }
    return kNone;
  }

  // `list[i] = x` where the element is made by that: of a class, not of an array.
  uint32_t ElementOf(uint32_t target) const {
    const facts::Value& value = ValueAt(target);
    const auto operands = facts::Operands(f_, value);
    if (value.kind() != ValueKind::Call || (value.flags() & facts::kOperatorCall) == 0 || operands.empty() || operands[0] == kNone) return kNone;
    const uint32_t base = BaseOf(operands[0], 0);
    if (base == kNone) return kNone;
    const TypeRow* type = vocabulary_.TypeRowOf(unit_, ValueAt(base).type());
    return type != nullptr && type->role == TypeRole::kContainer ? base : kNone;
  }

  uint32_t Operand(const facts::Value& call, int place) const {
    const auto arguments = facts::Arguments(f_, call);
    const auto operands = facts::Operands(f_, call);
    if (place == 0) return (call.flags() & facts::kHasReceiver) != 0 && !operands.empty() ? operands[0] : arguments.empty() ? kNone : arguments[0];
    return place > 0 && static_cast<size_t>(place) <= arguments.size() ? arguments[place - 1] : kNone;
  }

  // The variable that `a`, `a.b`, `a["b"]`, `*a` are parts of, when it is a local.
  uint32_t BaseOf(uint32_t index, int depth) const {
    if (index == kNone || depth > kMostDepth) return kNone;
    const facts::Value& value = ValueAt(index);
    switch (value.kind()) {
      case ValueKind::Local: case ValueKind::Parameter: case ValueKind::Capture: return index;
      case ValueKind::Member: case ValueKind::Call: case ValueKind::Index: case ValueKind::Unary: case ValueKind::Cast: {
        const auto operands = facts::Operands(f_, value);
        if (value.kind() == ValueKind::Call && (value.flags() & (facts::kOperatorCall | facts::kHasReceiver)) == 0) return kNone;
        return operands.empty() ? kNone : BaseOf(operands[0], depth + 1);
      }
      default: return kNone;
    }
  }

  bool IsText(uint32_t value) const {
    const TypeRow* type = vocabulary_.TypeRowOf(unit_, ValueAt(value).type());
    return type != nullptr && type->role == TypeRole::kText;
  }

  bool Outlives(uint32_t base, uint32_t loop) const {
    const facts::Value& value = ValueAt(base);
    if (value.kind() == ValueKind::Capture) return true;
    for (const facts::Block* block : *f_.blocks()) {
      bool inside = false;
      for (uint32_t l = block->loop(); l != kNone; l = f_.loops()->Get(l)->parent()) inside |= l == loop;
      for (uint32_t i = 0; inside && i < block->op_count(); ++i) {
        const facts::Op& op = *f_.ops()->Get(block->first_op() + i);
        if (op.kind() == OpKind::Declare && op.ref() == value.ref()) return false;
      }
    }
    return f_.loops()->Get(loop)->variable() != value.ref();
  }

  std::string NameOf(uint32_t base) const {
    const facts::Value& value = ValueAt(base);
    const facts::UnitFacts& unit = program_.unit(unit_);
    if (value.kind() == ValueKind::Capture) return std::string(facts::Text(unit, f_.captures()->Get(value.ref())->name()));
    return std::string(facts::Text(unit, f_.locals()->Get(value.ref())->name()));
  }

  const flow::Vocabulary& vocabulary_;
  const Program& program_;
  const FunctionId id_;
  const uint32_t unit_;
  const facts::Function& f_;
};

class Finder {
 public:
  Finder(const flow::Vocabulary& vocabulary, const QuerySites& sites, const QueryRunners& runners)
      : vocabulary_(vocabulary), program_(vocabulary.program()), sites_(sites), runners_(runners) {}

  std::vector<Gathering> Run() {
    std::map<size_t, Gathering> found;
    for (const auto& [function, calls] : sites_) AddOwn(function, calls, &found);
    for (size_t query = 0; query < runners_.size(); ++query) {
      for (const FunctionId runner : runners_[query]) {
        // Of a function that serves many queries all loops are of whatever it is asked.
        if (sites_.count(runner) != 0 || GatheredIn(runner).empty()) continue;
        found.emplace(query, GatheredIn(runner)[0].gathering).first->second.query = query;
      }
    }
    std::vector<Gathering> all;
    for (auto& [query, gathering] : found) all.push_back(std::move(gathering));
    return all;
  }

 private:
  const std::vector<FunctionReader::Found>& GatheredIn(FunctionId function) {
    const auto [place, added] = gathered_.try_emplace(function);
    if (!added) return place->second;
    std::vector<FunctionReader::Found> found = FunctionReader(vocabulary_, function).Run();
    for (const FunctionId lambda : program_.functions()[function].lambdas) {
      const std::vector<FunctionReader::Found>& inner = GatheredIn(lambda);
      found.insert(found.end(), inner.begin(), inner.end());
    }
    return gathered_[function] = std::move(found);
  }

  // A loop belongs to the last query before it.
  void AddOwn(FunctionId function, const std::vector<QuerySite>& calls, std::map<size_t, Gathering>* found) {
    const facts::Function& f = *program_.functions()[function].facts;
    for (const FunctionReader::Found& one : GatheredIn(function)) {
      std::optional<size_t> query;
      const facts::Location* last = nullptr;
      for (const QuerySite& site : calls) {
        const facts::Location& at = f.values()->Get(site.value)->location();
        if (!Before(at, one.at) || (last != nullptr && Before(at, *last))) continue;
        last = &at;
        query = site.query;
      }
      if (query) found->emplace(*query, one.gathering).first->second.query = *query;
    }
  }

  const flow::Vocabulary& vocabulary_;
  const Program& program_;
  const QuerySites& sites_;
  const QueryRunners& runners_;
  std::map<FunctionId, std::vector<FunctionReader::Found>> gathered_;
};

}  // namespace

std::vector<Gathering> FindGatherings(const flow::Vocabulary& vocabulary, const QuerySites& sites, const QueryRunners& runners) {
  return Finder(vocabulary, sites, runners).Run();
}

}  // namespace backlint
