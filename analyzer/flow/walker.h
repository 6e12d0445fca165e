// One walk over one function: which texts its places hold, block by block.
//
// Parameters stand as holes, so one walk serves every caller. Loops are walked a few times only: one that adds to a text shows its
// pattern after two rounds, and the text of a third tells nothing new.
#ifndef BACKLINT_FLOW_WALKER_H_
#define BACKLINT_FLOW_WALKER_H_

#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "flow/state.h"
#include "flow/substitute.h"
#include "flow/summary.h"
#include "flow/tested_characters.h"
#include "flow/vocabulary.h"

namespace backlint::flow {

class Walker {
 public:
  // `facts` is read (summaries of callees) and written (this function's results). In a cycle of calls only the last round is `final`:
  // it writes what is kept over all functions (fields, globals, calls); the earlier ones only refine the summary.
  Walker(const Vocabulary& vocabulary, FunctionId function, TextFacts* facts, bool final);

  // Replaces what `facts` knows of the function.
  void Run();

 private:
  // walker.cc: blocks and operations
  void Walk();
  void Execute(const facts::Op& op);
  void Declare(const facts::Op& op);
  void Assign(const facts::Op& op);
  void Leave(uint32_t block, const State& state);
  void Finish();
  void Return(uint32_t value);

  // evaluate.cc: values
  TextSet Evaluate(uint32_t value);
  TextSet EvaluateKind(const facts::Value& value, uint32_t index);
  TextSet Load(const facts::Value& value, uint32_t index);
  TextSet FromSource(uint32_t value) const;
  bool IsRecord(uint32_t type) const;
  static bool IsVariable(const facts::Value& value) { return value.kind() == facts::ValueKind::Local || value.kind() == facts::ValueKind::Parameter; }
  TextSet ParameterText(uint32_t local) const;
  TextSet Character(uint32_t value, const TextSet& text);
  TextSet LoadMember(const facts::Value& value, uint32_t index);
  TextSet LoadGlobal(const facts::Value& value);
  TextSet Unknown(uint32_t value, Origin origin);
  bool IsBuffer(uint32_t value) const;
  std::string Name(uint32_t value, int depth = 0) const;
  Hole HoleOf(uint32_t value, Origin origin) const;
  TextSet Number(uint32_t value);
  const Hole* ClockBehind(uint32_t value, int depth);
  void NoteClock(uint32_t operand, const TextSet& set);
  std::string TypeName(uint32_t type) const;
  bool IsDependent(uint32_t type) const;
  bool MayAddTexts(const facts::Value& sum) const;
  bool Folds(const facts::Value& value) const;
  TextSet Sum(uint32_t left, uint32_t right, const facts::Location& at);
  Place At(const facts::Location& location) const { return program_.PlaceOf(unit_index_, location); }

  // place.cc: where values live
  PlaceKey PlaceOfValue(uint32_t value, int depth = 0);
  TextSet EntryText(const PlaceKey& key);
  void Write(const PlaceKey& place, TextSet set);
  void Publish();
  void Publish(const PlaceKey& place, const TextSet& set);
  const TextSet* BeginsWith(SymbolId field) const;
  void Forget(const std::set<SymbolId>& changed);

  // offset.cc: texts that are written piece by piece
  void NoteOffset(uint32_t local, facts::Operator op, uint32_t value);
  bool CountsOffset(uint32_t local);
  bool AtBeginning(uint32_t local) const;
  bool IsZero(uint32_t value) const;
  bool IsBehind(uint32_t value) const;
  void WriteTo(uint32_t operand, TextSet set);

  // object.cc: objects and their fields
  void GiveFields(const facts::Value& list, const PlaceKey& place);
  uint32_t LocalOf(uint32_t value) const;
  bool IsMadeAnew(uint32_t value) const;
  void FindOwnObjects();
  bool IsOwnObject(uint32_t value);
  TextSet OfOwnObject(TextSet set, uint32_t call, FunctionId target);
  bool AssignObject(uint32_t call);

