// Extracts a small source in a folder of its own and hands out the facts as text.
#ifndef BACKLINT_TESTS_EXTRACT_DUMP_H_
#define BACKLINT_TESTS_EXTRACT_DUMP_H_

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "core/facts_text.h"
#include "extract/extractor.h"
#include "extract/temp_tree.h"

namespace backlint {

struct Dump {
  facts::UnitFactsT facts;
  std::string bytes;
  std::string text;                      // everything

  const facts::UnitFacts& unit() const { return *facts::GetUnitFacts(bytes.data()); }
  // The text of the one function with this qualified name (of its first line's beginning), or "".
  std::string Function(const std::string& name) const {
    const std::string mark = " function " + name;
    for (size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) {
      const char next = text[at + mark.size()];
      if (next != ' ' && next != '\n') continue;
      const size_t begin = text.rfind('\n', at) + 1;
      return text.substr(begin, text.find("\n#", at) - begin);
    }
    return "";
  }
};

inline Dump Finish(facts::UnitFactsT unit) {
  Dump dump;
  dump.facts = std::move(unit);
  dump.bytes = facts::Serialize(dump.facts);
  const std::vector<uint8_t> buffer(dump.bytes.begin(), dump.bytes.end());
  const auto verified = facts::Verify(buffer);
  EXPECT_TRUE(verified.ok()) << (verified.ok() ? "" : verified.error().message);
  if (verified.ok()) dump.text = facts::ToText(*verified.value());
  return dump;
}

struct ExtractCase {
  std::string name = "main.cc";
  std::vector<std::string> arguments = {"-std=c++20"};
  std::map<std::string, std::string> headers;
  std::string root;                      // below the folder; "" is the folder
  ExtractOptions options;
};

inline Dump Extract(const std::string& source, ExtractCase with = {}) {
  const TempTree tree;
  tree.Write(with.name, source);
  for (const auto& [path, text] : with.headers) tree.Write(path, text);
  with.options.root = with.root.empty() ? tree.path() : tree / with.root;
  while (with.options.root.size() > 1 && with.options.root.back() == '/') with.options.root.pop_back();
  if (!with.options.stand_in_headers.empty()) with.options.stand_in_headers = tree / with.options.stand_in_headers;
  Extractor extractor(with.options);
  const std::string directory = with.root.empty() ? with.options.root : tree / with.root;
  return Finish(extractor.Extract({tree / with.name, directory, with.arguments}));
}

// The lines of a function's text that hold operations, blanks and places taken off.
inline std::vector<std::string> Operations(const std::string& function) {
  std::vector<std::string> lines;
  for (size_t at = 0; at < function.size();) {
    const size_t end = std::min(function.find('\n', at), function.size());
    std::string line = function.substr(at, end - at);
    at = end + 1;
    if (!line.starts_with("    ")) continue;
    line.erase(0, 4);
    if (const size_t place = line.rfind("  @"); place != std::string::npos) line.resize(place);
    // Numbers of values are of no interest.
    std::string plain;
    for (size_t i = 0; i < line.size(); ++i) {
      if (line[i] == '%' && i + 1 < line.size() && std::isdigit(static_cast<unsigned char>(line[i + 1]))) {
        while (i + 1 < line.size() && std::isdigit(static_cast<unsigned char>(line[i + 1]))) ++i;
        ++i;
        continue;
      }
      plain += line[i];
    }
    lines.push_back(plain);
  }
  return lines;
}

}  // namespace backlint

#endif  // BACKLINT_TESTS_EXTRACT_DUMP_H_
