// INSERT, UPDATE, DELETE.
#include <algorithm>

#include "sql/name_comparison.h"
#include "sql/statement_parser.h"

namespace backlint::sql {
// What may stand between the verb and the table.
void StatementParser::SkipWriteModifiers() {
  while (true) {
    if (cursor_.Take(Keyword::kOr)) {
      const std::string_view word = cursor_.Text();
      cursor_.Skip();
      statement_->conflict.action = EqualsIgnoringCase(word, "REPLACE")  ? ConflictAction::kReplace
                                    : EqualsIgnoringCase(word, "IGNORE") ? ConflictAction::kIgnore
                                                                         : ConflictAction::kAbort;
    } else if (cursor_.IsWord("IGNORE")) {
      cursor_.Skip();
      statement_->conflict.action = ConflictAction::kIgnore;
    } else if (cursor_.IsWord("LOW_PRIORITY") || cursor_.IsWord("DELAYED") || cursor_.IsWord("HIGH_PRIORITY") ||
               cursor_.IsWord("QUICK")) {
      cursor_.Skip();
    } else {
      return;
    }
  }
}

uint32_t StatementParser::Insert(BlockRole role) {
  Nested nested(*this);
  const uint32_t made = NewBlock(BlockKind::kInsert, role);
  state_.block = made;
  if (cursor_.Key() == Keyword::kReplace) statement_->conflict.action = ConflictAction::kReplace;
  cursor_.Skip();
  SkipWriteModifiers();
  cursor_.Take(Keyword::kInto);
  Table table;
  if (!TakeTableName(table)) {
    Doubt(cursor_.AtEnd() ? "the end is missing" : "a table was not understood");
    if (!cursor_.AtEnd()) cursor_.Skip();
  }
  table.written = true;
  if (cursor_.Key() == Keyword::kPartition && cursor_.IsMark('(', 1)) cursor_.Skip(cursor_.Behind(1));
  if (cursor_.Take(Keyword::kAs) || (cursor_.IsNameLike() && !StopsAlias() && !cursor_.IsHole()))
    table.alias = cursor_.TakeName().text;
  block().tables.push_back(table);
  if (cursor_.IsMark('(') && !IsQuery(1)) InsertColumns();
  if (cursor_.TakeWord("OVERRIDING")) cursor_.Skip(2);
  InsertSource(0);
  ConflictClauses();
  return made;
}

// A column that is given a value. `a.b` is column b of table a, but in PostgreSQL the field b of column a.
WrittenName StatementParser::TakeTarget(WrittenName& table) {
  WrittenName name = cursor_.TakeName();
  const bool fields = dialect_ == Dialect::kPostgres;
  while (true) {
    if (cursor_.TakeMark('.')) {
      const WrittenName part = cursor_.TakeName();
      if (fields) continue;
      table = name;
      name = part;
    } else if (cursor_.IsMark('[')) {
      while (!cursor_.AtEnd() && !cursor_.IsMark(']')) cursor_.Skip();
      cursor_.TakeMark(']');
    } else {
      return name;
    }
  }
}

void StatementParser::InsertColumns() {
  cursor_.Skip();
  while (!cursor_.AtEnd() && !cursor_.IsMark(')')) {
    const size_t before = cursor_.at();
    Assignment assignment;
    assignment.offset = cursor_.offset();
    WrittenName table;
    const WrittenName name = TakeTarget(table);
    assignment.column = name.text;
    assignment.has_hole = name.has_hole;
    if (name.has_hole) block().columns_unknown = true;
    if (name) block().assignments.push_back(assignment);
    cursor_.TakeMark(',');
    if (cursor_.at() == before) {
      Doubt("a list of columns was not understood");
      cursor_.Skip();
    }
  }
  if (!cursor_.TakeMark(')')) Doubt("the end is missing");
}

void StatementParser::InsertSource(size_t first_assignment) {
  state_.place = Place::kValues;
  if (cursor_.Key() == Keyword::kValues || cursor_.Key() == Keyword::kValue) {
    cursor_.Skip();
    FirstRow(first_assignment);
    if (cursor_.TakeMark(',')) Rows();
    // MySQL: a name for the new row.
    if (cursor_.Key() == Keyword::kAs) {
      cursor_.Skip();
      cursor_.TakeName();
      if (cursor_.IsMark('(')) cursor_.SkipParentheses();
    }
  } else if (cursor_.Key() == Keyword::kSet) {
    cursor_.Skip();
    Assignments(false);
    block().rows = 1;
  } else if (cursor_.Take(Keyword::kDefault)) {
    cursor_.Take(Keyword::kValues);
    block().default_values = true;
    block().rows = 1;
  } else if (cursor_.Key() == Keyword::kSelect || cursor_.Key() == Keyword::kWith || cursor_.Key() == Keyword::kTable ||
             cursor_.IsMark('(')) {
    const uint32_t source = Query(BlockRole::kSource);
    for (size_t i = first_assignment; i < block().assignments.size(); ++i) {
      block().assignments[i].value.kind = ValueKind::kSubquery;
      block().assignments[i].value.block = source;
    }
    if (cursor_.Key() == Keyword::kAs) {
      cursor_.Skip();
      cursor_.TakeName();
      if (cursor_.IsMark('(')) cursor_.SkipParentheses();
    }
  } else {
    Doubt(cursor_.AtEnd() ? "the end is missing" : "the rows were not understood");
    if (!cursor_.AtEnd() && cursor_.Key() != Keyword::kOn && cursor_.Key() != Keyword::kReturning) SkipUnknownClause();
  }
}

// The kinds of the values are those of the first row.
void StatementParser::FirstRow(size_t first_assignment) {
  Nested nested(*this);
  state_.emit = false;
  state_.place = Place::kValues;
  if (cursor_.IsWord("ROW") && cursor_.IsMark('(', 1)) cursor_.Skip();
  if (!cursor_.TakeMark('(')) {
    Doubt(cursor_.IsHole() ? "a hole stands for rows" : "the end is missing");
    if (cursor_.IsHole()) cursor_.Skip();
    return;
  }
  const bool named = block().assignments.size() > first_assignment;
  size_t index = first_assignment;
  while (!cursor_.AtEnd() && !cursor_.IsMark(')')) {
    const size_t before = cursor_.at();
    const uint32_t offset = cursor_.offset();
    const Value value = Or();
    if (!named) {
      Assignment assignment;
      assignment.offset = offset;
      block().assignments.push_back(assignment);
    }
    if (index < block().assignments.size()) block().assignments[index++].value = value;
    if (!cursor_.TakeMark(',') && !cursor_.IsMark(')')) {
      if (!cursor_.AtEnd()) Doubt(cursor_.IsHole() ? "a hole stands for values" : "a value was not understood");
      if (cursor_.at() == before || !cursor_.AtEnd()) cursor_.IsMark('(') ? cursor_.SkipParentheses() : cursor_.Skip();
    }
  }
  block().rows = 1;
  if (!cursor_.TakeMark(')')) Doubt("the end is missing");
}

void StatementParser::ConflictClauses() {
  while (cursor_.Key() == Keyword::kOn) {
    const Keyword next = cursor_.Key(1);
    if (next == Keyword::kConflict) {
      cursor_.Skip(2);
      OnConflict();
    } else if (next == Keyword::kDuplicate) {
      cursor_.Skip(4);  // ON DUPLICATE KEY UPDATE
      statement_->conflict.action = ConflictAction::kUpdate;
      Assignments(true);
    } else {
      return;
    }
  }
  Returning();
}

void StatementParser::OnConflict() {
  Conflict& conflict = statement_->conflict;
  conflict.on_conflict = true;
  if (cursor_.Take(Keyword::kOn, Keyword::kConstraint)) conflict.constraint = cursor_.TakeName().text;
  if (cursor_.TakeMark('(')) {
    Nested nested(*this);
    state_.place = Place::kConflict;
    state_.emit = false;
    while (!cursor_.AtEnd() && !cursor_.IsMark(')')) {
      const size_t before = cursor_.at();
      const Value value = Or();
      const bool column = value.kind == ValueKind::kColumn || (value.function == "COLLATE" && value.column != kNone);
      if (column) conflict.target.push_back(block().columns[value.column].name);
      while (!cursor_.AtEnd() && !cursor_.IsMark(',') && !cursor_.IsMark(')'))
        cursor_.Skip();  // an operator class, a direction
      cursor_.TakeMark(',');
      if (cursor_.at() == before) cursor_.Skip();
    }
    cursor_.TakeMark(')');
  }
  if (cursor_.Take(Keyword::kWhere)) {
    Nested nested(*this);
    state_.place = Place::kConflict;
    Expression();
  }
  cursor_.Take(Keyword::kDo);
  if (cursor_.TakeWord("NOTHING")) {
    conflict.action = ConflictAction::kIgnore;
  } else if (cursor_.Take(Keyword::kUpdate)) {
    conflict.action = ConflictAction::kUpdate;
    if (!cursor_.Take(Keyword::kSet)) Doubt("the end is missing");
    Assignments(true);
    if (cursor_.Take(Keyword::kWhere)) {
      Nested nested(*this);
      state_.place = Place::kConflict;
      Expression();
    }
  } else {
    Doubt("the end is missing");
  }
}

// a = 1, b = b + 1, (c, d) = (SELECT ...)
void StatementParser::Assignments(bool on_conflict) {
  Nested nested(*this);
  state_.place = Place::kAssignment;
  state_.emit = false;
  do {
    const size_t before = cursor_.at();
    OneAssignment(on_conflict);
    if (cursor_.at() == before) break;
  } while (cursor_.TakeMark(','));
}

void StatementParser::OneAssignment(bool on_conflict) {
  const uint32_t offset = cursor_.offset();
  if (cursor_.IsMark('(')) {
    const size_t first = block().assignments.size();
    InsertColumns();
    if (cursor_.IsOperator("=")) cursor_.Skip();
    Value value = Or();
    for (size_t i = first; i < block().assignments.size(); ++i) {
      block().assignments[i].value.kind = value.kind == ValueKind::kSubquery ? value.kind : ValueKind::kExpression;
      block().assignments[i].value.block = value.block;
      block().assignments[i].on_conflict = on_conflict;
    }
    return;
  }
  Assignment assignment;
  assignment.offset = offset;
  assignment.on_conflict = on_conflict;
  WrittenName table;
  const WrittenName name = TakeTarget(table);
  assignment.table = table.text;
  assignment.column = name.text;
  assignment.has_hole = name.has_hole;
  if (!cursor_.IsOperator("=") && !cursor_.IsOperator(":=") && !cursor_.IsOperator("+=") && !cursor_.IsOperator("-=")) {
    if (!name && !cursor_.AtEnd()) return Doubt("an assignment was not understood");
    Doubt(name.has_hole ? "a hole stands for assignments" : "the end is missing");
    block().columns_unknown = true;
    return;
  }
  cursor_.Skip();
  assignment.value = Or();
  if (assignment.has_hole) block().columns_unknown = true;
  block().assignments.push_back(assignment);
}

uint32_t StatementParser::Update(BlockRole role) {
  Nested nested(*this);
  const uint32_t made = NewBlock(BlockKind::kUpdate, role);
  state_.block = made;
  cursor_.Skip();
  SkipWriteModifiers();
  TableList(true);
  if (!cursor_.Take(Keyword::kSet)) {
    Doubt(cursor_.AtEnd() ? "the end is missing" : "a clause was not understood");
    while (!cursor_.AtEnd() && !cursor_.IsMark(')') && cursor_.Key() != Keyword::kSet && cursor_.Key() != Keyword::kWhere)
      cursor_.Skip();
    cursor_.Take(Keyword::kSet);
  }
  Assignments(false);
  // Of several tables only those are written whose columns are named.
  Block& update = block();
  const auto assigned = [&](const Table& table) {
    return std::any_of(update.assignments.begin(), update.assignments.end(),
                       [&](const Assignment& assignment) { return SameName(assignment.table, table.KnownAs()); });
  };
  if (update.tables.size() > 1 && std::any_of(update.tables.begin(), update.tables.end(), assigned)) {
    for (Table& table : update.tables) {
      table.written = assigned(table);
      table.read = !table.written;
    }
  }
  WriteTail();
  return made;
}

uint32_t StatementParser::Delete(BlockRole role) {
  Nested nested(*this);
  const uint32_t made = NewBlock(BlockKind::kDelete, role);
  state_.block = made;
  cursor_.Skip();
  SkipWriteModifiers();
  // MySQL: DELETE a, b FROM a JOIN b, and DELETE FROM a, b USING a JOIN b. The targets are names of the tables that follow.
  std::vector<Table> targets;
  bool several = cursor_.Key() != Keyword::kFrom;
  if (!several) {
    cursor_.Skip();
    several = cursor_.IsNameLike() &&
              (cursor_.IsMark(',', 1) || (dialect_ != Dialect::kPostgres && cursor_.Key(1) == Keyword::kUsing));
  }
  while (several) {
    Table target;
    if (!TakeTableName(target)) break;
    if (cursor_.TakeMark('.') && cursor_.IsOperator("*")) cursor_.Skip();
    targets.push_back(target);
    several = cursor_.TakeMark(',');
  }
  const bool from = targets.empty() || cursor_.Take(Keyword::kFrom) || cursor_.Take(Keyword::kUsing);
  if (!from) {
    block().tables = targets;
    for (Table& table : block().tables) table.written = true;
  } else {
    TableList(targets.empty());
    for (Table& table : block().tables) {
      for (const Table& target : targets) {
        if (!SameName(table.KnownAs(), target.name) && !SameName(table.name, target.name)) continue;
        table.written = true;
        table.read = false;
      }
    }
    // PostgreSQL: DELETE FROM a USING b. The target is no name of one of the tables behind.
    const bool met =
        std::any_of(block().tables.begin(), block().tables.end(), [](const Table& table) { return table.written; });
    for (size_t i = 0; !met && i < targets.size(); ++i) {
      targets[i].written = true;
      block().tables.insert(block().tables.begin() + static_cast<std::ptrdiff_t>(i), targets[i]);
    }
  }
  if (targets.empty() && cursor_.Take(Keyword::kUsing)) TableList(false);
  WriteTail();
  return made;
}

// FROM, WHERE, ORDER BY, LIMIT, RETURNING behind what is written.
void StatementParser::WriteTail() {
  CoreClauses();
  TailClauses();
  Returning();
}

void StatementParser::Returning() {
  if (!cursor_.Take(Keyword::kReturning)) return;
  Nested nested(*this);
  statement_->returning = true;
  SelectItems();
  for (ColumnUse& use : block().columns)
    if (use.place == Place::kSelect) use.place = Place::kReturning;
}

}  // namespace backlint::sql
