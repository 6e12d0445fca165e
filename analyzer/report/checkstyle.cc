// XML as Checkstyle writes it: findings by file.
#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "report/writer.h"
#include "report/xml_text.h"

namespace backlint::report {
namespace {

const char* SeverityOf(Severity severity) {
  return severity == Severity::kError ? "error" : severity == Severity::kWarning ? "warning" : "info";
}

}  // namespace

std::string WriteCheckstyle(const Report& report, const Screen&) {
  fmt::memory_buffer out;
  auto to = std::back_inserter(out);
  fmt::format_to(to, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"8.0\">\n");
  const std::string* file = nullptr;
  for (const ReportedFinding& reported : report.findings) {
    const Finding& f = reported.finding;
    if (!reported.active()) continue;
    // Sorted by place, so that a file comes once.
    if (file == nullptr || *file != f.place.path) {
      if (file != nullptr) fmt::format_to(to, "  </file>\n");
      fmt::format_to(to, "  <file name=\"{}\">\n", XmlText(f.place.path));
      file = &f.place.path;
    }
    fmt::format_to(to, "    <error line=\"{}\" column=\"{}\" severity=\"{}\" message=\"{}\" source=\"backlint.{}\"/>\n", std::max(1u, f.place.line),
                   std::max(1u, f.place.column), SeverityOf(f.severity), XmlText(f.message), f.entry->name);
  }
  if (file != nullptr) fmt::format_to(to, "  </file>\n");
  fmt::format_to(to, "</checkstyle>\n");
  return fmt::to_string(out);
}

}  // namespace backlint::report
