#include "cache/cache_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

#include "cache/file_layer.h"

namespace backlint::cache {
namespace {

namespace fs = std::filesystem;

constexpr int kTablesVersion = 5;  // raise it with every change of kTables
// Ids are hashes of what the rows are about, so there is no index that could be damaged by itself.
constexpr const char* kTables = R"(
CREATE TABLE IF NOT EXISTS file(id INTEGER PRIMARY KEY, path TEXT NOT NULL, size INTEGER, modified INTEGER, changed INTEGER,
  inode INTEGER, recorded INTEGER, digest TEXT, seal TEXT);
CREATE TABLE IF NOT EXISTS unit(id INTEGER PRIMARY KEY, source TEXT NOT NULL, arguments TEXT NOT NULL, tool TEXT NOT NULL,
  failed INTEGER NOT NULL, files BLOB NOT NULL, missing BLOB NOT NULL, found TEXT NOT NULL, seal TEXT NOT NULL,
  facts BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS unit_source ON unit(source);
CREATE TABLE IF NOT EXISTS age(id INTEGER PRIMARY KEY, day INTEGER NOT NULL);
)";

int MakeTables(Database* database) {
  return database->Run(fmt::format("BEGIN IMMEDIATE; {} PRAGMA user_version={}; COMMIT", kTables, kTablesVersion).c_str());
}

// SQLITE_DONE, or the error.
int ReadTables(Database* database, std::string* tables) {
  Statement rows(database->handle(), "SELECT type, name, coalesce(sql, '') FROM sqlite_schema ORDER BY name");
  int code;
  while ((code = rows.Step()) == SQLITE_ROW && tables->size() < 10000)
    *tables += fmt::format("{}\n{}\n{}\n", rows.Text(0), rows.Text(1), rows.Text(2));
  return code;
}

// A file from elsewhere may define columns that compute, or the same columns in another order.
int CheckTables(Database* database) {
  int code = SQLITE_OK;
  const auto blank = Database::Open(":memory:", &code);
  std::string expected, found;
  if (MakeTables(blank.get()) != SQLITE_OK || ReadTables(blank.get(), &expected) != SQLITE_DONE) return SQLITE_ERROR;
  code = ReadTables(database, &found);
  if (code != SQLITE_DONE && code != SQLITE_ROW) return code;
  return found == expected ? SQLITE_OK : SQLITE_CORRUPT;
}

int Prepare(Database* database, const std::string& path) {
  int code = SQLITE_OK;
  // The change to WAL does not always wait for others by itself.
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(2);
  while (IsBusy(code = database->Run("PRAGMA journal_mode=WAL")) && std::chrono::steady_clock::now() < end) usleep(20000);
  if (code != SQLITE_OK) return code;
  // A file that may be written and yet is not for writing says so in its own, damaged header.
  if (sqlite3_db_readonly(database->handle(), "main") != 0)
    return access(path.c_str(), W_OK) == 0 ? SQLITE_NOTADB : SQLITE_READONLY;
  if ((code = database->Run("PRAGMA synchronous=NORMAL; PRAGMA cell_size_check=ON")) != SQLITE_OK) return code;
  int64_t version = 0;
  {
    Statement select(database->handle(), "PRAGMA user_version");
    if ((code = select.Step()) != SQLITE_ROW) return code;
    version = select.Number(0);
  }
  if (version != 0 && version != kTablesVersion) return SQLITE_NOTADB;
  if (version == 0 && (code = MakeTables(database)) != SQLITE_OK) return code;
  return CheckTables(database);
}

// The cache stays out of the repository, and so does this file; the project's own models belong into it.
constexpr std::string_view kIgnore = "*\n!models/\n!models/**\n";
constexpr std::string_view kEarlierIgnore = "*\n";      // of earlier versions: hid the models as well

void WriteIgnoreFile(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::symlink_status(path, error);
  if (fs::exists(status)) {
    if (!fs::is_regular_file(status) || fs::file_size(path, error) != kEarlierIgnore.size()) return;
    std::string text(kEarlierIgnore.size(), ' ');
    std::ifstream(path).read(text.data(), static_cast<std::streamsize>(text.size()));
    if (text != kEarlierIgnore) return;
  }
  std::ofstream(path) << kIgnore;
}

// Held while a file is made anew, so that of two processes that find it damaged one does so.
class DirectoryLock {
 public:
  explicit DirectoryLock(const std::string& directory) : file_(open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    for (int tries = 0; file_ >= 0 && tries < 100 && flock(file_, LOCK_EX | LOCK_NB) != 0; ++tries) usleep(20000);
  }
  ~DirectoryLock() {
    if (file_ >= 0) close(file_);
  }
  DirectoryLock(const DirectoryLock&) = delete;
  DirectoryLock& operator=(const DirectoryLock&) = delete;

