// `explain` and `list`: the catalogue as text.
#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "checks/check.h"
#include "cli/exit_status.h"
#include "cli/nearest.h"
#include "cli/run.h"
#include "cli/terminal.h"
#include "report/paint.h"
#include "report/paragraph.h"
#include "report/triage.h"

namespace backlint::cli {
namespace {

using report::Ink;
using report::InkOf;
using report::Paint;

void Section(std::string& out, const Paint& paint, Ink ink, std::string_view title, std::string_view text, size_t width) {
  out += '\n' + paint(ink, title) + '\n';
  for (const std::string& line : report::Layout(text, width - 2, paint)) out += line.empty() ? "\n" : "  " + line + "\n";
}

std::string Explanation(const Entry& entry, bool can_be_suppressed, const report::Screen& screen) {
  const Paint paint(screen.color);
  const size_t width = std::clamp<size_t>(screen.width, 40, 100);
  std::string out = fmt::format("{} ({}, {})\n", paint(Ink::kBold, entry.name), Name(entry.chapter), paint(InkOf(entry.severity), Name(entry.severity)));
  Section(out, paint, Ink::kBold, "Symptom", entry.symptom, width);
  Section(out, paint, Ink::kBold, "Cause", entry.cause, width);
  Section(out, paint, Ink::kFix, "Fix", entry.fix, width);
  if (!entry.scope.empty()) Section(out, paint, Ink::kBold, "What is reported", entry.scope, width);
  if (can_be_suppressed)
    Section(out, paint, Ink::kBold, "To keep one finding quiet",
            fmt::format("```\n// backlint: allow({0}) why it is right here\n// NOLINT(backlint-{0})\n// NOLINTNEXTLINE(backlint-{0})\n"
                        "// NOLINTBEGIN(backlint-{0}) ... NOLINTEND(backlint-{0})\n```",
                        entry.name), width);
  return out;
}

// What fits on a line: the beginning of the symptom up to its first stop.
std::string_view FirstSentence(std::string_view text) {
  for (size_t i = text.find('.'); i != std::string_view::npos; i = text.find('.', i + 1))
    if (i + 1 == text.size() || text[i + 1] == ' ' || text[i + 1] == '\n') return text.substr(0, i);
  return text;
}

std::string CatalogueJson() {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const checks::Check* check : checks::All()) {
    const Entry& e = check->entry;
    list.push_back({{"name", e.name}, {"chapter", Name(e.chapter)}, {"severity", Name(e.severity)}, {"symptom", e.symptom}, {"cause", e.cause}, {"fix", e.fix}, {"scope", e.scope}});
  }
  return list.dump(2) + "\n";
}

}  // namespace

int RunCommand(const ExplainCommand& command) {
  if (command.name.empty()) return RunCommand(ListCommand());
  const report::Screen screen = StandardOutput(false);
  std::vector<std::string_view> names;
  for (const checks::Check* check : checks::All()) {
    if (check->entry.name == command.name) return Answer(Explanation(check->entry, true, screen), kClean);
    names.push_back(check->entry.name);
  }
  for (const Entry* entry : report::SuppressionEntries())
    if (entry->name == command.name) return Answer(Explanation(*entry, false, screen), kClean);
  return Fail(kUsage, fmt::format("there is no check `{}`{} (`backlint list` names them)", command.name, DidYouMean(command.name, names)));
}

int RunCommand(const ListCommand& command) {
  if (command.json) return Answer(CatalogueJson(), kClean);
  const Paint paint(StandardOutput(false).color);
  size_t widest = 0;
  for (const checks::Check* check : checks::All()) widest = std::max(widest, check->entry.name.size());
  std::string out;
  for (const checks::Check* check : checks::All()) {
    const Entry& entry = check->entry;
    out += paint(Ink::kBold, entry.name) + std::string(widest - entry.name.size() + 2, ' ');
    out += paint(InkOf(entry.severity), Name(entry.severity)) + std::string(9 - Name(entry.severity).size(), ' ');
    out += fmt::format("{}\n", FirstSentence(entry.symptom));
  }
  return Answer(out, kClean);
}

}  // namespace backlint::cli
