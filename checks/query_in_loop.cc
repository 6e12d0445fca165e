// Reports a query that reads data and runs again in each round of a loop over data, directly or through calls.
//
// Deliberately not reported: writes (they belong into one transaction or batch, which is another matter); loops that wait, retry, serve
// requests or walk over constants; branches that leave the loop; queries that do not differ from round to round.
#include "checks/check.h"

#include <map>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace backlint::checks {

extern const Check query_in_loop;

namespace {

Finding Report(const Backend& backend, const Repetition& repetition) {
  const Query& query = backend.queries()[repetition.query];
  Finding finding;
  finding.entry = &query_in_loop.entry;
  finding.severity = Severity::kWarning;
  finding.place = repetition.call;
  finding.function = repetition.function;
  finding.message = repetition.over.empty() ? "a query runs in each round of this loop"
                                            : fmt::format("a query runs for each element of `{}`", repetition.over);
  finding.anchor = Display(query.text) + "|" + repetition.over;
  finding.notes.push_back({repetition.loop, "the loop"});
  for (const Note& note : repetition.path) finding.notes.push_back(note);
  const Place place = repetition.path.empty() ? repetition.call : repetition.path.back().place;
  finding.notes.push_back({place, fmt::format("the query: {}", Display(query.text))});
  return finding;
}

Findings Run(const Backend& backend) {
  Findings findings;
  std::set<std::pair<Place, size_t>> seen;      // one finding for a loop and a query
  for (const Repetition& repetition : backend.repetitions())
    if (seen.insert({repetition.loop, repetition.query}).second) findings.push_back(Report(backend, repetition));
  return findings;
}

}  // namespace

constinit const Check query_in_loop{
    .entry =
        {
            .name = "query-in-loop",
            .chapter = Chapter::kDatabase,
            .severity = Severity::kWarning,
            .symptom = "A list page is quick in tests and slow in production: the database answers hundreds of small queries for one request.",
            .cause = "The program reads a list, and for each element asks the database again (N+1 queries). Each question costs a round trip, "
                     "so the time grows with the number of rows, not with the work.",
            .fix = "Ask once: join the tables, or collect the keys and read all rows with `WHERE key IN (...)` or `= ANY(...)` before the "
                   "loop, and look them up in a map inside of it.",
        },
    .run = Run,
};

}  // namespace backlint::checks
