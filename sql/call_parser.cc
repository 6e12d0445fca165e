// Calls of functions, CASE and CAST, and what calls tell: aggregates, clocks.
#include <algorithm>
#include <iterator>

#include "sql/statement_parser.h"

namespace backlint::sql {
namespace {

constexpr std::string_view kAggregates[] = {"ANY_VALUE",
                                            "ARRAY_AGG",
                                            "AVG",
                                            "BIT_AND",
                                            "BIT_OR",
                                            "BIT_XOR",
                                            "BOOL_AND",
                                            "BOOL_OR",
                                            "CORR",
                                            "COUNT",
                                            "COVAR_POP",
                                            "COVAR_SAMP",
                                            "EVERY",
                                            "GROUP_CONCAT",
                                            "JSONB_AGG",
                                            "JSONB_GROUP_ARRAY",
                                            "JSONB_OBJECT_AGG",
                                            "JSON_AGG",
                                            "JSON_ARRAYAGG",
                                            "JSON_GROUP_ARRAY",
                                            "JSON_GROUP_OBJECT",
                                            "JSON_OBJECTAGG",
                                            "JSON_OBJECT_AGG",
                                            "MAX",
                                            "MIN",
                                            "MODE",
                                            "PERCENTILE_CONT",
                                            "PERCENTILE_DISC",
                                            "STD",
                                            "STDDEV",
                                            "STDDEV_POP",
                                            "STDDEV_SAMP",
                                            "STRING_AGG",
                                            "SUM",
                                            "TOTAL",
                                            "VARIANCE",
                                            "VAR_POP",
                                            "VAR_SAMP",
                                            "XMLAGG"};

// Common functions of one value. Any other may be an aggregate of the project's own or of an extension.
constexpr std::string_view kScalars[] = {
    "ABS", "ASCII", "BTRIM", "CEIL", "CEILING", "CHAR_LENGTH", "CHR", "COALESCE", "CONCAT", "CONCAT_WS", "CONVERT", "DATE", "DATETIME", "DATE_FORMAT",
    "DATE_PART", "DATE_TRUNC", "DECODE", "ENCODE", "EXTRACT", "FLOOR", "FORMAT", "FROM_UNIXTIME", "GREATEST", "HEX", "IF", "IFNULL", "IIF", "INITCAP",
    "INSTR", "JSON_EXTRACT", "JULIANDAY", "LEAST", "LEFT", "LENGTH", "LOWER", "LPAD", "LTRIM", "MAX", "MD5", "MIN", "MOD", "NULLIF", "OCTET_LENGTH",
    "POSITION", "PRINTF", "QUOTE", "REPLACE", "RIGHT", "ROUND", "ROW_TO_JSON", "RPAD", "RTRIM", "SPLIT_PART", "STRFTIME", "SUBSTR", "SUBSTRING", "TIME",
    "TO_CHAR", "TO_DATE", "TO_JSON", "TO_JSONB", "TO_TIMESTAMP", "TRIM", "TYPEOF", "UNHEX", "UNIX_TIMESTAMP", "UPPER"};

struct TimeFunction {
  std::string_view name;
  Clock postgres, mysql, sqlite;
  bool bare;  // may stand without parentheses
  bool date_only;
  bool needs_now;  // tells the time only when its first argument is 'now', or when it has none
};
constexpr Clock kInstant = Clock::kInstant, kUtc = Clock::kUtc, kSession = Clock::kSession;
constexpr TimeFunction kTimeFunctions[] = {{"NOW", kInstant, kSession, kUtc, false, false, false},
                                           {"CURRENT_TIMESTAMP", kInstant, kSession, kUtc, true, false, false},
                                           {"CURRENT_DATE", kSession, kSession, kUtc, true, true, false},
                                           {"CURRENT_TIME", kInstant, kSession, kUtc, true, false, false},
                                           {"LOCALTIME", kSession, kSession, kSession, true, false, false},
                                           {"LOCALTIMESTAMP", kSession, kSession, kSession, true, false, false},
                                           {"CLOCK_TIMESTAMP", kInstant, kInstant, kInstant, false, false, false},
                                           {"STATEMENT_TIMESTAMP", kInstant, kInstant, kInstant, false, false, false},
                                           {"TRANSACTION_TIMESTAMP", kInstant, kInstant, kInstant, false, false, false},
                                           {"TIMEOFDAY", kSession, kSession, kSession, false, false, false},
                                           {"UTC_TIMESTAMP", kUtc, kUtc, kUtc, true, false, false},
                                           {"UTC_DATE", kUtc, kUtc, kUtc, true, true, false},
                                           {"UTC_TIME", kUtc, kUtc, kUtc, true, false, false},
                                           {"SYSDATE", kSession, kSession, kSession, true, false, false},
                                           {"GETDATE", kSession, kSession, kSession, false, false, false},
                                           {"CURDATE", kSession, kSession, kSession, false, true, false},
                                           {"CURTIME", kSession, kSession, kSession, false, false, false},
                                           {"UNIX_TIMESTAMP", kInstant, kInstant, kInstant, false, false, true},
                                           {"UNIXEPOCH", kInstant, kInstant, kInstant, false, false, true},
                                           {"DATETIME", kUtc, kUtc, kUtc, false, false, true},
                                           {"DATE", kUtc, kUtc, kUtc, false, true, true},
                                           {"TIME", kUtc, kUtc, kUtc, false, false, true},
                                           {"JULIANDAY", kUtc, kUtc, kUtc, false, false, true},
                                           {"STRFTIME", kUtc, kUtc, kUtc, false, false, true}};

const TimeFunction* FindTimeFunction(std::string_view name) {
  const auto found = std::find_if(std::begin(kTimeFunctions), std::end(kTimeFunctions),
                                  [&](const TimeFunction& row) { return EqualsIgnoringCase(name, row.name); });
  return found == std::end(kTimeFunctions) ? nullptr : found;
}

bool Contains(std::string_view text, std::string_view upper) {
  for (size_t i = 0; i + upper.size() <= text.size(); ++i)
    if (EqualsIgnoringCase(text.substr(i, upper.size()), upper)) return true;
  return false;
}

}  // namespace

// A function that is called by its name alone.
bool StatementParser::BareFunction() {
  const std::string_view word = cursor_.Text();
  if (cursor_.Kind() != TokenKind::kWord || word.size() < 7 || cursor_.IsMark('.', 1)) return false;
  constexpr std::string_view kInitials = "clus";
  if (kInitials.find(static_cast<char>(word[0] | 0x20)) == std::string_view::npos) return false;
  constexpr std::string_view kOthers[] = {"CURRENT_USER", "SESSION_USER", "CURRENT_ROLE", "CURRENT_CATALOG", "CURRENT_SCHEMA"};
  if (std::any_of(std::begin(kOthers), std::end(kOthers),
                  [&](std::string_view other) { return EqualsIgnoringCase(word, other); }))
    return true;
  const TimeFunction* function = FindTimeFunction(word);
  return function != nullptr && function->bare;
}

// At the name of a call, or of a function that needs no parentheses.
void StatementParser::NoteTime(std::string_view name, bool call) {
  if (name.size() < 3) return;
  const TimeFunction* function = FindTimeFunction(name);
  if (function == nullptr) return;
  TimeUse use;
  use.function = name;
  use.date_only = function->date_only;
  use.offset = cursor_.offset();
  use.clock = dialect_ == Dialect::kPostgres ? function->postgres
              : dialect_ == Dialect::kSqlite ? function->sqlite
                                             : function->mysql;
  if (call) {
    const size_t behind = cursor_.Behind();
    const bool empty = behind == 2;
    bool now = false, local = false;
    for (size_t i = 1; i + 1 < behind && i < 16; ++i) {
      if (cursor_.Kind(i) != TokenKind::kString) continue;
      now |= Contains(cursor_.Text(i), "'NOW'");
      local |= Contains(cursor_.Text(i), "LOCALTIME");
    }
    const bool counts = function->name == "UNIX_TIMESTAMP" || dialect_ == Dialect::kSqlite;
    if (function->needs_now && !now && !(empty && counts)) return;
    if (local) use.clock = Clock::kLocal;
  }
  statement_->times.push_back(use);
}

void StatementParser::NoteAggregate(std::string_view function, size_t arguments) {
  if (state_.block == kNoBlock || (state_.place != Place::kSelect && state_.place != Place::kHaving)) return;
  const auto is_one_of = [&](const auto& names) {
    return std::any_of(std::begin(names), std::end(names), [&](std::string_view name) { return EqualsIgnoringCase(function, name); });
  };
  const bool scalar = arguments > 1 && (EqualsIgnoringCase(function, "MIN") || EqualsIgnoringCase(function, "MAX"));
  if (is_one_of(kAggregates) && !scalar) block().aggregate = true;
  else if (!is_one_of(kScalars)) block().perhaps_aggregate = true;
}

Value StatementParser::Call(std::string_view name, size_t first) {
  Nested nested(*this);
  const size_t first_column = ColumnCount();
  const bool emits = state_.emit;
  state_.emit = false;
  NoteTime(name, true);
  size_t arguments = 0;
  const size_t behind = cursor_.at() + cursor_.Behind();
  if (TooDeep()) return {};
  for (cursor_.Skip(); !cursor_.AtEnd() && !cursor_.IsMark(')'); ++arguments) Arguments();
  if (!cursor_.TakeMark(')') && cursor_.AtEnd() && cursor_.at() < behind) Doubt("the end is missing");
  bool window = false;
  while (cursor_.Kind() == TokenKind::kWord) {
    if ((cursor_.IsWord("FILTER") || cursor_.IsWord("WITHIN")) &&
        (cursor_.IsMark('(', 1) || cursor_.Key(1) == Keyword::kGroup)) {
      cursor_.Skip(cursor_.IsWord("FILTER") ? 1 : 2);
      Window();
    } else if (cursor_.IsWord("OVER") && (cursor_.IsMark('(', 1) || cursor_.IsNameLike(1))) {
      window = true;
      cursor_.Skip();
      cursor_.IsMark('(') ? Window() : cursor_.Skip();
    } else if ((cursor_.IsWord("IGNORE") || cursor_.IsWord("RESPECT")) && cursor_.Key(1) == Keyword::kNulls) {
      cursor_.Skip(2);
    } else if (cursor_.Key() == Keyword::kAgainst && cursor_.IsMark('(', 1)) {
      cursor_.Skip();
      cursor_.SkipParentheses();
    } else {
      break;
    }
  }
  if (!window) NoteAggregate(name, arguments);
  state_.emit = emits;
  Value value;
  value.kind = ValueKind::kExpression;
  value.function = name;
  if (ColumnCount() == first_column + 1) value.column = static_cast<int32_t>(first_column);
  value.text = cursor_.TextFrom(first);
  value.has_hole = cursor_.HoleSince(first);
  return value;
}

// One argument, with the words that some functions have between their arguments.
void StatementParser::Arguments() {
  cursor_.TakeWord("VARIADIC");
  while (cursor_.Key() == Keyword::kDistinct || (cursor_.Key() == Keyword::kAll && !cursor_.IsMark(')', 1))) cursor_.Skip();
  bool expects = true;  // an operand
  while (!cursor_.AtEnd() && !cursor_.IsMark(')')) {
    if (cursor_.TakeMark(',')) return;
    const Keyword keyword = cursor_.Key();
    if (keyword == Keyword::kSelect || keyword == Keyword::kWith) {
      Query(BlockRole::kSubquery);
      continue;
    }
    if (keyword == Keyword::kAs) {
      cursor_.Skip();
      SkipType();
      continue;
    }
    // EXTRACT(year FROM x), string_agg(x ORDER BY y), CONVERT(x USING utf8).
    const bool between = keyword == Keyword::kFrom || keyword == Keyword::kFor || keyword == Keyword::kUsing ||
                         keyword == Keyword::kOrder || keyword == Keyword::kBy || keyword == Keyword::kSeparator ||
                         keyword == Keyword::kIn || keyword == Keyword::kAsc || keyword == Keyword::kDesc ||
                         keyword == Keyword::kNulls || keyword == Keyword::kLimit || keyword == Keyword::kWhere ||
                         keyword == Keyword::kInterval || keyword == Keyword::kPartition;
    if (between && !cursor_.IsMark('.', 1)) {
      cursor_.Skip(keyword == Keyword::kNulls ? 2 : 1);
      while (keyword == Keyword::kUsing && cursor_.Kind() == TokenKind::kOperator) cursor_.Skip();
      expects = true;
      continue;
    }
    const size_t before = cursor_.at();
    // EXTRACT(year FROM ...), TRIM(both FROM ...): a word that is no column.
    const bool unit = cursor_.Kind() == TokenKind::kWord && cursor_.Key(1) == Keyword::kFrom && expects;
    if (unit || (!expects && cursor_.Kind() == TokenKind::kWord)) {
      cursor_.Skip();
    } else if (!cursor_.IsMark('(') || expects) {
      Or();
    } else {
      cursor_.SkipParentheses();
    }
    expects = false;
    if (cursor_.at() == before) cursor_.Skip();
  }
}

// (PARTITION BY a ORDER BY b ROWS ...), and the conditions of FILTER.
void StatementParser::Window() {
  Nested nested(*this);
  state_.emit = false;
  if (state_.place != Place::kOrder) state_.place = Place::kOther;
  cursor_.TakeMark('(');
  while (!cursor_.AtEnd() && !cursor_.IsMark(')')) {
    const size_t before = cursor_.at();
    const bool frame = cursor_.IsWord("ROWS") || cursor_.IsWord("RANGE") || cursor_.IsWord("GROUPS");
    if (frame) {
      while (!cursor_.AtEnd() && !cursor_.IsMark(')')) cursor_.IsMark('(') ? cursor_.SkipParentheses() : cursor_.Skip();
    } else if (cursor_.Key() == Keyword::kBy || cursor_.Key() == Keyword::kWhere || cursor_.IsMark(',')) {
      cursor_.Skip();
      Or();
    } else {
      cursor_.Skip();
    }
    if (cursor_.at() == before) cursor_.Skip();
  }
  cursor_.TakeMark(')');
}

Value StatementParser::Case() {
  Nested nested(*this);
  const size_t first = cursor_.at();
  cursor_.Skip();
  state_.emit = false;
  const size_t first_column = ColumnCount();
  if (TooDeep()) return {};
  while (!cursor_.AtEnd() && cursor_.Key() != Keyword::kEnd) {
    const Keyword keyword = cursor_.Key();
    const size_t before = cursor_.at();
    if (keyword == Keyword::kWhen || keyword == Keyword::kThen || keyword == Keyword::kElse) {
      cursor_.Skip();
    } else if (cursor_.IsMark(')') || cursor_.IsMark(',') || keyword == Keyword::kFrom || keyword == Keyword::kWhere) {
      break;
    }
    Or();
    if (cursor_.at() == before) cursor_.Skip();
  }
  if (!cursor_.Take(Keyword::kEnd)) Doubt("the end of a CASE is missing");
  Value value;
  value.kind = ValueKind::kExpression;
  value.function = "CASE";
  value.text = cursor_.TextFrom(first);
  if (ColumnCount() == first_column + 1) value.column = static_cast<int32_t>(first_column);
  value.has_hole = cursor_.HoleSince(first);
  return value;
}

Value StatementParser::Cast() {
  const size_t first = cursor_.at();
  const std::string_view name = cursor_.Text();
  Nested nested(*this);
  state_.emit = false;
  cursor_.Skip(2);
  Value value = Or();
  if (cursor_.Take(Keyword::kAs)) SkipType();
  while (!cursor_.AtEnd() && !cursor_.IsMark(')')) cursor_.IsMark('(') ? cursor_.SkipParentheses() : cursor_.Skip();
  cursor_.TakeMark(')');
  if (value.kind == ValueKind::kColumn) {
    value.kind = ValueKind::kExpression;
    value.function = name;
  }
  value.text = cursor_.TextFrom(first);
  return value;
}

// `double precision`, `timestamp(3) with time zone`, `schema.name[]`, `char(3) character set x`.
void StatementParser::SkipType() {
  if (!cursor_.IsNameLike()) return;
  const bool timed = cursor_.IsWord("TIMESTAMP") || cursor_.IsWord("TIME");
  const bool two_words = cursor_.IsWord("DOUBLE") || cursor_.IsWord("CHARACTER") || cursor_.IsWord("NATIONAL") ||
                         cursor_.IsWord("BIT") || cursor_.IsWord("UNSIGNED") || cursor_.IsWord("SIGNED") ||
                         cursor_.IsWord("LONG");
  const bool interval = cursor_.Key() == Keyword::kInterval;
  cursor_.TakeName();
  while (cursor_.TakeMark('.')) cursor_.TakeName();
  for (int i = 0; two_words && i < 2; ++i) {
    if (cursor_.IsWord("PRECISION") || cursor_.IsWord("VARYING") || cursor_.IsWord("INTEGER") || cursor_.IsWord("INT") ||
        cursor_.IsWord("CHARACTER") || cursor_.IsWord("CHAR"))
      cursor_.Skip();
  }
  if (cursor_.IsMark('(')) cursor_.SkipParentheses();
  if (timed && (cursor_.Key() == Keyword::kWith || cursor_.IsWord("WITHOUT")) && cursor_.IsWord("TIME", 1)) cursor_.Skip(3);
  if (interval && (cursor_.IsWord("YEAR") || cursor_.IsWord("MONTH") || cursor_.IsWord("DAY") || cursor_.IsWord("HOUR") ||
                   cursor_.IsWord("MINUTE") || cursor_.IsWord("SECOND"))) {
    cursor_.Skip();
    if (cursor_.Take(Keyword::kTo)) cursor_.Skip();
    if (cursor_.IsMark('(')) cursor_.SkipParentheses();
  }
  if (cursor_.Key() == Keyword::kCharacter && cursor_.Key(1) == Keyword::kSet) {
    cursor_.Skip(2);
    cursor_.TakeName();
  }
  if (cursor_.IsWord("ARRAY") && !cursor_.IsMark('(', 1)) cursor_.Skip();
  while (cursor_.IsMark('[')) {
    while (!cursor_.AtEnd() && !cursor_.IsMark(']')) cursor_.Skip();
    cursor_.TakeMark(']');
  }
}

}  // namespace backlint::sql
