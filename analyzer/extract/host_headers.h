// What headers this machine has: a flag that asks for others would lose the whole standard library.
#ifndef BACKLINT_EXTRACT_HOST_HEADERS_H_
#define BACKLINT_EXTRACT_HOST_HEADERS_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace backlint {

class HostHeaders {
 public:
  // `root`: the machine's own root, another one in tests.
  explicit HostHeaders(std::string root = "") : root_(std::move(root)) {}

  // Removes `--target=`, `-m32` and `-stdlib=` from `arguments` where their headers are not installed (nor a sysroot given), and every
  // sysroot that is not there. Removed arguments are appended to `removed`.
  void Adapt(std::vector<std::string>* arguments, std::vector<std::string>* removed);

  // Where the front end looks by itself: the C++ library, the compiler's own headers, /usr/local/include, /usr/include.
  std::vector<std::string> DefaultFolders() const;

  // Below these, packages keep headers that have to be asked for with a flag: /usr/include/postgresql, /usr/lib/<target>/glib-2.0/include.
  std::vector<std::string> PackageFolders() const;

 private:
  bool Has(const std::string& argument);
  bool Probe(std::string_view argument) const;

  std::string root_;
  std::map<std::string, bool> known_;
};

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_HOST_HEADERS_H_
