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
  std::vector<Callable> derived, near, all;
  for (SymbolId id : named->second) {
    const ProgramSymbol& symbol = program_.symbols()[id];
    if ((symbol.kind == SymbolKind::Method) != method || !Takes(id, arguments)) continue;
    if (method && own != kNone && symbol.parent != kNone) {
      const std::vector<SymbolId> bases = program_.WithBases(symbol.parent);
      if (std::find(bases.begin() + 1, bases.end(), own) != bases.end()) derived.push_back({kNone, id});
    }
    if (program_.functions()[symbol.definitions[0]].unit == unit) near.push_back({kNone, id});
    all.push_back({kNone, id});
  }
  if (method && OnItself(caller, facts::Operands(f, call)[0])) return derived;
  if (!near.empty()) all = std::move(near);
  return all.size() <= kMostCandidates ? all : std::vector<Callable>();
}

bool DependentCalls::Takes(SymbolId symbol, size_t arguments) const {
  const facts::Function& f = *program_.functions()[program_.symbols()[symbol].definitions[0]].facts;
  size_t needed = 0;
  bool open = (program_.symbols()[symbol].flags & (facts::kVariadic | facts::kParameterPack)) != 0;
  for (uint32_t p = 0; p < f.parameter_count(); ++p) {
    const uint32_t flags = f.locals()->Get(p)->flags();
    open |= (flags & facts::kPack) != 0;
    needed += (flags & (facts::kHasDefault | facts::kPack)) == 0;
  }
  return arguments >= needed && (open || arguments <= f.parameter_count());
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
