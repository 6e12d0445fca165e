// Where the holes of an assembled statement stand. Needs the lexer only, never the whole grammar, so that it has an answer for
// every text, finished or not.
#ifndef BACKLINT_SQL_HOLE_POSITION_H_
#define BACKLINT_SQL_HOLE_POSITION_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sql/dialect.h"
#include "sql/segmented_text.h"

namespace backlint::sql {

enum class HolePosition : uint8_t {
  kStatement,         // the whole statement, or its beginning: nothing but blanks before it
  kQuoted,            // inside '...'
  kLike,              // inside the '...' of a LIKE or ILIKE pattern
  kValue,             // a bare value: after an operator, in VALUES (...), IN (...), a function's argument, SET c = hole
  kLimit,             // the value of LIMIT or OFFSET
  kIdentifier,        // a table or column name, whole or glued to a part of one (t_<hole>)
  kQuotedIdentifier,  // inside "...", `...` or [...]
  kOrderBy,           // a term of ORDER BY or GROUP BY, or its direction
  kClause,            // anything longer: a tail, a where-clause, a list of columns, something that cannot be told
  kComment            // inside a comment
};

std::string_view Name(HolePosition position);

struct HolePlace {
  HolePosition position = HolePosition::kClause;
  std::string_view verb;  // of the innermost statement around the hole, `UPDATE`; empty when the text does not show it
};

// One answer for each hole, in order. A hole inside quotes is taken to leave the quotes open; a bare hole is one complete
// token. Inside dollar quotes a hole is kClause: what they hold is code, or text that no escaper fits.
std::vector<HolePlace> PlaceHoles(std::span<const Segment> segments, Dialect dialect);
std::vector<HolePosition> ClassifyHoles(std::span<const Segment> segments, Dialect dialect);

// True when the text begins like a statement of SQL (a known verb in the right form, after blanks, comments and
// parentheses), so that "select a file" or "update available" is not one. A hole may follow directly.
bool BeginsStatement(std::string_view text);

// The first word behind blanks, comments and parentheses, in capitals; empty when there is none.
std::string FirstVerb(std::string_view text);

// What the tokens tell about the dialect: back ticks, AUTO_INCREMENT, `$1`, `::`, AUTOINCREMENT, ...; kUnknown when nothing
// does.
Dialect GuessDialect(std::span<const Segment> segments);

// What the name of a file or of its folders tells: `schema.mysql.sql`, `pgsql/001_users.sql`; kUnknown when nothing does.
Dialect GuessDialectOfPath(std::string_view path);

}  // namespace backlint::sql

#endif  // BACKLINT_SQL_HOLE_POSITION_H_
