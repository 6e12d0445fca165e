// Paths over the whole program, bottom-up.
#ifndef BACKLINT_PATHS_ANALYZE_H_
#define BACKLINT_PATHS_ANALYZE_H_

#include "flow/summary.h"
#include "flow/vocabulary.h"
#include "paths/summary.h"

namespace backlint::paths {

// Follows handles and transactions. `texts` tells which SQL a call runs.
PathFacts Analyze(const flow::Vocabulary& vocabulary, const flow::TextFacts& texts);

}  // namespace backlint::paths

#endif  // BACKLINT_PATHS_ANALYZE_H_
