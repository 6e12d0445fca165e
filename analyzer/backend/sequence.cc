#include "backend/sequence.h"

#include <algorithm>
#include <map>
#include <optional>

#include "backend/course.h"
#include "backend/data_loop.h"
#include "backend/dependence.h"
#include "sql/name_comparison.h"

namespace backlint {
namespace {

constexpr size_t kFarCalls = 2;      // two INSERTs that share no value belong together at most so far away

class Finder {
 public:
  Finder(const flow::Vocabulary& vocabulary, const paths::PathFacts& paths, const QuerySites& sites, const std::vector<Query>& queries)
      : vocabulary_(vocabulary), program_(vocabulary.program()), values_(vocabulary), cover_(vocabulary, paths),
        courses_(vocabulary, values_, sites, queries, cover_, &result_.scripts) {}

  Sequences Run() {
    for (FunctionId id = 0; id < program_.functions().size(); ++id) Search(id);
    return std::move(result_);
  }

 private:
  void Search(FunctionId id) {
    const std::span<const Access> accesses = courses_.Of(id);
    if (accesses.size() < 2) return;
    const Graph graph(*program_.functions()[id].facts);
    std::optional<DataLoops> loops;
    for (size_t i = 0; i < accesses.size(); ++i)
      for (size_t k = i + 1; k < accesses.size(); ++k) {
        const Access &first = accesses[i], &second = accesses[k];
        // What one call does one after the other is the matter of its body.
        if (first.value == second.value || !second.Writes()) continue;
        Sequence sequence;
        sequence.first = first;
        sequence.second = second;
        Share(&sequence);
        if (!Related(sequence) || OnOtherConnection(sequence) || !graph.Follows(first.value, second.value)) continue;
        if (!loops) loops.emplace(vocabulary_, id);
        Describe(id, graph, *loops, &sequence);
        result_.all.push_back(std::move(sequence));
      }
  }

  void Share(Sequence* sequence) const {
    const auto &left = sequence->first.keys, &right = sequence->second.keys;
    for (size_t i = 0; i < left.size(); ++i)
      for (size_t k = 0; k < right.size(); ++k) {
        if (!left[i].path.IsKey() || left[i].path != right[k].path) continue;
        if (values_.ChangesBetween(left[i].path, sequence->first.place.line + 1, sequence->second.place.line)) continue;
        sequence->shared.emplace_back(i, k);
        sequence->shared_names.push_back(values_.NameOf(left[i].path));
      }
  }

  static bool Related(const Sequence& sequence) {
    if (!sequence.shared.empty()) return true;
    const sql::Table &first = *sequence.first.table(), &second = *sequence.second.table();
    if (sql::SameName(first.name, second.name)) return true;
    return sequence.first.Is(sql::StatementKind::kInsert) && sequence.second.Is(sql::StatementKind::kInsert) &&
           sequence.first.path.size() <= kFarCalls && sequence.second.path.size() <= kFarCalls;
  }

  // Variables that are not the same one are two connections only when they are connections themselves, not statements made of one.
  bool OnOtherConnection(const Sequence& sequence) const {
    const ValuePath &first = sequence.first.connection, &second = sequence.second.connection;
    return IsConnection(first) && IsConnection(second) && first != second;
  }

  bool IsConnection(const ValuePath& path) const {
    if (path.root != ValuePath::kVariable || !path.steps.empty()) return false;
    const ProgramFunction& function = program_.functions()[path.function];
    const TypeRow* row = vocabulary_.TypeRowOf(function.unit, function.facts->locals()->Get(path.index)->type());
    return row && row->role == TypeRole::kConnection;
  }

  void Describe(FunctionId id, const Graph& graph, const DataLoops& loops, Sequence* sequence) {
    const uint32_t first = sequence->first.value, second = sequence->second.value;
    sequence->function = program_.FunctionName(id);
    sequence->in_transaction = cover_.IsOpenAt(id, first) || cover_.IsOpenAt(id, second) || cover_.HasCallersWithTransaction(id);
    sequence->decides = DecidesByAbsence(vocabulary_, id, graph, first, second);
    const uint32_t loop = loops.Around(graph.BlockOf(second));
    sequence->repeated = loop != kNone && loops.Around(graph.BlockOf(first)) != loop;
    sequence->locked = cover_.IsLocked(id);
    sequence->locks_rows = courses_.LocksRows(id);
    sequence->defines = courses_.Defines(id);
    sequence->serializable = IsSerializable(id);
    sequence->duplicates = TakesDuplicates(id, graph.BlockOf(second));
  }

  // The transaction around the sequence: its function's, or that of all its callers.
  bool IsSerializable(FunctionId id) {
    // For one that leads to itself the others decide.
    const auto [known, added] = serializable_.try_emplace(id, true);
    if (!added) return known->second;
    const std::vector<CallSite>& callers = cover_.CallersOf(id);
    const bool all = !callers.empty() && std::all_of(callers.begin(), callers.end(), [&](const CallSite& site) { return IsSerializable(site.caller); });
    return serializable_[id] = all || HasSerializable(id) || courses_.IsSerializable(id);
  }

  // `transaction<isolation_level::serializable> work(connection);`
  bool HasSerializable(FunctionId id) const {
    const ProgramFunction& function = program_.functions()[id];
    const facts::UnitFacts& unit = program_.unit(function.unit);
    return std::any_of(function.facts->locals()->begin(), function.facts->locals()->end(), [&](const facts::Local* local) {
      return local->type() != kNone && sql::LowerCase(facts::Text(unit, unit.types()->Get(local->type())->spelling())).find("serializable") != std::string::npos;
    });
  }

  // Classes of errors speak the words of the SQL standard: integrity constraint violation, of a unique key.
  bool TakesDuplicates(FunctionId id, uint32_t block) const {
    const ProgramFunction& function = program_.functions()[id];
    const facts::Function& f = *function.facts;
    const facts::UnitFacts& unit = program_.unit(function.unit);
    for (uint32_t t = f.blocks()->Get(block)->try_block(); t != kNone; t = f.tries()->Get(t)->parent())
      for (uint32_t i = 0; i < f.tries()->Get(t)->handler_count(); ++i) {
        const uint32_t type = f.handlers()->Get(f.tries()->Get(t)->first_handler() + i)->type();
        const std::string name = type == kNone ? "" : sql::LowerCase(facts::Text(unit, unit.types()->Get(type)->spelling()));
        for (std::string_view word : {"unique", "duplicate", "constraint", "integrity"})
          if (name.find(word) != std::string::npos) return true;
      }
    return false;
  }

  const flow::Vocabulary& vocabulary_;
  const Program& program_;
  Sequences result_;
  const ValuePaths values_;
  const TransactionCover cover_;
  const Courses courses_;
  std::map<FunctionId, bool> serializable_;
};

}  // namespace

Sequences FindSequences(const flow::Vocabulary& vocabulary, const paths::PathFacts& paths, const QuerySites& sites,
                        const std::vector<Query>& queries) {
  return Finder(vocabulary, paths, sites, queries).Run();
}

}  // namespace backlint
