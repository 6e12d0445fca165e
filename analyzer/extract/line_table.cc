#include "extract/line_table.h"

#include <algorithm>

namespace backlint {

LineTable::LineTable(std::string_view text) : begins_{0} {
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') continue;
    if (text[at] == '\n' || text[at] == '\r') begins_.push_back(static_cast<uint32_t>(at + 1));
  }
}

std::pair<uint32_t, uint32_t> LineTable::At(uint32_t offset) const {
  const auto behind = std::upper_bound(begins_.begin(), begins_.end(), offset);
  return {static_cast<uint32_t>(behind - begins_.begin()), offset - *(behind - 1) + 1};
}

}  // namespace backlint
