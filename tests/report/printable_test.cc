#include "report/printable.h"

#include <gtest/gtest.h>

#include "report/excerpt.h"
#include "report/paragraph.h"

namespace backlint::report {
namespace {

TEST(Printable, KeepsTextAndEscapesTheRest) {
  EXPECT_EQ(Printable("straße 表 ✓"), "straße 表 ✓");
  EXPECT_EQ(Printable("a\x1b[31m\r\n\x7f"), "a\\x1b[31m\\r\\n\\x7f");
  EXPECT_EQ(Printable("\xc2\x85"), "\\u0085");
  EXPECT_EQ(Printable("\xe2\x81\xa6"), "\\u2066");
  EXPECT_EQ(Printable("\xf3\xa0\x80\xa1"), "\\U000e0021");
}

TEST(Printable, EscapesInvalidUtf8ByteByByte) {
  EXPECT_EQ(Printable("\xc0\xaf"), "\\xc0\\xaf") << "overlong";
  EXPECT_EQ(Printable("\xed\xa0\x80"), "\\xed\\xa0\\x80") << "surrogate";
  EXPECT_EQ(Printable("\xf4\x90\x80\x80"), "\\xf4\\x90\\x80\\x80") << "above the last plane";
  EXPECT_EQ(Printable("x\xe2\x82"), "x\\xe2\\x82") << "cut off";
}

TEST(DisplayWidth, CountsColumns) {
  EXPECT_EQ(DisplayWidth("ab"), 2u);
  EXPECT_EQ(DisplayWidth("表"), 2u);
  EXPECT_EQ(DisplayWidth("e\xcc\x81"), 1u);
}

TEST(Cut, MarksBehindTabsAndWideCharacters) {
  const Excerpt tab = Cut("\tx = y;", 6, 7, 80);
  EXPECT_EQ(tab.text, "    x = y;");
  EXPECT_EQ(tab.mark, 8u);
  EXPECT_EQ(tab.mark_width, 1u);
  EXPECT_EQ(Cut("表 x", 5, 6, 80).mark, 3u);
}

TEST(Cut, ToleratesColumnsThatDoNotExist) {
  for (const uint32_t first : {0u, 1u, 3u, 4u, 5u, 0xffffffffu})
    for (const uint32_t last : {0u, 1u, 4u, 0xffffffffu})
      for (const char* line : {"", "abc", "\xff", "\xe2\x82\xac"}) {
        const Excerpt excerpt = Cut(line, first, last, 80);
        EXPECT_LE(excerpt.mark, 80u);
        EXPECT_GE(excerpt.mark_width, 1u);
        EXPECT_LE(excerpt.mark_width, 80u);
      }
}

TEST(Cut, NeverGetsWiderThanTheScreen) {
  const std::string line(300, 'x');
  for (uint32_t first = 1; first <= 301; first += 7)
    for (const uint32_t length : {0u, 1u, 30u, 200u}) {
      const Excerpt excerpt = Cut(line, first, first + length, 60);
      EXPECT_LE(DisplayWidth(excerpt.text), 60u) << first << '+' << length;
      EXPECT_LE(excerpt.mark + excerpt.mark_width, 61u) << first << '+' << length;
    }
}

TEST(Layout, WrapsProseAndKeepsCode) {
  const auto lines = Layout("one two three four five six seven eight\n\n    code  kept\n```cpp\nint  x;\n```\nlast", 30, Paint(false));
  const std::vector<std::string> expected = {"one two three four five six", "seven eight", "", "    code  kept", "    int  x;", "last"};
  EXPECT_EQ(lines, expected);
}

TEST(Layout, DoesNotBreakInsideBackTicks) {
  const auto lines = Layout("aaaa bbbb cccc dddd `x y z w` e", 30, Paint(false));
  EXPECT_EQ(lines, (std::vector<std::string>{"aaaa bbbb cccc dddd `x y z w`", "e"}));
}

}  // namespace
}  // namespace backlint::report
