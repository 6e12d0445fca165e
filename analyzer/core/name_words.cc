#include "core/name_words.h"

#include <algorithm>

namespace backlint {
namespace {

bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
// Bytes of other alphabets are letters.
bool IsPart(char c) { return IsUpper(c) || IsLower(c) || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80; }

}  // namespace

std::vector<std::string> NameWords(std::string_view name) {
  std::vector<std::string> words;
  bool in_word = false;
  for (size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    if (!IsPart(c)) {
      in_word = false;
      continue;
    }
    // The last of several capitals begins the next word when small letters follow it.
    const bool begins = IsUpper(c) && i > 0 && (!IsUpper(name[i - 1]) || (i + 1 < name.size() && IsLower(name[i + 1])));
    if (!in_word || begins) words.emplace_back();
    in_word = true;
    words.back() += IsUpper(c) ? static_cast<char>(c | 0x20) : c;
  }
  return words;
}

bool HasWord(std::string_view name, std::span<const std::string_view> words) {
  const std::vector<std::string> all = NameWords(name);
  return std::any_of(all.begin(), all.end(), [&](const std::string& word) { return std::find(words.begin(), words.end(), word) != words.end(); });
}

}  // namespace backlint
