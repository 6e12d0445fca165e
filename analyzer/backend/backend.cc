#include "backend/backend.h"

#include "backend/query_builder.h"

namespace backlint {

Backend Backend::Build(const Program& program, const Models& models) {
  const flow::Vocabulary vocabulary(program, models);
  const flow::TextFacts facts = flow::Analyze(vocabulary);
  BuiltQueries built = BuildQueries(vocabulary, facts);
  Backend backend;
  backend.queries_ = std::move(built.queries);
  backend.repetitions_ = FindRepetitions(vocabulary, built.sites, backend.queries_);
  backend.stats_ = {facts.stats.functions, facts.stats.functions_cut, built.cut};
  return backend;
}

}  // namespace backlint
