// GitLab's Code Quality report. The server compares the reports of two branches by fingerprint, so known findings stand in it as well;
// it has no word for suppressed ones, which are left out, and wants a file for each.
#include <algorithm>

#include <nlohmann/json.hpp>

#include "report/writer.h"

namespace backlint::report {
namespace {

using Json = nlohmann::ordered_json;

const char* SeverityOf(Severity severity) {
  return severity == Severity::kError ? "critical" : severity == Severity::kWarning ? "major" : "info";
}

}  // namespace

std::string WriteGitlab(const Report& report, const Screen&) {
  Json findings = Json::array();
  for (const ReportedFinding& reported : report.findings) {
    const Finding& finding = reported.finding;
    if (reported.suppressed || finding.place.path.empty()) continue;
    const uint32_t line = std::max(1u, finding.place.line);
    findings.push_back({{"description", finding.message},
                        {"check_name", finding.entry->name},
                        {"fingerprint", reported.fingerprint},
                        {"severity", SeverityOf(finding.severity)},
                        {"location", {{"path", finding.place.path}, {"lines", {{"begin", line}, {"end", std::max(line, finding.end_line)}}}}}});
  }
  return findings.dump(2, ' ', /*ensure_ascii=*/false, Json::error_handler_t::replace) + "\n";
}

}  // namespace backlint::report
