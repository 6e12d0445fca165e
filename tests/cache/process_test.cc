// Several processes at one cache, processes that die, and places where nothing can be written.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "cache/database.h"
#include "cache/unit_cache.h"
#include "project.h"

namespace backlint {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class ProcessTest : public testing::Project {
 protected:
  ProcessTest() { Write("shared.h", "int shared;"); }

  pid_t Start(const std::function<bool()>& body) {
    const pid_t child = fork();
    if (child == 0) _exit(body() ? 0 : 1);
    return child;
  }
  static bool Succeeds(pid_t child) {
    int status = 0;
    return waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
  }
  std::string Unit(const std::string& name) {
    Write(name, "int x;");
    return Facts({name, "shared.h"});
  }
};

TEST_F(ProcessTest, WriteAtTheSameTime) {
  constexpr int kProcesses = 6, kUnits = 12;
  const auto name = [](int process, int unit) { return "p" + std::to_string(process) + "_" + std::to_string(unit) + ".cc"; };
  for (int p = 0; p < kProcesses; ++p)
    for (int u = 0; u < kUnits; ++u) Unit(name(p, u));
  std::vector<pid_t> children;
  for (int p = 0; p < kProcesses; ++p) {
    children.push_back(Start([&] {
      auto cache = Open();  // all at once, on nothing
      bool ok = true;
      for (int u = 0; u < kUnits; ++u) {
        const std::string facts = Facts({name(p, u), "shared.h"});
        ok = ok && cache->Store(Key(name(p, u)), facts).ok() && cache->Find(Key(name(p, u))) == facts;
        ok = ok && cache->Store(Key("shared.h"), Facts({"shared.h"})).ok();
      }
      return ok && warnings_.empty();
    }));
  }
  for (const pid_t child : children) EXPECT_TRUE(Succeeds(child));
  auto cache = Open();
  EXPECT_EQ(cache->Keys().size(), kProcesses * kUnits + 1u);
  for (const UnitKey& key : cache->Keys()) EXPECT_TRUE(cache->Find(key)) << key.source;
}

TEST_F(ProcessTest, OpenADamagedFileAtTheSameTime) {
  Write(".backlint/cache.db", std::string(10000, 'x'));
  const std::string facts = Unit("a.cc");
  std::vector<pid_t> children;
  for (int p = 0; p < 6; ++p) children.push_back(Start([&] { return Open()->Store(Key("a.cc"), facts).ok(); }));
  for (const pid_t child : children) EXPECT_TRUE(Succeeds(child));
  auto cache = Open();
  EXPECT_THAT(warnings_, IsEmpty());
  ASSERT_TRUE(cache->Store(Key("a.cc"), facts).ok());
  EXPECT_EQ(Open()->Find(Key("a.cc")), facts);
}

TEST_F(ProcessTest, SeeWhatAnotherOneClearsAndStores) {
  const std::string a = Unit("a.cc"), b = Unit("b.cc");
  auto cache = Open();
  ASSERT_TRUE(cache->Store(Key("a.cc"), a).ok());
  EXPECT_TRUE(Succeeds(Start([&] { return Open()->Clear().ok(); })));
  EXPECT_FALSE(cache->Find(Key("a.cc")));
  ASSERT_TRUE(cache->Store(Key("b.cc"), b).ok());  // its header was in the table before
  EXPECT_TRUE(Succeeds(Start([&] { return Open()->Find(Key("b.cc")) == b && Open()->Store(Key("a.cc"), a).ok(); })));
  EXPECT_EQ(cache->Find(Key("a.cc")), a);
  EXPECT_EQ(cache->Keys().size(), 2u);
}

TEST_F(ProcessTest, KilledOnesKeepWhatTheyStored) {
  std::vector<std::string> facts;
  for (int u = 0; u < 20; ++u) facts.push_back(Unit("u" + std::to_string(u) + ".cc"));
  for (int last = 0; last < 20; ++last) {
    const pid_t child = Start([&] {
      auto cache = Open();
      const bool stored = cache->Store(Key("u" + std::to_string(last) + ".cc"), facts[static_cast<size_t>(last)]).ok();
      if (stored) kill(getpid(), SIGKILL);
      return stored;
    });
    int status = 0;
    waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status));
    auto cache = Open();
    EXPECT_THAT(warnings_, IsEmpty());
    for (int u = 0; u <= last; ++u)
      EXPECT_EQ(cache->Find(Key("u" + std::to_string(u) + ".cc")), facts[static_cast<size_t>(u)]) << u << " after " << last;
  }
}

TEST_F(ProcessTest, KilledAtAnyMomentLeaveNoDamage) {
  std::vector<std::string> facts;
  for (int u = 0; u < 200; ++u) facts.push_back(Unit("u" + std::to_string(u) + ".cc"));
  for (int round = 0; round < 10; ++round) {
    const pid_t child = Start([&] {
      auto cache = Open();
      bool ok = true;
      for (size_t u = 0; ok; u = (u + 1) % facts.size()) ok = cache->Store(Key("u" + std::to_string(u) + ".cc"), facts[u]).ok();
      return ok;
    });
    usleep(static_cast<useconds_t>(1000 + round * 7777));
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    auto cache = Open();
    EXPECT_THAT(warnings_, IsEmpty());
    for (const UnitKey& key : cache->Keys()) EXPECT_TRUE(cache->Find(key)) << key.source;
  }
}

