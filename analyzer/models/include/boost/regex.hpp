// Stand-in: Boost.Regex.
#pragma once
#include <string>

namespace boost {
class regex {
 public:
  regex();
  explicit regex(const char* pattern, unsigned flags = 0);
  explicit regex(const std::string& pattern, unsigned flags = 0);
};
class smatch {
 public:
  std::string operator[](int at) const;
  std::string str(int at = 0) const;
  std::size_t size() const;
};
template <typename S> bool regex_match(const S& text, const regex& pattern) { return false; }
template <typename S> bool regex_match(const S& text, smatch& match, const regex& pattern) { return false; }
template <typename S> bool regex_search(const S& text, const regex& pattern) { return false; }
template <typename S> bool regex_search(const S& text, smatch& match, const regex& pattern) { return false; }
template <typename F> std::string regex_replace(const std::string& text, const regex& pattern, const F& by) { return text; }
}  // namespace boost
