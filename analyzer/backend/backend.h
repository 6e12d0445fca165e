// The view of the whole code base that checks read. Immutable; built once a run.
#ifndef BACKLINT_BACKEND_BACKEND_H_
#define BACKLINT_BACKEND_BACKEND_H_

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "backend/query.h"
#include "backend/repetition.h"
#include "link/program.h"
#include "models/model.h"

namespace backlint {

struct BackendStats {
  uint64_t functions = 0;
  uint64_t functions_cut = 0;      // a limit of the walk was hit
  uint64_t queries_cut = 0;        // queries with more ways than are followed
};

class Backend {
 public:
  // Both must outlive the result.
  static Backend Build(const Program& program, const Models& models);
  // For unit tests of checks.
  explicit Backend(std::vector<Query> queries) : queries_(std::move(queries)) {}

  // In the order of their places.
  std::span<const Query> queries() const { return queries_; }
  // Queries that run in each round of a loop.
  std::span<const Repetition> repetitions() const { return repetitions_; }
  const BackendStats& stats() const { return stats_; }

 private:
  Backend() = default;
  std::vector<Query> queries_;
  std::vector<Repetition> repetitions_;
  BackendStats stats_;
};

}  // namespace backlint

#endif  // BACKLINT_BACKEND_BACKEND_H_
