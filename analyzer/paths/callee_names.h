// The names under which rows of models may speak of a call.
#ifndef BACKLINT_PATHS_CALLEE_NAMES_H_
#define BACKLINT_PATHS_CALLEE_NAMES_H_

#include <string>
#include <vector>

#include "link/program.h"

namespace backlint::paths {

// Of the callee itself, of the same method in the bases of its class, and in those of the receiver's class.
std::vector<std::string> CalleeNames(const Program& program, FunctionId caller, uint32_t call);

}  // namespace backlint::paths

#endif  // BACKLINT_PATHS_CALLEE_NAMES_H_
