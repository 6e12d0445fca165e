// Runs statements in an SQLite database in memory and compares what its authorizer and its catalogue say.
#ifndef BACKLINT_TESTS_SQL_ORACLE_SQLITE_ORACLE_H_
#define BACKLINT_TESTS_SQL_ORACLE_SQLITE_ORACLE_H_

#include <string>

#include "fact_set.h"

namespace backlint::sql {

// All statements of `text` one after the other in a database of their own. With `scripted` the text is a test script that holds
// SQL in braces; its database begins anew with each.
void CompareSqlite(const std::string& text, bool scripted, Agreement& agreement);

}  // namespace backlint::sql

#endif  // BACKLINT_TESTS_SQL_ORACLE_SQLITE_ORACLE_H_
