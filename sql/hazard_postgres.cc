// PostgreSQL: what waits, and for how long. The locks are those that a server of version 15 takes.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "sql/hazard_rules.h"
#include "sql/name_comparison.h"
#include "sql/script.h"
#include "sql/type_change.h"

namespace backlint::sql {
namespace {

constexpr std::string_view kEverybodyWaits =
    "An ACCESS EXCLUSIVE lock is held meanwhile, so that not even a SELECT gets through, and everything queues behind it.";

// Built-in functions whose answer differs from row to row.
bool IsVolatile(std::string_view expression) {
  constexpr std::array<std::string_view, 13> kVolatile = {"gen_random_uuid(", "uuid_generate_v1(", "uuid_generate_v1mc(", "uuid_generate_v4(",
                                                          "uuidv4(", "uuidv7(", "random(", "random_normal(", "nextval(", "clock_timestamp(",
                                                          "timeofday(", "gen_random_bytes(", "gen_salt("};
  std::string text;
  for (const char c : expression)
    if (c != ' ') text += LowerCase(c);
  return std::any_of(kVolatile.begin(), kVolatile.end(), [&](std::string_view call) { return text.find(call) != std::string::npos; });
}

bool HasKey(const ColumnDefinition& column, KeyKind kind) {
  return std::any_of(column.keys.begin(), column.keys.end(), [&](const Key& key) { return key.kind == kind; });
}

// Whether `c IS NOT NULL` must hold for a condition to hold: it is all of it, or stands under AND alone.
bool DemandsNotNull(std::string_view condition, std::string_view column) {
  const Script script(fmt::format("SELECT 1 FROM t WHERE {}", condition), Dialect::kPostgres);
  if (script.statements().size() != 1 || !IsWhole(script.statements()[0]) || script.statements()[0].Root() == nullptr) return false;
  const Block& block = *script.statements()[0].Root();
  return std::any_of(block.predicates.begin(), block.predicates.end(), [&](const Predicate& predicate) {
    return predicate.conjunct && predicate.comparison == Comparison::kIsNotNull && predicate.function.empty() && predicate.column != kNone &&
           SameName(block.columns[static_cast<size_t>(predicate.column)].name, column);
  });
}

std::string NameOr(std::string_view name, std::string_view otherwise) { return std::string(name.empty() ? otherwise : name); }

class PostgresRules {
 public:
  PostgresRules(const Change& change, std::vector<Hazard>& hazards) : change_(change), operation_(change.operation), hazards_(hazards) {}

  void Judge() {
    switch (operation_.kind) {
      case OperationKind::kAddColumn:
        for (const ColumnDefinition& column : operation_.columns) AddColumn(column);
        return;
      case OperationKind::kChangeType:
        for (const ColumnDefinition& column : operation_.columns) ChangeType(column);
        return;
      case OperationKind::kSetNotNull:
        return SetNotNull();
      case OperationKind::kAddKey:
        for (const Key& key : operation_.keys) AddKey(key);
        return;
      case OperationKind::kValidate:
        if (change_.validates_own) Validate();
        return;
      case OperationKind::kCreateIndex:
        for (const Key& key : operation_.keys) CreateIndex(key);
        return;
      case OperationKind::kDropIndex:
        return DropIndex();
      case OperationKind::kDetachPartition:
        return DetachPartition();
      case OperationKind::kTruncate:
        if (operation_.cascade) TruncateCascade();
        return;
      case OperationKind::kTableOption:
        return SetOption();
      case OperationKind::kRefresh:
        return Refresh();
      default:
        return;
    }
  }

 private:
  void Add(HazardKind kind, std::string message, std::string cause, std::string fix) {
    hazards_.push_back(change_.Make(kind, std::move(message), std::move(cause), std::move(fix)));
  }

