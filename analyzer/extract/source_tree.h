// The sources and headers below a project's root, for when nobody says how they are compiled.
#ifndef BACKLINT_EXTRACT_SOURCE_TREE_H_
#define BACKLINT_EXTRACT_SOURCE_TREE_H_

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace backlint {

struct SourceTree {
  std::vector<std::string> sources;    // the project's own, sorted
  std::vector<std::string> sql;        // the project's own files of SQL, and plans of their order, sorted
  std::vector<std::string> files;      // all that can be included, of third parties and of build folders too, sorted
  std::unordered_map<std::string, std::vector<uint32_t>> by_name;   // last component -> indices of `files`
  bool cut = false;                    // a limit was hit

  // Index of `path` in `files`, or -1.
  int64_t Find(std::string_view path) const;
};

// All paths are relative to `root`. Sources that git ignores by .gitignore files, in build folders, hidden folders and folders of third
// parties (by their names, and submodules) are left out. Folders behind symbolic links are not entered.
SourceTree ReadSourceTree(const std::string& root);

// By its name: a file of SQL, or a plan of their order.
bool IsSqlFile(std::string_view path);

// Is one of the folders on the way one that holds other people's code?
bool IsThirdParty(std::string_view path);

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_SOURCE_TREE_H_
