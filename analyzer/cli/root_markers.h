// What tells that a folder is the top of a project, and which folders can be none.
#ifndef BACKLINT_CLI_ROOT_MARKERS_H_
#define BACKLINT_CLI_ROOT_MARKERS_H_

#include <optional>
#include <string>

namespace backlint::cli {

// The nearest folder, from `folder` upward, that says so itself (.backlint.toml, .git); else the topmost of the run of folders
// with build files (CMakeLists.txt, Makefile, compile_commands.json, ...) that begins at the nearest one. Such a run ends below a
// shared folder, where a build file is somebody's leftover. `folder`: absolute, links resolved.
std::optional<std::string> MarkedFolder(const std::string& folder);

// Holds what belongs to nobody or to everybody: home folders, `/`, /tmp, /usr and others of the system. Reading all of it would take
// hours, and results would be left there.
bool IsSharedFolder(const std::string& folder);

}  // namespace backlint::cli

#endif  // BACKLINT_CLI_ROOT_MARKERS_H_
