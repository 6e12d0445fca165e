// A compile command as text -> its words, as a POSIX shell would split it. Nothing is expanded: no variables, no globs, no commands.
#ifndef BACKLINT_EXTRACT_SHELL_WORDS_H_
#define BACKLINT_EXTRACT_SHELL_WORDS_H_

#include <string>
#include <string_view>
#include <vector>

namespace backlint {

// An unclosed quote ends with the text; a trailing backslash stands for itself.
std::vector<std::string> SplitShellWords(std::string_view text);

// Replaces `@file` words by the words of that file, also inside such files, as the GNU compilers do: relative to `directory`; a file that
// cannot be read stays as it is written. Only regular files are read; loops, depth and sizes are bounded, and what is beyond is left out.
// Returns false when a bound was hit.
bool ExpandResponseFiles(const std::string& directory, std::vector<std::string>* words);

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_SHELL_WORDS_H_
