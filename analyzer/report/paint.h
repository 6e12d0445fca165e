// Colours of a terminal, or none.
#ifndef BACKLINT_REPORT_PAINT_H_
#define BACKLINT_REPORT_PAINT_H_

#include <string>
#include <string_view>

#include "core/finding.h"

namespace backlint::report {

enum class Ink { kPlain, kBold, kDim, kError, kWarning, kNote, kGutter, kFix, kCode };

inline Ink InkOf(Severity severity) {
  return severity == Severity::kError ? Ink::kError : severity == Severity::kWarning ? Ink::kWarning : Ink::kNote;
}

class Paint {
 public:
  explicit Paint(bool color) : color_(color) {}

  std::string operator()(Ink ink, std::string_view text) const {
    if (!color_ || text.empty() || ink == Ink::kPlain) return std::string(text);
    return std::string(Code(ink)).append(text).append("\033[0m");
  }

 private:
  static std::string_view Code(Ink ink) {
    switch (ink) {
      case Ink::kBold: return "\033[1m";
      case Ink::kDim: return "\033[2m";
      case Ink::kError: return "\033[1;31m";
      case Ink::kWarning: return "\033[1;33m";
      case Ink::kNote: return "\033[1;36m";
      case Ink::kGutter: return "\033[34m";
      case Ink::kFix: return "\033[1;32m";
      case Ink::kCode: return "\033[36m";
      case Ink::kPlain: break;
    }
    return "";
  }

  bool color_;
};

}  // namespace backlint::report

#endif  // BACKLINT_REPORT_PAINT_H_
