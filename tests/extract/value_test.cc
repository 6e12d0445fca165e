// Values: literals, macros, initialisers, members, lambdas and their captures, coroutines.
#include "extract/dump.h"

namespace backlint {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::vector<std::string> Ops(const std::string& source, const std::string& function = "f", ExtractCase with = {}) {
  const Dump dump = Extract(source, std::move(with));
  EXPECT_EQ(dump.facts.state, facts::UnitState::Clean) << dump.text;
  return Operations(dump.Function(function));
}

// The texts of all String values, in order.
std::vector<std::string> Strings(const std::string& source, ExtractCase with = {}) {
  const Dump dump = Extract(source, std::move(with));
  EXPECT_EQ(dump.facts.state, facts::UnitState::Clean) << dump.text;
  std::vector<std::string> texts;
  for (const auto& function : dump.facts.functions)
    for (const facts::Value& value : function->values)
      if (value.kind() == facts::ValueKind::String) texts.push_back(dump.facts.strings[value.ref()]);
  return texts;
}

TEST(Value, StringLiterals) {
  using std::string;
  EXPECT_THAT(Strings(R"cc(void f() { "a" "b\n" "\x41\102"; R"(raw "x" \n)"; "nul\0mid" "1"; "\xc3\xbc"; "ü"; u8"ü"; L"wü\x263a"; u"u\u263a"; U"U\U0001f600"; "q\"\\"; })cc"),
              ElementsAre("ab\nAB", "raw \"x\" \\n", string("nul\0mid1", 8), "\xc3\xbc", "ü", "ü", "wü☺", "u☺", "U😀", "q\"\\"));
}

TEST(Value, MacrosAreSeenThrough) {
  ExtractCase with;
  EXPECT_THAT(Strings("#include <inttypes.h>\n#define STR2(x) #x\n#define STR(x) STR2(x)\n#define T \"users\"\n"
                      "void f() { \"id=%\" PRIu64 \";\"; \"SELECT \" STR(3 + 4) \" FROM \" T; __func__; }"),
              ElementsAre("id=%lu;", "SELECT 3 + 4 FROM users", "f"));
}

TEST(Value, MacroPlacesAreTheirUse) {
  const Dump dump = Extract("int g(int, const char*);\n#define CALL(x) g(x, \"m\")\nvoid f(int n) {\n  CALL(n);\n  g(n, \"p\");\n}");
  const facts::Function& f = *dump.unit().functions()->Get(0);
  std::vector<std::pair<uint32_t, bool>> calls;
  for (const facts::Value* v : *f.values())
    if (v->kind() == facts::ValueKind::Call) calls.push_back({v->location().line(), (v->flags() & facts::kInMacro) != 0});
  EXPECT_THAT(calls, ElementsAre(std::pair(4u, true), std::pair(5u, false)));
}

TEST(Value, Numbers) {
  const auto ops = Ops("#include <stddef.h>\nenum { kP = 4 }; enum class E { kA = -3 }; void f() { int a = 0x10; char c = 'x'; bool b = true; double d = 1.5e3; void* p = NULL;"
                       " auto q = nullptr; E e = E::kA; int r = kP; long s = sizeof(long); unsigned long big = 18446744073709551615ul; }");
  EXPECT_THAT(ops, AllOf(Contains("declare a = 16"), Contains("declare c = 120"), Contains("declare b = 1"), Contains("declare d = 1.5e3")));
  EXPECT_THAT(ops, AllOf(Contains("declare p = null"), Contains("declare q = null"), Contains("declare e = enum:E::kA"), Contains("declare r = enum:kP"),
                         Contains("declare s = sizeof:8"), Contains("declare big = -1")));
}

TEST(Value, InitializerLists) {
  const auto ops = Ops("struct P { const char* a; int b; int (*c)(int); }; int g(int);"
                       "void f() { const char* s[] = {\"x\", \"y\"}; P p = {.a = \"k\", .c = g}; P q[] = {{\"1\", 1}, {\"2\", 2}}; P r = P{\"z\", 3}; }");
  EXPECT_THAT(ops, AllOf(Contains("declare s = {\"x\", \"y\"}"), Contains("declare p = {\"k\", unknown, function:g}"),
                         Contains("declare q = {{\"1\", 1}, {\"2\", 2}}"), Contains(HasSubstr("{\"z\", 3}"))));
}

