// Queries whose rows are all kept: a loop over the result puts them into a container or a text that lives on behind the loop.
//
// Left out are rows that are looked at one by one, that leave the loop after the first one, and that fill a member: an object that holds
// a table on purpose.
#ifndef BACKLINT_BACKEND_GATHERING_H_
#define BACKLINT_BACKEND_GATHERING_H_

#include <set>
#include <string>
#include <vector>

#include "backend/query.h"
#include "backend/repetition.h"
#include "flow/vocabulary.h"

namespace backlint {

struct Gathering {
  size_t query = 0;            // index into the queries
  Place loop;
  Place growth;                // the call that adds to it
  std::string into;            // as the source calls it; may be empty
};

// Functions on the way from where a query's text begins to where it runs, by query.
using QueryRunners = std::vector<std::set<FunctionId>>;

// By query; at most one for each.
std::vector<Gathering> FindGatherings(const flow::Vocabulary& vocabulary, const QuerySites& sites, const QueryRunners& runners);

}  // namespace backlint

#endif  // BACKLINT_BACKEND_GATHERING_H_
