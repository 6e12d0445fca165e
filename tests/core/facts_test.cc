#include "core/facts.h"

#include <functional>
#include <string>

#include <gtest/gtest.h>

#include "facts_builder.h"

namespace backlint {
namespace {

using facts::OpKind;
using facts::ValueKind;
using testing::FunctionBuilder;
using testing::UnitBuilder;

// One function `f` with two values, a lambda inside it, a loop, a try block with a handler and a scope of each.
facts::UnitFactsT Sound() {
  UnitBuilder builder("a.cc");
  const uint32_t symbol = builder.Symbol(facts::SymbolKind::Function, "f");
  FunctionBuilder outer(&builder.unit, symbol, 1);
  outer.Parameter(0, UnitBuilder::kInt);
  outer.Call(symbol, UnitBuilder::kInt, {0});
  outer.Add(ValueKind::Lambda, UnitBuilder::kInt, 1);
  outer.Finish();
  FunctionBuilder inner(&builder.unit, symbol, 2);
  inner.Finish();
  builder.unit.functions[1]->encloser = 0;
  facts::FunctionT& f = *builder.unit.functions[0];
  f.loops.emplace_back(facts::LoopKind::While, kNone, 0, kNone, kNone, kNone, facts::Location(0, 1, 1));
  f.handlers.emplace_back(kNone, kNone, 0, true);
  f.tries.emplace_back(kNone, 0, 1, 0, facts::Location(0, 1, 1));
  return builder.unit;
}

bool Passes(const std::string& bytes) {
  return facts::Verify({reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()}).ok();
}

TEST(Verify, TakesWhatIsSound) { EXPECT_TRUE(Passes(facts::Serialize(Sound()))); }

TEST(Verify, RefusesOtherBytesAndVersions) {
  std::string bytes = facts::Serialize(Sound());
  EXPECT_FALSE(Passes(""));
  EXPECT_FALSE(Passes(bytes.substr(0, bytes.size() / 2)));
  facts::UnitFactsT other = Sound();
  other.version = kFactsVersion + 1;
  EXPECT_FALSE(Passes(facts::Serialize(other)));
}

struct Damage {
  const char* name;
  std::function<void(facts::UnitFactsT&)> make;
};

class Refused : public ::testing::TestWithParam<Damage> {};

TEST_P(Refused, ByVerify) {
  facts::UnitFactsT unit = Sound();
  GetParam().make(unit);
  EXPECT_FALSE(Passes(facts::Serialize(unit)));
}

facts::FunctionT& F(facts::UnitFactsT& unit) { return *unit.functions[0]; }
facts::Location At(uint32_t file = 0) { return {file, 1, 1}; }
facts::Type Pointer(uint32_t to) { return {facts::TypeKind::Pointer, false, 0, 0, to, kNone, 0, 0, -1}; }
facts::Value Made(ValueKind kind, uint32_t ref, uint32_t type = kNone) { return {kind, facts::Operator::None, 0, type, ref, 0, 0, 0, At()}; }
facts::Value Over(uint32_t first, uint32_t count) {
  return {ValueKind::InitList, facts::Operator::None, 0, kNone, kNone, first, count, 0, At()};
}
facts::Op Does(OpKind kind, uint32_t value, uint32_t ref = kNone) { return {kind, facts::Operator::None, 0, value, kNone, ref, 0, 0, At()}; }
facts::Symbol Named(uint32_t name, uint32_t type, uint32_t parent) {
  return {facts::SymbolKind::Class, 0, 0, name, 0, type, parent, 0, 0, 0, At()};
}

INSTANTIATE_TEST_SUITE_P(
    OutsideOfTheTable, Refused,
    ::testing::Values(
        Damage{"strings", [](auto& u) { u.strings.clear(); }},
        Damage{"type_spelling", [](auto& u) { u.types.emplace_back(facts::TypeKind::Char, false, 999, 0, kNone, kNone, 0, 0, -1); }},
        Damage{"type_pointee", [](auto& u) { u.types.push_back(Pointer(999)); }},
        Damage{"type_record", [](auto& u) { u.types.emplace_back(facts::TypeKind::Record, false, 0, 0, kNone, 999, 0, 0, -1); }},
        Damage{"type_arguments", [](auto& u) { u.types.emplace_back(facts::TypeKind::Record, false, 0, 0, kNone, kNone, 0, 9, -1); }},
        Damage{"type_kind", [](auto& u) { u.types.emplace_back(static_cast<facts::TypeKind>(99), false, 0, 0, kNone, kNone, 0, 0, -1); }},
        Damage{"type_list", [](auto& u) { u.type_lists.push_back(999); }},
        Damage{"symbol_name", [](auto& u) { u.symbols.push_back(Named(999, kNone, kNone)); }},
        Damage{"symbol_type", [](auto& u) { u.symbols.push_back(Named(0, 999, kNone)); }},
        Damage{"symbol_parent", [](auto& u) { u.symbols.push_back(Named(0, kNone, 999)); }},
        Damage{"class_symbol",
               [](auto& u) {
                 u.classes.push_back(std::make_unique<facts::ClassT>());
                 u.classes[0]->symbol = 999;
               }},
        Damage{"class_bases",
               [](auto& u) {
                 u.classes.push_back(std::make_unique<facts::ClassT>());
                 u.classes[0]->bases = {999};
               }},
        Damage{"override", [](auto& u) { u.overrides.emplace_back(0, 999); }},
        Damage{"suppression_file",
               [](auto& u) {
                 u.suppressions.push_back(std::make_unique<facts::SuppressionT>());
                 u.suppressions[0]->file = 999;
               }},
        Damage{"diagnostic_file",
               [](auto& u) {
                 u.diagnostics.push_back(std::make_unique<facts::DiagnosticT>());
                 u.diagnostics[0]->text = "x";
                 u.diagnostics[0]->location = std::make_unique<facts::Location>(At(999));
               }},
        Damage{"function_symbol", [](auto& u) { F(u).symbol = 999; }}, Damage{"function_location", [](auto& u) { F(u).location.reset(); }},
        Damage{"parameter_count", [](auto& u) { F(u).parameter_count = 9; }},
        Damage{"local_scope", [](auto& u) { F(u).locals.emplace_back(0, kNone, 0, 9, At()); }},
        Damage{"capture_value", [](auto& u) { u.functions[1]->captures.emplace_back(0, kNone, false, 999); }},
        Damage{"operand", [](auto& u) { F(u).operands.push_back(999); }},
        Damage{"value_string", [](auto& u) { F(u).values.push_back(Made(ValueKind::String, 999)); }},
        Damage{"value_local", [](auto& u) { F(u).values.push_back(Made(ValueKind::Local, 9)); }},
        Damage{"value_capture", [](auto& u) { F(u).values.push_back(Made(ValueKind::Capture, 0)); }},
        Damage{"value_symbol", [](auto& u) { F(u).values.push_back(Made(ValueKind::Call, 999)); }},
        Damage{"value_type", [](auto& u) { F(u).values.push_back(Made(ValueKind::This, 0, 999)); }},
        Damage{"value_operands", [](auto& u) { F(u).values.push_back(Over(0, 99)); }},
        Damage{"value_lambda_of_another", [](auto& u) { F(u).values.push_back(Made(ValueKind::Lambda, 0)); }},
        Damage{"op_value", [](auto& u) { F(u).ops.push_back(Does(OpKind::Evaluate, 999)); }},
        Damage{"op_call", [](auto& u) { F(u).ops.push_back(Does(OpKind::Call, kNone)); }},
        Damage{"op_local", [](auto& u) { F(u).ops.push_back(Does(OpKind::Declare, kNone, 9)); }},
        Damage{"block_ops", [](auto& u) { F(u).blocks.emplace_back(0, 99, 0, 0, kNone, kNone, kNone); }},
        Damage{"block_loop", [](auto& u) { F(u).blocks.emplace_back(0, 0, 0, 0, 9, kNone, kNone); }},
        Damage{"block_try", [](auto& u) { F(u).blocks.emplace_back(0, 0, 0, 0, kNone, 9, kNone); }},
        Damage{"successor", [](auto& u) { F(u).successors.push_back(9); }},
        Damage{"loop_header", [](auto& u) { F(u).loops[0] = {facts::LoopKind::For, kNone, 9, kNone, kNone, kNone, At()}; }},
        Damage{"try_handlers", [](auto& u) { F(u).tries[0] = {kNone, 0, 9, 0, At()}; }},
        Damage{"handler_block", [](auto& u) { F(u).handlers.emplace_back(kNone, kNone, 9, true); }}),
    [](const auto& row) { return row.param.name; });

INSTANTIATE_TEST_SUITE_P(
    BackToItself, Refused,
    ::testing::Values(
        Damage{"pointer_to_itself", [](auto& u) { u.types.push_back(Pointer(static_cast<uint32_t>(u.types.size()))); }},
        Damage{"two_pointers",
               [](auto& u) {
                 const uint32_t next = static_cast<uint32_t>(u.types.size());
                 u.types.push_back(Pointer(next + 1));
                 u.types.push_back(Pointer(next));
               }},
        Damage{"too_many_pointers",
               [](auto& u) {
                 for (int i = 0; i < 20000; ++i) u.types.push_back(Pointer(static_cast<uint32_t>(u.types.size() - 1)));
               }},
        Damage{"symbol_in_itself", [](auto& u) { u.symbols.push_back(Named(0, kNone, static_cast<uint32_t>(u.symbols.size()))); }},
        Damage{"encloser_itself", [](auto& u) { u.functions[1]->encloser = 1; }},
        Damage{"encloser_behind", [](auto& u) { u.functions[0]->encloser = 1; }},
        Damage{"operand_itself",
               [](auto& u) {
                 facts::FunctionT& f = F(u);
                 f.operands.push_back(static_cast<uint32_t>(f.values.size()));
                 f.values.push_back(Over(static_cast<uint32_t>(f.operands.size() - 1), 1));
               }},
        Damage{"values_too_deep",
               [](auto& u) {
                 facts::FunctionT& f = F(u);
                 for (int i = 0; i < 20000; ++i) {
                   f.operands.push_back(static_cast<uint32_t>(f.values.size() - 1));
                   f.values.push_back(Over(static_cast<uint32_t>(f.operands.size() - 1), 1));
                 }
               }},
        Damage{"loop_in_itself", [](auto& u) { F(u).loops[0] = {facts::LoopKind::For, 0, 0, kNone, kNone, kNone, At()}; }},
        Damage{"try_in_itself", [](auto& u) { F(u).tries[0] = {0, 0, 1, 0, At()}; }},
        Damage{"scope_in_itself", [](auto& u) { F(u).scopes[0] = {0, At(), At()}; }}),
    [](const auto& row) { return row.param.name; });

// The loop that a backward jump makes stands behind those inside of it.
TEST(Verify, TakesLoopsInsideOfLaterOnes) {
  facts::UnitFactsT unit = Sound();
  F(unit).loops[0] = {facts::LoopKind::For, 1, 0, kNone, kNone, kNone, At()};
  F(unit).loops.emplace_back(facts::LoopKind::Goto, kNone, 0, kNone, kNone, kNone, At());
  EXPECT_TRUE(Passes(facts::Serialize(unit)));
}

}  // namespace
}  // namespace backlint
