// Where values live, and what is written there.
#include "flow/walker.h"

namespace backlint::flow {

using facts::Operator;
using facts::ValueKind;

PlaceKey Walker::PlaceOfValue(uint32_t index, int depth) {
  if (index == kNone || depth > 12) return {};
  const facts::Value& value = ValueAt(index);
  auto operands = facts::Operands(f_, value);
  switch (value.kind()) {
    case ValueKind::Local: return Key(Root::kLocal, value.ref());
    case ValueKind::Parameter: return Key(Root::kParameter, value.ref());
    case ValueKind::Capture: return Key(Root::kCapture, value.ref());
    case ValueKind::This: return Key(Root::kThis, 0);
    case ValueKind::Global: {
      const SymbolId symbol = program_.SymbolOf(id_, value);
      return symbol == kNone ? PlaceKey() : Key(Root::kGlobal, symbol);
    }
    case ValueKind::Member: {
      PlaceKey base = operands.empty() ? Key(Root::kThis, 0) : PlaceOfValue(operands[0], depth + 1);
      const SymbolId field = program_.SymbolOf(id_, value);
      if (base.empty() || field == kNone || base.size() > 6) return {};
      base.push_back(static_cast<char32_t>(field));
      return base;
    }
    case ValueKind::Unary:
      if (value.op() == Operator::AddressOf || value.op() == Operator::Dereference)
        return operands.empty() ? PlaceKey() : PlaceOfValue(operands[0], depth + 1);
      return {};
    case ValueKind::Cast: case ValueKind::Index: case ValueKind::Await:
      return operands.empty() ? PlaceKey() : PlaceOfValue(operands[0], depth + 1);
    case ValueKind::Binary:      // `buffer + n`
      return value.op() == Operator::Add && !operands.empty() && vocabulary_.Classify(unit_index_, value.type()) == TypeClass::kText
                 ? PlaceOfValue(operands[0], depth + 1) : PlaceKey();
    case ValueKind::Call: {
      auto place = answer_places_.find(index);
      return place == answer_places_.end() ? PlaceKey() : place->second;
    }
    default: return {};
  }
}

// What a place holds that nothing was written to since the function began. Nothing for locals: they come to be in it.
TextSet Walker::EntryText(const PlaceKey& key) {
  const uint32_t index = static_cast<uint32_t>(key[1]);
  if (key.size() > 2) {
    const SymbolId field = static_cast<SymbolId>(key.back());
    const ProgramSymbol& symbol = program_.symbols()[field];
    const facts::UnitFacts& unit = program_.unit(symbol.unit);
    const uint32_t type = unit.symbols()->Get(symbol.local)->type();
    const TypeClass kind = vocabulary_.Classify(symbol.unit, type);
    if (kind == TypeClass::kNumber || kind == TypeClass::kCharacter) return {};
    if (RootOf(key) == Root::kThis && key.size() == 3 && kind == TypeClass::kText)
      if (const TextSet* begun = BeginsWith(field)) return *begun;
    Hole hole;
    hole.origin = Origin::kField;
    hole.symbol = field;
    hole.name = symbol.name;
    hole.type = type == kNone ? "" : std::string(facts::Text(unit, unit.types()->Get(type)->spelling()));
    hole.text = kind == TypeClass::kText && (symbol.flags & facts::kInProject) != 0;
    hole.from = program_.PlaceOf(symbol.unit, unit.symbols()->Get(symbol.local)->location());
    return One({MakeHole(std::move(hole))});
  }
  switch (RootOf(key)) {
    case Root::kParameter:
      if (index >= f_.parameter_count() || vocabulary_.IsNumber(unit_index_, f_.locals()->Get(index)->type())) return {};
      return ParameterText(index);
    case Root::kCapture: {
      auto captured = facts_->captured.find(id_);
      return captured != facts_->captured.end() && index < captured->second.size() ? captured->second[index] : TextSet{};
    }
    case Root::kGlobal: {
      const ProgramSymbol& symbol = program_.symbols()[index];
      Hole hole;
      hole.origin = Origin::kGlobal;
      hole.symbol = index;
      hole.name = symbol.name;
      hole.from = program_.PlaceOf(symbol.unit, program_.unit(symbol.unit).symbols()->Get(symbol.local)->location());
      return One({MakeHole(std::move(hole))});
    }
    default: return {};
  }
}

// What the callee may have written to is not known any more.
void Walker::Forget(const std::set<SymbolId>& changed) {
  if (changed.empty()) return;
  std::vector<PlaceKey> gone;
  for (const auto& [key, set] : state_.texts()) {
    const bool field = key.size() > 2 && changed.count(static_cast<SymbolId>(key.back())) != 0;
    const bool global = key.size() == 2 && RootOf(key) == Root::kGlobal && changed.count(static_cast<SymbolId>(key[1])) != 0;
    if (field || global) gone.push_back(key);
  }
  for (const PlaceKey& key : gone) state_.Forget(key);
}

void Walker::Write(const PlaceKey& place, TextSet set) {
  if (place.empty()) return;
  const PlaceKey key = state_.Resolve(place);
  if (key.size() > 2) summary_.changes.insert(static_cast<SymbolId>(key.back()));
  else if (RootOf(key) == Root::kGlobal) summary_.changes.insert(static_cast<SymbolId>(key[1]));
  const bool shared = key.size() > 2 || RootOf(key) == Root::kGlobal;
  if (recording_ && final_ && shared) written_[key] = set;
  state_.Set(key, std::move(set));
}

// What others can see of the fields and globals that were written: when something of the program is called, and at the end. Texts that
// grow in between are nobody's.
void Walker::Publish() {
  for (auto& [key, last] : written_)
    if (const TextSet* set = state_.Find(key)) {
      Publish(key, *set);
      last.clear();
    }
}

void Walker::Publish(const PlaceKey& key, const TextSet& set) {
  auto& table = key.size() == 2 ? facts_->globals : facts_->fields;
  auto& given = table[static_cast<SymbolId>(key.back())];
  if (given.empty() || given.back().first != id_) given.emplace_back(id_, set);
  else Merge(&given.back().second, set);
}

// In a constructor: what the class says that a field of its own holds, or an empty text. Null elsewhere.
const TextSet* Walker::BeginsWith(SymbolId field) const {
  static const TextSet kNothing = {Text{}};
  const bool own = (f_.flags() & facts::kConstructor) != 0 && function_.symbol != kNone && field != kNone &&
                   program_.symbols()[field].parent == program_.symbols()[function_.symbol].parent;
  if (!own) return nullptr;
  const auto given = facts_->fields.find(field);
  if (given == facts_->fields.end()) return &kNothing;
  const auto& [giver, set] = given->second.front();
  return (program_.functions()[giver].facts->flags() & facts::kInitializer) != 0 ? &set : &kNothing;
}

}  // namespace backlint::flow
