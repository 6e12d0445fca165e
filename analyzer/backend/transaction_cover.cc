#include "backend/transaction_cover.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace backlint {
namespace {

using facts::OpKind;

bool Contains(std::string_view name, std::string_view word) {
  const auto same = [](unsigned char a, unsigned char b) { return std::tolower(a) == b; };
  return std::search(name.begin(), name.end(), word.begin(), word.end(), same) != name.end();
}

bool IsTransaction(std::string_view name) { return Contains(name, "transact") || Contains(name, "savepoint"); }
bool Ends(std::string_view name) { return name.size() >= 6 && Contains(name.substr(0, 6), "commit"); }
bool IsLock(std::string_view name) { return Contains(name, "lock") && !Contains(name, "block") && !Contains(name, "clock"); }

}  // namespace

TransactionCover::TransactionCover(const flow::Vocabulary& vocabulary, const paths::PathFacts& paths)
    : vocabulary_(vocabulary), program_(vocabulary.program()), paths_(paths), callers_(program_.functions().size()),
      speaks_of_transaction_(program_.functions().size()), locks_(program_.functions().size()),
      covered_(program_.functions().size()), locked_(program_.functions().size()) {
  for (FunctionId id = 0; id < program_.functions().size(); ++id) Read(id);
}

void TransactionCover::Read(FunctionId id) {
  const ProgramFunction& function = program_.functions()[id];
  const facts::Function& f = *function.facts;
  const facts::UnitFacts& unit = program_.UnitOf(id);
  for (const facts::Op* op : *f.ops()) {
    if (op->kind() != OpKind::Call || op->value() == kNone) continue;
    const facts::Value& call = *f.values()->Get(op->value());
    for (FunctionId target : program_.Targets(id, op->value()))
      if (target != id) callers_[target].push_back({id, op->value()});
    // What constructors make is told by the types of variables.
    if (call.ref() == kNone || unit.symbols()->Get(call.ref())->kind() == facts::SymbolKind::Constructor) continue;
    const std::string_view name = facts::Text(unit, unit.symbols()->Get(call.ref())->name());
    if (IsTransaction(name) || Ends(name)) speaks_of_transaction_[id] = true;
    if (IsLock(name)) locks_[id] = true;
  }
  for (const facts::Local* local : *f.locals()) {
    uint32_t type = local->type();
    while (type != kNone && unit.types()->Get(type)->pointee() != kNone) type = unit.types()->Get(type)->pointee();
    if (type == kNone) continue;
    const std::string_view name = facts::Text(unit, unit.types()->Get(type)->spelling());
    const TypeRow* row = vocabulary_.TypeRowOf(function.unit, local->type());
    if (row ? row->role == TypeRole::kTransaction : IsTransaction(name)) speaks_of_transaction_[id] = true;
    if (IsLock(name)) locks_[id] = true;
  }
}

bool TransactionCover::IsOpenAt(FunctionId id, uint32_t call) const {
  if (speaks_of_transaction_[id]) return true;
  const auto& calls = paths_.calls[id];
  const paths::CallState* state = calls.Find(call);
  return state == nullptr || state->in_transaction;
}

// A function that is handed its connection by nobody who is known.
bool TransactionCover::TakesConnection(FunctionId id) const {
  const ProgramFunction& function = program_.functions()[id];
  for (uint32_t i = 0; i < function.facts->parameter_count(); ++i) {
    const TypeRow* row = vocabulary_.TypeRowOf(function.unit, function.facts->locals()->Get(i)->type());
    if (row && (row->role == TypeRole::kConnection || row->role == TypeRole::kTransaction || row->role == TypeRole::kStatement)) return true;
  }
  return false;
}

bool TransactionCover::Covered(FunctionId id) const {
  Answer& answer = covered_[id];
  if (answer != Answer::kUnasked) return answer != Answer::kNo;
  answer = Answer::kAsked;
  const FunctionId encloser = program_.functions()[id].encloser;
  bool covered = false;
  if (callers_[id].empty())
    covered = encloser != kNone ? speaks_of_transaction_[encloser] || Covered(encloser) : TakesConnection(id);
  else
    covered = std::all_of(callers_[id].begin(), callers_[id].end(),
                          [&](const CallSite& site) { return IsOpenAt(site.caller, site.value) || Covered(site.caller); });
  covered_[id] = covered ? Answer::kYes : Answer::kNo;
  return covered;
}

bool TransactionCover::Locked(FunctionId id) const {
  Answer& answer = locked_[id];
  if (answer != Answer::kUnasked) return answer != Answer::kNo;
  answer = Answer::kAsked;
  const auto& callers = callers_[id];
  const bool all = !callers.empty() && std::all_of(callers.begin(), callers.end(), [&](const CallSite& site) { return Locked(site.caller); });
  const bool locked = locks_[id] || all;
  locked_[id] = locked ? Answer::kYes : Answer::kNo;
  return locked;
}

}  // namespace backlint
