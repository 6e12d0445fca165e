#include "cache/file_record.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "cache/file_table.h"
#include "core/digest.h"
#include "project.h"

namespace backlint::cache {
namespace {

class FileRecordTest : public testing::Project {
 protected:
  FileRecordTest() { Write("a.h", "content"); }

  // A record with an answer of its own, which a file that is not read gets.
  FileRecord Told(int64_t recorded_after) const {
    struct stat now{};
    stat(At("a.h").c_str(), &now);
    const auto ns = [](const timespec& time) { return time.tv_sec * 1000000000 + time.tv_nsec; };
    return {now.st_size,
            ns(now.st_mtim),
            ns(now.st_ctim),
            static_cast<int64_t>(now.st_ino),
            std::max(ns(now.st_mtim), ns(now.st_ctim)) + recorded_after,
            "told"};
  }

  std::string Ask(FileRecord record) { return std::string(CurrentDigest(At("a.h"), &record, &refreshed_)); }

  bool refreshed_ = false;
};

constexpr int64_t kLong = 10000000000;

TEST_F(FileRecordTest, IsBelievedWhenStatDataIsTheSame) {
  EXPECT_EQ(Ask(Told(kLong)), "told");
  EXPECT_FALSE(refreshed_);
}

TEST_F(FileRecordTest, IsReadAgainWhenAnythingDiffers) {
  for (int64_t FileRecord::* member : {&FileRecord::size, &FileRecord::modified, &FileRecord::changed, &FileRecord::inode}) {
    FileRecord record = Told(kLong);
    ++(record.*member);
    EXPECT_EQ(Ask(record), Digest("content"));
    EXPECT_TRUE(refreshed_);
  }
}

TEST_F(FileRecordTest, IsReadAgainWhenItWasWrittenAsItWasRead) {
  for (const int64_t after : {int64_t{0}, int64_t{1000}, int64_t{5000000}, -kLong, INT64_MIN / 2})
    EXPECT_EQ(Ask(Told(after)), Digest("content")) << after;
}

TEST_F(FileRecordTest, TrustsWholeSecondsLess) {
  const timespec times[2] = {{1000000000, 0}, {1000000000, 0}};
  FileRecord record = Told(kLong);
  utimensat(AT_FDCWD, At("a.h").c_str(), times, 0);
  record = Told(kLong);
  EXPECT_EQ(Ask(record), "told");
  record.modified = 1000000000 * int64_t{1000000000};
  record.recorded = record.modified + 1500000000;
  EXPECT_EQ(Ask(record), Digest("content"));
}

TEST_F(FileRecordTest, KnowsWhatCannotBeRead) {
  FileRecord record;
  EXPECT_EQ(CurrentDigest(At("none.h"), &record, &refreshed_), kAbsent);
  EXPECT_EQ(CurrentDigest(At("a.h/none.h"), &record, &refreshed_), kAbsent);
  EXPECT_EQ(CurrentDigest(root_, &record, &refreshed_), "");
  ASSERT_EQ(mkfifo(At("pipe").c_str(), 0600), 0);
  EXPECT_EQ(CurrentDigest(At("pipe"), &record, &refreshed_), "");
  EXPECT_EQ(CurrentDigest("/dev/zero", &record, &refreshed_), "");
  Write("huge", "");
  std::filesystem::resize_file(At("huge"), uintmax_t{1} << 40);
  EXPECT_EQ(CurrentDigest(At("huge"), &record, &refreshed_), "");
  EXPECT_FALSE(refreshed_);
}

TEST_F(FileRecordTest, IsSealedWithItsPath) {
  FileRecord record = Told(0);
  const std::string seal = record.Seal("a.h");
  EXPECT_NE(seal, record.Seal("b.h"));
  record.recorded ^= 1;
  EXPECT_NE(seal, record.Seal("a.h"));
}

class FileTableTest : public FileRecordTest {
 protected:
  FileTableTest() : database_(cache::Database::Open(":memory:", &code_)) {
    code_ = database_->Run(
        "CREATE TABLE file(id INTEGER PRIMARY KEY, path TEXT NOT NULL, size INTEGER, modified INTEGER, changed INTEGER, inode "
        "INTEGER, "
        "recorded INTEGER, digest TEXT, seal TEXT)");
  }

  int code_ = 0;
  std::unique_ptr<cache::Database> database_;
  const int64_t id_ = FileTable::IdOf("a.h");
};

TEST_F(FileTableTest, DoesNotReadAFileThatAnEarlierProcessRead) {
  usleep(50000);  // or the record is racy
  FileTable first(database_.get(), root_);
  ASSERT_TRUE(first.Add("a.h"));
  EXPECT_EQ(first.DigestOf(id_), Digest("content"));
  first.SaveRecords();
  // The earlier process is made to have seen something else, so that believing it shows.
  FileRecord record = Told(kLong);
  record.digest = std::string(32, 'e');
  Statement update(database_->handle(), "UPDATE file SET digest=?, recorded=?, seal=? WHERE size=? AND modified=?");
  update.Bind(record.digest).Bind(record.recorded).Bind(record.Seal("a.h")).Bind(record.size).Bind(record.modified);
  ASSERT_EQ(update.Step(), SQLITE_DONE);
  ASSERT_EQ(sqlite3_changes(database_->handle()), 1);  // SaveRecords wrote this stat data
  FileTable second(database_.get(), root_);
  EXPECT_EQ(second.DigestOf(id_), record.digest);
  Write("a.h", "changed");
  EXPECT_EQ(second.DigestOf(id_), record.digest);  // once a process
  FileTable third(database_.get(), root_);
  EXPECT_EQ(third.DigestOf(id_), Digest("changed"));
}

TEST_F(FileTableTest, DoesNotKnowWhatWasNotAdded) {
  FileTable table(database_.get(), root_);
  EXPECT_EQ(table.PathOf(id_), nullptr);
  EXPECT_EQ(table.DigestOf(id_), "");
  ASSERT_TRUE(table.Add("a.h"));
  EXPECT_EQ(*table.PathOf(id_), "a.h");
  EXPECT_EQ(table.DigestOf(id_), Digest("content"));
}

TEST(IsPlainPath, HasNoWayBack) {
  for (const char* path : {"a", "a/b.h", "/usr/include/a.h", "..a/b..", "a/...", "./a"}) EXPECT_TRUE(IsPlainPath(path)) << path;
  for (const char* path : {"", "..", "../a", "a/..", "a/../b", "/..", "/a/../../b"}) EXPECT_FALSE(IsPlainPath(path)) << path;
  EXPECT_FALSE(IsPlainPath(std::string("a\0b", 3)));
}

}  // namespace
}  // namespace backlint::cache
