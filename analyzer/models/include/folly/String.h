// Stand-in: folly's texts and documents.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace folly {
template <typename Iterator>
class Range {
 public:
  Range();
  Range(Iterator begin, Iterator end);
  Range(const char* text);
  Range(const std::string& text);
  Range(const char* text, std::size_t size);
  Iterator data() const;
  Iterator begin() const;
  Iterator end() const;
  std::size_t size() const;
  bool empty() const;
  std::string str() const;
  std::string toString() const;
  Range subpiece(std::size_t at, std::size_t count = -1) const;
  bool startsWith(const Range& other) const;
  bool endsWith(const Range& other) const;
};
using StringPiece = Range<const char*>;
using ByteRange = Range<const unsigned char*>;
template <typename Char = char>
class basic_fbstring {
 public:
  basic_fbstring();
  basic_fbstring(const Char* text);
  basic_fbstring(const std::basic_string<Char>& text);
  std::basic_string<Char> toStdString() const;
  const Char* c_str() const;
  const Char* data() const;
  std::size_t size() const;
  bool empty() const;
};
using fbstring = basic_fbstring<>;
template <typename T, typename... A> T to(const A&... values) { return T(); }
template <typename T, typename S> void toAppend(const T& value, S* to) {}
template <typename... A> std::string sformat(StringPiece text, A&&... values) { return ""; }
std::string stringPrintf(const char* text, ...);
std::string& stringAppendf(std::string* to, const char* text, ...);
template <typename D, typename C> std::string join(const D& separator, const C& list) { return ""; }
template <typename D, typename S, typename C> void split(const D& separator, const S& text, C& to, bool empty = false) {}
StringPiece trimWhitespace(StringPiece text);
void toLowerAscii(std::string& text);
template <typename In, typename Out> bool hexlify(const In& in, Out& out) { return true; }
std::string hexlify(StringPiece in);
class dynamic {
 public:
  dynamic();
  template <typename T> dynamic(const T& value) {}
  static dynamic object();
  static dynamic array();
  std::string asString() const;
  const std::string& getString() const;
  int64_t asInt() const;
  bool asBool() const;
  bool isString() const;
  bool isObject() const;
  const dynamic& operator[](const char* key) const;
  dynamic& operator[](const char* key);
  const dynamic& at(const char* key) const;
  const dynamic* get_ptr(const char* key) const;
  const dynamic* begin() const;
  const dynamic* end() const;
  std::size_t size() const;
};
dynamic parseJson(StringPiece text);
std::string toJson(const dynamic& value);
std::string toPrettyJson(const dynamic& value);
}  // namespace folly
