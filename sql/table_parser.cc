// FROM clauses: tables, joins, derived tables, functions.
#include "sql/name_comparison.h"
#include "sql/statement_parser.h"

namespace backlint::sql {

// True for the beginning of a query, also in parentheses of its own: `((SELECT 1) UNION (SELECT 2))`.
bool StatementParser::IsQuery(size_t ahead) const {
  size_t at = ahead;
  while (cursor_.IsMark('(', at) && at < ahead + kDeepest) ++at;
  const Keyword key = cursor_.Key(at);
  const bool begins = key == Keyword::kSelect || (key == Keyword::kWith && !cursor_.IsMark('.', at + 1)) ||
                      (key == Keyword::kValues && cursor_.IsMark('(', at + 1) && dialect_ != Dialect::kMysql) ||
                      (key == Keyword::kTable && cursor_.IsNameLike(at + 1));
  if (!begins || at == ahead) return begins;
  const size_t behind = cursor_.Behind(ahead);
  const Keyword next = cursor_.Key(behind);
  return next == Keyword::kUnion || next == Keyword::kExcept || next == Keyword::kIntersect || next == Keyword::kOrder ||
         next == Keyword::kLimit || cursor_.IsMark(')', behind);
}

void StatementParser::TableList(bool written) {
  do {
    JoinedTable(written);
  } while (cursor_.TakeMark(','));
}

void StatementParser::JoinedTable(bool written) {
  const size_t first = block().tables.size();
  TableFactor(written);
  while (Join(first)) {
  }
}

// One join behind a table; `first` is the first table of the chain.
bool StatementParser::Join(size_t first) {
  bool left = false, right = false, natural = false;
  size_t words = 0;
  for (bool more = true; more; ++words) {
    switch (cursor_.Key(words)) {
      case Keyword::kNatural:
        natural = true;
        break;
      case Keyword::kLeft:
        left = true;
        break;
      case Keyword::kRight:
        right = true;
        break;
      case Keyword::kFull:
        left = right = true;
        break;
      case Keyword::kInner:
      case Keyword::kCross:
      case Keyword::kOuter:
        break;
      default:
        more = false;
        --words;
    }
  }
  const Keyword key = cursor_.Key(words);
  if (key != Keyword::kJoin && key != Keyword::kStraightJoin) return false;
  cursor_.Skip(words + 1);
  const size_t joined = block().tables.size();
  TableFactor(false);
  for (size_t i = joined; left && i < block().tables.size(); ++i) block().tables[i].outer = true;
  for (size_t i = first; right && i < joined; ++i) block().tables[i].outer = true;
  // a JOIN b JOIN c ON ... ON ...
  const bool nested = cursor_.Key() != Keyword::kOn && cursor_.Key() != Keyword::kUsing && !natural;
  if (nested) {
    while (Join(joined)) {
    }
  }
  if (cursor_.Key() == Keyword::kOn && cursor_.Key(1) != Keyword::kConflict && cursor_.Key(1) != Keyword::kDuplicate) {
    cursor_.Skip();
    Condition(Place::kOn);
  } else if (cursor_.Key() == Keyword::kUsing && cursor_.IsMark('(', 1)) {
    cursor_.Skip(2);
    UsingColumns(joined);
  }
  return true;
}

// USING (a, b): the columns of the joined table, each equal to one of the same name on the left.
void StatementParser::UsingColumns(size_t joined) {
  Nested nested(*this);
  state_.place = Place::kOn;
  state_.emit = true;
  do {
    const WrittenName name = cursor_.TakeName();
    if (!name) break;
    Value left, right;
    right.kind = left.kind = ValueKind::kColumn;
    right.column = AddColumn({}, {}, name);
    left.column = AddColumn({}, {}, name);
    ColumnUse& use = block().columns[left.column];
    if (joined < block().tables.size()) {
      use.owner_block = state_.block;
      use.owner = static_cast<int32_t>(joined);
      use.sure = true;
    }
    if (joined == 1) {
      ColumnUse& other = block().columns[right.column];
      other.owner_block = state_.block;
      other.owner = 0;
      other.sure = true;
    }
    Emit(left, Comparison::kEqual, right);
  } while (cursor_.TakeMark(','));
  cursor_.TakeMark(')');
  if (cursor_.Take(Keyword::kAs)) cursor_.TakeName();
}

void StatementParser::TableFactor(bool written) {
  Nested nested(*this);
  if (TooDeep()) return;
  const bool lateral = cursor_.Take(Keyword::kLateral);
  if (cursor_.IsMark('(')) return ParenthesizedTable(lateral);
  if (cursor_.IsWord("ONLY") && (cursor_.IsNameLike(1) || cursor_.IsMark('(', 1))) cursor_.Skip();
  const bool wrapped = cursor_.TakeMark('(');  // ONLY (t)
  Table table;
  if (cursor_.IsWord("ROWS") && cursor_.Key(1) == Keyword::kFrom) {
    cursor_.Skip(2);
    table.offset = cursor_.offset();
    return TableFunction(table);
  }
  const bool collation = cursor_.IsWord("COLLATION") && cursor_.Key(1) == Keyword::kFor;
  if (collation) cursor_.Skip();
  const bool bare = !written && BareFunction() && !cursor_.IsMark('.', 1);
  const size_t before = cursor_.at();
  if (StopsAlias() && cursor_.Kind() == TokenKind::kWord && !cursor_.IsMark('.', 1) && !collation)
    return Doubt("a table is missing");
  if (!TakeTableName(table)) {
    if (cursor_.at() == before) Doubt(cursor_.AtEnd() ? "the end is missing" : "a table was not understood");
    return;
  }
  if (cursor_.IsMark('(') && !written) return TableFunction(table);
  table.function = bare;
  if (wrapped) cursor_.TakeMark(')');
  AddTable(table, written);
}

void StatementParser::AddTable(Table table, bool target) {
  table.written = target;
  table.read = !target;
  if (cursor_.IsOperator("*")) cursor_.Skip();
  TableModifiers();
  Alias(table);
  TableModifiers();
  for (auto cte = ctes_.rbegin(); !target && table.schema.empty() && cte != ctes_.rend(); ++cte) {
    if (!SameName(cte->name, table.name) || table.has_hole) continue;
    table.cte = true;
    table.block = cte->block;
    break;
  }
  block().tables.push_back(table);
}

void StatementParser::ParenthesizedTable(bool lateral) {
  Table table;
  table.offset = cursor_.offset();
  if (IsQuery(1)) {
    cursor_.Skip();
    table.block = Query(BlockRole::kDerived);
    statement_->blocks[table.block].lateral = lateral;
    table.read = true;
    if (!cursor_.TakeMark(')')) Doubt("the end is missing");
    Alias(table);
    block().tables.push_back(table);
    return;
  }
  cursor_.Skip();
  const size_t first = block().tables.size();
  if (cursor_.IsHole() && cursor_.IsMark(')', 1)) {
    Doubt("a hole stands for a query");
    cursor_.Skip();
  } else {
    TableList(false);
  }
  if (!cursor_.TakeMark(')')) Doubt(cursor_.AtEnd() ? "the end is missing" : "a table was not understood");
  Alias(table);  // of the whole join, or of the only table
  if (!table.alias.empty() && block().tables.size() == first + 1) block().tables[first].alias = table.alias;
}

void StatementParser::TableFunction(Table table) {
  table.function = true;
  table.read = true;
  const bool own_grammar = EqualsIgnoringCase(table.name, "JSON_TABLE") || EqualsIgnoringCase(table.name, "XMLTABLE");
  if (own_grammar) {
    cursor_.SkipParentheses();
  } else {
    Call(table.name, cursor_.at());
  }
  if (cursor_.Take(Keyword::kWith)) cursor_.TakeWord("ORDINALITY");
  Alias(table);
  block().tables.push_back(table);
}

// schema.name, also of a name in single quotes.
bool StatementParser::TakeTableName(Table& table) {
  table.offset = cursor_.offset();
  WrittenName name;
  if (cursor_.Kind() == TokenKind::kString && cursor_.Peek().quote != '$') {
    name.text = cursor_.NameText(cursor_.Peek());
    name.has_hole = cursor_.Peek().hole_count > 0;
    name.offset = cursor_.offset();
    cursor_.Skip();
  } else {
    name = cursor_.TakeName();
  }
  if (!name) return false;
  WrittenName schema;
  while (cursor_.TakeMark('.')) {
    schema = name;
    name = cursor_.TakeName();
    if (!name) {
      Doubt("the end is missing");
      break;
    }
  }
  table.schema = schema.text;
  table.name = name.text;
  table.has_hole = name.has_hole || schema.has_hole;
  return true;
}

void StatementParser::TableModifiers() {
  while (true) {
    if (cursor_.IsWord("TABLESAMPLE")) {
      if (state_.block != kNoBlock) block().conditions_unknown = true;
      cursor_.Skip();
      cursor_.TakeName();
      while (cursor_.TakeMark('.')) cursor_.TakeName();
      if (cursor_.IsMark('(')) cursor_.SkipParentheses();
      if (cursor_.TakeWord("REPEATABLE") && cursor_.IsMark('(')) cursor_.SkipParentheses();
    } else if (cursor_.IsWord("INDEXED") && cursor_.Key(1) == Keyword::kBy) {
      cursor_.Skip(3);
    } else if (cursor_.Key() == Keyword::kNot && cursor_.IsWord("INDEXED", 1)) {
      cursor_.Skip(2);
    } else if ((cursor_.Key() == Keyword::kUse || cursor_.IsWord("FORCE") || cursor_.IsWord("IGNORE")) &&
               (cursor_.Key(1) == Keyword::kIndex || cursor_.Key(1) == Keyword::kKey)) {
      cursor_.Skip(2);
      if (cursor_.Take(Keyword::kFor)) {
        while (!cursor_.AtEnd() && !cursor_.IsMark('(')) cursor_.Skip();
      }
      if (cursor_.IsMark('(')) cursor_.SkipParentheses();
      while (cursor_.IsMark(',') &&
             (cursor_.Key(1) == Keyword::kUse || cursor_.IsWord("FORCE", 1) || cursor_.IsWord("IGNORE", 1)))
        cursor_.Skip();
    } else if (cursor_.Key() == Keyword::kPartition && cursor_.IsMark('(', 1)) {
      cursor_.Skip();
      cursor_.SkipParentheses();
    } else if (cursor_.Key() == Keyword::kWith && cursor_.IsMark('(', 1) && cursor_.IsWord("NOLOCK", 2)) {
      cursor_.Skip();
      cursor_.SkipParentheses();
    } else if (cursor_.Key() == Keyword::kFor && (cursor_.IsWord("SYSTEM_TIME", 1) || cursor_.IsWord("PORTION", 1))) {
      // FOR SYSTEM_TIME AS OF x | ALL | FROM a TO b | BETWEEN a AND b, FOR PORTION OF p FROM a TO b
      cursor_.Skip(cursor_.IsWord("PORTION", 1) ? 4 : 2);
      if (cursor_.Take(Keyword::kAll)) continue;
      if (cursor_.Take(Keyword::kAs)) cursor_.Skip();
      const bool range = cursor_.Take(Keyword::kFrom) || cursor_.Take(Keyword::kBetween);
      Nested nested(*this);
      state_.emit = false;
      Sum();
      if (range && (cursor_.Take(Keyword::kTo) || cursor_.Take(Keyword::kAnd))) Sum();
    } else {
      return;
    }
  }
}

void StatementParser::Alias(Table& table) {
  if (cursor_.Take(Keyword::kAs)) {
    if (cursor_.Kind() == TokenKind::kString) {
      table.alias = cursor_.NameText(cursor_.Peek());
      cursor_.Skip();
    } else if (!cursor_.IsMark('(')) {
      table.alias = cursor_.TakeName().text;
    }
    if (cursor_.IsMark('(')) cursor_.SkipParentheses();
    return;
  }
  if (StopsAlias() || cursor_.IsHole()) return;
  table.alias = cursor_.TakeName().text;
  if (cursor_.IsMark('(') && !IsQuery(1)) cursor_.SkipParentheses();
}

}  // namespace backlint::sql
