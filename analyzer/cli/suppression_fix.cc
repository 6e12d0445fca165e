#include "cli/suppression_fix.h"

#include <filesystem>
#include <map>
#include <system_error>
#include <vector>

#include <fmt/format.h>

#include "cli/output.h"
#include "cli/project_root.h"
#include "report/suppression_removal.h"
#include "report/triage.h"

namespace backlint::cli {
namespace {

namespace fs = std::filesystem;

// Empty when the file is none that may be written.
std::string FileBelow(const std::string& root, const std::string& path) {
  std::error_code error;
  const std::string file = fs::canonical(fs::path(root) / path, error).string();
  return error || Relative(file, root) == file || !fs::is_regular_file(file, error) ? "" : file;
}

Status Rewrite(const std::string& file, const std::string& text) {
  std::error_code error;
  const fs::perms permissions = fs::status(file, error).permissions();
  if (const Status written = WriteFile(file, text); !written) return written.error();
  fs::permissions(file, permissions, error);
  return Ok();
}

}  // namespace

Status FixSuppressions(report::Report* report, Reading* reading) {
  std::map<std::string, std::vector<report::UselessName>> useless;
  for (const report::ReportedFinding& reported : report->findings) {
    const Finding& finding = reported.finding;
    if (finding.entry != &report::UnusedSuppression() || finding.anchor.empty() || finding.anchor == "*") continue;
    useless[finding.place.path].push_back({finding.place.line, finding.place.column, finding.anchor});
  }
  size_t names = 0, files = 0;
  for (const auto& [path, list] : useless) {
    const std::string file = FileBelow(report->root, path);
    const auto text = file.empty() ? Result<std::string>(Error{}) : ReadFile(file);
    if (!text) continue;
    size_t removed = 0;
    const std::string fixed = report::RemoveSuppressions(text.value(), list, &removed);
    if (removed == 0) continue;
    if (const Status written = Rewrite(file, fixed); !written) return written.error();
    names += removed;
    ++files;
    if (removed == list.size())
      std::erase_if(report->findings, [&](const report::ReportedFinding& reported) {
        const Finding& finding = reported.finding;
        return finding.entry == &report::UnusedSuppression() && finding.place.path == path && !finding.anchor.empty() && finding.anchor != "*";
      });
  }
  if (names > 0) reading->notes.push_back(fmt::format("removed {} unused suppression{} from {} file{}", names, names == 1 ? "" : "s", files, files == 1 ? "" : "s"));
  return Ok();
}

}  // namespace backlint::cli
