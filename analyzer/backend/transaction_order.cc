#include "backend/transaction_order.h"

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "backend/course.h"
#include "paths/callee_names.h"
#include "sql/name_comparison.h"

namespace backlint {

using facts::OpKind;
using sql::StatementKind;

namespace {

constexpr int kMostDepth = 4;      // callers above a function that are asked for a transaction

// Rows that are there already: another transaction may hold them.
bool LocksRows(const Access& access) {
  if (access.Is(StatementKind::kUpdate) || access.Is(StatementKind::kDelete)) return true;
  if (access.Is(StatementKind::kInsert)) return access.statement->conflict.action == sql::ConflictAction::kUpdate || access.statement->conflict.action == sql::ConflictAction::kReplace;
  return access.Is(StatementKind::kSelect) && access.statement->Root()->lock != sql::RowLock::kNone;
}

bool IsShared(const Access& access) { return access.Is(StatementKind::kSelect) && access.statement->Root()->lock == sql::RowLock::kShare; }

bool Skips(const Access& access) {
  return std::any_of(access.statement->blocks.begin(), access.statement->blocks.end(), [](const sql::Block& block) { return block.skip_locked; });
}

// Who does not wait for a row cannot be part of a circle, and still may be waited for.
bool Waits(const Access& access) {
  return !Skips(access) && std::none_of(access.statement->blocks.begin(), access.statement->blocks.end(), [](const sql::Block& block) { return block.no_wait; });
}

// The names of two tables, in small letters.
using TablePair = std::pair<std::string, std::string>;

struct Ordered {
  Access first, second;
  FunctionId function = kNone;
  Note begin;
  std::map<std::string, bool> before;      // tables that are locked earlier; whether by this transaction alone

  TablePair Tables() const { return {sql::LowerCase(first.table()->name), sql::LowerCase(second.table()->name)}; }
};

class Finder {
 public:
  Finder(const flow::Vocabulary& vocabulary, const paths::PathFacts& paths, const QuerySites& sites, const std::vector<Query>& queries)
      : vocabulary_(vocabulary), program_(vocabulary.program()), paths_(paths), sites_(sites), queries_(queries), values_(vocabulary),
        cover_(vocabulary, paths), courses_(vocabulary, values_, sites, queries, cover_, &scripts_, true) {}

  std::vector<TransactionConflict> Run() {
    // One writer after the other.
    if (std::any_of(queries_.begin(), queries_.end(), [](const Query& query) { return query.dialect == sql::Dialect::kSqlite; })) one_writer_ = true;
    for (FunctionId id = 0; id < program_.functions().size(); ++id) Search(id);
    std::map<TablePair, std::vector<const Ordered*>> by_tables;
    for (const Ordered& order : orders_) by_tables[order.Tables()].push_back(&order);
    std::vector<TransactionConflict> conflicts;
    std::set<TablePair> told;
    for (const Ordered& one : orders_) {
      const TablePair tables = one.Tables(), back = {tables.second, tables.first};
      const auto others = by_tables.find(back);
      if (others == by_tables.end() || told.count(tables) != 0) continue;
      const auto other = std::find_if(others->second.begin(), others->second.end(), [&](const Ordered* order) {
        return !(order->second.place < one.second.place) && !IsKeptApart(one, *order);
      });
      if (other == others->second.end()) continue;
      told.insert({tables, back});
      conflicts.push_back({Tell(**other), Tell(one)});
    }
    return conflicts;
  }

