#include "sql/segmented_text.h"

#include <algorithm>

namespace backlint::sql {

SegmentedText::SegmentedText(std::span<const Segment> segments) {
  const auto is_text = [](const Segment& segment) { return !segment.hole && !segment.text.empty(); };
  const bool copies = std::count_if(segments.begin(), segments.end(), is_text) > 1;
  starts_.reserve(segments.size());
  uint32_t size = 0;
  for (const Segment& segment : segments) {
    starts_.push_back(size);
    if (segment.hole) {
      holes_.push_back(size);
      continue;
    }
    const std::string_view taken = segment.text.substr(0, kLongest - size);
    if (copies) {
      owned_ += taken;
    } else if (!taken.empty()) {
      text_ = taken;
    }
    size += static_cast<uint32_t>(taken.size());
  }
  if (copies) text_ = owned_;
}

TextPosition SegmentedText::Locate(uint32_t offset) const {
  if (starts_.empty()) return {};
  // Segments without text share their start with the next one: the last of them is the one that holds the byte.
  const auto behind = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const auto index = static_cast<uint32_t>(behind - starts_.begin()) - 1;
  return {index, offset - starts_[index]};
}

}  // namespace backlint::sql
