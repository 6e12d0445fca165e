#include "extract/suppression_scan.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace backlint {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// `form:check:line->target:reason`
std::vector<std::string> Scan(std::string_view text, SuppressionSyntax syntax = SuppressionSyntax::Cpp) {
  std::vector<std::unique_ptr<facts::SuppressionT>> rows;
  ScanSuppressions(text, 0, syntax, rows);
  std::vector<std::string> out;
  for (const auto& row : rows)
    out.push_back(fmt::format("{}:{}:{}->{}:{}", facts::EnumNameSuppressionForm(row->form), row->check, row->line, row->target_line, row->reason));
  return out;
}

TEST(Suppression, Nolint) {
  EXPECT_THAT(Scan("int a;  // NOLINT(backlint-sql-injection)\n"), ElementsAre("NolintLine:sql-injection:1->1:"));
  EXPECT_THAT(Scan("// NOLINTNEXTLINE(cert-err, backlint-a, backlint-b): known\nint a;\n"), ElementsAre("NolintNextLine:a:1->2:known", "NolintNextLine:b:1->2:known"));
  EXPECT_THAT(Scan("int a; // NOLINT\nint b; // NOLINT(cert-err34-c)\n// XNOLINT(backlint-a)\n"), IsEmpty());
}

TEST(Suppression, Allow) {
  EXPECT_THAT(Scan("f();  // backlint: allow(query-in-loop) three rows at most\n"), ElementsAre("Allow:query-in-loop:1->1:three rows at most"));
  EXPECT_THAT(Scan("// backlint: allow(a, b) why\n\n// more\n  f();\n"), ElementsAre("Allow:a:1->4:why", "Allow:b:1->4:why"));
  EXPECT_THAT(Scan("/* backlint: allow(a) */ f();\n"), ElementsAre("Allow:a:1->1:"));
  EXPECT_THAT(Scan("// see the manual of backlint: allow(a) is for humans\nf();\n"), IsEmpty());
}

TEST(Suppression, LiteralsAreNoComments) {
  EXPECT_THAT(Scan("const char* s = \"// backlint: allow(a)\";\nauto r = R\"x(\n// NOLINT(backlint-a)\n)x\"; char c = '\"'; // NOLINT(backlint-b)\n"),
              ElementsAre("NolintLine:b:4->4:"));
  EXPECT_THAT(Scan("int n = 1'000; // NOLINT(backlint-a)\n"), ElementsAre("NolintLine:a:1->1:"));
}

TEST(Suppression, Sql) {
  EXPECT_THAT(Scan("-- backlint: allow(breaking-migration) empty table\nALTER TABLE t DROP c;\nSELECT '-- backlint: allow(x)'; -- backlint: allow(y)\n", SuppressionSyntax::Sql),
              ElementsAre("Allow:breaking-migration:1->2:empty table", "Allow:y:3->3:"));
}

TEST(Suppression, EndsOfFiles) {
  for (const char* text : {"// backlint: allow(", "/* backlint: allow(a)", "// NOLINT(", "// NOLINT(backlint-", "\"backlint:", "R\"(NOLINT(backlint-a)", "'NOLINT"})
    Scan(text);
  EXPECT_THAT(Scan("// backlint: allow(a)"), ElementsAre("Allow:a:1->1:"));
}

}  // namespace
}  // namespace backlint
