#include "cache/unit_cache.h"

#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <unordered_map>

#include <fmt/format.h>

#include "cache/database.h"
#include "cache/file_digests.h"
#include "core/digest.h"
#include "core/facts.h"

namespace backlint {
namespace {

namespace fs = std::filesystem;
using cache::Database;
using cache::Statement;

constexpr int kSchema = 1;                       // of the tables below
constexpr std::string_view kStandIn = "<";       // paths of headers that are part of the tool
constexpr size_t kDigestBytes = 32;

constexpr const char* kTables = R"(
  CREATE TABLE IF NOT EXISTS file(id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE,
    size INTEGER, modified INTEGER, changed INTEGER, inode INTEGER, recorded INTEGER, digest TEXT);
  CREATE TABLE IF NOT EXISTS unit(source TEXT NOT NULL, arguments TEXT NOT NULL, tool TEXT NOT NULL, failed INTEGER NOT NULL,
    files BLOB NOT NULL, facts BLOB NOT NULL, digest TEXT NOT NULL, PRIMARY KEY(source, arguments));
)";

std::string RowDigest(const UnitKey& key, std::string_view tool, std::string_view files, std::string_view facts) {
  return DigestBuilder().Add(key.source).Add(key.arguments_digest).Add(tool).Add(files).Add(Digest(facts)).Finish();
}

Result<const facts::UnitFacts*> Verified(std::string_view bytes) {
  return facts::Verify({reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()});
}

// A link inside the project could lead the cache to any place.
bool LeadsOutside(const fs::path& path, const std::string& root) {
  std::error_code error;
  const fs::path real = fs::weakly_canonical(path, error);
  const fs::path real_root = fs::weakly_canonical(root, error);
  const auto inside = [](const fs::path& inner, const fs::path& outer) {
    return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
  };
  return !error && inside(path.lexically_normal(), fs::path(root).lexically_normal()) && !inside(real, real_root);
}

}  // namespace

struct UnitCache::Impl {
  Options options;
  std::string path;                              // "" for a private temporary file
  std::unique_ptr<Database> database;
  std::vector<std::string>* warnings = nullptr;
  std::unique_ptr<cache::FileDigests> digests;
  std::unordered_map<std::string, int64_t> file_ids;
  std::unordered_map<int64_t, std::string> file_paths;

  struct Row {
    std::string tool, files, facts, digest;
  };

  void Warn(std::string text) {
    if (warnings != nullptr) warnings->push_back(std::move(text));
  }

