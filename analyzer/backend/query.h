// A place where the program runs SQL, with its text as far as it is understood.
#ifndef BACKLINT_BACKEND_QUERY_H_
#define BACKLINT_BACKEND_QUERY_H_

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/finding.h"
#include "link/program.h"
#include "sql/dialect.h"
#include "sql/hole_position.h"

namespace backlint {

// How far the content of a hole can be trusted not to be SQL.
enum class Trust : uint8_t {
  kHarmless,     // a number, an enumeration, a fitting escape, a tested value
  kUnknown,      // its origin is not known
  kTool,         // from the command line, the environment, a file: the one who runs the program decides
  kStored,       // from another query
  kUntrusted     // from a request, the network, a user's input
};

std::string_view Name(Trust trust);

// Text of unknown content inside a statement.
struct QueryHole {
  std::string name;              // as the source calls it, may be empty
  std::string type;              // spelling, may be empty
  sql::HolePosition position = sql::HolePosition::kClause;
  std::string verb;              // of the innermost statement around it, `UPDATE`; empty when the text does not show it
  Trust trust = Trust::kUnknown;
  bool text = false;             // its type is known to be text
  bool misplaced_escape = false; // escaped, but not for where it stands
  bool doubly_quoted = false;    // the escaper has added quotes, and so has the text
  bool left_out = false;         // only part of the text is known here
  Place joined;                  // where it becomes part of the text; the place of the query when it is the text
  std::string joined_in;         // function
  Place from;                    // where the value comes from
  std::string source;            // kTool and worse: where from, `a request`
  FunctionId function = kNone;   // of whose values and parameters it is one
  uint32_t value = kNone;
  uint32_t parameter = kNone;
  bool local_clock = false;      // made of wall-clock time of the machine's zone, which is read at `from`
  bool clock_part = false;       // a number of it: the year, the hour
  std::string clock_format;      // what it is formatted by; empty when that is not known
  std::string origin;            // what it is, for a note: "parameter `name` of `find`, whose callers are not known"
};

struct QueryPiece {
  std::string text;              // literal text; empty for holes
  int hole = -1;                 // index into holes
};

// One complete text of a query: along one chain of callers.
struct QueryWay {
  std::vector<QueryPiece> pieces;
  std::vector<QueryHole> holes;
  std::string verb;              // first word of the (first) statement in capitals; empty when it begins with a hole or is none
  std::vector<Note> path;        // from where the text begins (or ends) to where it is run; empty when that is one place
};

// A bound value that is wall-clock time of the machine's zone.
struct BoundClock {
  size_t ordinal = 0;            // of its placeholder, from 0
  std::string placeholder;       // as written
  Place from;                    // where the clock is read
  std::string format;            // what it is formatted by; empty when that is not known
};

struct Query {
  Place place;                   // of the call where the text begins: in a caller, when the callee only hands it on
  std::string function;          // that contains `place`
  Place run;                     // of the library's call; of several, the first that was found
  std::set<Place> runs;          // of all of them
  std::string call;              // name of the library's function
  std::string library;
  std::string parameterised;     // how this library passes values apart from the text: one line of code
  std::string parameterised_note;     // a sentence behind it, or ""
  sql::Dialect dialect = sql::Dialect::kUnknown;
  bool wrapped = false;          // `run` is elsewhere
  bool prepared = false;         // runs a statement by its name: its text is another query's, where it was prepared
  bool once = false;             // it runs once in the life of the program, as it starts or ends
  bool constructs = false;       // its function is a constructor
  bool understood = false;       // `text` begins like a statement, and no part of it is missing
  std::vector<BoundClock> bound_clocks;
  std::optional<Note> client_limit;    // its LIMIT is a number of a request, which nothing bounds: where that is read
  QueryWay text;                 // as seen at `place`: parameters of its function are holes. Of several the one that tells most
  std::vector<QueryWay> ways;    // texts that it can have, with what callers pass; at least one. Of very many those that can do most harm
};

// `SELECT name FROM t WHERE id = {id:int} AND name = '{name:text}'`; line breaks and runs of blanks become one blank.
std::string Display(const QueryWay& way);

}  // namespace backlint

#endif  // BACKLINT_BACKEND_QUERY_H_
