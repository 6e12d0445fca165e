// Files that lie beside a cache because somebody put them there: none of them is read, emptied, removed or waited for.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "cache/database.h"
#include "project.h"

namespace backlint {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
namespace fs = std::filesystem;

class PlantedTest : public testing::Project {
 protected:
  PlantedTest() {
    facts_ = Stored(*Open(), "a");
    victim_ = base_ + "/victim";
    Write(victim_, "precious");
  }

  // The cache works, or another one in its place; the victim is as it was.
  void ExpectNoHarm(const std::string& what) {
    {
      const auto cache = Open();
      cache->Find(Key("a.cc"));
      EXPECT_TRUE(cache->Store(Key("a.cc"), facts_).ok()) << what;
      EXPECT_EQ(cache->Find(Key("a.cc")), facts_) << what;
    }
    EXPECT_EQ(Read(victim_), "precious") << what;
  }

  static std::string Number(uint32_t number) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(number >> shift & 0xff);
    return bytes;
  }

  // What a run leaves that is killed in the middle of a transaction over several databases: whoever opens the database next rolls
  // it back, and then removes the file that holds the list of them.
  static std::string HotJournal(const std::string& list, uint32_t pages) {
    const std::string magic = "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7";
    std::string journal = magic + Number(0) + Number(0) + Number(pages) + Number(512) + Number(4096);
    journal.resize(512);
    uint32_t sum = 0;
    for (const char c : list) sum += static_cast<uint32_t>(static_cast<signed char>(c));
    return journal + Number(0x40000000 / 4096 + 1) + list + Number(static_cast<uint32_t>(list.size())) + Number(sum) + magic;
  }

  std::string facts_, victim_;
};

TEST_F(PlantedTest, AJournalIsLeftAlone) {
  const std::string journal = HotJournal(victim_, static_cast<uint32_t>(fs::file_size(Database()) / 4096));
  Write(Database() + "-journal", journal);
  ExpectNoHarm("beside a log");
  // A database that is in no log, as another program makes it: SQLite itself would believe the journal.
  for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(Database() + suffix);
  int code = 0;
  cache::Database::Open(Database(), &code)->Run("CREATE TABLE other(a)");
  ASSERT_EQ(fs::file_size(Database()), 8192u);
  Write(Database() + "-journal", HotJournal(victim_, 2));
  ExpectNoHarm("beside a database");
  EXPECT_EQ(Read(Database() + "-journal"), HotJournal(victim_, 2));
}

TEST_F(PlantedTest, AJournalThatIsNoFileIsNotOpened) {
  const std::string journal = Database() + "-journal";
  ASSERT_EQ(mkfifo(journal.c_str(), 0600), 0);
  ExpectNoHarm("pipe");
  EXPECT_THAT(warnings_, IsEmpty());
  fs::remove(journal);
  fs::create_symlink(victim_, journal);
  ExpectNoHarm("link");
  EXPECT_TRUE(Open()->Find(Key("a.cc")));
  fs::remove(journal);
  fs::create_directory(journal);
  ExpectNoHarm("folder");
}

TEST_F(PlantedTest, WhatIsNoFileOfItsOwnIsNotUsed) {
  for (const char* suffix : {"", "-wal", "-shm"}) {
    const std::string path = Database() + suffix;
    const auto plant = [&](const char* what, const auto& make) {
      for (const char* other : {"", "-wal", "-shm"}) fs::remove(Database() + other);
      make();
      ExpectNoHarm(std::string(what) + suffix);
      EXPECT_THAT(warnings_, ElementsAre(HasSubstr("is not used"))) << what << suffix;
      fs::remove(path);
    };
    plant("pipe", [&] { ASSERT_EQ(mkfifo(path.c_str(), 0600), 0); });
    plant("folder", [&] { fs::create_directory(path); });
    plant("link", [&] { fs::create_symlink(victim_, path); });
    plant("hard link", [&] { fs::create_hard_link(victim_, path); });
  }
}

}  // namespace
}  // namespace backlint
