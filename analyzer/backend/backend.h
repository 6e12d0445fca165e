// The view of the whole code base that checks read. Immutable; built once a run.
#ifndef BACKLINT_BACKEND_BACKEND_H_
#define BACKLINT_BACKEND_BACKEND_H_

#include <compare>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "backend/async_defect.h"
#include "backend/database.h"
#include "backend/gathering.h"
#include "backend/handle.h"
#include "backend/lock_order.h"
#include "backend/missing_rows.h"
#include "backend/query.h"
#include "backend/repetition.h"
#include "backend/sequence.h"
#include "backend/transaction.h"
#include "backend/transaction_order.h"
#include "link/program.h"
#include "models/model.h"

namespace backlint {

// Where a limit was hit, and findings may be missing.
struct Limits {
  struct Function {
    Place place;
    std::string name;

    auto operator<=>(const Function&) const = default;
  };
  std::vector<Function> functions;     // too long or too deep to be read or walked to the end; sorted
  std::vector<Place> queries;          // with more ways to come about than are followed; sorted
  uint64_t paths = 0;                  // functions with more paths than are followed
};

class Backend {
 public:
  // Program and models must outlive the result.
  static Backend Build(const Program& program, const Models& models, std::span<const SqlFile> files);
  // For unit tests of checks.
  explicit Backend(std::vector<Query> queries) : queries_(std::move(queries)) {}

  // In the order of their places.
  std::span<const Query> queries() const { return queries_; }
  // What they do, statement by statement, and what they do it to.
  const Database& database() const { return database_; }
  // Queries that run in each round of a loop.
  std::span<const Repetition> repetitions() const { return repetitions_; }
  // Queries all of whose rows are kept.
  std::span<const Gathering> gatherings() const { return gatherings_; }
  // Statements that follow each other and speak of the same thing.
  std::span<const Sequence> sequences() const { return sequences_.all; }
  const Limits& limits() const { return limits_; }
  std::span<const HandleDefect> handle_defects() const { return handle_defects_; }
  std::span<const TransactionDefect> transaction_defects() const { return transaction_defects_; }
  std::span<const AsyncDefect> async_defects() const { return async_defects_; }
  std::span<const TransactionConflict> transaction_conflicts() const { return transaction_conflicts_; }
  std::span<const LockDefect> lock_defects() const { return lock_defects_; }
  // Functions that seem to want a row; see missing_rows.h.
  std::span<const UnknownTaker> unknown_takers() const { return unknown_takers_; }

 private:
  Backend() = default;
  std::vector<Query> queries_;
  Database database_;
  std::vector<Repetition> repetitions_;
  std::vector<Gathering> gatherings_;
  Sequences sequences_;
  Limits limits_;
  std::vector<HandleDefect> handle_defects_;
  std::vector<TransactionDefect> transaction_defects_;
  std::vector<AsyncDefect> async_defects_;
  std::vector<TransactionConflict> transaction_conflicts_;
  std::vector<LockDefect> lock_defects_;
  std::vector<UnknownTaker> unknown_takers_;
};

}  // namespace backlint

#endif  // BACKLINT_BACKEND_BACKEND_H_
