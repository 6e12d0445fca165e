#include "paths/callee_names.h"

#include "flow/unknown_method.h"

namespace backlint::paths {

using facts::SymbolKind;
using facts::TypeKind;
using facts::ValueKind;

namespace {

// In a template, the constructor of a known class may not be known yet.
void AddConstructed(const facts::UnitFacts& unit, const facts::Value& value, std::vector<std::string>* names) {
  if (value.kind() != ValueKind::Construct || value.type() == kNone) return;
  const std::string name(facts::Text(unit, unit.types()->Get(value.type())->name()));
  const size_t colon = name.rfind("::");
  if (!name.empty()) names->push_back(name + "::" + (colon == std::string::npos ? name : name.substr(colon + 2)));
}

}  // namespace

std::vector<std::string> CalleeNames(const Program& program, FunctionId caller, uint32_t call) {
  const ProgramFunction& function = program.functions()[caller];
  const facts::UnitFacts& unit = program.unit(function.unit);
  const facts::Value& value = *function.facts->values()->Get(call);
  const SymbolId callee = program.SymbolOf(caller, value);
  std::vector<std::string> names;
  if (callee == kNone) {
    AddConstructed(unit, value, &names);
    return names;
  }
  const ProgramSymbol& symbol = program.symbols()[callee];
  if (!flow::IsUnknownMethod(symbol)) names.emplace_back(symbol.qualified);
  if (symbol.kind == SymbolKind::Constructor || symbol.kind == SymbolKind::Destructor) return names;
  const auto add_class = [&](SymbolId record) {
    for (SymbolId base : program.WithBases(record)) names.push_back(std::string(program.symbols()[base].qualified) + "::" + std::string(symbol.name));
  };
  add_class(symbol.parent);
  auto operands = facts::Operands(*function.facts, value);
  if ((value.flags() & facts::kHasReceiver) == 0 || operands.empty() || operands[0] == kNone) return names;
  uint32_t type = function.facts->values()->Get(operands[0])->type();
  for (int depth = 0; type != kNone && depth < 4; ++depth) {
    const facts::Type* t = unit.types()->Get(type);
    if (t->kind() == TypeKind::Record) {
      add_class(program.Symbol(function.unit, t->record()));
      break;
    }
    type = t->pointee();
  }
  return names;
}

}  // namespace backlint::paths
