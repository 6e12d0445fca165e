// What all walks read: rows, texts of calls, classes with destructors, and the summaries so far.
#ifndef BACKLINT_PATHS_KNOWLEDGE_H_
#define BACKLINT_PATHS_KNOWLEDGE_H_

#include <map>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "flow/summary.h"
#include "flow/vocabulary.h"
#include "paths/exception_class.h"
#include "paths/summary.h"

namespace backlint::paths {

enum class Verb : uint8_t { kOther, kBegin, kCommit, kRollback, kWrite };

// What a whole SQL text does to the transaction; kOther when it holds several statements.
Verb VerbOf(std::string_view sql);

class Knowledge {
 public:
  // All must outlive the object.
  Knowledge(const flow::Vocabulary& vocabulary, const flow::TextFacts& texts, PathFacts* facts);

  const flow::Vocabulary& vocabulary() const { return vocabulary_; }
  const Program& program() const { return vocabulary_.program(); }
  const flow::TextFacts& texts() const { return texts_; }
  PathFacts* facts() const { return facts_; }

  // Rows of the call that hold for the way in which it is written.
  std::vector<const EffectRow*> EffectsOf(FunctionId caller, uint32_t call) const;
  // The callee looks at handles and keeps none: a row of texts, or a list of its library, says so.
  bool Borrows(FunctionId caller, uint32_t call) const;
  // What the library's function throws when it fails. What a caller rules out by looking first (an index that is too large) is no
  // failure; a text that is no number is one.
  std::vector<Thrown> FailuresOf(FunctionId caller, uint32_t call) const;
  const ExceptionClasses& exceptions() const { return exceptions_; }
  // Plain structs have no destructor that could give back what their fields hold.
  bool IsPlain(uint32_t unit, uint32_t type) const;
  const PathSummary& SummaryOf(FunctionId function) const { return facts_->summaries[function]; }
  bool RunsQueries(FunctionId function) const { return texts_.summaries[function].queries; }
  FunctionId DestructorOf(uint32_t unit, uint32_t type) const;

  // The texts that a query's call runs, or that a call passes as a parameter; nullptr when nothing is known.
  const flow::Sink* SinkOf(FunctionId function, uint32_t call) const;
  const flow::CallTexts* PassedTo(FunctionId target, FunctionId caller, uint32_t call) const;

 private:
  SymbolId RecordOf(uint32_t unit, uint32_t type) const;

  const flow::Vocabulary& vocabulary_;
  const flow::TextFacts& texts_;
  PathFacts* facts_;
  const ExceptionClasses exceptions_;
  std::unordered_set<SymbolId> plain_;
  std::unordered_map<SymbolId, FunctionId> destructors_;
  std::map<std::tuple<FunctionId, FunctionId, uint32_t>, const flow::CallTexts*> passed_;
};

}  // namespace backlint::paths

#endif  // BACKLINT_PATHS_KNOWLEDGE_H_
