// Queries that run once in each round of a loop over data, directly or through calls.
//
// A loop over data: over a container, over the rows of a result, or counting to a number that the program does not fix; also what a
// library calls for each element. Left out are loops that wait, retry, serve, go in batches or work off constants, and calls that the
// rounds do not differ in.
#ifndef BACKLINT_BACKEND_REPETITION_H_
#define BACKLINT_BACKEND_REPETITION_H_

#include <map>
#include <string>
#include <vector>

#include "backend/database.h"
#include "backend/query.h"
#include "flow/vocabulary.h"

namespace backlint {

struct Repetition {
  Place loop;
  Place call;                  // in the loop: the query itself, or the call that leads to it
  std::string function;        // that holds the loop
  std::string over;            // what the loop walks over, as the source calls it; may be empty
  std::vector<Note> path;      // from the call to the query; empty when the call is the query
  size_t query = 0;            // index into the queries
};

// Where queries run: by function, the value of the call and the index of the query.
struct QuerySite {
  uint32_t value = kNone;
  size_t query = 0;
  const CallRow* row = nullptr;      // of the call itself; nullptr when it only leads to the library
};
using QuerySites = std::map<FunctionId, std::vector<QuerySite>>;

// In the order of functions; one for each call in a loop.
std::vector<Repetition> FindRepetitions(const flow::Vocabulary& vocabulary, const QuerySites& sites, const std::vector<Query>& queries,
                                        const Database& database);

}  // namespace backlint

#endif  // BACKLINT_BACKEND_REPETITION_H_
