#include "paths/walker.h"

#include <algorithm>

namespace backlint::paths {

using facts::OpKind;
using facts::ValueKind;

namespace {

constexpr size_t kMostStates = 32;         // of one block
constexpr uint32_t kMostSteps = 4000;      // states walked through blocks, in one function
constexpr size_t kMostTurns = 8;

}  // namespace

Walker::Walker(const Knowledge& knowledge, FunctionId function, bool final)
    : knowledge_(knowledge), program_(knowledge.program()), id_(function), function_(program_.functions()[function]), f_(*function_.facts),
      unit_index_(function_.unit), unit_(program_.unit(function_.unit)), final_(final) {}

void Walker::Run() {
  PathFacts& facts = *knowledge_.facts();
  if (final_) ++facts.stats.functions;
  if ((f_.flags() & facts::kTruncated) != 0 || f_.blocks()->size() == 0) return;
  FindReferences();
  Walk();
  facts.stats.states += steps_;
  if (cut_) {
    if (final_) ++facts.stats.functions_cut;
    facts.summaries[id_] = {};
    facts.issues[id_].clear();
    facts.calls[id_] = {};
    return;
  }
  Finish();
}

void Walker::Walk() {
  entries_.resize(f_.blocks()->size());
  pending_.resize(f_.blocks()->size());
  Arrive(0, State());
  while (!queue_.empty() && !cut_) {
    const uint32_t block = queue_.front();
    queue_.pop_front();
    while (!pending_[block].empty() && !cut_) {
      const size_t entry = pending_[block].front();
      pending_[block].pop_front();
      if (++steps_ > kMostSteps) return Cut();
      WalkBlock(block, entries_[block][entry]);
    }
  }
}

void Walker::Arrive(uint32_t block, State state) {
  std::vector<State>& entries = entries_[block];
  const std::vector<uint32_t> key = state.Key(table_);
  size_t at = 0;
  while (at < entries.size() && entries[at].Key(table_) != key) ++at;
  if (at == entries.size()) {
    if (entries.size() >= kMostStates) return Cut();
    entries.push_back(std::move(state));
  } else if (!entries[at].Join(state, block, &sources_)) {
    return;
  }
  if (std::find(pending_[block].begin(), pending_[block].end(), at) != pending_[block].end()) return;
  if (pending_[block].empty()) queue_.push_back(block);
  pending_[block].push_back(at);
}

void Walker::WalkBlock(uint32_t index, State first) {
  const facts::Block& block = *f_.blocks()->Get(index);
  States states = {std::move(first)};
  const facts::Op* last = nullptr;
  for (uint32_t i = 0; i < block.op_count() && !states.empty(); ++i) {
    last = f_.ops()->Get(block.first_op() + i);
    if (last->kind() == OpKind::Branch || last->kind() == OpKind::Switch) break;
    // What a return ends stands behind it.
    if (last->kind() == OpKind::Return)
      for (uint32_t behind = i + 1; behind < block.op_count(); ++behind) {
        const facts::Op* end = f_.ops()->Get(block.first_op() + behind);
        if (end->kind() != OpKind::ScopeEnd || !EndsInDestructor(end->ref())) continue;
        for (State& state : states) EndTransactionsWithin(table_.Of(Root::kLocal, end->ref()), &state);
      }
    States next;
    for (State& state : states)
      for (State& after : Execute(*last, std::move(state), index)) next.push_back(std::move(after));
    states = std::move(next);
    JoinAlike(&states, index);
    if (states.size() > kMostStates) return Cut();
  }
  auto successors = facts::Successors(f_, block);
  for (State& state : states) {
    const bool ends = last && (last->kind() == OpKind::Return || last->kind() == OpKind::Throw);
    if (successors.empty()) {
      const bool stops = last && last->kind() == OpKind::Call && ValueAt(last->value()).ref() != kNone &&
                         (unit_.symbols()->Get(ValueAt(last->value()).ref())->flags() & facts::kNoReturn) != 0;
      summary_.may_end_process |= stops;
      if (!ends && !stops) End(std::move(state), kNone, *f_.end());
      continue;
    }
    if (last && last->kind() == OpKind::Branch && successors.size() == 2) {
      for (const bool taken : {true, false})
        for (State& after : Refine(last->value(), taken, state)) {
          if (ValueAt(last->value()).kind() == facts::ValueKind::Integer) {      // `do { ... } while (0)`
            Arrive(successors[taken ? 0 : 1], std::move(after));
            continue;
          }
          after.trail.push_back({last->location(), taken, TestsState(last->value())});
          if (after.trail.size() > kMostTurns) after.trail.erase(after.trail.begin());
          Arrive(successors[taken ? 0 : 1], std::move(after));
        }
    } else if (last && last->kind() == OpKind::Switch) {
      Choose(*last, successors, state);
    } else {
      for (uint32_t successor : successors) Arrive(successor, state);
    }
  }
}

// A case tells what the value is, the way past all of them what it is not.
void Walker::Choose(const facts::Op& op, std::span<const uint32_t> successors, const State& state) {
  const Content content = Evaluate(op.value(), state);
  std::vector<Content> labels;
  for (uint32_t i = 0; i < op.operand_count(); ++i) labels.push_back(Evaluate(f_.operands()->Get(op.first_operand() + i), state));
  const auto learn = [&](facts::Operator comparison, const Content& label, State* after) {
    if (label.kind != Content::kNumber) return true;
    if (content.kind == Content::kSymbol) return after->Learn(content.id, comparison, label.number);
    return content.kind != Content::kNumber || Compare(Exactly(content.number), comparison, label.number).has_value();
  };
  for (size_t i = 0; i < successors.size(); ++i) {
    State after = state;
    const bool labelled = i < op.operand_count() && f_.operands()->Get(op.first_operand() + static_cast<uint32_t>(i)) != kNone;
    const bool possible = labelled ? learn(facts::Operator::Equal, labels[i], &after)
                                   : std::all_of(labels.begin(), labels.end(), [&](const Content& label) { return learn(facts::Operator::NotEqual, label, &after); });
    if (!possible) continue;
    after.Settle();
    Arrive(successors[i], std::move(after));
  }
}

// States that differ in nothing that matters are one.
void Walker::JoinAlike(States* states, uint32_t block) {
  if (states->size() < 2) return;
  States kept;
  std::vector<std::vector<uint32_t>> keys;
  for (State& state : *states) {
    const std::vector<uint32_t> key = state.Key(table_);
    const auto same = std::find(keys.begin(), keys.end(), key);
    if (same != keys.end()) {
      kept[static_cast<size_t>(same - keys.begin())].Join(state, block, &sources_);
    } else {
      keys.push_back(key);
      kept.push_back(std::move(state));
    }
  }
  *states = std::move(kept);
}

Walker::States Walker::Execute(const facts::Op& op, State state, uint32_t block) {
  const uint32_t try_block = f_.blocks()->Get(block)->try_block();
  switch (op.kind()) {
    case OpKind::Call: return Call(op, std::move(state), block);
    case OpKind::Declare: Declare(op, &state); break;
    case OpKind::Assign: Assign(op, &state); break;
    case OpKind::Return:
      End(std::move(state), op.value(), op.location());
      return {};
    case OpKind::Throw:
      if (op.value() != kNone) EscapeTree(op.value(), &state);
      Throw(state, try_block, ThrownClass(op.value()), At(op.location()));
      return {};
    case OpKind::Delete:
      if (op.value() != kNone) Release(Evaluate(op.value(), state), kNone, kNone, &state);
      break;
    case OpKind::ScopeEnd: {
      if (!EndsInDestructor(op.ref())) break;
      EndTransactionsWithin(table_.Of(Root::kLocal, op.ref()), &state);
      break;
    }
    case OpKind::Yield:
      if (op.value() != kNone) EscapeTree(op.value(), &state);
      break;
    case OpKind::Evaluate:
      // What did not parse can be anything.
      if (op.value() != kNone && (ValueAt(op.value()).kind() == ValueKind::Error || ValueAt(op.value()).kind() == ValueKind::Unknown))
        EscapeTree(op.value(), &state);
      break;
    default: break;
  }
  States states;
  states.push_back(std::move(state));
  return states;
}

// References are other names of what they are bound to, wherever that is set.
void Walker::FindReferences() {
  for (const facts::Op* op : *f_.ops())
    if (op->kind() == OpKind::Declare && op->value() != kNone && IsReference(op->ref()) &&
        (f_.locals()->Get(op->ref())->flags() & facts::kRangeVariable) == 0)
      references_.emplace(op->ref(), op->value());
}

bool Walker::IsReference(uint32_t local) const {
  const uint32_t type = f_.locals()->Get(local)->type();
  if (type == kNone) return false;
  const facts::TypeKind kind = unit_.types()->Get(type)->kind();
  return kind == facts::TypeKind::Reference || kind == facts::TypeKind::RvalueReference;
}

void Walker::Declare(const facts::Op& op, State* state) {
  const PlaceId place = table_.Of(Root::kLocal, op.ref());
  if (references_.count(op.ref()) != 0) return;
  if ((f_.locals()->Get(op.ref())->flags() & facts::kStaticLocal) != 0) return;
  if (op.value() == kNone) {
    // A new life of the variable: what its last one held stays with whoever else has it.
    state->places.EraseIf([&](const auto& entry) { return table_.Within(entry.first, place); });
    return;
  }
  const Content content = Evaluate(op.value(), *state);
  state->places.EraseIf([&](const auto& entry) { return entry.first != place && table_.Within(entry.first, place); });
  if (content.kind != Content::kSymbol && content.kind != Content::kNumber && content.kind != Content::kAddress) {
    const ValueKind kind = ValueAt(op.value()).kind();
    if (kind == ValueKind::InitList || kind == ValueKind::Lambda || kind == ValueKind::Error || kind == ValueKind::New) EscapeTree(op.value(), state);
  }
  Store(place, content, op.location(), state);
  if (ValueAt(op.value()).kind() == ValueKind::Construct) MoveTransactions(table_.Of(Root::kResult, op.value()), place, state);
}

void Walker::Assign(const facts::Op& op, State* state) {
  if (op.target() == kNone || op.value() == kNone) return;
  const PlaceId place = PlaceOf(op.target(), *state);
  if (op.op() != facts::Operator::None) {      // `p += n`: it points elsewhere, and nobody follows where to
    if (place == kNone) return;
    Escape(state->Load(place, &sources_), state);
    Change(place, kNone, false, state);
    state->places.Set(place, {});
    return;
  }
  const Content content = Evaluate(op.value(), *state);
  const ValueKind kind = ValueAt(op.value()).kind();
  if (place == kNone || kind == ValueKind::InitList || kind == ValueKind::Lambda || kind == ValueKind::Error) EscapeTree(op.value(), state);
  if (place != kNone) Store(place, content, op.location(), state);
}

}  // namespace backlint::paths
