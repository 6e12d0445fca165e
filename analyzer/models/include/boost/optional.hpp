// Stand-in: Boost.Optional.
#pragma once
#include <utility>

namespace boost {
struct none_t {};
constexpr none_t none{};
template <typename T>
class optional {
 public:
  optional() = default;
  optional(none_t) {}
  template <typename U = T>
  optional(U&& value) {}
  optional& operator=(none_t) { return *this; }
  template <typename U = T>
  optional& operator=(U&& value) { return *this; }
  T& get();
  const T& get() const;
  T& value();
  const T& value() const;
  T& operator*();
  const T& operator*() const;
  T* operator->();
  const T* operator->() const;
  template <typename U>
  T value_or(U&& otherwise) const { return get(); }
  template <typename U>
  T get_value_or(U&& otherwise) const { return get(); }
  T* get_ptr();
  bool has_value() const;
  bool is_initialized() const;
  explicit operator bool() const;
  void reset();
  template <typename... U>
  void emplace(U&&... values) {}
};
template <typename T> optional<T> make_optional(const T& value) { return value; }
template <typename T> T& get(optional<T>& value) { return value.get(); }
}  // namespace boost
