#include "cache/unit_cache.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "cache/cache_file.h"
#include "cache/file_table.h"
#include "cache/header_search.h"
#include "cache/manifest.h"
#include "cache/unit_age.h"
#include "core/digest.h"
#include "core/facts.h"

namespace backlint {
namespace {

using cache::CacheFile;
using cache::FileTable;
using cache::HeaderSearch;
using cache::IsDamage;
using cache::KeptUnit;
using cache::Manifest;
using cache::ManifestFault;
using cache::Statement;

struct Row {
  std::string tool, seal, facts;
  Manifest manifest;
};

int64_t IdOf(const UnitKey& key) { return cache::IdFrom(DigestBuilder().Add(key.source).Add(key.arguments_digest).Finish()); }

// Says that nothing in the row, and not the row's place, was changed by accident.
std::string Seal(const UnitKey& key, std::string_view tool, const Manifest& manifest, std::string_view facts) {
  return DigestBuilder()
      .Add(key.source)
      .Add(key.arguments_digest)
      .Add(tool)
      .Add(manifest.files)
      .Add(manifest.missing)
      .Add(manifest.found)
      .Add(Digest(facts))
      .Finish();
}

Result<const facts::UnitFacts*> Verified(std::string_view bytes) {
  return facts::Verify({reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()});
}

}  // namespace

struct UnitCache::Impl {
  Options options;
  std::vector<std::string>* warnings = nullptr;
  CacheFile file;
  std::unique_ptr<FileTable> files;
  std::unique_ptr<HeaderSearch> search;
  int64_t data_version = 0;
  std::unordered_map<std::string, std::string> shown;  // of LookThrough: digests by path
  std::unordered_set<int64_t> stored;  // units that this process has written since another one did
  bool warned_of_entry = false;

  sqlite3* handle() const { return file.database->handle(); }

  void Warn(std::string text) {
    if (warnings != nullptr && !text.empty()) warnings->push_back(std::move(text));
  }

  void Use(CacheFile opened) {
    files.reset();
    stored.clear();
    file = std::move(opened);
    files = std::make_unique<FileTable>(file.database.get(), options.root);
    files->Show(shown);
    search = std::make_unique<HeaderSearch>(options.root);
    NoticeOthers();
    Warn(std::exchange(file.warning, ""));
  }

  void MakeAnew() {
    CacheFile damaged = std::move(file);
    cache::MakeAnew(&damaged);
    Use(std::move(damaged));
  }

  // One sentence for the whole run: a damaged page may hold many entries.
  void WarnOfEntry(const UnitKey& key, const char* what) {
    if (!std::exchange(warned_of_entry, true))
      Warn(fmt::format("the cache entry of `{}` {}; such units are parsed again", key.source, what));
  }

  int Load(const UnitKey& key, Row* row) {
    Statement select(handle(), "SELECT tool, files, missing, found, seal, facts FROM unit WHERE id=?");
    const int code = select.Bind(IdOf(key)).Step();
    if (code == SQLITE_ROW)
      *row = {select.Text(0), select.Text(4), select.Blob(5), {select.Blob(1), select.Blob(2), select.Text(3)}};
    return code;
  }

  // "" when the row's facts are the unit's.
  std::string WhyNot(const UnitKey& key, const Row& row) {
    if (row.tool != options.tool_digest) return "it was analysed by another version of backlint";
    if (row.seal != Seal(key, row.tool, row.manifest, row.facts)) return std::string(cache::kDamaged);
    return cache::WhatChanged(row.manifest, key.search_folders, files.get(), search.get());
  }

  // What this process believes to be in the database may have been removed by another one.
  void NoticeOthers() {
    Statement version(handle(), "PRAGMA data_version");
    if (version.Step() == SQLITE_ROW && std::exchange(data_version, version.Number(0)) == version.Number(0)) return;
    files->ForgetAdded();
    stored.clear();
  }

