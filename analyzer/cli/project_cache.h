// The cache of a project, and with it the one decision about the folder that everything is kept in.
#ifndef BACKLINT_CLI_PROJECT_CACHE_H_
#define BACKLINT_CLI_PROJECT_CACHE_H_

#include <memory>
#include <string>
#include <vector>

#include "cache/unit_cache.h"
#include "cli/command.h"

namespace backlint::cli {

// A cache that several readings of one run share; opened by the first. What it has to say ends up in `warnings`.
struct SharedCache {
  std::vector<std::string> warnings;
  std::unique_ptr<UnitCache> cache;
};

// Never fails: what cannot be used is named in `warnings` (which outlives the cache), and the cache is then a private one that goes with
// the object. Who keeps something besides facts does so in `folder()` of the result, and nowhere when that is empty.
std::unique_ptr<UnitCache> OpenCache(const Project& project, const std::string& root, std::vector<std::string>* warnings);

}  // namespace backlint::cli

#endif  // BACKLINT_CLI_PROJECT_CACHE_H_
