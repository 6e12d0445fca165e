// Statements that steer transactions, sessions and table locks.
#include "sql/statement_parser.h"

namespace backlint::sql {

bool StatementParser::TransactionStatement() {
  switch (cursor_.Key()) {
    case Keyword::kBegin:
      Begin();
      return true;
    case Keyword::kStart:
      if (cursor_.Key(1) != Keyword::kTransaction) return false;
      Begin();
      return true;
    case Keyword::kCommit:
    case Keyword::kEnd:
      Commit(StatementKind::kCommit);
      return true;
    case Keyword::kRollback:
      Commit(StatementKind::kRollback);
      return true;
    case Keyword::kSavepoint:
    case Keyword::kRelease:
      statement_->kind = cursor_.Key() == Keyword::kSavepoint ? StatementKind::kSavepoint : StatementKind::kRelease;
      cursor_.Skip();
      if (statement_->kind == StatementKind::kRelease) cursor_.Take(Keyword::kSavepoint);
      statement_->transaction.savepoint = cursor_.TakeName().text;
      return true;
    case Keyword::kPrepare:
      if (cursor_.Key(1) != Keyword::kTransaction) return false;
      statement_->kind = StatementKind::kCommit;
      statement_->transaction.prepared = true;
      cursor_.SkipToEnd();
      return true;
    case Keyword::kSet:
      Set();
      return true;
    case Keyword::kLock:
      LockTables();
      return true;
    default:
      break;
  }
  if (cursor_.IsWord("ABORT")) {
    Commit(StatementKind::kRollback);
    return true;
  }
  if (cursor_.IsWord("UNLOCK")) {
    statement_->kind = StatementKind::kUnlockTables;
    cursor_.SkipToEnd();
    return true;
  }
  return false;
}

void StatementParser::Begin() {
  statement_->kind = StatementKind::kBegin;
  cursor_.Skip();
  if (cursor_.Key() == Keyword::kNot) {  // BEGIN NOT ATOMIC: a block of statements
    statement_->kind = StatementKind::kOther;
    return cursor_.SkipToEnd();
  }
  for (const std::string_view word : {"IMMEDIATE", "EXCLUSIVE", "DEFERRED", "CONCURRENT"}) cursor_.TakeWord(word);
  if (!cursor_.Take(Keyword::kTransaction)) cursor_.TakeWord("WORK");
  TransactionModes();
}

// ISOLATION LEVEL x, READ ONLY, [NOT] DEFERRABLE, WITH CONSISTENT SNAPSHOT
void StatementParser::TransactionModes() {
  TransactionControl& control = statement_->transaction;
  while (!cursor_.AtEnd()) {
    if (cursor_.TakeWords("ISOLATION", "LEVEL")) {
      if (cursor_.TakeWords("READ", "UNCOMMITTED")) {
        control.isolation = Isolation::kReadUncommitted;
      } else if (cursor_.TakeWords("READ", "COMMITTED")) {
        control.isolation = Isolation::kReadCommitted;
      } else if (cursor_.TakeWords("REPEATABLE", "READ")) {
        control.isolation = Isolation::kRepeatableRead;
      } else if (cursor_.TakeWord("SERIALIZABLE")) {
        control.isolation = Isolation::kSerializable;
      } else if (cursor_.TakeWord("SNAPSHOT")) {
        control.isolation = Isolation::kSnapshot;
      } else {
        Doubt("an isolation level was not understood");
        cursor_.Skip();
      }
    } else if (cursor_.TakeWords("READ", "ONLY") || cursor_.TakeWords("READ", "WRITE") || cursor_.TakeMark(',') || cursor_.TakeWord("DEFERRABLE") ||
               cursor_.Take(Keyword::kNot) || cursor_.Take(Keyword::kWith) || cursor_.TakeWords("CONSISTENT", "SNAPSHOT")) {
    } else if (cursor_.IsNameLike()) {
      cursor_.Skip();  // the name of a transaction
    } else {
      return;
    }
  }
}

// COMMIT, END, ROLLBACK and what may follow them.
void StatementParser::Commit(StatementKind kind) {
  statement_->kind = kind;
  cursor_.Skip();
  if (!cursor_.Take(Keyword::kTransaction)) cursor_.TakeWord("WORK");
  TransactionControl& control = statement_->transaction;
  if (cursor_.Take(Keyword::kTo)) {
    cursor_.Take(Keyword::kSavepoint);
    statement_->kind = StatementKind::kRollbackTo;
    control.savepoint = cursor_.TakeName().text;
    return;
  }
  if (cursor_.TakeWord("PREPARED")) {
    control.prepared = true;
    cursor_.Skip();
  }
  if (cursor_.Take(Keyword::kAnd)) {
    control.chain = cursor_.Key() != Keyword::kNot && !cursor_.IsWord("NO");
    cursor_.SkipToEnd();
  }
  if (cursor_.IsWord("RELEASE") || cursor_.IsWord("NO")) cursor_.SkipToEnd();
}

void StatementParser::Set() {
  statement_->kind = StatementKind::kSet;
  cursor_.Skip();
  TransactionControl& control = statement_->transaction;
  control.session = cursor_.IsWord("SESSION") || cursor_.IsWord("GLOBAL");
  if (control.session || cursor_.IsWord("LOCAL")) cursor_.Skip();
  if (cursor_.TakeWords("CHARACTERISTICS", "AS")) {
    control.session = true;
  }
  if (cursor_.Take(Keyword::kTransaction)) {
    statement_->kind = StatementKind::kSetTransaction;
    return TransactionModes();
  }
  // The values may hold subqueries.
  if (cursor_.Kind() == TokenKind::kVariable) {
    do {
      cursor_.Skip();
      if (cursor_.IsOperator("=") || cursor_.IsOperator(":=")) cursor_.Skip();
      Expression();
    } while (cursor_.TakeMark(',') && cursor_.Kind() == TokenKind::kVariable);
    return cursor_.SkipToEnd();
  }
  const bool path = cursor_.IsWord("SEARCH_PATH");
  cursor_.TakeName();
  if (path) {
    cursor_.Skip();
    Operation operation;
    operation.kind = OperationKind::kUseSchema;
    if (cursor_.Kind() == TokenKind::kString) {
      operation.object.name = cursor_.NameText(cursor_.Peek());
    } else {
      operation.object.name = cursor_.TakeName().text;
    }
    statement_->operations.push_back(std::move(operation));
  }
  cursor_.SkipToEnd();
}

// LOCK TABLES a READ, b WRITE; LOCK TABLE a, b IN SHARE MODE NOWAIT
void StatementParser::LockTables() {
  statement_->kind = StatementKind::kLockTables;
  cursor_.Skip();
  if (!cursor_.Take(Keyword::kTable)) cursor_.Take(Keyword::kTables);
  do {
    cursor_.TakeWord("ONLY");
    Table table;
    if (!TakeTableName(table)) break;
    if (cursor_.IsOperator("*")) cursor_.Skip();
    const bool mode = cursor_.IsWord("READ") || cursor_.IsWord("WRITE") || cursor_.IsWord("LOW_PRIORITY");
    if (!mode && !StopsAlias()) table.alias = cursor_.TakeName().text;
    if (cursor_.Take(Keyword::kAs)) table.alias = cursor_.TakeName().text;
    table.read = cursor_.IsWord("READ");
    table.written = !table.read;
    while (cursor_.IsWord("READ") || cursor_.IsWord("WRITE") || cursor_.IsWord("LOW_PRIORITY") || cursor_.IsWord("LOCAL") ||
           cursor_.IsWord("CONCURRENT"))
      cursor_.Skip();
    statement_->named.push_back(table);
  } while (cursor_.TakeMark(','));
  // PostgreSQL: IN ACCESS SHARE MODE, IN ROW SHARE MODE read; the other modes keep writers out.
  if (cursor_.Take(Keyword::kIn)) {
    const bool shared = (cursor_.IsWord("ACCESS") || cursor_.IsWord("ROW")) && cursor_.IsWord("SHARE", 1);
    for (Table& table : statement_->named) {
      table.read = shared;
      table.written = !shared;
    }
    while (cursor_.Kind() == TokenKind::kWord && !cursor_.IsWord("NOWAIT")) cursor_.Skip();
  }
  cursor_.TakeWord("NOWAIT");
  if (cursor_.IsWord("WAIT")) cursor_.Skip(2);
}

}  // namespace backlint::sql
