#include "extract/source_scan.h"

#include <cctype>

namespace backlint {
namespace {

bool IsWord(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '$' || static_cast<unsigned char>(c) >= 0x80; }

size_t SkipRawString(std::string_view text, size_t quote) {
  const size_t open = text.find('(', quote);
  if (open == std::string_view::npos || open - quote > 17) return quote + 1;
  const std::string end = ")" + std::string(text.substr(quote + 1, open - quote - 1)) + "\"";
  const size_t close = text.find(end, open);
  return close == std::string_view::npos ? text.size() : close + end.size();
}

// One lexical step: literal, comment, word or single character.
size_t Step(std::string_view text, size_t at) {
  const char c = text[at];
  if (c == '"' || c == '\'') return SkipLiteral(text, at);
  if (c == '/' && at + 1 < text.size() && (text[at + 1] == '/' || text[at + 1] == '*')) return SkipBlank(text, at);
  if (!IsWord(c)) return at + 1;
  const size_t begin = at;
  while (at < text.size() && IsWord(text[at])) ++at;
  if (at < text.size() && text[at] == '"' && text[at - 1] == 'R') return SkipRawString(text, at);
  // 1'000'000
  if (std::isdigit(static_cast<unsigned char>(text[begin])))
    while (at + 1 < text.size() && text[at] == '\'' && IsWord(text[at + 1])) {
      ++at;
      while (at < text.size() && IsWord(text[at])) ++at;
    }
  return at;
}

}  // namespace

size_t SkipBlank(std::string_view text, size_t at) {
  while (at < text.size()) {
    if (std::isspace(static_cast<unsigned char>(text[at])) || text[at] == '\\') {
      ++at;
    } else if (text.substr(at, 2) == "//") {
      at = text.find('\n', at);
    } else if (text.substr(at, 2) == "/*") {
      at = text.find("*/", at + 2);
      if (at != std::string_view::npos) at += 2;
    } else {
      return at;
    }
    if (at == std::string_view::npos) return text.size();
  }
  return text.size();
}

size_t SkipLiteral(std::string_view text, size_t at) {
  const char quote = text[at];
  if (quote == '"' && at > 0 && text[at - 1] == 'R') return SkipRawString(text, at);
  for (++at; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == quote) {
      return at + 1;
    } else if (text[at] == '\n') {
      return at;                         // unterminated: recover at the end of the line
    }
  }
  return text.size();
}

char LastNonBlank(std::string_view text) {
  for (size_t i = text.size(); i > 0; --i)
    if (!std::isspace(static_cast<unsigned char>(text[i - 1]))) return text[i - 1];
  return 0;
}

ForHeader ScanForHeader(std::string_view text) {
  constexpr size_t kMaxHeader = 1 << 16;
  text = text.substr(0, kMaxHeader);
  ForHeader header;
  if (!text.starts_with("for")) return header;
  size_t at = SkipBlank(text, 3);
  if (at >= text.size() || text[at] != '(') return header;
  int depth = 0, seen = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (c == '(' || c == '[' || c == '{') ++depth;
    if (c == ')' || c == ']' || c == '}') {
      if (--depth == 0) break;
    }
    if (c == ';' && depth == 1) {
      (seen == 0 ? header.first : header.second) = at;
      if (++seen == 2) break;
    }
    at = Step(text, at);
  }
  header.found = seen == 2;
  return header;
}

bool ContainsElse(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const size_t next = Step(text, at);
    if (text.substr(at, next - at) == "else") return true;
    at = next;
  }
  return false;
}

bool IfConsteval(std::string_view text) {
  if (!text.starts_with("if")) return false;
  size_t at = SkipBlank(text, 2);
  if (at < text.size() && text[at] == '!') at = SkipBlank(text, at + 1);
  return text.substr(at, 9) == "consteval";
}

std::vector<std::string> CaptureList(std::string_view text) {
  std::vector<std::string> captures;
  if (!text.starts_with('[')) return captures;
  std::string current;
  bool initializer = false;
  int depth = 0;
  for (size_t at = SkipBlank(text, 1); at < text.size(); at = SkipBlank(text, Step(text, at))) {
    const std::string_view token = text.substr(at, Step(text, at) - at);
    if (depth == 0 && (token == "]" || token == ",")) {
      if (!current.empty()) captures.push_back(current);
      current.clear();
      initializer = false;
      if (token == "]") return captures;
      continue;
    }
    if (token == "(" || token == "[" || token == "{") ++depth;
    if (token == ")" || token == "]" || token == "}") --depth;
    if ((token == "=" && !current.empty()) || token == "(" || token == "{") initializer = true;
    if (!initializer) current += token;
  }
  return {};
}

std::string QualifiedNameOf(std::string_view text) {
  std::string name;
  int angle = 0;
  bool word_before = false;
  for (size_t at = SkipBlank(text, 0); at < text.size(); at = SkipBlank(text, Step(text, at))) {
    const size_t next = Step(text, at);
    const std::string_view token = text.substr(at, next - at);
    if (token == "<") {
      if (name.empty()) return "";
      ++angle;
    } else if (token == ">") {
      if (--angle < 0) return "";
    } else if (angle > 0) {
      continue;
    } else if (token == ":") {
      name += ':';
      word_before = false;
    } else if (IsWord(token[0]) && !std::isdigit(static_cast<unsigned char>(token[0]))) {
      if (token == "template" || token == "typename") continue;
      if (word_before) return "";
      name += token;
      word_before = true;
    } else if (token == "~") {
      name += '~';
    } else {
      return "";
    }
  }
  if (angle != 0 || !word_before) return "";
  if (name.starts_with("::")) name.erase(0, 2);
  return name;
}

std::string LastIdentifierOf(std::string_view text) {
  std::string last;
  int angle = 0;
  for (size_t at = SkipBlank(text, 0); at < text.size();) {
    const size_t next = Step(text, at);
    const std::string_view token = text.substr(at, next - at);
    const bool arrow = token == ">" && at > 0 && text[at - 1] == '-';
    if (token == "<" && !last.empty()) {
      ++angle;
    } else if (token == ">" && angle > 0 && !arrow) {
      --angle;
    } else if (angle == 0 && IsWord(token[0]) && !std::isdigit(static_cast<unsigned char>(token[0])) && token != "template") {
      last = token;
    } else if (angle == 0 && token == "~") {
      last.clear();
    }
    at = SkipBlank(text, next);
  }
  return last;
}

}  // namespace backlint
