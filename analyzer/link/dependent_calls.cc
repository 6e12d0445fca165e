#include "link/dependent_calls.h"

#include <algorithm>

namespace backlint {

using facts::SymbolKind;
using facts::ValueKind;

namespace {

constexpr size_t kMostCandidates = 4;

}  // namespace

DependentCalls::DependentCalls(const Program& program) : program_(program) {
  for (SymbolId id = 0; id < program.symbols().size(); ++id) {
    const ProgramSymbol& symbol = program.symbols()[id];
    const bool function = symbol.kind == SymbolKind::Function || symbol.kind == SymbolKind::Method;
    if (function && !symbol.definitions.empty() && !symbol.name.empty()) by_name_[symbol.name].push_back(id);
  }
}

std::vector<Callable> DependentCalls::Of(FunctionId caller, uint32_t index) const {
  const facts::Function& f = *program_.functions()[caller].facts;
  const facts::Value& call = *f.values()->Get(index);
  const SymbolId callee = program_.SymbolOf(caller, call);
  if (call.kind() != ValueKind::Call || (call.flags() & facts::kDependentValue) == 0 || callee == kNone) return {};
  const ProgramSymbol& name = program_.symbols()[callee];
  const auto named = by_name_.find(name.name);
  if (!name.usr.empty() || named == by_name_.end() || name.name.starts_with("operator")) return {};
  const bool method = (call.flags() & facts::kHasReceiver) != 0;
  const size_t arguments = facts::Arguments(f, call).size();
  const uint32_t unit = program_.functions()[caller].unit;
  const SymbolId own = program_.functions()[caller].symbol == kNone ? kNone : program_.symbols()[program_.functions()[caller].symbol].parent;
  const std::vector<SymbolId> own_classes = method ? program_.WithBases(own) : std::vector<SymbolId>();
  std::vector<SymbolId> mine, derived, near, all;
  for (SymbolId id : named->second) {
    const ProgramSymbol& symbol = program_.symbols()[id];
    if ((symbol.kind == SymbolKind::Method) != method || !Takes(id, arguments)) continue;
    if (method && own != kNone && symbol.parent != kNone) {
      const std::vector<SymbolId> bases = program_.WithBases(symbol.parent);
      if (std::find(bases.begin() + 1, bases.end(), own) != bases.end()) derived.push_back(id);
      if (std::find(own_classes.begin(), own_classes.end(), symbol.parent) != own_classes.end()) mine.push_back(id);
    }
    if (program_.functions()[symbol.definitions[0]].unit == unit) near.push_back(id);
    all.push_back(id);
  }
  if (method && OnItself(caller, facts::Operands(f, call)[0])) all = mine.empty() ? std::move(derived) : std::move(mine);
  else if (!near.empty()) all = std::move(near);
  // A function that names each of its parameters is a better match than one that takes any number of them.
  const auto any_number = [&](SymbolId id) { return TakesAnyNumber(id); };
  if (!std::all_of(all.begin(), all.end(), any_number)) std::erase_if(all, any_number);
  std::vector<Callable> callables;
  if (all.size() <= kMostCandidates)
    for (SymbolId id : all) callables.push_back({kNone, id});
  return callables;
}

bool DependentCalls::TakesAnyNumber(SymbolId symbol) const {
  const facts::Function& f = *program_.functions()[program_.symbols()[symbol].definitions[0]].facts;
  bool any = (program_.symbols()[symbol].flags & (facts::kVariadic | facts::kParameterPack)) != 0;
  for (uint32_t p = 0; p < f.parameter_count(); ++p) any |= (f.locals()->Get(p)->flags() & facts::kPack) != 0;
  return any;
}

bool DependentCalls::Takes(SymbolId symbol, size_t arguments) const {
  const facts::Function& f = *program_.functions()[program_.symbols()[symbol].definitions[0]].facts;
  size_t needed = 0;
  for (uint32_t p = 0; p < f.parameter_count(); ++p) needed += (f.locals()->Get(p)->flags() & (facts::kHasDefault | facts::kPack)) == 0;
  return arguments >= needed && (arguments <= f.parameter_count() || TakesAnyNumber(symbol));
}

bool DependentCalls::OnItself(FunctionId caller, uint32_t receiver) const {
  const facts::Function& f = *program_.functions()[caller].facts;
  for (int depth = 0; receiver != kNone && depth < 6; ++depth) {
    const facts::Value& value = *f.values()->Get(receiver);
    if (value.kind() == ValueKind::This) return true;
    auto operands = facts::Operands(f, value);
    if ((value.kind() != ValueKind::Cast && value.kind() != ValueKind::Unary) || operands.empty()) return false;
    receiver = operands[0];
  }
  return false;
}

}  // namespace backlint
