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

void ListDiagnostics(CXTranslationUnit translation_unit, FileTable& files, facts::UnitFactsT& facts) {
  facts.state = facts::UnitState::Clean;
  for (unsigned i = 0, n = clang_getNumDiagnostics(translation_unit); i < n; ++i) {
    CXDiagnostic diagnostic = clang_getDiagnostic(translation_unit, i);
    const CXDiagnosticSeverity severity = clang_getDiagnosticSeverity(diagnostic);
    if (severity >= CXDiagnostic_Error) {
      facts.state = facts::UnitState::Partial;
      auto row = std::make_unique<facts::DiagnosticT>();
      row->level = severity == CXDiagnostic_Fatal ? facts::DiagnosticLevel::Fatal : facts::DiagnosticLevel::Error;
      row->text = ToString(clang_getDiagnosticSpelling(diagnostic));
      row->location = std::make_unique<facts::Location>(files.At(clang_getDiagnosticLocation(diagnostic)));
      const std::string header = MissingHeader(row->text);
      if (!header.empty() && std::find(facts.missing_headers.begin(), facts.missing_headers.end(), header) == facts.missing_headers.end())
        facts.missing_headers.push_back(header);
      facts.diagnostics.push_back(std::move(row));
    }
    clang_disposeDiagnostic(diagnostic);
  }
}

void MarkIncomplete(facts::UnitFactsT& facts) {
  for (const auto& diagnostic : facts.diagnostics) {
    const facts::Location& at = *diagnostic->location;
    for (const auto& function : facts.functions) {
      if (function->location->file() == at.file() && function->location->line() <= at.line() && at.line() <= function->end->line())
        function->flags |= facts::kIncomplete;
    }
  }
  if (facts.diagnostics.size() > kMaxDiagnostics) facts.diagnostics.resize(kMaxDiagnostics);
}

}  // namespace backlint
