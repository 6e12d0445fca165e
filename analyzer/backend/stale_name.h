// Tables and columns that migrations have taken away while the program still asks for them.
#ifndef BACKLINT_BACKEND_STALE_NAME_H_
#define BACKLINT_BACKEND_STALE_NAME_H_

#include <span>
#include <string>
#include <vector>

#include "backend/migration_review.h"
#include "backend/query.h"

namespace backlint {

struct StaleName {
  Place place;                              // of the statement that takes the name away
  std::string table;
  std::string column;                       // empty: the table as a whole
  std::string renamed;                      // the new name; empty when it is dropped
  bool written = false;                     // by one of the uses
  std::vector<const SqlStatement*> uses;    // in program text; at least one
};

// Only names that the schema does not have once everything has run, and statements that name them beyond doubt. Functions that change the
// schema themselves are left out: what they ask for may be there when they run.
std::vector<StaleName> FindStaleNames(const Database& database, std::span<const Query> queries, std::span<const StepReview> reviews);

}  // namespace backlint

#endif  // BACKLINT_BACKEND_STALE_NAME_H_
