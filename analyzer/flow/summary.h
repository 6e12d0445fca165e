// What flow knows after one walk over the program: per function what it returns and writes, which texts reach which calls,
// where SQL runs, and what fields and globals are given.
#ifndef BACKLINT_FLOW_SUMMARY_H_
#define BACKLINT_FLOW_SUMMARY_H_

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "flow/state.h"
#include "flow/text.h"

namespace backlint::flow {

// Texts of one call to a function of the program. `texts` by parameter; what lies past the last parameter are variable arguments.
struct CallTexts {
  CallSite site;
  std::vector<TextSet> texts;
};

enum class SinkKind {
  kQuery,           // runs or prepares `text`
  kRegistration,    // prepares a statement under a name; `text` is the name, kNameEnd, and the statement
  kExecution        // runs what was registered; `text` is the name
};
inline constexpr std::string_view kNameEnd{"\0", 1};

// A call that takes SQL text, or the name of a statement, by a model row. The text may begin in a caller: see Expand.
struct Sink {
  SinkKind kind = SinkKind::kQuery;
  FunctionId function = kNone;
  uint32_t value = kNone;         // the call
  const CallRow* row = nullptr;
  TextSet text;
  std::vector<TextSet> binds;
};

// What a text begins with that goes to a call of which neither body nor row is known: a literal, cut, or a parameter of the caller.
// For hints about missing rows, so only texts that could be a sentence or a statement are kept, and not more than kMostHanded.
struct HandedText {
  CallSite site;
  SymbolId callee = kNone;
  Piece beginning;
};
inline constexpr size_t kMostHanded = 50'000;

// What is known of a parameter's text where the function answers.
enum class Tested : uint8_t { kNot, kNoQuote, kWhole };

struct FunctionSummary {
  TextSet returns;
  std::map<uint32_t, TextSet> writes;      // parameter -> what it holds afterwards; only parameters that are written through
  std::map<uint32_t, TextSet> captures;    // lambdas: capture by reference -> what it holds afterwards
  PlaceKey place;                          // what it returns a reference or a pointer to: a global, or something of its object or of a parameter
  std::set<SymbolId> changes;              // fields and globals that it, or something that it calls, gives a text to
  std::map<uint32_t, Tested> tested[2];    // parameter -> what is known of it after an answer of false (0) or true (1); without an answer: both
  bool answers_variable = false;           // answers what a variable holds, whose meaning is not followed
  bool queries = false;                    // it, or something that it calls, runs SQL
};

struct FlowStats {
  uint64_t functions = 0;
  std::vector<FunctionId> functions_cut;   // the walk ended before the function did; perhaps one more than once
};

// Everything that flow has learned. Filled by Analyze, read by the backend.
struct TextFacts {
  std::vector<FunctionSummary> summaries;                               // by FunctionId
  std::vector<std::vector<Sink>> sinks;                                 // by FunctionId
  std::vector<std::vector<CallTexts>> incoming;                         // by FunctionId of the callee
  std::unordered_map<SymbolId, std::vector<std::pair<FunctionId, TextSet>>> fields;   // what each function gives to a field
  std::unordered_map<SymbolId, std::vector<std::pair<FunctionId, TextSet>>> globals;
  std::unordered_map<FunctionId, std::vector<TextSet>> captured;        // of lambdas, by capture
  std::set<SymbolId> changed_globals;      // that functions, not only initialisers, write to or hand out
  std::vector<HandedText> handed;
  std::map<std::pair<FunctionId, uint32_t>, HolePtr> clocks;           // values that calls are given and that are local time
  std::set<std::pair<FunctionId, uint32_t>> request_numbers;           // calls that make a number of what a request says
  FlowStats stats;
};

}  // namespace backlint::flow

#endif  // BACKLINT_FLOW_SUMMARY_H_
