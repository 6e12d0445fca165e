// The databases of the code base: the statements that run on them, from program text and from files, and the schema that they leave.
//
// One schema a dialect: a tree that serves several engines has one definition of each table for each of them. Files come first, in the
// order of their histories; then what the program itself defines, wherever its text stands. Definitions that contradict each other make
// a table uncertain; see sql/schema.h.
#ifndef BACKLINT_BACKEND_DATABASE_H_
#define BACKLINT_BACKEND_DATABASE_H_

#include <deque>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "backend/query.h"
#include "link/program.h"
#include "sql/migration.h"
#include "sql/schema.h"
#include "sql/script.h"

namespace backlint {

struct SqlFile {
  std::string path;              // relative to the project root
  std::string text;
  sql::Dialect dialect = sql::Dialect::kUnknown;    // when somebody said it
};

// A statement of the code base. Its script lives as long as the Database.
struct SqlStatement {
  const sql::Script* script = nullptr;
  const sql::Statement* facts = nullptr;
  Place place;                   // of program text: of the query
  size_t query = kNoQuery;       // index into the queries; kNoQuery: it stands in a file
  size_t way = 0;                // of that query

  static constexpr size_t kNoQuery = SIZE_MAX;
};

struct MigrationStep {
  std::string path;
  sql::Script script;            // of the part that goes up
  uint32_t first_line = 1;       // of that part
  bool repeatable = false;       // it runs again whenever it changes
  bool wrapped = false;          // the tool runs it in a transaction of its own

  Place PlaceOf(const sql::Statement& statement) const { return {path, first_line + statement.line - 1, 1}; }
};

// The files of one folder in the order in which they run.
struct History {
  std::string folder;
  sql::MigrationStyle style = sql::MigrationStyle::kPlain;
  std::vector<MigrationStep> steps;
  sql::Dialect dialect = sql::Dialect::kUnknown;
  bool rehearsal = false;        // below a folder of tests or examples

  // Its steps build on each other. Other files of SQL are each a beginning of its own.
  bool IsOrdered() const { return style != sql::MigrationStyle::kPlain; }
};

class Database {
 public:
  Database() = default;
  Database(Database&&) = default;
  Database& operator=(Database&&) = default;

  // Reading never fails. `program` is asked for definitions that no query is known to run.
  static Database Build(const Program& program, std::span<const Query> queries, std::span<const SqlFile> files);

  // Of the queries in their order (each text of a query once), then of the files. Columns are resolved as far as the schema tells.
  std::span<const SqlStatement> statements() const { return statements_; }
  // Those of one query.
  std::span<const SqlStatement> StatementsOf(size_t query) const;

  std::span<const History> histories() const { return histories_; }

  // By dialect; those without a table are left out.
  std::vector<const sql::Schema*> schemas() const;

  // The schema that a statement of this dialect speaks of, then the others: nullptr when none has the table, or several have and the
  // dialect does not tell which is meant.
  const sql::SchemaTable* FindTable(sql::Dialect dialect, std::string_view schema, std::string_view name) const;
  // The program makes indexes on tables whose names are not known: any table may have more than its keys say.
  bool HasUnknownIndexes() const { return unknown_indexes_; }
  // Of a table that these schemas have: which engine it is of, a statement alone may not show.
  const sql::Schema& SchemaOf(const sql::SchemaTable& table) const { return *owners_.find(&table)->second; }
  // Where a part of a table of these schemas is written.
  Place PlaceOf(const sql::SchemaTable& table, sql::Origin origin) const;

 private:
  friend class DatabaseBuilder;

  std::deque<sql::Script> scripts_;          // of program text
  std::vector<History> histories_;
  std::map<sql::Dialect, sql::Schema> schemas_;
  std::map<const sql::SchemaTable*, const sql::Schema*> owners_;
  std::vector<SqlStatement> statements_;
  bool unknown_indexes_ = false;
  std::vector<size_t> first_;                // query -> index of its first statement, and the end
};

}  // namespace backlint

#endif  // BACKLINT_BACKEND_DATABASE_H_
