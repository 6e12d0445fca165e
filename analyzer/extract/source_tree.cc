#include "extract/source_tree.h"

#include <dirent.h>

#include <algorithm>

#include "extract/command_line.h"
#include "extract/file_text.h"
#include "extract/ignore_rules.h"
#include "extract/path.h"

namespace backlint {
namespace {

constexpr size_t kMostEntries = 400000;
constexpr size_t kMostOfAFolder = 100000;
constexpr int kMostDepth = 24;

bool OneOf(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Names without an extension count: libraries of templates are included so.
bool IsIncludable(std::string_view name) {
  const std::string_view extension = Extension(name);
  if (extension.empty()) return name.find('.') == std::string_view::npos && !OneOf(name, {"Makefile", "README", "LICENSE", "COPYING"});
  return !LanguageOf(name).empty() || OneOf(extension, {"h", "hh", "hpp", "hxx", "h++", "H", "inc", "inl", "ipp", "tcc", "tpp", "txx",
                                                        "def", "ixx"});
}

bool IsThirdPartyName(std::string_view name) {
  return OneOf(name, {"third_party", "third-party", "thirdparty", "ThirdParty", "3rdparty", "3rd_party", "3rd-party", "external",
                      "externals", "extern", "vendor", "vendored", "deps", "dependencies", "contrib", "submodules", "subprojects", "_deps"});
}

// In the root by name; further down by what a build leaves there, because `src/build` is as often source code.
bool IsBuildName(std::string_view name) {
  return OneOf(name, {"build", "builds", "builddir", "Build", "_build", "out", "CMakeFiles", "_deps", "bazel-out", "vcpkg_installed"}) ||
         name.starts_with("build-") || name.starts_with("build_") || name.starts_with("cmake-build-") || name.starts_with("bazel-");
}

struct Entry {
  std::string name;
  bool folder;
};

class Reader {
 public:
  explicit Reader(const std::string& root) : root_(root) { Read("", 0, true); }

  SourceTree Take() {
    std::sort(tree_.sources.begin(), tree_.sources.end());
    std::sort(tree_.sql.begin(), tree_.sql.end());
    std::sort(tree_.files.begin(), tree_.files.end());
    for (uint32_t i = 0; i < tree_.files.size(); ++i) tree_.by_name[std::string(Basename(tree_.files[i]))].push_back(i);
    return std::move(tree_);
  }

 private:
  std::vector<Entry> Entries(const std::string& folder) {
    std::vector<Entry> entries;
    DIR* dir = opendir((folder.empty() ? root_ : root_ + "/" + folder).c_str());
    if (!dir) return entries;
    while (const dirent* entry = readdir(dir)) {
      if (++seen_ > kMostEntries || entries.size() > kMostOfAFolder) {
        tree_.cut = true;
        break;
      }
      const std::string name = entry->d_name;
      if (name == "." || name == "..") continue;
      const std::string path = folder.empty() ? name : folder + "/" + name;
      const bool unknown = entry->d_type == DT_UNKNOWN;
      // A header may be a link to where it really lies; a folder behind one may be anything, itself too.
      if (entry->d_type == DT_DIR || (unknown && IsDirectory(root_ + "/" + path))) {
        entries.push_back({name, true});
      } else if (entry->d_type == DT_REG || ((unknown || entry->d_type == DT_LNK) && IsRegularFile(root_ + "/" + path))) {
        entries.push_back({name, false});
      }
    }
    closedir(dir);
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.name < b.name; });
    return entries;
  }

  // `own`: sources here are the project's.
  void Read(const std::string& folder, int depth, bool own) {
    const std::vector<Entry> entries = Entries(folder);
    const auto has = [&](std::string_view name) {
      return std::any_of(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.name == name; });
    };
    if (depth > 0 && (has(".git") || has("CMakeCache.txt") || has("build.ninja") || has("config.status"))) own = false;
    if (own && has(".gitignore"))
      rules_.Add(folder, ReadFileText(root_ + "/" + (folder.empty() ? "" : folder + "/") + ".gitignore", 1 << 18).value_or(""));
    for (const Entry& entry : entries) {
      const std::string path = folder.empty() ? entry.name : folder + "/" + entry.name;
      if (tree_.cut) return;
      if (entry.folder) {
        if (entry.name[0] == '.' || entry.name == "node_modules" || entry.name == "CMakeFiles" || depth >= kMostDepth) continue;
        const bool below = own && !IsThirdPartyName(entry.name) && !(depth == 0 && IsBuildName(entry.name)) && !rules_.Ignores(path, true);
        Read(path, depth + 1, below);
      } else if (IsSqlFile(entry.name)) {
        if (own && !rules_.Ignores(path, false)) tree_.sql.push_back(path);
      } else if (IsIncludable(entry.name)) {
        tree_.files.push_back(path);
        const std::string_view extension = Extension(entry.name);
        const bool source = OneOf(extension, {"c", "cc", "cpp", "cxx", "c++", "C", "cp", "CPP"});
        if (own && source && !rules_.Ignores(path, false)) tree_.sources.push_back(path);
      }
    }
  }

  const std::string root_;
  SourceTree tree_;
  IgnoreRules rules_;
  size_t seen_ = 0;
};

}  // namespace

int64_t SourceTree::Find(std::string_view path) const {
  const auto found = std::lower_bound(files.begin(), files.end(), path);
  return found != files.end() && *found == path ? found - files.begin() : -1;
}

SourceTree ReadSourceTree(const std::string& root) { return Reader(root).Take(); }

bool IsSqlFile(std::string_view path) {
  const std::string_view name = Basename(path);
  return OneOf(Extension(name), {"sql", "SQL", "ddl", "pgsql", "psql", "mysql", "sqlite"}) || name == "sqitch.plan";
}

bool IsThirdParty(std::string_view path) {
  for (size_t at = 0; at < path.size();) {
    const size_t end = std::min(path.find('/', at), path.size());
    if (end < path.size() && (IsThirdPartyName(path.substr(at, end - at)) || (at == 0 && IsBuildName(path.substr(0, end))))) return true;
    at = end + 1;
  }
  return false;
}

}  // namespace backlint
