// What is wrong with a model file, to the column.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "models/model.h"

namespace backlint {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string Show(const ModelError& error) {
  return std::to_string(error.place.line) + ":" + std::to_string(error.place.column) + " " + error.message;
}

std::vector<std::string> Errors(std::string_view text) {
  Models models;
  std::vector<std::string> shown;
  for (const ModelError& error : models.Add("my.toml", text)) {
    EXPECT_EQ(error.place.path, "my.toml");
    shown.push_back(Show(error));
  }
  EXPECT_EQ(models.libraries().empty(), !shown.empty());
  return shown;
}

// The row stands in line 3, its value in column 7.
std::vector<std::string> RowErrors(const std::string& row) { return Errors("library = \"x\"\n[calls]\n\"f\" = " + row + "\n"); }
std::vector<std::string> TypeErrors(const std::string& row) { return Errors("library = \"x\"\n[types]\n\"T\" = " + row + "\n"); }

TEST(Reader, AnEmptyLibraryIsFine) { EXPECT_THAT(Errors("library = \"x\"\n"), IsEmpty()); }

TEST(Reader, NamesTheLibrary) {
  EXPECT_THAT(Errors(""), ElementsAre("1:1 a model file needs the key `library`"));
  EXPECT_THAT(Errors("library = 3"), ElementsAre("1:11 `library` needs a string, not a number"));
}

TEST(Reader, KnowsItsTopKeys) {
  EXPECT_THAT(Errors("library = \"x\"\n headres = []"), ElementsAre("2:2 unknown key `headres` (did you mean `headers`?)"));
  EXPECT_THAT(Errors("library = \"x\"\nqqqqqq = 1"), ElementsAre("2:1 unknown key `qqqqqq`"));
  EXPECT_THAT(Errors("library = \"x\"\nheaders = \"a\""), ElementsAre("2:11 `headers` needs a list of strings, not a string"));
  EXPECT_THAT(Errors("library = \"x\"\nheaders = [\"a\", 1]"), ElementsAre("2:17 `headers` needs a string, not a number"));
  EXPECT_THAT(Errors("library = \"x\"\ndialect = \"postgresql\""), ElementsAre("2:11 unknown dialect `postgresql` (did you mean `postgres`?)"));
  EXPECT_THAT(Errors("library = \"x\"\ncalls = 1\ntypes = []"),
              ElementsAre("2:9 `calls` needs a table, not a number", "3:9 `types` needs a table, not a list"));
}

TEST(Reader, NotToml) {
  EXPECT_THAT(Errors("library = \"x\"\n[calls\n"), ElementsAre(::testing::StartsWith("2:7 not TOML: ")));
  EXPECT_THAT(Errors("library = \"x\"\n[calls]\n\"f\" = { role = \"clear\" }\n\"f\" = { role = \"clear\" }"),
              ElementsAre(::testing::AllOf(::testing::StartsWith("4:"), HasSubstr("not TOML"))));
  EXPECT_THAT(Errors(std::string("library = \"\xff\xfe\"")), ElementsAre(HasSubstr("not TOML")));
  EXPECT_THAT(Errors(std::string_view("lib\0rary", 8)), ElementsAre(HasSubstr("not TOML")));
}

TEST(Reader, RowsHaveARole) {
  EXPECT_THAT(RowErrors("{ sql = 1 }"), ElementsAre("3:7 a row needs the key `role`"));
  EXPECT_THAT(RowErrors("{ rol = \"query\" }"), ElementsAre("3:7 a row needs the key `role`", "3:9 unknown key `rol` (did you mean `role`?)"));
  EXPECT_THAT(RowErrors("{ role = \"qurey\", sql = 1 }"), ElementsAre("3:16 unknown role `qurey` (did you mean `query`?)"));
  EXPECT_THAT(RowErrors("{ role = 1 }"), ElementsAre("3:16 `role` needs a string, not a number"));
  EXPECT_THAT(RowErrors("3"), ElementsAre("3:7 `f` needs a row or a list of rows, not a number"));
  EXPECT_THAT(RowErrors("[]"), ElementsAre("3:7 `f` needs a row or a list of rows, not a list"));
  EXPECT_THAT(RowErrors("[1]"), ElementsAre("3:8 `f` needs a row, not a number"));
}

TEST(Reader, RolesNeedTheirKeys) {
  const std::pair<const char*, const char*> needs[] = {
      {"query", "sql"},     {"prepare", "sql"},   {"escape", "value"},   {"concat", "values"},  {"append", "values"},      {"assign", "values"},
      {"copy", "value"},    {"replace", "values"}, {"source", "source"}, {"compare", "values"}, {"join", "value"},         {"add_element", "values"}};
  for (const auto& [role, key] : needs)
    EXPECT_THAT(RowErrors("{ role = \"" + std::string(role) + "\" }"),
                ElementsAre("3:7 role `" + std::string(role) + "` needs the key `" + key + "`"));
  EXPECT_THAT(RowErrors("{ role = \"format\" }"),
              ElementsAre("3:7 role `format` needs the key `format`", "3:7 role `format` needs the key `language`"));
  for (const char* role : {"execute", "number", "harmless", "clear"})
    EXPECT_THAT(RowErrors("{ role = \"" + std::string(role) + "\" }"), IsEmpty()) << role;
}

TEST(Reader, RolesHaveNoOtherKeys) {
  EXPECT_THAT(RowErrors("{ role = \"query\", sql = 1, quotes = true }"), ElementsAre("3:34 role `query` has no key `quotes`"));
  EXPECT_THAT(RowErrors("{ role = \"query\", sql = 1, bind = 2 }"), ElementsAre("3:34 unknown key `bind` (did you mean `binds`?)"));
  EXPECT_THAT(RowErrors("{ role = \"number\", dialect = \"mysql\", arguments = 2 }"), IsEmpty());
}

TEST(Reader, ValuesHaveTheirTypes) {
  EXPECT_THAT(RowErrors("{ role = \"query\", sql = -1 }"), ElementsAre("3:31 `sql` is negative: places count from 0, the receiver"));
  EXPECT_THAT(RowErrors("{ role = \"query\", sql = 5000000000 }"), ElementsAre("3:31 `sql` is too large: no call has so many places"));
  EXPECT_THAT(RowErrors("{ role = \"query\", sql = 1.5 }"), ElementsAre("3:31 `sql` needs a number, not a fraction"));
  EXPECT_THAT(RowErrors("{ role = \"query\", sql = true }"), ElementsAre("3:31 `sql` needs a number, not true or false"));
  EXPECT_THAT(RowErrors("{ role = \"query\", sql = \"result\" }"), ElementsAre(::testing::StartsWith("3:31 `sql` is a number or \"receiver\", not `result`")));
  EXPECT_THAT(RowErrors("{ role = \"clear\", to = \"reciever\" }"), ElementsAre(HasSubstr("not `reciever` (did you mean `receiver`?)")));
  EXPECT_THAT(RowErrors("{ role = \"escape\", value = 1, quotes = 1 }"), ElementsAre("3:46 `quotes` is true or false, not a number"));
  EXPECT_THAT(RowErrors("{ role = \"escape\", value = 1, escapes = \"name\" }"), ElementsAre("3:47 unknown escapes `name`"));
  EXPECT_THAT(RowErrors("{ role = \"source\", source = \"netwrk\" }"), ElementsAre("3:35 unknown source `netwrk` (did you mean `network`?)"));
  EXPECT_THAT(RowErrors("{ role = \"source\", source = \"none\" }"), ElementsAre(HasSubstr("3:35 unknown source `none`")));
  EXPECT_THAT(RowErrors("{ role = \"format\", format = 1, language = \"none\" }"), ElementsAre(HasSubstr("unknown language `none`")));
  EXPECT_THAT(RowErrors("{ role = \"clear\", arguments = -2 }"), ElementsAre(HasSubstr("3:37 `arguments` is negative")));
}

TEST(Reader, RangesAreWritten) {
  for (const char* range : {"1", "[1, 2]", "\"2..\"", "\"2..4\"", "\"receiver\"", "\"0..1\"", "\"3\""})
    EXPECT_THAT(RowErrors("{ role = \"concat\", values = " + std::string(range) + " }"), IsEmpty()) << range;
  for (const char* range : {"\"\"", "\"..\"", "\"..2\"", "\"3..2\"", "\"-1..\"", "\"1...3\"", "\"1..x\"", "\"99999999999..\""})
    EXPECT_THAT(RowErrors("{ role = \"concat\", values = " + std::string(range) + " }"), ElementsAre(HasSubstr("3:35 `values` is a place or a range")))
        << range;
  EXPECT_THAT(RowErrors("{ role = \"concat\", values = [] }"), ElementsAre("3:35 `values` is empty"));
  EXPECT_THAT(RowErrors("{ role = \"concat\", values = [1, 3] }"), ElementsAre("3:39 the places of `values` must follow one another"));
  EXPECT_THAT(RowErrors("{ role = \"concat\", values = [1, \"2\"] }"), ElementsAre("3:39 `values` needs a number, not a string"));
  EXPECT_THAT(RowErrors("{ role = \"concat\", values = true }"), ElementsAre(HasSubstr("3:35 `values` needs a number, a list of numbers")));
}

TEST(Reader, OverloadsDifferInTheirArguments) {
  EXPECT_THAT(RowErrors("[{ role = \"clear\", arguments = 0 }, { role = \"execute\", arguments = 0 }]"),
              ElementsAre("3:43 duplicate row for `f`: rows of one function differ in `arguments`"));
  EXPECT_THAT(RowErrors("[{ role = \"clear\", arguments = 0 }, { role = \"execute\", arguments = 1 }]"), IsEmpty());
}

TEST(Reader, NamesAreQualifiedAndBare) {
  const auto name = [](const std::string& text) { return Errors("library = \"x\"\n[calls]\n\"" + text + "\" = { role = \"clear\" }"); };
  EXPECT_THAT(name(""), ElementsAre(HasSubstr("a row needs a qualified name")));
  EXPECT_THAT(name("::f"), ElementsAre(HasSubstr("do not begin with `::`")));
  EXPECT_THAT(name("f(int)"), ElementsAre(HasSubstr("have no parameters")));
  EXPECT_THAT(name("std::vector<int>::clear"), ElementsAre(HasSubstr("have no template arguments")));
  EXPECT_THAT(name("C::operator()"), IsEmpty());
  EXPECT_THAT(name("C::operator<"), IsEmpty());
}

TEST(Reader, Types) {
  EXPECT_THAT(TypeErrors("{ role = \"text\" }"), IsEmpty());
  EXPECT_THAT(TypeErrors("{ role = \"transaction\", begin = \"b\", commit = \"c\", rollback = \"r\", destructor = \"rollback\" }"), IsEmpty());
  EXPECT_THAT(TypeErrors("1"), ElementsAre("3:7 `T` needs a row, not a number"));
  EXPECT_THAT(TypeErrors("{ role = \"txt\" }"), ElementsAre("3:16 unknown role `txt` (did you mean `text`?)"));
  EXPECT_THAT(TypeErrors("{ role = \"source\" }"), ElementsAre("3:7 role `source` needs the key `source`"));
  EXPECT_THAT(TypeErrors("{ role = \"text\", source = \"file\" }"), ElementsAre("3:33 role `text` has no key `source`"));
  EXPECT_THAT(TypeErrors("{ role = \"text\", commit = \"c\" }"), ElementsAre("3:33 role `text` has no key `commit`"));
  EXPECT_THAT(TypeErrors("{ role = \"transaction\", comit = \"c\" }"), ElementsAre("3:31 unknown key `comit` (did you mean `commit`?)"));
  EXPECT_THAT(TypeErrors("{ role = \"transaction\", commit = 1 }"), ElementsAre("3:40 `commit` needs a string, not a number"));
}

TEST(Reader, Effects) {
  const auto errors = [](const std::string& row) { return Errors("library = \"x\"\n[effects]\n\"f\" = " + row + "\n"); };
  EXPECT_THAT(errors("{ role = \"acquire\", what = \"result\", to = 2, success = \"zero\", null = 1, arguments = 3 }"), IsEmpty());
  EXPECT_THAT(errors("[{ role = \"release\" }, { role = \"begin\", value = 1 }]"), IsEmpty());
  EXPECT_THAT(errors("{ role = \"acquire\" }"), ElementsAre("3:7 role `acquire` needs the key `what`"));
  EXPECT_THAT(errors("{ role = \"release\", to = 1 }"), ElementsAre("3:32 role `release` has no key `to`"));
  EXPECT_THAT(errors("{ role = \"acquire\", what = \"results\" }"), ElementsAre("3:34 unknown what `results` (did you mean `result`?)"));
  EXPECT_THAT(errors("{ role = \"aquire\", what = \"result\" }"), ElementsAre("3:16 unknown role `aquire` (did you mean `acquire`?)"));
  EXPECT_THAT(errors("{ role = \"release\", succes = \"zero\" }"), ElementsAre(HasSubstr("unknown key `succes` (did you mean `success`?)")));
  EXPECT_THAT(errors("3"), ElementsAre("3:7 `f` needs a row or a list of rows, not a number"));
  EXPECT_THAT(Errors("library = \"x\"\nborrows = 1"), ElementsAre("2:11 `borrows` needs a list of strings, not a number"));
}

TEST(Reader, Async) {
  const auto errors = [](const std::string& row) { return Errors("library = \"x\"\n[async]\n\"f\" = " + row + "\n"); };
  EXPECT_THAT(errors("{ role = \"launch\", runs = \"1..2\", exceptions = \"kept\", with = \"a::detached\" }"), IsEmpty());
  EXPECT_THAT(errors("[{ role = \"guard\" }, { role = \"wrap\", runs = 1 }]"), IsEmpty());
  EXPECT_THAT(errors("{ role = \"launch\", exceptions = \"kept\" }"), ElementsAre("3:7 role `launch` needs the key `runs`"));
  EXPECT_THAT(errors("{ role = \"entry\" }"), ElementsAre("3:7 role `entry` needs the key `exceptions`"));
  EXPECT_THAT(errors("{ role = \"future\", runs = 1 }"), ElementsAre("3:33 role `future` has no key `runs`"));
  EXPECT_THAT(errors("{ role = \"lunch\" }"), ElementsAre("3:16 unknown role `lunch` (did you mean `launch`?)"));
  EXPECT_THAT(errors("{ role = \"guard\", run = 1 }"), ElementsAre(HasSubstr("unknown key `run` (did you mean `runs`?)")));
}

TEST(Reader, Locks) {
  const auto errors = [](const std::string& row) { return Errors("library = \"x\"\n[locks]\n\"f\" = " + row + "\n"); };
  EXPECT_THAT(errors("{ role = \"lock\", value = 1, shared = true, to = \"result\" }"), IsEmpty());
  EXPECT_THAT(errors("[{ role = \"guard\", value = \"1..\" }, { role = \"mutex\", recursive = true }]"), IsEmpty());
  EXPECT_THAT(errors("{ role = \"wait\", on = 1, value = 2 }"), IsEmpty());
  EXPECT_THAT(errors("{ role = \"notify\", value = 1 }"), ElementsAre("3:34 role `notify` has no key `value`"));
  EXPECT_THAT(errors("{ role = \"mutex\", recursive = 1 }"), ElementsAre("3:37 `recursive` needs true or false, not a number"));
  EXPECT_THAT(errors("{ role = \"lok\" }"), ElementsAre("3:16 unknown role `lok` (did you mean `lock`?)"));
  EXPECT_THAT(errors("{ role = \"lock\", share = true }"), ElementsAre(HasSubstr("unknown key `share` (did you mean `shared`?)")));
}

TEST(Reader, Exceptions) {
  EXPECT_THAT(Errors("library = \"x\"\n[throws]\n\"a::error\" = [\"f\", \"g/1\"]\n[exceptions]\n\"a::error\" = [\"b\", \"c\"]\n\"b\" = \"c\"\n"), IsEmpty());
  EXPECT_THAT(Errors("library = \"x\"\n[throws]\n\"a::error\" = 1\n"), ElementsAre("3:14 `a::error` needs a list of strings, not a number"));
}

TEST(Reader, ColumnsCountBytes) {
  EXPECT_THAT(Errors("library = \"x\"\n[calls]\n\"\xc3\xa4\" = { role = \"query\", sql = -1 }"), ElementsAre(::testing::StartsWith("3:32 ")));
}

TEST(Reader, ErrorsComeByPlaceAndEnd) {
  std::string text = "library = \"x\"\n[calls]\n";
  for (int i = 0; i < 200; ++i) text += "\"f" + std::to_string(1000 - i) + "\" = { role = \"query\" }\n";
  const std::vector<std::string> errors = Errors(text);
  EXPECT_EQ(errors.size(), 50u);
  EXPECT_THAT(errors.front(), ::testing::StartsWith("3:"));
  EXPECT_THAT(errors.back(), ::testing::StartsWith("52:"));
}

TEST(Reader, HostileFilesAreRefused) {
  EXPECT_THAT(Errors(std::string((1 << 20) + 1, '#')), ElementsAre(HasSubstr("larger than")));
  std::string dots = "library = \"x\"\na";
  for (int i = 0; i < 100000; ++i) dots += ".a";
  EXPECT_THAT(Errors(dots + " = 1"), ElementsAre("2:1 too many dots on one line"));
  EXPECT_THAT(Errors("library = \"x\"\na = " + std::string(100000, '[')), ElementsAre("2:1 too many brackets on one line"));
  std::string lines = "library = \"x\"\na = ";
  for (int i = 0; i < 100000; ++i) lines += "[\n";
  EXPECT_THAT(Errors(lines), ElementsAre(HasSubstr("not TOML")));
  std::string deep = "x = ";
  const int levels = 120;
  for (int i = 0; i < levels; ++i) {
    deep += "{a";
    for (int dot = 0; dot < 55; ++dot) deep += ".a";
    deep += "=[\n";
  }
  deep += "1";
  for (int i = 0; i < levels; ++i) deep += "]}";
  EXPECT_THAT(Errors(deep).size(), 2u);
}

}  // namespace
}  // namespace backlint
