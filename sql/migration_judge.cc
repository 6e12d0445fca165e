#include "sql/migration_judge.h"

#include <algorithm>

#include <fmt/format.h>

#include "sql/hazard_rules.h"
#include "sql/name_comparison.h"

namespace backlint::sql {
namespace {

// Whether another session can be using the table at all.
bool IsChange(const Operation& operation) {
  switch (operation.kind) {
    case OperationKind::kOther:
    case OperationKind::kCreateTable:
    case OperationKind::kCreateEnum:
    case OperationKind::kAddEnumValue:
    case OperationKind::kCreateView:
    case OperationKind::kDropView:
    case OperationKind::kUseSchema:
    case OperationKind::kMayChange:
      return false;
    default:
      return !operation.object.has_hole && !operation.temporary;
  }
}

bool IsOff(std::string_view setting) { return setting.starts_with("0") || setting.starts_with("off") || setting.starts_with("false"); }

// `SET x = 0`, `PRAGMA x = OFF`, `PRAGMA x(0)`: what stands behind the name, in small letters and without marks.
std::string SettingOf(std::string_view text, std::string_view name) {
  const std::string lower = LowerCase(text.substr(0, 200));
  // `SET @old_x = @@x, x = 0`: of a variable with a longer name, and where it is read, it is another matter.
  const auto is_set = [&](size_t at) {
    const char before = at == 0 ? ' ' : lower[at - 1];
    const size_t behind = lower.find_first_not_of(' ', at + name.size());
    return before != '_' && (before < 'a' || before > 'z') && (behind == std::string::npos || lower[behind] != ',');
  };
  size_t at = lower.find(name);
  while (at != std::string::npos && !is_set(at)) at = lower.find(name, at + 1);
  if (at == std::string::npos) return {};
  std::string value;
  for (const char c : lower.substr(at + name.size()))
    if (c != ' ' && c != '=' && c != '(' && c != ')' && c != '\'' && c != '"' && c != ';' && c != ':') value += c;
  return value;
}

}  // namespace

std::vector<Hazard> MigrationJudge::Judge(const Script& step, bool wrapped) {
  step_ = {};
  step_.script = &step;
  step_.wrapped = wrapped;
  step_.checks_foreign_keys = schema_.dialect() == Dialect::kMysql;  // SQLite does when it is told to
  for (const Statement& statement : step.statements()) Judge(statement);
  if (step_.begun && schema_.dialect() != Dialect::kMysql && schema_.dialect() != Dialect::kUnknown)
    Add(HazardKind::kFailure, step_.begin, "the transaction that the step begins is never committed",
        "When the connection is closed without a COMMIT, everything since BEGIN is rolled back, though the tool may note the step as done.",
        "End the step with `COMMIT;`.");
  ForgetWhatCameBack();
  std::stable_sort(step_.hazards.begin(), step_.hazards.end(), [](const Hazard& a, const Hazard& b) { return a.offset < b.offset; });
  return std::move(step_.hazards);
}

void MigrationJudge::Judge(const Statement& statement) {
  const std::string_view text = step_.script->text().substr(statement.begin, statement.end - statement.begin);
  FollowTransaction(statement);
  FollowSetting(text, statement.begin);
  if (IsPostgres()) {
    JudgeBackfill(statement);
    JudgeWholeTable(text, statement.begin);
  }
  for (const Operation& operation : statement.operations) {
    if (IsWhole(statement)) Judge(statement, operation);
    Remember(operation);
  }
  schema_.Apply(statement, {});
}

void MigrationJudge::Judge(const Statement& statement, const Operation& operation) {
  if (!IsChange(operation)) return;
  const SchemaTable* table = operation.object.name.empty() ? nullptr : schema_.Find(operation.object.schema, operation.object.name);
  const bool refreshed = operation.kind == OperationKind::kRefresh;
  const bool light = table != nullptr && (table->temporary || (table->view && !refreshed));
  const bool fresh = light || step_.fresh.count(LowerCase(operation.object.name)) != 0;
  const bool concurrent = operation.concurrently && step_.InTransaction();
  if (fresh && !concurrent) return;
  const std::string_view script = step_.script->text();
  Change change{operation, statement, script.substr(operation.offset, statement.end - operation.offset), schema_, table};
  change.in_transaction = step_.InTransaction();
  change.utc = step_.utc;
  change.checks_foreign_keys = step_.checks_foreign_keys;
  change.validates_own = step_.added.count(LowerCase(operation.name)) != 0;
  switch (schema_.dialect()) {
    case Dialect::kPostgres:
      JudgeForPostgres(change, step_.hazards);
      break;
    case Dialect::kMysql:
      JudgeForMysql(change, step_.hazards);
      break;
    case Dialect::kSqlite:
      JudgeForSqlite(change, step_.hazards);
      break;
    default:
      break;
  }
  if (!concurrent) JudgeNames(change, step_.hazards);
}

void MigrationJudge::FollowTransaction(const Statement& statement) {
  const auto end = [&] {
    step_.begun = false;
    step_.locked.clear();
    step_.added.clear();
  };
  switch (statement.kind) {
    case StatementKind::kBegin:
      if (step_.wrapped && IsPostgres())
        Add(HazardKind::kFailure, statement.begin, "the step begins a transaction inside of the one that it runs in",
            "The inner BEGIN does nothing, and the COMMIT behind it ends the tool's own transaction: what follows, and the tool's note that the step is "
            "done, are no longer part of it.",
            "Leave BEGIN and COMMIT to the tool, or tell it to run this step without a transaction.");
      step_.begun = true;
      step_.begin = statement.begin;
      return;
    case StatementKind::kCommit:
    case StatementKind::kRollback:
      return end();
    default:
      return;
  }
}

void MigrationJudge::FollowSetting(std::string_view text, uint32_t offset) {
  if (BeginsWith(text, "SET")) {
    std::string zone = SettingOf(text, "timezone");
    if (zone.empty()) zone = SettingOf(text, "time zone");
    if (zone.starts_with("to")) zone.erase(0, 2);
    if (!zone.empty()) step_.utc = zone == "utc";
    const std::string checks = SettingOf(text, "foreign_key_checks");
    if (!checks.empty()) step_.checks_foreign_keys = !IsOff(checks);
  }
  if (!BeginsWith(text, "PRAGMA") || schema_.dialect() != Dialect::kSqlite) return;
  const std::string keys = SettingOf(text, "foreign_keys");
  if (keys.empty()) return;
  if (!step_.InTransaction()) {
    step_.checks_foreign_keys = !IsOff(keys) && !keys.starts_with("no");
    return;
  }
  Add(HazardKind::kFailure, offset, "`PRAGMA foreign_keys` does nothing inside of a transaction",
      "Foreign keys can only be switched while no transaction is open. So they stay as they were: a DROP TABLE that follows deletes the rows of tables "
      "that refer to it where the key says ON DELETE CASCADE.",
      "Switch them before BEGIN, or use `PRAGMA defer_foreign_keys = ON`, which works inside of a transaction.");
}

// What is no operation on a schema.
void MigrationJudge::JudgeWholeTable(std::string_view text, uint32_t offset) {
  const std::string lower = LowerCase(text.substr(0, 200));
  const bool full = BeginsWith(text, "VACUUM FULL") || (BeginsWith(text, "VACUUM") && lower.find("(full") != std::string::npos);
  if (full || BeginsWith(text, "CLUSTER"))
    return Add(HazardKind::kLock, offset, fmt::format("`{}` rewrites its table under an ACCESS EXCLUSIVE lock", full ? "VACUUM FULL" : "CLUSTER"),
               "The table is written anew with all its indexes, and not even a SELECT gets through meanwhile.",
               "Let plain VACUUM reuse the space, or repack the table with a tool that works online.");
  if (BeginsWith(text, "REINDEX") && lower.find("concurrently") == std::string::npos && !BeginsWith(text, "REINDEX SYSTEM"))
    Add(HazardKind::kLock, offset, "`REINDEX` blocks writes until the index is built anew",
        "A SHARE lock on the table keeps every INSERT, UPDATE and DELETE waiting, and queries that would use the index wait as well.",
        "Outside of a transaction: `REINDEX ... CONCURRENTLY`.");
}

void MigrationJudge::JudgeBackfill(const Statement& statement) {
  const Block* root = statement.Root();
  if (root == nullptr || !IsWhole(statement) || root->where || root->tables.empty() || !step_.InTransaction()) return;
  if (statement.kind != StatementKind::kUpdate && statement.kind != StatementKind::kDelete) return;
  const Table& table = root->tables.front();
  if (!table.written || step_.locked.count(LowerCase(table.name)) == 0) return;
  Add(HazardKind::kLock, statement.begin,
      fmt::format("all rows of `{}` are changed while the lock of the ALTER TABLE before is held", table.name),
      "Locks are held until the transaction ends. ALTER TABLE takes an ACCESS EXCLUSIVE lock, so that readers, too, wait until every row is written.",
      "Commit the ALTER TABLE first, and change the rows in a step of its own, some thousand at a time.");
  step_.hazards.back().table = table.name;
}

void MigrationJudge::Remember(const Operation& operation) {
  const std::string name = LowerCase(operation.object.name);
  switch (operation.kind) {
    case OperationKind::kCreateTable:
      // With IF NOT EXISTS a table that is known stays what it is.
      if (operation.if_not_exists && schema_.Find(operation.object.schema, operation.object.name) != nullptr) return;
      step_.fresh.insert(name);
      return;
    case OperationKind::kCreateView:
      if (!operation.or_replace && !operation.if_not_exists) step_.fresh.insert(name);
      return;
    case OperationKind::kRenameTable:
      if (step_.fresh.count(name) != 0) step_.fresh.insert(LowerCase(operation.new_name));
      return;
    case OperationKind::kAddColumn:
    case OperationKind::kDropColumn:
    case OperationKind::kChangeType:
    case OperationKind::kSetNotNull:
    case OperationKind::kSetDefault:
      if (step_.fresh.count(name) == 0) step_.locked.insert(name);
      return;
    case OperationKind::kAddKey:
      for (const Key& key : operation.keys)
        if (key.not_valid && !key.name.empty()) step_.added.insert(LowerCase(key.name));
      return;
    default:
      return;
  }
}

void MigrationJudge::ForgetWhatCameBack() {
  std::erase_if(step_.hazards, [&](const Hazard& hazard) {
    const bool removal = hazard.kind == HazardKind::kRemoval || (hazard.kind == HazardKind::kContract && !hazard.renamed.empty());
    if (!removal || hazard.table.empty()) return false;
    const SchemaTable* table = schema_.Find(hazard.table);
    return table != nullptr && (hazard.column.empty() ? hazard.minor || !hazard.renamed.empty() : table->FindColumn(hazard.column) != nullptr);
  });
}

void MigrationJudge::Add(HazardKind kind, uint32_t offset, std::string message, std::string cause, std::string fix) {
  Hazard hazard;
  hazard.kind = kind;
  hazard.offset = offset;
  hazard.message = std::move(message);
  hazard.cause = std::move(cause);
  hazard.fix = std::move(fix);
  step_.hazards.push_back(std::move(hazard));
}

}  // namespace backlint::sql
