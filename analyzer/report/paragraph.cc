#include "report/paragraph.h"

#include <algorithm>

#include "report/printable.h"

namespace backlint::report {
namespace {

// Words, where everything between a pair of back ticks is one word with what touches it. Long code may be broken after all.
std::vector<std::string> Words(std::string_view text, size_t width) {
  std::vector<std::string> words;
  std::string word;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '`') {
      const size_t close = text.find('`', i + 1);
      if (close != std::string_view::npos && close - i + 2 < width) {
        word.append(text, i, close - i + 1);
        i = close;
        continue;
      }
    }
    if (text[i] != ' ') {
      word += text[i];
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

// Back ticks stay: without colours they are what tells code from prose, and pasted text keeps them.
std::string PaintCode(std::string_view line, const Paint& paint, bool& inside) {
  std::string painted;
  while (!line.empty()) {
    const size_t tick = line.find('`');
    const std::string_view part = line.substr(0, tick);
    painted += inside ? paint(Ink::kCode, part) : std::string(part);
    if (tick == std::string_view::npos) break;
    painted += paint(Ink::kCode, "`");
    inside = !inside;
    line.remove_prefix(tick + 1);
  }
  return painted;
}

void Wrap(std::string_view paragraph, size_t width, const Paint& paint, std::vector<std::string>& lines) {
  std::string line;
  bool inside = false;
  for (const std::string& word : Words(paragraph, width)) {
    if (!line.empty() && DisplayWidth(line) + 1 + DisplayWidth(word) > width) {
      lines.push_back(PaintCode(line, paint, inside));
      line.clear();
    }
    if (!line.empty()) line += ' ';
    line += word;
  }
  if (!line.empty()) lines.push_back(PaintCode(line, paint, inside));
}

}  // namespace

std::vector<std::string> Layout(std::string_view markdown, size_t width, const Paint& paint) {
  width = std::max<size_t>(width, 30);
  std::vector<std::string> lines;
  std::string paragraph;
  bool fenced = false;
  const auto flush = [&] {
    Wrap(paragraph, width, paint, lines);
    paragraph.clear();
  };
  while (!markdown.empty()) {
    const size_t end = markdown.find('\n');
    const std::string line = Printable(markdown.substr(0, end));
    markdown.remove_prefix(end == std::string_view::npos ? markdown.size() : end + 1);
    if (line.starts_with("```")) {
      flush();
      fenced = !fenced;
    } else if (fenced || line.starts_with("    ")) {
      flush();
      lines.push_back(fenced ? "    " + line : line);
    } else if (line.find_first_not_of(' ') == std::string::npos) {
      flush();
      if (!lines.empty() && !lines.back().empty()) lines.emplace_back();
    } else {
      if (line.starts_with("- ") || line.starts_with("* ")) flush();
      if (!paragraph.empty()) paragraph += ' ';
      paragraph += line;
    }
  }
  flush();
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

}  // namespace backlint::report
