// Where the lines of a text begin. The front end counts columns from an offset back to the beginning of its line, each time anew, which
// takes minutes in a file that is one long line.
#ifndef BACKLINT_EXTRACT_LINE_TABLE_H_
#define BACKLINT_EXTRACT_LINE_TABLE_H_

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace backlint {

class LineTable {
 public:
  // Lines end as the front end has it: with `\n`, `\r` or both.
  explicit LineTable(std::string_view text);

  // Line and column of an offset, both from 1; columns count bytes.
  std::pair<uint32_t, uint32_t> At(uint32_t offset) const;

 private:
  std::vector<uint32_t> begins_;
};

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_LINE_TABLE_H_
