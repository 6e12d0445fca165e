#include "flow/format.h"

#include "flow/format_reader.h"

namespace backlint::flow {

std::vector<FormatPiece> ParseFormat(FormatLanguage language, std::string_view format) {
  FormatReader reader(format);
  int next = 0;
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
      ReadBoost(reader, next);
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

std::vector<std::vector<FormatPiece>> ParseFormatStep(FormatLanguage language, std::span<const std::string_view> parts,
                                                      int arguments) {
  if (language == FormatLanguage::kQt) return StepQt(parts, arguments);
  if (language == FormatLanguage::kBoost) return StepBoost(parts, arguments);
  std::vector<std::vector<FormatPiece>> pieces;
  for (const std::string_view part : parts) pieces.push_back(ParseFormat(language, part));
  return pieces;
}

}  // namespace backlint::flow
