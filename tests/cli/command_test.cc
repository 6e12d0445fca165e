#include "cli/command.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace backlint::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

template <typename T>
T Parsed(const std::vector<std::string>& words) {
  const auto command = ParseCommand(words);
  if (!command) {
    ADD_FAILURE() << command.error().message;
    return {};
  }
  if (!std::holds_alternative<T>(command.value())) {
    ADD_FAILURE() << "another command: " << command.value().index();
    return {};
  }
  return std::get<T>(command.value());
}

std::string Refused(const std::vector<std::string>& words) {
  const auto command = ParseCommand(words);
  EXPECT_FALSE(command.ok());
  return command ? "" : command.error().message;
}

TEST(Command, AnEmptyWordIsNoValue) {
  for (const char* option : {"-p", "--models", "--cache-dir"}) EXPECT_THAT(Refused({option, ""}), HasSubstr("not empty")) << option;
}

TEST(Command, CheckIsTheDefault) {
  const auto none = Parsed<CheckCommand>({});
  EXPECT_TRUE(none.project.paths.empty());
  EXPECT_EQ(none.reporting.format->name, "text");
  EXPECT_EQ(none.reporting.fail_on, Severity::kWarning);
  EXPECT_THAT(Parsed<CheckCommand>({"src", "lib"}).project.paths, ElementsAre("src", "lib"));
  EXPECT_THAT(Parsed<CheckCommand>({"check", "src"}).project.paths, ElementsAre("src"));
  EXPECT_EQ(Parsed<CheckCommand>({"-p", "build", "src"}).project.database, "build");
}

TEST(Command, TakesEveryOptionOfCheck) {
  const auto c = Parsed<CheckCommand>({"--format", "json", "--output", "gcc=a.txt", "--output=json=b=c.json", "src", "--checks", "-sql-injection,missing-*", "--fail-on",
                                       "never", "--allow-partial", "--strict", "-j", "3", "--no-cache", "--cache-dir", "d", "--no-color", "--quiet", "--verbose", "--stats",
                                       "--time-limit", "7", "--models", "m"});
  EXPECT_EQ(c.reporting.format->name, "json");
  ASSERT_EQ(c.reporting.outputs.size(), 2u);
  EXPECT_EQ(c.reporting.outputs[0].format->name, "gcc");
  EXPECT_EQ(c.reporting.outputs[1].file, "b=c.json");
  EXPECT_EQ(c.reporting.checks, "-sql-injection,missing-*");
  EXPECT_EQ(c.reporting.fail_on, std::nullopt);
  EXPECT_TRUE(c.reporting.allow_partial && c.reporting.strict && c.reporting.no_color);
  EXPECT_TRUE(c.talk.quiet && c.talk.verbose && c.talk.stats && c.project.no_cache);
  EXPECT_EQ(c.project.jobs, 3);
  EXPECT_EQ(c.project.unit_seconds, 7);
  EXPECT_EQ(c.project.cache_dir, "d");
  EXPECT_EQ(c.project.models, "m");
  EXPECT_THAT(c.project.paths, ElementsAre("src"));
}

TEST(Command, KeepsTheCompileCommandAsItIs) {
  const auto c = Parsed<ExtractCommand>({"extract", "-o", "a.facts", "--", "g++", "-O2", "--help", "-o", "a.o", "a.cc"});
  EXPECT_EQ(c.output, "a.facts");
  EXPECT_THAT(c.command, ElementsAre("g++", "-O2", "--help", "-o", "a.o", "a.cc"));
  EXPECT_THAT(Refused({"extract", "-o", "a.facts"}), HasSubstr("needs a compile command"));
}

