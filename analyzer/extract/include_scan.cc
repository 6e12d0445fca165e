#include "extract/include_scan.h"

#include <algorithm>

namespace backlint {
namespace {

constexpr size_t kMaxIncludes = 2000;
constexpr size_t kMaxNameBytes = 512;

std::string_view SkipBlanks(std::string_view text) {
  const size_t at = text.find_first_not_of(" \t");
  return at == std::string_view::npos ? std::string_view() : text.substr(at);
}

bool TakeWord(std::string_view word, std::string_view* text) {
  if (!text->starts_with(word)) return false;
  text->remove_prefix(word.size());
  return true;
}

bool ParseLine(std::string_view line, IncludeLine* include) {
  line = SkipBlanks(line);
  if (!TakeWord("#", &line)) return false;
  line = SkipBlanks(line);
  if (!TakeWord("include_next", &line) && !TakeWord("include", &line) && !TakeWord("import", &line)) return false;
  line = SkipBlanks(line);
  if (line.empty() || (line[0] != '"' && line[0] != '<')) return false;
  include->quoted = line[0] == '"';
  const size_t end = line.find(include->quoted ? '"' : '>', 1);
  if (end == std::string_view::npos || end < 2 || end > kMaxNameBytes) return false;
  include->name = line.substr(1, end - 1);
  return include->name.find('\0') == std::string::npos;
}

}  // namespace

std::vector<IncludeLine> ScanIncludes(std::string_view text) {
  std::vector<IncludeLine> includes;
  // From `#` to `#`, because most lines have none.
  for (size_t at = text.find('#'); at != std::string_view::npos && includes.size() < kMaxIncludes; at = text.find('#', at)) {
    const size_t before = at == 0 ? std::string_view::npos : text.find_last_not_of(" \t", at - 1);
    const size_t end = std::min(text.find('\n', at), text.size());
    IncludeLine include;
    if ((before == std::string_view::npos || text[before] == '\n') && ParseLine(text.substr(at, end - at), &include))
      includes.push_back(std::move(include));
    at = end;
  }
  return includes;
}

}  // namespace backlint
