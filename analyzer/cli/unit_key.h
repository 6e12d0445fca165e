// Names of units in the cache.
#ifndef BACKLINT_CLI_UNIT_KEY_H_
#define BACKLINT_CLI_UNIT_KEY_H_

#include <string>

#include "cache/unit_cache.h"
#include "extract/compile_database.h"

namespace backlint::cli {

// The same for the same project in another folder: the root is replaced wherever it stands in the arguments.
UnitKey KeyOf(const CompileCommand& command, const std::string& root);

}  // namespace backlint::cli

#endif  // BACKLINT_CLI_UNIT_KEY_H_
