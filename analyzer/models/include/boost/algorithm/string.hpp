// Stand-in: Boost.StringAlgo.
#pragma once
#include <string>
#include <vector>
namespace boost {
namespace algorithm {
template <typename R> std::string join(const R&, const char*); template <typename R> std::string join(const R&, const std::string&);
template <typename S> S replace_all_copy(const S&, const char*, const char*); template <typename S> S replace_all_copy(const S&, const std::string&, const std::string&); template <typename S> void replace_all(S&, const char*, const char*); template <typename S> void replace_all(S&, const std::string&, const std::string&);
template <typename S> S trim_copy(const S&); template <typename S> void trim(S&); template <typename S> void trim_left(S&); template <typename S> void trim_right(S&); template <typename S> S to_lower_copy(const S&); template <typename S> S to_upper_copy(const S&); template <typename S> void to_lower(S&); template <typename S> void to_upper(S&);
struct any_of_predicate {}; template <typename R> any_of_predicate is_any_of(const R&); template <typename C, typename S, typename P> C& split(C&, const S&, P); template <typename A, typename B> bool iequals(const A&, const B&); template <typename A, typename B> bool starts_with(const A&, const B&); template <typename A, typename B> bool ends_with(const A&, const B&); template <typename A, typename B> bool contains(const A&, const B&);
}
using namespace algorithm;
}  // namespace boost
