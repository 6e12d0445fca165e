#include "sql/splitter.h"

#include <algorithm>

#include "sql/character_class.h"

namespace backlint::sql {

Splitter::Splitter(const SegmentedText& text, const LexicalRules& rules) : text_(text), lexer_(text, rules) {}

bool Splitter::Next(StatementTokens& statement) {
  statement.tokens.clear();
  statement.terminated = false;
  body_ = {};
  bool ends = false;
  while (!ends) {
    if (SkipClientCommand(statement, ends)) continue;
    Token token = lexer_.Next();
    if (token.kind == TokenKind::kEnd) break;
    if (token.kind == TokenKind::kComment) continue;
    if (delimiter_.size() > 1 || delimiter_[0] == '$') CutDelimiter(token);
    const bool semicolon = token.kind == TokenKind::kPunctuation && text_.text()[token.begin] == ';';
    if (semicolon && delimiter_ == ";" && body_.depth == 0) {
      ends = !statement.tokens.empty();
      continue;
    }
    statement.tokens.push_back(token);
    if (token.kind == TokenKind::kWord) Follow(statement.tokens);
  }
  if (statement.tokens.empty()) return false;
  statement.terminated = ends;
  statement.begin = statement.tokens.front().begin;
  statement.end = statement.tokens.back().end;
  CountLines(statement.begin);
  statement.line = line_;
  if (ends && statement.tokens.front().keyword == Keyword::kCopy) SkipCopiedRows(statement.tokens);
  return true;
}

// Everything that steers a client and is no SQL; true when something was skipped. It may end the statement.
bool Splitter::SkipClientCommand(const StatementTokens& statement, bool& ends) {
  const std::string_view text = text_.text();
  const bool empty = statement.tokens.empty();
  const uint32_t at = lexer_.NextByte();
  if (at >= text.size()) return false;
  if (!empty && text[at] != '\\' && delimiter_ == ";") return false;
  if (delimiter_ != ";" && text.substr(at).starts_with(delimiter_)) {
    lexer_.GoOn(at + static_cast<uint32_t>(delimiter_.size()));
    ends = !empty;
    return true;
  }
  const char c = text[at];
  const bool command =
      c == '\\' && at + 1 < text.size() && std::string_view("'\"\\%_").find(text[at + 1]) == std::string_view::npos;
  if (command && (BeginsLine(at) || !empty)) {
    const char name = static_cast<char>(text[at + 1] | 0x20);
    if (!empty && name != 'g' && text[at + 1] != ';') return false;
    lexer_.GoOn(text[at + 1] == ';' ? at + 2 : LineEnd(at));
    ends = !empty;
    return true;
  }
  if (!empty || !BeginsLine(at)) return false;
  if (c == '.' && at + 1 < text.size() && Is(text[at + 1], kNameStart)) {
    lexer_.GoOn(LineEnd(at));
    return true;
  }
  return (c | 0x20) == 'd' && SkipDelimiterCommand(text.substr(at, LineEnd(at) - at));
}

bool Splitter::SkipDelimiterCommand(std::string_view line) {
  constexpr std::string_view kCommand = "DELIMITER";
  if (line.size() <= kCommand.size() || !EqualsIgnoringCase(line.substr(0, kCommand.size()), kCommand)) return false;
  std::string_view rest = line.substr(kCommand.size());
  if (!Is(rest[0], kBlank)) return false;
  while (!rest.empty() && Is(rest.front(), kBlank)) rest.remove_prefix(1);
  size_t size = 0;
  while (size < rest.size() && !Is(rest[size], kBlank)) ++size;
  if (size == 0) return false;
  delimiter_ = rest.substr(0, size);
  lexer_.GoOn(static_cast<uint32_t>(line.data() + line.size() - text_.text().data()));
  return true;
}

// A delimiter of the client's may stand inside what the lexer takes for one token: `END$$`.
void Splitter::CutDelimiter(Token& token) {
  if (token.kind != TokenKind::kWord && token.kind != TokenKind::kOperator) return;
  const size_t at = TextOf(text_, token).find(delimiter_);
  if (at == std::string_view::npos || at == 0) return;
  token.end = token.begin + static_cast<uint32_t>(at);
  token.keyword = FindKeyword(TextOf(text_, token));
  lexer_.GoOn(token.end);
}

void Splitter::DecideBody(const std::vector<Token>& tokens) {
  constexpr size_t kHead = 12;  // CREATE OR REPLACE DEFINER = a @ b TRIGGER
  const bool creates = tokens.front().keyword == Keyword::kCreate || tokens.front().keyword == Keyword::kAlter;
  body_.decided = !creates || tokens.size() > kHead;
  switch (body_.decided ? Keyword::kNone : tokens.back().keyword) {
    case Keyword::kTrigger:
    case Keyword::kProcedure:
    case Keyword::kFunction:
    case Keyword::kEvent:
      body_.decided = body_.program = true;
      return;
    case Keyword::kTable:
    case Keyword::kIndex:
    case Keyword::kView:
    case Keyword::kDatabase:
    case Keyword::kSchema:
    case Keyword::kSequence:
    case Keyword::kType:
    case Keyword::kUser:
    case Keyword::kRole:
      body_.decided = true;
      return;
    default:
      return;
  }
}

// Keeps count of the bodies that are open.
void Splitter::Follow(const std::vector<Token>& tokens) {
  if (!body_.decided) DecideBody(tokens);
  const Token& token = tokens.back();
  const auto before = [&](size_t steps) { return tokens.size() > steps ? tokens[tokens.size() - 1 - steps] : Token(); };
  switch (token.keyword) {
    case Keyword::kNot:  // BEGIN NOT ATOMIC ... END stands alone
      if (tokens.size() == 2 && tokens.front().keyword == Keyword::kBegin) {
        body_.program = true;
        body_.depth = 1;
      }
      return;
    case Keyword::kBegin:
    case Keyword::kCase:
      if (!body_.program || before(1).keyword == Keyword::kEnd) return;
      if (before(1).kind == TokenKind::kPunctuation && text_.text()[before(1).begin] == '.') return;
      ++body_.depth;
      return;
    case Keyword::kEnd:
      if (body_.depth > 0) --body_.depth;
      return;
    default:
      break;
  }
  // END IF, END LOOP: what they end was not counted.
  if (body_.program && before(1).keyword == Keyword::kEnd) {
    for (const std::string_view block : {"IF", "LOOP", "WHILE", "REPEAT", "FOR"})
      if (Word(token, block)) ++body_.depth;
  }
}

void Splitter::SkipCopiedRows(const std::vector<Token>& tokens) {
  bool from = false, input = false;
  for (const Token& token : tokens) {
    input |= from && Word(token, "STDIN");
    from = token.keyword == Keyword::kFrom;
  }
  if (!input || !copies_) return;
  const std::string_view text = text_.text();
  uint32_t at = LineEnd(lexer_.NextByte());
  while (at < text.size()) {
    const uint32_t begin = at + 1;
    at = LineEnd(begin);
    if (begin + 1 < text.size() && text[begin] == '\\' && text[begin + 1] == '.') return lexer_.GoOn(at);
  }
  copies_ = false;
}

void Splitter::CountLines(uint32_t offset) {
  line_ += static_cast<uint32_t>(std::count(text_.text().begin() + counted_, text_.text().begin() + offset, '\n'));
  counted_ = offset;
}

bool Splitter::Word(const Token& token, std::string_view upper) const {
  return token.kind == TokenKind::kWord && EqualsIgnoringCase(TextOf(text_, token), upper);
}

uint32_t Splitter::LineEnd(uint32_t offset) const {
  const size_t end = text_.text().find('\n', offset);
  return static_cast<uint32_t>(std::min(end, text_.text().size()));
}

bool Splitter::BeginsLine(uint32_t offset) const {
  while (offset > 0 && (text_.text()[offset - 1] == ' ' || text_.text()[offset - 1] == '\t')) --offset;
  return offset == 0 || text_.text()[offset - 1] == '\n' || text_.text().substr(0, offset) == kByteOrderMark;
}

}  // namespace backlint::sql
