// Handles on one path: acquired, given back, handed on, lost.
#include <algorithm>

#include <fmt/format.h>

#include "paths/walker.h"

namespace backlint::paths {

using facts::Operator;
using facts::ValueKind;

namespace {

constexpr int kMostDepth = 12;

// The worse way to lose a handle is the one that is told.
int Rank(const Issue& issue) {
  if (issue.kind == IssueKind::kDropped) return 5;
  if (issue.kind == IssueKind::kLeftByException || issue.kind == IssueKind::kTransactionLeftByException) return 1;
  return issue.certain ? 3 : 2;
}

bool IsExit(IssueKind kind) { return kind == IssueKind::kLeft || kind == IssueKind::kTransactionLeft; }
bool IsWrongUse(IssueKind kind) { return kind == IssueKind::kReleasedTwice || kind == IssueKind::kUsedAfterRelease; }

}  // namespace

void Walker::Acquire(SymbolValue handle, const Origin& origin, uint32_t call, State* state) {
  Restart(handle, call, state);
  Handle fresh;
  fresh.valid = origin.valid;
  state->handles.Set(handle, fresh);
  origins_[handle] = {origin, call};
}

// Acquiring can fail in ways that the handle does not show at once: a branch behind it that nobody connects with it may be the test. Only
// what was looked at, or what no branch stands behind, was surely acquired.
bool Walker::SurelyHeld(SymbolValue symbol, const Handle& handle, const State& state) const {
  if (handle.touched) return true;
  const auto origin = origins_.find(symbol);
  const facts::Location& acquired = ValueAt(origin->second.second).location();
  return std::none_of(state.trail.begin(), state.trail.end(), [&](const Turn& turn) {
    return turn.where.file() == acquired.file() && turn.where.line() >= acquired.line() && turn.unrelated;
  });
}

// The symbol gets a new meaning; a handle that it still stands for is lost.
void Walker::Restart(SymbolValue symbol, uint32_t call, State* state) {
  const Handle* held = state->handles.Find(symbol);
  if (held && !held->released && !held->escaped && !held->conditional && origins_.count(symbol) && SurelyHeld(symbol, *held, *state)) {
    Issue issue = MakeIssue(IssueKind::kNextTurn, origins_[symbol].second);
    issue.what = origins_[symbol].first.what;
    issue.call = origins_[symbol].first.call;
    issue.other = At(ValueAt(call).location());
    issue.certain = true;
    AddTurns(*state, &issue);
    Report(std::move(issue), symbol);
  }
  state->Renew(symbol);
}

void Walker::Release(const Content& content, uint32_t call, uint32_t argument, State* state) {
  if (content.kind == Content::kAddress) {      // `clear(&handle)`
    const Content held = state->Load(content.id, &sources_);
    if (held.kind != Content::kSymbol || !state->handles.Find(held.id) || state->handles.Find(held.id)->released) return;
    Release(held, call, kNone, state);
    state->places.Set(content.id, Number(0));
    return;
  }
  if (content.kind != Content::kSymbol || sources_.SourceOf(content.id) == Source::kJoined) return;
  const Signs signs = state->FactOf(content).signs;
  if (signs == kZero) return;
  Handle* handle = state->handles.Find(content.id);
  if (handle && handle->released) {
    if (call == kNone || handle->released_by == kNone || handle->perhaps_last) return;
    // The next turn of a loop that looks at the result: it tries again.
    if (call == handle->released_by && !IsDropped(call)) return;
    Issue issue = MakeIssue(IssueKind::kReleasedTwice, call);
    issue.other = At(ValueAt(handle->released_by).location());
    issue.certain = true;
    if (argument != kNone) issue.name = NameOf(PlaceOf(argument, *state));
    AddTurns(*state, &issue);
    Report(std::move(issue), content.id);
    return;
  }
  Handle released = handle ? *handle : Handle();
  released.released = true;
  released.conditional = false;
  released.released_by = call;
  state->handles.Set(content.id, released);
}

bool Walker::IsDropped(uint32_t call) const {
  return std::any_of(f_.ops()->begin(), f_.ops()->end(),
                     [&](const facts::Op* op) { return op->kind() == facts::OpKind::Call && op->value() == call && (op->flags() & facts::kDropped) != 0; });
}

void Walker::Use(const Content& content, uint32_t call, State* state) {
  if (content.kind != Content::kSymbol) return;
  Handle* handle = state->handles.Find(content.id);
  if (handle) handle->touched = true;
  if (!handle || !handle->released || handle->perhaps_last || handle->released_by == kNone || state->FactOf(content).signs == kZero) return;
  Issue issue = MakeIssue(IssueKind::kUsedAfterRelease, call);
  issue.other = At(ValueAt(handle->released_by).location());
  issue.certain = true;
  for (const auto& [place, held] : state->places)
    if (held == content && issue.name.empty()) issue.name = NameOf(place);
  if (issue.name.empty()) issue.name = NameOf(sources_.PlaceOf(content.id));
  AddTurns(*state, &issue);
  Report(std::move(issue), content.id);
}

void Walker::Escape(const Content& content, State* state) {
  if (content.kind == Content::kAddress) return EscapeWithin(content.id, true, state);
  if (content.kind != Content::kSymbol) return;
  if (Handle* handle = state->handles.Find(content.id)) handle->escaped = true;
  if (sources_.SourceOf(content.id) == Source::kInitial) escaped_.insert(content.id);
}

void Walker::EscapeWithin(PlaceId place, bool itself, State* state) {
  if (place == kNone) return;
  for (auto& [other, content] : state->places) {
    if ((other == place && !itself) || !table_.Within(other, place) || content.kind != Content::kSymbol) continue;
    if (Handle* handle = state->handles.Find(content.id)) handle->escaped = true;
    if (sources_.SourceOf(content.id) == Source::kInitial) escaped_.insert(content.id);
  }
}

// Everything that the value hands over: a handle, what a struct holds, what a lambda has captured.
void Walker::EscapeTree(uint32_t index, State* state, int depth) {
  if (index == kNone || depth > kMostDepth) return;
  const facts::Value& value = ValueAt(index);
  switch (value.kind()) {
    case ValueKind::Parameter: case ValueKind::Local: case ValueKind::Capture: case ValueKind::Global: case ValueKind::Member:
    case ValueKind::Call: case ValueKind::Construct:
      Escape(Evaluate(index, *state), state);
      EscapeWithin(PlaceOf(index, *state), false, state);
      return;
    case ValueKind::This: EscapeWithin(table_.Of(Root::kThis, 0), false, state); return;
    case ValueKind::Lambda:
      for (const facts::Capture* capture : *unit_.functions()->Get(value.ref())->captures()) {
        if (capture->value() == kNone || capture->value() >= f_.values()->size()) continue;
        EscapeTree(capture->value(), state, depth + 1);
        if (capture->by_reference()) EscapeWithin(PlaceOf(capture->value(), *state), true, state);
      }
      return;
    case ValueKind::Unary:
      if (value.op() == Operator::AddressOf || value.op() == Operator::Dereference) Escape(Evaluate(index, *state), state);
      return;
    case ValueKind::Cast: case ValueKind::Conditional: case ValueKind::Phi: case ValueKind::InitList: case ValueKind::New: case ValueKind::Error:
    case ValueKind::Unknown: case ValueKind::Await:
      for (uint32_t operand : facts::Operands(f_, value)) EscapeTree(operand, state, depth + 1);
      return;
    default: return;
  }
}

void Walker::Store(PlaceId place, const Content& content, const facts::Location& where, State* state) {
  const Content* old = state->places.Find(place);
  if (old && old->kind == Content::kSymbol && !(*old == content)) {
    const Content lost = *old;
    Handle* handle = state->handles.Find(lost.id);
    state->places.Set(place, {});
    if (handle && !handle->released && !handle->escaped && !handle->conditional && origins_.count(lost.id) && !state->Refers(lost.id, table_) &&
        SurelyHeld(lost.id, *handle, *state)) {
      Issue issue = MakeIssue(IssueKind::kOverwritten, origins_[lost.id].second);
      issue.what = origins_[lost.id].first.what;
      issue.call = origins_[lost.id].first.call;
      issue.other = At(where);
      issue.name = NameOf(place);
      issue.certain = true;
      AddTurns(*state, &issue);
      Report(std::move(issue), lost.id);
      handle->escaped = true;
    }
  }
  Change(place, kNone, false, state);
  state->places.Set(place, content);
  if (!IsOutside(place)) return;
  Handle* handle = content.kind == Content::kSymbol ? state->handles.Find(content.id) : nullptr;
  if (handle && origins_.count(content.id) && IsUnderConstruction(place)) handle->built_in = true;
  else Escape(content, state);
}

// What lies below the place has new values, and so has the place if it `itself` was written.
void Walker::Change(PlaceId place, uint32_t call, bool itself, State* state) {
  if (place == kNone) return;
  state->places.EraseIf([&](const auto& entry) { return entry.first != place && table_.Within(entry.first, place); });
  const auto stale = [&](SymbolValue symbol) {
    if (sources_.SourceOf(symbol) != Source::kInitial) return false;
    const PlaceId from = sources_.PlaceOf(symbol);
    return from != place && table_.Within(from, place);
  };
  state->facts.EraseIf([&](const auto& entry) { return stale(entry.first); });
  state->handles.EraseIf([&](const auto& entry) { return stale(entry.first); });
  if (!itself) return;
  const SymbolValue changed = sources_.Of(Source::kChanged, call, place);
  state->Renew(changed);
  state->places.Set(place, Symbol(changed));
}

// The path ends here: what it still holds is lost.
void Walker::Leave(const State& state, const facts::Location& where, bool exception, const Place& thrown) {
  if ((f_.flags() & facts::kMain) != 0) return;      // the process ends, and gives everything back
  for (const auto& [symbol, handle] : state.handles) {
    const auto origin = origins_.find(symbol);
    if (handle.released || handle.escaped || origin == origins_.end() || (handle.built_in && !exception)) continue;
    if ((state.FactOf(Symbol(symbol)).signs & handle.valid & ~kZero) == 0) continue;      // of the descriptors that are left, 0 is standard input
    if (!handle.conditional && !SurelyHeld(symbol, handle, state)) continue;
    Issue issue = MakeIssue(exception ? IssueKind::kLeftByException : IssueKind::kLeft, origin->second.second);
    issue.what = origin->second.first.what;
    issue.call = origin->second.first.call;
    issue.other = At(where);
    issue.certain = !handle.conditional;
    for (const auto& [place, content] : state.places)
      if (content == Symbol(symbol) && issue.name.empty()) issue.name = NameOf(place);
    AddTurns(state, &issue);
    if (exception) issue.thrown = thrown;
    if (exception && thrown.line != 0 && thrown != issue.other) issue.way.push_back({thrown, "the exception is thrown here"});
    if (handle.built_in) issue.way.push_back({At(*f_.location()), "the constructor does not end, so that no destructor runs"});
    Report(std::move(issue), symbol);
  }
}

Issue Walker::MakeIssue(IssueKind kind, uint32_t call) const {
  Issue issue;
  issue.kind = kind;
  issue.function = id_;
  issue.place = At(ValueAt(call).location());
  const SymbolId callee = program_.SymbolOf(id_, ValueAt(call));
  if (callee != kNone) issue.callee = program_.symbols()[callee].qualified;
  return issue;
}

// The last branches on the way, from where the handle was acquired on.
void Walker::AddTurns(const State& state, Issue* issue) const {
  constexpr size_t kMostNotes = 3;
  std::vector<Note> notes;
  for (auto turn = state.trail.rbegin(); turn != state.trail.rend() && notes.size() < kMostNotes; ++turn) {
    const Place place = At(turn->where);
    if (place.path == issue->place.path && place.line < issue->place.line) break;
    const Note note = {place, turn->taken ? "this condition holds" : "this condition does not hold"};
    if (notes.empty() || notes.back() != note) notes.push_back(note);      // a macro can test twice
  }
  issue->way.insert(issue->way.end(), notes.rbegin(), notes.rend());
}

void Walker::Report(Issue issue, SymbolValue about) {
  const std::pair<SymbolValue, bool> key(about, IsWrongUse(issue.kind));
  const auto [place, added] = issues_.try_emplace(key, issue);
  Issue& known = place->second;
  if (added) return;
  if (known.kind == issue.kind && IsExit(issue.kind)) return AddExit(std::move(issue), &known);
  if (Rank(issue) > Rank(known)) known = std::move(issue);
}

// One more path that leaves with it: whoever mends the first wants to know.
void Walker::AddExit(Issue issue, Issue* known) {
  constexpr size_t kMostExits = 4;
  if (Rank(issue) > Rank(*known)) std::swap(issue, *known);
  issue.more.push_back(issue.other);
  for (const Place& exit : issue.more) {
    const bool told = exit == known->other || std::find(known->more.begin(), known->more.end(), exit) != known->more.end();
    if (!told && known->more.size() < kMostExits) known->more.push_back(exit);
  }
  std::erase(known->more, known->other);
  std::sort(known->more.begin(), known->more.end());
}

}  // namespace backlint::paths
