// Names as engines compare them when they are not quoted.
#ifndef BACKLINT_SQL_NAME_COMPARISON_H_
#define BACKLINT_SQL_NAME_COMPARISON_H_

#include <algorithm>
#include <string>
#include <string_view>

namespace backlint::sql {

inline char LowerCase(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

inline bool SameName(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return LowerCase(x) == LowerCase(y); });
}

inline std::string LowerCase(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return LowerCase(c); });
  return lower;
}

}  // namespace backlint::sql

#endif  // BACKLINT_SQL_NAME_COMPARISON_H_
