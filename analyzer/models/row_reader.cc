#include "models/row_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "models/reader.h"
#include "models/schema.h"

namespace backlint::models {
namespace {

constexpr int kHighestPlace = 99;

bool Contains(std::span<const Key> keys, Key key) { return std::find(keys.begin(), keys.end(), key) != keys.end(); }

std::optional<int> Number(std::string_view digits) {
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size() || digits.empty() || digits[0] == '-') return std::nullopt;
  return number <= kHighestPlace ? std::optional(number) : std::nullopt;
}

// A number, `receiver`, and `result` where an answer may go.
std::optional<int> ReadPlace(const toml::node& node, Key key, ErrorList& errors) {
  if (const auto* text = node.as_string()) {
    if (text->get() == "receiver") return 0;
    if (key == Key::kTo && text->get() == "result") return kResult;
    static constexpr std::string_view kWords[] = {"receiver", "result"};
    errors.Add(node.source(), fmt::format("`{}` is a number or {}, not `{}`{}", Name(key),
                                          key == Key::kTo ? "\"receiver\" or \"result\"" : "\"receiver\"", text->get(),
                                          Suggestion(text->get(), std::span(kWords).first(key == Key::kTo ? 2 : 1))));
    return std::nullopt;
  }
  return ReadInteger(node, Name(key), errors);
}

std::optional<Arguments> ParseRange(std::string_view text) {
  if (text == "receiver") return Arguments{0, 0};
  const size_t dots = text.find("..");
  const auto first = Number(text.substr(0, dots));
  if (!first) return std::nullopt;
  if (dots == text.npos) return Arguments{*first, *first};
  const std::string_view rest = text.substr(dots + 2);
  if (rest.empty()) return Arguments{*first, Arguments::kOpen};
  const auto last = Number(rest);
  if (!last || *last < *first) return std::nullopt;
  return Arguments{*first, *last};
}

std::optional<Arguments> ReadList(const toml::array& array, std::string_view what, ErrorList& errors) {
  Arguments range;
  for (const toml::node& element : array) {
    const auto place = ReadInteger(element, what, errors);
    if (!place) return std::nullopt;
    if (range.first == kAbsent) {
      range = {*place, *place};
    } else if (*place != range.last + 1) {
      errors.Add(element.source(), fmt::format("the places of `{}` must follow one another", what));
      return std::nullopt;
    } else {
      range.last = *place;
    }
  }
  if (range.first != kAbsent) return range;
  errors.Add(array.source(), fmt::format("`{}` is empty", what));
  return std::nullopt;
}

void ReadFlag(const toml::node& node, Key key, bool& flag, ErrorList& errors) {
  if (const auto value = node.value_exact<bool>()) {
    flag = *value;
  } else {
    errors.Add(node.source(), fmt::format("`{}` is true or false, not {}", Name(key), Kind(node)));
  }
}

template <typename Enumeration>
void ReadEnumeration(const toml::node& node, std::string_view what, std::span<const std::string_view> words, Enumeration& value,
                     ErrorList& errors) {
  if (const auto word = ReadWord(node, what, words, errors)) value = static_cast<Enumeration>(*word);
}

void SetPlace(const toml::node& node, Key key, int& place, ErrorList& errors) {
  if (const auto value = ReadPlace(node, key, errors)) place = *value;
}

void SetRange(const toml::node& node, Key key, Arguments& range, ErrorList& errors) {
  if (const auto value = ReadPlaces(node, Name(key), errors)) range = *value;
}

void ReadKey(Key key, const toml::node& node, CallRow& row, ErrorList& errors) {
  switch (key) {
    case Key::kRole: break;
    case Key::kSql: return SetPlace(node, key, row.sql, errors);
    case Key::kName: return SetPlace(node, key, row.name, errors);
    case Key::kValue: return SetPlace(node, key, row.value, errors);
    case Key::kTo: return SetPlace(node, key, row.to, errors);
    case Key::kFormat: return SetPlace(node, key, row.format, errors);
    case Key::kSeparator: return SetPlace(node, key, row.separator, errors);
    case Key::kAt: return SetPlace(node, key, row.at, errors);
    case Key::kCallable: return SetPlace(node, key, row.callable, errors);
    case Key::kValues: return SetRange(node, key, row.values, errors);
    case Key::kBinds: return SetRange(node, key, row.binds, errors);
    case Key::kLanguage: return ReadEnumeration(node, Name(key), LanguageNames().subspan(1), row.language, errors);
    case Key::kEscapes: return ReadEnumeration(node, Name(key), EscapeNames(), row.escapes, errors);
    case Key::kSource: return ReadEnumeration(node, Name(key), SourceNames().subspan(1), row.source, errors);
    case Key::kTells: return ReadEnumeration(node, Name(key), TellsNames(), row.tells, errors);
    case Key::kDialect: return ReadEnumeration(node, Name(key), DialectNames(), row.dialect, errors);
    case Key::kQuotes: return ReadFlag(node, key, row.quotes, errors);
    case Key::kList: return ReadFlag(node, key, row.list, errors);
    case Key::kAppend: return ReadFlag(node, key, row.append, errors);
    case Key::kFront: return ReadFlag(node, key, row.front, errors);
    case Key::kArguments:
      if (const auto count = ReadInteger(node, Name(key), errors)) row.arguments = *count;
      return;
  }
}

// The first word of these lists is "none", which nobody writes.
void CountFromOne(CallRow& row, const toml::table& table) {
  if (table.contains("language")) row.language = static_cast<FormatLanguage>(static_cast<int>(row.language) + 1);
  if (table.contains("source")) row.source = static_cast<SourceKind>(static_cast<int>(row.source) + 1);
}

void CheckKeys(const toml::table& table, Role role, ErrorList& errors) {
  for (const Key key : Required(role)) {
    if (table.contains(Name(key))) continue;
    errors.Add(table.source(), fmt::format("role `{}` needs the key `{}`", Name(role), Name(key)));
  }
  for (const auto& [name, node] : table) {
    const auto key = FindKey(name.str());
    if (!key) {
      errors.Add(name.source(), fmt::format("unknown key `{}`{}", name.str(), Suggestion(name.str(), KeyNames())));
    } else if (*key != Key::kRole && *key != Key::kDialect && *key != Key::kArguments && !Contains(Required(role), *key) &&
               !Contains(Optional(role), *key)) {
      errors.Add(name.source(), fmt::format("role `{}` has no key `{}`", Name(role), name.str()));
    }
  }
}

// The values of a format stand behind it.
void FillDefaults(CallRow& row) {
  const int format = row.role == Role::kFormat ? row.format : row.sql;
  if (row.language == FormatLanguage::kNone || row.values.first != kAbsent || format == kAbsent) return;
  row.values = {format + 1, row.list ? format + 1 : Arguments::kOpen};
}

}  // namespace

