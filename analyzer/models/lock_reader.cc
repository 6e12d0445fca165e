#include <fmt/format.h>

#include <array>

#include "models/row_reader.h"
#include "models/schema.h"

namespace backlint {
namespace {

// In the order of the enumeration.
constexpr std::array<std::string_view, 12> kRoles = {"lock",      "unlock",   "together", "wait",  "notify",   "join",
                                                     "recursive", "identity", "mutex",    "guard", "deferred", "adopted"};

static_assert(static_cast<size_t>(LockRole::kAdopted) + 1 == kRoles.size());

}  // namespace

std::string_view Name(LockRole role) { return kRoles[static_cast<size_t>(role)]; }
bool IsTypeRole(LockRole role) { return role >= LockRole::kMutex; }

namespace models {
namespace {

constexpr std::string_view kKeys[] = {"role", "value", "on", "shared", "recursive", "to", "arguments"};

bool Fits(LockRole role, std::string_view key) {
  const bool takes = role == LockRole::kLock || role == LockRole::kTogether || role == LockRole::kGuard;
  if (key == "value") return takes || role == LockRole::kUnlock || role == LockRole::kWait || role == LockRole::kJoin;
  if (key == "on") return role == LockRole::kWait || role == LockRole::kNotify;
  if (key == "shared") return takes;
  if (key == "recursive") return role == LockRole::kMutex;
  if (key == "to") return role == LockRole::kLock;
  return key != "arguments" || !IsTypeRole(role);
}

std::optional<bool> ReadTruth(const toml::node& node, std::string_view key, ErrorList& errors) {
  if (const auto* truth = node.as_boolean()) return truth->get();
  errors.Add(node.source(), fmt::format("`{}` needs true or false, not {}", key, Kind(node)));
  return std::nullopt;
}

void ReadKey(std::string_view key, const toml::node& node, LockRow& row, ErrorList& errors) {
  if (key == "role") return;
  if (!Fits(row.role, key)) return errors.Add(node.source(), fmt::format("role `{}` has no key `{}`", Name(row.role), key));
  if (key == "value") {
    if (const auto range = ReadPlaces(node, key, errors)) row.first = range->first, row.last = range->last;
  } else if (key == "on") {
    if (const auto value = ReadInteger(node, key, errors)) row.on = *value;
  } else if (key == "arguments") {
    if (const auto value = ReadInteger(node, key, errors)) row.arguments = *value;
  } else if (key == "shared") {
    if (const auto truth = ReadTruth(node, key, errors)) row.shared = *truth;
  } else if (key == "recursive") {
    if (const auto truth = ReadTruth(node, key, errors)) row.recursive = *truth;
  } else if (key == "to") {
    static constexpr std::string_view kResults[] = {"result"};
    row.result = ReadWord(node, key, kResults, errors).has_value();
  } else {
    errors.Add(node.source(), fmt::format("unknown key `{}`{}", key, Suggestion(key, kKeys)));
  }
}

}  // namespace

std::optional<LockRow> ReadLock(std::string_view name, const toml::table& table, ErrorList& errors) {
  if (!CheckName(name, table, errors)) return std::nullopt;
  const toml::node* word = RoleOf(table, kKeys, errors);
  const auto role = word ? ReadWord(*word, "role", kRoles, errors) : std::nullopt;
  if (!role) return std::nullopt;
  LockRow row;
  row.name = name;
  row.role = static_cast<LockRole>(*role);
  row.place = errors.At(table.source().begin);
  for (const auto& [key, node] : table) ReadKey(key.str(), node, row, errors);
  return row;
}

}  // namespace models
}  // namespace backlint
