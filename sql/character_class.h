// Classes of bytes that the lexer asks for.
#ifndef BACKLINT_SQL_CHARACTER_CLASS_H_
#define BACKLINT_SQL_CHARACTER_CLASS_H_

#include <array>
#include <cstdint>

namespace backlint::sql {

enum : uint8_t { kBlank = 1, kDigit = 2, kNameStart = 4, kNamePart = 8, kOperates = 16 };

inline constexpr std::array<uint8_t, 256> kClasses = [] {
  std::array<uint8_t, 256> classes{};
  for (int c = 0; c <= ' '; ++c) classes[c] = kBlank;
  for (int c = '0'; c <= '9'; ++c) classes[c] = kDigit | kNamePart;
  for (int c = 'a'; c <= 'z'; ++c) classes[c] = classes[c - 'a' + 'A'] = kNameStart | kNamePart;
  for (int c = 0x80; c <= 0xFF; ++c) classes[c] = kNameStart | kNamePart;
  classes['_'] = kNameStart | kNamePart;
  classes['$'] = kNamePart;
  for (const char c : {'+', '-', '*', '/', '<', '>', '=', '~', '!', '@', '#', '%', '^', '&', '|', '?', ':'})
    classes[static_cast<unsigned char>(c)] = kOperates;
  return classes;
}();

inline bool Is(char c, uint8_t which) { return kClasses[static_cast<unsigned char>(c)] & which; }

}  // namespace backlint::sql

#endif  // BACKLINT_SQL_CHARACTER_CLASS_H_
