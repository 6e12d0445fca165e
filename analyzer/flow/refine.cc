#include "flow/walker.h"

namespace backlint::flow {

using facts::Operator;
using facts::ValueKind;

namespace {

bool IsOperator(const facts::UnitFacts& unit, const facts::Value& value, std::string_view name) {
  return value.kind() == ValueKind::Call && value.ref() != kNone && facts::Text(unit, unit.symbols()->Get(value.ref())->name()) == name;
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
      state->Join(other);
    }
    return;
  }
  if ((equal || unequal) && operands.size() == 2) {
    if (equal == truth) RefineEqual(operands[0], operands[1], state);
    else RefineUnequal(operands[0], operands[1], state);
    return;
  }
  if (value.kind() == ValueKind::Binary && value.op() == Operator::Greater && truth && operands.size() == 2)
    return RefineUnequal(operands[0], operands[1], state);
  if (value.kind() != ValueKind::Call) return;
  bool compares = false;
  for (const CallRow* row : vocabulary_.RowsOf(id_, index)) compares |= row->role == Role::kCompare;
  if (!truth) {
    // `!strcmp(a, "b")`: the same.
    auto arguments = facts::Arguments(f_, value);
    const facts::Type* type = value.type() == kNone ? nullptr : unit_.types()->Get(value.type());
    if (compares && arguments.size() >= 2 && type && type->kind() == facts::TypeKind::Integer) RefineEqual(arguments[0], arguments[1], state);
    return;
  }
  RefineTested(index, state);
}

void Walker::RefineEqual(uint32_t left, uint32_t right, State* state) {
  if (left == kNone || right == kNone) return;
  const State saved = state_;
  state_ = *state;
  for (auto [place_value, literal_value] : {std::pair(left, right), std::pair(right, left)}) {
    const facts::Value& value = ValueAt(place_value);
    const facts::Value& other = ValueAt(literal_value);
    if (value.kind() == ValueKind::Call && (other.kind() == ValueKind::Integer || other.kind() == ValueKind::Global ||
                                            other.kind() == ValueKind::EnumConstant)) {
      // `strcmp(a, "b") == 0`, `name.find_first_not_of(letters) == npos`
      auto arguments = facts::Arguments(f_, value);
      bool compares = false;
      for (const CallRow* row : vocabulary_.RowsOf(id_, place_value)) compares |= row->role == Role::kCompare;
      if (!compares || arguments.empty()) continue;
      const uint32_t receiver = Operand(value, 0);
      state_ = saved;
      if (receiver != kNone && other.kind() != ValueKind::Integer) {
        const PlaceKey key = PlaceOfValue(receiver);
        if (const TextSet* set = key.empty() ? nullptr : state->Find(state->Resolve(key))) state->Set(state->Resolve(key), Checked(*set));
        else if (!key.empty()) state->Set(state->Resolve(key), Checked(Evaluate(receiver)));
      } else {
        RefineEqual(receiver != kNone ? receiver : arguments[0], receiver != kNone ? arguments[0] : arguments[1], state);
      }
      return;
    }
    const TextSet literal = Evaluate(literal_value);
    const PlaceKey key = PlaceOfValue(place_value);
    if (key.empty() || !AllLiteral(literal) || vocabulary_.IsNumber(unit_index_, value.type())) continue;
    state->Set(state->Resolve(key), literal);
    break;
  }
  state_ = saved;
}

// `allowed.find(x) != allowed.end()`, `allowed.count(x) > 0`
void Walker::RefineUnequal(uint32_t left, uint32_t right, State* state) {
  if (left == kNone || right == kNone) return;
  const facts::Value& other = ValueAt(right);
  const bool end = other.kind() == ValueKind::Call && facts::Arguments(f_, other).size() <= 1;
  const bool zero = other.kind() == ValueKind::Integer && other.number() == 0;
  if (end || zero) RefineTested(left, state);
}

// A body that looks at characters or compares texts, and does not ask the database.
bool Walker::InspectsText(FunctionId id) const {
  if (facts_->summaries[id].queries) return false;
  const ProgramFunction& function = program_.functions()[id];
  for (uint32_t v = 0; v < function.facts->values()->size(); ++v) {
    const facts::Value* value = function.facts->values()->Get(v);
    if (value->kind() == ValueKind::Call) {
      for (const CallRow* row : vocabulary_.RowsOf(id, v))
        if (row->role == Role::kCompare) return true;
    } else if (value->kind() == ValueKind::Binary && value->operand_count() == 2) {
      for (uint32_t operand : facts::Operands(*function.facts, *value))
        if (operand != kNone && vocabulary_.Classify(function.unit, function.facts->values()->Get(operand)->type()) == TypeClass::kCharacter)
          return true;
    }
  }
  return false;
}

// `allowed.contains(x)`, `is_valid(x)`: the value itself was looked at and found good.
void Walker::RefineTested(uint32_t index, State* state) {
  index = InitialValue(index);
  if (index == kNone || ValueAt(index).kind() != ValueKind::Call) return;
  const facts::Value& call = ValueAt(index);
  auto arguments = facts::Arguments(f_, call);
  if (arguments.empty() || arguments.size() > 3) return;
  bool compares = false, other_role = false;
  for (const CallRow* row : vocabulary_.RowsOf(id_, index)) (row->role == Role::kCompare ? compares : other_role) = true;
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
  const State saved = state_;
  state_ = *state;
  for (uint32_t argument : arguments) {
    if (argument == kNone || vocabulary_.IsNumber(unit_index_, ValueAt(argument).type())) continue;
    const PlaceKey key = PlaceOfValue(argument);
    if (key.empty()) continue;
    const TextSet set = Evaluate(argument);
    if (!set.empty() && !AllLiteral(set)) state->Set(state->Resolve(key), Checked(set));
  }
  state_ = saved;
}

// Of a local that is set once, where it is declared.
uint32_t Walker::InitialValue(uint32_t index) const {
  if (index == kNone || ValueAt(index).kind() != ValueKind::Local) return index;
  for (const facts::Op* op : *f_.ops())
    if (op->kind() == facts::OpKind::Declare && op->ref() == ValueAt(index).ref()) return op->value();
  return index;
}

}  // namespace backlint::flow
