// Text inside of XML, where control characters cannot stand at all, not even as references.
#ifndef BACKLINT_REPORT_XML_TEXT_H_
#define BACKLINT_REPORT_XML_TEXT_H_

#include <string>
#include <string_view>

#include "report/printable.h"

namespace backlint::report {

// Printable text of one line, fit for content and for attributes in double quotes.
inline std::string XmlText(std::string_view text) {
  std::string out;
  for (const char c : Printable(text)) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
  return out;
}

}  // namespace backlint::report

#endif  // BACKLINT_REPORT_XML_TEXT_H_
