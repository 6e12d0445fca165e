#include "cache/file_record.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "core/digest.h"

namespace backlint::cache {
namespace {

constexpr int64_t kLargestFile = int64_t{256} << 20;
constexpr int64_t kSecond = 1000000000;

// A file may claim any year; that the number then wraps does no harm.
int64_t Nanoseconds(const timespec& time) {
  return static_cast<int64_t>(static_cast<uint64_t>(time.tv_sec) * kSecond + static_cast<uint64_t>(time.tv_nsec));
}

int64_t Now() {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  return Nanoseconds(now);
}

bool SameStat(const FileRecord& record, const struct stat& now) {
  return record.size == now.st_size && record.modified == Nanoseconds(now.st_mtim) &&
         record.changed == Nanoseconds(now.st_ctim) && record.inode == static_cast<int64_t>(now.st_ino);
}

// Kernels stamp files at their timer's ticks; some file systems keep whole seconds, or two.
bool IsRacy(int64_t stamp, int64_t recorded) {
  int64_t age = 0;
  return __builtin_sub_overflow(recorded, stamp, &age) || age <= (stamp % kSecond == 0 ? 2 * kSecond : kSecond / 50);
}
bool IsRacy(const FileRecord& record) {
  return IsRacy(record.modified, record.recorded) || IsRacy(record.changed, record.recorded);
}

bool ReadAll(int file, std::string* content) {
  for (size_t done = 0; done < content->size();) {
    const ssize_t got = read(file, content->data() + done, content->size() - done);
    if (got <= 0) return false;
    done += static_cast<size_t>(got);
  }
  return true;
}

FileRecord ReadRecord(int file) {
  FileRecord record;
  record.recorded = Now();
  struct stat now{};
  if (fstat(file, &now) != 0 || !S_ISREG(now.st_mode) || now.st_size > kLargestFile) return {};
  std::string content(static_cast<size_t>(now.st_size), '\0');
  if (!ReadAll(file, &content)) return {};
  record.size = now.st_size;
  record.modified = Nanoseconds(now.st_mtim);
  record.changed = Nanoseconds(now.st_ctim);
  record.inode = static_cast<int64_t>(now.st_ino);
  record.digest = Digest(content);
  return record;
}

}  // namespace

std::string FileRecord::Seal(std::string_view path) const {
  DigestBuilder seal;
  for (const int64_t number : {size, modified, changed, inode, recorded})
    seal.Add({reinterpret_cast<const char*>(&number), sizeof number});
  return seal.Add(digest).Add(path).Finish();
}

std::string_view CurrentDigest(const std::string& absolute, FileRecord* record, bool* refreshed) {
  *refreshed = false;
  struct stat now{};
  if (stat(absolute.c_str(), &now) != 0) return kAbsent;
  // Opening something else may do something.
  if (!S_ISREG(now.st_mode)) return "";
  if (!record->digest.empty() && SameStat(*record, now) && !IsRacy(*record)) return record->digest;
  const int file = open(absolute.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (file < 0) return kAbsent;
  *record = ReadRecord(file);
  close(file);
  *refreshed = !record->digest.empty();
  return record->digest;
}

}  // namespace backlint::cache
