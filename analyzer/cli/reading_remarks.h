// What --verbose says about how units were read: where their headers came from.
#ifndef BACKLINT_CLI_READING_REMARKS_H_
#define BACKLINT_CLI_READING_REMARKS_H_

#include <string>
#include <vector>

#include "extract/compile_database.h"

namespace backlint::cli {

// "guessed include folders: include, src, /usr/include/postgresql"; empty when there are none.
std::string GuessedFolders(const CompileDatabase& guess, const std::string& root);

// Which headers stood in for those of libraries that are not installed; empty when there are none. `units`: verified buffers.
std::string StandInsUsed(const std::vector<std::string>& units);

}  // namespace backlint::cli

#endif  // BACKLINT_CLI_READING_REMARKS_H_
