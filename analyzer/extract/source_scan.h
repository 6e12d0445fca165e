// Small readings of source text, for what the syntax tree does not say.
#ifndef BACKLINT_EXTRACT_SOURCE_SCAN_H_
#define BACKLINT_EXTRACT_SOURCE_SCAN_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace backlint {

// The next position at or after `at` that is no white space and in no comment.
size_t SkipBlank(std::string_view text, size_t at);
// The position behind the string, character or raw literal that begins at `at` (after any prefix letters).
size_t SkipLiteral(std::string_view text, size_t at);
// The last character of `text` that is no white space, or 0.
char LastNonBlank(std::string_view text);

struct ForHeader {
  bool found = false;
  size_t first = 0, second = 0;          // offsets of the two semicolons
};
ForHeader ScanForHeader(std::string_view text);          // `text` begins with `for`

bool ContainsElse(std::string_view text);                // outside of comments and literals
bool IfConsteval(std::string_view text);                 // `if consteval`, `if !consteval`

// The written captures of a lambda, one each, initialisers left out: `[=, &a, b = c(1)]` -> {"=", "&a", "b"}.
std::vector<std::string> CaptureList(std::string_view text);

// `a::b<int>::c` -> `a::b::c`; "" unless the whole text is a name.
std::string QualifiedNameOf(std::string_view text);
// The last identifier of the text, template arguments at its end left out: `x->template get<int>` -> `get`.
std::string LastIdentifierOf(std::string_view text);

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_SOURCE_SCAN_H_
