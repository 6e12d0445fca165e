#include "cache/header_search.h"

#include <sys/stat.h>

#include <filesystem>

#include "core/digest.h"

namespace backlint::cache {
namespace {

// More headers than this are missing only where nothing is installed, and then the first ones appear with the others.
constexpr size_t kMaxHeaders = 64;
constexpr size_t kMaxFolders = 2000;

}  // namespace

void AddFolders(std::string_view path, std::set<std::string>* folders) {
  size_t slash;
  while ((slash = path.rfind('/')) != std::string_view::npos) {
    path = path.substr(0, slash);
    if (!folders->emplace(path.empty() ? "/" : path).second) return;
    if (path.empty()) return;
  }
  folders->emplace("");
}

std::string HeaderSearch::Relative(const std::string& folder) const {
  const std::string path = (std::filesystem::path(root_) / folder / "").lexically_normal().parent_path().string();
  if (path == root_) return "";
  return path.starts_with(root_ + "/") ? path.substr(root_.size() + 1) : path;
}

std::string HeaderSearch::Found(const std::set<std::string>& folders, const std::vector<std::string>& headers) {
  if (headers.empty()) return "";
  DigestBuilder found;
  size_t searched = 0;
  for (const std::string& folder : folders) {
    if (++searched > kMaxFolders) break;
    for (size_t i = 0; i < headers.size() && i < kMaxHeaders; ++i) {
      const std::string place = folder.empty() || headers[i].starts_with('/') ? headers[i] : folder + "/" + headers[i];
      if (Exists(place)) found.Add(place);
    }
  }
  return found.Finish();
}

bool HeaderSearch::Exists(const std::string& path) {
  const auto [entry, added] = known_.try_emplace(path, false);
  if (!added) return entry->second;
  struct stat now{};
  entry->second = stat((path.starts_with('/') ? path : root_ + "/" + path).c_str(), &now) == 0 && S_ISREG(now.st_mode);
  return entry->second;
}

}  // namespace backlint::cache
