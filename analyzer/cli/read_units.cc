#include "cli/read_units.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <memory>
#include <string_view>
#include <system_error>
#include <tuple>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "cache/unit_cache.h"
#include "cli/project_cache.h"
#include "cli/project_root.h"
#include "cli/reading_remarks.h"
#include "cli/stand_in_headers.h"
#include "cli/terminal.h"
#include "cli/unit_key.h"
#include "core/digest.h"
#include "core/facts.h"
#include "extract/command_line.h"
#include "extract/compile_database.h"
#include "extract/content_file.h"
#include "extract/worker_pool.h"

namespace backlint::cli {
namespace {

std::string FirstFault(const facts::UnitFacts& unit) {
  if (unit.missing_headers() && unit.missing_headers()->size() > 0)
    return fmt::format("`{}` is missing", unit.missing_headers()->Get(0)->string_view());
  if (!unit.diagnostics()) return "read with errors";
  for (const facts::Diagnostic* diagnostic : *unit.diagnostics())
    if (diagnostic->level() != facts::DiagnosticLevel::Warning) return diagnostic->text()->str();
  return "read with errors";
}

// One row for each unit; SortReading adds them up.
void AddMissing(const facts::UnitFacts& unit, Reading* reading) {
  if (!unit.missing_headers()) return;
  for (const auto* header : *unit.missing_headers()) reading->missing_headers.emplace_back(header->str(), 1);
}

// A new file that the build does not know yet, named on the command line: it is to be analysed.
void AddNamedSources(const std::vector<std::string>& paths, const std::string& root, CompileDatabase* database) {
  const auto below = BelowRoot(paths, root);
  if (!below) return;
  for (const std::string& path : below.value()) {
    const std::string source = fmt::format("{}/{}", root, path);
    std::error_code error;
    if (LanguageOf(source).empty() || !std::filesystem::is_regular_file(source, error)) continue;
    const auto named = [&](const CompileCommand& command) { return command.source == source; };
    if (std::any_of(database->commands.begin(), database->commands.end(), named)) continue;
    auto lent = LendCommand(*database, source);
    if (!lent) continue;
    database->remarks.push_back(fmt::format("compile_commands.json does not name `{}`: the flags of a neighbour are used", path));
    database->commands.push_back(std::move(*lent));
  }
}

// What was asked for and is nowhere in what was read.
void WarnOfUnread(const std::vector<std::string>& paths, const std::string& root, Units* units) {
  const auto below = BelowRoot(paths, root);
  if (!below || below.value().empty()) return;
  std::unordered_set<std::string_view> read;
  for (const std::string& buffer : units->facts)
    if (const auto* files = facts::GetUnitFacts(buffer.data())->files())
      for (const facts::File* file : *files) read.insert(file->path()->string_view());
  for (const report::FailedUnit& unit : units->reading.failed) read.insert(unit.source);
  for (const std::string& path : below.value()) {
    std::error_code error;
    if (read.count(path) != 0 || !std::filesystem::is_regular_file(fmt::format("{}/{}", root, path), error)) continue;
    units->reading.warnings.push_back(fmt::format("`{}` was not analysed: no unit contains it", path));
  }
}

// Sources that the view does not have.
void DropAbsent(const ContentView& view, const std::string& root, CompileDatabase* database) {
  const auto absent = [&](const CompileCommand& command) {
    const auto shown = view.find(Relative(command.source, root));
    return shown != view.end() && !shown->second;
  };
  std::erase_if(database->commands, absent);
  std::erase_if(database->included, absent);
}

// Failed under another limit of time than this run has?
bool MayPassNow(const std::string& buffer, std::chrono::seconds limit) {
  constexpr size_t kMostOfAFailure = 4096;      // bytes; spares the others a check that they get later
  if (buffer.size() > kMostOfAFailure) return false;
  const auto unit = facts::Verify({reinterpret_cast<const uint8_t*>(buffer.data()), buffer.size()});
  if (!unit || !unit.value()->failure()) return false;
  const std::string_view failure = unit.value()->failure()->string_view();
  return failure.starts_with(kOutOfTime) && failure != OutOfTime(limit);
}

// Units on their way through cache and workers.
class Reader {
 public:
  Reader(const std::string& root, const ContentView& view, UnitCache* cache) : root_(root), view_(view), cache_(cache) { cache_->LookThrough(view); }

  void Add(std::vector<CompileCommand> commands) {
    for (CompileCommand& command : commands) {
      keys_.push_back(KeyOf(command, root_));
      commands_.push_back(std::move(command));
    }
    facts_.resize(commands_.size());
  }

