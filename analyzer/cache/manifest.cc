#include "cache/manifest.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

namespace backlint::cache {
namespace {

constexpr size_t kDigestBytes = kAbsent.size();
constexpr size_t kEntryBytes = sizeof(int64_t) + kDigestBytes;
constexpr std::string_view kStandIns = "<backlint>/";  // headers that are part of the tool

int64_t IdAt(std::string_view files, size_t at) {
  int64_t id = 0;
  std::memcpy(&id, files.data() + at, sizeof id);
  return id;
}

std::vector<std::string> Split(std::string_view names) {
  std::vector<std::string> split;
  for (size_t end; (end = names.find('\0')) != std::string_view::npos; names.remove_prefix(end + 1))
    split.emplace_back(names.substr(0, end));
  return split;
}

// "" for no missing header; the units without one are many, and pay nothing.
std::string Found(const Manifest& manifest, const std::vector<std::string>& search_folders, FileTable* table,
                  HeaderSearch* search) {
  if (manifest.missing.empty()) return "";
  std::set<std::string> folders;
  for (const int64_t id : FileIds(manifest.files))
    if (const std::string* path = table->PathOf(id)) AddFolders(*path, &folders);
  for (const std::string& folder : search_folders) folders.insert(search->Relative(folder));
  return search->Found(folders, Split(manifest.missing));
}

}  // namespace

std::vector<int64_t> FileIds(std::string_view files) {
  std::vector<int64_t> ids;
  if (files.size() % kEntryBytes != 0) return ids;
  for (size_t at = 0; at < files.size(); at += kEntryBytes) ids.push_back(IdAt(files, at));
  return ids;
}

ManifestFault MakeManifest(const facts::UnitFacts& unit, const std::vector<std::string>& search_folders, FileTable* table,
                           HeaderSearch* search, Manifest* manifest) {
  if (unit.files() == nullptr) return ManifestFault::kNothingToCheck;
  for (const facts::File* file : *unit.files()) {
    const std::string path = file->path() ? file->path()->str() : "";
    if (path.starts_with(kStandIns)) continue;
    // No digest: the file could not be read.
    const std::string_view digest = file->digest() && file->digest()->size() > 0 ? file->digest()->string_view() : kAbsent;
    if (digest.size() != kDigestBytes) return ManifestFault::kNoDigest;
    const int64_t id = FileTable::IdOf(path);
    if (!table->Add(path)) return ManifestFault::kNotWritten;
    manifest->files.append(reinterpret_cast<const char*>(&id), sizeof id).append(digest);
  }
  if (manifest->files.empty()) return ManifestFault::kNothingToCheck;
  if (unit.missing_headers())
    for (const auto* header : *unit.missing_headers()) manifest->missing.append(header->c_str()).push_back('\0');
  manifest->found = Found(*manifest, search_folders, table, search);
  return ManifestFault::kNone;
}

std::string WhatChanged(const Manifest& manifest, const std::vector<std::string>& search_folders, FileTable* table,
                        HeaderSearch* search) {
  const std::string_view files = manifest.files;
  if (files.empty() || files.size() % kEntryBytes != 0) return std::string(kDamaged);
  for (size_t at = 0; at < files.size(); at += kEntryBytes) {
    const std::string_view now = table->DigestOf(IdAt(files, at));
    if (now == files.substr(at + sizeof(int64_t), kDigestBytes)) continue;
    const std::string* path = table->PathOf(IdAt(files, at));
    if (path == nullptr) return std::string(kDamaged);
    return fmt::format("`{}` {}", *path, now == kAbsent ? "cannot be read any more" : "has changed");
  }
  if (Found(manifest, search_folders, table, search) != manifest.found) return "a header that was missing may be there now";
  return "";
}

}  // namespace backlint::cache
