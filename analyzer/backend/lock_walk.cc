#include "backend/lock_walk.h"

#include <algorithm>

#include "paths/launch.h"

namespace backlint {

using facts::OpKind;
using facts::ValueKind;
using paths::LockPlaces;

namespace {

constexpr uint32_t kMostSteps = 2000;      // blocks walked, in one function

// What both hold.
void Meet(std::vector<HeldLock>* held, const std::vector<HeldLock>& other) {
  std::erase_if(*held, [&](const HeldLock& lock) { return std::find(other.begin(), other.end(), lock) == other.end(); });
}

}  // namespace

LockWalk::LockWalk(const LockKnowledge& knowledge, FunctionId function, LockFacts* facts)
    : knowledge_(knowledge), program_(knowledge.program), id_(function), f_(*program_.functions()[function].facts), unit_(program_.UnitOf(function)),
      facts_(facts) {}

void LockWalk::Run(bool final) {
  final_ = final;
  if (f_.blocks()->size() == 0 || (f_.flags() & facts::kTruncated) != 0 || !ReadCalls()) return;
  Walk();
  // The states are final: what happens in them is written down.
  writing_ = true;
  for (uint32_t block = 0; block < entries_.size(); ++block) {
    if (!entries_[block]) continue;
    block_ = block;
    Held held = *entries_[block];
    const facts::Block& b = *f_.blocks()->Get(block);
    bool throws = false;
    for (uint32_t i = 0; i < b.op_count(); ++i) {
      const facts::Op& op = *f_.ops()->Get(b.first_op() + i);
      throws = throws || op.kind() == OpKind::Throw;
      Execute(op, &held);
    }
    if (!facts::Successors(f_, b).empty() || throws) continue;
    if (!at_end_) at_end_ = held;
    else Meet(&*at_end_, held);
  }
  if (at_end_)
    for (HeldLock& lock : *at_end_)
      if (lock.guard.root != LockPlace::kLocal && lock.guard.root != LockPlace::kMade) summary_.kept.push_back(std::move(lock));
  facts_->summaries[id_] = std::move(summary_);
}

// False: nothing in the function has to do with locks.
bool LockWalk::ReadCalls() {
  const uint32_t unit = program_.functions()[id_].unit;
  bool any = false;
  for (const facts::Op* op : *f_.ops()) {
    if (op->kind() != OpKind::Call || op->value() == kNone || calls_.count(op->value()) != 0) continue;
    CallInfo info;
    info.rows = knowledge_.rows.OfCall(id_, op->value());
    const facts::Value& value = *f_.values()->Get(op->value());
    if (value.kind() == ValueKind::Construct)
      if (const LockRow* row = knowledge_.rows.OfType(unit, value.type()); row && row->role == LockRole::kGuard) info.guard = row;
    info.targets = program_.Targets(id_, op->value());
    info.by_value = !program_.Callees(id_, op->value()).empty();
    if (info.targets.empty() && info.rows.empty()) {
      info.targets = RunHere(op->value());
      info.by_value = true;
    }
    std::erase_if(info.targets, [&](FunctionId target) { return target == id_; });
    info.matters = !info.rows.empty() || info.guard != nullptr ||
                   std::any_of(info.targets.begin(), info.targets.end(), [&](FunctionId target) { return !facts_->summaries[target].IsEmpty(); });
    any = any || info.matters;
    calls_.emplace(op->value(), std::move(info));
  }
  return any;
}

// What a library calls before it returns.
std::vector<FunctionId> LockWalk::RunHere(uint32_t call) const {
  for (const AsyncRow* row : paths::AsyncRowsOf(knowledge_.vocabulary, id_, call))
    if (row->role == AsyncRole::kLaunch && row->exceptions == Fate::kPassed) return paths::BodiesLaunched(knowledge_.vocabulary, id_, call, *row);
  return {};
}

void LockWalk::Walk() {
  entries_.resize(f_.blocks()->size());
  queued_.resize(f_.blocks()->size());
  Arrive(0, {});
  for (uint32_t steps = 0; !queue_.empty() && steps < kMostSteps; ++steps) {
    const uint32_t index = queue_.back();
    queue_.pop_back();
    queued_[index] = false;
    block_ = index;
    Held held = *entries_[index];
    const facts::Block& block = *f_.blocks()->Get(index);
    Throw(block.try_block(), held);
    for (uint32_t i = 0; i < block.op_count(); ++i) {
      Execute(*f_.ops()->Get(block.first_op() + i), &held);
      Throw(block.try_block(), held);
    }
    for (const uint32_t successor : facts::Successors(f_, block)) Arrive(successor, held);
  }
}

void LockWalk::Arrive(uint32_t block, const Held& held) {
  std::optional<Held>& entry = entries_[block];
  const size_t before = entry ? entry->size() : SIZE_MAX;
  if (!entry) entry = held;
  else Meet(&*entry, held);
  if (entry->size() == before || queued_[block]) return;
  queued_[block] = true;
  queue_.push_back(block);
}

// Any operation can throw: what is held at all of them is held in the handler.
void LockWalk::Throw(uint32_t try_block, const Held& held) {
  if (try_block == kNone) return;
  const facts::Try& handlers = *f_.tries()->Get(try_block);
  for (uint32_t i = 0; i < handlers.handler_count(); ++i) Arrive(f_.handlers()->Get(handlers.first_handler() + i)->block(), held);
  Throw(handlers.parent(), held);
}

LockPlace LockWalk::Made(uint32_t value) const {
  LockPlace place;
  place.root = LockPlace::kMade;
  place.function = id_;
  place.index = value;
  return place;
}

LockPlace LockWalk::OfLocal(uint32_t local) const {
  LockPlace place = Made(local);
  place.root = LockPlace::kLocal;
  return place;
}

void LockWalk::Rename(const LockPlace& from, const LockPlace& to, Held* held) {
  for (HeldLock& lock : *held) {
    if (!lock.guard.Within(from)) continue;
    LockPlace name = to;
    name.steps.insert(name.steps.end(), lock.guard.steps.begin() + static_cast<std::ptrdiff_t>(from.steps.size()), lock.guard.steps.end());
    lock.guard = std::move(name);
  }
}

bool LockWalk::Mentions(uint32_t index, uint32_t other, int depth) const {
  if (index == other) return true;
  if (index == kNone || depth > 4) return false;
  auto operands = facts::Operands(f_, *f_.values()->Get(index));
  return std::any_of(operands.begin(), operands.end(), [&](uint32_t operand) { return Mentions(operand, other, depth + 1); });
}

// A guard without a name lives as long as its statement.
void LockWalk::DropTemporaries(const facts::Op& op, Held* held) const {
  std::erase_if(*held, [&](const HeldLock& lock) { return lock.guard.root == LockPlace::kMade && (op.value() == kNone || !Mentions(op.value(), lock.guard.index)); });
}

void LockWalk::Execute(const facts::Op& op, Held* held) {
  DropTemporaries(op, held);
  switch (op.kind()) {
    case OpKind::Call: return Call(op, held);
    case OpKind::Declare: {
      const LockPlace local = OfLocal(op.ref());
      std::erase_if(*held, [&](const HeldLock& lock) { return lock.lock.Within(local); });
      if (op.value() == kNone) return;
      const LockPlace made = Made(op.value());
      Rename(made, local, held);
      if (const auto known = guards_.find(made); known != guards_.end()) guards_[local] = known->second;
      return;
    }
    case OpKind::Assign: {
      if (op.target() == kNone || op.value() == kNone) return;
      const LockPlace target = knowledge_.places.Of(id_, op.target());
      std::erase_if(*held, [&](const HeldLock& lock) { return lock.lock.Within(target) && lock.lock.steps.size() > target.steps.size(); });
      const LockPlace made = Made(op.value());
      Rename(made, target, held);
      if (const auto known = guards_.find(made); known != guards_.end()) guards_[target] = known->second;
      return;
    }
    case OpKind::ScopeEnd: {
      const LockPlace local = OfLocal(op.ref());
      std::erase_if(*held, [&](const HeldLock& lock) { return lock.guard.Within(local); });
      return;
    }
    case OpKind::Return:
      if (op.value() != kNone) Return(op.value(), *held);
      return;
    default: return;
  }
}

// A guard that is answered goes on holding.
void LockWalk::Return(uint32_t value, const Held& held) {
  if (!writing_) return;
  uint32_t inner = value;
  for (int depth = 0; inner != kNone && depth < 4; ++depth) {
    const facts::Value& v = *f_.values()->Get(inner);
    const LockPlace guard = v.kind() == ValueKind::Local ? OfLocal(v.ref()) : Made(inner);
    for (const HeldLock& lock : held)
      if (lock.guard == guard && std::find(summary_.returned.begin(), summary_.returned.end(), lock) == summary_.returned.end())
        summary_.returned.push_back(lock);
    auto operands = facts::Operands(f_, v);
    inner = operands.size() == 1 ? operands[0] : kNone;
  }
}

void LockWalk::Call(const facts::Op& op, Held* held) {
  const uint32_t call = op.value();
  const auto found = calls_.find(call);
  if (found == calls_.end()) return;
  const CallInfo& info = found->second;
  if (writing_ && final_ && !held->empty() && !info.targets.empty()) {
    std::vector<LockPlace>& at = facts_->held_at[id_][call];
    at.clear();
    for (const HeldLock& lock : *held) at.push_back(lock.lock);
  }
  if (info.guard != nullptr) return MakeGuard(call, *info.guard, held);
  for (const LockRow* row : info.rows) ApplyRow(call, *row, held);
  if (!info.rows.empty()) return;
  if (info.matters) ApplyTargets(call, info, held);
  else if (info.targets.empty()) Lend(call, held);
  // A guard that is moved or copied is the same one.
  const LockRow* made = knowledge_.rows.OfType(program_.functions()[id_].unit, f_.values()->Get(call)->type());
  if (made == nullptr || made->role != LockRole::kGuard) return;
  for (HeldLock& lock : *held)
    if (lock.guard.root == LockPlace::kMade) lock.guard.index = call;
}

// Somebody else may do what they like with a guard.
void LockWalk::Lend(uint32_t call, Held* held) {
  const facts::Value& value = *f_.values()->Get(call);
  const uint32_t unit = program_.functions()[id_].unit;
  for (const uint32_t argument : facts::Arguments(f_, value)) {
    if (argument == kNone) continue;
    const LockRow* row = knowledge_.rows.OfType(unit, f_.values()->Get(argument)->type());
    if (row == nullptr || row->role != LockRole::kGuard) continue;
    const LockPlace guard = knowledge_.places.Of(id_, argument);
    if (guard.root == LockPlace::kLocal) std::erase_if(*held, [&](const HeldLock& lock) { return lock.guard.Within(guard); });
  }
}

// The locks that the value is or, when it is a guard, holds.
std::vector<HeldLock> LockWalk::LocksIn(uint32_t call, uint32_t value, bool shared) const {
  const LockRow* row = knowledge_.rows.OfType(program_.functions()[id_].unit, f_.values()->Get(value)->type());
  const LockPlace place = knowledge_.places.Of(id_, value);
  if (row && row->role == LockRole::kGuard) {
    const auto known = guards_.find(OfLocal(place.index));
    if (place.root == LockPlace::kLocal && place.steps.empty() && known != guards_.end()) return known->second;
    const auto field = guards_.find(place);
    return field == guards_.end() ? std::vector<HeldLock>() : field->second;
  }
  const bool recursive = row && row->role == LockRole::kMutex && row->recursive;
  return {{place, {}, call, shared, recursive, row ? row->library : nullptr}};
}

void LockWalk::MakeGuard(uint32_t call, const LockRow& row, Held* held) {
  const uint32_t unit = program_.functions()[id_].unit;
  bool deferred = false, adopted = false;
  std::vector<HeldLock> locks;
  for (const uint32_t argument : facts::Arguments(f_, *f_.values()->Get(call))) {
    const LockRow* tag = argument == kNone ? nullptr : knowledge_.rows.OfType(unit, f_.values()->Get(argument)->type());
    deferred = deferred || (tag && tag->role == LockRole::kDeferred);
    adopted = adopted || (tag && tag->role == LockRole::kAdopted);
  }
  const LockPlace made = Made(call);
  for (const uint32_t argument : paths::LockRows::Values(f_, call, row.first, row.last)) {
    if (argument == kNone) continue;
    const LockRow* type = knowledge_.rows.OfType(unit, f_.values()->Get(argument)->type());
    if (type && (type->role == LockRole::kDeferred || type->role == LockRole::kAdopted)) continue;
    if (type && type->role == LockRole::kGuard) {      // moved out of another guard
      const LockPlace from = knowledge_.places.Of(id_, argument);
      if (from.root == LockPlace::kLocal) Rename(OfLocal(from.index), made, held);
      const auto known = guards_.find(OfLocal(from.index));
      if (known != guards_.end()) guards_[made] = known->second;
      return;
    }
    for (HeldLock lock : LocksIn(call, argument, row.shared)) {
      lock.guard = made;
      locks.push_back(std::move(lock));
    }
  }
  guards_[made] = locks;
  if (deferred) return;
  if (!adopted) return Take(call, std::move(locks), held);
  for (HeldLock& lock : *held)
    for (const HeldLock& mine : locks)
      if (lock.lock == mine.lock) lock.guard = made;
}

// Together: they wait for what is held already, not for each other.
void LockWalk::Take(uint32_t call, std::vector<HeldLock> locks, Held* held) {
  for (const HeldLock& lock : locks) {
    Taking taking;
    taking.lock = lock.lock;
    taking.shared = lock.shared;
    taking.recursive = lock.recursive;
    taking.library = lock.library;
    taking.call = call;
    Add(std::move(taking), *held);
  }
  for (HeldLock& lock : locks) {
    lock.call = call;
    if (std::find(held->begin(), held->end(), lock) == held->end()) held->push_back(std::move(lock));
  }
}

void LockWalk::Release(const LockPlace& place, bool inside, Held* held) {
  const size_t before = held->size();
  std::erase_if(*held, [&](const HeldLock& lock) {
    const bool by_guard = lock.guard.root != LockPlace::kUnknown && (lock.guard.Within(place) || (inside && place.Within(lock.guard)));
    return lock.lock == place || by_guard;
  });
  if (held->size() == before && writing_ && place.root != LockPlace::kUnknown && place.root != LockPlace::kMade &&
      std::find(summary_.released.begin(), summary_.released.end(), place) == summary_.released.end())
    summary_.released.push_back(place);
}

}  // namespace backlint