  // A file that SQLite refuses is as good as none.
  void Replace() {
    database.reset();
    std::error_code error;
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) fs::remove(path + suffix, error);
    if (Connect(path) != SQLITE_OK) UseTemporary("it could not be made anew");
  }

  int Connect(const std::string& file) {
    int code = SQLITE_OK;
    file_ids.clear();
    file_paths.clear();
    digests = std::make_unique<cache::FileDigests>(options.root);
    database = Database::Open(file, &code);
    if (code != SQLITE_OK) return code;
    if (!file.empty() && (code = database->Run("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL")) != SQLITE_OK) return code;
    {
      Statement version(database->handle(), "PRAGMA user_version");
      if ((code = version.Step()) != SQLITE_ROW) return code;
      const int64_t found = version.Number(0);
      if (found != 0 && found != kSchema) return SQLITE_NOTADB;      // another version's tables
    }
    if ((code = database->Run(fmt::format("BEGIN IMMEDIATE; {} PRAGMA user_version={}; COMMIT", kTables, kSchema).c_str())) != SQLITE_OK) return code;
    return LoadFiles();
  }

  int LoadFiles() {
    Statement rows(database->handle(), "SELECT id, path, size, modified, changed, inode, recorded, digest FROM file");
    int code;
    while ((code = rows.Step()) == SQLITE_ROW) {
      std::string name = rows.Text(1);
      file_ids[name] = rows.Number(0);
      file_paths[rows.Number(0)] = name;
      cache::FileRecord record{rows.Number(2), rows.Number(3), rows.Number(4), rows.Number(5), rows.Number(6), rows.Text(7)};
      if (record.digest.size() == kDigestBytes) digests->Remember(std::move(name), std::move(record));
    }
    return code == SQLITE_DONE ? SQLITE_OK : code;
  }

  void UseTemporary(const std::string& why) {
    if (!why.empty()) Warn(fmt::format("the cache `{}` is not used: {}", options.directory, why));
    path.clear();
    Connect("");
  }

  // SQLITE_ROW, SQLITE_DONE, or an error.
  int Load(const UnitKey& key, Row* row) {
    Statement select(database->handle(), "SELECT tool, files, facts, digest FROM unit WHERE source=? AND arguments=?");
    const int code = select.Bind(key.source).Bind(key.arguments_digest).Step();
    if (code == SQLITE_ROW) *row = {select.Text(0), select.Blob(1), select.Blob(2), select.Text(3)};
    return code;
  }

  // Which file of the row differs now; "" when none does.
  std::string Changed(const Row& row) {
    constexpr size_t kEntry = sizeof(int64_t) + kDigestBytes;
    if (row.files.size() % kEntry != 0) return "a damaged entry";
    for (size_t at = 0; at < row.files.size(); at += kEntry) {
      int64_t id = 0;
      std::memcpy(&id, row.files.data() + at, sizeof id);
      const auto file = file_paths.find(id);
      if (file == file_paths.end() || !cache::IsPlainPath(file->second)) return "a damaged entry";
      const std::string& now = digests->DigestOf(file->second);
      if (now != std::string_view(row.files).substr(at + sizeof id, kDigestBytes)) return file->second;
    }
    return "";
  }

  int64_t FileId(const std::string& name) {
    auto [entry, added] = file_ids.try_emplace(name, 0);
    if (!added) return entry->second;
    Statement insert(database->handle(), "INSERT INTO file(path) VALUES(?) ON CONFLICT(path) DO UPDATE SET path=path RETURNING id");
    if (insert.Bind(name).Step() != SQLITE_ROW) {
      file_ids.erase(entry);
      return -1;
    }
    entry->second = insert.Number(0);
    file_paths[entry->second] = name;
    while (insert.Step() == SQLITE_ROW) {}
    return entry->second;
  }

  bool FilesOf(const facts::UnitFacts& unit, std::string* blob) {
    for (const facts::File* file : *unit.files()) {
      const std::string name = file->path()->str();
      if (name.starts_with(kStandIn)) continue;
      if (file->digest()->size() != kDigestBytes) return false;
      const int64_t id = FileId(name);
      if (id < 0) return false;
      blob->append(reinterpret_cast<const char*>(&id), sizeof id);
      blob->append(file->digest()->str());
    }
    return true;
  }

  void SaveRecords() {
    if (!database || !digests) return;
    const auto fresh = digests->Fresh();
    if (fresh.empty() || database->Run("BEGIN IMMEDIATE") != SQLITE_OK) return;
    for (const auto& [name, record] : fresh) {
      Statement update(database->handle(), "UPDATE file SET size=?, modified=?, changed=?, inode=?, recorded=?, digest=? WHERE path=?");
      update.Bind(record.size).Bind(record.modified).Bind(record.changed).Bind(record.inode).Bind(record.recorded).Bind(record.digest);
      update.Bind(name).Step();
    }
    if (database->Run("COMMIT") != SQLITE_OK) database->Run("ROLLBACK");
  }
};

UnitCache::UnitCache() : impl_(std::make_unique<Impl>()) {}
UnitCache::~UnitCache() { impl_->SaveRecords(); }

std::unique_ptr<UnitCache> UnitCache::Open(const Options& options, std::vector<std::string>* warnings) {
  std::unique_ptr<UnitCache> opened(new UnitCache());
  Impl& impl = *opened->impl_;
  impl.options = options;
  impl.warnings = warnings;
  if (options.disabled) {
    impl.UseTemporary("");
    return opened;
  }
  std::error_code error;
  if (LeadsOutside(options.directory, options.root)) {
    impl.UseTemporary("a symbolic link leads it out of the project");
    return opened;
  }
  fs::create_directories(options.directory, error);
  if (error || !fs::is_directory(options.directory)) {
    impl.UseTemporary(error ? error.message() : "it is no folder");
    return opened;
  }
  const fs::path ignore = fs::path(options.directory) / ".gitignore";
  if (!fs::exists(fs::symlink_status(ignore, error))) std::ofstream(ignore) << "*\n";
  impl.path = (fs::path(options.directory) / "cache.db").string();
  const int code = impl.Connect(impl.path);
  if (cache::IsDamage(code)) {
    impl.Warn(fmt::format("the cache `{}` is damaged or of another version; it is made anew", impl.path));
    impl.Replace();
  } else if (code != SQLITE_OK) {
    impl.UseTemporary(cache::IsBusy(code) ? "another process holds it" : sqlite3_errstr(code));
  }
  return opened;
}

std::optional<std::string> UnitCache::Find(const UnitKey& key) {
  Impl::Row row;
  const int code = impl_->Load(key, &row);
  if (cache::IsDamage(code)) {
    impl_->Warn(fmt::format("the cache `{}` is damaged; it is made anew", impl_->path));
    impl_->Replace();
  }
  if (code != SQLITE_ROW || row.tool != impl_->options.tool_digest) return std::nullopt;
  if (row.digest != RowDigest(key, row.tool, row.files, row.facts) || !Verified(row.facts)) {
    impl_->Warn(fmt::format("the cache entry of `{}` is damaged; the unit is parsed again", key.source));
    return std::nullopt;
  }
  if (!impl_->Changed(row).empty()) return std::nullopt;
  return std::move(row.facts);
}

