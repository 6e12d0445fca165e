#include "cli/configure.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "checks/check.h"
#include "cli/path_glob.h"
#include "cli/selection.h"

namespace backlint::cli {
namespace {

void Fill(const std::string& root, const std::string& said, std::string* path) {
  if (path->empty() && !said.empty()) *path = (std::filesystem::path(root) / said).lexically_normal().string();
}

void Fill(const Config& config, const std::string& root, Reporting* reporting) {
  Fill(root, config.baseline, &reporting->baseline);
  if (reporting->checks.empty()) reporting->checks = fmt::format("{}", fmt::join(config.checks, ","));
  if (!reporting->fail_on_said && !config.fail_on.empty())
    reporting->fail_on = config.fail_on == "never" ? std::nullopt : std::optional(config.fail_on == "error" ? Severity::kError : Severity::kWarning);
  reporting->allow_partial |= config.allow_partial;
  reporting->strict |= config.strict;
}

// The checks that an override leaves, by name.
std::map<std::string_view, bool> Left(const Override& override) {
  std::vector<std::string_view> names;
  for (const checks::Check* check : checks::All()) names.push_back(check->entry.name);
  const auto chosen = Select(names, fmt::format("{}", fmt::join(override.checks, ",")));
  std::map<std::string_view, bool> left;
  for (size_t i = 0; i < names.size(); ++i) left[names[i]] = !chosen || chosen.value()[i];
  return left;
}

}  // namespace

Result<Config> Configure(const std::string& root, Project* project, Reporting* reporting) {
  auto config = ReadConfig(root, project->config);
  if (!config) return config.error();
  Fill(root, config->build, &project->database);
  Fill(root, config->models, &project->models);
  if (project->jobs == 0) project->jobs = config->jobs;
  if (project->unit_seconds == 0) project->unit_seconds = config->unit_seconds == 0 ? kUnitSeconds : config->unit_seconds;
  if (reporting) Fill(*config, root, reporting);
  return config;
}

void ApplyRules(const Config& config, std::vector<report::ReportedFinding>* findings) {
  std::vector<std::map<std::string_view, bool>> left;
  for (const Override& override : config.overrides) left.push_back(Left(override));
  std::erase_if(*findings, [&](const report::ReportedFinding& reported) {
    const Finding& finding = reported.finding;
    const std::string& path = finding.place.path;
    if (path.empty()) return false;
    if ((!config.include.empty() && !MatchesAny(path, config.include)) || MatchesAny(path, config.exclude)) return true;
    const auto rule = config.rules.find(std::string(finding.entry->name));
    if (rule != config.rules.end() && (rule->second.off || MatchesAny(path, rule->second.exclude))) return true;
    // The last one that speaks of the file decides.
    for (size_t i = config.overrides.size(); i-- > 0;)
      if (const auto known = left[i].find(finding.entry->name); MatchesAny(path, config.overrides[i].paths)) return known != left[i].end() && !known->second;
    return false;
  });
  for (report::ReportedFinding& reported : *findings)
    if (const auto rule = config.rules.find(std::string(reported.finding.entry->name)); rule != config.rules.end() && rule->second.severity)
      reported.finding.severity = *rule->second.severity;
}

}  // namespace backlint::cli
