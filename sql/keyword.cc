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

constexpr size_t kLongest = 13;
constexpr size_t kSlots = 1024;

constexpr char Upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

constexpr size_t Slot(std::string_view word) {
  const auto at = [&](size_t i) { return static_cast<size_t>(static_cast<unsigned char>(Upper(word[i]))); };
  return (at(0) * 31 + at(1) * 7 + at(word.size() - 1) * 131 + at(word.size() / 2) * 17 + word.size() * 57) % kSlots;
}

// The words by their hash, a full slot going over into the next: every word of every text is looked up here.
constexpr std::array<uint8_t, kSlots> kTable = [] {
  std::array<uint8_t, kSlots> table{};
  for (size_t i = 0; i < kWords.size(); ++i) {
    size_t slot = Slot(kWords[i]);
    while (table[slot] != 0) slot = (slot + 1) % kSlots;
    table[slot] = static_cast<uint8_t>(i + 1);
  }
  return table;
}();

}  // namespace

Keyword FindKeyword(std::string_view word) {
  if (word.size() < 2 || word.size() > kLongest) return Keyword::kNone;
  for (size_t slot = Slot(word); kTable[slot] != 0; slot = (slot + 1) % kSlots) {
    const std::string_view candidate = kWords[kTable[slot] - 1];
    const auto equal = [](char a, char b) { return Upper(a) == b; };
    if (candidate.size() == word.size() && std::equal(word.begin(), word.end(), candidate.begin(), equal))
      return static_cast<Keyword>(kTable[slot]);
  }
  return Keyword::kNone;
}

std::string_view Name(Keyword keyword) {
  return keyword == Keyword::kNone ? std::string_view() : kWords[static_cast<size_t>(keyword) - 1];
}

}  // namespace backlint::sql
