// Stand-in: Boost.Format.
#pragma once
#include <cstddef>
#include <exception>
#include <ostream>
#include <string>

namespace boost {
template <typename Char, typename Traits = std::char_traits<Char>, typename Allocator = std::allocator<Char>>
class basic_format {
 public:
  basic_format() = default;
  explicit basic_format(const Char* text);
  explicit basic_format(const std::basic_string<Char>& text);
  template <typename T>
  basic_format& operator%(const T& value) { return *this; }
  template <typename T>
  basic_format& bind_arg(int at, const T& value) { return *this; }
  basic_format& parse(const std::basic_string<Char>& text);
  basic_format& clear();
  std::basic_string<Char> str() const;
  std::size_t size() const;
  void exceptions(unsigned char bits);
};
using format = basic_format<char>;
using wformat = basic_format<wchar_t>;
template <typename Char>
std::basic_string<Char> str(const basic_format<Char>& text);
template <typename Char>
std::basic_ostream<Char>& operator<<(std::basic_ostream<Char>& out, const basic_format<Char>& text);
namespace io {
using boost::str;
enum format_error_bits { bad_format_string_bit = 1, too_few_args_bit = 2, too_many_args_bit = 4, all_error_bits = 255, no_error_bits = 0 };
class format_error : public std::exception {};
template <typename T>
const T& group(const T& value) { return value; }
}  // namespace io
}  // namespace boost
