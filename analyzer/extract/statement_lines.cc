#include "extract/statement_lines.h"

#include <algorithm>
#include <string_view>

namespace backlint {

void StatementLines::Touch(uint32_t line) {
  if (now_.begin == 0) now_.begin = line;
  now_.last = line;
}

void StatementLines::End() {
  if (now_.begin != 0 && now_.begin != now_.last) long_ones_.emplace_back(now_.begin, now_.last);
  now_.begin = 0;
}

void StatementLines::Open(uint32_t line) {
  Touch(line);
  outer_.push_back(now_);
  now_ = Scope();
}

void StatementLines::Close(uint32_t line) {
  if (outer_.empty()) return End();
  const bool block = now_.block;
  if (block) End();
  now_ = outer_.back();
  outer_.pop_back();
  if (!block) {                        // a list of values, or an empty block: what follows tells
    now_.last = line;
    closed_ = now_.parentheses == 0;
    return;
  }
  End();
  now_.block = true;
  if (now_.parentheses > 0) Touch(line);
}

void StatementLines::Code(char c, uint32_t line) {
  constexpr std::string_view kGoesOn = ";,).?]";
  if (closed_ && kGoesOn.find(c) == std::string_view::npos) End();
  closed_ = false;
  switch (c) {
    case '{': return Open(line);
    case '}': return Close(line);
    case '(': case '[': ++now_.parentheses; break;
    case ')': case ']': now_.parentheses = std::max(0, now_.parentheses - 1); break;
    default: break;
  }
  Touch(line);
  if (c != ';' || now_.parentheses > 0) return;
  End();
  now_.block = true;
}

void StatementLines::Literal(uint32_t first, uint32_t last) {
  Code('"', first);
  Touch(last);
}

std::pair<uint32_t, uint32_t> StatementLines::Around(uint32_t line) const {
  std::pair<uint32_t, uint32_t> lines(line, line);
  for (const auto& [first, last] : long_ones_)
    if (first <= line && line <= last) lines = {std::min(lines.first, first), std::max(lines.second, last)};
  return lines;
}

}  // namespace backlint
