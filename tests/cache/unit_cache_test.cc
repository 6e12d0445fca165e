#include "cache/unit_cache.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "project.h"

namespace backlint {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using UnitCacheTest = testing::Project;

TEST_F(UnitCacheTest, GivesBackWhatWasStored) {
  const std::string facts = Stored(*Open(), "a");
  auto cache = Open();
  EXPECT_EQ(cache->Find(Key("a.cc")), facts);
  EXPECT_TRUE(cache->Why(Key("a.cc")).reusable);
  EXPECT_THAT(warnings_, IsEmpty());
}

TEST_F(UnitCacheTest, KnowsNothingOfOtherUnitsAndArguments) {
  auto cache = Open();
  Stored(*cache, "a");
  EXPECT_FALSE(cache->Find(Key("b.cc")));
  EXPECT_FALSE(cache->Find(Key("a.cc", "others")));
  EXPECT_EQ(cache->Why(Key("b.cc")).reason, "it has never been analysed");
  EXPECT_EQ(cache->Why(Key("a.cc", "others")).reason, "its compile command has changed");
}

TEST_F(UnitCacheTest, SeesAChangeOfAnyFile) {
  for (const std::string changed : {"a.cc", "shared.h"}) {
    Stored(*Open(), "a");
    Write(changed, "int other;");
    auto cache = Open();
    EXPECT_FALSE(cache->Find(Key("a.cc"))) << changed;
    EXPECT_EQ(cache->Why(Key("a.cc")).reason, "`" + changed + "` has changed");
  }
}

TEST_F(UnitCacheTest, SeesAChangeOfTheSameSizeInTheSameMoment) {
  const std::string before = Stored(*Open(), "a");
  for (int i = 0; i < 50; ++i) {
    Write("shared.h", "int shared" + std::string(1, i % 2 ? 'x' : 'y'));
    const std::string facts = Facts({"a.cc", "shared.h"});
    auto cache = Open();
    EXPECT_FALSE(cache->Find(Key("a.cc")));  // reads the file, and keeps its stat data
    ASSERT_TRUE(cache->Store(Key("a.cc"), facts).ok());
  }
}

TEST_F(UnitCacheTest, SeesThatAFileIsGone) {
  Stored(*Open(), "a");
  std::filesystem::remove(At("shared.h"));
  EXPECT_EQ(Open()->Why(Key("a.cc")).reason, "`shared.h` cannot be read any more");
  EXPECT_FALSE(Open()->Find(Key("a.cc")));
}

TEST_F(UnitCacheTest, IgnoresTimesOfChange) {
  const std::string facts = Stored(*Open(), "a");
  EXPECT_TRUE(Open()->Find(Key("a.cc")));
  Write("shared.h", "int shared;");
  std::filesystem::last_write_time(At("a.cc"),
                                   std::filesystem::file_time_type::clock::now() + std::chrono::hours(24 * 365 * 20));
  EXPECT_EQ(Open()->Find(Key("a.cc")), facts);
}

TEST_F(UnitCacheTest, IsValidWhereverTheProjectIs) {
  const std::string facts = Stored(*Open(), "a");
  std::filesystem::rename(root_, base_ + "/moved");
  root_ = base_ + "/moved";
  EXPECT_EQ(Open()->Find(Key("a.cc")), facts);
  Write("shared.h", "changed");
  EXPECT_FALSE(Open()->Find(Key("a.cc")));
}

TEST_F(UnitCacheTest, FollowsFilesOutsideOfTheProject) {
  Write("a.cc", "1");
  const std::string outside = base_ + "/usr/include/db.h";
  Write(outside, "2");
  ASSERT_TRUE(Open()->Store(Key("a.cc"), Facts({"a.cc", outside})).ok());
  EXPECT_TRUE(Open()->Find(Key("a.cc")));
  Write(outside, "3");
  EXPECT_FALSE(Open()->Find(Key("a.cc")));
}

TEST_F(UnitCacheTest, LeavesStandInsToTheToolDigest) {
  Write("a.cc", "1");
  ASSERT_TRUE(Open()->Store(Key("a.cc"), Facts({"a.cc", "<backlint>/stddef.h"})).ok());
  EXPECT_TRUE(Open()->Find(Key("a.cc")));
  EXPECT_FALSE(Open("tool 2")->Find(Key("a.cc")));
  EXPECT_EQ(Open("tool 2")->Why(Key("a.cc")).reason, "it was analysed by another version of backlint");
}

TEST_F(UnitCacheTest, DoesNotLeaveTheProjectBackwards) {
  Write("a.cc", "1");
  Write(base_ + "/secret", "2");
  ASSERT_TRUE(Open()->Store(Key("a.cc"), Facts({"a.cc", "../secret"})).ok());
  EXPECT_FALSE(Open()->Find(Key("a.cc")));
}

TEST_F(UnitCacheTest, ReplacesWhatAnotherVersionStored) {
  Stored(*Open("tool 1"), "a");
  const std::string facts = Stored(*Open("tool 2"), "a");
  EXPECT_EQ(Open("tool 2")->Find(Key("a.cc")), facts);
  EXPECT_FALSE(Open("tool 1")->Find(Key("a.cc")));
  EXPECT_EQ(Open()->Keys().size(), 1u);
}

TEST_F(UnitCacheTest, RemembersFailureAsFailure) {
  testing::UnitBuilder builder("gone.cc");
  builder.unit.state = facts::UnitState::Failed;
  builder.unit.files.front()->digest = "";  // could not be read
  ASSERT_TRUE(Open()->Store(Key("gone.cc"), builder.Bytes()).ok());
  EXPECT_EQ(Open()->Find(Key("gone.cc")), builder.Bytes());
  EXPECT_EQ(Open()->Stats().failed_units, 1u);
  Write("gone.cc", "here");
  EXPECT_FALSE(Open()->Find(Key("gone.cc")));
}

TEST_F(UnitCacheTest, RefusesWhatIsNoFacts) {
  auto cache = Open();
  EXPECT_FALSE(cache->Store(Key("a.cc"), "").ok());
  EXPECT_FALSE(cache->Store(Key("a.cc"), "not a flatbuffer, however long it is").ok());
  EXPECT_FALSE(cache->Store(Key("a.cc"), testing::UnitBuilder("a.cc").Bytes()).ok());  // its digest is none
  EXPECT_THAT(cache->Keys(), IsEmpty());
}

TEST_F(UnitCacheTest, DoesNotKeepWhatNothingCouldMakeOld) {
  testing::UnitBuilder builder("a.cc");
  builder.unit.files.clear();
  auto cache = Open();
  const Status stored = cache->Store(Key("a.cc"), builder.Bytes());
  EXPECT_FALSE(cache->Find(Key("a.cc")));
  EXPECT_THAT(cache->Keys(), IsEmpty());
}

TEST_F(UnitCacheTest, DropsUnitsWhoseSourcesAreGone) {
  auto cache = Open();
  for (const char* name : {"a", "b", "c"}) Stored(*cache, name);
  EXPECT_EQ(cache->Stats().files, 4u);
  for (const char* gone : {"a.cc", "c.cc"}) std::filesystem::remove(At(gone));
  const std::vector<UnitKey> live = {Key("b.cc")};
  cache->Keep(live);
  EXPECT_THAT(cache->Keys(), ElementsAre(Key("b.cc")));
  EXPECT_EQ(cache->Stats().files, 2u);  // b.cc and shared.h
  EXPECT_TRUE(cache->Find(Key("b.cc")));
  Stored(*cache, "a");
  EXPECT_TRUE(Open()->Find(Key("a.cc")));
}

// `-p build-debug` and `-p build-release` in turn.
TEST_F(UnitCacheTest, KeepsUnitsOfOtherCommands) {
  for (const char* arguments : {"debug", "release", "debug"}) {
    auto cache = Open();
    Write("a.cc", "int a;");
    ASSERT_TRUE(cache->Store(Key("a.cc", arguments), Facts({"a.cc"})).ok());
    const std::vector<UnitKey> live = {Key("a.cc", arguments)};
    cache->Keep(live);
  }
  EXPECT_THAT(Open()->Keys(), ElementsAre(Key("a.cc", "debug"), Key("a.cc", "release")));
}

TEST_F(UnitCacheTest, DropsUnitsThatNobodyUsesForAMonth) {
  const auto open = [&](int64_t day) {
    return UnitCache::Open({.directory = root_ + "/.backlint", .root = root_, .tool_digest = "tool 1", .today = day}, &warnings_);
  };
  Stored(*open(100), "a");
  Stored(*open(100), "b");
  const std::vector<UnitKey> live = {Key("a.cc")}, other = {Key("b.cc")};
  open(100)->Keep(live);
  open(120)->Keep(live);
  EXPECT_EQ(open(120)->Keys().size(), 2u);
  open(129)->Keep(other);
  open(151)->Keep(live);
  EXPECT_EQ(open(151)->Keys().size(), 2u);
  open(20)->Keep(other);                 // the clock went back: no reason to throw anything away
  EXPECT_EQ(open(20)->Keys().size(), 2u);
  open(200)->Keep(live);
  EXPECT_THAT(open(200)->Keys(), ElementsAre(Key("a.cc")));
  EXPECT_THAT(warnings_, IsEmpty());
}

TEST_F(UnitCacheTest, KeepsFewCommandsOfOneSource) {
  auto cache = Open();
  Write("a.cc", "int a;");
  for (int i = 0; i < 30; ++i) ASSERT_TRUE(cache->Store(Key("a.cc", std::to_string(i)), Facts({"a.cc"})).ok());
  const std::vector<UnitKey> live = {Key("a.cc", "17")};
  cache->Keep(live);
  EXPECT_EQ(cache->Keys().size(), 8u);
  EXPECT_TRUE(cache->Find(live[0]));
}

TEST_F(UnitCacheTest, GivesBackWhatItHasGrownBy) {
  const auto cache = Open();
  Write("a.cc", "int a;");
  testing::UnitBuilder builder("a.cc");
  builder.unit.files.front()->digest = Digest("int a;");
  builder.unit.strings.push_back(std::string(30 << 20, 'x'));
  ASSERT_TRUE(cache->Store(Key("a.cc"), builder.Bytes()).ok());
  const UnitKey b = Key("b.cc");
  Stored(*cache, "b");
  EXPECT_GT(cache->Stats().file_bytes, 30u << 20);
  std::filesystem::remove(At("a.cc"));
  cache->Keep({&b, 1});
  EXPECT_LT(cache->Stats().file_bytes, 1u << 20);
  EXPECT_TRUE(cache->Find(b));
}

TEST_F(UnitCacheTest, CountsAndClears) {
  auto cache = Open();
  const std::string facts = Stored(*cache, "a");
  CacheStats stats = cache->Stats();
  EXPECT_EQ(stats.units, 1u);
  EXPECT_EQ(stats.failed_units, 0u);
  EXPECT_EQ(stats.files, 2u);
  EXPECT_EQ(stats.facts_bytes, facts.size());
  EXPECT_GT(stats.file_bytes, facts.size());
  EXPECT_EQ(stats.path, Database());
  ASSERT_TRUE(cache->Clear().ok());
  EXPECT_EQ(cache->Stats().units + cache->Stats().files, 0u);
  EXPECT_FALSE(cache->Find(Key("a.cc")));
  Stored(*cache, "a");
  EXPECT_TRUE(Open()->Find(Key("a.cc")));
  EXPECT_THAT(warnings_, IsEmpty());
}

TEST_F(UnitCacheTest, IgnoresItselfForGit) {
  Open();
  EXPECT_EQ(Read(".backlint/.gitignore"), "*\n!models/\n!models/**\n");
  Write(".backlint/.gitignore", "*\n");     // of an earlier version
  Open();
  EXPECT_EQ(Read(".backlint/.gitignore"), "*\n!models/\n!models/**\n");
  Write(".backlint/.gitignore", "mine");
  Open();
  EXPECT_EQ(Read(".backlint/.gitignore"), "mine");
}

TEST_F(UnitCacheTest, LeavesNothingBehindWhenDisabled) {
  auto cache =
      UnitCache::Open({.directory = root_ + "/.backlint", .root = root_, .tool_digest = "t", .disabled = true}, &warnings_);
  Stored(*cache, "a");
  EXPECT_TRUE(cache->Find(Key("a.cc")));
  EXPECT_FALSE(std::filesystem::exists(root_ + "/.backlint"));
  EXPECT_TRUE(cache->Clear().ok());
  EXPECT_THAT(warnings_, IsEmpty());
}

TEST_F(UnitCacheTest, TakesAnyName) {
  const std::string name = "sp ace/\xff\xfe'\";\n.cc";
  Write(name, "1");
  const std::string facts = Facts({name});
  ASSERT_TRUE(Open()->Store(Key(name), facts).ok());
  EXPECT_EQ(Open()->Find(Key(name)), facts);
  EXPECT_THAT(Open()->Keys(), ElementsAre(Key(name)));
}

TEST_F(UnitCacheTest, ReadsAUnitAgainWhenAMissingHeaderAppears) {
  Write("src/a.cc", "1");
  const UnitKey key{"src/a.cc", "arguments", {root_ + "/build/generated", base_ + "/opt/../include/"}};
  for (const std::string& header :
       {At("src/made.h"), At("src/sub/made.h"), At("made.h"), At("build/generated/made.h"), base_ + "/include/made.h"}) {
    const std::string name = header.find("/sub/") != std::string::npos ? "sub/made.h" : "made.h";
    const std::string facts = Facts({"src/a.cc"}, {"elsewhere.h", name});
    ASSERT_TRUE(Open()->Store(key, facts).ok());
    EXPECT_EQ(Open()->Find(key), facts) << header;
    Write(header, "");
    EXPECT_FALSE(Open()->Find(key)) << header;
    EXPECT_EQ(Open()->Why(key).reason, "a header that was missing may be there now");
    // It was not the one: the unit still misses it, and that is no reason to read it every time.
    ASSERT_TRUE(Open()->Store(key, facts).ok());
    EXPECT_EQ(Open()->Find(key), facts) << header;
    std::filesystem::remove(header);
  }
}

TEST_F(UnitCacheTest, OrdersKeysBySourceAndArgumentsAlone) {
  EXPECT_EQ(UnitKey("a", "1", {"x"}), UnitKey("a", "1"));
  EXPECT_LT(UnitKey("a", "2"), UnitKey("b", "1"));
  EXPECT_LT(UnitKey("a", "1", {"z"}), UnitKey("a", "2", {"b"}));
}

// Asked of git itself.
TEST_F(UnitCacheTest, GitSeesTheModelsAndNotTheCache) {
  if (std::system("git --version > /dev/null 2>&1") != 0) GTEST_SKIP() << "there is no git";
  Stored(*Open(), "a");
  for (const char* path : {".backlint/models/own.toml", ".backlint/models/more/other.toml", ".backlint/headers-0123/a.h"}) Write(path, "x");
  const auto run = [&](const std::string& command) { return std::system(("git -C " + root_ + " " + command + " > /dev/null 2>&1").c_str()); };
  ASSERT_EQ(run("init"), 0);
  for (const char* path : {"cache.db", "cache.db-wal", "headers-0123/a.h", ".gitignore"})
    EXPECT_EQ(run(std::string("check-ignore -q .backlint/") + path), 0) << path;
  for (const char* path : {"models/own.toml", "models/more/other.toml"})
    EXPECT_NE(run(std::string("check-ignore -q .backlint/") + path), 0) << path;
}

}  // namespace
}  // namespace backlint