Reuse UnitCache::Why(const UnitKey& key) {
  Impl::Row row;
  if (impl_->Load(key, &row) != SQLITE_ROW) {
    Statement other(impl_->database->handle(), "SELECT 1 FROM unit WHERE source=?");
    return {false, other.Bind(key.source).Step() == SQLITE_ROW ? "its compile command has changed" : "it has never been analysed"};
  }
  if (row.tool != impl_->options.tool_digest) return {false, "it was analysed by another version of backlint"};
  if (row.digest != RowDigest(key, row.tool, row.files, row.facts)) return {false, "its entry in the cache is damaged"};
  const std::string changed = impl_->Changed(row);
  if (!changed.empty()) return {false, fmt::format("`{}` has changed", changed)};
  return {true, ""};
}

Status UnitCache::Store(const UnitKey& key, std::string_view bytes) {
  const auto unit = Verified(bytes);
  if (!unit) return Error{fmt::format("facts of `{}`: {}", key.source, unit.error().message)};
  Database& database = *impl_->database;
  const auto fail = [&] {
    const Error error{fmt::format("the cache could not be written: {}", database.Message())};
    database.Run("ROLLBACK");
    // What was added in this transaction is not there.
    impl_->file_ids.clear();
    impl_->file_paths.clear();
    impl_->LoadFiles();
    return error;
  };
  if (database.Run("BEGIN IMMEDIATE") != SQLITE_OK) return fail();
  std::string files;
  if (!impl_->FilesOf(**unit, &files)) return fail();
  Statement insert(database.handle(), "INSERT OR REPLACE INTO unit(source, arguments, tool, failed, files, facts, digest) VALUES(?,?,?,?,?,?,?)");
  const int64_t failed = (*unit)->state() == facts::UnitState::Failed ? 1 : 0;
  insert.Bind(key.source).Bind(key.arguments_digest).Bind(impl_->options.tool_digest).Bind(failed).BindBlob(files).BindBlob(bytes);
  if (insert.Bind(RowDigest(key, impl_->options.tool_digest, files, bytes)).Step() != SQLITE_DONE) return fail();
  if (database.Run("COMMIT") != SQLITE_OK) return fail();
  return Ok();
}

void UnitCache::Keep(std::span<const UnitKey> live) {
  std::vector<UnitKey> dead;
  for (UnitKey& key : Keys())
    if (!std::binary_search(live.begin(), live.end(), key)) dead.push_back(std::move(key));
  if (dead.empty() || impl_->database->Run("BEGIN IMMEDIATE") != SQLITE_OK) return;
  for (const UnitKey& key : dead) {
    Statement remove(impl_->database->handle(), "DELETE FROM unit WHERE source=? AND arguments=?");
    remove.Bind(key.source).Bind(key.arguments_digest).Step();
  }
  if (impl_->database->Run("COMMIT") != SQLITE_OK) impl_->database->Run("ROLLBACK");
}

std::vector<UnitKey> UnitCache::Keys() {
  std::vector<UnitKey> keys;
  Statement rows(impl_->database->handle(), "SELECT source, arguments FROM unit ORDER BY source, arguments");
  while (rows.Step() == SQLITE_ROW) keys.push_back({rows.Text(0), rows.Text(1)});
  return keys;
}

CacheStats UnitCache::Stats() {
  CacheStats stats;
  stats.path = impl_->path;
  Statement units(impl_->database->handle(), "SELECT count(*), coalesce(sum(failed), 0), coalesce(sum(length(facts)), 0) FROM unit");
  if (units.Step() == SQLITE_ROW) {
    stats.units = static_cast<uint64_t>(units.Number(0));
    stats.failed_units = static_cast<uint64_t>(units.Number(1));
    stats.facts_bytes = static_cast<uint64_t>(units.Number(2));
  }
  Statement files(impl_->database->handle(), "SELECT count(*) FROM file");
  if (files.Step() == SQLITE_ROW) stats.files = static_cast<uint64_t>(files.Number(0));
  std::error_code error;
  for (const char* suffix : {"", "-wal"}) {
    const auto size = fs::file_size(impl_->path + suffix, error);
    if (!error && !impl_->path.empty()) stats.file_bytes += size;
  }
  return stats;
}

Status UnitCache::Clear() {
  if (impl_->database->Run("BEGIN IMMEDIATE; DELETE FROM unit; DELETE FROM file; COMMIT; VACUUM; PRAGMA wal_checkpoint(TRUNCATE)") != SQLITE_OK) {
    const Error error{fmt::format("the cache could not be emptied: {}", impl_->database->Message())};
    impl_->database->Run("ROLLBACK");
    return error;
  }
  impl_->file_ids.clear();
  impl_->file_paths.clear();
  impl_->digests = std::make_unique<cache::FileDigests>(impl_->options.root);
  return Ok();
}

}  // namespace backlint
