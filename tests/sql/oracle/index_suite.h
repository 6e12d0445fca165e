// Schemas and queries on them, for which engines are asked whether an index serves.
#ifndef BACKLINT_TESTS_SQL_ORACLE_INDEX_SUITE_H_
#define BACKLINT_TESTS_SQL_ORACLE_INDEX_SUITE_H_

#include <string>
#include <string_view>
#include <vector>

#include "sql/dialect.h"

namespace backlint::sql {

struct IndexPair {
  std::string_view keys;  // besides the tables below; statements
  std::string_view query;
  bool served = false;  // the rows of `t` are found, or sorted, by a key
};

// CREATE TABLE t (id, a, b, c, name) and u (id, t_id, a).
std::string_view IndexTables(Dialect dialect);
const std::vector<IndexPair>& IndexPairs();

// Whether a key of `t` serves the query, by sql/index_use.h.
bool IsServed(const IndexPair& pair, Dialect dialect);

}  // namespace backlint::sql

#endif  // BACKLINT_TESTS_SQL_ORACLE_INDEX_SUITE_H_
