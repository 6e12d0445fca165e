// Which exceptions can leave which function, and by which calls.
//
// Follows throw statements of the program and functions that models say throw, through bodies that are known, past the handlers
// on the way; what an unknown function may throw is left out. Rejected: reading this off the outcomes of the path walk, which keeps a
// few ways to end, of functions that are not too large for it.
#ifndef BACKLINT_PATHS_ESCAPE_H_
#define BACKLINT_PATHS_ESCAPE_H_

#include <string>
#include <vector>

#include "flow/vocabulary.h"
#include "paths/exception_class.h"

namespace backlint::paths {

// One exception that leaves a function.
struct Escape {
  Thrown thrown;
  Place place;                   // in this function: of the throw statement, or of the call
  uint32_t value = kNone;        // the call; kNone for a throw statement
  std::string library;           // a function that throws by its model; empty when this is a throw statement, or a call of a body
  FunctionId callee = kNone;     // the body that it comes from
  uint32_t next = 0;             // index into the callee's escapes
  FunctionId task = kNone;       // the first body on the way that is called through a value, or as one of several overriders
  bool possible = false;         // a call on the way may mean another body
  uint32_t passed = kNone;       // the nearest try block of this function whose handlers do not take it
  uint32_t length = 0;           // calls to the throw statement or the library's function
  bool of_handlers = false;      // whatever the handlers of a loop throw, which is run here
  bool checks = false;           // the throw statement only checks what its function was given
};

struct EscapeFacts {
  std::vector<std::vector<Escape>> escapes;      // by FunctionId: that reach the callers
  std::vector<std::vector<Escape>> stopped;      // by FunctionId: that end the process, since the function is noexcept
};

EscapeFacts FindEscapes(const flow::Vocabulary& vocabulary);

}  // namespace backlint::paths

#endif  // BACKLINT_PATHS_ESCAPE_H_