  void AddColumn(const ColumnDefinition& column) {
    const std::string table = change_.Table(), name = change_.Column(column.name), type(column.type.text);
    const bool identity = column.generated == Generated::kIdentity || column.type.serial;
    if (identity || column.generated == Generated::kStored || IsVolatile(column.default_text)) return AddComputedColumn(column, identity);
    if (HasKey(column, KeyKind::kUnique) || HasKey(column, KeyKind::kPrimary)) {
      Add(HazardKind::kLock, fmt::format("the index of the new column `{}` is built while `{}` is locked", name, table),
          fmt::format("UNIQUE and PRIMARY KEY behind a column build their index in the same ALTER TABLE. {}", kEverybodyWaits),
          fmt::format("`ALTER TABLE {0} ADD COLUMN {1} {2};`, then `CREATE UNIQUE INDEX CONCURRENTLY {0}_{1}_key ON {0} ({1});` outside of a "
                      "transaction, then `ALTER TABLE {0} ADD UNIQUE USING INDEX {0}_{1}_key;`.", table, column.name, type));
    } else if (HasKey(column, KeyKind::kCheck) ||
               (HasKey(column, KeyKind::kForeign) && column.default_kind != DefaultKind::kNone && column.default_kind != DefaultKind::kNull)) {
      Add(HazardKind::kLock, fmt::format("the constraint of the new column `{}` is checked for all rows while `{}` is locked", name, table),
          fmt::format("A constraint that is added with its column is checked at once, row by row. {}", kEverybodyWaits),
          fmt::format("`ALTER TABLE {0} ADD COLUMN {1} {2};`, then `ADD CONSTRAINT ... NOT VALID;`, then, in a transaction of its own, `ALTER "
                      "TABLE {0} VALIDATE CONSTRAINT ...;`, which lets reads and writes go on.", table, column.name, type));
    }
  }

  void AddComputedColumn(const ColumnDefinition& column, bool identity) {
    const std::string table = change_.Table(), type = column.type.serial ? "bigint" : std::string(column.type.text);
    const std::string value = identity                                    ? "a number of its own for each row"
                              : column.generated == Generated::kStored    ? "a stored value for each row"
                                                                          : fmt::format("the default `{}`", column.default_text);
    Add(HazardKind::kLock, fmt::format("adding `{}` with {} rewrites `{}`", change_.Column(column.name), value, table),
        fmt::format("A value that differs from row to row is computed at once for all of them, and the table is written anew with all its "
                    "indexes. {}", kEverybodyWaits),
        fmt::format("`ALTER TABLE {0} ADD COLUMN {1} {2};` without a value, fill it in batches of some thousand rows, each in a transaction of "
                    "its own, and set the default, which then holds for new rows, with `ALTER TABLE {0} ALTER COLUMN {1} SET DEFAULT ...;`.",
                    table, column.name, type));
  }

  void ChangeType(const ColumnDefinition& column) {
    const SchemaColumn* before = change_.Find(operation_.name);
    if (PostgresTypeChange(before, column, operation_.using_text, change_.utc) != TypeChange::kCopy) return;
    const std::string table = change_.Table(), from = before == nullptr ? "" : fmt::format(" from `{}`", before->type);
    Add(HazardKind::kLock, fmt::format("changing `{}`{} to `{}` rewrites `{}`", change_.Column(operation_.name), from, column.type.text, table),
        fmt::format("The two types are not stored alike, so every row is written anew, and with them all indexes. {} The running version "
                    "of the program meets the new type at once.", kEverybodyWaits),
        fmt::format("Add a second column of the new type, write both from the program, fill the old rows in batches, read from the new one, "
                    "and drop `{}` in a later release. What is free: to make a `varchar` longer or a `text`, a `numeric` of more digits before "
                    "the point, and more fractions of a second.", operation_.name));
  }

  void SetNotNull() {
    const SchemaColumn* column = change_.Find(operation_.name);
    if (column != nullptr && column->not_null) return;
    if (IsProvenNotNull()) return;
    const std::string table = change_.Table();
    Add(HazardKind::kLock, fmt::format("`SET NOT NULL` reads all rows of `{}` while it is locked: `{}`", table, operation_.name),
        fmt::format("The server makes sure that no row holds NULL. {}", kEverybodyWaits),
        fmt::format("`ALTER TABLE {0} ADD CONSTRAINT {0}_{1}_not_null CHECK ({1} IS NOT NULL) NOT VALID;`, in a later transaction `ALTER TABLE {0} "
                    "VALIDATE CONSTRAINT {0}_{1}_not_null;`, which lets reads and writes go on; after that `SET NOT NULL` takes the constraint's "
                    "word for it, and the constraint can be dropped.", table, operation_.name));
  }

