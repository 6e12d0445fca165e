// The steps of the project's migrations with what they do to a database in use.
#ifndef BACKLINT_BACKEND_MIGRATION_REVIEW_H_
#define BACKLINT_BACKEND_MIGRATION_REVIEW_H_

#include <string>
#include <vector>

#include "backend/database.h"
#include "sql/hazard.h"

namespace backlint {

struct StepHazard {
  Place place;
  sql::Hazard hazard;
};

struct StepReview {
  const History* history = nullptr;
  const MigrationStep* step = nullptr;
  // No other step follows: it is the one that has still to run everywhere. Versions that are dates are newest by the day.
  bool newest = false;
  std::vector<StepHazard> hazards;
};

// Of ordered histories, step by step; those without a hazard are left out. So are folders of tests and examples, and files that set a database
// up from nothing (01_tables.sql, 02_indexes.sql), which no one uses yet. Steps in folders of old ones (archive/) are never newest.
std::vector<StepReview> ReviewMigrations(const Database& database);

}  // namespace backlint

#endif  // BACKLINT_BACKEND_MIGRATION_REVIEW_H_
