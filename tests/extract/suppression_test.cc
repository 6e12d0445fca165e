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

// `check:first-last`: the lines that it speaks for.
std::vector<std::string> Lines(std::string_view text) {
  std::vector<std::unique_ptr<facts::SuppressionT>> rows;
  ScanSuppressions(text, 0, SuppressionSyntax::Cpp, rows);
  std::vector<std::string> out;
  for (const auto& row : rows) out.push_back(fmt::format("{}:{}-{}", row->check, row->first_line, row->last_line));
  return out;
}

TEST(Suppression, Nolint) {
  EXPECT_THAT(Scan("int a;  // NOLINT(backlint-sql-injection)\n"), ElementsAre("NolintLine:sql-injection:1->1:"));
  EXPECT_THAT(Scan("// NOLINTNEXTLINE(cert-err, backlint-a, backlint-b): known\nint a;\n"), ElementsAre("NolintNextLine:a:1->2:known", "NolintNextLine:b:1->2:known"));
  EXPECT_THAT(Scan("int b; // NOLINT(cert-err34-c)\n// XNOLINT(backlint-a)\n// NOLINTED(backlint-a)\n"), IsEmpty());
  EXPECT_THAT(Scan("int a; // NOLINT\nint b; // NOLINT(*)\n// NOLINTNEXTLINE\nint c;\n"),
              ElementsAre("NolintLine:*:1->1:", "NolintLine:*:2->2:", "NolintNextLine:*:3->4:")) << "kept without a name";
}

TEST(Suppression, NolintBlock) {
  EXPECT_THAT(Lines("a();\n// NOLINTBEGIN(backlint-a, backlint-b)\nb();\n// NOLINTEND(backlint-b)\nc();\n// NOLINTEND(backlint-a)\n"),
              ElementsAre("a:2-6", "b:2-4"));
  EXPECT_THAT(Lines("// NOLINTBEGIN(backlint-a)\na();\nb();\n"), ElementsAre("a:1-1")) << "nothing ends it";
  EXPECT_THAT(Lines("a();\n// NOLINTEND(backlint-a)\n"), IsEmpty());
}

TEST(Suppression, SpeaksForTheWholeStatement) {
  const char* call = "f();\n// backlint: allow(a) above\ndb.Run(\n    \"SELECT \" +\n    name);  // NOLINT(backlint-b)\ng();\n";
  EXPECT_THAT(Lines(call), ElementsAre("a:3-5", "b:3-5"));
  EXPECT_THAT(Lines("f(x,\n  // backlint: allow(a) in between\n  \"a\" + y,\n  z);\n"), ElementsAre("a:1-4"));
  EXPECT_THAT(Lines("f(); g(1,\n 2); // NOLINT(backlint-a)\nh();\n"), ElementsAre("a:1-2"));
  EXPECT_THAT(Lines("#define X(a) f(a, \\\n g(\n// NOLINTNEXTLINE(backlint-a)\nh(1,\n 2);\n"), ElementsAre("a:4-5")) << "directives are no statements";
}

TEST(Suppression, EndsWhereTheBlockBegins) {
  EXPECT_THAT(Lines("// backlint: allow(a) the head alone\nvoid F(int a,\n  int b) {\n  g();\n}\n"), ElementsAre("a:2-3"));
  EXPECT_THAT(Lines("if (x) {  // NOLINT(backlint-a)\n  f();\n}\n"), ElementsAre("a:1-1"));
  EXPECT_THAT(Lines("run([&] {\n  f();  // NOLINT(backlint-a)\n  g();\n}, 1);\n"), ElementsAre("a:2-2"));
  EXPECT_THAT(Lines("run({{1, 2},\n     {3}},\n    x);  // NOLINT(backlint-a)\n"), ElementsAre("a:1-3")) << "a list of values ends nothing";
  EXPECT_THAT(Lines("T t{1,\n  2};  // NOLINT(backlint-a)\nwhile (x) {}\nf();  // NOLINT(backlint-b)\n"), ElementsAre("a:1-2", "b:4-4"));
  EXPECT_THAT(Lines("}}} f(1,\n 2); // NOLINT(backlint-a)\n))(((\n"), ElementsAre("a:1-2"));
}

TEST(Suppression, Allow) {
  EXPECT_THAT(Scan("f();  // backlint: allow(query-in-loop) three rows at most\n"), ElementsAre("Allow:query-in-loop:1->1:three rows at most"));
  EXPECT_THAT(Scan("// backlint: allow(a, b) why\n\n// more\n  f();\n"), ElementsAre("Allow:a:1->4:why", "Allow:b:1->4:why"));
  EXPECT_THAT(Scan("/* backlint: allow(a) */ f();\n"), ElementsAre("Allow:a:1->1:"));
  EXPECT_THAT(Scan("f();  // backlint: allow() all\nf();  // backlint: allow(*)\n"), ElementsAre("Allow:*:1->1:all", "Allow:*:2->2:"));
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
