#include "flow/substitute.h"

#include <gtest/gtest.h>

namespace backlint::flow {
namespace {

constexpr FunctionId kCallee = 5;

Hole Parameter(uint32_t index) {
  Hole hole;
  hole.origin = Origin::kParameter;
  hole.function = kCallee;
  hole.index = index;
  hole.name = "p" + std::to_string(index);
  return hole;
}

Hole Source(const std::string& name) {
  Hole hole;
  hole.origin = Origin::kSource;
  hole.source = SourceKind::kRequest;
  hole.name = name;
  return hole;
}

std::string Show(const Text& text) {
  std::string all;
  for (const Piece& piece : text) all += piece.hole ? "{" + piece.hole->name + "}" : piece.text;
  return all;
}

TEST(Substitute, PutsArgumentsInPlaceOfParameters) {
  const TextSet text = {{Literal("SELECT "), MakeHole(Parameter(0)), Literal(" FROM "), MakeHole(Parameter(1))}};
  const std::vector<TextSet> arguments = {{{Literal("a")}, {Literal("b")}}, {{MakeHole(Source("t"))}}};
  const TextSet result = Substitute(text, kCallee, arguments, {});
  ASSERT_EQ(result.size(), 2u);
  EXPECT_EQ(Show(result[0]), "SELECT a FROM {t}");
  EXPECT_EQ(Show(result[1]), "SELECT b FROM {t}");
}

TEST(Substitute, KeepsThePlaceWhereTheCalleeJoins) {
  Hole parameter = Parameter(0);
  parameter.joined = {"callee.cc", 10, 3};
  const TextSet result = Substitute({{Literal("x='"), MakeHole(parameter)}}, kCallee, std::vector<TextSet>{{{MakeHole(Source("s"))}}}, {});
  EXPECT_EQ(result[0][1].hole->origin, Origin::kSource);
  EXPECT_EQ(result[0][1].hole->joined.path, "callee.cc");
}

TEST(Substitute, LeavesOtherFunctionsParametersAlone) {
  Hole other = Parameter(0);
  other.function = kCallee + 1;
  const TextSet result = Substitute({{MakeHole(other)}}, kCallee, std::vector<TextSet>{{{Literal("x")}}}, {});
  EXPECT_EQ(OnlyHole(result[0])->function, kCallee + 1);
}

TEST(Substitute, MissingArgumentBecomesUnknown) {
  const TextSet result = Substitute({{MakeHole(Parameter(0))}}, kCallee, {}, {});
  EXPECT_EQ(OnlyHole(result[0])->origin, Origin::kUnknown);
}

TEST(FillFormat, FillsLiteralFormats) {
  const std::vector<TextSet> arguments = {{{MakeHole(Source("id"))}}, {{MakeHole(Source("name"))}}};
  const TextSet result = FillFormat(FormatLanguage::kPrintf, {Literal("WHERE id=%d AND n='%s'")}, arguments, {"f.cc", 2, 1}, 0);
  ASSERT_EQ(result.size(), 1u);
  EXPECT_EQ(Show(result[0]), "WHERE id={id} AND n='{name}'");
  EXPECT_EQ(result[0][1].hole->origin, Origin::kNumber);
  EXPECT_EQ(result[0][3].hole->origin, Origin::kSource);
  EXPECT_EQ(result[0][3].hole->joined.line, 2u);
}

// printf-like wrapper: format and arguments are the caller's.
TEST(FillFormat, WaitsForTheCaller) {
  Hole arguments;
  arguments.origin = Origin::kArguments;
  arguments.function = kCallee;
  arguments.index = 1;
  const TextSet later = FillFormat(FormatLanguage::kSqlite, {MakeHole(Parameter(0))}, std::vector<TextSet>{{{MakeHole(arguments)}}}, {}, kCallee);
  ASSERT_EQ(OnlyHole(later[0])->origin, Origin::kFormatted);
  const std::vector<TextSet> passed = {{{Literal("DELETE FROM t WHERE a='%q' AND b=%Q")}}, {{MakeHole(Source("a"))}}, {{MakeHole(Source("b"))}}};
  const TextSet result = Substitute(later, kCallee, passed, {});
  EXPECT_EQ(Show(result[0]), "DELETE FROM t WHERE a='{a}' AND b={b}");
  EXPECT_EQ(result[0][1].hole->origin, Origin::kEscaped);
  EXPECT_FALSE(result[0][1].hole->quotes);
  EXPECT_TRUE(result[0][3].hole->quotes);
}

TEST(FillFormat, TooFewArgumentsLeaveUnknownHoles) {
  const TextSet result = FillFormat(FormatLanguage::kPrintf, {Literal("a=%s b=%s")}, std::vector<TextSet>{{{Literal("1")}}}, {}, 0);
  EXPECT_EQ(Show(result[0]), "a=1 b={}");
}

}  // namespace
}  // namespace backlint::flow
