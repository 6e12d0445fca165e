// What each keyword does to the walk.
#include "sql/clause_walk.h"

namespace backlint::sql {

void ClauseWalk::Word(Keyword keyword, const Token& next) {
  const Frame& frame = frames_.back();
  const bool starts = frame.expect == Expect::kStart || (frame.clause == Clause::kCte && frame.expect == Expect::kNothing);
  if (starts && Verb(keyword)) return;
  if (ClauseWord(keyword, next) || TailWord(keyword) || ConditionWord(keyword) || DefinitionWord(keyword)) return;
  Operand();
}

// The first word of a statement.
bool ClauseWalk::Verb(Keyword keyword) {
  Frame& frame = frames_.back();
  switch (keyword) {
    case Keyword::kExplain:
      frame.verb = keyword;
      return true;
    case Keyword::kAnalyze:
      if (frame.verb == Keyword::kExplain) return true;
      [[fallthrough]];
    case Keyword::kTruncate:
    case Keyword::kUse:
    case Keyword::kSavepoint:
    case Keyword::kRelease:
    case Keyword::kListen:
    case Keyword::kNotify:
    case Keyword::kUnlisten:
    case Keyword::kDeclare:
    case Keyword::kClose:
    case Keyword::kDeallocate:
    case Keyword::kPrepare:
    case Keyword::kExecute:
    case Keyword::kExec:
    case Keyword::kCall:
    case Keyword::kCopy:
    case Keyword::kPragma:
    case Keyword::kDetach:
    case Keyword::kDescribe:
    case Keyword::kDesc:
    case Keyword::kVacuum:
    case Keyword::kCluster:
    case Keyword::kReset:
    case Keyword::kDelete:
      Enter(Clause::kName, Expect::kItem);
      frame.parentheses = keyword == Keyword::kCopy ? Clause::kColumns : Clause::kFragment;
      break;
    case Keyword::kAttach:
    case Keyword::kKill:
      Enter(Clause::kOther, Expect::kValue);
      break;
    case Keyword::kUpdate:
      Enter(Clause::kTable, Expect::kItem);
      break;
    case Keyword::kValues:
      Enter(Clause::kRows, Expect::kItem);
      break;
    case Keyword::kWith:
      Enter(Clause::kCte, Expect::kName);
      break;
    case Keyword::kSet:
      Enter(Clause::kAssignments, Expect::kItem);
      break;
    case Keyword::kFetch:
      Enter(Clause::kLimit, Expect::kItem);
      break;
    case Keyword::kBegin:
      break;  // of a trigger: a statement follows
    case Keyword::kInsert:
    case Keyword::kReplace:
    case Keyword::kMerge:
    case Keyword::kCreate:
    case Keyword::kAlter:
    case Keyword::kDrop:
    case Keyword::kLock:
    case Keyword::kRename:
    case Keyword::kComment:
    case Keyword::kReindex:
    case Keyword::kGrant:
    case Keyword::kRevoke:
    case Keyword::kShow:
    case Keyword::kRefresh:
    case Keyword::kLoad:
    case Keyword::kRollback:
      Enter(Clause::kOther, Expect::kItem);
      break;
    default:
      return false;
  }
  frame.verb = keyword;
  return true;
}

// Words that begin a clause of a query.
bool ClauseWalk::ClauseWord(Keyword keyword, const Token& next) {
  Frame& frame = frames_.back();
  switch (keyword) {
    case Keyword::kSelect:
      if (frame.verb == Keyword::kGrant || frame.verb == Keyword::kRevoke) return false;
      if (frame.verb != Keyword::kInsert && frame.verb != Keyword::kReplace) frame.verb = Keyword::kSelect;
      frame.parentheses = Clause::kFragment;
      Enter(Clause::kSelect, Expect::kItem);
      return true;
    case Keyword::kDistinct:
    case Keyword::kAll:
    case Keyword::kAny:
    case Keyword::kSome:
    case Keyword::kTop:
    case Keyword::kRecursive:
      return true;
    case Keyword::kFrom:
      From();
      return true;
    case Keyword::kJoin:
    case Keyword::kStraightJoin:
      Enter(Clause::kTable, Expect::kItem);
      return true;
    case Keyword::kInto:
      Enter(Clause::kTable, Expect::kItem);
      frame.parentheses = Clause::kColumns;
      return true;
    case Keyword::kOn:
      On(next);
      return true;
    case Keyword::kUsing:
      if (frame.verb == Keyword::kDelete || frame.verb == Keyword::kMerge) {
        Enter(Clause::kTable, Expect::kItem);
      } else {
        frame.parentheses = Clause::kColumns;
        frame.expect = Expect::kNothing;
      }
      return true;
    case Keyword::kWhere:
    case Keyword::kHaving:
      Enter(Clause::kPredicate, Expect::kCondition);
      return true;
    case Keyword::kBy:
      if (last_keyword_ == Keyword::kOrder) {
        Enter(Clause::kOrder, Expect::kItem);
      } else if (last_keyword_ == Keyword::kGroup || last_keyword_ == Keyword::kPartition ||
                 last_keyword_ == Keyword::kCluster) {
        Enter(Clause::kGroup, Expect::kItem);
      } else {
        frame.expect = Expect::kValue;
      }
      return true;
    case Keyword::kOrder:
    case Keyword::kGroup:
    case Keyword::kPartition:
      return true;
    case Keyword::kUnion:
    case Keyword::kExcept:
    case Keyword::kIntersect:
      frame.verb = Keyword::kNone;
      Enter(Clause::kFragment, Expect::kStart);
      return true;
    case Keyword::kAs:
      As();
      return true;
    default:
      return false;
  }
}

// Words of the clauses behind the tables, and of what is written.
bool ClauseWalk::TailWord(Keyword keyword) {
  Frame& frame = frames_.back();
  switch (keyword) {
    case Keyword::kLimit:
    case Keyword::kOffset:
    case Keyword::kFetch:
      Enter(Clause::kLimit, Expect::kItem);
      return true;
    case Keyword::kFirst:
    case Keyword::kNext:
      if (frame.clause == Clause::kLimit) return true;
      [[fallthrough]];
    case Keyword::kAsc:
    case Keyword::kDesc:
    case Keyword::kNulls:
    case Keyword::kLast:
      frame.directed = true;
      frame.expect = Expect::kNothing;
      return true;
    case Keyword::kValues:
    case Keyword::kValue:
      frame.parentheses = Clause::kFragment;
      Enter(Clause::kRows, Expect::kItem);
      return true;
    case Keyword::kSet:
      Set();
      return true;
    case Keyword::kUpdate:
      Update();
      return true;
    case Keyword::kInsert:
      frame.parentheses = Clause::kColumns;  // MERGE ... THEN INSERT (columns)
      frame.expect = Expect::kNothing;
      return true;
    case Keyword::kReturning:
      frame.verb = Keyword::kSelect;
      Enter(Clause::kSelect, Expect::kItem);
      return true;
    case Keyword::kConflict:
      frame.parentheses = Clause::kColumns;
      frame.expect = Expect::kNothing;
      return true;
    case Keyword::kTo:
      To();
      return true;
    case Keyword::kFor:
      if (frame.clause == Clause::kArguments) {
        frame.expect = Expect::kValue;  // SUBSTRING(x FROM a FOR b)
      } else {
        Enter(Clause::kOther, Expect::kNothing);
      }
      return true;
    default:
      return false;
  }
}

// Words of expressions.
bool ClauseWalk::ConditionWord(Keyword keyword) {
  Frame& frame = frames_.back();
  const bool named = frame.clause == Clause::kName && frame.expect == Expect::kItem;  // IF NOT EXISTS before a name
  switch (keyword) {
    case Keyword::kAnd:
      if (frame.between) {
        frame.between = false;
        frame.expect = Expect::kValue;
        return true;
      }
      [[fallthrough]];
    case Keyword::kOr:
    case Keyword::kXor:
    case Keyword::kWhen:
      frame.expect = Expect::kCondition;
      frame.compared = false;
      frame.like = frame.like_outside;
      return true;
    case Keyword::kNot:
      if (frame.expect != Expect::kNothing && !named && last_keyword_ != Keyword::kIs) frame.expect = Expect::kCondition;
      return true;
    case Keyword::kIf:
      return named;
    case Keyword::kExists:
      if (!named) frame.expect = Expect::kValue;
      return true;
    case Keyword::kLike:
    case Keyword::kIlike:
      if (frame.clause == Clause::kDefinitions) {
        frame.expect = Expect::kName;
        return true;
      }
      frame.like = true;
      [[fallthrough]];
    case Keyword::kIs:
    case Keyword::kGlob:
    case Keyword::kRegexp:
    case Keyword::kRlike:
    case Keyword::kMatch:
      frame.compared = true;
      frame.expect = Expect::kValue;
      return true;
    case Keyword::kThen:
    case Keyword::kElse:
    case Keyword::kReturn:
    case Keyword::kCase:
    case Keyword::kSeparator:
    case Keyword::kDefault:
    case Keyword::kInterval:
      frame.expect = Expect::kValue;
      return true;
    case Keyword::kEscape:
      frame.like = frame.like_outside = false;
      frame.expect = Expect::kValue;
      return true;
    case Keyword::kBetween:
      frame.between = frame.compared = true;
      frame.expect = Expect::kValue;
      return true;
    case Keyword::kIn:
      frame.compared = true;
      frame.expect = Expect::kList;
      return true;
    case Keyword::kZone:
      frame.expect = frame.clause == Clause::kDefinitions ? Expect::kNothing : Expect::kValue;
      return true;
    case Keyword::kCollate:
      frame.expect = Expect::kName;
      return true;
    default:
      return false;
  }
}

void ClauseWalk::From() {
  Frame& frame = frames_.back();
  if (last_keyword_ == Keyword::kDistinct || frame.clause == Clause::kArguments) {
    frame.expect = Expect::kValue;  // IS DISTINCT FROM, EXTRACT(x FROM y)
  } else if (last_keyword_ == Keyword::kValues) {
    Enter(Clause::kRows, Expect::kItem);  // FOR VALUES FROM (...)
  } else if (frame.verb == Keyword::kCopy) {
    Enter(Clause::kOther, Expect::kValue);
  } else {
    frame.parentheses = Clause::kFragment;
    Enter(Clause::kTable, Expect::kItem);
  }
}

void ClauseWalk::On(const Token& next) {
  Frame& frame = frames_.back();
  if (last_keyword_ == Keyword::kDistinct) {
    frame.parentheses = Clause::kColumns;
    frame.expect = Expect::kNothing;
    return;
  }
  switch (next.keyword) {
    case Keyword::kConflict:
    case Keyword::kDuplicate:
    case Keyword::kDelete:
    case Keyword::kUpdate:
    case Keyword::kCommit:
      frame.expect = Expect::kNothing;
      return;
    default:
      break;
  }
  if (IsDefining()) {
    Enter(Clause::kName, Expect::kItem);
    frame.parentheses = Clause::kColumns;
  } else {
    Enter(Clause::kPredicate, Expect::kCondition);
  }
}

void ClauseWalk::To() {
  Frame& frame = frames_.back();
  switch (frame.verb) {
    case Keyword::kAlter:
    case Keyword::kRename:
    case Keyword::kGrant:
    case Keyword::kRollback:
      Enter(Clause::kName, Expect::kItem);
      return;
    default:
      frame.expect = Expect::kValue;  // SET x TO y, SIMILAR TO y, COPY t TO y
  }
}

void ClauseWalk::Update() {
  Frame& frame = frames_.back();
  if (last_keyword_ == Keyword::kKey) return Enter(Clause::kAssignments, Expect::kItem);
  if (last_keyword_ == Keyword::kThen || last_keyword_ == Keyword::kBegin) return Enter(Clause::kTable, Expect::kItem);
  frame.expect = Expect::kNothing;  // FOR UPDATE, ON UPDATE, DO UPDATE
}

void ClauseWalk::Set() {
  const Frame& frame = frames_.back();
  if (frame.clause == Clause::kDefinitions || last_keyword_ == Keyword::kCharacter) return;  // ON DELETE SET NULL
  Enter(Clause::kAssignments, Expect::kItem);
}

void ClauseWalk::As() {
  Frame& frame = frames_.back();
  const bool statement = frame.clause == Clause::kCte ||
                         ((frame.clause == Clause::kName || frame.clause == Clause::kOther) &&
                          (frame.verb == Keyword::kCreate || frame.verb == Keyword::kPrepare || frame.verb == Keyword::kAlter));
  if (statement) {
    frame.expect = Expect::kStart;
    if (frame.clause != Clause::kCte) frame.clause = Clause::kFragment;
  } else {
    frame.expect = frame.clause == Clause::kArguments ? Expect::kType : Expect::kName;
  }
}

}  // namespace backlint::sql
