#include "cli/summary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace backlint::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

report::Report Figures() {
  report::Report report;
  report.summary.units = {.total = 12, .analysed = 3, .partial = 1, .failed = 1, .reused = 8};
  report.summary.findings = {.error = 2, .warning = 1, .note = 0, .suppressed = 1, .baseline = 0};
  report.summary.queries = {.total = 9, .understood = 7};
  return report;
}

Reading Read() {
  Reading reading;
  reading.partial = {{"b.cc", "`x.h` is missing"}};
  reading.failed = {{"c.cc", "the front end crashed\033"}};
  reading.missing_headers = {{"x.h", 4}};
  return reading;
}

TEST(Summary, NamesWhatHappened) {
  const std::string text = SummaryText(Figures(), Read(), false);
  EXPECT_EQ(text,
            "backlint: warning: 1 unit could not be analysed:\n"
            "  c.cc: the front end crashed\\x1b\n"
            "backlint: 1 unit was read with errors; --verbose names what is missing\n"
            "backlint: 2 errors and 1 warning (1 suppressed) in 12 units (3 parsed, 8 reused, 1 failed, 1 with errors); 7 of 9 queries understood "
            "(`backlint queries --unresolved` shows the rest)\n");
}

TEST(Summary, TellsMoreWhenAsked) {
  Reading reading = Read();
  reading.remarks = {"an entry could not be used"};
  const std::string text = SummaryText(Figures(), reading, true);
  EXPECT_THAT(text, HasSubstr("b.cc: `x.h` is missing"));
  EXPECT_THAT(text, HasSubstr("    4  x.h"));
  EXPECT_THAT(text, HasSubstr("an entry could not be used"));
  EXPECT_THAT(SummaryText(Figures(), reading, false), Not(HasSubstr("an entry")));
}

TEST(Summary, SaysWhenItGuessed) {
  Reading reading;
  reading.guessed = true;
  EXPECT_THAT(SummaryText({}, reading, false), HasSubstr("guessed"));
}

TEST(Summary, CountsLimitsAndNamesThemWhenAsked) {
  Reading reading;
  reading.cut_functions = {"a.cc:1: F", "b.cc:2: G"};
  reading.cut_queries = {"a.cc:7"};
  EXPECT_THAT(SummaryText({}, reading, false), HasSubstr("backlint: 2 functions are too long or too deep to be followed whole; --verbose names them\n"
                                                         "backlint: 1 query comes about in more ways than are followed; --verbose names it\n"));
  EXPECT_THAT(SummaryText({}, reading, true), HasSubstr("followed whole:\n  a.cc:1: F\n  b.cc:2: G\n"));
}

TEST(Summary, IsShortWhenThereIsNothing) {
  report::Report report;
  report.summary.units = {.total = 1, .analysed = 1, .partial = 0, .failed = 0, .reused = 0};
  report.summary.queries = {.total = 2, .understood = 2};
  EXPECT_EQ(SummaryText(report, {}, false), "backlint: no findings in 1 unit (1 parsed); 2 of 2 queries understood\n");
}

TEST(Summary, SaysWhenNoQueriesWereSeen) {
  report::Report report;
  EXPECT_THAT(SummaryText(report, {}, false), Not(HasSubstr("no queries"))) << "nothing was read";
  report.summary.units = {.total = 1, .analysed = 0, .partial = 0, .failed = 0, .reused = 1};
  EXPECT_THAT(SummaryText(report, {}, false), HasSubstr("no findings in 1 unit (1 reused); no queries were seen\n"));
  EXPECT_THAT(SummaryText(report, {}, false), HasSubstr(".backlint/models"));
}

TEST(Summary, ShortensALongListOfFailures) {
  Reading reading;
  for (int i = 0; i < 30; ++i) reading.failed.push_back({std::to_string(i) + ".cc", "lost"});
  EXPECT_THAT(SummaryText({}, reading, false), HasSubstr("and 20 more"));
  EXPECT_THAT(SummaryText({}, reading, true), HasSubstr("29.cc: lost"));
}

}  // namespace
}  // namespace backlint::cli