TEST(Value, ArrayDesignatorsAndCompoundLiteralsOfC) {
  ExtractCase with;
  with.name = "main.c";
  with.arguments = {};
  const auto ops = Ops("struct P { int a, b; }; void f() { const char* s[] = {\"a\", [3] = \"d\", [1] = \"b\"}; struct P p = (struct P){1, 2};"
                       " double k = _Generic(1.0, int: 3, double: 4.5); }", "f", with);
  EXPECT_THAT(ops, AllOf(Contains("declare s = {\"a\", \"b\", unknown, \"d\"}"), Contains("declare p = {1, 2}"), Contains("declare k = 4.5")));
}

TEST(Value, StructuredBindings) {
  const auto ops = Ops("struct P { int a; int b; }; P g(); int f() { auto [x, y] = g(); return y; }");
  EXPECT_THAT(ops, ElementsAre("call g()", "declare [x, y] = g()", "declare x = local:[x, y][0] implicit", "declare y = local:[x, y][1] implicit",
                               "return local:y", "end [x, y]"));
}

TEST(Value, MembersGlobalsAndThis) {
  const auto ops = Ops("int glob; struct S { int m; static int s; S* next; int f() { m = glob; this->m = s; next->m = S::s; return next->next->m; } };", "S::f");
  EXPECT_THAT(ops, ElementsAre("assign this->m = global:glob", "assign this->m = global:S::s", "assign this->next->m = global:S::s",
                               "return this->next->next->m"));
}

TEST(Value, ConstructorsInitialiseMembersAndBases) {
  const Dump dump = Extract("struct B { B(int); }; struct M { M(const char*); }; struct D : B { D(int a) : B(a), n(a), m(\"x\") { n = 2; } D() : D(7) {} int n; M m; int z = 3; M w{\"w\"}; };");
  EXPECT_THAT(Operations(dump.Function("D::D")), ElementsAre("call construct B::B(param:a) dropped implicit", "assign this.n = param:a implicit",
                                                             "call construct M::M(\"x\")", "assign this.m = construct M::M(\"x\") implicit", "assign this->n = 2"));
  EXPECT_THAT(dump.text, HasSubstr("construct D::D(7) dropped implicit"));
  const std::string fields = dump.Function("D");
  EXPECT_THAT(fields, HasSubstr("initializer"));
  EXPECT_THAT(Operations(fields), ElementsAre("assign this.z = 3 implicit", "call construct M::M(\"w\")", "assign this.w = construct M::M(\"w\") implicit"));
}

TEST(Value, GlobalsAndStaticsInitialiseInFunctionsOfTheirOwn) {
  const Dump dump = Extract("int make(int); int g1 = make(1); static const char* const g2 = \"q\"; struct S { static inline int s = make(2); static int t; }; int S::t = make(3);"
                            "int f(int n) { static int once = make(n); return once; }");
  EXPECT_THAT(Operations(dump.Function("g1")), ElementsAre("call make(1)", "assign global:g1 = make(1) implicit"));
  EXPECT_THAT(Operations(dump.Function("g2")), ElementsAre("assign global:g2 = \"q\" implicit"));
  EXPECT_THAT(Operations(dump.Function("S::s")), Contains("assign global:S::s = make(2) implicit"));
  EXPECT_THAT(Operations(dump.Function("S::t")), Contains("assign global:S::t = make(3) implicit"));
  EXPECT_THAT(Operations(dump.Function("f")), ElementsAre("return global:f::once"));
  EXPECT_THAT(dump.Function("f"), HasSubstr("local once: int static"));
  EXPECT_THAT(Operations(dump.Function("f::once")), ElementsAre("call make(capture:n)", "assign global:f::once = make(capture:n) implicit"));
}

TEST(Value, LambdasAndCaptures) {
  const Dump dump = Extract(
      "struct S { int m; void f(int a, int b, int c) { int d = 0; auto l = [&, b, e = a + 1, this]() mutable { return a + b + e + m; };"
      " auto k = [=](int x) { return [c, x] { return c + x; }(); }; auto q = [&d] { d = 1; }; l(); k(1); q(); } };");
  const facts::UnitFacts& unit = dump.unit();
  std::vector<std::string> captures;
  for (const facts::Function* f : *unit.functions())
    for (const facts::Capture* c : *f->captures()) {
      const facts::Function& outer = *unit.functions()->Get(f->encloser());
      captures.push_back((c->by_reference() ? "&" : "") + std::string(facts::Text(unit, c->name())) + "=" + facts::ToText(unit, outer, c->value()));
    }
  EXPECT_THAT(captures, ElementsAre("b=param:b", "e=(param:a + 1)", "&this=this", "&a=param:a", "c=param:c", "c=capture:c", "x=param:x", "&d=local:d"));
  EXPECT_THAT(dump.text, HasSubstr("return (((capture:a + capture:b) + capture:e) + this->m)"));
  EXPECT_THAT(dump.text, HasSubstr("return (capture:c + capture:x)"));
  EXPECT_THAT(dump.text, HasSubstr("assign capture:d = 1"));
  // A call of the lambda refers to the lambda's function.
  const facts::Function& outer = *unit.functions()->Get(0);
  std::vector<uint32_t> called;
  for (const facts::Value* v : *outer.values())
    if (v->kind() == facts::ValueKind::Call && v->ref() != kNone)
      for (uint32_t i = 0; i < unit.functions()->size(); ++i)
        if (unit.functions()->Get(i)->symbol() == v->ref()) called.push_back(i);
  EXPECT_EQ(called.size(), 3u);
}

