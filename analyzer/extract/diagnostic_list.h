// What the front end complained about: errors, missing headers, and which functions depend on them.
#ifndef BACKLINT_EXTRACT_DIAGNOSTIC_LIST_H_
#define BACKLINT_EXTRACT_DIAGNOSTIC_LIST_H_

#include <clang-c/Index.h>

#include <string>
#include <vector>

#include "core/facts.h"
#include "extract/file_table.h"

namespace backlint {

struct FrontEndError {
  facts::DiagnosticLevel level;
  std::string text;
  std::string file;                      // as the front end names it
  unsigned line = 0, column = 0;
};

std::vector<FrontEndError> CollectErrors(CXTranslationUnit translation_unit);

// Fills diagnostics, missing_headers and state. `translation_unit` may be another parse of the same source.
void ListErrors(const std::vector<FrontEndError>& errors, CXTranslationUnit translation_unit, FileTable& files, facts::UnitFactsT& facts);
// Marks the functions in which an error stands.
void MarkIncomplete(facts::UnitFactsT& facts);

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_DIAGNOSTIC_LIST_H_
