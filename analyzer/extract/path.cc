#include "extract/path.h"

#include <sys/stat.h>

#include <vector>

namespace backlint {
namespace {

template <typename Visit>
void ForEachComponent(std::string_view path, Visit visit) {
  for (size_t at = 0; at < path.size();) {
    const size_t end = std::min(path.find('/', at), path.size());
    if (end > at) visit(path.substr(at, end - at));
    at = end + 1;
  }
}

std::string Join(const std::vector<std::string_view>& parts, bool absolute) {
  std::string out;
  for (std::string_view part : parts) {
    if (absolute || !out.empty()) out += '/';
    out += part;
  }
  if (out.empty()) out = absolute ? "/" : ".";
  return out;
}

// Of a name that leads nowhere, the folded form says as much.
bool SameFile(const std::string& plain, const std::string& folded) {
  struct stat first{}, second{};
  if (stat(plain.c_str(), &first) != 0) return true;
  return stat(folded.c_str(), &second) == 0 && first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

}  // namespace

std::string FoldPath(std::string_view path) {
  const bool absolute = path.starts_with('/');
  std::vector<std::string_view> parts;
  ForEachComponent(path, [&](std::string_view part) {
    if (part == ".") return;
    if (part == ".." && !parts.empty() && parts.back() != "..") {
      parts.pop_back();
    } else if (part != ".." || !absolute) {
      parts.push_back(part);
    }
  });
  return Join(parts, absolute);
}

std::string AbsolutePath(std::string_view directory, std::string_view path) {
  std::string full(path.starts_with('/') ? path : directory);
  if (!path.starts_with('/')) full.append("/").append(path);
  std::vector<std::string_view> parts;
  bool upward = false;
  ForEachComponent(full, [&](std::string_view part) {
    if (part != ".") parts.push_back(part);
    upward = upward || part == "..";
  });
  std::string plain = Join(parts, full.starts_with('/'));
  if (!upward) return plain;
  std::string folded = FoldPath(plain);
  return SameFile(plain, folded) ? folded : plain;
}

std::string_view Basename(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::string_view Dirname(std::string_view path) {
  const size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return {};
  return path.substr(0, slash == 0 ? 1 : slash);
}

std::string_view Extension(std::string_view path) {
  const std::string_view name = Basename(path);
  const size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? std::string_view() : name.substr(dot + 1);
}

bool IsBelow(std::string_view path, std::string_view folder) {
  if (folder == "/") return path.starts_with('/');
  return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

std::string RelativeTo(std::string_view root, std::string_view path) {
  if (!IsBelow(path, root) || path.size() <= root.size()) return std::string(path);
  return std::string(path.substr(root == "/" ? 1 : root.size() + 1));
}

bool IsRegularFile(const std::string& path) {
  struct stat status{};
  return stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

bool IsDirectory(const std::string& path) {
  struct stat status{};
  return stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

}  // namespace backlint
