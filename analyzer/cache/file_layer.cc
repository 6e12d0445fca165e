#include "cache/file_layer.h"

#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <string_view>

namespace backlint::cache {
namespace {

const sqlite3_vfs* Below() {
  static const sqlite3_vfs* const below = sqlite3_vfs_find(nullptr);
  return below;
}

bool IsJournal(const char* path) { return path != nullptr && std::string_view(path).ends_with("-journal"); }

int OpenFile(sqlite3_vfs* layer, const char* path, sqlite3_file* file, int flags, int* opened) {
  if ((flags & (SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL)) == 0) return Below()->xOpen(layer, path, file, flags, opened);
  constexpr int kPrivate = SQLITE_OPEN_TEMP_JOURNAL | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXCLUSIVE | SQLITE_OPEN_DELETEONCLOSE;
  return Below()->xOpen(layer, nullptr, file, kPrivate, opened);
}

int FindFile(sqlite3_vfs* layer, const char* path, int kind, int* found) {
  *found = 0;
  return IsJournal(path) ? SQLITE_OK : Below()->xAccess(layer, path, kind, found);
}

int DeleteFile(sqlite3_vfs* layer, const char* path, int sync) {
  const std::string_view name(path);
  if (IsJournal(path)) return SQLITE_OK;
  // Of all files, only a log of changes has to go.
  return name.ends_with("-wal") ? Below()->xDelete(layer, path, sync) : SQLITE_IOERR_DELETE;
}

sqlite3_vfs MakeLayer() {
  sqlite3_vfs layer = *Below();
  layer.zName = "backlint-cache";
  layer.pNext = nullptr;
  layer.xOpen = OpenFile;
  layer.xAccess = FindFile;
  layer.xDelete = DeleteFile;
  return layer;
}

}  // namespace

const char* FileLayer() {
  // SQLite keeps the address for as long as the process lives.
  static sqlite3_vfs layer = MakeLayer();
  static const bool known = sqlite3_vfs_register(&layer, 0) == SQLITE_OK;
  return known ? layer.zName : nullptr;
}

std::string WhyUnsafe(const std::string& path) {
  const std::string name = path.substr(path.rfind('/') + 1);
  for (const char* suffix : {"", "-wal", "-shm"}) {
    struct stat status {};
    if (::lstat((path + suffix).c_str(), &status) != 0) continue;
    if (S_ISLNK(status.st_mode)) return fmt::format("`{}{}` is a symbolic link", name, suffix);
    if (!S_ISREG(status.st_mode)) return fmt::format("`{}{}` is no file", name, suffix);
    if (status.st_nlink > 1) return fmt::format("`{}{}` has another name, as a hard link", name, suffix);
  }
  return "";
}

}  // namespace backlint::cache
