// Queries: WITH, set operations, SELECT lists, VALUES.
#include <algorithm>

#include "sql/statement_parser.h"

namespace backlint::sql {

// With what may stand before and behind a query or, in a CTE or at the top, a statement that writes.
uint32_t StatementParser::QueryOrWrite(BlockRole role) {
  Nested nested(*this);
  const size_t ctes = ctes_.size();
  if (cursor_.Key() == Keyword::kWith) With();
  uint32_t made = kNoBlock;
  switch (cursor_.Key()) {
    case Keyword::kInsert:
    case Keyword::kReplace:
      made = Insert(role);
      break;
    case Keyword::kUpdate:
      made = Update(role);
      break;
    case Keyword::kDelete:
      made = Delete(role);
      break;
    case Keyword::kMerge:
      made = Merge(role);
      break;
    default:
      made = Query(role);
  }
  ctes_.resize(ctes);
  return made;
}

uint32_t StatementParser::Query(BlockRole role) {
  Nested nested(*this);
  state_.emit = state_.group = false;
  if (TooDeep()) return NewBlock(BlockKind::kSelect, role);
  const size_t ctes = ctes_.size();
  if (cursor_.Key() == Keyword::kWith) With();
  uint32_t head = Operand(role);
  head = SetOperations(head);
  state_.block = head;
  TailClauses();
  ctes_.resize(ctes);
  return head;
}

void StatementParser::With() {
  Nested nested(*this);
  cursor_.Skip();
  const bool recursive = cursor_.Take(Keyword::kRecursive) || dialect_ == Dialect::kSqlite;
  if (recursive) DeclareCtes();
  do {
    const size_t before = cursor_.at();
    OneCte(recursive);
    if (cursor_.at() == before) break;
  } while (cursor_.TakeMark(','));
}

// WITH RECURSIVE: every name is known in all of them.
void StatementParser::DeclareCtes() {
  for (size_t i = 0;;) {
    if (!cursor_.IsNameLike(i)) return;
    ctes_.push_back({cursor_.NameText(cursor_.Peek(i)), kNoBlock});
    ++i;
    if (cursor_.IsMark('(', i)) i = cursor_.Behind(i);
    while (cursor_.Kind(i) == TokenKind::kWord) ++i;  // AS NOT MATERIALIZED
    if (!cursor_.IsMark('(', i)) return;
    i = cursor_.Behind(i);
    // SEARCH and CYCLE clauses.
    while (cursor_.Kind(i) != TokenKind::kEnd && !cursor_.IsMark(',', i) && !cursor_.IsMark(')', i) &&
           cursor_.Kind(i) == TokenKind::kWord && (cursor_.IsWord("SEARCH", i) || cursor_.IsWord("CYCLE", i)))
      return;
    if (!cursor_.IsMark(',', i)) return;
    ++i;
  }
}

void StatementParser::OneCte(bool visible_inside) {
  const WrittenName name = cursor_.TakeName();
  if (!name) return Doubt("a WITH query has no name");
  if (cursor_.IsMark('(') && !IsQuery(1)) cursor_.SkipParentheses();
  cursor_.Take(Keyword::kAs);
  cursor_.Take(Keyword::kNot);
  cursor_.TakeWord("MATERIALIZED");
  uint32_t made = kNoBlock;
  if (cursor_.TakeMark('(')) {
    made = QueryOrWrite(BlockRole::kCte);
    statement_->blocks[made].name = name.text;
    if (!cursor_.TakeMark(')')) Doubt("a WITH query was not understood");
  } else {
    if (cursor_.IsHole()) cursor_.Skip();
    Doubt("a hole stands for a query");
  }
  while (cursor_.IsWord("SEARCH") || cursor_.IsWord("CYCLE")) {
    while (!cursor_.AtEnd() && cursor_.Key() != Keyword::kSet) cursor_.Skip();
    cursor_.Skip(2);
    if (cursor_.Take(Keyword::kTo)) {
      Expression();
      if (cursor_.Take(Keyword::kDefault)) Expression();
    }
    if (cursor_.Take(Keyword::kUsing)) cursor_.TakeName();
  }
  bool known = false;
  for (Cte& cte : ctes_) {
    if (!visible_inside || cte.name != name.text || cte.block != kNoBlock) continue;
    cte.block = made;
    known = true;
  }
  if (!known) ctes_.push_back({name.text, made});
}

bool StatementParser::AtSetOperator() const {
  const Keyword key = cursor_.Key();
  if (key == Keyword::kUnion || key == Keyword::kExcept || key == Keyword::kIntersect) return true;
  return cursor_.IsWord("MINUS") && (cursor_.Key(1) == Keyword::kSelect || cursor_.IsMark('(', 1));
}

// One operand of a set operation, without the clauses that may belong to the whole.
uint32_t StatementParser::Operand(BlockRole role) {
  Nested nested(*this);
  if (cursor_.IsMark('(') && !TooDeep()) {
    cursor_.Skip();
    const uint32_t made = Query(role);
    if (!cursor_.TakeMark(')')) Doubt("the end is missing");
    return made;
  }
  const Keyword key = cursor_.Key();
  const uint32_t made = NewBlock(key == Keyword::kValues ? BlockKind::kValues : BlockKind::kSelect, role);
  state_.block = made;
  if (cursor_.Take(Keyword::kSelect)) {
    SelectCore();
  } else if (cursor_.Take(Keyword::kValues)) {
    Rows();
  } else if (cursor_.Take(Keyword::kTable)) {
    TableFactor(false);
    SelectItem star;
    star.is_star = true;
    block().items.push_back(star);
  } else {
    Doubt(cursor_.IsHole() ? "a hole stands for a query" : "a query was not understood");
    if (!cursor_.AtEnd() && !cursor_.IsMark(')')) cursor_.Skip();
    CoreClauses();
  }
  return made;
}

uint32_t StatementParser::SetOperations(uint32_t head) {
  if (!AtSetOperator()) return head;
  Nested nested(*this);
  const uint32_t whole = NewBlock(BlockKind::kSetOperation, statement_->blocks[head].role);
  Block& first = statement_->blocks[head];
  Block& made = statement_->blocks[whole];
  made.parent = first.parent;
  made.begin = first.begin;
  made.set_operator = cursor_.Text();
  first.role = BlockRole::kOperand;
  first.parent = whole;
  while (AtSetOperator()) {
    cursor_.Skip();
    cursor_.Take(Keyword::kAll);
    cursor_.Take(Keyword::kDistinct);
    state_.block = whole;
    Operand(BlockRole::kOperand);
  }
  return whole;
}

void StatementParser::SelectCore() {
  SelectModifiers();
  SelectItems();
  CoreClauses();
}

void StatementParser::SelectModifiers() {
  state_.place = Place::kSelect;
  while (true) {
    if (cursor_.Key() == Keyword::kDistinct || cursor_.IsWord("DISTINCTROW")) {
      cursor_.Skip();
      block().distinct = true;
      if (cursor_.Key() == Keyword::kOn && cursor_.IsMark('(', 1)) {
        cursor_.Skip();
        InList();
      }
    } else if (cursor_.Key() == Keyword::kTop &&
               (cursor_.Kind(1) == TokenKind::kNumber || cursor_.IsMark('(', 1) || cursor_.IsHole(1))) {
      cursor_.Skip();
      const Value limit = Primary();
      block().limit = limit;
      if (cursor_.IsWord("PERCENT")) cursor_.Skip();
    } else if (cursor_.Key() == Keyword::kAll && !cursor_.IsMark('.', 1)) {
      cursor_.Skip();
    } else if (cursor_.Key() == Keyword::kStraightJoin ||
               (cursor_.Kind() == TokenKind::kWord && cursor_.Text().size() > 12 &&
                (cursor_.Text().starts_with("SQL_") || cursor_.IsWord("HIGH_PRIORITY")))) {
      cursor_.Skip();
    } else {
      return;
    }
  }
}

void StatementParser::SelectItems() {
  state_.place = Place::kSelect;
  while (!cursor_.AtEnd() && !cursor_.IsMark(')')) {
    const Keyword key = cursor_.Key();
    const bool clause = key == Keyword::kFrom || key == Keyword::kWhere || key == Keyword::kInto || key == Keyword::kUnion;
    if (clause && !cursor_.IsMark('.', 1)) return;  // PostgreSQL: the list may be empty
    const size_t before = cursor_.at();
    OneItem();
    if (cursor_.at() == before) break;
    if (!cursor_.TakeMark(',')) return;
    if (cursor_.AtEnd()) Doubt("the end is missing");
  }
  if (cursor_.AtEnd() && cursor_.Last().keyword == Keyword::kSelect) Doubt("the end is missing");
}

void StatementParser::OneItem() {
  SelectItem item;
  const size_t first = cursor_.at();
  const bool aggregate = block().aggregate;
  const bool perhaps = block().perhaps_aggregate;
  block().aggregate = block().perhaps_aggregate = false;
  if (cursor_.IsOperator("*")) {
    cursor_.Skip();
    item.is_star = true;
  } else {
    item.value = Or();
    if (item.value.function == "*" && item.value.kind == ValueKind::kExpression &&
        cursor_.Last().kind == TokenKind::kOperator) {
      item.is_star = true;
      item.star = item.value.text.substr(0, item.value.text.rfind('.'));
    }
  }
  item.aggregate = block().aggregate;
  block().aggregate |= aggregate;
  const auto is_literal = [](const SelectItem& other) { return other.value.kind == ValueKind::kLiteral; };
  const bool first_of_all = std::all_of(block().items.begin(), block().items.end(), is_literal);
  block().perhaps_aggregate = is_literal(item) ? perhaps : block().perhaps_aggregate && (first_of_all || perhaps);
  if (item.value.kind == ValueKind::kHole && cursor_.Last().kind != TokenKind::kString) block().columns_unknown = true;
  if (cursor_.Take(Keyword::kAs)) {
    if (cursor_.Kind() == TokenKind::kString) {
      item.alias = cursor_.NameText(cursor_.Peek());
      cursor_.Skip();
    } else {
      item.alias = cursor_.TakeName().text;
    }
  } else if (!StopsAlias() && cursor_.at() > first) {
    // `SELECT <hole> <hole> FROM`: the second may be anything.
    if (cursor_.IsHole()) {
      block().columns_unknown = true;
      if (cursor_.Kind(1) == TokenKind::kEnd || cursor_.IsMark(')', 1)) Doubt("a hole stands for a clause");
    }
    item.alias = cursor_.TakeName().text;
  } else if (cursor_.Kind() == TokenKind::kString && item.value.kind == ValueKind::kColumn) {
    item.alias = cursor_.NameText(cursor_.Peek());
    cursor_.Skip();
  }
  block().items.push_back(item);
}

// Behind VALUES: (a, b), (c, d).
void StatementParser::Rows() {
  state_.place = Place::kValues;
  do {
    if (cursor_.IsWord("ROW") && cursor_.IsMark('(', 1)) cursor_.Skip();
    if (!cursor_.IsMark('(')) {
      Doubt(cursor_.IsHole() ? "a hole stands for rows" : "the end is missing");
      if (cursor_.IsHole()) cursor_.Skip();
      break;
    }
    InList();
    ++block().rows;
  } while (cursor_.TakeMark(','));
}

}  // namespace backlint::sql
