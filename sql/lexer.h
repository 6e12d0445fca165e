// The lexer of all three dialects. It never fails: every byte of every text belongs to a token, to a comment or to a blank.
//
// One pass, no recursion, no look back: the time grows with the length of the text alone. What a token means (keyword or name,
// string or quoted name where dialects differ) is left to the reader of the tokens. Rejected: the scanners of the engines,
// which know neither holes nor the placeholders of other dialects and read them as something else without an error.
#ifndef BACKLINT_SQL_LEXER_H_
#define BACKLINT_SQL_LEXER_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sql/dialect.h"
#include "sql/keyword.h"
#include "sql/segmented_text.h"

namespace backlint::sql {

enum class TokenKind : uint8_t {
  kEnd,
  kWord,          // a keyword or an unquoted name
  kQuotedName,    // "x", `x`, [x]
  kString,        // '...', with prefix (E N X B U&), $tag$...$tag$, MySQL's "..."
  kDoubleQuoted,  // "..." when the dialect is unknown: a name or a string
  kNumber,
  kPlaceholder,  // ? ?1 $1 $name :name :1 @name %s %d %1 %(name)s {} {name} {:d}
  kVariable,     // MySQL: @name, @@name
  kHole,         // a hole outside quotes and comments
  kOperator,
  kPunctuation,  // ( ) [ ] , ; . and bytes that mean nothing
  kComment       // also the marks of MySQL's /*! ... */, whose content is code
};

struct Token {
  TokenKind kind = TokenKind::kEnd;
  char quote = 0;                    // of quoted tokens: ' " ` [ $
  bool closed = true;                // false: the text ends before the closing quote or end of comment
  bool glued = false;                // nothing stands between the token before and this one
  Keyword keyword = Keyword::kNone;  // that a kWord looks like
  uint32_t begin = 0;                // in SegmentedText::text(), quotes and prefix included
  uint32_t end = 0;
  uint32_t first_hole = 0;  // holes inside, by number; a kHole has one
  uint32_t hole_count = 0;
};

// What differs between dialects. Open to callers that have to try a reading.
struct LexicalRules {
  bool backslash_escapes = false;  // in '...' and in "..." strings
  bool double_quoted_strings = false;
  bool double_quoted_either = false;
  bool brackets = false;             // [name] always
  bool brackets_by_context = false;  // [name] unless it looks like a subscript
  bool dollar_quotes = false;
  bool escape_strings = false;  // E'...', U&'...'
  bool hash_comments = false;
  bool hash_comments_at_line_start = false;
  bool dashes_need_blank = false;  // `--` begins a comment only before a blank
  bool nested_comments = false;
  bool code_comments = false;     // /*! code */
  bool at_placeholders = false;   // @name
  bool variables = false;         // @name, @@name
  bool starts_in_string = false;  // the text begins inside '...'

  static LexicalRules Of(Dialect dialect);
};

// Hands out one token after the other, then kEnd for ever. The text must outlive the lexer.
class Lexer {
 public:
  Lexer(const SegmentedText& text, const LexicalRules& rules);
  Lexer(const SegmentedText& text, Dialect dialect) : Lexer(text, LexicalRules::Of(dialect)) {}

  Token Next();

  // The first byte of the next token or comment; the size of the text when a hole or nothing comes next.
  uint32_t NextByte() const;

  // Goes on at `offset`, which is not before the beginning of the last token. What is skipped belongs to no token, and neither
  // do the holes in it.
  void GoOn(uint32_t offset);

 private:
  Token Scan();
  Token Blank(TokenKind kind, uint32_t end);
  Token Quoted(TokenKind kind, uint32_t body, char quote, bool backslash);
  Token DoubleQuoted(uint32_t body);
  Token DollarQuoted(uint32_t body);
  Token LineComment();
  Token BlockComment();
  Token Word();
  Token Number();
  Token Sigil(char first);
  Token Operator();
  uint32_t Placeholder() const;
  uint32_t PercentPlaceholder() const;
  uint32_t BracePlaceholder() const;
  bool BlankFollowsDashes() const;
  bool BeginsBracketName() const;
  // Behind what a value or a name is complete, so that an operator and no operand follows.
  bool EndsOperand(const Token& token) const;
  Token Finish(Token token, uint32_t end);
  char At(uint32_t offset) const { return offset < limit_ ? text_[offset] : '\0'; }  // never looks over a hole

  const LexicalRules rules_;
  const std::string_view text_;
  const std::span<const uint32_t> holes_;
  uint32_t at_ = 0;
  uint32_t next_hole_ = 0;
  uint32_t limit_ = 0;  // the next hole or the end
  bool in_code_comment_ = false;
  bool started_ = false;
  uint32_t open_brackets_ = 0;
  Token last_;  // the last token that is no comment
};

// All tokens, without the kEnd.
std::vector<Token> Lex(const SegmentedText& text, const LexicalRules& rules);

inline std::string_view TextOf(const SegmentedText& text, const Token& token) {
  return text.text().substr(token.begin, token.end - token.begin);
}

// ASCII letters compare equal in both cases; `upper` is in upper case.
bool EqualsIgnoringCase(std::string_view text, std::string_view upper);

// The name of a word or quoted name, without quotes, doubled quotes undone; as written otherwise. Holes leave nothing.
std::string NameOf(const SegmentedText& text, const Token& token);

}  // namespace backlint::sql

#endif  // BACKLINT_SQL_LEXER_H_
