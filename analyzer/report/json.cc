// Everything, for programs. Keys are a promise: they are added to, never renamed.
#include <algorithm>

#include <nlohmann/json.hpp>

#include "report/writer.h"

namespace backlint::report {
namespace {

using Json = nlohmann::ordered_json;

Json SummaryJson(const Summary& s) {
  return {{"units",
           {{"total", s.units.total},
            {"analysed", s.units.analysed},
            {"partial", s.units.partial},
            {"failed", s.units.failed},
            {"reused", s.units.reused}}},
          {"findings",
           {{"error", s.findings.error},
            {"warning", s.findings.warning},
            {"note", s.findings.note},
            {"suppressed", s.findings.suppressed},
            {"baseline", s.findings.baseline}}},
          {"queries", {{"total", s.queries.total}, {"understood", s.queries.understood}}}};
}

Json UnitsJson(const std::vector<FailedUnit>& units) {
  Json list = Json::array();
  for (const FailedUnit& unit : units) list.push_back({{"path", unit.source}, {"reason", unit.reason}});
  return list;
}

Json HeadersJson(const std::vector<MissingHeader>& headers) {
  Json list = Json::array();
  for (const MissingHeader& header : headers) list.push_back({{"header", header.header}, {"units", header.units}});
  return list;
}

// An end that is not known is the beginning: an empty range, which every consumer understands.
Json FindingJson(const ReportedFinding& reported) {
  const Finding& f = reported.finding;
  Json notes = Json::array();
  for (const Note& note : f.notes)
    notes.push_back(
        {{"path", note.place.path}, {"line", note.place.line}, {"column", note.place.column}, {"message", note.message}});
  return {{"check", f.entry->name},
          {"severity", Name(f.severity)},
          {"path", f.place.path},
          {"line", f.place.line},
          {"column", f.place.column},
          {"endLine", f.end_line == 0 ? f.place.line : f.end_line},
          {"endColumn", f.end_line == 0 ? f.place.column : f.end_column},
          {"function", f.function},
          {"message", f.message},
          {"cause", reported.cause()},
          {"fix", reported.fix()},
          {"fingerprint", reported.fingerprint},
          {"suppressed", reported.suppressed},
          {"baseline", reported.baseline},
          {"notes", std::move(notes)}};
}

}  // namespace

std::string WriteJson(const Report& report, const Screen&) {
  Json findings = Json::array();
  for (const ReportedFinding& finding : report.findings) findings.push_back(FindingJson(finding));
  const Json document = {{"version", 1},
                         {"summary", SummaryJson(report.summary)},
                         {"failedUnits", UnitsJson(report.summary.failed_units)},
                         {"partialUnits", UnitsJson(report.summary.partial_units)},
                         {"missingHeaders", HeadersJson(report.summary.missing_headers)},
                         {"findings", std::move(findings)}};
  // Paths and literals need not be UTF-8; a replaced byte is better than no report.
  return document.dump(2, ' ', /*ensure_ascii=*/false, Json::error_handler_t::replace) + "\n";
}

}  // namespace backlint::report
