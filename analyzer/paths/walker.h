// One walk over one function, along all its paths: which handles they hold, which transactions are open, how they end.
#ifndef BACKLINT_PATHS_WALKER_H_
#define BACKLINT_PATHS_WALKER_H_

#include <deque>
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "paths/knowledge.h"
#include "paths/state.h"

namespace backlint::paths {

class Walker {
 public:
  // `final`: issues are written down; earlier rounds over a cycle of calls only refine summaries.
  Walker(const Knowledge& knowledge, FunctionId function, bool final);

  // Replaces what is known of the function.
  void Run();

 private:
  using States = std::vector<State>;

  // walker.cc: blocks and operations
  void Walk();
  void WalkBlock(uint32_t block, State state);
  void Arrive(uint32_t block, State state);
  void Choose(const facts::Op& op, std::span<const uint32_t> successors, const State& state);
  States Execute(const facts::Op& op, State state, uint32_t block);
  void Declare(const facts::Op& op, State* state);
  void Assign(const facts::Op& op, State* state);
  void FindReferences();
  void JoinAlike(States* states, uint32_t block);
  void Cut() { cut_ = true; }

  // evaluate.cc: values and places
  Content Evaluate(uint32_t value, const State& state, int depth = 0);
  Content EvaluateBinary(uint32_t value, const State& state, int depth);
  PlaceId PlaceOf(uint32_t value, const State& state, int depth = 0);
  bool IsNothingElse(const Content& left, const Content& right, const State& state) const;
  bool IsOutside(PlaceId place) const;         // callers or other objects can see what it holds
  bool IsUnderConstruction(PlaceId place) const;      // a plain pointer of the object whose constructor this is
  bool IsReference(uint32_t local) const;
  std::string NameOf(PlaceId place) const;
  std::string_view SymbolName(uint32_t value) const;

  // condition.cc
  States Refine(uint32_t condition, bool truth, State state, int depth = 0);
  bool TestsState(uint32_t condition, int depth = 0) const;
  States RefineContent(const Content& content, bool truth, State state, int depth);

  // handle.cc
  void Acquire(SymbolValue handle, const Origin& origin, uint32_t call, State* state);
  bool SurelyHeld(SymbolValue symbol, const Handle& handle, const State& state) const;
  void Restart(SymbolValue symbol, uint32_t call, State* state);
  bool IsDropped(uint32_t call) const;
  void Release(const Content& content, uint32_t call, uint32_t argument, State* state);
  void Use(const Content& content, uint32_t call, State* state);
  void Escape(const Content& content, State* state);
  void EscapeTree(uint32_t value, State* state, int depth = 0);
  void EscapeWithin(PlaceId place, bool itself, State* state);
  void Store(PlaceId place, const Content& content, const facts::Location& where, State* state);
  void Change(PlaceId place, uint32_t call, bool itself, State* state);     // somebody else wrote to it
  void Leave(const State& state, const facts::Location& where, bool exception, const Place& thrown);

  // call.cc
  struct CallInfo {
    std::vector<const EffectRow*> effects;
    std::vector<FunctionId> targets;
    const flow::Sink* sink = nullptr;
    std::vector<Thrown> failures;
    bool borrows = false, queries = false;
  };
  const CallInfo& InfoOf(uint32_t call);
  States Call(const facts::Op& op, State state, uint32_t block);
  void ApplyRows(uint32_t call, const std::vector<const EffectRow*>& rows, State* state);
  void ApplyAcquire(uint32_t call, const EffectRow& row, State* state);
  void ReportDropped(uint32_t call, const std::vector<const EffectRow*>& rows, const State& state);
  void PassToUnknown(uint32_t call, State* state);
  void MarkLast(State* state);
  bool HandsParts(uint32_t argument) const;
  uint32_t Operand(uint32_t call, int place) const;

