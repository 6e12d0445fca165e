// `config`: every key of the configuration, its value, and where that is said.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/config.h"
#include "cli/exit_status.h"
#include "cli/project_root.h"
#include "cli/run.h"
#include "report/printable.h"

namespace backlint::cli {
namespace {

using report::Printable;

std::string Row(const std::string& said, const std::string& from) { return fmt::format("{:<56}  # {}\n", said, from); }

std::string Origin(const Config& config, const std::string& key) { return fmt::format("{}:{}", Printable(config.path), config.lines.at(key)); }

// All of it can be put into a file again.
std::string Show(const Config& config) {
  std::string out, section;
  for (const ConfigKey& key : ConfigKeys()) {
    if (key.section != section) out += fmt::format("\n[{}]\n", section = std::string(key.section));
    const std::string name = section.empty() ? std::string(key.name) : fmt::format("{}.{}", section, key.name);
    if (config.lines.contains(name)) out += Row(fmt::format("{} = {}", key.name, ConfigValue(key, config)), Origin(config, name));
    else out += Row(fmt::format("# {}: {}", key.name, key.fallback), "default");
  }
  for (const auto& [check, rule] : config.rules) {
    out += fmt::format("\n[check.{}]\n", check);
    const std::string prefix = fmt::format("check.{}.", check);
    if (rule.severity || rule.off) out += Row(fmt::format("severity = \"{}\"", rule.off ? "off" : Name(*rule.severity)), Origin(config, prefix + "severity"));
    if (config.lines.contains(prefix + "exclude")) out += Row("exclude = " + ConfigList(rule.exclude), Origin(config, prefix + "exclude"));
  }
  for (size_t i = 0; i < config.overrides.size(); ++i) {
    out += "\n" + Row("[[override]]", Origin(config, fmt::format("override.{}", i + 1)));
    out += fmt::format("paths = {}\nchecks = {}\n", ConfigList(config.overrides[i].paths), ConfigList(config.overrides[i].checks));
  }
  return out;
}

std::string Json(const Config& config) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const ConfigKey& key : ConfigKeys()) {
    const std::string name = key.section.empty() ? std::string(key.name) : fmt::format("{}.{}", key.section, key.name);
    const bool said = config.lines.contains(name);
    static constexpr const char* kKinds[] = {"text", "list of texts", "true or false", "number"};
    list.push_back({{"section", key.section}, {"key", key.name}, {"kind", kKinds[key.target.index()]}, {"default", key.fallback}, {"about", key.about},
                    {"words", std::vector<std::string_view>(key.words.begin(), key.words.end())}, {"value", said ? ConfigValue(key, config) : ""},
                    {"from", said ? Origin(config, name) : "default"}});
  }
  return list.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace

int RunCommand(const ConfigCommand& command) {
  const auto root = WorkingRoot();
  if (!root) return Fail(kUsage, root.error().message);
  const auto config = ReadConfig(root.value(), command.config);
  if (!config) return Fail(kUsage, config.error().message);
  if (command.json) return Answer(Json(*config), kClean);
  const std::string from = config->path.empty() ? "there is no .backlint.toml: all of this is the default" : fmt::format("read from {}", Printable(config->path));
  return Answer(fmt::format("# project root: {}\n# {}\n{}", Printable(root.value()), from, Show(*config)), kClean);
}

}  // namespace backlint::cli
