#include "extract/database_search.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "extract/path.h"

namespace backlint {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kName = "compile_commands.json";
constexpr int kBuildDepth = 3;          // build/<preset>/<configuration>
constexpr size_t kMaxFolders = 2000;    // of one build tree

std::string Absolute(const std::string& path) {
  std::error_code error;
  const fs::path current = fs::current_path(error);
  return AbsolutePath(error ? "/" : current.string(), path);
}

std::vector<std::string> Folders(const std::string& parent) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator it(parent, fs::directory_options::skip_permission_denied, error), end; !error && it != end; it.increment(error))
    if (it->is_directory(error) && !it->is_symlink(error)) names.push_back(it->path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

bool IsBuildFolder(std::string_view name) {
  return name.starts_with("build") || name.starts_with("out") || name.starts_with("cmake-build-") || name == "_build" || name == ".build";
}

// Shallow ones first; does not look below a folder that has one.
void CollectDatabases(const std::string& folder, int depth, size_t* budget, std::vector<std::string>* found) {
  if (*budget == 0) return;
  --*budget;
  const std::string path = fmt::format("{}/{}", folder, kName);
  if (IsRegularFile(path)) {
    found->push_back(path);
  } else if (depth < kBuildDepth) {
    for (const std::string& name : Folders(folder))
      if (name != "CMakeFiles" && name != "_deps") CollectDatabases(folder + "/" + name, depth + 1, budget, found);
  }
}

struct timespec Changed(const std::string& path) {
  struct stat status{};
  stat(path.c_str(), &status);
  return status.st_mtim;
}

}  // namespace

Result<std::string> DatabaseIn(const std::string& given) {
  const std::string path = Absolute(given);
  if (IsRegularFile(path)) return path;
  if (IsRegularFile(fmt::format("{}/{}", path, kName))) return fmt::format("{}/{}", path, kName);
  return Error{fmt::format("no `{}` in `{}`", kName, given)};
}

std::string SearchDatabase(const std::string& start, const std::string& root, std::vector<std::string>* remarks) {
  const std::string top = Absolute(root);
  const std::string from = Absolute(start.empty() ? root : start);
  for (std::string folder = from; !folder.empty(); folder = Dirname(folder)) {
    if (const std::string path = fmt::format("{}/{}", folder == "/" ? "" : folder, kName); IsRegularFile(path)) return path;
    if (folder == top || folder == "/") break;
  }
  std::vector<std::string> found;
  for (const std::string& name : Folders(top)) {
    size_t budget = kMaxFolders;
    if (IsBuildFolder(name)) CollectDatabases(top + "/" + name, 0, &budget, &found);
  }
  if (found.empty()) return "";
  const auto newest = std::max_element(found.begin(), found.end(), [](const std::string& a, const std::string& b) {
    const timespec x = Changed(a), y = Changed(b);
    return std::tie(x.tv_sec, x.tv_nsec) < std::tie(y.tv_sec, y.tv_nsec);
  });
  if (found.size() > 1)
    remarks->push_back(fmt::format("{} compile databases in the build folders: took the newest, `{}`", found.size(), *newest));
  return *newest;
}

}  // namespace backlint
