// One line of source, cut to the width of the screen, with the place of its mark.
#ifndef BACKLINT_REPORT_EXCERPT_H_
#define BACKLINT_REPORT_EXCERPT_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace backlint::report {

struct Excerpt {
  std::string text;                // printable
  size_t mark = 0;                 // column on the screen at which the mark begins, from 0
  size_t mark_width = 1;
  bool moved = false;              // the beginning of the line was cut away
};

// `first` and `last` are byte columns from 1, `last` one past the end; last <= first marks one character. Columns that the
// line does not have mark its end. A line that is wider than `width` keeps the mark and what fits around it.
Excerpt Cut(std::string_view line, uint32_t first, uint32_t last, size_t width);

}  // namespace backlint::report

#endif  // BACKLINT_REPORT_EXCERPT_H_