  // call.cc: what calls do
  void Call(uint32_t value);
  void ApplyTargets(uint32_t value, const std::vector<FunctionId>& targets);
  TextSet Enter(uint32_t call, const std::vector<FunctionId>& targets, const std::vector<TextSet>& texts, std::map<uint32_t, TextSet>* writes);
  PlaceKey AnswerPlace(uint32_t value, const std::vector<FunctionId>& targets);
  void ApplyUnknown(uint32_t value);
  // With the texts that a lambda is called with, when they are known.
  void WriteCaptures(FunctionId lambda, bool certain, const std::vector<TextSet>* texts, const CallPoint& point);
  void LambdasMayRun(uint32_t call);
  void NoteHanded(uint32_t value, SymbolId callee);
  void NoteRequestNumber(uint32_t call);
  uint32_t Operand(const facts::Value& call, int place) const;       // 0 receiver, 1.. arguments; kNone
  TextSet OperandText(uint32_t call, int place);
  TextSet ArgumentText(uint32_t operand);
  std::vector<TextSet> ValuesText(uint32_t call, const Arguments& values);
  void Answer(uint32_t call, int to, TextSet set, bool append = false);
  void AddSink(uint32_t call, const CallRow& row);
  void AddExecution(uint32_t call, const CallRow& row);
  void Record(SinkKind kind, uint32_t call, const CallRow& row, TextSet text);
  bool Applies(uint32_t call, const CallRow& row);
  bool ReadsFromSource(uint32_t value);

  // row.cc: what a model row says
  void ApplyRow(uint32_t value, const CallRow& row);
  void AppendText(uint32_t call, const CallRow& row);
  void ApplyCallable(uint32_t call, const CallRow& row);
  TextSet ElementText(uint32_t call, int place);
  TextSet WithElementType(TextSet set, uint32_t container) const;
  TextSet Format(uint32_t call, const CallRow& row);
  TextSet Escape(uint32_t call, const CallRow& row);
  TextSet Harmless(uint32_t call, const CallRow& row);
  TextSet Replace(uint32_t call, const CallRow& row);

  // refine.cc: what conditions tell
  void Refine(uint32_t condition, bool truth, State* state);
  void RefineCase(const facts::Op& op, size_t edge, State* state);
  void RefineEqual(uint32_t left, uint32_t right, State* state);
  void RefineUnequal(uint32_t left, uint32_t right, State* state);
  void RefineRange(uint32_t left, facts::Operator op, uint32_t right, State* state);
  void RefineSearch(uint32_t call, Tells tells, State* state);
  std::optional<bool> ConstantTruth(uint32_t value) const;
  void RefineOrder(uint32_t call, State* state);
  const CallRow* ComparisonOf(uint32_t call) const;
  PlaceKey WholePlace(uint32_t value);
  void Mark(uint32_t value, const EscapeFor* how, State* state);
  void MarkWithout(uint32_t value, std::string_view characters, State* state);
  void MarkTested(const TestedText& text, State* state);
  uint32_t InitialValue(uint32_t value) const;

  // tested.cc: what functions that test texts tell
  void RefineTested(uint32_t value, State* state);
  void RefineAnswered(uint32_t call, bool truth, State* state);
  void RefineReturned(uint32_t call);
  bool MayBeGiven(uint32_t call, uint32_t argument, const State& state);
  Tested TestedBy(FunctionId target, uint32_t parameter, bool truth) const;
  void NoteTested(const facts::Op* last);
  bool TellsOfEach(uint32_t callable) const;
  bool InspectsText(FunctionId function, uint32_t parameter) const;

  const facts::Value& ValueAt(uint32_t index) const { return *f_.values()->Get(index); }

  const Vocabulary& vocabulary_;
  const Program& program_;
  const FunctionId id_;
  const ProgramFunction& function_;
  const facts::Function& f_;
  const uint32_t unit_index_;
  const facts::UnitFacts& unit_;
  TextFacts* facts_;
  State state_;                                       // at the operation being executed
  std::vector<std::optional<State>> entry_;           // of blocks
  const std::map<uint32_t, TestedText> tested_;         // see TestedCharacters
  std::map<uint32_t, TextSet> answers_;               // of calls, by value
  std::map<uint32_t, PlaceKey> answer_places_;        // calls that hand on a place (`stream << x`)
  const bool final_;
  bool recording_ = false;
  int depth_ = 0;
  FunctionSummary summary_;
  std::set<const facts::Value*> listed_;              // lists whose elements were given to fields
  std::optional<std::set<uint32_t>> counts_offset_;   // locals: see CountsOffset
  std::vector<bool> own_objects_;                     // locals: see FindOwnObjects
  std::map<PlaceKey, TextSet> written_;               // fields and globals: the last text that nobody else has seen
  std::set<uint32_t> given_anew_;                     // parameters that are assigned
  bool several_places_ = false;                       // returns references to different things
  std::vector<Sink> sinks_;
};

}  // namespace backlint::flow

#endif  // BACKLINT_FLOW_WALKER_H_
