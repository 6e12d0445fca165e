#include "report/tracked_files.h"

#include <git2.h>

#include <filesystem>
#include <memory>
#include <string>
#include <system_error>

namespace backlint::report {
namespace {

namespace fs = std::filesystem;

class Library {
 public:
  Library() {
    git_libgit2_init();
    // Only an index is read, which is as safe in the repository of another user.
    git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
  }
  ~Library() { git_libgit2_shutdown(); }
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
};

using Repository = std::unique_ptr<git_repository, decltype(&git_repository_free)>;
using Index = std::unique_ptr<git_index, decltype(&git_index_free)>;

Repository OpenAround(const std::string& folder) {
  git_repository* repository = nullptr;
  git_repository_open_ext(&repository, folder.c_str(), 0, nullptr);
  return Repository(repository, git_repository_free);
}

Index IndexOf(git_repository* repository) {
  git_index* index = nullptr;
  git_repository_index(&index, repository);
  return Index(index, git_index_free);
}

// The nearest folder upward that is there: the index may name files that are not.
fs::path Existing(fs::path folder) {
  std::error_code error;
  while (folder.has_relative_path() && !fs::is_directory(folder, error)) folder = folder.parent_path();
  return folder;
}

}  // namespace

std::string FindTracked(const std::string& folder, const std::string& prefix) {
  const Library library;
  const Repository repository = OpenAround(Existing(folder).string());
  const char* top = repository ? git_repository_workdir(repository.get()) : nullptr;
  const Index index = top ? IndexOf(repository.get()) : Index(nullptr, git_index_free);
  if (!index) return "";
  std::error_code error;
  const fs::path relative = fs::weakly_canonical(fs::path(folder) / prefix, error).lexically_relative(fs::weakly_canonical(top, error));
  size_t at = 0;
  if (error || git_index_find_prefix(&at, index.get(), relative.c_str()) != 0) return "";
  const git_index_entry* entry = git_index_get_byindex(index.get(), at);
  return entry ? entry->path : "";
}

}  // namespace backlint::report
