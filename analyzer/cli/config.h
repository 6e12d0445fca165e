// `.backlint.toml`: what a project has decided about its analysis. It comes with the sources, so it is no more trusted than they are: it can name
// what is read and what is reported, and nothing that is run or written.
#ifndef BACKLINT_CLI_CONFIG_H_
#define BACKLINT_CLI_CONFIG_H_

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/finding.h"
#include "core/result.h"

namespace backlint::cli {

// `[check.NAME]`.
struct CheckRule {
  std::optional<Severity> severity;        // of all its findings
  bool off = false;
  std::vector<std::string> exclude;        // globs of paths where it reports nothing
};

// `[[override]]`: other checks for a part of the project.
struct Override {
  std::vector<std::string> paths;          // globs
  std::vector<std::string> checks;         // as for `checks`; takes away from what runs
};

struct Config {
  std::string path;                        // of the file; "" = there is none
  std::string build, models, baseline;     // relative to the project root
  std::vector<std::string> include, exclude, checks;
  std::string fail_on;                     // "" = not said, for numbers 0
  bool allow_partial = false, strict = false;
  std::vector<std::string> schema_sources;
  std::string schema_dialect;
  int jobs = 0, unit_seconds = 0;
  std::map<std::string, CheckRule> rules;
  std::vector<Override> overrides;
  std::map<std::string, uint32_t> lines;   // of what is said, by `section.key`
};

// One key of the file. The table of them is what is read, what `config --show` prints and what the reference in docs/ is made of.
struct ConfigKey {
  std::string_view section;                // "" = top of the file
  std::string_view name;
  std::variant<std::string Config::*, std::vector<std::string> Config::*, bool Config::*, int Config::*> target;
  std::string_view fallback;               // what holds when nothing is said
  std::string_view about;
  std::span<const std::string_view> words = {};    // the only values, if there are such
};
std::span<const ConfigKey> ConfigKeys();

// What `config` says for the key, as TOML.
std::string ConfigValue(const ConfigKey& key, const Config& config);
std::string ConfigList(const std::vector<std::string>& texts);

// `path` names the text in errors. Error: the first thing that is wrong, with its place; unknown keys with the nearest known one.
Result<Config> ParseConfig(std::string_view text, const std::string& path);

// The file that was asked for, or .backlint.toml of the root; none is no error unless it was asked for.
Result<Config> ReadConfig(const std::string& root, const std::string& asked);

}  // namespace backlint::cli

#endif  // BACKLINT_CLI_CONFIG_H_
