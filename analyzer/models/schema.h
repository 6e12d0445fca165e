// The keys of a row and which roles know them: what the reader checks against.
#ifndef BACKLINT_MODELS_SCHEMA_H_
#define BACKLINT_MODELS_SCHEMA_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "models/model.h"

namespace backlint::models {

enum class Key : uint8_t {
  kRole, kSql, kName, kValue, kTo, kFormat, kSeparator, kAt, kValues, kBinds, kLanguage, kEscapes, kQuotes, kList, kAppend,
  kFront, kSource, kTells, kDialect, kArguments, kCallable
};

std::string_view Name(Key key);
std::optional<Key> FindKey(std::string_view name);

// Keys that a row of this role must have, and those that it may have besides (`role`, `dialect` and `arguments` always).
std::span<const Key> Required(Role role);
std::span<const Key> Optional(Role role);

std::span<const std::string_view> RoleNames();
std::span<const std::string_view> TypeRoleNames();
std::span<const std::string_view> LanguageNames();
std::span<const std::string_view> EscapeNames();
std::span<const std::string_view> SourceNames();
std::span<const std::string_view> TellsNames();
std::span<const std::string_view> DialectNames();
std::span<const std::string_view> KeyNames();

// " (did you mean `x`?)" for the nearest of `known`, or "" when none is near.
std::string Suggestion(std::string_view wrong, std::span<const std::string_view> known);

}  // namespace backlint::models

#endif  // BACKLINT_MODELS_SCHEMA_H_