 private:
  const int file_;
};

bool IsInside(const fs::path& inner, const fs::path& outer) {
  return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

fs::path WithoutSlash(const fs::path& path) { return path.has_filename() ? path : path.parent_path(); }

// "" when the folder is there and may be used; `real` is then its path without links.
std::string PrepareDirectory(const std::string& directory, const std::string& root, fs::path* real) {
  std::error_code error;
  const fs::path real_root = fs::weakly_canonical(root, error);
  if (!error) *real = fs::weakly_canonical(directory, error);
  if (error) return error.message();
  const fs::path named = fs::absolute(directory, error).lexically_normal(), named_root = fs::absolute(root, error).lexically_normal();
  const fs::path inside = named.lexically_relative(named_root);
  if (IsInside(named, named_root) && WithoutSlash(*real) != WithoutSlash((real_root / inside).lexically_normal()))
    return "a symbolic link leads it elsewhere";
  fs::create_directories(*real, error);
  if (!fs::is_directory(*real)) return error ? error.message() : "it is no folder";
  WriteIgnoreFile(*real / ".gitignore");
  return "";
}

CacheFile Temporary(const std::string& directory, const std::string& why) {
  CacheFile file = OpenTemporaryFile();
  file.warning = fmt::format("the cache `{}` is not used: {}", directory, why);
  return file;
}

std::string Reason(int code) {
  if (IsBusy(code)) return "another process holds it";
  if ((code & 0xff) == SQLITE_READONLY) return "it cannot be written";
  return sqlite3_errstr(code);
}

}  // namespace

CacheFile OpenTemporaryFile() {
  int code = SQLITE_OK;
  for (const char* path : {"", ":memory:"}) {
    CacheFile file{Database::Open(path, &code), "", ""};
    if (code == SQLITE_OK && MakeTables(file.database.get()) == SQLITE_OK) return file;
  }
  return {Database::Open(":memory:", &code), "", ""};
}

CacheFile OpenCacheFile(const std::string& directory, const std::string& root) {
  fs::path real;
  if (const std::string why = PrepareDirectory(directory, root, &real); !why.empty()) return Temporary(directory, why);
  CacheFile file{nullptr, (real / "cache.db").string(), ""};
  if (const std::string why = WhyUnsafe(file.path); !why.empty()) return Temporary(directory, why);
  int code = SQLITE_OK;
  file.database = Database::Open(file.path, &code);
  if (code == SQLITE_OK) code = Prepare(file.database.get(), file.path);
  // The statements are right, so it is the file that has no sense.
  if (IsDamage(code) || code == SQLITE_ERROR) {
    MakeAnew(&file);
    return file;
  }
  return code == SQLITE_OK ? std::move(file) : Temporary(directory, Reason(code));
}

void MakeAnew(CacheFile* file) {
  if (file->path.empty()) {
    *file = OpenTemporaryFile();
    return;
  }
  const std::string path = file->path;
  const DirectoryLock lock(fs::path(path).parent_path().string());
  int code = SQLITE_OK;
  // Another process may have done it in the meantime; a damaged page inside shows only when it is read.
  file->database = Database::Open(path, &code);
  if (code == SQLITE_OK) code = file->database->Empty();
  if (code == SQLITE_OK) code = Prepare(file->database.get(), path);
  if (code != SQLITE_OK) {
    *file = Temporary(path, Reason(code));
    return;
  }
  file->warning = fmt::format("the cache `{}` was damaged or of another version; it is made anew", path);
}

}  // namespace backlint::cache
