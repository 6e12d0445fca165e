// The files that one unit opened: their place in the facts, whether they belong to the project, and their text.
#ifndef BACKLINT_EXTRACT_FILE_TABLE_H_
#define BACKLINT_EXTRACT_FILE_TABLE_H_

#include <clang-c/Index.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/facts.h"
#include "extract/line_table.h"

namespace backlint {

class FileTable {
 public:
  // `stand_ins`: a folder whose files get the path `<backlint>/...`; "" when there is none.
  // Names that the front end gives relative are relative to `directory`.
  FileTable(CXTranslationUnit unit, std::string root, std::string directory, std::string stand_ins);

  // Adds the main file and everything that it included, in the order of inclusion.
  void AddInclusions();

  uint32_t Add(CXFile file);                          // kNone for null
  // Unknown locations have line 0. `in_macro`: set when the text stands in a macro's definition, and the place is its use.
  facts::Location At(CXSourceLocation location, bool* in_macro = nullptr);
  bool InProject(CXSourceLocation location);
  bool MadeUp(CXSourceLocation location);             // in the declarations made up for missing names
  bool FileInProject(uint32_t file) const { return rows_[file].role != facts::FileRole::External; }
  size_t size() const { return rows_.size(); }

  // The text as the front end saw it; empty when it never read the file.
  std::string_view TextOf(CXFile file);
  std::string_view TextOf(uint32_t file) const { return rows_[file].text; }
  const std::string& Path(uint32_t file) const { return rows_[file].path; }
  // The text from begin to end of a range, when both ends are in one file; else empty.
  std::string_view TextOf(CXSourceRange range);
  // The text from the beginning of a range to the end of its file.
  std::string_view TextFrom(CXSourceRange range);
  // The text before the beginning of a range.
  std::string_view TextBefore(CXSourceRange range);

  std::vector<std::unique_ptr<facts::FileT>> Take();

 private:
  struct Row {
    std::string path;
    facts::FileRole role = facts::FileRole::External;
    std::string_view text;
    std::optional<LineTable> lines;                   // made when it is first asked for
  };
  std::string PathOf(CXFile file, facts::FileRole& role) const;

  CXTranslationUnit unit_;
  std::string root_;
  std::string directory_;
  std::string stand_ins_;
  std::vector<Row> rows_;
  std::unordered_map<void*, uint32_t> by_handle_;
  std::unordered_map<std::string, uint32_t> by_path_;
};

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_FILE_TABLE_H_
