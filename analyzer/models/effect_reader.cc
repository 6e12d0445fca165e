#include <fmt/format.h>

#include <array>

#include "models/row_reader.h"
#include "models/schema.h"

namespace backlint {
namespace {

// In the order of the enumerations.
constexpr std::array<std::string_view, 5> kRoles = {"acquire", "release", "begin", "commit", "rollback"};
constexpr std::array<std::string_view, 9> kKinds = {"connection", "statement", "result", "cursor", "text", "object", "file", "socket", "memory"};
constexpr std::array<std::string_view, 5> kSuccesses = {"untold", "nonnull", "zero", "nonnegative", "positive"};

static_assert(static_cast<size_t>(EffectRole::kRollback) + 1 == kRoles.size());
static_assert(static_cast<size_t>(HandleKind::kMemory) + 1 == kKinds.size());
static_assert(static_cast<size_t>(Success::kPositive) + 1 == kSuccesses.size());

}  // namespace

std::string_view Name(EffectRole role) { return kRoles[static_cast<size_t>(role)]; }
std::string_view Name(HandleKind kind) { return kKinds[static_cast<size_t>(kind)]; }
std::string_view Name(Success success) { return kSuccesses[static_cast<size_t>(success)]; }

namespace models {
namespace {

constexpr std::string_view kKeys[] = {"role", "what", "value", "to", "success", "null", "arguments"};

void ReadKey(std::string_view key, const toml::node& node, EffectRow& row, ErrorList& errors) {
  const auto refuse = [&] { errors.Add(node.source(), fmt::format("role `{}` has no key `{}`", Name(row.role), key)); };
  const auto number = [&](int& to) {
    if (const auto value = ReadInteger(node, key, errors)) to = *value;
  };
  if (key == "role") return;
  if (key == "arguments") return number(row.arguments);
  if (key == "null") return number(row.null);
  if (key == "success") {
    if (const auto word = ReadWord(node, key, std::span(kSuccesses).subspan(1), errors)) row.success = static_cast<Success>(*word + 1);
  } else if (key == "what") {
    if (row.role != EffectRole::kAcquire) return refuse();
    if (const auto word = ReadWord(node, key, kKinds, errors)) row.what = static_cast<HandleKind>(*word);
  } else if (key == "to") {
    if (row.role != EffectRole::kAcquire) return refuse();
    number(row.to);
  } else if (key == "value") {
    if (row.role == EffectRole::kAcquire) return refuse();
    number(row.value);
  } else {
    errors.Add(node.source(), fmt::format("unknown key `{}`{}", key, Suggestion(key, kKeys)));
  }
}

}  // namespace

std::optional<EffectRow> ReadEffect(std::string_view function, const toml::table& table, ErrorList& errors) {
  if (!CheckName(function, table, errors)) return std::nullopt;
  const toml::node* word = RoleOf(table, kKeys, errors);
  const auto role = word ? ReadWord(*word, "role", kRoles, errors) : std::nullopt;
  if (!role) return std::nullopt;
  EffectRow row;
  row.function = function;
  row.role = static_cast<EffectRole>(*role);
  row.place = errors.At(table.source().begin);
  for (const auto& [name, node] : table) ReadKey(name.str(), node, row, errors);
  if (row.role == EffectRole::kAcquire && !table.contains("what")) errors.Add(table.source(), "role `acquire` needs the key `what`");
  return row;
}

}  // namespace models
}  // namespace backlint
