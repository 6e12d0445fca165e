#include "report/excerpt.h"

#include <algorithm>
#include <span>

#include "report/printable.h"

namespace backlint::report {
namespace {

constexpr std::string_view kCut = "…";
constexpr size_t kNearby = 4096;                   // bytes of a very long line that are looked at on each side of the mark

size_t WidthOf(std::span<const Cell> cells) {
  size_t width = 0;
  for (const Cell& cell : cells) width += cell.width;
  return width;
}

// As many cells from `begin` as fit.
size_t Fit(std::span<const Cell> cells, size_t begin, size_t width) {
  size_t end = begin;
  for (size_t used = 0; end < cells.size() && used + cells[end].width <= width; ++end) used += cells[end].width;
  return end;
}

// The first cell to show, so that what stands before the mark takes a third of the width.
size_t Begin(std::span<const Cell> cells, size_t mark, size_t mark_end, size_t width) {
  if (WidthOf(cells.first(mark_end)) + 1 <= width) return 0;
  size_t begin = mark;
  for (size_t used = 1; begin > 0 && used + cells[begin - 1].width <= width / 3; --begin) used += cells[begin - 1].width;
  return begin;
}

}  // namespace

Excerpt Cut(std::string_view line, uint32_t first, uint32_t last, size_t width) {
  width = std::max<size_t>(width, 20);
  size_t from = std::min<size_t>(first == 0 ? 0 : first - 1, line.size());
  size_t to = std::clamp<size_t>(last == 0 ? 0 : last - 1, from, line.size());
  const size_t skipped = from > kNearby ? from - kNearby : 0;
  line = line.substr(skipped, kNearby * 2);
  from -= skipped;
  to = std::min(to - skipped, line.size());

  const std::vector<Cell> all = Cells(line);
  const std::span<const Cell> cells = all;
  const auto cell_at = [&](size_t byte) {
    return static_cast<size_t>(std::lower_bound(all.begin(), all.end(), byte, [](const Cell& c, size_t b) { return c.byte < b; }) -
                               all.begin());
  };
  const size_t mark = cell_at(from);
  const size_t mark_end = std::min(std::max(cell_at(to), mark + 1), std::max(all.size(), mark));

  Excerpt excerpt;
  size_t begin = 0, end = all.size();
  if (skipped > 0 || WidthOf(cells) > width) {
    begin = Begin(cells, mark, mark_end, width);
    excerpt.moved = begin > 0 || skipped > 0;
    end = Fit(cells, begin, width - (excerpt.moved ? 2 : 1));
  }
  if (excerpt.moved) excerpt.text += kCut;
  for (size_t i = begin; i < end; ++i) excerpt.text += all[i].text;
  if (end < all.size()) excerpt.text += kCut;
  excerpt.mark = WidthOf(cells.subspan(begin, mark - begin)) + (excerpt.moved ? 1 : 0);
  excerpt.mark_width = std::max<size_t>(1, WidthOf(cells.subspan(mark, std::clamp(mark_end, mark, std::max(end, mark)) - mark)));
  return excerpt;
}

}  // namespace backlint::report
