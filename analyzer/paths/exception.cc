// Where an exception goes: to the handlers around, and out of the function.
#include <algorithm>

#include "paths/walker.h"

namespace backlint::paths {

Thrown Walker::ThrownClass(uint32_t value) const {
  Thrown thrown;
  if (value != kNone) thrown = knowledge_.exceptions().Of(unit_index_, ValueAt(value).type());
  thrown.exact = true;
  return thrown;
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

void Walker::Throw(const State& state, uint32_t try_block, const Thrown& thrown, const Place& at) {
  const ExceptionClasses& classes = knowledge_.exceptions();
  std::vector<Thrown> earlier;             // handlers so far: what they take comes to none further out
  for (uint32_t t = try_block; t != kNone; t = f_.tries()->Get(t)->parent()) {
    const facts::Try* handlers = f_.tries()->Get(t);
    for (uint32_t i = 0; i < handlers->handler_count(); ++i) {
      const facts::Handler& handler = *f_.handlers()->Get(handlers->first_handler() + i);
      const Thrown caught = classes.Of(unit_index_, handler.type());
      const bool known = !thrown.type.empty() && !caught.type.empty();
      // An exception of unknown class is most likely a standard one.
      const bool surely = handler.catch_all() || (known ? classes.IsA(thrown, caught.type) : caught.type == "std::exception");
      const bool before = std::any_of(earlier.begin(), earlier.end(), [&](const Thrown& one) { return !caught.type.empty() && classes.IsA(caught, one.type); });
      if (!caught.type.empty()) earlier.push_back(caught);
      if (surely || (!before && classes.Takes(unit_index_, handler, thrown))) {
        State caught_state = state;
        EndScopesWithin(handlers->scope(), &caught_state);
        Arrive(handler.block(), std::move(caught_state));
      }
      if (surely) return;
    }
  }
  EndByException(state, thrown, at);
}

}  // namespace backlint::paths
