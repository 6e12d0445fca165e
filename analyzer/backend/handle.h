// A handle (connection, statement, result, file, ...) that goes wrong on some path.
#ifndef BACKLINT_BACKEND_HANDLE_H_
#define BACKLINT_BACKEND_HANDLE_H_

#include <string>
#include <vector>

#include "core/finding.h"

namespace backlint {

enum class HandleEnd : uint8_t {
  kLeft,               // a path leaves the function with it
  kLeftByException,
  kOverwritten,        // the only variable that has it gets another value
  kNextTurn,           // the next turn of a loop acquires again
  kDropped,            // nobody takes it
  kReleasedTwice,
  kUsedAfterRelease
};

struct HandleDefect {
  HandleEnd end = HandleEnd::kLeft;
  Place place;             // where it is acquired; for the last two, where it is released again or used
  Place other;             // where the path leaves, or the handle is overwritten; where it was released before
  std::string function;
  std::string what;        // `statement`, `result`, ...
  std::string call;        // the library's function that made it
  std::string callee;      // what is called at `place`
  std::string name;        // of the variable; may be empty
  bool certain = false;    // no condition stands between acquiring and losing it
  std::vector<Note> way;   // the branches in between
  Place thrown;            // kLeftByException: where the exception comes from, when that is known
  std::vector<Place> more; // kLeft: where other paths leave with it
};

}  // namespace backlint

#endif  // BACKLINT_BACKEND_HANDLE_H_
