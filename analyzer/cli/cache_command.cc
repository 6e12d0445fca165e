// `cache stats`, `cache clear` and `cache why`.
#include <algorithm>
#include <iterator>
#include <memory>

#include <fmt/format.h>

#include "cache/unit_cache.h"
#include "cli/configure.h"
#include "cli/exit_status.h"
#include "cli/output.h"
#include "cli/project_cache.h"
#include "cli/project_root.h"
#include "cli/read_units.h"
#include "cli/run.h"
#include "cli/stand_in_headers.h"
#include "cli/unit_key.h"
#include "extract/compile_database.h"
#include "report/printable.h"

namespace backlint::cli {
namespace {

std::string Bytes(uint64_t bytes) {
  if (bytes < 10 * 1024) return fmt::format("{} bytes", bytes);
  if (bytes < 10 * 1024 * 1024) return fmt::format("{} KiB", bytes / 1024);
  return fmt::format("{} MiB", bytes / 1024 / 1024);
}

int Show(const CacheStats& stats) {
  return Answer(fmt::format("{}\n  units  {} ({} that could not be analysed)\n  files  {} that they depend on\n  facts  {}\n  size   {}\n",
                            report::Printable(stats.path), stats.units, stats.failed_units, stats.files, Bytes(stats.facts_bytes), Bytes(stats.file_bytes)),
                kClean);
}

int Clear(UnitCache& cache) {
  const std::string folder = cache.folder();
  if (folder.empty()) return Fail(kInternal, "there is no cache that could be emptied");
  const Status cleared = cache.Clear();
  if (!cleared) return Fail(kInternal, cleared.error().message);
  RemoveStandInHeaders(folder);
  return Answer(fmt::format("{} is empty\n", report::Printable(folder)), kClean);
}

int Why(UnitCache& cache, const CacheCommand& command, const std::string& root) {
  const auto path = BelowRoot({command.why}, root);
  if (!path) return Fail(kUsage, path.error().message);
  bool guessed = false;
  auto database = FindCommands(command.project, root, &guessed);
  if (!database) return Fail(kUsage, database.error().message);
  std::move(database->included.begin(), database->included.end(), std::back_inserter(database->commands));
  std::string out;
  for (const CompileCommand& unit : database->commands) {
    const UnitKey key = KeyOf(unit, root);
    if (key.source != path->front()) continue;
    const Reuse reuse = cache.Why(key);      // backlint: allow(query-in-loop) a source has few commands
    out += fmt::format("{}: {}\n", report::Printable(key.source),
                       reuse.reusable ? "is reused, nothing that it depends on has changed" : "would be parsed again: " + report::Printable(reuse.reason));
  }
  if (out.empty()) return Fail(kUsage, fmt::format("`{}` is no unit of this project: no compile command names it", command.why));
  return Answer(out, kClean);
}

}  // namespace

int RunCommand(const CacheCommand& asked) {
  CacheCommand command = asked;
  const auto root = FindRoot({}, command.project.database);
  if (!root) return Fail(kUsage, root.error().message);
  if (const auto config = Configure(root.value(), &command.project, nullptr); !config) return Fail(kUsage, config.error().message);
  std::vector<std::string> warnings;
  const auto cache = OpenCache(command.project, root.value(), &warnings);
  for (const std::string& warning : warnings) WriteStandardError(fmt::format("backlint: warning: {}\n", report::Printable(warning)));
  switch (command.action) {
    case CacheCommand::Action::kStats: return Show(cache->Stats());
    case CacheCommand::Action::kClear: return Clear(*cache);
    case CacheCommand::Action::kWhy: return Why(*cache, command, root.value());
  }
  return kInternal;
}

}  // namespace backlint::cli