  // SQLITE_OK, SQLITE_DONE when there is nothing to keep, or the error.
  int Insert(const UnitKey& key, const facts::UnitFacts& unit, std::string_view bytes) {
    NoticeOthers();
    Manifest manifest;
    switch (cache::MakeManifest(unit, key.search_folders, files.get(), search.get(), &manifest)) {
      case ManifestFault::kNone:
        break;
      case ManifestFault::kNothingToCheck:
        return SQLITE_DONE;
      case ManifestFault::kNoDigest:
        return SQLITE_MISMATCH;
      case ManifestFault::kNotWritten:
        return std::max(sqlite3_errcode(handle()), SQLITE_ERROR);
    }
    if (files->damaged()) return SQLITE_CORRUPT;
    const std::string seal = Seal(key, options.tool_digest, manifest, bytes);
    Statement insert(handle(),
                     "INSERT OR REPLACE INTO unit(id, source, arguments, tool, failed, files, missing, found, seal, facts) "
                     "VALUES(?,?,?,?,?,?,?,?,?,?)");
    insert.Bind(IdOf(key))
        .Bind(key.source)
        .Bind(key.arguments_digest)
        .Bind(options.tool_digest)
        .Bind(int64_t{unit.state() == facts::UnitState::Failed});
    insert.BindBlob(manifest.files).BindBlob(manifest.missing).Bind(manifest.found).Bind(seal).BindBlob(bytes);
    const int code = insert.Step();
    return code == SQLITE_DONE ? SQLITE_OK : code;
  }

  // One transaction; what it leaves behind is all or nothing.
  int Write(const UnitKey& key, const facts::UnitFacts& unit, std::string_view bytes) {
    int code = file.database->Run("BEGIN IMMEDIATE");
    if (code != SQLITE_OK) return code;
    code = Insert(key, unit, bytes);
    if (code == SQLITE_OK) code = file.database->Run("COMMIT");
    if (code != SQLITE_OK) {
      if (!sqlite3_get_autocommit(handle())) file.database->Run("ROLLBACK");
      files->ForgetAdded();
    } else {
      stored.insert(IdOf(key));
    }
    return code == SQLITE_DONE ? SQLITE_OK : code;
  }

  // Keys that are out of order cannot be found, and SQLite does not say why. Without this, such units would be parsed in every
  // run.
  bool LostRows() {
    NoticeOthers();
    Statement select(handle(), "SELECT 1 FROM unit WHERE id=?");
    return files->LostAny() || std::any_of(stored.begin(), stored.end(), [&](int64_t id) {
             select.Reset();
             return select.Bind(id).Step() != SQLITE_ROW;
           });
  }

  // False when they cannot all be read.
  bool ReadKeys(std::vector<std::pair<int64_t, UnitKey>>* keys) {
    // backlint: allow(unbounded-select) units older than a month go, and no program has more units than fit
    Statement rows(handle(), "SELECT id, source, arguments FROM unit");
    int code;
    while ((code = rows.Step()) == SQLITE_ROW) keys->push_back({rows.Number(0), {rows.Text(1), rows.Text(2)}});
    return code == SQLITE_DONE;
  }

  int64_t Today() const {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return options.today != 0 ? options.today : std::chrono::duration_cast<std::chrono::hours>(now).count() / 24;
  }

  bool HasVanished(const std::string& source) const {
    std::error_code error;
    const auto status = std::filesystem::status(std::filesystem::path(options.root) / source, error);
    return status.type() == std::filesystem::file_type::not_found;
  }