TEST(Command, KnowsTheOthers) {
  EXPECT_EQ(Parsed<ExplainCommand>({"explain", "x"}).name, "x");
  EXPECT_THAT(Parsed<LinkCommand>({"link", "a", "b", "--format", "gcc"}).facts, ElementsAre("a", "b"));
  EXPECT_TRUE(Parsed<QueriesCommand>({"queries", "--format", "json"}).json);
  EXPECT_EQ(Parsed<CacheCommand>({"cache", "why", "a.cc"}).why, "a.cc");
  EXPECT_EQ(Parsed<CacheCommand>({"cache", "clear"}).action, CacheCommand::Action::kClear);
  Parsed<ListCommand>({"list"});
  Parsed<WorkerCommand>({"worker"});
}

TEST(Command, HelpIsAnAnswerNotAnError) {
  const std::string help = Parsed<ShowCommand>({"--help"}).text;
  for (const char* word : {"check", "explain", "list", "queries", "cache", "extract", "link", "--format", "text", "gcc", "json", "--checks", "--fail-on", "Exit status", "-p DIR",
                           "backlint: allow("})
    EXPECT_THAT(help, HasSubstr(word));
  EXPECT_THAT(help, ::testing::Not(HasSubstr("worker")));
  EXPECT_THAT(Parsed<ShowCommand>({"queries", "--help"}).text, HasSubstr("--unresolved"));
  EXPECT_THAT(Parsed<ShowCommand>({"--version"}).text, HasSubstr("clang"));
}

TEST(Command, SuggestsWhatWasMeant) {
  EXPECT_THAT(Refused({"--formt", "gcc"}), HasSubstr("unknown option `--formt`; did you mean `--format`?"));
  EXPECT_THAT(Refused({"--format", "jason"}), HasSubstr("did you mean `json`?"));
  EXPECT_THAT(Refused({"--format", "xml"}), HasSubstr("known: text, gcc, json"));
  EXPECT_THAT(Refused({"--output", "gc=x"}), HasSubstr("did you mean `gcc`?"));
  EXPECT_THAT(Refused({"--output", "x.json"}), HasSubstr("--output needs"));
  EXPECT_THAT(Refused({"--fail-on", "errors"}), HasSubstr("did you mean `error`?"));
  EXPECT_THAT(Refused({"queries", "--format", "gcc"}), HasSubstr("unknown format"));
  EXPECT_THAT(Refused({"-j", "0"}), HasSubstr("-j"));
  EXPECT_THAT(Refused({"list", "--what"}), HasSubstr("unknown option `--what`"));
}

TEST(Command, NamesWhatItWants) {
  EXPECT_THAT(Refused({"-p"}), HasSubstr("`-p` needs a value"));
  EXPECT_THAT(Refused({"queries", "--format"}), HasSubstr("`--format` needs a value"));
  EXPECT_THAT(Refused({"cache"}), HasSubstr("`cache` needs one of `stats`, `clear` and `why PATH`"));
  EXPECT_THAT(Refused({"cache", "empty"}), HasSubstr("not `empty`"));
  EXPECT_THAT(Refused({"cache", "why"}), HasSubstr("needs the source file"));
  EXPECT_THAT(Refused({"extract"}), HasSubstr("`extract` needs a file to write and a compile command"));
  EXPECT_THAT(Refused({"link"}), HasSubstr("needs files that `extract` wrote"));
  EXPECT_THAT(Refused({"list", "all"}), HasSubstr("`list` takes no argument"));
  EXPECT_THAT(Refused({"explain", "a", "b"}), HasSubstr("`explain` takes one name"));
  EXPECT_EQ(Parsed<ExplainCommand>({"explain"}).name, "") << "the list";
}

TEST(Command, RefusesTwoReportsIntoOneFile) {
  EXPECT_THAT(Refused({"--output", "json=a", "--output", "gcc=./a"}), HasSubstr("two reports into one file"));
  EXPECT_EQ(Parsed<CheckCommand>({"--output", "json=a", "--output", "gcc=b"}).reporting.outputs.size(), 2u);
}

}  // namespace
}  // namespace backlint::cli
