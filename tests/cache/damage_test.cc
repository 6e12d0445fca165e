// A damaged file of a cache, or one that somebody else made, is a miss: never a wrong answer, a crash, or a fault that stays.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
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

class DamageTest : public testing::Project {
 protected:
  DamageTest() {
    auto cache = Open();
    for (const char* name : {"a", "b", "c", "d"}) facts_[Key(std::string(name) + ".cc")] = Stored(*cache, name);
    for (const auto& [key, facts] : facts_) EXPECT_TRUE(cache->Find(key));
    // Two files of one content: a path that turns into the other must not pass for it.
    Write("e.h", "");
    Write("f.h", "");
    Write("e.cc", "");
    facts_[Key("e.cc")] = Facts({"e.cc", "e.h"}, {"missing.h"});
    EXPECT_TRUE(cache->Store(Key("e.cc"), facts_[Key("e.cc")]).ok());
    EXPECT_TRUE(cache->Find(Key("e.cc")));
    cache.reset();
    whole_ = Read(Database());
  }

  void Put(const std::string& content) {
    for (const char* suffix : {"-wal", "-shm"}) std::filesystem::remove(Database() + suffix);
    Write(Database(), content);
  }

  // A run over the damaged file, which stores what it does not find.
  void Run(const std::string& what) {
    auto cache = Open();
    for (const auto& [key, facts] : facts_) {
      const auto found = cache->Find(key);
      if (found) {
        ASSERT_EQ(*found, facts) << what << ": " << key.source;
      }
      const Reuse why = cache->Why(key);
      ASSERT_EQ(why.reusable, found.has_value()) << what << ": " << why.reason;
      if (found) continue;
      const Status stored = cache->Store(key, facts);
      ASSERT_TRUE(stored.ok()) << what << ": " << stored.error().message;
    }
    cache->Stats();
    std::vector<UnitKey> live;
    for (const auto& [key, facts] : facts_) live.push_back(key);
    cache->Keep(live);
    ASSERT_LE(warnings_.size(), 3u) << what;
  }

  // At the latest in the third run: what could not be reached in the first is made anew, and filled in the second.
  void ExpectHealed(const std::string& what) {
    for (int i = 0; i < 2; ++i) {
      Run(what);
      if (HasFatalFailure()) return;
    }
    auto cache = Open();
    ASSERT_THAT(warnings_, IsEmpty()) << what;
    for (const auto& [key, facts] : facts_)
      ASSERT_EQ(cache->Find(key), facts) << what << ": " << key.source << ": " << cache->Why(key).reason;
  }

  // Nothing may be found when everything changed.
  void ExpectNothing(const std::string& what) {
    auto cache = Open();
    for (const auto& [key, facts] : facts_) ASSERT_FALSE(cache->Find(key)) << what << ": " << key.source;
  }

  int RunSql(const char* sql) {
    int code = SQLITE_OK;
    const auto database = cache::Database::Open(Database(), &code);
    return code != SQLITE_OK ? code : database->Run(sql);
  }

  std::map<UnitKey, std::string> facts_;
  std::string whole_;
};

TEST_F(DamageTest, CutAnywhere) {
  for (size_t size = 0; size < whole_.size(); size += size < 200 ? 7 : 509) {
    Put(whole_.substr(0, size));
    ExpectHealed("cut at " + std::to_string(size));
    if (HasFatalFailure()) return;
  }
}

TEST_F(DamageTest, FlippedAnywhere) {
  for (size_t at = 0; at < whole_.size(); at += std::getenv("BACKLINT_EVERY_BYTE") || at < 200 ? 1 : 127) {
    std::string damaged = whole_;
    damaged[at] = static_cast<char>(damaged[at] ^ (1 << at % 8));
    Put(damaged);
    ExpectHealed("flipped at " + std::to_string(at));
    if (HasFatalFailure()) return;
  }
}

TEST_F(DamageTest, FlippedWhenAllFilesChanged) {
  for (const char* file : {"shared.h", "e.h"}) Write(file, "int changed;");
  for (size_t at = 0; at < whole_.size(); at += 127) {
    std::string damaged = whole_;
    damaged[at] = static_cast<char>(damaged[at] ^ (1 << at % 8));
    Put(damaged);
    ExpectNothing("flipped at " + std::to_string(at));
    if (HasFatalFailure()) return;
  }
}

TEST_F(DamageTest, ZeroedBlocks) {
  for (size_t at = 0; at < whole_.size(); at += 1024) {
    std::string damaged = whole_;
    for (size_t i = at; i < std::min(at + 512, damaged.size()); ++i) damaged[i] = '\0';
    Put(damaged);
    ExpectHealed("zeroed at " + std::to_string(at));
    if (HasFatalFailure()) return;
  }
}

TEST_F(DamageTest, PathsOfFilesExchanged) {
  Write("e.h", "int changed;");
  ASSERT_EQ(RunSql("UPDATE file SET path='f.h' WHERE path='e.h'"), SQLITE_OK);
  EXPECT_FALSE(Open()->Find(Key("e.cc")));
  Write("e.h", "");
  ExpectHealed("exchanged paths");
}

