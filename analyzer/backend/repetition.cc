#include "backend/repetition.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "backend/data_loop.h"

namespace backlint {
namespace {

using facts::OpKind;

constexpr int kMostCalls = 6;           // between loop and query
constexpr int kMostDepth = 12;          // of nested values
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
  Finder(const flow::Vocabulary& vocabulary, const QuerySites& sites, const std::vector<Query>& queries, const Database& database)
      : vocabulary_(vocabulary), program_(vocabulary.program()), sites_(sites), queries_(queries), database_(database), reach_(program_.functions().size()) {}

  std::vector<Repetition> Run() {
    for (size_t query = 0; query < queries_.size(); ++query) {
      reads_.push_back(Reads(query));
      if (!reads_[query]) mixed_.insert(queries_[query].runs.begin(), queries_[query].runs.end());
    }
    for (const auto& component : program_.BottomUp())
      for (const FunctionId id : component) reach_[id] = First(id);
    for (FunctionId id = 0; id < program_.functions().size(); ++id) Search(id);
    return std::move(found_);
  }

 private:
  // Only reading: writes in a loop are a matter of transactions and batches.
  // What runs texts of several kinds, which objects hold (`execute(statement)`), may run something else for this loop.
  bool Counts(size_t query) const { return reads_[query] && (queries_[query].wrapped || mixed_.count(queries_[query].run) == 0); }
  bool Reads(size_t query) const {
    const std::span<const SqlStatement> statements = database_.StatementsOf(query);
    return !statements.empty() && std::all_of(statements.begin(), statements.end(), [](const SqlStatement& statement) { return Reads(*statement.facts); });
  }
  // `SELECT close_order($1)` reads no table, and may do anything.
  static bool Reads(const sql::Statement& statement) {
    bool reads = !sql::IsWhole(statement), writes = false;
    for (const sql::Block& block : statement.blocks)
      for (const sql::Table& table : block.tables) {
        reads |= table.IsReal();
        writes |= table.written;
      }
    return statement.kind == sql::StatementKind::kSelect && reads && !writes;
  }

  std::optional<Reach> ReachOf(FunctionId id, uint32_t call) const {
    if (const auto sites = sites_.find(id); sites != sites_.end())
      for (const QuerySite& site : sites->second)
        if (site.value == call && Counts(site.query)) return Reach{call, kNone, site.query, 0};
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
    std::optional<DataLoops> loops;
    for (uint32_t block = 0; block < f.blocks()->size(); ++block) {
      const facts::Block* facts_block = f.blocks()->Get(block);
      for (uint32_t i = 0; i < facts_block->op_count(); ++i) {
        const facts::Op& op = *f.ops()->Get(facts_block->first_op() + i);
        if (op.kind() != OpKind::Call || op.value() == kNone) continue;
        SearchElements(id, op.value());
        const auto reach = facts_block->loop() == kNone ? std::nullopt : ReachOf(id, op.value());
        if (!reach) continue;
        if (!loops) loops.emplace(vocabulary_, id);
        const uint32_t loop = loops->Around(block);
        if (loop != kNone && loops->Varies(loop, op.value()))
          Add(id, *reach, program_.PlaceOf(program_.functions()[id].unit, f.loops()->Get(loop)->location()), loops->Over(loop));
      }
    }
  }

  // `for_each(ids.begin(), ids.end(), [&](int id) { ... })`: a library's function is the loop.
  void SearchElements(FunctionId id, uint32_t call) {
    const facts::Function& f = *program_.functions()[id].facts;
    const auto arguments = facts::Arguments(f, *f.values()->Get(call));
    const auto is_body = [&](uint32_t argument) { return argument != kNone && f.values()->Get(argument)->kind() == facts::ValueKind::Lambda; };
    if (std::none_of(arguments.begin(), arguments.end(), is_body)) return;
    for (const CallRow* row : vocabulary_.RowsOf(id, call)) {
      // One argument holds the elements; several are what the body is called with, once.
      const size_t elements = static_cast<size_t>(row->values.first), callable = static_cast<size_t>(row->callable);
      if (row->role != Role::kApply || row->values.first != row->values.last || row->values.first < 1 || row->callable < 1) continue;
      if (std::max(elements, callable) > arguments.size() || arguments[elements - 1] == kNone || !is_body(arguments[callable - 1])) continue;
      const DataLoops loops(vocabulary_, id);
      if (loops.IsFixed(arguments[elements - 1])) continue;
      for (const FunctionId body : program_.BodiesOf(id, program_.CallablesOf(id, arguments[callable - 1])))
        if (reach_[body] && TakesParameter(body, reach_[body]->value, 0))
          Add(id, {call, body, reach_[body]->query, reach_[body]->calls + 1}, At(id, call), loops.NameOf(loops.Walked(arguments[elements - 1])));
    }
  }

  bool TakesParameter(FunctionId id, uint32_t index, int depth) const {
    if (index == kNone || depth > kMostDepth) return false;
    const facts::Function& f = *program_.functions()[id].facts;
    const facts::Value& value = *f.values()->Get(index);
    if (value.kind() == facts::ValueKind::Parameter) return true;
    if (value.kind() == facts::ValueKind::Local) return TakesParameter(id, program_.InitialValue(id, value.ref()), depth + 1);
    const auto operands = facts::Operands(f, value);
    return std::any_of(operands.begin(), operands.end(), [&](uint32_t operand) { return TakesParameter(id, operand, depth + 1); });
  }

  Place At(FunctionId id, uint32_t value) const {
    const ProgramFunction& function = program_.functions()[id];
    return program_.PlaceOf(function.unit, function.facts->values()->Get(value)->location());
  }

  void Add(FunctionId id, const Reach& reach, const Place& loop, std::string over) {
    Repetition repetition;
    repetition.loop = loop;
    repetition.call = At(id, reach.value);
    repetition.function = program_.FunctionName(id);
    repetition.over = std::move(over);
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
  const Database& database_;
  std::vector<bool> reads_;                      // by query
  std::vector<std::optional<Reach>> reach_;      // by function
  std::set<Place> mixed_;                        // calls that run more than reading queries
  std::vector<Repetition> found_;
};

}  // namespace

std::vector<Repetition> FindRepetitions(const flow::Vocabulary& vocabulary, const QuerySites& sites, const std::vector<Query>& queries,
                                        const Database& database) {
  return Finder(vocabulary, sites, queries, database).Run();
}

}  // namespace backlint
