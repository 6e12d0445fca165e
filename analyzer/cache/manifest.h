// What a unit depends on, in the form in which a row of the cache keeps it.
#ifndef BACKLINT_CACHE_MANIFEST_H_
#define BACKLINT_CACHE_MANIFEST_H_

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cache/file_table.h"
#include "cache/header_search.h"
#include "core/facts.h"

namespace backlint::cache {

struct Manifest {
  std::string files;    // ids and digests
  std::string missing;  // headers
  std::string found;    // where they were nevertheless, of HeaderSearch
};

enum class ManifestFault { kNone, kNothingToCheck, kNoDigest, kNotWritten };

// Adds the unit's files to the table, inside a transaction.
ManifestFault MakeManifest(const facts::UnitFacts& unit, const std::vector<std::string>& search_folders, FileTable* table,
                           HeaderSearch* search, Manifest* manifest);

inline constexpr std::string_view kDamaged = "its entry in the cache is damaged";

// "" when everything is as it was, else one sentence, perhaps kDamaged.
std::string WhatChanged(const Manifest& manifest, const std::vector<std::string>& search_folders, FileTable* table,
                        HeaderSearch* search);

// The ids that `files` names; none when it is damaged.
std::vector<int64_t> FileIds(std::string_view files);

}  // namespace backlint::cache

#endif  // BACKLINT_CACHE_MANIFEST_H_
