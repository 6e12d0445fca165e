// Stand-in: Abseil's strings.
#pragma once
#include <cstddef>
#include <cstdio>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace absl {
using string_view = std::string_view;
template <typename T> using optional = std::optional<T>;

class Hex {
 public:
  template <typename T> explicit Hex(T value, int pad = 0) {}
};
class AlphaNum {
 public:
  AlphaNum(int value);
  AlphaNum(unsigned value);
  AlphaNum(long value);
  AlphaNum(unsigned long value);
  AlphaNum(long long value);
  AlphaNum(unsigned long long value);
  AlphaNum(float value);
  AlphaNum(double value);
  AlphaNum(Hex value);
  AlphaNum(const char* text);
  AlphaNum(std::string_view text);
  AlphaNum(const std::string& text);
  std::string_view Piece() const;
};
template <typename... T> std::string StrCat(const AlphaNum& a, const T&... more) { return ""; }
inline std::string StrCat() { return ""; }
template <typename... T> void StrAppend(std::string* to, const AlphaNum& a, const T&... more) {}

template <typename... T> class FormatSpec {
 public:
  FormatSpec(const char* text);
  FormatSpec(std::string_view text);
};
template <typename... T> std::string StrFormat(const char* text, const T&... values) { return ""; }
template <typename... T> std::string StrFormat(std::string_view text, const T&... values) { return ""; }
template <typename... T> std::string& StrAppendFormat(std::string* to, const char* text, const T&... values) { return *to; }
template <typename... T> int SNPrintF(char* to, std::size_t size, const char* text, const T&... values) { return 0; }
template <typename... T> int PrintF(const char* text, const T&... values) { return 0; }
template <typename... T> int FPrintF(std::FILE* file, const char* text, const T&... values) { return 0; }
template <typename... T> std::string Substitute(std::string_view text, const T&... values) { return ""; }
template <typename... T> void SubstituteAndAppend(std::string* to, std::string_view text, const T&... values) {}

template <typename R> std::string StrJoin(const R& range, std::string_view separator) { return ""; }
template <typename R, typename F> std::string StrJoin(const R& range, std::string_view separator, F&& formatter) { return ""; }
template <typename T> std::string StrJoin(std::initializer_list<T> list, std::string_view separator) { return ""; }
template <typename I> std::string StrJoin(I begin, I end, std::string_view separator) { return ""; }
class SplitResult {
 public:
  const std::string_view* begin() const;
  const std::string_view* end() const;
  template <typename C> operator C() const { return {}; }
};
struct SkipEmpty {};
struct ByString { explicit ByString(std::string_view text); };
struct ByChar { explicit ByChar(char c); };
struct ByAnyChar { explicit ByAnyChar(std::string_view text); };
template <typename D> SplitResult StrSplit(std::string_view text, D separator) { return {}; }
template <typename D, typename P> SplitResult StrSplit(std::string_view text, D separator, P predicate) { return {}; }
std::string StrReplaceAll(std::string_view text, std::initializer_list<std::pair<std::string_view, std::string_view>> by);
std::string_view StripAsciiWhitespace(std::string_view text);
std::string_view StripLeadingAsciiWhitespace(std::string_view text);
std::string_view StripTrailingAsciiWhitespace(std::string_view text);
std::string_view StripPrefix(std::string_view text, std::string_view prefix);
std::string_view StripSuffix(std::string_view text, std::string_view suffix);
bool ConsumePrefix(std::string_view* text, std::string_view prefix);
std::string AsciiStrToLower(std::string_view text);
std::string AsciiStrToUpper(std::string_view text);
std::string CEscape(std::string_view text);
std::string BytesToHexString(std::string_view bytes);
std::string HexStringToBytes(std::string_view text);
std::string Base64Escape(std::string_view bytes);
bool Base64Unescape(std::string_view text, std::string* to);
std::string WebSafeBase64Escape(std::string_view bytes);
bool StartsWith(std::string_view text, std::string_view prefix) noexcept;
bool EndsWith(std::string_view text, std::string_view suffix) noexcept;
bool StrContains(std::string_view text, std::string_view what) noexcept;
bool EqualsIgnoreCase(std::string_view a, std::string_view b) noexcept;
template <typename T> bool SimpleAtoi(std::string_view text, T* to) { return false; }
bool SimpleAtod(std::string_view text, double* to);
bool SimpleAtob(std::string_view text, bool* to);

class Cord {
 public:
  Cord();
  explicit Cord(std::string_view text);
  void Append(std::string_view text);
  std::size_t size() const;
  explicit operator std::string() const;
};
class Duration {};
class Time {};
class TimeZone {};
Time Now();
TimeZone UTCTimeZone();
std::string FormatTime(std::string_view format, Time time, TimeZone zone);
std::string FormatTime(Time time);
Duration Seconds(int count);
Duration Milliseconds(int count);
void SleepFor(Duration duration);
}  // namespace absl
