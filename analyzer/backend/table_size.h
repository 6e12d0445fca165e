// How many rows the tables of the schema are likely to have, from what the code base does to them.
#ifndef BACKLINT_BACKEND_TABLE_SIZE_H_
#define BACKLINT_BACKEND_TABLE_SIZE_H_

#include <map>
#include <string>

#include "backend/database.h"

namespace backlint {

enum class TableSize : uint8_t {
  kUnknown,
  kSmall,  // a handful: its name says so (settings, versions, kinds), its key has no room for more, or it is filled with constants
  kGrows   // the program adds rows with values that vary
};

class TableSizes {
 public:
  explicit TableSizes(const Database& database);

  TableSize Of(const sql::SchemaTable& table) const;
  // Of the first statement that adds such rows; empty when there is none.
  Place GrowsAt(const sql::SchemaTable& table) const;

 private:
  struct Inserts {
    Place varying;
    bool constant = false;
  };
  std::map<std::string, Inserts> inserts_;  // by table, in small letters
};

}  // namespace backlint

#endif  // BACKLINT_BACKEND_TABLE_SIZE_H_
