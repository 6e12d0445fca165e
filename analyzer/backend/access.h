// One statement that a function does to the database, itself or through what it calls.
#ifndef BACKLINT_BACKEND_ACCESS_H_
#define BACKLINT_BACKEND_ACCESS_H_

#include <string>
#include <string_view>
#include <vector>

#include "backend/value_path.h"
#include "sql/script.h"

namespace backlint {

// A column and the value of the program that it is compared with or given.
struct AccessKey {
  std::string_view column;       // empty: an INSERT without names of columns
  ValuePath path;                // of the function that the access is of
  bool given = false;            // by INSERT or SET; else an equality that must hold
};

struct Access {
  size_t query = 0;              // index into the queries
  const sql::Script* script = nullptr;
  const sql::Statement* statement = nullptr;
  Place place;                   // of the call in the function
  std::vector<Note> path;        // from there to the query; empty when the call is the query
  std::vector<AccessKey> keys;
  ValuePath connection;          // what the query is called on or with; kNone when it is not known
  uint32_t value = 0xffffffffu;  // of the call

  // The one table that it reads or writes at its root; nullptr when there are more, or its name is not known.
  const sql::Table* table() const;
  bool Is(sql::StatementKind kind) const { return statement->kind == kind; }
  bool Writes() const { return Is(sql::StatementKind::kInsert) || Is(sql::StatementKind::kUpdate) || Is(sql::StatementKind::kDelete); }
};

}  // namespace backlint

#endif  // BACKLINT_BACKEND_ACCESS_H_
