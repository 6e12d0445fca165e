#include <algorithm>
#include <array>
#include <map>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/command.h"
#include "cli/nearest.h"
#include "cli/reporting_words.h"
#include "extract/extractor.h"

namespace backlint::cli {
namespace {

constexpr std::string_view kFooter = R"(
Exit status: 0 nothing to report, 1 findings at or above --fail-on, 2 wrong usage, 3 units that could not be analysed (or
nothing was), 4 internal error.

Examples:
  backlint                              the project around the current folder
  backlint src/orders                   the whole project is read, findings of src/orders are reported
  backlint -p build --format gcc        with build/compile_commands.json, one line a finding
  backlint --output json=backlint.json  the report for people, and one for programs
  backlint --changed=origin/main        only what this branch introduces
  backlint explain sql-injection        what is wrong with it and what to write instead

A finding is kept quiet on its line by `// backlint: allow(sql-injection) reason` or `// NOLINT(backlint-sql-injection)`.)";

constexpr std::array<std::string_view, 10> kCommands = {"check", "init", "config", "explain", "list", "queries", "schema", "cache", "extract", "link"};

// The words of the command line before they are looked at.
struct Words {
  ReportingWords reporting;
  std::string queries_format = "text", schema_format = "sql";
};

// An empty word is a variable of a script that nobody set, not the wish to have something looked for.
std::string NeedsValue(const std::string& value) { return value.empty() ? "needs a value that is not empty" : ""; }

// Declares everything. The structs live as long as the app, which writes into them.
class Grammar {
 public:
  Grammar() : app_("Finds the pitfalls that bring C++ back ends and their databases down in production.", "backlint") {
    app_.set_version_flag("--version", fmt::format("backlint {} ({})", BACKLINT_VERSION, FrontEndVersion()), "Print the version and that of the front end");
    app_.set_help_flag("-h,--help", "Print this help");
    app_.require_subcommand(1);
    formatter_->column_width(24);
    formatter_->label("REQUIRED", "");
    formatter_->label("TEXT", "");
    app_.formatter(formatter_);
    app_.failure_message(CLI::FailureMessage::simple);
    DeclareCheck();
    DeclareCatalogue();
    DeclareQueries();
    DeclareSchema();
    DeclareCache();
    DeclareUnits();
  }

  Result<Command> Parse(std::vector<std::string> arguments) {
    std::vector<std::string> compiler;
    if (!arguments.empty() && arguments.front() == "extract") {
      const auto dashes = std::find(arguments.begin(), arguments.end(), "--");
      if (dashes != arguments.end()) compiler.assign(dashes + 1, arguments.end());
      arguments.erase(dashes, arguments.end());
    }
    // The value is optional, so it stands behind `=`: the next word may be a path.
    std::replace(arguments.begin(), arguments.end(), std::string("--changed"), std::string("--changed=HEAD"));
    std::reverse(arguments.begin(), arguments.end());
    try {
      app_.parse(std::move(arguments));
    } catch (const CLI::CallForHelp&) {
      return Command(ShowCommand{Help()});
    } catch (const CLI::CallForVersion&) {
      return Command(ShowCommand{app_.version() + "\n"});
    } catch (const CLI::ExtrasError&) {
      return Unexpected();
    } catch (const CLI::RequiredError& error) {
      return Wanted(error.what());
    } catch (const CLI::ArgumentMismatch& error) {
      const std::string said = error.what();
      return Error{fmt::format("`{}` needs a value", said.substr(0, said.find(':')))};
    } catch (const CLI::ParseError& error) {
      return Error{error.what()};
    }
    extract_.command = std::move(compiler);
    return Chosen();
  }

