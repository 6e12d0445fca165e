#include "extract/suppression_scan.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <tuple>

#include "extract/source_scan.h"
#include "extract/statement_lines.h"

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
        CodeSeen();
        const uint32_t first = line_;
        Skip(SkipLiteral(text_, at_));
        if (!directive_) statements_.Literal(first, line_);
      } else {
        if (!std::isspace(static_cast<unsigned char>(c))) TakeCode(c);
        Skip(at_ + 1);
      }
    }
    statements_.Finish();
    for (auto& row : rows_) GiveLines(*row);
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
  void TakeCode(char c) {
    if (c == '#' && !code_ && !sql_) directive_ = true;
    CodeSeen();
    if (!directive_) statements_.Code(c, line_);
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
      code_ = false;
      directive_ = directive_ && at_ > 0 && text_[at_ - 1] == '\\';
    }
  }
  void TakeComment(size_t begin, size_t end, size_t behind) {
    const std::string_view comment = text_.substr(begin, end - begin);
    if (comment.find("NOLINT") != std::string_view::npos) Nolint(comment, begin);
    if (comment.find("backlint:") != std::string_view::npos) Allow(comment, begin);
    Skip(behind);
  }
  // After the whole text was seen.
  void GiveLines(facts::SuppressionT& row) const {
    if (row.target_line == 0) row.target_line = row.line;
    if (row.first_line == 0) std::tie(row.first_line, row.last_line) = statements_.Around(row.target_line);
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

  // NOLINT(a, backlint-<check>): names of other tools are theirs. Without a list it is kept without a name.
  void Nolint(std::string_view comment, size_t begin) {
    for (size_t at = comment.find("NOLINT"); at != std::string_view::npos; at = comment.find("NOLINT", at + 6)) {
      if (at > 0 && (std::isalnum(static_cast<unsigned char>(comment[at - 1])) || comment[at - 1] == '_')) continue;
      std::string_view rest = comment.substr(at + 6);
      const auto is = [&](std::string_view word) { return rest.starts_with(word) && (rest.remove_prefix(word.size()), true); };
      const bool next_line = is("NEXTLINE"), opens = !next_line && is("BEGIN"), closes = !next_line && !opens && is("END");
      if (!rest.empty() && (std::isalnum(static_cast<unsigned char>(rest[0])) || rest[0] == '_')) continue;
      const size_t close = rest.find(')');
      const bool list = rest.starts_with('(') && close != std::string_view::npos;
      if (rest.starts_with('(') && !list) continue;
      std::string_view reason = list ? Trim(rest.substr(close + 1)) : std::string_view();
      while (!reason.empty() && (reason.front() == ':' || reason.front() == '-')) reason = Trim(reason.substr(1));
      const uint32_t line = LineOf(begin + at), target = next_line ? line + 1 : line;
      const SuppressionForm form = next_line ? SuppressionForm::NolintNextLine : opens ? SuppressionForm::NolintBlock : SuppressionForm::NolintLine;
      ForEachName(list ? rest.substr(1, close - 1) : "*", [&](std::string_view name) {
        constexpr std::string_view kPrefix = "backlint-";
        if (name.starts_with(kPrefix)) name.remove_prefix(kPrefix.size());
        else if (name != "*") return;
        if (closes) CloseBlock(name);
        else Add(name, reason, form, begin + at, target);
      });
    }
  }

  // The latest NOLINTBEGIN of that name; one that nothing ends speaks for its own line alone.
  void CloseBlock(std::string_view name) {
    for (auto row = rows_.rbegin(); row != rows_.rend(); ++row) {
      if ((*row)->form != SuppressionForm::NolintBlock || (*row)->check != name || (*row)->first_line != 0) continue;
      (*row)->first_line = (*row)->line;
      (*row)->last_line = line_;
      return;
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
    std::string_view names = Trim(comment.substr(at + 1, close - at - 1));
    if (names.empty()) names = "*";
    ForEachName(names, [&](std::string_view name) {
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
  StatementLines statements_;
  size_t at_ = 0, first_open_ = 0;
  uint32_t line_ = 1;
  bool code_ = false, directive_ = false;
};

}  // namespace

void ScanSuppressions(std::string_view text, uint32_t file, SuppressionSyntax syntax,
                      std::vector<std::unique_ptr<facts::SuppressionT>>& suppressions) {
  // Most files hold none.
  if (text.find("NOLINT") == std::string_view::npos && text.find("backlint:") == std::string_view::npos) return;
  std::vector<std::unique_ptr<facts::SuppressionT>> rows;
  Scanner(text, file, syntax, rows).Run();
  for (auto& row : rows) suppressions.push_back(std::move(row));
}

}  // namespace backlint
