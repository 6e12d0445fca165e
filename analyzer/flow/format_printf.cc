// printf of C (with POSIX's positions and Microsoft's lengths) and of SQLite.
#include <algorithm>

#include "flow/format_reader.h"

namespace backlint::flow {
namespace {

bool IsOneOf(std::string_view set, char c) { return c != '\0' && set.find(c) != std::string_view::npos; }

// `5`, `*`, `*2$` at `at`. The value, -1 when an argument gives it or when there is none.
int ReadWidth(std::string_view text, size_t& at, int& stars) {
  if (at >= text.size() || text[at] != '*') return ReadNumber(text, at);
  ++at;
  size_t behind = at;
  if (ReadNumber(text, behind) >= 0 && behind < text.size() && text[behind] == '$') {
    at = behind + 1;
  } else {
    ++stars;
  }
  return -1;
}

size_t LengthModifier(std::string_view text, PrintfFlavour flavour) {
  // To SQLite q and z are conversions.
  if (flavour == PrintfFlavour::kSqlite) return text.starts_with("ll") ? 2 : text.starts_with("l");
  for (const std::string_view modifier : {"I64", "I32", "hh", "ll", "w64", "h", "l", "q", "j", "z", "Z", "t", "L", "I"}) {
    if (text.starts_with(modifier)) return modifier.size();
  }
  return 0;
}

}  // namespace

PrintfDirective ReadPrintfDirective(std::string_view text, PrintfFlavour flavour) {
  const bool sqlite = flavour == PrintfFlavour::kSqlite;
  const std::string_view flags = sqlite ? "-+ #0!," : "-+ #0'I";
  const std::string_view letters = sqlite ? "diouxXfeEgGcrsqQwzp" : "diouxXfFeEgGaAcCsSpnmbB";
  PrintfDirective directive;
  size_t at = 1;
  if (text.size() < 2 || text[0] != '%') return directive;
  size_t behind = at;
  if (const int position = ReadNumber(text, behind); position > 0 && behind < text.size() && text[behind] == '$') {
    directive.position = position - 1;
    at = behind + 1;
  }
  while (at < text.size() && IsOneOf(flags, text[at]) && !text.substr(at).starts_with("I64") &&
         !text.substr(at).starts_with("I32"))
    ++at;
  ReadWidth(text, at, directive.stars);
  if (at < text.size() && text[at] == '.') {
    ++at;
    const bool given = at < text.size() && text[at] == '*';
    directive.precision = ReadWidth(text, at, directive.stars);
    if (directive.precision < 0 && !given) directive.precision = 0;  // a dot alone means none
  }
  if (at < text.size() && text[at] == '%') {
    directive.letter = '%';
  } else {
    at += LengthModifier(text.substr(std::min(at, text.size())), flavour);
    if (at >= text.size() || !IsOneOf(letters, text[at])) return PrintfDirective();
    directive.letter = text[at];
  }
  directive.length = at + 1;
  return directive;
}

Conversion PrintfConversion(char letter, PrintfFlavour flavour) {
  switch (letter) {
    case 's':
    case 'S':
      return Conversion::kText;
    case 'c':
    case 'C':
      return Conversion::kChar;
    case 'n':
      return Conversion::kNothing;
    case 'q':
      return Conversion::kEscaped;
    case 'Q':
      return Conversion::kQuoted;
    case 'w':
      return Conversion::kIdentifier;
    case 'z':
      return flavour == PrintfFlavour::kSqlite ? Conversion::kText : Conversion::kNumber;
    default:
      return Conversion::kNumber;
  }
}

void ReadPrintf(FormatReader& reader, PrintfFlavour flavour) {
  int next = 0;
  while (!reader.AtEnd()) {
    reader.LiteralUntil("%");
    const PrintfDirective directive = ReadPrintfDirective(reader.Rest(), flavour);
    if (directive.length == 0) {
      reader.Literal(1);
      continue;
    }
    next += directive.stars;
    if (directive.letter == '%') {
      reader.Add('%');
      reader.Skip(directive.length);
      continue;
    }
    if (directive.letter == 'm') {  // glibc: a message of the system, and no argument
      reader.Literal(directive.length);
      continue;
    }
    FormatPiece piece;
    piece.conversion = PrintfConversion(directive.letter, flavour);
    if (piece.conversion == Conversion::kText || piece.conversion == Conversion::kEscaped)
      piece.precision = directive.precision;
    piece.argument = directive.position >= 0 ? directive.position : next++;
    reader.Argument(std::move(piece), directive.length);
  }
}

}  // namespace backlint::flow