 private:
  void Search(FunctionId id) {
    const std::span<const Access> accesses = courses_.Of(id);
    if (accesses.size() < 2 || courses_.Defines(id) || HasGate(id)) return;
    std::optional<std::set<uint32_t>> ends;
    for (size_t i = 0; i < accesses.size(); ++i)
      for (size_t k = i + 1; k < accesses.size(); ++k) {
        const Access &first = accesses[i], &second = accesses[k];
        if (first.value == second.value || !Counts(first) || !Counts(second) || !Waits(second) || sql::SameName(first.table()->name, second.table()->name)) continue;
        if (first.script->dialect() != second.script->dialect()) continue;
        const std::optional<Note> begin = BeginOf(id, first.value, second.value);
        if (!begin) continue;
        if (!ends) ends = EndsIn(id);
        if (!Follows(id, first.value, second.value, *ends)) continue;
        Ordered order{first, second, id, *begin, {}};
        for (size_t before = 0; before < i; ++before)
          if (const Access& gate = accesses[before]; LocksRows(gate) && !Skips(gate) && Follows(id, gate.value, first.value, *ends))
            order.before[sql::LowerCase(gate.table()->name)] |= !IsShared(gate);
        orders_.push_back(std::move(order));
      }
  }

  bool Counts(const Access& access) const {
    const sql::Dialect dialect = access.script->dialect();
    return LocksRows(access) && sql::IsWhole(*access.statement) && !queries_[access.query].once && dialect != sql::Dialect::kSqlite &&
           (dialect != sql::Dialect::kUnknown || !one_writer_);
  }

  bool HasGate(FunctionId id) const {
    const auto sites = sites_.find(id);
    return sites != sites_.end() && std::any_of(sites->second.begin(), sites->second.end(), [&](const QuerySite& site) { return TakesNamedLock(queries_[site.query]); });
  }

  bool IsOpenAt(FunctionId id, uint32_t call) const {
    const paths::CallState* state = paths_.calls[id].Find(call);
    return (state != nullptr && state->in_transaction) || ObjectBefore(id, call) != nullptr;
  }

  // The row of a class that is a transaction whatever it is used for; a base of several classes may be none.
  const TypeRow* RowOf(FunctionId id, uint32_t index) const {
    const facts::UnitFacts& unit = program_.UnitOf(id);
    while (index != kNone && unit.types()->Get(index)->pointee() != kNone) index = unit.types()->Get(index)->pointee();
    const TypeRow* row = index == kNone ? nullptr : vocabulary_.models().FindType(facts::Text(unit, unit.types()->Get(index)->name()));
    return row != nullptr && row->role == TypeRole::kTransaction ? row : nullptr;
  }

  // A variable that is a transaction, declared above the call, and alive there.
  const facts::Local* ObjectBefore(FunctionId id, uint32_t call) const {
    const facts::Function& f = *program_.functions()[id].facts;
    const auto at = [](const facts::Location& location) { return std::pair(location.line(), location.column()); };
    const auto place = at(f.values()->Get(call)->location());
    const auto lives = [&](const facts::Local& local) {
      return at(local.location()) <= place && (local.scope() == kNone || place <= at(f.scopes()->Get(local.scope())->end()));
    };
    const facts::Local* best = nullptr;
    for (uint32_t i = f.parameter_count(); i < f.locals()->size(); ++i) {
      const facts::Local* local = f.locals()->Get(i);
      if (lives(*local) && RowOf(id, local->type()) != nullptr) best = local;
    }
    return best;
  }

  // Where the transaction around both begins: in the function, or above it.
  std::optional<Note> BeginOf(FunctionId id, uint32_t first, uint32_t second) {
    if (IsOpenAt(id, first) && IsOpenAt(id, second)) return Note{BeginBefore(id, first), "a transaction is open here"};
    const auto [known, added] = above_.try_emplace(id);
    if (added) known->second = BeginAbove(id);
    return known->second;
  }

  // The nearest; each function on the way is asked once, however many calls lead to it.
  std::optional<Note> BeginAbove(FunctionId id) const {
    std::set<FunctionId> seen = {id};
    std::vector<FunctionId> callees = {id};
    for (int depth = 0; depth <= kMostDepth && !callees.empty(); ++depth) {
      std::vector<FunctionId> callers;
      for (const FunctionId callee : callees)
        for (const CallSite& site : cover_.CallersOf(callee)) {
          if (IsOpenAt(site.caller, site.value)) return Note{At(site.caller, site.value), fmt::format("`{}` is called here in a transaction", program_.FunctionName(callee))};
          if (seen.insert(site.caller).second) callers.push_back(site.caller);
        }
      callees = std::move(callers);
    }
    return std::nullopt;
  }

