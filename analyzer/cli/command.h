// The command line as values: one struct a command, with what that command needs.
#ifndef BACKLINT_CLI_COMMAND_H_
#define BACKLINT_CLI_COMMAND_H_

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/finding.h"
#include "core/result.h"
#include "report/writer.h"

namespace backlint::cli {

// Where the code is and how it is read.
struct Project {
  std::vector<std::string> paths;      // as given
  std::string database;                // -p; "" = look for one
  std::string models;                  // further model folder; "" = none but .backlint/models
  std::string config;                  // "" = .backlint.toml of the root
  std::string cache_dir;               // "" = .backlint below the root
  bool no_cache = false;
  int jobs = 0;                        // 0: one a core
  int unit_seconds = 0;                // 0: not said
};
inline constexpr int kUnitSeconds = 120;

// What goes to standard error besides the result.
struct Talk {
  bool quiet = false;
  bool verbose = false;
  bool stats = false;
};

struct Output {
  const report::Format* format = nullptr;
  std::string file;
};

// What is reported, where, and what it means for the exit status.
struct Reporting {
  const report::Format* format = nullptr;
  std::vector<Output> outputs;
  std::string checks;                  // globs; "" = all
  std::optional<Severity> fail_on = Severity::kWarning;    // none: never
  bool fail_on_said = false;           // on the command line
  bool allow_partial = false;
  bool strict = false;
  bool no_color = false;
  std::string baseline, write_baseline;    // files; "" = none
  bool show_known = false;
};

// Report only what a change introduces.
struct ChangeOption {
  std::string revision;                // "" = everything is reported
  bool staged = false;
};

struct CheckCommand {
  Project project;
  Reporting reporting;
  ChangeOption change;
  bool fix_suppressions = false;
  Talk talk;
};

struct LinkCommand {
  std::vector<std::string> facts;
  Project project;                     // of it only models and configuration
  Reporting reporting;
  Talk talk;
};

struct ExtractCommand {
  std::string output;
  std::vector<std::string> command;    // compiler and its arguments
  int unit_seconds = 120;
};

struct QueriesCommand {
  Project project;
  Talk talk;
  bool json = false;
  bool unresolved = false;             // only those that were not understood
};

struct SchemaCommand {
  Project project;
  Talk talk;
  bool json = false;
};

struct CacheCommand {
  enum class Action { kStats, kClear, kWhy } action = Action::kStats;
  std::string why;                     // source file
  Project project;
};

// `config`: what is in force, and where it is said. `init`: writes a configuration.
struct ConfigCommand {
  std::string config;
  bool json = false;
};
struct InitCommand {
  Project project;
};

struct ExplainCommand {
  std::string name;
};
struct ListCommand {
  bool json = false;
};
// The manual page, or what shells need to complete a command line; made of the table of commands.
struct ManualCommand {
  std::string form;                    // man, bash, zsh, fish
};
struct WorkerCommand {};

// --help and --version.
struct ShowCommand {
  std::string text;
};

using Command = std::variant<CheckCommand, LinkCommand, ExtractCommand, QueriesCommand, SchemaCommand, CacheCommand, ConfigCommand, InitCommand,
                             ExplainCommand, ListCommand, ManualCommand, WorkerCommand, ShowCommand>;

// `arguments` without the program's name. Errors are about usage and carry the nearest name where one is near.
Result<Command> ParseCommand(const std::vector<std::string>& arguments);

// What can be said, command by command, in the order of --help.
struct OptionRow {
  std::vector<std::string> letters, words;     // `q` and `quiet`; none: it is named by its place
  std::string positional;
  std::string value;                           // how --help calls what it takes
  std::string about;
  bool takes_value = false;
};
struct CommandRow {
  std::string name;                            // `cache why`
  std::string about;
  std::vector<OptionRow> options;
};
std::vector<CommandRow> CommandTable();

}  // namespace backlint::cli

#endif  // BACKLINT_CLI_COMMAND_H_
