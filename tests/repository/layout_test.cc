// The repository's tests of itself.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "checks/check.h"
#include "fixtures/project_run.h"
#include "models/embedded.h"

namespace backlint::testing {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = BACKLINT_SOURCE_DIR;

std::string Read(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

struct Source {
  fs::path path;
  std::string stage, text;
};

// Our own code, by stage.
std::vector<Source> Sources() {
  std::vector<Source> sources;
  auto add = [&](const fs::path& folder, const std::string& stage) {
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
      const std::string extension = entry.path().extension().string();
      if (entry.is_regular_file() && (extension == ".cc" || extension == ".h")) sources.push_back({entry.path(), stage, Read(entry.path())});
    }
  };
  for (const fs::directory_entry& stage : fs::directory_iterator(kRoot / "analyzer"))
    if (stage.is_directory()) add(stage.path(), stage.path().filename().string());
  add(kRoot / "analyzer/cli/main", "cli");
  add(kRoot / "sql", "sql");
  add(kRoot / "checks", "checks");
  return sources;
}

TEST(Layout, IncludesFollowTheStream) {
  const std::map<std::string, std::set<std::string>> allowed = {
      {"core", {}}, {"sql", {"core"}}, {"extract", {"core"}}, {"cache", {"core"}}, {"models", {"core"}}, {"link", {"core"}},
      {"flow", {"core", "link", "models"}}, {"paths", {"core", "link", "flow", "models"}}, {"backend", {"core", "link", "flow", "paths", "models", "sql"}}, {"checks", {"core", "backend", "sql"}}, {"report", {"core"}},
      {"cli", {"core", "extract", "cache", "models", "link", "flow", "paths", "backend", "checks", "sql", "report"}}};
  const std::regex include(R"re(#include "([a-z_]+)/[^"]+")re");
  for (const Source& source : Sources()) {
    ASSERT_TRUE(allowed.count(source.stage)) << source.path;
    for (std::sregex_iterator match(source.text.begin(), source.text.end(), include), end; match != end; ++match) {
      const std::string stage = (*match)[1];
      EXPECT_TRUE(stage == source.stage || allowed.at(source.stage).count(stage)) << source.path << " includes " << (*match)[0];
    }
    EXPECT_EQ(source.text.find("\n#include \"../"), std::string::npos) << source.path;
  }
}

TEST(Layout, ThirdPartyHeadersStayInTheirStage) {
  const std::map<std::string, std::set<std::string>> homes = {
      {"<clang-c/", {"extract"}}, {"<sqlite3.h>", {"cache"}}, {"<toml", {"models", "cli"}}, {"<CLI/", {"cli"}}, {"<spdlog/", {"cli"}}, {"<xxhash.h>", {"core"}}, {"<git2", {"report"}}};
  for (const Source& source : Sources())
    for (const auto& [header, stages] : homes) {
      const bool included = source.text.find("#include " + header) != std::string::npos;
      EXPECT_TRUE(!included || stages.count(source.stage)) << source.path << " includes " << header;
    }
}

TEST(Layout, FilesFitTheirScreen) {
  for (const Source& source : Sources()) {
    const auto lines = std::count(source.text.begin(), source.text.end(), '\n');
    EXPECT_LT(lines, source.path.extension() == ".h" ? 200 : 400) << source.path;
    for (const char* vague : {"utils", "helpers", "common", "manager", "base"}) EXPECT_NE(source.path.stem(), vague) << source.path;
  }
}

TEST(Layout, EveryCheckHasAnEntryAndFixtures) {
  for (const checks::Check* check : checks::All()) {
    const Entry& entry = check->entry;
    std::string stem(entry.name);
    std::replace(stem.begin(), stem.end(), '-', '_');
    EXPECT_TRUE(fs::exists(kRoot / "checks" / (stem + ".cc"))) << entry.name;
    for (std::string_view text : {entry.symptom, entry.cause, entry.fix}) EXPECT_GT(text.size(), 40u) << entry.name;
    bool bad = false, good = false;
    for (const fs::directory_entry& file : fs::directory_iterator(kRoot / "fixtures/checks" / stem)) {
      bad |= file.path().filename().string().starts_with("bad");
      good |= file.path().filename().string().starts_with("good");
    }
    EXPECT_TRUE(bad && good) << entry.name;
  }
}

// Names of libraries, and the first names of what their rows speak of. The C and C++ libraries belong to the language.
std::set<std::string> LibraryNames() {
  std::set<std::string> names;
  const std::regex key(R"key(^"([A-Za-z_]\w+)(::|"))key", std::regex::multiline), library(R"key(^library = "([^" ]+)")key", std::regex::multiline);
  for (const EmbeddedFile& file : EmbeddedModels()) {
    if (file.path == "c.toml" || file.path == "std.toml") continue;
    const std::string text(file.content);
    for (std::sregex_iterator match(text.begin(), text.end(), key), end; match != end; ++match) {
      // A name that is a word of small letters may be any word.
      const std::string name = (*match)[1];
      if (!std::all_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; })) names.insert(name);
    }
    std::smatch match;
    if (std::regex_search(text, match, library)) names.insert(match[1]);
  }
  return names;
}

// Roles are code, names are data: no text of the program names a library.
TEST(Layout, NoLibraryIsNamedInCode) {
  const std::map<std::string, std::set<std::string>> allowed = {
      {"file_table.cc", {"Qt"}},        // what a generator writes into the first line of its files
      {"database.cc", {"sqlite3"}},     // the cache is written with it
      {"local_time.cc", {"SQLite"}}, {"breaking_migration.cc", {"SQLite"}}};      // as the engine, whose dialect is read
  const std::set<std::string> names = LibraryNames();
  ASSERT_GT(names.size(), 100u);
  const std::regex literal(R"re("(?:[^"\\\n]|\\.)*")re"), word(R"re(\w+)re");
  for (const Source& source : Sources()) {
    if (source.stage == "models") continue;
    std::istringstream lines(source.text);
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with("#include")) continue;
      line = line.substr(0, line.find("// "));
      for (std::sregex_iterator text(line.begin(), line.end(), literal), end; text != end; ++text) {
        const std::string content = text->str();
        for (std::sregex_iterator match(content.begin(), content.end(), word); match != end; ++match) {
          const auto own = allowed.find(source.path.filename().string());
          const bool excused = own != allowed.end() && own->second.count(match->str());
          EXPECT_TRUE(excused || !names.count(match->str())) << source.path << " names " << match->str();
        }
      }
    }
  }
}

// Code spans of the table under "Using it": options of the default command, or whole commands.
std::vector<std::string> CommandsOf(const std::string& readme) {
  std::vector<std::string> commands;
  std::istringstream lines(readme.substr(readme.find("## Using it")));
  const std::regex span("`([^`]+)`");
  for (std::string line; std::getline(lines, line) && !line.starts_with("Exit status");) {
    if (!line.starts_with("| ")) continue;
    const std::string second = line.substr(line.find('|', 2));
    for (std::sregex_iterator match(second.begin(), second.end(), span), end; match != end; ++match) commands.push_back((*match)[1]);
  }
  return commands;
}

// Words of a command as a shell sees them; of its syntax only quotes.
std::vector<std::string> Words(const std::string& command) {
  std::vector<std::string> words;
  const std::regex word("'([^']*)'|[^ ]+");
  for (std::sregex_iterator match(command.begin(), command.end(), word), end; match != end; ++match)
    words.push_back((*match)[1].matched ? (*match)[1].str() : match->str());
  return words;
}

// What the README tells people to run is no wrong usage.
TEST(Layout, CommandsOfTheReadmeRun) {
  TemporaryFolder folder;
  fs::copy(kRoot / "fixtures/projects/shop", folder.path(), fs::copy_options::recursive);
  const std::vector<std::string> commands = CommandsOf(Read(kRoot / "README.md"));
  EXPECT_GT(commands.size(), 6u);
  for (const std::string& command : commands) {
    std::vector<std::string> words = Words(command);
    if (words[0] == "backlint") words.erase(words.begin());
    std::replace(words.begin(), words.end(), std::string("*.facts"), std::string("a.facts"));
    const Output output = RunBacklint(folder.path(), words);
    EXPECT_TRUE(output.status == 0 || output.status == 1 || output.status == 3) << command << ": " << output.status << "\n" << output.err;
  }
}

// The README shows what the program says.
TEST(Layout, ReadmeIsCurrent) {
  const std::string readme = Read(kRoot / "README.md");
  TemporaryFolder folder;
  fs::copy(kRoot / "fixtures/projects/shop", folder.path(), fs::copy_options::recursive);
  const Output report = RunBacklint(folder.path(), {"--no-cache"}), queries = RunBacklint(folder.path(), {"queries", "--no-cache"});
  size_t blocks = 0;
  for (size_t begin = readme.find("```text\n"); begin != std::string::npos; begin = readme.find("```text\n", begin + 1)) {
    const size_t first = begin + 8, last = readme.find("```", first);
    const std::string block = readme.substr(first, last - first);
    EXPECT_TRUE(report.out.find(block) != std::string::npos || queries.out.find(block) != std::string::npos) << block << "\n" << report.out << queries.out;
    ++blocks;
  }
  EXPECT_EQ(blocks, 2u);
  for (const char* option : {"--format", "--fail-on", "--allow-partial", "--stats", "--output", "--checks"}) {
    EXPECT_NE(readme.find(option), std::string::npos);
    EXPECT_NE(RunBacklint(folder.path(), {"--help"}).out.find(option), std::string::npos);
  }
}

}  // namespace
}  // namespace backlint::testing