  // Everything that is declared, for who writes manuals and completions.
  std::vector<CommandRow> Table() const {
    std::vector<CommandRow> rows;
    const auto add = [&](const CLI::App* app, const std::string& prefix) {
      CommandRow& row = rows.emplace_back(CommandRow{prefix + app->get_name(), app->get_description(), {}});
      for (const CLI::Option* option : app->get_options())
        row.options.push_back({option->get_snames(), option->get_lnames(), option->get_positional() ? option->get_name(true) : "", option->get_option_text(),
                               option->get_description(), option->get_expected_max() > 0 && option->get_items_expected_max() > 0});
    };
    for (const std::string_view name : kCommands) {
      const CLI::App* command = app_.get_subcommand(std::string(name));
      add(command, "");
      for (const CLI::App* sub : command->get_subcommands({})) add(sub, std::string(name) + " ");
    }
    return rows;
  }

 private:
  CLI::App* Add(const char* name, const char* about) {
    CLI::App* command = app_.add_subcommand(name, about);
    command->footer("");
    return command;
  }

  void AddProject(CLI::App* command, Project& project) {
    command->add_option("-p", project.database, "Folder of compile_commands.json, or that file (default: looked for upward, then in build*/)")
        ->option_text("DIR")->check(NeedsValue)->group("Input");
    command->add_option("--models", project.models, "Folder of further library models (.backlint/models is always read)")
        ->option_text("DIR")->check(NeedsValue)->group("Input");
    command->add_option("-j", project.jobs, "Units that are parsed at once (default: one a core)")
        ->option_text("N")->check(CLI::Range(1, 1024))->group("Input");
    command->add_option("--time-limit", project.unit_seconds, "Seconds that one unit may take (default: 120)")
        ->option_text("SECONDS")->check(CLI::Range(1, 86400))->group("Input");
    AddConfig(command, project.config);
    AddCache(command, project);
    command->add_flag("--no-cache", project.no_cache, "Parse everything and keep nothing")->group("Input");
  }

  static void AddConfig(CLI::App* command, std::string& config) {
    command->add_option("--config", config, "Configuration to read (default: .backlint.toml of the project root)")
        ->option_text("FILE")->check(NeedsValue)->group("Input");
  }

  static void AddCache(CLI::App* command, Project& project) {
    command->add_option("--cache-dir", project.cache_dir, "Where results of earlier runs are kept (default: .backlint below the project root)")
        ->option_text("DIR")->check(NeedsValue)->group("Input");
  }

  void AddReporting(CLI::App* command, Reporting& reporting) {
    std::string formats = "Form of the report on standard output:";
    for (const report::Format& format : report::Formats()) formats += fmt::format("\n{}: {}", format.name, format.about);
    command->add_option("--format", words_.reporting.format, formats)->option_text("F")->group("Report");
    command->add_option("--output", words_.reporting.outputs, "An extra report into a file, as `json=report.json`; may be repeated")
        ->option_text("F=FILE")->allow_extra_args(false)->group("Report");
    command->add_option("--checks", reporting.checks, "Checks to run: names or globs with commas; a leading `-` takes away (default: all)")
        ->option_text("LIST")->group("Report");
    command->add_option("--fail-on", words_.reporting.fail_on, "Least severity for exit status 1: error, warning (default) or never")
        ->option_text("SEVERITY")->group("Report");
    command->add_flag("--allow-partial", reporting.allow_partial, "Units that could not be analysed do not fail the run")->group("Report");
    command->add_flag("--strict", reporting.strict, "Units read with errors (a missing header) fail the run")->group("Report");
    command->add_option("--baseline", reporting.baseline, "Findings that stand in this file are known, and fail no run")
        ->option_text("FILE")->check(NeedsValue)->group("Report");
    command->add_option("--write-baseline", reporting.write_baseline, "Write all findings of this run into such a file")
        ->option_text("FILE")->check(NeedsValue)->group("Report");
    command->add_flag("--show-known", reporting.show_known, "Show known findings too, marked `(known)`")->group("Report");
    command->add_flag("--no-color", reporting.no_color, "No colours (NO_COLOR does the same)")->group("Report");
  }

