// Keys, constraints and indexes.
#include <charconv>

#include "sql/ddl_parser.h"

namespace backlint::sql {

// Whether an element of CREATE TABLE is a key and no column.
bool DefinitionParser::AtKey() const {
  switch (cursor_.Key()) {
    case Keyword::kConstraint:
      return true;
    case Keyword::kPrimary:
    case Keyword::kForeign:
      return cursor_.Key(1) == Keyword::kKey;
    case Keyword::kUnique:
      return !cursor_.IsMark(',', 1);
    case Keyword::kCheck:
      return cursor_.IsMark('(', 1);
    case Keyword::kKey:
    case Keyword::kIndex: {
      // A reserved word of MySQL and a frequent name elsewhere: `key varchar(20)`.
      if (parser_.dialect() == Dialect::kPostgres || parser_.dialect() == Dialect::kSqlite) return false;
      const size_t open = cursor_.IsMark('(', 1) ? 1 : 2;
      return (cursor_.IsMark('(', open) && cursor_.Kind(open + 1) != TokenKind::kNumber) || cursor_.Key(2) == Keyword::kUsing ||
             cursor_.Key(1) == Keyword::kUsing || cursor_.Key(1) == Keyword::kIf;
    }
    default:
      break;
  }
  if (cursor_.IsWord("EXCLUDE")) return cursor_.IsMark('(', 1) || cursor_.Key(1) == Keyword::kUsing;
  const bool special = cursor_.IsWord("FULLTEXT") || cursor_.IsWord("SPATIAL");
  return special && (cursor_.Key(1) == Keyword::kKey || cursor_.Key(1) == Keyword::kIndex || cursor_.IsMark('(', 1) ||
                     cursor_.IsMark('(', 2));
}

Key DefinitionParser::TableKey() {
  Key key;
  key.offset = cursor_.offset();
  if (cursor_.Take(Keyword::kConstraint) && !(AtKey() && cursor_.Key() != Keyword::kKey && cursor_.Key() != Keyword::kIndex)) {
    TakeIfNotExists();
    const WrittenName name = cursor_.TakeName();
    key.name = name.text;
    key.has_hole = name.has_hole;
    while (cursor_.TakeMark('.')) key.name = cursor_.TakeName().text;
  }
  KeyHead(key);
  KeyTail(key);
  return key;
}

void DefinitionParser::KeyHead(Key& key) {
  switch (cursor_.Key()) {
    case Keyword::kPrimary:
      key.kind = KeyKind::kPrimary;
      cursor_.Skip(2);
      break;
    case Keyword::kForeign:
      key.kind = KeyKind::kForeign;
      cursor_.Skip(2);
      break;
    case Keyword::kUnique:
      key.kind = KeyKind::kUnique;
      cursor_.Skip();
      if (cursor_.Key() == Keyword::kKey || cursor_.Key() == Keyword::kIndex) cursor_.Skip();
      if (cursor_.Take(Keyword::kNulls)) {
        cursor_.Take(Keyword::kNot);
        cursor_.Take(Keyword::kDistinct);
      }
      break;
    case Keyword::kCheck:
      key.kind = KeyKind::kCheck;
      cursor_.Skip();
      key.condition = Parenthesized();
      return;
    case Keyword::kKey:
    case Keyword::kIndex:
      cursor_.Skip();
      break;
    default:
      if (cursor_.TakeWord("EXCLUDE")) {
        key.kind = KeyKind::kExclude;
        break;
      }
      key.kind = cursor_.IsWord("SPATIAL") ? KeyKind::kSpatial : KeyKind::kFulltext;
      if (!cursor_.IsWord("SPATIAL") && !cursor_.IsWord("FULLTEXT")) return parser_.Doubt("a constraint was not understood");
      cursor_.Skip();
      if (cursor_.Key() == Keyword::kKey || cursor_.Key() == Keyword::kIndex) cursor_.Skip();
  }
  if (cursor_.Key() == Keyword::kUsing && cursor_.Key(1) == Keyword::kIndex) {
    cursor_.Skip(2);
    key.using_index = cursor_.TakeName().text;
    return;
  }
  TakeIfNotExists();
  if (!cursor_.IsMark('(') && cursor_.Key() != Keyword::kUsing) {
    const WrittenName name = cursor_.TakeName();
    if (key.name.empty()) key.name = name.text;
    key.has_hole |= name.has_hole;
  }
  if (cursor_.Take(Keyword::kUsing)) key.method = cursor_.TakeName().text;
  KeyParts(key);
  if (key.kind == KeyKind::kForeign) key.reference = TakeReference();
}

// (a, b(10) DESC, lower(c))
void DefinitionParser::KeyParts(Key& key) {
  if (!cursor_.TakeMark('(')) return parser_.Doubt(cursor_.AtEnd() ? "the end is missing" : "the columns of a key are missing");
  while (!cursor_.AtEnd() && !cursor_.IsMark(')')) {
    const size_t before = cursor_.at();
    KeyPart part = Part();
    key.has_hole |= part.has_hole;
    if (!part.column.empty() || !part.expression.empty() || part.has_hole) key.parts.push_back(part);
    if (cursor_.IsWord("WITHOUT") && cursor_.IsWord("OVERLAPS", 1)) cursor_.Skip(2);
    cursor_.TakeMark(',');
    if (cursor_.at() == before) cursor_.Skip();
  }
  if (!cursor_.TakeMark(')')) parser_.Doubt("the end is missing");
}

KeyPart DefinitionParser::Part() {
  KeyPart part;
  const size_t first = cursor_.at();
  const bool string = cursor_.Kind() == TokenKind::kString;
  const bool prefixed = cursor_.IsMark('(', 1) && cursor_.Kind(2) == TokenKind::kNumber && cursor_.IsMark(')', 3);
  const bool column = string || (cursor_.IsNameLike() && (!cursor_.IsMark('(', 1) || prefixed));
  if (column) {
    const WrittenName name = string ? WrittenName{String(), false, 0} : cursor_.TakeName();
    part.column = name.text;
    part.has_hole = name.has_hole;
    if (prefixed) {
      const std::string_view number = cursor_.Text(1);
      std::from_chars(number.data(), number.data() + number.size(), part.prefix);
      cursor_.Skip(3);
    }
    // A name may still be the beginning of an expression: `a || b`, `a + 1`.
    if (cursor_.Kind() == TokenKind::kOperator) part.column = {};
  }
  while (!cursor_.AtEnd() && !cursor_.IsMark(',') && !cursor_.IsMark(')')) {
    if (cursor_.Key() == Keyword::kDesc || cursor_.Key() == Keyword::kAsc) break;
    cursor_.IsMark('(') ? cursor_.SkipParentheses() : cursor_.Skip();
  }
  if (part.column.empty()) {
    part.expression = cursor_.TextFrom(first);
    part.has_hole |= cursor_.HoleSince(first);
  }
  part.descending = cursor_.Key() == Keyword::kDesc;
  while (!cursor_.AtEnd() && !cursor_.IsMark(',') && !cursor_.IsMark(')'))
    cursor_.IsMark('(') ? cursor_.SkipParentheses() : cursor_.Skip();
  return part;
}

// What may stand behind a key, until something that does not belong to one.
void DefinitionParser::KeyTail(Key& key) {
  while (!cursor_.AtEnd() && !cursor_.IsMark(',') && !cursor_.IsMark(')')) {
    if (cursor_.Key() == Keyword::kNot && cursor_.IsWord("VALID", 1)) {
      key.not_valid = true;
      cursor_.Skip(2);
    } else if (cursor_.Key() == Keyword::kNot && (cursor_.IsWord("DEFERRABLE", 1) || cursor_.IsWord("ENFORCED", 1))) {
      cursor_.Skip(2);
    } else if (cursor_.TakeWord("DEFERRABLE") || cursor_.TakeWord("ENFORCED") || cursor_.TakeWord("VISIBLE") ||
               cursor_.TakeWord("INVISIBLE") || cursor_.TakeWord("IGNORED")) {
    } else if (cursor_.IsWord("INITIALLY") || (cursor_.IsWord("NO") && cursor_.IsWord("INHERIT", 1))) {
      cursor_.Skip(2);
    } else if (cursor_.TakeWord("INCLUDE")) {
      key.included = Names();
    } else if (cursor_.Key() == Keyword::kUsing && cursor_.Key(1) == Keyword::kIndex) {
      cursor_.Skip(2);
      if (cursor_.Take(Keyword::kTablespace)) cursor_.TakeName();
    } else if (cursor_.Key() == Keyword::kUsing) {
      cursor_.Skip();
      key.method = cursor_.TakeName().text;
    } else if (cursor_.Key() == Keyword::kWith && !cursor_.IsMark('(', 1)) {
      cursor_.Skip(3);  // MySQL: WITH PARSER x
    } else if (cursor_.Take(Keyword::kWith)) {
      cursor_.SkipParentheses();
    } else if (cursor_.Key() == Keyword::kOn && cursor_.Key(1) == Keyword::kConflict) {
      cursor_.Skip(3);
    } else if (cursor_.Key() == Keyword::kWhere && !key.of_column) {
      cursor_.Skip();
      const size_t first = cursor_.at();
      parser_.Expression();
      key.where = cursor_.TextFrom(first);
    } else if (cursor_.Key() == Keyword::kComment && !key.of_column) {
      cursor_.Skip();
      if (cursor_.IsOperator("=")) cursor_.Skip();
      cursor_.Skip();
    } else if (cursor_.TakeWord("KEY_BLOCK_SIZE")) {
      if (cursor_.IsOperator("=")) cursor_.Skip();
      cursor_.Skip();
    } else {
      return;
    }
  }
}

// REFERENCES table (columns) MATCH FULL ON DELETE CASCADE ON UPDATE SET NULL
Reference DefinitionParser::TakeReference() {
  Reference reference;
  if (!cursor_.Take(Keyword::kReferences)) {
    parser_.Doubt("the end is missing");
    return reference;
  }
  reference.table = TakeObjectName();
  if (cursor_.IsMark('(')) reference.columns = Names();
  while (true) {
    if (cursor_.Key() == Keyword::kMatch) {
      cursor_.Skip(2);
    } else if (cursor_.Key() == Keyword::kOn && cursor_.Key(1) == Keyword::kDelete) {
      cursor_.Skip(2);
      reference.on_delete = Action();
    } else if (cursor_.Key() == Keyword::kOn && cursor_.Key(1) == Keyword::kUpdate) {
      cursor_.Skip(2);
      Action();
    } else {
      return reference;
    }
  }
}

std::string_view DefinitionParser::Action() {
  const size_t first = cursor_.at();
  const bool two = cursor_.IsWord("NO") || cursor_.Key() == Keyword::kSet;
  const bool set = cursor_.Key() == Keyword::kSet;
  cursor_.Skip(two ? 2 : 1);
  const std::string_view action = cursor_.TextFrom(first);
  if (set && cursor_.IsMark('(')) cursor_.SkipParentheses();
  return action;
}

std::string_view DefinitionParser::Parenthesized() {
  if (!cursor_.IsMark('(')) {
    parser_.Doubt("the end is missing");
    return {};
  }
  const size_t first = cursor_.at();
  cursor_.SkipParentheses();
  std::string_view text = cursor_.TextFrom(first);
  text.remove_prefix(1);
  if (text.ends_with(')')) text.remove_suffix(1);
  return text;
}

// CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON t USING btree (a, lower(b)) INCLUDE (c) WHERE d
void DefinitionParser::CreateIndex(Operation operation) {
  statement_.kind = StatementKind::kCreateIndex;
  operation.kind = OperationKind::kCreateIndex;
  cursor_.Skip();
  Key& key = operation.keys.front();
  key.offset = operation.offset;
  operation.concurrently = cursor_.TakeWord("CONCURRENTLY");
  operation.if_not_exists = TakeIfNotExists();
  if (cursor_.Key() != Keyword::kOn) operation.index = TakeObjectName();
  key.name = operation.index.name;
  key.has_hole = operation.index.has_hole;
  if (cursor_.Take(Keyword::kUsing)) key.method = cursor_.TakeName().text;
  if (!cursor_.Take(Keyword::kOn)) parser_.Doubt("the end is missing");
  if (cursor_.IsWord("ONLY") && cursor_.IsNameLike(1)) cursor_.Skip();
  operation.object = TakeObjectName();
  NoteTable(operation.object, true);
  if (cursor_.Take(Keyword::kUsing)) key.method = cursor_.TakeName().text;
  KeyParts(key);
  if (cursor_.Key() == Keyword::kNulls) {
    cursor_.Skip();
    cursor_.Take(Keyword::kNot);
    cursor_.Take(Keyword::kDistinct);
  }
  while (!cursor_.AtEnd()) {
    const size_t before = cursor_.at();
    KeyTail(key);
    if (cursor_.IsWord("ALGORITHM") || cursor_.Key() == Keyword::kLock)
      OnlineOption(cursor_.IsWord("ALGORITHM") ? operation.algorithm : operation.lock);
    if (cursor_.Take(Keyword::kTablespace)) cursor_.TakeName();
    if (cursor_.TakeWord("INCLUDE")) key.included = Names();
    if (cursor_.at() == before) break;
  }
  operation.incomplete = statement_.grade != Grade::kParsed;
  Push(std::move(operation));
}

}  // namespace backlint::sql
