#include "cli/summary.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "report/printable.h"

namespace backlint::cli {
namespace {

using report::Printable;

constexpr size_t kFewFailures = 10;
constexpr size_t kFewHeaders = 20;

std::string Count(uint64_t number, std::string_view noun) { return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s"); }

std::string List(const std::vector<std::string>& parts) {
  if (parts.size() < 2) return parts.empty() ? "" : parts.front();
  return fmt::format("{} and {}", fmt::join(parts.begin(), parts.end() - 1, ", "), parts.back());
}

std::string FindingsPart(const report::FindingCounts& f) {
  std::vector<std::string> parts;
  if (f.error) parts.push_back(Count(f.error, "error"));
  if (f.warning) parts.push_back(Count(f.warning, "warning"));
  if (f.note) parts.push_back(Count(f.note, "note"));
  std::string text = parts.empty() ? "no findings" : List(parts);
  std::vector<std::string> quiet;
  if (f.baseline) quiet.push_back(fmt::format("{} known", f.baseline));
  if (f.suppressed) quiet.push_back(fmt::format("{} suppressed", f.suppressed));
  if (!quiet.empty()) text += fmt::format(" ({})", fmt::join(quiet, ", "));
  return text;
}

std::string UnitsPart(const report::UnitCounts& u) {
  std::vector<std::string> parts;
  if (u.analysed) parts.push_back(fmt::format("{} parsed", u.analysed));
  if (u.reused) parts.push_back(fmt::format("{} reused", u.reused));
  if (u.failed) parts.push_back(fmt::format("{} failed", u.failed));
  if (u.partial) parts.push_back(fmt::format("{} with errors", u.partial));
  return parts.empty() ? Count(u.total, "unit") : fmt::format("{} ({})", Count(u.total, "unit"), fmt::join(parts, ", "));
}

void Failures(fmt::memory_buffer& out, const Reading& reading, bool verbose) {
  auto to = std::back_inserter(out);
  if (reading.failed.empty()) return;
  fmt::format_to(to, "backlint: warning: {} could not be analysed:\n", Count(reading.failed.size(), "unit"));
  const size_t shown = verbose ? reading.failed.size() : std::min(reading.failed.size(), kFewFailures);
  for (size_t i = 0; i < shown; ++i)
    fmt::format_to(to, "  {}: {}\n", Printable(reading.failed[i].source), Printable(reading.failed[i].reason));
  if (shown < reading.failed.size()) fmt::format_to(to, "  and {} more (--verbose names them)\n", reading.failed.size() - shown);
}

void Partial(fmt::memory_buffer& out, const Reading& reading, bool verbose) {
  auto to = std::back_inserter(out);
  if (reading.partial.empty()) return;
  fmt::format_to(to, "backlint: {} read with errors{}\n",
                 reading.partial.size() == 1 ? "1 unit was" : fmt::format("{} units were", reading.partial.size()),
                 verbose ? ":" : "; --verbose names what is missing");
  if (!verbose) return;
  for (const PartialUnit& unit : reading.partial) fmt::format_to(to, "  {}: {}\n", Printable(unit.source), Printable(unit.reason));
  if (reading.missing_headers.empty()) return;
  fmt::format_to(to, "backlint: missing headers, with the number of units that ask for them (install their packages, or build what generates them):\n");
  for (size_t i = 0; i < std::min(reading.missing_headers.size(), kFewHeaders); ++i)
    fmt::format_to(to, "  {:>5}  {}\n", reading.missing_headers[i].second, Printable(reading.missing_headers[i].first));
}

void LimitLines(fmt::memory_buffer& out, const std::vector<std::string>& places, std::string_view one, std::string_view many, bool verbose) {
  if (places.empty()) return;
  auto to = std::back_inserter(out);
  fmt::format_to(to, "backlint: {}{}\n", places.size() == 1 ? fmt::format("1 {}", one) : fmt::format("{} {}", places.size(), many),
                 verbose ? ":" : "; --verbose names " + std::string(places.size() == 1 ? "it" : "them"));
  if (!verbose) return;
  for (const std::string& place : places) fmt::format_to(to, "  {}\n", Printable(place));
}

// One hint: where the reader learns more about what stands above.
void Hint(fmt::memory_buffer& out, const report::Report& report) {
  std::set<std::string_view> checks;
  for (const auto& reported : report.findings)
    if (reported.active() && reported.finding.severity != Severity::kNote) checks.insert(reported.finding.entry->name);
  if (!checks.empty()) fmt::format_to(std::back_inserter(out), "backlint: `backlint explain {}` tells more\n", *checks.begin());
}

}  // namespace

std::string SummaryText(const report::Report& report, const Reading& reading, bool verbose) {
  fmt::memory_buffer out;
  auto to = std::back_inserter(out);
  for (const std::string& warning : reading.warnings) fmt::format_to(to, "backlint: warning: {}\n", Printable(warning));
  for (const std::string& note : reading.notes) fmt::format_to(to, "backlint: {}\n", Printable(note));
  if (verbose)
    for (const std::string& remark : reading.remarks) fmt::format_to(to, "backlint: {}\n", Printable(remark));
  Failures(out, reading, verbose);
  Partial(out, reading, verbose);
  LimitLines(out, reading.cut_functions, "function is too long or too deep to be followed whole", "functions are too long or too deep to be followed whole", verbose);
  LimitLines(out, reading.cut_queries, "query comes about in more ways than are followed", "queries come about in more ways than are followed", verbose);
  if (reading.guessed)
    fmt::format_to(to, "backlint: there is no compile_commands.json: flags and include folders are guessed (-p DIR names one)\n");
  fmt::format_to(to, "backlint: {} in {}", FindingsPart(report.summary.findings), UnitsPart(report.summary.units));
  const report::QueryCounts& queries = report.summary.queries;
  if (queries.total > 0) {
    fmt::format_to(to, "; {} of {} {} understood", queries.understood, queries.total, queries.total == 1 ? "query" : "queries");
    if (queries.understood < queries.total) fmt::format_to(to, " (`backlint queries --unresolved` shows the rest)");
  }
  const report::UnitCounts& units = report.summary.units;
  const bool silent = queries.total == 0 && units.analysed + units.reused > 0;
  fmt::format_to(to, "{}\n", silent ? "; no queries were seen" : "");
  // A library without a model looks like a program without a database.
  if (silent)
    fmt::format_to(to, "backlint: if this program runs SQL, its library is not known here: {}a model file in .backlint/models says what calls mean\n",
                   verbose ? "" : "--verbose names functions that get SQL; ");
  Hint(out, report);
  return fmt::to_string(out);
}

std::string LimitsText(const Limits& limits) {
  return fmt::format("limits:\n  {} functions not followed whole, {} with more paths than are followed; {} queries with more ways\n", limits.functions.size(),
                     limits.paths, limits.queries.size());
}

}  // namespace backlint::cli
