#include "cli/path_glob.h"

#include <algorithm>

#include "cli/selection.h"

namespace backlint::cli {
namespace {

using Parts = std::vector<std::string_view>;

Parts Split(std::string_view path) {
  Parts parts;
  while (!path.empty()) {
    const size_t slash = std::min(path.find('/'), path.size());
    if (slash > 0 && path.substr(0, slash) != ".") parts.push_back(path.substr(0, slash));
    path.remove_prefix(std::min(slash + 1, path.size()));
  }
  return parts;
}

// One row a part of the glob: the places of the path that it can have reached. What is left of the path lies below what was named.
bool Match(const Parts& path, const Parts& glob) {
  std::vector<bool> reached(path.size() + 1, false);
  reached[0] = true;
  for (const std::string_view part : glob) {
    std::vector<bool> next(path.size() + 1, false);
    for (size_t i = 0; i <= path.size(); ++i) {
      if (!reached[i]) continue;
      if (part == "**") std::fill(next.begin() + static_cast<long>(i), next.end(), true);
      else if (i < path.size() && MatchesGlob(path[i], part)) next[i + 1] = true;
    }
    reached = std::move(next);
  }
  return std::find(reached.begin(), reached.end(), true) != reached.end();
}

}  // namespace

bool MatchesPath(std::string_view path, std::string_view glob) {
  Parts parts = Split(glob);
  if (parts.empty()) return glob == "." || glob == "/";
  const bool anywhere = glob.substr(0, glob.size() - (glob.ends_with('/') ? 1 : 0)).find('/') == std::string_view::npos;
  if (anywhere) parts.insert(parts.begin(), "**");
  return Match(Split(path), parts);
}

bool MatchesAny(std::string_view path, const std::vector<std::string>& globs) {
  return std::any_of(globs.begin(), globs.end(), [&](const std::string& glob) { return MatchesPath(path, glob); });
}

}  // namespace backlint::cli
