#include "report/change.h"

#include <git2/sys/repository.h>

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "report/repository.h"

namespace backlint::report {
namespace {

namespace fs = std::filesystem;

constexpr git_object_size_t kLargestFile = git_object_size_t{8} << 20;   // larger ones are no sources
constexpr int kDeepestSubmodule = 8;

Error GitError(std::string_view what) {
  const git_error* last = git_error_last();
  return Error{fmt::format("{}: {}", what, last && last->message ? last->message : "git does not say why")};
}

// The text of a blob, when it can be a source.
std::optional<std::string> TextOf(git_repository* repository, const git_diff_file& file) {
  const bool regular = file.mode == GIT_FILEMODE_BLOB || file.mode == GIT_FILEMODE_BLOB_EXECUTABLE;
  git_blob* found = nullptr;
  if (!regular || git_oid_is_zero(&file.id) || git_blob_lookup(&found, repository, &file.id) != 0) return std::nullopt;
  const Blob blob(found);
  if (git_blob_rawsize(found) > kLargestFile || git_blob_is_binary(found)) return std::nullopt;
  return std::string(static_cast<const char*>(git_blob_rawcontent(found)), static_cast<size_t>(git_blob_rawsize(found)));
}

bool IsThere(git_delta_t status, bool old_side) {
  return old_side ? status != GIT_DELTA_ADDED && status != GIT_DELTA_UNTRACKED : status != GIT_DELTA_DELETED;
}

class Reader {
 public:
  explicit Reader(const ChangeRequest& request) : request_(request) {}

  Result<Change> Run() {
    const Repository repository = OpenAround(request_.root);
    if (!repository || !git_repository_workdir(repository.get())) return Error{fmt::format("`{}` lies in no git repository with files", request_.root)};
    UseIndexOfHook(repository.get());
    Tree base;
    if (const Status found = FindBase(repository.get(), &base); !found) return found.error();
    if (request_.staged) {
      if (const Status read = Collect(repository.get(), nullptr, Sides::kIndexToDisk, &change_.now); !read) return read.error();
      change_.before = change_.now;
    }
    const Status read = Collect(repository.get(), base.get(), request_.staged ? Sides::kTreeToIndex : Sides::kTreeToDisk, &change_.before);
    if (!read) return read.error();
    return std::move(change_);
  }

 private:
  enum class Sides { kTreeToDisk, kTreeToIndex, kIndexToDisk };

  // `git commit FILE` and `git commit -a` make an index of their own and tell their hooks.
  static void UseIndexOfHook(git_repository* repository) {
    const char* named = std::getenv("GIT_INDEX_FILE");
    if (!named || !*named) return;
    std::error_code error;
    fs::path path(named);
    if (path.is_relative()) path = fs::path(git_repository_workdir(repository)) / path;
    const std::string own = fs::weakly_canonical(git_repository_path(repository), error).string();
    path = fs::weakly_canonical(path, error);
    git_index* index = nullptr;
    if (error || !path.string().starts_with(own) || git_index_open(&index, path.c_str()) != 0) return;
    const Index opened(index);
    git_repository_set_index(repository, index);
  }

  // Null for the empty tree: nothing was ever committed.
  Status FindBase(git_repository* repository, Tree* tree) {
    const bool head = request_.staged || request_.revision == "HEAD";
    if (head && git_repository_head_unborn(repository) == 1) return Ok();
    const std::string name = head ? "HEAD" : request_.revision;
    git_object* object = nullptr;
    const std::string shallow = git_repository_is_shallow(repository) ? " (this clone is shallow: fetch the revision first)" : "";
    if (git_revparse_single(&object, repository, name.c_str()) != 0) return Error{fmt::format("there is no revision `{}` in this repository{}", name, shallow)};
    const Object named(object);
    git_object* commit = nullptr;
    if (git_object_peel(&commit, object, GIT_OBJECT_COMMIT) != 0) return Error{fmt::format("`{}` is no commit", name)};
    const Object peeled(commit);
    git_oid base = *git_object_id(commit);
    if (!head) base = MergeBase(repository, base, name);
    git_commit* found = nullptr;
    if (git_commit_lookup(&found, repository, &base) != 0) return GitError(fmt::format("`{}` cannot be read", name));
    const Commit kept(found);
    git_tree* root = nullptr;
    if (git_commit_tree(&root, found) != 0) return GitError(fmt::format("the files of `{}` cannot be read{}", name, shallow));
    tree->reset(root);
    return Ok();
  }

