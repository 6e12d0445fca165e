// Code with missing headers: names, receivers and arguments must survive.
#include <algorithm>

#include "extract/dump.h"
#include "extract/standard_header.h"

namespace backlint {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsSupersetOf;
using testing::Not;

std::vector<std::string> Ops(const std::string& source, const std::string& function = "f", ExtractCase with = {}) {
  return Operations(Extract(source, std::move(with)).Function(function));
}

TEST(Recovery, MissingHeadersAreNamedAndTheUnitIsPartial) {
  const Dump dump = Extract("#include \"gone/a.h\"\n#include <gone/b.h>\nint f(int n) { return n; }");
  EXPECT_EQ(dump.facts.state, facts::UnitState::Partial);
  EXPECT_THAT(dump.facts.missing_headers, ElementsAre("gone/a.h", "gone/b.h"));
  EXPECT_THAT(dump.Function("f"), AllOf(HasSubstr("return param:n"), Not(HasSubstr("incomplete"))));
}

TEST(Recovery, HeadersBehindAMissingOneAreRead) {
  ExtractCase with;
  with.headers = {{"b.h", "int known(int);"}};
  EXPECT_THAT(Ops("#include \"a.h\"\n#include \"b.h\"\nvoid f() { known(1); }", "f", with), ElementsAre("call known(1) dropped"));
}

TEST(Recovery, ClassesOfMissingHeaders) {
  const Dump dump = Extract(R"cc(
#include <string>
#include "gone.h"
struct Svc { void f(const std::string& x); gone::Conn* db; std::unique_ptr<gone::Pool> pool_; int y; };
void Svc::f(const std::string& x) {
  db->exec("SELECT 1" + x);
  pool_->get()->exec("SELECT 2", x, 3);
  gone::Conn c("dsn");
  auto r = c.query("SELECT 3", y);
  for (auto row : r) { row.get("a"); }
  if (r.size() > 3) { other("x"); }
  auto conn = gone::open("abc");
  conn->exec("SELECT 4");
  ns::fn(x)->foo(1).bar("two", [&](auto& z) { z.go("three"); });
  Unknown u(x, "lit");
  std::string s = x + r.str();
  throw gone::Failure("bad");
}
)cc");
  const std::string f = dump.Function("Svc::f");
  EXPECT_THAT(f, HasSubstr("incomplete"));
  const auto ops = Operations(f);
  EXPECT_THAT(ops, Contains("call this->db->gone::Conn::exec?(std::operator+(\"SELECT 1\", param:x)) dropped"));
  EXPECT_THAT(ops, Contains(AllOf(HasSubstr("gone::Pool::get?()"), HasSubstr("exec?(\"SELECT 2\", param:x, 3) dropped"))));
  EXPECT_THAT(ops, Contains("declare c = construct gone::Conn::Conn(\"dsn\")"));
  EXPECT_THAT(ops, Contains("declare r = local:c.gone::Conn::query?(\"SELECT 3\", this->y)"));
  EXPECT_THAT(f, HasSubstr("loop RangeFor"));
  EXPECT_THAT(ops, Contains("call local:row.get?(\"a\") dropped"));
  EXPECT_THAT(ops, Contains("branch (local:r.size?() > 3)"));
  EXPECT_THAT(ops, Contains("call other?(\"x\") dropped"));
  EXPECT_THAT(ops, Contains("declare conn = gone::open?(\"abc\")"));
  EXPECT_THAT(ops, Contains("call local:conn.exec?(\"SELECT 4\") dropped"));
  EXPECT_THAT(ops, Contains(AllOf(HasSubstr("ns::fn?(param:x)"), HasSubstr("foo?(1)"), HasSubstr("bar?(\"two\", lambda#"))));
  EXPECT_THAT(dump.text, HasSubstr("param:z.go?(\"three\") dropped"));
  EXPECT_THAT(ops, Contains("declare u = construct Unknown::Unknown(param:x, \"lit\")"));
  EXPECT_THAT(ops, Contains("declare s = (param:x + local:r.str?())"));
  EXPECT_THAT(ops, Contains("throw construct gone::Failure::Failure(\"bad\")"));
}

TEST(Recovery, MadeUpNamesLeaveNoFileAndNoUsr) {
  const Dump dump = Extract("#include \"gone.h\"\nvoid f(gone::Conn& c) { c.exec(\"q\"); }");
  for (const auto& file : dump.facts.files) EXPECT_THAT(file->path, Not(HasSubstr("backlint-missing")));
  const facts::UnitFacts& unit = dump.unit();
  int seen = 0;
  for (const facts::Symbol* symbol : *unit.symbols()) {
    if (!facts::Text(unit, symbol->qualified()).starts_with("gone::")) continue;
    ++seen;
    EXPECT_TRUE(symbol->flags() & facts::kDependent);
    EXPECT_EQ(facts::Text(unit, symbol->usr()), "");
    EXPECT_EQ(symbol->location().line(), 0u);
  }
  EXPECT_GE(seen, 2);
  EXPECT_THAT(dump.text, HasSubstr("param c: gone::Conn &"));
}

TEST(Recovery, ErrorsAreThoseOfTheSource) {
  const Dump dump = Extract("#include \"gone.h\"\nvoid f() { gone::Conn c; c.exec(\"q\"); }");
  ASSERT_EQ(dump.facts.diagnostics.size(), 2u) << dump.text;
  EXPECT_THAT(dump.facts.diagnostics[0]->text, HasSubstr("file not found"));
  EXPECT_THAT(dump.facts.diagnostics[1]->text, HasSubstr("undeclared identifier 'gone'"));
  EXPECT_EQ(dump.facts.diagnostics[1]->location->line(), 2u);
}

TEST(Recovery, BasesOfMissingHeadersKeepTheirNames) {
  const Dump dump = Extract("#include \"gone.h\"\nclass H : public gone::Base<H> { public: void get(const gone::Req& r) { r.param(\"id\"); } };");
  EXPECT_THAT(dump.text, HasSubstr("class H : gone::Base"));
  EXPECT_THAT(Operations(dump.Function("H::get")), ElementsAre("call param:r.gone::Req::param?(\"id\") dropped"));
}

TEST(Recovery, MacrosOfMissingHeaders) {
  const Dump dump = Extract("#include \"gone.h\"\nclass W : public gone::Object {\n  MARK_OBJECT\n public:\n  int f() { LOG(INFO) << \"x\"; return g(); }\n  int g();\n};");
  EXPECT_THAT(Operations(dump.Function("W::f")), AllOf(Contains(HasSubstr("LOG?(")), Contains("call this->W::g()")));
}

TEST(Recovery, NamesOfTheStandardLibraryAreReal) {
  EXPECT_EQ(StandardHeader("vector"), "vector");
  EXPECT_EQ(StandardHeader("shared_ptr"), "memory");
  EXPECT_EQ(StandardHeader("nothing_of_that_name"), "");
  EXPECT_THAT(Ops("#include \"gone.h\"\nvoid f(std::vector<int>& v) { v.push_back(3); }"), ElementsAre("call param:v.std::vector::push_back(3) dropped"));
}

TEST(Recovery, DeclarationsFurtherDownWin) {
  // `Late` is used too early; made up, it would clash with the real one.
  const Dump dump = Extract("#include \"gone.h\"\ngone::T a;\nvoid f(Late* p) { p->m(1); }\nclass Late { public: void m(int); };\nvoid g(Late& p) { p.m(2); }");
  EXPECT_THAT(Operations(dump.Function("g")), ElementsAre("call param:p.Late::m(2) dropped"));
}

TEST(Recovery, ForwardDeclaredClasses) {
  EXPECT_THAT(Ops("class Fwd; Fwd* get(); void f(Fwd* p) { p->exec(\"a\", 1); get()->exec(\"b\"); }"),
              ElementsAre("call param:p->Fwd::exec?(\"a\", 1) dropped", "call get()", "call get()->Fwd::exec?(\"b\") dropped"));
}

TEST(Recovery, MembersThatAClassDoesNotHave) {
  EXPECT_THAT(Ops("struct Db { int exec(int); }; int f(Db& d, Db* p, int n) { int k = d.query(\"q\", n); if (p->ok(\"w\")) return k; return d.exec(p->more(\"x\")); }"),
              AllOf(Contains("declare k = param:d.query?(\"q\", param:n)"), Contains("branch param:p->ok?(\"w\")"),
                    Contains(HasSubstr("more?(\"x\")"))));
}

TEST(Recovery, WrongArgumentsKeepTheCall) {
  EXPECT_THAT(Ops("struct Db { int exec(int); }; int run(int); void f(Db& d) { d.exec(\"q\", 2); run(\"a\", \"b\"); }"),
              AllOf(Contains(AllOf(HasSubstr("exec"), HasSubstr("\"q\", 2"))), Contains(AllOf(HasSubstr("run"), HasSubstr("\"a\", \"b\"")))));
}

TEST(Recovery, CWithUnknownTypes) {
  ExtractCase with;
  with.name = "main.c";
  with.arguments = {};
  const auto ops = Ops("#include \"gone.h\"\nint f(GoneDb *db, int n) { gone_exec(db, \"SELECT 1\", n); GoneRow *row = gone_row(db); return n; }", "f", with);
  EXPECT_THAT(ops, Contains("call gone_exec(param:db, \"SELECT 1\", param:n) dropped"));
  EXPECT_THAT(ops, Contains(HasSubstr("declare row = ")));
}

// A statement with a name that nobody declares would be dropped, and the path with it.
TEST(Recovery, CWithUnknownValues) {
  ExtractCase with;
  with.name = "main.c";
  with.arguments = {};
  const auto ops = Ops(R"c(#include "gone.h"
bool f(GoneDb *db, int n) {
  if (n == 1) return false;
  if (n == 2) return GONE_FAILED;
  if (n == 3) { gone_last = n; return gone_codes[n]; }
  if (db == NULL) return TRUE;
  return true;
})c", "f", with);
  EXPECT_THAT(ops, IsSupersetOf({"return 0", "return global:GONE_FAILED", "assign global:gone_last = param:n", "return global:gone_codes[param:n]"}));
  EXPECT_EQ(std::count(ops.begin(), ops.end(), "return 1"), 2);
}

TEST(Recovery, LabelsOfMissingHeaders) {
  const auto ops = Ops(R"cc(#include "gone.h"
int f(gone::Kind kind, int n) {
  switch (kind) { case gone::Kind::A: one(); break; case gone::kB: two(); }
  switch (n) { case GONE_C: return 1; default: return GONE_D; }
})cc");
  EXPECT_THAT(ops, Contains("switch param:kind [global:gone::Kind::A, global:gone::kB, default]"));
  EXPECT_THAT(ops, Contains("switch param:n [global:GONE_C, default]"));
  EXPECT_THAT(ops, Contains("return global:GONE_D"));
}

TEST(Recovery, MissingSourceFails) {
  ExtractOptions options;
  options.root = "/nowhere";
  Extractor extractor(options);
  const Dump dump = Finish(extractor.Extract({"/nowhere/a.cc", "/nowhere", {}}));
  EXPECT_EQ(dump.facts.state, facts::UnitState::Failed);
  EXPECT_EQ(dump.facts.source, "a.cc");
  EXPECT_NE(dump.facts.failure, "");
}

// What the cache compares: without a digest the unit would be read again in every run.
TEST(Recovery, ARefusedUnitNamesItsFilesWithDigests) {
  ExtractCase with;
  with.arguments = {"-std=c++20", "-x", "nonsense"};
  with.headers = {{"a.h", "int a();\n"}};
  const Dump dump = Extract("#include \"a.h\"\n", with);
  ASSERT_EQ(dump.facts.state, facts::UnitState::Failed);
  ASSERT_EQ(dump.facts.files.size(), 2u);
  for (const auto& file : dump.facts.files) EXPECT_EQ(file->digest.size(), 32u) << file->path;
}

TEST(Recovery, GarbageIsNoCrash) {
  for (const char* source : {"", "}}}} {{{{", "int f( {", "#include", "template <", "class X : {", "void f() { for (", "void f() { switch (1) { case", "auto l = [",
                             "void f() { \"unterminated }", "\xff\xfe\x00 int", "void f() { goto nowhere; case 3: break; }", "#define A A\nA(A", "@interface X"}) {
    const Dump dump = Extract(source);
    EXPECT_NE(dump.facts.state, facts::UnitState::Failed) << source;
  }
}

}  // namespace
}  // namespace backlint
