// absl::Substitute.
#include "flow/format_reader.h"

namespace backlint::flow {

void ReadSubstitute(FormatReader& reader) {
  while (!reader.AtEnd()) {
    reader.LiteralUntil("$");
    if (reader.AtEnd()) return;
    if (reader.Peek(1) == '$') {
      reader.Add('$');
      reader.Skip(2);
    } else if (const char digit = reader.Peek(1); digit >= '0' && digit <= '9') {
      FormatPiece piece;
      piece.argument = digit - '0';
      reader.Argument(std::move(piece), 2);
    } else {
      reader.Literal(1);
    }
  }
}

}  // namespace backlint::flow
