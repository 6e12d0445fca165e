// The files that units depend on: a name for each, and its digest, read once a process and not at all where stat data says that
// a file is as it was when it was last read.
#ifndef BACKLINT_CACHE_FILE_TABLE_H_
#define BACKLINT_CACHE_FILE_TABLE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "cache/database.h"
#include "cache/file_record.h"

namespace backlint::cache {

// The first half of a digest.
int64_t IdFrom(const std::string& digest);

// A file is named by a hash of its path. Rejected: numbers given by the database, which mean another file after another process
// emptied it, or after a bit of a path flipped.
class FileTable {
 public:
  // `database` must outlive it.
  FileTable(Database* database, std::string root) : database_(database), root_(std::move(root)) {}

  static int64_t IdOf(std::string_view path);

  // Makes sure that the database knows the file's path; false when it cannot be written. Call it inside a transaction.
  bool Add(const std::string& path);
  // What was added may be gone: a transaction was rolled back, or another process wrote.
  void ForgetAdded();
  // Whether a file that was there cannot be found again: the database is damaged. Asks only when something was added.
  bool LostAny() const;

  // SQLite has met damage in the table; what it answers is of no use from then on.
  bool damaged() const { return damaged_; }

  // nullptr when the database does not know the file, or knows a path that no facts may have.
  const std::string* PathOf(int64_t id);
  // From now on these files (by path) count as having these digests, whatever lies on disk; kAbsent for those that are not there.
  void Show(std::unordered_map<std::string, std::string> digests);
  // As CurrentDigest; "" too for an unknown file. Valid as long as the table, and until Show.
  std::string_view DigestOf(int64_t id);

  // Keeps what was read for the next process. Losing it costs time only.
  void SaveRecords();

 private:
  struct File {
    std::string path;
    FileRecord record;
    std::string_view digest;  // of now
    bool loaded = false;      // looked for in the database
    bool added = false;       // is in the database
    bool checked = false;     // `digest` is valid
    bool refreshed = false;   // `record` is newer than the database's
  };
  File& Load(int64_t id);

  Database* const database_;
  const std::string root_;
  bool written_ = false;
  bool damaged_ = false;
  std::unordered_map<int64_t, File> files_;
  std::unordered_map<std::string, std::string> shown_;
};

// Names a file below the root, or is absolute; no component is `..`.
bool IsPlainPath(std::string_view path);

}  // namespace backlint::cache

#endif  // BACKLINT_CACHE_FILE_TABLE_H_
