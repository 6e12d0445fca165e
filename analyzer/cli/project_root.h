// Which folder is the project: everything is analysed below it, and paths in reports are relative to it.
#ifndef BACKLINT_CLI_PROJECT_ROOT_H_
#define BACKLINT_CLI_PROJECT_ROOT_H_

#include <string>
#include <vector>

#include "core/result.h"

namespace backlint::cli {

// The nearest folder with .backlint.toml or .git, upward from the first of `paths`, from the working directory, and from
// `database`; without any, the working directory. Absolute, links resolved. Error: a path that does not exist.
Result<std::string> FindRoot(const std::vector<std::string>& paths, const std::string& database);

// `paths` as reports name them: relative to the root, "." for the root itself. Error: one that does not exist or lies outside.
Result<std::vector<std::string>> BelowRoot(const std::vector<std::string>& paths, const std::string& root);

// `path` relative to `root` when below it, else as it is. Both absolute and normal.
std::string Relative(const std::string& path, const std::string& root);

}  // namespace backlint::cli

#endif  // BACKLINT_CLI_PROJECT_ROOT_H_
