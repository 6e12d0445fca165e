// Which locks functions take, and which they hold meanwhile.
#ifndef BACKLINT_BACKEND_LOCK_FACTS_H_
#define BACKLINT_BACKEND_LOCK_FACTS_H_

#include <map>
#include <set>
#include <vector>

#include "paths/lock_place.h"
#include "paths/lock_rows.h"

namespace backlint {

using paths::LockPlace;

// Held on every path that comes to a point.
struct HeldLock {
  LockPlace lock;
  LockPlace guard;               // the object that releases it at its end; kUnknown: nobody does
  uint32_t call = kNone;         // that took it, in the function that holds it
  bool shared = false;
  bool recursive = false;
  const Library* library = nullptr;

  bool operator==(const HeldLock& other) const { return lock == other.lock && guard == other.guard; }
};

// Something that a function may wait for, itself or through what it calls.
struct Taking {
  enum Kind : uint8_t {
    kLock,
    kJoin,       // the end of the thread in `lock`
    kWait        // that somebody notifies `lock`
  };
  Kind kind = kLock;
  LockPlace lock;
  bool shared = false;
  bool recursive = false;
  const Library* library = nullptr;
  bool conditional = false;      // whether it comes to it is the caller's to say, or rests on which thread this is
  std::vector<LockPlace> given;  // kWait: released meanwhile
  uint32_t call = kNone;         // in the function
  FunctionId callee = kNone;     // that goes on; kNone: the call is it
  size_t next = 0;               // of the callee's takings
  uint32_t length = 0;           // calls in between
  bool certain = true;           // each of these calls leads to one function
};

struct LockSummary {
  std::vector<Taking> takings;
  std::vector<HeldLock> kept;         // held when the function has ended
  std::vector<HeldLock> returned;     // held as long as its answer lives
  std::vector<LockPlace> released;    // of what its callers hold

  bool IsEmpty() const { return takings.empty() && kept.empty() && returned.empty() && released.empty(); }
};

// A taking while something is held.
struct LockEdge {
  FunctionId function = kNone;
  HeldLock held;
  Taking taking;
  std::vector<LockPlace> all_held;
};

struct Notification {
  FunctionId function = kNone;
  LockPlace condition;
  std::vector<LockPlace> held;
};

struct LockFacts {
  std::vector<LockSummary> summaries;                                // by FunctionId
  std::vector<std::map<uint32_t, std::vector<LockPlace>>> held_at;   // by FunctionId: calls at which something is held
  std::vector<LockEdge> edges;                                       // by function
  std::vector<Notification> notifications;
  std::set<const Library*> recursive;                                // whose locks some part of the program makes recursive
};

}  // namespace backlint

#endif  // BACKLINT_BACKEND_LOCK_FACTS_H_
