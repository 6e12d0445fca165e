// What the name of a migration tells.
#ifndef BACKLINT_SQL_MIGRATION_NAME_H_
#define BACKLINT_SQL_MIGRATION_NAME_H_

#include <string>
#include <string_view>

namespace backlint::sql {

struct MigrationName {
  std::string folder;        // of the history: for `x/001_a/up.sql` it is `x`
  std::string_view stem;     // what is sorted by: without folder and ending; for up.sql the folder's name
  std::string_view version;  // the digits and marks that the stem begins with, without the letter before it
  bool sql = false;
  bool plan = false;        // a file that names the order of others
  bool up = false;          // x.up.sql, up.sql
  bool down = false;        // x.down.sql, down.sql, U1__x.sql, revert/
  bool lettered = false;    // V1__x, U1__x
  bool baseline = false;    // B1__x
  bool repeatable = false;  // R__x
  bool snapshot = false;    // schema.sql, structure.sql, dump.sql
  bool check = false;       // verify/, test/
};

MigrationName ReadMigrationName(std::string_view path);

// Numbers compare by their value and everything else by its letters: 2 before 10, 1_2 before 1_10.
bool NaturallyBefore(std::string_view a, std::string_view b);

}  // namespace backlint::sql

#endif  // BACKLINT_SQL_MIGRATION_NAME_H_
