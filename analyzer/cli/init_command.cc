// `init`: looks at the project, writes a configuration that says what was seen, and tells so.
#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <system_error>
#include <vector>

#include <fmt/format.h>

#include "cli/config.h"
#include "cli/exit_status.h"
#include "cli/output.h"
#include "cli/project_root.h"
#include "cli/run.h"
#include "extract/compile_database.h"
#include "extract/file_text.h"
#include "extract/source_tree.h"
#include "models/model.h"
#include "report/printable.h"
#include "sql/dialect.h"
#include "sql/hole_position.h"
#include "sql/migration.h"

namespace backlint::cli {
namespace {

constexpr size_t kMostFiles = 20000, kBytesOfAFile = size_t{64} << 10;

struct Sight {
  std::string build;                             // folder of compile_commands.json, relative
  size_t sources = 0, sql = 0;
  std::map<std::string, size_t> libraries;       // with the number of files that include them
  std::set<std::string> dialects;
  std::vector<std::string> migrations;           // folders of ordered files of SQL
};

// What stands between the brackets or quotes of each `#include`.
std::vector<std::string_view> Includes(std::string_view text) {
  std::vector<std::string_view> names;
  for (size_t at = text.find("#include"); at != std::string_view::npos; at = text.find("#include", at + 8)) {
    const std::string_view line = text.substr(at + 8, text.find('\n', at) - at - 8);
    const size_t open = line.find_first_of("<\""), close = open == std::string_view::npos ? open : line.find_first_of(">\"", open + 1);
    if (close != std::string_view::npos) names.push_back(line.substr(open + 1, close - open - 1));
  }
  return names;
}

bool RunsSql(const Library& library) {
  return std::any_of(library.calls.begin(), library.calls.end(), [](const CallRow& row) { return row.role == Role::kQuery; });
}

void SeeLibraries(const std::string& root, const SourceTree& tree, Sight* sight) {
  const Models models = Models::Embedded();
  size_t read = 0;
  for (const std::string& path : tree.files) {
    if (IsThirdParty(path) || ++read > kMostFiles) continue;
    const std::string text = ReadFileText(root + "/" + path, kBytesOfAFile).value_or("");
    std::set<std::string> met;
    for (const std::string_view name : Includes(text))
      for (const auto& library : models.libraries())
        if (RunsSql(*library) && std::any_of(library->headers.begin(), library->headers.end(), [&](const std::string& prefix) { return name.starts_with(prefix); })) met.insert(library->name);
    for (const std::string& library : met) ++sight->libraries[library];
  }
}

void SeeSql(const std::string& root, const SourceTree& tree, Sight* sight) {
  std::vector<std::string> texts;
  for (const std::string& path : tree.sql) texts.push_back(ReadFileText(root + "/" + path, kBytesOfAFile).value_or(""));
  std::vector<sql::MigrationFile> files;
  for (size_t i = 0; i < texts.size(); ++i) {
    files.push_back({tree.sql[i], texts[i]});
    const sql::Segment whole[] = {{false, texts[i]}};
    sql::Dialect dialect = sql::GuessDialect(whole);
    if (dialect == sql::Dialect::kUnknown) dialect = sql::GuessDialectOfPath(tree.sql[i]);
    if (dialect != sql::Dialect::kUnknown) sight->dialects.emplace(sql::Name(dialect));
  }
  for (const sql::MigrationHistory& history : sql::OrderMigrations(files))
    if (history.style != sql::MigrationStyle::kPlain) sight->migrations.push_back(history.folder.empty() ? "." : history.folder);
}

Sight Look(const std::string& root, const std::string& database) {
  Sight sight;
  const SourceTree tree = ReadSourceTree(root);
  sight.sources = tree.sources.size();
  sight.sql = tree.sql.size();
  const auto commands = LoadCompileDatabase(database, root, root);
  if (commands && !commands->path.empty()) sight.build = Relative(std::filesystem::path(commands->path).parent_path().string(), root);
  SeeLibraries(root, tree, &sight);
  SeeSql(root, tree, &sight);
  return sight;
}

std::string Listed(const Sight& sight) {
  std::vector<std::string> names;
  for (const auto& [name, files] : sight.libraries) names.push_back(fmt::format("{} ({})", name, files));
  return fmt::format("{}", fmt::join(names, ", "));
}

// What can stand in the place of a value, for who takes the comment sign away.
std::string Example(const ConfigKey& key, const std::string& value) {
  const bool usual = std::find(key.words.begin(), key.words.end(), key.fallback) != key.words.end();
  if (!key.words.empty()) return fmt::format("\"{}\"", usual ? key.fallback : key.words.front());
  if (value == "0") return key.fallback.find_first_not_of("0123456789") == std::string_view::npos ? std::string(key.fallback) : "4";
  return value == "\"\"" ? "\"...\"" : value;
}

// What was seen is said; everything else stands there as a comment.
std::string Text(const Sight& sight) {
  Config config;
  config.build = sight.build == "." ? "" : sight.build;
  if (sight.dialects.size() == 1) config.schema_dialect = *sight.dialects.begin();
  std::string out = "# What backlint does in this project. Lines that are commented out hold the defaults; `backlint config --show` prints what is in force.\n";
  if (!sight.libraries.empty()) out += fmt::format("# Libraries that were seen, with the number of files that include them: {}\n", Listed(sight));
  if (!sight.migrations.empty()) out += fmt::format("# Migrations that were seen: {}\n", fmt::join(sight.migrations, ", "));
  std::string section;
  for (const ConfigKey& key : ConfigKeys()) {
    if (key.section != section) out += fmt::format("\n[{}]\n", section = std::string(key.section));
    const std::string value = ConfigValue(key, config);
    const bool seen = value != "\"\"" && (key.name == "build" || key.name == "dialect");
    out += fmt::format("\n# {}. Default: {}\n{}{} = {}\n", key.about, key.fallback, seen ? "" : "# ", key.name, seen ? value : Example(key, value));
  }
  return out + "\n# One check: its severity (error, warning, note or off), and where it reports nothing\n# [check.query-in-loop]\n# severity = \"note\"\n"
               "# exclude = [\"tools/**\"]\n\n# A part of the project with other checks\n# [[override]]\n# paths = [\"src/legacy/**\"]\n# checks = [\"-missing-index\"]\n";
}

std::string Told(const Sight& sight) {
  std::string out = fmt::format("backlint: {} and {} of SQL\n", sight.sources == 1 ? "1 source" : fmt::format("{} sources", sight.sources),
                                sight.sql == 1 ? "1 file" : fmt::format("{} files", sight.sql));
  out += sight.build.empty() ? "backlint: no compile_commands.json: flags will be guessed (with CMake: -DCMAKE_EXPORT_COMPILE_COMMANDS=ON)\n"
                             : fmt::format("backlint: compile commands in {}\n", report::Printable(sight.build));
  out += sight.libraries.empty() ? "backlint: no library that is known: .backlint/models can say what yours means\n" : fmt::format("backlint: libraries: {}\n", Listed(sight));
  if (!sight.migrations.empty()) out += fmt::format("backlint: migrations in {}\n", report::Printable(fmt::format("{}", fmt::join(sight.migrations, ", "))));
  if (!sight.dialects.empty()) out += fmt::format("backlint: dialect{}: {}\n", sight.dialects.size() == 1 ? "" : "s", fmt::join(sight.dialects, ", "));
  return out + "backlint: wrote .backlint.toml\n";
}

}  // namespace

int RunCommand(const InitCommand& command) {
  const auto root = FindRoot({}, command.project.database);
  if (!root) return Fail(kUsage, root.error().message);
  const std::string file = root.value() + "/.backlint.toml";
  std::error_code error;
  // An empty one marks the root and nothing else.
  if (std::filesystem::exists(std::filesystem::symlink_status(file, error)) && std::filesystem::file_size(file, error) > 0)
    return Fail(kUsage, "there is a .backlint.toml already: remove it first, or look at it with `backlint config --show`");
  const Sight sight = Look(root.value(), command.project.database);
  const std::string text = Text(sight);
  if (const auto sound = ParseConfig(text, ".backlint.toml"); !sound) return Fail(kInternal, sound.error().message);
  if (const Status written = WriteFile(file, text); !written) return Fail(kInternal, written.error().message);
  WriteStandardError(Told(sight));
  return kClean;
}

}  // namespace backlint::cli
