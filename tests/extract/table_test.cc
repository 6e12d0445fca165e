// Symbols, types, classes, files and suppressions of a unit.
#include "extract/dump.h"

namespace backlint {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const facts::Symbol* Find(const Dump& dump, const std::string& qualified) {
  for (const facts::Symbol* symbol : *dump.unit().symbols())
    if (facts::Text(dump.unit(), symbol->qualified()) == qualified) return symbol;
  ADD_FAILURE() << "no symbol " << qualified << "\n" << dump.text;
  static const facts::Symbol kNothing;
  return &kNothing;
}

const facts::Type* TypeOfLocal(const Dump& dump, const std::string& name) {
  for (const facts::Function* f : *dump.unit().functions())
    for (const facts::Local* local : *f->locals())
      if (facts::Text(dump.unit(), local->name()) == name) return dump.unit().types()->Get(local->type());
  ADD_FAILURE() << "no local " << name;
  static const facts::Type kNothing;
  return &kNothing;
}

TEST(Table, SymbolsAndTheirFlags) {
  const Dump dump = Extract(
      "namespace n { struct S { virtual int v(int) const; virtual void p() = 0; static void s(); void ne() noexcept; S(); ~S(); }; }"
      "static void internal() {} void variadic(const char*, ...) {} int n::S::v(int) const { internal(); return 0; } namespace { void anon() {} }"
      "void n::S::s() {} void n::S::ne() { p(); } n::S::S() {} n::S::~S() {}");
  EXPECT_EQ(Find(dump, "n::S::v")->flags() & (facts::kVirtual | facts::kConstMethod | facts::kDefined | facts::kInProject),
            facts::kVirtual | facts::kConstMethod | facts::kDefined | facts::kInProject);
  EXPECT_TRUE(Find(dump, "n::S::p")->flags() & facts::kPureVirtual);
  EXPECT_TRUE(Find(dump, "n::S::s")->flags() & facts::kStatic);
  EXPECT_TRUE(Find(dump, "n::S::ne")->flags() & facts::kNoExcept);
  EXPECT_TRUE(Find(dump, "internal")->flags() & facts::kInternal);
  EXPECT_TRUE(Find(dump, "(anonymous)::anon")->flags() & facts::kInternal);
  EXPECT_TRUE(Find(dump, "variadic")->flags() & facts::kVariadic);
  EXPECT_EQ(Find(dump, "n::S::~S")->kind(), facts::SymbolKind::Destructor);
  EXPECT_EQ(facts::Text(dump.unit(), Find(dump, "n::S::~S")->name()), "~S");
  EXPECT_EQ(Find(dump, "n::S::S")->kind(), facts::SymbolKind::Constructor);
  EXPECT_EQ(Find(dump, "n::S::v")->parameter_count(), 1u);
  EXPECT_EQ(dump.unit().symbols()->Get(Find(dump, "n::S::v")->parent()), Find(dump, "n::S"));
}

TEST(Table, Types) {
  const Dump dump = Extract(
      "#include <string>\n#include <map>\nenum class E { kA }; void f(const char* cs, std::map<std::string, int>& m, E e, char buf[8]) {"
      " char arr[16]; const std::string s; unsigned u; double d; bool b; char c; auto&& rr = 3; int (*fp)(int); }");
  const facts::UnitFacts& unit = dump.unit();
  const facts::Type* cs = TypeOfLocal(dump, "cs");
  EXPECT_EQ(cs->kind(), facts::TypeKind::Pointer);
  EXPECT_FALSE(cs->is_const());
  EXPECT_TRUE(unit.types()->Get(cs->pointee())->is_const());
  const facts::Type* map = unit.types()->Get(TypeOfLocal(dump, "m")->pointee());
  EXPECT_EQ(facts::Text(unit, map->name()), "std::map");
  ASSERT_GE(map->argument_count(), 2u);
  const facts::Type* key = unit.types()->Get(unit.type_lists()->Get(map->first_argument()));
  EXPECT_EQ(facts::Text(unit, key->name()), "std::basic_string");
  EXPECT_THAT(std::string(facts::Text(unit, key->spelling())), Not(HasSubstr("__cxx11")));
  EXPECT_EQ(TypeOfLocal(dump, "e")->kind(), facts::TypeKind::Enum);
  EXPECT_EQ(facts::Text(unit, TypeOfLocal(dump, "e")->name()), "E");
  EXPECT_EQ(TypeOfLocal(dump, "arr")->size(), 16);
  EXPECT_TRUE(TypeOfLocal(dump, "s")->is_const());
  EXPECT_EQ(TypeOfLocal(dump, "u")->kind(), facts::TypeKind::Integer);
  EXPECT_EQ(TypeOfLocal(dump, "d")->kind(), facts::TypeKind::Float);
  EXPECT_EQ(TypeOfLocal(dump, "b")->kind(), facts::TypeKind::Bool);
  EXPECT_EQ(TypeOfLocal(dump, "c")->kind(), facts::TypeKind::Char);
  EXPECT_EQ(TypeOfLocal(dump, "rr")->kind(), facts::TypeKind::RvalueReference);
  EXPECT_EQ(unit.types()->Get(TypeOfLocal(dump, "fp")->pointee())->kind(), facts::TypeKind::Function);
}

TEST(Table, ClassesBasesAndOverrides) {
  ExtractCase with;
  with.headers = {{"ext/lib.h", "struct Root { virtual void r(); }; template <class T> struct Mid : Root { virtual void run(T); int ext_field; }; struct Unused {};"}};
  with.root = "project";
  with.name = "project/main.cc";
  with.arguments = {"-std=c++20", "-I../ext"};
  const Dump dump = Extract("#include \"lib.h\"\nstruct D : Mid<int>, private virtual Root { ~D(); void run(int) override; int a; struct In {}; In b; };", with);
  EXPECT_THAT(dump.text, AllOf(HasSubstr("class D : Mid : Root .a .b ~\n"), HasSubstr("class Mid external : Root\n"), HasSubstr("class Root external\n"),
                               HasSubstr("override D::run of Mid::run\n")));
  EXPECT_THAT(dump.text, Not(HasSubstr("Unused")));
}

TEST(Table, FilesAreRelativeToTheRootAndHashed) {
  ExtractCase with;
  with.headers = {{"project/inc/a.h", "int a();\n"}, {"project/gen.h", "// Generated by a tool. DO NOT EDIT\nint g();\n"}, {"ext/e.h", "inline int e() { return 1; }\n"}, {"project/sys/s.h", "inline int s() { return 1; }\n"}};
  with.root = "project";
  with.name = "project/src/main.cc";
  with.arguments = {"-std=c++20", "-I../ext", "-Iinc", "-I.", "-isystem", "sys"};
  const Dump dump = Extract("#include <a.h>\n#include \"e.h\"\n#include \"gen.h\"\n#include <s.h>\n#include <vector>\nint f() { return a() + e() + g() + s(); }\n", with);
  ASSERT_GE(dump.facts.files.size(), 5u);
  EXPECT_EQ(dump.facts.source, "src/main.cc");
  EXPECT_EQ(dump.facts.files[0]->path, "src/main.cc");
  EXPECT_EQ(dump.facts.files[0]->role, facts::FileRole::Project);
  bool header = false, external = false, generated = false, system = false;
  for (const auto& file : dump.facts.files) {
    EXPECT_EQ(file->digest.size(), 32u);
    if (file->path == "inc/a.h") header = file->role == facts::FileRole::Project && file->size == 9;
    if (file->path.ends_with("/ext/e.h")) external = file->role == facts::FileRole::External && file->path[0] == '/';
    if (file->path == "gen.h") generated = file->role == facts::FileRole::Generated;
    if (file->path == "sys/s.h") system = file->role == facts::FileRole::External;
  }
  EXPECT_TRUE(header && external && generated && system) << dump.text;
  EXPECT_EQ(dump.Function("e"), "");                     // bodies outside of the project are not walked
  EXPECT_EQ(dump.facts.state, facts::UnitState::Clean) << dump.text;
}

TEST(Table, GeneratedIsWhatGeneratorsWrite) {
  const auto role = [](const std::string& source) { return Extract(source + "\nint f() { return 1; }\n").facts.files[0]->role; };
  for (const char* source : {"// Generated by the protocol buffer compiler.  DO NOT EDIT!", "// Code generated by protoc-gen-go. DO NOT EDIT.",
                             "/*\n * @generated\n */", "/****\n** Meta object code from reading C++ file 'a.h'\n**\n** Created by: The Qt Meta Object Compiler\n****/",
                             "#line 1 \"lex.yy.c\"\n#define YY 1\n/* A lexical scanner generated by flex */"})
    EXPECT_EQ(role(source), facts::FileRole::Generated) << source;
  for (const char* source : {"// Do not edit this table without asking.", "// IDs are generated by the server.", "int a;\n// @generated",
                             "int a;  /* generated, do not edit */", "const char* t = \"@generated\";"})
    EXPECT_EQ(role(source), facts::FileRole::Project) << source;
}

TEST(Table, StandInHeadersAreSearchedLast) {
  ExtractCase with;
  with.headers = {{"stand/lib/x.h", "namespace lib { struct C { void exec(const char*); }; }"}, {"stand/own.h", "#error never"}, {"own.h", "int own();"}};
  with.options.stand_in_headers = "stand";
  with.arguments = {"-std=c++20", "-I."};
  const Dump dump = Extract("#include <own.h>\n#include <lib/x.h>\nvoid f(lib::C& c) { c.exec(\"q\"); own(); }", with);
  EXPECT_EQ(dump.facts.state, facts::UnitState::Clean) << dump.text;
  EXPECT_THAT(Operations(dump.Function("f")), Contains("call param:c.lib::C::exec(\"q\") dropped"));
  bool seen = false;
  for (const auto& file : dump.facts.files) seen |= file->path == "<backlint>/lib/x.h" && file->role == facts::FileRole::External;
  EXPECT_TRUE(seen);
}

TEST(Table, SameInputsSameBytes) {
  const std::string source = "#include \"gone.h\"\nstruct S {}; int f(S s, gone::T& t) { auto l = [&] { t.x(s); }; l(); return 0; }";
  EXPECT_EQ(Extract(source).facts.functions.size(), 2u);
  const TempTree tree;
  tree.Write("a.cc", source);
  ExtractOptions options;
  options.root = tree.path();
  Extractor one(options), two(options);
  const CompileCommand command = {tree / "a.cc", tree.path(), {"-std=c++20"}};
  const std::string first = facts::Serialize(one.Extract(command));
  EXPECT_EQ(first, facts::Serialize(one.Extract(command)));
  EXPECT_EQ(first, facts::Serialize(two.Extract(command)));
  // Nothing says where the project lies.
  EXPECT_EQ(first.find(tree.path()), std::string::npos);
}

TEST(Table, FriendsAndNestedAndLocalClasses) {
  const Dump dump = Extract("int g(); struct A { friend int fr(A&) { return g(); } struct In { int m() { return g(); } }; }; void f() { struct L { int k() { return g(); } }; L{}.k(); }");
  EXPECT_THAT(Operations(dump.Function("fr")), Contains("return g()"));
  EXPECT_THAT(Operations(dump.Function("A::In::m")), Contains("return g()"));
  EXPECT_THAT(Operations(dump.Function("f::L::k")), Contains("return g()"));
}

TEST(Table, HeaderFunctionsOfTheProjectAreWalked) {
  ExtractCase with;
  with.headers = {{"a.h", "#pragma once\ninline int twice(int n) { return n * 2; }\n"}};
  const Dump dump = Extract("#include \"a.h\"\nextern \"C\" { int c(int n) { return twice(n); } }", with);
  EXPECT_THAT(Operations(dump.Function("twice")), ElementsAre("return (param:n * 2)"));
  EXPECT_THAT(Operations(dump.Function("c")), ElementsAre("call twice(param:n)", "return twice(param:n)"));
  EXPECT_EQ(dump.facts.files[dump.facts.functions[0]->location->file()]->path, "a.h");
}

}  // namespace
}  // namespace backlint
