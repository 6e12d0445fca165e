// Two statements, one after the other on some path of a function, that speak of one table or are keyed by one value.
#ifndef BACKLINT_BACKEND_SEQUENCE_H_
#define BACKLINT_BACKEND_SEQUENCE_H_

#include <deque>
#include <string>
#include <vector>

#include "backend/access.h"
#include "backend/repetition.h"
#include "paths/summary.h"

namespace backlint {

struct Sequence {
  Access first, second;
  std::string function;
  // Index pairs into the keys of both: the same value of the program, which does not change in between.
  std::vector<std::pair<size_t, size_t>> shared;
  std::vector<std::string> shared_names;      // as the source calls them
  bool in_transaction = false;   // around both, as far as can be excluded at all
  bool decides = false;          // the second runs when the first has told of nothing, as far as the condition can be read
  bool repeated = false;         // the second runs in a loop that the first stands outside of
  bool locked = false;           // a lock of the program may be held around both
  bool locks_rows = false;       // the function locks rows, tables or names by statement
  bool serializable = false;     // the function, or all of its callers, ask for a transaction that runs as if alone
  bool duplicates = false;       // a handler around the second takes the errors of unique keys
  bool defines = false;          // the function sets up tables
};

struct Sequences {
  std::deque<sql::Script> scripts;      // that the accesses point into
  std::vector<Sequence> all;            // by function, first and second
};

Sequences FindSequences(const flow::Vocabulary& vocabulary, const paths::PathFacts& paths, const QuerySites& sites,
                        const std::vector<Query>& queries);

}  // namespace backlint

#endif  // BACKLINT_BACKEND_SEQUENCE_H_
