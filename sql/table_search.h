// What one block of a statement asks of one of its tables: by which columns it finds rows there, and in which order it wants
// them.
#ifndef BACKLINT_SQL_TABLE_SEARCH_H_
#define BACKLINT_SQL_TABLE_SEARCH_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "sql/dialect.h"
#include "sql/statement.h"

namespace backlint::sql {

// What an index could do with a condition.
enum class Lookup : uint8_t {
  kNone,   // nothing: `a <> 1`, `a LIKE '%x'`, `a = b` of one row
  kEqual,  // = IN <=> IS NULL and a column that is the condition itself
  kRange   // < > BETWEEN LIKE 'x%'
};

struct Condition {
  std::string_view column;
  std::string_view function;  // around the column; empty without one
  Lookup lookup = Lookup::kNone;
  bool conjunct = true;     // every row that is wanted meets it
  int32_t partner = kNone;  // the table of the same block whose column gives the value
  bool outer = false;       // a block around this one gives the value, row by row
  const Predicate* predicate = nullptr;
};

struct TableSearch {
  // Those whose column is the table's for sure.
  std::vector<Condition> conditions;
  // ORDER BY of a block that takes the first rows of this table alone; empty when an index could not give that order.
  std::vector<std::string_view> order;
  // Every condition of the block that may be the table's is among `conditions`.
  bool complete = true;

  // Whether the rows that are wanted equal something that is no null here.
  static bool IsEquality(const Condition& condition);
};

// By an unknown dialect what an index of some engine could do.
TableSearch SearchOf(const Statement& statement, uint32_t block, int32_t table, Dialect dialect = Dialect::kUnknown);

}  // namespace backlint::sql

#endif  // BACKLINT_SQL_TABLE_SEARCH_H_
