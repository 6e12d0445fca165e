// Digests of files, read once a process; not at all where stat data says that a file is as it was when it was last read.
#ifndef BACKLINT_CACHE_FILE_DIGESTS_H_
#define BACKLINT_CACHE_FILE_DIGESTS_H_

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace backlint::cache {

// What stat said when the content was read. `recorded`: nanoseconds of the clock just before the reading.
struct FileRecord {
  int64_t size = 0, modified = 0, changed = 0, inode = 0, recorded = 0;
  std::string digest;
};

class FileDigests {
 public:
  explicit FileDigests(std::string root) : root_(std::move(root)) {}

  // From an earlier run.
  void Remember(std::string path, FileRecord record) { known_[std::move(path)] = {std::move(record), false, false}; }

  // "" when the file cannot be read. `path` as in facts: relative to the root, or absolute.
  const std::string& DigestOf(const std::string& path);

  // Records that this process has made or refreshed.
  std::vector<std::pair<std::string, FileRecord>> Fresh() const;

 private:
  struct Entry {
    FileRecord record;
    bool checked = false;      // in this process
    bool fresh = false;
  };
  const std::string root_;
  std::unordered_map<std::string, Entry> known_;
};

// A path of facts that names a file below the root or an absolute one, without `..`.
bool IsPlainPath(const std::string& path);

}  // namespace backlint::cache

#endif  // BACKLINT_CACHE_FILE_DIGESTS_H_
