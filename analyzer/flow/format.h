// Format languages: a format text taken apart into literal text and arguments.
#ifndef BACKLINT_FLOW_FORMAT_H_
#define BACKLINT_FLOW_FORMAT_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/model.h"

namespace backlint::flow {

enum class Conversion : uint8_t {
  kByType,      // the argument's type decides (`{}`, `%1`, `%1%`)
  kText,        // %s
  kNumber,      // %d %u %x %f {:d} ...: digits, whatever the argument is
  kChar,        // %c
  kEscaped,     // SQLite's %q: quotes doubled, none added
  kQuoted,      // SQLite's %Q: quotes doubled and added, NULL for a null pointer
  kIdentifier,  // SQLite's %w: double quotes doubled, none added
  kNothing      // %n: takes an argument, writes nothing
};

struct FormatPiece {
  std::string text;   // literal text; empty for an argument
  int argument = -1;  // from 0; -1 for literal text. Counts the arguments behind the format, `*` widths included
  std::string name;   // `{name}`: named argument, argument is then -1
  Conversion conversion = Conversion::kByType;
  int precision = -1;  // %.30s: longest text, -1 = no limit
};

// Never fails: what is not a directive of the language is literal text. kQt: `%1`..`%99`, argument 0 is the lowest number that
// occurs, and so on, as QString::arg fills them. kBoost: `%1%`, `%s`, `%|spec|`; its letters do not convert, so that all but %c
// are kByType. kSubstitute: `$0`. `%m` takes no argument and stays literal. A position may lie beyond the arguments of the
// call.
std::vector<FormatPiece> ParseFormat(FormatLanguage language, std::string_view format);

// kQt and kBoost are filled step by step: QString("%1 %2").arg(a).arg(b). One step with so many arguments, over the texts that
// stand between what earlier steps have filled in; one list of pieces for each of them. What this step has no argument for
// comes back as literal text, written so that the next step reads it. Other languages have one step: ParseFormat of each part.
std::vector<std::vector<FormatPiece>> ParseFormatStep(FormatLanguage language, std::span<const std::string_view> parts,
                                                      int arguments);

}  // namespace backlint::flow

#endif  // BACKLINT_FLOW_FORMAT_H_
