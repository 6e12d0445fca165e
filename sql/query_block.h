// A query block: one SELECT, VALUES list, INSERT, UPDATE, DELETE or MERGE with its own scope, and what stands in it. Nested
// ones are blocks of their own; what a subquery holds is not repeated in the block around it.
#ifndef BACKLINT_SQL_QUERY_BLOCK_H_
#define BACKLINT_SQL_QUERY_BLOCK_H_

#include <cstdint>
#include <string_view>
#include <vector>

namespace backlint::sql {

inline constexpr uint32_t kNoBlock = UINT32_MAX;
inline constexpr int32_t kNone = -1;

enum class Place : uint8_t {
  kSelect,
  kOn,
  kWhere,
  kHaving,
  kGroup,
  kOrder,
  kAssignment,
  kValues,
  kConflict,
  kReturning,
  kBound,
  kOther
};

enum class ValueKind : uint8_t {
  kNone,
  kLiteral,  // of known text; also TRUE and FALSE
  kNull,
  kDefault,
  kPlaceholder,  // bound by the program: ? $1 :name
  kHole,         // text of the program: a hole, a format placeholder, quoted text with a hole in it
  kColumn,
  kSubquery,
  kList,  // of literals and placeholders, as in IN (...)
  kRow,   // (a, b)
  kExpression
};

struct Value {
  ValueKind kind = ValueKind::kNone;
  int32_t column = kNone;     // in Block::columns, of a kColumn or of the one column in a function
  uint32_t block = kNoBlock;  // of a kSubquery
  std::string_view text;      // as written: of literals, placeholders, expressions
  std::string_view function;  // around the column or as the outermost call; empty without one
  bool has_hole = false;      // somewhere inside
  uint32_t count = 0;         // of the elements of a kList
};

// A table, or what stands for one.
struct Table {
  std::string_view schema;
  std::string_view name;   // empty for derived tables; with holes in it the known parts, joined
  std::string_view alias;  // empty without one
  bool read = false;
  bool written = false;
  bool has_hole = false;      // the name is not all known
  bool cte = false;           // the name of a WITH query: no table
  bool function = false;      // f(x) in FROM: no table
  bool outer = false;         // may give a row of nulls: the right side of LEFT JOIN, ...
  uint32_t block = kNoBlock;  // of a derived table or a CTE
  uint32_t offset = 0;

  bool IsReal() const { return !cte && !function && !(name.empty() && !has_hole); }
  std::string_view KnownAs() const { return alias.empty() ? name : alias; }
};

// A column as it is written somewhere.
struct ColumnUse {
  std::string_view schema;
  std::string_view table;  // as written before the dot
  std::string_view name;
  Place place = Place::kOther;
  bool has_hole = false;
  // Whose column it is: `tables[owner]` of block `owner_block`. kNone: it cannot be told, or it is the alias of a select item.
  uint32_t owner_block = kNoBlock;
  int32_t owner = kNone;
  bool sure = false;  // the text says so by a qualifier, or a schema was asked
  uint32_t offset = 0;
};

enum class Comparison : uint8_t {
  kEqual,
  kNotEqual,
  kLess,
  kLessEqual,
  kGreater,
  kGreaterEqual,
  kNullSafeEqual,  // <=>, IS NOT DISTINCT FROM, SQLite's a IS b
  kIsNull,
  kIsNotNull,
  kIn,
  kNotIn,
  kBetween,
  kNotBetween,
  kLike,  // also ILIKE, GLOB, SIMILAR TO
  kNotLike,
  kRegexp,
  kTruth,  // the column itself is the condition
  kOther
};

std::string_view Name(Comparison comparison);

// A condition on a column. `5 < a` is kept as `a > 5`; for `a = b` the column on the left is `column`, the other is in `other`.
struct Predicate {
  int32_t column = kNone;  // in Block::columns
  Comparison comparison = Comparison::kOther;
  Place place = Place::kWhere;  // kOn, kWhere, kHaving
  bool conjunct = true;         // it must hold: under AND only, never under OR or NOT
  std::string_view function;    // around the column; `+` and the like for an operator, the operator of JSON paths
  Value other;
  uint32_t offset = 0;
};

struct SortTerm {
  Value value;  // a kLiteral is the number of a select item
  bool descending = false;
};

struct SelectItem {
  Value value;
  std::string_view alias;
  std::string_view star;  // t of `t.*`
  bool is_star = false;
  bool aggregate = false;
};

// A column that INSERT or UPDATE gives a value.
struct Assignment {
  std::string_view table;  // as written before the dot
  std::string_view column;
  Value value;               // of INSERT: in the first row of VALUES; kExpression when rows differ in kind
  bool on_conflict = false;  // of ON CONFLICT DO UPDATE or ON DUPLICATE KEY UPDATE
  bool has_hole = false;
  uint32_t offset = 0;
};

enum class BlockKind : uint8_t { kSelect, kValues, kSetOperation, kInsert, kUpdate, kDelete, kMerge };
enum class BlockRole : uint8_t {
  kStatement,
  kOperand,   // of the set operation that is its parent
  kSource,    // of INSERT ... SELECT, CREATE TABLE ... AS, CREATE VIEW
  kCte,       // its name is in Block::name
  kDerived,   // in FROM
  kSubquery,  // in an expression
  kExists
};
enum class RowLock : uint8_t { kNone, kShare, kUpdate };

struct Block {
  BlockKind kind = BlockKind::kSelect;
  BlockRole role = BlockRole::kStatement;
  uint32_t parent = kNoBlock;
  std::string_view name;  // of a CTE
  std::vector<Table> tables;
  std::vector<ColumnUse> columns;
  std::vector<Predicate> predicates;
  std::vector<SelectItem> items;  // also of RETURNING
  std::vector<SortTerm> order;
  std::vector<SortTerm> group;
  std::vector<Assignment> assignments;
  Value limit;  // kNone: there is none; LIMIT ALL counts as none
  Value offset;
  uint32_t rows = 0;  // of VALUES
  bool distinct = false;
  bool grouped = false;             // GROUP BY
  bool aggregate = false;           // an aggregate in the select list
  bool perhaps_aggregate = false;   // every item of the select list calls something that may be one
  bool where = false;               // a WHERE clause
  bool columns_unknown = false;     // a hole or an unread part is in the select list
  bool conditions_unknown = false;  // a hole stands for conditions, or a sample is taken
  bool default_values = false;
  bool lateral = false;  // of a derived table: it sees the tables before it
  RowLock lock = RowLock::kNone;
  bool skip_locked = false;
  bool no_wait = false;
  std::string_view set_operator;  // of a set operation: the first one, UNION, EXCEPT, INTERSECT
  uint32_t begin = 0;

  bool OneRow() const { return aggregate && !grouped; }  // whatever the tables hold
};

}  // namespace backlint::sql

#endif  // BACKLINT_SQL_QUERY_BLOCK_H_
