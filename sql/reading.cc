#include "sql/reading.h"

#include "sql/keyword.h"

namespace backlint::sql {
namespace {

Reading Read(const SegmentedText& text, const LexicalRules& rules) {
  Reading reading{rules, Lex(text, rules), false, 0};
  const Token* last = nullptr;
  for (const Token& token : reading.tokens) {
    const bool string = token.kind == TokenKind::kString && token.quote == '\'';
    if (string && last != nullptr && last->kind == TokenKind::kString && token.glued) ++reading.oddities;
    if (token.kind == TokenKind::kPunctuation && text.text()[token.begin] == '\\') reading.oddities += 2;
    if ((string || token.kind == TokenKind::kDoubleQuoted) && !token.closed) {
      reading.open = string;
      reading.oddities += 3;
    }
    last = &token;
  }
  return reading;
}

uint32_t SkipBlanks(std::string_view text, uint32_t at) {
  while (at < text.size() && static_cast<unsigned char>(text[at]) <= ' ') ++at;
  return at;
}

// True for `', name = '`, `%' AND x = '`: what a text looks like that goes on with a string begun before it.
bool MayBeginInString(const SegmentedText& source) {
  const std::string_view text = source.text();
  uint32_t at = 0;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) <= ' ' || text[at] == '%' || text[at] == '_')) ++at;
  if (at == text.size() || text[at] != '\'') return false;
  const uint32_t quote_end = at + 1;
  at = SkipBlanks(text, quote_end);
  for (const uint32_t hole : source.holes()) {
    if (hole >= quote_end) {
      if (hole <= at) return false;
      break;
    }
  }
  if (at == text.size()) return true;
  if (std::string_view(",);|]:").find(text[at]) != std::string_view::npos) return true;
  uint32_t end = at;
  while (end < text.size() && ((text[end] | 0x20) >= 'a' && (text[end] | 0x20) <= 'z')) ++end;
  return FindKeyword(text.substr(at, end - at)) != Keyword::kNone;
}

}  // namespace

Reading BestReading(const SegmentedText& text, Dialect dialect) {
  LexicalRules rules = LexicalRules::Of(dialect);
  Reading best = Read(text, rules);
  const auto attempt = [&](const LexicalRules& other) {
    Reading reading = Read(text, other);
    if (reading.oddities < best.oddities) best = std::move(reading);
  };
  if (dialect == Dialect::kUnknown && best.oddities > 0 && text.text().find('\\') != std::string_view::npos) {
    rules.backslash_escapes = true;
    attempt(rules);
  }
  if (best.open && MayBeginInString(text)) {
    rules = best.rules;
    rules.starts_in_string = true;
    attempt(rules);
  }
  return best;
}

}  // namespace backlint::sql
