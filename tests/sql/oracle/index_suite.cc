#include "index_suite.h"

#include <algorithm>

#include "sql/index_use.h"
#include "sql/schema_resolution.h"
#include "sql/script.h"

namespace backlint::sql {

std::string_view IndexTables(Dialect dialect) {
  if (dialect == Dialect::kSqlite)
    return "CREATE TABLE t (id INTEGER PRIMARY KEY, a INT, b INT, c INT, name TEXT); CREATE TABLE u (id INTEGER PRIMARY KEY, "
           "t_id INT, a INT);";
  return "CREATE TABLE t (id INT PRIMARY KEY, a INT, b INT, c INT, name VARCHAR(50)); CREATE TABLE u (id INT PRIMARY KEY, t_id "
         "INT, a INT);";
}

const std::vector<IndexPair>& IndexPairs() {
  static const std::vector<IndexPair> pairs = {
      {"", "SELECT c FROM t WHERE id = 5", true},
      {"", "SELECT c FROM t WHERE id > 5", true},
      {"", "SELECT c FROM t WHERE a = 5", false},
      {"", "SELECT c FROM t WHERE a > 5", false},
      {"", "SELECT c FROM t WHERE name LIKE '%x'", false},
      {"", "SELECT c FROM t ORDER BY id LIMIT 3", true},
      {"", "SELECT c FROM t ORDER BY a LIMIT 3", false},
      {"", "UPDATE t SET c = 1 WHERE a = 5", false},
      {"", "DELETE FROM t WHERE a = 5", false},
      {"", "DELETE FROM t WHERE id = 5", true},
      {"CREATE INDEX i ON t (a)", "SELECT c FROM t WHERE a = 5", true},
      {"CREATE INDEX i ON t (a)", "SELECT c FROM t WHERE a IN (1, 2)", true},
      {"CREATE INDEX i ON t (a)", "SELECT c FROM t WHERE a IS NULL", true},
      {"CREATE INDEX i ON t (a)", "SELECT c FROM t WHERE a BETWEEN 1 AND 2", true},
      {"CREATE INDEX i ON t (a)", "SELECT c FROM t WHERE 5 = a AND b = 2", true},
      {"CREATE INDEX i ON t (a)", "SELECT c FROM t WHERE a + 1 = 5", false},
      {"CREATE INDEX i ON t (a)", "SELECT c FROM t WHERE abs(a) = 5", false},
      {"CREATE INDEX i ON t (a)", "SELECT c FROM t WHERE a = b", false},
      {"CREATE INDEX i ON t (a)", "SELECT c FROM t WHERE a = b + 1", false},
      {"CREATE INDEX i ON t (a)", "SELECT c FROM t WHERE a = 5 OR b = 5", true},  // counts as served: parts of it may be
      {"CREATE INDEX i ON t (a)", "SELECT c FROM t ORDER BY a LIMIT 3", true},
      {"CREATE INDEX i ON t (a)", "SELECT c FROM t ORDER BY b LIMIT 3", false},
      {"CREATE INDEX i ON t (a, b)", "SELECT c FROM t WHERE b = 5", false},
      {"CREATE INDEX i ON t (a, b)", "SELECT c FROM t WHERE a = 5 AND b = 5", true},
      {"CREATE INDEX i ON t (a, b)", "SELECT c FROM t WHERE b = 5 AND a > 1", true},
      {"CREATE INDEX i ON t (a, b)", "SELECT c FROM t WHERE a = 5 ORDER BY b LIMIT 3", true},
      {"CREATE UNIQUE INDEX i ON t (b, a)", "SELECT c FROM t WHERE a = 5", false},
      {"CREATE UNIQUE INDEX i ON t (b, a)", "SELECT c FROM t WHERE b = 5", true},
      {"CREATE INDEX i ON u (t_id)", "SELECT t.c FROM u, t WHERE u.a = 5 AND t.id = u.t_id", true},
  };
  return pairs;
}

bool IsServed(const IndexPair& pair, Dialect dialect) {
  Schema schema(dialect);
  schema.Apply(Script(IndexTables(dialect), dialect), "");
  schema.Apply(Script(pair.keys, dialect), "");
  Script script(pair.query, dialect);
  Statement& statement = script.statements()[0];
  ResolveColumns(statement, schema);
  const Block& block = *statement.Root();
  const auto t = std::find_if(block.tables.begin(), block.tables.end(), [](const Table& table) { return table.name == "t"; });
  const TableSearch search = SearchOf(statement, statement.root, static_cast<int32_t>(t - block.tables.begin()), dialect);
  const SchemaTable& known = *schema.Find("t");
  return std::any_of(known.keys.begin(), known.keys.end(),
                     [&](const SchemaKey& key) { return ServiceOf(key, search, dialect) == Service::kServes; });
}

}  // namespace backlint::sql
