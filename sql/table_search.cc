#include "sql/table_search.h"

#include <algorithm>

namespace backlint::sql {
namespace {

// `'abc%'` and `'abc*'`: a known beginning. A placeholder may begin with anything.
bool HasKnownPrefix(const Value& pattern) {
  if (pattern.kind != ValueKind::kLiteral || pattern.text.size() < 3) return false;
  const char first = pattern.text[1];
  const bool quoted = pattern.text[0] == '\'' || pattern.text[0] == '"';
  return quoted && first != '%' && first != '_' && first != '*' && first != '?' && first != '[';
}

class Reader {
 public:
  Reader(const Statement& statement, uint32_t block, int32_t table, Dialect dialect)
      : index_(block), block_(statement.blocks[block]), table_(table), dialect_(dialect) {}

  TableSearch Run() {
    outer_joins_ = std::any_of(block_.tables.begin(), block_.tables.end(), [](const Table& table) { return table.outer; });
    search_.complete = !block_.conditions_unknown;
    for (const Predicate& predicate : block_.predicates) Add(predicate);
    AddOrder();
    return std::move(search_);
  }

 private:
  bool IsOwn(const ColumnUse& use) const { return use.owner_block == index_ && use.owner == table_; }

  void Add(const Predicate& predicate) {
    if (predicate.place == Place::kHaving || predicate.column == kNone) return;
    const ColumnUse& use = block_.columns[predicate.column];
    const ColumnUse* other = predicate.other.column == kNone ? nullptr : &block_.columns[predicate.other.column];
    if (!use.sure || use.has_hole) search_.complete &= use.owner != kNone && !IsOwn(use) && use.owner_block == index_;
    if (IsOwn(use) && use.sure && !use.has_hole) AddCondition(predicate, use.name, other);
    // `a = b`: the other side looks this one up just as well.
    else if (predicate.other.kind == ValueKind::kColumn && IsOwn(*other) && other->sure)
      AddCondition(predicate, other->name, &use);
    else if (other != nullptr && (other->owner == kNone || !other->sure))
      search_.complete = false;
  }

  void AddCondition(const Predicate& predicate, std::string_view column, const ColumnUse* other) {
    Condition condition;
    condition.column = column;
    condition.function = IsOwn(block_.columns[predicate.column]) ? predicate.function : std::string_view();
    condition.conjunct = predicate.conjunct;
    condition.predicate = &predicate;
    condition.lookup = LookupOf(predicate);
    if (other != nullptr) {
      if (IsOwn(*other))
        condition.lookup = Lookup::kNone;  // of one row
      else if (other->owner == kNone)
        search_.complete = false;
      else if (other->owner_block == index_)
        condition.partner = other->owner;
      else
        condition.outer = true;
    } else if (DependsOnColumns(predicate.other)) {
      condition.lookup = Lookup::kNone;
    }
    // What the ON of an outer join says of the kept side chooses no rows of it.
    if (predicate.place == Place::kOn && outer_joins_ && !block_.tables[table_].outer && condition.partner == kNone)
      condition.lookup = Lookup::kNone;
    search_.conditions.push_back(condition);
  }

  Lookup LookupOf(const Predicate& predicate) const {
    switch (predicate.comparison) {
      case Comparison::kNullSafeEqual:
        // PostgreSQL has no operator behind IS NOT DISTINCT FROM, and so no class of them that an index could be of.
        return dialect_ == Dialect::kPostgres ? Lookup::kNone : Lookup::kEqual;
      case Comparison::kEqual:
      case Comparison::kIn:
      case Comparison::kIsNull:
      case Comparison::kTruth:
        return Lookup::kEqual;
      case Comparison::kLess:
      case Comparison::kLessEqual:
      case Comparison::kGreater:
      case Comparison::kGreaterEqual:
      case Comparison::kBetween:
        return Lookup::kRange;
      case Comparison::kLike:
        return HasKnownPrefix(predicate.other) ? Lookup::kRange : Lookup::kNone;
      default:
        return Lookup::kNone;
    }
  }

  // An expression of columns of this block: computed row by row, so no value to look up.
  bool DependsOnColumns(const Value& value) const {
    if (value.kind != ValueKind::kExpression && value.kind != ValueKind::kRow) return false;
    return std::any_of(block_.columns.begin(), block_.columns.end(), [&](const ColumnUse& use) {
      return use.name.data() >= value.text.data() && use.name.data() < value.text.data() + value.text.size();
    });
  }

  void AddOrder() {
    const bool plain = block_.kind == BlockKind::kSelect && !block_.grouped && !block_.aggregate && !block_.distinct;
    if (!plain || block_.tables.size() != 1 || block_.limit.kind == ValueKind::kNone) return;
    for (const SortTerm& term : block_.order) {
      const bool own = term.value.kind == ValueKind::kColumn && IsOwn(block_.columns[term.value.column]) &&
                       block_.columns[term.value.column].sure;
      if (!own) {
        search_.order.clear();
        return;
      }
      search_.order.push_back(block_.columns[term.value.column].name);
    }
  }

  const uint32_t index_;
  const Block& block_;
  const int32_t table_;
  const Dialect dialect_;
  bool outer_joins_ = false;
  TableSearch search_;
};

}  // namespace

bool TableSearch::IsEquality(const Condition& condition) {
  const Comparison comparison = condition.predicate->comparison;
  const bool value =
      comparison == Comparison::kEqual || comparison == Comparison::kNullSafeEqual || comparison == Comparison::kIn;
  return condition.conjunct && condition.lookup == Lookup::kEqual && value;
}

TableSearch SearchOf(const Statement& statement, uint32_t block, int32_t table, Dialect dialect) {
  return Reader(statement, block, table, dialect).Run();
}

}  // namespace backlint::sql
