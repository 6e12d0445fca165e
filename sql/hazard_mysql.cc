// MySQL and MariaDB with InnoDB: which changes copy the table and keep writers out. Most run online; those are not named here.
#include <algorithm>

#include <fmt/format.h>

#include "sql/hazard_rules.h"
#include "sql/name_comparison.h"
#include "sql/type_change.h"

namespace backlint::sql {
namespace {

constexpr std::string_view kOnlineTool =
    "Try it with `ALGORITHM=INPLACE, LOCK=NONE`, which fails instead of blocking. Where it fails, copy the table in the background with a tool for "
    "online schema changes, or add a new column, fill it in batches and switch over.";

class MysqlRules {
 public:
  MysqlRules(const Change& change, std::vector<Hazard>& hazards) : change_(change), operation_(change.operation), hazards_(hazards) {}

  void Judge() {
    if (&operation_ == change_.statement.operations.data()) AskedFor();
    switch (operation_.kind) {
      case OperationKind::kAddColumn:
        for (const ColumnDefinition& column : operation_.columns) AddColumn(column);
        return;
      case OperationKind::kModifyColumn:
        for (const ColumnDefinition& column : operation_.columns) Modify(column);
        return;
      case OperationKind::kAddKey:
      case OperationKind::kCreateIndex:
        for (const Key& key : operation_.keys) AddKey(key);
        return;
      case OperationKind::kDropPrimaryKey:
        if (!AddsPrimaryKey()) Copies(fmt::format("dropping the primary key copies `{}` and blocks writes to it", change_.Table()), kOnlineTool);
        return;
      case OperationKind::kTableOption:
        return SetOption();
      default:
        return;
    }
  }

 private:
  void Add(std::string message, std::string cause, std::string fix) {
    hazards_.push_back(change_.Make(HazardKind::kLock, std::move(message), std::move(cause), std::move(fix)));
  }

  void Copies(std::string message, std::string_view fix) {
    Add(std::move(message), fmt::format("The engine cannot do this in place: it copies all rows of `{}` into a new table, and nothing can be written until "
                                        "that is done.", change_.Table()), std::string(fix));
  }

  void SetOption() {
    const std::string_view text = change_.text;
    const std::string table = change_.Table();
    if (BeginsWith(text, "CONVERT TO"))
      Copies(fmt::format("converting `{}` to another character set copies it and blocks writes", table), kOnlineTool);
    else if (BeginsWith(text, "PARTITION BY") || BeginsWith(text, "REMOVE PARTITIONING"))
      Copies(fmt::format("changing what partitions `{}` has copies it and blocks writes", table), kOnlineTool);
    else if (BeginsWith(text, "ORDER BY"))
      Copies(fmt::format("sorting the rows of `{}` copies it and blocks writes", table), kOnlineTool);
    else if (const std::string engine = EngineOf(text); !engine.empty() && engine != "innodb")
      Copies(fmt::format("moving `{}` to another engine copies it and blocks writes", table), kOnlineTool);
  }

  // `ENGINE = x`: its name in small letters.
  static std::string EngineOf(std::string_view text) {
    if (!BeginsWith(text, "ENGINE")) return {};
    std::string name;
    for (const char c : text.substr(std::string_view("ENGINE").size())) {
      const bool letter = (LowerCase(c) >= 'a' && LowerCase(c) <= 'z') || c == '_';
      if (letter) name += LowerCase(c);
      else if (!name.empty()) break;
    }
    return name;
  }

  // What the statement itself demands.
  void AskedFor() {
    const bool copy = SameName(operation_.algorithm, "COPY");
    if (!copy && !SameName(operation_.lock, "SHARED") && !SameName(operation_.lock, "EXCLUSIVE")) return;
    const std::string option = copy ? "ALGORITHM=COPY" : fmt::format("LOCK={}", operation_.lock);
    Add(fmt::format("`{}` blocks writes to `{}` until the change is done", option, change_.Table()),
        "The option asks for the slow way even where the engine has one that lets writes go on.",
        "Ask for `ALGORITHM=INPLACE, LOCK=NONE`: the statement fails at once where that is not possible.");
  }

  void AddColumn(const ColumnDefinition& column) {
    const std::string name = change_.Column(column.name);
    if (column.auto_increment || column.type.serial) {
      Add(fmt::format("adding `{}`, which numbers the rows, blocks writes to `{}`", name, change_.Table()),
          "Every row gets its number while the table is written anew under a lock that lets readers in, but no writers.", std::string(kOnlineTool));
    } else if (column.generated == Generated::kStored) {
      Copies(fmt::format("adding the stored column `{}` copies `{}` and blocks writes to it", name, change_.Table()),
             "Make it VIRTUAL, with an index where it is searched by: that changes no row.");
    }
  }

  void Modify(const ColumnDefinition& column) {
    const SchemaColumn* before = change_.Find(operation_.name);
    if (before == nullptr) return;
    if (MysqlTypeChange(before, column) == TypeChange::kCopy)
      Copies(fmt::format("changing `{}` from `{}` to `{}` copies `{}` and blocks writes to it", change_.Column(operation_.name), before->type,
                         column.type.text, change_.Table()), kOnlineTool);
  }

  void AddKey(const Key& key) {
    const std::string table = change_.Table();
    if (key.kind == KeyKind::kFulltext || key.kind == KeyKind::kSpatial) {
      Add(fmt::format("building the {} index on `{}` blocks writes to it", key.kind == KeyKind::kFulltext ? "full-text" : "spatial", table),
          "Indexes of this kind are built under a lock that lets readers in, but no writers.",
          "Plan it for a quiet hour, or copy the table in the background with a tool for online schema changes.");
    } else if (key.kind == KeyKind::kForeign && change_.checks_foreign_keys) {
      Copies(fmt::format("the foreign key from `{}` to `{}` copies `{}` and blocks writes to it", table, key.reference.table.name, table),
             "`SET foreign_key_checks = 0;` for this session lets it be added in place; look for rows without a partner first, since nothing else "
             "will.");
    }
  }

  bool AddsPrimaryKey() const {
    return std::any_of(change_.statement.operations.begin(), change_.statement.operations.end(), [](const Operation& other) {
      return other.kind == OperationKind::kAddKey && !other.keys.empty() && other.keys[0].kind == KeyKind::kPrimary;
    });
  }

  const Change& change_;
  const Operation& operation_;
  std::vector<Hazard>& hazards_;
};

}  // namespace

void JudgeForMysql(const Change& change, std::vector<Hazard>& hazards) { MysqlRules(change, hazards).Judge(); }

}  // namespace backlint::sql
