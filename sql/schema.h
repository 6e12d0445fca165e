// The tables of a database as its definitions leave them, replayed in order. Owns all its text.
//
// A schema is put together from what there is: dumps, migrations, definitions in program text. So it never fails; what does not
// fit together makes a table uncertain, what was not understood makes it incomplete, and no rule concludes from the absence of
// a column or key of such a table.
#ifndef BACKLINT_SQL_SCHEMA_H_
#define BACKLINT_SQL_SCHEMA_H_

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sql/ddl.h"
#include "sql/dialect.h"
#include "sql/script.h"

namespace backlint::sql {

// Where a part of the schema is written.
struct Origin {
  uint32_t file = 0;  // in Schema::files()
  uint32_t line = 0;  // from 1
};

struct SchemaColumn {
  std::string name;
  std::string type;       // as written, `VARCHAR(20)`
  std::string type_name;  // in small letters and without arguments, `varchar`
  int64_t length = -1;
  int64_t scale = -1;
  bool with_zone = false;
  bool is_unsigned = false;
  bool array = false;
  bool not_null = false;  // written or implied
  DefaultKind default_kind = DefaultKind::kNone;
  std::string default_text;
  Generated generated = Generated::kNo;
  bool auto_increment = false;
  std::string collation;
  std::string charset;  // empty where that of the table holds
  Origin origin;
};

struct SchemaKeyPart {
  std::string column;      // empty for an expression
  std::string expression;  // as written
  int64_t prefix = -1;
  bool descending = false;
};

struct SchemaKey {
  KeyKind kind = KeyKind::kIndex;
  std::string name;  // as the engine would name it when the definition does not
  std::vector<SchemaKeyPart> parts;
  std::vector<std::string> included;
  std::string where;
  std::string condition;
  std::string method;
  std::string referenced_table;
  std::vector<std::string> referenced_columns;
  std::string on_delete;
  bool not_valid = false;
  bool implied = false;  // MySQL: the index that a foreign key makes
  Origin origin;

  bool IsIndex() const { return kind == KeyKind::kIndex || kind == KeyKind::kUnique || kind == KeyKind::kPrimary; }
  // Unique whatever the rows are: not partial.
  bool IsUnique() const { return (kind == KeyKind::kUnique || kind == KeyKind::kPrimary) && where.empty(); }
};

struct SchemaTable {
  std::string schema;  // empty for the default one
  std::string name;    // with holes in it the known parts, joined
  std::vector<SchemaColumn> columns;
  std::vector<SchemaKey> keys;
  std::string rowid;  // SQLite: the column that is the rowid
  bool has_hole = false;
  bool view = false;
  bool temporary = false;
  bool partition = false;
  bool without_rowid = false;
  bool strict = false;
  bool incomplete = false;  // it has more columns or keys than are known
  bool uncertain = false;   // defined more than once, differently
  bool unseen = false;      // a program in the database may change it
  Origin origin;

  const SchemaColumn* FindColumn(std::string_view name) const;
  const SchemaKey* PrimaryKey() const;
  // Whether these columns select one row at most.
  bool IsUnique(std::span<const std::string_view> columns) const;
  bool IsCertain() const { return !incomplete && !uncertain && !unseen; }
};

class Schema {
 public:
  explicit Schema(Dialect dialect) : dialect_(dialect) {}

  // Replays all operations of a script that begins at a line of a file. Those in statements that are not whole are taken for what they
  // say. Nothing is dropped by program text (`drops` false): when it would run, and whether at all, nobody knows.
  void Apply(const Script& script, std::string_view file, uint32_t first_line = 1, bool drops = true);
  // One statement, with the columns that its query gives a view or a table.
  void Apply(const Statement& statement, Origin origin);
  void Apply(const Operation& operation, Origin origin);

  // nullptr when it is not known, or when several tables of that name stand in different schemas and none is asked for.
  const SchemaTable* Find(std::string_view schema, std::string_view name) const;
  const SchemaTable* Find(std::string_view name) const { return Find({}, name); }

  // By schema and name.
  std::vector<const SchemaTable*> tables() const;
  const std::vector<std::string>& files() const { return files_; }
  Dialect dialect() const { return dialect_; }

 private:
  // Of columns and of keys of one table: engines have far fewer.
  static constexpr size_t kMostParts = 4096;

  // Counts lines of a text forward; going back costs a new start at the operation.
  struct Lines {
    std::string_view text;
    uint32_t begin = 0, begin_line = 1;  // of the operation
    uint32_t offset = 0, line = 1;
    void Start(uint32_t at);
    uint32_t At(uint32_t at, uint32_t otherwise);  // `otherwise` when there is no text, or no offset
  };
  using Tables = std::multimap<std::string, SchemaTable>;  // by name in small letters

  void CreateTable(const Operation& operation, Origin origin);
  void CreateView(const Operation& operation, const Statement& statement, Origin origin);
  void AddColumn(SchemaTable& table, const ColumnDefinition& definition, Origin origin);
  void AddKey(SchemaTable& table, const Key& key, Origin origin);
  void AddForeignIndexes(SchemaTable& table);
  void ApplyToTable(const Operation& operation, SchemaTable& table, Origin origin);
  void ApplyToColumn(const Operation& operation, SchemaTable& table, Origin origin);
  void DropColumn(SchemaTable& table, std::string_view name);
  void RenameColumn(SchemaTable& table, std::string_view from, std::string_view to);
  void RenameTable(const Operation& operation);
  void DropIndex(const Operation& operation);
  void RenameKey(const Operation& operation);
  void CopyFrom(const Operation& operation, SchemaTable& table);
  void NoteUnseen(const Operation& operation, Origin origin);
  void ImplyFromKey(SchemaTable& table, const SchemaKey& key);
  std::string DefaultKeyName(const SchemaTable& table, const SchemaKey& key) const;
  std::string SchemaOf(const ObjectName& name) const;
  std::string NameOf(const ObjectName& name) const;
  Tables::iterator FindEntry(std::string_view schema, std::string_view name);
  SchemaTable& Entry(const ObjectName& name, Origin origin);

  Dialect dialect_;
  Tables tables_;
  std::vector<std::string> files_;
  Lines lines_;  // of the script that is replayed
};

}  // namespace backlint::sql

#endif  // BACKLINT_SQL_SCHEMA_H_
