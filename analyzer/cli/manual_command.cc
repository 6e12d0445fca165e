// The manual page, and what shells complete. All of it is made of the table of commands, so nothing here names an option.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "checks/check.h"
#include "cli/exit_status.h"
#include "cli/run.h"
#include "report/writer.h"

namespace backlint::cli {
namespace {

std::string FirstLine(std::string_view text) { return std::string(text.substr(0, text.find('\n'))); }

std::string Replaced(std::string text, std::string_view from, std::string_view to) {
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
  return text;
}

// What follows a word, when that is known: checks, formats, severities.
std::vector<std::string> Choices(const OptionRow& option) {
  std::vector<std::string> choices;
  const auto is = [&](std::string_view word) { return std::find(option.words.begin(), option.words.end(), word) != option.words.end(); };
  if (is("checks") || option.positional == "NAME")
    for (const checks::Check* check : checks::All()) choices.emplace_back(check->entry.name);
  if (is("format") || is("output"))
    for (const report::Format& format : report::Formats()) choices.push_back(std::string(format.name) + (is("output") ? "=" : ""));
  if (is("fail-on")) choices = {"error", "warning", "never"};
  return choices;
}

bool IsPlain(const CommandRow& command) { return command.name.find(' ') == std::string::npos; }

// ---- manual page

std::string Roff(std::string text) {
  text = Replaced(Replaced(std::move(text), "\\", "\\e"), "-", "\\-");
  if (text.starts_with('.') || text.starts_with('\'')) text.insert(0, "\\&");
  return Replaced(Replaced(std::move(text), "\n.", "\n\\&."), "`", "\\(ga");
}

std::string ManOption(const OptionRow& option) {
  std::vector<std::string> names;
  for (const std::string& letter : option.letters) names.push_back("\\fB\\-" + letter + "\\fR");
  for (const std::string& word : option.words) names.push_back("\\fB" + Roff("--" + word) + "\\fR");
  if (names.empty()) names.push_back("\\fI" + Roff(option.positional) + "\\fR");
  const std::string value = names.empty() || option.value.empty() || option.value == " " ? "" : (option.value.starts_with('[') ? "" : " ") + ("\\fI" + Roff(option.value) + "\\fR");
  return fmt::format(".TP\n{}{}\n{}\n", fmt::join(names, ", "), value, Replaced(Roff(option.about), "\n", "\n.br\n"));
}

std::string Man() {
  std::string out = fmt::format(".TH BACKLINT 1 \"\" \"backlint {}\" \"User Commands\"\n.SH NAME\nbacklint \\- find the pitfalls of C++ back ends and their SQL\n", BACKLINT_VERSION);
  out += ".SH SYNOPSIS\n\\fBbacklint\\fR [\\fBcheck\\fR] [\\fIOPTIONS\\fR] [\\fIPATH\\fR...]\n.br\n\\fBbacklint\\fR \\fICOMMAND\\fR ...\n";
  out += ".SH DESCRIPTION\nReads a C++ back end together with its SQL and reports the pitfalls that bring back ends down in production, each with its cause and its fix.\n";
  out += "The whole project is read; results are kept in .backlint/cache.db below its root.\n";
  for (const CommandRow& command : CommandTable()) {
    out += fmt::format(".SH \"{}\"\n{}.\n", "COMMAND " + command.name, Roff(command.about));
    for (const OptionRow& option : command.options)
      if (option.words.empty() || option.words.front() != "help") out += ManOption(option);
  }
  out += ".SH EXIT STATUS\n.TP\n0\nnothing to report\n.TP\n1\nfindings at or above \\fB\\-\\-fail\\-on\\fR\n.TP\n2\nwrong usage or configuration\n"
         ".TP\n3\nunits that could not be analysed, or nothing was analysed\n.TP\n4\ninternal error\n";
  out += ".SH FILES\n.TP\n.I .backlint.toml\nconfiguration, in the root of the project (\\fBbacklint init\\fR writes one)\n.TP\n.I .backlint/models/*.toml\nwhat libraries of "
         "your own mean\n.TP\n.I .backlint/cache.db\nresults of earlier runs; may be removed at any time\n";
  return out;
}

// ---- shells

std::vector<std::string> Flags(const CommandRow& command) {
  std::vector<std::string> flags;
  for (const OptionRow& option : command.options) {
    for (const std::string& letter : option.letters) flags.push_back("-" + letter);
    for (const std::string& word : option.words) flags.push_back("--" + word);
  }
  return flags;
}

// Commands below `name`, without it.
std::vector<std::string> Below(const std::vector<CommandRow>& table, const std::string& name) {
  std::vector<std::string> below;
  for (const CommandRow& command : table)
    if (command.name.starts_with(name + " ")) below.push_back(command.name.substr(name.size() + 1));
  return below;
}

std::string Bash() {
  const std::vector<CommandRow> table = CommandTable();
  std::vector<std::string> commands;
  for (const CommandRow& command : table)
    if (IsPlain(command)) commands.push_back(command.name);
  std::string out = "# Completion of backlint for bash.\n_backlint() {\n  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=check\n"
                    "  COMPREPLY=()\n  [ \"$before\" != = ] || before=${COMP_WORDS[COMP_CWORD-2]}\n  [ \"$word\" != = ] || word=\n";
  out += fmt::format("  case ${{COMP_WORDS[1]}} in {}) command=${{COMP_WORDS[1]}} ;; esac\n", fmt::join(commands, "|"));
  out += fmt::format("  if [ \"$COMP_CWORD\" -eq 1 ] && [[ $word != -* ]]; then\n    COMPREPLY=($(compgen -W '{}' -- \"$word\") $(compgen -f -- \"$word\"))\n    return\n  fi\n", fmt::join(commands, " "));
  out += "  case $command:$before in\n";
  for (const CommandRow& command : table)
    for (const OptionRow& option : command.options) {
      const std::vector<std::string> choices = Choices(option);
      if (choices.empty() || !IsPlain(command)) continue;
      for (const std::string& word : option.words)
        out += fmt::format("    {}:--{}) COMPREPLY=($(compgen -W '{}' -- \"$word\")); return ;;\n", command.name, word, fmt::join(choices, " "));
      if (option.words.empty()) out += fmt::format("    {0}:{0}) COMPREPLY=($(compgen -W '{1}' -- \"$word\")); return ;;\n", command.name, fmt::join(choices, " "));
    }
  out += "  esac\n  if [[ $word != -* ]]; then\n    case $command:$before in\n";
  for (const std::string& name : commands)
    if (const std::vector<std::string> below = Below(table, name); !below.empty())
      out += fmt::format("      {0}:{0}) COMPREPLY=($(compgen -W '{1}' -- \"$word\")); return ;;\n", name, fmt::join(below, " "));
  out += "    esac\n    COMPREPLY=($(compgen -f -- \"$word\"))\n    return\n  fi\n  case $command in\n";
  for (const CommandRow& command : table)
    if (IsPlain(command)) out += fmt::format("    {}) COMPREPLY=($(compgen -W '{}' -- \"$word\")) ;;\n", command.name, fmt::join(Flags(command), " "));
  return out + "  esac\n}\ncomplete -o filenames -F _backlint backlint\n";
}

// Text between single quotes of a shell.
std::string Single(const std::string& text) { return Replaced(text, "'", "'\\''"); }

std::string ZshOption(const OptionRow& option) {
  std::string about = FirstLine(option.about);
  for (const char* special : {"\\", "[", "]", ":"}) about = Replaced(about, special, std::string("\\") + special);
  const std::vector<std::string> choices = Choices(option);
  const std::string action = choices.empty() ? "_files" : fmt::format("({})", fmt::join(choices, " "));
  std::string out;
  const auto add = [&](const std::string& name, const char* joint) {
    out += fmt::format("        '*{}{}[{}]{}' \\\n", name, option.takes_value ? joint : "", Single(about), option.takes_value ? ":value:" + action : "");
  };
  for (const std::string& letter : option.letters) add("-" + letter, "+");
  for (const std::string& word : option.words) add("--" + word, "=");
  if (out.empty()) out = fmt::format("        '*:{}:{}' \\\n", option.positional, action);
  return out;
}

std::string Zsh() {
  const std::vector<CommandRow> table = CommandTable();
  std::string out = "#compdef backlint\n# Completion of backlint for zsh.\n_backlint() {\n  local -a commands\n  commands=(\n";
  for (const CommandRow& command : table)
    if (IsPlain(command)) out += fmt::format("    '{}:{}'\n", command.name, Single(Replaced(command.about, ":", "\\:")));
  out += "  )\n  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then\n    _describe command commands\n    _files\n    return\n  fi\n"
         "  local command=check\n  if [[ -n ${commands[(r)$words[2]:*]} ]]; then command=$words[2]; words[2]=(); (( CURRENT-- )); fi\n  case $command in\n";
  for (const CommandRow& command : table) {
    if (!IsPlain(command)) continue;
    const std::vector<std::string> below = Below(table, command.name);
    out += fmt::format("    {})\n      _arguments \\\n", command.name);
    for (const OptionRow& option : command.options) out += ZshOption(option);
    if (!below.empty()) out += fmt::format("        '1:action:({})' \\\n", fmt::join(below, " "));
    out += "        && return ;;\n";
  }
  return out + "  esac\n}\n_backlint \"$@\"\n";
}

std::string Fish() {
  const std::vector<CommandRow> table = CommandTable();
  std::vector<std::string> commands;
  for (const CommandRow& command : table)
    if (IsPlain(command)) commands.push_back(command.name);
  std::string out = fmt::format("# Completion of backlint for fish.\nset -l commands {}\n", fmt::join(commands, " "));
  for (const CommandRow& command : table) {
    const size_t space = command.name.find(' ');
    const std::string where = IsPlain(command) ? "__fish_use_subcommand" : "__fish_seen_subcommand_from " + command.name.substr(0, space);
    out += fmt::format("complete -c backlint -n '{}' -a {} -d '{}'\n", where, IsPlain(command) ? command.name : command.name.substr(space + 1), Single(command.about));
    if (!IsPlain(command)) continue;
    // Without a command it is `check`.
    const std::string when = command.name == "check" ? "not __fish_seen_subcommand_from $commands; or __fish_seen_subcommand_from check" : "__fish_seen_subcommand_from " + command.name;
    for (const OptionRow& option : command.options) {
      std::string line = fmt::format("complete -c backlint -n \"{}\"", when);
      for (const std::string& letter : option.letters) line += " -s " + letter;
      for (const std::string& word : option.words) line += " -l " + word;
      if (const std::vector<std::string> choices = Choices(option); !choices.empty()) line += fmt::format(" -x -a '{}'", fmt::join(choices, " "));
      else if (option.takes_value && !option.words.empty()) line += " -r";
      if (option.words.empty() && option.letters.empty() && Choices(option).empty()) continue;
      out += fmt::format("{} -d '{}'\n", line, Single(FirstLine(option.about)));
    }
  }
  return out;
}

}  // namespace

int RunCommand(const ManualCommand& command) {
  const std::string text = command.form == "man" ? Man() : command.form == "bash" ? Bash() : command.form == "zsh" ? Zsh() : Fish();
  return Answer(text, kClean);
}

}  // namespace backlint::cli
