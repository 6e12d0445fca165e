// Stand-in: Boost.LexicalCast.
#pragma once
#include <exception>
namespace boost { struct bad_lexical_cast : std::exception {}; template <typename T, typename S> T lexical_cast(const S&); }
