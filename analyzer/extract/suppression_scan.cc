#include "extract/suppression_scan.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "extract/source_scan.h"

namespace backlint {
namespace {

using facts::SuppressionForm;

struct Comment {
  size_t begin, end;                     // of its text, without the markers
  uint32_t line, column;
  bool code_before;
};

std::string_view Trim(std::string_view text) {
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front()))) text.remove_prefix(1);
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back()))) text.remove_suffix(1);
  return text;
}

class Scanner {
 public:
  Scanner(std::string_view text, uint32_t file, SuppressionSyntax syntax, std::vector<std::unique_ptr<facts::SuppressionT>>& rows)
      : text_(text), file_(file), sql_(syntax == SuppressionSyntax::Sql), rows_(rows) {}

  void Run() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      const std::string_view two = text_.substr(at_, 2);
      if (two == (sql_ ? "--" : "//")) {
        TakeComment(at_ + 2, LineEnd(at_), LineEnd(at_));
      } else if (two == "/*") {
        const size_t close = text_.find("*/", at_ + 2);
        TakeComment(at_ + 2, std::min(close, text_.size()), close == std::string_view::npos ? text_.size() : close + 2);
      } else if (c == '"' || (c == '\'' && (sql_ || !DigitBefore()))) {
        code_ = true;
        Skip(SkipLiteral(text_, at_));
      } else {
        if (!std::isspace(static_cast<unsigned char>(c))) CodeSeen();
        Skip(at_ + 1);
      }
    }
  }

 private:
  bool DigitBefore() const {             // 1'000: no character literal
    return at_ > 0 && std::isxdigit(static_cast<unsigned char>(text_[at_ - 1])) && at_ + 1 < text_.size() &&
           std::isxdigit(static_cast<unsigned char>(text_[at_ + 1])) && (at_ + 2 >= text_.size() || text_[at_ + 2] != '\'');
  }
  size_t LineEnd(size_t at) const {      // a backslash continues the comment
    size_t end = text_.find('\n', at);
    while (end != std::string_view::npos && end > 0 && text_[end - 1] == '\\' && !sql_) end = text_.find('\n', end + 1);
    return end == std::string_view::npos ? text_.size() : end;
  }
  void CodeSeen() {
    code_ = true;
    for (size_t i = first_open_; i < rows_.size(); ++i)
      if (rows_[i]->target_line == 0) rows_[i]->target_line = line_;
    first_open_ = rows_.size();
  }
  void Skip(size_t to) {
    for (; at_ < to; ++at_) {
      if (text_[at_] != '\n') continue;
      ++line_;
      line_begin_ = at_ + 1;
      code_ = false;
    }
  }
  void TakeComment(size_t begin, size_t end, size_t behind) {
    const std::string_view comment = text_.substr(begin, end - begin);
    if (comment.find("NOLINT") != std::string_view::npos) Nolint(comment, begin);
    if (comment.find("backlint:") != std::string_view::npos) Allow(comment, begin);
    Skip(behind);
  }
  uint32_t LineOf(size_t at) const { return line_ + static_cast<uint32_t>(std::count(text_.begin() + static_cast<long>(at_), text_.begin() + static_cast<long>(at), '\n')); }

  void Add(std::string_view check, std::string_view reason, SuppressionForm form, size_t at, uint32_t target) {
    auto row = std::make_unique<facts::SuppressionT>();
    row->file = file_;
    row->line = LineOf(at);
    const size_t line_start = text_.rfind('\n', at);
    row->column = static_cast<uint32_t>(at - (line_start == std::string_view::npos ? 0 : line_start + 1) + 1);
    row->target_line = target;
    row->form = form;
    row->check = check;
    row->reason = reason;
    rows_.push_back(std::move(row));
  }

  // NOLINT(a, backlint-<check>): names of other tools are theirs; without a list it is no word to us.
  void Nolint(std::string_view comment, size_t begin) {
    for (size_t at = comment.find("NOLINT"); at != std::string_view::npos; at = comment.find("NOLINT", at + 6)) {
      if (at > 0 && (std::isalnum(static_cast<unsigned char>(comment[at - 1])) || comment[at - 1] == '_')) continue;
      size_t open = at + 6;
      const bool next_line = comment.substr(open).starts_with("NEXTLINE");
      if (next_line) open += 8;
      if (open >= comment.size() || comment[open] != '(') continue;
      const size_t close = comment.find(')', open);
      if (close == std::string_view::npos) continue;
      const uint32_t line = LineOf(begin + at);
      std::string_view reason = Trim(comment.substr(close + 1));
      while (!reason.empty() && (reason.front() == ':' || reason.front() == '-')) reason = Trim(reason.substr(1));
      ForEachName(comment.substr(open + 1, close - open - 1), [&](std::string_view name) {
        constexpr std::string_view kPrefix = "backlint-";
        if (name.starts_with(kPrefix))
          Add(name.substr(kPrefix.size()), reason, next_line ? SuppressionForm::NolintNextLine : SuppressionForm::NolintLine, begin + at,
              next_line ? line + 1 : line);
      });
    }
  }

  void Allow(std::string_view comment, size_t begin) {
    const size_t mark = comment.find("backlint:");
    if (!Trim(comment.substr(0, mark)).empty()) return;  // prose that mentions us
    size_t at = SkipSpaces(comment, mark + 9);
    if (!comment.substr(at).starts_with("allow")) return;
    at = SkipSpaces(comment, at + 5);
    if (at >= comment.size() || comment[at] != '(') return;
    const size_t close = comment.find(')', at);
    if (close == std::string_view::npos) return;
    const std::string_view reason = Trim(comment.substr(close + 1));
    ForEachName(comment.substr(at + 1, close - at - 1), [&](std::string_view name) {
      if (name.starts_with("backlint-")) name.remove_prefix(9);
      Add(name, reason, SuppressionForm::Allow, begin + mark, code_ ? line_ : 0);      // 0: the next line with code
    });
  }

  static size_t SkipSpaces(std::string_view text, size_t at) {
    while (at < text.size() && std::isspace(static_cast<unsigned char>(text[at]))) ++at;
    return at;
  }
  template <typename Take>
  static void ForEachName(std::string_view list, Take take) {
    while (!list.empty()) {
      const size_t comma = std::min(list.find(','), list.size());
      const std::string_view name = Trim(list.substr(0, comma));
      if (!name.empty()) take(name);
      list.remove_prefix(std::min(comma + 1, list.size()));
    }
  }

  std::string_view text_;
  uint32_t file_;
  bool sql_;
  std::vector<std::unique_ptr<facts::SuppressionT>>& rows_;
  size_t at_ = 0, line_begin_ = 0, first_open_ = 0;
  uint32_t line_ = 1;
  bool code_ = false;
};

}  // namespace

void ScanSuppressions(std::string_view text, uint32_t file, SuppressionSyntax syntax,
                      std::vector<std::unique_ptr<facts::SuppressionT>>& suppressions) {
  // Most files hold none.
  if (text.find("NOLINT") == std::string_view::npos && text.find("backlint:") == std::string_view::npos) return;
  std::vector<std::unique_ptr<facts::SuppressionT>> rows;
  Scanner(text, file, syntax, rows).Run();
  for (auto& row : rows) {
    if (row->target_line == 0) row->target_line = row->line;
    suppressions.push_back(std::move(row));
  }
}

}  // namespace backlint
