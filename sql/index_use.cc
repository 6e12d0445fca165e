#include "sql/index_use.h"

#include <algorithm>

#include "sql/name_comparison.h"
#include "sql/script.h"

namespace backlint::sql {
namespace {

constexpr size_t kMostParts = 4;  // of an index that is asked for

// Without blanks, quotes and the parentheses around the whole, in small letters: `( lower("Name") )` is `lower(name)`.
std::string Plain(std::string_view expression) {
  std::string plain;
  for (const char c : expression)
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r' && c != '"' && c != '`') plain += LowerCase(c);
  while (plain.size() > 2 && plain.front() == '(' && plain.back() == ')') plain = plain.substr(1, plain.size() - 2);
  return plain;
}

// Comparing in a collation is no function of the value.
bool IsBare(const Condition& condition) { return condition.function.empty() || SameName(condition.function, "COLLATE"); }

// `lower(x)`, unlike `x + 1` or `x ->> 'a'`.
bool IsNamedFunction(std::string_view function) {
  return std::all_of(
             function.begin(), function.end(),
             [](char c) { return (LowerCase(c) >= 'a' && LowerCase(c) <= 'z') || (c >= '0' && c <= '9') || c == '_'; }) &&
         !SameName(function, "CASE");
}

bool IsTruth(std::string_view text) { return text == "1" || SameName(text, "true") || SameName(text, "'t'"); }

bool Implies(const Condition& condition, const Predicate& wanted, std::string_view column) {
  if (!condition.conjunct || !SameName(condition.column, column) || !SameName(condition.function, wanted.function))
    return false;
  const Predicate& given = *condition.predicate;
  // A bound value may be the one; whether the engine can see that is its own affair.
  if (given.other.kind == ValueKind::kPlaceholder || given.other.kind == ValueKind::kHole) return true;
  const bool no_null = condition.lookup != Lookup::kNone && given.comparison != Comparison::kIsNull &&
                       given.comparison != Comparison::kNullSafeEqual;
  if (wanted.comparison == Comparison::kIsNotNull) return no_null || given.comparison == Comparison::kIsNotNull;
  if (wanted.comparison == given.comparison) return Plain(wanted.other.text) == Plain(given.other.text);
  const auto truth = [](const Predicate& p) {
    return p.comparison == Comparison::kTruth || (p.comparison == Comparison::kEqual && IsTruth(p.other.text));
  };
  return truth(wanted) && truth(given);
}

// Whether the search wants only rows that a partial index holds. What is not understood counts as repeated.
bool Repeats(const SchemaKey& key, const TableSearch& search, Dialect dialect) {
  if (key.where.empty()) return true;
  const Script script("SELECT 1 FROM t WHERE " + key.where, dialect);
  if (script.statements().size() != 1 || !IsWhole(script.statements()[0])) return true;
  const Block* block = script.statements()[0].Root();
  if (block == nullptr || block->predicates.empty()) return true;
  return std::all_of(block->predicates.begin(), block->predicates.end(), [&](const Predicate& wanted) {
    const std::string_view column = block->columns[wanted.column].name;
    return !wanted.conjunct || std::any_of(search.conditions.begin(), search.conditions.end(),
                                           [&](const Condition& condition) { return Implies(condition, wanted, column); });
  });
}

bool Mentions(const SchemaKey& key, const TableSearch& search) {
  return std::any_of(key.parts.begin(), key.parts.end(), [&](const SchemaKeyPart& part) {
    return std::any_of(search.conditions.begin(), search.conditions.end(), [&](const Condition& condition) {
      return SameName(part.column, condition.column) ||
             Plain(part.expression).find(LowerCase(condition.column)) != std::string::npos;
    });
  });
}

// What an index does whose first part is an expression.
Service ServiceOfExpression(const SchemaKeyPart& part, const TableSearch& search) {
  const std::string indexed = Plain(part.expression);
  for (const Condition& condition : search.conditions) {
    const std::string column = LowerCase(condition.column), function = LowerCase(condition.function);
    if (condition.lookup == Lookup::kNone || indexed.find(column) == std::string::npos) continue;
    if (!IsBare(condition) && indexed.find(function) != std::string::npos) return Service::kServes;
    // `x COLLATE NOCASE`, `x::text`: whether they are the same is not for us to say.
    if (IsBare(condition) && indexed.find('(') == std::string::npos) return Service::kServes;
  }
  return Service::kOtherColumn;
}

Service ServiceOfFirst(const SchemaKeyPart& part, const TableSearch& search, bool hash) {
  if (part.column.empty()) return ServiceOfExpression(part, search);
  Service service = Service::kOtherColumn;
  for (const Condition& condition : search.conditions) {
    if (condition.lookup == Lookup::kNone || !SameName(condition.column, part.column)) continue;
    if (IsBare(condition) && (!hash || condition.lookup == Lookup::kEqual)) return Service::kServes;
    service = IsBare(condition) ? Service::kNoOrder : Service::kFunction;
  }
  const bool sorts = !search.order.empty() && SameName(search.order[0], part.column);
  if (sorts && service == Service::kOtherColumn) return hash ? Service::kNoOrder : Service::kServes;
  return service;
}

class Finder {
 public:
  Finder(const Statement& statement, uint32_t block, int32_t table, const SchemaTable& known, Dialect dialect)
      : statement_(statement), block_(block), known_(known), dialect_(dialect), search_(SearchOf(statement, block, table, dialect)) {}

