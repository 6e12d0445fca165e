// Stand-in: fmt.
#pragma once
#include <cstddef>
#include <cstdio>
#include <ctime>
#include <iterator>
#include <locale>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

#define FMT_VERSION 90100
// An object whose type holds the text.
#define FMT_STRING(text)                                                                                          \
  [] {                                                                                                            \
    struct Checked {                                                                                              \
      explicit constexpr operator fmt::basic_string_view<char>() const {                                          \
        return fmt::detail_exported::compile_string_to_view<char>(text);                                          \
      }                                                                                                           \
    };                                                                                                            \
    return Checked();                                                                                             \
  }()
#define FMT_COMPILE(text) text

namespace fmt {

template <typename Char>
class basic_string_view {
 public:
  constexpr basic_string_view() = default;
  constexpr basic_string_view(const Char* text);
  constexpr basic_string_view(const Char* text, std::size_t size);
  basic_string_view(const std::basic_string<Char>& text);
  constexpr basic_string_view(std::basic_string_view<Char> text);
  constexpr const Char* data() const;
  constexpr std::size_t size() const;
  constexpr const Char* begin() const;
  constexpr const Char* end() const;
};
using string_view = basic_string_view<char>;
using wstring_view = basic_string_view<wchar_t>;

namespace detail_exported {
template <typename Char, std::size_t N>
constexpr basic_string_view<Char> compile_string_to_view(const Char (&text)[N]);
}

template <typename Char>
struct basic_runtime {
  basic_string_view<Char> str;
};
basic_runtime<char> runtime(string_view text);

template <typename Char, typename... T>
class basic_format_string {
 public:
  template <typename S, std::enable_if_t<std::is_convertible<const S&, basic_string_view<Char>>::value, int> = 0>
  constexpr basic_format_string(const S& text) {}
  basic_format_string(basic_runtime<Char> text) {}
  template <typename S, std::enable_if_t<std::is_constructible<basic_string_view<Char>, const S&>::value &&
                                             !std::is_convertible<const S&, basic_string_view<Char>>::value, long> = 0>
  constexpr basic_format_string(const S& text) {}
  operator basic_string_view<Char>() const;
};
template <typename... T>
using format_string = basic_format_string<char, typename std::common_type<T>::type...>;

class format_error : public std::runtime_error { using std::runtime_error::runtime_error; };
struct format_context { char* out() const; };
struct format_parse_context { const char* begin() const; const char* end() const; };
struct format_args {
  format_args() = default;
  template <typename... T>
  format_args(const T&... values) {}
};
template <typename... T>
format_args make_format_args(T&&... values) { return {}; }

namespace detail {
template <typename T>
class buffer {
 public:
  using value_type = T;
  T* begin();
  T* end();
  const T* begin() const;
  const T* end() const;
  T* data();
  const T* data() const;
  std::size_t size() const;
  std::size_t capacity() const;
  void clear();
  void resize(std::size_t size);
  void reserve(std::size_t size);
  void push_back(const T& c);
  template <typename U>
  void append(const U* begin, const U* end) {}
  T& operator[](std::size_t at);
};
template <typename T>
struct named_arg {
  const char* name;
  const T& value;
};
}  // namespace detail
template <typename Iterator>
struct join_view {
  Iterator begin, end;
};

template <typename T, std::size_t Size = 500, typename Allocator = std::allocator<T>>
class basic_memory_buffer : public detail::buffer<T> {
 public:
  basic_memory_buffer() = default;
  using detail::buffer<T>::append;
  template <typename Range>
  void append(const Range& range) {}
};
using memory_buffer = basic_memory_buffer<char>;

template <typename... T>
std::string format(format_string<T...> text, T&&... values) { return ""; }
template <typename Locale, typename... T, std::enable_if_t<std::is_same<Locale, std::locale>::value, int> = 0>
std::string format(const Locale& locale, format_string<T...> text, T&&... values) { return ""; }
template <typename... T>
std::wstring format(const wchar_t* text, T&&... values) { return L""; }
std::string vformat(string_view text, format_args values);
template <typename Out, typename... T>
Out format_to(Out&& out, format_string<T...> text, T&&... values) { throw 0; }
template <std::size_t Size, typename... T>
char* format_to(basic_memory_buffer<char, Size>& out, format_string<T...> text, T&&... values) { return nullptr; }
template <typename Out>
Out vformat_to(Out out, string_view text, format_args values);
template <typename Out>
struct format_to_n_result {
  Out out;
  std::size_t size;
};
template <typename Out, typename... T>
format_to_n_result<Out> format_to_n(Out out, std::size_t size, format_string<T...> text, T&&... values) { throw 0; }
template <typename... T>
std::size_t formatted_size(format_string<T...> text, T&&... values) { return 0; }
template <typename S, typename... T>
std::string sprintf(const S& text, const T&... values) { return ""; }
template <typename S, typename... T>
int printf(const S& text, const T&... values) { return 0; }
template <typename... T>
void print(format_string<T...> text, T&&... values) {}
template <typename... T>
void print(std::FILE* file, format_string<T...> text, T&&... values) {}
template <typename... T>
void println(format_string<T...> text, T&&... values) {}

template <typename T>
std::string to_string(const T& value) { return ""; }
template <std::size_t Size>
std::string to_string(const basic_memory_buffer<char, Size>& buffer) { return ""; }
template <typename T>
detail::named_arg<T> arg(const char* name, const T& value) { return {name, value}; }
template <typename Range>
join_view<const Range*> join(const Range& range, string_view separator) { return {&range, &range}; }
template <typename Iterator>
join_view<Iterator> join(Iterator begin, Iterator end, string_view separator) { return {begin, end}; }
template <typename T>
const void* ptr(const T& pointer) { return nullptr; }
template <typename T>
auto streamed(const T& value) -> const T& { return value; }
template <typename T>
auto underlying(T value) -> int { return 0; }
class format_int {
 public:
  template <typename T>
  explicit format_int(T value) {}
  const char* data() const;
  const char* c_str() const;
  std::string str() const;
};
std::tm localtime(std::time_t time);
std::tm gmtime(std::time_t time);

template <typename T, typename Char = char, typename Enable = void>
struct formatter {
  template <typename Context>
  constexpr auto parse(Context& context) { return context.begin(); }
  template <typename Value, typename Context>
  auto format(const Value& value, Context& context) const { return context.out(); }
};
struct ostream_formatter : formatter<string_view> {};

}  // namespace fmt
