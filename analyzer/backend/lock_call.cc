// What calls do to the locks of their caller.
#include <algorithm>

#include "backend/lock_walk.h"

namespace backlint {

using facts::ValueKind;
using paths::LockPlaces;

namespace {

constexpr size_t kMostTargets = 6;         // of one call: with more, nobody can say what it does
constexpr size_t kMostTakings = 40;        // of one function
constexpr uint32_t kMostLength = 8;        // calls down to the lock

}  // namespace

void LockWalk::ApplyRow(uint32_t call, const LockRow& row, Held* held) {
  const auto values = [&](int first, int last) {
    std::vector<uint32_t> all = paths::LockRows::Values(f_, call, first, last);
    std::erase(all, kNone);
    return all;
  };
  Taking taking;
  taking.call = call;
  switch (row.role) {
    case LockRole::kLock: case LockRole::kTogether: {
      std::vector<HeldLock> locks;
      for (const uint32_t value : values(row.first, row.last))
        for (HeldLock& lock : LocksIn(call, value, row.shared)) {
          if (row.result) lock.guard = Made(call);
          locks.push_back(std::move(lock));
        }
      if (row.result) guards_[Made(call)] = locks;
      return Take(call, std::move(locks), held);
    }
    case LockRole::kUnlock:
      for (const uint32_t value : values(row.first, row.last)) Release(knowledge_.places.Of(id_, value), false, held);
      return;
    case LockRole::kWait:
      taking.kind = Taking::kWait;
      for (const uint32_t value : values(row.first, row.last)) taking.given.push_back(knowledge_.places.Of(id_, value));
      for (const uint32_t value : values(row.on, row.on)) taking.lock = knowledge_.places.Of(id_, value);
      return Add(std::move(taking), *held);
    case LockRole::kJoin:
      taking.kind = Taking::kJoin;
      for (const uint32_t value : values(row.first, row.last)) taking.lock = knowledge_.places.OfElement(id_, value);
      return Add(std::move(taking), *held);
    case LockRole::kNotify: {
      if (!writing_ || !final_) return;
      Notification notification{id_, {}, {}};
      for (const uint32_t value : values(row.on, row.on)) notification.condition = knowledge_.places.Of(id_, value);
      for (const HeldLock& lock : *held) notification.held.push_back(lock.lock);
      facts_->notifications.push_back(std::move(notification));
      return;
    }
    case LockRole::kRecursive:
      facts_->recursive.insert(row.library);
      return;
    default: return;
  }
}

LockPlace LockWalk::Outward(const LockPlace& place, FunctionId callee, uint32_t call) const {
  const facts::Value& value = *f_.values()->Get(call);
  // What is called is a value: by name, nothing is known of its object.
  if (calls_.find(call)->second.by_value) return knowledge_.givers.InCaller(place, callee, id_);
  if (value.kind() == ValueKind::Construct && place.root == LockPlace::kThis && place.function == callee) {
    LockPlace made = Made(call);
    made.own = true;
    return LockPlaces::Join(made, place);
  }
  return knowledge_.places.Outward(place, callee, id_, call);
}

void LockWalk::ApplyTargets(uint32_t call, const CallInfo& info, Held* held) {
  if (info.targets.size() > kMostTargets) return;
  const bool constructs = f_.values()->Get(call)->kind() == ValueKind::Construct;
  for (const FunctionId target : info.targets)
    for (const LockPlace& place : facts_->summaries[target].released) Release(Outward(place, target, call), true, held);
  for (const FunctionId target : info.targets) {
    const std::vector<Taking>& takings = facts_->summaries[target].takings;
    for (size_t i = 0; i < takings.size(); ++i) {
      if (takings[i].conditional || takings[i].length >= kMostLength) continue;
      Taking taking = takings[i];
      taking.lock = Outward(taking.lock, target, call);
      for (LockPlace& given : taking.given) given = Outward(given, target, call);
      taking.call = call;
      taking.callee = target;
      taking.next = i;
      ++taking.length;
      taking.certain = taking.certain && info.targets.size() == 1;
      Add(std::move(taking), *held);
    }
  }
  if (info.targets.size() != 1) return;
  const LockSummary& summary = facts_->summaries[info.targets[0]];
  const auto keep = [&](HeldLock lock, bool by_answer) {
    lock.lock = Outward(lock.lock, info.targets[0], call);
    if (by_answer || constructs) lock.guard = Made(call);
    else if (lock.guard.root != LockPlace::kUnknown) lock.guard = Outward(lock.guard, info.targets[0], call);
    lock.call = call;
    if (std::find(held->begin(), held->end(), lock) == held->end()) held->push_back(std::move(lock));
  };
  for (const HeldLock& lock : summary.kept) keep(lock, false);
  for (const HeldLock& lock : summary.returned) keep(lock, true);
}

void LockWalk::Add(Taking taking, const Held& held) {
  if (!writing_ || (taking.lock.root == LockPlace::kUnknown && taking.lock.steps.empty())) return;
  taking.conditional = RestsOnCaller(block_);
  if (final_)
    for (const HeldLock& lock : held) {
      LockEdge edge{id_, lock, taking, {}};
      for (const HeldLock& other : held) edge.all_held.push_back(other.lock);
      facts_->edges.push_back(std::move(edge));
    }
  const auto same = std::find_if(summary_.takings.begin(), summary_.takings.end(), [&](const Taking& other) {
    return other.kind == taking.kind && other.lock == taking.lock && other.conditional == taking.conditional && other.shared == taking.shared;
  });
  if (same != summary_.takings.end()) {
    if (taking.length < same->length) *same = std::move(taking);
  } else if (summary_.takings.size() < kMostTakings) {
    summary_.takings.push_back(std::move(taking));
  }
}

// Whether a path comes here is for a flag or number of the caller to say, or for the thread.
bool LockWalk::RestsOnCaller(uint32_t block) {
  if (const auto known = rests_.find(block); known != rests_.end()) return known->second;
  bool rests = false;
  if (!graph_) graph_.emplace(f_);
  for (uint32_t other = 0; other < f_.blocks()->size() && !rests; ++other) {
    const facts::Block& b = *f_.blocks()->Get(other);
    auto successors = facts::Successors(f_, b);
    if (other == block || successors.size() != 2 || b.op_count() == 0) continue;
    const facts::Op& last = *f_.ops()->Get(b.first_op() + b.op_count() - 1);
    if (last.kind() != facts::OpKind::Branch || last.value() == kNone || !TestsCaller(last.value())) continue;
    const auto leads = [&](uint32_t from) { return from == block || graph_->Reachable(from, other)[block]; };
    rests = leads(successors[0]) != leads(successors[1]);
  }
  return rests_[block] = rests;
}

bool LockWalk::TestsCaller(uint32_t index, int depth) const {
  if (index == kNone || depth > 5) return false;
  const facts::Value& value = *f_.values()->Get(index);
  if (value.kind() == ValueKind::Parameter && value.type() != kNone) {
    const facts::TypeKind kind = unit_.types()->Get(value.type())->kind();
    if (kind == facts::TypeKind::Bool || kind == facts::TypeKind::Enum || kind == facts::TypeKind::Integer) return true;
  }
  if (value.kind() == ValueKind::Call) {
    const auto call = calls_.find(index);
    if (call != calls_.end())
      for (const LockRow* row : call->second.rows)
        if (row->role == LockRole::kIdentity) return true;
  }
  auto operands = facts::Operands(f_, value);
  return std::any_of(operands.begin(), operands.end(), [&](uint32_t operand) { return TestsCaller(operand, depth + 1); });
}

}  // namespace backlint
