#include "extract/literal_text.h"

#include <vector>

#include "extract/cursor.h"
#include "extract/source_scan.h"

namespace backlint {
namespace {

void AppendUtf8(std::string& out, uint32_t code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xc0 | (code >> 6));
    out += static_cast<char>(0x80 | (code & 0x3f));
  } else if (code < 0x10000) {
    out += static_cast<char>(0xe0 | (code >> 12));
    out += static_cast<char>(0x80 | ((code >> 6) & 0x3f));
    out += static_cast<char>(0x80 | (code & 0x3f));
  } else if (code < 0x110000) {
    out += static_cast<char>(0xf0 | (code >> 18));
    out += static_cast<char>(0x80 | ((code >> 12) & 0x3f));
    out += static_cast<char>(0x80 | ((code >> 6) & 0x3f));
    out += static_cast<char>(0x80 | (code & 0x3f));
  }
}

int DigitOf(char c, int base) {
  int value = -1;
  if (c >= '0' && c <= '9') value = c - '0';
  if (c >= 'a' && c <= 'f') value = c - 'a' + 10;
  if (c >= 'A' && c <= 'F') value = c - 'A' + 10;
  return value < base ? value : -1;
}

// Up to `most` digits at `at`; moves `at` behind them.
uint32_t Digits(std::string_view text, size_t& at, int base, size_t most) {
  uint32_t value = 0;
  for (size_t n = 0; n < most && at < text.size() && DigitOf(text[at], base) >= 0; ++n, ++at)
    value = value * static_cast<uint32_t>(base) + static_cast<uint32_t>(DigitOf(text[at], base));
  return value;
}

void AppendEscape(std::string& out, std::string_view text, size_t& at, bool wide) {
  const char c = text[at++];
  switch (c) {
    case 'n': out += '\n'; return;
    case 't': out += '\t'; return;
    case 'r': out += '\r'; return;
    case 'a': out += '\a'; return;
    case 'b': out += '\b'; return;
    case 'f': out += '\f'; return;
    case 'v': out += '\v'; return;
    case 'e': out += '\x1b'; return;
    case 'x': AppendUtf8(out, Digits(text, at, 16, 8)); return;
    case 'u': AppendUtf8(out, Digits(text, at, 16, 4)); return;
    case 'U': AppendUtf8(out, Digits(text, at, 16, 8)); return;
    default: break;
  }
  if (DigitOf(c, 8) < 0) {
    out += c;
    return;
  }
  --at;
  const uint32_t code = Digits(text, at, 8, 3);
  if (wide) {
    AppendUtf8(out, code);
  } else {
    out += static_cast<char>(code);      // one byte of the encoding of the source
  }
}

}  // namespace

std::string UnescapeSpelling(std::string_view spelling) {
  const size_t open = spelling.find('"');
  if (open == std::string_view::npos || spelling.size() < open + 2 || spelling.back() != '"') return std::string(spelling);
  const bool wide = open > 0 && spelling.substr(0, open) != "u8";
  const std::string_view body = spelling.substr(open + 1, spelling.size() - open - 2);
  std::string out;
  out.reserve(body.size());
  for (size_t at = 0; at < body.size();) {
    if (body[at] != '\\' || at + 1 == body.size()) {
      // Behind a numeric escape the printer ends and reopens the literal where a digit would be taken for a part of it.
      if (body.substr(at, 2) == "\"\"") {
        at += 2;
      } else {
        out += body[at++];
      }
      continue;
    }
    ++at;
    AppendEscape(out, body, at, wide);
  }
  return out;
}

CXCursor WrittenInitializer(CXCursor declaration, FileTable& files) {
  const CXCursorKind kind = Kind(declaration);
  if (kind == CXCursor_VarDecl) return clang_Cursor_getVarDeclInitializer(declaration);
  const std::vector<CXCursor> parts = Expressions(declaration);
  if (parts.empty()) return clang_getNullCursor();
  if (kind == CXCursor_UnexposedDecl) return parts.back();
  // Array sizes and bit widths are children as well: the initialiser follows `=`, or it is a brace or a constructor's call.
  const CXCursor last = parts.back();
  const CXSourceRange extent = clang_getCursorExtent(last);
  unsigned name = 0, begin = 0;
  clang_getFileLocation(clang_getCursorLocation(declaration), nullptr, nullptr, nullptr, &name);
  clang_getFileLocation(clang_getRangeStart(extent), nullptr, nullptr, nullptr, &begin);
  const std::string_view text = files.TextOf(extent);
  const char before = LastNonBlank(files.TextBefore(extent));
  return before == '=' || name == begin || text.starts_with('{') ? last : clang_getNullCursor();
}

}  // namespace backlint
