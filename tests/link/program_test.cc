#include "link/program.h"

#include <gtest/gtest.h>

#include "facts_builder.h"

namespace backlint {
namespace {

using facts::SymbolKind;
using testing::FunctionBuilder;
using testing::UnitBuilder;

std::string Defines(const std::string& source, const std::string& name, const std::string& calls, uint32_t flags = facts::kInProject) {
  UnitBuilder unit(source);
  const uint32_t self = unit.Symbol(SymbolKind::Function, name, UnitBuilder::kInt, flags);
  const uint32_t callee = calls.empty() ? kNone : unit.Symbol(SymbolKind::Function, calls, UnitBuilder::kInt, flags);
  FunctionBuilder function(&unit.unit, self, 10);
  if (callee != kNone) function.Call(callee, UnitBuilder::kInt, {});
  function.Finish();
  return unit.Bytes();
}

TEST(Program, FactsOfTheBuilderAreValid) {
  const std::string bytes = Defines("a.cc", "f", "g");
  auto unit = facts::Verify({reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()});
  ASSERT_TRUE(unit.ok()) << unit.error().message;
}

TEST(Program, CallsReachOtherUnits) {
  const Program program = Program::Link({Defines("a.cc", "f", "g"), Defines("b.cc", "g", "")});
  ASSERT_EQ(program.functions().size(), 2u);
  const auto targets = program.Targets(0, 0);
  ASSERT_EQ(targets.size(), 1u);
  EXPECT_EQ(program.FunctionName(targets[0]), "g");
  const auto callers = program.CallersOf(targets[0]);
  ASSERT_EQ(callers.size(), 1u);
  EXPECT_EQ(program.FunctionName(callers[0].caller), "f");
}

TEST(Program, OrderOfUnitsDoesNotMatter) {
  const Program one = Program::Link({Defines("a.cc", "f", "g"), Defines("b.cc", "g", "")});
  const Program other = Program::Link({Defines("b.cc", "g", ""), Defines("a.cc", "f", "g")});
  for (FunctionId id = 0; id < 2; ++id) EXPECT_EQ(one.FunctionName(id), other.FunctionName(id));
}

TEST(Program, TheSameFunctionOfTwoUnitsIsOne) {
  const Program program = Program::Link({Defines("h.h", "f", ""), Defines("h.h", "f", "")});
  EXPECT_EQ(program.functions().size(), 1u);
}

// A function `f` of h.h, and one of the source that calls it.
std::string Includes(const std::string& source, const std::string& body) {
  UnitBuilder unit(source);
  auto header = std::make_unique<facts::FileT>();
  header->path = "h.h";
  header->digest = "0";
  unit.unit.files.push_back(std::move(header));
  const uint32_t f = unit.Symbol(SymbolKind::Function, "f", UnitBuilder::kInt);
  FunctionBuilder header_function(&unit.unit, f, 10);
  if (!body.empty()) header_function.Call(unit.Symbol(SymbolKind::Function, body, UnitBuilder::kInt), UnitBuilder::kInt, {});
  header_function.Finish();
  *unit.unit.functions[0]->location = facts::Location(1, 10, 1);
  FunctionBuilder caller(&unit.unit, unit.Symbol(SymbolKind::Function, "of_" + source, UnitBuilder::kInt), 20);
  caller.Call(f, UnitBuilder::kInt, {});
  caller.Finish();
  return unit.Bytes();
}

// `#ifdef` in a header: each unit calls the body that it sees.
TEST(Program, TwoBodiesOfAHeaderAreTwo) {
  const Program program = Program::Link({Includes("a.cc", "safe"), Includes("b.cc", "unsafe"), Includes("c.cc", "unsafe")});
  ASSERT_EQ(program.functions().size(), 5u);
  std::vector<FunctionId> called;
  for (FunctionId id = 0; id < program.functions().size(); ++id) {
    if (program.FunctionName(id) == "f") continue;
    const auto targets = program.Targets(id, 0);
    ASSERT_EQ(targets.size(), 1u);
    called.push_back(targets[0]);
  }
  ASSERT_EQ(called.size(), 3u);
  EXPECT_NE(called[0], called[1]);
  EXPECT_EQ(called[1], called[2]);
  EXPECT_EQ(program.CallersOf(called[0]).size(), 1u);
  EXPECT_EQ(program.CallersOf(called[1]).size(), 2u);
}

// A unit with a class `Config` (in its own file or in a header), a variable of the same kind, and a function that reads them.
std::string Defining(const std::string& source, const std::string& defined_in, bool defines = true) {
  UnitBuilder unit(source);
  auto file = std::make_unique<facts::FileT>();
  file->path = defined_in;
  file->digest = "0";
  if (defined_in != source) unit.unit.files.push_back(std::move(file));
  const facts::Location place(defined_in == source ? 0 : 1, 3, 1);
  const uint32_t config = unit.Symbol(SymbolKind::Class, "Config", UnitBuilder::kInt);
  const uint32_t field = unit.Symbol(SymbolKind::Field, "Config::path", UnitBuilder::kText, facts::kInProject, config);
  const uint32_t global = unit.Symbol(SymbolKind::Variable, "path");
  if (!defines) return unit.Bytes();
  auto row = std::make_unique<facts::ClassT>();
  row->symbol = config;
  row->fields = {field};
  row->location = std::make_unique<facts::Location>(place);
  unit.unit.classes.push_back(std::move(row));
  FunctionBuilder initializer(&unit.unit, global, 4);
  initializer.Finish();
  unit.unit.functions[0]->flags = facts::kInitializer;
  *unit.unit.functions[0]->location = place;
  return unit.Bytes();
}

TEST(Program, ClassesAndVariablesOfTwoProgramsAreTwo) {
  const Program program = Program::Link({Defining("a/main.cc", "a/main.cc"), Defining("b/main.cc", "b/main.cc")});
  for (uint32_t local = 0; local < 3; ++local) EXPECT_NE(program.Symbol(0, local), program.Symbol(1, local)) << local;
}

TEST(Program, WhatAHeaderDefinesIsOne) {
  const Program program = Program::Link({Defining("a.cc", "h.h"), Defining("b.cc", "h.h"), Defining("c.cc", "copy/h.h")});
  for (uint32_t local = 0; local < 3; ++local) {
    EXPECT_EQ(program.Symbol(0, local), program.Symbol(1, local)) << local;
    EXPECT_EQ(program.Symbol(0, local), program.Symbol(2, local)) << local;
  }
}

TEST(Program, OneDefinitionServesAllUnits) {
  const Program program = Program::Link({Defining("a/main.cc", "a/main.cc"), Defining("b/user.cc", "b/user.cc", false)});
  for (uint32_t local = 0; local < 3; ++local) EXPECT_EQ(program.Symbol(0, local), program.Symbol(1, local)) << local;
}

TEST(Program, AVariableDeclaredElsewhereIsTheNearest) {
  const Program program = Program::Link(
      {Defining("a/main.cc", "a/main.cc"), Defining("b/main.cc", "b/main.cc"), Defining("b/user.cc", "b/user.cc", false)});
  EXPECT_EQ(program.Symbol(2, 2), program.Symbol(1, 2));
}

TEST(Program, InternalNamesOfTwoFilesAreTwo) {
  const uint32_t flags = facts::kInProject | facts::kInternal;
  const Program program = Program::Link({Defines("x/a.cc", "f", "h", flags), Defines("y/a.cc", "h", "", flags)});
  EXPECT_TRUE(program.Targets(0, 0).empty());
}

TEST(Program, BottomUpVisitsCalleesFirstAndKeepsCyclesTogether) {
  const Program program = Program::Link({Defines("a.cc", "f", "g"), Defines("b.cc", "g", "h"), Defines("c.cc", "h", "g")});
  ASSERT_EQ(program.BottomUp().size(), 2u);
  EXPECT_EQ(program.BottomUp()[0].size(), 2u);
  EXPECT_EQ(program.FunctionName(program.BottomUp()[1][0]), "f");
}

TEST(Program, LongCallChainsDoNotExhaustTheStack) {
  std::vector<std::string> units;
  for (int i = 0; i < 3000; ++i) units.push_back(Defines(std::to_string(i) + ".cc", "f" + std::to_string(i), "f" + std::to_string(i + 1)));
  EXPECT_EQ(Program::Link(std::move(units)).BottomUp().size(), 3000u);
}

}  // namespace
}  // namespace backlint
