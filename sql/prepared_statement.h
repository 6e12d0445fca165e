// Statements that the text of another one prepares under a name: `PREPARE name (types) AS SELECT ...`.
#ifndef BACKLINT_SQL_PREPARED_STATEMENT_H_
#define BACKLINT_SQL_PREPARED_STATEMENT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace backlint::sql {

struct PreparedStatement {
  std::string name;    // without quotes; in lower case when it is written without them
  uint32_t begin = 0;  // of the statement, in the text
};

// What the beginning of a text prepares; nothing when it is another statement, or when the beginning does not reach to the AS.
std::optional<PreparedStatement> ReadPreparedStatement(std::string_view text);

}  // namespace backlint::sql

#endif  // BACKLINT_SQL_PREPARED_STATEMENT_H_