std::optional<int> ReadInteger(const toml::node& node, std::string_view what, ErrorList& errors) {
  const auto number = node.value_exact<int64_t>();
  if (!number) {
    errors.Add(node.source(), fmt::format("`{}` needs a number, not {}", what, Kind(node)));
  } else if (*number < 0) {
    errors.Add(node.source(), fmt::format("`{}` is negative: places count from 0, the receiver", what));
  } else if (*number > kHighestPlace) {
    errors.Add(node.source(), fmt::format("`{}` is too large: no call has so many places", what));
  } else {
    return static_cast<int>(*number);
  }
  return std::nullopt;
}

std::optional<Arguments> ReadPlaces(const toml::node& node, std::string_view what, ErrorList& errors) {
  if (const auto* array = node.as_array()) return ReadList(*array, what, errors);
  if (const auto* text = node.as_string()) {
    if (const auto range = ParseRange(text->get())) return range;
    errors.Add(node.source(), fmt::format("`{}` is a place or a range like \"2..\" or \"2..4\", not `{}`", what, text->get()));
    return std::nullopt;
  }
  if (!node.is_integer()) {
    errors.Add(node.source(), fmt::format("`{}` needs a number, a list of numbers or a range like \"2..\", not {}", what,
                                          Kind(node)));
    return std::nullopt;
  }
  const auto place = ReadInteger(node, what, errors);
  return place ? std::optional(Arguments{*place, *place}) : std::nullopt;
}

