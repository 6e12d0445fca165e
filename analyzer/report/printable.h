// Text of strangers made fit for a terminal: control characters, bidirectional overrides, invisible characters and invalid
// UTF-8 are written as escapes (`\x1b`, `\u202e`), so that a name or a line of code cannot move the cursor or hide a part of
// itself. Rejected: dropping them, because then the reader sees another text than the compiler.
#ifndef BACKLINT_REPORT_PRINTABLE_H_
#define BACKLINT_REPORT_PRINTABLE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace backlint::report {

// What one character of the source becomes on the screen.
struct Cell {
  std::string text = {};
  uint32_t width = 1;              // columns of a terminal; 0 for combining marks
  size_t byte = 0;                 // where the character begins
};

// Line ends are escaped as well; a tab reaches to the next multiple of `tab`, counted from the beginning of `bytes`.
std::vector<Cell> Cells(std::string_view bytes, uint32_t tab = 4);

// One line, whatever was in it.
std::string Printable(std::string_view bytes);

// Columns that already printable text takes.
size_t DisplayWidth(std::string_view printable);

}  // namespace backlint::report

#endif  // BACKLINT_REPORT_PRINTABLE_H_
