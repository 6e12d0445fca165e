// Locks that two threads can wait for in a circle, and locks that a thread waits for while it holds them itself.
#ifndef BACKLINT_BACKEND_LOCK_ORDER_H_
#define BACKLINT_BACKEND_LOCK_ORDER_H_

#include <string>
#include <vector>

#include "core/finding.h"
#include "flow/vocabulary.h"

namespace backlint {

enum class LockEnd : uint8_t {
  kOrder,        // two locks are taken in both orders
  kAgain,        // a lock is taken that this thread holds
  kJoin,         // a thread is waited for that takes a lock which is held
  kWait          // notification is waited for with a lock held that everybody who notifies needs
};

struct LockDefect {
  LockEnd end = LockEnd::kOrder;
  Place place;
  std::string function;
  std::string lock;              // that is held
  std::string other;             // that is taken, waited for; of kJoin: what the thread runs
  bool called_out = false;       // through a value or a virtual call: what it leads to is one of several
  std::vector<Note> way;
};

// In the order of their places. Two orders count only where two threads can come to them and no third lock is held around both.
std::vector<LockDefect> FindLockDefects(const flow::Vocabulary& vocabulary);

}  // namespace backlint

#endif  // BACKLINT_BACKEND_LOCK_ORDER_H_
