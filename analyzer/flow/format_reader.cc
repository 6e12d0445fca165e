#include "flow/format_reader.h"

#include <algorithm>

namespace backlint::flow {

std::string& FormatReader::OpenText() {
  if (!text_open_) pieces_.emplace_back();
  text_open_ = true;
  return pieces_.back().text;
}

void FormatReader::Literal(size_t count) {
  count = std::min(count, text_.size() - at_);
  if (count == 0) return;
  OpenText() += text_.substr(at_, count);
  at_ += count;
}

void FormatReader::LiteralUntil(std::string_view marks) {
  const size_t end = text_.find_first_of(marks, at_);
  Literal((end == std::string_view::npos ? text_.size() : end) - at_);
}

void FormatReader::Add(char c) { OpenText() += c; }

void FormatReader::Argument(FormatPiece piece, size_t count) {
  pieces_.push_back(std::move(piece));
  text_open_ = false;
  Skip(count);
}

int ReadNumber(std::string_view text, size_t& at) {
  constexpr int kLargest = 1'000'000;
  if (at >= text.size() || text[at] < '0' || text[at] > '9') return -1;
  int number = 0;
  for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at)
    number = std::min(kLargest, number * 10 + (text[at] - '0'));
  return number;
}

}  // namespace backlint::flow
