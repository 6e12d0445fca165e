// Placeholders of every library, whatever the dialect: a text may be prepared by something that the text does not show.
#include <algorithm>

#include "sql/character_class.h"
#include "sql/lexer.h"

namespace backlint::sql {

// The end of the placeholder that begins here, 0 when there is none.
uint32_t Lexer::Placeholder() const {
  uint32_t end = at_ + 1;
  const char next = At(end);
  const bool behind_operand = EndsOperand(last_);
  switch (text_[at_]) {
    case '?': {
      if (behind_operand && (next == '|' || next == '&')) return 0;
      while (end < limit_ && Is(text_[end], kDigit)) ++end;
      uint32_t after = end;
      while (after < limit_ && Is(text_[after], kBlank)) ++after;
      return behind_operand && At(after) == '\'' ? 0 : end;  // PostgreSQL: data ? 'key'
    }
    case ':':
      if (next == ':' || next == '=' || (open_brackets_ > 0 && behind_operand)) return 0;
      [[fallthrough]];
    case '$':
      while (end < limit_ && Is(text_[end], kNamePart)) ++end;
      return end == at_ + 1 ? 0 : end;
    case '%':
      return PercentPlaceholder();
    case '{':
      return BracePlaceholder();
    default:
      return 0;
  }
}

uint32_t Lexer::PercentPlaceholder() const {
  constexpr std::string_view kConversions = "diouxXeEfFgGaAcsSpqQwz";
  uint32_t end = at_ + 1;
  if (At(end) == '(') {
    ++end;
    while (end < limit_ && Is(text_[end], kNamePart)) ++end;
    if (At(end) != ')' || kConversions.find(At(end + 1)) == std::string_view::npos || At(end + 1) == '\0') return 0;
    return end + 2;
  }
  constexpr uint32_t kLongestSpecification = 16;
  while (end < limit_ && end - at_ < kLongestSpecification &&
         std::string_view("-+#0123456789.*$!,'").find(text_[end]) != std::string_view::npos) {
    ++end;
  }
  const uint32_t digits_end = end;
  while (end < limit_ && end - at_ < kLongestSpecification &&
         std::string_view("hlLjztqI").find(text_[end]) != std::string_view::npos && Is(At(end + 1), kNameStart)) {
    ++end;
  }
  const char conversion = At(end);
  if (conversion != '\0' && kConversions.find(conversion) != std::string_view::npos && !Is(At(end + 1), kNamePart))
    return end + 1;
  const bool only_digits = digits_end > at_ + 1 && std::all_of(text_.begin() + at_ + 1, text_.begin() + digits_end,
                                                               [](char c) { return Is(c, kDigit); });
  if (!only_digits || (last_.end == at_ && EndsOperand(last_))) return 0;  // a%2 is a remainder
  return At(digits_end) == '%' ? digits_end + 1 : digits_end;
}

uint32_t Lexer::BracePlaceholder() const {
  constexpr uint32_t kLongestSpecification = 64;
  uint32_t end = at_ + 1;
  while (end < limit_ && end - at_ < kLongestSpecification &&
         (Is(text_[end], kNamePart) || std::string_view(".:<>=+#^*-").find(text_[end]) != std::string_view::npos)) {
    ++end;
  }
  return At(end) == '}' ? end + 1 : 0;
}

}  // namespace backlint::sql
