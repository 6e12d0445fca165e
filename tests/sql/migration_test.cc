#include "sql/migration.h"

#include <gtest/gtest.h>

#include <string>

namespace backlint::sql {
namespace {

// The files in order, each without its folder; what is left out behind `|`.
std::string Order(std::vector<MigrationFile> files) {
  std::string out;
  const auto add = [&](size_t file) { (out += files[file].path.substr(files[file].path.rfind('/') + 1)) += ' '; };
  for (const MigrationHistory& history : OrderMigrations(files)) {
    (out += history.folder) += ": ";
    for (const Migration& step : history.steps) add(step.file);
    if (!history.left_out.empty()) out += "| ";
    for (const size_t file : history.left_out) add(file);
  }
  return out;
}

TEST(Migration, Numbered) {
  EXPECT_EQ(Order({{"m/10_b.sql", ""}, {"m/2_a.sql", ""}, {"m/001_x.sql", ""}, {"m/README.md", ""}}),
            "m: 001_x.sql 2_a.sql 10_b.sql ");
  EXPECT_EQ(Order({{"m/20210101120000_b.sql", ""}, {"m/20200101120000_a.sql", ""}}),
            "m: 20200101120000_a.sql 20210101120000_b.sql ");
  EXPECT_EQ(Order({{"2020_01_02_10.sql", ""}, {"2020_01_02_09.sql", ""}, {"2019_12_31_00_x.sql", ""}}),
            ": 2019_12_31_00_x.sql 2020_01_02_09.sql 2020_01_02_10.sql ");
  EXPECT_EQ(Order({{"m/1.sql", ""}, {"m/schema.sql", ""}, {"m/2.sql", ""}}), "m: 1.sql 2.sql | schema.sql ");
}

TEST(Migration, Plain) {
  EXPECT_EQ(Order({{"db/views.sql", ""}, {"db/schema.sql", ""}, {"other/a.sql", ""}}),
            "db: schema.sql views.sql other: a.sql ");
  EXPECT_EQ(Order({{"db/upgrade-10.sql", ""}, {"db/upgrade-9.sql", ""}}), "db: upgrade-9.sql upgrade-10.sql ");
}

TEST(Migration, Versioned) {
  EXPECT_EQ(Order({{"V1.10__b.sql", ""},
                   {"V1.2__a.sql", ""},
                   {"R__view.sql", ""},
                   {"U1.2__a.sql", ""},
                   {"V2__c.sql", ""},
                   {"notes.sql", ""}}),
            ": V1.2__a.sql V1.10__b.sql V2__c.sql R__view.sql | U1.2__a.sql notes.sql ");
  EXPECT_EQ(Order({{"V1__a.sql", ""}, {"B2__base.sql", ""}, {"V2__b.sql", ""}, {"V3__c.sql", ""}}),
            ": B2__base.sql V3__c.sql | V1__a.sql V2__b.sql ");
}

TEST(Migration, UpDown) {
  EXPECT_EQ(Order({{"m/2_b.up.sql", ""}, {"m/2_b.down.sql", ""}, {"m/1_a.up.sql", ""}, {"m/1_a.down.sql", ""}}),
            "m: 1_a.up.sql 2_b.up.sql | 2_b.down.sql 1_a.down.sql ");
  const std::vector<MigrationFile> folders = {
      {"m/2020-02-01_b/up.sql", "B"}, {"m/2020-01-01_a/up.sql", "A"}, {"m/2020-01-01_a/down.sql", "C"}};
  const auto histories = OrderMigrations(folders);
  ASSERT_EQ(histories.size(), 1u);
  ASSERT_EQ(histories[0].steps.size(), 2u);
  EXPECT_EQ(histories[0].steps[0].up, "A");
}

TEST(Migration, Marked) {
  const std::vector<MigrationFile> files = {
      {"1_a.sql", "-- migrate:up\nCREATE TABLE t (a int);\n\n-- migrate:down\nDROP TABLE t;\n"},
      {"2_b.sql", "-- +goose NO TRANSACTION\n-- +goose Up\nSELECT 1;\n-- +goose Down\nSELECT 2;"},
      {"3_c.sql", "\xEF\xBB\xBF-- +migrate Up notransaction\nSELECT 3;"}};
  const auto histories = OrderMigrations(files);
  ASSERT_EQ(histories.size(), 1u);
  const auto& steps = histories[0].steps;
  ASSERT_EQ(steps.size(), 3u);
  EXPECT_EQ(steps[0].up, "CREATE TABLE t (a int);\n\n");
  EXPECT_EQ(steps[0].line, 2u);
  EXPECT_TRUE(steps[0].wrapped);
  EXPECT_EQ(steps[1].up, "SELECT 1;\n");
  EXPECT_FALSE(steps[1].wrapped);
  EXPECT_FALSE(steps[2].wrapped);
}

TEST(Migration, Planned) {
  EXPECT_EQ(Order({{"p/sqitch.plan",
                    "%project=x\n\nusers 2020-01-01T00:00:00Z me <m@e> # x\norders [users] 2020-01-02T00:00:00Z me\n"},
                   {"p/deploy/orders.sql", ""},
                   {"p/deploy/users.sql", ""},
                   {"p/revert/users.sql", ""}}),
            "p: users.sql orders.sql | users.sql ");
}

}  // namespace
}  // namespace backlint::sql
