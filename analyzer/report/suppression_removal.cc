#include "report/suppression_removal.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace backlint::report {
namespace {

constexpr std::string_view kBlank = " \t\r";

// `NOLINT...(names)` or `backlint: allow(names)` in a text.
struct Directive {
  size_t begin = 0;
  size_t open = 0, close = 0;      // the parentheses
  std::vector<std::string> names;  // as written
};

std::string_view Trimmed(std::string_view text) {
  const size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

bool Means(std::string_view written, std::string_view check) {
  constexpr std::string_view kPrefix = "backlint-";
  return written == check || (written.starts_with(kPrefix) && written.substr(kPrefix.size()) == check);
}

std::optional<Directive> DirectiveAt(std::string_view text, size_t at) {
  const std::string_view rest = text.substr(std::min(at, text.size()));
  if (!rest.starts_with("NOLINT") && !rest.starts_with("backlint:")) return std::nullopt;
  const size_t end = std::min(rest.find('\n'), rest.size()), open = rest.find('('), close = rest.find(')');
  if (open >= end || close >= end || close < open) return std::nullopt;
  Directive directive{at, at + open, at + close, {}};
  for (std::string_view list = rest.substr(open + 1, close - open - 1);; list.remove_prefix(list.find(',') + 1)) {
    if (const std::string_view name = Trimmed(list.substr(0, list.find(','))); !name.empty()) directive.names.emplace_back(name);
    if (list.find(',') == std::string_view::npos) return directive;
  }
}

// Where the comment around `at` begins on its line and ends.
std::pair<size_t, size_t> CommentAround(std::string_view text, size_t at) {
  const size_t line = text.rfind('\n', at) == std::string_view::npos ? 0 : text.rfind('\n', at) + 1;
  const std::string_view before = text.substr(line, at - line);
  size_t begin = std::string_view::npos;
  for (const std::string_view opener : {"//", "/*", "--"})
    if (const size_t found = before.rfind(opener); found != std::string_view::npos && (begin == std::string_view::npos || found > begin)) begin = found;
  const size_t line_end = std::min(text.find('\n', at), text.size());
  if (begin == std::string_view::npos) return {at, line_end};
  const size_t close = text.find("*/", at);
  const bool block = before.substr(begin).starts_with("/*");
  return {line + begin, block && close < line_end ? close + 2 : line_end};
}

// Takes [begin, end) away, with the blanks before it, and the line when nothing else is on it.
void Erase(std::string& text, size_t begin, size_t end) {
  while (begin > 0 && kBlank.find(text[begin - 1]) != std::string_view::npos) --begin;
  const bool at_start = begin == 0 || text[begin - 1] == '\n';
  const size_t line_end = std::min(text.find('\n', end), text.size());
  const bool to_end = Trimmed(std::string_view(text).substr(end, line_end - end)).empty();
  if (at_start && to_end) end = std::min(line_end + 1, text.size());
  else if (to_end && text[line_end - (line_end > 0 ? 1 : 0)] != '\r') end = line_end;
  text.erase(begin, end - begin);
}

void EraseDirective(std::string& text, const Directive& directive) {
  const auto [comment, comment_end] = CommentAround(text, directive.begin);
  const bool block = comment_end >= 2 && text.compare(comment, 2, "/*") == 0;
  // What follows is the reason, unless another directive stands there.
  const size_t next = text.find("NOLINT", directive.close);
  const size_t inside_end = block ? comment_end - 2 : comment_end;
  const size_t end = next < inside_end ? next : inside_end;
  const std::string_view said = Trimmed(std::string_view(text).substr(comment + 2, directive.begin - comment - 2));
  if (said.empty() && end == inside_end) return Erase(text, comment, comment_end);
  if (end == inside_end && !block) return Erase(text, directive.begin, end);
  text.erase(directive.begin, end - directive.begin);
}

bool RemoveName(std::string& text, size_t at, std::string_view check) {
  const auto directive = DirectiveAt(text, at);
  if (!directive) return false;
  std::vector<std::string> left = directive->names;
  if (std::erase_if(left, [&](const std::string& name) { return Means(name, check); }) == 0) return false;
  if (left.empty()) {
    EraseDirective(text, *directive);
    return true;
  }
  std::string list;
  for (const std::string& name : left) list += (list.empty() ? "" : ", ") + name;
  text.replace(directive->open + 1, directive->close - directive->open - 1, list);
  return true;
}

// The end of the block that begins at `at`; blocks of one name may stand inside of each other.
size_t EndOfBlock(std::string_view text, size_t at, std::string_view check) {
  int depth = 0;
  for (; at != std::string_view::npos; at = text.find("NOLINT", at + 6)) {
    const auto directive = DirectiveAt(text, at);
    if (!directive || std::none_of(directive->names.begin(), directive->names.end(), [&](const std::string& name) { return Means(name, check); })) continue;
    if (text.substr(at).starts_with("NOLINTBEGIN")) ++depth;
    if (text.substr(at).starts_with("NOLINTEND") && --depth == 0) return at;
  }
  return at;
}

}  // namespace

std::string RemoveSuppressions(std::string text, std::vector<UselessName> useless, size_t* removed) {
  std::vector<size_t> lines = {0};
  for (size_t i = 0; i < text.size(); ++i)
    if (text[i] == '\n') lines.push_back(i + 1);
  // From the end, so that places before it stay where they are.
  std::sort(useless.begin(), useless.end(), [](const UselessName& a, const UselessName& b) { return a > b; });
  *removed = 0;
  for (const UselessName& name : useless) {
    if (name.line == 0 || name.line > lines.size() || name.column == 0) continue;
    const size_t at = lines[name.line - 1] + name.column - 1;
    const bool block = at < text.size() && std::string_view(text).substr(at).starts_with("NOLINTBEGIN");
    const size_t end = block ? EndOfBlock(text, at, name.check) : std::string::npos;
    if (end != std::string::npos) RemoveName(text, end, name.check);
    if (RemoveName(text, at, name.check)) ++*removed;
  }
  return text;
}

}  // namespace backlint::report
