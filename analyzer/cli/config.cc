#include "cli/config.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "checks/check.h"
#include "cli/nearest.h"
#include "cli/output.h"
#include "cli/selection.h"
#include "report/printable.h"

namespace backlint::cli {
namespace {

constexpr std::array<std::string_view, 3> kFailOn = {"error", "warning", "never"};
constexpr std::array<std::string_view, 3> kDialects = {"postgresql", "mysql", "sqlite"};
constexpr std::array<std::string_view, 4> kSeverities = {"error", "warning", "note", "off"};
constexpr size_t kLargest = size_t{1} << 20, kDeepest = 64;

constexpr ConfigKey kKeys[] = {
    {"", "build", &Config::build, "looked for upward, then in build*/", "Folder of compile_commands.json, or that file"},
    {"", "include", &Config::include, "everything", "Globs of paths: findings are reported there only. The whole project is read all the same"},
    {"", "exclude", &Config::exclude, "nothing", "Globs of paths where nothing is reported"},
    {"", "checks", &Config::checks, "all", "Checks to run: names or globs; a leading `-` takes away"},
    {"", "fail-on", &Config::fail_on, "warning", "Least severity for exit status 1", kFailOn},
    {"", "baseline", &Config::baseline, "none", "File of known findings, which fail no run"},
    {"", "models", &Config::models, "only .backlint/models", "Folder of further library models"},
    {"", "allow-partial", &Config::allow_partial, "false", "Units that could not be analysed do not fail the run"},
    {"", "strict", &Config::strict, "false", "Units read with errors (a missing header) fail the run"},
    {"schema", "sources", &Config::schema_sources, "all files of SQL", "Globs of the files of SQL that define the schema; others are not read"},
    {"schema", "dialect", &Config::schema_dialect, "guessed from names and contents", "The dialect of the files of SQL", kDialects},
    {"limits", "jobs", &Config::jobs, "one a core", "Units that are parsed at once"},
    {"limits", "unit-seconds", &Config::unit_seconds, "120", "Seconds that one unit may take"},
};

struct Wrong {
  toml::source_position at;
  std::string message;
};

// Throws Wrong, which never leaves this file.
class Reader {
 public:
  Config Read(const toml::table& file) {
    ReadSection(file, "", {"schema", "limits", "check", "override"});
    for (const std::string_view section : {"schema", "limits"})
      if (const toml::table* table = TableOf(file, section)) ReadSection(*table, section, {});
    if (const toml::table* checks = TableOf(file, "check"))
      for (const auto& [name, node] : *checks) ReadRule(std::string(name.str()), node);
    if (const toml::node* overrides = file.get("override")) ReadOverrides(*overrides);
    return std::move(config_);
  }

 private:
  [[noreturn]] static void Fail(const toml::node& node, std::string message) { throw Wrong{node.source().begin, std::move(message)}; }

  static const toml::table* TableOf(const toml::table& file, std::string_view name) {
    const toml::node* node = file.get(name);
    if (node && !node->is_table()) Fail(*node, fmt::format("`{}` has to be a table: `[{}]`", name, name));
    return node ? node->as_table() : nullptr;
  }

  static void Unknown(const toml::node& node, std::string_view what, std::string_view name, const std::vector<std::string_view>& known) {
    Fail(node, fmt::format("unknown {} `{}`{} (known: {})", what, name, DidYouMean(name, known), fmt::join(known, ", ")));
  }

  static std::string Text(const toml::node& node, std::string_view key) {
    const auto text = node.value_exact<std::string>();
    if (!text || text->empty() || text->find('\0') != std::string::npos) Fail(node, fmt::format("`{}` has to be a text", key));
    return *text;
  }

  static std::vector<std::string> List(const toml::node& node, std::string_view key) {
    std::vector<std::string> list;
    const toml::array* array = node.as_array();
    if (!array) Fail(node, fmt::format("`{}` has to be a list of texts", key));
    for (const toml::node& item : *array) list.push_back(Text(item, key));
    return list;
  }

  static std::string Word(const toml::node& node, std::string_view key, std::span<const std::string_view> words) {
    const std::string word = Text(node, key);
    if (std::find(words.begin(), words.end(), word) == words.end())
      Unknown(node, fmt::format("value of `{}`", key), word, std::vector<std::string_view>(words.begin(), words.end()));
    return word;
  }

  static std::vector<std::string> Checks(const toml::node& node, std::string_view key) {
    std::vector<std::string> list = List(node, key);
    std::vector<std::string_view> names;
    for (const checks::Check* check : checks::All()) names.push_back(check->entry.name);
    if (const auto chosen = Select(names, fmt::format("{}", fmt::join(list, ","))); !chosen) Fail(node, chosen.error().message);
    return list;
  }

  void ReadSection(const toml::table& table, std::string_view section, std::vector<std::string_view> others) {
    std::vector<std::string_view> known = others;
    for (const ConfigKey& key : kKeys)
      if (key.section == section) known.push_back(key.name);
    for (const auto& [name, node] : table) {
      if (std::find(others.begin(), others.end(), name.str()) != others.end()) continue;
      const auto key = std::find_if(std::begin(kKeys), std::end(kKeys), [&](const ConfigKey& k) { return k.section == section && k.name == name.str(); });
      if (key == std::end(kKeys)) Unknown(node, section.empty() ? "key" : fmt::format("key of [{}]", section), name.str(), known);
      ReadKey(*key, node);
      config_.lines[section.empty() ? std::string(name.str()) : fmt::format("{}.{}", section, name.str())] = node.source().begin.line;
    }
  }

