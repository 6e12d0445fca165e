// Calls of every form: callee, receiver, arguments, order, and what becomes of the result.
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

constexpr char kDb[] =
    "struct Db { Db(int n = 7); Db(const Db&); ~Db(); int exec(const char* q, int n = 3, const char* t = \"dflt\"); virtual int v(); static int s(int);"
    " Db& operator<<(const char*); Db* operator->(); int operator[](int); explicit operator bool() const; int (*hook)(int); };\n";

TEST(Call, ArgumentsAndDroppedResults) {
  EXPECT_THAT(Ops("int g(int, const char*); void f(int n) { g(n + 1, \"x\"); int r = g(2, 0); (void)g(3, nullptr); }"),
              ElementsAre("call g((param:n + 1), \"x\") dropped", "call g(2, 0)", "declare r = g(2, 0)", "call g(3, null) dropped void"));
}

TEST(Call, InnerCallsComeFirst) {
  EXPECT_THAT(Ops("int a(); int b(); int g(int, int); void f() { g(a(), b()); }"),
              ElementsAre("call a()", "call b()", "call g(a(), b()) dropped"));
}

TEST(Call, MembersReceiversAndArrows) {
  const auto ops = Ops(std::string(kDb) + "void f(Db& d, Db* p) { d.exec(\"a\", 1); p->exec(\"b\"); p->v(); p->Db::v(); Db::s(1); d.s(2); }");
  EXPECT_THAT(ops, ElementsAre("call param:d.Db::exec(\"a\", 1, \"dflt\") dropped", "call param:p->Db::exec(\"b\", 3, \"dflt\") dropped",
                               "call virtual param:p->Db::v() dropped", "call param:p->Db::v() dropped", "call Db::s(1) dropped", "call Db::s(2) dropped"));
}

TEST(Call, DefaultArgumentsAreImplicit) {
  const Dump dump = Extract("int g(int a, int b = -4, const char* c = \"z\"); void f() { g(1); }");
  const facts::Function& f = *dump.unit().functions()->Get(0);
  int implicit = 0;
  for (const facts::Value* v : *f.values()) implicit += (v->flags() & facts::kImplicit) && v->kind() != facts::ValueKind::Unknown;
  EXPECT_GE(implicit, 2);
  EXPECT_THAT(dump.Function("f"), HasSubstr("g(1, (-4), \"z\")"));
}

TEST(Call, Operators) {
  const auto ops = Ops(std::string(kDb) + "int plus(int); Db operator+(const Db&, const Db&); void f(Db d, Db e) { d << \"a\" << \"b\"; d->exec(\"c\"); d[4];"
                                          " if (d) plus(1); d + e; }");
  EXPECT_THAT(ops, Contains("call param:d.Db::operator<<(\"a\")"));
  EXPECT_THAT(ops, Contains("call param:d.Db::operator<<(\"a\").Db::operator<<(\"b\") dropped"));
  EXPECT_THAT(ops, Contains("call param:d.Db::operator->()->Db::exec(\"c\", 3, \"dflt\") dropped"));
  EXPECT_THAT(ops, Contains("call param:d.Db::operator[](4) dropped"));
  EXPECT_THAT(ops, Contains("branch param:d.Db::operator bool()"));
  EXPECT_THAT(ops, Contains("call operator+(param:d, param:e) dropped"));
}

TEST(Call, PointersFunctorsAndMembersHoldingThem) {
  const auto ops = Ops(std::string(kDb) + "struct Fn { int operator()(int) const; }; int g(int);"
                                          "void f(Db& d, int (*p)(int), Fn fn, int (Db::*m)()) { p(1); (*p)(2); d.hook(3); fn(4); (d.*m)(); auto q = &g; q(5); }");
  EXPECT_THAT(ops, Contains("call (param:p)(1) dropped"));
  EXPECT_THAT(ops, Contains("call ((*param:p))(2) dropped"));
  EXPECT_THAT(ops, Contains("call (param:d.hook)(3) dropped"));
  EXPECT_THAT(ops, Contains("call param:fn.Fn::operator()(4) dropped"));
  EXPECT_THAT(ops, Contains("call ((param:d ->* param:m))() dropped"));
  EXPECT_THAT(ops, Contains("declare q = (&function:g)"));
}

