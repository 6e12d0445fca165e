// What the tokens tell about the dialect.
#include <algorithm>
#include <array>

#include "sql/hole_position.h"
#include "sql/lexer.h"
#include "sql/name_comparison.h"

namespace backlint::sql {
namespace {

struct Votes {
  int postgres = 0;
  int mysql = 0;
  int sqlite = 0;
  void Add(Dialect dialect, int weight) {
    if (dialect == Dialect::kPostgres) postgres += weight;
    if (dialect == Dialect::kMysql) mysql += weight;
    if (dialect == Dialect::kSqlite) sqlite += weight;
  }
};

struct Word {
  std::string_view upper;
  Dialect dialect;
};

// Words that one dialect alone has, sorted.
constexpr Word kWords[] = {
    {"AUTOINCREMENT", Dialect::kSqlite},
    {"AUTO_INCREMENT", Dialect::kMysql},
    {"BIGSERIAL", Dialect::kPostgres},
    {"BYTEA", Dialect::kPostgres},
    {"CONCURRENTLY", Dialect::kPostgres},
    {"CURDATE", Dialect::kMysql},
    {"CURRVAL", Dialect::kPostgres},
    {"DATE_ADD", Dialect::kMysql},
    {"DATE_SUB", Dialect::kMysql},
    {"DATE_TRUNC", Dialect::kPostgres},
    {"FROM_UNIXTIME", Dialect::kMysql},
    {"GENERATE_SERIES", Dialect::kPostgres},
    {"GLOB", Dialect::kSqlite},
    {"ILIKE", Dialect::kPostgres},
    {"JSONB", Dialect::kPostgres},
    {"JULIANDAY", Dialect::kSqlite},
    {"LAST_INSERT_ID", Dialect::kMysql},
    {"LAST_INSERT_ROWID", Dialect::kSqlite},
    {"LOW_PRIORITY", Dialect::kMysql},
    {"MEDIUMINT", Dialect::kMysql},
    {"MEDIUMTEXT", Dialect::kMysql},
    {"NEXTVAL", Dialect::kPostgres},
    {"PG_CATALOG", Dialect::kPostgres},
    {"PLPGSQL", Dialect::kPostgres},
    {"PRAGMA", Dialect::kSqlite},
    {"RANDOMBLOB", Dialect::kSqlite},
    {"REGCLASS", Dialect::kPostgres},
    {"RLIKE", Dialect::kMysql},
    {"ROWID", Dialect::kSqlite},
    {"SETVAL", Dialect::kPostgres},
    {"SQLITE_MASTER", Dialect::kSqlite},
    {"SQLITE_SCHEMA", Dialect::kSqlite},
    {"SQLITE_SEQUENCE", Dialect::kSqlite},
    {"SQL_CALC_FOUND_ROWS", Dialect::kMysql},
    {"STRAIGHT_JOIN", Dialect::kMysql},
    {"STRFTIME", Dialect::kSqlite},
    {"STR_TO_DATE", Dialect::kMysql},
    {"TIMESTAMPTZ", Dialect::kPostgres},
    {"TO_REGCLASS", Dialect::kPostgres},
    {"TO_TSQUERY", Dialect::kPostgres},
    {"TO_TSVECTOR", Dialect::kPostgres},
    {"UNIX_TIMESTAMP", Dialect::kMysql},
    {"UNNEST", Dialect::kPostgres},
    {"UNSIGNED", Dialect::kMysql},
};
static_assert(std::is_sorted(std::begin(kWords), std::end(kWords),
                             [](const Word& a, const Word& b) { return a.upper < b.upper; }));

// Pairs of neighbours that one dialect alone has.
struct Pair {
  std::string_view first, second;
  Dialect dialect;
};
constexpr Pair kPairs[] = {
    {"DUPLICATE", "KEY", Dialect::kMysql},       {"INSERT", "IGNORE", Dialect::kMysql},
    {"INSERT", "OR", Dialect::kSqlite},          {"ENGINE", "=", Dialect::kMysql},
    {"SHOW", "TABLES", Dialect::kMysql},         {"LOCK", "TABLES", Dialect::kMysql},
    {"UNLOCK", "TABLES", Dialect::kMysql},       {"WITHOUT", "ROWID", Dialect::kSqlite},
    {"DISTINCT", "ON", Dialect::kPostgres},      {"BEGIN", "IMMEDIATE", Dialect::kSqlite},
    {"BEGIN", "EXCLUSIVE", Dialect::kSqlite},    {"BEGIN", "DEFERRED", Dialect::kSqlite},
    {"SIMILAR", "TO", Dialect::kPostgres},       {"SET", "SEARCH_PATH", Dialect::kPostgres},
    {"CREATE", "EXTENSION", Dialect::kPostgres}, {"ATTACH", "DATABASE", Dialect::kSqlite},
    {"TIME", "ZONE", Dialect::kPostgres},        {"ARRAY", "[", Dialect::kPostgres},
    {"UPDATE", "OR", Dialect::kSqlite},          {"KEY", "UPDATE", Dialect::kMysql},
};

constexpr size_t kLongestWord = 19;

void VoteForWord(std::string_view word, Votes& votes) {
  if (word.size() > kLongestWord) return;
  std::array<char, kLongestWord> upper;
  std::transform(word.begin(), word.end(), upper.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  const std::string_view key(upper.data(), word.size());
  const auto found = std::lower_bound(std::begin(kWords), std::end(kWords), key,
                                      [](const Word& row, std::string_view text) { return row.upper < text; });
  if (found != std::end(kWords) && found->upper == key) votes.Add(found->dialect, 3);
}

void VoteForToken(const SegmentedText& source, const Token& token, Votes& votes) {
  const std::string_view text = TextOf(source, token);
  switch (token.kind) {
    case TokenKind::kWord:
      return VoteForWord(text, votes);
    case TokenKind::kQuotedName:
      if (token.quote == '`') votes.Add(Dialect::kMysql, 2);  // SQLite reads them too
      if (token.quote == '[') votes.Add(Dialect::kSqlite, 1);
      return;
    case TokenKind::kString:
      if (token.quote == '$') votes.Add(Dialect::kPostgres, 3);
      if (text.starts_with("E'") || text.starts_with("e'") || text.starts_with("U&")) votes.Add(Dialect::kPostgres, 2);
      return;
    case TokenKind::kPlaceholder:
      if (text.size() > 1 && text[0] == '$')
        votes.Add(text[1] >= '0' && text[1] <= '9' ? Dialect::kPostgres : Dialect::kSqlite, 2);
      if (text.size() > 1 && text[0] == '?') votes.Add(Dialect::kSqlite, 2);
      return;
    case TokenKind::kVariable:
      return votes.Add(Dialect::kMysql, 2);
    case TokenKind::kOperator:
      if (text == "::") votes.Add(Dialect::kPostgres, 3);
      if (text == "~*" || text == "!~" || text == "!~*" || text == "@>" || text == "<@") votes.Add(Dialect::kPostgres, 2);
      if (text == "<=>") votes.Add(Dialect::kMysql, 2);
      if (text == "==") votes.Add(Dialect::kSqlite, 2);
      return;
    case TokenKind::kComment:
      if (text.starts_with("/*!") || text.starts_with("/*M!")) votes.Add(Dialect::kMysql, 3);
      return;
    default:
      return;
  }
}

}  // namespace

Dialect GuessDialect(std::span<const Segment> segments) {
  const SegmentedText source(segments);
  Lexer lexer(source, Dialect::kUnknown);
  Votes votes;
  std::string_view last;
  for (Token token = lexer.Next(); token.kind != TokenKind::kEnd; token = lexer.Next()) {
    VoteForToken(source, token, votes);
    if (token.kind == TokenKind::kComment) continue;
    const std::string_view text = TextOf(source, token);
    for (const Pair& pair : kPairs) {
      if (EqualsIgnoringCase(last, pair.first) && EqualsIgnoringCase(text, pair.second)) votes.Add(pair.dialect, 3);
    }
    last = text;
  }
  if (votes.postgres > votes.mysql && votes.postgres > votes.sqlite) return Dialect::kPostgres;
  if (votes.mysql > votes.postgres && votes.mysql > votes.sqlite) return Dialect::kMysql;
  if (votes.sqlite > votes.postgres && votes.sqlite > votes.mysql) return Dialect::kSqlite;
  return Dialect::kUnknown;
}

Dialect GuessDialectOfPath(std::string_view path) {
  struct Part {
    std::string_view part;
    Dialect dialect;
  };
  static constexpr Part kParts[] = {{"mysql", Dialect::kMysql},   {"mariadb", Dialect::kMysql},  {"postgres", Dialect::kPostgres},
                                    {"pgsql", Dialect::kPostgres}, {"psql", Dialect::kPostgres}, {"sqlite", Dialect::kSqlite}};
  const std::string lower = LowerCase(path);
  Dialect found = Dialect::kUnknown;
  size_t last = 0;
  for (const Part& part : kParts) {
    const size_t at = lower.rfind(part.part);
    if (at == std::string::npos || (found != Dialect::kUnknown && at < last)) continue;
    found = part.dialect;
    last = at;
  }
  return found;
}

}  // namespace backlint::sql
