// What a check reports, and the catalogue entry that it reports under.
#ifndef BACKLINT_CORE_FINDING_H_
#define BACKLINT_CORE_FINDING_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace backlint {

enum class Severity : uint8_t { kNote, kWarning, kError };
enum class Chapter : uint8_t { kDatabase, kApi, kSecurity, kDeployment, kRuntime };

std::string_view Name(Severity severity);   // "note", "warning", "error"
std::string_view Name(Chapter chapter);     // "database", ...

// One entry of the catalogue. Static strings; `symptom` is what an operator sees in production, `cause` what is wrong in the
// code, `fix` what to write instead. Markdown, without line breaks inside a paragraph.
struct Entry {
  std::string_view name;        // `sql-injection`
  Chapter chapter;
  Severity severity;            // the usual one; a finding may differ
  std::string_view symptom;
  std::string_view cause;
  std::string_view fix;
  std::string_view scope = {};  // what is reported and what is not, where that could surprise; for `explain` alone
};

// Lines and columns from 1; columns count bytes. Empty path = unknown place.
struct Place {
  std::string path;             // relative to the project root
  uint32_t line = 0;
  uint32_t column = 0;

  auto operator<=>(const Place&) const = default;
};

struct Note {
  Place place;
  std::string message;

  auto operator<=>(const Note&) const = default;
};

// Message: lower case, one fact, names in backticks, no final stop, no advice. `cause` and `fix` may be empty: the entry's own
// then stand in the report.
struct Finding {
  const Entry* entry = nullptr;      // static storage
  Severity severity = Severity::kWarning;
  Place place;
  uint32_t end_line = 0;             // 0 = not known
  uint32_t end_column = 0;           // one past the last column
  std::string function;              // qualified name of the enclosing function, may be empty
  std::string message;
  std::string cause;
  std::string fix;
  std::string anchor;                // what identifies the finding when lines move: normalised text, no line numbers
  std::vector<Note> notes;           // in the order of the story
};

using Findings = std::vector<Finding>;

}  // namespace backlint

#endif  // BACKLINT_CORE_FINDING_H_
