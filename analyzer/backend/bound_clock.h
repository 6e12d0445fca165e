// Local time that reaches a statement apart from its text: through a placeholder.
#ifndef BACKLINT_BACKEND_BOUND_CLOCK_H_
#define BACKLINT_BACKEND_BOUND_CLOCK_H_

#include <vector>

#include "backend/query.h"
#include "backend/repetition.h"
#include "flow/summary.h"

namespace backlint {

// Fills `bound_clocks` of queries of one statement that are understood. Of values that come in as parameters, what callers pass counts.
void MarkBoundClocks(const flow::Vocabulary& vocabulary, const flow::TextFacts& facts, const QuerySites& sites, std::vector<Query>* queries);

}  // namespace backlint

#endif  // BACKLINT_BACKEND_BOUND_CLOCK_H_
