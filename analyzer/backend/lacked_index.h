// Indexes that the program's searches ask for and the schema does not have.
//
// Silent about tables whose definition is not known for sure or which are small, statements that are not whole, queries that run once, tests, and
// all tables when indexes are made on tables whose names are not known.
#ifndef BACKLINT_BACKEND_LACKED_INDEX_H_
#define BACKLINT_BACKEND_LACKED_INDEX_H_

#include <cstdint>
#include <span>
#include <vector>

#include "backend/database.h"
#include "backend/table_size.h"
#include "sql/foreign_key.h"
#include "sql/index_use.h"

namespace backlint {

// A search of one statement.
struct LackingSearch {
  const SqlStatement* statement = nullptr;
  uint32_t block = 0;
  int32_t table = 0;  // of that block
  sql::MissingIndex missing;
};

// One index, and the searches that it would serve: the first asks for the fewest columns, each of the others is of another query.
struct LackedIndex {
  const sql::SchemaTable* table = nullptr;
  std::vector<LackingSearch> searches;
};

// A statement that deletes rows, and foreign keys by which the database then searches another table.
struct LackingDeletion {
  const SqlStatement* statement = nullptr;
  const sql::SchemaTable* parent = nullptr;
  std::vector<sql::UnindexedReference> references;
};

struct LackedIndexes {
  std::vector<LackedIndex> indexes;
  std::vector<LackingDeletion> deletions;
};

LackedIndexes FindLackedIndexes(const Database& database, std::span<const Query> queries, const TableSizes& sizes);

}  // namespace backlint

#endif  // BACKLINT_BACKEND_LACKED_INDEX_H_
