// Workflow commands of GitHub Actions, which become annotations. A step shows ten errors, ten warnings and ten notices at most, so the most
// severe findings come first; the rest of the order is that of the report.
#include <algorithm>
#include <iterator>
#include <vector>

#include <fmt/format.h>

#include "report/printable.h"
#include "report/writer.h"

namespace backlint::report {
namespace {

// A command ends with its line, and a property with a comma or a colon: nothing of the code may end either.
std::string Escaped(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '%': out += "%25"; break;
      case '\r': out += "%0D"; break;
      case '\n': out += "%0A"; break;
      case ':': out += property ? "%3A" : ":"; break;
      case ',': out += property ? "%2C" : ","; break;
      default: out += c;
    }
  }
  return out;
}

std::string Property(std::string_view text) { return Escaped(Printable(text), true); }

const char* Command(Severity severity) {
  return severity == Severity::kError ? "error" : severity == Severity::kWarning ? "warning" : "notice";
}

std::string Story(const ReportedFinding& reported) {
  std::string story = Printable(reported.finding.message);
  for (const Note& note : reported.finding.notes) {
    story += note.place.path.empty() ? "\n" : fmt::format("\n{}:{}: ", Printable(note.place.path), std::max(1u, note.place.line));
    story += Printable(note.message);
  }
  return story + "\nFix: " + Printable(reported.fix());
}

void Write(fmt::memory_buffer& out, const ReportedFinding& reported) {
  const Finding& f = reported.finding;
  auto to = std::back_inserter(out);
  fmt::format_to(to, "::{} ", Command(f.severity));
  if (!f.place.path.empty()) {
    fmt::format_to(to, "file={},line={}", Property(f.place.path), std::max(1u, f.place.line));
    // Columns count only where beginning and end are in one line.
    if (f.end_line > f.place.line) fmt::format_to(to, ",endLine={}", f.end_line);
    else if (f.place.column > 0) fmt::format_to(to, ",col={}", f.place.column);
    if (f.end_line == f.place.line && f.end_column > f.place.column) fmt::format_to(to, ",endColumn={}", f.end_column);
    out.push_back(',');
  }
  fmt::format_to(to, "title={}::{}\n", Property(f.entry->name), Escaped(Story(reported), false));
}

}  // namespace

std::string WriteGithub(const Report& report, const Screen&) {
  std::vector<const ReportedFinding*> findings;
  for (const ReportedFinding& reported : report.findings)
    if (reported.active()) findings.push_back(&reported);
  std::stable_sort(findings.begin(), findings.end(), [](const auto* a, const auto* b) { return a->finding.severity > b->finding.severity; });
  fmt::memory_buffer out;
  for (const ReportedFinding* finding : findings) Write(out, *finding);
  return fmt::to_string(out);
}

}  // namespace backlint::report
