// Handlers of operations that do not look at the error that they are given.
#ifndef BACKLINT_BACKEND_IGNORED_ERROR_H_
#define BACKLINT_BACKEND_IGNORED_ERROR_H_

#include <vector>

#include "backend/async_defect.h"
#include "flow/vocabulary.h"

namespace backlint {

// Lambdas with a parameter of an error's class that is never read, and that go on with what the operation gave, or with the next step.
// Handlers that only end something are left out, and those of the project's own functions.
std::vector<AsyncDefect> FindIgnoredErrors(const flow::Vocabulary& vocabulary);

}  // namespace backlint

#endif  // BACKLINT_BACKEND_IGNORED_ERROR_H_
