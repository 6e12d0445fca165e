// Operands that begin with a word: names, typed literals, keywords.
#include <algorithm>
#include <iterator>

#include "sql/statement_parser.h"

namespace backlint::sql {
namespace {

// Words that no operand begins with, unless a parenthesis or a dot follows.
bool IsNoOperand(Keyword keyword) {
  switch (keyword) {
    case Keyword::kAnd:
    case Keyword::kAs:
    case Keyword::kBetween:
    case Keyword::kCross:
    case Keyword::kElse:
    case Keyword::kExcept:
    case Keyword::kFrom:
    case Keyword::kGroup:
    case Keyword::kHaving:
    case Keyword::kIn:
    case Keyword::kInner:
    case Keyword::kIntersect:
    case Keyword::kInto:
    case Keyword::kIs:
    case Keyword::kJoin:
    case Keyword::kLimit:
    case Keyword::kLike:
    case Keyword::kNatural:
    case Keyword::kOn:
    case Keyword::kOr:
    case Keyword::kOrder:
    case Keyword::kReturning:
    case Keyword::kSelect:
    case Keyword::kSet:
    case Keyword::kThen:
    case Keyword::kUnion:
    case Keyword::kUsing:
    case Keyword::kWhen:
    case Keyword::kWhere:
    case Keyword::kXor:
      return true;
    default:
      return false;
  }
}

}  // namespace

bool StatementParser::EndsOperands() const {
  const Keyword keyword = cursor_.Key();
  if (keyword == Keyword::kNone || cursor_.IsMark('.', 1)) return false;
  if (!IsNoOperand(keyword)) return false;
  if (!cursor_.IsMark('(', 1)) return cursor_.Kind(1) != TokenKind::kOperator || keyword == Keyword::kSelect;
  return keyword != Keyword::kLike && keyword != Keyword::kSet;
}

Value StatementParser::WordOperand() {
  if (EndsOperands()) {
    Doubt("an operand is missing");
    return {};
  }
  const size_t first = cursor_.at();
  const bool call = cursor_.IsMark('(', 1);
  const bool dot = cursor_.IsMark('.', 1);
  switch (dot ? Keyword::kNone : cursor_.Key()) {
    case Keyword::kNull:
      return Literal(ValueKind::kNull);
    case Keyword::kDefault:
      if (call) break;
      return Literal(ValueKind::kDefault);
    case Keyword::kCase:
      return Case();
    case Keyword::kNot: {
      cursor_.Skip();
      return Comparand();
    }
    case Keyword::kExists:
      if (!call) break;
      cursor_.Skip(2);
      {
        Nested nested(*this);
        Value value;
        value.kind = ValueKind::kExpression;
        value.function = "EXISTS";
        value.block = Query(BlockRole::kExists);
        cursor_.TakeMark(')');
        return value;
      }
    case Keyword::kInterval:
      if (call || EndsOperands() || cursor_.Kind(1) == TokenKind::kOperator || cursor_.IsMark(',', 1) || cursor_.IsMark(')', 1))
        break;
      {
        cursor_.Skip();
        Value value = Primary();
        SkipTimeUnit();
        value.text = cursor_.TextFrom(first);
        return value;
      }
    default:
      break;
  }
  if (call && cursor_.IsWord("CAST")) return Cast();
  if (!call && (cursor_.IsWord("TRUE") || cursor_.IsWord("FALSE")) && !dot) return Literal(ValueKind::kLiteral);
  if (cursor_.IsWord("ARRAY") && cursor_.IsMark('[', 1)) {
    cursor_.Skip();
    Value value;
    value.kind = ValueKind::kExpression;
    Postfix(value, first);
    return value;
  }
  // DATE '2020-01-01', _utf8 'x'.
  const bool typed = cursor_.Kind() == TokenKind::kWord && cursor_.Kind(1) == TokenKind::kString &&
                     cursor_.Peek(1).quote == '\'' && (state_.place != Place::kSelect || dialect_ == Dialect::kPostgres);
  const bool known_type = cursor_.Kind(1) == TokenKind::kString &&
                          (cursor_.IsWord("DATE") || cursor_.IsWord("TIME") || cursor_.IsWord("TIMESTAMP"));
  if (typed || known_type) {
    cursor_.Skip();
    Value value = Primary();
    value.text = cursor_.TextFrom(first);
    return value;
  }
  if (const size_t type = LongTypeBeforeString()) {
    cursor_.Skip(type);
    Value value = Primary();
    SkipTimeUnit();
    value.text = cursor_.TextFrom(first);
    return value;
  }
  // GROUPING SETS (...), COLLATION FOR (...): functions of two words.
  const bool two_words = (cursor_.IsWord("GROUPING") && cursor_.IsWord("SETS", 1)) ||
                         (cursor_.IsWord("COLLATION") && cursor_.Key(1) == Keyword::kFor);
  if (two_words && cursor_.IsMark('(', 2)) cursor_.Skip();
  if (BareFunction()) {
    NoteTime(cursor_.Text(), false);
    Value value = Literal(ValueKind::kExpression);
    value.function = value.text;
    if (cursor_.IsMark('(')) cursor_.SkipParentheses();
    return value;
  }
  return Name();
}

// HOUR, DAY TO SECOND(3) behind an interval.
void StatementParser::SkipTimeUnit() {
  constexpr std::string_view kUnits[] = {"YEAR",
                                         "MONTH",
                                         "DAY",
                                         "HOUR",
                                         "MINUTE",
                                         "SECOND",
                                         "WEEK",
                                         "QUARTER",
                                         "MICROSECOND",
                                         "YEAR_MONTH",
                                         "DAY_HOUR",
                                         "DAY_MINUTE",
                                         "DAY_SECOND",
                                         "DAY_MICROSECOND",
                                         "HOUR_MINUTE",
                                         "HOUR_SECOND",
                                         "HOUR_MICROSECOND",
                                         "MINUTE_SECOND",
                                         "MINUTE_MICROSECOND",
                                         "SECOND_MICROSECOND"};
  const auto unit = [&] {
    return std::any_of(std::begin(kUnits), std::end(kUnits), [&](std::string_view word) { return cursor_.IsWord(word); });
  };
  for (int i = 0; i < 2 && unit(); ++i) {
    cursor_.Skip();
    if (cursor_.IsMark('(')) cursor_.SkipParentheses();
    if (i == 0 && !cursor_.Take(Keyword::kTo)) return;
  }
}

// `timestamp(3) with time zone '...'`, `double precision '...'`: how many tokens stand before the string; 0 when it is no type.
size_t StatementParser::LongTypeBeforeString() const {
  const bool timed = cursor_.IsWord("TIMESTAMP") || cursor_.IsWord("TIME");
  const bool known = timed || cursor_.IsWord("DOUBLE") || cursor_.IsWord("NUMERIC") || cursor_.IsWord("CHAR") ||
                     cursor_.IsWord("CHARACTER") || cursor_.IsWord("VARCHAR") || cursor_.IsWord("BIT") ||
                     cursor_.Key() == Keyword::kInterval;
  if (!known) return 0;
  size_t at = 1;
  if (cursor_.IsMark('(', at)) at = cursor_.Behind(at);
  if (timed && cursor_.IsWord("TIME", at + 1)) at += 3;
  if (cursor_.IsWord("PRECISION", at) || cursor_.IsWord("VARYING", at)) ++at;
  if (cursor_.IsMark('(', at)) at = cursor_.Behind(at);
  return cursor_.Kind(at) == TokenKind::kString && cursor_.Peek(at).quote == '\'' && at > 1 ? at : 0;
}

// [[schema.]table.]column, or the name of a function.
Value StatementParser::Name() {
  const size_t first = cursor_.at();
  WrittenName parts[3];
  size_t count = 0;
  bool star = false;
  do {
    if (cursor_.IsOperator("*") && count > 0) {
      cursor_.Skip();
      star = true;
      break;
    }
    if (count == 3) {
      parts[0] = parts[1];
      parts[1] = parts[2];
      --count;
    }
    const size_t before = cursor_.at();
    parts[count] = cursor_.TakeName();
    if (cursor_.at() == before) break;
    ++count;
  } while (cursor_.TakeMark('.'));
  if (cursor_.IsMark('(') && count > 0 && !star) return Call(parts[count - 1].text, first);
  Value value;
  value.text = cursor_.TextFrom(first);
  value.has_hole = cursor_.HoleSince(first);
  const bool whole_hole = count == 1 && parts[0].text.empty() && parts[0].has_hole;
  if (star) {
    value.kind = ValueKind::kExpression;
    value.function = "*";
    return value;
  }
  const bool quoted_hole = cursor_.Last().quote != 0;
  if (whole_hole && !quoted_hole) {
    value.kind = ValueKind::kHole;
    return value;
  }
  value.kind = ValueKind::kColumn;
  if (count == 1) value.column = AddColumn({}, {}, parts[0]);
  if (count == 2) value.column = AddColumn({}, parts[0], parts[1]);
  if (count == 3) value.column = AddColumn(parts[0], parts[1], parts[2]);
  if (value.column == kNone) value.kind = ValueKind::kExpression;
  return value;
}

}  // namespace backlint::sql
