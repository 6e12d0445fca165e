// Whether a text is a statement of SQL or a sentence: the verb, its case, and the words behind it.
#include "sql/hole_position.h"
#include "sql/lexer.h"
#include "sql/statement_beginning.h"

namespace backlint::sql {
namespace {

// What a statement about a table, an index and so on may have between the verb and the kind of object.
constexpr std::string_view kAdjectives[] = {
    "OR",      "REPLACE",      "GLOBAL",    "LOCAL",      "TEMP",    "TEMPORARY", "UNLOGGED", "UNIQUE", "FULLTEXT", "SPATIAL",
    "VIRTUAL", "MATERIALIZED", "RECURSIVE", "CONSTRAINT", "FOREIGN", "ALGORITHM", "DEFINER",  "EVENT",  "DEFAULT"};
constexpr std::string_view kObjects[] = {
    "TABLE",  "INDEX",     "VIEW",      "TRIGGER",  "DATABASE", "SCHEMA",     "SEQUENCE", "FUNCTION",    "PROCEDURE",
    "USER",   "ROLE",      "EXTENSION", "TYPE",     "DOMAIN",   "TABLESPACE", "SERVER",   "PUBLICATION", "SUBSCRIPTION",
    "POLICY", "COLLATION", "AGGREGATE", "OPERATOR", "CAST",     "RULE",       "LANGUAGE"};
// Objects of daily life as well: `create user account`.
constexpr std::string_view kDailyObjects[] = {"USER",   "ROLE",     "TYPE", "RULE",     "POLICY",
                                              "SERVER", "LANGUAGE", "CAST", "OPERATOR", "FUNCTION"};
// What may stand behind the name of such an object.
constexpr std::string_view kAfterObject[] = {"AS",
                                             "ON",
                                             "LIKE",
                                             "SELECT",
                                             "USING",
                                             "WITH",
                                             "FOR",
                                             "IDENTIFIED",
                                             "PASSWORD",
                                             "BEFORE",
                                             "AFTER",
                                             "INSTEAD",
                                             "RETURNS",
                                             "INCREMENT",
                                             "START",
                                             "OWNER",
                                             "CHARACTER",
                                             "DEFAULT",
                                             "COLLATE",
                                             "ENGINE",
                                             "SCHEMA",
                                             "VERSION",
                                             "AUTHORIZATION",
                                             "PARTITION",
                                             "OF",
                                             "TO",
                                             "ADD",
                                             "DROP",
                                             "ALTER",
                                             "RENAME",
                                             "MODIFY",
                                             "CHANGE",
                                             "SET",
                                             "CASCADE",
                                             "RESTRICT",
                                             "DISABLE",
                                             "ENABLE",
                                             "ATTACH",
                                             "DETACH",
                                             "VALIDATE",
                                             "CLUSTER",
                                             "AUTO_INCREMENT",
                                             "CONVERT",
                                             "RESTART",
                                             "RESET",
                                             "LANGUAGE",
                                             "NO",
                                             "INHERIT",
                                             "CONCURRENTLY",
                                             "SUPERUSER",
                                             "LOGIN",
                                             "TABLESPACE",
                                             "MAXVALUE",
                                             "MINVALUE",
                                             "CACHE",
                                             "OWNED",
                                             "REFRESH"};

bool IsSelect(const Beginning& text, size_t i) {
  const bool upper = text.Upper(i);
  ++i;
  if (text.HoleMayFollow(i)) return upper || text.Lower(i - 1);
  while (text.Word(i, "DISTINCT") || text.Word(i, "ALL") || text.Word(i, "SQL_CALC_FOUND_ROWS") || text.Word(i, "SQL_NO_CACHE"))
    ++i;
  switch (text.Kind(i)) {
    case TokenKind::kEnd:
      return text.HoleMayFollow(i);
    case TokenKind::kWord:
      break;
    case TokenKind::kPunctuation:
      return text.Text(i) == "(" && upper;
    case TokenKind::kOperator:
      return text.Text(i) == "*" || text.Text(i) == "-";
    default:
      return upper || text.Ends(i + 1) || !text.AnyWord(i + 1) || text.Word(i + 1, "FROM") || text.Word(i + 1, "AS");
  }
  if (!text.IsName(i)) return false;
  if (text.Word(i, "TOP") || text.Word(i, "CASE") || text.Word(i, "EXISTS") || text.Word(i, "NOT")) return upper;
  const size_t behind = text.SkipName(i);
  if (text.Ends(behind)) return upper || text.HoleMayFollow(behind);
  const TokenKind kind = text.Kind(behind);
  if (kind == TokenKind::kOperator) return true;
  if (kind == TokenKind::kPunctuation)
    return text.Text(behind) == "," ? upper || text.IsName(behind + 1) : text.Text(behind) != ")";
  if (text.Word(behind, "AS")) return true;
  if (text.Word(behind, "FROM") || text.Word(behind, "INTO")) {
    return text.HoleMayFollow(behind + 1) || text.IsName(behind + 1) || text.Text(behind + 1) == "(";
  }
  if (!upper) return false;
  // SELECT a b FROM: an alias without AS.
  return text.AnyWord(behind) && (text.Word(behind + 1, "FROM") || text.Text(behind + 1) == ",");
}

bool IsInsert(const Beginning& text, size_t i) {
  const bool replace = text.Word(i, "REPLACE");
  const bool upper = text.Upper(i);
  ++i;
  if (text.HoleMayFollow(i)) return upper && !replace;
  if (text.Word(i, "OR")) i += 2;
  while (text.Word(i, "LOW_PRIORITY") || text.Word(i, "DELAYED") || text.Word(i, "HIGH_PRIORITY") || text.Word(i, "IGNORE"))
    ++i;
  const bool into = text.Word(i, "INTO");
  if (into) ++i;
  if (into && text.Ends(i)) return text.HoleMayFollow(i);
  const size_t behind = text.SkipName(i);
  if (behind == i) return false;
  if (text.Ends(behind)) return into && (upper || text.HoleMayFollow(behind));
  if (text.Text(behind) == "(" || text.Word(behind, "VALUES") || text.Word(behind, "SET") || text.Word(behind, "SELECT"))
    return true;
  if (!into) return false;
  return text.Word(behind, "DEFAULT") || text.Word(behind, "AS") || text.Word(behind, "WITH") || text.Word(behind, "VALUE") ||
         text.Word(behind, "OVERRIDING") || text.Word(behind, "TABLE") || text.Word(behind, "PARTITION");
}

bool IsUpdate(const Beginning& text, size_t i) {
  const size_t verb = i++;
  if (text.HoleMayFollow(i)) return text.Upper(verb);
  if (text.Word(i, "OR")) i += 2;
  while (text.Word(i, "LOW_PRIORITY") || text.Word(i, "IGNORE") || text.Word(i, "ONLY")) ++i;
  size_t behind = text.SkipName(i);
  if (behind == i) return false;
  if (text.Ends(behind))
    return text.Upper(verb) && !text.Upper(i) && (text.HoleMayFollow(behind) || text.Text(i).ends_with('_'));
  if (text.Word(behind, "SET")) return true;
  if (text.Word(behind, "AS")) ++behind;
  return text.Word(behind + 1, "SET") || text.Word(behind, "JOIN") || text.Word(behind, "INNER") || text.Word(behind, "LEFT") ||
         (text.Text(behind) == "," && text.Upper(verb));
}

bool IsDelete(const Beginning& text, size_t i) {
  const size_t verb = i++;
  if (text.HoleMayFollow(i)) return text.Upper(verb);
  while (text.Word(i, "LOW_PRIORITY") || text.Word(i, "QUICK") || text.Word(i, "IGNORE")) ++i;
  if (!text.Word(i, "FROM")) {
    const size_t behind = text.SkipName(i);
    return text.Upper(verb) && behind != i && text.Word(behind, "FROM");
  }
  ++i;
  if (text.Word(i, "ONLY")) ++i;
  if (text.Ends(i)) return text.HoleMayFollow(i);
  const size_t behind = text.SkipName(i);
  if (behind == i) return false;
  constexpr std::string_view kNext[] = {"WHERE",     "AS",   "USING", "LIMIT", "ORDER",
                                        "RETURNING", "JOIN", "INNER", "LEFT",  "PARTITION"};
  return text.Ends(behind) || In(kNext, text.Text(behind)) || text.Text(behind) == "," ||
         (text.AnyWord(behind) && In(kNext, text.Text(behind + 1)));
}

// CREATE, ALTER, DROP and their like: an object behind some adjectives, its name, and what may follow a name.
bool IsAboutObject(const Beginning& text, size_t i) {
  const size_t verb = i++;
  const bool one_case = text.Upper(verb) || text.Lower(verb);
  for (int limit = 0; limit < 8 && In(kAdjectives, text.Text(i)) && !(In(kObjects, text.Text(i)) && text.IsName(i + 1));
       ++limit) {
    ++i;
    if (text.Text(i) == "=") i += 2;  // DEFINER = x
  }
  if (text.HoleMayFollow(i)) return text.Upper(verb);
  if (!In(kObjects, text.Text(i))) return false;
  const bool daily = In(kDailyObjects, text.Text(i));
  ++i;
  if (text.Word(i, "CONCURRENTLY") || text.Word(i, "ONLY")) ++i;
  if (text.Word(i, "ON")) return text.Upper(verb);  // CREATE INDEX ON t
  if (text.Word(i, "IF")) return text.Word(i + 1, "EXISTS") || text.Word(i + 1, "NOT") || text.HoleMayFollow(i + 1);
  if (text.Ends(i)) return one_case && text.HoleMayFollow(i);
  const size_t behind = text.SkipName(i);
  if (behind == i) return false;
  if (text.Ends(behind)) return one_case && (text.Upper(verb) || !daily);
  return text.Text(behind) == "(" || text.Text(behind) == "," || text.Text(behind) == "@" ||
         In(kAfterObject, text.Text(behind));
}

bool IsWith(const Beginning& text, size_t i) {
  const size_t verb = i++;
  if (text.Word(i, "RECURSIVE")) ++i;
  if (text.Ends(i)) return text.Upper(verb) && text.HoleMayFollow(i);
  if (!text.IsName(i)) return false;
  ++i;
  if (text.Text(i) == "(") return text.Upper(verb);
  if (!text.Word(i, "AS")) return false;
  ++i;
  return text.Text(i) == "(" || text.Word(i, "MATERIALIZED") || text.Word(i, "NOT") || text.HoleMayFollow(i);
}

bool IsTransaction(const Beginning& text, size_t i) {
  if (!text.Upper(i) && !text.Lower(i)) return false;
  if (text.Word(i, "START")) return text.Word(i + 1, "TRANSACTION");
  if (text.Word(i, "SAVEPOINT")) return (text.IsName(i + 1) && text.Ends(i + 2)) || text.HoleMayFollow(i + 1);
  if (text.Word(i, "RELEASE")) return text.Word(i + 1, "SAVEPOINT");
  constexpr std::string_view kNext[] = {"TRANSACTION", "WORK", "IMMEDIATE", "EXCLUSIVE", "DEFERRED",
                                        "ISOLATION",   "READ", "TO",        "PREPARED",  "CONCURRENT"};
  if (text.Word(i, "END")) return text.Text(i + 1) == ";" || In(kNext, text.Text(i + 1));
  return text.Ends(i + 1) || In(kNext, text.Text(i + 1));
}

bool IsSet(const Beginning& text, size_t i) {
  const size_t verb = i++;
  constexpr std::string_view kKinds[] = {"NAMES", "SESSION", "LOCAL", "GLOBAL", "TRANSACTION", "CONSTRAINTS", "PASSWORD"};
  if (In(kKinds, text.Text(i))) return text.Upper(verb) || text.Upper(i) || text.Word(i, "NAMES");
  if (text.Kind(i) == TokenKind::kVariable) return true;
  if (text.Word(i, "ROLE") || (text.Word(i, "TIME") && text.Word(i + 1, "ZONE"))) return text.Upper(verb);
  if (text.HoleMayFollow(i)) return text.Upper(verb);
  const size_t behind = text.SkipName(i);
  if (behind == i) return false;
  return text.Upper(verb) ? text.Text(behind) == "=" || text.Word(behind, "TO") : text.Word(i, "SEARCH_PATH");
}

bool IsCopy(const Beginning& text, size_t i) {
  const size_t verb = i++;
  if (text.Text(i) == "(") return text.Upper(verb);
  const size_t behind = text.SkipName(i);
  if (behind == i) return false;
  if (text.Text(behind) == "(") return true;
  if (text.Ends(behind)) return text.Upper(verb) && text.HoleMayFollow(behind);
  if (!text.Word(behind, "FROM") && !text.Word(behind, "TO")) return false;
  const size_t target = behind + 1;
  return text.Word(target, "STDIN") || text.Word(target, "STDOUT") || text.Word(target, "PROGRAM") ||
         text.Kind(target) == TokenKind::kString || (text.Upper(verb) && text.Ends(target));
}

// Verbs that are followed by one word of a few.
struct Phrase {
  std::string_view verb;
  std::string_view next;  // "" for a name or a hole
  bool only_upper;        // the phrase is English as well
};
constexpr Phrase kPhrases[] = {
    {"TRUNCATE", "TABLE", false},
    {"TRUNCATE", "", true},
    {"PRAGMA", "", false},
    {"VACUUM", "FULL", false},
    {"VACUUM", "INTO", false},
    {"VACUUM", "", true},
    {"ANALYZE", "TABLE", false},
    {"ANALYZE", "", true},
    {"REINDEX", "", true},
    {"CALL", "", true},
    {"EXEC", "", true},
    {"EXECUTE", "", true},
    {"ATTACH", "DATABASE", false},
    {"ATTACH", "", true},
    {"DETACH", "DATABASE", false},
    {"DETACH", "", true},
    {"LOCK", "TABLE", false},
    {"LOCK", "TABLES", false},
    {"UNLOCK", "TABLES", false},
    {"LISTEN", "", true},
    {"UNLISTEN", "", true},
    {"NOTIFY", "", true},
    {"DECLARE", "", true},
    {"FETCH", "", true},
    {"USE", "", true},
    {"SHOW", "TABLES", false},
    {"SHOW", "DATABASES", false},
    {"SHOW", "COLUMNS", false},
    {"SHOW", "VARIABLES", false},
    {"SHOW", "STATUS", false},
    {"SHOW", "CREATE", false},
    {"SHOW", "FULL", false},
    {"SHOW", "", true},
    {"DESCRIBE", "", true},
    {"GRANT", "", true},
    {"REVOKE", "", true},
    {"MERGE", "INTO", false},
    {"LOAD", "DATA", false},
    {"LOAD", "XML", false},
    {"PREPARE", "", true},
    {"DEALLOCATE", "", true},
    {"REFRESH", "MATERIALIZED", false},
    {"RENAME", "TABLE", false},
    {"KILL", "", true},
    {"DISCARD", "ALL", true},
    {"RESET", "", true},
    {"OPTIMIZE", "TABLE", false},
    {"REPAIR", "TABLE", false},
    {"COMMENT", "ON", false},
    {"IMPORT", "FOREIGN", false},
    {"CLUSTER", "", true},
    {"FLUSH", "", true},
};

bool IsPhrase(const Beginning& text, size_t i) {
  for (const Phrase& phrase : kPhrases) {
    if (!text.Word(i, phrase.verb) || (phrase.only_upper && !text.Upper(i))) continue;
    if (!phrase.next.empty()) {
      if (text.Word(i + 1, phrase.next)) return true;
      continue;
    }
    // Two words in capitals and nothing else may be a heading.
    const bool once = text.Word(i + 1, "ONCE") || text.Word(i + 1, "PACK");  // of the C preprocessor
    if (text.HoleMayFollow(i + 1) || (text.IsName(i + 1) && !once) || text.Kind(i + 1) == TokenKind::kNumber) return true;
  }
  return false;
}

bool IsCall(const Beginning& text, size_t i) {
  const size_t behind = text.SkipName(i + 1);
  return behind != i + 1 && text.Text(behind) == "(";
}

}  // namespace

bool BeginsStatement(std::string_view text) {
  const Beginning beginning(text);
  size_t i = 0;
  if (beginning.Word(0, "EXPLAIN") || beginning.Word(0, "DESCRIBE")) {
    constexpr std::string_view kOptions[] = {"ANALYZE", "VERBOSE", "QUERY", "PLAN", "EXTENDED"};
    size_t verb = 1;
    while (In(kOptions, beginning.Text(verb))) ++verb;
    const bool options = beginning.Text(verb) == "(" && beginning.Upper(0);
    if (options || (verb > 1 && beginning.HoleMayFollow(verb))) return true;
    if (beginning.Word(0, "EXPLAIN")) i = verb;
  }
  using Test = bool (*)(const Beginning&, size_t);
  constexpr struct {
    std::string_view verb;
    Test test;
  } kVerbs[] = {
      {"SELECT", IsSelect},
      {"INSERT", IsInsert},
      {"REPLACE", IsInsert},
      {"UPDATE", IsUpdate},
      {"DELETE", IsDelete},
      {"WITH", IsWith},
      {"CREATE", IsAboutObject},
      {"ALTER", IsAboutObject},
      {"DROP", IsAboutObject},
      {"BEGIN", IsTransaction},
      {"COMMIT", IsTransaction},
      {"ROLLBACK", IsTransaction},
      {"START", IsTransaction},
      {"SAVEPOINT", IsTransaction},
      {"RELEASE", IsTransaction},
      {"END", IsTransaction},
      {"SET", IsSet},
      {"COPY", IsCopy},
  };
  for (const auto& row : kVerbs) {
    if (beginning.Word(i, row.verb)) return row.test(beginning, i);
  }
  if (beginning.Word(i, "VALUES")) return beginning.Text(i + 1) == "(" && beginning.Upper(i);
  if (beginning.Word(i, "DO")) return beginning.Kind(i + 1) == TokenKind::kString;
  if (beginning.Word(i, "VACUUM") || beginning.Word(i, "CHECKPOINT")) {
    if (beginning.Ends(i + 1)) return beginning.Upper(i) || beginning.Word(i, "VACUUM");
  }
  if (beginning.Word(i, "ANALYZE") && beginning.Ends(i + 1)) return beginning.Upper(i);
  if (beginning.Word(i, "CALL") && IsCall(beginning, i)) return true;
  return IsPhrase(beginning, i);
}

std::string FirstVerb(std::string_view text) {
  const Beginning beginning(text);
  if (!beginning.AnyWord(0)) return "";
  std::string verb(beginning.Text(0));
  std::transform(verb.begin(), verb.end(), verb.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c & ~0x20) : c; });
  return verb;
}

}  // namespace backlint::sql
