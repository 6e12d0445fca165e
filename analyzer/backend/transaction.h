// A transaction that goes wrong on some path.
#ifndef BACKLINT_BACKEND_TRANSACTION_H_
#define BACKLINT_BACKEND_TRANSACTION_H_

#include <string>
#include <vector>

#include "core/finding.h"

namespace backlint {

enum class TransactionEnd : uint8_t {
  kLeft,               // a path leaves the function between begin and commit or rollback
  kLeftByException,
  kNestedBegin,        // begun while one is open on the same connection
  kUncheckedCommit,    // nobody looks whether the commit has worked
  kNeverCommitted      // rolled back by its destructor on every path
};

struct TransactionDefect {
  TransactionEnd end = TransactionEnd::kLeft;
  Place place;             // of the call that begins or commits
  Place other;             // where the path leaves, or the first begin
  std::string function;
  std::string callee;      // what is called at `place`
  std::string name;        // of the connection or transaction; may be empty
  bool certain = false;
  std::vector<Note> way;
  std::vector<Place> more; // kLeft: where other paths leave with it
};

}  // namespace backlint

#endif  // BACKLINT_BACKEND_TRANSACTION_H_
