// MERGE.
#include "sql/statement_parser.h"

namespace backlint::sql {

uint32_t StatementParser::Merge(BlockRole role) {
  Nested nested(*this);
  const uint32_t made = NewBlock(BlockKind::kMerge, role);
  state_.block = made;
  cursor_.Skip();
  cursor_.Take(Keyword::kInto);
  TableFactor(true);
  if (cursor_.Take(Keyword::kUsing)) {
    JoinedTable(false);
  } else {
    Doubt("the end is missing");
  }
  if (cursor_.Take(Keyword::kOn)) Condition(Place::kOn);
  while (cursor_.Take(Keyword::kWhen)) MergeBranch();
  Returning();
  return made;
}

void StatementParser::MergeBranch() {
  while (!cursor_.AtEnd() && cursor_.Key() != Keyword::kThen && cursor_.Key() != Keyword::kAnd) cursor_.Skip();
  if (cursor_.Take(Keyword::kAnd)) {
    state_.place = Place::kOther;
    Expression();
  }
  if (!cursor_.Take(Keyword::kThen)) return Doubt("the end is missing");
  if (cursor_.Take(Keyword::kUpdate)) {
    cursor_.Take(Keyword::kSet);
    Assignments(false);
  } else if (cursor_.Take(Keyword::kInsert)) {
    const size_t first = block().assignments.size();
    if (cursor_.IsMark('(')) InsertColumns();
    if (cursor_.TakeWord("OVERRIDING")) cursor_.Skip(2);
    InsertSource(first);
  } else if (!cursor_.Take(Keyword::kDelete) && cursor_.Take(Keyword::kDo)) {
    cursor_.Skip();
  }
}

}  // namespace backlint::sql
