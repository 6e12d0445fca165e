// The rules of the engines: what one operation does to a table that is in use. Rules know nothing of what came before but the schema
// and the few things in Change; MigrationJudge keeps those.
#ifndef BACKLINT_SQL_HAZARD_RULES_H_
#define BACKLINT_SQL_HAZARD_RULES_H_

#include <string>
#include <string_view>
#include <vector>

#include "sql/hazard.h"
#include "sql/schema.h"
#include "sql/statement.h"

namespace backlint::sql {

// An operation on a table that has rows and readers, and what is known when it runs.
struct Change {
  const Operation& operation;
  const Statement& statement;  // it is part of
  std::string_view text;       // of the operation, to the end of the statement
  const Schema& schema;        // before it
  const SchemaTable* table;    // nullptr when its definition is not known
  bool in_transaction = false;
  bool utc = false;            // the session's time zone is known to be UTC
  bool checks_foreign_keys = true;  // MySQL, SQLite: the session does
  bool validates_own = false;  // VALIDATE of a constraint that the same transaction has added

  std::string Table() const;                      // as written
  std::string Column(std::string_view name) const;  // `table.column`
  const SchemaColumn* Find(std::string_view column) const;
  Hazard Make(HazardKind kind, std::string message, std::string cause, std::string fix) const;
};

// `(a, b)`: the columns of a key as written; expressions stay as they are.
std::string ColumnsOf(const Key& key);

// Whether the operation's text begins with these words in capitals, one blank between them.
bool BeginsWith(std::string_view text, std::string_view words);

void JudgeForPostgres(const Change& change, std::vector<Hazard>& hazards);
void JudgeForMysql(const Change& change, std::vector<Hazard>& hazards);
void JudgeForSqlite(const Change& change, std::vector<Hazard>& hazards);

// Names that go: whatever the engine.
void JudgeNames(const Change& change, std::vector<Hazard>& hazards);

}  // namespace backlint::sql

#endif  // BACKLINT_SQL_HAZARD_RULES_H_
