// Rows by name, and what replaces what.
#include "models/model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace backlint {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

Models With(std::string_view toml) {
  Models models;
  EXPECT_THAT(models.Add("a.toml", toml), IsEmpty());
  return models;
}

const CallRow& Row(const Models& models, std::string_view name) {
  const auto rows = models.FindCalls(name);
  EXPECT_THAT(rows, SizeIs(1)) << name;
  return *rows[0];
}

TEST(Models, ReadsARowWhole) {
  const Models models = With(R"(
library = "mine"
headers = ["mine/"]
dialect = "postgres"
parameterised = "run: sql, values"
parameterised_note = "since 2"
[calls]
"mine::Db::run" = { role = "query", sql = 2, binds = "3..", name = 5, append = true, dialect = "sqlite", arguments = 3 }
"mine::esc" = { role = "escape", value = 1, to = 2, escapes = "identifier", quotes = true }
[types]
"mine::Tx" = { role = "transaction", begin = "b", commit = "c", rollback = "r", destructor = "commit" }
"mine::Request" = { role = "source", source = "request" }
)");
  ASSERT_THAT(models.libraries(), SizeIs(1));
  const Library& library = *models.libraries()[0];
  EXPECT_EQ(library.name, "mine");
  EXPECT_THAT(library.headers, ::testing::ElementsAre("mine/"));
  EXPECT_EQ(library.dialect, ModelDialect::kPostgres);
  EXPECT_EQ(library.parameterised, "run: sql, values");
  EXPECT_EQ(library.parameterised_note, "since 2");

  const CallRow& run = Row(models, "mine::Db::run");
  EXPECT_EQ(run.library, &library);
  EXPECT_EQ(run.place, (Place{"a.toml", 8, 19}));
  EXPECT_EQ(run.role, Role::kQuery);
  EXPECT_EQ(run.sql, 2);
  EXPECT_EQ(run.name, 5);
  EXPECT_EQ(run.arguments, 3);
  EXPECT_TRUE(run.append);
  EXPECT_EQ(run.dialect, ModelDialect::kSqlite);
  EXPECT_EQ(run.binds.first, 3);
  EXPECT_EQ(run.binds.last, Arguments::kOpen);
  EXPECT_EQ(run.values.first, kAbsent);
  EXPECT_EQ(run.to, kAbsent);

  const CallRow& escape = Row(models, "mine::esc");
  EXPECT_EQ(escape.escapes, EscapeFor::kIdentifier);
  EXPECT_TRUE(escape.quotes);
  EXPECT_EQ(escape.to, 2);

  ASSERT_NE(models.FindType("mine::Tx"), nullptr);
  EXPECT_EQ(models.FindType("mine::Tx")->destructor, "commit");
  ASSERT_NE(models.FindType("mine::Request"), nullptr);
  EXPECT_EQ(models.FindType("mine::Request")->source, SourceKind::kRequest);
  EXPECT_EQ(models.FindType("mine::Nothing"), nullptr);
  EXPECT_THAT(models.FindCalls("mine::Db"), IsEmpty());
}

TEST(Models, ReadsPlacesAndRanges) {
  const Models models = With(R"(
library = "x"
[calls]
"a" = { role = "copy", value = "receiver", to = "result", values = [2, 3, 4] }
"b" = { role = "append", values = "2..4", to = "receiver", at = 1, front = true }
"c" = { role = "compare", values = 7 }
"d" = { role = "join", value = 1, separator = 2 }
)");
  const CallRow& a = Row(models, "a");
  EXPECT_EQ(a.value, 0);
  EXPECT_EQ(a.to, kResult);
  EXPECT_EQ(a.values.first, 2);
  EXPECT_EQ(a.values.last, 4);
  const CallRow& b = Row(models, "b");
  EXPECT_EQ(b.to, 0);
  EXPECT_EQ(b.at, 1);
  EXPECT_TRUE(b.front);
  EXPECT_EQ(b.values.last, 4);
  EXPECT_EQ(Row(models, "c").values.first, 7);
  EXPECT_EQ(Row(models, "c").values.last, 7);
  EXPECT_EQ(Row(models, "d").separator, 2);
}

TEST(Models, ValuesOfAFormatStandBehindIt) {
  const Models models = With(R"(
library = "x"
[calls]
"f" = { role = "format", language = "printf", format = 2 }
"v" = { role = "format", language = "sqlite", format = 2, list = true }
"own" = { role = "format", language = "fmt", format = 1, values = "3..4" }
"run" = { role = "query", sql = 2, language = "printf" }
"plain" = { role = "query", sql = 2 }
)");
  EXPECT_EQ(Row(models, "f").values.first, 3);
  EXPECT_EQ(Row(models, "f").values.last, Arguments::kOpen);
  EXPECT_EQ(Row(models, "v").values.first, 3);
  EXPECT_EQ(Row(models, "v").values.last, 3);
  EXPECT_TRUE(Row(models, "v").list);
  EXPECT_EQ(Row(models, "own").values.first, 3);
  EXPECT_EQ(Row(models, "run").values.first, 3);
  EXPECT_EQ(Row(models, "run").language, FormatLanguage::kPrintf);
  EXPECT_EQ(Row(models, "plain").values.first, kAbsent);
}

TEST(Models, ALaterFileReplacesAllRowsOfItsFunctions) {
  Models models = With(R"(
library = "old"
[calls]
"f" = [{ role = "execute", arguments = 0 }, { role = "query", sql = 1, arguments = 1 }]
"g" = { role = "number" }
[types]
"T" = { role = "text" }
)");
  EXPECT_THAT(models.FindCalls("f"), SizeIs(2));
  EXPECT_EQ(models.FindCalls("f")[0]->arguments, 0);
  EXPECT_EQ(models.FindCalls("f")[1]->arguments, 1);
  EXPECT_THAT(models.Add("b.toml", R"(
library = "new"
[calls]
"f" = { role = "harmless" }
[types]
"T" = { role = "number" }
)"), IsEmpty());
  EXPECT_EQ(Row(models, "f").role, Role::kHarmless);
  EXPECT_EQ(Row(models, "f").library->name, "new");
  EXPECT_EQ(Row(models, "g").role, Role::kNumber);
  EXPECT_EQ(models.FindType("T")->role, TypeRole::kNumber);
}

TEST(Models, NothingOfAWrongFileIsAdded) {
  Models models = With("library = \"x\"\n[calls]\n\"f\" = { role = \"number\" }\n");
  EXPECT_THAT(models.Add("b.toml", "library = \"y\"\n[calls]\n\"f\" = { role = \"clear\" }\n\"g\" = { role = \"query\" }\n"), SizeIs(1));
  EXPECT_EQ(Row(models, "f").role, Role::kNumber);
  EXPECT_THAT(models.FindCalls("g"), IsEmpty());
  EXPECT_THAT(models.libraries(), SizeIs(1));
}

TEST(Models, ConversionsAreFoundWithoutTemplateArguments) {
  const Models models = With("library = \"x\"\n[calls]\n\"C::operator view\" = { role = \"copy\", value = 0 }\n"
                             "\"C::operator<<\" = { role = \"append\", values = 1 }\n");
  EXPECT_THAT(models.FindCalls("C::operator view<char, traits<char>>"), SizeIs(1));
  EXPECT_THAT(models.FindCalls("C::operator view"), SizeIs(1));
  EXPECT_THAT(models.FindCalls("C::operator<<"), SizeIs(1));
  EXPECT_THAT(models.FindCalls("C::operator<"), IsEmpty());
}

}  // namespace
}  // namespace backlint