  // A validated CHECK (c IS NOT NULL) spares the reading.
  bool IsProvenNotNull() const {
    if (change_.table == nullptr) return false;
    return std::any_of(change_.table->keys.begin(), change_.table->keys.end(), [&](const SchemaKey& key) {
      return key.kind == KeyKind::kCheck && !key.not_valid && DemandsNotNull(key.condition, operation_.name);
    });
  }

  void AddKey(const Key& key) {
    if (key.not_valid || !key.using_index.empty()) return;
    const std::string table = change_.Table(), columns = ColumnsOf(key), name = NameOr(key.name, table + "_new");
    switch (key.kind) {
      case KeyKind::kForeign: {
        const std::string other(key.reference.table.name);
        return Add(HazardKind::kLock, fmt::format("the foreign key from `{}` to `{}` is checked for all rows while writes to both wait", table, other),
                   fmt::format("Every row of `{}` is looked up in `{}`, under SHARE ROW EXCLUSIVE locks on both: no INSERT, UPDATE or DELETE gets "
                               "through until that is done.", table, other),
                   fmt::format("`ALTER TABLE {0} ADD CONSTRAINT {1} FOREIGN KEY {2} REFERENCES {3} NOT VALID;`, then, in a transaction of its own, "
                               "`ALTER TABLE {0} VALIDATE CONSTRAINT {1};`, which lets writes go on.", table, name, columns, other));
      }
      case KeyKind::kCheck:
        return Add(HazardKind::kLock, fmt::format("the new constraint{} reads all rows of `{}` while it is locked", Named(key), table),
                   fmt::format("The condition is checked for each row at once. {}", kEverybodyWaits),
                   fmt::format("`ALTER TABLE {0} ADD CONSTRAINT {1} CHECK ({2}) NOT VALID;`, then, in a transaction of its own, `ALTER TABLE {0} "
                               "VALIDATE CONSTRAINT {1};`, which lets reads and writes go on.", table, name, key.condition));
      case KeyKind::kUnique:
      case KeyKind::kPrimary: {
        const std::string_view what = key.kind == KeyKind::kPrimary ? "PRIMARY KEY" : "UNIQUE";
        return Add(HazardKind::kLock, fmt::format("`{}` on `{}` {} builds its index while the table is locked", what, table, columns),
                   fmt::format("The constraint makes its index in the same ALTER TABLE. {}", kEverybodyWaits),
                   fmt::format("`CREATE UNIQUE INDEX CONCURRENTLY {1} ON {0} {2};` outside of a transaction, then `ALTER TABLE {0} ADD CONSTRAINT {1} {3} "
                               "USING INDEX {1};`.", table, name, columns, what));
      }
      case KeyKind::kExclude:
        return Add(HazardKind::kLock, fmt::format("the exclusion constraint{} builds its index while `{}` is locked", Named(key), table),
                   fmt::format("An exclusion constraint can only be made together with its index. {}", kEverybodyWaits),
                   "There is no way to add one to a large table while it is used: plan a quiet hour, or copy into a new table that has it.");
      default:
        return;
    }
  }

  static std::string Named(const Key& key) { return key.name.empty() ? std::string() : fmt::format(" `{}`", key.name); }

  void Validate() {
    const std::string table = change_.Table();
    Add(HazardKind::kLock, fmt::format("`{}` is validated in the transaction that adds it, and `{}` stays locked meanwhile", operation_.name, table),
        "VALIDATE CONSTRAINT alone lets reads and writes go on, but the locks of the statement that added the constraint are held until the end of the "
        "transaction.",
        "Put the VALIDATE CONSTRAINT into a step, and so a transaction, of its own.");
  }

