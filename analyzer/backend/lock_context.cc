#include "backend/lock_context.h"

#include <algorithm>

#include "paths/launch.h"

namespace backlint {

using facts::OpKind;

namespace {

constexpr size_t kMostRoots = 64;

}  // namespace

LockContext::LockContext(const flow::Vocabulary& vocabulary, const paths::LockPlaces& places, const LockFacts& facts)
    : vocabulary_(vocabulary), program_(vocabulary.program()), places_(places), facts_(facts), callers_(program_.functions().size()) {
  for (FunctionId id = 0; id < program_.functions().size(); ++id)
    for (const facts::Op* op : *program_.functions()[id].facts->ops()) {
      if (op->kind() != OpKind::Call || op->value() == kNone) continue;
      for (const FunctionId target : program_.Targets(id, op->value()))
        if (target != id) callers_[target].push_back({id, op->value()});
    }
  FindLaunches();
}

void LockContext::FindLaunches() {
  for (FunctionId id = 0; id < program_.functions().size(); ++id) {
    const facts::Function& f = *program_.functions()[id].facts;
    for (uint32_t b = 0; b < f.blocks()->size(); ++b) {
      const facts::Block& block = *f.blocks()->Get(b);
      for (uint32_t i = 0; i < block.op_count(); ++i) {
        const facts::Op& op = *f.ops()->Get(block.first_op() + i);
        if (op.kind() != OpKind::Call || op.value() == kNone) continue;
        for (const AsyncRow* row : paths::AsyncRowsOf(vocabulary_, id, op.value())) {
          if (row->role != AsyncRole::kLaunch || row->exceptions == Fate::kPassed) continue;
          for (const FunctionId body : paths::BodiesLaunched(vocabulary_, id, op.value(), *row)) {
            const auto [entry, added] = launched_.emplace(body, block.loop() != kNone);
            if (!added) entry->second = true;
          }
        }
      }
    }
  }
}

bool LockContext::Has(const std::vector<LockPlace>& held, const LockPlace& lock) const {
  return std::any_of(held.begin(), held.end(), [&](const LockPlace& other) { return places_.SameName(other, lock); });
}

// What leads to itself is asked for by its own answer: then the other callers decide.
const std::vector<LockPlace>& LockContext::HeldAround(FunctionId id) const {
  static const std::vector<LockPlace> kNothing;
  if (const auto known = held_.find(id); known != held_.end()) return known->second;
  if (callers_[id].empty() || launched_.count(id) != 0) return kNothing;
  asked_.insert(id);
  bool first = true;
  std::vector<LockPlace> common;
  for (const CallSite& site : callers_[id]) {
    if (asked_.count(site.caller) != 0) continue;
    std::vector<LockPlace> here = HeldAround(site.caller);
    if (const auto at = facts_.held_at[site.caller].find(site.value); at != facts_.held_at[site.caller].end())
      here.insert(here.end(), at->second.begin(), at->second.end());
    if (first) common = std::move(here);
    else std::erase_if(common, [&](const LockPlace& lock) { return !Has(here, lock); });
    first = false;
    if (common.empty()) break;
  }
  asked_.erase(id);
  return held_[id] = std::move(common);
}

const std::set<FunctionId>& LockContext::RootsOf(FunctionId id) const {
  if (const auto known = roots_.find(id); known != roots_.end()) return known->second;
  std::set<FunctionId> roots, seen = {id};
  std::vector<FunctionId> pending = {id};
  while (!pending.empty() && roots.size() < kMostRoots) {
    const FunctionId function = pending.back();
    pending.pop_back();
    if (callers_[function].empty() || launched_.count(function) != 0) roots.insert(function);
    for (const CallSite& site : callers_[function])
      if (seen.insert(site.caller).second) pending.push_back(site.caller);
  }
  return roots_[id] = std::move(roots);
}

bool LockContext::CanMeet(FunctionId first, FunctionId second) const {
  std::set<FunctionId> roots = RootsOf(first);
  const std::set<FunctionId>& more = RootsOf(second);
  roots.insert(more.begin(), more.end());
  if (roots.size() != 1) return true;
  const FunctionId root = *roots.begin();
  if ((program_.functions()[root].facts->flags() & facts::kMain) != 0) return false;
  const auto launched = launched_.find(root);
  return launched == launched_.end() || launched->second;
}

bool LockContext::IsMaker(FunctionId id) const {
  return (program_.functions()[id].facts->flags() & (facts::kConstructor | facts::kDestructor | facts::kInitializer)) != 0;
}

}  // namespace backlint
