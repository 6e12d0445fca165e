#include "sql/keyword.h"

#include <algorithm>
#include <array>

namespace backlint::sql {
namespace {

// Sorted, in the order of the enumeration behind kNone.
constexpr std::array<std::string_view, 161> kWords = {"ADD",         "AFTER",     "AGAINST",
                                                      "ALL",         "ALTER",     "ANALYZE",
                                                      "AND",         "ANY",       "AS",
                                                      "ASC",         "ATTACH",    "AUTHORIZATION",
                                                      "BEGIN",       "BETWEEN",   "BY",
                                                      "CALL",        "CASE",      "CHANGE",
                                                      "CHARACTER",   "CHECK",     "CLOSE",
                                                      "CLUSTER",     "COLLATE",   "COLUMN",
                                                      "COMMENT",     "COMMIT",    "CONFLICT",
                                                      "CONSTRAINT",  "COPY",      "CREATE",
                                                      "CROSS",       "DATABASE",  "DEALLOCATE",
                                                      "DECLARE",     "DEFAULT",   "DELETE",
                                                      "DESC",        "DESCRIBE",  "DETACH",
                                                      "DISTINCT",    "DO",        "DOMAIN",
                                                      "DROP",        "DUPLICATE", "ELSE",
                                                      "END",         "ESCAPE",    "EVENT",
                                                      "EXCEPT",      "EXEC",      "EXECUTE",
                                                      "EXISTS",      "EXPLAIN",   "EXTENSION",
                                                      "FETCH",       "FIRST",     "FOR",
                                                      "FOREIGN",     "FROM",      "FULL",
                                                      "FUNCTION",    "GLOB",      "GRANT",
                                                      "GROUP",       "HAVING",    "IF",
                                                      "ILIKE",       "IN",        "INDEX",
                                                      "INNER",       "INSERT",    "INTERSECT",
                                                      "INTERVAL",    "INTO",      "IS",
                                                      "JOIN",        "KEY",       "KILL",
                                                      "LAST",        "LATERAL",   "LEFT",
                                                      "LIKE",        "LIMIT",     "LISTEN",
                                                      "LOAD",        "LOCK",      "MATCH",
                                                      "MERGE",       "MODIFY",    "NATURAL",
                                                      "NEXT",        "NOT",       "NOTIFY",
                                                      "NULL",        "NULLS",     "OFFSET",
                                                      "ON",          "OR",        "ORDER",
                                                      "OUTER",       "PARTITION", "PASSWORD",
                                                      "POLICY",      "PRAGMA",    "PREPARE",
                                                      "PRIMARY",     "PROCEDURE", "RECURSIVE",
                                                      "REFERENCES",  "REFRESH",   "REGEXP",
                                                      "REINDEX",     "RELEASE",   "RENAME",
                                                      "REPLACE",     "RESET",     "RETURN",
                                                      "RETURNING",   "REVOKE",    "RIGHT",
                                                      "RLIKE",       "ROLE",      "ROLLBACK",
                                                      "SAVEPOINT",   "SCHEMA",    "SELECT",
                                                      "SEPARATOR",   "SEQUENCE",  "SERVER",
                                                      "SET",         "SHOW",      "SIMILAR",
                                                      "SOME",        "START",     "STRAIGHT_JOIN",
                                                      "TABLE",       "TABLES",    "TABLESPACE",
                                                      "THEN",        "TO",        "TOP",
                                                      "TRANSACTION", "TRIGGER",   "TRUNCATE",
                                                      "TYPE",        "UNION",     "UNIQUE",
                                                      "UNLISTEN",    "UPDATE",    "USE",
                                                      "USER",        "USING",     "VACUUM",
                                                      "VALUE",       "VALUES",    "VIEW",
                                                      "WHEN",        "WHERE",     "WITH",
                                                      "XOR",         "ZONE"};
static_assert(std::is_sorted(kWords.begin(), kWords.end()));
static_assert(kWords.size() == static_cast<size_t>(Keyword::kZone));

}  // namespace

Keyword FindKeyword(std::string_view word) {
  constexpr size_t kLongest = 13;
  if (word.size() < 2 || word.size() > kLongest) return Keyword::kNone;
  char upper[kLongest];
  std::transform(word.begin(), word.end(), upper,
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  const std::string_view key(upper, word.size());
  const auto found = std::lower_bound(kWords.begin(), kWords.end(), key);
  if (found == kWords.end() || *found != key) return Keyword::kNone;
  return static_cast<Keyword>(found - kWords.begin() + 1);
}

std::string_view Name(Keyword keyword) {
  return keyword == Keyword::kNone ? std::string_view() : kWords[static_cast<size_t>(keyword) - 1];
}

}  // namespace backlint::sql
