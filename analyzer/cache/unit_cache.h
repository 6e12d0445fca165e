// UnitFacts of earlier runs. A unit is reused when the tool, its arguments and the content of every file that it opened are
// the same; nothing else counts, no time of change and no absolute path of the project.
#ifndef BACKLINT_CACHE_UNIT_CACHE_H_
#define BACKLINT_CACHE_UNIT_CACHE_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace backlint {

struct UnitKey {
  std::string source;             // relative to the project root
  std::string arguments_digest;   // of the normalised arguments, project root replaced
  auto operator<=>(const UnitKey&) const = default;
};

struct CacheStats {
  uint64_t units = 0, failed_units = 0, facts_bytes = 0, file_bytes = 0, files = 0;
  std::string path;
};

// Why a unit is not (or is) reused, for `cache why`.
struct Reuse {
  bool reusable = false;
  std::string reason;             // "`src/db.h` changed", "never analysed", "other arguments", "other version of backlint"
};

// Safe for several processes. A damaged, locked or old file is a miss and a warning, never a wrong answer and never an error of the
// run: Open then gives a cache in a temporary file (or memory), and `warnings` says so.
class UnitCache {
 public:
  struct Options {
    std::string directory;        // holds cache.db; made when missing, with a .gitignore of `*`
    std::string root;             // project root
    std::string tool_digest;      // version of tool, facts, front end, stand-in headers
    bool disabled = false;        // --no-cache: a private temporary file, gone afterwards
  };
  static std::unique_ptr<UnitCache> Open(const Options& options, std::vector<std::string>* warnings);
  ~UnitCache();

  // Facts of the unit when nothing that they depend on changed. Hashes a file once a process; files whose stat data is unchanged since a
  // recorded hash are not read again (racy times handled as git's index does).
  std::optional<std::string> Find(const UnitKey& key);
  Reuse Why(const UnitKey& key);

  // Verified by facts::Verify before it is stored. Each call is its own transaction, so a killed run keeps what it stored.
  Status Store(const UnitKey& key, std::string_view facts);

  // Removes units that are not in `live` (sorted); called at the end of a full run.
  void Keep(std::span<const UnitKey> live);

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
