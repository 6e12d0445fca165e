// Stand-in: Boost.JSON.
#pragma once
#include <cstdint>
#include <initializer_list>
#include <iosfwd>
#include <string>
#include <string_view>
#include <utility>

namespace boost {
namespace json {
using string_view = std::string_view;
enum class kind { null, bool_, int64, uint64, double_, string, array, object };
class string {
 public:
  string();
  string(const char* text);
  string(std::string_view text);
  operator std::string_view() const;
  const char* c_str() const;
  const char* data() const;
  const char* begin() const;
  const char* end() const;
  std::size_t size() const;
  bool empty() const;
};
bool operator==(const string& a, std::string_view b);
class array;
class object;
class value {
 public:
  value();
  template <typename T>
  value(const T& from) {}
  value(std::initializer_list<std::pair<std::string_view, value>> list);
  string& as_string();
  const string& as_string() const;
  object& as_object();
  const object& as_object() const;
  array& as_array();
  const array& as_array() const;
  int64_t as_int64() const;
  uint64_t as_uint64() const;
  double as_double() const;
  bool as_bool() const;
  const string& get_string() const;
  const value& at(std::string_view key) const;
  const value& at(std::size_t at) const;
  bool is_string() const;
  bool is_object() const;
  bool is_array() const;
  bool is_null() const;
  bool is_int64() const;
  bool is_number() const;
  const string* if_string() const;
  const object* if_object() const;
  const array* if_array() const;
  json::kind kind() const;
  template <typename T>
  T to_number() const;
};
struct key_value_pair {
  std::string_view key() const;
  const json::value& value() const;
};
class object {
 public:
  object();
  object(std::initializer_list<std::pair<std::string_view, value>> list);
  value& operator[](std::string_view key);
  const value& at(std::string_view key) const;
  const key_value_pair* find(std::string_view key) const;
  const value* if_contains(std::string_view key) const;
  bool contains(std::string_view key) const;
  template <typename T>
  void emplace(std::string_view key, T&& value) {}
  const key_value_pair* begin() const;
  const key_value_pair* end() const;
  std::size_t size() const;
  bool empty() const;
};
class array {
 public:
  array();
  array(std::initializer_list<value> list);
  value& operator[](std::size_t at);
  const value& at(std::size_t at) const;
  void push_back(const value& value);
  template <typename T>
  void emplace_back(T&& value) {}
  const value* begin() const;
  const value* end() const;
  std::size_t size() const;
  bool empty() const;
};
template <typename... T> value parse(std::string_view text, T&&... more) { return {}; }
template <typename T> std::string serialize(const T& value) { return ""; }
template <typename T> value value_from(const T& from) { return {}; }
template <typename T> T value_to(const value& value);
std::ostream& operator<<(std::ostream& out, const value& value);
}  // namespace json
}  // namespace boost
