// Formats that other programs read: against their definitions in schema/, with nothing, with everything, with what strangers write, and
// with very much.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <sstream>

#include <nlohmann/json.hpp>

#include "report/writer.h"
#include "sample.h"

namespace backlint::report {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using Json = nlohmann::json;
namespace fs = std::filesystem;

constexpr Screen kScreen{};

Report Everything() {
  Report report;
  report.version = "1.2.3";
  report.entries = {&kOther, &kEntry};
  report.compared = true;
  Finding story = At("src/a b.cc", 3, 20, "`sort` becomes part of ORDER BY");
  story.end_line = 3;
  story.end_column = 24;
  story.function = "shop::Orders";
  story.notes = {{{"src/http.cc", 1, 10}, "read from the request here"}, {{"", 0, 0}, "and so on"}, {{"src/a b.cc", 9, 1}, "runs it"}};
  report.findings.push_back({.finding = story, .fingerprint = "f1"});
  report.findings.push_back({.finding = At("src/b.cc", 1, 1, "known"), .fingerprint = "f2", .baseline = true});
  report.findings.push_back({.finding = At("src/b.cc", 2, 0, "quiet"), .fingerprint = "f3", .suppressed = true, .reason = "our own list"});
  Finding other = At("src/c.cc", 0, 0, "over lines");
  other.entry = &kOther;
  other.severity = Severity::kWarning;
  other.place.line = 4;
  other.place.column = 9;
  other.end_line = 6;
  other.end_column = 2;
  report.findings.push_back({.finding = other, .fingerprint = "f4"});
  Finding placeless = At("", 0, 0, "nowhere");
  placeless.severity = Severity::kNote;
  report.findings.insert(report.findings.begin(), {.finding = placeless, .fingerprint = "f5"});
  report.summary.failed_units = {{"src/lost.cc", "the front end crashed"}};
  report.summary.partial_units = {{"src/half.cc", "`gone.h` is missing"}};
  report.summary.findings = CountFindings(report.findings);
  return report;
}

// Bytes that end commands, attributes, strings or lines, or that no document may hold.
Report Hostile() {
  Report report;
  Finding finding = At("src/]]>&<\"'%0A::error::\n,:\xff.cc", 7, 3, "\x01\x1b[2J</failure>\"}]\r\n::warning::x \xe2\x80\xae\xc3 %25,:");
  finding.function = "f<\"&>";
  finding.notes = {{{"/etc/\x02passwd", 1, 1}, "--> \xf0\x9f"}};
  finding.fix = "a\nb\x03";
  report.findings.push_back({.finding = finding, .fingerprint = "f", .suppressed = false, .reason = ""});
  Finding quiet = At("z.cc", 1, 1, "q");
  report.findings.push_back({.finding = quiet, .fingerprint = "g", .suppressed = true, .reason = "\x04<&\""});
  report.summary.failed_units = {{"\x05.cc", "<&>"}};
  return report;
}

Report Many(size_t count) {
  Report report;
  report.entries = {&kEntry};
  for (size_t i = 0; i < count; ++i) {
    Finding finding = At("src/file" + std::to_string(i / 100) + ".cc", static_cast<uint32_t>(i % 100 + 1), 3, "m");
    finding.notes = {{{"src/other.cc", 1, 1}, "from here"}};
    report.findings.push_back({.finding = std::move(finding), .fingerprint = std::to_string(i)});
  }
  return report;
}

// What a definition has against the document; empty when it fits. Without a definition: whether the document can be read at all.
std::string Fault(const std::string& document, const std::string& definition, bool xml) {
  Folder folder;
  folder.Write("document", document);
  const std::string schema = std::string(BACKLINT_SOURCE_DIR) + "/tests/report/schema/", file = (folder.path() / "document").string();
  std::string command = xml ? "xmllint --huge --noout " + (definition.empty() ? "" : "--schema '" + schema + definition + "' ") + "'" + file + "' 2>&1 && echo good"
                            : "'" + schema + "validate' '" + schema + definition + "' '" + file + "' 2>&1 && echo good";
  std::string said;
  FILE* pipe = ::popen(command.c_str(), "r");
  char chunk[4096];
  for (size_t got; (got = std::fread(chunk, 1, sizeof chunk, pipe)) > 0;) said.append(chunk, got);
  ::pclose(pipe);
  return said.ends_with("good\n") ? "" : said;
}

struct Defined {
  const char* format;
  const char* definition;
  bool xml;
};

class Definition : public ::testing::TestWithParam<Defined> {};

TEST_P(Definition, HoldsForNothingForEverythingAndForWhatStrangersWrite) {
  const auto [name, definition, xml] = GetParam();
  const Format* format = FindFormat(name);
  ASSERT_NE(format, nullptr);
  for (const Report& report : {Report(), Everything(), Hostile()}) {
    const std::string document = format->write(report, kScreen);
    EXPECT_EQ(Fault(document, definition, xml), "") << document;
    EXPECT_EQ(document, format->write(report, kScreen)) << "the same every time";
  }
}

TEST_P(Definition, HoldsForManyFindings) {
  const auto [name, definition, xml] = GetParam();
  EXPECT_EQ(Fault(FindFormat(name)->write(Many(200), kScreen), definition, xml), "");
  const std::string document = FindFormat(name)->write(Many(100000), kScreen);
  RecordProperty("bytes", static_cast<int>(document.size()));
  if (xml) EXPECT_EQ(Fault(document, "", true), "");
  else EXPECT_TRUE(Json::accept(document));
}

INSTANTIATE_TEST_SUITE_P(Formats, Definition,
                         ::testing::Values(Defined{"sarif", "sarif.json", false}, Defined{"gitlab", "gitlab.json", false}, Defined{"rdjson", "rdjson.json", false},
                                           Defined{"checkstyle", "checkstyle.xsd", true}, Defined{"junit", "junit.xsd", true}),
                         [](const auto& info) { return std::string(info.param.format); });

TEST(Sarif, HasRulesResultsAndTheWayOfTheData) {
  const Json run = Json::parse(WriteSarif(Everything(), kScreen))["runs"][0];
  EXPECT_EQ(run["tool"]["driver"]["version"], "1.2.3");
  const Json& rules = run["tool"]["driver"]["rules"];
  ASSERT_EQ(rules.size(), 2u);
  EXPECT_EQ(rules[0]["id"], "query-in-loop");
  EXPECT_THAT(rules[1]["help"]["markdown"].get<std::string>(), HasSubstr("**Fix:** Pass the value as a parameter"));
  const Json& story = run["results"][1];
  EXPECT_EQ(story["ruleIndex"], 1);
  const Json& place = story["locations"][0]["physicalLocation"];
  EXPECT_EQ(place["artifactLocation"]["uri"], "src/a%20b.cc");
  EXPECT_EQ(place["artifactLocation"]["uriBaseId"], "PROJECTROOT");
  EXPECT_EQ(place["region"], Json::parse(R"({"startLine": 3, "startColumn": 20, "endLine": 3, "endColumn": 24})"));
  EXPECT_EQ(story["locations"][0]["logicalLocations"][0]["fullyQualifiedName"], "shop::Orders");
  EXPECT_EQ(story["relatedLocations"].size(), 2u);
  const Json& steps = story["codeFlows"][0]["threadFlows"][0]["locations"];
  ASSERT_EQ(steps.size(), 3u);
  EXPECT_EQ(steps[1]["location"]["message"]["text"], "read from the request here");
  EXPECT_EQ(story["partialFingerprints"]["backlint/v1"], "f1");
}

TEST(Sarif, TellsOldSuppressedAndFailed) {
  const Json run = Json::parse(WriteSarif(Everything(), kScreen))["runs"][0];
  std::vector<std::string> states;
  for (const Json& result : run["results"])
    states.push_back(result["baselineState"].get<std::string>() + (result["suppressions"].empty() ? "" : " " + result["suppressions"][0]["justification"].get<std::string>()));
  EXPECT_THAT(states, ElementsAre("new", "new", "unchanged", "new our own list", "new"));
  EXPECT_EQ(run["invocations"][0]["executionSuccessful"], false);
  EXPECT_EQ(run["invocations"][0]["toolExecutionNotifications"][0]["level"], "error");
  EXPECT_THAT(run["invocations"][0]["toolExecutionNotifications"][1]["message"]["text"].get<std::string>(), HasSubstr("gone.h"));
  EXPECT_EQ(Json::parse(WriteSarif(One(At("a.cc", 1, 1, "m")), kScreen))["runs"][0]["results"][0].count("baselineState"), 0u) << "nothing was compared";
}

TEST(Sarif, CountsCharacters) {
  Folder folder;
  folder.Write("a.cc", "f(\"\xc3\xa4\xf0\x9f\x98\x80\", name);\n");
  const Json region = Json::parse(WriteSarif(One(At("a.cc", 1, 12, "m"), folder.path().string()), kScreen))["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"];
  EXPECT_EQ(region["startColumn"], 8) << "two characters of six bytes stand before it";
}

TEST(Gitlab, KeepsKnownFindingsAndLeavesOutSuppressedOnes) {
  const Json findings = Json::parse(WriteGitlab(Everything(), kScreen));
  std::vector<std::string> prints;
  for (const Json& finding : findings) prints.push_back(finding["fingerprint"].get<std::string>() + " " + finding["severity"].get<std::string>());
  EXPECT_THAT(prints, ElementsAre("f1 critical", "f2 critical", "f4 major"));
  EXPECT_EQ(findings[2]["location"]["lines"], Json::parse(R"({"begin": 4, "end": 6})"));
}

TEST(Github, WritesCommandsTheMostSevereFirst) {
  EXPECT_EQ(WriteGithub(Everything(), kScreen),
            "::error file=src/a b.cc,line=3,col=20,endColumn=24,title=sql-injection::`sort` becomes part of ORDER BY%0Asrc/http.cc:1: read from the request here%0A"
            "and so on%0Asrc/a b.cc:9: runs it%0AFix: " + std::string(kEntry.fix) + "\n"
            "::warning file=src/c.cc,line=4,endLine=6,title=query-in-loop::over lines%0AFix: One query with a list.\n"
            "::notice title=sql-injection::nowhere%0AFix: " + std::string(kEntry.fix) + "\n");
  EXPECT_THAT(WriteGithub(Report(), kScreen), IsEmpty());
}

TEST(Github, LetsNobodyWriteCommands) {
  std::istringstream lines(WriteGithub(Hostile(), kScreen));
  std::string line;
  ASSERT_TRUE(std::getline(lines, line));
  EXPECT_TRUE(line.starts_with("::error file=src/]]>&<\"'%250A%3A%3Aerror%3A%3A\\n%2C%3A\\xff.cc,line=7,col=3,title=")) << line;
  EXPECT_FALSE(std::getline(lines, line)) << line;
}

TEST(Rdjson, HasRangesAndRelatedPlaces) {
  const Json diagnostics = Json::parse(WriteRdjson(Everything(), kScreen))["diagnostics"];
  ASSERT_EQ(diagnostics.size(), 3u);
  EXPECT_EQ(diagnostics[1]["location"]["range"]["end"], Json::parse(R"({"line": 3, "column": 24})"));
  EXPECT_EQ(diagnostics[1]["related_locations"].size(), 2u);
  EXPECT_EQ(diagnostics[2]["severity"], "WARNING");
}

TEST(Checkstyle, NamesEachFileOnce) {
  const std::string text = WriteCheckstyle(Everything(), kScreen);
  EXPECT_THAT(text, HasSubstr("  <file name=\"src/a b.cc\">\n    <error line=\"3\" column=\"20\" severity=\"error\" message=\"`sort` becomes part of ORDER BY\" source=\"backlint.sql-injection\"/>\n"));
  EXPECT_THAT(text, Not(HasSubstr("quiet")));
}

TEST(Junit, CountsFailuresAndShowsChecksThatFoundNothing) {
  const std::string text = WriteJunit(Everything(), kScreen);
  EXPECT_THAT(text, HasSubstr("<testsuite name=\"src/b.cc\" tests=\"2\" failures=\"0\" errors=\"0\" skipped=\"2\" file=\"src/b.cc\">"));
  EXPECT_THAT(text, HasSubstr("<skipped message=\"suppressed: our own list\"/>"));
  EXPECT_THAT(text, HasSubstr("src/lost.cc could not be analysed: the front end crashed"));
  Report clean;
  clean.entries = {&kEntry};
  EXPECT_THAT(WriteJunit(clean, kScreen), HasSubstr("<testcase name=\"no finding\" classname=\"sql-injection\"/>"));
}

}  // namespace
}  // namespace backlint::report
