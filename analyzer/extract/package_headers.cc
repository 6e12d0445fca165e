#include "extract/package_headers.h"

#include <dirent.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>
#include <tuple>

#include "extract/path.h"

namespace backlint {
namespace {

constexpr int kMostDepth = 4;
constexpr size_t kMostEntries = 200000;

// Of the kernel and of the C library: their headers are found without a flag, and a folder of them in the search path shadows others.
constexpr std::array<std::string_view, 9> kSystemFolders = {"c++", "linux", "asm", "asm-generic", "bits", "sys", "gnu", "rdma", "misc"};

// File names that every second project has. Not names of libraries.
constexpr std::array<std::string_view, 27> kCommonStems = {
    "config", "version", "common", "util",  "utils",    "types",   "type",  "defs",   "def",    "global", "globals", "log",     "logger", "logging",
    "error",  "errors",  "debug",  "platform", "compat", "main",   "test",  "tests",  "api",    "core",   "base",    "file",    "string"};

bool IsPlain(std::string_view name) {
  return name.find('/') == std::string_view::npos &&
         std::none_of(name.begin(), name.end(), [](unsigned char c) { return std::isupper(c) != 0; });
}

bool IsCommon(std::string_view name) {
  const std::string_view stem = name.substr(0, name.find('.'));
  return std::find(kCommonStems.begin(), kCommonStems.end(), stem) != kCommonStems.end();
}

}  // namespace

PackageHeaders::PackageHeaders(const HostHeaders& host) : default_folders_(host.DefaultFolders()), package_folders_(host.PackageFolders()) {}

bool PackageHeaders::IsDirect(const std::string& name) {
  const auto [place, fresh] = direct_.try_emplace(name, false);
  if (fresh)
    place->second = std::any_of(default_folders_.begin(), default_folders_.end(),
                                [&](const std::string& folder) { return IsRegularFile(folder + "/" + name); });
  return place->second;
}

std::string PackageHeaders::FolderOf(const std::string& name, bool quoted, const std::vector<std::string>& preferred) {
  if (IsPlain(name) && IsCommon(name)) return "";
  for (const std::string& folder : preferred)
    if (IsRegularFile(folder + "/" + name)) return folder;
  if (!indexed_) Index();
  const auto found = by_name_.find(std::string(Basename(name)));
  if (found == by_name_.end()) return "";
  const std::string_view above = Dirname(name);
  std::vector<std::string> folders;
  for (std::string_view folder : found->second) {
    if (!above.empty()) {
      if (!folder.ends_with(above) || folder.size() <= above.size() || folder[folder.size() - above.size() - 1] != '/') continue;
      folder.remove_suffix(above.size() + 1);
    }
    // Plain names turn up deep inside of libraries, where they are their private matter.
    const auto is_top = [&](std::string_view parent) {
      return std::find(package_folders_.begin(), package_folders_.end(), parent) != package_folders_.end();
    };
    if (IsPlain(name) && !is_top(Dirname(folder)) && !is_top(folder)) continue;
    folders.emplace_back(folder);
  }
  if (folders.empty() || (quoted && IsPlain(name) && folders.size() > 1)) return "";
  // The shallowest; of versions side by side the newest.
  return *std::min_element(folders.begin(), folders.end(), [](const std::string& a, const std::string& b) {
    const auto depth_a = std::count(a.begin(), a.end(), '/'), depth_b = std::count(b.begin(), b.end(), '/');
    return depth_a != depth_b ? depth_a < depth_b : strverscmp(a.c_str(), b.c_str()) > 0;
  });
}

void PackageHeaders::Index() {
  indexed_ = true;
  for (const std::string& folder : package_folders_) IndexFolder(folder, 0);
}

void PackageHeaders::IndexFolder(const std::string& folder, int depth) {
  DIR* dir = opendir(folder.c_str());
  if (!dir) return;
  std::vector<std::string> below;
  while (const dirent* entry = readdir(dir)) {
    const std::string name = entry->d_name;
    if (name[0] == '.' || ++entries_ > kMostEntries) continue;
    if (entry->d_type != DT_DIR) {
      if (depth > 0 || folder.ends_with("/include")) by_name_[name].push_back(folder);
    } else if (std::find(kSystemFolders.begin(), kSystemFolders.end(), name) == kSystemFolders.end() &&
               std::find(package_folders_.begin(), package_folders_.end(), folder + "/" + name) == package_folders_.end()) {
      below.push_back(folder + "/" + name);
    }
  }
  closedir(dir);
  if (depth < kMostDepth)
    for (const std::string& next : below) IndexFolder(next, depth + 1);
}

}  // namespace backlint
