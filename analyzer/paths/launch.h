// Calls that have something run elsewhere or later, by rows of models.
#ifndef BACKLINT_PATHS_LAUNCH_H_
#define BACKLINT_PATHS_LAUNCH_H_

#include <vector>

#include "flow/vocabulary.h"

namespace backlint::paths {

// Rows that hold for the call. One that makes an object of a class in a container or holder (`workers.emplace_back(f)`,
// `make_unique<Thread>(f)`) has the rows of the class's constructor.
std::vector<const AsyncRow*> AsyncRowsOf(const flow::Vocabulary& vocabulary, FunctionId caller, uint32_t call);

// Bodies that the value means when it is called later, wrappers looked through. Empty when its exceptions are kept by an object on
// the way.
std::vector<FunctionId> BodiesRun(const flow::Vocabulary& vocabulary, FunctionId function, uint32_t value);

// Of the arguments that the row says are run: those of the first that means a body.
std::vector<FunctionId> BodiesLaunched(const flow::Vocabulary& vocabulary, FunctionId caller, uint32_t call, const AsyncRow& row);

// The class that a type names, pointers and references looked through, has a row with this role.
bool HasAsyncRole(const flow::Vocabulary& vocabulary, uint32_t unit, uint32_t type, AsyncRole role);

// The parameter that the value is, perhaps moved or copied; kNone.
uint32_t ParameterOf(const Program& program, FunctionId function, uint32_t value);

}  // namespace backlint::paths

#endif  // BACKLINT_PATHS_LAUNCH_H_
