#include "cli/selection.h"

#include <algorithm>

#include <fmt/format.h>

#include "cli/nearest.h"

namespace backlint::cli {
namespace {

std::string_view Trim(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

}  // namespace

bool MatchesGlob(std::string_view name, std::string_view glob) {
  // One place to come back to is enough: a later star makes earlier ones irrelevant.
  size_t n = 0, g = 0, star = std::string_view::npos, resume = 0;
  while (n < name.size()) {
    if (g < glob.size() && glob[g] == '*') {
      star = g++;
      resume = n;
    } else if (g < glob.size() && (glob[g] == '?' || glob[g] == name[n])) {
      ++g;
      ++n;
    } else if (star != std::string_view::npos) {
      g = star + 1;
      n = ++resume;
    } else {
      return false;
    }
  }
  while (g < glob.size() && glob[g] == '*') ++g;
  return g == glob.size();
}

Result<std::vector<bool>> Select(std::span<const std::string_view> names, std::string_view globs) {
  const bool all = Trim(globs).empty() || Trim(globs).starts_with('-');
  std::vector<bool> selected(names.size(), all);
  while (!globs.empty()) {
    const size_t comma = globs.find(',');
    std::string_view glob = Trim(globs.substr(0, comma));
    globs.remove_prefix(comma == std::string_view::npos ? globs.size() : comma + 1);
    if (glob.empty()) continue;
    const bool add = !glob.starts_with('-');
    if (!add) glob.remove_prefix(1);
    bool matched = false;
    for (size_t i = 0; i < names.size(); ++i) {
      if (!MatchesGlob(names[i], glob)) continue;
      selected[i] = add;
      matched = true;
    }
    if (!matched) return Error{fmt::format("no check matches `{}`{}", glob, DidYouMean(glob, names))};
  }
  if (!names.empty() && std::find(selected.begin(), selected.end(), true) == selected.end())
    return Error{"--checks leaves no check to run"};
  return selected;
}

}  // namespace backlint::cli
