#include "cli/model_hints.h"

#include <algorithm>

#include <fmt/format.h>

#include "backend/missing_rows.h"
#include "models/embedded.h"

namespace backlint::cli {
namespace {

constexpr size_t kMostTakers = 5;

}  // namespace

std::vector<std::string> ModelHints(const CodeBase& code) {
  std::vector<std::string> hints;
  const auto takers = code.backend.unknown_takers();
  for (size_t i = 0; i < std::min(takers.size(), kMostTakers); ++i) {
    const UnknownTaker& taker = takers[i];
    hints.push_back(fmt::format("`{}` gets SQL and has no model row ({} {}, the first in {}:{}:{})", taker.function, taker.statements,
                                taker.statements == 1 ? "text" : "texts", taker.place.path, taker.place.line, taker.place.column));
  }
  if (takers.size() > kMostTakers) hints.push_back(fmt::format("{} more functions get SQL and have no model row", takers.size() - kMostTakers));
  for (const UnmetRow& row : FindUnmetRows(code.program, *code.models, EmbeddedModels().size()))
    hints.push_back(fmt::format("{}:{}:{}: nothing in the units that were read meets the row of `{}`", row.place.path, row.place.line, row.place.column, row.name));
  return hints;
}

}  // namespace backlint::cli
