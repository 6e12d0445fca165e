// What statements about tables and indexes do, as operations in the order of the text. One ALTER TABLE may be several.
// Every string_view points into the Script that the statement belongs to.
#ifndef BACKLINT_SQL_DDL_H_
#define BACKLINT_SQL_DDL_H_

#include <cstdint>
#include <string_view>
#include <vector>

namespace backlint::sql {

struct ObjectName {
  std::string_view schema;
  std::string_view name;
  bool has_hole = false;
  bool quoted = false;  // the name
  uint32_t offset = 0;
};

struct ColumnType {
  std::string_view text;  // as written, with its arguments
  std::string_view name;  // the words before the arguments: `double precision`, `timestamp`
  int64_t length = -1;    // the first argument: VARCHAR(20), NUMERIC(20, 4), TIMESTAMP(3)
  int64_t scale = -1;     // the second one
  bool with_zone = false;
  bool is_unsigned = false;
  bool array = false;
  bool serial = false;  // SERIAL, BIGSERIAL, ...
  bool has_hole = false;
};

enum class DefaultKind : uint8_t {
  kNone,
  kNull,
  kConstant,  // a literal, also cast
  kNow,       // CURRENT_TIMESTAMP and its like, the same for all rows of a statement
  kCall,      // of a function that the text does not tell about
  kExpression
};

enum class Generated : uint8_t { kNo, kStored, kVirtual, kIdentity };

struct Reference {
  ObjectName table;
  std::vector<std::string_view> columns;  // empty: the primary key
  std::string_view on_delete;             // CASCADE, SET NULL, ...; empty without one
};

enum class KeyKind : uint8_t { kIndex, kUnique, kPrimary, kForeign, kCheck, kExclude, kFulltext, kSpatial };

struct KeyPart {
  std::string_view column;      // empty when it is an expression
  std::string_view expression;  // as written
  int64_t prefix = -1;          // MySQL: the first bytes only
  bool descending = false;
  bool has_hole = false;
};

// An index or a constraint.
struct Key {
  KeyKind kind = KeyKind::kIndex;
  std::string_view name;
  std::vector<KeyPart> parts;
  std::vector<std::string_view> included;  // INCLUDE (...)
  std::string_view where;                  // of a partial index; its condition
  std::string_view condition;              // of CHECK
  std::string_view method;                 // USING btree
  std::string_view using_index;            // of a constraint made of an index
  Reference reference;                     // of a foreign key
  bool not_valid = false;
  bool has_hole = false;
  bool of_column = false;  // written behind a column
  uint32_t offset = 0;
};

struct ColumnDefinition {
  std::string_view name;
  ColumnType type;
  bool not_null = false;
  bool null = false;  // NULL is written
  DefaultKind default_kind = DefaultKind::kNone;
  std::string_view default_text;
  Generated generated = Generated::kNo;
  bool auto_increment = false;
  std::string_view collation;
  std::string_view charset;
  std::vector<Key> keys;  // PRIMARY KEY, UNIQUE, REFERENCES, CHECK behind it, without parts
  bool has_hole = false;  // in its name
  uint32_t offset = 0;
};

enum class OperationKind : uint8_t {
  kOther,  // not understood, or of no account for tables
  kCreateTable,
  kDropTable,
  kRenameTable,
  kTruncate,
  kAddColumn,
  kDropColumn,
  kRenameColumn,
  kModifyColumn,  // MODIFY, CHANGE: the whole definition anew
  kChangeType,
  kSetDefault,
  kDropDefault,
  kSetNotNull,
  kDropNotNull,
  kAddIdentity,
  kDropIdentity,
  kAddKey,   // constraints and MySQL's indexes
  kDropKey,  // by name: a constraint or MySQL's index
  kDropPrimaryKey,
  kRenameKey,
  kValidate,
  kCreateIndex,
  kDropIndex,
  kReindex,
  kAttachPartition,
  kDetachPartition,
  kMoveToSchema,
  kTableOption,  // ENGINE, AUTO_INCREMENT, storage parameters, owner, ...
  kCreateEnum,
  kAddEnumValue,
  kCreateView,
  kDropView,
  kUseSchema,  // SET search_path, USE
  kRefresh,    // of a materialized view
  kMayChange   // a program in the database names the table in a definition; see hidden_change.h
};

std::string_view Name(OperationKind kind);

struct Operation {
  OperationKind kind = OperationKind::kOther;
  ObjectName object;                      // the table; of kCreateEnum the type, of kDropIndex the index, of views the view
  ObjectName index;                       // of kCreateIndex, kDropIndex, kReindex
  std::string_view name;                  // of the column or key that is meant, the value of an enum
  std::string_view new_name;              // of kRename..., kModifyColumn, kMoveToSchema
  std::vector<ColumnDefinition> columns;  // of kCreateTable; the one of kAddColumn, kModifyColumn, kChangeType, kSetDefault
  std::vector<Key> keys;                  // of kCreateTable; the one of kAddKey, kCreateIndex
  std::vector<std::string_view> values;   // of kCreateEnum, without quotes
  ObjectName like;                        // CREATE TABLE ... LIKE, PARTITION OF, INHERITS; the referenced table of a partition
  bool like_indexes = false;              // PostgreSQL: LIKE ... INCLUDING INDEXES, INCLUDING ALL
  std::string_view algorithm;             // MySQL: ALGORITHM = x
  std::string_view lock;                  // MySQL: LOCK = x
  bool if_exists = false;
  bool if_not_exists = false;
  bool or_replace = false;
  bool concurrently = false;
  bool temporary = false;
  bool cascade = false;
  bool as_select = false;
  bool partition = false;      // PARTITION OF
  bool virtual_table = false;  // SQLite's CREATE VIRTUAL TABLE
  bool without_rowid = false;
  bool strict = false;
  bool incomplete = false;      // a part was not understood or is a hole: more may be in it
  std::string_view using_text;  // ALTER COLUMN ... TYPE ... USING expression
  uint32_t offset = 0;
};

}  // namespace backlint::sql

#endif  // BACKLINT_SQL_DDL_H_
