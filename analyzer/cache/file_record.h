// The digest of a file's content together with what stat said when it was read.
#ifndef BACKLINT_CACHE_FILE_RECORD_H_
#define BACKLINT_CACHE_FILE_RECORD_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace backlint::cache {

// In place of the digest of a file that is not there or may not be read.
inline constexpr std::string_view kAbsent = "--------------------------------";

struct FileRecord {
  // Nanoseconds; `recorded`: the clock just before the reading.
  int64_t size = 0, modified = 0, changed = 0, inode = 0, recorded = 0;
  std::string digest;  // "" when nothing is known

  // Guards the record, and whose it is, against flipped bits.
  std::string Seal(std::string_view path) const;
};

// The digest of the file now: `kAbsent`, or "" when it is no regular file or so large that it is never taken as unchanged.
// Reads it only when stat data differs from `record`, or when the record is racy as in git's index: a file that was written in
// the moment when it was read may have been written again after it, within one tick of the file system's clock. `refreshed`:
// the record was replaced.
std::string_view CurrentDigest(const std::string& absolute, FileRecord* record, bool* refreshed);

}  // namespace backlint::cache

#endif  // BACKLINT_CACHE_FILE_RECORD_H_
