// Summaries: what the paths of a callee do to this one, and what those of this function do to callers.
#include <algorithm>

#include "paths/walker.h"

namespace backlint::paths {

using facts::TypeKind;
using facts::ValueKind;

namespace {

constexpr size_t kMostOutcomes = 8;        // of one function
constexpr size_t kMostApplied = 16;        // of all bodies that a call can reach

bool SameEnd(const Outcome& a, const Outcome& b) {
  return a.throws == b.throws && a.thrown == b.thrown && a.effects == b.effects && a.result_kind == b.result_kind &&
         a.result_parameter == b.result_parameter && a.origin == b.origin;
}

void JoinFacts(Outcome* outcome, const Outcome& other) {
  outcome->result = Either(outcome->result, other.result);
  const auto join = [](FlatMap<uint32_t, Fact>* mine, const FlatMap<uint32_t, Fact>& others) {
    mine->EraseIf([&](auto& entry) {
      const Fact* theirs = others.Find(entry.first);
      if (!theirs) return true;
      entry.second = Either(entry.second, *theirs);
      return !entry.second.Known();
    });
  };
  join(&outcome->parameters, other.parameters);
  join(&outcome->pointees, other.pointees);
}

}  // namespace

Walker::States Walker::ApplyOutcomes(const facts::Op& op, const std::vector<FunctionId>& targets, State state, uint32_t block) {
  const uint32_t call = op.value();
  const SymbolValue result = sources_.Of(Source::kResult, call, table_.Of(Root::kResult, call));
  States states;
  size_t count = 0;
  bool known = true;
  for (FunctionId target : targets) {
    known &= knowledge_.SummaryOf(target).known;
    count += knowledge_.SummaryOf(target).outcomes.size();
  }
  if (!known || count > kMostApplied) {
    PassToUnknown(call, &state);
    Restart(result, call, &state);
    state.places.Erase(table_.Of(Root::kResult, call));
    RunSql(call, &state);
    states.push_back(std::move(state));
    return states;
  }
  surely_begins_ = true;
  for (FunctionId target : targets)
    for (const Outcome& outcome : knowledge_.SummaryOf(target).outcomes)
      surely_begins_ &= outcome.throws || std::any_of(outcome.effects.begin(), outcome.effects.end(), [](const Effect& e) { return e.kind == EffectKind::kBegin; });
  for (FunctionId target : targets) {
    const PathSummary& summary = knowledge_.SummaryOf(target);
    // A fresh handle that can be null is one case, not two.
    const bool fresh = std::any_of(summary.outcomes.begin(), summary.outcomes.end(), [](const Outcome& o) { return o.result_kind == ResultKind::kFresh; });
    for (const Outcome& outcome : summary.outcomes) {
      State after = state;
      if (fresh && !outcome.throws && outcome.effects.empty() && outcome.parameters.empty() && outcome.result.exact == 0) continue;
      if (!ApplyOutcome(call, target, outcome, &after)) continue;
      if (!outcome.throws) EndWhatMayEnd(op, summary, outcome, &after);
      if (summary.may_end_process) MarkLast(&after);
      if (outcome.throws) Throw(after, f_.blocks()->Get(block)->try_block(), outcome.thrown, outcome.thrown_at);
      else states.push_back(std::move(after));
    }
  }
  if ((op.flags() & facts::kDropped) != 0)
    for (const State& after : states)
      if (const Handle* handle = after.handles.Find(result); handle && !handle->escaped && origins_.count(result) && origins_[result].second == call) {
        Issue issue = MakeIssue(IssueKind::kDropped, call);
        issue.what = origins_[result].first.what;
        issue.call = origins_[result].first.call;
        issue.certain = true;
        Report(std::move(issue), result);
      }
  surely_begins_ = true;
  for (State& after : states) RunSql(call, &after);
  return states;
}

// The callee may have ended the process, on conditions that are not known here: who goes on may have given nothing back.
void Walker::MarkLast(State* state) {
  summary_.may_end_process = true;
  for (auto& [symbol, handle] : state->handles) handle.perhaps_last |= handle.released;
}

// A callee that ends the transaction only sometimes (it counts, or looks at a flag) is believed to know when; unless it says by its
// result that it has not.
void Walker::EndWhatMayEnd(const facts::Op& op, const PathSummary& summary, const Outcome& outcome, State* state) {
  if (state->transactions.empty()) return;
  const bool looked_at = (op.flags() & facts::kDropped) == 0;
  for (const Outcome& other : summary.outcomes) {
    if (other.throws || (looked_at && !Both(other.result, outcome.result))) continue;
    for (const Effect& effect : other.effects) {
      if (effect.kind != EffectKind::kCommit && effect.kind != EffectKind::kRollback) continue;
      const PlaceId place = MapPlace(op.value(), effect.place, *state);
      if (place != kNone && state->transactions.Find(place)) EndTransaction(place, effect.kind == EffectKind::kCommit, state);
    }
  }
}

// False: the call cannot end like this here.
bool Walker::ApplyOutcome(uint32_t call, FunctionId target, const Outcome& outcome, State* state) {
  const facts::Value& value = ValueAt(call);
  const facts::Function& callee = *program_.functions()[target].facts;
  auto arguments = facts::Arguments(f_, value);
  for (const auto& [parameter, fact] : outcome.parameters) {
    if (parameter >= arguments.size() || arguments[parameter] == kNone) continue;
    const Content content = Evaluate(arguments[parameter], *state);
    if (content.kind == Content::kNumber && !Both(Exactly(content.number), fact)) return false;
    if (content.kind == Content::kSymbol && !state->LearnFact(content.id, fact)) return false;
    if ((content.kind == Content::kTest || content.kind == Content::kCondition) && (fact.signs == kZero || (fact.signs & kZero) == 0)) {
      States states = RefineContent(content, fact.signs != kZero, *state, 0);
      if (states.empty()) return false;
      if (states.size() == 1) *state = std::move(states[0]);
    }
  }
  for (const auto& [parameter, fact] : outcome.pointees) {
    PlacePath path = {Root::kLocal, parameter, {}};
    const uint32_t type = callee.locals()->Get(parameter)->type();
    if (type != kNone && program_.UnitOf(target).types()->Get(type)->kind() == TypeKind::Pointer) path.steps = {kDereference};
    const PlaceId place = MapPlace(call, path, *state);
    const Content content = place == kNone ? Content() : state->Load(place, &sources_);
    if (content.kind == Content::kNumber && !Both(Exactly(content.number), fact)) return false;
    if (content.kind == Content::kSymbol && !state->LearnFact(content.id, fact)) return false;
  }
  state->Settle();
  const Content passed = outcome.result_kind == ResultKind::kParameter && outcome.result_parameter < arguments.size()
                             ? Evaluate(arguments[outcome.result_parameter], *state)
                             : Content();
  for (const Effect& effect : outcome.effects)
    if (effect.kind == EffectKind::kRelease || effect.kind == EffectKind::kEscape) ApplyEffect(call, effect, state);
  // What it can write through has new fields.
  for (size_t i = 0; i < arguments.size() && i < callee.parameter_count(); ++i) {
    if (arguments[i] == kNone) continue;
    if (ValueAt(arguments[i]).kind() == ValueKind::This || HandsParts(arguments[i])) EscapeTree(arguments[i], state);
    const facts::UnitFacts& unit = program_.UnitOf(target);
    const uint32_t type = callee.locals()->Get(static_cast<uint32_t>(i))->type();
    if (type == kNone || !knowledge_.vocabulary().IsOutput(program_.functions()[target].unit, type)) {
      // A struct that is copied takes its handles along.
      if (type != kNone && unit.types()->Get(type)->kind() == TypeKind::Record) EscapeWithin(PlaceOf(arguments[i], *state), false, state);
      continue;
    }
    const Content content = Evaluate(arguments[i], *state);
    const PlaceId place = content.kind == Content::kAddress ? content.id : PlaceOf(arguments[i], *state);
    if (place == kNone || table_.RootOf(place) == Root::kThis) continue;
    EscapeWithin(place, false, state);
    Change(place, call, false, state);
  }
  if (const uint32_t receiver = Operand(call, 0); receiver != kNone) {
    const SymbolId symbol = program_.functions()[target].symbol;
    if (symbol == kNone || (program_.symbols()[symbol].flags & facts::kConstMethod) == 0) {
      if (ValueAt(receiver).kind() == ValueKind::This) EscapeTree(receiver, state);      // what it gives back of this object is not known
      Change(PlaceOf(receiver, *state), call, false, state);
    }
  }
  const PlaceId result_place = table_.Of(Root::kResult, call);
  const SymbolValue result = sources_.Of(Source::kResult, call, result_place);
  Restart(result, call, state);
  state->places.Erase(result_place);
  if (outcome.result_kind == ResultKind::kFresh) Acquire(result, outcome.origin, call, state);
  if (passed.kind != Content::kUnknown) state->places.Set(result_place, passed);
  else if (!outcome.throws && outcome.result.Known() && !state->LearnFact(result, outcome.result)) return false;
  for (const Effect& effect : outcome.effects)
    if (effect.kind != EffectKind::kRelease && effect.kind != EffectKind::kEscape) ApplyEffect(call, effect, state);
  state->Settle();
  return true;
}

void Walker::ApplyEffect(uint32_t call, const Effect& effect, State* state) {
  const PlaceId place = MapPlace(call, effect.place, *state);
  if (place == kNone) return;
  const bool whole = effect.place.root == Root::kLocal && effect.place.steps.empty();
  const uint32_t argument = effect.place.root == Root::kLocal ? Operand(call, static_cast<int>(effect.place.index) + 1) : kNone;
  const Content content = whole && argument != kNone ? Evaluate(argument, *state) : state->Load(place, &sources_);
  const SymbolValue stored = sources_.Of(Source::kOutput, call, place);
  switch (effect.kind) {
    case EffectKind::kRelease:
      Release(content, call, argument, state);
      if (Handle* handle = content.kind == Content::kSymbol ? state->handles.Find(content.id) : nullptr) handle->perhaps_last |= effect.perhaps_last;
      break;
    case EffectKind::kEscape:
      Escape(content, state);
      if (argument != kNone) ForgetTransactions(argument, state);
      break;
    case EffectKind::kStoreNull: Store(place, Number(0), ValueAt(call).location(), state); break;
    case EffectKind::kStoreOther: Change(place, call, true, state); break;
    case EffectKind::kStoreFresh:
      Acquire(stored, effect.origin, call, state);
      if ((effect.origin.valid & kZero) == 0) state->LearnFact(stored, {.signs = kNonzero, .exact = {}, .not_these = {}});
      Store(place, Symbol(stored), ValueAt(call).location(), state);
      break;
    case EffectKind::kBegin: Begin(place, call, Success::kUntold, state); break;
    case EffectKind::kCommit: EndTransaction(place, true, state); break;
    case EffectKind::kRollback: EndTransaction(place, false, state); break;
  }
}

// The place of this function that a place of the callee stands for.
PlaceId Walker::MapPlace(uint32_t call, const PlacePath& path, const State& state) {
  PlaceId place = kNone;
  size_t first = 0;
  const auto base_of = [&](uint32_t operand) {
    const Content content = Evaluate(operand, state);
    const bool steps = !path.steps.empty();
    if (content.kind == Content::kAddress && steps) {
      first = path.steps[0] == kDereference ? 1 : 0;
      return static_cast<PlaceId>(content.id);
    }
    return PlaceOf(operand, state);
  };
  switch (path.root) {
    case Root::kLocal: {
      const uint32_t argument = Operand(call, static_cast<int>(path.index) + 1);
      if (argument == kNone) return kNone;
      place = base_of(argument);
      if (place == kNone && path.steps.empty()) place = table_.Of(Root::kResult, argument);
      break;
    }
    case Root::kThis: {
      const uint32_t receiver = Operand(call, 0);
      place = receiver != kNone ? base_of(receiver) : ValueAt(call).kind() == ValueKind::Construct ? table_.Of(Root::kResult, call) : kNone;
      break;
    }
    case Root::kGlobal: case Root::kFunction: place = table_.Of(path.root, path.index); break;
    default: return kNone;
  }
  for (size_t i = first; i < path.steps.size() && place != kNone; ++i) place = table_.Step(place, path.steps[i]);
  return place;
}

void Walker::End(State state, uint32_t result, const facts::Location& where) {
  if (result != kNone) {
    const ValueKind kind = ValueAt(result).kind();
    if (kind == ValueKind::InitList || kind == ValueKind::Conditional || kind == ValueKind::Error || kind == ValueKind::Lambda) EscapeTree(result, &state);
    EscapeWithin(PlaceOf(result, state), false, &state);
    ForgetTransactions(result, &state);
  }
  const Content content = Evaluate(result, state);
  States ends;
  if (content.kind == Content::kTest || content.kind == Content::kCondition) {
    for (const bool truth : {true, false})
      for (State& end : RefineContent(content, truth, state, 0)) {
        end.trail = state.trail;
        const PlaceId place = table_.Of(Root::kResult, result);
        end.places.Set(place, Number(truth));
        ends.push_back(std::move(end));
      }
  } else {
    // The result tells whether something was acquired: two ways to end.
    Signs told = kAnySign;
    for (const auto& [symbol, handle] : state.handles)
      if (content.kind == Content::kSymbol && handle.conditional && handle.condition == content.id) told = handle.success;
    for (const auto& [place, transaction] : state.transactions)
      if (content.kind == Content::kSymbol && transaction.conditional && transaction.condition == content.id) told = transaction.success;
    for (const Signs signs : {told, static_cast<Signs>(kAnySign & ~told)}) {
      State end = state;
      if (signs == 0 || (signs != kAnySign && !end.LearnFact(content.id, {.signs = signs, .exact = {}, .not_these = {}}))) continue;
      end.Settle();
      ends.push_back(std::move(end));
    }
  }
  for (State& end : ends) {
    const bool split = content.kind == Content::kTest || content.kind == Content::kCondition;
    const Content told = split ? end.Load(table_.Of(Root::kResult, result), &sources_) : content;
    Outcome outcome = OutcomeOf(end, told);
    if (content.kind == Content::kSymbol) end.handles.Erase(content.id);      // returned
    LeaveTransactions(end, where, false, {});
    Leave(end, where, false, {});
    AddOutcome(std::move(outcome));
  }
}

void Walker::EndByException(const State& state, const Thrown& thrown, const Place& at) {
  if ((f_.flags() & facts::kFunctionNoExcept) != 0) return;
  Outcome outcome = OutcomeOf(state, {});
  outcome.throws = true;
  outcome.thrown = thrown;
  outcome.thrown_at = at;
  LeaveTransactions(state, *f_.end(), true, at);
  Leave(state, *f_.end(), true, at);
  AddOutcome(std::move(outcome));
}

Outcome Walker::OutcomeOf(const State& state, const Content& result) {
  Outcome outcome;
  for (uint32_t i = 0; i < f_.parameter_count(); ++i) {
    const PlaceId place = table_.Of(Root::kLocal, i);
    const SymbolValue initial = sources_.Of(Source::kInitial, 0, place);
    if (const Fact* fact = state.facts.Find(initial); fact && fact->Known() && !IsReference(i)) outcome.parameters.Set(i, *fact);
    if (result == Symbol(initial) && !IsReference(i)) {
      outcome.result_kind = ResultKind::kParameter;
      outcome.result_parameter = i;
    }
    const PlaceId slot = IsReference(i) ? place : table_.Step(place, kDereference);
    if (const Fact* fact = state.facts.Find(sources_.Of(Source::kInitial, 0, slot)); fact && fact->Known()) outcome.pointees.Set(i, *fact);
    for (const PlaceId released : {place, slot}) {
      const Handle* handle = state.handles.Find(sources_.Of(Source::kInitial, 0, released));
      if (handle && handle->released && (released == slot || slot != place)) {
        outcome.effects.push_back({EffectKind::kRelease, table_.PathOf(released), {}, handle->perhaps_last});
        if (slot == place) break;
      }
    }
    const Content* content = state.places.Find(slot);
    if (!content || *content == Symbol(sources_.Of(Source::kInitial, 0, slot))) continue;
    Effect effect = {EffectKind::kStoreOther, table_.PathOf(slot), {}};
    const Handle* handle = content->kind == Content::kSymbol ? state.handles.Find(content->id) : nullptr;
    if (content->kind == Content::kNumber && content->number == 0) {
      effect.kind = EffectKind::kStoreNull;
    } else if (handle && !handle->released && origins_.count(content->id)) {
      effect.kind = EffectKind::kStoreFresh;
      effect.origin = origins_[content->id].first;
    }
    outcome.effects.push_back(std::move(effect));
  }
  outcome.result = state.FactOf(result);
  const Handle* handle = result.kind == Content::kSymbol ? state.handles.Find(result.id) : nullptr;
  if (handle && !handle->released && !handle->escaped && origins_.count(result.id)) {
    outcome.result_kind = ResultKind::kFresh;
    outcome.origin = origins_[result.id].first;
  }
  AddTransactionEffects(state, &outcome);
  return outcome;
}

void Walker::AddOutcome(Outcome outcome) {
  std::vector<Outcome>& all = summary_.outcomes;
  for (Outcome& known : all)
    if (SameEnd(known, outcome) && known.result == outcome.result) return JoinFacts(&known, outcome);
  all.push_back(std::move(outcome));
  if (all.size() <= kMostOutcomes) return;
  std::vector<Outcome> joined;
  for (Outcome& one : all) {
    const auto same = std::find_if(joined.begin(), joined.end(), [&](const Outcome& other) { return SameEnd(one, other); });
    if (same == joined.end()) joined.push_back(std::move(one));
    else JoinFacts(&*same, one);
  }
  all = std::move(joined);
}

void Walker::Finish() {
  PathFacts& facts = *knowledge_.facts();
  FinishTransactions();
  if (final_) FindUncommitted();
  for (SymbolValue symbol : escaped_) {
    const PlaceId place = sources_.PlaceOf(symbol);
    if (table_.RootOf(place) != Root::kLocal || table_.IndexOf(place) >= f_.parameter_count()) continue;
    const PlacePath path = table_.PathOf(place);
    if (!path.steps.empty() && path.steps != std::vector<uint32_t>{kDereference}) continue;
    for (Outcome& outcome : summary_.outcomes) {
      const bool released = std::any_of(outcome.effects.begin(), outcome.effects.end(), [&](const Effect& e) { return e.kind == EffectKind::kRelease && e.place == path; });
      if (!released) outcome.effects.push_back({EffectKind::kEscape, path, {}});
    }
  }
  summary_.known = true;
  facts.summaries[id_] = std::move(summary_);
  facts.issues[id_].clear();
  facts.calls[id_] = std::move(states_at_);
  if (!final_) return;
  for (auto& [key, issue] : issues_) facts.issues[id_].push_back(std::move(issue));
}

}  // namespace backlint::paths
