// Which checks run: `--checks`.
#ifndef BACKLINT_CLI_SELECTION_H_
#define BACKLINT_CLI_SELECTION_H_

#include <span>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace backlint::cli {

// `*` stands for any letters, `?` for one.
bool MatchesGlob(std::string_view name, std::string_view glob);

// One answer for each name. `globs` is a list with commas, read from left to right: a glob adds, one with `-` takes away; a list
// that begins with `-` begins with everything. Error: a glob that matches no name, or a list that leaves none.
Result<std::vector<bool>> Select(std::span<const std::string_view> names, std::string_view globs);

}  // namespace backlint::cli

#endif  // BACKLINT_CLI_SELECTION_H_
