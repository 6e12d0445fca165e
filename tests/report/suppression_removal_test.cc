#include "report/suppression_removal.h"

#include <gtest/gtest.h>

namespace backlint::report {
namespace {

// Removes `check` from the first directive of each line that names it.
std::string Without(const std::string& text, const std::string& check, size_t expected = 1) {
  std::vector<UselessName> useless;
  uint32_t line = 1;
  for (size_t begin = 0; begin < text.size(); ++line) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const std::string row = text.substr(begin, end - begin);
    const size_t at = std::min(row.find("NOLINT"), row.find("backlint: allow"));
    if (at != std::string::npos && row.find(check) != std::string::npos && row.find("NOLINTEND") == std::string::npos)
      useless.push_back({line, static_cast<uint32_t>(at + 1), check});
    begin = end + 1;
  }
  size_t removed = 0;
  std::string out = RemoveSuppressions(text, useless, &removed);
  EXPECT_EQ(removed, expected) << text;
  return out;
}

TEST(SuppressionRemoval, TakesCommentsAndTheirLines) {
  EXPECT_EQ(Without("a();  // NOLINT(backlint-x)\nb();\n", "x"), "a();\nb();\n");
  EXPECT_EQ(Without("a();\n  // backlint: allow(x) because of y\n  b();\n", "x"), "a();\n  b();\n");
  EXPECT_EQ(Without("  // NOLINTNEXTLINE(backlint-x): reason\n  b();", "x"), "  b();");
  EXPECT_EQ(Without("a(/* NOLINT(backlint-x) */ b);\n", "x"), "a( b);\n");
  EXPECT_EQ(Without("-- backlint: allow(x) why\nSELECT 1;\n", "x"), "SELECT 1;\n");
  EXPECT_EQ(Without("a();  // NOLINT(backlint-x)\r\nb();\r\n", "x").find("NOLINT"), std::string::npos);
}

TEST(SuppressionRemoval, KeepsWhatElseIsSaid) {
  EXPECT_EQ(Without("a();  // NOLINT(backlint-x, bugprone-y)\n", "x"), "a();  // NOLINT(bugprone-y)\n");
  EXPECT_EQ(Without("// backlint: allow(x, z) why\n", "x"), "// backlint: allow(z) why\n");
  EXPECT_EQ(Without("a();  // see the manual NOLINT(backlint-x)\n", "x"), "a();  // see the manual\n");
  EXPECT_EQ(Without("a();  // NOLINT(backlint-x) NOLINT(other)\n", "x"), "a();  // NOLINT(other)\n");
}

TEST(SuppressionRemoval, TakesTheEndOfABlockWithItsBeginning) {
  EXPECT_EQ(Without("// NOLINTBEGIN(backlint-x)\na();\n// NOLINTEND(backlint-x)\nb();\n", "x"), "a();\nb();\n");
  EXPECT_EQ(Without("// NOLINTBEGIN(backlint-x)\n// NOLINTBEGIN(backlint-y)\na();\n// NOLINTEND(backlint-y)\n// NOLINTEND(backlint-x)\n", "y"),
            "// NOLINTBEGIN(backlint-x)\na();\n// NOLINTEND(backlint-x)\n");
}

TEST(SuppressionRemoval, LeavesOtherPlacesAlone) {
  size_t removed = 7;
  for (const UselessName& name : {UselessName{1, 1, "x"}, UselessName{9, 1, "x"}, UselessName{1, 99, "x"}, UselessName{0, 0, "x"}, UselessName{1, 8, "z"}}) {
    EXPECT_EQ(RemoveSuppressions("a(); // NOLINT(backlint-x)\n", {name}, &removed), "a(); // NOLINT(backlint-x)\n");
    EXPECT_EQ(removed, 0u);
  }
}

}  // namespace
}  // namespace backlint::report
