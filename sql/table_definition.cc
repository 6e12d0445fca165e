// CREATE TABLE.
#include "sql/ddl_parser.h"

namespace backlint::sql {

void DefinitionParser::CreateTable(Operation operation) {
  statement_.kind = StatementKind::kCreateTable;
  operation.kind = OperationKind::kCreateTable;
  cursor_.Skip();
  operation.if_not_exists = TakeIfNotExists();
  operation.object = TakeObjectName();
  NoteTable(operation.object, true);
  if (operation.virtual_table) {
    // The columns are the module's: CREATE VIRTUAL TABLE t USING fts5(a, b)
    operation.incomplete = true;
    Push(std::move(operation));
    return cursor_.SkipToEnd();
  }
  if (cursor_.Key() == Keyword::kPartition && cursor_.IsWord("OF", 1)) {
    cursor_.Skip(2);
    operation.partition = true;
    operation.like = TakeObjectName();
  } else if (cursor_.IsWord("OF")) {
    cursor_.Skip();
    operation.incomplete = true;  // the columns of a type
    TakeObjectName();
  }
  // MySQL: CREATE TABLE a LIKE b, CREATE TABLE a (LIKE b)
  const bool like_alone =
      cursor_.Key() == Keyword::kLike || (cursor_.IsMark('(') && cursor_.Key(1) == Keyword::kLike && cursor_.Behind() <= 6);
  bool listed = false;
  if (like_alone && cursor_.Take(Keyword::kLike)) {
    operation.like = TakeObjectName();
  } else if (cursor_.IsMark('(') && cursor_.Key(1) != Keyword::kSelect && cursor_.Key(1) != Keyword::kWith) {
    listed = true;
    TableElements(operation);
  }
  TableOptions(operation);
  TableSource(operation);
  const bool empty = operation.columns.empty() && operation.like.name.empty() && !operation.as_select && !operation.incomplete;
  if (empty && !listed) parser_.Doubt("the columns are missing");
  if (statement_.grade != Grade::kParsed) operation.incomplete = true;
  Push(std::move(operation));
}

void DefinitionParser::TableElements(Operation& operation) {
  cursor_.Skip();
  while (!cursor_.AtEnd() && !cursor_.IsMark(')')) {
    const size_t before = cursor_.at();
    TableElement(operation);
    if (!cursor_.TakeMark(',') && !cursor_.IsMark(')') && !cursor_.AtEnd()) {
      // SQLite lets constraints follow one another without commas.
      if (AtKey()) continue;
      parser_.Doubt(cursor_.IsHole() ? "a hole stands for a clause" : "a part of a definition was not understood");
      while (!cursor_.AtEnd() && !cursor_.IsMark(',') && !cursor_.IsMark(')'))
        cursor_.IsMark('(') ? cursor_.SkipParentheses() : cursor_.Skip();
      cursor_.TakeMark(',');
    }
    if (cursor_.at() == before) cursor_.Skip();
  }
  if (!cursor_.TakeMark(')')) parser_.Doubt("the end is missing");
}

void DefinitionParser::TableElement(Operation& operation) {
  if (cursor_.Key() == Keyword::kLike && cursor_.IsNameLike(1)) {
    cursor_.Skip();
    operation.like = TakeObjectName();
    for (; cursor_.IsWord("INCLUDING") || cursor_.IsWord("EXCLUDING"); cursor_.Skip(2))
      if (cursor_.Key(1) == Keyword::kAll || cursor_.IsWord("INDEXES", 1)) operation.like_indexes = cursor_.IsWord("INCLUDING");
    return;
  }
  if (cursor_.IsWord("PERIOD") && cursor_.Key(1) == Keyword::kFor) {  // MariaDB: PERIOD FOR SYSTEM_TIME (a, b)
    cursor_.Skip(3);
    if (cursor_.IsMark('(')) cursor_.SkipParentheses();
    return;
  }
  if (AtKey()) {
    operation.keys.push_back(TableKey());
    return;
  }
  if (cursor_.IsHole() && (cursor_.IsMark(',', 1) || cursor_.IsMark(')', 1) || cursor_.Kind(1) == TokenKind::kEnd)) {
    parser_.Doubt("a hole stands for columns");
    operation.incomplete = true;
    return cursor_.Skip();
  }
  ColumnDefinition column = Column();
  if (column.name.empty() && !column.has_hole) return;
  operation.columns.push_back(std::move(column));
}

// What stands behind the columns: WITH (...), ENGINE = x, PARTITION BY ..., WITHOUT ROWID, until AS or the end.
void DefinitionParser::TableOptions(Operation& operation) {
  while (!cursor_.AtEnd()) {
    const Keyword key = cursor_.Key();
    if (key == Keyword::kAs || key == Keyword::kSelect ||
        (key == Keyword::kWith && cursor_.IsNameLike(1) && cursor_.Key(2) == Keyword::kAs))
      return;
    if ((key == Keyword::kReplace || cursor_.IsWord("IGNORE")) &&
        (cursor_.Key(1) == Keyword::kSelect || cursor_.Key(1) == Keyword::kAs)) {
      cursor_.Skip();
      return;
    }
    if (cursor_.IsMark('(') && parser_.IsQuery(0)) return;
    if (cursor_.TakeWords("WITHOUT", "ROWID")) {
      operation.without_rowid = true;
    } else if (cursor_.TakeWord("STRICT")) {
      operation.strict = true;
    } else if (cursor_.TakeWord("INHERITS")) {
      if (cursor_.TakeMark('(')) {
        operation.like = TakeObjectName();
        while (!cursor_.AtEnd() && !cursor_.IsMark(')')) cursor_.Skip();
      }
      cursor_.TakeMark(')');
    } else if (cursor_.IsHole()) {
      cursor_.Skip();  // `) ENGINE=... <hole>`: options, as it seems
      parser_.Doubt("a hole stands for a clause");
    } else if (cursor_.IsMark('(')) {
      cursor_.SkipParentheses();
    } else {
      cursor_.Skip();
    }
  }
}

void DefinitionParser::TableSource(Operation& operation) {
  const bool as = cursor_.Take(Keyword::kAs);
  if (cursor_.AtEnd()) return;
  if (cursor_.Key() == Keyword::kExecute) {
    operation.as_select = operation.incomplete = true;
    return cursor_.SkipToEnd();
  }
  if (!as && cursor_.Key() != Keyword::kSelect && cursor_.Key() != Keyword::kWith && !cursor_.IsMark('(')) return;
  operation.as_select = true;
  statement_.root = parser_.Query(BlockRole::kSource);
  if (cursor_.Key() == Keyword::kWith) cursor_.SkipToEnd();  // WITH NO DATA
}

}  // namespace backlint::sql
