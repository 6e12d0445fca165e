// Handlers that take every exception of database work and do nothing.
#ifndef BACKLINT_BACKEND_SWALLOWED_ERROR_H_
#define BACKLINT_BACKEND_SWALLOWED_ERROR_H_

#include <vector>

#include "backend/async_defect.h"
#include "flow/summary.h"
#include "flow/vocabulary.h"

namespace backlint {

// Left out are destructors, and blocks that only tidy up: inside of another handler, and those that roll back.
std::vector<AsyncDefect> FindSwallowedErrors(const flow::Vocabulary& vocabulary, const flow::TextFacts& texts);

}  // namespace backlint

#endif  // BACKLINT_BACKEND_SWALLOWED_ERROR_H_
