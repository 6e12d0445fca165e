// Which folder is the project: everything is analysed below it, and paths in reports are relative to it.
#ifndef BACKLINT_CLI_PROJECT_ROOT_H_
#define BACKLINT_CLI_PROJECT_ROOT_H_

#include <string>
#include <vector>

#include "core/result.h"

namespace backlint::cli {

// The folder that a marker names (see root_markers.h), upward from `paths` (from the folder that holds them all, when there are
// several), or, without paths, from the working directory, else from `database`. Without any marker, where the search began, or what
// holds paths and database.
// Absolute, links resolved. The working directory does not count when there are paths: the same paths give the same root wherever
// the program is started. Error: a path that does not exist; a folder without a marker that is nobody's project (IsSharedFolder).
Result<std::string> FindRoot(const std::vector<std::string>& paths, const std::string& database);

// For commands that read only what they are told to: as FindRoot from the working directory, which may be any folder.
Result<std::string> WorkingRoot();

// `paths` as reports name them: relative to the root, "." for the root itself. Error: one that does not exist or lies outside.
Result<std::vector<std::string>> BelowRoot(const std::vector<std::string>& paths, const std::string& root);

// `path` relative to `root` when below it, else as it is. Both absolute and normal.
std::string Relative(const std::string& path, const std::string& root);

}  // namespace backlint::cli

#endif  // BACKLINT_CLI_PROJECT_ROOT_H_
