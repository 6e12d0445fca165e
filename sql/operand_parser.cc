// Operands: literals, names, calls, parentheses, and the operators that are no comparisons.
#include "sql/statement_parser.h"

namespace backlint::sql {
namespace {

bool IsComparison(std::string_view op) {
  switch (op[0]) {
    case '=':
    case '<':
    case '>':
      return op != "<->" && op != "<<" && op != ">>";
    case '!':
      return op.size() > 1;
    case '~':
      return true;
    case '@':
      return op.size() > 1;
    case '?':
      return op.size() > 1;
    case '&':
      return op == "&&";
    default:
      return false;
  }
}

}  // namespace

Value StatementParser::Sum() {
  const size_t first_token = cursor_.at(), first_column = ColumnCount();
  Value value = Unary();
  std::string_view function;
  while (cursor_.Kind() == TokenKind::kOperator) {
    const std::string_view op = cursor_.Text();
    if (op == "::" || op == ":" || IsComparison(op) || (op == "||" && dialect_ == Dialect::kMysql)) break;
    if (function.empty()) function = op;
    cursor_.Skip();
    Unary();
  }
  if (function.empty() && (cursor_.IsWord("DIV") || cursor_.IsWord("MOD"))) {
    function = cursor_.Text();
    cursor_.Skip();
    Sum();
  }
  return function.empty() ? value : Wrapped(value, function, first_token, first_column);
}

// What an operator or a function makes of the operands since these places.
Value StatementParser::Wrapped(Value inner, std::string_view function, size_t first_token, size_t first_column) {
  Value value;
  value.kind = ValueKind::kExpression;
  value.function = inner.function.empty() || inner.column == kNone ? function : inner.function;
  if (ColumnCount() == first_column + 1) value.column = static_cast<int32_t>(first_column);
  value.text = cursor_.TextFrom(first_token);
  value.has_hole = cursor_.HoleSince(first_token);
  return value;
}

Value StatementParser::Unary() {
  const size_t first_token = cursor_.at(), first_column = ColumnCount();
  std::string_view sign;
  while (cursor_.Kind() == TokenKind::kOperator && !cursor_.IsOperator("*")) {
    sign = cursor_.Text();
    cursor_.Skip();
  }
  if (cursor_.IsWord("BINARY") && !EndsOperands() && cursor_.Kind(1) != TokenKind::kEnd && !cursor_.IsMark(')', 1) &&
      !cursor_.IsMark(',', 1)) {
    sign = cursor_.Text();
    cursor_.Skip();
  }
  Value value = Primary();
  Postfix(value, first_token);
  if (sign.empty()) return value;
  if (value.kind == ValueKind::kLiteral) {
    value.text = cursor_.TextFrom(first_token);
    return value;
  }
  return value.kind == ValueKind::kNone ? value : Wrapped(value, sign, first_token, first_column);
}

void StatementParser::Postfix(Value& value, size_t first) {
  const bool is_column = value.kind == ValueKind::kColumn;
  const auto wrap = [&](std::string_view function) {
    if (!is_column && value.kind != ValueKind::kExpression) return;
    if (is_column) value.function = function;
    value.kind = ValueKind::kExpression;
  };
  while (true) {
    if (cursor_.IsOperator("::")) {
      wrap("::");
      cursor_.Skip();
      SkipType();
    } else if (cursor_.IsMark('[')) {
      wrap("[]");
      cursor_.Skip();
      while (!cursor_.AtEnd() && !cursor_.IsMark(']')) {
        const size_t before = cursor_.at();
        if (!cursor_.IsOperator(":") && !cursor_.IsMark(',')) Expression();
        if (cursor_.at() == before) cursor_.Skip();
      }
      cursor_.TakeMark(']');
    } else if (cursor_.Key() == Keyword::kCollate && cursor_.IsNameLike(1)) {
      wrap("COLLATE");
      cursor_.Skip();
      do cursor_.TakeName();
      while (cursor_.TakeMark('.'));
    } else if (cursor_.IsWord("AT") && (cursor_.IsWord("TIME", 1) || cursor_.IsWord("LOCAL", 1))) {
      wrap("AT TIME ZONE");
      cursor_.Skip(2);
      if (cursor_.Take(Keyword::kZone)) Unary();
    } else if (cursor_.IsMark('.') && cursor_.Last().kind == TokenKind::kPunctuation) {
      cursor_.Skip();  // (row).field
      do {
        if (!cursor_.TakeName()) cursor_.Skip();  // *
      } while (cursor_.TakeMark('.'));
      wrap(".");
    } else {
      break;
    }
    value.text = cursor_.TextFrom(first);
  }
}

Value StatementParser::Primary() {
  switch (cursor_.Kind()) {
    case TokenKind::kNumber:
      return Literal(ValueKind::kLiteral);
    case TokenKind::kString: {
      const size_t first = cursor_.at();
      bool hole = false;
      while (cursor_.Kind() == TokenKind::kString) {
        hole |= cursor_.Peek().hole_count > 0;
        cursor_.Skip();
      }
      Value value;
      value.kind = hole ? ValueKind::kHole : ValueKind::kLiteral;
      value.has_hole = hole;
      value.text = cursor_.TextFrom(first);
      return value;
    }
    case TokenKind::kVariable:
      return Literal(ValueKind::kExpression);
    case TokenKind::kPlaceholder:
      if (!cursor_.IsHole()) return Literal(ValueKind::kPlaceholder);
      return WordOperand();
    case TokenKind::kHole:
    case TokenKind::kWord:
    case TokenKind::kQuotedName:
      return WordOperand();
    case TokenKind::kDoubleQuoted: {
      // A string where only a value makes sense; else a name.
      const bool value = cursor_.at() > 0 && cursor_.Last().kind == TokenKind::kOperator && !cursor_.IsMark('.', 1);
      if (!value) return WordOperand();
      return Literal(cursor_.Peek().hole_count > 0 ? ValueKind::kHole : ValueKind::kLiteral);
    }
    case TokenKind::kPunctuation:
      if (cursor_.IsMark('(')) return Parenthesized();
      if (cursor_.IsMark('[')) {  // an array in an array
        const size_t first = cursor_.at();
        Value value;
        value.kind = ValueKind::kExpression;
        Postfix(value, first);
        return value;
      }
      break;
    case TokenKind::kOperator:
      if (cursor_.IsOperator("*")) return Literal(ValueKind::kExpression);
      break;
    default:
      break;
  }
  Doubt(cursor_.AtEnd() ? "the end is missing" : "an operand is missing");
  return {};
}

// One token.
Value StatementParser::Literal(ValueKind kind) {
  Value value;
  value.kind = kind;
  value.text = cursor_.Text();
  value.has_hole = kind == ValueKind::kHole;
  cursor_.Skip();
  return value;
}

Value StatementParser::Parenthesized() {
  Nested nested(*this);
  if (TooDeep()) return {};
  const size_t first = cursor_.at(), first_column = ColumnCount();
  Value value;
  if (IsQuery(1)) {
    cursor_.Skip();
    value.kind = ValueKind::kSubquery;
    value.block = Query(BlockRole::kSubquery);
    cursor_.TakeMark(')');
    return value;
  }
  cursor_.Skip();
  state_.group = true;
  if (!cursor_.IsMark(')')) value = Or();
  uint32_t count = 1;
  bool columns = value.kind == ValueKind::kColumn;
  state_.emit = false;
  while (cursor_.TakeMark(',')) {
    columns &= Or().kind == ValueKind::kColumn;
    ++count;
  }
  if (value.kind == ValueKind::kSubquery && AtSetOperator()) SetOperations(value.block);
  if (!cursor_.TakeMark(')')) {
    Doubt(cursor_.AtEnd() ? "the end is missing" : "an expression was not understood");
    while (!cursor_.AtEnd() && !cursor_.IsMark(')')) cursor_.IsMark('(') ? cursor_.SkipParentheses() : cursor_.Skip();
    cursor_.TakeMark(')');
  }
  if (count == 1) return value;
  value = {};
  value.kind = ValueKind::kRow;
  value.count = count;
  value.text = cursor_.TextFrom(first);
  value.has_hole = cursor_.HoleSince(first);
  if (columns && ColumnCount() == first_column + count) value.column = static_cast<int32_t>(first_column);
  return value;
}

}  // namespace backlint::sql
