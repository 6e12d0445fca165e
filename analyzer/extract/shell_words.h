// A compile command as text -> its words, as a POSIX shell would split it. Nothing is expanded: no variables, no globs, no commands.
#ifndef BACKLINT_EXTRACT_SHELL_WORDS_H_
#define BACKLINT_EXTRACT_SHELL_WORDS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace backlint {

// An unclosed quote ends with the text; a trailing backslash stands for itself.
std::vector<std::string> SplitShellWords(std::string_view text);

// Replaces `@file` words by the words of that file, also inside such files, as the GNU compilers do: relative to `directory`; a file that
// cannot be read stays as it is written. Only regular files are read; loops, depth and sizes are bounded, and what is beyond is left out.
// Returns false when a bound was hit.
//
// `left`, when given, bounds several calls together: what the files may still add, in bytes (a word costs some more than its letters). It
// is 0 when that was too little.
bool ExpandResponseFiles(const std::string& directory, std::vector<std::string>* words, size_t* left = nullptr);

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_SHELL_WORDS_H_