  // The nearest call above that begins one.
  Place BeginBefore(FunctionId id, uint32_t call) const {
    const Place until = At(id, call);
    const facts::Local* object = ObjectBefore(id, call);
    Place best = object == nullptr ? until : program_.PlaceOf(program_.functions()[id].unit, object->location());
    bool found = object != nullptr;
    for (const facts::Op* op : *program_.functions()[id].facts->ops()) {
      if (op->kind() != OpKind::Call || op->value() == kNone || !Does(id, op->value(), EffectRole::kBegin)) continue;
      const Place place = At(id, op->value());
      if (place < until && (!found || best < place)) best = place, found = true;
    }
    return best;
  }

  // Calls that end a transaction.
  std::set<uint32_t> EndsIn(FunctionId id) const {
    std::set<uint32_t> ends;
    for (const facts::Op* op : *program_.functions()[id].facts->ops())
      if (op->kind() == OpKind::Call && op->value() != kNone && (Does(id, op->value(), EffectRole::kCommit) || Does(id, op->value(), EffectRole::kRollback)))
        ends.insert(op->value());
    return ends;
  }

  bool Does(FunctionId id, uint32_t call, EffectRole role) const {
    const paths::EffectKind kind = role == EffectRole::kBegin    ? paths::EffectKind::kBegin
                                   : role == EffectRole::kCommit ? paths::EffectKind::kCommit
                                                                 : paths::EffectKind::kRollback;
    for (const FunctionId target : program_.Targets(id, call))
      for (const paths::Outcome& outcome : paths_.summaries[target].outcomes)
        if (std::any_of(outcome.effects.begin(), outcome.effects.end(), [&](const paths::Effect& effect) { return effect.kind == kind; })) return true;
    for (const std::string& name : paths::CalleeNames(program_, id, call))
      for (const EffectRow* row : vocabulary_.models().FindEffects(name))
        if (row->role == role) return true;
    const facts::Value& value = *program_.functions()[id].facts->values()->Get(call);
    auto operands = facts::Operands(*program_.functions()[id].facts, value);
    const SymbolId callee = program_.SymbolOf(id, value);
    if ((value.flags() & facts::kHasReceiver) != 0 && !operands.empty() && operands[0] != kNone && callee != kNone)
      if (const TypeRow* row = RowOf(id, program_.functions()[id].facts->values()->Get(operands[0])->type()))
        if (program_.symbols()[callee].name == (role == EffectRole::kCommit ? row->commit : role == EffectRole::kRollback ? row->rollback : row->begin)) return true;
    const auto sites = sites_.find(id);
    if (sites == sites_.end()) return false;
    return std::any_of(sites->second.begin(), sites->second.end(), [&](const QuerySite& site) {
      const std::string& verb = queries_[site.query].text.verb;
      const bool begins = verb == "BEGIN" || verb == "START", commits = verb == "COMMIT" || verb == "END", ends = verb == "ROLLBACK" || verb == "ABORT";
      return site.value == call && (role == EffectRole::kBegin ? begins : role == EffectRole::kCommit ? commits : ends);
    });
  }

