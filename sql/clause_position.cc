// The answer for one place of the walk.
#include "sql/clause_walk.h"

namespace backlint::sql {

HolePosition ClauseWalk::PositionOf(const Token& token, const Token& next) const {
  if (empty_) return HolePosition::kStatement;
  if (GluedToName(token, next)) return HolePosition::kIdentifier;
  const Frame& frame = frames_.back();
  switch (frame.expect) {
    case Expect::kName:
      return HolePosition::kIdentifier;
    case Expect::kValue:
      return frame.clause == Clause::kLimit ? HolePosition::kLimit : HolePosition::kValue;
    case Expect::kStart:
    case Expect::kItem:
    case Expect::kCondition:
      return ItemOf(next);
    case Expect::kNothing:
      if (frame.clause == Clause::kOrder && !frame.directed) return HolePosition::kOrderBy;
      return HolePosition::kClause;
    case Expect::kList:
    case Expect::kType:
      return HolePosition::kClause;
  }
  return HolePosition::kClause;
}

// t_<hole>, <hole>_t, schema.<hole>, <hole>.column, <hole>(x).
bool ClauseWalk::GluedToName(const Token& token, const Token& next) const {
  const Frame& frame = frames_.back();
  const bool right = next.glued && next.kind != TokenKind::kEnd;
  if ((token.glued && IsMark(last_, '.')) || (right && IsMark(next, '.'))) return true;
  if (right && next.kind == TokenKind::kWord && next.keyword == Keyword::kNone) return true;
  const bool operand = frame.expect == Expect::kItem || frame.expect == Expect::kCondition || frame.expect == Expect::kValue;
  if (right && IsMark(next, '(') && operand && frame.clause != Clause::kRows) return true;
  if (!token.glued || last_.kind != TokenKind::kWord || last_keyword_ != Keyword::kNone) return false;
  if (text_.text()[last_.end - 1] == '_') return true;
  // `FROM users<hole>` may go on with the name or with a clause.
  if (EndsStatement(next) || IsMark(next, ')')) {
    const bool incomplete =
        frame.clause == Clause::kTable &&
        (frame.verb == Keyword::kUpdate || frame.verb == Keyword::kInsert || frame.verb == Keyword::kReplace);
    return frame.clause == Clause::kName || incomplete;
  }
  switch (next.keyword) {
    case Keyword::kOrder:
    case Keyword::kGroup:
    case Keyword::kLimit:
    case Keyword::kReturning:
    case Keyword::kFor:
    case Keyword::kOffset:
    case Keyword::kUnion:
    case Keyword::kHaving:
      return false;
    default:
      return next.kind != TokenKind::kHole;
  }
}

// What a new item of the clause is.
HolePosition ClauseWalk::ItemOf(const Token& next) const {
  const Frame& frame = frames_.back();
  switch (frame.clause) {
    case Clause::kSelect:
      return InSelect(next);
    case Clause::kTable:
    case Clause::kCte:
      return HolePosition::kIdentifier;
    case Clause::kName: {
      const bool whole_definition = last_keyword_ == Keyword::kAdd || last_keyword_ == Keyword::kModify;
      return whole_definition && EndsStatement(next) ? HolePosition::kClause : HolePosition::kIdentifier;
    }
    case Clause::kOrder:
    case Clause::kGroup:
      return HolePosition::kOrderBy;
    case Clause::kLimit:
      return HolePosition::kLimit;
    case Clause::kValues:
      // Alone in its row: the whole row, made elsewhere.
      if (frame.row && IsMark(last_, '(') && IsMark(next, ')')) return HolePosition::kClause;
      return HolePosition::kValue;
    case Clause::kArguments:
      return HolePosition::kValue;
    case Clause::kColumns:
    case Clause::kDefinitions:
      return InList(next);
    case Clause::kAssignments: {
      const bool assigned = IsComparison(next) || next.keyword == Keyword::kTo;
      return assigned ? HolePosition::kIdentifier : HolePosition::kClause;
    }
    case Clause::kRows:
      return HolePosition::kClause;
    case Clause::kFragment:
      // "(" x ", " y ")": a row built by itself.
      if (frames_.size() > 1 && (IsMark(last_, '(') || IsMark(last_, ',')) && (IsMark(next, ',') || IsMark(next, ')'))) {
        return HolePosition::kValue;
      }
      [[fallthrough]];
    case Clause::kPredicate: {
      if (IsComparison(next)) return HolePosition::kIdentifier;
      switch (next.keyword) {
        case Keyword::kLike:
        case Keyword::kIlike:
        case Keyword::kIn:
        case Keyword::kIs:
        case Keyword::kBetween:
        case Keyword::kNot:
        case Keyword::kGlob:
        case Keyword::kRegexp:
        case Keyword::kRlike:
        case Keyword::kSimilar:
          return HolePosition::kIdentifier;
        default:
          return HolePosition::kClause;
      }
    }
    case Clause::kOther:
      return HolePosition::kClause;
  }
  return HolePosition::kClause;
}

HolePosition ClauseWalk::InSelect(const Token& next) const {
  const Keyword verb = frames_.back().verb;
  const Keyword following = next.keyword;
  if (last_keyword_ == Keyword::kTop) return HolePosition::kLimit;
  if (following == Keyword::kAs || next.kind == TokenKind::kOperator) return HolePosition::kValue;
  const bool first = !IsMark(last_, ',');
  if (first && !IsMark(next, ',')) return HolePosition::kClause;  // alone: the whole list
  if (verb == Keyword::kInsert || verb == Keyword::kReplace) return HolePosition::kValue;
  return HolePosition::kIdentifier;
}

// A hole alone in its parentheses is the whole list.
HolePosition ClauseWalk::InList(const Token& next) const {
  if (IsMark(last_, '(') && (IsMark(next, ')') || next.kind == TokenKind::kEnd)) return HolePosition::kClause;
  if (frames_.back().clause == Clause::kColumns) return HolePosition::kIdentifier;
  const bool named = next.kind == TokenKind::kWord || next.kind == TokenKind::kHole;
  return named ? HolePosition::kIdentifier : HolePosition::kClause;
}

}  // namespace backlint::sql