  void CreateIndex(const Key& key) {
    const std::string table = change_.Table(), name = NameOr(key.name, "...");
    const std::string_view unique = key.kind == KeyKind::kUnique ? "UNIQUE " : "";
    if (!operation_.concurrently)
      return Add(HazardKind::kLock, fmt::format("building the index `{}` blocks writes to `{}`", name, table),
                 fmt::format("CREATE INDEX holds a SHARE lock on `{}` until the index is built: every INSERT, UPDATE and DELETE waits.", table),
                 fmt::format("Outside of a transaction: `CREATE {}INDEX CONCURRENTLY {} ON {} {};`. If it fails, it leaves an invalid index, which has to "
                             "be dropped before the next try.", unique, name, table, ColumnsOf(key)));
    if (change_.in_transaction) InTransaction("CREATE INDEX CONCURRENTLY");
  }

  void InTransaction(std::string_view what) {
    Add(HazardKind::kFailure, fmt::format("`{}` fails inside of a transaction", what),
        fmt::format("The server refuses: \"{} cannot run inside a transaction block\". The step runs in a transaction, which it begins itself or the tool "
                    "that runs it begins.", what),
        "Give the statement a step of its own, and tell the tool to run that step without a transaction.");
  }

  void DropIndex() {
    if (operation_.concurrently && change_.in_transaction) return InTransaction("DROP INDEX CONCURRENTLY");
    if (operation_.concurrently) return;
    Add(HazardKind::kLock, fmt::format("dropping the index `{}` locks its table", operation_.index.name),
        "DROP INDEX waits for all queries that run on the table, and under its ACCESS EXCLUSIVE lock all others wait behind it.",
        fmt::format("Outside of a transaction: `DROP INDEX CONCURRENTLY {};`.", operation_.index.name));
    hazards_.back().minor = true;
  }

  void DetachPartition() {
    if (operation_.concurrently || change_.text.find("FINALIZE") != std::string_view::npos) return;
    const std::string table = change_.Table();
    Add(HazardKind::kLock, fmt::format("detaching `{}` locks the whole of `{}`", operation_.like.name, table),
        fmt::format("DETACH PARTITION takes an ACCESS EXCLUSIVE lock on `{}`: it waits for all its readers, and all others wait behind it.", table),
        fmt::format("Outside of a transaction: `ALTER TABLE {} DETACH PARTITION {} CONCURRENTLY;`.", table, operation_.like.name));
    hazards_.back().minor = true;
  }

  // Options that are about how the rows are stored, not what is done with them from now on.
  void SetOption() {
    constexpr std::array<std::string_view, 4> kRewriting = {"SET LOGGED", "SET UNLOGGED", "SET TABLESPACE", "SET ACCESS METHOD"};
    const auto option = std::find_if(kRewriting.begin(), kRewriting.end(), [&](std::string_view words) { return BeginsWith(change_.text, words); });
    if (option == kRewriting.end()) return;
    const std::string table = change_.Table();
    Add(HazardKind::kLock, fmt::format("`{}` writes all of `{}` anew", *option, table), std::string(kEverybodyWaits),
        "Plan a quiet hour, or make a new table with the option, copy the rows in batches and switch the names.");
  }

  void Refresh() {
    if (operation_.concurrently) return;
    const std::string view = change_.Table();
    Add(HazardKind::kLock, fmt::format("`{}` cannot be read while it is computed anew", view),
        "REFRESH MATERIALIZED VIEW holds an ACCESS EXCLUSIVE lock on the view until its query is done: not even a SELECT gets through.",
        fmt::format("`REFRESH MATERIALIZED VIEW CONCURRENTLY {};`, which needs a unique index on the view.", view));
  }

  void TruncateCascade() {
    Add(HazardKind::kRemoval, fmt::format("`TRUNCATE ... CASCADE` also empties every table that refers to `{}`", change_.Table()),
        "CASCADE follows the foreign keys, whatever their ON DELETE says, and takes an ACCESS EXCLUSIVE lock on each table on the way.",
        "Name the tables that are meant, in one TRUNCATE without CASCADE: it fails when one is missing.");
  }

  const Change& change_;
  const Operation& operation_;
  std::vector<Hazard>& hazards_;
};

}  // namespace

void JudgeForPostgres(const Change& change, std::vector<Hazard>& hazards) { PostgresRules(change, hazards).Judge(); }

}  // namespace backlint::sql
