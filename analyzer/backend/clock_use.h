// Which clock the values of columns come from: text of the program's local clock, and functions of SQL that tell the time.
#ifndef BACKLINT_BACKEND_CLOCK_USE_H_
#define BACKLINT_BACKEND_CLOCK_USE_H_

#include <span>
#include <string>
#include <vector>

#include "backend/database.h"
#include "backend/query.h"

namespace backlint {

// A column that a statement of the program stores a time in, or compares with one. Only where statement and column are known beyond doubt.
struct ClockUse {
  const SqlStatement* statement = nullptr;
  std::string table, column;                  // as written
  const sql::SchemaColumn* definition = nullptr;   // nullptr when the table is not known
  bool local = false;                         // wall-clock time of a zone; else UTC. Clocks of a session are left out: nobody knows their zone
  bool program = false;                       // read by the program, at `read`; else by the database
  bool stored = false;                        // else compared
  Place read;
};

// Dates without a time of day are left out, and so are texts that carry their zone with them.
std::vector<ClockUse> FindClockUses(const Database& database, std::span<const Query> queries);

}  // namespace backlint

#endif  // BACKLINT_BACKEND_CLOCK_USE_H_
