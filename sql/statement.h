// What one statement says, as plain facts: which tables it reads and writes, which columns its conditions, sort orders and
// assignments name, what bounds it.
//
// Every string_view points into the Script (script.h) that the statement belongs to, and every offset counts bytes of its text.
// Facts, not trees: nothing here can print the statement again. Rejected: one syntax tree for each dialect, which is forty
// times the code and has no answer for a text that is not finished.
#ifndef BACKLINT_SQL_STATEMENT_H_
#define BACKLINT_SQL_STATEMENT_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "sql/ddl.h"
#include "sql/query_block.h"

namespace backlint::sql {

enum class StatementKind : uint8_t {
  kUnknown,
  kSelect,  // also VALUES and TABLE on their own
  kInsert,  // also REPLACE
  kUpdate,
  kDelete,
  kMerge,
  kCreateTable,
  kCreateIndex,
  kCreateView,
  kCreateOther,  // sequences, triggers, functions, types, ...
  kAlterTable,
  kAlterOther,
  kDropTable,
  kDropIndex,
  kDropOther,
  kRename,  // RENAME TABLE
  kTruncate,
  kBegin,
  kCommit,
  kRollback,
  kSavepoint,
  kRelease,
  kRollbackTo,
  kSetTransaction,
  kSet,
  kLockTables,
  kUnlockTables,
  kPragma,
  kCopy,
  kCall,
  kExplain,  // what it explains is read, but not done
  kOther
};

std::string_view Name(StatementKind kind);

enum class Grade : uint8_t {
  kUnknown,  // no statement, or its first words are not known
  kPartial,  // a clause was not understood, the end is missing, or a hole may be a clause: never conclude from an absence
  kParsed
};

enum class ConflictAction : uint8_t { kNone, kIgnore, kUpdate, kReplace, kAbort };

// What happens to a row that is there already.
struct Conflict {
  ConflictAction action = ConflictAction::kNone;
  bool on_conflict = false;              // ON CONFLICT, with or without a target
  std::vector<std::string_view> target;  // columns; empty when any key counts
  std::string_view constraint;           // ON CONFLICT ON CONSTRAINT name
};

enum class Isolation : uint8_t { kNone, kReadUncommitted, kReadCommitted, kRepeatableRead, kSerializable, kSnapshot };

// Of BEGIN, START TRANSACTION, SET TRANSACTION, SAVEPOINT and their like.
struct TransactionControl {
  Isolation isolation = Isolation::kNone;
  bool chain = false;          // COMMIT AND CHAIN
  bool session = false;        // SET SESSION CHARACTERISTICS, SET SESSION TRANSACTION
  bool prepared = false;       // PREPARE TRANSACTION, COMMIT PREPARED
  std::string_view savepoint;  // its name
};

// Whose clock and zone an expression reads.
enum class Clock : uint8_t {
  kInstant,  // with its zone: now() of PostgreSQL
  kUtc,      // without a zone, in UTC
  kSession,  // without a zone, in that of the session or the server
  kLocal     // in the zone of the machine, asked for by name
};

struct TimeUse {
  std::string_view function;  // as written
  Clock clock = Clock::kSession;
  bool date_only = false;
  uint32_t offset = 0;
};

struct Statement {
  StatementKind kind = StatementKind::kUnknown;
  Grade grade = Grade::kUnknown;
  std::string_view doubt;     // why the grade is not kParsed, in words; empty when it is
  uint32_t doubt_offset = 0;  // where that begins
  uint32_t begin = 0;
  uint32_t end = 0;
  uint32_t line = 1;
  bool terminated = false;
  bool open_ended = false;  // the last thing is a bare hole, which may hold more than the value that stands to reason

  std::vector<Block> blocks;  // by the place of their first word; see Block::parent
  uint32_t root = kNoBlock;   // the block of the statement itself; kNoBlock when it has none
  std::vector<Table> named;   // tables that stand in no block: of LOCK TABLES, TRUNCATE, COPY, DROP, ALTER, CREATE
  Conflict conflict;
  bool returning = false;
  TransactionControl transaction;
  std::vector<TimeUse> times;
  std::vector<Operation> operations;  // of DDL, in order

  const Block* Root() const { return root == kNoBlock ? nullptr : &blocks[root]; }
};

// All real tables that the statement names, in the order of the text; neither derived tables nor CTEs nor functions.
std::vector<const Table*> TablesOf(const Statement& statement);

// The block in whose scope a name is looked for when block `inner` does not have it; kNoBlock when there is none.
uint32_t OuterScope(const Statement& statement, uint32_t inner);

// Finds the owner of every column, as far as the text tells; a Script has done so already.
void ResolveColumns(Statement& statement);

// True when a rule may conclude from what the statement does not have.
inline bool IsWhole(const Statement& statement) { return statement.grade == Grade::kParsed; }

}  // namespace backlint::sql

#endif  // BACKLINT_SQL_STATEMENT_H_