TEST_F(DamageTest, KeysOutOfOrder) {
  // Every second run of neighbours in the leaves of all tables is turned round; SQLite searches them by halves.
  for (size_t step = 2; step < 12; ++step) {
    std::string damaged = whole_;
    for (size_t page = 4096; page + 8 < damaged.size(); page += 4096) {
      if (damaged[page] != 0x0d) continue;
      const size_t cells = static_cast<size_t>(static_cast<unsigned char>(damaged[page + 4]));
      for (size_t at = 0; at + 1 < cells; at += step) {
        const size_t other = std::min(at + step - 1, cells - 1);
        std::swap_ranges(&damaged[page + 8 + 2 * at], &damaged[page + 10 + 2 * at], &damaged[page + 8 + 2 * other]);
      }
    }
    Put(damaged);
    ExpectHealed("turned round by " + std::to_string(step));
    if (HasFatalFailure()) return;
  }
}

TEST_F(DamageTest, RowsExchanged) {
  ASSERT_EQ(RunSql("UPDATE unit SET id=id+1 WHERE source='a.cc'; UPDATE unit SET id=(SELECT id-1 FROM unit WHERE "
                   "source='a.cc') WHERE source='b.cc'"),
            SQLITE_OK);
  auto cache = Open();
  EXPECT_FALSE(cache->Find(Key("a.cc")));
  EXPECT_TRUE(cache->Find(Key("c.cc")));
  EXPECT_EQ(cache->Why(Key("a.cc")).reason, "its entry in the cache is damaged");
  EXPECT_THAT(warnings_, ElementsAre(HasSubstr("`a.cc` is damaged")));
}

TEST_F(DamageTest, RecordedStatDataChanged) {
  usleep(50000);  // or all files are racy, and are read in any case
  for (const char* sql : {"UPDATE file SET digest=(SELECT digest FROM file WHERE path='e.h')", "UPDATE file SET size=NULL",
                          "UPDATE file SET digest=x'00'", "UPDATE file SET recorded=9223372036854775807",
                          "UPDATE file SET modified='text', inode=1.5"}) {
    Put(whole_);
    for (const auto& [key, facts] : facts_) EXPECT_TRUE(Open()->Find(key));
    ASSERT_EQ(RunSql(sql), SQLITE_OK);
    auto cache = Open();
    for (const auto& [key, facts] : facts_) EXPECT_EQ(cache->Find(key), facts) << sql;
    EXPECT_THAT(warnings_, IsEmpty());
  }
}

TEST_F(DamageTest, OtherTables) {
  for (const char* sql :
       {"PRAGMA user_version=999", "DROP TABLE unit", "DROP TABLE file", "ALTER TABLE unit ADD COLUMN more",
        "CREATE TABLE more(a)", "CREATE TRIGGER t AFTER INSERT ON unit BEGIN DELETE FROM unit; END",
        "ALTER TABLE file RENAME TO other", "DROP TABLE unit; CREATE VIEW unit AS SELECT path AS source FROM file",
        "PRAGMA user_version=0; DROP TABLE unit; CREATE TABLE unit(a)", "CREATE INDEX i ON unit(facts)",
        "DROP TABLE file; DROP TABLE unit; PRAGMA user_version=3"}) {
    Put(whole_);
    ASSERT_EQ(RunSql(sql), SQLITE_OK) << sql;
    EXPECT_EQ(Open()->Keys().size(), 0u) << sql;
    EXPECT_THAT(warnings_, ElementsAre(HasSubstr("made anew"))) << sql;
    ExpectHealed(sql);
  }
}

TEST_F(DamageTest, NoDatabaseAtAll) {
  for (const std::string& content : {std::string("no database"), std::string(100000, 'x'), std::string(70000, '\0'),
                                     "SQLite format 3" + std::string(5000, '\0')}) {
    Put(content);
    EXPECT_EQ(Open()->Keys().size(), 0u);
    ExpectHealed("no database of " + std::to_string(content.size()));
  }
}

TEST_F(DamageTest, LogOfAnotherFile) {
  for (const std::string& log : {std::string(5000, 'w'), whole_, std::string()}) {
    Put(whole_);
    Write(Database() + "-wal", log);
    Write(Database() + "-shm", log);
    ExpectHealed("log of " + std::to_string(log.size()));
  }
}

TEST_F(DamageTest, HugeValues) {
  ASSERT_EQ(RunSql("UPDATE unit SET facts=zeroblob(50000000) WHERE source='a.cc'; UPDATE unit SET files=zeroblob(40000000) "
                   "WHERE source='b.cc'"),
            SQLITE_OK);
  ExpectHealed("huge values");
}

TEST_F(DamageTest, NoFileInItsPlace) {
  std::filesystem::remove(Database());
  std::filesystem::create_directory(Database());
  auto cache = Open();
  EXPECT_THAT(warnings_, ElementsAre(HasSubstr("is not used")));
  Stored(*cache, "a");
  EXPECT_TRUE(cache->Find(Key("a.cc")));
  EXPECT_EQ(cache->Stats().path, "");
}

}  // namespace
}  // namespace backlint
