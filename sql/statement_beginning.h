// The first tokens of a text that may be a statement, for questions about the words it begins with.
#ifndef BACKLINT_SQL_STATEMENT_BEGINNING_H_
#define BACKLINT_SQL_STATEMENT_BEGINNING_H_

#include <algorithm>
#include <iterator>
#include <span>
#include <string_view>

#include "sql/character_class.h"
#include "sql/lexer.h"

namespace backlint::sql {

// Words that a sentence has and that the beginning of a statement has not.
inline constexpr std::string_view kProseWords[] = {"THE",   "YOUR", "AN",    "THIS",   "THAT", "THESE",
                                                   "THOSE", "ITS",  "THEIR", "PLEASE", "MY",   "OUR"};

template <size_t N>
bool In(const std::string_view (&words)[N], std::string_view word) {
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view upper) { return EqualsIgnoringCase(word, upper); });
}

// The first tokens of a text, comments and leading parentheses left out. Behind them the text is not looked at.
class Beginning {
 public:
  explicit Beginning(std::string_view text) : segment_{false, text}, source_(std::span(&segment_, 1)) {
    Lexer lexer(source_, Dialect::kUnknown);
    bool leading = true;
    for (Token token = lexer.Next(); token.kind != TokenKind::kEnd && count_ < kMost; token = lexer.Next()) {
      if (token.kind == TokenKind::kComment) continue;
      if (leading && source_.text()[token.begin] == '(') continue;
      leading = false;
      tokens_[count_++] = token;
    }
    open_ended_ = !text.empty() && Is(text.back(), kBlank);
  }

  std::string_view Text(size_t i) const { return i < count_ ? TextOf(source_, tokens_[i]) : std::string_view(); }
  bool Ends(size_t i) const { return i >= count_ || Text(i) == ";"; }
  bool Word(size_t i, std::string_view upper) const { return i < count_ && EqualsIgnoringCase(Text(i), upper); }
  bool AnyWord(size_t i) const { return i < count_ && tokens_[i].kind == TokenKind::kWord; }
  TokenKind Kind(size_t i) const { return i < count_ ? tokens_[i].kind : TokenKind::kEnd; }

  // A name with its schema: the index behind it, or `i` when there is none.
  size_t SkipName(size_t i) const {
    const size_t begin = i;
    while (IsName(i)) {
      ++i;
      if (Text(i) != ".") return i;
      ++i;
      if (i >= count_) return i;  // `schema.` and a hole
    }
    return i == begin ? begin : i;
  }
  bool IsName(size_t i) const {
    switch (Kind(i)) {
      case TokenKind::kWord:
        return !In(kProseWords, Text(i));
      case TokenKind::kQuotedName:
      case TokenKind::kDoubleQuoted:
      case TokenKind::kPlaceholder:
      case TokenKind::kString:
        return true;
      default:
        return false;
    }
  }

  // A hole follows where the text ends behind a blank, a dot or an open quote.
  bool HoleMayFollow(size_t i) const { return i >= count_ && (open_ended_ || (count_ > 0 && !IsWhole(count_ - 1))); }

  // No capital and small letters mixed in the word: SELECT and select, not Select.
  bool Upper(size_t i) const {
    const std::string_view word = Text(i);
    return !word.empty() && std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  }
  bool Lower(size_t i) const {
    const std::string_view word = Text(i);
    return !word.empty() && std::none_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }

 private:
  static constexpr size_t kMost = 24;

  bool IsWhole(size_t i) const {
    const Token& token = tokens_[i];
    return token.closed && Text(i) != "." && Text(i) != "(";
  }

  Segment segment_;
  SegmentedText source_;
  Token tokens_[kMost];
  size_t count_ = 0;
  bool open_ended_ = false;
};

}  // namespace backlint::sql

#endif  // BACKLINT_SQL_STATEMENT_BEGINNING_H_
