// How an exception gets out of a function: where it leaves, and the calls down to where it is thrown.
#ifndef BACKLINT_BACKEND_ESCAPE_STORY_H_
#define BACKLINT_BACKEND_ESCAPE_STORY_H_

#include <string>
#include <vector>

#include "core/finding.h"
#include "link/program.h"
#include "paths/escape.h"

namespace backlint {

struct EscapeStory {
  FunctionId function = kNone;   // the first that does more than call the next one
  Place place;                   // in it
  std::string thrown;            // the class
  Place at;                      // of the throw statement; none when a library throws
  bool certain = true;           // each call on the way means one function
  std::vector<Note> way;         // behind `place`
};

// Of an escape of the function, or of one that is stopped there.
EscapeStory TellEscape(const Program& program, const paths::EscapeFacts& facts, FunctionId function, const paths::Escape& escape);

// `a::B::c`, for messages: `the lambda in a::B::c` for lambdas.
std::string BodyName(const Program& program, FunctionId function);

}  // namespace backlint

#endif  // BACKLINT_BACKEND_ESCAPE_STORY_H_
