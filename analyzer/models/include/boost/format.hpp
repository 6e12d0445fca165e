// Stand-in: Boost.Format.
#pragma once
#include <ostream>
#include <string>
namespace boost {
template <typename C> class basic_format { public: explicit basic_format(const C*); explicit basic_format(const std::basic_string<C>&); template <typename T> basic_format& operator%(const T&); std::basic_string<C> str() const; size_t size() const; };
typedef basic_format<char> format; typedef basic_format<wchar_t> wformat;
template <typename C> std::basic_string<C> str(const basic_format<C>&);
template <typename C> std::ostream& operator<<(std::ostream&, const basic_format<C>&);
namespace io { using boost::str; }
}  // namespace boost
