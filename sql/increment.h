// Whether an assignment adds to its own column or takes from it: `SET balance = balance - 5`.
#ifndef BACKLINT_SQL_INCREMENT_H_
#define BACKLINT_SQL_INCREMENT_H_

#include "sql/query_block.h"

namespace backlint::sql {

// 1 for what adds, -1 for what takes, 0 for anything else: `(a + 5)`, `5 + t.a` and `coalesce(a, 0) + 5` add to `a`; `5 - a` and
// `a * 2 + 5` do neither. What is added may be a hole.
int IncrementOf(const Assignment& assignment);

}  // namespace backlint::sql

#endif  // BACKLINT_SQL_INCREMENT_H_
