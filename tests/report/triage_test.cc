#include "report/triage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/facts.h"
#include "sample.h"

namespace backlint::report {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const TriageOptions kAll{.paths = {}, .ran = {"sql-injection", "query-in-loop"}, .known = {"sql-injection", "query-in-loop", "lock-order"}};

std::vector<std::string> Places(const std::vector<ReportedFinding>& findings) {
  std::vector<std::string> places;
  for (const auto& r : findings) places.push_back(r.finding.place.path + ":" + std::to_string(r.finding.place.line));
  return places;
}

Suppression Quiet(const std::string& path, uint32_t line, const std::string& check = "sql-injection") {
  return {.place = {path, line, 3}, .target_line = line, .check = check, .reason = "known"};
}

TEST(Triage, SortsByPlaceAndDropsDuplicates) {
  const auto out = Triage({At("b.cc", 1, 1, "m"), At("a.cc", 10, 1, "m"), At("a.cc", 9, 1, "m"), At("a.cc", 9, 1, "m")}, {}, kAll);
  EXPECT_THAT(Places(out), ElementsAre("a.cc:9", "a.cc:10", "b.cc:1"));
}

TEST(Triage, OrderOfInputDoesNotMatter) {
  Findings findings = {At("a.cc", 9, 1, "m", "x"), At("a.cc", 9, 1, "n", "x"), At("a.cc", 2, 1, "m", "x")};
  const auto forward = Triage(findings, {}, kAll);
  std::reverse(findings.begin(), findings.end());
  const auto backward = Triage(findings, {}, kAll);
  ASSERT_EQ(forward.size(), backward.size());
  for (size_t i = 0; i < forward.size(); ++i) EXPECT_EQ(forward[i].fingerprint, backward[i].fingerprint);
}

TEST(Fingerprint, SurvivesMovedLinesAndTellsTwinsApart) {
  const auto before = Triage({At("a.cc", 3, 1, "m"), At("a.cc", 5, 1, "m")}, {}, kAll);
  const auto after = Triage({At("a.cc", 13, 4, "m"), At("a.cc", 25, 9, "m")}, {}, kAll);
  EXPECT_EQ(before[0].fingerprint, after[0].fingerprint);
  EXPECT_EQ(before[1].fingerprint, after[1].fingerprint);
  EXPECT_NE(before[0].fingerprint, before[1].fingerprint);
}

TEST(Fingerprint, DependsOnCheckPathFunctionAndAnchor) {
  Finding other_check = At("a.cc", 1, 1, "m"), other_function = At("a.cc", 2, 1, "m");
  other_check.entry = &kOther;
  other_function.function = "f";
  const auto out = Triage({At("a.cc", 3, 1, "m"), other_check, other_function, At("a.cc", 4, 1, "m", "b"), At("b.cc", 3, 1, "m")}, {}, kAll);
  std::set<std::string> prints;
  for (const auto& r : out) prints.insert(r.fingerprint);
  EXPECT_THAT(prints, SizeIs(5));
}

TEST(Fingerprint, IsTheSameWhenOnlyOneFolderIsAskedFor) {
  TriageOptions options = kAll;
  const Findings findings = {At("a/x.cc", 1, 1, "m"), At("b/x.cc", 1, 1, "m")};
  const auto all = Triage(findings, {}, options);
  options.paths = {"b"};
  const auto some = Triage(findings, {}, options);
  ASSERT_THAT(some, SizeIs(1));
  EXPECT_EQ(some[0].fingerprint, all[1].fingerprint);
}

TEST(Paths, AreWholeComponents) {
  TriageOptions options = kAll;
  options.paths = {"src/"};
  const auto out = Triage({At("src/a.cc", 1, 1, "m"), At("src2/a.cc", 1, 1, "m"), At("src", 1, 1, "m")}, {}, options);
  EXPECT_THAT(Places(out), ElementsAre("src:1", "src/a.cc:1"));
  options.paths = {"."};
  EXPECT_THAT(Triage({At("x.cc", 1, 1, "m")}, {}, options), SizeIs(1));
}

TEST(Paths, HoldFindingsWhoseWayLeadsThrough) {
  TriageOptions options = kAll;
  Finding finding = At("include/db.h", 1, 1, "m");
  finding.notes = {{{"src/a.cc", 3, 7}, "it comes from here"}};
  options.paths = {"src"};
  EXPECT_THAT(Triage({finding}, {}, options), SizeIs(1));
  options.paths = {"src/b.cc"};
  EXPECT_THAT(Triage({finding}, {}, options), IsEmpty());
}

TEST(Suppressions, MarkTheFindingOfTheirCheckOnTheirLine) {
  const std::vector<Suppression> quiet = {Quiet("a.cc", 4)};
  Finding other = At("a.cc", 4, 9, "other");
  other.entry = &kOther;
  const auto out = Triage({At("a.cc", 4, 1, "m"), At("a.cc", 5, 1, "m"), other}, quiet, kAll);
  ASSERT_THAT(out, SizeIs(3));
  EXPECT_TRUE(out[0].suppressed);
  EXPECT_EQ(out[0].reason, "known");
  EXPECT_FALSE(out[1].suppressed);
  EXPECT_FALSE(out[2].suppressed);
  const FindingCounts counts = CountFindings(out);
  EXPECT_EQ(counts.suppressed, 1u);
  EXPECT_EQ(counts.error, 2u);
}

TEST(Suppressions, SpeakForAnyLineOfALongFinding) {
  Finding finding = At("a.cc", 4, 1, "m");
  finding.end_line = 7;
  EXPECT_TRUE(Triage({finding}, std::vector{Quiet("a.cc", 7)}, kAll)[0].suppressed);
  EXPECT_FALSE(Triage({finding}, std::vector{Quiet("a.cc", 8)}, kAll)[0].suppressed);
}

TEST(Suppressions, SpeakForTheirStatementAndTheStepsOfTheWay) {
  Finding finding = At("a.cc", 14, 1, "m");
  finding.notes = {{{"a.cc", 30, 7}, "`run` runs it"}, {{"b.h", 3, 7}, "it comes from here"}};
  Suppression quiet = Quiet("a.cc", 12);
  quiet.first_line = 12, quiet.last_line = 15;
  EXPECT_TRUE(Triage({finding}, std::vector{quiet}, kAll)[0].suppressed);
  quiet.last_line = 13;
  EXPECT_FALSE(Triage({finding}, std::vector{quiet}, kAll)[1].suppressed);
  EXPECT_TRUE(Triage({finding}, std::vector{Quiet("a.cc", 30)}, kAll)[0].suppressed);
  EXPECT_FALSE(Triage({finding}, std::vector{Quiet("b.h", 3)}, kAll)[0].suppressed) << "another file speaks for itself";
}

TEST(Suppressions, MustNameACheckAndGiveAReason) {
  Suppression none = Quiet("a.cc", 4, "*"), nolint = none, other = Quiet("a.cc", 9, "*"), bare = Quiet("b.cc", 4);
  nolint.form = other.form = facts::SuppressionForm::NolintLine;
  bare.reason = "";
  const auto out = Triage({At("a.cc", 4, 1, "m"), At("b.cc", 4, 9, "m")}, std::vector{none, nolint, other, bare}, kAll);
  EXPECT_THAT(Places(out), ElementsAre("a.cc:4", "a.cc:4", "b.cc:4", "b.cc:4")) << "what is no word to us is silent where nothing is found";
  EXPECT_FALSE(out[0].suppressed);
  EXPECT_THAT(out[1].finding.message, HasSubstr("names no check"));
  EXPECT_THAT(out[1].finding.fix, HasSubstr("Name the check"));
  EXPECT_EQ(out[2].finding.message, "`sql-injection` is suppressed here without a reason");
  EXPECT_TRUE(out[3].suppressed);
  bare.form = facts::SuppressionForm::NolintLine;
  EXPECT_THAT(Triage({At("b.cc", 4, 9, "m")}, std::vector{bare}, kAll), SizeIs(1)) << "where a reason is no custom";
}

TEST(Suppressions, UnusedOnesBecomeNotes) {
  const auto out = Triage({}, std::vector{Quiet("a.cc", 4), Quiet("a.cc", 5, "no-such-check"), Quiet("a.cc", 6, "lock-order"), Quiet("a.cc", 7, "")}, kAll);
  EXPECT_THAT(Places(out), ElementsAre("a.cc:4", "a.cc:5", "a.cc:7")) << "lock-order did not run";
  EXPECT_EQ(out[0].finding.entry, &UnusedSuppression());
  EXPECT_EQ(out[0].finding.severity, Severity::kNote);
  EXPECT_THAT(out[1].finding.message, HasSubstr("there is no check `no-such-check`"));
  EXPECT_EQ(CountFindings(out).warning, 0u);
}

TEST(Suppressions, AreCollectedOncePerHeaderFromWhateverIsReported) {
  facts::UnitFactsT unit;
  unit.version = kFactsVersion;
  unit.strings = {""};
  const auto add = [&](const char* path, facts::FileRole role) {
    auto file = std::make_unique<facts::FileT>();
    file->path = path;
    file->digest = "d";
    file->role = role;
    unit.files.push_back(std::move(file));
    auto s = std::make_unique<facts::SuppressionT>();
    s->file = static_cast<uint32_t>(unit.files.size() - 1);
    s->line = 3, s->column = 1, s->target_line = 4, s->check = "backlint-sql-injection", s->reason = "why";
    unit.suppressions.push_back(std::move(s));
  };
  unit.types.emplace_back(facts::TypeKind::Void, false, 0, 0, kNone, kNone, 0, 0, -1);
  unit.type_lists.push_back(0);
  add("src/a.h", facts::FileRole::Project);
  add("src/gen.h", facts::FileRole::Generated);
  add("/usr/include/x.h", facts::FileRole::External);
  const std::string bytes = facts::Serialize(unit);
  const auto verified = facts::Verify({reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()});
  ASSERT_TRUE(verified.ok()) << verified.error().message;
  const std::vector<const facts::UnitFacts*> units = {verified.value(), verified.value()};
  const auto suppressions = CollectSuppressions(units);
  ASSERT_THAT(suppressions, SizeIs(2));
  EXPECT_EQ(suppressions[0].check, "sql-injection");
  EXPECT_EQ(suppressions[0].target_line, 4u);

  for (const auto& suppression : unit.suppressions) suppression->check = "<check>";
  const std::string prose = facts::Serialize(unit);
  const std::vector<const facts::UnitFacts*> talk = {facts::GetUnitFacts(prose.data())};
  EXPECT_THAT(CollectSuppressions(talk), IsEmpty()) << "prose about suppressions is none";
}

}  // namespace
}  // namespace backlint::report
