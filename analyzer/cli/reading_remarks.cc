#include "cli/reading_remarks.h"

#include <algorithm>
#include <set>
#include <string_view>

#include <fmt/format.h>

#include "cli/project_root.h"
#include "core/facts.h"

namespace backlint::cli {
namespace {

constexpr size_t kMostNames = 20;
constexpr std::string_view kStandIn = "<backlint>/";

std::string List(std::string_view what, const std::vector<std::string>& names) {
  if (names.empty()) return "";
  const size_t shown = std::min(names.size(), kMostNames);
  std::string text = fmt::format("{}: {}", what, fmt::join(names.begin(), names.begin() + static_cast<long>(shown), ", "));
  if (shown < names.size()) text += fmt::format(" and {} more", names.size() - shown);
  return text;
}

}  // namespace

std::string GuessedFolders(const CompileDatabase& guess, const std::string& root) {
  std::vector<std::string> folders;
  std::set<std::string> seen;
  for (const CompileCommand& command : guess.commands)
    for (size_t i = 0; i < command.arguments.size(); ++i) {
      const std::string& word = command.arguments[i];
      std::string folder;
      if (word == "-iquote" || word == "-idirafter") folder = ++i < command.arguments.size() ? command.arguments[i] : "";
      else if (word.starts_with("-I")) folder = word.substr(2);
      if (!folder.empty() && seen.insert(folder).second) folders.push_back(Relative(folder, root));
    }
  return List("guessed include folders", folders);
}

std::string StandInsUsed(const std::vector<std::string>& units) {
  std::set<std::string> headers;
  for (const std::string& buffer : units) {
    const auto* files = facts::GetUnitFacts(buffer.data())->files();
    if (!files) continue;
    for (const facts::File* file : *files)
      if (const std::string_view path = file->path()->string_view(); path.starts_with(kStandIn)) headers.emplace(path.substr(kStandIn.size()));
  }
  return List("not installed, so that headers of backlint stand in for them", {headers.begin(), headers.end()});
}

}  // namespace backlint::cli
