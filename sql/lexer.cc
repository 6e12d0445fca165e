#include "sql/lexer.h"

#include <algorithm>

#include "sql/character_class.h"

namespace backlint::sql {
LexicalRules LexicalRules::Of(Dialect dialect) {
  LexicalRules rules;
  const bool unknown = dialect == Dialect::kUnknown;
  const bool postgres = dialect == Dialect::kPostgres;
  const bool mysql = dialect == Dialect::kMysql;
  const bool sqlite = dialect == Dialect::kSqlite;
  rules.backslash_escapes = mysql;
  rules.double_quoted_strings = mysql;
  rules.double_quoted_either = unknown;
  rules.brackets = sqlite;
  rules.brackets_by_context = unknown;
  rules.dollar_quotes = postgres || unknown;
  rules.escape_strings = postgres || unknown;
  rules.hash_comments = mysql;
  rules.hash_comments_at_line_start = unknown;
  rules.dashes_need_blank = mysql;
  rules.nested_comments = postgres;
  rules.code_comments = mysql || unknown;
  rules.at_placeholders = sqlite || unknown;
  rules.variables = mysql || unknown;
  return rules;
}

Lexer::Lexer(const SegmentedText& text, const LexicalRules& rules) : rules_(rules), text_(text.text()), holes_(text.holes()) {
  limit_ = holes_.empty() ? static_cast<uint32_t>(text_.size()) : holes_[0];
  if (text_.substr(0, limit_).starts_with(kByteOrderMark)) at_ = kByteOrderMark.size();
}

Token Lexer::Next() {
  Token token = Scan();
  if (token.kind != TokenKind::kComment) last_ = token;
  started_ = true;
  return token;
}

uint32_t Lexer::NextByte() const {
  uint32_t at = at_;
  while (at < limit_ && Is(text_[at], kBlank)) ++at;
  return at < limit_ ? at : static_cast<uint32_t>(text_.size());
}

void Lexer::GoOn(uint32_t offset) {
  const auto size = static_cast<uint32_t>(text_.size());
  at_ = std::min(offset, size);
  while (next_hole_ < holes_.size() && holes_[next_hole_] < at_) ++next_hole_;
  limit_ = next_hole_ < holes_.size() ? holes_[next_hole_] : size;
  last_ = Token();
  in_code_comment_ = false;
}

// Gives the token its end and the holes that stand in it.
Token Lexer::Finish(Token token, uint32_t end) {
  token.end = end;
  token.first_hole = next_hole_;
  const auto inside = [&](uint32_t hole) { return hole < end || (!token.closed && hole <= end); };
  while (next_hole_ < holes_.size() && inside(holes_[next_hole_])) ++next_hole_;
  token.hole_count = next_hole_ - token.first_hole;
  limit_ = next_hole_ < holes_.size() ? holes_[next_hole_] : static_cast<uint32_t>(text_.size());
  at_ = end;
  return token;
}

Token Lexer::Blank(TokenKind kind, uint32_t end) {
  Token token;
  token.kind = kind;
  token.begin = at_;
  return Finish(token, end);
}

Token Lexer::Scan() {
  if (!started_ && rules_.starts_in_string) return Quoted(TokenKind::kString, at_, '\'', rules_.backslash_escapes);
  const uint32_t from = at_;
  bool line_start = !started_;
  while (at_ < limit_ && Is(text_[at_], kBlank)) line_start |= text_[at_++] == '\n';
  const bool glued = at_ == from && started_;
  Token token;
  if (at_ == limit_) {
    if (next_hole_ < holes_.size()) {
      token.kind = TokenKind::kHole;
      token.begin = token.end = at_;
      token.first_hole = next_hole_++;
      token.hole_count = 1;
      limit_ = next_hole_ < holes_.size() ? holes_[next_hole_] : static_cast<uint32_t>(text_.size());
    } else {
      token.begin = token.end = at_;
    }
    token.glued = glued;
    return token;
  }
  const char c = text_[at_];
  const char next = At(at_ + 1);
  if (in_code_comment_ && c == '*' && next == '/') {
    in_code_comment_ = false;
    token = Blank(TokenKind::kComment, at_ + 2);
  } else if (Is(c, kNameStart)) {
    token = Word();
  } else if (Is(c, kDigit) || (c == '.' && Is(next, kDigit) && !(glued && EndsOperand(last_)))) {
    token = Number();
  } else if (c == '#' && (rules_.hash_comments || (rules_.hash_comments_at_line_start && line_start))) {
    token = LineComment();
  } else {
    token = Sigil(c);
  }
  token.glued = glued;
  return token;
}

// Everything that begins with a mark.
Token Lexer::Sigil(char first) {
  const char next = At(at_ + 1);
  switch (first) {
    case '\'':
      return Quoted(TokenKind::kString, at_ + 1, '\'', rules_.backslash_escapes);
    case '"':
      return DoubleQuoted(at_ + 1);
    case '`':
      return Quoted(TokenKind::kQuotedName, at_ + 1, '`', false);
    case '[':
      if (BeginsBracketName()) return Quoted(TokenKind::kQuotedName, at_ + 1, ']', false);
      ++open_brackets_;
      return Blank(TokenKind::kPunctuation, at_ + 1);
    case ']':
      if (open_brackets_ > 0) --open_brackets_;
      return Blank(TokenKind::kPunctuation, at_ + 1);
    case '-':
      if (next == '-' && (!rules_.dashes_need_blank || BlankFollowsDashes())) return LineComment();
      return Operator();
    case '/':
      return next == '*' ? BlockComment() : Operator();
    case '$': {
      uint32_t tag_end = at_ + 1;
      if (!Is(next, kDigit)) {
        while (tag_end < limit_ && text_[tag_end] != '$' && Is(text_[tag_end], kNamePart)) ++tag_end;
      }
      if (rules_.dollar_quotes && At(tag_end) == '$') return DollarQuoted(tag_end + 1);
      break;
    }
    case '@': {
      uint32_t end = at_ + 1;
      const bool system = rules_.variables && next == '@';
      if (system) ++end;
      while (end < limit_ && (Is(text_[end], kNamePart) || (text_[end] == '.' && system))) ++end;
      if (end == at_ + 1 + system) break;
      if (system || (rules_.variables && !rules_.at_placeholders)) return Blank(TokenKind::kVariable, end);
      if (rules_.at_placeholders) return Blank(TokenKind::kPlaceholder, end);
      break;
    }
    default:
      break;
  }
  if (const uint32_t end = Placeholder()) return Blank(TokenKind::kPlaceholder, end);
  return Operator();
}

// MySQL: two dashes are a comment only before a blank or the end of the text; else the second one is a sign.
bool Lexer::BlankFollowsDashes() const { return at_ + 2 == limit_ ? next_hole_ == holes_.size() : Is(text_[at_ + 2], kBlank); }

bool Lexer::BeginsBracketName() const {
  if (rules_.brackets) return true;
  if (!rules_.brackets_by_context) return false;
  // `a[i]` and `ARRAY [1]` are no names, and neither is a subscript that begins with a digit.
  if (EndsOperand(last_) && last_.end == at_ && last_.kind != TokenKind::kEnd) return false;
  const std::string_view before = text_.substr(last_.begin, last_.end - last_.begin);
  if (EqualsIgnoringCase(before, "ARRAY")) return false;
  return at_ + 1 >= limit_ ? at_ + 1 < text_.size() : Is(text_[at_ + 1], kNameStart);
}

// From `body`, the byte behind the opening quote. Holes inside belong to the token and never close it.
Token Lexer::Quoted(TokenKind kind, uint32_t body, char quote, bool backslash) {
  Token token;
  token.kind = kind;
  token.quote = quote == ']' ? '[' : quote;
  token.begin = at_;
  const auto size = static_cast<uint32_t>(text_.size());
  uint32_t hole = next_hole_;
  uint32_t at = body;
  while (at < size) {
    const char c = text_[at];
    if (c == '\\' && backslash) {
      while (hole < holes_.size() && holes_[hole] <= at) ++hole;
      at += hole < holes_.size() && holes_[hole] == at + 1 ? 1 : 2;  // it may be the hole's first byte that is escaped
      continue;
    }
    if (c == quote) {
      while (hole < holes_.size() && holes_[hole] <= at) ++hole;
      const bool hole_follows = hole < holes_.size() && holes_[hole] == at + 1;
      if (quote == ']' || hole_follows || at + 1 >= size || text_[at + 1] != quote) return Finish(token, at + 1);
      ++at;
    }
    ++at;
  }
  token.closed = false;
  return Finish(token, size);
}

Token Lexer::DoubleQuoted(uint32_t body) {
  if (rules_.double_quoted_strings) return Quoted(TokenKind::kString, body, '"', rules_.backslash_escapes);
  const TokenKind kind = rules_.double_quoted_either ? TokenKind::kDoubleQuoted : TokenKind::kQuotedName;
  return Quoted(kind, body, '"', rules_.backslash_escapes);
}

// The opening tag ends at `body`; its closing twin has no hole in it.
Token Lexer::DollarQuoted(uint32_t body) {
  const std::string_view tag = text_.substr(at_, body - at_);
  Token token;
  token.kind = TokenKind::kString;
  token.quote = '$';
  token.begin = at_;
  uint32_t hole = next_hole_;
  for (size_t at = text_.find('$', body); at != std::string_view::npos; at = text_.find('$', at + 1)) {
    if (text_.compare(at, tag.size(), tag) != 0) continue;
    while (hole < holes_.size() && holes_[hole] <= at) ++hole;
    if (hole < holes_.size() && holes_[hole] < at + tag.size()) continue;
    return Finish(token, static_cast<uint32_t>(at + tag.size()));
  }
  token.closed = false;
  return Finish(token, static_cast<uint32_t>(text_.size()));
}

Token Lexer::LineComment() {
  const size_t newline = text_.find('\n', at_);
  Token token;
  token.kind = TokenKind::kComment;
  token.begin = at_;
  token.closed = newline != std::string_view::npos;
  return Finish(token, static_cast<uint32_t>(token.closed ? newline + 1 : text_.size()));
}

Token Lexer::BlockComment() {
  if (rules_.code_comments && (At(at_ + 2) == '!' || (At(at_ + 2) == 'M' && At(at_ + 3) == '!'))) {
    uint32_t end = at_ + (At(at_ + 2) == '!' ? 3 : 4);
    while (end < limit_ && Is(text_[end], kDigit)) ++end;
    in_code_comment_ = true;
    return Blank(TokenKind::kComment, end);
  }
  Token token;
  token.kind = TokenKind::kComment;
  token.begin = at_;
  const auto size = static_cast<uint32_t>(text_.size());
  uint32_t hole = next_hole_;
  uint32_t depth = 1;
  for (uint32_t at = at_ + 2; at + 1 < size; ++at) {
    const char c = text_[at];
    if (c != '*' && c != '/') continue;
    while (hole < holes_.size() && holes_[hole] <= at) ++hole;
    if (hole < holes_.size() && holes_[hole] == at + 1) continue;
    if (c == '*' && text_[at + 1] == '/') {
      if (--depth == 0) return Finish(token, at + 2);
      ++at;
    } else if (c == '/' && text_[at + 1] == '*' && rules_.nested_comments) {
      ++depth;
      ++at;
    }
  }
  token.closed = false;
  return Finish(token, size);
}

Token Lexer::Word() {
  uint32_t end = at_ + 1;
  const char first = static_cast<char>(text_[at_] | 0x20);
  const char next = At(end);
  if (next == '\'') {
    if (first == 'e' && rules_.escape_strings) return Quoted(TokenKind::kString, end + 1, '\'', true);
    if (first == 'n') return Quoted(TokenKind::kString, end + 1, '\'', rules_.backslash_escapes);
    if (first == 'x' || first == 'b') return Quoted(TokenKind::kString, end + 1, '\'', false);
  } else if (first == 'u' && next == '&' && rules_.escape_strings) {
    if (At(end + 1) == '\'') return Quoted(TokenKind::kString, end + 2, '\'', false);
    if (At(end + 1) == '"') return Quoted(TokenKind::kQuotedName, end + 2, '"', false);
  }
  while (end < limit_ && Is(text_[end], kNamePart)) ++end;
  Token token = Blank(TokenKind::kWord, end);
  token.keyword = FindKeyword(text_.substr(token.begin, end - token.begin));
  return token;
}

Token Lexer::Number() {
  uint32_t end = at_;
  const auto digits = [&] {
    while (end < limit_ && (Is(text_[end], kDigit) || (text_[end] == '_' && Is(At(end + 1), kDigit)))) ++end;
  };
  if (text_[end] == '0' && (At(end + 1) | 0x20) == 'x') {
    end += 2;
    while (end < limit_ && (Is(text_[end], kDigit) || ((text_[end] | 0x20) >= 'a' && (text_[end] | 0x20) <= 'f'))) ++end;
    return Blank(TokenKind::kNumber, end);
  }
  digits();
  if (At(end) == '.' && At(end + 1) != '.') {
    ++end;
    digits();
  }
  if ((At(end) | 0x20) == 'e') {
    const uint32_t sign = At(end + 1) == '+' || At(end + 1) == '-';
    if (Is(At(end + 1 + sign), kDigit)) {
      end += 1 + sign;
      digits();
    }
  }
  return Blank(TokenKind::kNumber, end);
}

Token Lexer::Operator() {
  constexpr std::string_view kLong[] = {
      "!~~*", "<=>", "->>", "#>>", "!~*", "!~~", "~~*", "<->", "<=", ">=", "<>", "!=", "==", "||", "&&", "::", ":=", "->",
      "#>",   "~*",  "!~",  "~~",  "@>",  "<@",  "<<",  ">>",  "?|", "?&", "@@", "..", "+=", "-=", "|/", "^@", "@?"};
  const std::string_view rest = text_.substr(at_, limit_ - at_);
  if (Is(At(at_ + 1), kOperates) || rest.starts_with("..")) {
    for (const std::string_view op : kLong) {
      if (rest.starts_with(op)) return Blank(TokenKind::kOperator, at_ + static_cast<uint32_t>(op.size()));
    }
  }
  return Blank(Is(rest[0], kOperates) ? TokenKind::kOperator : TokenKind::kPunctuation, at_ + 1);
}

bool Lexer::EndsOperand(const Token& token) const {
  switch (token.kind) {
    case TokenKind::kEnd:
    case TokenKind::kOperator:
    case TokenKind::kComment:
      return false;
    case TokenKind::kPunctuation:
      return text_[token.begin] == ')' || text_[token.begin] == ']';
    default:
      return true;
  }
}

std::vector<Token> Lex(const SegmentedText& text, const LexicalRules& rules) {
  std::vector<Token> tokens;
  tokens.reserve(text.text().size() / 6 + text.holes().size());
  Lexer lexer(text, rules);
  for (Token token = lexer.Next(); token.kind != TokenKind::kEnd; token = lexer.Next()) tokens.push_back(token);
  return tokens;
}

bool EqualsIgnoringCase(std::string_view text, std::string_view upper) {
  const auto equal = [](char a, char b) { return a == b || (a >= 'a' && a <= 'z' && a - 'a' + 'A' == b); };
  return text.size() == upper.size() && std::equal(text.begin(), text.end(), upper.begin(), equal);
}

std::string NameOf(const SegmentedText& text, const Token& token) {
  std::string_view written = TextOf(text, token);
  const bool named = token.kind == TokenKind::kQuotedName || token.kind == TokenKind::kDoubleQuoted;
  if (!named || token.quote == 0) return std::string(written);
  const char closing = token.quote == '[' ? ']' : token.quote;
  written.remove_prefix(std::min(written.size(), written.find(token.quote) + 1));
  if (token.closed && !written.empty()) written.remove_suffix(1);
  std::string name;
  for (size_t at = 0; at < written.size(); ++at) {
    name += written[at];
    if (written[at] == closing && closing != ']') ++at;
  }
  return name;
}

}  // namespace backlint::sql
