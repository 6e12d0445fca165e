#include "backend/backend.h"

#include <algorithm>
#include <set>

#include "backend/async_builder.h"
#include "backend/bound_clock.h"
#include "backend/client_limit.h"
#include "backend/defect_builder.h"
#include "backend/query_builder.h"
#include "backend/single_run.h"
#include "paths/analyze.h"

namespace backlint {

namespace {

std::vector<Limits::Function> CutFunctions(const Program& program, const flow::TextFacts& facts) {
  std::set<FunctionId> cut(facts.stats.functions_cut.begin(), facts.stats.functions_cut.end());
  for (FunctionId id = 0; id < program.functions().size(); ++id)
    if ((program.functions()[id].facts->flags() & facts::kTruncated) != 0) cut.insert(id);
  std::vector<Limits::Function> functions;
  for (const FunctionId id : cut) {
    const ProgramFunction& function = program.functions()[id];
    functions.push_back({program.PlaceOf(function.unit, *function.facts->location()), program.FunctionName(id)});
  }
  std::sort(functions.begin(), functions.end());
  return functions;
}

}  // namespace

Backend Backend::Build(const Program& program, const Models& models, std::span<const SqlFile> files) {
  const flow::Vocabulary vocabulary(program, models);
  const flow::TextFacts facts = flow::Analyze(vocabulary);
  BuiltQueries built = BuildQueries(vocabulary, facts);
  Backend backend;
  MarkSingleRuns(program, built.sites, &built.queries);
  MarkBoundClocks(vocabulary, facts, built.sites, &built.queries);
  MarkClientLimits(vocabulary, facts, built.sites, &built.queries);
  backend.queries_ = std::move(built.queries);
  backend.database_ = Database::Build(program, backend.queries_, files);
  backend.repetitions_ = FindRepetitions(vocabulary, built.sites, backend.queries_, backend.database_);
  backend.gatherings_ = FindGatherings(vocabulary, built.sites, built.runners);
  const paths::PathFacts paths = paths::Analyze(vocabulary, facts);
  backend.sequences_ = FindSequences(vocabulary, paths, built.sites, backend.queries_);
  BuiltDefects defects = BuildDefects(program, paths);
  backend.handle_defects_ = std::move(defects.handles);
  backend.transaction_defects_ = std::move(defects.transactions);
  backend.async_defects_ = BuildAsyncDefects(vocabulary, facts);
  backend.transaction_conflicts_ = FindTransactionConflicts(vocabulary, paths, built.sites, backend.queries_);
  backend.lock_defects_ = FindLockDefects(vocabulary);
  backend.limits_ = {CutFunctions(program, facts), std::move(built.cut), paths.stats.functions_cut};
  backend.unknown_takers_ = FindUnknownTakers(vocabulary, facts);
  return backend;
}

}  // namespace backlint
