// Include folders from the `#include` lines themselves: for each folder of sources the folders that make what it includes resolve.
#ifndef BACKLINT_EXTRACT_INCLUDE_RESOLVER_H_
#define BACKLINT_EXTRACT_INCLUDE_RESOLVER_H_

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "extract/host_headers.h"
#include "extract/include_scan.h"
#include "extract/package_headers.h"
#include "extract/source_tree.h"

namespace backlint {

// Starts at the sources and follows what they include, conditions not looked at, into the tree and into the machine's packages. A name
// that is not found where the preprocessor would look is searched as the end of a path. Folders whose names shadow those of the system
// (a `compat/unistd.h`) are searched for quoted names, or last.
class IncludeResolver {
 public:
  IncludeResolver(const std::string& root, const SourceTree& tree, const HostHeaders& host);

  // Reads the sources and all that they reach.
  void Run();

  // `-I`, `-iquote`, `-idirafter` for the sources of this folder (relative to the root), the nearest folders first.
  std::vector<std::string> ArgumentsFor(const std::string& folder);

  // Is the source part of another one, by an `#include` of it?
  bool IsIncluded(std::string_view source) const { return included_.count(std::string(source)) != 0; }

  size_t search_folders() const { return all_searched_.size(); }
  bool cut() const { return cut_; }

 private:
  struct Folder {
    std::set<std::string> next;                   // folders of what its files include
    std::map<std::string, bool> searched;         // search folder -> is it needed for <...>
    std::unordered_set<std::string> asked;        // includes that were looked up
  };

  void Read(const std::string& path);
  void Resolve(const std::string& folder, const IncludeLine& include);
  bool ResolveInTree(const std::string& folder, const IncludeLine& include);
  bool ResolveInPackages(const std::string& folder, const IncludeLine& include);
  // The folder in which `name` is best looked for; "" is the root, kNowhere none.
  std::string BestFolder(const std::string& folder, const std::string& name) const;
  void Reach(const std::string& folder, const std::string& path);
  void Search(const std::string& folder, const std::string& searched, bool angled);
  bool Shadows(const std::string& folder);

  const std::string root_;
  const SourceTree& tree_;
  PackageHeaders packages_;
  std::unordered_map<std::string, Folder> folders_;
  std::vector<std::string> waiting_, packages_in_use_;
  std::unordered_set<std::string> seen_, included_;
  std::set<std::string> all_searched_;
  std::unordered_map<std::string, bool> shadows_;
  size_t package_files_ = 0;
  bool cut_ = false;
};

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_INCLUDE_RESOLVER_H_
