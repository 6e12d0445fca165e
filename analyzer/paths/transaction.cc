// Transactions on one path: begun, ended, left open.
#include <algorithm>

#include "paths/walker.h"

namespace backlint::paths {

using facts::ValueKind;

// What identifies a connection: the place that holds it, wherever a copy of the pointer has gone.
PlaceId Walker::ConnectionOf(uint32_t index, const State& state) {
  const Content content = Evaluate(index, state);
  if (content.kind == Content::kAddress) return content.id;
  PlaceId place = PlaceOf(index, state);
  if (content.kind == Content::kSymbol && sources_.SourceOf(content.id) == Source::kInitial) place = sources_.PlaceOf(content.id);
  if (place == kNone) return table_.Of(Root::kFunction, kNone);
  // `database()->begin()`: the same function answers the same connection.
  const PlaceId top = table_.Top(place);
  if (table_.RootOf(top) == Root::kResult) {
    const facts::Value& value = ValueAt(table_.IndexOf(top));
    const SymbolId callee = program_.SymbolOf(id_, value);
    if (value.kind() == ValueKind::Call && callee != kNone && (value.flags() & facts::kHasReceiver) == 0) return table_.Of(Root::kFunction, callee);
  }
  return place;
}

// The connection that a query's call runs on: the argument whose type is one, else the object, else the first argument.
PlaceId Walker::Connection(uint32_t call, const State& state) {
  const facts::Value& value = ValueAt(call);
  for (uint32_t operand : facts::Operands(f_, value)) {
    if (operand == kNone) continue;
    const TypeRow* row = knowledge_.vocabulary().TypeRowOf(unit_index_, ValueAt(operand).type());
    if (row && row->role == TypeRole::kConnection) return ConnectionOf(operand, state);
  }
  const uint32_t receiver = Operand(call, 0);
  const uint32_t operand = receiver != kNone ? receiver : Operand(call, 1);
  return operand == kNone ? table_.Of(Root::kFunction, kNone) : ConnectionOf(operand, state);
}

void Walker::Begin(PlaceId connection, uint32_t call, Success success, State* state) {
  if (connection == kNone) return;
  const Transaction* open = state->transactions.Find(connection);
  // The same call begins again: most likely it is tried until it works.
  const bool retried = open && open->begun == call;
  if (open && !open->conditional && surely_begins_ && !retried) {
    Issue issue = MakeIssue(IssueKind::kNestedBegin, call);
    issue.other = At(ValueAt(open->begun).location());
    issue.name = ConnectionName(connection);
    issue.certain = true;
    AddTurns(*state, &issue);
    nested_.emplace_back(open->begun, std::move(issue));
  }
  Transaction transaction;
  transaction.begun = call;
  if (success != Success::kUntold) {
    transaction.conditional = true;
    transaction.condition = sources_.Of(Source::kResult, call, table_.Of(Root::kResult, call));
    transaction.success = SuccessSigns(success);
  }
  state->transactions.Set(connection, transaction);
}

void Walker::EndTransaction(PlaceId connection, bool commits, State* state) {
  if (connection == kNone) return;
  if (const Transaction* open = state->transactions.Find(connection)) {
    if (commits) begins_committed_.insert(open->begun);
    state->transactions.Erase(connection);
  } else {
    state->ended.Set(connection, commits);
  }
}

void Walker::EndTransactionsWithin(PlaceId place, State* state) {
  state->transactions.EraseIf([&](const auto& entry) { return table_.Within(entry.first, place); });
}

// The object ends its transaction when its life ends, on whatever way.
bool Walker::EndsInDestructor(uint32_t local) const {
  const FunctionId destructor = knowledge_.DestructorOf(unit_index_, f_.locals()->Get(local)->type());
  if (destructor == kNone) return false;
  for (const Outcome& outcome : knowledge_.SummaryOf(destructor).outcomes)
    for (const Effect& effect : outcome.effects)
      if ((effect.kind == EffectKind::kCommit || effect.kind == EffectKind::kRollback) && effect.place.root == Root::kThis) return true;
  return false;
}

// The variable, without what a callee has made of it.
std::string Walker::ConnectionName(PlaceId connection) const {
  const PlacePath path = table_.PathOf(connection);
  const size_t most = path.root == Root::kThis ? 1 : 0;
  for (size_t steps = path.steps.size(); steps > most; --steps) connection = table_.Parent(connection);
  return NameOf(connection);
}

// The connection goes where nobody can see what happens to it.
void Walker::ForgetTransactions(uint32_t value, State* state) {
  if (state->transactions.empty()) return;
  const PlaceId place = ConnectionOf(value, *state);
  state->transactions.EraseIf([&](const auto& entry) { return table_.Within(entry.first, place) || table_.Within(place, entry.first); });
}

void Walker::MoveTransactions(PlaceId from, PlaceId to, State* state) {
  if (from == kNone) return;
  FlatMap<PlaceId, Transaction> moved;
  for (const auto& [place, transaction] : state->transactions) {
    PlaceId name = place;
    if (table_.Within(place, from)) {
      name = to;
      const PlacePath old = table_.PathOf(place), top = table_.PathOf(from);
      for (size_t i = top.steps.size(); i < old.steps.size(); ++i) name = table_.Step(name, old.steps[i]);
    }
    moved.Set(name, transaction);
  }
  state->transactions = std::move(moved);
}

// `exec(db, "BEGIN")`, here or in a function that runs what it is given.
void Walker::RunSql(uint32_t call, State* state) {
  const CallInfo& info = InfoOf(call);
  const auto run = [&](const flow::TextSet& texts, PlaceId connection) {
    bool begins = !texts.empty(), ends = !texts.empty(), commits = false;
    for (const flow::Text& text : texts) {
      const Verb verb = flow::IsLiteral(text) ? VerbOf(flow::LiteralText(text)) : Verb::kOther;
      begins &= verb == Verb::kBegin;
      ends &= verb == Verb::kCommit || verb == Verb::kRollback;
      commits |= verb == Verb::kCommit;
    }
    if (begins) Begin(connection, call, Success::kUntold, state);
    if (ends) EndTransaction(connection, commits, state);
    return begins || ends;
  };
  bool ran = false;
  if (info.sink) {
    const PlaceId connection = Connection(call, *state);
    ran = run(info.sink->text, connection);
    if (info.sink->text.size() == 1)
      if (const flow::Hole* hole = flow::OnlyHole(info.sink->text[0]); hole && hole->origin == flow::Origin::kParameter && hole->function == id_)
        AddRuns(hole->index, connection);
  }
  for (FunctionId target : info.targets)
    for (const RunsText& runs : knowledge_.SummaryOf(target).runs) {
      const flow::CallTexts* passed = knowledge_.PassedTo(target, id_, call);
      const PlaceId connection = MapPlace(call, runs.connection, *state);
      if (!passed || runs.parameter >= passed->texts.size() || connection == kNone) continue;
      const flow::TextSet& texts = passed->texts[runs.parameter];
      ran |= run(texts, connection);
      if (texts.size() == 1)
        if (const flow::Hole* hole = flow::OnlyHole(texts[0]); hole && hole->origin == flow::Origin::kParameter && hole->function == id_)
          AddRuns(hole->index, connection);
    }
  if (!ran && info.queries)
    for (auto& [place, transaction] : state->transactions) transaction.used |= transaction.begun != call;
}

void Walker::AddRuns(uint32_t parameter, PlaceId connection) {
  const PlacePath path = table_.PathOf(connection);
  if (path.root == Root::kLocal && path.index >= f_.parameter_count()) return;
  if (path.root == Root::kResult || path.root == Root::kCapture) return;
  for (const RunsText& known : summary_.runs)
    if (known.parameter == parameter) return;
  summary_.runs.push_back({parameter, path});
}

void Walker::CheckCommit(uint32_t call) {
  for (const facts::Op* op : *f_.ops()) {
    if (op->kind() != facts::OpKind::Call || op->value() != call || (op->flags() & facts::kDropped) == 0 || (op->flags() & facts::kVoidCast) != 0) continue;
    Issue issue = MakeIssue(IssueKind::kUncheckedCommit, call);
    issue.certain = true;
    Report(std::move(issue), sources_.Of(Source::kResult, call, table_.Of(Root::kResult, call)));
  }
}

void Walker::LeaveTransactions(const State& state, const facts::Location& where, bool exception, const Place& thrown) {
  for (const auto& [connection, transaction] : state.transactions) {
    // Nothing has run in it: most likely the path on which it could not be begun.
    if (!transaction.used || state.ended.Find(connection)) continue;
    if (exception && table_.RootOf(connection) == Root::kLocal && EndsInDestructor(table_.IndexOf(connection))) continue;
    Issue issue = MakeIssue(exception ? IssueKind::kTransactionLeftByException : IssueKind::kTransactionLeft, transaction.begun);
    issue.other = At(where);
    issue.name = ConnectionName(connection);
    issue.certain = !transaction.conditional;
    AddTurns(state, &issue);
    if (exception && thrown.line != 0) issue.way.push_back({thrown, "the exception is thrown here"});
    open_ends_.emplace_back(transaction.begun, std::move(issue));
  }
}

void Walker::AddTransactionEffects(const State& state, Outcome* outcome) {
  const auto add = [&](PlaceId connection, EffectKind kind) {
    const PlacePath path = table_.PathOf(connection);
    if (path.root == Root::kLocal && path.index >= f_.parameter_count()) return;
    if (path.root == Root::kResult || path.root == Root::kCapture) return;
    outcome->effects.push_back({kind, path, {}});
  };
  for (const auto& [connection, commits] : state.ended) add(connection, commits ? EffectKind::kCommit : EffectKind::kRollback);
  for (const auto& [connection, transaction] : state.transactions) add(connection, EffectKind::kBegin);
}

// A function that begins and never commits does so for its callers.
void Walker::FinishTransactions() {
  for (auto& [begun, issue] : nested_) Report(std::move(issue), sources_.Of(Source::kChanged, begun, kNone));
  for (auto& [begun, issue] : open_ends_)
    if (begins_committed_.count(begun) != 0) Report(std::move(issue), sources_.Of(Source::kChanged, begun, kNone));
  if (begins_committed_.empty()) return;
  for (Outcome& outcome : summary_.outcomes) std::erase_if(outcome.effects, [](const Effect& effect) { return effect.kind == EffectKind::kBegin; });
}

}  // namespace backlint::paths
