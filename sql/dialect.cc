#include "sql/dialect.h"

namespace backlint::sql {

std::string_view Name(Dialect dialect) {
  switch (dialect) {
    case Dialect::kUnknown:
      return "unknown";
    case Dialect::kPostgres:
      return "postgresql";
    case Dialect::kMysql:
      return "mysql";
    case Dialect::kSqlite:
      return "sqlite";
  }
  return "unknown";
}

}  // namespace backlint::sql