  // Those that were added and not taken before.
  void TakeFromCache(std::chrono::seconds limit) {
    for (size_t i = reused_.size(); i < commands_.size(); ++i) {
      // backlint: allow(query-in-loop) the database is a file that this process reads: a question costs no round trip
      auto facts = cache_->Find(keys_[i]);
      if (!facts && !view_.empty()) facts = cache_->Find(Apart(keys_[i]));
      if (facts && !MayPassNow(*facts, limit)) {
        facts_[i] = std::move(*facts);
        reused_.push_back(true);
      } else {
        reused_.push_back(false);
        misses_.push_back(i);
      }
    }
  }

  Status ParseTheRest(const WorkerOptions& options, Progress* progress, std::vector<std::string>* warnings) {
    std::vector<CompileCommand> commands;
    const std::vector<size_t> misses = std::exchange(misses_, {});
    for (const size_t i : misses) commands.push_back(commands_[i]);
    if (commands.empty()) return Ok();
    size_t done = 0;
    bool warned = false;
    progress->Show(0, commands.size(), "");
    return ExtractAll(commands, options, [&](size_t index, std::string facts) {
      const size_t i = misses[index];
      progress->Show(++done, commands.size(), keys_[i].source);
      // A full disk costs the next run its cache, not this one its result.
      const Status stored = cache_->Store(OpensShown(facts) ? Apart(keys_[i]) : keys_[i], facts);
      if (!stored && !std::exchange(warned, true)) warnings->push_back("results are not kept: " + stored.error().message);
      facts_[i] = std::move(facts);
    });
  }

  // Everything that the units opened which could be read.
  std::unordered_set<std::string> OpenedFiles() const {
    std::unordered_set<std::string> opened;
    for (const std::string& buffer : facts_) {
      const auto unit = facts::Verify({reinterpret_cast<const uint8_t*>(buffer.data()), buffer.size()});
      if (!unit || unit.value()->state() == facts::UnitState::Failed || !unit.value()->files()) continue;
      for (const facts::File* file : *unit.value()->files()) opened.insert(file->path()->str());
    }
    return opened;
  }

  void Finish(Units* units) {
    units->reading.units.total += commands_.size();
    for (size_t i = 0; i < commands_.size(); ++i) {
      if (!AddUnit(keys_[i].source, std::move(facts_[i]), units)) continue;
      ++(reused_[i] ? units->reading.units.reused : units->reading.units.analysed);
    }
    if (!view_.empty())
      for (size_t i = 0, count = keys_.size(); i < count; ++i) keys_.push_back(Apart(keys_[i]));
    std::sort(keys_.begin(), keys_.end());
    cache_->Keep(keys_);
  }

 private:
  // Facts of another content than the one on disk are kept beside those, and not in their place: the next run wants both.
  static UnitKey Apart(UnitKey key) {
    key.arguments_digest = DigestBuilder().Add(key.arguments_digest).Add("another content").Finish();
    return key;
  }

  bool OpensShown(const std::string& buffer) const {
    const auto* files = view_.empty() ? nullptr : facts::GetUnitFacts(buffer.data())->files();
    return files && std::any_of(files->begin(), files->end(), [&](const facts::File* file) { return view_.contains(file->path()->str()); });
  }

