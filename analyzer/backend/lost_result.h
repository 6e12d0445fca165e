// Results of asynchronous work that nobody reads.
#ifndef BACKLINT_BACKEND_LOST_RESULT_H_
#define BACKLINT_BACKEND_LOST_RESULT_H_

#include <vector>

#include "backend/async_defect.h"
#include "flow/vocabulary.h"

namespace backlint {

// The local variable that holds the call's result is only waited for, or not looked at again.
bool IsNeverRead(const Program& program, FunctionId function, uint32_t call);

// Calls whose result is a task, which does nothing unless it is awaited, and that drop it.
std::vector<AsyncDefect> FindDroppedTasks(const flow::Vocabulary& vocabulary);

}  // namespace backlint

#endif  // BACKLINT_BACKEND_LOST_RESULT_H_
