// A format text being read: a position in it, and the pieces so far. One reader a language.
#ifndef BACKLINT_FLOW_FORMAT_READER_H_
#define BACKLINT_FLOW_FORMAT_READER_H_

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "flow/format.h"

namespace backlint::flow {

class FormatReader {
 public:
  explicit FormatReader(std::string_view text) : text_(text) {}

  bool AtEnd() const { return at_ >= text_.size(); }
  // '\0' behind the end.
  char Peek(size_t ahead = 0) const { return ahead < text_.size() - at_ ? text_[at_ + ahead] : '\0'; }
  std::string_view Rest() const { return text_.substr(at_); }
  void Skip(size_t count) { at_ += std::min(count, text_.size() - at_); }

  // Takes `count` bytes as literal text.
  void Literal(size_t count);
  // Takes everything before the next `mark`, or before the end, as literal text.
  void LiteralUntil(std::string_view marks);
  // Adds text that is written otherwise than it is printed (`%%`).
  void Add(char c);
  // Adds an argument and goes over the `count` bytes that stand for it.
  void Argument(FormatPiece piece, size_t count);

  std::vector<FormatPiece> TakePieces() { return std::move(pieces_); }

 private:
  std::string& OpenText();

  std::string_view text_;
  size_t at_ = 0;
  std::vector<FormatPiece> pieces_;
  bool text_open_ = false;
};

// A decimal number at `at`, which is moved behind it; -1 when there is none. Numbers beyond any use are kept small.
int ReadNumber(std::string_view text, size_t& at);

enum class PrintfFlavour : uint8_t { kC, kSqlite };

// One directive of printf at the beginning of `text`.
struct PrintfDirective {
  size_t length = 0;  // bytes; 0: no directive
  char letter = 0;    // conversion, '%' for %%
  int position = -1;  // %2$s: 1
  int stars = 0;      // widths and precisions taken from arguments without a position
  int precision = -1;
};
PrintfDirective ReadPrintfDirective(std::string_view text, PrintfFlavour flavour);
Conversion PrintfConversion(char letter, PrintfFlavour flavour);

void ReadPrintf(FormatReader& reader, PrintfFlavour flavour);
void ReadFmt(FormatReader& reader);
void ReadQt(FormatReader& reader);
void ReadBoost(FormatReader& reader, int& next);  // next: the argument of the next directive without a number
void ReadSubstitute(FormatReader& reader);

// See ParseFormatStep.
std::vector<std::vector<FormatPiece>> StepQt(std::span<const std::string_view> parts, int arguments);
std::vector<std::vector<FormatPiece>> StepBoost(std::span<const std::string_view> parts, int arguments);

}  // namespace backlint::flow

#endif  // BACKLINT_FLOW_FORMAT_READER_H_
