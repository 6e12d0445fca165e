// The text of a statement as the program assembles it: known text and holes, seen as one text with marks in it.
#ifndef BACKLINT_SQL_SEGMENTED_TEXT_H_
#define BACKLINT_SQL_SEGMENTED_TEXT_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace backlint::sql {

// Text of the program, or a hole: a place where the program puts text that is not known here.
struct Segment {
  bool hole = false;
  std::string_view text;  // of program text, and for holes "" (not looked at)
};

// A byte of program text: which segment, and where in it.
struct TextPosition {
  uint32_t segment = 0;
  uint32_t offset = 0;
  friend bool operator==(const TextPosition&, const TextPosition&) = default;
};

// A byte order mark before a text is no part of it, and no token; offsets count it.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// The text of all segments joined, so that a word cut by a seam between two literals is one word, and the place of each hole in
// it. A single segment is not copied: the segments' text must outlive this object. Text beyond kLongest bytes is left
// away, and the holes behind it stand at the end.
class SegmentedText {
 public:
  static constexpr uint32_t kLongest = 1u << 30;

  explicit SegmentedText(std::span<const Segment> segments);
  SegmentedText(const SegmentedText&) = delete;
  SegmentedText& operator=(const SegmentedText&) = delete;

  std::string_view text() const { return text_; }
  std::span<const uint32_t> holes() const { return holes_; }  // ascending; a hole stands before the byte at its offset

  // Of the byte at `offset`; for the end of the text the end of its last segment.
  TextPosition Locate(uint32_t offset) const;

 private:
  std::string owned_;
  std::string_view text_;
  std::vector<uint32_t> holes_;
  std::vector<uint32_t> starts_;  // of each segment
};

}  // namespace backlint::sql

#endif  // BACKLINT_SQL_SEGMENTED_TEXT_H_
