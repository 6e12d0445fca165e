// The words that a name is made of, so that `catalog` is no log and `syncAll` speaks of syncing.
#ifndef BACKLINT_CORE_NAME_WORDS_H_
#define BACKLINT_CORE_NAME_WORDS_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace backlint {

// In small letters: `user_id`, `userId`, `UserID` -> user, id; `HTTPServer` -> http, server. What is neither letter nor digit separates.
// Words that are written together (`userid`) are one.
std::vector<std::string> NameWords(std::string_view name);

// Is one of the words of the name among these?
bool HasWord(std::string_view name, std::span<const std::string_view> words);

}  // namespace backlint

#endif  // BACKLINT_CORE_NAME_WORDS_H_
