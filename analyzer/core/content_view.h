// A project as it is in a commit or in an index: some files with another content than they have on disk.
#ifndef BACKLINT_CORE_CONTENT_VIEW_H_
#define BACKLINT_CORE_CONTENT_VIEW_H_

#include <map>
#include <optional>
#include <string>

namespace backlint {

// By path as facts name it: relative to the project root, absolute outside of it. No content: the file is not there. What is not named is as
// it lies on disk.
using ContentView = std::map<std::string, std::optional<std::string>>;

}  // namespace backlint

#endif  // BACKLINT_CORE_CONTENT_VIEW_H_
