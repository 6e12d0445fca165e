// Callbacks that have to be called once: paths on which they are not, and paths on which they are called again.
#ifndef BACKLINT_BACKEND_COMPLETION_H_
#define BACKLINT_BACKEND_COMPLETION_H_

#include <vector>

#include "backend/async_defect.h"
#include "flow/vocabulary.h"

namespace backlint {

// Parameters that hold a function which takes an answer, by rows of models. A path that hands the callback on (to a lambda, to another
// function, into a variable) is done with it; so is one that calls another callback of the function, or throws.
std::vector<AsyncDefect> FindCompletions(const flow::Vocabulary& vocabulary);

}  // namespace backlint

#endif  // BACKLINT_BACKEND_COMPLETION_H_
