// What calls and classes of a library do with locks: what takes and releases one, and what waits for other threads.
#ifndef BACKLINT_MODELS_LOCK_ROW_H_
#define BACKLINT_MODELS_LOCK_ROW_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "core/finding.h"

namespace backlint {

enum class LockRole : uint8_t {
  // Calls.
  kLock,       // takes the lock in `value`; with `to` = result, the answer holds it as a guard does
  kUnlock,     // releases the lock in `value`, or what the guard in it holds
  kTogether,   // takes several locks in an order that cannot block
  kWait,       // releases the lock in `value`, blocks until somebody notifies `on`, and takes the lock again
  kNotify,     // wakes who waits for `on`
  kJoin,       // blocks until the thread in `value` has ended
  kRecursive,  // makes locks of this library such that the thread that holds one can take it again
  kIdentity,   // tells which thread this is
  // Types.
  kMutex,      // a lock
  kGuard,      // its constructor takes the locks in `value`, its destructor releases them
  kDeferred,   // given to a guard's constructor: nothing is taken yet
  kAdopted     // given to a guard's constructor: the lock is held already
};

struct LockRow {
  std::string name;            // qualified, of a function or a class
  LockRole role = LockRole::kLock;
  int first = -2, last = -2;   // `value`: kAbsent of model.h for the role's default, the receiver or else argument 1; kOpen for the rest
  int on = -2;                 // the condition; default: the receiver or else argument 1
  bool shared = false;         // several threads can hold it so
  bool recursive = false;      // kMutex
  bool result = false;         // kLock with `to = "result"`
  int arguments = -2;          // the row holds only for calls with so many written arguments
  const struct Library* library = nullptr;
  Place place;                 // where the row stands
};

std::string_view Name(LockRole role);
bool IsTypeRole(LockRole role);

}  // namespace backlint

#endif  // BACKLINT_MODELS_LOCK_ROW_H_
