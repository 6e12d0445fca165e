// Runs files in a MariaDB server, through its client, and compares the tables that are there afterwards.
#ifndef BACKLINT_TESTS_SQL_ORACLE_MYSQL_ORACLE_H_
#define BACKLINT_TESTS_SQL_ORACLE_MYSQL_ORACLE_H_

#include <string>

#include "fact_set.h"

namespace backlint::sql {

// In a database of its own. The server is reached by its socket; statements that it rejects are passed over, and their tables
// with them.
void CompareMysql(const std::string& path, const std::string& text, const std::string& socket, Agreement& agreement);

}  // namespace backlint::sql

#endif  // BACKLINT_TESTS_SQL_ORACLE_MYSQL_ORACLE_H_
