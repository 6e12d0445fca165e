#include "backend/transaction_cover.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "core/name_words.h"

namespace backlint {
namespace {

using facts::OpKind;

bool IsTransactionWord(std::string_view word) {
  return word.find("transact") != word.npos || word == "savepoint" || word == "savepoints" || word == "trans" || word == "tx" || word == "txn" || word == "trx";
}

bool IsTransaction(std::string_view name) {
  const std::vector<std::string> words = NameWords(name);
  return std::any_of(words.begin(), words.end(), [](const std::string& word) { return word.find("transact") != word.npos || word == "savepoint"; });
}

// What is done with transactions of a database: `beginTransaction`, `in_transaction`, `transaction`. Rows of a matter that is called so
// too are recorded, notified, deleted.
bool SpeaksOfTransaction(std::string_view name) {
  static constexpr std::string_view kDone[] = {"begin", "start", "open", "commit", "rollback", "roll", "abort", "cancel", "end", "finish", "close", "run", "exec", "execute", "do",
                                               "with", "within", "in", "inside", "is", "has", "have", "enter", "leave", "need", "needs", "require", "requires", "ensure", "assert", "check",
                                               "new", "make", "create", "get", "use", "set", "db", "sql", "active", "current", "nested", "scoped", "scope", "guard", "savepoint", "release"};
  const std::vector<std::string> words = NameWords(name);
  const auto speaks = std::find_if(words.begin(), words.end(), [](const std::string& word) { return IsTransactionWord(word); });
  if (speaks == words.end()) return false;
  // Written together with something else, it cannot be told.
  return words.size() == 1 || !speaks->starts_with("t") || HasWord(name, kDone);
}

// `commit`, `commitWork`, `commit_all`; `commitLog` and `committee` are none.
bool Ends(std::string_view name) {
  static constexpr std::string_view kRest[] = {"work", "changes", "all", "now", "batch", "and", "if", "or", "async", "db", "database", "session", "connection", "pending", "retaining"};
  const std::vector<std::string> words = NameWords(name);
  return !words.empty() && words[0] == "commit" && (words.size() == 1 || std::find(std::begin(kRest), std::end(kRest), words[1]) != std::end(kRest));
}

bool IsLock(std::string_view name) {
  const std::vector<std::string> words = NameWords(name);
  return std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return word.starts_with("lock") || (word.find("lock") != word.npos && word.find("block") == word.npos && word.find("clock") == word.npos);
  });
}

}  // namespace

TransactionCover::TransactionCover(const flow::Vocabulary& vocabulary, const paths::PathFacts& paths)
    : vocabulary_(vocabulary), program_(vocabulary.program()), paths_(paths), callers_(program_.functions().size()),
      speaks_of_transaction_(program_.functions().size()), passed_(program_.functions().size()), locks_(program_.functions().size()),
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
    if (SpeaksOfTransaction(name) || Ends(name)) ReadTransaction(id, call);
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

// What is given a function to run does so in a transaction of its own, and leaves the rest of the caller outside.
void TransactionCover::ReadTransaction(FunctionId id, const facts::Value& call) {
  bool runs = false;
  for (const uint32_t argument : facts::Arguments(*program_.functions()[id].facts, call)) {
    if (argument == kNone) continue;
    for (const FunctionId body : program_.BodiesOf(id, program_.CallablesOf(id, argument))) runs = true, passed_[body] = true;
  }
  if (!runs) speaks_of_transaction_[id] = true;
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
    covered = passed_[id] || (encloser != kNone ? speaks_of_transaction_[encloser] || Covered(encloser) : TakesConnection(id));
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
