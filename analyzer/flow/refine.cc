#include <algorithm>

#include "flow/walker.h"

namespace backlint::flow {

using facts::Operator;
using facts::ValueKind;

namespace {

bool IsOperator(const facts::UnitFacts& unit, const facts::Value& value, std::string_view name) {
  return value.kind() == ValueKind::Call && value.ref() != kNone && facts::Text(unit, unit.symbols()->Get(value.ref())->name()) == name;
}

// What holds when the comparison does not.
Operator Opposite(Operator op) {
  switch (op) {
    case Operator::Less: return Operator::GreaterEqual;
    case Operator::LessEqual: return Operator::Greater;
    case Operator::Greater: return Operator::LessEqual;
    case Operator::GreaterEqual: return Operator::Less;
    default: return Operator::None;
  }
}

}  // namespace

void Walker::Refine(uint32_t index, bool truth, State* state) {
  if (index == kNone) return;
  const facts::Value& value = ValueAt(index);
  auto operands = facts::Operands(f_, value);
  if (value.kind() == ValueKind::Unary && value.op() == Operator::Not) {
    if (!operands.empty()) Refine(operands[0], !truth, state);
    return;
  }
  if (value.kind() == ValueKind::Cast && operands.size() == 1) return Refine(operands[0], truth, state);
  const bool equal = (value.kind() == ValueKind::Binary && value.op() == Operator::Equal) || IsOperator(unit_, value, "operator==");
  const bool unequal = (value.kind() == ValueKind::Binary && value.op() == Operator::NotEqual) || IsOperator(unit_, value, "operator!=");
  if ((value.kind() == ValueKind::Binary || value.kind() == ValueKind::Phi) && (value.op() == Operator::LogicalAnd || value.op() == Operator::LogicalOr)) {
    if (operands.size() != 2) return;
    if ((value.op() == Operator::LogicalAnd) == truth) {
      Refine(operands[0], truth, state);
      Refine(operands[1], truth, state);
    } else {
      State other = *state;
      Refine(operands[0], truth, state);
      Refine(operands[1], truth, &other);
      state->Join(other, [this](const PlaceKey& key) { return EntryText(key); });
    }
    return;
  }
  if (value.kind() == ValueKind::Conditional && operands.size() == 3) {
    const std::optional<bool> yes = ConstantTruth(operands[1]), no = ConstantTruth(operands[2]);
    if (yes && no && *yes != *no) Refine(operands[0], *yes == truth, state);
    return;
  }
  if ((equal || unequal) && operands.size() == 2) {
    if (equal == truth) RefineEqual(operands[0], operands[1], state);
    else RefineUnequal(operands[0], operands[1], state);
    return;
  }
  if (value.kind() == ValueKind::Binary && operands.size() == 2) {
    if (value.op() == Operator::Greater && truth) RefineUnequal(operands[0], operands[1], state);
    RefineRange(operands[0], truth ? value.op() : Opposite(value.op()), operands[1], state);
    return;
  }
  if (value.kind() != ValueKind::Call) return;
  if (truth) return RefineTested(index, state);
  const CallRow* row = ComparisonOf(index);
  if (row == nullptr) return RefineAnswered(index, false, state);
  // `!strcmp(a, "b")`: the same; `!name.contains("'")`: not there.
  const facts::Type* type = value.type() == kNone ? nullptr : unit_.types()->Get(value.type());
  const bool number = type && type->kind() == facts::TypeKind::Integer;
  if (row->tells == Tells::kOrder) RefineOrder(index, state);
  if (row->tells == Tells::kAbsent && !number) RefineSearch(index, row->tells, state);
}

std::optional<bool> Walker::ConstantTruth(uint32_t index) const {
  if (index == kNone) return std::nullopt;
  const facts::Value& value = ValueAt(index);
  const auto operands = facts::Operands(f_, value);
  const bool number = value.kind() == ValueKind::Integer || value.kind() == ValueKind::EnumConstant;
  if (number) return value.number() != 0;
  if (value.kind() == ValueKind::Null) return false;
  const bool hands_on = value.kind() == ValueKind::Cast || (value.kind() == ValueKind::Unary && value.op() == Operator::Minus);
  return hands_on && operands.size() == 1 ? ConstantTruth(operands[0]) : std::nullopt;
}

// The row by which a call compares texts; null when it does not.
const CallRow* Walker::ComparisonOf(uint32_t call) const {
  for (const CallRow* row : vocabulary_.RowsOf(id_, call))
    if (row->role == Role::kCompare) return row;
  return nullptr;
}

// The variable or field that the value is as a whole. An element of a container tells nothing about the others.
PlaceKey Walker::WholePlace(uint32_t index) {
  for (uint32_t inner = index; inner != kNone;) {
    const facts::Value& value = ValueAt(inner);
    if (value.kind() == ValueKind::Index) return {};
    const uint32_t receiver = Operand(value, 0);
    const auto arguments = facts::Arguments(f_, value);
    const bool character = vocabulary_.Classify(unit_index_, value.type()) == TypeClass::kCharacter;
    if (value.kind() == ValueKind::Unary && value.op() == Operator::Dereference && character) return {};      // `*text`
    if (value.kind() == ValueKind::Call && character && !arguments.empty() && ValueAt(arguments[0]).kind() == ValueKind::Integer) return {};      // `text[0]`
    if (value.kind() == ValueKind::Call && receiver != kNone && vocabulary_.Classify(unit_index_, ValueAt(receiver).type()) != TypeClass::kText) return {};
    auto operands = facts::Operands(f_, value);
    inner = (value.kind() == ValueKind::Cast || value.kind() == ValueKind::Unary || value.kind() == ValueKind::Call) && !operands.empty() ? operands[0] : kNone;
  }
  const PlaceKey key = PlaceOfValue(index);
  return key.empty() ? key : state_.Resolve(key);
}

// What the place holds, with every hole as one that no longer matters (`how` is null) or that `how` has made fit.
void Walker::Mark(uint32_t value, const EscapeFor* how, State* state) {
  const State saved = state_;
  state_ = *state;
  const PlaceKey key = WholePlace(value);
  const TextSet set = key.empty() ? TextSet{} : Evaluate(value);
  if (!set.empty() && !AllLiteral(set)) state->Set(key, how ? Escaped(set, *how) : Checked(set));
  state_ = saved;
}

// Quotes are known not to be among the characters of the value.
void Walker::MarkWithout(uint32_t value, std::string_view characters, State* state) {
  const EscapeFor string = EscapeFor::kString, identifier = EscapeFor::kIdentifier;
  if (characters.find('\'') != characters.npos) Mark(value, &string, state);
  else if (characters.find_first_of("\"`") != characters.npos) Mark(value, &identifier, state);
}

void Walker::MarkTested(const TestedText& text, State* state) {
  if (text.quotes_only) MarkWithout(text.value, "'", state);
  else Mark(text.value, nullptr, state);
}

// `name.find_first_not_of(letters) == npos`, `name.find('\'') == npos`; `absent`: the condition says that nothing was found.
void Walker::RefineSearch(uint32_t call, Tells tells, State* state) {
  auto arguments = facts::Arguments(f_, ValueAt(call));
  const uint32_t receiver = Operand(ValueAt(call), 0);
  const uint32_t text = receiver != kNone ? receiver : arguments.empty() ? kNone : arguments[0];
  const size_t at = receiver != kNone ? 0 : 1;
  if (text == kNone || at >= arguments.size() || arguments[at] == kNone) return;
  const TextSet searched = Evaluate(arguments[at]);
  if (!AllLiteral(searched)) return;
  const std::string characters = LiteralText(searched[0]);
  if (tells == Tells::kAbsent) return MarkWithout(text, characters, state);
  if (tells == Tells::kAlphabet && characters.find_first_of("'\"`\\") == characters.npos) Mark(text, nullptr, state);
}

// What a three-way comparison compares is equal.
void Walker::RefineOrder(uint32_t call, State* state) {
  const uint32_t receiver = Operand(ValueAt(call), 0);
  const auto arguments = facts::Arguments(f_, ValueAt(call));
  if (receiver != kNone && !arguments.empty()) RefineEqual(receiver, arguments[0], state);
  else if (arguments.size() > 1) RefineEqual(arguments[0], arguments[1], state);
}

void Walker::RefineEqual(uint32_t left, uint32_t right, State* state) {
  if (left == kNone || right == kNone) return;
  for (auto [place_value, literal_value] : {std::pair(left, right), std::pair(right, left)}) {
    const facts::Value& value = ValueAt(place_value);
    const facts::Value& other = ValueAt(literal_value);
    const bool constant = other.kind() == ValueKind::Integer || other.kind() == ValueKind::Global || other.kind() == ValueKind::EnumConstant ||
                          other.kind() == ValueKind::Unary || other.kind() == ValueKind::Null;
    if (value.kind() == ValueKind::Call && constant) {
      const bool zero = (other.kind() == ValueKind::Integer || other.kind() == ValueKind::EnumConstant) && other.number() == 0;
      const CallRow* row = ComparisonOf(place_value);
      if (row == nullptr && !program_.Targets(id_, place_value).empty()) return zero ? RefineAnswered(place_value, false, state) : RefineTested(place_value, state);
      if (row == nullptr || facts::Arguments(f_, value).empty()) continue;
      if (zero && row->tells == Tells::kOrder) RefineOrder(place_value, state);      // `strcmp(a, "b") == 0`
      else if (!zero && row->tells != Tells::kWhole && row->tells != Tells::kOrder) RefineSearch(place_value, row->tells, state);
      return;
    }
    if (vocabulary_.Classify(unit_index_, value.type()) == TypeClass::kCharacter && other.kind() == ValueKind::Integer) return Mark(place_value, nullptr, state);
    const State saved = state_;
    state_ = *state;
    const TextSet literal = Evaluate(literal_value);
    const PlaceKey key = WholePlace(place_value);
    const bool known = !key.empty() && AllLiteral(literal) && !vocabulary_.IsNumber(unit_index_, value.type());
    if (known) state->Set(key, literal);
    state_ = saved;
    if (known) return;
  }
}

// `allowed.find(x) != allowed.end()`, `allowed.count(x) > 0`, `std::find(begin, end, x) != end`; `c != '\''`
void Walker::RefineUnequal(uint32_t left, uint32_t right, State* state) {
  if (left == kNone || right == kNone) return;
  const facts::Value& other = ValueAt(right);
  if (vocabulary_.Classify(unit_index_, ValueAt(left).type()) == TypeClass::kCharacter && other.kind() == ValueKind::Integer && other.number() > 0 && other.number() < 128)
    return MarkWithout(left, std::string(1, static_cast<char>(other.number())), state);
  const bool end = other.kind() == ValueKind::Call && facts::Arguments(f_, other).size() <= 1;
  const bool zero = other.kind() == ValueKind::Integer && other.number() == 0;
  if (end || zero) RefineTested(left, state);
}

// `c >= '0'`, `c < 'a'`: is the quote among what is left?
void Walker::RefineRange(uint32_t left, Operator op, uint32_t right, State* state) {
  if (left == kNone || right == kNone || vocabulary_.Classify(unit_index_, ValueAt(left).type()) != TypeClass::kCharacter) return;
  const facts::Value& end = ValueAt(right);
  if (end.kind() != ValueKind::Integer) return;
  const bool above = (op == Operator::Greater && end.number() >= '\'') || (op == Operator::GreaterEqual && end.number() > '\'');
  const bool below = (op == Operator::Less && end.number() <= '"') || (op == Operator::LessEqual && end.number() < '"');
  if (above || below) MarkWithout(left, "'", state);
}

// `switch (c) { case '\'': ... default: ... }`
void Walker::RefineCase(const facts::Op& op, size_t edge, State* state) {
  if (op.value() == kNone || edge >= op.operand_count()) return;
  const auto value_of = [&](size_t i) { return f_.operands()->Get(op.first_operand() + static_cast<uint32_t>(i)); };
  uint32_t value = op.value();
  while (ValueAt(value).kind() == ValueKind::Cast && ValueAt(value).operand_count() == 1 && facts::Operands(f_, ValueAt(value))[0] != kNone)
    value = facts::Operands(f_, ValueAt(value))[0];
  if (vocabulary_.Classify(unit_index_, ValueAt(value).type()) != TypeClass::kCharacter) return;
  if (value_of(edge) != kNone) return Mark(value, nullptr, state);
  std::string others;
  for (size_t i = 0; i < op.operand_count(); ++i)
    if (const uint32_t label = value_of(i); label != kNone && ValueAt(label).number() > 0 && ValueAt(label).number() < 128)
      others += static_cast<char>(ValueAt(label).number());
  MarkWithout(value, others, state);
}

// Of a local that is set once, where it is declared.
uint32_t Walker::InitialValue(uint32_t index) const {
  if (index == kNone || ValueAt(index).kind() != ValueKind::Local) return index;
  return program_.InitialValue(id_, ValueAt(index).ref());
}

}  // namespace backlint::flow
