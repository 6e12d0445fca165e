// Headers that this machine's packages brought along, found by name: what pkg-config would say for a project that nobody configured.
#ifndef BACKLINT_EXTRACT_PACKAGE_HEADERS_H_
#define BACKLINT_EXTRACT_PACKAGE_HEADERS_H_

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/host_headers.h"

namespace backlint {

class PackageHeaders {
 public:
  explicit PackageHeaders(const HostHeaders& host);

  // Does the front end find this by itself?
  bool IsDirect(const std::string& name);

  // The folder with which `name` is found, "" when there is none or the name says too little to be sure: `config.h` is in many packages
  // and means none of them. Folders of `preferred` answer first. `quoted`: the project more likely means a header of its own.
  std::string FolderOf(const std::string& name, bool quoted, const std::vector<std::string>& preferred);

 private:
  void Index();
  void IndexFolder(const std::string& folder, int depth);

  std::vector<std::string> default_folders_, package_folders_;
  std::unordered_map<std::string, bool> direct_;
  std::unordered_map<std::string, std::vector<std::string>> by_name_;     // last component -> folders
  bool indexed_ = false;
  size_t entries_ = 0;
};

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_PACKAGE_HEADERS_H_
