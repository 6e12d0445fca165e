// Boost.Format.
#include <string>
#include <utility>

#include "flow/format_reader.h"

namespace backlint::flow {

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
void ReadBoost(FormatReader& reader, int& next) {
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

namespace {

// The directive for an argument of a later step.
std::string Directive(const FormatPiece& piece, int argument) {
  const std::string number = std::to_string(argument + 1);
  if (piece.conversion == Conversion::kChar) return '%' + number + "$c";
  if (piece.precision >= 0) return '%' + number + "$." + std::to_string(piece.precision) + 's';
  return '%' + number + '%';
}

std::string Escaped(std::string_view text) {
  std::string escaped;
  for (const char c : text) escaped.append(c == '%' ? 2 : 1, c);
  return escaped;
}

}  // namespace

std::vector<std::vector<FormatPiece>> StepBoost(std::span<const std::string_view> parts, int arguments) {
  std::vector<std::vector<FormatPiece>> steps;
  int next = 0;
  bool later = false;
  for (const std::string_view part : parts) {
    FormatReader reader(part);
    ReadBoost(reader, next);
    steps.push_back(reader.TakePieces());
    for (const FormatPiece& piece : steps.back()) later |= piece.argument >= arguments;
  }
  if (!later) return steps;
  for (std::vector<FormatPiece>& pieces : steps) {
    for (FormatPiece& piece : pieces) {
      if (piece.argument < 0) {
        piece.text = Escaped(piece.text);
      } else if (piece.argument >= arguments) {
        FormatPiece literal;
        literal.text = Directive(piece, piece.argument - arguments);
        piece = std::move(literal);
      }
    }
  }
  return steps;
}

}  // namespace backlint::flow
