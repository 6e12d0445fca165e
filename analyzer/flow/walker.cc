#include "flow/walker.h"

#include <deque>

namespace backlint::flow {

using facts::OpKind;
using facts::ValueKind;

namespace {

constexpr int kVisits = 3;                 // of one block
constexpr uint32_t kMostSteps = 20000;     // blocks walked in one function

}  // namespace

Walker::Walker(const Vocabulary& vocabulary, FunctionId function, TextFacts* facts, bool final)
    : vocabulary_(vocabulary), program_(vocabulary.program()), id_(function), function_(program_.functions()[function]),
      f_(*function_.facts), unit_index_(function_.unit), unit_(program_.unit(function_.unit)), facts_(facts), final_(final) {}

void Walker::Run() {
  ++facts_->stats.functions;
  if (f_.blocks()->size() == 0) {
    facts_->summaries[id_].analysed = true;
    return;
  }
  Walk();
  // Once more over every block with what is now known at its entry: this round is the one that is written down.
  recording_ = true;
  for (uint32_t b = 0; b < f_.blocks()->size(); ++b) {
    if (!entry_[b]) continue;
    state_ = *entry_[b];
    const facts::Block* block = f_.blocks()->Get(b);
    for (uint32_t i = 0; i < block->op_count(); ++i) Execute(*f_.ops()->Get(block->first_op() + i));
  }
  Finish();
}

void Walker::Walk() {
  const uint32_t count = f_.blocks()->size();
  entry_.assign(count, std::nullopt);
  entry_[0] = State();
  std::vector<int> visits(count, 0);
  std::vector<bool> queued(count, false);
  std::deque<uint32_t> queue = {0};
  queued[0] = true;
  uint32_t steps = 0;
  while (!queue.empty()) {
    const uint32_t b = queue.front();
    queue.pop_front();
    queued[b] = false;
    if (visits[b]++ >= kVisits) continue;
    if (++steps > kMostSteps) {
      ++facts_->stats.functions_cut;
      return;
    }
    ++facts_->stats.blocks_walked;
    state_ = *entry_[b];
    const facts::Block* block = f_.blocks()->Get(b);
    const facts::Op* last = nullptr;
    for (uint32_t i = 0; i < block->op_count(); ++i) Execute(*(last = f_.ops()->Get(block->first_op() + i)));
    auto successors = facts::Successors(f_, *block);
    auto flow_to = [&](uint32_t target, const State& state) {
      const bool fresh = !entry_[target];
      if (fresh) entry_[target] = state;
      if ((fresh || entry_[target]->Join(state)) && !queued[target]) {
        queued[target] = true;
        queue.push_back(target);
      }
    };
    const bool branch = last && last->kind() == OpKind::Branch && successors.size() == 2;
    for (size_t i = 0; i < successors.size(); ++i) {
      State out = state_;
      if (branch && last->value() != kNone) Refine(last->value(), i == 0, &out);
      flow_to(successors[i], out);
    }
    // What the block throws arrives at its handlers with what was known when it began and when it ended.
    for (uint32_t t = block->try_block(); t != kNone; t = f_.tries()->Get(t)->parent()) {
      const facts::Try* handler_list = f_.tries()->Get(t);
      for (uint32_t h = 0; h < handler_list->handler_count(); ++h) {
        const uint32_t target = f_.handlers()->Get(handler_list->first_handler() + h)->block();
        flow_to(target, *entry_[b]);
        flow_to(target, state_);
      }
    }
  }
}

void Walker::Execute(const facts::Op& op) {
  switch (op.kind()) {
    case OpKind::Call: Call(op.value()); break;
    case OpKind::Declare: Declare(op); break;
    case OpKind::Assign: Assign(op); break;
    case OpKind::Return:
      if (recording_ && op.value() != kNone) Merge(&summary_.returns, Evaluate(op.value()));
      break;
    case OpKind::Evaluate:
      // The lambda's captures are what they are here.
      if (op.value() != kNone) Evaluate(op.value());
      break;
    default: break;
  }
}

void Walker::Declare(const facts::Op& op) {
  const facts::Local* local = f_.locals()->Get(op.ref());
  const PlaceKey place = Key(Root::kLocal, op.ref());
  const TypeClass type = vocabulary_.Classify(unit_index_, local->type());
  if (op.value() == kNone) {
    // An empty string, a buffer that nobody has written to yet.
    if (type == TypeClass::kText) state_.Set(place, {Text{}});
    return;
  }
  const PlaceKey source = PlaceOfValue(op.value());
  const facts::Type* declared = local->type() == kNone ? nullptr : unit_.types()->Get(local->type());
  const bool names_other = declared && (declared->kind() == facts::TypeKind::Reference || declared->kind() == facts::TypeKind::Pointer);
  if (names_other && !source.empty() && (local->flags() & facts::kRangeVariable) == 0) {
    if (const TextSet* known = state_.Find(state_.Resolve(source)); known == nullptr) {
      TextSet set = Evaluate(op.value());
      if (!set.empty()) state_.Set(state_.Resolve(source), set);
    }
    if (vocabulary_.IsOutput(unit_index_, local->type()) && state_.Resolve(source) != place) {
      state_.Alias(place, state_.Resolve(source));
      return;
    }
  }
  if (type == TypeClass::kNumber) return;
  TextSet set = Evaluate(op.value());
  if (!source.empty()) state_.CopyFields(state_.Resolve(source), place);
  if (!set.empty()) state_.Set(place, std::move(set));
  else state_.Forget(place);
}

void Walker::Assign(const facts::Op& op) {
  if (op.target() == kNone || op.value() == kNone) return;
  const facts::Value& target = ValueAt(op.target());
  if (vocabulary_.IsNumber(unit_index_, target.type())) return;
  PlaceKey place = PlaceOfValue(op.target());
  if (place.empty()) return;
  place = state_.Resolve(place);
  const TypeClass type = vocabulary_.Classify(unit_index_, target.type());
  // `buffer[i] = c`, `p++`: characters in, no text that we could follow.
  if (type == TypeClass::kCharacter || target.kind() == ValueKind::Index || op.op() != facts::Operator::None) {
    if (type == TypeClass::kCharacter) return;
    if (op.op() == facts::Operator::Add && type == TypeClass::kText) return;
    TextSet set = Evaluate(op.value());
    if (const TextSet* old = state_.Find(place)) {
      TextSet merged = *old;
      Merge(&merged, set);
      Write(place, std::move(merged));
    } else if (!set.empty()) {
      Write(place, std::move(set));
    }
    return;
  }
  const PlaceKey source = PlaceOfValue(op.value());
  TextSet set = Evaluate(op.value());
  if (!source.empty()) state_.CopyFields(state_.Resolve(source), place);
  if (!set.empty()) Write(place, std::move(set));
  else state_.Forget(place);
}

void Walker::Finish() {
  FunctionSummary& summary = facts_->summaries[id_];
  // What a parameter holds at the exits is what the caller gets back.
  for (uint32_t b = 0; b < f_.blocks()->size(); ++b) {
    const facts::Block* block = f_.blocks()->Get(b);
    if (!entry_[b] || block->successor_count() != 0) continue;
    state_ = *entry_[b];
    recording_ = false;
    for (uint32_t i = 0; i < block->op_count(); ++i) Execute(*f_.ops()->Get(block->first_op() + i));
    for (const auto& [key, set] : state_.texts()) {
      if (RootOf(key) != Root::kParameter || key.size() != 2) continue;
      const uint32_t parameter = static_cast<uint32_t>(key[1]);
      if (parameter < f_.parameter_count() && vocabulary_.IsOutput(unit_index_, f_.locals()->Get(parameter)->type())) {
        const bool untouched = set->size() == 1 && OnlyHole((*set)[0]) && OnlyHole((*set)[0])->origin == Origin::kParameter &&
                               OnlyHole((*set)[0])->function == id_ && OnlyHole((*set)[0])->index == parameter;
        if (!untouched) Merge(&summary_.writes[parameter], *set);
      }
    }
  }
  summary_.queries |= summary.queries || !sinks_.empty();
  summary_.analysed = true;
  summary = std::move(summary_);
  facts_->sinks[id_] = std::move(sinks_);
}

}  // namespace backlint::flow
