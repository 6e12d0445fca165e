// Flow over the whole program, bottom-up.
#ifndef BACKLINT_FLOW_ANALYZE_H_
#define BACKLINT_FLOW_ANALYZE_H_

#include <set>

#include "flow/summary.h"
#include "flow/vocabulary.h"

namespace backlint::flow {

TextFacts Analyze(const Vocabulary& vocabulary);

// One way in which a statement comes about: the sink's text with what one chain of callers passes.
struct Expansion {
  Text text;
  std::vector<CallSite> callers;      // outwards from the sink
  Text begun;                         // the text where it begins: before what only its parameters are replaced
  size_t owner = 0;                   // so many callers outwards it begins; 0: where the sink is
  bool complete = true;               // no hole waits for a caller
};

// All ways, about `most` (of many that begin at different calls some of each); holes that stand for parameters of functions without known callers stay. Fields and globals are
// replaced by what the program gives to them where that is text. Sets `cut` when something was left out.
std::vector<Expansion> Expand(const Vocabulary& vocabulary, const TextFacts& facts, const Sink& sink, size_t most, bool* cut);

}  // namespace backlint::flow

#endif  // BACKLINT_FLOW_ANALYZE_H_