  git_oid MergeBase(git_repository* repository, const git_oid& revision, const std::string& name) {
    git_oid head, base;
    if (git_reference_name_to_id(&head, repository, "HEAD") != 0 || git_oid_equal(&head, &revision)) return revision;
    if (git_merge_base(&base, repository, &head, &revision) == 0) return base;
    change_.warnings.push_back(fmt::format("no commit is known from which both HEAD and `{}` come{}: compared with `{}` itself", name,
                                           git_repository_is_shallow(repository) ? " (this clone is shallow)" : "", name));
    return revision;
  }

  Status Collect(git_repository* repository, git_tree* tree, Sides sides, ContentView* view) {
    const auto diff = Compare(repository, tree, sides);
    if (!diff) return diff.error();
    return Add(repository, diff->get(), sides, view);
  }

  Result<Diff> Compare(git_repository* repository, git_tree* tree, Sides sides) const {
    git_diff_options options = GIT_DIFF_OPTIONS_INIT;
    options.flags = GIT_DIFF_INCLUDE_UNTRACKED | GIT_DIFF_RECURSE_UNTRACKED_DIRS | GIT_DIFF_INCLUDE_TYPECHANGE;
    options.ignore_submodules = GIT_SUBMODULE_IGNORE_DIRTY;
    git_diff* made = nullptr;
    const int code = sides == Sides::kIndexToDisk   ? git_diff_index_to_workdir(&made, repository, nullptr, &options)
                     : sides == Sides::kTreeToIndex ? git_diff_tree_to_index(&made, repository, tree, nullptr, &options)
                                                    : git_diff_tree_to_workdir_with_index(&made, repository, tree, &options);
    if (code != 0) return GitError("what has changed cannot be read");
    Diff diff(made);
    git_diff_find_options similar = GIT_DIFF_FIND_OPTIONS_INIT;
    similar.flags = GIT_DIFF_FIND_RENAMES | GIT_DIFF_FIND_FOR_UNTRACKED;
    // Without renames, moved files are new ones: more is reported than need be, and nothing is lost.
    if (sides != Sides::kIndexToDisk) git_diff_find_similar(diff.get(), &similar);
    return diff;
  }

  Status Add(git_repository* repository, git_diff* diff, Sides sides, ContentView* view) {
    for (size_t i = 0; i < git_diff_num_deltas(diff); ++i) {
      const git_diff_delta& delta = *git_diff_get_delta(diff, i);
      if (delta.old_file.mode == GIT_FILEMODE_COMMIT) {
        if (delta.new_file.mode == GIT_FILEMODE_COMMIT) AddSubmodule(repository, delta, view);
        continue;
      }
      const bool was = IsThere(delta.status, true), is = IsThere(delta.status, false);
      const std::optional<std::string> text = was ? TextOf(repository, delta.old_file) : std::nullopt;
      if (was && !text) continue;
      if (was) view->insert_or_assign(Name(repository, delta.old_file.path), text);
      // A copy or a new name has the old text under the new name as well, so that its findings are known.
      if (is && (!was || sides != Sides::kIndexToDisk)) view->insert_or_assign(Name(repository, delta.new_file.path), text);
    }
    return Ok();
  }

  void AddSubmodule(git_repository* repository, const git_diff_delta& delta, ContentView* view) {
    const std::string folder = std::string(git_repository_workdir(repository)) + delta.old_file.path;
    git_repository* inner = nullptr;
    git_commit* commit = nullptr;
    git_tree* tree = nullptr;
    const bool opened = depth_ < kDeepestSubmodule && git_repository_open(&inner, folder.c_str()) == 0;
    const Repository submodule(inner);
    const bool found = opened && git_commit_lookup(&commit, inner, &delta.old_file.id) == 0;
    const Commit kept(commit);
    if (!found || git_commit_tree(&tree, commit) != 0) {
      change_.warnings.push_back(fmt::format("the submodule `{}` cannot be read as it was before: what changed in it is not seen", delta.old_file.path));
      return;
    }
    const Tree before(tree);
    ++depth_;
    if (!Collect(inner, tree, Sides::kTreeToDisk, view)) change_.warnings.push_back(fmt::format("the submodule `{}` cannot be read", delta.old_file.path));
    --depth_;
  }

  // As facts name the file.
  std::string Name(git_repository* repository, const char* path) const {
    std::error_code error;
    const std::string top = fs::weakly_canonical(git_repository_workdir(repository), error).string();
    const std::string absolute = (fs::path(top) / path).lexically_normal().string();
    const std::string prefix = request_.root.ends_with('/') ? request_.root : request_.root + "/";
    return absolute.starts_with(prefix) ? absolute.substr(prefix.size()) : absolute;
  }

  const ChangeRequest& request_;
  Change change_;
  int depth_ = 0;
};

}  // namespace

Result<Change> ReadChange(const ChangeRequest& request) {
  const GitLibrary library;
  return Reader(request).Run();
}

}  // namespace backlint::report
