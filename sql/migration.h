// Files of SQL as the histories of schemas that they are: which belong together, in which order, and which part of each goes
// up. Looks at names and texts only; reading files is the caller's.
#ifndef BACKLINT_SQL_MIGRATION_H_
#define BACKLINT_SQL_MIGRATION_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace backlint::sql {

struct MigrationFile {
  std::string_view path;  // with `/` between folders
  std::string_view text;
};

// How the files of a history are named or marked.
enum class MigrationStyle : uint8_t {
  kPlain,      // no versions: schema.sql, dumps
  kNumbered,   // 001_x.sql, 20200101120000_x.sql, 2020_01_02_00.sql
  kVersioned,  // V1.2__x.sql, U1.2__x.sql, R__x.sql
  kUpDown,     // 1_x.up.sql and 1_x.down.sql, or a folder for each with up.sql and down.sql
  kMarked,     // `-- migrate:up`, `-- +goose Up`, `-- +migrate Up` in the text
  kPlanned     // a plan file names the order; deploy/, revert/, verify/
};

// One file of a history, or the part of it that goes up.
struct Migration {
  size_t file = 0;          // in the list that was given
  std::string_view up;      // of its text
  uint32_t offset = 0;      // where `up` begins in the text
  uint32_t line = 1;        // where that is
  std::string version;      // as written; empty without one
  bool repeatable = false;  // it runs again whenever it changes
  bool wrapped = false;     // the tool runs it in a transaction of its own
};

// The files of one folder in the order in which they run.
struct MigrationHistory {
  std::string folder;  // "" at the top
  MigrationStyle style = MigrationStyle::kPlain;
  std::vector<Migration> steps;
  std::vector<size_t> left_out;  // undo files, tests, snapshots beside migrations
};

// Each folder with SQL in it is a history of its own, by name of the folder. Files that are no SQL by their names are passed
// over.
std::vector<MigrationHistory> OrderMigrations(std::span<const MigrationFile> files);

}  // namespace backlint::sql

#endif  // BACKLINT_SQL_MIGRATION_H_
