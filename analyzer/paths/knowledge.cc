#include "paths/knowledge.h"

#include <algorithm>

#include "paths/callee_names.h"
#include "paths/library_throw.h"

namespace backlint::paths {

using facts::TypeKind;
using facts::ValueKind;

namespace {

std::vector<std::string> Words(std::string_view sql, size_t most) {
  std::vector<std::string> words;
  std::string word;
  for (char c : sql) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    if (letter) {
      word += static_cast<char>(c & ~0x20);
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
      if (words.size() == most) return words;
    } else if (c != ' ' && c != '\n' && c != '\t' && c != '\r' && c != ';') {
      break;
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

// Functions that join or keep texts may keep other things too: containers have such rows.
bool OnlyLooks(Role role) {
  switch (role) {
    case Role::kQuery: case Role::kPrepare: case Role::kExecute: case Role::kEscape: case Role::kFormat: case Role::kSource:
    case Role::kCompare: case Role::kNumber: case Role::kHarmless: return true;
    default: return false;
  }
}

}  // namespace

Verb VerbOf(std::string_view sql) {
  const size_t end = sql.find(';');
  if (end != sql.npos && sql.find_first_not_of(" \t\r\n;", end) != sql.npos) return Verb::kOther;
  const std::vector<std::string> words = Words(sql, 3);
  if (words.empty()) return Verb::kOther;
  const std::string& first = words[0];
  const std::string second = words.size() > 1 ? words[1] : "";
  if (first == "BEGIN" || (first == "START" && second == "TRANSACTION")) return Verb::kBegin;
  if (first == "COMMIT" || (first == "END" && (second.empty() || second == "TRANSACTION" || second == "WORK"))) return Verb::kCommit;
  if (first == "ROLLBACK" || first == "ABORT") {
    const bool partly = std::find(words.begin(), words.end(), "TO") != words.end();
    return partly ? Verb::kOther : Verb::kRollback;
  }
  if (first == "INSERT" || first == "UPDATE" || first == "DELETE" || first == "REPLACE" || first == "MERGE") return Verb::kWrite;
  return Verb::kOther;
}

Knowledge::Knowledge(const flow::Vocabulary& vocabulary, const flow::TextFacts& texts, PathFacts* facts)
    : vocabulary_(vocabulary), texts_(texts), facts_(facts), exceptions_(vocabulary.program(), vocabulary.models()) {
  const Program& program = vocabulary.program();
  std::unordered_set<SymbolId> owners;
  for (uint32_t u = 0; u < program.unit_count(); ++u) {
    const facts::UnitFacts& unit = program.unit(u);
    if (!unit.classes()) continue;
    for (const facts::Class* c : *unit.classes()) {
      const SymbolId symbol = program.Symbol(u, c->symbol());
      if ((c->flags() & facts::kUserDestructor) != 0 || (c->bases() && c->bases()->size() > 0)) owners.insert(symbol);
      plain_.insert(symbol);
      if (c->destructor() == kNone) continue;
      const auto& definitions = program.symbols()[program.Symbol(u, c->destructor())].definitions;
      if (definitions.size() == 1) destructors_[symbol] = definitions[0];
    }
  }
  for (SymbolId owner : owners) plain_.erase(owner);
  for (FunctionId target = 0; target < texts.incoming.size(); ++target)
    for (const flow::CallTexts& call : texts.incoming[target]) passed_[{target, call.site.caller, call.site.value}] = &call;
}

SymbolId Knowledge::RecordOf(uint32_t unit, uint32_t type) const {
  for (int depth = 0; type != kNone && depth < 4; ++depth) {
    const facts::Type* t = program().unit(unit).types()->Get(type);
    if (t->kind() == TypeKind::Record) return program().Symbol(unit, t->record());
    if (t->kind() != TypeKind::Array) return kNone;
    type = t->pointee();
  }
  return kNone;
}

bool Knowledge::IsPlain(uint32_t unit, uint32_t type) const {
  const SymbolId record = RecordOf(unit, type);
  return record == kNone || plain_.count(record) != 0;
}

FunctionId Knowledge::DestructorOf(uint32_t unit, uint32_t type) const {
  const auto found = destructors_.find(RecordOf(unit, type));
  return found == destructors_.end() ? kNone : found->second;
}

std::vector<const EffectRow*> Knowledge::EffectsOf(FunctionId caller, uint32_t call) const {
  const facts::Function& f = *program().functions()[caller].facts;
  auto arguments = facts::Arguments(f, *f.values()->Get(call));
  std::vector<const EffectRow*> rows;
  for (const std::string& name : CalleeNames(program(), caller, call)) {
    auto found = vocabulary_.models().FindEffects(name);
    rows.assign(found.begin(), found.end());
    if (!rows.empty()) break;
  }
  if (rows.empty()) return rows;
  int written = 0;
  for (uint32_t argument : arguments)
    if (argument == kNone || (f.values()->Get(argument)->flags() & facts::kImplicit) == 0) ++written;
  const auto is_null = [&](int place) {
    if (place < 1 || static_cast<size_t>(place) > arguments.size()) return false;
    uint32_t value = arguments[place - 1];
    while (value != kNone && f.values()->Get(value)->kind() == ValueKind::Cast) {
      auto operands = facts::Operands(f, *f.values()->Get(value));
      value = operands.empty() ? kNone : operands[0];
    }
    if (value == kNone) return false;
    const facts::Value* v = f.values()->Get(value);
    return v->kind() == ValueKind::Null || (v->kind() == ValueKind::Integer && v->number() == 0);
  };
  std::erase_if(rows, [&](const EffectRow* row) {
    return (row->arguments != kAbsent && row->arguments != written) || (row->null != kAbsent && !is_null(row->null));
  });
  return rows;
}

bool Knowledge::Borrows(FunctionId caller, uint32_t call) const {
  for (const CallRow* row : vocabulary_.RowsOf(caller, call))
    if (OnlyLooks(row->role)) return true;
  for (const std::string& name : CalleeNames(program(), caller, call))
    if (vocabulary_.models().Borrows(name) || !vocabulary_.models().FindEffects(name).empty()) return true;
  return false;
}

std::vector<Thrown> Knowledge::FailuresOf(FunctionId caller, uint32_t call) const {
  std::vector<Thrown> thrown = ThrownByLibrary(vocabulary_, caller, call, false).classes;
  std::erase_if(thrown, [&](const Thrown& one) {
    const bool avoidable = exceptions_.IsA(one, "std::logic_error") && !exceptions_.IsA(one, "std::invalid_argument");
    return avoidable || exceptions_.IsA(one, "std::bad_alloc");
  });
  return thrown;
}

const flow::Sink* Knowledge::SinkOf(FunctionId function, uint32_t call) const {
  for (const flow::Sink& sink : texts_.sinks[function])
    if (sink.value == call) return &sink;
  return nullptr;
}

const flow::CallTexts* Knowledge::PassedTo(FunctionId target, FunctionId caller, uint32_t call) const {
  const auto found = passed_.find({target, caller, call});
  return found == passed_.end() ? nullptr : found->second;
}

}  // namespace backlint::paths
