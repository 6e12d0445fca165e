#include "report/tracked_files.h"

#include <filesystem>
#include <string>
#include <system_error>

#include "report/repository.h"

namespace backlint::report {
namespace {

namespace fs = std::filesystem;

Index IndexOf(git_repository* repository) {
  git_index* index = nullptr;
  git_repository_index(&index, repository);
  return Index(index);
}

// The nearest folder upward that is there: the index may name files that are not.
fs::path Existing(fs::path folder) {
  std::error_code error;
  while (folder.has_relative_path() && !fs::is_directory(folder, error)) folder = folder.parent_path();
  return folder;
}

}  // namespace

std::string FindTracked(const std::string& folder, const std::string& prefix) {
  const GitLibrary library;
  const Repository repository = OpenAround(Existing(folder).string());
  const char* top = repository ? git_repository_workdir(repository.get()) : nullptr;
  const Index index = top ? IndexOf(repository.get()) : nullptr;
  if (!index) return "";
  std::error_code error;
  const fs::path relative = fs::weakly_canonical(fs::path(folder) / prefix, error).lexically_relative(fs::weakly_canonical(top, error));
  size_t at = 0;
  if (error || git_index_find_prefix(&at, index.get(), relative.c_str()) != 0) return "";
  const git_index_entry* entry = git_index_get_byindex(index.get(), at);
  return entry ? entry->path : "";
}

}  // namespace backlint::report
