// The words that steer the reading of a statement. Few of them are reserved in every dialect: whether one is meant as a keyword is
// decided where it stands.
#ifndef BACKLINT_SQL_KEYWORD_H_
#define BACKLINT_SQL_KEYWORD_H_

#include <cstdint>
#include <string_view>

namespace backlint::sql {

enum class Keyword : uint8_t {
  kNone,
  kAdd, kAfter, kAgainst, kAll, kAlter, kAnalyze, kAnd, kAny, kAs, kAsc, kAttach, kAuthorization, kBegin, kBetween, kBy,
  kCall, kCase, kChange, kCharacter, kCheck, kClose, kCluster, kCollate, kColumn, kComment, kCommit, kConflict,
  kConstraint, kCopy, kCreate, kCross, kDatabase, kDeallocate, kDeclare, kDefault, kDelete, kDesc, kDescribe, kDetach,
  kDistinct, kDo, kDomain, kDrop, kDuplicate, kElse, kEnd, kEscape, kEvent, kExcept, kExec, kExecute, kExists, kExplain,
  kExtension, kFetch, kFirst, kFor, kForeign, kFrom, kFull, kFunction, kGlob, kGrant, kGroup, kHaving, kIf, kIlike, kIn,
  kIndex, kInner, kInsert, kIntersect, kInterval, kInto, kIs, kJoin, kKey, kKill, kLast, kLateral, kLeft, kLike, kLimit,
  kListen, kLoad, kLock, kMatch, kMerge, kModify, kNatural, kNext, kNot, kNotify, kNull, kNulls, kOffset, kOn, kOr, kOrder,
  kOuter, kPartition, kPassword, kPolicy, kPragma, kPrepare, kPrimary, kProcedure, kRecursive, kReferences, kRefresh,
  kRegexp, kReindex, kRelease, kRename, kReplace, kReset, kReturn, kReturning, kRevoke, kRight, kRlike, kRole, kRollback,
  kSavepoint, kSchema, kSelect, kSeparator, kSequence, kServer, kSet, kShow, kSimilar, kSome, kStart, kStraightJoin,
  kTable, kTables, kTablespace, kThen, kTo, kTop, kTransaction, kTrigger, kTruncate, kType, kUnion, kUnique, kUnlisten,
  kUpdate, kUse, kUser, kUsing, kVacuum, kValue, kValues, kView, kWhen, kWhere, kWith, kXor, kZone
};

// In any case; kNone for every other word.
Keyword FindKeyword(std::string_view word);

}  // namespace backlint::sql

#endif  // BACKLINT_SQL_KEYWORD_H_