  static void AddTalk(CLI::App* command, Talk& talk) {
    command->add_flag("-q,--quiet", talk.quiet, "Neither progress nor summary, only findings and errors")->group("Messages");
    command->add_flag("-v,--verbose", talk.verbose, "What was read, guessed and missing")->group("Messages");
    command->add_flag("--stats", talk.stats, "Time and memory of each stage, and limits that were hit")->group("Messages");
  }

  void DeclareCheck() {
    CLI::App* command = Add("check", "Analyse the project (the default: `backlint` alone does this)");
    command->add_option("PATH", check_.project.paths, "Report only findings in these files and folders; the whole project is read")
        ->option_text("...")->group("Input");
    AddProject(command, check_.project);
    AddReporting(command, check_.reporting);
    command->add_option("--changed", check_.change.revision,
        "Report only what the change against REV (default: HEAD) introduces; other findings are known")->option_text("[=REV]")->check(NeedsValue)->group("Report");
    command->add_flag("--staged", check_.change.staged, "The same for what the next commit will hold")->group("Report");
    command->add_flag("--fix-suppressions", check_.fix_suppressions, "Remove comments that keep nothing quiet from the sources")->group("Report");
    AddTalk(command, check_.talk);
    command->footer(std::string(kFooter));
  }

  void DeclareCatalogue() {
    Add("explain", "Symptom, cause and fix of a check; without a name, the list of checks")->add_option("NAME", explain_.name, "A check, as `backlint list` names it")
        ->option_text(" ");
    Add("list", "All checks, one line each")->add_flag("--json", list_.json, "All that is known of them, for programs");
    CLI::App* init = Add("init", "Look at the project and write a commented .backlint.toml");
    init->add_option("-p", init_.project.database, "Folder of compile_commands.json, or that file")->option_text("DIR")->check(NeedsValue)->group("Input");
    CLI::App* config = Add("config", "The configuration in force, and where each value is said");
    config->add_flag("--show", show_, "Print it (there is nothing else to do)");
    config->add_flag("--json", config_.json, "The same for programs, with what the keys mean");
    AddConfig(config, config_.config);
  }

  void DeclareQueries() {
    CLI::App* command = Add("queries", "Every place where SQL runs, with its text as backlint understands it");
    command->add_option("PATH", queries_.project.paths, "Only queries in these files and folders")->option_text("...")->group("Input");
    AddProject(command, queries_.project);
    command->add_option("--format", words_.queries_format, "text (default) or json")->option_text("F")->group("Report");
    command->add_flag("--unresolved", queries_.unresolved, "Only those whose text is not understood")->group("Report");
    AddTalk(command, queries_.talk);
  }

  void DeclareSchema() {
    CLI::App* command = Add("schema", "The tables that migrations, dumps and program text define, with where each part comes from");
    command->add_option("PATH", schema_.project.paths, "A folder of the project; the whole project is read")->option_text("...")->group("Input");
    AddProject(command, schema_.project);
    command->add_option("--format", words_.schema_format, "sql (default) or json")->option_text("F")->group("Report");
    AddTalk(command, schema_.talk);
  }

  void DeclareCache() {
    CLI::App* command = Add("cache", "The results kept from earlier runs");
    command->require_subcommand(1);
    const auto action = [&](const char* name, const char* about, CacheCommand::Action value) {
      CLI::App* sub = command->add_subcommand(name, about);
      sub->callback([this, value] { cache_.action = value; });
      AddCache(sub, cache_.project);
      return sub;
    };
    action("stats", "Size and contents", CacheCommand::Action::kStats);
    action("clear", "Forget everything", CacheCommand::Action::kClear);
    CLI::App* why = action("why", "Why a unit would be parsed again, or not", CacheCommand::Action::kWhy);
    why->add_option("PATH", cache_.why, "Source file of the unit")->option_text(" ")->required();
    why->add_option("-p", cache_.project.database, "Folder of compile_commands.json, or that file")->option_text("DIR")->check(NeedsValue)->group("Input");
  }

