#include "paths/analyze.h"

#include "paths/walker.h"

namespace backlint::paths {
namespace {

constexpr size_t kRounds = 2;              // over the functions of one cycle
constexpr size_t kLargeCycle = 200;        // functions; larger ones get one round
constexpr int kEarlyDepth = 6;             // of calls that are followed ahead of their turn

class Analysis {
 public:
  Analysis(const Knowledge& knowledge, PathFacts* facts) : knowledge_(knowledge), program_(knowledge.program()), seen_(facts->summaries.size()) {}

  void Run() {
    for (const std::vector<FunctionId>& component : program_.BottomUp()) {
      const size_t rounds = component.size() == 1 || component.size() > kLargeCycle ? 1 : kRounds;
      for (size_t round = 0; round < rounds; ++round)
        for (FunctionId id : component) {
          if (IsInitializer(id)) continue;
          WalkHidden(id, kEarlyDepth);
          Walker(knowledge_, id, round + 1 == rounds).Run();
          seen_[id] = true;
        }
    }
  }

 private:
  bool IsInitializer(FunctionId id) const { return (program_.functions()[id].facts->flags() & facts::kInitializer) != 0; }

  // The order is that of calls. Lambdas and destructors of locals run without one: their summaries are needed early.
  void WalkHidden(FunctionId id, int depth) {
    const ProgramFunction& function = program_.functions()[id];
    for (FunctionId lambda : function.lambdas) WalkEarly(lambda, depth - 1);
    for (const facts::Local* local : *function.facts->locals()) {
      const FunctionId destructor = knowledge_.DestructorOf(function.unit, local->type());
      if (destructor != kNone) WalkEarly(destructor, depth - 1);
    }
  }

  void WalkEarly(FunctionId id, int depth) {
    if (seen_[id] || IsInitializer(id)) return;
    seen_[id] = true;
    const facts::Function& f = *program_.functions()[id].facts;
    if (depth > 0)
      for (const facts::Op* op : *f.ops())
        if (op->kind() == facts::OpKind::Call)
          for (FunctionId target : program_.Targets(id, op->value())) WalkEarly(target, depth - 1);
    Walker(knowledge_, id, false).Run();
  }

  const Knowledge& knowledge_;
  const Program& program_;
  std::vector<bool> seen_;      // walked once at least, or being walked
};

}  // namespace

PathFacts Analyze(const flow::Vocabulary& vocabulary, const flow::TextFacts& texts) {
  PathFacts facts;
  facts.summaries.resize(vocabulary.program().functions().size());
  facts.issues.resize(facts.summaries.size());
  facts.calls.resize(facts.summaries.size());
  const Knowledge knowledge(vocabulary, texts, &facts);
  Analysis(knowledge, &facts).Run();
  return facts;
}

}  // namespace backlint::paths