TEST(Call, Constructors) {
  const auto ops = Ops(std::string(kDb) + "void f() { Db a; Db b(1); Db c{2}; Db d = 3; Db e(b); Db g = Db(4); Db* p = new Db(5); Db(6); delete p; }");
  EXPECT_THAT(ops, Contains("declare a = construct Db::Db(7)"));
  EXPECT_THAT(ops, Contains("declare b = construct Db::Db(1)"));
  EXPECT_THAT(ops, Contains("declare c = construct Db::Db(2)"));
  EXPECT_THAT(ops, Contains("declare d = construct Db::Db(3)"));
  EXPECT_THAT(ops, Contains("declare e = construct Db::Db(local:b)"));
  EXPECT_THAT(ops, Contains("declare g = construct Db::Db(4)"));
  EXPECT_THAT(ops, Contains("declare p = new Db *(construct Db::Db(5))"));
  EXPECT_THAT(ops, Contains("call construct Db::Db(6) dropped"));
  EXPECT_THAT(ops, Contains("delete local:p"));
}

TEST(Call, ElidedCopiesOfOlderStandardsAreLeftOut) {
  ExtractCase with;
  with.arguments = {"-std=c++14"};
  const auto ops = Ops(std::string(kDb) + "Db make(); void f() { Db d = 3; Db e = Db(4); }", "f", with);
  EXPECT_THAT(ops, Contains("declare d = construct Db::Db(3)"));
  EXPECT_THAT(ops, Contains("declare e = construct Db::Db(4)"));
}

TEST(Call, NewArraysAndPlacement) {
  const auto ops = Ops("#include <new>\nvoid f(int n, void* at) { auto a = new int[n]; auto b = new int(4); auto c = new (at) int(5); delete[] a; }");
  EXPECT_THAT(ops, Contains("declare a = new int *(param:n)"));
  EXPECT_THAT(ops, Contains("declare b = new int *(4)"));
  EXPECT_THAT(ops, Contains("declare c = new int *(5)"));
  EXPECT_THAT(ops, Contains("delete[] local:a"));
  const Dump dump = Extract("void f(int n) { new int[n]; new int(3); }");
  std::vector<bool> arrays;
  for (const facts::Value* v : *dump.unit().functions()->Get(0)->values())
    if (v->kind() == facts::ValueKind::New) arrays.push_back(v->flags() & facts::kIsArray);
  EXPECT_THAT(arrays, ElementsAre(true, false));
}

TEST(Call, VariadicAndC) {
  ExtractCase with;
  with.name = "main.c";
  with.arguments = {};
  EXPECT_THAT(Ops("int printf(const char*, ...); void f(char* s) { printf(\"%s %d\\n\", s, 3); implicit(s); }", "f", with),
              ElementsAre("call printf(\"%s %d\\n\", param:s, 3) dropped", "call implicit(param:s) dropped"));
}

TEST(Call, AssignmentsAndIncrements) {
  const auto ops = Ops("int a(); struct S { int n; S* next; }; void f(S* s, int n) { n = a(); n += 2; s->n = n; s->next->n++; --n; if ((n = a()) == 3) a(); }");
  EXPECT_THAT(ops, Contains("assign param:n = a()"));
  EXPECT_THAT(ops, Contains("assign param:n += 2"));
  EXPECT_THAT(ops, Contains("assign param:s->n = param:n"));
  EXPECT_THAT(ops, Contains("assign param:s->next->n += 1"));
  EXPECT_THAT(ops, Contains("assign param:n -= 1"));
  EXPECT_THAT(ops, Contains("branch (a() == 3)"));
}

