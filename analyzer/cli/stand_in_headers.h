// The stand-in headers of the binary as files, because the front end reads files.
#ifndef BACKLINT_CLI_STAND_IN_HEADERS_H_
#define BACKLINT_CLI_STAND_IN_HEADERS_H_

#include <optional>
#include <string>

#include "cli/temporary_folder.h"

namespace backlint::cli {

// What the stand-in headers say; part of the key of cached units.
std::string StandInDigest();

// Removes the folders of this and other versions from a cache folder, where they are written again when they are needed. A folder that
// only has such a name stays.
void RemoveStandInHeaders(const std::string& cache_dir);

// A folder that holds them, and a marker that says who made it. Kept in the cache folder for the next run; a temporary folder, gone with this
// object, where that cannot be written or is not what it seems (a link planted in a repository).
class StandInHeaders {
 public:
  explicit StandInHeaders(const std::string& cache_dir);    // "": no cache
  // Absolute, links resolved; empty when no folder could be made: units then miss those headers.
  const std::string& path() const { return path_; }

 private:
  std::string path_;
  std::optional<TemporaryFolder> temporary_;
};

}  // namespace backlint::cli

#endif  // BACKLINT_CLI_STAND_IN_HEADERS_H_
