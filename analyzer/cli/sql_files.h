// The project's files of SQL: migrations, schemas, dumps.
#ifndef BACKLINT_CLI_SQL_FILES_H_
#define BACKLINT_CLI_SQL_FILES_H_

#include <span>
#include <string>
#include <vector>

#include "backend/database.h"
#include "cli/config.h"
#include "cli/read_units.h"
#include "core/content_view.h"

namespace backlint::cli {

// All below `root`, in the order of their paths. Of a file only the beginning is read (kLongestSqlFile bytes), and of all of them so many
// bytes (kMostSqlBytes): what follows in a dump is data. What was left out is a warning of `reading`.
// Files have the content that `view` gives them; the configuration can say which are read, and in which dialect.
std::vector<SqlFile> ReadSqlFiles(const std::string& root, const Config& config, Reading* reading, const ContentView& view = {});

inline constexpr size_t kLongestSqlFile = size_t{8} << 20;
inline constexpr size_t kMostSqlBytes = size_t{128} << 20;

// Comments in them that keep findings quiet, as one more unit's facts (a verified buffer).
std::string SuppressionsOf(std::span<const SqlFile> files);

}  // namespace backlint::cli

#endif  // BACKLINT_CLI_SQL_FILES_H_
