// Cuts a text, a file or a literal of a program, into its statements.
//
// A semicolon ends a statement unless it stands in quotes, in a comment or in the body of a trigger or a stored program. What
// clients read themselves is left out: DELIMITER, meta commands (`\c`, `\set`, `.mode`) and the rows behind COPY ... FROM
// stdin. Rejected: cutting at semicolons first and lexing the parts, which knows nothing of quotes and reads everything twice.
#ifndef BACKLINT_SQL_SPLITTER_H_
#define BACKLINT_SQL_SPLITTER_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sql/lexer.h"

namespace backlint::sql {

struct StatementTokens {
  std::vector<Token> tokens;  // without comments and without the delimiter; never empty
  uint32_t begin = 0;         // of the first token
  uint32_t end = 0;           // of the last one
  uint32_t line = 1;          // of the first token, from 1
  bool terminated = false;    // a delimiter stands behind it
};

// Hands out one statement after the other, in one pass. The text must outlive the splitter.
class Splitter {
 public:
  Splitter(const SegmentedText& text, const LexicalRules& rules);

  // False at the end of the text. Statements without a token are not handed out.
  bool Next(StatementTokens& statement);

 private:
  // What a statement that may hold statements is known by.
  struct Body {
    bool decided = false;  // what the statement creates is known
    bool program = false;  // a trigger, procedure, function or event
    uint32_t depth = 0;    // of BEGIN and CASE without their END
  };

  bool SkipClientCommand(const StatementTokens& statement, bool& ends);
  bool SkipDelimiterCommand(std::string_view line);
  void DecideBody(const std::vector<Token>& tokens);
  void Follow(const std::vector<Token>& tokens);
  void SkipCopiedRows(const std::vector<Token>& tokens);
  void CutDelimiter(Token& token);
  void CountLines(uint32_t offset);
  bool Word(const Token& token, std::string_view upper) const;
  uint32_t LineEnd(uint32_t offset) const;
  bool BeginsLine(uint32_t offset) const;

  const SegmentedText& text_;
  Lexer lexer_;
  std::string_view delimiter_ = ";";
  Body body_;
  uint32_t line_ = 1;
  uint32_t counted_ = 0;  // up to where line_ counts
  bool copies_ = true;    // an end of copied rows may follow
};

}  // namespace backlint::sql

#endif  // BACKLINT_SQL_SPLITTER_H_
