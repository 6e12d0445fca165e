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
  if (value.kind() == ValueKind::Binary && (value.op() == Operator::LogicalAnd || value.op() == Operator::LogicalOr)) {
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
  if (row == nullptr) return;
  // `!strcmp(a, "b")`: the same; `!name.contains("'")`: not there.
  auto arguments = facts::Arguments(f_, value);
  const facts::Type* type = value.type() == kNone ? nullptr : unit_.types()->Get(value.type());
  const bool number = type && type->kind() == facts::TypeKind::Integer;
  if (row->tells == Tells::kWhole && arguments.size() >= 2 && number) RefineEqual(arguments[0], arguments[1], state);
  if (row->tells == Tells::kAbsent && !number) RefineSearch(index, row->tells, state);
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

void Walker::RefineEqual(uint32_t left, uint32_t right, State* state) {
  if (left == kNone || right == kNone) return;
  for (auto [place_value, literal_value] : {std::pair(left, right), std::pair(right, left)}) {
    const facts::Value& value = ValueAt(place_value);
    const facts::Value& other = ValueAt(literal_value);
    const bool constant = other.kind() == ValueKind::Integer || other.kind() == ValueKind::Global || other.kind() == ValueKind::EnumConstant ||
                          other.kind() == ValueKind::Unary || other.kind() == ValueKind::Null;
    if (value.kind() == ValueKind::Call && constant) {
      const CallRow* row = ComparisonOf(place_value);
      auto arguments = facts::Arguments(f_, value);
      if (row == nullptr || arguments.empty()) continue;
      const bool zero = other.kind() == ValueKind::Integer && other.number() == 0;
      const uint32_t receiver = Operand(value, 0);
      if (zero && row->tells == Tells::kWhole && (receiver != kNone || arguments.size() > 1))      // `strcmp(a, "b") == 0`
        RefineEqual(receiver != kNone ? receiver : arguments[0], receiver != kNone ? arguments[0] : arguments[1], state);
      else if (!zero && row->tells != Tells::kWhole)
        RefineSearch(place_value, row->tells, state);
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

namespace {

bool IsQuote(const facts::Value& value) { return value.kind() == ValueKind::Integer && value.number() == '\''; }

}  // namespace

// A body that compares whole texts, or whose tests of characters keep quotes out, and does not ask the database.
bool Walker::InspectsText(FunctionId id) const {
  if (facts_->summaries[id].queries) return false;
  const ProgramFunction& function = program_.functions()[id];
  const facts::Function& f = *function.facts;
  for (uint32_t v = 0; v < f.values()->size(); ++v) {
    const facts::Value* value = f.values()->Get(v);
    if (value->kind() == ValueKind::Call) {
      for (const CallRow* row : vocabulary_.RowsOf(id, v)) {
        if (row->role != Role::kCompare || row->tells == Tells::kPart) continue;
        if (row->tells == Tells::kWhole) return true;
        // What is searched has to be seen: letters are fine, a quote is not (and the other way round for what must be absent).
        for (uint32_t operand : facts::Arguments(f, *value)) {
          if (operand == kNone) continue;
          const facts::Value* searched = f.values()->Get(operand);
          while (searched->kind() == ValueKind::Construct && searched->operand_count() > 0 && facts::Operands(f, *searched)[0] != kNone)
            searched = f.values()->Get(facts::Operands(f, *searched)[0]);
          const std::string_view text = searched->kind() == ValueKind::String ? facts::Text(program_.unit(function.unit), searched->ref()) : "";
          const bool quote = text.find('\'') != text.npos || IsQuote(*searched);
          if (row->tells == Tells::kAbsent ? quote : !quote) return true;
        }
      }
    } else if (value->kind() == ValueKind::Binary && value->operand_count() == 2) {
      const auto operands = facts::Operands(f, *value);
      if (operands[0] == kNone || operands[1] == kNone) continue;
      const facts::Value &left = *f.values()->Get(operands[0]), &right = *f.values()->Get(operands[1]);
      if (vocabulary_.Classify(function.unit, left.type()) != TypeClass::kCharacter || right.kind() != ValueKind::Integer) continue;
      const bool range = value->op() == Operator::Less || value->op() == Operator::LessEqual || value->op() == Operator::Greater || value->op() == Operator::GreaterEqual;
      if (range ? right.number() > '\'' : IsQuote(right)) return true;
    }
  }
  return false;
}

// What is called with each character or element (`all_of`) has to look at it; false when it is known not to.
bool Walker::TellsOfEach(uint32_t callable) const {
  for (const Callable& called : program_.CallablesOf(id_, callable)) {
    if (called.body != kNone && !InspectsText(called.body)) return false;
    if (called.symbol == kNone) continue;
    const auto& rows = vocabulary_.RowsOfSymbol(called.symbol);
    const bool row = std::any_of(rows.begin(), rows.end(), [](const CallRow* one) { return one->role == Role::kCompare && one->tells == Tells::kWhole; });
    const auto& bodies = program_.symbols()[called.symbol].definitions;
    if (!row && (bodies.empty() || !std::all_of(bodies.begin(), bodies.end(), [this](FunctionId body) { return InspectsText(body); }))) return false;
  }
  return true;
}

// `allowed.contains(x)`, `is_valid(x)`: the value itself was looked at and found good.
void Walker::RefineTested(uint32_t index, State* state) {
  index = InitialValue(index);
  if (index == kNone || ValueAt(index).kind() != ValueKind::Call) return;
  const facts::Value& call = ValueAt(index);
  auto arguments = facts::Arguments(f_, call);
  if (arguments.empty() || arguments.size() > 3) return;
  bool compares = false, other_role = false;
  for (const CallRow* row : vocabulary_.RowsOf(id_, index))
    if (row->role != Role::kCompare) other_role = true;
    else if (row->tells == Tells::kWhole) compares = true;
    else return;
  const std::vector<FunctionId> targets = program_.Targets(id_, index);
  const SymbolId callee = program_.SymbolOf(id_, call);
  const uint32_t receiver = Operand(call, 0);
  bool inspects = !targets.empty();
  for (FunctionId target : targets) inspects &= InspectsText(target);
  // A library's container that is asked for an element.
  const bool container = targets.empty() && receiver != kNone && callee != kNone && (program_.symbols()[callee].flags & facts::kInProject) == 0 &&
                         vocabulary_.Classify(unit_index_, ValueAt(receiver).type()) != TypeClass::kText &&
                         vocabulary_.TypeRowOf(unit_index_, ValueAt(receiver).type()) == nullptr;
  if (other_role ? !container : !(compares || inspects || container)) return;
  for (const uint32_t argument : arguments)
    if (argument != kNone && !TellsOfEach(argument)) return;
  for (uint32_t argument : arguments) {
    if (argument != kNone && !vocabulary_.IsNumber(unit_index_, ValueAt(argument).type())) Mark(argument, nullptr, state);
  }
}

// Of a local that is set once, where it is declared.
uint32_t Walker::InitialValue(uint32_t index) const {
  if (index == kNone || ValueAt(index).kind() != ValueKind::Local) return index;
  return program_.InitialValue(id_, ValueAt(index).ref());
}

}  // namespace backlint::flow
