#include "report/writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "sample.h"

namespace backlint::report {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr Screen kPlain{.color = false, .width = 84};

Finding Story() {
  Finding finding = At("src/orders.cc", 3, 20, "`sort` becomes part of ORDER BY");
  finding.end_line = 3;
  finding.end_column = 24;
  finding.function = "shop::Orders";
  finding.notes = {{{"src/http.cc", 1, 10}, "read from the request here"}, {{"", 0, 0}, "and so on"}};
  return finding;
}

void WriteSources(const Folder& folder) {
  folder.Write("src/orders.cc", "void f() {\n  // newest first\n\tdb.query(\"... \" + sort);\n}\n");
  folder.Write("src/http.cc", "auto s = request.get(\"sort\");\n");
}

TEST(Text, ShowsTheWholeStory) {
  Folder folder;
  WriteSources(folder);
  EXPECT_EQ(WriteText(One(Story(), folder.path().string()), kPlain),
            R"(src/orders.cc:3:20: error: `sort` becomes part of ORDER BY [sql-injection]
   | in shop::Orders
 2 |   // newest first
 3 |     db.query("... " + sort);
   |                       ^^^^
   = note: src/http.cc:1:10: read from the request here
 1 | auto s = request.get("sort");
   |          ^^^^^^^
   = note: and so on
   |
   = cause: Text of unknown content becomes part of a statement.
   = fix: Pass the value as a parameter:
          `PQexecParams(conn, "... $1", 1, nullptr, values, nullptr, nullptr, 0)`.
)");
}

TEST(Text, GivesAdviceOnce) {
  Report report = One(At("a.cc", 1, 1, "first"));
  report.findings.push_back({.finding = At("a.cc", 2, 1, "second"), .fingerprint = "g"});
  const std::string text = WriteText(report, kPlain);
  EXPECT_EQ(text.find("cause:"), text.rfind("cause:"));
  EXPECT_THAT(text, ::testing::EndsWith("   |\n   = cause and fix as above (backlint explain sql-injection)\n"));
  report.findings[1].finding.fix = "Another one.";
  EXPECT_THAT(WriteText(report, kPlain), HasSubstr("fix: Another one."));
}

TEST(Text, HidesWhatIsSuppressedOrOld) {
  Report report = One(Story());
  report.findings[0].suppressed = true;
  EXPECT_THAT(WriteText(report, kPlain), IsEmpty());
  EXPECT_THAT(WriteGcc(report, kPlain), IsEmpty());
  report.findings[0].suppressed = false;
  report.findings[0].baseline = true;
  EXPECT_THAT(WriteText(report, kPlain), IsEmpty());
}

TEST(Text, PaintsOnlyWhenAsked) {
  EXPECT_THAT(WriteText(One(Story()), kPlain), Not(HasSubstr("\033")));
  EXPECT_THAT(WriteText(One(Story()), {.color = true, .width = 80}), HasSubstr("\033[1;31merror:\033[0m"));
}

TEST(Text, EscapesWhatCouldMoveTheCursor) {
  Folder folder;
  folder.Write("a.cc", "int \033[2Jx; // \xe2\x80\xae\xff\n");
  Finding finding = At("a.cc", 1, 1, "name `\033]0;x\007\xc2\x9b`");
  finding.notes = {{{"evil\n.cc", 1, 1}, "\xe2\x80\x8b"}};
  for (const std::string& out : {WriteText(One(finding, folder.path().string()), kPlain), WriteGcc(One(finding), kPlain)}) {
    for (const char* raw : {"\033", "\007", "\xc2\x9b", "\xe2\x80\xae", "\xff", "\xe2\x80\x8b", "evil\n"}) EXPECT_THAT(out, Not(HasSubstr(raw)));
    EXPECT_THAT(out, HasSubstr("\\x1b]0;x"));
  }
}

TEST(Text, ReadsNothingOutsideOfTheRoot) {
  Folder outside, inside;
  outside.Write("secret.txt", "root:secret\n");
  inside.Write("a.cc", "int x;\n");
  std::filesystem::create_symlink(outside.path() / "secret.txt", inside.path() / "link.cc");
  ASSERT_EQ(::mkfifo((inside.path() / "pipe.cc").c_str(), 0600), 0);
  const std::string secret = (outside.path() / "secret.txt").string();
  for (const std::string& path : {secret, std::string("link.cc"), "../" + outside.path().filename().string() + "/secret.txt", std::string("pipe.cc"),
                                  std::string("no.cc"), std::string(".")}) {
    const std::string text = WriteText(One(At(path, 1, 1, "m"), inside.path().string()), kPlain);
    EXPECT_THAT(text, Not(HasSubstr("secret\n"))) << path;
    EXPECT_THAT(text, HasSubstr("error: m"));
  }
}

TEST(Text, KeepsTheMarkOnLongLines) {
  Folder folder;
  const std::string line = std::string(5000, 'a') + "HERE" + std::string(5000, 'b');
  folder.Write("a.cc", "int x;\n" + line + "\nint y;\n");
  Finding finding = At("a.cc", 2, 5001, "m");
  finding.end_line = 2;
  finding.end_column = 5005;
  const std::string text = WriteText(One(finding, folder.path().string()), kPlain);
  ASSERT_THAT(text, HasSubstr("HERE"));
  std::istringstream lines(text);
  std::string code, mark;
  while (std::getline(lines, code) && code.find("HERE") == std::string::npos) {
  }
  std::getline(lines, mark);
  EXPECT_EQ(mark.find("^^^^") + 2, code.find("HERE")) << "the mark stands below (the cut sign takes three bytes)";
  EXPECT_LE(code.size(), 90u);
}

TEST(Gcc, IsOneLineEach) {
  EXPECT_EQ(WriteGcc(One(Story()), kPlain),
            "src/orders.cc:3:20: error: `sort` becomes part of ORDER BY [sql-injection]\n"
            "src/http.cc:1:10: note: read from the request here\n"
            "backlint: note: and so on\n");
}

TEST(Json, HasThePromisedKeys) {
  Report report = One(Story());
  report.summary.units = {.total = 4, .analysed = 2, .partial = 1, .failed = 1, .reused = 1};
  report.summary.queries = {.total = 9, .understood = 8};
  report.summary.failed_units = {{"src/lost.cc", "the front end crashed"}};
  report.summary.missing_headers = {{"gone.h", 3}};
  report.findings[0].suppressed = true;
  EXPECT_EQ(WriteJson(report, kPlain), R"({
  "version": 1,
  "summary": {
    "units": {
      "total": 4,
      "analysed": 2,
      "partial": 1,
      "failed": 1,
      "reused": 1
    },
    "findings": {
      "error": 1,
      "warning": 0,
      "note": 0,
      "suppressed": 0,
      "baseline": 0
    },
    "queries": {
      "total": 9,
      "understood": 8
    }
  },
  "failedUnits": [
    {
      "path": "src/lost.cc",
      "reason": "the front end crashed"
    }
  ],
  "partialUnits": [],
  "missingHeaders": [
    {
      "header": "gone.h",
      "units": 3
    }
  ],
  "findings": [
    {
      "check": "sql-injection",
      "severity": "error",
      "path": "src/orders.cc",
      "line": 3,
      "column": 20,
      "endLine": 3,
      "endColumn": 24,
      "function": "shop::Orders",
      "message": "`sort` becomes part of ORDER BY",
      "cause": "Text of unknown content becomes part of a statement.",
      "fix": "Pass the value as a parameter: `PQexecParams(conn, \"... $1\", 1, nullptr, values, nullptr, nullptr, 0)`.",
      "fingerprint": "f",
      "suppressed": true,
      "baseline": false,
      "notes": [
        {
          "path": "src/http.cc",
          "line": 1,
          "column": 10,
          "message": "read from the request here"
        },
        {
          "path": "",
          "line": 0,
          "column": 0,
          "message": "and so on"
        }
      ]
    }
  ]
}
)");
}

TEST(Json, SurvivesBytesThatAreNotUtf8) {
  EXPECT_THAT(WriteJson(One(At("a\xff.cc", 1, 1, "m\x01")), kPlain), HasSubstr("\\u0001"));
}

TEST(Formats, AreFoundByName) {
  EXPECT_EQ(FindFormat("gcc")->write, &WriteGcc);
  EXPECT_EQ(FindFormat("nope"), nullptr);
  EXPECT_EQ(Formats().front().name, "text");
}

}  // namespace
}  // namespace backlint::report
