// How sources are compiled when nobody says: from what they include and from what lies in the tree and on the machine.
#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "extract/command_line.h"
#include "extract/compile_database.h"
#include "extract/host_headers.h"
#include "extract/include_resolver.h"
#include "extract/path.h"
#include "extract/source_tree.h"

namespace backlint {

namespace {

std::string Count(size_t number, std::string_view noun) { return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s"); }

}  // namespace

CompileDatabase GuessCompileDatabase(const std::string& root) {
  const std::string top = FoldPath(root);
  const SourceTree tree = ReadSourceTree(top);
  IncludeResolver resolver(top, tree, HostHeaders());
  resolver.Run();

  CompileDatabase database;
  std::unordered_map<std::string, std::vector<std::string>> by_folder;
  for (const std::string& source : tree.sources) {
    const std::string folder(Dirname(source));
    auto arguments = by_folder.find(folder);
    if (arguments == by_folder.end()) arguments = by_folder.emplace(folder, resolver.ArgumentsFor(folder)).first;
    const bool c = LanguageOf(source) == "c";
    CompileCommand command{top + "/" + source, top, {"-x", c ? "c" : "c++", c ? "-std=gnu17" : "-std=gnu++20", "-fPIC"}};
    command.arguments.insert(command.arguments.end(), arguments->second.begin(), arguments->second.end());
    // Its includer is the unit, if that is what it seems; alone it would lack what stands in front of it there.
    (resolver.IsIncluded(source) ? database.included : database.commands).push_back(std::move(command));
  }
  if (!tree.sources.empty())
    database.remarks.push_back(fmt::format("no compile_commands.json: the flags of {} are guessed ({})", Count(tree.sources.size(), "source"),
                                           Count(resolver.search_folders(), "include folder")));
  if (tree.cut || resolver.cut()) database.remarks.push_back("the project has more files or include folders than are looked at without a compile database");
  return database;
}

}  // namespace backlint
