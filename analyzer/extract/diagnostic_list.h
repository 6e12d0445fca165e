// What the front end complained about: errors, missing headers, and which functions depend on them.
#ifndef BACKLINT_EXTRACT_DIAGNOSTIC_LIST_H_
#define BACKLINT_EXTRACT_DIAGNOSTIC_LIST_H_

#include <clang-c/Index.h>

#include "core/facts.h"
#include "extract/file_table.h"

namespace backlint {

// Fills diagnostics, missing_headers and state.
void ListDiagnostics(CXTranslationUnit translation_unit, FileTable& files, facts::UnitFactsT& facts);
// Marks the functions in which an error stands.
void MarkIncomplete(facts::UnitFactsT& facts);

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_DIAGNOSTIC_LIST_H_
