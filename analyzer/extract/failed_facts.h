// The facts of a unit that could not be read: the front end refused it, or did not survive it.
#ifndef BACKLINT_EXTRACT_FAILED_FACTS_H_
#define BACKLINT_EXTRACT_FAILED_FACTS_H_

#include <string>

#include "core/facts.h"
#include "extract/compile_database.h"

namespace backlint {

// State Failed. Its files are the source and what it can include from inside the project, found by reading `#include` lines, because
// no front end is left to ask: a change to one of them gives the unit another chance.
facts::UnitFactsT FailedUnit(const CompileCommand& command, const std::string& root, const std::string& failure);

// The same, serialized.
std::string FailedFacts(const CompileCommand& command, const std::string& root, const std::string& failure);

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_FAILED_FACTS_H_
