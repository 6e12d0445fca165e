// Flow's sinks -> Queries.
#ifndef BACKLINT_BACKEND_QUERY_BUILDER_H_
#define BACKLINT_BACKEND_QUERY_BUILDER_H_

#include <vector>

#include "backend/gathering.h"
#include "backend/query.h"
#include "backend/repetition.h"
#include "flow/analyze.h"

namespace backlint {

struct BuiltQueries {
  std::vector<Query> queries;      // sorted by place
  QuerySites sites;                // where they run; those that are only prepared under a name are left out
  QueryRunners runners;            // by query
  std::vector<Place> cut;          // sorted; of calls whose text has more ways to come about than are followed
};

BuiltQueries BuildQueries(const flow::Vocabulary& vocabulary, const flow::TextFacts& facts);

}  // namespace backlint

#endif  // BACKLINT_BACKEND_QUERY_BUILDER_H_