  // SQLITE_OK or the error. One transaction.
  int DropOutdated(std::vector<KeptUnit> units, const std::vector<int64_t>& damaged) {
    const cache::UnitAge age(file.database.get());
    int code = age.Read(Today(), &units);
    if (code != SQLITE_OK) return code;
    std::vector<int64_t> dead = cache::Outdated(units, Today());
    dead.insert(dead.end(), damaged.begin(), damaged.end());
    if ((code = file.database->Run("BEGIN IMMEDIATE")) != SQLITE_OK) return code;
    {
      Statement remove(handle(), "DELETE FROM unit WHERE id=?");
      for (const int64_t id : dead) {
        remove.Reset();
        remove.Bind(id).Step();
        stored.erase(id);
      }
    }
    if (!dead.empty()) DropFiles();
    std::sort(dead.begin(), dead.end());
    std::erase_if(units, [&](const KeptUnit& unit) { return std::binary_search(dead.begin(), dead.end(), unit.id); });
    code = age.Write(Today(), units);
    if (code == SQLITE_OK) code = file.database->Run("COMMIT");
    if (code != SQLITE_OK && !sqlite3_get_autocommit(handle())) file.database->Run("ROLLBACK");
    return code;
  }

  // Gives back what the file has grown by when most of it is free. Another process at work may keep it from that until the next time.
  void Shrink() {
    int64_t pages = 0, free = 0;
    {
      Statement select(handle(), "SELECT page_count, freelist_count FROM pragma_page_count, pragma_freelist_count");
      if (select.Step() != SQLITE_ROW) return;
      pages = select.Number(0);
      free = select.Number(1);
    }
    constexpr int64_t kWorthwhile = 4096;  // pages, 16 MiB
    if (free < kWorthwhile || free < pages / 2) return;
    file.database->Run("VACUUM");
    file.database->Run("PRAGMA wal_checkpoint(TRUNCATE)");
  }

