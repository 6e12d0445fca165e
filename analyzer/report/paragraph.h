// Prose of the catalogue, laid out for a terminal.
#ifndef BACKLINT_REPORT_PARAGRAPH_H_
#define BACKLINT_REPORT_PARAGRAPH_H_

#include <string>
#include <string_view>
#include <vector>

#include "report/paint.h"

namespace backlint::report {

// Lines of `markdown`, at most `width` columns each where words allow it. Words between back ticks are painted, and never broken;
// fenced and indented blocks are kept as they are, without the fence. Paragraphs are parted by one empty line.
std::vector<std::string> Layout(std::string_view markdown, size_t width, const Paint& paint);

}  // namespace backlint::report

#endif  // BACKLINT_REPORT_PARAGRAPH_H_
