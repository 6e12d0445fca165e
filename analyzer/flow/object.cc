// Objects: what lists give to their fields, and those that live in one function alone.
#include <algorithm>

#include "flow/walker.h"

namespace backlint::flow {

using facts::Operator;
using facts::ValueKind;

// `User{name, city}`: the fields in their order.
void Walker::GiveFields(const facts::Value& list, const PlaceKey& place) {
  if (list.kind() != ValueKind::InitList || list.type() == kNone) return;
  const auto fields = program_.FieldsOf(program_.Symbol(unit_index_, unit_.types()->Get(list.type())->record()));
  const auto elements = facts::Operands(f_, list);
  const bool fresh = recording_ && final_ && !fields.empty() && listed_.insert(&list).second;
  for (size_t i = 0; i < fields.size() && i < elements.size(); ++i) {
    TextSet set = Evaluate(elements[i]);
    if (set.empty()) continue;
    if (!place.empty()) state_.Set(place + static_cast<char32_t>(fields[i]), set);
    if (fresh) facts_->fields[fields[i]].emplace_back(id_, std::move(set));
  }
}

// The local that the value is, casts and addresses looked through, or kNone.
uint32_t Walker::LocalOf(uint32_t index) const {
  while (index != kNone) {
    const facts::Value& value = ValueAt(index);
    if (value.kind() == ValueKind::Local) return value.ref();
    const bool through = value.kind() == ValueKind::Cast || (value.kind() == ValueKind::Unary && value.op() == Operator::AddressOf);
    index = through && value.operand_count() == 1 ? facts::Operands(f_, value)[0] : kNone;
  }
  return kNone;
}

// Not a copy of another object.
bool Walker::IsMadeAnew(uint32_t index) const {
  const facts::Value& value = ValueAt(index);
  if (value.kind() == ValueKind::InitList) return true;
  if (value.kind() != ValueKind::Construct || value.type() == kNone) return false;
  const SymbolId made = program_.Symbol(unit_index_, unit_.types()->Get(value.type())->record());
  for (const uint32_t argument : facts::Arguments(f_, value)) {
    uint32_t type = argument == kNone ? kNone : ValueAt(argument).type();
    while (type != kNone && unit_.types()->Get(type)->pointee() != kNone) type = unit_.types()->Get(type)->pointee();
    if (type == kNone || program_.Symbol(unit_index_, unit_.types()->Get(type)->record()) == made) return false;
  }
  return true;
}

// Locals of class type that are made here, and that nobody else is given to change.
void Walker::FindOwnObjects() {
  own_objects_.assign(f_.locals()->size(), false);
  for (const facts::Op* op : *f_.ops()) {
    if (op->kind() != facts::OpKind::Declare) continue;
    const uint32_t type = f_.locals()->Get(op->ref())->type();
    if (type != kNone && unit_.types()->Get(type)->kind() == facts::TypeKind::Record) own_objects_[op->ref()] = op->value() == kNone || IsMadeAnew(op->value());
  }
  const auto disown = [&](uint32_t value) {
    if (const uint32_t local = LocalOf(value); local != kNone) own_objects_[local] = false;
  };
  for (const facts::Value* value : *f_.values()) {
    if (value->kind() == ValueKind::Unary && value->op() == Operator::AddressOf) disown(facts::Operands(f_, *value)[0]);
    if (value->kind() != ValueKind::Call && value->kind() != ValueKind::Construct) continue;
    const auto arguments = facts::Arguments(f_, *value);
    const facts::Symbol* callee = value->ref() == kNone ? nullptr : unit_.symbols()->Get(value->ref());
    for (uint32_t i = 0; i < arguments.size(); ++i)
      if (callee == nullptr || i >= callee->parameter_count() || vocabulary_.IsOutput(unit_index_, unit_.type_lists()->Get(callee->first_parameter() + i)))
        disown(arguments[i]);
  }
  for (const FunctionId lambda : function_.lambdas)
    if (program_.functions()[lambda].unit == unit_index_)
      for (const facts::Capture* capture : *program_.functions()[lambda].facts->captures()) disown(capture->value());
}

bool Walker::IsOwnObject(uint32_t value) {
  const uint32_t local = LocalOf(value);
  if (local == kNone) return false;
  if (own_objects_.empty()) FindOwnObjects();
  return own_objects_[local];
}

// Fields of an object that lives here: only what this function hands to its methods is in them.
TextSet Walker::OfOwnObject(TextSet set, uint32_t call, FunctionId target) {
  const SymbolId method = program_.functions()[target].symbol;
  if (method == kNone || program_.symbols()[method].parent == kNone || !IsOwnObject(Operand(ValueAt(call), 0))) return set;
  const std::vector<SymbolId> classes = program_.WithBases(program_.symbols()[method].parent);
  for (Text& text : set)
    for (Piece& piece : text) {
      if (!piece.hole || piece.hole->origin != Origin::kField || piece.hole->function != kNone || piece.hole->symbol == kNone) continue;
      if (std::find(classes.begin(), classes.end(), program_.symbols()[piece.hole->symbol].parent) == classes.end()) continue;
      Hole own = *piece.hole;
      own.function = id_;
      piece = MakeHole(std::move(own));
    }
  return set;
}

// `rows = Load()`, `it = rows.begin()`: a class whose assignment nobody has written, or one of a library, becomes what it is given.
bool Walker::AssignObject(uint32_t call) {
  const facts::Value& value = ValueAt(call);
  const auto operands = facts::Operands(f_, value);
  const bool assigns = (value.flags() & facts::kOperatorCall) != 0 && (value.flags() & facts::kHasReceiver) != 0 && operands.size() == 2 &&
                       value.ref() != kNone && facts::Text(unit_, unit_.symbols()->Get(value.ref())->name()) == "operator=";
  if (!assigns || operands[1] == kNone) return false;
  const PlaceKey to = state_.Resolve(PlaceOfValue(operands[0]));
  if (to.empty()) return false;
  const PlaceKey from = PlaceOfValue(operands[1]);
  TextSet set = Evaluate(operands[1]);
  if (from.empty() || state_.Resolve(from) != to) state_.ForgetFields(to);
  if (!from.empty()) state_.CopyFields(state_.Resolve(from), to);
  // An element of a container: the others stay.
  const facts::ValueKind kind = ValueAt(operands[0]).kind();
  if (kind != ValueKind::Local && kind != ValueKind::Parameter && kind != ValueKind::Member && kind != ValueKind::Global) {
    if (const TextSet* others = state_.Find(to)) Merge(&set, *others);
  }
  if (!set.empty()) Write(to, std::move(set));
  else state_.Forget(to);
  answer_places_[call] = to;
  return true;
}

}  // namespace backlint::flow
