// Sources that are cheap for a compiler are cheap to extract. What grows with the square of the source's length takes minutes here;
// counted is processor time, which does not depend on what else the machine does.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ctime>

#include "dump.h"
#include "extract/line_table.h"

namespace backlint {
namespace {

using ::testing::HasSubstr;
using ::testing::Pair;

double ProcessorSeconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

Dump ExtractQuickly(const std::string& source) {
  const double begin = ProcessorSeconds();
  Dump dump = Extract(source);
  EXPECT_LT(ProcessorSeconds() - begin, 20) << source.substr(0, 100);
  return dump;
}

TEST(Growth, OfOneLongLine) {
  std::string source = "struct S { int a; const char* b; }; S s[] = {";
  for (int i = 0; i < 30000; ++i) source += "{" + std::to_string(i) + ",\"q" + std::to_string(i) + "\"},";
  EXPECT_EQ(ExtractQuickly(source + "};").facts.functions.size(), 1u);
}

TEST(Growth, OfAChainOfElse) {
  std::string source = "int g(int); int f(int x) { if (x == 0) g(0);";
  for (int i = 1; i < 3900; ++i) source += "\nelse if (x == " + std::to_string(i) + ") g(" + std::to_string(i) + ");";
  EXPECT_EQ(ExtractQuickly(source + " return 0; }").facts.functions.size(), 1u);
}

TEST(Growth, OfTypesThatDouble) {
  std::string source = "template <class A, class B> struct P {}; using T0 = int;";
  for (int i = 0; i < 20; ++i) source += "using T" + std::to_string(i + 1) + " = P<T" + std::to_string(i) + ", T" + std::to_string(i) + ">;";
  const Dump dump = ExtractQuickly(source + "void g(T20*); void f(T20* p) { T20* q = p; g(q); T3 small; }");
  EXPECT_LT(dump.bytes.size(), 1u << 20);
  EXPECT_THAT(dump.text, HasSubstr("P<P<P<int, int>, P<int, int>>, P<P<int, int>, P<int, int>>>"));
}

TEST(Growth, LinesEndAsInTheFrontEnd) {
  const LineTable lines("a\r\nbc\rd\n\ne");
  EXPECT_THAT(lines.At(0), Pair(1, 1));
  EXPECT_THAT(lines.At(3), Pair(2, 1));
  EXPECT_THAT(lines.At(4), Pair(2, 2));
  EXPECT_THAT(lines.At(6), Pair(3, 1));
  EXPECT_THAT(lines.At(8), Pair(4, 1));
  EXPECT_THAT(lines.At(9), Pair(5, 1));
  EXPECT_THAT(lines.At(20), Pair(5, 12));
}

}  // namespace
}  // namespace backlint
