// Stand-in: JSON for Modern C++.
#pragma once
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iosfwd>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#define NLOHMANN_DEFINE_TYPE_INTRUSIVE(Type, ...)          \
  friend void to_json(nlohmann::json& j, const Type& t) {} \
  friend void from_json(const nlohmann::json& j, Type& t) {}
#define NLOHMANN_DEFINE_TYPE_INTRUSIVE_WITH_DEFAULT(Type, ...) NLOHMANN_DEFINE_TYPE_INTRUSIVE(Type)
#define NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Type, ...)             \
  inline void to_json(nlohmann::json& j, const Type& t) {}        \
  inline void from_json(const nlohmann::json& j, Type& t) {}
#define NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Type, ...) NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Type)
#define NLOHMANN_JSON_SERIALIZE_ENUM(Type, ...)

namespace nlohmann {
namespace detail {
class exception : public std::exception {
 public:
  const char* what() const noexcept override;
  const int id = 0;
};
class parse_error : public exception {
 public:
  const std::size_t byte = 0;
};
class type_error : public exception {};
class out_of_range : public exception {};
class other_error : public exception {};
class invalid_iterator : public exception {};
enum class value_t : uint8_t { null, object, array, string, boolean, number_integer, number_unsigned, number_float, binary, discarded };
template <typename Json>
class iter_impl {
 public:
  using iterator_category = std::bidirectional_iterator_tag;
  using value_type = Json;
  using difference_type = std::ptrdiff_t;
  using pointer = Json*;
  using reference = Json&;
  Json& operator*() const;
  Json* operator->() const;
  iter_impl& operator++();
  iter_impl operator++(int);
  bool operator==(const iter_impl& other) const;
  bool operator!=(const iter_impl& other) const;
  const std::string& key() const;
  Json& value() const;
};
template <typename Json>
struct iteration_proxy_value {
  const std::string& key() const;
  Json& value() const;
  const iteration_proxy_value& operator*() const;
  iteration_proxy_value& operator++();
  bool operator!=(const iteration_proxy_value& other) const;
};
template <typename Json>
class iteration_proxy {
 public:
  iteration_proxy_value<Json> begin() const;
  iteration_proxy_value<Json> end() const;
};
}  // namespace detail

template <template <typename, typename, typename...> class Object = std::map>
class basic_json {
 public:
  using exception = detail::exception;
  using parse_error = detail::parse_error;
  using type_error = detail::type_error;
  using out_of_range = detail::out_of_range;
  using value_t = detail::value_t;
  using iterator = detail::iter_impl<basic_json>;
  using const_iterator = detail::iter_impl<const basic_json>;
  using string_t = std::string;
  using object_t = std::map<std::string, basic_json>;
  using array_t = std::vector<basic_json>;
  using size_type = std::size_t;
  basic_json(std::nullptr_t = nullptr);
  basic_json(const basic_json& other);
  template <typename T>
  basic_json(T&& value) {}
  basic_json(std::initializer_list<basic_json> list);
  basic_json& operator=(basic_json other);
  static basic_json array(std::initializer_list<basic_json> list = {});
  static basic_json object(std::initializer_list<basic_json> list = {});
  template <typename In, typename... More>
  static basic_json parse(In&& in, More&&... more) { return nullptr; }
  template <typename In>
  static bool accept(In&& in) { return false; }
  template <typename T>
  T get() const;
  template <typename T>
  T& get_to(T& to) const { return to; }
  template <typename T>
  T get_ref() const;
  template <typename T>
  T get_ptr() const;
  template <typename T>
  operator T() const;
  template <typename K, typename T>
  T value(K&& key, const T& otherwise) const { return otherwise; }
  template <typename K>
  std::string value(K&& key, const char* otherwise) const { return otherwise; }
  template <typename K>
  basic_json& at(K&& key) { return *this; }
  template <typename K>
  const basic_json& at(K&& key) const { return *this; }
  template <typename K>
  basic_json& operator[](K&& key) { return *this; }
  template <typename K>
  const basic_json& operator[](K&& key) const { return *this; }
  basic_json& front();
  basic_json& back();
  std::string dump(int indent = -1, char fill = ' ', bool ascii = false, int handler = 0) const;
  template <typename K>
  bool contains(K&& key) const { return false; }
  template <typename K>
  size_type count(K&& key) const { return 0; }
  template <typename K>
  iterator find(K&& key) { return {}; }
  template <typename K>
  const_iterator find(K&& key) const { return {}; }
  template <typename K>
  size_type erase(K&& key) { return 0; }
  iterator begin();
  iterator end();
  const_iterator begin() const;
  const_iterator end() const;
  const_iterator cbegin() const;
  const_iterator cend() const;
  detail::iteration_proxy<basic_json> items();
  detail::iteration_proxy<const basic_json> items() const;
  size_type size() const;
  bool empty() const;
  void clear();
  template <typename T>
  void push_back(T&& value) {}
  template <typename... T>
  basic_json& emplace_back(T&&... values) { return *this; }
  template <typename... T>
  std::pair<iterator, bool> emplace(T&&... values) { return {}; }
  template <typename T>
  basic_json& operator+=(T&& value) { return *this; }
  template <typename... T>
  void update(T&&... values) {}
  void merge_patch(const basic_json& patch);
  basic_json patch(const basic_json& patch) const;
  basic_json flatten() const;
  value_t type() const;
  const char* type_name() const;
  bool is_null() const;
  bool is_string() const;
  bool is_array() const;
  bool is_object() const;
  bool is_number() const;
  bool is_number_integer() const;
  bool is_number_unsigned() const;
  bool is_number_float() const;
  bool is_boolean() const;
  bool is_primitive() const;
  bool is_structured() const;
  bool is_discarded() const;
};
using json = basic_json<>;
template <typename K, typename V, typename... More>
struct ordered_map : std::vector<std::pair<const K, V>> {};
using ordered_json = basic_json<ordered_map>;
template <template <typename, typename, typename...> class O>
bool operator==(const basic_json<O>& a, const basic_json<O>& b);
template <typename T>
bool operator==(const json& a, const T& b) { return false; }
template <typename T>
bool operator!=(const json& a, const T& b) { return false; }
template <template <typename, typename, typename...> class O>
std::ostream& operator<<(std::ostream& out, const basic_json<O>& value) { return out; }
template <template <typename, typename, typename...> class O>
std::istream& operator>>(std::istream& in, basic_json<O>& value) { return in; }
template <typename T, typename Enable = void>
struct adl_serializer;
inline namespace literals {
json operator""_json(const char* text, std::size_t size);
}  // namespace literals
}  // namespace nlohmann
