// What --verbose says about the models: rows that seem to be missing, and rows of the user's own that nothing meets.
#ifndef BACKLINT_CLI_MODEL_HINTS_H_
#define BACKLINT_CLI_MODEL_HINTS_H_

#include <string>
#include <vector>

#include "cli/pipeline.h"

namespace backlint::cli {

// One sentence each.
std::vector<std::string> ModelHints(const CodeBase& code);

}  // namespace backlint::cli

#endif  // BACKLINT_CLI_MODEL_HINTS_H_
