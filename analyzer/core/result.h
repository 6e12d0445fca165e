// A value or one sentence about why there is none. Errors cross folders as values, never as exceptions.
#ifndef BACKLINT_CORE_RESULT_H_
#define BACKLINT_CORE_RESULT_H_

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace backlint {

// One sentence for the user: lower case, no final stop, names in backticks.
struct Error {
  std::string message;
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}                // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::move(error)) {}            // NOLINT(google-explicit-constructor)

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  // Only when ok().
  T& value() & { assert(ok()); return std::get<0>(state_); }
  const T& value() const& { assert(ok()); return std::get<0>(state_); }
  T&& value() && { assert(ok()); return std::get<0>(std::move(state_)); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }

  // Only when not ok().
  const Error& error() const { assert(!ok()); return std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

// Success without a value.
struct Nothing {};
using Status = Result<Nothing>;
inline Status Ok() { return Nothing{}; }

}  // namespace backlint

#endif  // BACKLINT_CORE_RESULT_H_
