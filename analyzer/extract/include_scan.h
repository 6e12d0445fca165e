// `#include` lines of a text, found without preprocessing it.
#ifndef BACKLINT_EXTRACT_INCLUDE_SCAN_H_
#define BACKLINT_EXTRACT_INCLUDE_SCAN_H_

#include <string>
#include <string_view>
#include <vector>

namespace backlint {

struct IncludeLine {
  std::string name;
  bool quoted = false;
  auto operator<=>(const IncludeLine&) const = default;
};

// In their order, also those that a condition or a comment would leave out. Not those that name a macro.
std::vector<IncludeLine> ScanIncludes(std::string_view text);

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_INCLUDE_SCAN_H_
