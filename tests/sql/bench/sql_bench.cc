// Reads files again and again and prints how fast. Usage: sql_bench FILE...
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>

#include "sql/schema.h"
#include "sql/script.h"
#include "sql/splitter.h"

namespace backlint::sql {
namespace {

constexpr size_t kBytes = size_t{16} << 20;  // to read in all, for each measurement

template <typename Work>
void Measure(const char* name, size_t size, Work work) {
  const std::clock_t begin = std::clock();  // processor time: others may use the machine
  size_t rounds = 0, found = 0;
  for (; rounds * size < kBytes; ++rounds) found = work();
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  const double bytes = static_cast<double>(rounds * size);
  std::printf("  %-8s %6.1f MB/s %10.0f statements/s\n", name, bytes / seconds / 1e6,
              static_cast<double>(found * rounds) / seconds);
}

void Bench(const std::string& text, Dialect dialect) {
  const Segment segment{false, text};
  const SegmentedText source(std::span(&segment, 1));
  size_t tokens = 0;
  Measure("lex", text.size(), [&] {
    Lexer lexer(source, dialect);
    while (lexer.Next().kind != TokenKind::kEnd) ++tokens;
    return size_t{0};
  });
  Measure("split", text.size(), [&] {
    Splitter splitter(source, LexicalRules::Of(dialect));
    StatementTokens statement;
    size_t statements = 0;
    while (splitter.Next(statement)) ++statements;
    return statements;
  });
  Measure("parse", text.size(), [&] { return Script(text, dialect).statements().size(); });
  Measure("replay", text.size(), [&] {
    Schema schema(dialect);
    const Script script(text, dialect);
    schema.Apply(script, "");
    return script.statements().size();
  });
}

}  // namespace
}  // namespace backlint::sql

int main(int argc, char** argv) {
  using namespace backlint::sql;
  for (int i = 1; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    if (text.empty()) continue;
    const Dialect dialect = Script(text, Dialect::kUnknown).dialect();
    std::printf("%s: %zu bytes, %s\n", argv[i], text.size(), std::string(Name(dialect)).c_str());
    Bench(text, dialect);
  }
}
