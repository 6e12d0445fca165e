#include "link/dependent_calls.h"

#include <algorithm>
#include <unordered_set>

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

const DependentCalls::Candidates& DependentCalls::CandidatesOf(std::string_view name, bool method, size_t arguments) {
  const auto [known, added] = candidates_.try_emplace({name, method, arguments});
  Candidates& candidates = known->second;
  if (!added) return candidates;
  for (SymbolId id : by_name_[name]) {
    const ProgramSymbol& symbol = program_.symbols()[id];
    if ((symbol.kind == SymbolKind::Method) != method || !Takes(id, arguments)) continue;
    candidates.all.push_back(id);
    candidates.by_unit[program_.functions()[symbol.definitions[0]].unit].push_back(id);
    if (symbol.parent != kNone) candidates.by_class[symbol.parent].push_back(id);
  }
  Prefer(&candidates.all);
  for (auto& [unit, symbols] : candidates.by_unit) Prefer(&symbols);
  return candidates;
}

// A function that names each of its parameters is a better match than one that takes any number of them.
void DependentCalls::Prefer(std::vector<SymbolId>* symbols) const {
  const auto any_number = [&](SymbolId id) { return TakesAnyNumber(id); };
  if (!std::all_of(symbols->begin(), symbols->end(), any_number)) std::erase_if(*symbols, any_number);
}

std::vector<Callable> DependentCalls::Of(FunctionId caller, uint32_t index) {
  const facts::Function& f = *program_.functions()[caller].facts;
  const facts::Value& call = *f.values()->Get(index);
  const SymbolId callee = program_.SymbolOf(caller, call);
  if (call.kind() != ValueKind::Call || (call.flags() & facts::kDependentValue) == 0 || callee == kNone) return {};
  const ProgramSymbol& name = program_.symbols()[callee];
  if (!name.usr.empty() || by_name_.count(name.name) == 0 || name.name.starts_with("operator")) return {};
  const bool method = (call.flags() & facts::kHasReceiver) != 0;
  const Candidates& candidates = CandidatesOf(name.name, method, facts::Arguments(f, call).size());
  std::vector<SymbolId> own;
  const std::vector<SymbolId>* found = &candidates.all;
  if (method && OnItself(caller, facts::Operands(f, call)[0])) {
    const SymbolId symbol = program_.functions()[caller].symbol;
    own = OfClasses(candidates, symbol == kNone ? kNone : program_.symbols()[symbol].parent);
    found = &own;
  } else if (const auto near = candidates.by_unit.find(program_.functions()[caller].unit); near != candidates.by_unit.end()) {
    found = &near->second;
  }
  std::vector<Callable> callables;
  if (found->size() <= kMostCandidates)
    for (SymbolId id : *found) callables.push_back({kNone, id});
  return callables;
}

// Of the class and its bases, or else of what is derived from it.
std::vector<SymbolId> DependentCalls::OfClasses(const Candidates& candidates, SymbolId own) const {
  std::vector<SymbolId> found;
  const auto add = [&](const std::vector<SymbolId>& classes) {
    for (SymbolId record : classes)
      if (const auto named = candidates.by_class.find(record); named != candidates.by_class.end()) found.insert(found.end(), named->second.begin(), named->second.end());
  };
  if (own == kNone || candidates.by_class.empty()) return found;
  add(program_.WithBases(own));
  if (found.empty()) add(WithDerived(own));
  std::sort(found.begin(), found.end());
  Prefer(&found);
  return found;
}

std::vector<SymbolId> DependentCalls::WithDerived(SymbolId record) const {
  std::vector<SymbolId> all = {record};
  std::unordered_set<SymbolId> seen = {record};
  for (size_t i = 0; i < all.size(); ++i)
    for (SymbolId derived : program_.symbols()[all[i]].derived)
      if (seen.insert(derived).second) all.push_back(derived);
  return all;
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
