#include "backend/repetition.h"

#include <algorithm>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "backend/data_loop.h"

namespace backlint {
namespace {

using facts::OpKind;

constexpr int kMostCalls = 6;           // between loop and query
constexpr size_t kMostTargets = 3;      // of one call: with more, nobody can say what it does

// How a function comes to a query: by the call `value`, of which `next` is the body that runs it, or kNone when the call is the query.
struct Reach {
  uint32_t value = kNone;
  FunctionId next = kNone;
  size_t query = 0;
  int calls = 0;
};

class Finder {
 public:
  Finder(const flow::Vocabulary& vocabulary, const QuerySites& sites, const std::vector<Query>& queries)
      : vocabulary_(vocabulary), program_(vocabulary.program()), sites_(sites), queries_(queries), reach_(program_.functions().size()) {}

  std::vector<Repetition> Run() {
    for (const Query& query : queries_)
      if (!Reads(query)) mixed_.insert(query.runs.begin(), query.runs.end());
    for (const auto& component : program_.BottomUp())
      for (const FunctionId id : component) reach_[id] = First(id);
    for (FunctionId id = 0; id < program_.functions().size(); ++id) Search(id);
    return std::move(found_);
  }

 private:
  // Only reading: writes in a loop are a matter of transactions and batches.
  // What runs texts of several kinds, which objects hold (`execute(statement)`), may run something else for this loop.
  bool Counts(const Query& query) const { return Reads(query) && (query.wrapped || mixed_.count(query.run) == 0); }
  static bool Reads(const Query& query) {
    return Reads(query.text) && std::all_of(query.ways.begin(), query.ways.end(), [](const QueryWay& way) { return Reads(way); });
  }
  static bool Reads(const QueryWay& way) { return way.verb == "SELECT" || way.verb == "WITH"; }

  std::optional<Reach> ReachOf(FunctionId id, uint32_t call) const {
    if (const auto sites = sites_.find(id); sites != sites_.end())
      for (const QuerySite& site : sites->second)
        if (site.value == call && Counts(queries_[site.query])) return Reach{call, kNone, site.query, 0};
    const std::vector<FunctionId> targets = program_.Targets(id, call);
    if (targets.size() > kMostTargets) return std::nullopt;
    for (const FunctionId target : targets)
      if (target != id && reach_[target] && reach_[target]->calls < kMostCalls) return Reach{call, target, reach_[target]->query, reach_[target]->calls + 1};
    return std::nullopt;
  }

  // The first query that the function comes to.
  std::optional<Reach> First(FunctionId id) const {
    const facts::Function& f = *program_.functions()[id].facts;
    for (uint32_t block = 0; block < f.blocks()->size(); ++block) {
      const facts::Block* facts_block = f.blocks()->Get(block);
      for (uint32_t i = 0; i < facts_block->op_count(); ++i) {
        const facts::Op& op = *f.ops()->Get(facts_block->first_op() + i);
        if (op.kind() != OpKind::Call || op.value() == kNone) continue;
        if (auto reach = ReachOf(id, op.value()); reach && !LooksUp(id, block)) return reach;
      }
    }
    return std::nullopt;
  }

  // Does the function ask a container of the object first, and can it leave without coming to the block? Then it asks once for each key.
  bool LooksUp(FunctionId id, uint32_t block) const {
    const facts::Function& f = *program_.functions()[id].facts;
    std::vector<bool> seen(f.blocks()->size(), false);
    std::vector<uint32_t> pending = {0};
    seen[0] = true;
    bool leaves = false, asks = false;
    while (!pending.empty()) {
      const facts::Block* at = f.blocks()->Get(pending.back());
      const bool query = pending.back() == block;
      pending.pop_back();
      for (uint32_t i = 0; i < at->op_count(); ++i) {
        const facts::Op& op = *f.ops()->Get(at->first_op() + i);
        asks |= op.kind() == OpKind::Call && op.value() != kNone && AsksContainer(id, *f.values()->Get(op.value()));
      }
      if (query) continue;
      leaves |= at->successor_count() == 0;
      for (const uint32_t next : facts::Successors(f, *at)) {
        if (!seen[next]) pending.push_back(next);
        seen[next] = true;
      }
    }
    return leaves && asks;
  }

  bool AsksContainer(FunctionId id, const facts::Value& call) const {
    const ProgramFunction& function = program_.functions()[id];
    const auto operands = facts::Operands(*function.facts, call);
    if ((call.flags() & facts::kHasReceiver) == 0 || operands.empty() || operands[0] == kNone) return false;
    const facts::Value& receiver = *function.facts->values()->Get(operands[0]);
    if ((receiver.kind() != facts::ValueKind::Member && receiver.kind() != facts::ValueKind::Global) || receiver.type() == kNone) return false;
    const facts::Type* type = program_.unit(function.unit).types()->Get(receiver.type());
    return type->kind() == facts::TypeKind::Record && type->argument_count() > 0 && !facts::Arguments(*function.facts, call).empty();
  }

  void Search(FunctionId id) {
    const facts::Function& f = *program_.functions()[id].facts;
    if (!f.loops() || f.loops()->size() == 0) return;
    std::optional<DataLoops> loops;
    for (uint32_t block = 0; block < f.blocks()->size(); ++block) {
      const facts::Block* facts_block = f.blocks()->Get(block);
      if (facts_block->loop() == kNone) continue;
      for (uint32_t i = 0; i < facts_block->op_count(); ++i) {
        const facts::Op& op = *f.ops()->Get(facts_block->first_op() + i);
        if (op.kind() != OpKind::Call || op.value() == kNone) continue;
        const auto reach = ReachOf(id, op.value());
        if (!reach) continue;
        if (!loops) loops.emplace(vocabulary_, id);
        const uint32_t loop = loops->Around(block);
        if (loop != kNone && loops->Varies(loop, op.value())) Add(id, *reach, loop, *loops);
      }
    }
  }

  Place At(FunctionId id, uint32_t value) const {
    const ProgramFunction& function = program_.functions()[id];
    return program_.PlaceOf(function.unit, function.facts->values()->Get(value)->location());
  }

  void Add(FunctionId id, const Reach& reach, uint32_t loop, const DataLoops& loops) {
    const ProgramFunction& function = program_.functions()[id];
    Repetition repetition;
    repetition.loop = program_.PlaceOf(function.unit, function.facts->loops()->Get(loop)->location());
    repetition.call = At(id, reach.value);
    repetition.function = program_.FunctionName(id);
    repetition.over = loops.Over(loop);
    repetition.query = reach.query;
    for (FunctionId next = reach.next; next != kNone;) {
      const Reach& inner = *reach_[next];
      const std::string name = program_.FunctionName(next);
      repetition.path.push_back({At(next, inner.value), inner.next == kNone ? fmt::format("`{}` runs the query here", name) : fmt::format("`{}` goes on here", name)});
      next = inner.next;
    }
    found_.push_back(std::move(repetition));
  }

  const flow::Vocabulary& vocabulary_;
  const Program& program_;
  const QuerySites& sites_;
  const std::vector<Query>& queries_;
  std::vector<std::optional<Reach>> reach_;      // by function
  std::set<Place> mixed_;                        // calls that run more than reading queries
  std::vector<Repetition> found_;
};

}  // namespace

std::vector<Repetition> FindRepetitions(const flow::Vocabulary& vocabulary, const QuerySites& sites, const std::vector<Query>& queries) {
  return Finder(vocabulary, sites, queries).Run();
}

}  // namespace backlint
