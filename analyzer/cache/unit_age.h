// Which units of earlier runs are worth keeping, and the table that remembers when each was last used.
//
// A run that does not meet a unit proves nothing: another build folder, other flags or part of the project may be next. So a unit goes
// when its source has vanished, when no run has used it for a month, or when the same source has been seen with many other commands
// since. Days, not moments: a run in which nothing changed writes nothing.
#ifndef BACKLINT_CACHE_UNIT_AGE_H_
#define BACKLINT_CACHE_UNIT_AGE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "cache/database.h"

namespace backlint::cache {

struct KeptUnit {
  int64_t id = 0;
  std::string source;
  bool live = false;          // of this run
  bool vanished = false;      // its source is gone
  int64_t day = 0;            // of its last use
};

// Ids of the units to remove.
std::vector<int64_t> Outdated(std::vector<KeptUnit> units, int64_t today);

class UnitAge {
 public:
  explicit UnitAge(Database* database) : database_(database) {}

  // Fills in the days; units that the table does not know, and those that a clock going back has left in the future, were used today.
  // SQLITE_OK or the error.
  int Read(int64_t today, std::vector<KeptUnit>* units) const;
  // Live units were used today; rows of units that are not among these go away. Within the caller's transaction.
  int Write(int64_t today, const std::vector<KeptUnit>& units) const;

 private:
  Database* database_;
};

}  // namespace backlint::cache

#endif  // BACKLINT_CACHE_UNIT_AGE_H_
