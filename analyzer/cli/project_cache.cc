#include "cli/project_cache.h"

#include <filesystem>

#include <fmt/format.h>

#include "cli/stand_in_headers.h"
#include "core/digest.h"
#include "extract/extractor.h"
#include "report/tracked_files.h"

namespace backlint::cli {
namespace {

std::string ToolDigest() {
  return DigestBuilder().Add(BACKLINT_VERSION).Add(BACKLINT_EXTRACTOR).Add(FrontEndVersion()).Add(StandInDigest()).Finish();
}

}  // namespace

std::unique_ptr<UnitCache> OpenCache(const Project& project, const std::string& root, std::vector<std::string>* warnings) {
  UnitCache::Options options{.root = root, .tool_digest = ToolDigest(), .disabled = project.no_cache};
  options.directory = project.cache_dir.empty() ? root + "/.backlint" : std::filesystem::absolute(project.cache_dir).lexically_normal().string();
  // A forger can seal what he writes as well as we do; what he cannot do is to put it into a folder that git does not fill.
  const std::string tracked = project.no_cache ? "" : report::FindTracked(options.directory, "cache.db");
  if (!tracked.empty()) {
    warnings->push_back(fmt::format("the cache `{}` is not used: git tracks `{}`, so it came with the sources", options.directory, tracked));
    options.disabled = true;
  }
  return UnitCache::Open(options, warnings);
}

}  // namespace backlint::cli
