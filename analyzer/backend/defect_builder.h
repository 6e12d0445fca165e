// Issues of the path walk -> what checks read of handles and transactions.
#ifndef BACKLINT_BACKEND_DEFECT_BUILDER_H_
#define BACKLINT_BACKEND_DEFECT_BUILDER_H_

#include <vector>

#include "backend/handle.h"
#include "backend/transaction.h"
#include "link/program.h"
#include "paths/summary.h"

namespace backlint {

struct BuiltDefects {
  std::vector<HandleDefect> handles;             // sorted by place
  std::vector<TransactionDefect> transactions;
};

BuiltDefects BuildDefects(const Program& program, const paths::PathFacts& facts);

}  // namespace backlint

#endif  // BACKLINT_BACKEND_DEFECT_BUILDER_H_
