#include "sql/token_cursor.h"

#include <algorithm>

namespace backlint::sql {

void TokenCursor::Start(std::span<const Token> tokens) {
  tokens_ = tokens;
  at_ = 0;
  balanced_ = true;
  partners_.assign(tokens.size(), static_cast<uint32_t>(tokens.size()));
  open_.clear();
  for (uint32_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != TokenKind::kPunctuation) continue;
    const char mark = text_.text()[tokens[i].begin];
    if (mark == '(') {
      open_.push_back(i);
    } else if (mark == ')') {
      if (open_.empty()) {
        balanced_ = false;
      } else {
        partners_[open_.back()] = i;
        open_.pop_back();
      }
    }
  }
  balanced_ &= open_.empty();
  holes_before_.clear();
  const auto has_hole = [&](const Token& token) { return token.hole_count > 0 || token.kind == TokenKind::kPlaceholder; };
  if (std::any_of(tokens.begin(), tokens.end(), has_hole)) CountHoles();
  end_ = Token();
  end_.begin = end_.end = tokens.empty() ? 0 : tokens.back().end;
}

void TokenCursor::CountHoles() {
  uint32_t count = 0;
  for (size_t i = 0; i < tokens_.size(); ++i) {
    holes_before_.push_back(count);
    const char first = tokens_[i].kind == TokenKind::kPlaceholder ? text_.text()[tokens_[i].begin] : '\0';
    if (tokens_[i].hole_count > 0 || first == '%' || first == '{') ++count;
  }
  holes_before_.push_back(count);
}

bool TokenCursor::IsOperator(std::string_view text, size_t ahead) const {
  const Token& token = Peek(ahead);
  return token.kind == TokenKind::kOperator && TextOf(text_, token) == text;
}

bool TokenCursor::Take(Keyword keyword) {
  if (Key() != keyword) return false;
  ++at_;
  return true;
}

bool TokenCursor::Take(Keyword first, Keyword second) {
  if (Key() != first || Key(1) != second) return false;
  at_ += 2;
  return true;
}

bool TokenCursor::TakeWord(std::string_view upper) {
  if (!IsWord(upper)) return false;
  ++at_;
  return true;
}

bool TokenCursor::TakeWords(std::string_view first, std::string_view second) {
  if (!IsWord(first) || !IsWord(second, 1)) return false;
  at_ += 2;
  return true;
}

bool TokenCursor::TakeMark(char mark) {
  if (!IsMark(mark)) return false;
  ++at_;
  return true;
}

size_t TokenCursor::Behind(size_t ahead) const {
  if (at_ + ahead >= tokens_.size()) return ahead;
  return std::min<size_t>(partners_[at_ + ahead] + 1, tokens_.size()) - at_;
}

bool TokenCursor::IsHole(size_t ahead) const {
  const Token& token = Peek(ahead);
  if (token.kind == TokenKind::kHole) return true;
  if (token.kind != TokenKind::kPlaceholder) return false;
  const char first = text_.text()[token.begin];
  return first == '%' || first == '{';
}

bool TokenCursor::IsNameLike(size_t ahead) const {
  switch (Kind(ahead)) {
    case TokenKind::kWord:
    case TokenKind::kQuotedName:
    case TokenKind::kDoubleQuoted:
      return true;
    default:
      return IsHole(ahead);
  }
}

WrittenName TokenCursor::TakeName() {
  WrittenName name;
  if (!IsNameLike()) return name;
  const Token& first = Peek();
  name.offset = first.begin;
  name.has_hole = IsHole() || first.hole_count > 0;
  name.text = first.kind == TokenKind::kWord ? TextOf(text_, first) : NameText(first);
  if (IsHole()) name.text = {};
  uint32_t end = first.end;
  Skip();
  const bool plain = first.kind == TokenKind::kWord || first.kind == TokenKind::kHole || first.kind == TokenKind::kPlaceholder;
  while (plain && Peek().glued &&
         (IsHole() || (name.has_hole && (Kind() == TokenKind::kWord || Kind() == TokenKind::kNumber)))) {
    // `FROM users<hole>` goes on with a clause as likely as with the name, but where the name is cut at its `_`.
    const bool last_word = Last().kind == TokenKind::kWord;
    if (IsHole() && last_word && text_.text()[end - 1] != '_' && !(Peek(1).glued && IsNameLike(1))) break;
    name.has_hole = true;
    end = Peek().end;
    Skip();
    name.text = text_.text().substr(first.begin, end - first.begin);
  }
  return name;
}

std::string_view TokenCursor::NameText(const Token& token) {
  std::string_view written = TextOf(text_, token);
  if (token.quote == 0) return written;
  const size_t opening = written.find(token.quote);
  if (opening == std::string_view::npos) return written;
  std::string_view body = written.substr(opening + 1);
  if (token.closed && !body.empty()) body.remove_suffix(1);
  if (token.quote == '[' || body.find(token.quote) == std::string_view::npos) return body;
  std::string& name = names_.emplace_back();
  for (size_t i = 0; i < body.size(); ++i) {
    name += body[i];
    if (body[i] == token.quote) ++i;
  }
  return name;
}

std::string_view TokenCursor::TextFrom(size_t first) const {
  if (first >= at_) return {};
  return text_.text().substr(tokens_[first].begin, tokens_[at_ - 1].end - tokens_[first].begin);
}

}  // namespace backlint::sql