TEST(Value, GenericLambdaSeesWhatItUses) {
  const Dump dump = Extract("struct C { void exec(int); }; template <class F> void each(F); void f(C& c) { each([&](auto row) { c.exec(row); row.use(\"x\"); }); }");
  EXPECT_THAT(dump.text, HasSubstr("call %2 capture:c.C::exec(param:row) dropped"));
  EXPECT_THAT(dump.text, HasSubstr("param:row.use?(\"x\") dropped"));
}

constexpr char kTask[] = R"cc(
#include <coroutine>
struct Task { struct promise_type { Task get_return_object(); std::suspend_never initial_suspend(); std::suspend_never final_suspend() noexcept;
  void return_value(int); void unhandled_exception(); std::suspend_always yield_value(int); };
  bool await_ready(); void await_suspend(std::coroutine_handle<>); int await_resume(); };
Task sub(const char*);
)cc";

TEST(Value, CoroutinesAwaitOnce) {
  const Dump dump = Extract(std::string(kTask) + "Task f(int n) { int k = co_await sub(\"a\"); co_await sub(\"b\"); co_yield n; if (co_await sub(\"c\")) co_return k; co_return 0; }");
  const std::string f = dump.Function("f");
  EXPECT_THAT(f, HasSubstr("function f coroutine"));
  EXPECT_THAT(Operations(f), ElementsAre("call sub(\"a\") awaited", "await(sub(\"a\"))", "declare k = await(sub(\"a\"))", "call sub(\"b\") awaited",
                                         "await(sub(\"b\")) dropped", "yield param:n", "call sub(\"c\") awaited", "await(sub(\"c\"))",
                                         "branch await(sub(\"c\"))", "-> b1 b2", "co_return local:k", "co_return 0"));
}

TEST(Value, DependentAwaitsAreAwaits) {
  const Dump dump = Extract(std::string(kTask) + "template <class T> Task f(T t) { auto r = co_await t.run(\"q\"); co_return r; }");
  EXPECT_THAT(Operations(dump.Function("f")), ElementsAre("call param:t.run?(\"q\") awaited", "await(param:t.run?(\"q\"))",
                                                          HasSubstr("declare r = await("), "co_return local:r"));
}

TEST(Value, DeepAndLongExpressionsSurvive) {
  std::string nested = "int f() { return " + std::string(10000, '(') + "1" + std::string(10000, ')') + "; }\nint g(int x) { return x; }";
  EXPECT_THAT(Extract(nested).text, HasSubstr("return param:x"));
  std::string sum = "int f(int x) { return x";
  for (int i = 0; i < 20000; ++i) sum += " + x";
  const Dump dump = Extract(sum + "; }\nint g(int x) { return x; }");
  EXPECT_THAT(dump.Function("g"), HasSubstr("return param:x"));
}

TEST(Value, LimitsTruncateTheFunctionOnly) {
  ExtractCase with;
  with.options.max_function_values = 50;
  with.options.max_literal_bytes = 10;
  std::string many = "int g(int); void f() {";
  for (int i = 0; i < 100; ++i) many += " g(1);";
  const Dump dump = Extract(many + " }\nconst char* h() { return \"0123456789abc\"; } int k(int n) { return n; }", with);
  EXPECT_THAT(dump.Function("f"), HasSubstr("truncated"));
  EXPECT_LE(dump.facts.functions[0]->values.size(), 51u);
  EXPECT_THAT(dump.Function("h"), AllOf(HasSubstr("truncated"), HasSubstr("return \"0123456789\"")));
  EXPECT_THAT(dump.Function("k"), Not(HasSubstr("truncated")));
}

}  // namespace
}  // namespace backlint
