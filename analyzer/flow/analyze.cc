#include "flow/analyze.h"

#include "flow/walker.h"

namespace backlint::flow {
namespace {

constexpr size_t kMostRounds = 3;      // over the functions of one cycle
constexpr size_t kLargeCycle = 200;    // functions; larger ones get one round

}  // namespace

TextFacts Analyze(const Vocabulary& vocabulary) {
  const Program& program = vocabulary.program();
  TextFacts facts;
  const size_t count = program.functions().size();
  facts.summaries.resize(count);
  facts.sinks.resize(count);
  facts.incoming.resize(count);
  // Initialisers first: constants are text for everybody.
  for (FunctionId id = 0; id < count; ++id)
    if ((program.functions()[id].facts->flags() & facts::kInitializer) != 0) Walker(vocabulary, id, &facts, true).Run();
  for (const std::vector<FunctionId>& component : program.BottomUp()) {
    const size_t rounds = component.size() == 1 && program.functions()[component[0]].lambdas.empty() ? 1
                          : component.size() > kLargeCycle                                          ? 1
                                                                                                    : kMostRounds - 1;
    for (size_t round = 0; round < rounds; ++round)
      for (FunctionId id : component)
        if ((program.functions()[id].facts->flags() & facts::kInitializer) == 0)
          Walker(vocabulary, id, &facts, round + 1 == rounds).Run();
  }
  return facts;
}

}  // namespace backlint::flow
