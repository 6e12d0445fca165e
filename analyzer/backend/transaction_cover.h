// Whether a call runs inside of a transaction: begun in its function, or in every function that leads there.
//
// Says "open" whenever it cannot be excluded: a transaction on some path or some connection, an object of a transaction's type, a function
// whose names speak of a transaction, a walk that was cut.
#ifndef BACKLINT_BACKEND_TRANSACTION_COVER_H_
#define BACKLINT_BACKEND_TRANSACTION_COVER_H_

#include <vector>

#include "flow/vocabulary.h"
#include "paths/summary.h"

namespace backlint {

class TransactionCover {
 public:
  // All must outlive the object.
  TransactionCover(const flow::Vocabulary& vocabulary, const paths::PathFacts& paths);

  // The function itself has a transaction open when it comes to the call.
  bool IsOpenAt(FunctionId function, uint32_t call) const;

  // Whoever calls the function has one open, or nobody knows who calls it with which connection.
  bool HasCallersWithTransaction(FunctionId function) const { return Covered(function); }

  // A lock is held somewhere in the function, or in all that call it.
  bool IsLocked(FunctionId function) const { return Locked(function); }

  const std::vector<CallSite>& CallersOf(FunctionId function) const { return callers_[function]; }

 private:
  void Read(FunctionId function);
  void ReadTransaction(FunctionId function, const facts::Value& call);
  bool Covered(FunctionId function) const;
  bool Locked(FunctionId function) const;
  bool TakesConnection(FunctionId function) const;

  const flow::Vocabulary& vocabulary_;
  const Program& program_;
  const paths::PathFacts& paths_;
  std::vector<std::vector<CallSite>> callers_;     // by function; of lambdas and callbacks too
  std::vector<bool> speaks_of_transaction_;
  std::vector<bool> passed_;      // to what runs it in a transaction
  std::vector<bool> locks_;
  // A function that leads to itself is asked for by its own answer: then the others decide.
  enum class Answer : uint8_t { kUnasked, kAsked, kNo, kYes };
  mutable std::vector<Answer> covered_, locked_;
};

}  // namespace backlint

#endif  // BACKLINT_BACKEND_TRANSACTION_COVER_H_
