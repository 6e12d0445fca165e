#include "extract/compile_database.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_set>

#include "core/digest.h"
#include "extract/command_line.h"
#include "extract/database_reader.h"
#include "extract/database_search.h"
#include "extract/host_headers.h"
#include "extract/path.h"
#include "extract/shell_words.h"

namespace backlint {
namespace {

// A small file of entries may name the same large response file in each.
constexpr size_t kMostResponseBytes = size_t{512} << 20;

// Counts what could not be used, by reason, with one example each: a database of a hundred thousand entries must not make as many remarks.
class Remarks {
 public:
  void Add(std::string_view reason, std::string_view example) {
    auto& [count, first] = reasons_[std::string(reason)];
    if (count++ == 0) first = example;
  }

  void Write(std::vector<std::string>* out) const {
    for (const auto& [reason, seen] : reasons_) {
      const auto& [count, example] = seen;
      out->push_back(fmt::format("{}: {} {}{}", reason, count, count == 1 ? "entry" : "entries",
                                 example.empty() ? "" : fmt::format(" (`{}`{})", example, count > 1 ? " and others" : "")));
    }
  }

 private:
  std::map<std::string, std::pair<size_t, std::string>> reasons_;
};

class Loader {
 public:
  explicit Loader(CompileDatabase* out) : out_(out) {}

  void Add(DatabaseEntry entry) {
    ++entries_;
    if (entry.damaged || HasNul(entry)) return Refuse(entry, "its compile command does not follow the format");
    if (!seen_.insert(DigestOf(entry)).second) return;
    CompileCommand command;
    command.directory = AbsolutePath(Dirname(out_->path), entry.directory.empty() ? "." : entry.directory);
    command.source = AbsolutePath(command.directory, entry.file);
    auto words = entry.arguments.empty() ? SplitShellWords(entry.command) : std::move(entry.arguments);
    CommandLine line = FitCommandLine(std::move(words), command.directory, command.source, &response_bytes_);
    if (line.kind == CommandLine::Kind::Malformed) return Refuse(entry, "there is no compiler in its compile command");
    if (line.kind == CommandLine::Kind::TooLong) return Refuse(entry, "the response files of all compile commands are too long together");
    if (line.kind == CommandLine::Kind::Msvc) return Refuse(entry, "its compiler takes the options of cl.exe");
    if (!Usable(line.kind, command.source)) return;
    if (!IsRegularFile(command.source)) return Refuse(entry, "there is no such file");
    for (const std::string& header : line.missing_includes) remarks_.Add("`-include` of headers that are not there", header);
    std::vector<std::string> removed;
    host_.Adapt(&line.arguments, &removed);
    for (const std::string& argument : removed) remarks_.Add(fmt::format("no headers on this machine for `{}`", argument), command.source);
    command.arguments = std::move(line.arguments);
    out_->commands.push_back(std::move(command));
  }

  void Finish() {
    auto& commands = out_->commands;
    const auto key = [](const CompileCommand& c) { return std::tie(c.source, c.arguments); };
    // Stable, so that of two commands with equal arguments the first one's directory stays.
    std::stable_sort(commands.begin(), commands.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    commands.erase(std::unique(commands.begin(), commands.end(), [&](const auto& a, const auto& b) { return key(a) == key(b); }),
                   commands.end());
    std::sort(out_->unusable.begin(), out_->unusable.end());
    out_->unusable.erase(std::unique(out_->unusable.begin(), out_->unusable.end()), out_->unusable.end());
    remarks_.Write(&out_->remarks);
  }

 private:
  // Not left out in silence: whoever writes the database, or a line of it, must not be able to hide a source.
  void Refuse(const DatabaseEntry& entry, std::string reason) {
    const bool named = !entry.file.empty() && entry.file.find('\0') == std::string::npos && entry.directory.find('\0') == std::string::npos;
    const std::string folder = AbsolutePath(Dirname(out_->path), entry.directory.empty() ? "." : entry.directory);
    out_->unusable.push_back({named ? AbsolutePath(folder, entry.file) : fmt::format("{}: entry {}", out_->path, entries_), std::move(reason)});
  }

  static std::string DigestOf(const DatabaseEntry& entry) {
    DigestBuilder digest;
    digest.Add(entry.directory).Add(entry.file).Add(entry.command);
    for (const std::string& argument : entry.arguments) digest.Add(argument);
    return digest.Finish();
  }

  static bool HasNul(const DatabaseEntry& entry) {
    const auto nul = [](const std::string& text) { return text.find('\0') != std::string::npos; };
    return nul(entry.file) || nul(entry.directory) || nul(entry.command) ||
           std::any_of(entry.arguments.begin(), entry.arguments.end(), nul);
  }

  bool Usable(CommandLine::Kind kind, const std::string& source) {
    switch (kind) {
      case CommandLine::Kind::Usable: return true;
      // Part of every CMake database with precompiled headers: nothing to tell the user.
      case CommandLine::Kind::Header: return false;
      case CommandLine::Kind::OtherLanguage: remarks_.Add("sources in other languages than C and C++", source); return false;
      case CommandLine::Kind::Msvc:
      case CommandLine::Kind::TooLong:
      case CommandLine::Kind::Malformed: break;
    }
    return false;
  }

  CompileDatabase* out_;
  HostHeaders host_;
  Remarks remarks_;
  size_t entries_ = 0;
  std::unordered_set<std::string> seen_;       // digests of entries: equal ones need no second reading
  size_t response_bytes_ = kMostResponseBytes;
};

}  // namespace

Result<CompileDatabase> LoadCompileDatabase(const std::string& directory, const std::string& start, const std::string& root) {
  CompileDatabase database;
  if (!directory.empty()) {
    auto found = DatabaseIn(directory);
    if (!found) return found.error();
    database.path = *found;
  } else {
    database.path = SearchDatabase(start, root, &database.remarks);
    if (database.path.empty()) return database;
  }
  Loader loader(&database);
  Status read = ReadDatabase(database.path, [&](DatabaseEntry entry) { loader.Add(std::move(entry)); });
  if (!read) return read.error();
  loader.Finish();
  return database;
}

}  // namespace backlint
