// CREATE, DROP, TRUNCATE and RENAME of whole objects.
#include "sql/ddl_parser.h"

#include <array>

namespace backlint::sql {

bool DefinitionParser::Parse() {
  switch (cursor_.Key()) {
    case Keyword::kCreate:
      Create();
      return true;
    case Keyword::kAlter:
      Alter();
      return true;
    case Keyword::kDrop:
      Drop();
      return true;
    case Keyword::kTruncate:
      Truncate();
      return true;
    case Keyword::kRename:
      Rename();
      return true;
    case Keyword::kRefresh:
      Refresh();
      return true;
    default:
      return false;
  }
}

void DefinitionParser::Create() {
  Operation operation;
  operation.offset = cursor_.offset();
  cursor_.Skip();
  Key index;
  bool view = false;
  // What may stand before the kind of object.
  while (true) {
    if (cursor_.Take(Keyword::kOr)) {
      operation.or_replace = cursor_.Take(Keyword::kReplace);
    } else if (cursor_.TakeWord("TEMP") || cursor_.TakeWord("TEMPORARY")) {
      operation.temporary = true;
    } else if (cursor_.Take(Keyword::kUnique)) {
      index.kind = KeyKind::kUnique;
    } else if (cursor_.TakeWord("FULLTEXT")) {
      index.kind = KeyKind::kFulltext;
    } else if (cursor_.TakeWord("SPATIAL")) {
      index.kind = KeyKind::kSpatial;
    } else if (cursor_.IsWord("VIRTUAL") && cursor_.Key(1) == Keyword::kTable) {
      operation.virtual_table = true;
      cursor_.Skip();
    } else if (cursor_.IsWord("ALGORITHM") || cursor_.IsWord("DEFINER")) {
      cursor_.Skip(3);  // = x
      if (cursor_.IsMark('(')) cursor_.SkipParentheses();
      if (cursor_.Kind() == TokenKind::kVariable || cursor_.Kind() == TokenKind::kPlaceholder || cursor_.IsOperator("@")) {
        const bool split = cursor_.IsOperator("@");
        cursor_.Skip(split ? 2 : 1);
      }
    } else if (cursor_.IsWord("SQL") && cursor_.IsWord("SECURITY", 1)) {
      cursor_.Skip(3);
    } else if (cursor_.IsWord("GLOBAL") || cursor_.IsWord("LOCAL") || cursor_.IsWord("UNLOGGED") ||
               cursor_.IsWord("MATERIALIZED") || cursor_.Key() == Keyword::kRecursive ||
               (cursor_.Key() == Keyword::kForeign && cursor_.Key(1) == Keyword::kTable)) {
      cursor_.Skip();
    } else {
      break;
    }
  }
  switch (cursor_.Key()) {
    case Keyword::kTable:
      return CreateTable(std::move(operation));
    case Keyword::kIndex:
      operation.keys.push_back(std::move(index));
      return CreateIndex(std::move(operation));
    case Keyword::kView:
      view = true;
      break;
    case Keyword::kType:
      return CreateType();
    default:
      break;
  }
  if (view) return CreateView(std::move(operation));
  statement_.kind = StatementKind::kCreateOther;
  cursor_.SkipToEnd();
}

void DefinitionParser::CreateView(Operation operation) {
  statement_.kind = StatementKind::kCreateView;
  operation.kind = OperationKind::kCreateView;
  cursor_.Skip();
  operation.if_not_exists = TakeIfNotExists();
  operation.object = TakeObjectName();
  while (!cursor_.AtEnd() && cursor_.Key() != Keyword::kAs) cursor_.IsMark('(') ? cursor_.SkipParentheses() : cursor_.Skip();
  if (cursor_.Take(Keyword::kAs)) {
    statement_.root = parser_.Query(BlockRole::kSource);
    if (cursor_.Key() == Keyword::kWith) cursor_.SkipToEnd();  // CHECK OPTION, NO DATA
  } else {
    parser_.Doubt("the end is missing");
  }
  Push(std::move(operation));
}

// CREATE TYPE name AS ENUM ('a', 'b')
void DefinitionParser::CreateType() {
  statement_.kind = StatementKind::kCreateOther;
  Operation operation;
  operation.offset = cursor_.offset();
  cursor_.Skip();
  operation.object = TakeObjectName();
  if (cursor_.Take(Keyword::kAs) && cursor_.TakeWord("ENUM") && cursor_.TakeMark('(')) {
    operation.kind = OperationKind::kCreateEnum;
    while (cursor_.Kind() == TokenKind::kString) {
      operation.values.push_back(String());
      cursor_.TakeMark(',');
    }
  }
  Push(std::move(operation));
  cursor_.SkipToEnd();
}

void DefinitionParser::Drop() {
  Operation operation;
  operation.offset = cursor_.offset();
  cursor_.Skip();
  operation.temporary = cursor_.TakeWord("TEMPORARY");
  cursor_.TakeWord("MATERIALIZED");
  if (cursor_.Key() == Keyword::kForeign && cursor_.Key(1) == Keyword::kTable) cursor_.Skip();
  const Keyword what = cursor_.Key();
  cursor_.Skip();
  statement_.kind = StatementKind::kDropOther;
  if (what == Keyword::kIndex) return DropIndex(std::move(operation));
  const bool table = what == Keyword::kTable || what == Keyword::kTables;
  if (!table && what != Keyword::kView) return cursor_.SkipToEnd();
  if (table) statement_.kind = StatementKind::kDropTable;
  operation.kind = table ? OperationKind::kDropTable : OperationKind::kDropView;
  operation.if_exists = TakeIfExists();
  const size_t first = statement_.operations.size();
  do {
    operation.object = TakeObjectName();
    if (table) NoteTable(operation.object, true);
    Push(Operation(operation));
  } while (cursor_.TakeMark(','));
  const bool cascade = cursor_.TakeWord("CASCADE");
  for (size_t i = first; i < statement_.operations.size(); ++i) statement_.operations[i].cascade = cascade;
  cursor_.TakeWord("RESTRICT");
}

// DROP INDEX [CONCURRENTLY] [IF EXISTS] a, b [CASCADE]; MySQL: DROP INDEX a ON t [ALGORITHM = x]
void DefinitionParser::DropIndex(Operation operation) {
  statement_.kind = StatementKind::kDropIndex;
  operation.kind = OperationKind::kDropIndex;
  operation.concurrently = cursor_.TakeWord("CONCURRENTLY");
  operation.if_exists = TakeIfExists();
  do {
    operation.index = TakeObjectName();
    if (cursor_.Take(Keyword::kOn)) {
      operation.object = TakeObjectName();
      NoteTable(operation.object, true);
    }
    while (cursor_.IsWord("ALGORITHM") || cursor_.Key() == Keyword::kLock)
      OnlineOption(cursor_.IsWord("ALGORITHM") ? operation.algorithm : operation.lock);
    Push(Operation(operation));
  } while (cursor_.TakeMark(','));
  cursor_.TakeWord("CASCADE");
  cursor_.TakeWord("RESTRICT");
}

void DefinitionParser::Truncate() {
  statement_.kind = StatementKind::kTruncate;
  Operation operation;
  operation.kind = OperationKind::kTruncate;
  operation.offset = cursor_.offset();
  cursor_.Skip();
  cursor_.Take(Keyword::kTable);
  const size_t first = statement_.operations.size();
  do {
    if (cursor_.IsWord("ONLY") && cursor_.IsNameLike(1)) cursor_.Skip();
    operation.object = TakeObjectName();
    if (cursor_.IsOperator("*")) cursor_.Skip();
    NoteTable(operation.object, true);
    Push(Operation(operation));
  } while (cursor_.TakeMark(','));
  while (cursor_.Kind() == TokenKind::kWord) {
    if (cursor_.IsWord("CASCADE"))
      for (size_t i = first; i < statement_.operations.size(); ++i) statement_.operations[i].cascade = true;
    cursor_.Skip();
  }
}

// MySQL: RENAME TABLE a TO b, c TO d
void DefinitionParser::Rename() {
  statement_.kind = StatementKind::kRename;
  cursor_.Skip();
  if (!cursor_.Take(Keyword::kTable) && !cursor_.Take(Keyword::kTables)) return cursor_.SkipToEnd();
  do {
    Operation operation;
    operation.kind = OperationKind::kRenameTable;
    operation.offset = cursor_.offset();
    operation.if_exists = TakeIfExists();
    operation.object = TakeObjectName();
    NoteTable(operation.object, true);
    cursor_.Take(Keyword::kTo);
    operation.new_name = TakeObjectName().name;
    Push(std::move(operation));
  } while (cursor_.TakeMark(','));
}

// REFRESH MATERIALIZED VIEW [CONCURRENTLY] v [WITH [NO] DATA]
void DefinitionParser::Refresh() {
  statement_.kind = StatementKind::kOther;
  Operation operation;
  operation.kind = OperationKind::kRefresh;
  operation.offset = cursor_.offset();
  cursor_.Skip();
  if (!cursor_.TakeWord("MATERIALIZED") || !cursor_.Take(Keyword::kView)) return cursor_.SkipToEnd();
  operation.concurrently = cursor_.TakeWord("CONCURRENTLY");
  operation.object = TakeObjectName();
  const bool emptied = cursor_.Key() == Keyword::kWith && cursor_.IsWord("NO", 1);
  cursor_.SkipToEnd();
  if (!emptied) Push(std::move(operation));
}

// Some engines take a string for a name.
WrittenName DefinitionParser::TakeNameOrString() {
  if (cursor_.Kind() != TokenKind::kString) return cursor_.TakeName();
  WrittenName name;
  name.offset = cursor_.offset();
  name.has_hole = cursor_.Peek().hole_count > 0;
  name.text = String();
  return name;
}

ObjectName DefinitionParser::TakeObjectName() {
  ObjectName object;
  object.offset = cursor_.offset();
  WrittenName name = TakeNameOrString(), schema;
  if (!name) {
    parser_.Doubt(cursor_.AtEnd() ? "the end is missing" : "a name is missing");
    return object;
  }
  while (cursor_.TakeMark('.')) {
    schema = name;
    name = TakeNameOrString();
  }
  object.schema = schema.text;
  object.name = name.text;
  object.has_hole = name.has_hole || schema.has_hole;
  object.quoted = cursor_.Last().quote != 0;
  return object;
}

std::vector<std::string_view> DefinitionParser::Names() {
  std::vector<std::string_view> names;
  if (!cursor_.TakeMark('(')) return names;
  while (!cursor_.AtEnd() && !cursor_.IsMark(')')) {
    const size_t before = cursor_.at();
    if (const WrittenName name = cursor_.TakeName()) names.push_back(name.text);
    if (cursor_.IsMark('(')) cursor_.SkipParentheses();
    while (cursor_.Key() == Keyword::kAsc || cursor_.Key() == Keyword::kDesc) cursor_.Skip();
    cursor_.TakeMark(',');
    if (cursor_.at() == before) cursor_.Skip();
  }
  cursor_.TakeMark(')');
  return names;
}

bool DefinitionParser::TakeIfExists() { return cursor_.Take(Keyword::kIf, Keyword::kExists); }

bool DefinitionParser::TakeIfNotExists() {
  if (cursor_.Key() != Keyword::kIf || cursor_.Key(1) != Keyword::kNot || cursor_.Key(2) != Keyword::kExists) return false;
  cursor_.Skip(3);
  return true;
}

std::string_view DefinitionParser::String() {
  const std::string_view text = cursor_.NameText(cursor_.Peek());
  cursor_.Skip();
  return text;
}

void DefinitionParser::NoteTable(const ObjectName& name, bool written) {
  Table table;
  table.schema = name.schema;
  table.name = name.name;
  table.has_hole = name.has_hole;
  table.offset = name.offset;
  table.written = written;
  table.read = !written;
  statement_.named.push_back(table);
}

std::string_view Name(OperationKind kind) {
  constexpr std::array<std::string_view, 35> kNames = {"other",
                                                       "create table",
                                                       "drop table",
                                                       "rename table",
                                                       "truncate",
                                                       "add column",
                                                       "drop column",
                                                       "rename column",
                                                       "modify column",
                                                       "change type",
                                                       "set default",
                                                       "drop default",
                                                       "set not null",
                                                       "drop not null",
                                                       "add identity",
                                                       "drop identity",
                                                       "add key",
                                                       "drop key",
                                                       "drop primary key",
                                                       "rename key",
                                                       "validate",
                                                       "create index",
                                                       "drop index",
                                                       "reindex",
                                                       "attach partition",
                                                       "detach partition",
                                                       "move to schema",
                                                       "table option",
                                                       "create enum",
                                                       "add enum value",
                                                       "create view",
                                                       "drop view",
                                                       "use schema",
                                                       "refresh",
                                                       "may change"};
  return kNames[static_cast<size_t>(kind)];
}

}  // namespace backlint::sql
