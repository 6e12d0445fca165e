// The facts of a unit that the front end did not survive.
#ifndef BACKLINT_EXTRACT_FAILED_FACTS_H_
#define BACKLINT_EXTRACT_FAILED_FACTS_H_

#include <string>

#include "extract/compile_database.h"

namespace backlint {

// Serialized facts of state Failed. Its files are the source and what it can include from inside the project, found by reading
// `#include` lines, because no front end is left to ask: a change to one of them gives the unit another chance.
std::string FailedFacts(const CompileCommand& command, const std::string& root, const std::string& failure);

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_FAILED_FACTS_H_