  std::optional<MissingIndex> Run() {
    if (!search_.complete || !IsKnown()) return std::nullopt;
    for (const SchemaKey& key : known_.keys)
      if (ServiceOf(key, search_, dialect_) == Service::kServes) return std::nullopt;
    AddEqualities(false);
    if (missing_.parts.empty()) AddEqualities(true);
    if (missing_.parts.empty()) return RangeOrOrder();
    missing_.searched = missing_.parts.size();
    AddRange();
    return std::move(missing_);
  }

 private:
  // A column that the table does not have: it is not the table that is known.
  bool IsKnown() const {
    const auto has = [&](std::string_view column) { return known_.FindColumn(column) != nullptr; };
    return std::all_of(search_.conditions.begin(), search_.conditions.end(),
                       [&](const Condition& c) { return has(c.column); }) &&
           std::all_of(search_.order.begin(), search_.order.end(), has);
  }

  void Add(std::string_view column, std::string_view function) {
    const auto same = [&](const MissingIndex::Part& part) { return SameName(part.column, column); };
    if (missing_.parts.size() < kMostParts && std::none_of(missing_.parts.begin(), missing_.parts.end(), same))
      missing_.parts.push_back({column, SameName(function, "COLLATE") ? std::string_view() : function});
  }

  // What is compared with a constant of the text is a kind of row, of which there are many.
  bool IsCategory(const Condition& condition) const {
    const ValueKind kind = condition.predicate->other.kind;
    const bool constant =
        kind == ValueKind::kLiteral || (kind == ValueKind::kList && IsConstantList(condition.predicate->other));
    return constant || IsUnselective(known_, condition.column);
  }

  static bool IsConstantList(const Value& list) {
    return !list.has_hole && list.text.find_first_of("?$:@") == std::string_view::npos;
  }

  bool IsTime(std::string_view name) const {
    const SchemaColumn* column = known_.FindColumn(name);
    return column != nullptr &&
           (column->type_name.find("date") != std::string::npos || column->type_name.find("time") != std::string::npos);
  }

  // One end of anything but time leaves half of the rows, for all we know.
  bool IsNarrow(const Condition& range) const {
    if (IsTime(range.column) || range.predicate->comparison == Comparison::kBetween ||
        range.predicate->comparison == Comparison::kLike)
      return true;
    return std::count_if(search_.conditions.begin(), search_.conditions.end(), [&](const Condition& c) {
             return c.conjunct && c.lookup == Lookup::kRange && SameName(c.column, range.column);
           }) > 1;
  }

  void AddEqualities(bool joins) {
    missing_.kind = joins ? MissingKind::kJoin : MissingKind::kSearch;
    for (const Condition& condition : search_.conditions) {
      const bool join = condition.partner != kNone || condition.outer;
      if (join != joins || !TableSearch::IsEquality(condition) || IsCategory(condition)) continue;
      if (IsNamedFunction(condition.function) && (!join || IsDriven(condition))) Add(condition.column, condition.function);
    }
  }

  // Rows of the other side are chosen before this table is asked: else reading both once is the best there is.
  bool IsDriven(const Condition& condition) const {
    if (condition.outer) return dialect_ == Dialect::kSqlite || statement_.blocks[OuterScope(statement_, block_)].where;
    const TableSearch other = SearchOf(statement_, block_, condition.partner, dialect_);
    return std::any_of(other.conditions.begin(), other.conditions.end(),
                       [](const Condition& c) { return TableSearch::IsEquality(c) && c.partner == kNone && !c.outer; });
  }