bool CheckName(std::string_view name, const toml::table& table, ErrorList& errors) {
  std::string problem;
  if (name.empty()) problem = "a row needs a qualified name";
  if (name.starts_with("::")) problem = fmt::format("`{}`: names do not begin with `::`", name);
  if (name.find('(') != name.npos && name.find("operator()") == name.npos) problem = fmt::format("`{}`: names have no parameters", name);
  if (name.find('<') != name.npos && name.find("operator") == name.npos) {
    problem = fmt::format("`{}`: names have no template arguments", name);
  }
  if (!problem.empty()) errors.Add(table.source(), problem);
  return problem.empty();
}

const toml::node* RoleOf(const toml::table& table, std::span<const std::string_view> known, ErrorList& errors) {
  const toml::node* role = table.get("role");
  if (role) return role;
  errors.Add(table.source(), "a row needs the key `role`");
  for (const auto& [name, node] : table) {
    if (std::find(known.begin(), known.end(), name.str()) != known.end()) continue;
    errors.Add(name.source(), fmt::format("unknown key `{}`{}", name.str(), Suggestion(name.str(), known)));
  }
  return nullptr;
}

std::optional<CallRow> ReadCall(std::string_view function, const toml::table& table, ErrorList& errors) {
  if (!CheckName(function, table, errors)) return std::nullopt;
  const toml::node* word = RoleOf(table, KeyNames(), errors);
  const auto role = word ? ReadWord(*word, "role", RoleNames(), errors) : std::nullopt;
  if (!role) return std::nullopt;
  CallRow row;
  row.function = function;
  row.role = static_cast<Role>(*role);
  row.place = errors.At(table.source().begin);
  CheckKeys(table, row.role, errors);
  for (const auto& [name, node] : table) {
    if (const auto key = FindKey(name.str())) ReadKey(*key, node, row, errors);
  }
  CountFromOne(row, table);
  FillDefaults(row);
  return row;
}

std::optional<TypeRow> ReadType(std::string_view type, const toml::table& table, ErrorList& errors) {
  static constexpr std::string_view kKeys[] = {"role", "source", "begin", "commit", "rollback", "destructor"};
  if (!CheckName(type, table, errors)) return std::nullopt;
  const toml::node* word = RoleOf(table, kKeys, errors);
  const auto role = word ? ReadWord(*word, "role", TypeRoleNames(), errors) : std::nullopt;
  if (!role) return std::nullopt;
  TypeRow row;
  row.type = type;
  row.role = static_cast<TypeRole>(*role);
  row.place = errors.At(table.source().begin);
  const auto text = [&](const toml::node& node, std::string_view key, std::string& to) {
    if (row.role != TypeRole::kTransaction) {
      errors.Add(node.source(), fmt::format("role `{}` has no key `{}`", Name(row.role), key));
    } else if (auto value = ReadText(node, key, errors)) {
      to = *value;
    }
  };
  for (const auto& [name, node] : table) {
    const std::string_view key = name.str();
    if (key == "role") continue;
    if (key == "begin") text(node, key, row.begin);
    else if (key == "commit") text(node, key, row.commit);
    else if (key == "rollback") text(node, key, row.rollback);
    else if (key == "destructor") text(node, key, row.destructor);
    else if (key != "source") errors.Add(name.source(), fmt::format("unknown key `{}`{}", key, Suggestion(key, kKeys)));
    else if (row.role != TypeRole::kSource) errors.Add(node.source(), fmt::format("role `{}` has no key `source`", Name(row.role)));
    else if (const auto kind = ReadWord(node, key, SourceNames().subspan(1), errors)) row.source = static_cast<SourceKind>(*kind + 1);
  }
  if (row.role == TypeRole::kSource && !table.contains("source")) {
    errors.Add(table.source(), "role `source` needs the key `source`");
  }
  return row;
}

}  // namespace backlint::models
