// Stand-in: Boost's string_view.
#pragma once
#include <cstddef>
#include <iosfwd>
#include <string>

namespace boost {
template <typename Char, typename Traits = std::char_traits<Char>>
class basic_string_view {
 public:
  using value_type = Char;
  static constexpr std::size_t npos = -1;
  basic_string_view() = default;
  basic_string_view(const Char* text);
  basic_string_view(const Char* text, std::size_t size);
  basic_string_view(const std::basic_string<Char>& text);
  const Char* data() const;
  const Char* begin() const;
  const Char* end() const;
  std::size_t size() const;
  std::size_t length() const;
  bool empty() const;
  const Char& operator[](std::size_t at) const;
  basic_string_view substr(std::size_t at, std::size_t count = npos) const;
  void remove_prefix(std::size_t count);
  void remove_suffix(std::size_t count);
  std::size_t find(basic_string_view text, std::size_t at = 0) const;
  bool starts_with(basic_string_view text) const;
  bool ends_with(basic_string_view text) const;
  int compare(basic_string_view other) const;
  std::basic_string<Char> to_string() const;
  explicit operator std::basic_string<Char>() const;
  friend bool operator==(basic_string_view, basic_string_view) { return false; }
  friend bool operator!=(basic_string_view, basic_string_view) { return false; }
  friend std::ostream& operator<<(std::ostream& out, basic_string_view) { return out; }
};
using string_view = basic_string_view<char>;
namespace core {
using boost::basic_string_view;
using string_view = basic_string_view<char>;
}  // namespace core
}  // namespace boost
