// Stand-in: Boost.LexicalCast.
#pragma once
#include <string>
#include <typeinfo>

namespace boost {
class bad_lexical_cast : public std::bad_cast {};
template <typename To, typename From> To lexical_cast(const From& value) { throw bad_lexical_cast(); }
template <typename To> To lexical_cast(const char* text, std::size_t size) { throw bad_lexical_cast(); }
namespace conversion {
template <typename From, typename To> bool try_lexical_convert(const From& from, To& to) { return false; }
}  // namespace conversion
}  // namespace boost
