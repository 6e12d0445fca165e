// Statements become blocks: branches, loops, switches, jumps, exceptions, ends of scopes.
#include <algorithm>

#include "extract/dump.h"

namespace backlint {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::vector<std::string> Ops(const std::string& source, const std::string& function = "f", ExtractCase with = {}) {
  const Dump dump = Extract(source, std::move(with));
  EXPECT_EQ(dump.facts.state, facts::UnitState::Clean) << dump.text;
  return Operations(dump.Function(function));
}

ExtractCase C() {
  ExtractCase with;
  with.name = "main.c";
  with.arguments = {"-std=c11"};
  return with;
}

TEST(FlowGraph, IfElseJoins) {
  EXPECT_THAT(Ops("int a(); int b(); void f(int n) { if (n) a(); else b(); a(); }"),
              ElementsAre("branch param:n", "-> b1 b3", "call a() dropped", "-> b2", "call a() dropped", "call b() dropped", "-> b2"));
}

TEST(FlowGraph, IfWithInitExpressionIsNoElse) {
  EXPECT_THAT(Ops("int a(); int b(); void f(int n) { if (a(); n) b(); }"),
              ElementsAre("call a() dropped", "branch param:n", "-> b1 b2", "call b() dropped", "-> b2"));
}

TEST(FlowGraph, IfWithVariableAndInit) {
  const auto ops = Ops("int a(); void f() { if (int z = a(); z > 0) a(); if (int* p = (int*)a()) *p = 1; }");
  EXPECT_THAT(ops, Contains("branch (local:z > 0)"));
  EXPECT_THAT(ops, Contains("branch local:p"));
  EXPECT_THAT(ops, Contains("assign (*local:p) = 1"));
}

TEST(FlowGraph, IfWithVariableAndElse) {
  EXPECT_THAT(Ops("int* a(); int b(); void f() { if (int* p = a()) *p = 1; else b(); }"),
              ElementsAre("call a()", "declare p = a()", "branch local:p", "-> b1 b3", "assign (*local:p) = 1", "-> b2", "call b() dropped", "-> b2"));
  EXPECT_THAT(Ops("int* a(); int b(); void f() { if (b(); int* p = a()) *p = 1; else b(); }"),
              ElementsAre("call b() dropped", "call a()", "declare p = a()", "branch local:p", "-> b1 b3", "assign (*local:p) = 1", "-> b2", "call b() dropped", "-> b2"));
}

TEST(FlowGraph, ConstevalIfHasNoCondition) {
  ExtractCase with;
  with.arguments = {"-std=c++23"};
  EXPECT_THAT(Ops("int a(); int b(); constexpr int c() { return 1; } void f() { if consteval { c(); } else { b(); } }", "f", with),
              Contains("call b() dropped"));
}

TEST(FlowGraph, ConditionsBranchOnTheirParts) {
  const auto ops = Ops("int a(); int b(); void f(int n) { if (!n || (a() && b())) return; b(); }");
  EXPECT_THAT(ops, ElementsAre("branch param:n", "-> b3 b1", "return none", "call b() dropped", "call a()", "branch a()", "-> b4 b2", "call b()",
                               "branch b()", "-> b1 b2"));
}

TEST(FlowGraph, ShortCircuitValueWithCallsIsPhi) {
  const auto ops = Ops("bool a(); bool f(bool n) { bool r = n && a(); bool q = n && !r; return r || q; }");
  EXPECT_THAT(ops, ElementsAre("branch param:n", "-> b1 b2", "call a()", "-> b2", "declare r = phi&&(param:n, a())",
                               "declare q = (param:n && (!local:r))", "return (local:r || local:q)"));
}

TEST(FlowGraph, ConditionalWithAndWithoutCalls) {
  const auto ops = Ops("int a(); int f(int n) { int x = n ? 1 : 2; int y = n ? a() : 3; return x + y; }");
  EXPECT_THAT(ops, ElementsAre("declare x = (param:n ? 1 : 2)", "branch param:n", "-> b1 b2", "call a()", "-> b3", "-> b3",
                               "declare y = phi(a(), 3)", "return (local:x + local:y)"));
}

TEST(FlowGraph, GnuConditionalTakesConditionOnce) {
  EXPECT_THAT(Ops("int a(); int f() { return a() ?: 3; }"), ElementsAre("call a()", "return (a() ? a() : 3)"));
}

TEST(FlowGraph, WhileLoop) {
  const Dump dump = Extract("int next(); void use(); void f() { while (next()) { use(); if (next()) break; } use(); }");
  const std::string f = dump.Function("f");
  EXPECT_THAT(f, HasSubstr("loop While header b1 condition %0 next()"));
  EXPECT_THAT(f, HasSubstr("b1: loop0"));
}

TEST(FlowGraph, ForLoopPartsByPosition) {
  const Dump dump = Extract(
      "int c(); void s(); void b(); void i();"
      "void f1() { for (;;) b(); } void f2() { for (;c();) b(); } void f3() { for (;;s()) b(); } void f4() { for (i();;) b(); }"
      "void f5() { for (int k = 0; const char* q = \";\"; k++) b(); }");
  EXPECT_THAT(dump.Function("f1"), HasSubstr("loop For header b1 condition none"));
  EXPECT_THAT(dump.Function("f2"), HasSubstr("loop For header b1 condition %0 c()"));
  EXPECT_THAT(dump.Function("f3"), HasSubstr("loop For header b1 condition none"));
  EXPECT_THAT(dump.Function("f3"), HasSubstr("call %1 s() dropped"));
  EXPECT_THAT(Operations(dump.Function("f4"))[0], "call i() dropped");
  EXPECT_THAT(Operations(dump.Function("f5")), Contains("declare q = \";\""));
  EXPECT_THAT(Operations(dump.Function("f5")), Contains("assign local:k += 1"));
}

TEST(FlowGraph, DoLoopRunsBodyFirst) {
  EXPECT_THAT(Ops("int a(); void f() { do { a(); } while (a() > 1); }"),
              ElementsAre("-> b1", "call a() dropped", "-> b2", "call a()", "branch (a() > 1)", "-> b1 b3"));
}

TEST(FlowGraph, RangeForDeclaresElement) {
  const Dump dump = Extract("struct V { int* begin(); int* end(); }; V all(); void use(int); void f() { for (int x : all()) use(x); }");
  const std::string f = dump.Function("f");
  EXPECT_THAT(f, HasSubstr("loop RangeFor header b1 condition %0 all()"));
  EXPECT_THAT(f, HasSubstr("declare x = %0 all()[unknown] implicit"));
  EXPECT_EQ(f.find("all()", f.find("b1:")), f.find("all()", f.find("declare x")));          // evaluated once, before the loop
}

TEST(FlowGraph, SwitchFallsThroughAndKnowsItsCases) {
  const auto ops = Ops("int a(); int b(); void f(int n) { switch (n) { case 1: a(); case 2 ... 4: b(); break; default: a(); } b(); }");
  EXPECT_THAT(ops, Contains("switch param:n [1, {2, 4}, default]"));
  EXPECT_THAT(ops, ElementsAre("switch param:n [1, {2, 4}, default]", "-> b2 b3 b4", "call b() dropped", "call a() dropped", "-> b3",
                               "call b() dropped", "-> b1", "call a() dropped", "-> b1"));
}

TEST(FlowGraph, SwitchWithoutDefaultCanPass) {
  EXPECT_THAT(Ops("enum E { kA }; int a(); void f(E n) { switch (n) { case kA: a(); } }"), Contains("switch param:n [enum:kA, default]"));
}

TEST(FlowGraph, GotoBackwardIsALoop) {
  const Dump dump = Extract("int a(); void f() { again: if (a()) goto again; goto out; a(); out: a(); }", C());
  EXPECT_THAT(dump.Function("f"), HasSubstr("loop Goto header b1"));
  // What stands behind a jump is kept, and nobody leads there.
  EXPECT_THAT(Operations(dump.Function("f")), Contains("call a() dropped"));
}

TEST(FlowGraph, GotoEndsWhatItLeaves) {
  const auto ops = Ops("struct D { ~D(); }; int a(); void f() { D outer; { D inner; if (a()) goto out; } a(); out: a(); }");
  size_t branch = 0;
  for (size_t i = 0; i < ops.size(); ++i)
    if (ops[i] == "branch a()") branch = i;
  ASSERT_LT(branch + 2, ops.size());
  EXPECT_EQ(ops[branch + 2], "end inner");
  EXPECT_THAT(ops, Contains("end outer").Times(1));
}

TEST(FlowGraph, ScopesEndInReverseOnEveryWayOut) {
  const std::string classes = "struct D { ~D(); D(); }; int a(); ";
  EXPECT_THAT(Ops(classes + "int f() { D x; D y; int n = 1; if (a()) return 1; return n; }"),
              ElementsAre("call construct D::D()", "declare x = construct D::D()", "call construct D::D()", "declare y = construct D::D()",
                          "declare n = 1", "call a()", "branch a()", "-> b1 b2", "return 1", "end y", "end x", "return local:n", "end y", "end x"));
}

TEST(FlowGraph, BreakAndContinueEndTheBodysScopes) {
  const auto ops = Ops("struct D { ~D(); }; int a(); void f() { D out; while (a()) { D in; if (a()) continue; if (a()) break; a(); } }");
  EXPECT_THAT(ops, Contains("end in").Times(3));
  EXPECT_THAT(ops, Contains("end out").Times(1));
}

TEST(FlowGraph, RangeVariableEndsEveryTurn) {
  const auto ops = Ops("struct D { ~D(); }; struct V { D* begin(); D* end(); }; V v(); int a(); void f() { for (D d : v()) { if (a()) break; } }");
  EXPECT_THAT(ops, Contains("end d").Times(2));
}

TEST(FlowGraph, ThrowEndsWhatItLeaves) {
  const std::string classes = "struct D { ~D(); }; int a(); ";
  EXPECT_THAT(Ops(classes + "void f() { D x; if (a()) { D y; throw 1; } }"),
              ElementsAre(HasSubstr("construct"), HasSubstr("declare x"), "call a()", "branch a()", "-> b1 b2", HasSubstr("construct"),
                          HasSubstr("declare y"), "throw 1", "end y", "end x", "end x"));
  // Up to the handlers that may catch it; those of the handler's own try are behind it.
  const auto caught = Ops(classes + "void f() { D out; try { D in; throw 1; } catch (int n) { D last; throw; } }");
  EXPECT_THAT(caught, Contains("end in").Times(1));
  EXPECT_THAT(caught, Contains("end last").Times(1));
  const auto at = std::find(caught.begin(), caught.end(), "throw 1");
  ASSERT_GE(caught.end() - at, 3);
  EXPECT_EQ(at[1], "end in");
  EXPECT_NE(at[2], "end out");
  const auto again = std::find(caught.begin(), caught.end(), "throw none");
  ASSERT_GE(caught.end() - again, 3);
  EXPECT_EQ(again[1], "end last");
  EXPECT_EQ(again[2], "end out");
}

TEST(FlowGraph, VariableOfAForConditionEndsEveryTurn) {
  const std::string classes = "struct T { ~T(); operator bool(); }; T next(); int a(); ";
  const auto ops = Ops(classes + "void f() { for (; T x = next(); a()) { if (a()) continue; if (a()) break; } }");
  EXPECT_THAT(ops, Contains("end x").Times(3));      // after a turn, at the end, at the break
  const auto step = std::find(ops.begin(), ops.end(), "call a() dropped");
  ASSERT_GE(ops.end() - step, 3);
  EXPECT_EQ(step[1], "end x");
  EXPECT_EQ(step[2], "-> b1");
}

TEST(FlowGraph, WhatALimitCutsOffIsUnknown) {
  ExtractCase with;
  with.options.max_function_values = 4;
  const Dump dump = Extract("int g(int); int f(int n) { return g(1) + g(2) + g(3) + g(4); }", with);
  const facts::Function& function = *dump.unit().functions()->Get(0);
  ASSERT_EQ(function.values()->size(), 5u);
  const facts::Value& last = *function.values()->Get(4);
  EXPECT_EQ(last.kind(), facts::ValueKind::Unknown);
  EXPECT_EQ(last.type(), kNone);
  EXPECT_EQ(last.ref(), kNone);
  EXPECT_NE(function.flags() & facts::kTruncated, 0u);
}

TEST(FlowGraph, ParametersByValueEndLast) {
  EXPECT_THAT(Ops("struct D { ~D(); }; void f(D p, D& r, D* q, int n) { D x; }"), ElementsAre(HasSubstr("call"), HasSubstr("declare x"), "end x", "end p"));
}

TEST(FlowGraph, TryAndHandlers) {
  const Dump dump = Extract(
      "struct E {}; int a(); int b(); int c(); void f() { try { a(); try { b(); } catch (int n) { c(); throw; } } catch (const E& e) { b(); }"
      " catch (...) { c(); } a(); }");
  const std::string f = dump.Function("f");
  EXPECT_THAT(f, HasSubstr("handler const E & b"));
  EXPECT_THAT(f, HasSubstr("handler ... b"));
  EXPECT_THAT(f, HasSubstr("handler int b"));
  EXPECT_THAT(f, HasSubstr("throw none"));
  const facts::Function& function = *dump.unit().functions()->Get(0);
  ASSERT_EQ(function.tries()->size(), 2u);
  EXPECT_EQ(function.tries()->Get(1)->parent(), 0u);
  for (const facts::Handler* handler : *function.handlers()) {
    const uint32_t around = function.blocks()->Get(handler->block())->try_block();
    EXPECT_TRUE(around == kNone || around == 0u);      // never its own try
  }
  // The block of b() is inside the inner try, the one of a() inside the outer.
  for (const facts::Block* block : *function.blocks())
    for (uint32_t i = 0; i < block->op_count(); ++i) {
      const facts::Op& op = *function.ops()->Get(block->first_op() + i);
      if (op.location().column() == 0 || op.kind() != facts::OpKind::Call) continue;
      if (facts::ToText(dump.unit(), function, op.value()).ends_with("b()") && block->try_block() != kNone) {
        EXPECT_EQ(block->try_block(), 1u);
      }
    }
}

TEST(FlowGraph, FunctionTryBlock) {
  const Dump dump = Extract("int a(); int b(); void f() try { a(); } catch (...) { b(); }");
  EXPECT_THAT(dump.Function("f"), HasSubstr("handler ... b"));
  EXPECT_THAT(Operations(dump.Function("f")), Contains("call b() dropped"));
}

TEST(FlowGraph, ThrowAsExpressionEndsItsBranch) {
  const auto ops = Ops("int f(int n) { int x = n ? n : throw 1; return x; }");
  EXPECT_THAT(ops, ElementsAre("branch param:n", "-> b1 b2", "-> b3", "throw 1", HasSubstr("declare x = phi(param:n"), "return local:x"));
}

TEST(FlowGraph, FunctionsThatDoNotReturn) {
  for (const char* declaration : {"[[noreturn]] void die();", "void die() __attribute__((noreturn));", "#define NR __attribute__((noreturn))\nNR void die();",
                                  "extern \"C\" _Noreturn void die();"}) {
    const auto ops = Ops(std::string(declaration) + "\nint a(); void f(int n) { if (n) { die(); } a(); }");
    EXPECT_THAT(ops, ElementsAre("branch param:n", "-> b1 b2", "call die() dropped", "call a() dropped")) << declaration;
  }
}

TEST(FlowGraph, StatementExpressionAndComma) {
  EXPECT_THAT(Ops("int a(); int f() { int k = ({ int t = a(); t + 1; }); return a(), k; }"),
              ElementsAre("call a()", "declare t = a()", "-> b1", "declare k = (local:t + 1)", "call a() dropped", "return local:k"));
}

TEST(FlowGraph, AttributedStatements) {
  EXPECT_THAT(Ops("int a(); void f(int n) { if (n) [[likely]] { a(); } }"), Contains("call a() dropped"));
}

TEST(FlowGraph, VariableLengthArray) { EXPECT_THAT(Ops("int a(); void f(int n) { int v[n]; a(); }", "f", C()), Contains("declare v = none")); }

}  // namespace
}  // namespace backlint