TEST_F(ProcessTest, DoNotWaitLongForALock) {
  Open();
  int code = SQLITE_OK;
  const auto holder = cache::Database::Open(Database(), &code);
  ASSERT_EQ(holder->Run("BEGIN EXCLUSIVE; DELETE FROM unit"), SQLITE_OK);
  auto cache = Open();  // a reader needs no lock
  EXPECT_THAT(warnings_, IsEmpty());
  const std::string facts = Unit("a.cc");
  EXPECT_FALSE(cache->Store(Key("a.cc"), facts).ok());
  ASSERT_EQ(holder->Run("COMMIT"), SQLITE_OK);
  EXPECT_TRUE(cache->Store(Key("a.cc"), facts).ok());
}

TEST_F(ProcessTest, UseATemporaryFileWhenOneHoldsTheFile) {
  Open();
  int code = SQLITE_OK;
  const auto holder = cache::Database::Open(Database(), &code);
  ASSERT_EQ(holder->Run("PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=DELETE; BEGIN EXCLUSIVE; DELETE FROM unit"),
            SQLITE_OK);
  auto cache = Open();
  EXPECT_THAT(warnings_, ElementsAre(HasSubstr("another process holds it")));
  const std::string facts = Unit("a.cc");
  EXPECT_TRUE(cache->Store(Key("a.cc"), facts).ok());
  EXPECT_EQ(cache->Find(Key("a.cc")), facts);
}

TEST_F(ProcessTest, ReadOnlyPlacesGetATemporaryFile) {
  const std::string facts = Unit("a.cc");
  ASSERT_TRUE(Open()->Store(Key("a.cc"), facts).ok());
  namespace fs = std::filesystem;
  for (const std::string& place : {root_ + "/.backlint", Database(), root_}) {
    if (place == root_) fs::remove_all(root_ + "/.backlint");
    fs::permissions(base_, fs::perms::all);
    fs::permissions(place, fs::is_directory(place) ? fs::perms(0555) : fs::perms(0444));
    EXPECT_TRUE(Succeeds(Start([&] {
      if (geteuid() == 0 && seteuid(65534) != 0) return false;  // root may write anywhere
      auto cache = Open();
      const bool stored = cache->Store(Key("a.cc"), facts).ok() && cache->Find(Key("a.cc")) == facts;
      return stored && warnings_.size() == 1 && warnings_.front().find("is not used") != std::string::npos &&
             cache->Stats().path.empty();
    }))) << place;
    fs::permissions(place, fs::perms(0755));
  }
}

TEST_F(ProcessTest, FullDisksCostTheCacheOnly) {
  const std::string facts = Unit("a.cc");
  EXPECT_TRUE(Succeeds(Start([&] {
    auto cache = Open();
    signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{40000, 40000};
    setrlimit(RLIMIT_FSIZE, &limit);
    bool failed = false;
    for (int u = 0; u < 100; ++u) failed = !cache->Store(Key("u" + std::to_string(u)), facts).ok() || failed;
    return failed && !cache->Store(Key("a.cc"), facts).ok();
  })));
  auto cache = Open();
  EXPECT_THAT(warnings_, IsEmpty());
  for (const UnitKey& key : cache->Keys()) EXPECT_TRUE(cache->Find(key));
  EXPECT_TRUE(cache->Store(Key("a.cc"), facts).ok());
  EXPECT_TRUE(Open()->Find(Key("a.cc")));
}

TEST_F(ProcessTest, LinksDoNotLeadOutOfTheProject) {
  namespace fs = std::filesystem;
  const std::string facts = Unit("a.cc"), outside = base_ + "/outside";
  fs::create_directory(outside);
  fs::create_directory_symlink(outside, root_ + "/.backlint");
  EXPECT_TRUE(Open()->Store(Key("a.cc"), facts).ok());
  EXPECT_THAT(warnings_, ElementsAre(HasSubstr("is not used")));
  EXPECT_TRUE(fs::is_empty(outside));
  fs::remove(root_ + "/.backlint");
  fs::create_directory(root_ + "/.backlint");
  for (const char* name : {"/cache.db", "/.gitignore"}) fs::create_symlink(outside + "/target", root_ + "/.backlint" + name);
  EXPECT_TRUE(Open()->Store(Key("a.cc"), facts).ok());
  EXPECT_THAT(warnings_, ElementsAre(HasSubstr("symbolic link")));
  EXPECT_TRUE(fs::is_empty(outside));
  fs::remove(root_ + "/.backlint/cache.db");
  for (const char* name : {"/cache.db-wal", "/cache.db-shm"})
    fs::create_symlink(outside + "/target", root_ + "/.backlint" + name);
  EXPECT_TRUE(Open()->Store(Key("a.cc"), facts).ok());
  EXPECT_TRUE(fs::is_empty(outside));
}

TEST_F(ProcessTest, LinksOfTheUserAreFollowed) {
  namespace fs = std::filesystem;
  const std::string facts = Unit("a.cc");
  fs::create_directory(base_ + "/disk");
  fs::create_directory_symlink(base_ + "/disk", base_ + "/link");
  const UnitCache::Options options{.directory = base_ + "/link/cache", .root = root_, .tool_digest = "t"};
  EXPECT_TRUE(UnitCache::Open(options, &warnings_)->Store(Key("a.cc"), facts).ok());
  EXPECT_TRUE(UnitCache::Open(options, &warnings_)->Find(Key("a.cc")));
  EXPECT_TRUE(fs::exists(base_ + "/disk/cache/cache.db"));
  EXPECT_THAT(warnings_, IsEmpty());
}

}  // namespace
}  // namespace backlint
