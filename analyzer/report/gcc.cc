// `path:line:col: warning: message [check]`, notes as `note:` lines: what every problem matcher for compilers reads.
#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "report/printable.h"
#include "report/writer.h"

namespace backlint::report {
namespace {

void Line(fmt::memory_buffer& out, const Place& place, std::string_view kind, const std::string& message) {
  auto to = std::back_inserter(out);
  if (place.path.empty()) {
    fmt::format_to(to, "backlint: {}: {}\n", kind, message);
  } else {
    fmt::format_to(to, "{}:{}:{}: {}: {}\n", Printable(place.path), std::max(1u, place.line), std::max(1u, place.column), kind, message);
  }
}

}  // namespace

std::string WriteGcc(const Report& report, const Screen&) {
  fmt::memory_buffer out;
  for (const ReportedFinding& reported : report.findings) {
    if (!reported.shown(report.show_known)) continue;
    const Finding& finding = reported.finding;
    const char* known = reported.baseline ? " (known)" : "";
    Line(out, finding.place, Name(finding.severity), fmt::format("{} [{}]{}", Printable(finding.message), finding.entry->name, known));
    for (const Note& note : finding.notes) Line(out, note.place, "note", Printable(note.message));
  }
  return fmt::to_string(out);
}

}  // namespace backlint::report
