#include "models/schema.h"

#include <algorithm>
#include <array>
#include <vector>

namespace backlint {
namespace {

// In the order of the enumerations.
constexpr std::array<std::string_view, 18> kRoles = {"query",  "prepare", "execute", "escape", "format",  "concat",
                                                     "append", "assign",  "copy",    "replace", "number", "harmless",
                                                     "clear",  "source",  "compare", "join",   "add_element", "apply"};
constexpr std::array<std::string_view, 9> kTypeRoles = {"text",        "stream", "source", "connection", "statement",
                                                           "transaction", "result", "number", "container"};
constexpr std::array<std::string_view, 7> kLanguages = {"none", "printf", "sqlite", "fmt", "qt", "boost", "substitute"};
constexpr std::array<std::string_view, 2> kEscapes = {"string", "identifier"};
constexpr std::array<std::string_view, 9> kSources = {"none", "request", "arguments", "environment",
                                                      "file", "network", "database",  "input", "clock"};
constexpr std::array<std::string_view, 5> kTells = {"whole", "part", "alphabet", "absent", "order"};
constexpr std::array<std::string_view, 6> kDialects = {"any", "postgres", "mysql", "sqlite", "mssql", "oracle"};
constexpr std::array<std::string_view, 21> kKeys = {"role",   "sql",    "name",     "value",   "to",     "format",
                                                    "separator", "at",  "values",   "binds",   "language", "escapes", "quotes",
                                                    "list",   "append", "front",    "source",  "tells",    "dialect", "arguments",
                                                    "callable"};

static_assert(static_cast<size_t>(Role::kApply) + 1 == kRoles.size());
static_assert(static_cast<size_t>(TypeRole::kContainer) + 1 == kTypeRoles.size());
static_assert(static_cast<size_t>(FormatLanguage::kSubstitute) + 1 == kLanguages.size());
static_assert(static_cast<size_t>(EscapeFor::kIdentifier) + 1 == kEscapes.size());
static_assert(static_cast<size_t>(SourceKind::kClock) + 1 == kSources.size());
static_assert(static_cast<size_t>(Tells::kOrder) + 1 == kTells.size());
static_assert(static_cast<size_t>(ModelDialect::kOracle) + 1 == kDialects.size());
static_assert(static_cast<size_t>(models::Key::kCallable) + 1 == kKeys.size());

}  // namespace

std::string_view Name(Role role) { return kRoles[static_cast<size_t>(role)]; }
std::string_view Name(TypeRole role) { return kTypeRoles[static_cast<size_t>(role)]; }
std::string_view Name(FormatLanguage language) { return kLanguages[static_cast<size_t>(language)]; }
std::string_view Name(SourceKind kind) { return kSources[static_cast<size_t>(kind)]; }
std::string_view Name(ModelDialect dialect) { return kDialects[static_cast<size_t>(dialect)]; }

namespace models {

std::string_view Name(Key key) { return kKeys[static_cast<size_t>(key)]; }

std::optional<Key> FindKey(std::string_view name) {
  const auto found = std::find(kKeys.begin(), kKeys.end(), name);
  if (found == kKeys.end()) return std::nullopt;
  return static_cast<Key>(found - kKeys.begin());
}

std::span<const Key> Required(Role role) {
  static constexpr Key kCalled[] = {Key::kCallable};
  static constexpr Key kSqlText[] = {Key::kSql};
  static constexpr Key kOneValue[] = {Key::kValue};
  static constexpr Key kManyValues[] = {Key::kValues};
  static constexpr Key kFormatText[] = {Key::kFormat, Key::kLanguage};
  static constexpr Key kWhere[] = {Key::kSource};
  switch (role) {
    case Role::kQuery:
    case Role::kPrepare: return kSqlText;
    case Role::kEscape:
    case Role::kCopy:
    case Role::kJoin: return kOneValue;
    case Role::kFormat: return kFormatText;
    case Role::kConcat:
    case Role::kAppend:
    case Role::kAssign:
    case Role::kReplace:
    case Role::kCompare:
    case Role::kAddElement: return kManyValues;
    case Role::kSource: return kWhere;
    case Role::kApply: return kCalled;
    case Role::kExecute:
    case Role::kNumber:
    case Role::kHarmless:
    case Role::kClear: return {};
  }
  return {};
}

std::span<const Key> Optional(Role role) {
  static constexpr Key kQueryKeys[] = {Key::kName, Key::kBinds, Key::kAppend, Key::kTo, Key::kLanguage, Key::kValues, Key::kList};
  static constexpr Key kExecuteKeys[] = {Key::kName, Key::kBinds, Key::kValue};
  static constexpr Key kEscapeKeys[] = {Key::kTo, Key::kEscapes, Key::kQuotes, Key::kAppend};
  static constexpr Key kFormatKeys[] = {Key::kTo, Key::kValues, Key::kList, Key::kAppend};
  static constexpr Key kConcatKeys[] = {Key::kTo, Key::kSeparator};
  static constexpr Key kAppendKeys[] = {Key::kTo, Key::kAt, Key::kFront};
  static constexpr Key kAssignKeys[] = {Key::kTo};
  static constexpr Key kCopyKeys[] = {Key::kTo, Key::kValues};
  static constexpr Key kReplaceKeys[] = {Key::kTo, Key::kValue, Key::kAt};
  static constexpr Key kToOnly[] = {Key::kTo};
  static constexpr Key kHarmlessKeys[] = {Key::kTo, Key::kValue, Key::kFormat};
  static constexpr Key kSourceKeys[] = {Key::kTo, Key::kAppend};
  static constexpr Key kCompareKeys[] = {Key::kTells};
  static constexpr Key kApplyKeys[] = {Key::kTo, Key::kValue, Key::kValues};
  static constexpr Key kJoinKeys[] = {Key::kTo, Key::kSeparator};
  switch (role) {
    case Role::kQuery:
    case Role::kPrepare: return kQueryKeys;
    case Role::kExecute: return kExecuteKeys;
    case Role::kEscape: return kEscapeKeys;
    case Role::kFormat: return kFormatKeys;
    case Role::kConcat: return kConcatKeys;
    case Role::kAppend: return kAppendKeys;
    case Role::kAssign: return kAssignKeys;
    case Role::kCopy: return kCopyKeys;
    case Role::kReplace: return kReplaceKeys;
    case Role::kSource: return kSourceKeys;
    case Role::kJoin: return kJoinKeys;
    case Role::kHarmless: return kHarmlessKeys;
    case Role::kNumber:
    case Role::kClear:
    case Role::kAddElement: return kToOnly;
    case Role::kCompare: return kCompareKeys;
    case Role::kApply: return kApplyKeys;
  }
  return {};
}

std::span<const std::string_view> RoleNames() { return kRoles; }
std::span<const std::string_view> TypeRoleNames() { return kTypeRoles; }
std::span<const std::string_view> LanguageNames() { return kLanguages; }
std::span<const std::string_view> EscapeNames() { return kEscapes; }
std::span<const std::string_view> SourceNames() { return kSources; }
std::span<const std::string_view> TellsNames() { return kTells; }
std::span<const std::string_view> DialectNames() { return kDialects; }
std::span<const std::string_view> KeyNames() { return kKeys; }

namespace {

size_t Distance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t above = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

}  // namespace

std::string Suggestion(std::string_view wrong, std::span<const std::string_view> known) {
  constexpr size_t kLongestWord = 40;      // no word of ours is longer, and the distance takes time
  if (wrong.empty() || wrong.size() > kLongestWord) return "";
  size_t best = std::max<size_t>(2, wrong.size() / 3) + 1;
  std::string_view nearest;
  for (const std::string_view word : known) {
    const size_t distance = Distance(wrong, word);
    if (distance < best && distance < word.size()) {
      best = distance;
      nearest = word;
    }
  }
  return nearest.empty() ? "" : " (did you mean `" + std::string(nearest) + "`?)";
}

}  // namespace models
}  // namespace backlint
