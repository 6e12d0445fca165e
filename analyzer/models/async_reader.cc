#include <fmt/format.h>

#include <array>

#include "models/row_reader.h"
#include "models/schema.h"

namespace backlint {
namespace {

// In the order of the enumerations.
constexpr std::array<std::string_view, 9> kRoles = {"launch", "entry", "loop", "wrap", "guard", "future", "task", "error", "answer"};
constexpr std::array<std::string_view, 7> kFates = {"terminate", "foreign", "loop", "kept", "lost", "caught", "pass"};

static_assert(static_cast<size_t>(AsyncRole::kAnswer) + 1 == kRoles.size());
static_assert(static_cast<size_t>(Fate::kPassed) + 1 == kFates.size());

}  // namespace

std::string_view Name(AsyncRole role) { return kRoles[static_cast<size_t>(role)]; }
std::string_view Name(Fate fate) { return kFates[static_cast<size_t>(fate)]; }

namespace models {
namespace {

constexpr std::string_view kKeys[] = {"role", "runs", "exceptions", "with"};

void ReadKey(std::string_view key, const toml::node& node, AsyncRow& row, ErrorList& errors) {
  const bool runs = row.role == AsyncRole::kLaunch || row.role == AsyncRole::kWrap, fate = row.role == AsyncRole::kLaunch || row.role == AsyncRole::kEntry;
  const bool fits = key == "runs" ? runs : key == "exceptions" ? fate : key == "with" ? row.role == AsyncRole::kLaunch : true;
  if (key == "role") return;
  if (!fits) {
    errors.Add(node.source(), fmt::format("role `{}` has no key `{}`", Name(row.role), key));
  } else if (key == "runs") {
    if (const auto range = ReadPlaces(node, key, errors)) row.first = range->first, row.last = range->last;
  } else if (key == "exceptions") {
    if (const auto word = ReadWord(node, key, kFates, errors)) row.exceptions = static_cast<Fate>(*word);
  } else if (key == "with") {
    if (auto text = ReadText(node, key, errors)) row.with = std::move(*text);
  } else {
    errors.Add(node.source(), fmt::format("unknown key `{}`{}", key, Suggestion(key, kKeys)));
  }
}

}  // namespace

std::optional<AsyncRow> ReadAsync(std::string_view name, const toml::table& table, ErrorList& errors) {
  if (!CheckName(name, table, errors)) return std::nullopt;
  const toml::node* word = RoleOf(table, kKeys, errors);
  const auto role = word ? ReadWord(*word, "role", kRoles, errors) : std::nullopt;
  if (!role) return std::nullopt;
  AsyncRow row;
  row.name = name;
  row.role = static_cast<AsyncRole>(*role);
  row.place = errors.At(table.source().begin);
  for (const auto& [key, node] : table) ReadKey(key.str(), node, row, errors);
  for (const std::string_view needed : {"runs", "exceptions"}) {
    const bool needs = needed == "runs" ? row.role == AsyncRole::kLaunch || row.role == AsyncRole::kWrap : row.role == AsyncRole::kLaunch || row.role == AsyncRole::kEntry;
    if (needs && !table.contains(needed)) errors.Add(table.source(), fmt::format("role `{}` needs the key `{}`", Name(row.role), needed));
  }
  return row;
}

}  // namespace models
}  // namespace backlint