  // outcome.cc: summaries, applied and made
  States ApplyOutcomes(const facts::Op& op, const std::vector<FunctionId>& targets, State state, uint32_t block);
  bool ApplyOutcome(uint32_t call, FunctionId target, const Outcome& outcome, State* state);
  void EndWhatMayEnd(const facts::Op& op, const PathSummary& summary, const Outcome& outcome, State* state);
  void ApplyEffect(uint32_t call, const Effect& effect, State* state);
  PlaceId MapPlace(uint32_t call, const PlacePath& path, const State& state);
  void End(State state, uint32_t result, const facts::Location& where);
  void EndByException(const State& state, const Thrown& thrown, const Place& at);
  Outcome OutcomeOf(const State& state, const Content& result);
  void AddOutcome(Outcome outcome);
  void Finish();

  // exception.cc
  void Throw(const State& state, uint32_t try_block, const Thrown& thrown, const Place& at);
  Thrown ThrownClass(uint32_t value) const;
  void EndScopesWithin(uint32_t scope, State* state);

  // transaction.cc
  PlaceId Connection(uint32_t call, const State& state);
  PlaceId ConnectionOf(uint32_t value, const State& state);
  void Begin(PlaceId connection, uint32_t call, Success success, State* state);
  void EndTransaction(PlaceId connection, bool commits, State* state);
  void EndTransactionsWithin(PlaceId place, State* state);
  bool EndsInDestructor(uint32_t local) const;
  std::string ConnectionName(PlaceId connection) const;
  void MoveTransactions(PlaceId from, PlaceId to, State* state);      // an object that begins is given its name
  void ForgetTransactions(uint32_t value, State* state);
  void RunSql(uint32_t call, State* state);
  void CheckCommit(uint32_t call);
  void LeaveTransactions(const State& state, const facts::Location& where, bool exception, const Place& thrown);
  void AddRuns(uint32_t parameter, PlaceId connection);
  void AddTransactionEffects(const State& state, Outcome* outcome);
  void FinishTransactions();

  // guard.cc: objects whose destructor rolls back
  void FindUncommitted();
  bool IsKept(uint32_t local, const TypeRow& row) const;
  bool RunsIn(uint32_t call, const facts::Op& declaration);

  const facts::Value& ValueAt(uint32_t index) const { return *f_.values()->Get(index); }
  Place At(const facts::Location& location) const { return program_.PlaceOf(unit_index_, location); }
  Issue MakeIssue(IssueKind kind, uint32_t call) const;
  void Report(Issue issue, SymbolValue about);
  static void AddExit(Issue issue, Issue* known);
  void AddTurns(const State& state, Issue* issue) const;

  const Knowledge& knowledge_;
  const Program& program_;
  const FunctionId id_;
  const ProgramFunction& function_;
  const facts::Function& f_;
  const uint32_t unit_index_;
  const facts::UnitFacts& unit_;
  const bool final_;

  PlaceTable table_;
  SourceTable sources_;
  std::map<uint32_t, CallInfo> calls_;                   // by value
  std::map<uint32_t, uint32_t> references_;              // local -> value that it is another name of
  std::vector<std::vector<State>> entries_;              // by block
  std::vector<std::deque<size_t>> pending_;              // entries to be walked
  std::deque<uint32_t> queue_;
  uint32_t steps_ = 0;
  bool cut_ = false;
  std::map<SymbolValue, std::pair<Origin, uint32_t>> origins_;     // of handles, with the call
  std::set<SymbolValue> escaped_;                        // parameters that somebody keeps, on any path
  FlatMap<uint32_t, CallState> states_at_;               // by call
  std::set<uint32_t> begins_committed_;                  // calls whose transaction some path commits
  bool surely_begins_ = true;                            // of the callee whose outcomes are applied
  std::vector<std::pair<uint32_t, Issue>> open_ends_, nested_;     // by the call that began
  std::map<std::pair<SymbolValue, bool>, Issue> issues_; // one a handle; a second one where it is released or used wrongly
  PathSummary summary_;
};

}  // namespace backlint::paths

#endif  // BACKLINT_PATHS_WALKER_H_
