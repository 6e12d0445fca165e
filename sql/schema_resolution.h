// Which table a column belongs to, as far as the schema tells beyond the text of the statement.
#ifndef BACKLINT_SQL_SCHEMA_RESOLUTION_H_
#define BACKLINT_SQL_SCHEMA_RESOLUTION_H_

#include "sql/schema.h"
#include "sql/statement.h"

namespace backlint::sql {

// Finds the owners of columns without a qualifier. An owner is sure when no other table of its scope may have such a column.
void ResolveColumns(Statement& statement, const Schema& schema);

}  // namespace backlint::sql

#endif  // BACKLINT_SQL_SCHEMA_RESOLUTION_H_
