// SARIF 2.1.0: rules with cause and fix, results with their way through the code, and what could not be read. A result is one line, and
// none is kept after it was written: a report may hold a hundred thousand.
#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "report/source_files.h"
#include "report/writer.h"

namespace backlint::report {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
constexpr std::string_view kBase = "PROJECTROOT";

std::string Dump(const Json& json) { return json.dump(-1, ' ', /*ensure_ascii=*/false, Json::error_handler_t::replace); }

std::string Uri(std::string_view path) {
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::string_view("-._~/").find(c) != std::string_view::npos;
    uri += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return uri;
}

Json Artifact(const std::string& path) {
  Json artifact = {{"uri", Uri(path)}};
  if (!path.starts_with('/')) artifact["uriBaseId"] = kBase;
  return artifact;
}

std::string FirstSentence(std::string_view text) { return std::string(text.substr(0, text.find(". "))); }

Json Rule(const Entry& entry) {
  const std::string help = fmt::format("{}\n\nCause: {}\n\nFix: {}", entry.symptom, entry.cause, entry.fix);
  std::string markdown = fmt::format("{}\n\n**Cause:** {}\n\n**Fix:** {}", entry.symptom, entry.cause, entry.fix);
  if (!entry.scope.empty()) markdown += fmt::format("\n\n**What is reported:** {}", entry.scope);
  return {{"id", entry.name},
          {"shortDescription", {{"text", FirstSentence(entry.symptom)}}},
          {"fullDescription", {{"text", entry.cause}}},
          {"help", {{"text", help}, {"markdown", markdown}}},
          {"defaultConfiguration", {{"level", Name(entry.severity)}}},
          {"properties", {{"tags", {Name(entry.chapter)}}}}};
}

// Of the checks that ran, and of what else is reported.
std::vector<const Entry*> Rules(const Report& report) {
  std::map<std::string_view, const Entry*> rules;
  for (const Entry* entry : report.entries) rules.emplace(entry->name, entry);
  for (const ReportedFinding& reported : report.findings) rules.emplace(reported.finding.entry->name, reported.finding.entry);
  std::vector<const Entry*> sorted;
  for (const auto& [name, entry] : rules) sorted.push_back(entry);
  return sorted;
}

Json Notification(const char* level, const FailedUnit& unit, const char* what) {
  return {{"level", level},
          {"message", {{"text", fmt::format("{} {}: {}", unit.source, what, unit.reason)}}},
          {"locations", {{{"physicalLocation", {{"artifactLocation", Artifact(unit.source)}}}}}}};
}

Json Invocation(const Summary& summary) {
  Json notifications = Json::array();
  for (const FailedUnit& unit : summary.failed_units) notifications.push_back(Notification("error", unit, "could not be analysed"));
  for (const FailedUnit& unit : summary.partial_units) notifications.push_back(Notification("note", unit, "was read with errors"));
  return {{"executionSuccessful", summary.failed_units.empty()}, {"toolExecutionNotifications", std::move(notifications)}};
}

class ResultWriter {
 public:
  explicit ResultWriter(const Report& report) : compared_(report.compared), files_(report.root) {
    for (const Entry* entry : Rules(report)) index_.emplace(entry->name, index_.size());
  }

  Json Result(const ReportedFinding& reported) {
    const Finding& f = reported.finding;
    Json result = {{"ruleId", f.entry->name}, {"ruleIndex", index_.at(f.entry->name)}, {"level", Name(f.severity)}, {"message", {{"text", f.message}}}};
    Json location = Json::object();
    if (!f.place.path.empty()) location["physicalLocation"] = Physical(f.place, f.end_line, f.end_column);
    if (!f.function.empty()) location["logicalLocations"] = {{{"fullyQualifiedName", f.function}, {"kind", "function"}}};
    result["locations"] = location.empty() ? Json::array() : Json::array({std::move(location)});
    result["partialFingerprints"] = {{"backlint/v1", reported.fingerprint}};
    AddStory(f, &result);
    if (compared_) result["baselineState"] = reported.baseline ? "unchanged" : "new";
    result["suppressions"] = Json::array();
    if (reported.suppressed) {
      Json suppression = {{"kind", "inSource"}, {"status", "accepted"}};
      if (!reported.reason.empty()) suppression["justification"] = reported.reason;
      result["suppressions"].push_back(std::move(suppression));
    }
    return result;
  }

 private:
  // The way of the data: where the finding is, then its notes in their order.
  void AddStory(const Finding& f, Json* result) {
    Json related = Json::array(), steps = Json::array();
    if (!f.place.path.empty()) steps.push_back(Step(Physical(f.place, f.end_line, f.end_column), f.message));
    for (const Note& note : f.notes) {
      if (note.place.path.empty()) continue;
      const Json place = Physical(note.place, 0, 0);
      related.push_back({{"id", related.size()}, {"physicalLocation", place}, {"message", {{"text", note.message}}}});
      steps.push_back(Step(place, note.message));
    }
    if (related.empty()) return;
    (*result)["relatedLocations"] = std::move(related);
    (*result)["codeFlows"] = {{{"threadFlows", {{{"locations", std::move(steps)}}}}}};
  }

  static Json Step(const Json& physical, const std::string& message) {
    return {{"location", {{"physicalLocation", physical}, {"message", {{"text", message}}}}}};
  }

  Json Physical(const Place& place, uint32_t end_line, uint32_t end_column) {
    Json physical = {{"artifactLocation", Artifact(place.path)}};
    if (place.line == 0) return physical;
    Json region = {{"startLine", place.line}};
    if (place.column > 0) region["startColumn"] = Characters(place.path, place.line, place.column);
    if (end_line >= place.line) {
      region["endLine"] = end_line;
      if (end_column > 0 && (end_line > place.line || end_column >= place.column)) region["endColumn"] = Characters(place.path, end_line, end_column);
    }
    physical["region"] = std::move(region);
    return physical;
  }

  // Our columns count bytes, those of the report characters.
  uint32_t Characters(const std::string& path, uint32_t line, uint32_t column) {
    const auto text = files_.Line(path, line);
    if (!text) return column;
    const std::string_view before = text->substr(0, column - 1);
    const auto inner = std::count_if(before.begin(), before.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; });
    return column - static_cast<uint32_t>(inner);
  }

  const bool compared_;
  SourceFiles files_;
  std::map<std::string_view, size_t> index_;
};

}  // namespace

std::string WriteSarif(const Report& report, const Screen&) {
  Json rules = Json::array();
  for (const Entry* entry : Rules(report)) rules.push_back(Rule(*entry));
  Json driver = {{"name", "backlint"}};
  if (!report.version.empty()) driver["version"] = report.version;
  driver["rules"] = std::move(rules);
  const Json bases = {{kBase, {{"description", {{"text", "The root of the project."}}}}}};
  std::string out = fmt::format("{{\"$schema\":{},\"version\":\"2.1.0\",\"runs\":[{{\n\"tool\":{},\n\"originalUriBaseIds\":{},\n\"columnKind\":\"unicodeCodePoints\",\n"
                                "\"invocations\":[{}],\n\"results\":[",
                                Dump(kSchema), Dump({{"driver", std::move(driver)}}), Dump(bases), Dump(Invocation(report.summary)));
  ResultWriter writer(report);
  const char* separator = "\n";
  for (const ReportedFinding& finding : report.findings) {
    out += separator + Dump(writer.Result(finding));
    separator = ",\n";
  }
  return out + "\n]}]}\n";
}

}  // namespace backlint::report