  void DeclareUnits() {
    CLI::App* extract = Add("extract", "Read one unit into a file of facts: a compile-like action for build systems");
    extract->add_option("-o", extract_.output, "File to write; it is written even when the unit cannot be read")->option_text("FILE")->required();
    extract->add_option("--time-limit", extract_.unit_seconds, "Seconds that the unit may take (default: 120)")
        ->option_text("SECONDS")->check(CLI::Range(1, 86400));
    extract->footer("\nExample:\n  backlint extract -o orders.facts -- g++ -std=c++20 -Iinclude -c src/orders.cc");
    CLI::App* link = Add("link", "Analyse files of facts together: a link-like action for build systems");
    link->add_option("FACTS", link_.facts, "Files that `backlint extract` wrote")->option_text("...")->required()->group("Input");
    AddConfig(link, link_.project.config);
    link->add_option("--models", link_.project.models, "Folder of further library models")->option_text("DIR")->check(NeedsValue)->group("Input");
    AddReporting(link, link_.reporting);
    AddTalk(link, link_.talk);
    Add("worker", "")->group("");
    // For those who make packages.
    Add("manual", "")->group("")->add_option("FORM", manual_.form)->required()->check(CLI::IsMember({"man", "bash", "zsh", "fish"}));
  }

  // Help of the command that was asked about. `check` is what most people want, so its options stand in the general help.
  std::string Help() const {
    const CLI::App* app = Innermost();
    if (app != &app_ && app->get_name() != "check") return Tidy(app->help(app->get_parent() == &app_ ? "backlint" : "backlint cache"));
    std::string help = app_.get_description() + "\n\nUsage: backlint [check] [OPTIONS] [PATH...]\n       backlint COMMAND ... (COMMAND --help tells more)\n\nCommands:\n";
    for (const std::string_view name : kCommands)
      help += fmt::format("  {:<22}{}\n", name, app_.get_subcommand(std::string(name))->get_description());
    const CLI::App* check = app_.get_subcommand("check");
    help += formatter_->make_positionals(check) + formatter_->make_groups(check, CLI::AppFormatMode::Normal);
    help += "\nOthers:\n" + formatter_->make_option(app_.get_version_ptr(), false);
    return Tidy(help + std::string(kFooter) + "\n");
  }

  // The formatter leaves more empty lines than anyone needs.
  static std::string Tidy(std::string text) {
    for (size_t at; (at = text.find("\n\n\n")) != std::string::npos;) text.erase(at, 1);
    return text;
  }

  const CLI::App* Innermost() const {
    const CLI::App* app = &app_;
    while (!app->get_subcommands().empty()) app = app->get_subcommands().front();
    return app;
  }

  // What a command cannot do without.
  Error Wanted(const std::string& said) const {
    static constexpr std::array<std::array<std::string_view, 2>, 4> kWanted = {{
        {"extract", "`extract` needs a file to write and a compile command, as `backlint extract -o a.facts -- g++ -c a.cc`"},
        {"link", "`link` needs files that `extract` wrote, as `backlint link a.facts b.facts`"},
        {"cache", "`cache` needs one of `stats`, `clear` and `why PATH`"},
        {"why", "`cache why` needs the source file of a unit, as `backlint cache why src/db.cc`"},
    }};
    const std::string name = Innermost()->get_name();
    const std::vector<std::string> extras = app_.remaining(true);
    for (const auto& [command, wanted] : kWanted)
      if (command == name) return Error{fmt::format("{}{}", wanted, command == "cache" && !extras.empty() ? fmt::format(", not `{}`", extras.front()) : "")};
    return Error{said};
  }

