// Which queries run once in the life of the program: on the way from main, or from the initialiser of a global, outside of all loops.
#ifndef BACKLINT_BACKEND_SINGLE_RUN_H_
#define BACKLINT_BACKEND_SINGLE_RUN_H_

#include <vector>

#include "backend/query.h"
#include "backend/repetition.h"
#include "link/program.h"

namespace backlint {

// Sets Query::once. A function whose address is taken, that is virtual or whose callers are not known may run at any time.
void MarkSingleRuns(const Program& program, const QuerySites& sites, std::vector<Query>* queries);

}  // namespace backlint

#endif  // BACKLINT_BACKEND_SINGLE_RUN_H_
