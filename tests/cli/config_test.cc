#include "cli/config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "checks/check.h"
#include "cli/configure.h"
#include "cli/path_glob.h"

namespace backlint::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

std::string Refused(const std::string& text) {
  const auto config = ParseConfig(text, "c.toml");
  EXPECT_FALSE(config.ok()) << text;
  return config.ok() ? "" : config.error().message;
}

TEST(Config, ReadsEveryKey) {
  const auto config = ParseConfig(R"(
build = "out"
include = ["src/**"]
exclude = ["src/gen"]
checks = ["*", "-query-in-loop"]
fail-on = "error"
baseline = "known.json"
models = "models"
allow-partial = true
strict = true
[schema]
sources = ["db/**"]
dialect = "mysql"
[limits]
jobs = 3
unit-seconds = 9
[check.missing-index]
severity = "note"
exclude = ["tools"]
[check.lock-order]
severity = "off"
[[override]]
paths = ["src/old"]
checks = ["-missing-index"]
)", "c.toml");
  ASSERT_TRUE(config.ok()) << config.error().message;
  EXPECT_EQ(config->build, "out");
  EXPECT_THAT(config->include, ElementsAre("src/**"));
  EXPECT_THAT(config->checks, ElementsAre("*", "-query-in-loop"));
  EXPECT_EQ(config->fail_on + config->baseline + config->models + config->schema_dialect, "errorknown.jsonmodelsmysql");
  EXPECT_TRUE(config->allow_partial && config->strict);
  EXPECT_EQ(config->jobs, 3);
  EXPECT_EQ(config->unit_seconds, 9);
  EXPECT_EQ(config->rules.at("missing-index").severity, Severity::kNote);
  EXPECT_TRUE(config->rules.at("lock-order").off);
  EXPECT_THAT(config->overrides, SizeIs(1));
  EXPECT_EQ(config->lines.at("build"), 2u);
  EXPECT_EQ(config->lines.at("schema.dialect"), 13u);
}

TEST(Config, NamesWhatIsWrongAndWhatIsNear) {
  EXPECT_EQ(Refused("biuld = 'x'"), "c.toml:1:9: unknown key `biuld`; did you mean `build`? (known: schema, limits, check, override, build, include, exclude, checks, fail-on, "
                                    "baseline, models, allow-partial, strict)");
  EXPECT_THAT(Refused("[schema]\ndialekt = 'mysql'"), HasSubstr("c.toml:2:11: unknown key of [schema] `dialekt`; did you mean `dialect`?"));
  EXPECT_THAT(Refused("[schema]\ndialect = 'mysq'"), HasSubstr("did you mean `mysql`?"));
  EXPECT_THAT(Refused("[check.missing-indx]\nseverity = 'off'"), HasSubstr("unknown check `missing-indx`; did you mean `missing-index`?"));
  EXPECT_THAT(Refused("[check.missing-index]\nlevel = 'off'"), HasSubstr("unknown option `level`"));
  EXPECT_THAT(Refused("checks = ['missing-indx']"), HasSubstr("missing-indx"));
  EXPECT_THAT(Refused("fail-on = 3"), HasSubstr("`fail-on` has to be a text"));
  EXPECT_THAT(Refused("include = 'src'"), HasSubstr("`include` has to be a list of texts"));
  EXPECT_THAT(Refused("strict = 1"), HasSubstr("true or false"));
  EXPECT_THAT(Refused("[limits]\njobs = 0"), HasSubstr("number from 1"));
  EXPECT_THAT(Refused("schema = 1"), HasSubstr("has to be a table"));
  EXPECT_THAT(Refused("[[override]]\npaths = ['a']"), HasSubstr("wants `paths` and `checks`"));
  EXPECT_THAT(Refused("build ="), HasSubstr("c.toml:1:"));
  EXPECT_THAT(Refused("a = " + std::string(5000, '[')), HasSubstr("too deep"));
}

TEST(Config, WhatEachKeyShowsCanBeReadAgain) {
  Config config;
  config.build = "a \"b\" \\c";
  config.include = {"x", "y"};
  for (const ConfigKey& key : ConfigKeys()) {
    const std::string section = key.section.empty() ? "" : "[" + std::string(key.section) + "]\n";
    const bool empty = ConfigValue(key, config) == "\"\"" || ConfigValue(key, config) == "0";
    if (!empty) EXPECT_TRUE(ParseConfig(section + std::string(key.name) + " = " + ConfigValue(key, config), "c").ok()) << key.name;
    EXPECT_FALSE(key.about.empty() || key.fallback.empty()) << key.name;
  }
}

TEST(Rules, DecideByPathAndCheck) {
  const auto config = ParseConfig(R"(
exclude = ["gen"]
[check.missing-index]
severity = "note"
exclude = ["tools"]
[check.lock-order]
severity = "off"
[[override]]
paths = ["old"]
checks = ["missing-index"]
[[override]]
paths = ["old/new"]
checks = ["*"]
)", "c");
  ASSERT_TRUE(config.ok()) << config.error().message;
  const auto entry = [](std::string_view name) {
    for (const checks::Check* check : checks::All())
      if (check->entry.name == name) return &check->entry;
    return static_cast<const Entry*>(nullptr);
  };
  std::vector<report::ReportedFinding> findings;
  for (const char* path : {"a.cc", "gen/a.cc", "tools/a.cc", "old/a.cc", "old/new/a.cc"})
    for (const char* check : {"missing-index", "lock-order", "sql-injection"}) {
      Finding& finding = findings.emplace_back().finding;
      finding.entry = entry(check);
      finding.place.path = path;
    }
  ApplyRules(*config, &findings);
  std::vector<std::string> left;
  for (const report::ReportedFinding& reported : findings)
    left.push_back(reported.finding.place.path + " " + std::string(reported.finding.entry->name) + " " + std::string(Name(reported.finding.severity)));
  EXPECT_THAT(left, ElementsAre("a.cc missing-index note", "a.cc sql-injection warning", "tools/a.cc sql-injection warning", "old/a.cc missing-index note",
                                "old/new/a.cc missing-index note", "old/new/a.cc sql-injection warning"));
}

TEST(PathGlob, MeansWhatPeopleKnowFromGit) {
  const std::string path = "src/db/orders.cc";
  for (const char* glob : {"src", "src/", "src/**", "src/db", "src/*/orders.cc", "**/orders.cc", "orders.cc", "*.cc", "db", "src/**/orders.*", "**", "src/db/orders.cc"})
    EXPECT_TRUE(MatchesPath(path, glob)) << glob;
  for (const char* glob : {"sr", "db/orders.cc", "src/*.cc", "*.h", "src/orders.cc", "orders", "src/db/orders.cc/x"}) EXPECT_FALSE(MatchesPath(path, glob)) << glob;
  EXPECT_TRUE(MatchesPath(path, "."));
}

}  // namespace
}  // namespace backlint::cli
