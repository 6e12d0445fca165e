// Compile commands as CMake, Bear, Meson and Bazel write them, made fit for libclang.
#ifndef BACKLINT_EXTRACT_COMPILE_DATABASE_H_
#define BACKLINT_EXTRACT_COMPILE_DATABASE_H_

#include <compare>
#include <optional>
#include <string>
#include <vector>

#include "core/result.h"

namespace backlint {

struct CompileCommand {
  std::string source;                    // absolute
  std::string directory;                 // absolute
  std::vector<std::string> arguments;    // for the front end: without compiler, source, outputs, dependency files, plugin and load
                                         // flags, flags that clang does not know; response files read in; -x and --target as the
                                         // compiler's name implies them
};

// What has an entry and yet no command, to be counted as a unit that failed.
struct UnusableEntry {
  std::string source;                    // absolute; where the entry does not name one, `FILE: entry N` of the database, from 1
  std::string reason;

  auto operator<=>(const UnusableEntry&) const = default;
};

struct CompileDatabase {
  std::vector<CompileCommand> commands;  // duplicates (same source, same arguments) once; in the order of sources
  std::string path;                      // of compile_commands.json; empty when guessed
  std::vector<CompileCommand> included;  // guessed: sources that another file names in an `#include`, under whatever condition. Parts of
                                         // a unit that opens them; units of their own when none does
  std::vector<UnusableEntry> unusable;   // sorted: sources that are not there, damaged entries, commands that cannot be used
  std::vector<std::string> remarks;      // one sentence each, for the summary and --verbose: entries that could not be used, ...
};

// Finds and reads compile_commands.json: in `directory` when given (or that file itself), else upward from `start`, else in
// build*/, out*/ and cmake-build-*/ below the root (three levels deep; the newest of several). Error: given but missing, not JSON, not a compile database.
// A missing database (nothing given, nothing found) is no error: commands is empty.
Result<CompileDatabase> LoadCompileDatabase(const std::string& directory, const std::string& start, const std::string& root);

// No database: every source file below `root` that git does not ignore (common build and third-party folders left out), with the folder of
// the file, include/, src/, and the third-party include folders found in the tree; C++20, or C for .c files.
CompileDatabase GuessCompileDatabase(const std::string& root);

// For a source that the database does not name (a new file): the command of one that lies near, in the same language, as editors do it.
// Of several the one with most folders in common, the first of those. Nothing when there is none of its language.
std::optional<CompileCommand> LendCommand(const CompileDatabase& database, const std::string& source);

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_COMPILE_DATABASE_H_
