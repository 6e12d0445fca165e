// From where functions are called: by which threads, and with which locks held.
#ifndef BACKLINT_BACKEND_LOCK_CONTEXT_H_
#define BACKLINT_BACKEND_LOCK_CONTEXT_H_

#include <map>
#include <set>
#include <vector>

#include "backend/lock_facts.h"

namespace backlint {

class LockContext {
 public:
  // All must outlive the object.
  LockContext(const flow::Vocabulary& vocabulary, const paths::LockPlaces& places, const LockFacts& facts);

  // Held by all that call the function, as far as class and field tell.
  const std::vector<LockPlace>& HeldAround(FunctionId function) const;
  // Two threads can come to these functions at a time: they do not all run once, on one thread.
  bool CanMeet(FunctionId first, FunctionId second) const;
  // It makes or ends an object, which no other thread knows.
  bool IsMaker(FunctionId function) const;
  const std::vector<CallSite>& CallersOf(FunctionId function) const { return callers_[function]; }

 private:
  void FindLaunches();
  const std::set<FunctionId>& RootsOf(FunctionId function) const;
  bool Has(const std::vector<LockPlace>& held, const LockPlace& lock) const;

  const flow::Vocabulary& vocabulary_;
  const Program& program_;
  const paths::LockPlaces& places_;
  const LockFacts& facts_;
  std::vector<std::vector<CallSite>> callers_;
  std::map<FunctionId, bool> launched_;      // body -> on several threads, or again and again
  mutable std::map<FunctionId, std::vector<LockPlace>> held_;
  mutable std::set<FunctionId> asked_;
  mutable std::map<FunctionId, std::set<FunctionId>> roots_;
};

}  // namespace backlint

#endif  // BACKLINT_BACKEND_LOCK_CONTEXT_H_
