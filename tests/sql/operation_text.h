// Operations of DDL in words, for comparison in tests.
#ifndef BACKLINT_TESTS_SQL_OPERATION_TEXT_H_
#define BACKLINT_TESTS_SQL_OPERATION_TEXT_H_

#include <string>
#include <string_view>

#include "sql/script.h"

namespace backlint::sql {

std::string Describe(const Operation& operation);

// Of all statements, with ` / ` between; a statement that is not whole says so in front.
std::string Operations(std::string_view text, Dialect dialect);

}  // namespace backlint::sql

#endif  // BACKLINT_TESTS_SQL_OPERATION_TEXT_H_
