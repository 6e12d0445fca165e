// What changing the type of a column costs.
#ifndef BACKLINT_SQL_TYPE_CHANGE_H_
#define BACKLINT_SQL_TYPE_CHANGE_H_

#include "sql/ddl.h"
#include "sql/schema.h"

namespace backlint::sql {

enum class TypeChange : uint8_t {
  kFree,     // only the catalogue changes
  kCopy,     // every row is written anew
  kUnknown   // the text does not tell
};

// PostgreSQL. `from` is nullptr when the present type is not known. `utc`: the session's time zone is UTC, where timestamps with and
// without a zone hold the same bits.
TypeChange PostgresTypeChange(const SchemaColumn* from, const ColumnDefinition& to, std::string_view conversion, bool utc);

// MySQL's MODIFY and CHANGE, as far as the type goes.
TypeChange MysqlTypeChange(const SchemaColumn* from, const ColumnDefinition& to);

}  // namespace backlint::sql

#endif  // BACKLINT_SQL_TYPE_CHANGE_H_
