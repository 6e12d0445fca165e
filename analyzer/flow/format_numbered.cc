// The languages that number their arguments: Qt's arg(), Boost.Format, absl::Substitute.
#include <bitset>

#include "flow/format_reader.h"

namespace backlint::flow {
namespace {

constexpr int kQtMarkers = 100;

int Digit(char c) { return c >= '0' && c <= '9' ? c - '0' : -1; }

struct QtMarker {
  int number = -1;
  size_t length = 0;
};

// `%7`, `%42`, `%L7` at the beginning of `text`.
QtMarker ReadQtMarker(std::string_view text) {
  QtMarker marker;
  size_t at = 1;
  if (at < text.size() && text[at] == 'L') ++at;
  if (at >= text.size() || Digit(text[at]) < 0) return marker;
  marker.number = Digit(text[at++]);
  if (at < text.size() && Digit(text[at]) >= 0) marker.number = marker.number * 10 + Digit(text[at++]);
  marker.length = at;
  return marker;
}

}  // namespace

void ReadQt(FormatReader& reader) {
  std::bitset<kQtMarkers> used;
  const std::string_view text = reader.Rest();
  for (size_t at = text.find('%'); at != std::string_view::npos; at = text.find('%', at + 1)) {
    if (const QtMarker marker = ReadQtMarker(text.substr(at)); marker.length > 0) used.set(marker.number);
  }
  int ranks[kQtMarkers];
  for (int number = 0, rank = 0; number < kQtMarkers; ++number) ranks[number] = used[number] ? rank++ : rank;
  while (!reader.AtEnd()) {
    reader.LiteralUntil("%");
    if (reader.AtEnd()) return;
    const QtMarker marker = ReadQtMarker(reader.Rest());
    if (marker.length == 0) {
      reader.Literal(1);
      continue;
    }
    FormatPiece piece;
    piece.argument = ranks[marker.number];
    reader.Argument(std::move(piece), marker.length);
  }
}

namespace {

// What stands between the bars of `%|...|` reads like the directive behind a percent sign; a type may be missing.
// `%|20t|` moves to a column and takes no argument.
bool ReadBarred(FormatReader& reader, int& next) {
  constexpr size_t kLongest = 64;
  const std::string_view rest = reader.Rest().substr(0, kLongest);
  const size_t bar = rest.find('|', 2);
  if (bar == std::string_view::npos) return false;
  std::string inner(rest.substr(2, bar - 2));
  if (inner.empty()) return false;
  if (inner.back() == 't' || (inner.size() > 1 && inner[inner.size() - 2] == 'T')) {
    reader.Skip(bar + 1);
    return true;
  }
  size_t behind = 0;
  FormatPiece piece;
  const int number = ReadNumber(inner, behind);
  if (number > 0 && behind < inner.size() && inner[behind] == '$') piece.argument = number - 1;
  PrintfDirective directive = ReadPrintfDirective("%" + inner, PrintfFlavour::kC);
  if (directive.length == 0) directive = ReadPrintfDirective("%" + inner + "s", PrintfFlavour::kC);
  if (piece.argument < 0) piece.argument = next++;
  piece.precision = directive.letter == 's' ? directive.precision : -1;
  if (directive.letter == 'c') piece.conversion = Conversion::kChar;
  reader.Argument(std::move(piece), bar + 1);
  return true;
}

}  // namespace

// A type letter steers how an argument is printed and not what may be printed: `%d` prints a string as it is.
void ReadBoost(FormatReader& reader) {
  int next = 0;
  while (!reader.AtEnd()) {
    reader.LiteralUntil("%");
    if (reader.AtEnd()) return;
    if (reader.Peek(1) == '%') {
      reader.Add('%');
      reader.Skip(2);
      continue;
    }
    if (reader.Peek(1) == '|' && ReadBarred(reader, next)) continue;
    FormatPiece piece;
    size_t at = 1;
    const std::string_view rest = reader.Rest();
    const int number = ReadNumber(rest, at);
    if (number > 0 && at < rest.size() && rest[at] == '%') {
      piece.argument = number - 1;
      reader.Argument(std::move(piece), at + 1);
      continue;
    }
    const PrintfDirective directive = ReadPrintfDirective(rest, PrintfFlavour::kC);
    if (directive.length == 0 || directive.letter == '%') {
      reader.Literal(1);
      continue;
    }
    piece.argument = directive.position >= 0 ? directive.position : next++;
    piece.precision = directive.letter == 's' ? directive.precision : -1;
    if (directive.letter == 'c') piece.conversion = Conversion::kChar;
    reader.Argument(std::move(piece), directive.length);
  }
}

void ReadSubstitute(FormatReader& reader) {
  while (!reader.AtEnd()) {
    reader.LiteralUntil("$");
    if (reader.AtEnd()) return;
    if (reader.Peek(1) == '$') {
      reader.Add('$');
      reader.Skip(2);
    } else if (const int digit = Digit(reader.Peek(1)); digit >= 0) {
      FormatPiece piece;
      piece.argument = digit;
      reader.Argument(std::move(piece), 2);
    } else {
      reader.Literal(1);
    }
  }
}

}  // namespace backlint::flow
