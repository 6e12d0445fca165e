// An error of asynchronous work that nobody can see, or that ends the process.
#ifndef BACKLINT_BACKEND_ASYNC_DEFECT_H_
#define BACKLINT_BACKEND_ASYNC_DEFECT_H_

#include <string>
#include <vector>

#include "core/finding.h"

namespace backlint {

enum class AsyncEnd : uint8_t {
  kTerminates,         // an exception leaves what a thread or an executor runs, and ends the process
  kForeign,            // it leaves a callback of C
  kLoop,               // it leaves a handler, and the loop that runs all of them
  kNoexcept,           // it leaves a function that promises not to throw
  kLost,               // it ends the work, and nobody is told
  kDropped,            // the result that keeps it is dropped
  kUnread,             // the result that keeps it is never read
  kNotAwaited,         // a task that is never awaited does nothing
  kIgnoredError,       // a handler uses what the operation gave, and does not look whether it has worked
  kNotCompleted,       // a path on which a callback that has to be called is not
  kCompletedTwice,
  kSwallowed           // a handler takes everything and tells nobody
};

struct AsyncDefect {
  AsyncEnd end = AsyncEnd::kTerminates;
  Place place;
  std::string function;        // that holds the place
  std::string what;            // the class that is thrown; the parameter or variable
  std::string launcher;        // the library's function that runs the work, or takes the handler
  std::string body;            // what is run
  bool destructor = false;     // kNoexcept
  bool certain = false;        // no call on the way that could mean several functions
  std::vector<Note> way;       // where the work begins, the calls down to the throw
  Place thrown;                // by the program itself
};

}  // namespace backlint

#endif  // BACKLINT_BACKEND_ASYNC_DEFECT_H_
