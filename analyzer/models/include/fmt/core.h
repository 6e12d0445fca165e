// Stand-in: fmt.
#pragma once
#include <iterator>
#include <string>
#include <string_view>

namespace fmt {
template <typename C> class basic_string_view { public: basic_string_view(const C*); basic_string_view(const std::basic_string<C>&); basic_string_view(std::basic_string_view<C>); const C* data() const; };
using string_view = basic_string_view<char>;
template <typename C, typename... A> class basic_format_string { public: template <typename S> basic_format_string(const S&) {} };
template <typename... A> using format_string = basic_format_string<char, A...>;
template <typename C> struct basic_runtime { basic_string_view<C> str; operator basic_string_view<C>() const; };
basic_runtime<char> runtime(string_view);
struct format_args {};
template <typename... A> format_args make_format_args(A&&...);
namespace detail {
template <typename T> class buffer { public: T* data(); const T* data() const; void push_back(const T&); template <typename U> void append(const U*, const U*); template <typename R> void append(const R&); void clear(); size_t size() const; T& operator[](size_t); void resize(size_t); T* begin(); T* end(); };
template <typename T> struct named_arg { const char* name; const T& value; };
template <typename R> struct join_view { const R& range; };
}
template <typename T, size_t N = 500> class basic_memory_buffer : public detail::buffer<T> { public: using value_type = T; basic_memory_buffer(); };
using memory_buffer = basic_memory_buffer<char>;
template <typename F, typename... A> std::string format(const F&, A&&...);
template <typename F> std::string vformat(const F&, format_args);
template <typename O, typename F, typename... A> O format_to(O, const F&, A&&...);
template <typename O, typename F, typename... A> O format_to_n(O, size_t, const F&, A&&...);
template <typename F, typename... A> std::string sprintf(const F&, const A&...);
template <typename F, typename... A> void print(const F&, A&&...);
template <typename T> std::string to_string(const T&);
template <size_t N> std::string to_string(const basic_memory_buffer<char, N>&);
template <typename T> detail::named_arg<T> arg(const char*, const T&);
template <typename R> detail::join_view<R> join(const R&, string_view);
template <typename I> detail::join_view<I> join(I, I, string_view);
template <typename T> const void* ptr(T);
template <typename T, typename C = char, typename E = void> struct formatter;
}  // namespace fmt
#define FMT_STRING(text) text
#define FMT_COMPILE(text) text
