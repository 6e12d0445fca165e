// What a call does to the path: by the rows of models, by the summary of its body, or nobody knows.
#include <algorithm>

#include "paths/walker.h"

namespace backlint::paths {

using facts::TypeKind;
using facts::ValueKind;

const Walker::CallInfo& Walker::InfoOf(uint32_t call) {
  const auto [entry, added] = calls_.try_emplace(call);
  CallInfo& info = entry->second;
  if (!added) return info;
  info.effects = knowledge_.EffectsOf(id_, call);
  info.targets = program_.Targets(id_, call);
  info.sink = knowledge_.SinkOf(id_, call);
  info.borrows = knowledge_.Borrows(id_, call);
  info.failures = knowledge_.FailuresOf(id_, call);
  for (const CallRow* row : knowledge_.vocabulary().RowsOf(id_, call)) info.queries |= row->role == Role::kQuery || row->role == Role::kExecute;
  for (FunctionId target : info.targets) info.queries |= knowledge_.RunsQueries(target);
  return info;
}

uint32_t Walker::Operand(uint32_t call, int place) const {
  const facts::Value& value = ValueAt(call);
  auto operands = facts::Operands(f_, value);
  if (place == 0) return (value.flags() & facts::kHasReceiver) != 0 && !operands.empty() ? operands[0] : kNone;
  auto arguments = facts::Arguments(f_, value);
  return place >= 1 && static_cast<size_t>(place) <= arguments.size() ? arguments[place - 1] : kNone;
}

// A lambda, or an object that is made of what stands in its braces or parentheses by nobody knows which constructor.
bool Walker::HandsParts(uint32_t argument) const {
  const facts::Value& value = ValueAt(argument);
  if (value.kind() == ValueKind::Lambda || value.kind() == ValueKind::InitList) return true;
  if (value.kind() != ValueKind::New || value.operand_count() == 0) return false;
  const uint32_t made = facts::Operands(f_, value)[0];
  return made != kNone && ValueAt(made).kind() == ValueKind::InitList;
}

Walker::States Walker::Call(const facts::Op& op, State state, uint32_t block) {
  const uint32_t call = op.value();
  const CallInfo& info = InfoOf(call);
  states_at_[call].in_transaction |= !state.transactions.empty() || !state.ended.empty();
  for (const Thrown& thrown : info.failures) Throw(state, f_.blocks()->Get(block)->try_block(), thrown, At(op.location()));
  const SymbolValue result = sources_.Of(Source::kResult, call, table_.Of(Root::kResult, call));
  if (info.effects.empty() && !info.targets.empty()) return ApplyOutcomes(op, info.targets, std::move(state), block);
  if (info.effects.empty() && !info.borrows) {
    PassToUnknown(call, &state);
    Restart(result, call, &state);
    state.places.Erase(table_.Of(Root::kResult, call));
  } else {
    for (uint32_t operand : facts::Operands(f_, ValueAt(call))) {
      if (operand == kNone) continue;
      const bool released = std::any_of(info.effects.begin(), info.effects.end(), [&](const EffectRow* row) {
        return row->role == EffectRole::kRelease && Operand(call, row->value == kAbsent ? 1 : row->value) == operand;
      });
      const Content content = Evaluate(operand, state);
      if (!released) Use(content, call, &state);
      if (HandsParts(operand)) EscapeTree(operand, &state);
      const bool acquired = std::any_of(info.effects.begin(), info.effects.end(), [&](const EffectRow* row) {
        return row->role == EffectRole::kAcquire && row->to > 0 && Operand(call, row->to) == operand;
      });
      if (content.kind == Content::kAddress && !released && !acquired) Change(content.id, call, true, &state);
    }
    ApplyRows(call, info.effects, &state);
    if (info.effects.empty() || std::none_of(info.effects.begin(), info.effects.end(), [](const EffectRow* row) { return row->role == EffectRole::kAcquire; })) {
      Restart(result, call, &state);
      state.places.Erase(table_.Of(Root::kResult, call));
    }
    if ((op.flags() & facts::kDropped) != 0 && !info.effects.empty()) ReportDropped(call, info.effects, state);
  }
  RunSql(call, &state);
  States states;
  states.push_back(std::move(state));
  return states;
}

void Walker::ReportDropped(uint32_t call, const std::vector<const EffectRow*>& rows, const State& state) {
  const SymbolValue result = sources_.Of(Source::kResult, call, table_.Of(Root::kResult, call));
  for (const EffectRow* row : rows) {
    if (row->role != EffectRole::kAcquire || row->to > 0) continue;
    Issue issue = MakeIssue(IssueKind::kDropped, call);
    issue.what = row->what;
    issue.call = row->function;
    issue.certain = true;
    AddTurns(state, &issue);
    Report(std::move(issue), result);
  }
}

void Walker::ApplyRows(uint32_t call, const std::vector<const EffectRow*>& rows, State* state) {
  for (const EffectRow* row : rows)
    if (row->role == EffectRole::kRelease) {
      const uint32_t operand = Operand(call, row->value == kAbsent ? 1 : row->value);
      if (operand != kNone) Release(Evaluate(operand, *state), call, operand, state);
    }
  for (const EffectRow* row : rows) {
    if (row->role == EffectRole::kAcquire) {
      ApplyAcquire(call, *row, state);
    } else if (row->role != EffectRole::kRelease) {
      const uint32_t operand = Operand(call, row->value == kAbsent ? 0 : row->value);
      const PlaceId connection = operand == kNone ? table_.Of(Root::kFunction, kNone) : ConnectionOf(operand, *state);
      if (row->role == EffectRole::kBegin) Begin(connection, call, row->success, state);
      else EndTransaction(connection, row->role == EffectRole::kCommit, state);
      if (row->role == EffectRole::kCommit && row->success != Success::kUntold) CheckCommit(call);
    }
  }
}

void Walker::ApplyAcquire(uint32_t call, const EffectRow& row, State* state) {
  Origin origin;
  origin.what = row.what;
  origin.call = row.function;
  const SymbolValue result = sources_.Of(Source::kResult, call, table_.Of(Root::kResult, call));
  if (row.to == kAbsent || row.to == kResult) {
    if (row.success == Success::kNonnegative) origin.valid = kZero | kPositive;
    state->places.Erase(table_.Of(Root::kResult, call));
    Acquire(result, origin, call, state);
    return;
  }
  Restart(result, call, state);
  const uint32_t operand = Operand(call, row.to);
  if (operand == kNone) return;
  const Content content = Evaluate(operand, *state);
  PlaceId place = kNone;
  if (content.kind == Content::kAddress) place = content.id;
  else if (content.kind != Content::kNumber) place = table_.Step(PlaceOf(operand, *state), kDereference);
  if (place == kNone) return;
  const SymbolValue handle = sources_.Of(Source::kOutput, call, place);
  Acquire(handle, origin, call, state);
  if (row.success == Success::kUntold) {
    state->handles.Find(handle)->touched = true;      // it is made even when the call fails
  } else {
    Handle* fresh = state->handles.Find(handle);
    fresh->conditional = true;
    fresh->condition = result;
    fresh->success = SuccessSigns(row.success);
  }
  Store(place, Symbol(handle), ValueAt(call).location(), state);
}

// Handles that it gets may be kept or given back, and everything that it can reach may have changed.
void Walker::PassToUnknown(uint32_t call, State* state) {
  const facts::Value& value = ValueAt(call);
  const facts::Symbol* callee = value.ref() == kNone ? nullptr : unit_.symbols()->Get(value.ref());
  const bool dependent = (value.flags() & facts::kDependentValue) != 0 || callee == nullptr || callee->usr() == 0;
  auto arguments = facts::Arguments(f_, value);
  for (size_t i = 0; i < arguments.size(); ++i) {
    const uint32_t argument = arguments[i];
    if (argument == kNone) continue;
    const uint32_t type = !dependent && i < callee->parameter_count() ? unit_.type_lists()->Get(callee->first_parameter() + static_cast<uint32_t>(i)) : kNone;
    const Content content = Evaluate(argument, *state);
    // Who may only look takes nothing away.
    const bool looks = type != kNone && !knowledge_.vocabulary().IsOutput(unit_index_, type) && unit_.types()->Get(type)->kind() == TypeKind::Pointer;
    const bool printed = type == kNone && !dependent && (callee->flags() & facts::kVariadic) != 0;
    if (!looks && !printed) EscapeTree(argument, state);
    ForgetTransactions(argument, state);
    if (content.kind == Content::kAddress) {
      if (!looks) Change(content.id, call, true, state);
    } else if (type == kNone ? dependent : unit_.types()->Get(type)->kind() == TypeKind::Reference && knowledge_.vocabulary().IsOutput(unit_index_, type)) {
      const PlaceId place = PlaceOf(argument, *state);
      if (place != kNone && table_.RootOf(place) != Root::kThis) Change(place, call, true, state);
    }
  }
  const uint32_t receiver = Operand(call, 0);
  if (receiver == kNone) return;
  Escape(Evaluate(receiver, *state), state);
  const bool constant = callee && (callee->flags() & facts::kConstMethod) != 0;
  if (constant) return;
  EscapeWithin(PlaceOf(receiver, *state), false, state);
  Change(PlaceOf(receiver, *state), call, dependent, state);
  ForgetTransactions(receiver, state);
}

}  // namespace backlint::paths
