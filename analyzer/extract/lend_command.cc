#include <algorithm>

#include "extract/command_line.h"
#include "extract/compile_database.h"
#include "extract/path.h"

namespace backlint {
namespace {

size_t FoldersInCommon(const std::string& a, const std::string& b) {
  const auto end = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
  return static_cast<size_t>(std::count(a.begin(), end, '/'));
}

}  // namespace

std::optional<CompileCommand> LendCommand(const CompileDatabase& database, const std::string& source) {
  const std::string_view language = LanguageOf(source);
  const CompileCommand* best = nullptr;
  size_t most = 0;
  for (const CompileCommand& command : database.commands) {
    const size_t common = FoldersInCommon(command.source, source);
    if (LanguageOf(command.source) != language || (best && common <= most)) continue;
    best = &command;
    most = common;
  }
  if (!best || language.empty()) return std::nullopt;
  CompileCommand lent = *best;
  lent.source = source;
  return lent;
}

}  // namespace backlint