  // The first word that nobody took, against the options that are there.
  Error Unexpected() const {
    const CLI::App* app = Innermost();
    const std::vector<std::string> extras = app_.remaining(true);
    const std::string word = extras.empty() ? "" : extras.front();
    if (!word.starts_with('-')) {
      const char* takes = app->get_name() == "list" ? "no argument" : app->get_name() == "explain" ? "one name" : nullptr;
      return Error{takes ? fmt::format("`{}` takes {}: unexpected argument `{}`", app->get_name(), takes, word) : fmt::format("unexpected argument `{}`", word)};
    }
    std::vector<std::string> names = {"--help", "--version"};
    for (const CLI::Option* option : app->get_options())
      for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    const std::string bare = word.substr(0, word.find('='));
    return Error{fmt::format("unknown option `{}`{}", bare, DidYouMean(bare, std::vector<std::string_view>(names.begin(), names.end())))};
  }

  Result<Command> Chosen() {
    const CLI::App* chosen = app_.get_subcommands().front();
    const std::string name = chosen->get_name();
    if (name == "check" || name == "link") {
      if (name == "check" && !check_.reporting.write_baseline.empty() && (!check_.project.paths.empty() || check_.change.staged || !check_.change.revision.empty()))
        return Error{"--write-baseline takes the findings of the whole project: it goes with no PATH, --changed or --staged"};
      if (check_.change.staged && !check_.change.revision.empty()) return Error{"--staged and --changed are two questions: ask one"};
      if (check_.fix_suppressions && check_.change.staged) return Error{"--fix-suppressions writes what lies on disk, and --staged looks at something else"};
      if (const Status filled = FillReporting(words_.reporting, name == "check" ? &check_.reporting : &link_.reporting); !filled) return filled.error();
      return name == "check" ? Command(check_) : Command(link_);
    }
    if (name == "queries" || name == "schema") {
      const bool queries = name == "queries";
      const std::array<std::string_view, 2> forms = {queries ? "text" : "sql", "json"};
      const std::string& form = queries ? words_.queries_format : words_.schema_format;
      if (std::find(forms.begin(), forms.end(), form) == forms.end())
        return Error{fmt::format("unknown format `{}`{} (known: {})", form, DidYouMean(form, forms), fmt::join(forms, ", "))};
      (queries ? queries_.json : schema_.json) = form == "json";
      return queries ? Command(queries_) : Command(schema_);
    }
    if (name == "extract") {
      if (extract_.command.size() < 2) return Error{"extract needs a compile command behind `--`, as `backlint extract -o a.facts -- g++ -c a.cc`"};
      return Command(extract_);
    }
    if (name == "cache") return Command(cache_);
    if (name == "config") return Command(config_);
    if (name == "init") return Command(init_);
    if (name == "explain") return Command(explain_);
    if (name == "list") return Command(list_);
    if (name == "manual") return Command(manual_);
    return Command(WorkerCommand{});
  }

  CLI::App app_;
  std::shared_ptr<CLI::Formatter> formatter_ = std::make_shared<CLI::Formatter>();
  Words words_;
  CheckCommand check_;
  LinkCommand link_;
  ExtractCommand extract_;
  QueriesCommand queries_;
  SchemaCommand schema_;
  CacheCommand cache_;
  ConfigCommand config_;
  bool show_ = true;                   // of config; it does nothing else
  InitCommand init_;
  ExplainCommand explain_;
  ListCommand list_;
  ManualCommand manual_;
};

bool IsCommand(const std::string& word) {
  return word == "worker" || word == "manual" || std::find(kCommands.begin(), kCommands.end(), word) != kCommands.end();
}

}  // namespace

std::vector<CommandRow> CommandTable() { return Grammar().Table(); }

Result<Command> ParseCommand(const std::vector<std::string>& arguments) {
  // `check` may be left out, so the first word decides: a command has to stand in front.
  std::vector<std::string> words = arguments;
  const bool general = !words.empty() && (words.front() == "--version" || words.front() == "--help" || words.front() == "-h");
  if (!words.empty() && words.front() == "help") words.front() = "--help";
  else if (!general && (words.empty() || !IsCommand(words.front()))) words.insert(words.begin(), "check");
  return Grammar().Parse(std::move(words));
}

}  // namespace backlint::cli
