// What calls and classes of a library do with asynchronous work: what runs where, and what becomes of its exceptions.
#ifndef BACKLINT_MODELS_ASYNC_ROW_H_
#define BACKLINT_MODELS_ASYNC_ROW_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/finding.h"

namespace backlint {

enum class AsyncRole : uint8_t {
  // Calls.
  kLaunch,     // has the first of the arguments `runs` that can be called run elsewhere, or later
  kEntry,      // a method that classes override, and that the library calls
  kLoop,       // runs what was launched with the fate kLoop, and lets its exceptions pass
  kWrap,       // answers something that calls the first of the arguments `runs` that can be called
  kGuard,      // calls what it was given, and keeps its exceptions
  // Types.
  kFuture,     // exceptions of the work come out of it when it is read
  kTask,       // work of which nothing happens, or nothing is told, unless it is awaited
  kError,      // tells a handler whether the operation has worked
  kAnswer      // whoever is given a function that takes one has to call it once
};

// Of an exception that leaves what is run.
enum class Fate : uint8_t {
  kTerminates, // ends the process
  kForeign,    // passes through frames of C, which nobody has written for it
  kLoop,       // leaves the call that runs the loop
  kKept,       // kept in the result
  kLost,       // nobody is told
  kCaught,     // the library answers for it
  kPassed      // leaves the call: what is run is run here
};

struct AsyncRow {
  std::string name;            // qualified, of a function or a class
  AsyncRole role = AsyncRole::kLaunch;
  int first = 1, last = 1;     // `runs`; kOpen for the rest
  Fate exceptions = Fate::kTerminates;
  std::string with;            // the row holds only where this object is an argument
  const struct Library* library = nullptr;
  Place place;                 // where the row stands
};

// Functions that throw a class. A `*` at the end of a name stands for any rest; `f/2` is `f` with two written arguments, `f/await` is
// `f` where its result is awaited.
struct ThrowRow {
  std::string type;
  std::vector<std::string> functions;
  Place place;
};

struct ExceptionRow {
  std::string type;
  std::vector<std::string> bases;
};

std::string_view Name(AsyncRole role);
std::string_view Name(Fate fate);

}  // namespace backlint

#endif  // BACKLINT_MODELS_ASYNC_ROW_H_
