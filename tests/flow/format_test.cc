#include "flow/format.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace backlint::flow {
namespace {

// Literal text as it is, an argument as [number kind .precision], with the letter of its conversion when its type does not
// decide.
std::string Show(FormatLanguage language, std::string_view format) {
  constexpr const char* kKinds[] = {"", ":text", ":number", ":char", ":escaped", ":quoted", ":identifier", ":nothing"};
  std::string shown;
  for (const FormatPiece& piece : ParseFormat(language, format)) {
    if (piece.argument < 0 && piece.name.empty()) {
      shown += piece.text;
      continue;
    }
    shown +=
        '[' + (piece.name.empty() ? std::to_string(piece.argument) : piece.name) + kKinds[static_cast<int>(piece.conversion)];
    if (piece.precision >= 0) shown += '.' + std::to_string(piece.precision);
    shown += ']';
  }
  return shown;
}

struct Case {
  std::string_view format, expected;
};

void Check(FormatLanguage language, std::initializer_list<Case> cases) {
  for (const Case& c : cases) EXPECT_EQ(Show(language, c.format), c.expected) << c.format;
}

TEST(ParseFormat, Printf) {
  Check(FormatLanguage::kPrintf,
        {
            {"", ""},
            {"a %s b", "a [0:text] b"},
            {"%d/%i/%u/%x/%X/%o", "[0:number]/[1:number]/[2:number]/[3:number]/[4:number]/[5:number]"},
            {"%ld %lld %llu %zu %hhd %jd %td %I64d %I64u %I32d",
             "[0:number] [1:number] [2:number] [3:number] [4:number] [5:number] [6:number] "
             "[7:number] [8:number] [9:number]"},
            {"%f %.2f %5.1e %g %a %Lf", "[0:number] [1:number] [2:number] [3:number] [4:number] [5:number]"},
            {"%c%lc%C", "[0:char][1:char][2:char]"},
            {"%ls %S %hs", "[0:text] [1:text] [2:text]"},
            {"%-08.3d|% d|%+d|%#x|%'d", "[0:number]|[1:number]|[2:number]|[3:number]|[4:number]"},
            {"%*s", "[1:text]"},
            {"%-*.*s|%d", "[2:text]|[3:number]"},
            {"%.30s", "[0:text.30]"},
            {"%.s", "[0:text.0]"},
            {"%5.3d", "[0:number]"},
            {"%2$s %1$d", "[1:text] [0:number]"},
            {"%1$*2$d", "[0:number]"},
            {"%p %n%d", "[0:number] [1:nothing][2:number]"},
            {"%m %s", "%m [0:text]"},
            {"100%%", "100%"},
            {"LIKE '%%%s%%'", "LIKE '%[0:text]%'"},
            {"%", "%"},
            {"%5", "%5"},
            {"%l", "%l"},
            {"%y %s", "%y [0:text]"},
            {"%0$s", "%0$s"},
            {"%.*", "%.*"},
            {"100% sure", "100[0:text]ure"},  // the space is a flag: printf reads it so
            {"%99999999999999999999d", "[0:number]"},
        });
}

TEST(ParseFormat, Sqlite) {
  Check(FormatLanguage::kSqlite,
        {
            {"'%q' %Q \"%w\" %s %z %d", "'[0:escaped]' [1:quoted] \"[2:identifier]\" [3:text] [4:text] [5:number]"},
            {"%!s %,d %lld %.10q %-5Q", "[0:text] [1:number] [2:number] [3:escaped.10] [4:quoted]"},
            {"%r %c %%", "[0:number] [1:char] %"},
            {"%*d %.*s", "[1:number] [3:text]"},
            {"%n", "%n"},
        });
}

TEST(ParseFormat, Fmt) {
  Check(FormatLanguage::kFmt, {
                                  {"{} {}", "[0] [1]"},
                                  {"{0} {1} {0}", "[0] [1] [0]"},
                                  {"{name} {_x1:d}", "[name] [_x1:number]"},
                                  {"{:d} {:x} {:#010b} {:o} {:X}", "[0:number] [1:number] [2:number] [3:number] [4:number]"},
                                  {"{:.2f} {:e} {:g} {:a} {:+.3}", "[0:number] [1:number] [2:number] [3:number] [4.3]"},
                                  {"{:s} {:c} {:>10s} {:.5s} {:p}", "[0:text] [1:char] [2:text] [3:text.5] [4:number]"},
                                  {"{:>{}} {}", "[0] [2]"},
                                  {"{:{}.{}f} {}", "[0:number] [3]"},
                                  {"{0:>{1}} {2:{w}d}", "[0] [2:number]"},
                                  {"{:>{w}} {}", "[0] [1]"},
                                  {"{:*^10} {:é<4d}", "[0] [1:number]"},
                                  {"{:%Y-%m-%d} {:L} {:?} {::d}", "[0] [1] [2] [3]"},
                                  {"{{}} {{{}}}", "{} {[0]}"},
                                  {"{", "{"},
                                  {"}", "}"},
                                  {"a } b {", "a } b {"},
                                  {"{a b} {}", "{a b} [0]"},
                                  {"{0x} {:{:{:}}}", "{0x} {:[0]}"},
                                  {"LIKE '%{}%'", "LIKE '%[0]%'"},
                              });
}

TEST(ParseFormat, Qt) {
  Check(FormatLanguage::kQt, {
                                 {"%1 %2 %1", "[0] [1] [0]"},
                                 {"%3 %5", "[0] [1]"},
                                 {"%L1 %10 %100", "[0] [1] [1]0"},
                                 {"LIKE '%%1%'", "LIKE '%[0]%'"},
                                 {"100% %x %", "100% %x %"},
                                 {"%1%2", "[0][1]"},
                             });
}

TEST(ParseFormat, Boost) {
  Check(FormatLanguage::kBoost, {
                                    {"%1% %2% %1%", "[0] [1] [0]"},
                                    {"%s %d %x", "[0] [1] [2]"},
                                    {"%2$s %1$d", "[1] [0]"},
                                    {"%|1$s| %|2$5d| %|s| %|.3s|", "[0] [1] [0] [1.3]"},
                                    {"%|1$| %|40t|%3%", "[0] [2]"},
                                    {"%% %c %", "% [0:char] %"},
                                    {"%|", "%|"},
                                    {"%0% %|x", "%0% %|x"},
                                });
}

TEST(ParseFormat, Substitute) {
  Check(FormatLanguage::kSubstitute, {{"$0 $1$0", "[0] [1][0]"}, {"$$ $x $", "$ $x $"}, {"$10", "[1]0"}});
}

TEST(ParseFormat, None) { EXPECT_EQ(Show(FormatLanguage::kNone, "%s {} $0"), "%s {} $0"); }

// The texts of the parts with | between them.
std::string Step(FormatLanguage language, std::vector<std::string_view> parts, int arguments) {
  std::string shown;
  for (const std::vector<FormatPiece>& pieces : ParseFormatStep(language, parts, arguments)) {
    if (!shown.empty()) shown += '|';
    for (const FormatPiece& piece : pieces)
      shown += piece.argument < 0 ? piece.text : '[' + std::to_string(piece.argument) + ']';
  }
  return shown;
}

TEST(ParseFormatStep, QtFillsTheLowestNumbersOfAllParts) {
  EXPECT_EQ(Step(FormatLanguage::kQt, {"a = '%2' AND b = %1"}, 1), "a = '%2' AND b = [0]");
  EXPECT_EQ(Step(FormatLanguage::kQt, {"a = '%2' AND b = ", " AND c = %3 LIKE '%'"}, 1),
            "a = '[0]' AND b = | AND c = %3 LIKE '%'");
  EXPECT_EQ(Step(FormatLanguage::kQt, {"%1 %2 %3"}, 2), "[0] [1] %3");
  EXPECT_EQ(Step(FormatLanguage::kQt, {"%5 ", "%L9 %5"}, 4), "[0] |[1] [0]");
}

TEST(ParseFormatStep, BoostNumbersTheRestAnew) {
  EXPECT_EQ(Step(FormatLanguage::kBoost, {"a = %1% AND b = '%2%'"}, 1), "a = [0] AND b = '%1%'");
  EXPECT_EQ(Step(FormatLanguage::kBoost, {"a = ", " AND b = '%1%'"}, 1), "a = | AND b = '[0]'");
  EXPECT_EQ(Step(FormatLanguage::kBoost, {"%s %d ", "%.3s %c"}, 1), "[0] %1% |%2$.3s %3$c");
  EXPECT_EQ(Step(FormatLanguage::kBoost, {"LIKE '%%%s%%' %s"}, 1), "LIKE '%%[0]%%' %1%");
  EXPECT_EQ(Step(FormatLanguage::kBoost, {"LIKE '%%", "%%' = %1%"}, 1), "LIKE '%|%' = [0]");
}

TEST(ParseFormatStep, OtherLanguagesHaveOneStep) {
  EXPECT_EQ(Step(FormatLanguage::kPrintf, {"%s %d", "%s"}, 1), "[0] [1]|[0]");
}

TEST(ParseFormat, LiteralPiecesAreJoined) {
  EXPECT_EQ(ParseFormat(FormatLanguage::kPrintf, "a%%b%%c").size(), 1u);
  EXPECT_EQ(ParseFormat(FormatLanguage::kPrintf, "a%s%d").size(), 3u);
  EXPECT_TRUE(ParseFormat(FormatLanguage::kFmt, "").empty());
}

// Any bytes: no crash, and nothing that is not in the format appears as literal text.
TEST(ParseFormat, AnyBytes) {
  std::mt19937 random(20240501);
  constexpr std::string_view kMarks = "%{}$|*.1209$#-+ lhIzdsqQwcL:<>^mn%{%{";
  for (int round = 0; round < 20000; ++round) {
    std::string format;
    for (size_t size = random() % 40; format.size() < size;) {
      format += random() % 4 != 0 ? kMarks[random() % kMarks.size()] : static_cast<char>(random() % 256);
    }
    for (int language = 0; language <= static_cast<int>(FormatLanguage::kSubstitute); ++language) {
      size_t literal = 0;
      for (const FormatPiece& piece : ParseFormat(static_cast<FormatLanguage>(language), format)) {
        literal += piece.text.size();
        ASSERT_TRUE(piece.text.empty() || (piece.argument == -1 && piece.name.empty()));
        ASSERT_GE(piece.argument, -1);
      }
      ASSERT_LE(literal, format.size());
    }
  }
}

TEST(ParseFormat, ManyOpenFieldsStayCheap) {
  std::string format;
  for (int i = 0; i < 300000; ++i) format += "{a";
  EXPECT_EQ(Show(FormatLanguage::kFmt, format), format);
  EXPECT_EQ(ParseFormat(FormatLanguage::kBoost, std::string(300000, '%') + "|").size(), 1u);
}

}  // namespace
}  // namespace backlint::flow
