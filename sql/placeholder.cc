#include "sql/placeholder.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "sql/lexer.h"

namespace backlint::sql {
namespace {

constexpr size_t kMost = 100000;  // more than any engine takes

// Of `$10`, `?10`, `:10`; 0 without one.
size_t NumberOf(std::string_view placeholder) {
  size_t number = 0;
  placeholder.remove_prefix(std::min<size_t>(placeholder.size(), 1));
  const auto end = std::from_chars(placeholder.data(), placeholder.data() + placeholder.size(), number);
  return end.ec == std::errc() && number <= kMost ? number : 0;
}

}  // namespace

Placeholders::Placeholders(std::string_view statement, Dialect dialect) {
  const std::array<Segment, 1> whole = {{{false, statement}}};
  const SegmentedText text(whole);
  size_t highest = 0;
  for (const Token& token : Lex(text, LexicalRules::Of(dialect))) {
    const std::string_view written = TextOf(text, token);
    if (token.kind != TokenKind::kPlaceholder) continue;
    if (written == "?") unnumbered_.push_back(written.data());
    else if (written[0] == '$' || written[0] == '?') highest = std::max(highest, NumberOf(written));
  }
  count_ = std::max(unnumbered_.size(), highest);
}

size_t Placeholders::OrdinalOf(std::string_view placeholder) const {
  if (const size_t number = NumberOf(placeholder); number > 0) return number - 1;
  return static_cast<size_t>(std::lower_bound(unnumbered_.begin(), unnumbered_.end(), placeholder.data()) - unnumbered_.begin());
}

}  // namespace backlint::sql
