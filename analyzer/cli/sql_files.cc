#include "cli/sql_files.h"

#include <algorithm>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "backend/rehearsal.h"
#include "cli/path_glob.h"
#include "core/facts.h"
#include "extract/file_text.h"
#include "extract/source_tree.h"
#include "extract/suppression_scan.h"

namespace backlint::cli {
namespace {

sql::Dialect DialectNamed(std::string_view name) {
  for (const sql::Dialect dialect : {sql::Dialect::kPostgres, sql::Dialect::kMysql, sql::Dialect::kSqlite})
    if (sql::Name(dialect) == name) return dialect;
  return sql::Dialect::kUnknown;
}

// Those of the tree, and those that only the view has.
std::vector<std::string> PathsIn(const std::string& root, const ContentView& view) {
  std::vector<std::string> paths = ReadSourceTree(root).sql;
  for (const auto& [path, content] : view)
    if (content && IsSqlFile(path) && !IsThirdParty(path)) paths.push_back(path);
  std::sort(paths.begin(), paths.end());
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  return paths;
}

}  // namespace

std::vector<SqlFile> ReadSqlFiles(const std::string& root, const Config& config, Reading* reading, const ContentView& view) {
  const sql::Dialect dialect = DialectNamed(config.schema_dialect);
  std::vector<SqlFile> files;
  size_t total = 0, left_out = 0, shortened = 0;
  for (const std::string& path : PathsIn(root, view)) {
    if (!config.schema_sources.empty() && !MatchesAny(path, config.schema_sources)) continue;
    const auto shown = view.find(path);
    if (shown != view.end() && !shown->second) continue;
    auto text = total >= kMostSqlBytes ? std::nullopt : shown != view.end() ? shown->second->substr(0, kLongestSqlFile) : ReadFileText(root + "/" + path, kLongestSqlFile);
    if (!text) {
      ++left_out;
      continue;
    }
    if (text->size() == kLongestSqlFile) ++shortened;
    total += text->size();
    files.push_back({path, std::move(*text), dialect});
  }
  const auto files_of = [](size_t count) { return count == 1 ? std::string("1 file of SQL was") : fmt::format("{} files of SQL were", count); };
  if (left_out > 0) reading->warnings.push_back(files_of(left_out) + " not read");
  if (shortened > 0) reading->warnings.push_back(fmt::format("of {} only the first {} MiB read", files_of(shortened), kLongestSqlFile >> 20));
  if (!files.empty()) reading->remarks.push_back(files_of(files.size()) + " read");
  return files;
}

std::string SuppressionsOf(std::span<const SqlFile> files) {
  facts::UnitFactsT unit;
  unit.version = kFactsVersion;
  for (const SqlFile& file : files) {
    if (IsRehearsal(file.path)) continue;      // no check judges what stands there
    const auto index = static_cast<uint32_t>(unit.files.size());
    auto row = std::make_unique<facts::FileT>();
    row->path = file.path;
    row->role = facts::FileRole::Project;
    unit.files.push_back(std::move(row));
    ScanSuppressions(file.text, index, SuppressionSyntax::Sql, unit.suppressions);
  }
  flatbuffers::FlatBufferBuilder builder;
  facts::FinishUnitFactsBuffer(builder, facts::UnitFacts::Pack(builder, &unit));
  return {reinterpret_cast<const char*>(builder.GetBufferPointer()), builder.GetSize()};
}

}  // namespace backlint::cli
