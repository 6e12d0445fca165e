// Findings as failed test cases: a suite for each file, and one of the checks that found nothing, so that a clean run is seen to have run.
// Names hold no line, so that a server can follow a finding from run to run.
#include <algorithm>
#include <iterator>
#include <set>
#include <span>
#include <string_view>

#include <fmt/format.h>

#include "report/writer.h"
#include "report/xml_text.h"

namespace backlint::report {
namespace {

void Begin(fmt::memory_buffer& out, std::string_view name, size_t tests, size_t failures, size_t errors, size_t skipped, std::string_view file) {
  auto to = std::back_inserter(out);
  fmt::format_to(to, "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\"", XmlText(name), tests, failures, errors, skipped);
  if (!file.empty()) fmt::format_to(to, " file=\"{}\"", XmlText(file));
  fmt::format_to(to, ">\n");
}

void End(fmt::memory_buffer& out) { fmt::format_to(std::back_inserter(out), "  </testsuite>\n"); }

std::string Spot(const Place& place) {
  return place.path.empty() ? "" : fmt::format("{}:{}:{}: ", XmlText(place.path), std::max(1u, place.line), std::max(1u, place.column));
}

void Case(fmt::memory_buffer& out, const ReportedFinding& reported) {
  const Finding& f = reported.finding;
  auto to = std::back_inserter(out);
  const std::string message = XmlText(f.message);
  fmt::format_to(to, "    <testcase name=\"{}\" classname=\"{}\">", message, f.entry->name);
  if (!reported.active()) {
    fmt::format_to(to, "<skipped message=\"{}\"/>", reported.suppressed ? "suppressed: " + XmlText(reported.reason) : "known before this run");
  } else {
    fmt::format_to(to, "<failure type=\"{}\" message=\"{}\">{}{}\n", Name(f.severity), message, Spot(f.place), message);
    for (const Note& note : f.notes) fmt::format_to(to, "{}{}\n", Spot(note.place), XmlText(note.message));
    fmt::format_to(to, "cause: {}\nfix: {}\n</failure>", XmlText(reported.cause()), XmlText(reported.fix()));
  }
  fmt::format_to(to, "</testcase>\n");
}

void Suite(fmt::memory_buffer& out, std::span<const ReportedFinding> findings) {
  const auto skipped = static_cast<size_t>(std::count_if(findings.begin(), findings.end(), [](const auto& f) { return !f.active(); }));
  const std::string& path = findings.front().finding.place.path;
  Begin(out, path.empty() ? "without a file" : path, findings.size(), findings.size() - skipped, 0, skipped, path);
  for (const ReportedFinding& finding : findings) Case(out, finding);
  End(out);
}

// What found nothing, and what could not be read.
void Rest(fmt::memory_buffer& out, const Report& report) {
  auto to = std::back_inserter(out);
  std::set<std::string_view> silent;
  for (const Entry* entry : report.entries) silent.insert(entry->name);
  for (const ReportedFinding& reported : report.findings) silent.erase(reported.finding.entry->name);
  const std::vector<FailedUnit>& failed = report.summary.failed_units;
  if (silent.empty() && failed.empty()) return;
  Begin(out, "backlint", silent.size() + failed.size(), 0, failed.size(), 0, "");
  for (const std::string_view name : silent) fmt::format_to(to, "    <testcase name=\"no finding\" classname=\"{}\"/>\n", name);
  for (const FailedUnit& unit : failed)
    fmt::format_to(to, "    <testcase name=\"{0}\" classname=\"unit\"><error type=\"unit\" message=\"{0} could not be analysed: {1}\"/></testcase>\n",
                   XmlText(unit.source), XmlText(unit.reason));
  End(out);
}

}  // namespace

std::string WriteJunit(const Report& report, const Screen&) {
  fmt::memory_buffer out;
  fmt::format_to(std::back_inserter(out), "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"backlint\">\n");
  const std::span<const ReportedFinding> findings = report.findings;
  for (size_t begin = 0, end = 0; begin < findings.size(); begin = end) {
    while (end < findings.size() && findings[end].finding.place.path == findings[begin].finding.place.path) ++end;
    Suite(out, findings.subspan(begin, end - begin));
  }
  Rest(out, report);
  fmt::format_to(std::back_inserter(out), "</testsuites>\n");
  return fmt::to_string(out);
}

}  // namespace backlint::report
