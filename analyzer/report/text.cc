// For people. A finding reads from top to bottom: where and what, the code, how the data came there, why it is wrong, what to
// write instead.
#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "report/excerpt.h"
#include "report/paint.h"
#include "report/paragraph.h"
#include "report/printable.h"
#include "report/source_files.h"
#include "report/triage.h"
#include "report/writer.h"

namespace backlint::report {
namespace {

constexpr size_t kMostUnused = 10;                 // comments: they must not bury the findings
constexpr size_t kWidestProse = 100;               // longer lines are hard to read, however wide the screen is

std::string Spot(const Place& place) {
  if (place.path.empty()) return "";
  return fmt::format("{}:{}:{}", Printable(place.path), std::max(1u, place.line), std::max(1u, place.column));
}

// One past the name that begins at the column; places of values mark a single character otherwise.
uint32_t EndOfName(std::string_view line, uint32_t column) {
  const auto in_name = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; };
  size_t end = column == 0 ? 0 : column - 1;
  while (end < line.size() && in_name(line[end])) ++end;
  return static_cast<uint32_t>(end) + 1;
}

class TextWriter {
 public:
  TextWriter(const Report& report, const Screen& screen) : report_(report), paint_(screen.color), width_(screen.width), files_(report.root) {}

  std::string Run() {
    size_t unused = 0;
    for (const ReportedFinding& finding : report_.findings) {
      if (!finding.shown(report_.show_known)) continue;
      const bool comment = finding.finding.entry == &UnusedSuppression();
      if (comment && ++unused > kMostUnused) continue;
      Write(finding);
    }
    if (unused > kMostUnused) out_ += fmt::format("\nand {} more of [{}]\n", unused - kMostUnused, UnusedSuppression().name);
    return std::move(out_);
  }

 private:
  void Write(const ReportedFinding& reported) {
    const Finding& f = reported.finding;
    if (!out_.empty()) out_ += '\n';
    Header(reported);
    gutter_ = GutterWidth(f);
    Bar(f.function.empty() ? "" : paint_(Ink::kDim, "in " + Printable(f.function)));
    Frame(f);
    for (const Note& note : f.notes) WriteNote(note, f);
    Advice(reported);
  }

  void Header(const ReportedFinding& reported) {
    const Finding& f = reported.finding;
    const std::string spot = Spot(f.place);
    out_ += paint_(Ink::kBold, spot.empty() ? "backlint:" : spot + ":");
    out_ += ' ' + paint_(InkOf(f.severity), fmt::format("{}:", Name(f.severity)));
    out_ += ' ' + paint_(Ink::kBold, Printable(f.message));
    out_ += ' ' + paint_(Ink::kDim, fmt::format("[{}]{}", f.entry->name, reported.baseline ? " (known)" : "")) + '\n';
  }

  static size_t GutterWidth(const Finding& f) {
    uint32_t largest = std::max(f.place.line + 1, f.end_line);
    for (const Note& note : f.notes) largest = std::max(largest, note.place.line);
    return std::max<size_t>(2, fmt::formatted_size("{}", largest));
  }

  size_t CodeWidth() const { return width_ > gutter_ + 3 ? width_ - gutter_ - 3 : 1; }

  void Bar(std::string_view text) {
    out_ += std::string(gutter_, ' ') + ' ' + paint_(Ink::kGutter, "|");
    if (!text.empty()) out_.append(" ").append(text);
    out_ += '\n';
  }

  void CodeLine(uint32_t number, std::string_view code) {
    out_ += paint_(Ink::kGutter, fmt::format("{:>{}} |", number, gutter_));
    if (!code.empty()) out_.append(" ").append(code);
    out_ += '\n';
  }

  // The line with its neighbours, where these say something.
  void Frame(const Finding& f) {
    const uint32_t line = f.place.line;
    const auto text = files_.Line(f.place.path, line);
    if (!text) return;
    const uint32_t last = f.end_line == 0     ? EndOfName(*text, f.place.column)
                          : f.end_line > line ? static_cast<uint32_t>(text->size()) + 1
                                              : f.end_column;
    const Excerpt excerpt = Cut(*text, f.place.column, last, CodeWidth());
    if (!excerpt.moved && line > 1) Neighbour(f.place.path, line - 1);
    CodeLine(line, excerpt.text);
    Mark(excerpt, InkOf(f.severity));
    if (!excerpt.moved) Neighbour(f.place.path, line + 1);
  }

  void Neighbour(const std::string& path, uint32_t line) {
    const auto text = files_.Line(path, line);
    if (!text || text->find_first_not_of(" \t}") == std::string_view::npos) return;
    CodeLine(line, Cut(*text, 1, 0, CodeWidth()).text);
  }

  void Mark(const Excerpt& excerpt, Ink ink) {
    Bar(std::string(excerpt.mark, ' ') + paint_(ink, std::string(excerpt.mark_width, '^')));
  }

  void WriteNote(const Note& note, const Finding& f) {
    const std::string spot = Spot(note.place);
    out_ += std::string(gutter_, ' ') + ' ' + paint_(Ink::kGutter, "=") + ' ' + paint_(Ink::kNote, "note:") + ' ';
    out_ += (spot.empty() ? "" : spot + ": ") + Printable(note.message) + '\n';
    const bool shown = note.place.path == f.place.path && note.place.line == f.place.line && note.place.column == f.place.column;
    const auto text = shown ? std::nullopt : files_.Line(note.place.path, note.place.line);
    if (!text) return;
    const Excerpt excerpt = Cut(*text, note.place.column, EndOfName(*text, note.place.column), CodeWidth());
    CodeLine(note.place.line, excerpt.text);
    Mark(excerpt, Ink::kNote);
  }

  // Cause and fix in full where they are new; a reader of the second finding of a kind has read them.
  void Advice(const ReportedFinding& reported) {
    const std::string_view name = reported.finding.entry->name;
    const bool cause = shown_.emplace(name, reported.cause()).second;
    const bool fix = shown_.emplace(name, reported.fix()).second;
    Bar("");
    if (!cause && !fix) AsAbove(name);
    if (cause) Labelled("cause:", Ink::kBold, reported.cause());
    if (fix) Labelled("fix:", Ink::kFix, reported.fix());
  }

  void AsAbove(std::string_view name) {
    out_ += std::string(gutter_ + 1, ' ') + paint_(Ink::kGutter, "=") + ' ';
    out_ += paint_(Ink::kDim, fmt::format("cause and fix as above (backlint explain {})", name)) + '\n';
  }

  void Labelled(std::string_view label, Ink ink, std::string_view prose) {
    const size_t indent = gutter_ + 3 + label.size() + 1;
    const size_t width = std::min<size_t>(width_, kWidestProse);
    bool first = true;
    for (const std::string& line : Layout(prose, width > indent ? width - indent : 1, paint_)) {
      out_ += first ? std::string(gutter_ + 1, ' ') + paint_(Ink::kGutter, "=") + ' ' + paint_(ink, label) + ' ' + line
                    : line.empty() ? "" : std::string(indent, ' ') + line;
      out_ += '\n';
      first = false;
    }
  }

  const Report& report_;
  const Paint paint_;
  const uint32_t width_;
  SourceFiles files_;
  std::string out_;
  size_t gutter_ = 2;
  std::set<std::tuple<std::string_view, std::string_view>> shown_;
};

}  // namespace

std::string WriteText(const Report& report, const Screen& screen) { return TextWriter(report, screen).Run(); }

}  // namespace backlint::report