TEST(Call, StaticCastsOfClassesAreConstructions) {
  const auto ops = Ops(std::string(kDb) + "int g(Db); void f(int n) { g(static_cast<Db>(n)); g((Db)n); g(n); long l = (long)n; }");
  EXPECT_THAT(ops, Contains("call g(construct Db::Db(param:n)) dropped").Times(3));
  EXPECT_THAT(ops, Contains("declare l = cast<long>(param:n)"));
}

TEST(Call, UserDefinedLiteral) {
  EXPECT_THAT(Ops("struct T {}; T operator\"\"_s(const char*, unsigned long); void f() { \"ab\"_s; }"), ElementsAre("call operator\"\"_s(\"ab\", 2) dropped"));
}

TEST(Call, InlineNamespacesAndArgumentsAreNoPartOfNames) {
  const auto ops = Ops("namespace a { inline namespace v1 { template <class T> struct S { void m(T); static T s(); }; void g(); } namespace { void h() {} } }"
                       "void f(a::S<int> s) { s.m(3); a::S<int>::s(); a::g(); a::h(); }");
  EXPECT_THAT(ops, ElementsAre("call param:s.a::S::m(3) dropped", "call a::S::s() dropped", "call a::g() dropped", "call a::(anonymous)::h() dropped", "end s"));
}

TEST(Call, CallsOfInstancesMeanTheTemplate) {
  const Dump dump = Extract("template <class T> void t(T x) { x.go(); } struct A { void go(); }; void f(A a) { t(a); }"
                            "template <> void t<int>(int) {} void g() { t(1); }");
  const facts::UnitFacts& unit = dump.unit();
  const auto symbol_of_call = [&](uint32_t index) -> const facts::Symbol& {
    const facts::Function& f = *unit.functions()->Get(index);
    for (const facts::Value* v : *f.values())
      if (v->kind() == facts::ValueKind::Call && v->ref() != kNone && facts::Text(unit, unit.symbols()->Get(v->ref())->name()) == "t")
        return *unit.symbols()->Get(v->ref());
    return *unit.symbols()->Get(0);
  };
  ASSERT_EQ(unit.functions()->size(), 4u) << dump.text;       // the template, f, the specialisation, g; no instances
  EXPECT_EQ(&symbol_of_call(1), unit.symbols()->Get(unit.functions()->Get(0)->symbol()));
  EXPECT_EQ(&symbol_of_call(3), unit.symbols()->Get(unit.functions()->Get(2)->symbol()));
  EXPECT_TRUE(symbol_of_call(1).flags() & facts::kTemplate);
}

TEST(Call, DependentCallsKeepNameReceiverAndArguments) {
  const auto ops = Ops("struct K { void one(int); void two(int); void two(char); }; void known(int);"
                       "template <class T> void f(T& t, K& k, int n) { t.exec(\"q\", n); t.template get<int>(\"k\"); T::make(\"s\"); unknown(t); known(t);"
                       " k.one(t); k.two(t); auto r = t->next(); r.use(); }");
  EXPECT_THAT(ops, Contains("call param:t.exec?(\"q\", param:n) dropped"));
  EXPECT_THAT(ops, Contains("call param:t.get?(\"k\") dropped"));
  EXPECT_THAT(ops, Contains("call T::make?(\"s\") dropped"));
  EXPECT_THAT(ops, Contains("call unknown?(param:t) dropped"));
  EXPECT_THAT(ops, Contains("call known(param:t) dropped"));
  EXPECT_THAT(ops, Contains("call param:k.K::one(param:t) dropped"));
  EXPECT_THAT(ops, Contains("call param:k.K::two?(param:t) dropped"));
  EXPECT_THAT(ops, Contains("declare r = param:t->next?()"));
  EXPECT_THAT(ops, Contains("call local:r.use?() dropped"));
}

}  // namespace
}  // namespace backlint
