#include "cli/unit_key.h"

#include <string_view>

#include "cli/project_root.h"
#include "core/digest.h"
#include "extract/command_line.h"

namespace backlint::cli {
namespace {

// `-I/src/shop/include` and `-I/src/shop2/include`: only whole components of a path are the root.
std::string WithoutRoot(std::string_view text, const std::string& root) {
  std::string out;
  for (size_t found; (found = text.find(root)) != std::string_view::npos;) {
    const size_t end = found + root.size();
    const bool whole = end == text.size() || text[end] == '/' || root.ends_with('/');
    out.append(text.substr(0, found)).append(whole ? std::string_view("\0", 1) : std::string_view(root));
    text.remove_prefix(end);
  }
  return out.append(text);
}

}  // namespace

UnitKey KeyOf(const CompileCommand& command, const std::string& root) {
  DigestBuilder digest;
  digest.Add(Relative(command.directory, root));
  for (const std::string& argument : command.arguments) digest.Add(WithoutRoot(argument, root));
  return {Relative(command.source, root), digest.Finish(), SearchFolders(command)};
}

}  // namespace backlint::cli
