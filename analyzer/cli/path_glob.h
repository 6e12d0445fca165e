// Globs of paths, as people know them from git.
#ifndef BACKLINT_CLI_PATH_GLOB_H_
#define BACKLINT_CLI_PATH_GLOB_H_

#include <string>
#include <string_view>
#include <vector>

namespace backlint::cli {

// `*` and `?` stay within one folder, `**` goes through any number of them. A glob that names a folder means all below it; one without a slash
// means files and folders of that name anywhere. `path` is relative to the project root.
bool MatchesPath(std::string_view path, std::string_view glob);
bool MatchesAny(std::string_view path, const std::vector<std::string>& globs);

}  // namespace backlint::cli

#endif  // BACKLINT_CLI_PATH_GLOB_H_