  // Files that no unit names any more.
  void DropFiles() {
    std::unordered_set<int64_t> named;
    {
      // backlint: allow(unbounded-select) the numbers of the files of one program
      Statement rows(handle(), "SELECT files FROM unit");
      int code;
      while ((code = rows.Step()) == SQLITE_ROW)
        for (const int64_t id : cache::FileIds(rows.Blob(0))) named.insert(id);
      if (code != SQLITE_DONE) return;
    }
    std::vector<int64_t> dead;
    // backlint: allow(unbounded-select) the numbers of the files of one program
    Statement ids(handle(), "SELECT id FROM file");
    while (ids.Step() == SQLITE_ROW)
      if (!named.contains(ids.Number(0))) dead.push_back(ids.Number(0));
    Statement remove(handle(), "DELETE FROM file WHERE id=?");
    for (const int64_t id : dead) {
      remove.Reset();
      remove.Bind(id).Step();
    }
    files->ForgetAdded();
  }
};

UnitCache::UnitCache() : impl_(std::make_unique<Impl>()) {}

UnitCache::~UnitCache() {
  if (!impl_->file.path.empty()) impl_->files->SaveRecords();
}

std::unique_ptr<UnitCache> UnitCache::Open(const Options& options, std::vector<std::string>* warnings) {
  std::unique_ptr<UnitCache> opened(new UnitCache());
  opened->impl_->options = options;
  opened->impl_->warnings = warnings;
  opened->impl_->Use(options.disabled ? cache::OpenTemporaryFile() : cache::OpenCacheFile(options.directory, options.root));
  return opened;
}

std::optional<std::string> UnitCache::Find(const UnitKey& key) {
  Row row;
  const int code = impl_->Load(key, &row);
  if (IsDamage(code))
    impl_->MakeAnew();
  else if (code != SQLITE_ROW && code != SQLITE_DONE)
    impl_->WarnOfEntry(key, "cannot be read");
  if (code != SQLITE_ROW) return std::nullopt;
  const std::string why_not = impl_->WhyNot(key, row);
  if (impl_->files->damaged())
    impl_->MakeAnew();
  else if (why_not == cache::kDamaged)
    impl_->WarnOfEntry(key, "is damaged");
  if (!why_not.empty()) return std::nullopt;
  return std::move(row.facts);
}

void UnitCache::LookThrough(const ContentView& view) {
  impl_->shown.clear();
  for (const auto& [path, content] : view) impl_->shown.emplace(path, content ? Digest(*content) : std::string(cache::kAbsent));
  impl_->files->Show(impl_->shown);
}

Reuse UnitCache::Why(const UnitKey& key) {
  Row row;
  const int code = impl_->Load(key, &row);
  if (code == SQLITE_ROW) {
    std::string why_not = impl_->WhyNot(key, row);
    return {why_not.empty(), std::move(why_not)};
  }
  if (code != SQLITE_DONE) return {false, std::string(cache::kDamaged)};
  Statement other(impl_->handle(), "SELECT 1 FROM unit WHERE source=?");
  return {false,
          other.Bind(key.source).Step() == SQLITE_ROW ? "its compile command has changed" : "it has never been analysed"};
}

Status UnitCache::Store(const UnitKey& key, std::string_view bytes) {
  const auto unit = Verified(bytes);
  if (!unit) return Error{fmt::format("facts of `{}`: {}", key.source, unit.error().message)};
  int code = impl_->Write(key, **unit, bytes);
  if (IsDamage(code)) {
    impl_->MakeAnew();
    code = impl_->Write(key, **unit, bytes);
  }
  if (code == SQLITE_OK) return Ok();
  if (code == SQLITE_MISMATCH) return Error{fmt::format("facts of `{}`: a file without a digest", key.source)};
  return Error{fmt::format("the cache could not be written: {}", sqlite3_errstr(code))};
}

void UnitCache::Keep(std::span<const UnitKey> live) {
  std::vector<std::pair<int64_t, UnitKey>> keys;
  // Before the check: a change of any row in a damaged page can make others unreachable.
  if (!impl_->file.path.empty()) impl_->files->SaveRecords();
  if (!impl_->ReadKeys(&keys) || impl_->LostRows()) return impl_->MakeAnew();
  std::vector<KeptUnit> units;
  std::vector<int64_t> damaged;
  for (auto& [id, key] : keys) {
    const bool is_live = std::binary_search(live.begin(), live.end(), key);
    if (id != IdOf(key)) damaged.push_back(id);
    else units.push_back({id, key.source, is_live, !is_live && impl_->HasVanished(key.source), 0});
  }
  if (IsDamage(impl_->DropOutdated(std::move(units), damaged))) impl_->MakeAnew();
  impl_->Shrink();
}

std::string UnitCache::folder() const {
  return impl_->file.path.empty() ? "" : std::filesystem::path(impl_->file.path).parent_path().string();
}

std::vector<UnitKey> UnitCache::Keys() {
  std::vector<std::pair<int64_t, UnitKey>> rows;
  impl_->ReadKeys(&rows);
  std::vector<UnitKey> keys;
  for (auto& [id, key] : rows) keys.push_back(std::move(key));
  std::sort(keys.begin(), keys.end());
  return keys;
}

CacheStats UnitCache::Stats() {
  CacheStats stats;
  stats.path = impl_->file.path;
  Statement units(impl_->handle(), "SELECT count(*), coalesce(sum(failed), 0), coalesce(sum(length(facts)), 0) FROM unit");
  if (units.Step() == SQLITE_ROW) {
    stats.units = static_cast<uint64_t>(units.Number(0));
    stats.failed_units = static_cast<uint64_t>(units.Number(1));
    stats.facts_bytes = static_cast<uint64_t>(units.Number(2));
  }
  Statement files(impl_->handle(), "SELECT count(*) FROM file");
  if (files.Step() == SQLITE_ROW) stats.files = static_cast<uint64_t>(files.Number(0));
  for (const char* suffix : {"", "-wal"}) {
    std::error_code error;
    const auto size = stats.path.empty() ? 0 : std::filesystem::file_size(stats.path + suffix, error);
    if (!error) stats.file_bytes += size;
  }
  return stats;
}

Status UnitCache::Clear() {
  const bool was_kept = !impl_->file.path.empty();
  CacheFile file = std::move(impl_->file);
  cache::MakeAnew(&file);
  const bool cleared = !was_kept || !file.path.empty();
  Error error{std::exchange(file.warning, "")};
  impl_->Use(std::move(file));
  if (!cleared) return error;
  return Ok();
}

}  // namespace backlint
