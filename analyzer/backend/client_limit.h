// Statements whose number of rows a client chooses: LIMIT takes a number of a request, and nothing on its way bounds it from above.
#ifndef BACKLINT_BACKEND_CLIENT_LIMIT_H_
#define BACKLINT_BACKEND_CLIENT_LIMIT_H_

#include <vector>

#include "backend/query.h"
#include "backend/repetition.h"
#include "flow/summary.h"

namespace backlint {

// Fills `client_limit`. Any comparison of the number with more than 1, and any call that makes one number of several, counts as a bound.
void MarkClientLimits(const flow::Vocabulary& vocabulary, const flow::TextFacts& facts, const QuerySites& sites, std::vector<Query>* queries);

}  // namespace backlint

#endif  // BACKLINT_BACKEND_CLIENT_LIMIT_H_