  void ReadKey(const ConfigKey& key, const toml::node& node) {
    if (const auto text = std::get_if<std::string Config::*>(&key.target)) {
      config_.*(*text) = key.words.empty() ? Text(node, key.name) : Word(node, key.name, key.words);
    } else if (const auto list = std::get_if<std::vector<std::string> Config::*>(&key.target)) {
      config_.*(*list) = key.name == "checks" ? Checks(node, key.name) : List(node, key.name);
    } else if (const auto flag = std::get_if<bool Config::*>(&key.target)) {
      const auto value = node.value_exact<bool>();
      if (!value) Fail(node, fmt::format("`{}` has to be true or false", key.name));
      config_.*(*flag) = *value;
    } else {
      const auto value = node.value_exact<int64_t>();
      if (!value || *value < 1 || *value > 86400) Fail(node, fmt::format("`{}` has to be a number from 1 to 86400", key.name));
      config_.*std::get<int Config::*>(key.target) = static_cast<int>(*value);
    }
  }

  void ReadRule(const std::string& name, const toml::node& node) {
    std::vector<std::string_view> names;
    for (const checks::Check* check : checks::All()) names.push_back(check->entry.name);
    if (std::find(names.begin(), names.end(), name) == names.end()) Unknown(node, "check", name, names);
    const toml::table* table = node.as_table();
    if (!table) Fail(node, fmt::format("`{}` has to be a table: `[check.{}]`", name, name));
    CheckRule& rule = config_.rules[name];
    for (const auto& [key, value] : *table) {
      if (key.str() == "exclude") rule.exclude = List(value, "exclude");
      else if (key.str() == "severity") SetSeverity(Word(value, "severity", kSeverities), &rule);
      else Unknown(value, "option", key.str(), {"severity", "exclude"});
      config_.lines[fmt::format("check.{}.{}", name, key.str())] = value.source().begin.line;
    }
  }

  static void SetSeverity(std::string_view word, CheckRule* rule) {
    rule->off = word == "off";
    if (word == "error") rule->severity = Severity::kError;
    else if (word == "warning") rule->severity = Severity::kWarning;
    else if (word == "note") rule->severity = Severity::kNote;
  }

  void ReadOverrides(const toml::node& node) {
    const toml::array* array = node.as_array();
    if (!array) Fail(node, "`override` has to be a list of tables: `[[override]]`");
    for (const toml::node& item : *array) {
      const toml::table* table = item.as_table();
      if (!table) Fail(item, "`override` has to be a list of tables: `[[override]]`");
      Override& override = config_.overrides.emplace_back();
      for (const auto& [key, value] : *table) {
        if (key.str() == "paths") override.paths = List(value, "paths");
        else if (key.str() == "checks") override.checks = Checks(value, "checks");
        else Unknown(value, "key of [[override]]", key.str(), {"paths", "checks"});
      }
      if (override.paths.empty() || override.checks.empty()) Fail(item, "`[[override]]` wants `paths` and `checks`");
      config_.lines[fmt::format("override.{}", config_.overrides.size())] = item.source().begin.line;
    }
  }

  Config config_;
};

std::string Quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : report::Printable(text)) out += c == '"' || c == '\\' ? std::string{'\\', c} : std::string(1, c);
  return out + "\"";
}

// The parser recurses; a file of brackets must not end the program.
bool IsTooDeep(std::string_view text) {
  size_t depth = 0;
  for (const char c : text) {
    depth += c == '[' || c == '{' ? 1 : 0;
    depth -= (c == ']' || c == '}') && depth > 0 ? 1 : 0;
    if (depth > kDeepest) return true;
  }
  return false;
}

}  // namespace

std::span<const ConfigKey> ConfigKeys() { return kKeys; }

std::string ConfigList(const std::vector<std::string>& texts) {
  std::string list = "[";
  for (const std::string& text : texts) list += (list.size() == 1 ? "" : ", ") + Quoted(text);
  return list + "]";
}

std::string ConfigValue(const ConfigKey& key, const Config& config) {
  if (const auto text = std::get_if<std::string Config::*>(&key.target)) return Quoted(config.*(*text));
  if (const auto list = std::get_if<std::vector<std::string> Config::*>(&key.target)) return ConfigList(config.*(*list));
  if (const auto flag = std::get_if<bool Config::*>(&key.target)) return config.*(*flag) ? "true" : "false";
  return std::to_string(config.*std::get<int Config::*>(key.target));
}

Result<Config> ParseConfig(std::string_view text, const std::string& path) {
  if (text.size() > kLargest || IsTooDeep(text)) return Error{fmt::format("{}: too large or too deep for a configuration", path)};
  try {
    Config config = Reader().Read(toml::parse(text));
    config.path = path;
    return config;
  } catch (const Wrong& wrong) {
    return Error{fmt::format("{}:{}:{}: {}", path, wrong.at.line, wrong.at.column, wrong.message)};
  } catch (const toml::parse_error& error) {
    return Error{fmt::format("{}:{}:{}: not TOML: {}", path, error.source().begin.line, error.source().begin.column, std::string(error.description()))};
  }
}

Result<Config> ReadConfig(const std::string& root, const std::string& asked) {
  std::error_code error;
  const std::string own = root + "/.backlint.toml";
  if (asked.empty() && !std::filesystem::is_regular_file(own, error)) return Config();
  if (!asked.empty() && !std::filesystem::is_regular_file(asked, error)) return Error{fmt::format("there is no configuration `{}`", asked)};
  const auto text = ReadFile(asked.empty() ? own : asked);
  if (!text) return text.error();
  return ParseConfig(text.value(), asked.empty() ? ".backlint.toml" : asked);
}

}  // namespace backlint::cli
