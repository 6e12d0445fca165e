// The content of a file that nobody vouches for.
#ifndef BACKLINT_EXTRACT_FILE_TEXT_H_
#define BACKLINT_EXTRACT_FILE_TEXT_H_

#include <cstddef>
#include <optional>
#include <string>

namespace backlint {

// The first `limit` bytes of a regular file; nothing for what is missing, unreadable, or no regular file (a pipe would block, a
// device never ends).
std::optional<std::string> ReadFileText(const std::string& path, size_t limit);

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_FILE_TEXT_H_