  const std::string& root_;
  const ContentView& view_;
  std::vector<CompileCommand> commands_;
  std::vector<UnitKey> keys_;
  std::vector<std::string> facts_;
  std::vector<bool> reused_;
  std::vector<size_t> misses_;
  UnitCache* cache_;
};

}  // namespace

Result<CompileDatabase> FindCommands(const Project& project, const std::string& root, bool* guessed) {
  std::error_code error;
  const std::string here = std::filesystem::current_path(error).string();
  const bool inside = here == root || Relative(here, root) != here;
  auto database = LoadCompileDatabase(project.database, inside ? here : root, root);
  *guessed = database.ok() && database->path.empty() && database->commands.empty();
  if (database.ok() && !*guessed) AddNamedSources(project.paths, root, &*database);
  if (!*guessed) return database;
  CompileDatabase guess = GuessCompileDatabase(root);
  std::move(database->remarks.begin(), database->remarks.end(), std::back_inserter(guess.remarks));
  return guess;
}

bool AddUnit(const std::string& source, std::string buffer, Units* units) {
  Reading& reading = units->reading;
  const auto verified = facts::Verify({reinterpret_cast<const uint8_t*>(buffer.data()), buffer.size()});
  if (!verified || verified.value()->state() == facts::UnitState::Failed) {
    ++reading.units.failed;
    const auto* said = verified ? verified.value()->failure() : nullptr;
    reading.failed.push_back({source, !verified ? verified.error().message : said ? said->str() : "no reason is known"});
    return false;
  }
  if (verified.value()->state() == facts::UnitState::Partial) {
    ++reading.units.partial;
    reading.partial.push_back({source, FirstFault(*verified.value())});
    AddMissing(*verified.value(), &reading);
  }
  units->facts.push_back(std::move(buffer));
  return true;
}

void SortReading(Reading* reading) {
  const auto by_source = [](const auto& a, const auto& b) { return std::tie(a.source, a.reason) < std::tie(b.source, b.reason); };
  std::sort(reading->failed.begin(), reading->failed.end(), by_source);
  std::sort(reading->partial.begin(), reading->partial.end(), by_source);
  std::map<std::string, uint64_t> missing;
  for (const auto& [header, count] : reading->missing_headers) missing[header] += count;
  reading->missing_headers.assign(missing.begin(), missing.end());
  std::sort(reading->missing_headers.begin(), reading->missing_headers.end(),
            [](const auto& a, const auto& b) { return a.second != b.second ? a.second > b.second : a.first < b.first; });
}

Result<Units> ReadUnits(const Project& project, const std::string& root, const Talk& talk, StageClock* clock) {
  SharedCache shared;
  return ReadUnits(project, root, talk, clock, {}, &shared);
}

Result<Units> ReadUnits(const Project& project, const std::string& root, const Talk& talk, StageClock* clock, const ContentView& view, SharedCache* shared) {
  Units units;
  clock->Begin("commands");
  auto database = FindCommands(project, root, &units.reading.guessed);
  if (!database) return database.error();
  units.reading.remarks.push_back(fmt::format("project root: {}", root));
  if (!database->path.empty()) units.reading.remarks.push_back(fmt::format("compile commands: {}", database->path));
  units.reading.remarks.insert(units.reading.remarks.end(), database->remarks.begin(), database->remarks.end());
  const std::string guessed = units.reading.guessed && talk.verbose ? GuessedFolders(*database, root) : "";
  if (!guessed.empty()) units.reading.remarks.push_back(guessed);
  for (const UnusableEntry& entry : database->unusable) units.reading.failed.push_back({Relative(entry.source, root), entry.reason});
  units.reading.units.total = units.reading.units.failed = database->unusable.size();
  DropAbsent(view, root, &*database);
  if (database->commands.empty() && database->included.empty()) return units;

  clock->Begin("cache");
  if (!shared->cache) shared->cache = OpenCache(project, root, &shared->warnings);
  Reader reader(root, view, shared->cache.get());
  const StandInHeaders headers(shared->cache->folder());
  WorkerOptions options;
  options.extract.root = root;
  options.extract.stand_in_headers = headers.path();
  Contents contents;
  for (const auto& [path, content] : view)
    if (content) contents.emplace(path.starts_with('/') ? path : root + "/" + path, *content);
  const ContentFile content_file(contents);
  if (!contents.empty() && content_file.path().empty()) return Error{"there is no memory for the files as they were before the change"};
  options.extract.contents = content_file.path();
  options.workers = project.jobs;
  options.unit_time = std::chrono::seconds(project.unit_seconds);
  const auto read = [&](std::vector<CompileCommand> commands) {
    clock->Begin("cache");
    reader.Add(std::move(commands));
    reader.TakeFromCache(options.unit_time);
    clock->Begin("parse");
    Progress progress(talk.quiet);
    return reader.ParseTheRest(options, &progress, &units.reading.warnings);
  };
  if (const Status parsed = read(std::move(database->commands)); !parsed) return parsed.error();
  if (!database->included.empty()) {
    const size_t named = database->included.size();
    const std::unordered_set<std::string> opened = reader.OpenedFiles();
    std::erase_if(database->included, [&](const CompileCommand& command) { return opened.count(Relative(command.source, root)) != 0; });
    units.reading.remarks.push_back(fmt::format("{} of {} sources that others include are parts of them", named - database->included.size(), named));
    if (const Status parsed = read(std::move(database->included)); !parsed) return parsed.error();
  }
  clock->Begin("verify");
  reader.Finish(&units);
  WarnOfUnread(project.paths, root, &units);
  for (std::string& warning : std::exchange(shared->warnings, {})) units.reading.warnings.push_back(std::move(warning));
  SortReading(&units.reading);
  const std::string stand_ins = talk.verbose ? StandInsUsed(units.facts) : "";
  if (!stand_ins.empty()) units.reading.remarks.push_back(stand_ins);
  clock->End();
  return units;
}

}  // namespace backlint::cli
