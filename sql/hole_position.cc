#include "sql/hole_position.h"

#include <algorithm>

#include "sql/clause_walk.h"
#include "sql/keyword.h"
#include "sql/lexer.h"
#include "sql/reading.h"

namespace backlint::sql {
namespace {

uint32_t SkipBlanks(std::string_view text, uint32_t at) {
  while (at < text.size() && static_cast<unsigned char>(text[at]) <= ' ') ++at;
  return at;
}

bool IsPlainString(const Token& token) { return token.kind == TokenKind::kString && token.quote == '\''; }

class Classifier {
 public:
  Classifier(const SegmentedText& text, const Reading& reading)
      : text_(text), reading_(reading), walk_(text), places_(text.holes().size()) {}

  std::vector<HolePlace> Run() {
    std::vector<Token> tokens;
    tokens.reserve(reading_.tokens.size());
    for (const Token& token : reading_.tokens) {
      if (token.kind == TokenKind::kComment) {
        Fill(token, HolePosition::kComment);
      } else {
        tokens.push_back(token);
      }
    }
    const Token none;
    for (size_t i = 0; i < tokens.size(); ++i) {
      const Token& next = i + 1 < tokens.size() ? tokens[i + 1] : none;
      if (tokens[i].hole_count > 0) Fill(tokens[i], PositionOf(i > 0 ? tokens[i - 1] : none, tokens[i], next));
      walk_.Step(tokens[i], next);
    }
    // Holes before the first byte stay the beginning, even when the text is read as if it began inside a string.
    const uint32_t first = SkipBlanks(text_.text(), 0);
    for (size_t i = 0; i < places_.size() && reading_.rules.starts_in_string && text_.holes()[i] <= first; ++i) {
      places_[i].position = i == 0 ? HolePosition::kStatement : HolePosition::kClause;
    }
    return std::move(places_);
  }

 private:
  void Fill(const Token& token, HolePosition position) {
    std::fill_n(places_.begin() + token.first_hole, token.hole_count, HolePlace{position, Name(walk_.verb())});
  }

  HolePosition PositionOf(const Token& before, const Token& token, const Token& next) const {
    const HolePosition in_string = walk_.in_like() ? HolePosition::kLike : HolePosition::kQuoted;
    switch (token.kind) {
      case TokenKind::kQuotedName:
        return HolePosition::kQuotedIdentifier;
      case TokenKind::kString:
        return token.quote == '$' ? HolePosition::kClause : in_string;
      case TokenKind::kDoubleQuoted: {
        const HolePosition position = walk_.PositionOf(token, next);
        const bool value = position == HolePosition::kValue || position == HolePosition::kLimit;
        return value ? in_string : HolePosition::kQuotedIdentifier;
      }
      default:
        break;
    }
    // In a text with a quote too many the parity says nothing; the neighbours do.
    const bool between_quotes = IsPlainString(before) && token.glued && IsPlainString(next) && next.glued;
    if (reading_.open && between_quotes) return in_string;
    return walk_.PositionOf(token, next);
  }

  const SegmentedText& text_;
  const Reading& reading_;
  ClauseWalk walk_;
  std::vector<HolePlace> places_;
};

}  // namespace

std::string_view Name(HolePosition position) {
  switch (position) {
    case HolePosition::kStatement:
      return "statement";
    case HolePosition::kQuoted:
      return "quoted";
    case HolePosition::kLike:
      return "like";
    case HolePosition::kValue:
      return "value";
    case HolePosition::kLimit:
      return "limit";
    case HolePosition::kIdentifier:
      return "identifier";
    case HolePosition::kQuotedIdentifier:
      return "quoted-identifier";
    case HolePosition::kOrderBy:
      return "order-by";
    case HolePosition::kClause:
      return "clause";
    case HolePosition::kComment:
      return "comment";
  }
  return "clause";
}

std::vector<HolePlace> PlaceHoles(std::span<const Segment> segments, Dialect dialect) {
  const SegmentedText text(segments);
  if (text.holes().empty()) return {};
  if (dialect == Dialect::kUnknown) dialect = GuessDialect(segments);
  const Reading reading = BestReading(text, dialect);
  return Classifier(text, reading).Run();
}

std::vector<HolePosition> ClassifyHoles(std::span<const Segment> segments, Dialect dialect) {
  std::vector<HolePosition> positions;
  for (const HolePlace& place : PlaceHoles(segments, dialect)) positions.push_back(place.position);
  return positions;
}

}  // namespace backlint::sql
