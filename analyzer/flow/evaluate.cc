#include <algorithm>

#include <fmt/format.h>

#include "flow/walker.h"

namespace backlint::flow {

using facts::Operator;
using facts::ValueKind;

namespace {

constexpr int kMostDepth = 500;    // of nested expressions

std::string Utf8(int64_t character) {
  if (character == 0) return "";      // ends a text, or stands for no character
  if (character > 0 && character < 128) return std::string(1, static_cast<char>(character));
  return "?";
}

bool AllReceived(const TextSet& set) {
  return !set.empty() && std::all_of(set.begin(), set.end(), [](const Text& text) {
    const Hole* only = OnlyHole(text);
    return only && only->origin == Origin::kSource && (only->source == SourceKind::kRequest || only->source == SourceKind::kNetwork);
  });
}

}  // namespace

// Not known before a template is used.
bool Walker::IsDependent(uint32_t index) const {
  for (int depth = 0; index != kNone && depth < 4; ++depth) {
    const facts::Type* type = unit_.types()->Get(index);
    if (type->kind() == facts::TypeKind::Dependent) return true;
    index = type->pointee();
  }
  return false;
}

std::string Walker::TypeName(uint32_t type) const {
  return type == kNone || IsDependent(type) ? std::string() : std::string(facts::Text(unit_, unit_.types()->Get(type)->spelling()));
}

// How the source calls the value, for people.
std::string Walker::Name(uint32_t index, int depth) const {
  if (index == kNone || depth > 6) return "";
  const facts::Value& value = ValueAt(index);
  auto operands = facts::Operands(f_, value);
  switch (value.kind()) {
    case ValueKind::Parameter: case ValueKind::Local: return std::string(facts::Text(unit_, f_.locals()->Get(value.ref())->name()));
    case ValueKind::Capture: return std::string(facts::Text(unit_, f_.captures()->Get(value.ref())->name()));
    case ValueKind::This: return "this";
    case ValueKind::Global: case ValueKind::FunctionRef: case ValueKind::EnumConstant:
      return value.ref() == kNone ? "" : std::string(facts::Text(unit_, unit_.symbols()->Get(value.ref())->name()));
    case ValueKind::Member: {
      const std::string field = value.ref() == kNone ? "" : std::string(facts::Text(unit_, unit_.symbols()->Get(value.ref())->name()));
      const std::string base = operands.empty() ? "" : Name(operands[0], depth + 1);
      return base.empty() || base == "this" ? field : base + "." + field;
    }
    case ValueKind::Call: {
      if (value.ref() == kNone) return "";
      const std::string name(facts::Text(unit_, unit_.symbols()->Get(value.ref())->name()));
      if ((value.flags() & facts::kHasReceiver) != 0 && !operands.empty()) {
        const std::string base = Name(operands[0], depth + 1);
        if (name.starts_with("operator")) return base;
        return base.empty() || base == "this" ? name + "()" : base + "." + name + "()";
      }
      auto arguments = facts::Arguments(f_, value);
      if (name.starts_with("operator")) return arguments.empty() ? "" : Name(arguments[0], depth + 1);
      if (arguments.size() == 1)
        for (const CallRow* row : vocabulary_.RowsOf(id_, index))
          if (row->role == Role::kCopy) return Name(arguments[0], depth + 1);      // `std::move(name)`
      return name + "()";
    }
    case ValueKind::Construct: case ValueKind::Cast: case ValueKind::Await: case ValueKind::Unary: case ValueKind::Index:
      return operands.empty() ? "" : Name(operands[0], depth + 1);
    default: return "";
  }
}

Hole Walker::HoleOf(uint32_t index, Origin origin) const {
  Hole hole;
  hole.origin = origin;
  hole.name = Name(index);
  if (index != kNone) {
    const facts::Value& value = ValueAt(index);
    hole.type = TypeName(value.type());
    hole.text = vocabulary_.Classify(unit_index_, value.type()) == TypeClass::kText;
    hole.symbol = program_.SymbolOf(id_, value);
    hole.from = At(value.location());
    hole.value = {id_, index};
  }
  return hole;
}

TextSet Walker::Unknown(uint32_t value, Origin origin) { return One({MakeHole(HoleOf(value, origin))}); }

TextSet Walker::Evaluate(uint32_t index) {
  if (index == kNone || depth_ > kMostDepth) return {};
  ++depth_;
  TextSet set = EvaluateKind(ValueAt(index), index);
  --depth_;
  return set;
}

TextSet Walker::EvaluateKind(const facts::Value& value, uint32_t index) {
  auto operands = facts::Operands(f_, value);
  const TypeClass type = vocabulary_.Classify(unit_index_, value.type());
  switch (value.kind()) {
    case ValueKind::String: return One({Literal(facts::Text(unit_, value.ref()))});
    case ValueKind::Integer: return One({Literal(type == TypeClass::kCharacter ? Utf8(value.number()) : fmt::format("{}", value.number()))});
    case ValueKind::EnumConstant: return One({Literal(fmt::format("{}", value.number()))});
    case ValueKind::Float: return One({Literal(facts::Text(unit_, value.ref()))});
    case ValueKind::Null: case ValueKind::This: case ValueKind::FunctionRef: return {};
    case ValueKind::Lambda: {
      const FunctionId lambda = [&] {
        for (FunctionId inner : function_.lambdas)
          if (program_.functions()[inner].unit == unit_index_ && program_.functions()[inner].index == value.ref()) return inner;
        return static_cast<FunctionId>(kNone);
      }();
      if (lambda == kNone) return {};
      auto& captured = facts_->captured[lambda];
      const auto* captures = program_.functions()[lambda].facts->captures();
      captured.resize(captures->size());
      for (uint32_t c = 0; c < captures->size(); ++c) Merge(&captured[c], Evaluate(captures->Get(c)->value()));
      return {};
    }
    case ValueKind::Parameter: case ValueKind::Local: case ValueKind::Capture: return Load(value, index);
    case ValueKind::Global: {
      TextSet set = FromSource(index);
      return set.empty() ? LoadGlobal(value) : set;
    }
    case ValueKind::Member: return LoadMember(value, index);
    case ValueKind::Call: case ValueKind::Construct: {
      if (type == TypeClass::kNumber) return Unknown(index, Origin::kNumber);
      if (type == TypeClass::kCharacter) {
        // `text[i]`, `text.front()`, `Lower(c)`
        TextSet all;
        for (const uint32_t operand : operands)
          if (operand != kNone && !vocabulary_.IsNumber(unit_index_, ValueAt(operand).type())) Merge(&all, Evaluate(operand));
        return Character(index, all);
      }
      auto answer = answers_.find(index);
      if (answer != answers_.end()) return answer->second;
      const PlaceKey place = PlaceOfValue(index);
      if (!place.empty())
        if (const TextSet* set = state_.Find(state_.Resolve(place))) return *set;
      return {};
    }
    case ValueKind::InitList:
      GiveFields(value, {});
      [[fallthrough]];
    case ValueKind::Phi: {
      TextSet all;
      for (uint32_t operand : operands) {
        const TextSet set = Evaluate(operand);
        NoteClock(operand, set);
        Merge(&all, set);
      }
      return all;
    }
    case ValueKind::Conditional: {
      TextSet all;
      for (size_t i = 1; i < operands.size(); ++i) Merge(&all, Evaluate(operands[i]));
      return all;
    }
    case ValueKind::Binary:
      if (value.op() == Operator::Comma && operands.size() == 2) return Evaluate(operands[1]);
      if (type == TypeClass::kText && !operands.empty()) return Evaluate(operands[0]);
      if (MayAddTexts(value)) return Sum(operands[0], operands[1], value.location());
      return type == TypeClass::kNumber ? Number(index) : TextSet{};
    case ValueKind::Unary:
      if (value.op() == Operator::Dereference && type == TypeClass::kCharacter) return Character(index, operands.empty() ? TextSet{} : Evaluate(operands[0]));
      if (value.op() == Operator::AddressOf || value.op() == Operator::Dereference || type == TypeClass::kText)
        return operands.empty() ? TextSet{} : Evaluate(operands[0]);
      return Unknown(index, Origin::kNumber);
    case ValueKind::Index: {
      if (type == TypeClass::kNumber) return Unknown(index, Origin::kNumber);
      TextSet set = operands.empty() ? TextSet{} : Evaluate(operands[0]);
      if (type == TypeClass::kCharacter) return Character(index, set);
      return set.empty() && type == TypeClass::kText ? Unknown(index, Origin::kUnknown) : set;
    }
    case ValueKind::New: case ValueKind::Await: return operands.empty() ? TextSet{} : Evaluate(operands[0]);
    case ValueKind::Cast:
      if (type == TypeClass::kNumber || type == TypeClass::kCharacter) {
        TextSet literal = operands.empty() ? TextSet{} : Evaluate(operands[0]);
        if (AllLiteral(literal)) return literal;
        return type == TypeClass::kCharacter ? Character(index, literal) : Number(index);
      }
      return operands.empty() ? TextSet{} : Evaluate(operands[0]);
    case ValueKind::SizeOf: return Unknown(index, Origin::kNumber);
    case ValueKind::Error: case ValueKind::Unknown:
      if (operands.size() == 1) return Evaluate(operands[0]);
      if (Folds(value)) return Sum(operands[0], operands[1], value.location());
      if (type == TypeClass::kNumber || type == TypeClass::kCharacter) return Unknown(index, Origin::kNumber);
      // An allocator, a comparator: a class that is known and no text.
      return type == TypeClass::kOther && IsRecord(value.type()) ? TextSet{} : Unknown(index, Origin::kUnknown);
  }
  return {};
}

// `text + value` in a template: what `+` means there is known only where it is used.
bool Walker::MayAddTexts(const facts::Value& sum) const {
  auto operands = facts::Operands(f_, sum);
  if (sum.op() != Operator::Add || operands.size() != 2 || operands[0] == kNone || operands[1] == kNone) return false;
  if (sum.type() != kNone) return IsDependent(sum.type());
  const auto is_text = [&](uint32_t operand) { return vocabulary_.Classify(unit_index_, ValueAt(operand).type()) == TypeClass::kText; };
  return is_text(operands[0]) || is_text(operands[1]);
}

// `(out << ... << values)`, `(text + ... + values)`: the front end shows what a pack is folded into, and the pack.
bool Walker::Folds(const facts::Value& value) const {
  auto operands = facts::Operands(f_, value);
  if (value.kind() != ValueKind::Unknown || operands.size() != 2 || operands[0] == kNone || operands[1] == kNone) return false;
  const facts::Value& pack = ValueAt(operands[1]);
  return pack.kind() == ValueKind::Parameter && (f_.locals()->Get(pack.ref())->flags() & facts::kPack) != 0 &&
         vocabulary_.Classify(unit_index_, ValueAt(operands[0]).type()) == TypeClass::kText;
}

TextSet Walker::Sum(uint32_t left, uint32_t right, const facts::Location& at) {
  const Place place = At(at);
  return Concat(Joined(Evaluate(left), place, id_), Joined(Evaluate(right), place, id_));
}

bool Walker::IsRecord(uint32_t index) const {
  for (int depth = 0; index != kNone && depth < 4; ++depth) {
    const facts::Type* type = unit_.types()->Get(index);
    if (type->kind() == facts::TypeKind::Record) return true;
    if (type->kind() != facts::TypeKind::Reference && type->kind() != facts::TypeKind::RvalueReference) return false;
    index = type->pointee();
  }
  return false;
}

// An object that only data from outside comes out of: a request, a file that was opened here, a variable of a library.
TextSet Walker::FromSource(uint32_t index) const {
  const facts::Value& value = ValueAt(index);
  const TypeRow* row = vocabulary_.TypeRowOf(unit_index_, value.type());
  if (const SymbolId symbol = program_.SymbolOf(id_, value); row == nullptr && value.kind() == ValueKind::Global && symbol != kNone)
    row = vocabulary_.models().FindType(program_.symbols()[symbol].qualified);
  if (row == nullptr || row->role != TypeRole::kSource) return {};
  Hole hole = HoleOf(index, Origin::kSource);
  hole.source = row->source;
  return One({MakeHole(std::move(hole))});
}

TextSet Walker::Load(const facts::Value& value, uint32_t index) {
  const TypeClass type = vocabulary_.Classify(unit_index_, value.type());
  const PlaceKey place = state_.Resolve(PlaceOfValue(index));
  if (!place.empty())
    if (const TextSet* set = state_.Find(place)) return *set;
  // A stream that comes from a caller is what the caller gives; a request is a request.
  if (TextSet set = FromSource(index); !set.empty() && (value.kind() != ValueKind::Parameter || OnlyHole(set[0])->source == SourceKind::kRequest))
    return set;
  if (type == TypeClass::kNumber || (type == TypeClass::kCharacter && value.kind() != ValueKind::Parameter)) return Unknown(index, Origin::kNumber);
  if (value.kind() == ValueKind::Parameter) return ParameterText(value.ref());
  if (value.kind() == ValueKind::Capture) {
    auto captured = facts_->captured.find(id_);
    if (captured != facts_->captured.end() && value.ref() < captured->second.size()) return captured->second[value.ref()];
    return type == TypeClass::kText ? Unknown(index, Origin::kUnknown) : TextSet{};
  }
  const facts::Local* local = f_.locals()->Get(value.ref());
  if (TypeName(local->type()).find("va_list") != std::string::npos) {
    Hole hole = HoleOf(index, Origin::kArguments);
    hole.function = id_;
    hole.index = f_.parameter_count();
    return One({MakeHole(hole)});
  }
  return type == TypeClass::kText ? Unknown(index, Origin::kUnknown) : TextSet{};
}

TextSet Walker::ParameterText(uint32_t index) const {
  const facts::Local* local = f_.locals()->Get(index);
  Hole hole;
  hole.origin = (local->flags() & facts::kPack) != 0 ? Origin::kArguments : Origin::kParameter;
  hole.name = std::string(facts::Text(unit_, local->name()));
  hole.type = TypeName(local->type());
  hole.text = vocabulary_.Classify(unit_index_, local->type()) == TypeClass::kText;
  hole.function = id_;
  hole.index = index;
  hole.from = At(local->location());
  if ((f_.flags() & facts::kMain) != 0 && index == 1) {
    hole.origin = Origin::kSource;
    hole.source = SourceKind::kArguments;
  }
  return One({MakeHole(std::move(hole))});
}

TextSet Walker::LoadGlobal(const facts::Value& value) {
  const SymbolId symbol = program_.SymbolOf(id_, value);
  const TypeClass type = vocabulary_.Classify(unit_index_, value.type());
  if (type == TypeClass::kNumber) return One({MakeHole([&] { Hole h; h.origin = Origin::kNumber; h.symbol = symbol; return h; }())});
  if (symbol != kNone) {
    if (const TextSet* set = state_.Find(Key(Root::kGlobal, symbol))) return *set;
    auto given = facts_->globals.find(symbol);
    // Nobody but its initialiser speaks of it, or everybody gives it plain text.
    if (given != facts_->globals.end() && facts_->changed_globals.count(symbol) == 0) {
      TextSet all;
      for (const auto& [function, set] : given->second) Merge(&all, set);
      if (AllLiteral(all)) return all;
    }
  }
  if (type != TypeClass::kText && (symbol == kNone || facts_->globals.find(symbol) == facts_->globals.end())) return {};
  Hole hole;
  hole.origin = Origin::kGlobal;
  hole.symbol = symbol;
  hole.from = At(value.location());
  hole.type = TypeName(value.type());
  hole.text = type == TypeClass::kText;
  if (value.ref() != kNone) hole.name = std::string(facts::Text(unit_, unit_.symbols()->Get(value.ref())->name()));
  return One({MakeHole(hole)});
}

TextSet Walker::LoadMember(const facts::Value& value, uint32_t index) {
  const TypeClass type = vocabulary_.Classify(unit_index_, value.type());
  const PlaceKey place = state_.Resolve(PlaceOfValue(index));
  if (!place.empty())
    if (const TextSet* set = state_.Find(place)) return *set;
  if (type == TypeClass::kNumber || type == TypeClass::kCharacter) return Number(index);
  auto operands = facts::Operands(f_, value);
  if (!operands.empty() && operands[0] != kNone) {
    const facts::Value& base = ValueAt(operands[0]);
    if (const TypeRow* row = vocabulary_.TypeRowOf(unit_index_, base.type()); row && row->role == TypeRole::kSource) {
      Hole hole = HoleOf(index, Origin::kSource);
      hole.source = row->source;
      return One({MakeHole(hole)});
    }
    // `it->second`, `pair.first`: a class of a library that hands out what it was given.
    const SymbolId field = program_.SymbolOf(id_, value);
    if (field == kNone || (program_.symbols()[field].flags & facts::kInProject) == 0) {
      TextSet set = Evaluate(operands[0]);
      if (!set.empty()) return Parts(std::move(set));
    }
    if (base.kind() == ValueKind::This && type == TypeClass::kText)
      if (const TextSet* begun = BeginsWith(field)) return *begun;
    // The element of a container of records: its initialisers, if that is all there is. A record that came in whole, from the network or
    // with a request, has nothing else in its fields.
    if (TextSet set = base.kind() == ValueKind::This ? TextSet{} : Evaluate(operands[0]); AllLiteral(set) || AllReceived(set)) return set;
  }
  Hole hole = HoleOf(index, Origin::kField);
  hole.part = hole.symbol == kNone || (program_.symbols()[hole.symbol].flags & facts::kInProject) == 0;
  return One({MakeHole(std::move(hole))});
}

// One character of a text: what the text brings with it, the character can.
TextSet Walker::Character(uint32_t value, const TextSet& set) {
  const Piece* worst = nullptr;
  for (const Text& text : set)
    for (const Piece& piece : text)
      if (piece.hole && Weight(Text{piece}) > 1 && (worst == nullptr || Weight(Text{piece}) > Weight(Text{*worst}))) worst = &piece;
  return worst == nullptr ? Unknown(value, Origin::kNumber) : One(Text{*worst});
}

}  // namespace backlint::flow
