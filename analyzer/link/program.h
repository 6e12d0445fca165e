// The functions and symbols of all units as one program, and who calls whom.
//
// Reads the facts in place: a Program holds the buffers, everything else are indices into them. The same function seen in many
// units (a header) is kept once, and once more for each other body that it has there (`#ifdef`); equal names at different places
// (two `main`s, the classes and variables of two programs in one tree) are kept apart.
#ifndef BACKLINT_LINK_PROGRAM_H_
#define BACKLINT_LINK_PROGRAM_H_

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/facts.h"
#include "core/finding.h"
#include "link/callables.h"
#include "link/definers.h"

namespace backlint {

using FunctionId = uint32_t;     // index into Program::functions()
using SymbolId = uint32_t;       // index into Program::symbols(); kNone = none

struct ProgramFunction {
  uint32_t unit = 0;
  uint32_t index = 0;            // in the unit
  const facts::Function* facts = nullptr;
  SymbolId symbol = kNone;
  FunctionId encloser = kNone;   // lambdas
  bool shared = false;           // in a header, and the same in several units
  std::vector<FunctionId> lambdas;
  std::vector<uint32_t> initial;  // local -> the value that its declaration gives it, or kNone
};

struct CallSite {
  FunctionId caller = kNone;
  uint32_t value = kNone;        // the Call or Construct in the caller
};

struct ProgramSymbol {
  std::string_view usr, name, qualified;
  facts::SymbolKind kind = facts::SymbolKind::Unknown;
  uint32_t flags = 0;                        // of all declarations, or-ed
  uint32_t unit = 0;                         // one declaration: index `local` in `unit`
  uint32_t local = 0;
  SymbolId parent = kNone;
  std::vector<FunctionId> definitions;       // usually one
  std::vector<SymbolId> overridden, overriders;   // direct
  std::vector<SymbolId> bases, derived;      // of classes, direct
  std::vector<SymbolId> constructors, conversions, fields;   // of classes
  std::vector<CallSite> calls;               // that name this symbol
};

class Program {
 public:
  // `units` are verified buffers (facts::Verify). Order does not matter for anything but ids.
  static Program Link(std::vector<std::string> units);

  std::span<const ProgramFunction> functions() const { return functions_; }
  std::span<const ProgramSymbol> symbols() const { return symbols_; }
  size_t unit_count() const { return units_.size(); }
  const facts::UnitFacts& unit(uint32_t index) const { return *units_[index]; }
  const facts::UnitFacts& UnitOf(FunctionId function) const { return *units_[functions_[function].unit]; }

  // A symbol of a unit's table.
  SymbolId Symbol(uint32_t unit, uint32_t local) const { return local == kNone ? kNone : symbol_map_[unit][local]; }
  SymbolId SymbolOf(FunctionId function, const facts::Value& value) const;

  // What the declaration of a local gives it: a value of the same function, or kNone.
  uint32_t InitialValue(FunctionId function, uint32_t local) const { return functions_[function].initial[local]; }

  // Bodies that a call can reach: the callee's own, those of its overriders when the call is dispatched at run time, of whatever the
  // value that is called can mean, of the constructor to which a library's maker (`make_shared<T>`) hands its arguments. Empty when
  // unknown.
  std::vector<FunctionId> Targets(FunctionId caller, uint32_t value) const;

  // What a value can mean when it is called.
  std::vector<Callable> CallablesOf(FunctionId function, uint32_t value) const { return callables_.Of(*this, function, value); }
  // Bodies of these.
  std::vector<FunctionId> BodiesOf(FunctionId caller, std::span<const Callable> callables) const;
  // Of a call through a value: what that value can mean. Empty for calls by name.
  std::span<const Callable> Callees(FunctionId caller, uint32_t value) const;

  // Calls that can reach the function: by its name and through what it overrides.
  std::vector<CallSite> CallersOf(FunctionId function) const;

  // The body that turns an object of this type into something else (`operator std::string()`), when its class has exactly one.
  FunctionId ConversionOf(uint32_t unit, uint32_t type) const;

  // The function or lambda of a unit's table.
  FunctionId Body(uint32_t unit, uint32_t index) const { return function_map_[unit][index]; }
  // Fields of a class in the order of their declarations; empty when it is not known or has bases.
  std::span<const SymbolId> FieldsOf(SymbolId record) const;

  // The class and its bases, nearest first.
  std::vector<SymbolId> WithBases(SymbolId symbol) const;

  // Functions in an order in which callees come before callers; members of one cycle are neighbours.
  const std::vector<std::vector<FunctionId>>& BottomUp() const { return bottom_up_; }

  Place PlaceOf(uint32_t unit, const facts::Location& location) const;
  std::string FunctionName(FunctionId function) const;

 private:
  void InternSymbols(uint32_t unit, const Definers& definers);
  void AddFunctions(uint32_t unit);
  void AddHierarchy(uint32_t unit);
  void AddSpecializations();
  void AddCalls();
  void Order();
  void AddCallees();
  void AddDefinitions(SymbolId callee, FunctionId caller, std::vector<FunctionId>* targets) const;
  SymbolId MadeBy(FunctionId caller, const facts::Value& call) const;

  std::vector<std::string> buffers_;
  std::vector<const facts::UnitFacts*> units_;
  std::vector<std::vector<SymbolId>> symbol_map_;
  std::vector<std::vector<FunctionId>> function_map_;   // unit, index -> function (kNone: pseudo or duplicate maps to the kept one)
  std::vector<ProgramFunction> functions_;
  std::vector<ProgramSymbol> symbols_;
  std::unordered_map<std::string, SymbolId> by_key_;
  std::unordered_map<std::string, FunctionId> by_place_;
  std::vector<std::unordered_map<SymbolId, FunctionId>> bodies_;   // unit: the body that it sees of a symbol
  Callables callables_;
  std::map<std::pair<FunctionId, uint32_t>, std::vector<Callable>> callees_;    // of calls through a value
  std::vector<std::vector<FunctionId>> bottom_up_;
  std::unordered_map<FunctionId, std::vector<CallSite>> lambda_calls_;      // in their enclosers
};

}  // namespace backlint

#endif  // BACKLINT_LINK_PROGRAM_H_
