#ifndef BACKLINT_SQL_DIALECT_H_
#define BACKLINT_SQL_DIALECT_H_

#include <cstdint>
#include <string_view>

namespace backlint::sql {

// kUnknown reads what all three have in common, and both readings where they differ are taken as possible.
enum class Dialect : uint8_t { kUnknown, kPostgres, kMysql, kSqlite };

std::string_view Name(Dialect dialect);

}  // namespace backlint::sql

#endif  // BACKLINT_SQL_DIALECT_H_
