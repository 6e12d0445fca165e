#include "cli/project_root.h"

#include <array>
#include <filesystem>
#include <optional>
#include <system_error>

#include <fmt/format.h>

#include "cli/nearest.h"
#include "cli/root_markers.h"

namespace backlint::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 10> kCommands = {"check", "init", "config", "explain", "list", "queries", "schema", "cache", "extract", "link"};

// A word in the place of a path is more often a mistyped command than a file that went away.
Error Missing(const std::string& path) {
  const std::string_view command = Nearest(path, kCommands);
  if (command.empty()) return Error{fmt::format("there is no file or folder `{}`", path)};
  if (command == path) return Error{fmt::format("there is no file or folder `{}`; a command has to stand before all options", path)};
  return Error{fmt::format("there is no command, file or folder `{}`; did you mean the command `{}`?", path, command)};
}

Result<fs::path> Existing(const std::string& path) {
  std::error_code error;
  fs::path resolved = fs::canonical(path, error);
  if (error) return Missing(path);
  return resolved;
}

Result<fs::path> WorkingDirectory() {
  std::error_code error;
  fs::path here = fs::current_path(error);
  if (error) return Error{"the working directory does not exist"};
  return here;
}

// The folder that holds all of them.
Result<fs::path> FolderOf(const std::vector<std::string>& paths) {
  std::optional<fs::path> common;
  for (const std::string& path : paths) {
    const auto found = Existing(path);
    if (!found) return found.error();
    std::error_code error;
    const fs::path folder = fs::is_directory(found.value(), error) ? found.value() : found.value().parent_path();
    if (!common) common = folder;
    while (common->has_relative_path() && *common != folder && Relative(folder.string(), common->string()) == folder.string()) common = common->parent_path();
  }
  return *common;
}

// A build folder below the working directory says nothing about the project that the directory itself does not say.
std::optional<std::string> RootOfDatabase(const std::string& database, const fs::path& here) {
  std::error_code error;
  const fs::path folder = database.empty() ? fs::path() : fs::canonical(database, error);
  if (database.empty() || error || Relative(folder.string(), here.string()) != folder.string()) return std::nullopt;
  return MarkedFolder(fs::is_directory(folder, error) ? folder : folder.parent_path());
}

// A project holds its sources and most often what it is built in.
std::optional<std::string> FolderWithDatabase(std::vector<std::string> paths, const std::string& database) {
  if (database.empty()) return std::nullopt;
  paths.push_back(database);
  const auto folder = FolderOf(paths);
  return folder && !IsSharedFolder(folder.value()) ? std::optional<std::string>(folder.value()) : std::nullopt;
}

}  // namespace

Result<std::string> FindRoot(const std::vector<std::string>& paths, const std::string& database) {
  const auto start = paths.empty() ? WorkingDirectory() : FolderOf(paths);
  if (!start) return start.error();
  if (auto root = MarkedFolder(start.value())) return *root;
  if (auto root = paths.empty() ? RootOfDatabase(database, start.value()) : FolderWithDatabase(paths, database)) return *root;
  if (IsSharedFolder(start.value()))
    return Error{fmt::format("`{}` is no project: it is a home or system folder without .backlint.toml, .git or a build file; go to the project's "
                             "folder, or name it", start.value().string())};
  return start.value().string();
}

Result<std::string> WorkingRoot() {
  const auto here = WorkingDirectory();
  if (!here) return here.error();
  return MarkedFolder(here.value()).value_or(here.value().string());
}

Result<std::vector<std::string>> BelowRoot(const std::vector<std::string>& paths, const std::string& root) {
  std::vector<std::string> below;
  for (const std::string& path : paths) {
    const auto resolved = Existing(path);
    if (!resolved) return resolved.error();
    const std::string absolute = resolved.value().string();
    std::string relative = absolute == root ? "." : Relative(absolute, root);
    if (relative == absolute) return Error{fmt::format("`{}` lies outside of the project `{}`", path, root)};
    below.push_back(std::move(relative));
  }
  return below;
}

std::string Relative(const std::string& path, const std::string& root) {
  if (path == root) return ".";
  const std::string prefix = root.ends_with('/') ? root : root + "/";
  return path.starts_with(prefix) ? path.substr(prefix.size()) : path;
}

}  // namespace backlint::cli
