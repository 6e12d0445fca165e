// Names of files, as text.
#ifndef BACKLINT_EXTRACT_PATH_H_
#define BACKLINT_EXTRACT_PATH_H_

#include <string>
#include <string_view>

namespace backlint {

// `path` against `directory`, without `.` and empty components. `..` is folded only where that names the same file, because the folder
// before it may be a symbolic link.
std::string AbsolutePath(std::string_view directory, std::string_view path);

// Folds `.`, `..` and empty components by spelling alone.
std::string FoldPath(std::string_view path);

std::string_view Basename(std::string_view path);
std::string_view Dirname(std::string_view path);       // "" without a slash, "/" for what is directly below it
std::string_view Extension(std::string_view path);     // without the dot; "" when there is none

// Is `path` the folder `folder` or below it, by spelling?
bool IsBelow(std::string_view path, std::string_view folder);

// Relative to `root` when below it, else as it is.
std::string RelativeTo(std::string_view root, std::string_view path);

bool IsRegularFile(const std::string& path);
bool IsDirectory(const std::string& path);

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_PATH_H_
