#include "cache/file_digests.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <string_view>

#include "core/digest.h"

namespace backlint::cache {
namespace {

constexpr int64_t kLargestFile = int64_t{1} << 30;

int64_t Nanoseconds(const timespec& time) { return static_cast<int64_t>(time.tv_sec) * 1000000000 + time.tv_nsec; }

int64_t Now() {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  return Nanoseconds(now);
}

bool SameStat(const FileRecord& record, const struct stat& now) {
  return record.size == now.st_size && record.modified == Nanoseconds(now.st_mtim) && record.changed == Nanoseconds(now.st_ctim) &&
         record.inode == static_cast<int64_t>(now.st_ino);
}

// A file that was written in the moment it was read may have been written again after it, with the same stat data. The margin is
// more than any file system's clock tick.
bool IsRacy(const FileRecord& record) {
  constexpr int64_t kTick = 20000000;
  return record.modified + kTick >= record.recorded || record.changed + kTick >= record.recorded;
}

std::string ReadAndDigest(const std::string& path, FileRecord* record) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) return "";
  struct stat now{};
  std::string content;
  record->recorded = Now();
  bool ok = fstat(file, &now) == 0 && S_ISREG(now.st_mode) && now.st_size <= kLargestFile;
  if (ok) {
    content.resize(static_cast<size_t>(now.st_size));
    size_t done = 0;
    while (ok && done < content.size()) {
      const ssize_t got = read(file, content.data() + done, content.size() - done);
      ok = got > 0;
      if (ok) done += static_cast<size_t>(got);
    }
  }
  close(file);
  if (!ok) return "";
  record->size = now.st_size;
  record->modified = Nanoseconds(now.st_mtim);
  record->changed = Nanoseconds(now.st_ctim);
  record->inode = static_cast<int64_t>(now.st_ino);
  return Digest(content);
}

}  // namespace

bool IsPlainPath(const std::string& path) {
  if (path.empty() || path.find('\0') != std::string::npos) return false;
  size_t begin = 0;
  while (begin <= path.size()) {
    const size_t end = std::min(path.find('/', begin), path.size());
    if (std::string_view(path).substr(begin, end - begin) == "..") return false;
    begin = end + 1;
  }
  return true;
}

const std::string& FileDigests::DigestOf(const std::string& path) {
  Entry& entry = known_[path];
  if (entry.checked) return entry.record.digest;
  entry.checked = true;
  const std::string absolute = path.starts_with('/') ? path : root_ + "/" + path;
  struct stat now{};
  if (stat(absolute.c_str(), &now) == 0 && !entry.record.digest.empty() && SameStat(entry.record, now) && !IsRacy(entry.record))
    return entry.record.digest;
  entry.record.digest = ReadAndDigest(absolute, &entry.record);
  entry.fresh = true;
  return entry.record.digest;
}

std::vector<std::pair<std::string, FileRecord>> FileDigests::Fresh() const {
  std::vector<std::pair<std::string, FileRecord>> fresh;
  for (const auto& [path, entry] : known_)
    if (entry.fresh && !entry.record.digest.empty()) fresh.emplace_back(path, entry.record);
  return fresh;
}

}  // namespace backlint::cache
