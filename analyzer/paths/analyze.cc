#include "paths/analyze.h"

#include "paths/walker.h"

namespace backlint::paths {
namespace {

constexpr size_t kRounds = 2;              // over the functions of one cycle
constexpr size_t kLargeCycle = 200;        // functions; larger ones get one round

class Analysis {
 public:
  Analysis(const Knowledge& knowledge, PathFacts* facts) : knowledge_(knowledge), program_(knowledge.program()), done_(facts->summaries.size()) {}

  void Run() {
    for (const std::vector<FunctionId>& component : program_.BottomUp()) {
      const size_t rounds = component.size() == 1 || component.size() > kLargeCycle ? 1 : kRounds;
      for (size_t round = 0; round < rounds; ++round)
        for (FunctionId id : component) Walk(id, round + 1 == rounds);
    }
  }

 private:
  // Lambdas first: what they do is part of what their function does.
  void Walk(FunctionId id, bool final) {
    if ((program_.functions()[id].facts->flags() & facts::kInitializer) != 0) return;
    for (FunctionId lambda : program_.functions()[id].lambdas)
      if (!done_[lambda] && lambda != id) Walk(lambda, true);
    if (done_[id] && final) return;
    Walker(knowledge_, id, final).Run();
    done_[id] = final;
  }

  const Knowledge& knowledge_;
  const Program& program_;
  std::vector<bool> done_;
};

}  // namespace

PathFacts Analyze(const flow::Vocabulary& vocabulary, const flow::TextFacts& texts) {
  PathFacts facts;
  facts.summaries.resize(vocabulary.program().functions().size());
  facts.issues.resize(facts.summaries.size());
  const Knowledge knowledge(vocabulary, texts, &facts);
  Analysis(knowledge, &facts).Run();
  return facts;
}

}  // namespace backlint::paths
