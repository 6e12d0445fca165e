#include "cache/file_table.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "core/digest.h"

namespace backlint::cache {

bool IsPlainPath(std::string_view path) {
  if (path.empty() || path.find('\0') != std::string_view::npos) return false;
  for (size_t begin = 0; begin <= path.size();) {
    const size_t end = std::min(path.find('/', begin), path.size());
    if (path.substr(begin, end - begin) == "..") return false;
    begin = end + 1;
  }
  return true;
}

int64_t IdFrom(const std::string& digest) {
  uint64_t id = 0;
  std::from_chars(digest.data(), digest.data() + 16, id, 16);
  return static_cast<int64_t>(id);
}

int64_t FileTable::IdOf(std::string_view path) { return IdFrom(Digest(path)); }

FileTable::File& FileTable::Load(int64_t id) {
  File& file = files_[id];
  if (file.loaded) return file;
  file.loaded = true;
  Statement select(database_->handle(),
                   "SELECT path, size, modified, changed, inode, recorded, digest, seal FROM file WHERE id=?");
  const int code = select.Bind(id).Step();
  damaged_ = damaged_ || IsDamage(code);
  if (code != SQLITE_ROW) return file;
  std::string path = select.Text(0);
  if (IdOf(path) != id || !IsPlainPath(path)) return file;
  FileRecord record{select.Number(1), select.Number(2), select.Number(3), select.Number(4), select.Number(5), select.Text(6)};
  if (record.digest.size() == kAbsent.size() && record.Seal(path) == select.Text(7)) file.record = std::move(record);
  file.path = std::move(path);
  file.added = true;
  return file;
}

bool FileTable::Add(const std::string& path) {
  const int64_t id = IdOf(path);
  File& file = Load(id);
  if (file.added) return true;
  Statement insert(database_->handle(),
                   "INSERT INTO file(id, path) VALUES(?, ?) ON CONFLICT(id) DO UPDATE SET path=excluded.path");
  if (insert.Bind(id).Bind(path).Step() != SQLITE_DONE) return false;
  file.path = path;
  file.added = written_ = true;
  return true;
}

void FileTable::ForgetAdded() {
  for (auto& [id, file] : files_) file.added = false;
}

bool FileTable::LostAny() const {
  if (!written_) return false;
  Statement select(database_->handle(), "SELECT path FROM file WHERE id=?");
  return std::any_of(files_.begin(), files_.end(), [&](const auto& entry) {
    if (!entry.second.added) return false;
    select.Reset();
    return select.Bind(entry.first).Step() != SQLITE_ROW || select.Text(0) != entry.second.path;
  });
}

const std::string* FileTable::PathOf(int64_t id) {
  const File& file = Load(id);
  return file.path.empty() ? nullptr : &file.path;
}

void FileTable::Show(std::unordered_map<std::string, std::string> digests) { shown_ = std::move(digests); }

std::string_view FileTable::DigestOf(int64_t id) {
  File& file = Load(id);
  if (const auto shown = shown_.find(file.path); shown != shown_.end()) return shown->second;
  if (file.path.empty() || file.checked) return file.digest;
  file.checked = true;
  file.digest = CurrentDigest(file.path.starts_with('/') ? file.path : root_ + "/" + file.path, &file.record, &file.refreshed);
  return file.digest;
}

void FileTable::SaveRecords() {
  if (std::none_of(files_.begin(), files_.end(), [](const auto& entry) { return entry.second.refreshed; })) return;
  if (database_->Run("BEGIN IMMEDIATE") != SQLITE_OK) return;
  {
    Statement update(database_->handle(),
                     "UPDATE file SET size=?, modified=?, changed=?, inode=?, recorded=?, digest=?, seal=? WHERE id=?");
    for (auto& [id, file] : files_) {
      if (!file.refreshed) continue;
      const FileRecord& record = file.record;
      update.Reset();
      update.Bind(record.size).Bind(record.modified).Bind(record.changed).Bind(record.inode).Bind(record.recorded);
      if (update.Bind(record.digest).Bind(record.Seal(file.path)).Bind(id).Step() != SQLITE_DONE) break;
      file.refreshed = false;
    }
  }
  written_ = database_->Run("COMMIT") == SQLITE_OK || written_;
}

}  // namespace backlint::cache
