#include "report/printable.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include <fmt/format.h>

namespace backlint::report {
namespace {

struct Range {
  char32_t first, last;
};

bool In(char32_t c, const Range* begin, const Range* end) {
  const Range* range = std::lower_bound(begin, end, c, [](const Range& r, char32_t value) { return r.last < value; });
  return range != end && c >= range->first;
}

// Unicode's control and format characters, and what else draws nothing but changes what stands around it.
bool IsHidden(char32_t c) {
  static constexpr Range kHidden[] = {{0x00, 0x1f},       {0x7f, 0x9f},       {0xad, 0xad},       {0x61c, 0x61c},
                                      {0x115f, 0x1160},   {0x180e, 0x180e},   {0x200b, 0x200f},   {0x2028, 0x202e},
                                      {0x2060, 0x206f},   {0x3164, 0x3164},   {0xd800, 0xdfff},   {0xfe00, 0xfe0f},
                                      {0xfeff, 0xfeff},   {0xffa0, 0xffa0},   {0xfff0, 0xfffb},   {0xe0000, 0xe0fff}};
  return In(c, std::begin(kHidden), std::end(kHidden));
}

uint32_t Width(char32_t c) {
  static constexpr Range kCombining[] = {{0x300, 0x36f},   {0x483, 0x489},   {0x591, 0x5bd},   {0x610, 0x61a},   {0x64b, 0x65f},
                                         {0x1ab0, 0x1aff}, {0x1dc0, 0x1dff}, {0x20d0, 0x20ff}, {0xfe20, 0xfe2f}};
  static constexpr Range kWide[] = {{0x1100, 0x115e}, {0x2e80, 0x303e}, {0x3041, 0x33ff},   {0x3400, 0x4dbf},   {0x4e00, 0xa4cf},
                                    {0xa960, 0xa97f}, {0xac00, 0xd7a3}, {0xf900, 0xfaff},   {0xfe30, 0xfe6f},   {0xff00, 0xff60},
                                    {0xffe0, 0xffe6}, {0x1f300, 0x1f64f}, {0x1f900, 0x1f9ff}, {0x20000, 0x3fffd}};
  if (In(c, std::begin(kCombining), std::end(kCombining))) return 0;
  return In(c, std::begin(kWide), std::end(kWide)) ? 2 : 1;
}

struct Decoded {
  char32_t character;
  size_t length;
};

// Strict: no overlong forms, no surrogates, nothing above U+10FFFF.
std::optional<Decoded> Decode(std::string_view bytes) {
  const auto at = [&](size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned char lead = at(0);
  if (lead < 0x80) return Decoded{lead, 1};
  const size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || bytes.size() < length) return std::nullopt;
  char32_t c = lead & (0x7fu >> length);
  for (size_t i = 1; i < length; ++i) {
    if ((at(i) & 0xc0) != 0x80) return std::nullopt;
    c = c << 6 | (at(i) & 0x3f);
  }
  static constexpr char32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
  if (c < kLeast[length] || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff)) return std::nullopt;
  return Decoded{c, length};
}

std::string Escape(char32_t c) {
  if (c == '\n') return "\\n";
  if (c == '\r') return "\\r";
  if (c < 0x80) return fmt::format("\\x{:02x}", static_cast<uint32_t>(c));
  return c < 0x10000 ? fmt::format("\\u{:04x}", static_cast<uint32_t>(c)) : fmt::format("\\U{:08x}", static_cast<uint32_t>(c));
}

}  // namespace

std::vector<Cell> Cells(std::string_view bytes, uint32_t tab) {
  std::vector<Cell> cells;
  cells.reserve(bytes.size());
  uint32_t column = 0;
  for (size_t i = 0; i < bytes.size();) {
    const std::optional<Decoded> decoded = Decode(bytes.substr(i));
    Cell cell{.byte = i};
    if (!decoded) {
      cell.text = fmt::format("\\x{:02x}", static_cast<unsigned char>(bytes[i]));
    } else if (decoded->character == '\t') {
      cell.text.assign(tab - column % tab, ' ');
    } else if (IsHidden(decoded->character)) {
      cell.text = Escape(decoded->character);
    } else {
      cell.text = bytes.substr(i, decoded->length);
    }
    const bool as_is = decoded && !IsHidden(decoded->character);
    cell.width = as_is ? Width(decoded->character) : static_cast<uint32_t>(cell.text.size());
    column += cell.width;
    i += decoded ? decoded->length : 1;
    cells.push_back(std::move(cell));
  }
  return cells;
}

std::string Printable(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  for (const Cell& cell : Cells(bytes, 1)) text += cell.text;
  return text;
}

size_t DisplayWidth(std::string_view printable) {
  size_t width = 0;
  for (const Cell& cell : Cells(printable, 1)) width += cell.width;
  return width;
}

}  // namespace backlint::report
