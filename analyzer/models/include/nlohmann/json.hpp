// Stand-in: JSON for Modern C++.
#pragma once
#include <initializer_list>
#include <map>
#include <string>
#include <vector>

namespace nlohmann {
template <typename = void> class basic_json {
 public:
  class iterator { public: basic_json& operator*() const; basic_json* operator->() const; iterator& operator++(); bool operator!=(const iterator&) const; bool operator==(const iterator&) const; const std::string& key() const; basic_json& value() const; };
  using const_iterator = iterator; using exception = std::exception; using parse_error = std::exception;
  basic_json(); template <typename T> basic_json(const T&); basic_json(std::initializer_list<basic_json>);
  template <typename I> static basic_json parse(I&&); template <typename I> static basic_json parse(I&&, std::nullptr_t, bool = true); static basic_json array(); static basic_json object();
  template <typename T> T get() const; template <typename T> void get_to(T&) const; template <typename T> T value(const std::string&, const T&) const; std::string value(const std::string&, const char*) const;
  basic_json& at(const std::string&); const basic_json& at(const std::string&) const; basic_json& at(size_t); basic_json& operator[](const std::string&); const basic_json& operator[](const std::string&) const; basic_json& operator[](const char*); const basic_json& operator[](const char*) const; basic_json& operator[](size_t); basic_json& operator[](int);
  std::string dump(int = -1) const; bool contains(const std::string&) const; bool is_null() const; bool is_string() const; bool is_array() const; bool is_object() const; bool is_number() const; bool is_boolean() const; bool is_number_integer() const; bool is_discarded() const; bool empty() const; size_t size() const;
  iterator begin() const; iterator end() const; iterator find(const std::string&) const; size_t count(const std::string&) const; void push_back(const basic_json&); template <typename... A> void emplace_back(A&&...); void erase(const std::string&); template <typename T> operator T() const; template <typename T> basic_json& operator=(const T&); iterator items() const;
};
using json = basic_json<>;
using ordered_json = basic_json<>;
}  // namespace nlohmann
