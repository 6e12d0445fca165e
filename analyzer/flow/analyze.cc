#include "flow/analyze.h"

#include "flow/walker.h"

namespace backlint::flow {
namespace {

constexpr size_t kMostRounds = 3;      // over the functions of one cycle
constexpr size_t kLargeCycle = 200;    // functions; larger ones get one round
constexpr int kMostDepth = 8;          // of calls below an initialiser

// Globals that functions assign, or hand to something that may.
std::set<SymbolId> ChangedGlobals(const Vocabulary& vocabulary) {
  const Program& program = vocabulary.program();
  std::set<SymbolId> changed;
  for (FunctionId id = 0; id < program.functions().size(); ++id) {
    const ProgramFunction& function = program.functions()[id];
    const facts::Function& f = *function.facts;
    if ((f.flags() & facts::kInitializer) != 0) continue;
    const auto add = [&](uint32_t index) {
      for (int depth = 0; index != kNone && depth < kMostDepth; ++depth) {
        const facts::Value* value = f.values()->Get(index);
        if (value->kind() == facts::ValueKind::Global) {
          if (const SymbolId symbol = program.SymbolOf(id, *value); symbol != kNone) changed.insert(symbol);
          return;
        }
        const auto operands = facts::Operands(f, *value);
        index = operands.empty() || value->kind() == facts::ValueKind::Call ? kNone : operands[0];
      }
    };
    const facts::Symbol* self = f.symbol() == kNone ? nullptr : program.unit(function.unit).symbols()->Get(f.symbol());
    const bool hands_out = self && vocabulary.IsOutput(function.unit, self->type());
    for (const facts::Op* op : *f.ops())
      if (op->kind() == facts::OpKind::Assign || (op->kind() == facts::OpKind::Return && hands_out)) add(op->kind() == facts::OpKind::Assign ? op->target() : op->value());
    for (const facts::Value* value : *f.values()) {
      if (value->kind() != facts::ValueKind::Call || value->ref() == kNone) continue;
      const facts::Symbol* callee = program.unit(function.unit).symbols()->Get(value->ref());
      const auto operands = facts::Operands(f, *value);
      if ((value->flags() & facts::kHasReceiver) != 0 && (callee->flags() & facts::kConstMethod) == 0 && !operands.empty()) add(operands[0]);
      const auto arguments = facts::Arguments(f, *value);
      for (uint32_t i = 0; i < arguments.size() && i < callee->parameter_count(); ++i)
        if (vocabulary.IsOutput(function.unit, program.unit(function.unit).type_lists()->Get(callee->first_parameter() + i))) add(arguments[i]);
    }
  }
  return changed;
}

// What an initialiser calls has to be known before it.
void Prepare(const Vocabulary& vocabulary, FunctionId id, int depth, TextFacts* facts, std::set<FunctionId>* done) {
  const Program& program = vocabulary.program();
  const facts::Function& f = *program.functions()[id].facts;
  for (uint32_t v = 0; depth < kMostDepth && v < f.values()->size(); ++v) {
    const facts::ValueKind kind = f.values()->Get(v)->kind();
    if (kind != facts::ValueKind::Call && kind != facts::ValueKind::Construct) continue;
    for (const FunctionId target : program.Targets(id, v)) {
      if (!done->insert(target).second) continue;
      Prepare(vocabulary, target, depth + 1, facts, done);
      Walker(vocabulary, target, facts, false).Run();
    }
  }
}

}  // namespace

TextFacts Analyze(const Vocabulary& vocabulary) {
  const Program& program = vocabulary.program();
  TextFacts facts;
  const size_t count = program.functions().size();
  facts.summaries.resize(count);
  facts.sinks.resize(count);
  facts.incoming.resize(count);
  facts.changed_globals = ChangedGlobals(vocabulary);
  // Initialisers first: constants are text for everybody.
  std::set<FunctionId> prepared;
  for (FunctionId id = 0; id < count; ++id)
    if ((program.functions()[id].facts->flags() & facts::kInitializer) != 0) {
      Prepare(vocabulary, id, 0, &facts, &prepared);
      Walker(vocabulary, id, &facts, true).Run();
    }
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
