// UnitFacts of earlier runs. A unit is reused when the tool, its arguments and the content of every file that it opened are
// the same; nothing else counts, no time of change and no absolute path of the project.
//
// What it does not see: a new file that comes before another one of the same name in the search path, or that answers a
// `__has_include`. To see that, every place that was looked at in vain would have to be kept, thousands a unit.
#ifndef BACKLINT_CACHE_UNIT_CACHE_H_
#define BACKLINT_CACHE_UNIT_CACHE_H_

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/content_view.h"
#include "core/result.h"

namespace backlint {

struct UnitKey {
  std::string source;            // relative to the project root
  std::string arguments_digest;  // of the normalised arguments, project root replaced
  // Where its includes are searched (absolute, or relative to the root). No part of the identity: the arguments say it already.
  // A unit that misses headers is read again when one of them appears here or in a folder on the way to a file that the unit
  // did open.
  std::vector<std::string> search_folders = {};

  std::strong_ordering operator<=>(const UnitKey& other) const {
    const auto by_source = source <=> other.source;
    return by_source != 0 ? by_source : arguments_digest <=> other.arguments_digest;
  }
  bool operator==(const UnitKey& other) const { return (*this <=> other) == 0; }
};

struct CacheStats {
  uint64_t units = 0, failed_units = 0, facts_bytes = 0, file_bytes = 0, files = 0;
  std::string path;
};

// Why a unit is not (or is) reused, for `cache why`.
struct Reuse {
  bool reusable = false;
  std::string reason;  // "`src/db.h` changed", "never analysed", "other arguments", "other version of backlint"
};

// Safe for several processes, for one thread. A damaged, locked or old file is a miss and a warning, never a wrong answer and
// never an error of the run: Open then gives a cache in a temporary file (or memory), and `warnings` says so.
class UnitCache {
 public:
  struct Options {
    std::string directory;    // holds cache.db; made when missing, with a .gitignore of all but models/
    std::string root;         // project root
    std::string tool_digest;  // version of tool, facts, front end, stand-in headers
    bool disabled = false;    // --no-cache: a private temporary file, gone afterwards
    int64_t today = 0;        // days since 1970; 0: the clock's. For tests
  };
  // `warnings` (or nullptr) is used until the last call; the destructor leaves it alone.
  static std::unique_ptr<UnitCache> Open(const Options& options, std::vector<std::string>* warnings);
  ~UnitCache();

  // Facts of the unit when nothing that they depend on changed. Hashes a file once a process; files whose stat data is
  // unchanged since a recorded hash are not read again (racy times handled as git's index does). A digest guards the bytes
  // against accidents, not against a forger: facts::Verify them before reading.
  std::optional<std::string> Find(const UnitKey& key);
  Reuse Why(const UnitKey& key);

  // From now on the project is looked at through `view`: units are found whose files have these contents, instead of those on disk.
  void LookThrough(const ContentView& view);

  // Verified by facts::Verify before it is stored. Each call is its own transaction, so a killed run keeps what it stored.
  // Facts that name no file to check are accepted and not kept: nothing would ever make them old.
  Status Store(const UnitKey& key, std::string_view facts);

  // Marks the units of this run (`live`, sorted) as used, and removes others by unit_age.h's rules, so that two build folders in turn
  // keep theirs and the file does not grow without bound. Called at the end of a full run.
  void Keep(std::span<const UnitKey> live);

  // The folder that the cache lies in, without links, safe to keep more in; "" when the cache is a private one. The others who keep
  // something between runs decide by it, so that all of them refuse the same folders.
  std::string folder() const;
  std::vector<UnitKey> Keys();
  CacheStats Stats();
  Status Clear();

 private:
  UnitCache();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace backlint

#endif  // BACKLINT_CACHE_UNIT_CACHE_H_
