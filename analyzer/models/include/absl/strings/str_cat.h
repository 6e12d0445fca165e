// Stand-in: Abseil's strings.
#pragma once
#include <string>
#include <string_view>
namespace absl {
using string_view = std::string_view;
class AlphaNum { public: AlphaNum(int); AlphaNum(unsigned); AlphaNum(long); AlphaNum(unsigned long); AlphaNum(long long); AlphaNum(unsigned long long); AlphaNum(double); AlphaNum(const char*); AlphaNum(const std::string&); AlphaNum(std::string_view); };
template <typename... A> std::string StrCat(const A&...); template <typename... A> void StrAppend(std::string*, const A&...); template <typename... A> std::string StrFormat(const char*, const A&...); template <typename... A> void StrAppendFormat(std::string*, const char*, const A&...); template <typename... A> std::string Substitute(std::string_view, const A&...); template <typename... A> void SubstituteAndAppend(std::string*, std::string_view, const A&...); template <typename R> std::string StrJoin(const R&, std::string_view);
std::string_view StripAsciiWhitespace(std::string_view); std::string AsciiStrToLower(std::string_view); std::string AsciiStrToUpper(std::string_view); std::string BytesToHexString(std::string_view); std::string Base64Escape(std::string_view); bool StartsWith(std::string_view, std::string_view); bool EndsWith(std::string_view, std::string_view); bool StrContains(std::string_view, std::string_view);
}  // namespace absl
