// Where an exception goes: to the handlers around, and out of the function.
#include "paths/walker.h"

namespace backlint::paths {

using facts::TypeKind;

SymbolId Walker::ThrownClass(uint32_t value) const {
  uint32_t type = value == kNone ? kNone : ValueAt(value).type();
  while (type != kNone && (unit_.types()->Get(type)->kind() == TypeKind::Reference || unit_.types()->Get(type)->kind() == TypeKind::RvalueReference))
    type = unit_.types()->Get(type)->pointee();
  if (type == kNone || unit_.types()->Get(type)->kind() != TypeKind::Record) return kNone;
  return program_.Symbol(unit_index_, unit_.types()->Get(type)->record());
}

// Objects that were declared inside have ended on the way to the handler.
void Walker::EndScopesWithin(uint32_t scope, State* state) {
  if (state->transactions.empty()) return;
  for (uint32_t local = f_.parameter_count(); local < f_.locals()->size(); ++local) {
    uint32_t inner = f_.locals()->Get(local)->scope();
    if (inner == scope || inner == kNone) continue;
    while (inner != kNone && inner != scope) inner = f_.scopes()->Get(inner)->parent();
    if (inner == scope && EndsInDestructor(local)) EndTransactionsWithin(table_.Of(Root::kLocal, local), state);
  }
}

void Walker::Throw(const State& state, uint32_t try_block, SymbolId thrown, const Place& at) {
  for (uint32_t t = try_block; t != kNone; t = f_.tries()->Get(t)->parent()) {
    const facts::Try* handlers = f_.tries()->Get(t);
    for (uint32_t i = 0; i < handlers->handler_count(); ++i) {
      const facts::Handler* handler = f_.handlers()->Get(handlers->first_handler() + i);
      uint32_t type = handler->type();
      while (type != kNone && unit_.types()->Get(type)->kind() != TypeKind::Record) type = unit_.types()->Get(type)->pointee();
      const SymbolId caught = type == kNone ? kNone : program_.Symbol(unit_index_, unit_.types()->Get(type)->record());
      bool surely = handler->catch_all(), perhaps = surely || thrown == kNone;
      if (!surely && thrown != kNone && caught != kNone)
        for (SymbolId base : program_.WithBases(thrown)) surely |= base == caught;
      // An exception of unknown class is most likely a standard one.
      if (thrown == kNone && caught != kNone && program_.symbols()[caught].qualified == "std::exception") surely = true;
      // Bases outside of the project may not be known.
      if (thrown != kNone && caught != kNone && program_.symbols()[caught].qualified.starts_with("std::") && program_.WithBases(thrown).size() < 2) perhaps = true;
      if (surely || perhaps) {
        State caught_state = state;
        EndScopesWithin(handlers->scope(), &caught_state);
        Arrive(handler->block(), std::move(caught_state));
      }
      if (surely) return;
    }
  }
  EndByException(state, thrown, at);
}

}  // namespace backlint::paths
