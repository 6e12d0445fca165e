// Walks over the tokens of one statement. Looking beyond the end gives tokens of kind kEnd, so that no reader checks bounds.
#ifndef BACKLINT_SQL_TOKEN_CURSOR_H_
#define BACKLINT_SQL_TOKEN_CURSOR_H_

#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sql/lexer.h"

namespace backlint::sql {

// A name as it stands in the text; see Script for the life of `text`.
struct WrittenName {
  std::string_view text;  // without quotes; with a hole in it the known parts, joined
  bool has_hole = false;
  uint32_t offset = 0;
  explicit operator bool() const { return has_hole || !text.empty(); }
};

class TokenCursor {
 public:
  // The text and `names`, in which names live that the text does not have as such (`a""b`), must outlive what is read.
  TokenCursor(const SegmentedText& text, std::deque<std::string>& names) : text_(text), names_(names) {}

  // Begins at the first of these tokens, which must outlive the walk.
  void Start(std::span<const Token> tokens);

  const Token& Peek(size_t ahead = 0) const { return at_ + ahead < tokens_.size() ? tokens_[at_ + ahead] : end_; }
  const Token& Last() const { return at_ > 0 ? tokens_[at_ - 1] : end_; }
  Keyword Key(size_t ahead = 0) const { return Peek(ahead).keyword; }
  TokenKind Kind(size_t ahead = 0) const { return Peek(ahead).kind; }
  std::string_view Text(size_t ahead = 0) const { return TextOf(text_, Peek(ahead)); }
  bool AtEnd() const { return at_ >= tokens_.size(); }
  size_t at() const { return at_; }
  uint32_t offset() const { return AtEnd() ? end_.begin : tokens_[at_].begin; }
  bool Balanced() const { return balanced_; }  // every parenthesis of the statement has its partner

  bool IsWord(std::string_view upper, size_t ahead = 0) const {
    const Token& token = Peek(ahead);
    return token.end - token.begin == upper.size() && token.kind == TokenKind::kWord &&
           EqualsIgnoringCase(TextOf(text_, token), upper);
  }
  bool IsMark(char mark, size_t ahead = 0) const {
    const Token& token = Peek(ahead);
    return token.kind == TokenKind::kPunctuation && text_.text()[token.begin] == mark;
  }
  bool IsOperator(std::string_view text, size_t ahead = 0) const;

  void Skip(size_t tokens = 1) { at_ = std::min(at_ + tokens, tokens_.size()); }
  void SkipToEnd() { at_ = tokens_.size(); }
  bool Take(Keyword keyword);
  bool Take(Keyword first, Keyword second);  // both or none
  bool TakeWord(std::string_view upper);
  bool TakeWords(std::string_view first, std::string_view second);  // both or none
  bool TakeMark(char mark);

  // The token behind the `)` that belongs to the `(` at this place: how far it is ahead.
  size_t Behind(size_t ahead = 0) const;
  void SkipParentheses() { at_ += Behind(); }  // at a `(`

  // A hole, or text of a format language that stands for one.
  bool IsHole(size_t ahead = 0) const;
  bool IsNameLike(size_t ahead = 0) const;  // a word, a quoted name, a hole
  // One name, with the holes glued to it; nothing is taken when there is none.
  WrittenName TakeName();
  std::string_view NameText(const Token& token);

  // What stands between the beginning of token number `first` and the last one taken.
  std::string_view TextFrom(size_t first) const;
  bool HoleSince(size_t first) const { return !holes_before_.empty() && holes_before_[at_] != holes_before_[first]; }

 private:
  void CountHoles();

  const SegmentedText& text_;
  std::deque<std::string>& names_;
  std::span<const Token> tokens_;
  std::vector<uint32_t> partners_;  // of each `(`: the index of its `)`, or the number of tokens
  std::vector<uint32_t> open_;
  std::vector<uint32_t> holes_before_;  // each token, and the end; empty without holes
  size_t at_ = 0;
  Token end_;
  bool balanced_ = true;
};

}  // namespace backlint::sql

#endif  // BACKLINT_SQL_TOKEN_CURSOR_H_
