#include "extract/stray_bytes.h"

#include <string_view>

namespace backlint {
namespace {

uint8_t Byte(std::string_view text, size_t at) { return at < text.size() ? static_cast<uint8_t>(text[at]) : 0; }

// Bytes of the well-formed sequence at `at`; 0 when there is none.
size_t SequenceLength(std::string_view text, size_t at) {
  const uint8_t first = Byte(text, at), second = Byte(text, at + 1);
  if (first < 0x80) return 1;
  size_t length = first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
  // Overlong forms, surrogates, and what lies above the last plane.
  if ((first == 0xe0 && second < 0xa0) || (first == 0xed && second > 0x9f) || (first == 0xf0 && second < 0x90) ||
      (first == 0xf4 && second > 0x8f))
    return 0;
  for (size_t i = 1; i < length; ++i)
    if ((Byte(text, at + i) & 0xc0) != 0x80) return 0;
  return length;
}

}  // namespace

void ReplaceStrayBytes(std::string* text) {
  size_t at = 0;
  while (at < text->size()) {
    const size_t length = SequenceLength(*text, at);
    if (length == 0) break;
    at += length;
  }
  if (at >= text->size()) return;
  std::string out = text->substr(0, at);
  while (at < text->size()) {
    const size_t length = SequenceLength(*text, at);
    if (length > 0) {
      out.append(*text, at, length);
      at += length;
    } else {
      const uint8_t byte = Byte(*text, at++);
      out += "\xf4\x8f";
      out += static_cast<char>(0xbc + (byte >> 6));
      out += static_cast<char>(0x80 | (byte & 0x3f));
    }
  }
  *text = std::move(out);
}

void RestoreStrayBytes(std::string* text) {
  size_t to = text->find("\xf4\x8f");
  if (to == std::string::npos) return;
  for (size_t at = to; at < text->size(); ++at, ++to) {
    if (Byte(*text, at) == 0xf4 && Byte(*text, at + 1) == 0x8f && Byte(*text, at + 2) >= 0xbe) {
      (*text)[to] = static_cast<char>(((Byte(*text, at + 2) - 0xbc) << 6) | (Byte(*text, at + 3) & 0x3f));
      at += 3;
    } else {
      (*text)[to] = (*text)[at];
    }
  }
  text->resize(to);
}

}  // namespace backlint
