// Which keys of a table serve a search, and which index is missing when none does.
//
// The rules that all engines share: an index serves equalities on its leftmost parts, then one range, or gives an order; an
// expression only where the same expression is indexed; a partial index only where the query repeats its condition. Where
// engines differ, and where a key is not understood, the key counts as serving: nothing here says that an index is missing
// while one may be there.
#ifndef BACKLINT_SQL_INDEX_USE_H_
#define BACKLINT_SQL_INDEX_USE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sql/schema.h"
#include "sql/table_search.h"

namespace backlint::sql {

enum class Service : uint8_t {
  kServes,
  kOtherColumn,  // it begins with a column that the search does not fix
  kFunction,     // the search has a function around the column that it begins with
  kPartial,      // it leaves out rows that the search may want
  kNoOrder,      // it finds or sorts nothing by what the search needs: a hash, full text
};

Service ServiceOf(const SchemaKey& key, const TableSearch& search, Dialect dialect);

// A value that many rows share, by the column's type or name: no index on it alone would help.
bool IsUnselective(const SchemaTable& table, std::string_view column);

enum class MissingKind : uint8_t {
  kSearch,  // rows are found by known values
  kRange,   // between known values, or on one side of a moment
  kJoin,    // for each row of another table
  kOrder    // the first ones in an order
};

struct MissingIndex {
  MissingKind kind = MissingKind::kSearch;
  struct Part {
    std::string_view column;
    std::string_view function;  // around it; empty without one
  };
  std::vector<Part> parts;  // of the index that would serve: equalities, then a range or the order
  size_t searched = 0;      // so many of them are what no key serves; the rest would help besides
};

// The index that a table of a block lacks; nothing when a key serves, when no index could serve, and when either cannot be
// told.
std::optional<MissingIndex> FindMissingIndex(const Statement& statement, uint32_t block, int32_t table,
                                             const SchemaTable& known, Dialect dialect);

}  // namespace backlint::sql

#endif  // BACKLINT_SQL_INDEX_USE_H_
