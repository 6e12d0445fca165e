#include "cli/project_cache.h"

#include <filesystem>

#include "cli/stand_in_headers.h"
#include "core/digest.h"
#include "core/facts.h"
#include "extract/extractor.h"

namespace backlint::cli {
namespace {

std::string ToolDigest() {
  return DigestBuilder().Add(BACKLINT_VERSION).Add(std::to_string(kFactsVersion)).Add(FrontEndVersion()).Add(StandInDigest()).Finish();
}

}  // namespace

std::unique_ptr<UnitCache> OpenCache(const Project& project, const std::string& root, std::vector<std::string>* warnings) {
  UnitCache::Options options{.root = root, .tool_digest = ToolDigest(), .disabled = project.no_cache};
  options.directory = project.cache_dir.empty() ? root + "/.backlint" : std::filesystem::absolute(project.cache_dir).lexically_normal().string();
  return UnitCache::Open(options, warnings);
}

}  // namespace backlint::cli
