// The clauses of a query behind its select list.
#include "sql/statement_parser.h"

namespace backlint::sql {

void StatementParser::CoreClauses() {
  while (!cursor_.AtEnd()) {
    switch (cursor_.Key()) {
      case Keyword::kInto:
        Into();
        break;
      case Keyword::kFrom:
        cursor_.Skip();
        TableList(false);
        break;
      case Keyword::kWhere:
        cursor_.Skip();
        block().where = true;
        if (cursor_.IsWord("CURRENT") && cursor_.IsWord("OF", 1)) {
          cursor_.Skip(3);  // of a cursor
          break;
        }
        Condition(Place::kWhere);
        break;
      case Keyword::kGroup:
        if (cursor_.Key(1) != Keyword::kBy) return;
        cursor_.Skip(2);
        GroupBy();
        break;
      case Keyword::kHaving:
        cursor_.Skip();
        Condition(Place::kHaving);
        break;
      default:
        if (!cursor_.IsWord("WINDOW") || !cursor_.IsNameLike(1)) return;
        do {
          cursor_.Skip();
          cursor_.TakeName();
          cursor_.Take(Keyword::kAs);
          Window();
        } while (cursor_.IsMark(','));
    }
  }
}

void StatementParser::Condition(Place place) {
  Nested nested(*this);
  state_.place = place;
  state_.emit = true;
  state_.group = false;
  Or();
}

// Until what the statement around the query goes on with.
void StatementParser::TailClauses() {
  while (!cursor_.AtEnd()) {
    const size_t before = cursor_.at();
    if (cursor_.IsMark(')') || cursor_.IsMark(',')) return;
    switch (cursor_.Key()) {
      case Keyword::kOn:
      case Keyword::kReturning:
      case Keyword::kWith:
      case Keyword::kAs:
        return;
      case Keyword::kFrom:
      case Keyword::kWhere:
      case Keyword::kGroup:
      case Keyword::kHaving:
        CoreClauses();
        break;
      default:
        break;
    }
    if (cursor_.at() != before) continue;
    if (AtSetOperator()) return;
    if (TailClause()) continue;
    if (cursor_.at() == before) SkipUnknownClause();
  }
}

bool StatementParser::TailClause() {
  switch (cursor_.Key()) {
    case Keyword::kOrder:
      if (cursor_.Key(1) != Keyword::kBy) return false;
      cursor_.Skip(2);
      OrderBy(&Block::order, Place::kOrder);
      return true;
    case Keyword::kLimit:
      Limit();
      return true;
    case Keyword::kOffset:
      Offset();
      return true;
    case Keyword::kFetch:
      Fetch();
      return true;
    case Keyword::kFor:
      LockClause();
      return true;
    case Keyword::kLock:
      if (cursor_.Key(1) != Keyword::kIn) return false;
      cursor_.Skip(4);  // LOCK IN SHARE MODE
      block().lock = RowLock::kShare;
      return true;
    case Keyword::kInto:
      Into();
      return true;
    default:
      return false;
  }
}

void StatementParser::SkipUnknownClause() {
  Doubt(cursor_.IsHole() ? "a hole stands for a clause" : "a clause was not understood");
  do {
    cursor_.IsMark('(') ? cursor_.SkipParentheses() : cursor_.Skip();
    switch (cursor_.Key()) {
      case Keyword::kFrom:
      case Keyword::kWhere:
      case Keyword::kGroup:
      case Keyword::kHaving:
      case Keyword::kOrder:
      case Keyword::kLimit:
      case Keyword::kReturning:
      case Keyword::kUnion:
      case Keyword::kExcept:
      case Keyword::kIntersect:
        return;
      default:
        break;
    }
  } while (!cursor_.AtEnd() && !cursor_.IsMark(')'));
}

void StatementParser::GroupBy() {
  block().grouped = true;
  cursor_.Take(Keyword::kAll);
  cursor_.Take(Keyword::kDistinct);
  OrderBy(&Block::group, Place::kGroup);
  if (cursor_.Key() == Keyword::kWith && cursor_.IsWord("ROLLUP", 1)) cursor_.Skip(2);
}

void StatementParser::OrderBy(std::vector<SortTerm> Block::*terms, Place place) {
  Nested nested(*this);
  state_.place = place;
  state_.emit = false;
  do {
    SortTerm term;
    const size_t before = cursor_.at();
    term.value = Or();
    if (cursor_.at() == before) break;
    if (cursor_.Take(Keyword::kDesc)) {
      term.descending = true;
    } else if (!cursor_.Take(Keyword::kAsc) && cursor_.Take(Keyword::kUsing)) {
      term.descending = cursor_.IsOperator(">");
      cursor_.Skip();
    }
    if (cursor_.Key() == Keyword::kNulls) cursor_.Skip(2);
    const bool hole = cursor_.IsHole();
    if (hole) {  // its direction, as it seems
      if (cursor_.Kind(1) == TokenKind::kEnd) Doubt("a hole stands for a clause");
      cursor_.Skip();
    }
    if (term.value.kind == ValueKind::kHole && cursor_.AtEnd()) Doubt("a hole stands for a clause");
    (block().*terms).push_back(term);
    if (cursor_.Key() == Keyword::kLimit && cursor_.Kind(1) == TokenKind::kEnd) break;
  } while (cursor_.TakeMark(','));
}

// LIMIT n | LIMIT n OFFSET m | LIMIT m, n | LIMIT ALL
void StatementParser::Limit() {
  cursor_.Skip();
  state_.place = Place::kBound;
  Value limit;
  if (!cursor_.Take(Keyword::kAll)) limit = Expression();
  if (cursor_.TakeMark(',')) {
    block().offset = limit;
    limit = Expression();
  }
  // Without an end: LIMIT NULL, LIMIT -1.
  const bool none = limit.kind == ValueKind::kNull || (limit.kind == ValueKind::kLiteral && limit.text.starts_with('-'));
  block().limit = none ? Value() : limit;
  if (cursor_.IsWord("ROWS") && cursor_.IsWord("EXAMINED", 1)) {
    cursor_.Skip(2);
    Expression();
  }
}

void StatementParser::Offset() {
  cursor_.Skip();
  state_.place = Place::kBound;
  const Value offset = Expression();
  block().offset = offset;
  if (cursor_.IsWord("ROW") || cursor_.IsWord("ROWS")) cursor_.Skip();
}

// FETCH FIRST [n] ROWS ONLY
void StatementParser::Fetch() {
  cursor_.Skip(2);
  Value limit;
  limit.kind = ValueKind::kLiteral;
  limit.text = "1";
  if (!cursor_.IsWord("ROW") && !cursor_.IsWord("ROWS")) limit = Expression();
  block().limit = limit;
  if (cursor_.IsWord("PERCENT")) cursor_.Skip();
  if (cursor_.IsWord("ROW") || cursor_.IsWord("ROWS")) cursor_.Skip();
  if (!cursor_.TakeWord("ONLY") && cursor_.Take(Keyword::kWith)) cursor_.TakeWord("TIES");
}

// FOR UPDATE OF a NOWAIT
void StatementParser::LockClause() {
  cursor_.Skip();
  const bool no_key = cursor_.IsWord("NO") && cursor_.Key(1) == Keyword::kKey;
  if (no_key) cursor_.Skip(2);
  if (!no_key && cursor_.Key() == Keyword::kKey) cursor_.Skip();
  if (cursor_.Take(Keyword::kUpdate)) {
    block().lock = RowLock::kUpdate;
  } else if (cursor_.TakeWord("SHARE")) {
    if (block().lock == RowLock::kNone) block().lock = RowLock::kShare;
  } else if (cursor_.TakeWords("READ", "ONLY")) {
    return;
  } else {
    return SkipUnknownClause();
  }
  if (cursor_.TakeWord("OF")) {
    do {
      cursor_.TakeName();
      while (cursor_.TakeMark('.')) cursor_.TakeName();
    } while (cursor_.TakeMark(','));
  }
  if (cursor_.TakeWord("NOWAIT")) block().no_wait = true;
  if (cursor_.TakeWords("SKIP", "LOCKED")) block().skip_locked = true;
  if (cursor_.IsWord("WAIT") && cursor_.Kind(1) == TokenKind::kNumber) cursor_.Skip(2);
}

// SELECT ... INTO table, INTO @a, @b, INTO OUTFILE 'x' ...
void StatementParser::Into() {
  cursor_.Skip();
  const bool file = cursor_.IsWord("OUTFILE") || cursor_.IsWord("DUMPFILE");
  while (cursor_.IsWord("TEMP") || cursor_.IsWord("TEMPORARY") || cursor_.IsWord("UNLOGGED") ||
         cursor_.Key() == Keyword::kTable || cursor_.IsWord("STRICT"))
    cursor_.Skip();
  if (!file) {
    do {
      if (cursor_.Kind() == TokenKind::kVariable || cursor_.Kind() == TokenKind::kPlaceholder) {
        cursor_.Skip();
        continue;
      }
      Table table;
      if (!TakeTableName(table)) break;
      table.written = true;
      if (dialect_ == Dialect::kPostgres) statement_->named.push_back(table);
    } while (cursor_.TakeMark(','));
    return;
  }
  while (!cursor_.AtEnd() && !cursor_.IsMark(')') && cursor_.Key() != Keyword::kFrom && cursor_.Key() != Keyword::kWhere)
    cursor_.Skip();
}

}  // namespace backlint::sql
