// The sources and headers below a project's root, for when nobody says how they are compiled.
#ifndef BACKLINT_EXTRACT_SOURCE_TREE_H_
#define BACKLINT_EXTRACT_SOURCE_TREE_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace backlint {

struct SourceTree {
  std::vector<std::string> sources;                         // absolute, sorted; not of third parties
  std::map<std::string, std::vector<std::string>> headers;  // by last component: absolute paths, of third parties too
  std::vector<std::string> folders;                         // that hold headers or are called `include`
  bool cut = false;                                         // a limit was hit
};

// Hidden folders, build folders and what the root's .gitignore names outright are left out; symbolic links are not followed.
SourceTree ReadSourceTree(const std::string& root);

bool IsCFile(std::string_view path);

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_SOURCE_TREE_H_
