// The diagnostics that Reviewdog turns into comments of a review. Its columns count bytes and its ends are exclusive, as ours.
#include <nlohmann/json.hpp>

#include "report/writer.h"

namespace backlint::report {
namespace {

using Json = nlohmann::ordered_json;

const char* SeverityOf(Severity severity) {
  return severity == Severity::kError ? "ERROR" : severity == Severity::kWarning ? "WARNING" : "INFO";
}

Json Position(uint32_t line, uint32_t column) {
  Json position = {{"line", line}};
  if (column > 0) position["column"] = column;
  return position;
}

Json Location(const Place& place, uint32_t end_line, uint32_t end_column) {
  Json location = {{"path", place.path}};
  if (place.line == 0) return location;
  location["range"]["start"] = Position(place.line, place.column);
  if (end_line != 0) location["range"]["end"] = Position(end_line, end_column);
  return location;
}

Json Diagnostic(const ReportedFinding& reported) {
  const Finding& f = reported.finding;
  Json diagnostic = {{"message", f.message + "\n" + std::string(reported.fix())},
                     {"location", Location(f.place, f.end_line, f.end_column)},
                     {"severity", SeverityOf(f.severity)},
                     {"code", {{"value", f.entry->name}}}};
  Json related = Json::array();
  for (const Note& note : f.notes)
    if (!note.place.path.empty()) related.push_back({{"message", note.message}, {"location", Location(note.place, 0, 0)}});
  if (!related.empty()) diagnostic["related_locations"] = std::move(related);
  return diagnostic;
}

}  // namespace

std::string WriteRdjson(const Report& report, const Screen&) {
  Json diagnostics = Json::array();
  for (const ReportedFinding& finding : report.findings)
    if (finding.active()) diagnostics.push_back(Diagnostic(finding));
  const Json document = {{"source", {{"name", "backlint"}}}, {"diagnostics", std::move(diagnostics)}};
  return document.dump(2, ' ', /*ensure_ascii=*/false, Json::error_handler_t::replace) + "\n";
}

}  // namespace backlint::report
