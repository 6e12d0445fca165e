#include "sql/prepared_statement.h"

#include <algorithm>

#include "sql/lexer.h"

namespace backlint::sql {

std::optional<PreparedStatement> ReadPreparedStatement(std::string_view text) {
  const Segment segment{false, text};
  const SegmentedText segmented({&segment, 1});
  Lexer lexer(segmented, Dialect::kPostgres);
  const auto next = [&] {
    Token token = lexer.Next();
    while (token.kind == TokenKind::kComment) token = lexer.Next();
    return token;
  };
  if (next().keyword != Keyword::kPrepare) return std::nullopt;
  const Token name = next();
  if (name.kind != TokenKind::kWord && name.kind != TokenKind::kQuotedName) return std::nullopt;
  PreparedStatement prepared{NameOf(segmented, name), 0};
  if (name.kind == TokenKind::kWord)
    std::transform(prepared.name.begin(), prepared.name.end(), prepared.name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  Token token = next();
  int depth = 0;  // of parentheses around types
  while (token.kind != TokenKind::kEnd && (depth > 0 || token.keyword != Keyword::kAs)) {
    const std::string_view mark = TextOf(segmented, token);
    if (depth == 0 && mark != "(") return std::nullopt;
    depth += mark == "(" ? 1 : mark == ")" ? -1 : 0;
    token = next();
  }
  if (token.kind == TokenKind::kEnd) return std::nullopt;
  prepared.begin = lexer.NextByte();
  return prepared;
}

}  // namespace backlint::sql
