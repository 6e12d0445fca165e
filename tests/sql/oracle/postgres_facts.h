// What the parser of PostgreSQL says about one statement.
#ifndef BACKLINT_TESTS_SQL_ORACLE_POSTGRES_FACTS_H_
#define BACKLINT_TESTS_SQL_ORACLE_POSTGRES_FACTS_H_

#include <optional>
#include <string>

#include "fact_set.h"

namespace backlint::sql {

// Nothing when it does not take the statement.
std::optional<FactSet> PostgresFacts(const std::string& statement);

// The facts that it tells about a statement of this kind.
std::vector<std::string> PostgresFactNames(const FactSet& facts);

}  // namespace backlint::sql

#endif  // BACKLINT_TESTS_SQL_ORACLE_POSTGRES_FACTS_H_
