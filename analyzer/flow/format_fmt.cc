// fmt and std::format.
#include "flow/format_reader.h"

namespace backlint::flow {
namespace {

constexpr size_t kLongestField = 512;

struct Field {
  std::string_view id;    // before the colon
  std::string_view spec;  // behind it
  size_t length = 0;      // braces included; 0: no field
};

bool IsIdentifier(std::string_view text) {
  if (text.empty() || (text[0] >= '0' && text[0] <= '9')) return false;
  for (const char c : text) {
    const bool letter =
        ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c >= '0' && c <= '9') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
    if (!letter) return false;
  }
  return true;
}

// The field that begins at the opening brace `text` begins with; fields for width and precision may stand in it.
Field ReadField(std::string_view text) {
  Field field;
  text = text.substr(0, kLongestField);
  size_t colon = std::string_view::npos;
  int depth = 0;
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '{' && ++depth > 2) return field;
    if (text[at] == ':' && depth == 1 && colon == std::string_view::npos) colon = at;
    if (text[at] != '}' || --depth > 0) continue;
    field.id = text.substr(1, std::min(at, colon) - 1);
    if (colon < at) field.spec = text.substr(colon + 1, at - colon - 1);
    size_t behind = 0;
    const bool number = ReadNumber(field.id, behind) >= 0 && behind == field.id.size();
    if (field.id.empty() || number || IsIdentifier(field.id)) field.length = at + 1;
    return field;
  }
  return field;
}

// Goes over `{}`, `{2}`, `{width}` or a number at `at`; an unnumbered field takes the next argument.
int ReadSize(std::string_view spec, size_t& at, int& next) {
  if (at >= spec.size() || spec[at] != '{') return ReadNumber(spec, at);
  if (at + 1 < spec.size() && spec[at + 1] == '}') ++next;
  at = std::min(spec.find('}', at), spec.size() - 1) + 1;
  return -1;
}

Conversion ConversionOf(std::string_view type) {
  if (type.size() != 1) return Conversion::kByType;
  switch (type[0]) {
    case 's':
      return Conversion::kText;
    case 'c':
      return Conversion::kChar;
    case 'd':
    case 'b':
    case 'B':
    case 'o':
    case 'x':
    case 'X':
    case 'n':
    case 'p':
    case 'P':
    case 'a':
    case 'A':
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
      return Conversion::kNumber;
    default:
      return Conversion::kByType;
  }
}

// [[fill]align][sign][#][0][width][.precision][L][type]; what does not read like this is left to the argument's type.
void ReadSpec(std::string_view spec, FormatPiece& piece, int& next) {
  constexpr std::string_view kAligns = "<>^=";
  size_t at = 0;
  // The fill may take several bytes.
  size_t fill = 1;
  while (fill < spec.size() && (static_cast<unsigned char>(spec[fill]) & 0xC0) == 0x80) ++fill;
  if (fill < spec.size() && spec[0] != '{' && kAligns.find(spec[fill]) != std::string_view::npos) {
    at = fill + 1;
  } else if (!spec.empty() && kAligns.find(spec[0]) != std::string_view::npos) {
    at = 1;
  }
  while (at < spec.size() && std::string_view("+- #0").find(spec[at]) != std::string_view::npos) ++at;
  ReadSize(spec, at, next);
  int precision = -1;
  if (at < spec.size() && spec[at] == '.') {
    ++at;
    precision = ReadSize(spec, at, next);
  }
  if (at < spec.size() && spec[at] == 'L') ++at;
  piece.conversion = ConversionOf(spec.substr(std::min(at, spec.size())));
  const bool text = piece.conversion == Conversion::kText || (piece.conversion == Conversion::kByType && at >= spec.size());
  if (text) piece.precision = precision;
}

}  // namespace

void ReadFmt(FormatReader& reader) {
  int next = 0;
  while (!reader.AtEnd()) {
    reader.LiteralUntil("{}");
    const char brace = reader.Peek();
    if (reader.AtEnd()) return;
    if (reader.Peek(1) == brace) {
      reader.Add(brace);
      reader.Skip(2);
      continue;
    }
    const Field field = brace == '{' ? ReadField(reader.Rest()) : Field();
    if (field.length == 0) {
      reader.Literal(1);
      continue;
    }
    FormatPiece piece;
    size_t at = 0;
    if (field.id.empty()) {
      piece.argument = next++;
    } else if (IsIdentifier(field.id)) {
      piece.name = field.id;
    } else {
      piece.argument = ReadNumber(field.id, at);
    }
    ReadSpec(field.spec, piece, next);
    reader.Argument(std::move(piece), field.length);
  }
}

}  // namespace backlint::flow
