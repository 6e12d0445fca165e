// Lines of the project's files, for code frames.
#ifndef BACKLINT_REPORT_SOURCE_FILES_H_
#define BACKLINT_REPORT_SOURCE_FILES_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace backlint::report {

// A report may name any path, because facts, caches and `#line` are untrusted. So only regular files that lie below the root
// after every link is followed are read; anything else has no lines.
class SourceFiles {
 public:
  explicit SourceFiles(const std::string& root);

  // Without its line end; nothing when there is no such file or line. The view is good until the next call.
  std::optional<std::string_view> Line(const std::string& path, uint32_t line);

 private:
  struct File {
    std::string content = {};
    std::vector<size_t> starts = {};                // of lines
  };
  std::string Read(const std::string& path) const;
  const File& Load(const std::string& path);

  std::string root_;               // resolved; empty when it does not exist
  std::map<std::string, File> files_;
  size_t bytes_ = 0;
};

}  // namespace backlint::report

#endif  // BACKLINT_REPORT_SOURCE_FILES_H_
