// The facts of statements in words, for comparison in tests.
#ifndef BACKLINT_TESTS_SQL_STATEMENT_TEXT_H_
#define BACKLINT_TESTS_SQL_STATEMENT_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

#include "sql/script.h"

namespace backlint::sql {

// `§` is a hole.
std::vector<Segment> Segments(std::string_view text);

// `select; read t; where t.a = placeholder; order t.b desc; limit 5`. Nested blocks stand in brackets behind the outer one.
std::string Describe(const Statement& statement);

// Of all statements, with ` / ` between.
std::string Facts(std::string_view text, Dialect dialect);

}  // namespace backlint::sql

#endif  // BACKLINT_TESTS_SQL_STATEMENT_TEXT_H_
