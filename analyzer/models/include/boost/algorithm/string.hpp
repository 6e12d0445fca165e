// Stand-in: Boost.StringAlgo.
#pragma once
#include <string>
#include <vector>

namespace boost {
namespace algorithm {
enum token_compress_mode_type { token_compress_on, token_compress_off };
struct predicate_stand_in {
  bool operator()(char c) const;
};
template <typename Range> predicate_stand_in is_any_of(const Range& range) { return {}; }
inline predicate_stand_in is_space() { return {}; }
inline predicate_stand_in is_digit() { return {}; }
inline predicate_stand_in is_alpha() { return {}; }
inline predicate_stand_in is_alnum() { return {}; }

template <typename Range, typename Separator> std::string join(const Range& range, const Separator& separator) { return ""; }
template <typename Range, typename Separator, typename Call>
std::string join_if(const Range& range, const Separator& separator, const Call& call) { return ""; }
template <typename S, typename A, typename B> void replace_all(S& text, const A& from, const B& to) {}
template <typename S, typename A, typename B> S replace_all_copy(const S& text, const A& from, const B& to) { return text; }
template <typename S, typename A, typename B> void replace_first(S& text, const A& from, const B& to) {}
template <typename S, typename A, typename B> S replace_first_copy(const S& text, const A& from, const B& to) { return text; }
template <typename S, typename A> void erase_all(S& text, const A& what) {}
template <typename S, typename A> S erase_all_copy(const S& text, const A& what) { return text; }
template <typename S> void trim(S& text) {}
template <typename S> void trim_left(S& text) {}
template <typename S> void trim_right(S& text) {}
template <typename S, typename Call> void trim_if(S& text, Call call) {}
template <typename S> S trim_copy(const S& text) { return text; }
template <typename S> S trim_left_copy(const S& text) { return text; }
template <typename S> S trim_right_copy(const S& text) { return text; }
template <typename S> void to_lower(S& text) {}
template <typename S> void to_upper(S& text) {}
template <typename S> S to_lower_copy(const S& text) { return text; }
template <typename S> S to_upper_copy(const S& text) { return text; }
template <typename C, typename S, typename Call>
C& split(C& to, S&& text, Call call, token_compress_mode_type mode = token_compress_off) { return to; }
template <typename A, typename B> bool equals(const A& a, const B& b) { return false; }
template <typename A, typename B> bool iequals(const A& a, const B& b) { return false; }
template <typename A, typename B> bool starts_with(const A& a, const B& b) { return false; }
template <typename A, typename B> bool istarts_with(const A& a, const B& b) { return false; }
template <typename A, typename B> bool ends_with(const A& a, const B& b) { return false; }
template <typename A, typename B> bool iends_with(const A& a, const B& b) { return false; }
template <typename A, typename B> bool contains(const A& a, const B& b) { return false; }
template <typename A, typename B> bool icontains(const A& a, const B& b) { return false; }
template <typename R, typename Call> bool all(const R& range, Call call) { return false; }
template <typename In, typename Out> Out hex(In begin, In end, Out out) { return out; }
template <typename S> S hex(const S& text) { return text; }
template <typename In, typename Out> Out unhex(In begin, In end, Out out) { return out; }
template <typename S> S unhex(const S& text) { return text; }
}  // namespace algorithm
using namespace algorithm;
}  // namespace boost
