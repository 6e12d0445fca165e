#include "cli/reporting_words.h"

#include <array>
#include <filesystem>
#include <optional>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

#include "cli/nearest.h"

namespace backlint::cli {
namespace {

std::vector<std::string_view> FormatNames() {
  std::vector<std::string_view> names;
  for (const report::Format& format : report::Formats()) names.push_back(format.name);
  return names;
}

Result<const report::Format*> FindFormat(const std::string& name) {
  const report::Format* format = report::FindFormat(name);
  if (format) return format;
  return Error{fmt::format("unknown format `{}`{} (known: {})", name, DidYouMean(name, FormatNames()), fmt::join(FormatNames(), ", "))};
}

bool SameFile(const std::string& a, const std::string& b) {
  std::error_code error;
  const auto normal = [&](const std::string& path) { return std::filesystem::absolute(path, error).lexically_normal(); };
  return normal(a) == normal(b) || std::filesystem::equivalent(a, b, error);
}

Status AddOutput(const std::string& word, Reporting* reporting) {
  const size_t equals = word.find('=');
  if (equals == std::string::npos || equals + 1 == word.size())
    return Error{fmt::format("--output needs a format and a file, as `json=report.json`, not `{}`", word)};
  const auto extra = FindFormat(word.substr(0, equals));
  if (!extra) return extra.error();
  const std::string file = word.substr(equals + 1);
  for (const Output& other : reporting->outputs)
    if (SameFile(other.file, file)) return Error{fmt::format("two reports into one file: `{}`", file)};
  reporting->outputs.push_back({extra.value(), file});
  return Ok();
}

}  // namespace

Status FillReporting(const ReportingWords& words, Reporting* reporting) {
  const auto format = FindFormat(words.format);
  if (!format) return format.error();
  reporting->format = format.value();
  for (const std::string& word : words.outputs)
    if (const Status added = AddOutput(word, reporting); !added) return added.error();
  reporting->fail_on_said = !words.fail_on.empty();
  static constexpr std::array<std::string_view, 3> kLevels = {"error", "warning", "never"};
  if (words.fail_on == "error") reporting->fail_on = Severity::kError;
  else if (words.fail_on == "never") reporting->fail_on = std::nullopt;
  else if (reporting->fail_on_said && words.fail_on != "warning")
    return Error{fmt::format("unknown severity `{}` for --fail-on{} (known: error, warning, never)", words.fail_on, DidYouMean(words.fail_on, kLevels))};
  return Ok();
}

}  // namespace backlint::cli
