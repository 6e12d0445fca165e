// One walk over one function: which locks it surely holds where.
//
// What is held is what every path to a point holds: a lock that only some of them hold counts as not held. Guards release at the end of
// their scope, also those of the program's own that take a lock in their constructor.
#ifndef BACKLINT_BACKEND_LOCK_WALK_H_
#define BACKLINT_BACKEND_LOCK_WALK_H_

#include <map>
#include <optional>
#include <vector>

#include "backend/callable_giver.h"
#include "backend/dependence.h"
#include "backend/lock_facts.h"

namespace backlint {

// What all walks read.
struct LockKnowledge {
  const flow::Vocabulary& vocabulary;
  const Program& program;
  const paths::LockRows& rows;
  const paths::LockPlaces& places;
  const CallableGivers& givers;
};

class LockWalk {
 public:
  LockWalk(const LockKnowledge& knowledge, FunctionId function, LockFacts* facts);

  // Replaces what is known of the function. `final`: what it does while it holds locks is written down.
  void Run(bool final);

 private:
  using Held = std::vector<HeldLock>;
  struct CallInfo {
    std::vector<const LockRow*> rows;
    const LockRow* guard = nullptr;          // the call makes one
    std::vector<FunctionId> targets;
    bool by_value = false;                   // what is called is a value
    bool matters = false;
  };

  bool ReadCalls();
  std::vector<FunctionId> RunHere(uint32_t call) const;
  void Walk();
  void Execute(const facts::Op& op, Held* held);
  void Arrive(uint32_t block, const Held& held);
  void Throw(uint32_t try_block, const Held& held);

  void Call(const facts::Op& op, Held* held);
  void MakeGuard(uint32_t call, const LockRow& row, Held* held);
  void ApplyRow(uint32_t call, const LockRow& row, Held* held);
  void ApplyTargets(uint32_t call, const CallInfo& info, Held* held);
  void Lend(uint32_t call, Held* held);
  void Take(uint32_t call, std::vector<HeldLock> locks, Held* held);
  void Add(Taking taking, const Held& held);
  void Release(const LockPlace& place, bool inside, Held* held);
  void Return(uint32_t value, const Held& held);

  std::vector<HeldLock> LocksIn(uint32_t call, uint32_t value, bool shared) const;
  void DropTemporaries(const facts::Op& op, Held* held) const;
  static void Rename(const LockPlace& from, const LockPlace& to, Held* held);
  LockPlace Outward(const LockPlace& place, FunctionId callee, uint32_t call) const;
  LockPlace Made(uint32_t value) const;
  LockPlace OfLocal(uint32_t local) const;
  bool Mentions(uint32_t value, uint32_t other, int depth = 0) const;
  bool RestsOnCaller(uint32_t block);
  bool TestsCaller(uint32_t condition, int depth = 0) const;

  const LockKnowledge& knowledge_;
  const Program& program_;
  const FunctionId id_;
  const facts::Function& f_;
  const facts::UnitFacts& unit_;
  LockFacts* facts_;
  std::map<uint32_t, CallInfo> calls_;
  std::map<LockPlace, std::vector<HeldLock>> guards_;      // what guards were made for
  std::vector<std::optional<Held>> entries_;               // by block
  std::vector<bool> queued_;
  std::vector<uint32_t> queue_;
  std::map<uint32_t, bool> rests_;                         // by block
  std::optional<Graph> graph_;
  uint32_t block_ = 0;
  bool final_ = false, writing_ = false;
  std::optional<Held> at_end_;
  LockSummary summary_;
};

}  // namespace backlint

#endif  // BACKLINT_BACKEND_LOCK_WALK_H_
