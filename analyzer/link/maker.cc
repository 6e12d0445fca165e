// Functions of libraries that make an object of the project.
#include <algorithm>

#include "link/program.h"

namespace backlint {

using facts::ValueKind;

// A function outside of the project that answers a holder of a class of the project (its first template argument) has made one with what
// it was given, unless it answers a reference (`std::get`) or was given such a holder (`std::dynamic_pointer_cast`). The constructor is the one with a body that takes so many arguments; with others, defaults fill the rest.
SymbolId Program::MadeBy(FunctionId caller, const facts::Value& call) const {
  const SymbolId callee = SymbolOf(caller, call);
  if (call.kind() != ValueKind::Call || callee == kNone || call.type() == kNone) return kNone;
  const ProgramSymbol& maker = symbols_[callee];
  if (maker.kind != facts::SymbolKind::Function || (maker.flags & facts::kInProject) != 0) return kNone;
  const uint32_t unit = functions_[caller].unit;
  const facts::Type* holder = units_[unit]->types()->Get(call.type());
  if (holder->kind() != facts::TypeKind::Record || holder->argument_count() == 0) return kNone;
  const uint32_t held = units_[unit]->type_lists()->Get(holder->first_argument());
  const facts::Type* type = held == kNone ? nullptr : units_[unit]->types()->Get(held);
  const SymbolId made = type == nullptr || type->kind() != facts::TypeKind::Record ? kNone : Symbol(unit, type->record());
  if (made == kNone) return kNone;
  const uint32_t result = units_[maker.unit]->symbols()->Get(maker.local)->type();
  if (result != kNone && units_[maker.unit]->types()->Get(result)->kind() == facts::TypeKind::Reference) return kNone;
  const auto arguments = facts::Arguments(*functions_[caller].facts, call);
  const auto is_holder = [&](uint32_t argument) {
    const uint32_t of = argument == kNone ? kNone : functions_[caller].facts->values()->Get(argument)->type();
    return of != kNone && units_[unit]->types()->Get(of)->kind() == facts::TypeKind::Record && units_[unit]->types()->Get(of)->name() == holder->name();
  };
  if (std::any_of(arguments.begin(), arguments.end(), is_holder)) return kNone;
  const size_t given = arguments.size();
  SymbolId best = kNone;
  uint32_t fewest = ~0u;
  for (SymbolId constructor : symbols_[made].constructors) {
    const ProgramSymbol& symbol = symbols_[constructor];
    const uint32_t takes = units_[symbol.unit]->symbols()->Get(symbol.local)->parameter_count();
    if (symbol.definitions.empty() || takes < given || takes >= fewest) continue;
    best = constructor;
    fewest = takes;
  }
  return best;
}

}  // namespace backlint
