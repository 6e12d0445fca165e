#include "extract/ignore_rules.h"

#include <algorithm>

#include "extract/path.h"

namespace backlint {
namespace {

constexpr size_t kMaxRules = 5000;
constexpr size_t kMaxPatternBytes = 256;

// `[a-z]`, `[!a]` at the front of `pattern`: its length and whether it matches; 0 when it is not closed.
size_t MatchSet(std::string_view pattern, char c, bool* matches) {
  size_t at = 1;
  const bool negated = at < pattern.size() && (pattern[at] == '!' || pattern[at] == '^');
  if (negated) ++at;
  bool found = false;
  for (bool first = true; at < pattern.size() && (first || pattern[at] != ']'); first = false) {
    const char low = pattern[at++];
    char high = low;
    if (at + 1 < pattern.size() && pattern[at] == '-' && pattern[at + 1] != ']') {
      high = pattern[at + 1];
      at += 2;
    }
    found = found || (low <= c && c <= high);
  }
  if (at >= pattern.size()) return 0;
  *matches = found != negated && c != '/';
  return at + 1;
}

}  // namespace

bool MatchesGlob(std::string_view pattern, std::string_view text) {
  // states[i]: the first i bytes of the pattern can match what has been read so far.
  std::vector<char> states(pattern.size() + 1, 0), next(pattern.size() + 1);
  const auto close = [&](std::vector<char>& set, bool at_component) {
    // A star may match nothing, and `**/` no folder.
    for (size_t i = 0; i < pattern.size(); ++i) {
      if (!set[i] || pattern[i] != '*') continue;
      set[i + 1] = 1;
      if (at_component && pattern.substr(i, 3) == "**/") set[i + 3] = 1;
    }
  };
  states[0] = 1;
  close(states, true);
  for (const char c : text) {
    std::fill(next.begin(), next.end(), 0);
    for (size_t i = 0; i < pattern.size(); ++i) {
      if (!states[i]) continue;
      bool in_set = false;
      size_t length = 1;
      if (pattern[i] == '*') {
        const bool twice = pattern.substr(i, 2) == "**" || (i > 0 && pattern[i - 1] == '*');
        if (c != '/' || twice) next[i] = 1;
      } else if (pattern[i] == '[' && (length = MatchSet(pattern.substr(i), c, &in_set)) > 0) {
        if (in_set) next[i + length] = 1;
      } else if (pattern[i] == '\\' && i + 1 < pattern.size()) {
        if (pattern[i + 1] == c) next[i + 2] = 1;
      } else if (pattern[i] == c || (pattern[i] == '?' && c != '/')) {
        next[i + 1] = 1;
      }
    }
    close(next, c == '/');
    states.swap(next);
  }
  return states[pattern.size()] != 0;
}

void IgnoreRules::Add(std::string_view folder, std::string_view text) {
  for (size_t at = 0; at < text.size() && rules_.size() < kMaxRules;) {
    const size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    at = end + 1;
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
    if (line.empty() || line[0] == '#' || line.size() > kMaxPatternBytes) continue;
    Rule rule{std::string(folder), "", line[0] == '!', false, true};
    if (rule.negated) line.remove_prefix(1);
    if (line.ends_with('/')) {
      rule.only_folders = true;
      line.remove_suffix(1);
    }
    rule.anywhere = line.find('/') == std::string_view::npos;
    if (line.starts_with('/')) line.remove_prefix(1);
    rule.pattern = line;
    if (!line.empty()) rules_.push_back(std::move(rule));
  }
}

bool IgnoreRules::Ignores(std::string_view path, bool is_folder) const {
  for (auto rule = rules_.rbegin(); rule != rules_.rend(); ++rule) {
    if (rule->only_folders && !is_folder) continue;
    std::string_view rest = path;
    if (!rule->folder.empty()) {
      if (!IsBelow(path, rule->folder) || path.size() <= rule->folder.size() + 1) continue;
      rest = path.substr(rule->folder.size() + 1);
    }
    if (MatchesGlob(rule->pattern, rule->anywhere ? Basename(rest) : rest)) return !rule->negated;
  }
  return false;
}

}  // namespace backlint