  // A path leads from the one call to the other, and the transaction does not end on it.
  bool Follows(FunctionId id, uint32_t first, uint32_t second, const std::set<uint32_t>& ends) const {
    const facts::Function& f = *program_.functions()[id].facts;
    std::vector<bool> seen(f.blocks()->size());
    std::vector<std::pair<uint32_t, uint32_t>> pending;
    for (uint32_t b = 0; b < f.blocks()->size(); ++b)
      for (uint32_t i = 0; i < f.blocks()->Get(b)->op_count(); ++i) {
        const facts::Op& op = *f.ops()->Get(f.blocks()->Get(b)->first_op() + i);
        if (op.kind() == OpKind::Call && op.value() == first) pending.emplace_back(b, i + 1);
      }
    while (!pending.empty()) {
      const auto [b, from] = pending.back();
      pending.pop_back();
      const facts::Block& block = *f.blocks()->Get(b);
      bool goes_on = true;
      for (uint32_t i = from; i < block.op_count() && goes_on; ++i) {
        const facts::Op& op = *f.ops()->Get(block.first_op() + i);
        if (op.kind() == OpKind::Call && op.value() == second) return true;
        goes_on = op.kind() == OpKind::Call ? ends.count(op.value()) == 0 : op.kind() != OpKind::ScopeEnd || !IsTransaction(id, op.ref());
      }
      if (!goes_on) continue;
      for (const uint32_t successor : facts::Successors(f, block))
        if (!seen[successor]) seen[successor] = true, pending.emplace_back(successor, 0);
    }
    return false;
  }

  bool IsTransaction(FunctionId id, uint32_t local) const {
    return RowOf(id, program_.functions()[id].facts->locals()->Get(local)->type()) != nullptr;
  }

  // By a row that both lock first, or because they cannot mean the same rows.
  static bool IsKeptApart(const Ordered& one, const Ordered& other) {
    for (const auto& [table, alone] : one.before)
      if (const auto same = other.before.find(table); same != other.before.end() && (alone || same->second)) return true;
    return AreApart(one.first, other.second) || AreApart(one.second, other.first);
  }

  // Several can share a lock.
  static bool AreApart(const Access& one, const Access& other) {
    if (IsShared(one) && IsShared(other)) return true;
    for (const AccessKey& a : one.keys)
      for (const AccessKey& b : other.keys)
        if (!a.given && !b.given && a.path.root == ValuePath::kLiteral && b.path.root == ValuePath::kLiteral && sql::SameName(a.column, b.column) && a.path != b.path) return true;
    return false;
  }

  Place At(FunctionId id, uint32_t call) const {
    const ProgramFunction& function = program_.functions()[id];
    return program_.PlaceOf(function.unit, function.facts->values()->Get(call)->location());
  }

  TableOrder Tell(const Ordered& order) const {
    TableOrder told{std::string(order.first.table()->name), std::string(order.second.table()->name), order.second.place, program_.FunctionName(order.function), {order.begin}};
    for (const Access* access : {&order.first, &order.second}) {
      const std::string what = fmt::format("{} rows of `{}` are locked{}", access == &order.first ? "first" : "then", access->table()->name,
                                           access->path.empty() ? fmt::format(": {}", Display(queries_[access->query].text)) : " here");
      told.way.push_back({access->place, what});
      told.way.insert(told.way.end(), access->path.begin(), access->path.end());
      if (!access->path.empty()) told.way.back().message += fmt::format(": {}", Display(queries_[access->query].text));
    }
    return told;
  }

  const flow::Vocabulary& vocabulary_;
  const Program& program_;
  const paths::PathFacts& paths_;
  const QuerySites& sites_;
  const std::vector<Query>& queries_;
  std::deque<sql::Script> scripts_;
  const ValuePaths values_;
  const TransactionCover cover_;
  const Courses courses_;
  bool one_writer_ = false;
  std::vector<Ordered> orders_;
  std::map<FunctionId, std::optional<Note>> above_;      // where transactions around whole functions begin
};

}  // namespace

std::vector<TransactionConflict> FindTransactionConflicts(const flow::Vocabulary& vocabulary, const paths::PathFacts& paths, const QuerySites& sites,
                                                          const std::vector<Query>& queries) {
  return Finder(vocabulary, paths, sites, queries).Run();
}

}  // namespace backlint
