#include "extract/source_tree.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include "extract/path.h"

namespace backlint {
namespace {

namespace fs = std::filesystem;

constexpr size_t kMostFiles = 200000;
constexpr int kMostDepth = 24;

bool OneOf(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool IsSource(std::string_view extension) { return OneOf(extension, {"c", "cc", "cpp", "cxx", "c++", "C"}); }
bool IsHeader(std::string_view extension) { return OneOf(extension, {"", "h", "hh", "hpp", "hxx", "h++", "H", "inc", "inl", "ipp", "tcc"}); }

bool IsBuildFolder(std::string_view name) {
  return name.starts_with('.') || name.starts_with("cmake-build-") ||
         OneOf(name, {"build", "_build", "out", "CMakeFiles", "node_modules", "_deps", "bazel-out", "vcpkg_installed"}) ||
         name.starts_with("build-") || name.starts_with("bazel-");
}

bool IsThirdParty(std::string_view name) {
  return OneOf(name, {"third_party", "third-party", "thirdparty", "3rdparty", "3rd_party", "external", "extern", "externals", "vendor",
                      "vendored", "deps", "contrib", "submodules", "subprojects", "libs_3rd"});
}

// Lines of plain names only; patterns would need git's own rules.
std::set<std::string> IgnoredNames(const std::string& root) {
  std::set<std::string> names;
  std::ifstream file(root + "/.gitignore");
  std::string line;
  for (size_t count = 0; count < 2000 && std::getline(file, line); ++count) {
    while (!line.empty() && (line.back() == '/' || line.back() == '\r' || line.back() == ' ')) line.pop_back();
    if (line.starts_with('/')) line.erase(0, 1);
    if (line.empty() || line[0] == '#' || line.find_first_of("*?[!/\\") != std::string::npos) continue;
    names.insert(line);
  }
  return names;
}

class Reader {
 public:
  explicit Reader(const std::string& root) : ignored_(IgnoredNames(root)) { Read(root, 0, false); }

  SourceTree Take() {
    std::sort(tree_.sources.begin(), tree_.sources.end());
    std::sort(tree_.folders.begin(), tree_.folders.end());
    for (auto& [name, paths] : tree_.headers) std::sort(paths.begin(), paths.end());
    return std::move(tree_);
  }

 private:
  void Read(const std::string& folder, int depth, bool third_party) {
    std::error_code error;
    bool headers = fs::path(folder).filename() == "include";
    std::vector<std::pair<std::string, bool>> below;
    for (fs::directory_iterator entry(folder, fs::directory_options::skip_permission_denied, error), end; !error && entry != end;
         entry.increment(error)) {
      const std::string name = entry->path().filename().string();
      std::error_code ignored;
      if (entry->is_symlink(ignored) || ignored_.count(name) != 0) continue;
      if (entry->is_directory(ignored)) {
        if (depth < kMostDepth && !IsBuildFolder(name)) below.emplace_back(entry->path().string(), third_party || IsThirdParty(name));
        continue;
      }
      if (!entry->is_regular_file(ignored)) continue;
      if (++files_ > kMostFiles) {
        tree_.cut = true;
        return;
      }
      const std::string_view extension = Extension(name);
      if (IsHeader(extension)) {
        headers = headers || !extension.empty();
        tree_.headers[name].push_back(entry->path().string());
      } else if (!third_party && IsSource(extension)) {
        tree_.sources.push_back(entry->path().string());
      }
    }
    if (headers) tree_.folders.push_back(folder);
    std::sort(below.begin(), below.end());
    for (const auto& [path, third] : below) Read(path, depth + 1, third);
  }

  const std::set<std::string> ignored_;
  SourceTree tree_;
  size_t files_ = 0;
};

}  // namespace

SourceTree ReadSourceTree(const std::string& root) { return Reader(root).Take(); }

bool IsCFile(std::string_view path) { return Extension(path) == "c"; }

}  // namespace backlint
