#include "cli/project_root.h"

#include <array>
#include <filesystem>
#include <optional>
#include <system_error>

#include <fmt/format.h>

#include "cli/nearest.h"

namespace backlint::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::array<const char*, 2> kMarkers = {".backlint.toml", ".git"};
constexpr std::array<std::string_view, 7> kCommands = {"check", "explain", "list", "queries", "cache", "extract", "link"};

std::optional<std::string> Upward(fs::path folder) {
  std::error_code error;
  for (;; folder = folder.parent_path()) {
    for (const char* marker : kMarkers)
      if (fs::exists(folder / marker, error)) return folder.string();
    if (!folder.has_relative_path()) return std::nullopt;
  }
}

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

}  // namespace

Result<std::string> FindRoot(const std::vector<std::string>& paths, const std::string& database) {
  std::error_code error;
  const fs::path here = fs::current_path(error);
  if (error) return Error{"the working directory does not exist"};
  std::vector<fs::path> starts;
  if (!paths.empty()) {
    const auto path = Existing(paths.front());
    if (!path) return path.error();
    starts.push_back(fs::is_directory(path.value(), error) ? path.value() : path.value().parent_path());
  }
  starts.push_back(here);
  if (!database.empty()) {
    const fs::path folder = fs::canonical(database, error);
    if (!error) starts.push_back(folder);
  }
  for (const fs::path& start : starts)
    if (auto root = Upward(start)) return *root;
  // No marker anywhere: a path that lies elsewhere is a project of its own.
  const std::string own = starts.front().string(), working = here.string();
  return own == Relative(own, working) ? own : working;
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
