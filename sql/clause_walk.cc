#include "sql/clause_walk.h"

#include <algorithm>

namespace backlint::sql {

ClauseWalk::ClauseWalk(const SegmentedText& text) : text_(text), frames_(1) {}

bool ClauseWalk::IsMark(const Token& token, char mark) const {
  const bool marks = token.kind == TokenKind::kPunctuation || token.kind == TokenKind::kOperator;
  return marks && token.end == token.begin + 1 && text_.text()[token.begin] == mark;
}

// An operator that no clause keyword can be followed by: what stands before it is a name.
bool ClauseWalk::IsComparison(const Token& token) const {
  if (token.kind != TokenKind::kOperator) return false;
  constexpr std::string_view kUnary[] = {"-", "+", "*", "~", "!", "@", "::", "#", "?", "%", ":"};
  return std::find(std::begin(kUnary), std::end(kUnary), TextOf(text_, token)) == std::end(kUnary);
}

Keyword ClauseWalk::verb() const {
  const auto begun =
      std::find_if(frames_.rbegin(), frames_.rend(), [](const Frame& frame) { return frame.verb != Keyword::kNone; });
  return begun == frames_.rend() ? Keyword::kNone : begun->verb;
}

void ClauseWalk::Step(const Token& token, const Token& next) {
  Keyword keyword = Keyword::kNone;
  switch (token.kind) {
    case TokenKind::kEnd:
    case TokenKind::kComment:
      return;
    case TokenKind::kWord:
      keyword = token.keyword;
      if (keyword != Keyword::kNone && MeansName(keyword, next)) keyword = Keyword::kNone;
      if (keyword == Keyword::kNone) {
        Operand();
      } else {
        Word(keyword, next);
      }
      break;
    case TokenKind::kHole:
      Hole(next);
      break;
    case TokenKind::kOperator:
      Operator(TextOf(text_, token));
      break;
    case TokenKind::kPunctuation:
      Punctuation(text_.text()[token.begin]);
      break;
    default:
      Operand();
  }
  empty_ = IsMark(token, ';');
  last_ = token;
  last_keyword_ = keyword;
}

void ClauseWalk::Enter(Clause clause, Expect expect) {
  Frame& frame = frames_.back();
  frame.clause = clause;
  frame.expect = expect;
  frame.between = frame.compared = frame.directed = false;
  frame.like = frame.like_outside;
}

void ClauseWalk::Operand() {
  Frame& frame = frames_.back();
  if (frame.expect == Expect::kStart && frame.verb == Keyword::kExplain) return;  // EXPLAIN QUERY PLAN, EXPLAIN VERBOSE
  frame.expect = Expect::kNothing;
}

void ClauseWalk::Hole(const Token& next) {
  Frame& frame = frames_.back();
  frame.holes = true;
  const bool operand_follows = next.kind == TokenKind::kHole || next.kind == TokenKind::kString ||
                               next.kind == TokenKind::kNumber || next.kind == TokenKind::kPlaceholder;
  const bool lone_operand = frame.expect == Expect::kNothing && !frame.compared && last_.kind != TokenKind::kHole;
  const bool compares = frame.clause == Clause::kPredicate || frame.clause == Clause::kFragment;
  // `a <hole> 5`: the hole is the operator.
  if (lone_operand && compares && operand_follows && !IsMark(last_, ')')) {
    frame.expect = Expect::kValue;
    frame.compared = true;
    return;
  }
  if (frame.clause == Clause::kOrder && frame.expect == Expect::kNothing) frame.directed = true;
  Operand();
}

void ClauseWalk::Operator(std::string_view op) {
  Frame& frame = frames_.back();
  if (op == "*" && (frame.expect == Expect::kItem || IsMark(last_, '.'))) return Operand();
  if (op == "::") {
    frame.expect = Expect::kType;
    return;
  }
  if (op != "||" && op != "+") frame.like = frame.like_outside;
  frame.expect = Expect::kValue;
  frame.compared = true;
}

void ClauseWalk::Punctuation(char c) {
  switch (c) {
    case '(':
      return Open();
    case ')':
      return Close();
    case '[': {
      Frame inner;
      inner.clause = Clause::kArguments;
      inner.expect = Expect::kItem;
      inner.verb = frames_.back().verb;
      inner.like = inner.like_outside = frames_.back().like;
      frames_.push_back(inner);
      return;
    }
    case ']':
      return Close();
    case ',':
      return Comma();
    case ';':
      frames_.assign(1, Frame());
      return;
    default:
      return;  // a dot changes nothing; other bytes mean nothing
  }
}

void ClauseWalk::Open() {
  Frame& frame = frames_.back();
  Frame inner;
  inner.verb = frame.verb;
  inner.expect = Expect::kItem;
  inner.clause = Clause::kArguments;
  inner.like = inner.like_outside = frame.like;
  if (frame.expect == Expect::kList || (frame.clause == Clause::kRows && frame.expect == Expect::kItem)) {
    inner.clause = Clause::kValues;
    inner.row = frame.clause == Clause::kRows && frame.columns != 1;
  } else if (frame.expect == Expect::kStart) {
    inner = Frame();
  } else if (frame.parentheses != Clause::kFragment && frame.expect != Expect::kValue) {
    inner.clause = frame.parentheses;
    if (inner.clause == Clause::kPredicate) inner.expect = Expect::kCondition;
    frame.parentheses = Clause::kFragment;
  } else if (frame.expect == Expect::kItem || frame.expect == Expect::kCondition) {
    const bool names = frame.clause == Clause::kAssignments;
    const bool same = frame.clause == Clause::kTable || frame.clause == Clause::kLimit || frame.clause == Clause::kOrder ||
                      frame.clause == Clause::kGroup || frame.clause == Clause::kFragment;
    if (same) inner.clause = frame.clause;
    if (names) inner.clause = Clause::kColumns;
    if (frame.expect == Expect::kCondition) {
      inner.clause = Clause::kPredicate;
      inner.expect = Expect::kCondition;
    }
  }
  frames_.push_back(inner);
}

void ClauseWalk::Close() {
  const Frame inner = frames_.back();
  if (frames_.size() > 1) frames_.pop_back();
  if (inner.clause == Clause::kColumns) frames_.back().columns = inner.holes ? 0 : inner.commas + 1;
  frames_.back().expect = Expect::kNothing;
}

void ClauseWalk::Comma() {
  Frame& frame = frames_.back();
  ++frame.commas;
  const bool names = frame.clause == Clause::kName;
  if (names && frame.verb == Keyword::kNotify) return Enter(Clause::kOther, Expect::kValue);
  if (names && frame.verb == Keyword::kAlter) return Enter(Clause::kOther, Expect::kItem);
  Expect expect = Expect::kItem;
  if (frame.clause == Clause::kPredicate) expect = Expect::kCondition;
  if (frame.clause == Clause::kCte) expect = Expect::kName;
  Enter(frame.clause, expect);
}

// A keyword that is a name here: `offset = 1`, `left(x)`, `t.values`, a column called `type`.
bool ClauseWalk::MeansName(Keyword keyword, const Token& next) const {
  const Frame& frame = frames_.back();
  if (IsMark(last_, '.') || IsMark(next, '.')) return true;
  if (IsComparison(next) && keyword != Keyword::kDefault) return true;
  const bool call = IsMark(next, '(');
  const bool list_mark = IsMark(next, ',') || IsMark(next, ')');
  switch (keyword) {
    case Keyword::kLeft:
    case Keyword::kRight:
    case Keyword::kReplace:
    case Keyword::kChange:
    case Keyword::kDatabase:
    case Keyword::kSchema:
    case Keyword::kUser:
    case Keyword::kPassword:
    case Keyword::kCharacter:
    case Keyword::kTruncate:
      return call || list_mark;
    case Keyword::kInsert:
    case Keyword::kIf:
      return call && last_keyword_ != Keyword::kThen;
    case Keyword::kGlob:
    case Keyword::kMatch:
    case Keyword::kRegexp:
    case Keyword::kLike:
      return call && frame.expect != Expect::kNothing && frame.clause != Clause::kDefinitions;
    case Keyword::kLimit:
    case Keyword::kOffset:
    case Keyword::kFirst:
    case Keyword::kLast:
    case Keyword::kNext:
      return list_mark;
    case Keyword::kValues:  // MySQL: ON DUPLICATE KEY UPDATE a = VALUES(a)
      return frame.expect == Expect::kValue && call;
    case Keyword::kValue:
      return !(call && (frame.verb == Keyword::kInsert || frame.verb == Keyword::kReplace) && frames_.size() == 1 &&
               frame.expect == Expect::kNothing);
    case Keyword::kSelect:
    case Keyword::kWith:
      return false;
    default:
      return frame.expect == Expect::kName || frame.clause == Clause::kColumns;
  }
}

}  // namespace backlint::sql