  void AddRange() {
    for (const Condition& condition : search_.conditions)
      if (condition.conjunct && condition.lookup == Lookup::kRange && IsBare(condition)) return Add(condition.column, {});
    for (const std::string_view column : search_.order) Add(column, {});
  }

  std::optional<MissingIndex> RangeOrOrder() {
    const bool sorted = !search_.order.empty();
    const auto range = std::find_if(search_.conditions.begin(), search_.conditions.end(), [&](const Condition& c) {
      return c.conjunct && c.lookup == Lookup::kRange && IsBare(c) && c.partner == kNone && !c.outer && IsNarrow(c);
    });
    if (!sorted && range == search_.conditions.end()) return std::nullopt;
    missing_.kind = sorted ? MissingKind::kOrder : MissingKind::kRange;
    for (const Condition& condition : search_.conditions)
      if (TableSearch::IsEquality(condition) && condition.function.empty() && condition.partner == kNone)
        Add(condition.column, {});
    const size_t before = missing_.parts.size();
    if (sorted)
      for (const std::string_view column : search_.order) Add(column, {});
    else
      Add(range->column, {});
    missing_.searched = missing_.parts.size();
    return missing_.parts.size() == before ? std::nullopt : std::optional(std::move(missing_));
  }

  const Statement& statement_;
  const uint32_t block_;
  const SchemaTable& known_;
  const Dialect dialect_;
  const TableSearch search_;
  MissingIndex missing_;
};

}  // namespace

Service ServiceOf(const SchemaKey& key, const TableSearch& search, Dialect dialect) {
  // MySQL has made an index for it that stands among the keys; another engine makes none.
  if (key.kind == KeyKind::kForeign && dialect == Dialect::kUnknown)
    return ServiceOfFirst(key.parts.empty() ? SchemaKeyPart() : key.parts[0], search, false);
  if (key.kind == KeyKind::kForeign || key.kind == KeyKind::kCheck) return Service::kNoOrder;
  if (key.kind == KeyKind::kFulltext || key.kind == KeyKind::kSpatial) return Service::kNoOrder;
  if (key.parts.empty()) return Service::kServes;
  const std::string method = LowerCase(key.method);
  const bool hash = method == "hash" && dialect == Dialect::kPostgres;
  const bool tree = method.empty() || method == "btree" || method == "hash";
  if (!tree || key.kind == KeyKind::kExclude) return Mentions(key, search) ? Service::kServes : Service::kOtherColumn;
  const Service service = ServiceOfFirst(key.parts[0], search, hash);
  return service == Service::kServes && !Repeats(key, search, dialect) ? Service::kPartial : service;
}

bool IsUnselective(const SchemaTable& table, std::string_view name) {
  static constexpr std::string_view kTypes[] = {"bool", "boolean", "bit", "enum", "set", "tinyint"};
  static constexpr std::string_view kNames[] = {"active", "enabled", "disabled", "deleted",  "visible",   "hidden",    "gender",
                                                "sex",    "level",   "priority", "locked",   "online",    "role",      "rights",
                                                "public", "private", "archived", "favorite", "favourite", "published", "used"};
  static constexpr std::string_view kEnds[] = {"type",  "status", "state",   "kind",   "flag",
                                               "flags", "mode",   "enabled", "deleted"};
  const std::string lower = LowerCase(name);
  for (const std::string_view prefix : {"is_", "has_", "can_"}) {
    if (lower.starts_with(prefix)) return true;
  }
  // `order_type`, `DevSceneType`, but no word that only ends like that.
  for (const std::string_view end : kEnds) {
    if (!lower.ends_with(end)) continue;
    const size_t at = name.size() - end.size();
    if (at == 0 || name[at - 1] == '_' || name[at] != lower[at]) return true;
  }
  if (std::find(std::begin(kNames), std::end(kNames), lower) != std::end(kNames)) return true;
  const SchemaColumn* column = table.FindColumn(name);
  return column != nullptr && !column->array &&
         std::find(std::begin(kTypes), std::end(kTypes), column->type_name) != std::end(kTypes);
}

std::optional<MissingIndex> FindMissingIndex(const Statement& statement, uint32_t block, int32_t table,
                                             const SchemaTable& known, Dialect dialect) {
  return Finder(statement, block, table, known, dialect).Run();
}

}  // namespace backlint::sql
