#include "backend/single_run.h"

#include <algorithm>
#include <set>

namespace backlint {
namespace {

class Finder {
 public:
  explicit Finder(const Program& program) : program_(program), once_(program.functions().size(), false) {
    for (FunctionId id = 0; id < program_.functions().size(); ++id)
      for (const facts::Value* value : *program_.functions()[id].facts->values())
        if (value->kind() == facts::ValueKind::FunctionRef) handed_out_.insert(program_.SymbolOf(id, *value));
    // Callers before callees; members of a cycle call each other again and again.
    const auto& components = program_.BottomUp();
    for (auto component = components.rbegin(); component != components.rend(); ++component)
      if (component->size() == 1) once_[component->front()] = RunsOnce(component->front());
  }

  bool IsSingle(FunctionId function, uint32_t call) const { return once_[function] && !InLoop(function, call); }

 private:
  bool RunsOnce(FunctionId id) const {
    const ProgramFunction& function = program_.functions()[id];
    if ((function.facts->flags() & (facts::kMain | facts::kInitializer)) != 0) return true;
    if (function.symbol == kNone || function.encloser != kNone || handed_out_.count(function.symbol) != 0) return false;
    if ((program_.symbols()[function.symbol].flags & facts::kVirtual) != 0) return false;
    const std::vector<CallSite> callers = program_.CallersOf(id);
    return callers.size() == 1 && IsSingle(callers[0].caller, callers[0].value);
  }

  bool InLoop(FunctionId id, uint32_t call) const {
    const facts::Function& f = *program_.functions()[id].facts;
    for (const facts::Block* block : *f.blocks()) {
      if (block->loop() == kNone) continue;
      for (uint32_t i = 0; i < block->op_count(); ++i)
        if (f.ops()->Get(block->first_op() + i)->value() == call) return true;
    }
    return false;
  }

  const Program& program_;
  std::set<SymbolId> handed_out_;
  std::vector<bool> once_;
};

}  // namespace

void MarkSingleRuns(const Program& program, const QuerySites& sites, std::vector<Query>* queries) {
  const Finder finder(program);
  std::vector<bool> again(queries->size(), false);
  for (const auto& [function, calls] : sites)
    for (const QuerySite& site : calls) {
      (*queries)[site.query].once = !again[site.query] && finder.IsSingle(function, site.value);
      again[site.query] = !(*queries)[site.query].once;
    }
}

}  // namespace backlint
