// What libgit2 hands out, given back by itself. Nothing of a repository is run by it: no hook, no filter, no driver, no monitor.
#ifndef BACKLINT_REPORT_REPOSITORY_H_
#define BACKLINT_REPORT_REPOSITORY_H_

#include <git2.h>

#include <memory>
#include <string>

namespace backlint::report {

// The library is up while one of these lives.
class GitLibrary {
 public:
  GitLibrary() {
    git_libgit2_init();
    // Reading is as safe in the repository of another user.
    git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
  }
  ~GitLibrary() { git_libgit2_shutdown(); }
  GitLibrary(const GitLibrary&) = delete;
  GitLibrary& operator=(const GitLibrary&) = delete;
};

template <auto kFree>
struct GitFree {
  template <typename T>
  void operator()(T* object) const { kFree(object); }
};

using Repository = std::unique_ptr<git_repository, GitFree<git_repository_free>>;
using Index = std::unique_ptr<git_index, GitFree<git_index_free>>;
using Object = std::unique_ptr<git_object, GitFree<git_object_free>>;
using Commit = std::unique_ptr<git_commit, GitFree<git_commit_free>>;
using Tree = std::unique_ptr<git_tree, GitFree<git_tree_free>>;
using Blob = std::unique_ptr<git_blob, GitFree<git_blob_free>>;
using Diff = std::unique_ptr<git_diff, GitFree<git_diff_free>>;

// The repository around a folder, also from inside of a worktree or a submodule; null for none.
inline Repository OpenAround(const std::string& folder) {
  git_repository* repository = nullptr;
  git_repository_open_ext(&repository, folder.c_str(), 0, nullptr);
  return Repository(repository);
}

}  // namespace backlint::report

#endif  // BACKLINT_REPORT_REPOSITORY_H_
