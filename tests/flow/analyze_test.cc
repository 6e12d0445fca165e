#include "flow/analyze.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "facts_builder.h"
#include "flow/summary.h"
#include "flow/vocabulary.h"

namespace backlint::flow {
namespace {

using testing::FunctionBuilder;
using testing::UnitBuilder;

// `void f(const char* name) { run("SELECT ?", name); }`: the call stands in the block that leaves the function.
TEST(Analyze, ValuesThatTravelApartAreKept) {
  UnitBuilder unit("a.cc");
  const uint32_t f = unit.Symbol(facts::SymbolKind::Function, "f"), run = unit.Symbol(facts::SymbolKind::Function, "run");
  FunctionBuilder function(&unit.unit, f, 1);
  const uint32_t name = function.Parameter(unit.String("name"), UnitBuilder::kText);
  const uint32_t sql = function.Add(facts::ValueKind::String, UnitBuilder::kText, unit.String("SELECT ?"));
  function.Call(run, UnitBuilder::kInt, {sql, name});
  function.Finish();
  Models models;
  ASSERT_THAT(models.Add("m.toml", "library = \"x\"\n[calls]\n\"run\" = { role = \"query\", sql = 1, binds = \"2..\" }\n"), ::testing::IsEmpty());
  const Program program = Program::Link({unit.Bytes()});
  const Vocabulary vocabulary(program, models);
  const TextFacts facts = Analyze(vocabulary);
  ASSERT_EQ(facts.sinks[0].size(), 1u);
  EXPECT_EQ(facts.sinks[0][0].binds.size(), 1u);
}

}  // namespace
}  // namespace backlint::flow
