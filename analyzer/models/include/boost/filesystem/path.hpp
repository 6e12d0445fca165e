// Stand-in: Boost.Filesystem.
#pragma once
#include <cstdint>
#include <string>

namespace boost {
namespace filesystem {
class path {
 public:
  path();
  path(const char* text);
  path(const std::string& text);
  path& operator/=(const path& other);
  path& append(const std::string& text);
  const std::string& string() const;
  const std::string& native() const;
  std::string generic_string() const;
  const char* c_str() const;
  path filename() const;
  path stem() const;
  path extension() const;
  path parent_path() const;
  bool empty() const;
  bool is_absolute() const;
};
path operator/(const path& a, const path& b);
bool operator==(const path& a, const path& b);
bool exists(const path& path);
bool is_directory(const path& path);
bool is_regular_file(const path& path);
bool create_directory(const path& path);
bool create_directories(const path& path);
bool remove(const path& path);
uintmax_t remove_all(const path& path);
uintmax_t file_size(const path& path);
void rename(const path& from, const path& to);
path current_path();
path temp_directory_path();
path unique_path(const path& model = path());
path absolute(const path& path);
path canonical(const path& path);
class directory_entry {
 public:
  const filesystem::path& path() const;
};
class directory_iterator {
 public:
  directory_iterator();
  explicit directory_iterator(const path& path);
  const directory_entry& operator*() const;
  const directory_entry* operator->() const;
  directory_iterator& operator++();
  bool operator!=(const directory_iterator& other) const;
};
}  // namespace filesystem
}  // namespace boost
