// ALTER TABLE, one operation for each of its actions, and ALTER of what belongs to tables.
#include "sql/ddl_parser.h"

namespace backlint::sql {

void DefinitionParser::Alter() {
  statement_.kind = StatementKind::kAlterOther;
  switch (cursor_.Key(1)) {
    case Keyword::kTable:
      return AlterTable();
    case Keyword::kType:
      return AlterType();
    case Keyword::kIndex:
      return AlterIndex();
    default:
      break;
  }
  if (cursor_.IsWord("ONLINE", 1) || cursor_.IsWord("IGNORE", 1) ||
      (cursor_.Key(1) == Keyword::kForeign && cursor_.Key(2) == Keyword::kTable)) {
    cursor_.Skip();
    return AlterTable();
  }
  cursor_.SkipToEnd();
}

void DefinitionParser::AlterTable() {
  statement_.kind = StatementKind::kAlterTable;
  Operation table;
  table.offset = cursor_.offset();
  cursor_.Skip(2);
  table.if_exists = TakeIfExists();
  if (cursor_.IsWord("ONLY") && cursor_.IsNameLike(1)) cursor_.Skip();
  table.object = TakeObjectName();
  if (cursor_.IsOperator("*")) cursor_.Skip();
  NoteTable(table.object, true);
  const size_t first = statement_.operations.size();
  std::string_view algorithm, lock;
  while (!cursor_.AtEnd()) {
    const size_t before = cursor_.at();
    if (cursor_.IsWord("ALGORITHM") || (cursor_.Key() == Keyword::kLock && cursor_.IsOperator("=", 1))) {
      OnlineOption(cursor_.IsWord("ALGORITHM") ? algorithm : lock);
    } else if (cursor_.IsWord("WAIT") || cursor_.IsWord("NOWAIT")) {
      cursor_.Skip(cursor_.IsWord("WAIT") ? 2 : 1);
      continue;
    } else {
      Action(table);
    }
    if (cursor_.TakeMark(',')) continue;
    if (cursor_.AtEnd() || cursor_.IsWord("ALGORITHM") || cursor_.Key() == Keyword::kPartition) {
      if (cursor_.at() == before) cursor_.SkipToEnd();
      continue;
    }
    parser_.Doubt(cursor_.IsHole() ? "a hole stands for a clause" : "an action was not understood");
    while (!cursor_.AtEnd() && !cursor_.IsMark(',')) cursor_.IsMark('(') ? cursor_.SkipParentheses() : cursor_.Skip();
    cursor_.TakeMark(',');
  }
  if (statement_.operations.size() == first && algorithm.empty() && lock.empty()) parser_.Doubt("the end is missing");
  for (size_t i = first; i < statement_.operations.size(); ++i) {
    statement_.operations[i].algorithm = algorithm;
    statement_.operations[i].lock = lock;
  }
}

// ALGORITHM = INPLACE, LOCK = NONE
void DefinitionParser::OnlineOption(std::string_view& option) {
  cursor_.Skip();
  if (cursor_.IsOperator("=")) cursor_.Skip();
  option = cursor_.Text();
  cursor_.Skip();
}

void DefinitionParser::Action(const Operation& table) {
  Operation operation = table;
  operation.offset = cursor_.offset();
  switch (cursor_.Key()) {
    case Keyword::kAdd:
      return Add(std::move(operation));
    case Keyword::kDrop:
      return DropPart(std::move(operation));
    case Keyword::kAlter:
      return AlterColumn(std::move(operation));
    case Keyword::kRename:
      return RenamePart(std::move(operation));
    case Keyword::kModify:
    case Keyword::kChange:
      return Modify(std::move(operation));
    default:
      return OtherAction(std::move(operation));
  }
}

void DefinitionParser::Add(Operation operation) {
  cursor_.Skip();
  operation.kind = OperationKind::kAddKey;
  if (cursor_.Key() == Keyword::kPartition || (cursor_.IsWord("SYSTEM") && cursor_.IsWord("VERSIONING", 1)) ||
      cursor_.IsWord("PERIOD")) {
    operation.kind = OperationKind::kTableOption;
    while (!cursor_.AtEnd() && !cursor_.IsMark(',')) cursor_.IsMark('(') ? cursor_.SkipParentheses() : cursor_.Skip();
    return Push(std::move(operation));
  }
  if (AtKey()) {
    operation.keys.push_back(TableKey());
    return Push(std::move(operation));
  }
  cursor_.Take(Keyword::kColumn);
  operation.kind = OperationKind::kAddColumn;
  operation.if_not_exists = TakeIfNotExists();
  if (!cursor_.IsMark('(')) return AddOneColumn(std::move(operation));
  // MySQL: ADD (a int, b int)
  cursor_.Skip();
  while (!cursor_.AtEnd() && !cursor_.IsMark(')')) {
    const size_t before = cursor_.at();
    Operation one = operation;
    if (AtKey()) {
      one.kind = OperationKind::kAddKey;
      one.keys.push_back(TableKey());
      Push(std::move(one));
    } else {
      AddOneColumn(std::move(one));
    }
    cursor_.TakeMark(',');
    if (cursor_.at() == before) cursor_.Skip();
  }
  cursor_.TakeMark(')');
}

void DefinitionParser::AddOneColumn(Operation operation) {
  ColumnDefinition column = Column();
  operation.name = column.name;
  operation.incomplete = column.has_hole;
  if (column.has_hole && column.type.name.empty()) parser_.Doubt("a hole stands for a definition");
  operation.columns.push_back(std::move(column));
  Push(std::move(operation));
}

void DefinitionParser::DropPart(Operation operation) {
  cursor_.Skip();
  operation.kind = OperationKind::kDropColumn;
  switch (cursor_.Key()) {
    case Keyword::kConstraint:
    case Keyword::kIndex:
    case Keyword::kKey:
    case Keyword::kCheck:
      if (cursor_.IsMark(',', 1) || cursor_.Kind(1) == TokenKind::kEnd) break;  // a column of that name
      operation.kind = OperationKind::kDropKey;
      cursor_.Skip();
      break;
    case Keyword::kForeign:
      if (cursor_.Key(1) != Keyword::kKey) break;
      operation.kind = OperationKind::kDropKey;
      cursor_.Skip(2);
      break;
    case Keyword::kPrimary:
      if (cursor_.Key(1) != Keyword::kKey) break;
      operation.kind = OperationKind::kDropPrimaryKey;
      cursor_.Skip(2);
      return Push(std::move(operation));
    case Keyword::kPartition:
      operation.kind = OperationKind::kTableOption;
      while (!cursor_.AtEnd()) cursor_.Skip();
      return Push(std::move(operation));
    case Keyword::kColumn:
      cursor_.Skip();
      break;
    default:
      if (cursor_.IsWord("SYSTEM") || cursor_.IsWord("PERIOD")) {
        operation.kind = OperationKind::kTableOption;
        while (!cursor_.AtEnd() && !cursor_.IsMark(',')) cursor_.Skip();
        return Push(std::move(operation));
      }
  }
  operation.if_exists |= TakeIfExists();
  const ObjectName name = TakeObjectName();
  operation.name = name.name;
  operation.incomplete = name.has_hole;
  operation.cascade = cursor_.TakeWord("CASCADE");
  cursor_.TakeWord("RESTRICT");
  Push(std::move(operation));
}

// ALTER [COLUMN] c SET ..., TYPE ..., DROP ...
void DefinitionParser::AlterColumn(Operation operation) {
  cursor_.Skip();
  const bool constraint =
      cursor_.Key() == Keyword::kConstraint || cursor_.Key() == Keyword::kIndex || cursor_.Key() == Keyword::kCheck;
  if (constraint && cursor_.IsNameLike(1)) {
    operation.kind = OperationKind::kOther;
    while (!cursor_.AtEnd() && !cursor_.IsMark(',')) cursor_.Skip();
    return Push(std::move(operation));
  }
  cursor_.Take(Keyword::kColumn);
  operation.if_exists |= TakeIfExists();
  const WrittenName name = cursor_.TakeName();
  operation.name = name.text;
  operation.incomplete = name.has_hole;
  if (cursor_.Take(Keyword::kSet)) {
    AlterColumnSet(operation);
  } else if (cursor_.Take(Keyword::kDrop)) {
    if (cursor_.Take(Keyword::kNot)) {
      cursor_.Take(Keyword::kNull);
      operation.kind = OperationKind::kDropNotNull;
    } else if (cursor_.Take(Keyword::kDefault)) {
      operation.kind = OperationKind::kDropDefault;
    } else if (cursor_.TakeWord("IDENTITY")) {
      operation.kind = OperationKind::kDropIdentity;
      TakeIfExists();
    } else {
      cursor_.Skip();  // DROP EXPRESSION
      TakeIfExists();
    }
  } else if (cursor_.Take(Keyword::kType)) {
    AlterColumnSet(operation);
  } else if (cursor_.Take(Keyword::kAdd)) {
    operation.kind = OperationKind::kAddIdentity;
    while (!cursor_.AtEnd() && !cursor_.IsMark(',')) cursor_.IsMark('(') ? cursor_.SkipParentheses() : cursor_.Skip();
  } else {
    operation.kind = OperationKind::kOther;  // RESET, RESTART
    while (!cursor_.AtEnd() && !cursor_.IsMark(',')) cursor_.IsMark('(') ? cursor_.SkipParentheses() : cursor_.Skip();
  }
  Push(std::move(operation));
}

// Behind SET or TYPE.
void DefinitionParser::AlterColumnSet(Operation& operation) {
  ColumnDefinition column;
  column.name = operation.name;
  column.offset = operation.offset;
  const bool data_type = cursor_.IsWord("DATA") && cursor_.Key(1) == Keyword::kType;
  if (data_type) cursor_.Skip(2);
  if (data_type || cursor_.Last().keyword == Keyword::kType) {
    operation.kind = OperationKind::kChangeType;
    column.type = Type();
    if (cursor_.Take(Keyword::kCollate)) column.collation = TakeObjectName().name;
    if (cursor_.Take(Keyword::kUsing)) {
      const size_t first = cursor_.at();
      parser_.Expression();
      operation.using_text = cursor_.TextFrom(first);
    }
  } else if (cursor_.Take(Keyword::kDefault)) {
    operation.kind = OperationKind::kSetDefault;
    Default(column);
  } else if (cursor_.Take(Keyword::kNot, Keyword::kNull)) {
    operation.kind = OperationKind::kSetNotNull;
    column.not_null = true;
  } else {
    operation.kind = OperationKind::kOther;  // STATISTICS, STORAGE, (options), GENERATED
    while (!cursor_.AtEnd() && !cursor_.IsMark(',')) cursor_.IsMark('(') ? cursor_.SkipParentheses() : cursor_.Skip();
    return;
  }
  operation.columns.push_back(std::move(column));
}

// RENAME [COLUMN] a TO b, RENAME CONSTRAINT a TO b, RENAME INDEX a TO b, RENAME TO t, RENAME t
void DefinitionParser::RenamePart(Operation operation) {
  cursor_.Skip();
  const bool key =
      (cursor_.Key() == Keyword::kConstraint || cursor_.Key() == Keyword::kIndex || cursor_.Key() == Keyword::kKey) &&
      cursor_.IsNameLike(1) && cursor_.Key(1) != Keyword::kTo;
  if (cursor_.Key() == Keyword::kTo || cursor_.Key() == Keyword::kAs || cursor_.Kind(1) == TokenKind::kEnd ||
      cursor_.IsOperator("=") || cursor_.IsMark(',', 1) || cursor_.IsMark('.', 1)) {
    operation.kind = OperationKind::kRenameTable;
    if (!cursor_.Take(Keyword::kTo) && !cursor_.Take(Keyword::kAs) && cursor_.IsOperator("=")) cursor_.Skip();
    operation.new_name = TakeObjectName().name;
    return Push(std::move(operation));
  }
  operation.kind = key ? OperationKind::kRenameKey : OperationKind::kRenameColumn;
  if (key || (cursor_.Key() == Keyword::kColumn && cursor_.Key(1) != Keyword::kTo)) cursor_.Skip();
  operation.if_exists |= TakeIfExists();
  const WrittenName from = cursor_.TakeName();
  if (!cursor_.Take(Keyword::kTo)) parser_.Doubt("the end is missing");
  const WrittenName to = TakeNameOrString();
  operation.name = from.text;
  operation.new_name = to.text;
  operation.incomplete = from.has_hole || to.has_hole;
  Push(std::move(operation));
}

// MySQL: MODIFY [COLUMN] definition, CHANGE [COLUMN] name definition
void DefinitionParser::Modify(Operation operation) {
  const bool change = cursor_.Key() == Keyword::kChange;
  cursor_.Skip();
  cursor_.Take(Keyword::kColumn);
  operation.kind = OperationKind::kModifyColumn;
  operation.if_exists |= TakeIfExists();
  if (change) operation.name = cursor_.TakeName().text;
  ColumnDefinition column = Column();
  if (!change) operation.name = column.name;
  operation.new_name = column.name;
  operation.incomplete = column.has_hole;
  operation.columns.push_back(std::move(column));
  Push(std::move(operation));
}

void DefinitionParser::OtherAction(Operation operation) {
  operation.kind = OperationKind::kTableOption;
  if (cursor_.TakeWord("VALIDATE")) {
    operation.kind = OperationKind::kValidate;
    cursor_.Take(Keyword::kConstraint);
    operation.name = cursor_.TakeName().text;
    return Push(std::move(operation));
  }
  const bool attach = cursor_.Key() == Keyword::kAttach;
  if (attach || cursor_.Key() == Keyword::kDetach) {
    operation.kind = attach ? OperationKind::kAttachPartition : OperationKind::kDetachPartition;
    cursor_.Skip(2);
    operation.like = TakeObjectName();
    operation.concurrently = cursor_.IsWord("CONCURRENTLY");
    cursor_.SkipToEnd();
    return Push(std::move(operation));
  }
  if (cursor_.Key() == Keyword::kSet && cursor_.Key(1) == Keyword::kSchema) {
    operation.kind = OperationKind::kMoveToSchema;
    cursor_.Skip(2);
    operation.new_name = cursor_.TakeName().text;
    return Push(std::move(operation));
  }
  if (cursor_.IsHole()) {
    parser_.Doubt("a hole stands for a clause");
    operation.incomplete = true;
  }
  while (!cursor_.AtEnd() && !cursor_.IsMark(',')) cursor_.IsMark('(') ? cursor_.SkipParentheses() : cursor_.Skip();
  Push(std::move(operation));
}

// ALTER TYPE name ADD VALUE 'x' [BEFORE|AFTER 'y']
void DefinitionParser::AlterType() {
  Operation operation;
  operation.offset = cursor_.offset();
  cursor_.Skip(2);
  operation.object = TakeObjectName();
  if (cursor_.Take(Keyword::kAdd) && cursor_.Take(Keyword::kValue)) {
    operation.kind = OperationKind::kAddEnumValue;
    operation.if_not_exists = TakeIfNotExists();
    if (cursor_.Kind() == TokenKind::kString) operation.name = String();
  }
  cursor_.SkipToEnd();
  Push(std::move(operation));
}

// ALTER INDEX name RENAME TO other
void DefinitionParser::AlterIndex() {
  Operation operation;
  operation.offset = cursor_.offset();
  cursor_.Skip(2);
  operation.if_exists = TakeIfExists();
  operation.index = TakeObjectName();
  if (cursor_.Take(Keyword::kRename, Keyword::kTo)) {
    operation.kind = OperationKind::kRenameKey;
    operation.name = operation.index.name;
    operation.new_name = cursor_.TakeName().text;
  }
  cursor_.SkipToEnd();
  Push(std::move(operation));
}

}  // namespace backlint::sql
