#include "link/program.h"

#include <algorithm>

#include <fmt/format.h>

#include "link/body_digest.h"
#include "link/components.h"
#include "link/dependent_calls.h"

namespace backlint {
namespace {

using facts::ValueKind;

std::span<const uint8_t> Bytes(const std::string& buffer) {
  return {reinterpret_cast<const uint8_t*>(buffer.data()), buffer.size()};
}

void AddUnique(std::vector<SymbolId>* list, SymbolId id) {
  if (std::find(list->begin(), list->end(), id) == list->end()) list->push_back(id);
}

std::vector<uint32_t> InitialValues(const facts::Function& f) {
  std::vector<uint32_t> initial(f.locals()->size(), kNone);
  for (const facts::Op* op : *f.ops())
    if (op->kind() == facts::OpKind::Declare && initial[op->ref()] == kNone) initial[op->ref()] = op->value();
  return initial;
}

}  // namespace

Program Program::Link(std::vector<std::string> units) {
  Program program;
  program.buffers_ = std::move(units);
  // The result must not depend on the order in which workers finished.
  auto source = [](const std::string& bytes) { return facts::GetUnitFacts(bytes.data())->source(); };
  std::stable_sort(program.buffers_.begin(), program.buffers_.end(), [&](const std::string& a, const std::string& b) {
    const auto* left = source(a);
    const auto* right = source(b);
    if (!left || !right) return left < right;
    if (left->string_view() != right->string_view()) return left->string_view() < right->string_view();
    return a < b;
  });
  for (const std::string& buffer : program.buffers_) program.units_.push_back(facts::GetUnitFacts(Bytes(buffer).data()));
  program.symbol_map_.resize(program.units_.size());
  program.function_map_.resize(program.units_.size());
  program.bodies_.resize(program.units_.size());
  Definers definers;
  for (const facts::UnitFacts* unit : program.units_) definers.Add(*unit);
  for (uint32_t unit = 0; unit < program.units_.size(); ++unit) {
    program.InternSymbols(unit, definers);
    program.AddFunctions(unit);
    program.AddHierarchy(unit);
  }
  program.AddSpecializations();
  program.AddCalls();
  program.AddCallees();
  program.Order();
  return program;
}

void Program::InternSymbols(uint32_t index, const Definers& definers) {
  const facts::UnitFacts& unit = *units_[index];
  const std::vector<std::string_view> sources = definers.Resolve(unit);
  auto& map = symbol_map_[index];
  map.resize(unit.symbols()->size());
  for (uint32_t i = 0; i < unit.symbols()->size(); ++i) {
    const facts::Symbol* symbol = unit.symbols()->Get(i);
    std::string key(facts::Text(unit, symbol->usr()));
    if (key.empty()) key = fmt::format("?{}", facts::Text(unit, symbol->qualified()));
    // Internal names of different files are different things; their USR knows only the last part of the path.
    if ((symbol->flags() & facts::kInternal) != 0 && symbol->location().file() != kNone)
      key += fmt::format("@{}", unit.files()->Get(symbol->location().file())->path()->string_view());
    else if (!sources[i].empty())
      key += fmt::format("@{}", sources[i]);
    auto [entry, added] = by_key_.emplace(std::move(key), static_cast<SymbolId>(symbols_.size()));
    if (added) {
      ProgramSymbol fresh;
      fresh.usr = facts::Text(unit, symbol->usr());
      fresh.name = facts::Text(unit, symbol->name());
      fresh.qualified = facts::Text(unit, symbol->qualified());
      fresh.kind = symbol->kind();
      fresh.unit = index;
      fresh.local = i;
      symbols_.push_back(std::move(fresh));
    }
    symbols_[entry->second].flags |= symbol->flags();
    map[i] = entry->second;
  }
  for (uint32_t i = 0; i < unit.symbols()->size(); ++i) {
    const uint32_t parent = unit.symbols()->Get(i)->parent();
    if (parent == kNone || symbols_[map[i]].parent != kNone) continue;
    symbols_[map[i]].parent = map[parent];
    if (symbols_[map[i]].kind == facts::SymbolKind::Constructor) symbols_[map[parent]].constructors.push_back(map[i]);
    if (symbols_[map[i]].kind == facts::SymbolKind::Conversion) symbols_[map[parent]].conversions.push_back(map[i]);
  }
}

void Program::AddFunctions(uint32_t index) {
  const facts::UnitFacts& unit = *units_[index];
  if (!unit.functions()) return;
  auto& map = function_map_[index];
  map.resize(unit.functions()->size(), kNone);
  const BodyDigester digester(unit);
  for (uint32_t i = 0; i < unit.functions()->size(); ++i) {
    const facts::Function* f = unit.functions()->Get(i);
    const Place place = PlaceOf(index, *f->location());
    const SymbolId symbol = Symbol(index, f->symbol());
    // Captures mean what they mean in the enclosing body, so the lambdas of two bodies are two.
    std::string key = fmt::format("{}:{}:{}:{}:{}:{}:{}", place.path, place.line, place.column, f->flags() & facts::kInitializer,
                                  digester.Digest(*f), f->encloser() == kNone ? kNone : map[f->encloser()],
                                  symbol == kNone ? "" : symbols_[symbol].usr);
    auto [entry, added] = by_place_.emplace(std::move(key), static_cast<FunctionId>(functions_.size()));
    map[i] = entry->second;
    const bool is_body = symbol != kNone && (f->flags() & (facts::kInitializer | facts::kLambda)) == 0;
    if (is_body) bodies_[index].emplace(symbol, entry->second);
    if (!added) {
      functions_[entry->second].shared |= f->location()->file() != 0;
      continue;
    }
    ProgramFunction function;
    function.unit = index;
    function.index = i;
    function.facts = f;
    function.symbol = symbol;
    function.initial = InitialValues(*f);
    functions_.push_back(std::move(function));
    if (is_body) symbols_[symbol].definitions.push_back(entry->second);
  }
  for (uint32_t i = 0; i < unit.functions()->size(); ++i) {
    const uint32_t encloser = unit.functions()->Get(i)->encloser();
    ProgramFunction& function = functions_[map[i]];
    if (encloser == kNone || function.unit != index || function.index != i) continue;
    function.encloser = map[encloser];
    functions_[map[encloser]].lambdas.push_back(map[i]);
  }
}

void Program::AddHierarchy(uint32_t index) {
  const facts::UnitFacts& unit = *units_[index];
  const auto& map = symbol_map_[index];
  if (unit.overrides())
    for (const facts::Override* o : *unit.overrides()) {
      AddUnique(&symbols_[map[o->method()]].overridden, map[o->overridden()]);
      AddUnique(&symbols_[map[o->overridden()]].overriders, map[o->method()]);
    }
  if (unit.classes())
    for (const facts::Class* c : *unit.classes()) {
      if (c->bases())
        for (uint32_t base : *c->bases()) {
          AddUnique(&symbols_[map[c->symbol()]].bases, map[base]);
          AddUnique(&symbols_[map[base]].derived, map[c->symbol()]);
        }
      if (c->fields() && symbols_[map[c->symbol()]].fields.empty())
        for (uint32_t field : *c->fields()) symbols_[map[c->symbol()]].fields.push_back(map[field]);
    }
}

// `template <> int Driver<kFast>::Run()` is called through what the method of its template overrides. The template's is named alike, and
// takes as many arguments.
void Program::AddSpecializations() {
  const auto parameters = [&](const ProgramSymbol& symbol) { return units_[symbol.unit]->symbols()->Get(symbol.local)->parameter_count(); };
  std::map<std::pair<std::string_view, uint32_t>, SymbolId> templates;
  for (SymbolId id = 0; id < symbols_.size(); ++id)
    if (symbols_[id].kind == facts::SymbolKind::Method && symbols_[id].definitions.empty() && !symbols_[id].overridden.empty())
      templates.emplace(std::pair(symbols_[id].qualified, parameters(symbols_[id])), id);
  for (SymbolId id = 0; id < symbols_.size(); ++id) {
    if (symbols_[id].kind != facts::SymbolKind::Method || symbols_[id].definitions.empty() || !symbols_[id].overridden.empty()) continue;
    const auto found = templates.find({symbols_[id].qualified, parameters(symbols_[id])});
    if (found == templates.end()) continue;
    for (SymbolId overridden : symbols_[found->second].overridden) {
      AddUnique(&symbols_[id].overridden, overridden);
      AddUnique(&symbols_[overridden].overriders, id);
    }
  }
}

void Program::AddCalls() {
  for (FunctionId id = 0; id < functions_.size(); ++id) {
    const facts::Function& f = *functions_[id].facts;
    for (uint32_t v = 0; v < f.values()->size(); ++v) {
      const facts::Value* value = f.values()->Get(v);
      if (value->kind() != ValueKind::Call && value->kind() != ValueKind::Construct) continue;
      const SymbolId callee = SymbolOf(id, *value);
      if (callee != kNone) symbols_[callee].calls.push_back({id, v});
      if (const SymbolId made = MadeBy(id, *value); made != kNone) symbols_[made].calls.push_back({id, v});
    }
  }
}

SymbolId Program::SymbolOf(FunctionId function, const facts::Value& value) const {
  switch (value.kind()) {
    case ValueKind::Global: case ValueKind::Member: case ValueKind::EnumConstant: case ValueKind::FunctionRef:
    case ValueKind::Call: case ValueKind::Construct:
      return Symbol(functions_[function].unit, value.ref());
    default:
      return kNone;
  }
}

std::span<const SymbolId> Program::FieldsOf(SymbolId record) const {
  if (record == kNone || !symbols_[record].bases.empty()) return {};
  return symbols_[record].fields;
}

// Calls through a value (of a pointer or a functor, of a library's holder of one), and by a name that waits for a template's use.
void Program::AddCallees() {
  callables_.Collect(*this);
  DependentCalls dependent(*this);
  for (FunctionId id = 0; id < functions_.size(); ++id) {
    const facts::Function& f = *functions_[id].facts;
    for (uint32_t v = 0; v < f.values()->size(); ++v) {
      const facts::Value* value = f.values()->Get(v);
      if (value->kind() != ValueKind::Call) continue;
      auto operands = facts::Operands(f, *value);
      const bool called = (value->flags() & (facts::kHasCallee | facts::kHasReceiver)) != 0 && !operands.empty() && operands[0] != kNone;
      const SymbolId callee = SymbolOf(id, *value);
      const bool holder = callee != kNone && symbols_[callee].name == "operator()" && symbols_[callee].definitions.empty();
      std::vector<Callable> found;
      if (called && ((value->flags() & facts::kHasCallee) != 0 || holder)) found = CallablesOf(id, operands[0]);
      if (found.empty()) found = dependent.Of(id, v);
      for (const Callable& one : found)
        if (one.symbol != kNone) symbols_[one.symbol].calls.push_back({id, v});
      if (!found.empty()) callees_[{id, v}] = std::move(found);
    }
  }
}

std::span<const Callable> Program::Callees(FunctionId caller, uint32_t value) const {
  const auto found = callees_.find({caller, value});
  return found == callees_.end() ? std::span<const Callable>() : found->second;
}

std::vector<FunctionId> Program::BodiesOf(FunctionId caller, std::span<const Callable> callables) const {
  std::vector<FunctionId> bodies;
  for (const Callable& callable : callables) {
    if (callable.body != kNone) bodies.push_back(callable.body);
    else AddDefinitions(callable.symbol, caller, &bodies);
  }
  return bodies;
}

// A function of a header may see another body in each of its units.
void Program::AddDefinitions(SymbolId callee, FunctionId caller, std::vector<FunctionId>* targets) const {
  const ProgramFunction& function = functions_[caller];
  const ProgramSymbol& symbol = symbols_[callee];
  const auto seen = bodies_[function.unit].find(callee);
  if (seen != bodies_[function.unit].end() && !function.shared) {
    targets->push_back(seen->second);
  } else {
    targets->insert(targets->end(), symbol.definitions.begin(), symbol.definitions.end());
  }
}

std::vector<FunctionId> Program::Targets(FunctionId caller, uint32_t index) const {
  if (const auto callees = Callees(caller, index); !callees.empty()) return BodiesOf(caller, callees);
  const facts::Value* value = functions_[caller].facts->values()->Get(index);
  std::vector<FunctionId> targets;
  SymbolId callee = SymbolOf(caller, *value);
  if (callee == kNone) return targets;
  if (const SymbolId made = MadeBy(caller, *value); made != kNone) callee = made;
  constexpr size_t kMostTargets = 32;
  std::vector<SymbolId> pending = {callee};
  for (size_t i = 0; i < pending.size() && targets.size() < kMostTargets; ++i) {
    AddDefinitions(pending[i], caller, &targets);
    if ((value->flags() & facts::kVirtualCall) != 0)
      for (SymbolId overrider : symbols_[pending[i]].overriders) AddUnique(&pending, overrider);
  }
  return targets;
}

std::vector<CallSite> Program::CallersOf(FunctionId id) const {
  std::vector<CallSite> sites;
  const ProgramFunction& function = functions_[id];
  if ((function.facts->flags() & facts::kLambda) != 0) {
    if (function.encloser == kNone) return sites;
    if (!bottom_up_.empty()) {
      const auto known = lambda_calls_.find(id);
      return known == lambda_calls_.end() ? sites : known->second;
    }
    const facts::Function& outer = *functions_[function.encloser].facts;
    for (uint32_t v = 0; v < outer.values()->size(); ++v)
      if (outer.values()->Get(v)->kind() == ValueKind::Call)
        for (FunctionId target : Targets(function.encloser, v))
          if (target == id) sites.push_back({function.encloser, v});
    return sites;
  }
  if (function.symbol == kNone || (function.facts->flags() & facts::kInitializer) != 0) return sites;
  std::vector<SymbolId> names = {function.symbol};
  for (size_t i = 0; i < names.size(); ++i)
    for (SymbolId overridden : symbols_[names[i]].overridden) AddUnique(&names, overridden);
  for (size_t i = 0; i < names.size(); ++i)
    for (const CallSite& site : symbols_[names[i]].calls) {
      const facts::Value* value = functions_[site.caller].facts->values()->Get(site.value);
      if (i != 0 && (value->flags() & facts::kVirtualCall) == 0) continue;
      // The call may mean another body of the same name.
      if (symbols_[names[i]].definitions.size() > 1) {
        const std::vector<FunctionId> targets = Targets(site.caller, site.value);
        if (std::find(targets.begin(), targets.end(), id) == targets.end()) continue;
      }
      sites.push_back(site);
    }
  return sites;
}

FunctionId Program::ConversionOf(uint32_t unit, uint32_t index) const {
  const facts::Type* type = index == kNone ? nullptr : units_[unit]->types()->Get(index);
  const SymbolId symbol = type == nullptr || type->kind() != facts::TypeKind::Record ? kNone : Symbol(unit, type->record());
  if (symbol == kNone || symbols_[symbol].conversions.size() != 1) return kNone;
  const auto& definitions = symbols_[symbols_[symbol].conversions[0]].definitions;
  return definitions.size() == 1 ? definitions[0] : kNone;
}

std::vector<SymbolId> Program::WithBases(SymbolId symbol) const {
  std::vector<SymbolId> all;
  if (symbol == kNone) return all;
  all.push_back(symbol);
  for (size_t i = 0; i < all.size() && all.size() < 64; ++i)
    for (SymbolId base : symbols_[all[i]].bases) AddUnique(&all, base);
  return all;
}

void Program::Order() {
  const size_t count = functions_.size();
  std::vector<std::vector<FunctionId>> edges(count);
  for (FunctionId id = 0; id < count; ++id) {
    const facts::Function& f = *functions_[id].facts;
    for (uint32_t v = 0; v < f.values()->size(); ++v) {
      const ValueKind kind = f.values()->Get(v)->kind();
      // What is handed on may be called there.
      if (kind == ValueKind::Lambda) edges[id].push_back(Body(functions_[id].unit, f.values()->Get(v)->ref()));
      if (kind == ValueKind::FunctionRef)
        if (const SymbolId symbol = SymbolOf(id, *f.values()->Get(v)); symbol != kNone) AddDefinitions(symbol, id, &edges[id]);
      if (kind != ValueKind::Call && kind != ValueKind::Construct) continue;
      for (FunctionId target : Targets(id, v)) {
        edges[id].push_back(target);
        if (kind == ValueKind::Call && functions_[target].encloser == id && (functions_[target].facts->flags() & facts::kLambda) != 0) lambda_calls_[target].push_back({id, v});
      }
      const FunctionId conversion = ConversionOf(functions_[id].unit, f.values()->Get(v)->type());
      if (conversion != kNone) edges[id].push_back(conversion);
    }
    // A lambda reads what its encloser captured: encloser first.
    if (functions_[id].encloser != kNone && functions_[id].encloser != id) edges[id].push_back(functions_[id].encloser);
    // And what it wrote to them shows in the encloser.
    for (const FunctionId lambda : functions_[id].lambdas) edges[id].push_back(lambda);
    std::sort(edges[id].begin(), edges[id].end());
    edges[id].erase(std::unique(edges[id].begin(), edges[id].end()), edges[id].end());
  }
  bottom_up_ = Components(edges);
}

Place Program::PlaceOf(uint32_t unit, const facts::Location& location) const {
  if (location.file() == kNone) return {};
  return {units_[unit]->files()->Get(location.file())->path()->str(), location.line(), location.column()};
}

std::string Program::FunctionName(FunctionId id) const {
  std::string lambdas;
  for (; (functions_[id].facts->flags() & facts::kLambda) != 0 && functions_[id].encloser != kNone; id = functions_[id].encloser)
    lambdas += "::(lambda)";
  const SymbolId symbol = functions_[id].symbol;
  return (symbol == kNone ? std::string() : std::string(symbols_[symbol].qualified)) + lambdas;
}

}  // namespace backlint
