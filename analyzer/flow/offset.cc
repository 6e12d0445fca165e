// Writing into a text behind its beginning: `snprintf(text + length, ...)`, `p += sprintf(p, ...)`.
//
// How far behind is not counted. A place is at the beginning, for certain, or behind it; what is written behind it comes after what is there.
#include "flow/walker.h"

namespace backlint::flow {

using facts::Operator;
using facts::ValueKind;

namespace {

constexpr std::string_view kBeginning = "0", kBehind = "+";

}  // namespace

// Pointers that can be written through, and numbers that are added to some.
bool Walker::CountsOffset(uint32_t local) {
  const uint32_t index = f_.locals()->Get(local)->type();
  if (index == kNone) return false;
  if (unit_.types()->Get(index)->kind() == facts::TypeKind::Pointer)
    return vocabulary_.IsOutput(unit_index_, index) && vocabulary_.Classify(unit_index_, index) == TypeClass::kText;
  if (!vocabulary_.IsNumber(unit_index_, index)) return false;
  if (!counts_offset_) {
    counts_offset_.emplace();
    for (const facts::Value* value : *f_.values()) {
      const bool sum = value->kind() == ValueKind::Binary && value->op() == Operator::Add && vocabulary_.Classify(unit_index_, value->type()) == TypeClass::kText;
      if ((!sum && value->kind() != ValueKind::Index) || value->operand_count() != 2) continue;
      uint32_t added = facts::Operands(f_, *value)[1];
      while (added != kNone && ValueAt(added).kind() == ValueKind::Cast && ValueAt(added).operand_count() == 1) added = facts::Operands(f_, ValueAt(added))[0];
      if (added != kNone && ValueAt(added).kind() == ValueKind::Local) counts_offset_->insert(ValueAt(added).ref());
    }
  }
  return counts_offset_->count(local) != 0;
}

// A number that is 0, or a pointer that points to the beginning, from here on; or one that does so no longer.
void Walker::NoteOffset(uint32_t local, Operator op, uint32_t value) {
  if (!CountsOffset(local)) return;
  const bool beginning = op == Operator::None && value != kNone && (vocabulary_.IsNumber(unit_index_, ValueAt(value).type()) ? IsZero(value) : !IsBehind(value));
  state_.Set(Key(Root::kOffset, local), {{Literal(beginning ? kBeginning : kBehind)}});
}

bool Walker::AtBeginning(uint32_t local) const {
  const TextSet* known = state_.Find(Key(Root::kOffset, local));
  return known != nullptr && known->size() == 1 && LiteralText(known->front()) == kBeginning;
}

bool Walker::IsZero(uint32_t index) const {
  const facts::Value& value = ValueAt(index);
  const auto operands = facts::Operands(f_, value);
  if (value.kind() == ValueKind::Cast) return operands.size() == 1 && operands[0] != kNone && IsZero(operands[0]);
  if (value.kind() == ValueKind::Integer) return value.number() == 0;
  return value.kind() == ValueKind::Local && AtBeginning(value.ref());
}

// Whether a pointer points behind the beginning of what it points into. What is not known is taken for the beginning.
bool Walker::IsBehind(uint32_t index) const {
  if (index == kNone) return false;
  const facts::Value& value = ValueAt(index);
  const auto operands = facts::Operands(f_, value);
  switch (value.kind()) {
    case ValueKind::Cast: return operands.size() == 1 && IsBehind(operands[0]);
    case ValueKind::Local: case ValueKind::Parameter: return state_.Find(Key(Root::kOffset, value.ref())) != nullptr && !AtBeginning(value.ref());
    case ValueKind::Binary: return value.op() == Operator::Add && operands.size() == 2 && operands[1] != kNone && (IsBehind(operands[0]) || !IsZero(operands[1]));
    case ValueKind::Unary: {
      if (value.op() != Operator::AddressOf || operands.empty() || operands[0] == kNone || ValueAt(operands[0]).kind() != ValueKind::Index) return false;
      const auto element = facts::Operands(f_, ValueAt(operands[0]));
      return element.size() == 2 && element[1] != kNone && (IsBehind(element[0]) || !IsZero(element[1]));
    }
    default: return false;
  }
}

// What is written to where the operand points.
void Walker::WriteTo(uint32_t operand, TextSet set) {
  const PlaceKey place = PlaceOfValue(operand);
  if (place.empty()) return;
  if (IsBehind(operand))
    if (const TextSet* before = state_.Find(state_.Resolve(place)); before && !before->empty()) {
      const Place at = At(ValueAt(operand).location());
      set = Concat(Joined(*before, at, id_), Joined(set, at, id_));
    }
  Write(place, std::move(set));
}

}  // namespace backlint::flow
