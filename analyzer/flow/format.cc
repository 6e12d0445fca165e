#include "flow/format.h"

#include "flow/format_reader.h"

namespace backlint::flow {

std::vector<FormatPiece> ParseFormat(FormatLanguage language, std::string_view format) {
  FormatReader reader(format);
  switch (language) {
    case FormatLanguage::kPrintf:
      ReadPrintf(reader, PrintfFlavour::kC);
      break;
    case FormatLanguage::kSqlite:
      ReadPrintf(reader, PrintfFlavour::kSqlite);
      break;
    case FormatLanguage::kFmt:
      ReadFmt(reader);
      break;
    case FormatLanguage::kQt:
      ReadQt(reader);
      break;
    case FormatLanguage::kBoost:
      ReadBoost(reader);
      break;
    case FormatLanguage::kSubstitute:
      ReadSubstitute(reader);
      break;
    case FormatLanguage::kNone:
      reader.Literal(format.size());
      break;
  }
  return reader.TakePieces();
}

}  // namespace backlint::flow
