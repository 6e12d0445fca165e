#include "report/baseline.h"

#include <filesystem>
#include <map>
#include <system_error>
#include <unordered_map>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/digest.h"

namespace backlint::report {
namespace {

using Json = nlohmann::ordered_json;

std::string ContentOf(const Finding& finding) {
  const std::string& anchor = finding.anchor.empty() ? finding.message : finding.anchor;
  return DigestBuilder().Add(finding.entry->name).Add(finding.function).Add(anchor).Finish();
}

bool Take(const Json& row, const char* key, std::string* to) {
  const auto found = row.find(key);
  if (found == row.end() || !found->is_string()) return false;
  *to = found->get<std::string>();
  return true;
}

bool IsGone(const std::string& root, const std::string& path) {
  std::error_code error;
  return !std::filesystem::exists(std::filesystem::path(root) / path, error);
}

}  // namespace

Result<std::vector<KnownFinding>> ReadBaseline(std::string_view text) {
  const Json document = Json::parse(text, nullptr, false);
  if (!document.is_object() || !document.contains("version") || !document.contains("findings") || !document["findings"].is_array())
    return Error{"it is no baseline of backlint"};
  if (document["version"] != 1) return Error{"it was written by another version of backlint"};
  std::vector<KnownFinding> known;
  for (const Json& row : document["findings"]) {
    KnownFinding& finding = known.emplace_back();
    const bool whole = row.is_object() && Take(row, "check", &finding.check) && Take(row, "path", &finding.path) && Take(row, "message", &finding.message) &&
                       Take(row, "fingerprint", &finding.fingerprint) && Take(row, "content", &finding.content);
    if (!whole) return Error{"a finding in it lacks `check`, `path`, `message`, `fingerprint` or `content`"};
  }
  return known;
}

std::string WriteBaseline(const std::vector<ReportedFinding>& findings) {
  std::string out = "{\"version\": 1, \"findings\": [";
  const char* separator = "\n";
  for (const ReportedFinding& reported : findings) {
    if (reported.suppressed) continue;
    const Finding& f = reported.finding;
    const Json row = {{"check", f.entry->name}, {"path", f.place.path}, {"message", f.message}, {"fingerprint", reported.fingerprint}, {"content", ContentOf(f)}};
    out += separator + row.dump(-1, ' ', false, Json::error_handler_t::replace);
    separator = ",\n";
  }
  return out + "\n]}\n";
}

size_t MarkKnown(const std::vector<KnownFinding>& known, const std::string& root, std::vector<ReportedFinding>* findings) {
  std::unordered_map<std::string, ReportedFinding*> by_fingerprint;
  std::map<std::string, std::vector<ReportedFinding*>> by_content;
  for (ReportedFinding& reported : *findings) by_fingerprint.emplace(reported.fingerprint, &reported);
  std::vector<const KnownFinding*> left;
  for (const KnownFinding& finding : known) {
    const auto met = by_fingerprint.find(finding.fingerprint);
    if (met == by_fingerprint.end()) left.push_back(&finding);
    else met->second->baseline = true;
  }
  for (ReportedFinding& reported : *findings)
    if (!reported.baseline) by_content[ContentOf(reported.finding)].push_back(&reported);
  size_t missing = 0;
  for (const KnownFinding* finding : left) {
    const auto same = by_content.find(finding->content);
    if (same == by_content.end() || same->second.empty() || !IsGone(root, finding->path)) {
      ++missing;
      continue;
    }
    same->second.back()->baseline = true;
    same->second.pop_back();
  }
  return missing;
}

}  // namespace backlint::report
