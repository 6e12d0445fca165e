// Judges the steps of one history in their order: each statement against the schema that the steps before it have left.
//
// Silent for tables that the step itself makes: nobody waits for them. What is renamed or dropped and is there again under its old name when
// the step ends (as a view, or built anew) is no hazard. Holes in names and statements that are not whole are not judged.
#ifndef BACKLINT_SQL_MIGRATION_JUDGE_H_
#define BACKLINT_SQL_MIGRATION_JUDGE_H_

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sql/hazard.h"
#include "sql/schema.h"
#include "sql/script.h"

namespace backlint::sql {

struct Change;

class MigrationJudge {
 public:
  // With an unknown dialect only what holds for all engines is judged.
  explicit MigrationJudge(Dialect dialect) : schema_(dialect) {}

  // In the order of the text. `wrapped`: the step runs in a transaction that it does not begin itself. The schema is then that behind the step.
  std::vector<Hazard> Judge(const Script& step, bool wrapped);

  const Schema& schema() const { return schema_; }

 private:
  // What the step has done so far.
  struct Step {
    const Script* script = nullptr;
    bool wrapped = false;
    bool begun = false;                   // by the step itself
    uint32_t begin = 0;                   // where
    bool utc = false;                     // SET TIME ZONE 'UTC'
    bool checks_foreign_keys = true;
    std::set<std::string> fresh;          // tables that it has made, in small letters
    std::set<std::string> locked;         // by ALTER TABLE, in the transaction that is open
    std::set<std::string> added;          // constraints without validation, in the transaction that is open
    std::vector<Hazard> hazards;
    bool InTransaction() const { return wrapped || begun; }
  };

  void Judge(const Statement& statement);
  void Judge(const Statement& statement, const Operation& operation);
  void FollowTransaction(const Statement& statement);
  void FollowSetting(std::string_view text, uint32_t offset);
  void JudgeWholeTable(std::string_view text, uint32_t offset);
  void JudgeBackfill(const Statement& statement);
  void Remember(const Operation& operation);
  void ForgetWhatCameBack();
  void Add(HazardKind kind, uint32_t offset, std::string message, std::string cause, std::string fix);
  bool IsPostgres() const { return schema_.dialect() == Dialect::kPostgres; }

  Schema schema_;
  Step step_;
};

}  // namespace backlint::sql

#endif  // BACKLINT_SQL_MIGRATION_JUDGE_H_
