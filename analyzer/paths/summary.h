// What paths through functions do, for their callers; and what is wrong on them.
#ifndef BACKLINT_PATHS_SUMMARY_H_
#define BACKLINT_PATHS_SUMMARY_H_

#include <string>
#include <string_view>
#include <vector>

#include "core/finding.h"
#include "link/program.h"
#include "models/model.h"
#include "paths/exception_class.h"
#include "paths/fact.h"
#include "paths/flat_map.h"
#include "paths/place.h"

namespace backlint::paths {

// What a handle is, and which call of a library made it.
struct Origin {
  HandleKind what = HandleKind::kObject;
  Signs valid = kNonzero;
  std::string_view call;
  bool operator==(const Origin&) const = default;
};

enum class EffectKind : uint8_t { kRelease, kEscape, kStoreFresh, kStoreNull, kStoreOther, kBegin, kCommit, kRollback };

// Something that the function does to a place of its caller.
struct Effect {
  EffectKind kind = EffectKind::kEscape;
  PlacePath place;
  Origin origin;                 // kStoreFresh
  bool perhaps_last = false;     // kRelease: the process may have ended behind it
  bool operator==(const Effect&) const = default;
};

enum class ResultKind : uint8_t { kPlain, kFresh, kParameter };

// One way in which a call ends.
struct Outcome {
  bool throws = false;
  Thrown thrown;                 // no type: not known
  Place thrown_at;
  FlatMap<uint32_t, Fact> parameters;      // what holds of the arguments on this way
  FlatMap<uint32_t, Fact> pointees;        // what holds of what they point to, or refer to
  Fact result;
  ResultKind result_kind = ResultKind::kPlain;
  uint32_t result_parameter = 0;
  Origin origin;                 // kFresh
  std::vector<Effect> effects;
};

// The function runs the text of a parameter on a connection.
struct RunsText {
  uint32_t parameter = 0;
  PlacePath connection;
};

struct PathSummary {
  bool known = false;            // otherwise a call can do anything
  bool may_end_process = false;  // on some path
  std::vector<Outcome> outcomes;
  std::vector<RunsText> runs;
};

enum class IssueKind : uint8_t {
  kLeft,             // a path leaves the function with the handle
  kLeftByException,
  kOverwritten,      // the only place that has the handle gets another value
  kNextTurn,         // the next turn of a loop acquires again
  kDropped,          // nobody takes the handle
  kReleasedTwice,
  kUsedAfterRelease,
  kTransactionLeft,
  kTransactionLeftByException,
  kNestedBegin,
  kUncheckedCommit,
  kNeverCommitted
};

struct Issue {
  IssueKind kind = IssueKind::kLeft;
  FunctionId function = kNone;
  Place place;                   // of the call that acquires, begins, releases again, uses
  Place other;                   // where the path leaves, overwrites, has released before
  HandleKind what = HandleKind::kObject;
  std::string call;              // the library's function at the bottom
  std::string callee;            // as called at `place`
  std::string name;              // of the variable, may be empty
  bool certain = false;          // no condition stands between
  std::vector<Note> way;         // branches, throwing calls
  Place thrown;                  // kLeftByException
  std::vector<Place> more;       // kLeft, kTransactionLeft: where other paths leave with it
};

// What the paths that come to a call have in common.
struct CallState {
  bool in_transaction = false;   // on some path a transaction is open, or one that a caller had open was ended
};

struct PathStats {
  uint64_t functions = 0, functions_cut = 0, states = 0;
};

struct PathFacts {
  std::vector<PathSummary> summaries;            // by FunctionId
  std::vector<std::vector<Issue>> issues;        // by FunctionId
  std::vector<FlatMap<uint32_t, CallState>> calls;      // by FunctionId; of calls that some path comes to. Empty for a walk that was cut
  PathStats stats;
};

}  // namespace backlint::paths

#endif  // BACKLINT_PATHS_SUMMARY_H_
