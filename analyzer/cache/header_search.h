// Which of the headers that a unit misses could be found now.
#ifndef BACKLINT_CACHE_HEADER_SEARCH_H_
#define BACKLINT_CACHE_HEADER_SEARCH_H_

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace backlint::cache {

// The folder of a file, and those above it; all of them below the root for a relative path.
void AddFolders(std::string_view path, std::set<std::string>* folders);

class HeaderSearch {
 public:
  explicit HeaderSearch(std::string root) : root_(std::move(root)) {}

  // Folders as AddFolders gives them, or as a compile command does.
  std::string Relative(const std::string& folder) const;
  // Digest of all places where one of the headers is now, "" for no header. A header may well be in some folder that is not
  // searched for it: what counts is that the answer is still the one of the time when the unit was read.
  std::string Found(const std::set<std::string>& folders, const std::vector<std::string>& headers);

 private:
  bool Exists(const std::string& path);

  const std::string root_;
  std::unordered_map<std::string, bool> known_;
};

}  // namespace backlint::cache

#endif  // BACKLINT_CACHE_HEADER_SEARCH_H_
