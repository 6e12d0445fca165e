#include "flow/walker.h"

#include <algorithm>
#include <map>
#include <set>

namespace backlint::flow {

using facts::OpKind;
using facts::ValueKind;

namespace {

constexpr int kRounds = 3;                     // over one back edge: a loop that adds to a text shows its pattern after two
constexpr uint32_t kMostSteps = 20000;         // blocks walked in one function
constexpr size_t kMostPlaces = size_t{1} << 20;   // held at the entries of all blocks together

// Every block behind those that lead to it, as far as there are no loops; handlers count as led to by what they guard.
std::vector<uint32_t> ReversePostorder(const facts::Function& f) {
  const uint32_t count = f.blocks()->size();
  std::vector<std::vector<uint32_t>> next(count);
  for (uint32_t b = 0; b < count; ++b) {
    const facts::Block* block = f.blocks()->Get(b);
    for (uint32_t t = block->try_block(); t != kNone; t = f.tries()->Get(t)->parent())
      for (uint32_t h = 0; h < f.tries()->Get(t)->handler_count(); ++h)
        next[b].push_back(f.handlers()->Get(f.tries()->Get(t)->first_handler() + h)->block());
    for (const uint32_t successor : facts::Successors(f, *block)) next[b].push_back(successor);
  }
  std::vector<uint32_t> order;
  std::vector<bool> seen(count, false);
  std::vector<std::pair<uint32_t, size_t>> stack = {{0, 0}};
  seen[0] = true;
  while (!stack.empty()) {
    auto& [block, at] = stack.back();
    if (at == next[block].size()) {
      order.push_back(block);
      stack.pop_back();
    } else if (const uint32_t target = next[block][at++]; !seen[target]) {
      seen[target] = true;
      stack.emplace_back(target, 0);
    }
  }
  std::reverse(order.begin(), order.end());
  return order;
}

}  // namespace

Walker::Walker(const Vocabulary& vocabulary, FunctionId function, TextFacts* facts, bool final)
    : vocabulary_(vocabulary), program_(vocabulary.program()), id_(function), function_(program_.functions()[function]),
      f_(*function_.facts), unit_index_(function_.unit), unit_(program_.unit(function_.unit)), facts_(facts),
      tested_(TestedCharacters(vocabulary, function)), final_(final) {}

void Walker::Run() {
  ++facts_->stats.functions;
  if (f_.blocks()->size() == 0) return;
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

// Blocks in an order in which a block without loops is walked once, with all that arrives at it.
void Walker::Walk() {
  const uint32_t count = f_.blocks()->size();
  entry_.assign(count, std::nullopt);
  entry_[0] = State();
  const std::vector<uint32_t> order = ReversePostorder(f_);
  std::vector<uint32_t> rank(count, 0);
  for (uint32_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
  std::map<std::pair<uint32_t, uint32_t>, int> rounds;      // of back edges
  std::set<uint32_t> waiting = {0};                         // ranks
  size_t places = 0;
  uint32_t steps = 0;
  const State::Entry entry = [this](const PlaceKey& key) { return EntryText(key); };
  const auto flow_to = [&](uint32_t from, uint32_t target, const State& state) {
    if (rank[target] <= rank[from] && ++rounds[{from, target}] > kRounds) return;
    const bool fresh = !entry_[target];
    if (fresh) {
      entry_[target] = state;
      places += state.texts().size();
    }
    if (fresh || entry_[target]->Join(state, entry)) waiting.insert(rank[target]);
  };
  while (!waiting.empty()) {
    const uint32_t b = order[*waiting.begin()];
    waiting.erase(waiting.begin());
    if (++steps > kMostSteps || places > kMostPlaces) {
      facts_->stats.functions_cut.push_back(id_);
      return;
    }
    state_ = *entry_[b];
    const facts::Block* block = f_.blocks()->Get(b);
    // What is thrown arrives at the handlers with what was known before or after the call that threw.
    const auto flow_to_handlers = [&] {
      for (uint32_t t = block->try_block(); t != kNone; t = f_.tries()->Get(t)->parent())
        for (uint32_t h = 0; h < f_.tries()->Get(t)->handler_count(); ++h)
          flow_to(b, f_.handlers()->Get(f_.tries()->Get(t)->first_handler() + h)->block(), state_);
    };
    const facts::Op* last = nullptr;
    for (uint32_t i = 0; i < block->op_count(); ++i) {
      last = f_.ops()->Get(block->first_op() + i);
      const bool may_throw = last->kind() == OpKind::Call || last->kind() == OpKind::Throw;
      if (may_throw) flow_to_handlers();
      Execute(*last);
      if (may_throw) flow_to_handlers();
    }
    auto successors = facts::Successors(f_, *block);
    const bool branch = last && last->kind() == OpKind::Branch && successors.size() == 2;
    for (size_t i = 0; i < successors.size(); ++i) {
      State out = state_;
      if (branch && last->value() != kNone) Refine(last->value(), i == 0, &out);
      if (const auto text = tested_.find(b); branch && i == 1 && text != tested_.end()) MarkTested(text->second, &out);
      if (last && last->kind() == OpKind::Switch) RefineCase(*last, i, &out);
      flow_to(b, successors[i], out);
    }
  }
}

void Walker::Execute(const facts::Op& op) {
  switch (op.kind()) {
    case OpKind::Call: Call(op.value()); break;
    case OpKind::Declare: Declare(op); break;
    case OpKind::Assign: Assign(op); break;
    case OpKind::Return:
      if (recording_ && op.value() != kNone) Return(op.value());
      break;
    case OpKind::Evaluate:
      if (op.value() == kNone) break;
      if (const facts::Value& value = ValueAt(op.value()); Folds(value)) {
        const auto operands = facts::Operands(f_, value);
        Write(PlaceOfValue(operands[0]), Sum(operands[0], operands[1], op.location()));
        break;
      }
      // The lambda's captures are what they are here.
      Evaluate(op.value());
      break;
    default: break;
  }
}

void Walker::Declare(const facts::Op& op) {
  const facts::Local* local = f_.locals()->Get(op.ref());
  const PlaceKey place = Key(Root::kLocal, op.ref());
  const TypeClass type = vocabulary_.Classify(unit_index_, local->type());
  if (op.value() == kNone) {
    // An empty string, a buffer that nobody has written to yet. A pointer points nowhere, and what was caught came from elsewhere.
    const bool pointer = local->type() != kNone && unit_.types()->Get(local->type())->kind() == facts::TypeKind::Pointer;
    if (type == TypeClass::kText && !pointer && (local->flags() & facts::kCatchVariable) == 0) state_.Set(place, {Text{}});
    return;
  }
  NoteOffset(op.ref(), facts::Operator::None, op.value());
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
  GiveFields(ValueAt(op.value()), place);
}

void Walker::Assign(const facts::Op& op) {
  if (op.target() == kNone || op.value() == kNone) return;
  const facts::Value& target = ValueAt(op.target());
  if (IsVariable(target)) NoteOffset(target.ref(), op.op(), op.value());
  if (vocabulary_.IsNumber(unit_index_, target.type())) return;
  PlaceKey place = PlaceOfValue(op.target());
  if (place.empty()) return;
  // A pointer that is set anew points elsewhere: what it pointed to keeps its text.
  const facts::Type* written = target.type() == kNone ? nullptr : unit_.types()->Get(target.type());
  const bool pointer = written && written->kind() == facts::TypeKind::Pointer && op.op() == facts::Operator::None && place.size() == 2;
  if (pointer && IsVariable(target)) {
    state_.Separate(place);
    const PlaceKey source = state_.Resolve(PlaceOfValue(op.value()));
    if (!source.empty() && source != place && vocabulary_.IsOutput(unit_index_, target.type())) {
      const TextSet set = Evaluate(op.value());
      if (!set.empty() && state_.Find(source) == nullptr) state_.Set(source, set);
      state_.Alias(place, source);
      return;
    }
  }
  if (target.kind() == ValueKind::Parameter) given_anew_.insert(target.ref());
  place = state_.Resolve(place);
  const TypeClass type = vocabulary_.Classify(unit_index_, target.type());
  // `buffer[i] = c`, `p++`: characters in, no text that we could follow.
  const bool variable = type == TypeClass::kCharacter && IsVariable(target) && op.op() == facts::Operator::None;
  if (!variable && (type == TypeClass::kCharacter || target.kind() == ValueKind::Index || op.op() != facts::Operator::None)) {
    if (type == TypeClass::kCharacter && (op.op() != facts::Operator::None || IsVariable(target))) return;
    if (op.op() == facts::Operator::Add && IsDependent(ValueAt(op.value()).type())) return Write(place, Sum(op.target(), op.value(), op.location()));
    if (op.op() == facts::Operator::Add && type == TypeClass::kText) return;
    TextSet set = Evaluate(op.value());
    // A plain character is no news.
    if (type == TypeClass::kCharacter && std::all_of(set.begin(), set.end(), [](const Text& text) { return Weight(text) < 2; })) return;
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
  if (source.empty() || state_.Resolve(source) != place) state_.ForgetFields(place);
  if (!source.empty()) state_.CopyFields(state_.Resolve(source), place);
  if (!set.empty()) Write(place, std::move(set));
  else state_.Forget(place);
}

void Walker::Return(uint32_t value) {
  Merge(&summary_.returns, Evaluate(value));
  const facts::Symbol* self = f_.symbol() == kNone ? nullptr : unit_.symbols()->Get(f_.symbol());
  if (several_places_ || self == nullptr || self->type() == kNone) return;
  const facts::TypeKind type = unit_.types()->Get(self->type())->kind();
  if (type != facts::TypeKind::Reference && type != facts::TypeKind::Pointer) return;
  PlaceKey place = state_.Resolve(PlaceOfValue(value));
  if (place.empty() && ValueAt(value).kind() == ValueKind::Null) return;
  const bool outside = !place.empty() && RootOf(place) != Root::kLocal && RootOf(place) != Root::kCapture;
  several_places_ = !outside || (!summary_.place.empty() && summary_.place != place);
  summary_.place = several_places_ ? PlaceKey() : std::move(place);
}

void Walker::Finish() {
  FunctionSummary& summary = facts_->summaries[id_];
  // The exits are walked again for their states only: the calls there are recorded already.
  std::vector<Sink> recorded = std::move(sinks_);
  sinks_.clear();
  // What a parameter holds at the exits is what the caller gets back.
  for (uint32_t b = 0; b < f_.blocks()->size(); ++b) {
    const facts::Block* block = f_.blocks()->Get(b);
    if (!entry_[b] || block->successor_count() != 0) continue;
    state_ = *entry_[b];
    recording_ = false;
    for (uint32_t i = 0; i < block->op_count(); ++i) Execute(*f_.ops()->Get(block->first_op() + i));
    NoteTested(block->op_count() == 0 ? nullptr : f_.ops()->Get(block->first_op() + block->op_count() - 1));
    Publish();
    for (const auto& [key, set] : state_.texts()) {
      if (RootOf(key) == Root::kCapture && key.size() == 2 && f_.captures() && f_.captures()->Get(static_cast<uint32_t>(key[1]))->by_reference())
        Merge(&summary_.captures[static_cast<uint32_t>(key[1])], *set);
      if (RootOf(key) != Root::kParameter || key.size() != 2) continue;
      const uint32_t parameter = static_cast<uint32_t>(key[1]);
      if (parameter < f_.parameter_count() && vocabulary_.IsOutput(unit_index_, f_.locals()->Get(parameter)->type())) {
        const bool untouched = set->size() == 1 && OnlyHole((*set)[0]) && OnlyHole((*set)[0])->origin == Origin::kParameter &&
                               OnlyHole((*set)[0])->function == id_ && OnlyHole((*set)[0])->index == parameter;
        if (!untouched) Merge(&summary_.writes[parameter], *set);
      }
    }
  }
  for (const auto& [key, last] : written_)
    if (!last.empty()) Publish(key, last);
  summary_.queries |= summary.queries || !recorded.empty();
  summary = std::move(summary_);
  facts_->sinks[id_] = std::move(recorded);
}

}  // namespace backlint::flow
