// What the keywords of statements about objects (CREATE, ALTER, GRANT, ...) do to the walk.
#include "sql/clause_walk.h"

namespace backlint::sql {

bool ClauseWalk::IsDefining() const {
  const Frame& frame = frames_.back();
  switch (frame.verb) {
    case Keyword::kCreate:
    case Keyword::kAlter:
    case Keyword::kDrop:
    case Keyword::kTruncate:
    case Keyword::kLock:
    case Keyword::kRename:
    case Keyword::kComment:
    case Keyword::kReindex:
    case Keyword::kGrant:
    case Keyword::kRevoke:
    case Keyword::kShow:
    case Keyword::kRefresh:
    case Keyword::kAnalyze:
    case Keyword::kDetach:
    case Keyword::kVacuum:
    case Keyword::kRollback:
    case Keyword::kRelease:
    case Keyword::kDeallocate:
    case Keyword::kSet:
      return frame.clause == Clause::kOther || frame.clause == Clause::kName || frame.clause == Clause::kAssignments;
    default:
      return false;
  }
}

// Words of statements about objects.
bool ClauseWalk::DefinitionWord(Keyword keyword) {
  Frame& frame = frames_.back();
  const bool definitions = frame.clause == Clause::kDefinitions;
  switch (keyword) {
    case Keyword::kTable:
    case Keyword::kTables:
    case Keyword::kView:
    case Keyword::kIndex:
    case Keyword::kDatabase:
    case Keyword::kSchema:
    case Keyword::kSequence:
    case Keyword::kTrigger:
    case Keyword::kFunction:
    case Keyword::kProcedure:
    case Keyword::kUser:
    case Keyword::kRole:
    case Keyword::kExtension:
    case Keyword::kType:
    case Keyword::kDomain:
    case Keyword::kColumn:
    case Keyword::kTablespace:
    case Keyword::kServer:
    case Keyword::kEvent:
    case Keyword::kPolicy:
    case Keyword::kSavepoint:
    case Keyword::kPrepare:
    case Keyword::kAuthorization:
      if (definitions && keyword == Keyword::kIndex) {
        frame.expect = Expect::kName;
        frame.parentheses = Clause::kColumns;
        return true;
      }
      if (!IsDefining()) return false;
      Enter(Clause::kName, Expect::kItem);
      frame.parentheses = keyword == Keyword::kTable && frame.verb == Keyword::kCreate      ? Clause::kDefinitions
                          : keyword == Keyword::kFunction || keyword == Keyword::kProcedure ? Clause::kArguments
                                                                                            : Clause::kColumns;
      return true;
    case Keyword::kAdd:
    case Keyword::kDrop:
    case Keyword::kRename:
    case Keyword::kModify:
    case Keyword::kChange:
    case Keyword::kAlter:
      if (frame.verb != Keyword::kAlter) return false;
      Enter(Clause::kName, Expect::kItem);
      return true;
    case Keyword::kConstraint:
      if (definitions) frame.expect = Expect::kName;
      if (!definitions && IsDefining()) Enter(Clause::kName, Expect::kItem);
      return true;
    case Keyword::kReferences:
      frame.expect = Expect::kName;
      frame.parentheses = Clause::kColumns;
      return true;
    case Keyword::kKey:
      frame.parentheses = Clause::kColumns;
      frame.expect = definitions && last_keyword_ == Keyword::kNone ? Expect::kName : Expect::kNothing;
      return true;
    case Keyword::kUnique:
    case Keyword::kPrimary:
    case Keyword::kForeign:
      frame.parentheses = Clause::kColumns;
      frame.expect = Expect::kNothing;
      return true;
    case Keyword::kCheck:
      frame.parentheses = Clause::kPredicate;
      frame.expect = Expect::kNothing;
      return true;
    case Keyword::kPassword:
      if (!IsDefining()) return false;
      frame.expect = Expect::kValue;
      return true;
    case Keyword::kWith:
    case Keyword::kLeft:
    case Keyword::kRight:
    case Keyword::kInner:
    case Keyword::kOuter:
    case Keyword::kCross:
    case Keyword::kFull:
    case Keyword::kNatural:
    case Keyword::kLateral:
      if (frame.clause == Clause::kTable && keyword == Keyword::kLateral) return true;
      if (frame.verb != Keyword::kCopy || keyword == Keyword::kWith) frame.expect = Expect::kNothing;
      return true;
    default:
      return false;
  }
}

}  // namespace backlint::sql
