// Launches, escapes and handlers -> what checks read of asynchronous errors.
#ifndef BACKLINT_BACKEND_ASYNC_BUILDER_H_
#define BACKLINT_BACKEND_ASYNC_BUILDER_H_

#include <vector>

#include "backend/async_defect.h"
#include "flow/summary.h"
#include "flow/vocabulary.h"

namespace backlint {

// Sorted by place.
std::vector<AsyncDefect> BuildAsyncDefects(const flow::Vocabulary& vocabulary, const flow::TextFacts& texts);

}  // namespace backlint

#endif  // BACKLINT_BACKEND_ASYNC_BUILDER_H_
