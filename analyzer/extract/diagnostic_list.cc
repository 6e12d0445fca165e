#include "extract/diagnostic_list.h"

#include <algorithm>

#include "extract/cursor.h"

namespace backlint {
namespace {

constexpr size_t kMaxDiagnostics = 200;

// `'pqxx/pqxx' file not found`
std::string MissingHeader(const std::string& text) {
  const size_t end = text.find("' file not found");
  return text.starts_with('\'') && end != std::string::npos ? text.substr(1, end - 1) : "";
}

}  // namespace

std::vector<FrontEndError> CollectErrors(CXTranslationUnit translation_unit) {
  std::vector<FrontEndError> errors;
  for (unsigned i = 0, n = clang_getNumDiagnostics(translation_unit); i < n; ++i) {
    CXDiagnostic diagnostic = clang_getDiagnostic(translation_unit, i);
    const CXDiagnosticSeverity severity = clang_getDiagnosticSeverity(diagnostic);
    if (severity >= CXDiagnostic_Error) {
      FrontEndError error;
      error.level = severity == CXDiagnostic_Fatal ? facts::DiagnosticLevel::Fatal : facts::DiagnosticLevel::Error;
      error.text = ToString(clang_getDiagnosticSpelling(diagnostic));
      CXFile file = nullptr;
      clang_getFileLocation(clang_getDiagnosticLocation(diagnostic), &file, &error.line, &error.column, nullptr);
      if (file) error.file = ToString(clang_getFileName(file));
      errors.push_back(std::move(error));
    }
    clang_disposeDiagnostic(diagnostic);
  }
  return errors;
}

void ListErrors(const std::vector<FrontEndError>& errors, CXTranslationUnit translation_unit, FileTable& files, facts::UnitFactsT& facts) {
  facts.state = errors.empty() ? facts::UnitState::Clean : facts::UnitState::Partial;
  for (const FrontEndError& error : errors) {
    auto row = std::make_unique<facts::DiagnosticT>();
    row->level = error.level;
    row->text = error.text;
    const uint32_t file = error.file.empty() ? kNone : files.Add(clang_getFile(translation_unit, error.file.c_str()));
    row->location = std::make_unique<facts::Location>(file, file == kNone ? 0 : error.line, file == kNone ? 0 : error.column);
    const std::string header = MissingHeader(error.text);
    if (!header.empty() && std::find(facts.missing_headers.begin(), facts.missing_headers.end(), header) == facts.missing_headers.end())
      facts.missing_headers.push_back(header);
    facts.diagnostics.push_back(std::move(row));
  }
}

void MarkIncomplete(facts::UnitFactsT& facts) {
  for (const auto& diagnostic : facts.diagnostics) {
    const facts::Location& at = *diagnostic->location;
    if (at.file() == kNone) continue;
    for (const auto& function : facts.functions) {
      if (function->location->file() == at.file() && function->location->line() <= at.line() && at.line() <= function->end->line())
        function->flags |= facts::kIncomplete;
    }
  }
  if (facts.diagnostics.size() > kMaxDiagnostics) facts.diagnostics.resize(kMaxDiagnostics);
}

}  // namespace backlint
