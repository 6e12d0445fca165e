// Conditions and the operators between operands.
#include "sql/statement_parser.h"

namespace backlint::sql {
namespace {

Comparison Flipped(Comparison comparison) {
  switch (comparison) {
    case Comparison::kLess:
      return Comparison::kGreater;
    case Comparison::kLessEqual:
      return Comparison::kGreaterEqual;
    case Comparison::kGreater:
      return Comparison::kLess;
    case Comparison::kGreaterEqual:
      return Comparison::kLessEqual;
    default:
      return comparison;
  }
}

// kTruth for an operator that is no comparison.
Comparison ComparisonOf(std::string_view op) {
  if (op == "=" || op == "==") return Comparison::kEqual;
  if (op == "<>" || op == "!=") return Comparison::kNotEqual;
  if (op == "<") return Comparison::kLess;
  if (op == "<=") return Comparison::kLessEqual;
  if (op == ">") return Comparison::kGreater;
  if (op == ">=") return Comparison::kGreaterEqual;
  if (op == "<=>") return Comparison::kNullSafeEqual;
  if (op == "~" || op == "~*" || op == "!~" || op == "!~*") return Comparison::kRegexp;
  if (op == "~~" || op == "~~*") return Comparison::kLike;
  if (op == "!~~" || op == "!~~*") return Comparison::kNotLike;
  if (op == "@>" || op == "<@" || op == "&&" || op == "@@" || op == "?|" || op == "?&") return Comparison::kOther;
  return Comparison::kTruth;
}

}  // namespace

Value StatementParser::Expression() {
  Nested nested(*this);
  state_.emit = false;
  return Or();
}

Value StatementParser::Term() {
  Nested nested(*this);
  state_.emit = false;
  return Sum();
}

Value StatementParser::Or() {
  Nested nested(*this);
  if (TooDeep()) return {};
  const size_t first_predicate = state_.emit ? block().predicates.size() : 0;
  const bool bars = dialect_ == Dialect::kMysql;
  Value value = And();
  bool several = false;
  while (cursor_.Key() == Keyword::kOr || cursor_.Key() == Keyword::kXor || (bars && cursor_.IsOperator("||"))) {
    cursor_.Skip();
    And();
    several = true;
  }
  if (!several) return value;
  for (size_t i = first_predicate; state_.emit && i < block().predicates.size(); ++i) block().predicates[i].conjunct = false;
  value = {};
  value.kind = ValueKind::kExpression;
  return value;
}

Value StatementParser::And() {
  const bool ampersands = dialect_ == Dialect::kMysql;
  Value value = Not();
  bool several = false;
  while (cursor_.Key() == Keyword::kAnd || (ampersands && cursor_.IsOperator("&&"))) {
    cursor_.Skip();
    Not();
    several = true;
  }
  if (!several) return value;
  value = {};
  value.kind = ValueKind::kExpression;
  return value;
}

Value StatementParser::Not() {
  bool negated = false;
  while (cursor_.Key() == Keyword::kNot || (cursor_.IsOperator("!") && state_.emit)) {
    cursor_.Skip();
    negated = true;
  }
  const size_t first_predicate = state_.emit ? block().predicates.size() : 0;
  Value value = Comparand();
  if (!state_.emit) return value;
  // A column alone is a condition; in parentheses it may still be an operand.
  const bool more = cursor_.Key() == Keyword::kAnd || cursor_.Key() == Keyword::kOr;
  const bool condition = !state_.group || more;
  if (condition && value.kind == ValueKind::kColumn) Emit(value, Comparison::kTruth, {});
  if (condition && value.kind == ValueKind::kHole && value.function.empty() && cursor_.Last().kind != TokenKind::kString) {
    block().conditions_unknown = true;
    Doubt("a hole stands for a condition");
  }
  for (size_t i = first_predicate; negated && i < block().predicates.size(); ++i) block().predicates[i].conjunct = false;
  return value;
}

// An operand with the comparisons behind it.
Value StatementParser::Comparand() {
  Value left = Sum();
  while (Compare(left)) {
  }
  return left;
}

bool StatementParser::Compare(Value& left) {
  if (cursor_.Kind() == TokenKind::kOperator) {
    const std::string_view op = cursor_.Text();
    const Comparison comparison = ComparisonOf(op);
    if (comparison == Comparison::kTruth || (op == "&&" && dialect_ == Dialect::kMysql)) return false;
    cursor_.Skip();
    const Value right = Quantified();
    Emit(left, comparison, right);
    left = {};
    left.kind = ValueKind::kExpression;
    return true;
  }
  // `a <hole> 5`: the hole is the operator.
  if (state_.emit && cursor_.IsHole() && left.kind == ValueKind::kColumn) {
    const TokenKind next = cursor_.Kind(1);
    const bool operand =
        next == TokenKind::kHole || next == TokenKind::kString || next == TokenKind::kNumber || next == TokenKind::kPlaceholder;
    if (!operand) return false;
    cursor_.Skip();
    Emit(left, Comparison::kOther, Sum());
    left = {};
    left.kind = ValueKind::kExpression;
    return true;
  }
  const bool negated = cursor_.Key() == Keyword::kNot;
  return CompareWord(left, negated);
}

bool StatementParser::CompareWord(Value& left, bool negated) {
  const size_t skipped = negated ? 2 : 1;
  Comparison comparison = Comparison::kOther;
  switch (cursor_.Key(negated ? 1 : 0)) {
    case Keyword::kIs:
      if (negated) return false;
      Is(left);
      return true;
    case Keyword::kIn:
      cursor_.Skip(skipped);
      In(left, negated);
      return true;
    case Keyword::kBetween:
      cursor_.Skip(skipped);
      Between(left, negated);
      return true;
    case Keyword::kLike:
    case Keyword::kIlike:
    case Keyword::kGlob:
      comparison = negated ? Comparison::kNotLike : Comparison::kLike;
      break;
    case Keyword::kSimilar:
      if (cursor_.Key(skipped) != Keyword::kTo) return false;
      comparison = negated ? Comparison::kNotLike : Comparison::kLike;
      cursor_.Skip();
      break;
    case Keyword::kRegexp:
    case Keyword::kRlike:
      comparison = Comparison::kRegexp;
      break;
    case Keyword::kMatch:
      break;
    case Keyword::kNull:  // SQLite: a NOT NULL
      if (!negated) return false;
      cursor_.Skip(2);
      Emit(left, Comparison::kIsNotNull, {});
      left.kind = ValueKind::kExpression;
      return true;
    default: {
      const bool null = cursor_.IsWord("ISNULL"), not_null = cursor_.IsWord("NOTNULL");
      if (null || not_null) {
        cursor_.Skip();
        Emit(left, null ? Comparison::kIsNull : Comparison::kIsNotNull, {});
        left.kind = ValueKind::kExpression;
        return true;
      }
      if (cursor_.IsWord("OVERLAPS") || (cursor_.IsWord("SOUNDS") && cursor_.Key(1) == Keyword::kLike)) {
        cursor_.Skip(cursor_.IsWord("SOUNDS") ? 2 : 1);
        Sum();
        return true;
      }
      if (cursor_.IsWord("MEMBER")) {
        cursor_.Skip();
        cursor_.TakeWord("OF");
        Sum();
        return true;
      }
      return false;
    }
  }
  cursor_.Skip(skipped);
  const Value right = Quantified();
  if (cursor_.Take(Keyword::kEscape)) Sum();
  Emit(left, comparison, right);
  left = {};
  left.kind = ValueKind::kExpression;
  return true;
}

void StatementParser::Is(Value& left) {
  cursor_.Skip();
  const bool negated = cursor_.Take(Keyword::kNot);
  if (cursor_.Take(Keyword::kNull)) {
    Emit(left, negated ? Comparison::kIsNotNull : Comparison::kIsNull, {});
  } else if (cursor_.Take(Keyword::kDistinct, Keyword::kFrom)) {
    Emit(left, negated ? Comparison::kNullSafeEqual : Comparison::kNotEqual, Sum());
  } else if (cursor_.IsWord("UNKNOWN") || cursor_.IsWord("DOCUMENT") || cursor_.IsWord("NORMALIZED") ||
             cursor_.IsWord("JSON")) {
    cursor_.Skip();
    Emit(left, Comparison::kOther, {});
  } else if (cursor_.IsWord("NFC") || cursor_.IsWord("NFD") || cursor_.IsWord("NFKC") || cursor_.IsWord("NFKD")) {
    cursor_.Skip(2);
  } else {
    Emit(left, negated ? Comparison::kNotEqual : Comparison::kNullSafeEqual, Sum());
  }
  left = {};
  left.kind = ValueKind::kExpression;
}

void StatementParser::In(Value& left, bool negated) {
  Value right;
  if (cursor_.IsMark('(')) {
    right = InList();
  } else if (cursor_.IsNameLike() && !cursor_.IsHole() && (dialect_ == Dialect::kSqlite || state_.emit)) {
    // SQLite: the only column of a table.
    Nested nested(*this);
    right.kind = ValueKind::kSubquery;
    right.block = NewBlock(BlockKind::kSelect, BlockRole::kSubquery);
    state_.block = right.block;
    TableFactor(false);
  } else {
    right = Sum();
  }
  Emit(left, negated ? Comparison::kNotIn : Comparison::kIn, right);
  left = {};
  left.kind = ValueKind::kExpression;
}

Value StatementParser::InList() {
  Nested nested(*this);
  state_.emit = false;
  Value list;
  const size_t first = cursor_.at();
  if (IsQuery(1)) {
    cursor_.Skip();
    list.kind = ValueKind::kSubquery;
    list.block = Query(BlockRole::kSubquery);
  } else {
    cursor_.Skip();
    list.kind = ValueKind::kList;
    while (!cursor_.AtEnd() && !cursor_.IsMark(')')) {
      const size_t before = cursor_.at();
      const Value element = Or();
      ++list.count;
      const bool plain = element.kind == ValueKind::kLiteral || element.kind == ValueKind::kNull ||
                         element.kind == ValueKind::kPlaceholder || element.kind == ValueKind::kRow;
      if (element.kind == ValueKind::kHole) {
        list.has_hole = true;
      } else if (!plain) {
        list.kind = ValueKind::kExpression;
      }
      cursor_.TakeMark(',');
      if (cursor_.at() == before) cursor_.Skip();
    }
  }
  cursor_.TakeMark(')');
  list.text = cursor_.TextFrom(first);
  return list;
}

void StatementParser::Between(Value& left, bool negated) {
  cursor_.TakeWord("SYMMETRIC");
  cursor_.TakeWord("ASYMMETRIC");
  const size_t first = cursor_.at();
  Value low = Sum();
  if (!cursor_.Take(Keyword::kAnd)) Doubt("the end is missing");
  const Value high = Sum();
  if (high.kind != low.kind) low.kind = ValueKind::kExpression;
  low.has_hole |= high.has_hole;
  low.text = cursor_.TextFrom(first);
  Emit(left, negated ? Comparison::kNotBetween : Comparison::kBetween, low);
  left = {};
  left.kind = ValueKind::kExpression;
}

// The right side of a comparison: also ANY (...), ALL (...).
Value StatementParser::Quantified() {
  const Keyword key = cursor_.Key();
  const bool quantifier = key == Keyword::kAny || key == Keyword::kAll || key == Keyword::kSome;
  if (!quantifier || !cursor_.IsMark('(', 1)) return Sum();
  cursor_.Skip();
  return InList();
}

void StatementParser::Emit(const Value& left, Comparison comparison, const Value& right) {
  if (!state_.emit) return;
  Predicate predicate;
  predicate.place = state_.place;
  predicate.comparison = comparison;
  if (left.kind == ValueKind::kRow) {
    for (uint32_t i = 0; i < left.count && left.column != kNone; ++i) {
      predicate.column = left.column + static_cast<int32_t>(i);
      predicate.other = right;
      predicate.offset = block().columns[predicate.column].offset;
      block().predicates.push_back(predicate);
    }
    return;
  }
  const bool flips = right.column != kNone && right.kind != ValueKind::kRow && left.kind != ValueKind::kColumn &&
                     (left.column == kNone || right.kind == ValueKind::kColumn);
  const Value& subject = flips ? right : left;
  if (subject.column == kNone) return;
  predicate.column = subject.column;
  if (subject.kind != ValueKind::kColumn) predicate.function = subject.function;
  predicate.other = flips ? left : right;
  if (flips) predicate.comparison = Flipped(comparison);
  predicate.offset = block().columns[predicate.column].offset;
  block().predicates.push_back(predicate);
}

}  // namespace backlint::sql
