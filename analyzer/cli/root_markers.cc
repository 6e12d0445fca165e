#include "cli/root_markers.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace backlint::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::array<const char*, 2> kOwnMarkers = {".backlint.toml", ".git"};
constexpr std::array<const char*, 18> kBuildFiles = {
    "compile_commands.json", "build/compile_commands.json", "CMakeLists.txt",   "meson.build",  "WORKSPACE",    "WORKSPACE.bazel", "MODULE.bazel",
    "BUILD.bazel",           "Makefile",         "GNUmakefile",  "makefile",     "Makefile.am",     "configure.ac",
    "SConstruct",            "wscript",          "xmake.lua",    "premake5.lua", "Kbuild"};
constexpr std::array<std::string_view, 3> kProjectEndings = {".pro", ".qbs", ".sln"};

constexpr std::array<std::string_view, 23> kSystemFolders = {"/",     "/bin",  "/boot", "/dev",  "/etc", "/home", "/lib", "/lib32",
                                                             "/lib64", "/media", "/mnt", "/opt", "/proc", "/root", "/run", "/sbin",
                                                             "/srv",  "/sys",  "/tmp",  "/usr",  "/var", "/var/tmp", "/usr/local"};
constexpr std::array<std::string_view, 3> kParentsOfShared = {"/home", "/usr", "/usr/local"};

bool Has(const fs::path& folder, const char* name) {
  std::error_code error;
  return fs::exists(folder / name, error);
}

bool HasOwnMarker(const fs::path& folder) {
  return std::any_of(kOwnMarkers.begin(), kOwnMarkers.end(), [&](const char* name) { return Has(folder, name); });
}

bool HasBuildFile(const fs::path& folder) {
  if (std::any_of(kBuildFiles.begin(), kBuildFiles.end(), [&](const char* name) { return Has(folder, name); })) return true;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    const std::string ending = it->path().extension().string();
    if (std::find(kProjectEndings.begin(), kProjectEndings.end(), ending) != kProjectEndings.end() && it->is_regular_file(error)) return true;
  }
  return false;
}

// The same folder, whatever links lead there.
bool Is(const std::string& folder, const char* other) {
  std::error_code error;
  return other && *other && fs::equivalent(folder, other, error);
}

}  // namespace

std::optional<std::string> MarkedFolder(const std::string& folder) {
  for (fs::path at = folder;; at = at.parent_path()) {
    if (HasOwnMarker(at)) return at.string();
    if (!at.has_relative_path()) break;
  }
  fs::path at = folder;
  while (!HasBuildFile(at)) {
    if (!at.has_relative_path()) return std::nullopt;
    at = at.parent_path();
    if (IsSharedFolder(at.string())) return std::nullopt;
  }
  while (at.has_relative_path() && !IsSharedFolder(at.parent_path().string()) && HasBuildFile(at.parent_path())) at = at.parent_path();
  return at.string();
}

bool IsSharedFolder(const std::string& folder) {
  if (std::find(kSystemFolders.begin(), kSystemFolders.end(), folder) != kSystemFolders.end()) return true;
  const std::string parent = fs::path(folder).parent_path().string();
  if (std::find(kParentsOfShared.begin(), kParentsOfShared.end(), parent) != kParentsOfShared.end()) return true;
  return Is(folder, std::getenv("HOME")) || Is(folder, std::getenv("TMPDIR"));
}

}  // namespace backlint::cli
