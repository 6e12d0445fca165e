#include "sql/type_change.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "sql/name_comparison.h"

namespace backlint::sql {
namespace {

// A type with one name for each that engines have several for.
struct PlainType {
  std::string name;
  int64_t length = -1;
  int64_t scale = -1;
  bool zone = false;
  bool array = false;
  bool is_unsigned = false;

  bool operator==(const PlainType&) const = default;
};

using Alias = std::pair<std::string_view, std::string_view>;

template <size_t size>
std::string Canonical(std::string_view name, const std::array<Alias, size>& aliases) {
  std::string lower = LowerCase(name);
  const auto found = std::find_if(aliases.begin(), aliases.end(), [&](const Alias& alias) { return alias.first == lower; });
  return found == aliases.end() ? lower : std::string(found->second);
}

constexpr std::array<Alias, 21> kPostgresNames = {{{"int", "integer"}, {"int4", "integer"}, {"serial", "integer"}, {"serial4", "integer"},
    {"int8", "bigint"}, {"bigserial", "bigint"}, {"serial8", "bigint"}, {"int2", "smallint"}, {"smallserial", "smallint"},
    {"serial2", "smallint"}, {"character varying", "varchar"}, {"character", "char"}, {"bpchar", "char"}, {"decimal", "numeric"},
    {"dec", "numeric"}, {"bool", "boolean"}, {"float8", "double precision"}, {"float", "double precision"}, {"float4", "real"},
    {"bit varying", "varbit"}, {"timestamp without time zone", "timestamp"}}};
constexpr std::array<std::string_view, 26> kPostgresTypes = {"integer", "bigint", "smallint", "varchar", "char", "text", "numeric",
    "boolean", "double precision", "real", "varbit", "bit", "timestamp", "time", "interval", "date", "uuid", "json", "jsonb", "bytea",
    "inet", "cidr", "xml", "money", "citext", "oid"};
// What no other type becomes for nothing.
constexpr std::array<std::string_view, 13> kOwnForm = {"integer", "bigint", "smallint", "uuid", "json", "jsonb", "date", "boolean",
                                                       "double precision", "real", "bytea", "xml", "money"};

PlainType PostgresType(std::string_view name, int64_t length, int64_t scale, bool zone, bool array) {
  PlainType type{Canonical(name, kPostgresNames), length, scale, zone, array};
  if (type.name == "timestamptz" || type.name == "timestamp with time zone") type.name = "timestamp", type.zone = true;
  if (type.name == "timetz" || type.name == "time with time zone") type.name = "time", type.zone = true;
  // Six digits behind the second are all there are.
  if ((type.name == "timestamp" || type.name == "time" || type.name == "interval") && length >= 6) type.length = -1;
  if (type.name == "numeric" && length >= 0 && scale < 0) type.scale = 0;
  if (type.name == "char" && length < 0) type.length = 1;
  return type;
}

template <size_t size>
bool IsOneOf(const std::string& name, const std::array<std::string_view, size>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Without a limit counts as the widest.
bool Widens(int64_t from, int64_t to) { return to < 0 || (from >= 0 && to >= from); }

bool IsFree(const PlainType& from, const PlainType& to, bool utc) {
  if (from == to) return true;
  if (from.array || to.array) return false;
  const auto is_text = [](const PlainType& type) { return type.name == "varchar" || type.name == "text" || type.name == "citext"; };
  if (is_text(from) && is_text(to)) return Widens(from.name == "varchar" ? from.length : -1, to.name == "varchar" ? to.length : -1);
  if (from.name == "cidr" && to.name == "inet") return true;
  if (from.name == "integer" && to.name == "oid") return true;
  if (from.name != to.name) return false;
  if (from.name == "numeric") return to.length < 0 || (from.length >= 0 && to.length >= from.length && to.scale == from.scale);
  if (from.name == "timestamp") return (from.zone == to.zone || utc) && Widens(from.length, to.length);
  if (from.name == "time" || from.name == "interval") return from.zone == to.zone && Widens(from.length, to.length);
  return from.name == "varbit" && Widens(from.length, to.length);
}

// `c`, `c::type`, `CAST(c AS type)`: what happens without USING as well.
bool IsPlainCast(std::string_view conversion, std::string_view column) {
  std::string text;
  for (const char c : conversion)
    if (c != '"' && c != ' ' && c != '\n' && c != '\t' && c != '\r') text += LowerCase(c);
  while (text.starts_with('(') && text.ends_with(')')) text = text.substr(1, text.size() - 2);
  const std::string name = LowerCase(column);
  return text == name || text.starts_with(name + "::") || text.starts_with("cast(" + name + "as");
}

constexpr std::array<Alias, 10> kMysqlNames = {{{"integer", "int"}, {"bool", "tinyint"}, {"boolean", "tinyint"}, {"dec", "decimal"},
    {"numeric", "decimal"}, {"fixed", "decimal"}, {"double precision", "double"}, {"real", "double"}, {"character varying", "varchar"},
    {"character", "char"}}};
constexpr std::array<std::string_view, 6> kMysqlIntegers = {"tinyint", "smallint", "mediumint", "int", "bigint", "year"};

PlainType MysqlType(std::string_view name, int64_t length, int64_t scale, bool is_unsigned) {
  PlainType type{Canonical(name, kMysqlNames), length, scale, false, false, is_unsigned};
  // Of integers it is the width of a column on paper.
  if (IsOneOf(type.name, kMysqlIntegers)) type.length = type.scale = -1;
  if (type.name == "decimal") type = {type.name, length < 0 ? 10 : length, scale < 0 ? 0 : scale, false, false, is_unsigned};
  if (type.name == "datetime" || type.name == "timestamp" || type.name == "time") type.length = std::max<int64_t>(length, 0);
  return type;
}

// `enum('a', 'b')` as `enum('a','b'`, without blanks outside of the values.
std::string ValuesOf(std::string_view type) {
  std::string values;
  bool quoted = false;
  for (const char c : type) {
    quoted ^= c == '\'';
    if (quoted || (c != ' ' && c != '\t' && c != '\r' && c != '\n' && c != ')')) values += LowerCase(c);
  }
  return values;
}

// One is part of the other, and engines differ in what they make of that.
bool AreUnicode(std::string_view a, std::string_view b) { return LowerCase(a).starts_with("utf8") && LowerCase(b).starts_with("utf8"); }

// The length of a value takes one byte or two. A character has one to four bytes, so that only some changes are known to cross.
TypeChange VarcharChange(int64_t from, int64_t to) {
  constexpr int64_t kOneByte = 255, kLongestCharacter = 4;
  if (from < 0 || to < 0) return TypeChange::kUnknown;
  if (to < from) return TypeChange::kCopy;
  return from * kLongestCharacter <= kOneByte && to > kOneByte ? TypeChange::kCopy : TypeChange::kFree;
}

}  // namespace

TypeChange PostgresTypeChange(const SchemaColumn* from, const ColumnDefinition& to, std::string_view conversion, bool utc) {
  if (to.type.has_hole || to.type.name.empty()) return TypeChange::kUnknown;
  const PlainType after = PostgresType(to.type.name, to.type.length, to.type.scale, to.type.with_zone, to.type.array);
  const bool converts = !conversion.empty() && !IsPlainCast(conversion, to.name);
  if (from == nullptr || from->type_name.empty()) {
    const bool own = IsOneOf(after.name, kOwnForm) && !after.array;
    return own || converts ? TypeChange::kCopy : TypeChange::kUnknown;
  }
  const PlainType before = PostgresType(from->type_name, from->length, from->scale, from->with_zone, from->array);
  if (converts) return TypeChange::kCopy;
  if (before != after && (!IsOneOf(before.name, kPostgresTypes) || !IsOneOf(after.name, kPostgresTypes))) {
    // A type of one's own may be a domain over the very type that was there.
    return conversion.empty() ? TypeChange::kUnknown : TypeChange::kCopy;
  }
  return IsFree(before, after, utc) ? TypeChange::kFree : TypeChange::kCopy;
}

TypeChange MysqlTypeChange(const SchemaColumn* from, const ColumnDefinition& to) {
  if (from == nullptr || from->type_name.empty() || to.type.has_hole || to.type.name.empty()) return TypeChange::kUnknown;
  const PlainType before = MysqlType(from->type_name, from->length, from->scale, from->is_unsigned);
  const PlainType after = MysqlType(to.type.name, to.type.length, to.type.scale, to.type.is_unsigned);
  if (!from->collation.empty() && !to.collation.empty() && !SameName(from->collation, to.collation)) return TypeChange::kCopy;
  if (!from->charset.empty() && !to.charset.empty() && !SameName(from->charset, to.charset) && !AreUnicode(from->charset, to.charset))
    return TypeChange::kCopy;
  // More values at the end change nothing in the rows.
  if ((before.name == "enum" || before.name == "set") && after.name == before.name)
    return ValuesOf(to.type.text).starts_with(ValuesOf(from->type)) ? TypeChange::kFree : TypeChange::kCopy;
  if (before == after) return TypeChange::kFree;
  if (before.name == "varchar" && after.name == "varchar") return VarcharChange(before.length, after.length);
  return TypeChange::kCopy;
}

}  // namespace backlint::sql
