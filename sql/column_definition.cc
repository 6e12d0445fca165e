// The definition of one column: its type and what stands behind it.
#include <algorithm>
#include <charconv>
#include <iterator>

#include "sql/ddl_parser.h"

namespace backlint::sql {
namespace {

int64_t NumberOf(std::string_view text) {
  int64_t number = -1;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

// The words that may follow the first word of a type.
constexpr std::string_view kTypeWords[] = {"PRECISION", "VARYING", "CHARACTER", "CHAR",   "VARCHAR",   "INT",
                                           "INTEGER",   "LARGE",   "OBJECT",    "BINARY", "VARBINARY", "TEXT",
                                           "LONG",      "BIGINT",  "BLOB",      "NUMBER"};

}  // namespace

ColumnDefinition DefinitionParser::Column() {
  ColumnDefinition column;
  column.offset = cursor_.offset();
  WrittenName name;
  if (cursor_.Kind() == TokenKind::kString) {
    name.text = String();
  } else {
    name = cursor_.TakeName();
  }
  if (!name) {
    parser_.Doubt(cursor_.AtEnd() ? "the end is missing" : "a column was not understood");
    return column;
  }
  column.name = name.text;
  column.has_hole = name.has_hole;
  column.type = Type();
  ColumnOptions(column);
  return column;
}

ColumnType DefinitionParser::Type() {
  ColumnType type;
  const size_t first = cursor_.at();
  if (!cursor_.IsNameLike()) return type;
  switch (cursor_.Key()) {
    // SQLite: a column may have no type.
    case Keyword::kConstraint:
    case Keyword::kPrimary:
    case Keyword::kUnique:
    case Keyword::kNot:
    case Keyword::kNull:
    case Keyword::kDefault:
    case Keyword::kCheck:
    case Keyword::kCollate:
    case Keyword::kReferences:
    case Keyword::kAs:
      return type;
    default:
      break;
  }
  if (cursor_.IsWord("GENERATED")) return type;
  if (cursor_.IsWord("SETOF")) cursor_.Skip();
  const bool timed = cursor_.IsWord("TIMESTAMP") || cursor_.IsWord("TIME");
  constexpr std::string_view kSerials[] = {"SERIAL", "BIGSERIAL", "SMALLSERIAL", "SERIAL4", "SERIAL8", "SERIAL2"};
  type.serial =
      std::any_of(std::begin(kSerials), std::end(kSerials), [&](std::string_view word) { return cursor_.IsWord(word); });
  type.with_zone = cursor_.IsWord("TIMESTAMPTZ") || cursor_.IsWord("TIMETZ");
  type.has_hole = cursor_.TakeName().has_hole;
  while (cursor_.TakeMark('.')) cursor_.TakeName();
  const auto more = [&] {
    if (cursor_.Key() == Keyword::kCharacter && cursor_.Key(1) == Keyword::kSet) return false;
    return std::any_of(std::begin(kTypeWords), std::end(kTypeWords),
                       [&](std::string_view word) { return cursor_.IsWord(word); });
  };
  // SQLite takes any words for a type; elsewhere only some go together.
  while (more() ||
         (parser_.dialect() == Dialect::kSqlite && cursor_.Kind() == TokenKind::kWord && cursor_.Key() == Keyword::kNone &&
          !cursor_.IsWord("GENERATED") && !cursor_.IsWord("AUTOINCREMENT") && !cursor_.IsWord("UNSIGNED")))
    cursor_.Skip();
  type.name = cursor_.TextFrom(first);
  if (cursor_.IsOperator("%") || cursor_.Kind() == TokenKind::kPlaceholder) cursor_.Skip();  // %TYPE
  if (cursor_.IsMark('(')) {
    const size_t behind = cursor_.Behind();
    type.length = cursor_.Kind(1) == TokenKind::kNumber ? NumberOf(cursor_.Text(1)) : -1;
    if (cursor_.IsMark(',', 2) && cursor_.Kind(3) == TokenKind::kNumber) type.scale = NumberOf(cursor_.Text(3));
    cursor_.Skip(behind);
  }
  if (timed && (cursor_.Key() == Keyword::kWith || cursor_.IsWord("WITHOUT")) && cursor_.IsWord("TIME", 1)) {
    type.with_zone = cursor_.Key() == Keyword::kWith;
    cursor_.Skip(3);
  }
  while (cursor_.IsWord("UNSIGNED") || cursor_.IsWord("SIGNED") || cursor_.IsWord("ZEROFILL")) {
    type.is_unsigned |= cursor_.IsWord("UNSIGNED");
    cursor_.Skip();
  }
  if (more()) cursor_.Skip();  // CHARACTER (3) VARYING, UNSIGNED INTEGER
  if (cursor_.IsWord("ARRAY")) {
    type.array = true;
    cursor_.Skip();
  }
  while (cursor_.IsMark('[')) {
    type.array = true;
    while (!cursor_.AtEnd() && !cursor_.IsMark(']')) cursor_.Skip();
    cursor_.TakeMark(']');
  }
  type.text = cursor_.TextFrom(first);
  return type;
}

void DefinitionParser::ColumnOptions(ColumnDefinition& column) {
  if (column.type.serial) column.auto_increment = true;
  while (!cursor_.AtEnd() && !cursor_.IsMark(',') && !cursor_.IsMark(')')) {
    if (ColumnOption(column) || ColumnKey(column)) continue;
    if (!ColumnTail(column)) return;
  }
}

bool DefinitionParser::ColumnOption(ColumnDefinition& column) {
  switch (cursor_.Key()) {
    case Keyword::kNot:
      if (cursor_.Key(1) != Keyword::kNull) return false;
      cursor_.Skip(2);
      column.not_null = true;
      break;
    case Keyword::kNull:
      cursor_.Skip();
      column.null = true;
      break;
    case Keyword::kDefault:
      cursor_.Skip();
      Default(column);
      return true;
    case Keyword::kCollate:
      cursor_.Skip();
      if (cursor_.IsOperator("=")) cursor_.Skip();
      column.collation = cursor_.Kind() == TokenKind::kString ? String() : TakeObjectName().name;
      return true;
    case Keyword::kOn:
      if (cursor_.Key(1) == Keyword::kConflict) {
        cursor_.Skip(3);
        return true;
      }
      if (cursor_.Key(1) != Keyword::kUpdate) return false;
      cursor_.Skip(2);
      parser_.Expression();
      return true;
    case Keyword::kAs:
      GeneratedAs(column);
      return true;
    case Keyword::kComment:
      cursor_.Skip();
      if (cursor_.IsOperator("=")) cursor_.Skip();
      cursor_.Skip();
      return true;
    default:
      if (cursor_.TakeWord("AUTO_INCREMENT") || cursor_.TakeWord("AUTOINCREMENT")) {
        column.auto_increment = true;
        return true;
      }
      if (!cursor_.TakeWord("GENERATED")) return false;
      GeneratedAs(column);
      return true;
  }
  // SQLite: NOT NULL ON CONFLICT x
  if (cursor_.Key() == Keyword::kOn && cursor_.Key(1) == Keyword::kConflict) cursor_.Skip(3);
  return true;
}

// Behind DEFAULT: no comparison, so that `DEFAULT 'x' NOT NULL` leaves the NOT.
void DefinitionParser::Default(ColumnDefinition& column) {
  const size_t first = cursor_.at(), times = statement_.times.size();
  const Value value = parser_.Term();
  column.default_text = cursor_.TextFrom(first);
  const bool now = statement_.times.size() > times;
  statement_.times.resize(times);  // a default is no use of a clock by the statement
  switch (value.kind) {
    case ValueKind::kNull:
      column.default_kind = DefaultKind::kNull;
      return;
    case ValueKind::kLiteral:
      column.default_kind = DefaultKind::kConstant;
      return;
    default:
      column.default_kind = now                      ? DefaultKind::kNow
                            : value.function.empty() ? DefaultKind::kExpression
                                                     : DefaultKind::kCall;
  }
}

// GENERATED ALWAYS AS (expression) STORED, GENERATED BY DEFAULT AS IDENTITY (...), AS (expression)
void DefinitionParser::GeneratedAs(ColumnDefinition& column) {
  cursor_.TakeWord("ALWAYS");
  if (cursor_.Take(Keyword::kBy)) cursor_.Take(Keyword::kDefault);
  cursor_.Take(Keyword::kAs);
  if (cursor_.TakeWord("IDENTITY")) {
    column.generated = Generated::kIdentity;
    column.auto_increment = true;
    if (cursor_.IsMark('(')) cursor_.SkipParentheses();
    return;
  }
  column.generated = Generated::kVirtual;
  if (cursor_.IsMark('(')) {
    cursor_.SkipParentheses();
  } else if (cursor_.Key() == Keyword::kNone) {
    cursor_.Skip(2);  // ROW START
  }
  if (cursor_.TakeWord("STORED") || cursor_.TakeWord("PERSISTENT")) {
    column.generated = Generated::kStored;
  } else {
    cursor_.TakeWord("VIRTUAL");
  }
}

// PRIMARY KEY, UNIQUE, REFERENCES, CHECK behind a column.
bool DefinitionParser::ColumnKey(ColumnDefinition& column) {
  Key key;
  key.of_column = true;
  key.offset = cursor_.offset();
  if (cursor_.Take(Keyword::kConstraint)) {
    if (!AtKey() && cursor_.Key() != Keyword::kNot && cursor_.Key() != Keyword::kNull && cursor_.Key() != Keyword::kDefault &&
        cursor_.Key() != Keyword::kReferences)
      key.name = cursor_.TakeName().text;
    if (cursor_.Key() == Keyword::kNot || cursor_.Key() == Keyword::kNull || cursor_.Key() == Keyword::kDefault) return true;
  }
  switch (cursor_.Key()) {
    case Keyword::kPrimary:
      cursor_.Skip();
      [[fallthrough]];
    case Keyword::kKey:  // MySQL: KEY alone behind a column
      cursor_.Take(Keyword::kKey);
      key.kind = KeyKind::kPrimary;
      if (!cursor_.Take(Keyword::kAsc)) cursor_.Take(Keyword::kDesc);
      break;
    case Keyword::kUnique:
      cursor_.Skip();
      cursor_.Take(Keyword::kKey);
      key.kind = KeyKind::kUnique;
      break;
    case Keyword::kReferences:
      key.kind = KeyKind::kForeign;
      key.reference = TakeReference();
      break;
    case Keyword::kCheck:
      cursor_.Skip();
      key.kind = KeyKind::kCheck;
      key.condition = Parenthesized();
      break;
    default:
      return !key.name.empty();
  }
  KeyTail(key);
  column.keys.push_back(std::move(key));
  return true;
}

void DefinitionParser::Charset(ColumnDefinition& column) {
  if (cursor_.IsOperator("=")) cursor_.Skip();
  column.charset = cursor_.Kind() == TokenKind::kString ? String() : cursor_.TakeName().text;
}

// What tells little about the column; false when it is not understood.
bool DefinitionParser::ColumnTail(ColumnDefinition& column) {
  switch (cursor_.Key()) {
    case Keyword::kCharacter:
      cursor_.Skip(2);  // CHARACTER SET x
      Charset(column);
      return true;
    case Keyword::kFirst:
      cursor_.Skip();
      return true;
    case Keyword::kAfter:
      cursor_.Skip(2);
      return true;
    case Keyword::kWith:
    case Keyword::kUsing:
      cursor_.Skip();
      if (cursor_.IsNameLike()) cursor_.TakeName();
      if (cursor_.IsNameLike() && cursor_.IsWord("VERSIONING")) cursor_.Skip();
      if (cursor_.IsMark('(')) cursor_.SkipParentheses();
      return true;
    default:
      break;
  }
  if (cursor_.TakeWord("CHARSET")) {
    Charset(column);
    return true;
  }
  for (const std::string_view word : {"STORAGE", "COMPRESSION", "COLUMN_FORMAT", "SRID", "REF_SYSTEM_ID"}) {
    if (!cursor_.TakeWord(word)) continue;
    if (cursor_.IsOperator("=")) cursor_.Skip();
    cursor_.Skip();
    return true;
  }
  for (const std::string_view word :
       {"ASCII", "UNICODE", "VISIBLE", "INVISIBLE", "COMPRESSED", "STORED", "VIRTUAL", "PERSISTENT", "WITHOUT", "SYSTEM",
        "VERSIONING", "OPTIONS", "BINARY", "BYTE", "ENABLE", "DISABLE"})
    if (cursor_.TakeWord(word)) {
      if (cursor_.IsMark('(')) cursor_.SkipParentheses();
      return true;
    }
  // name = value: an option of some engine.
  if (cursor_.Kind() == TokenKind::kWord && cursor_.IsOperator("=", 1)) {
    cursor_.Skip(3);
    return true;
  }
  return false;
}

}  // namespace backlint::sql
