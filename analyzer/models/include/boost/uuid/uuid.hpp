// Stand-in: Boost.Uuid.
#pragma once
#include <cstdint>
#include <iosfwd>
#include <string>

namespace boost {
namespace uuids {
struct uuid {
  uint8_t data[16];
  const uint8_t* begin() const;
  const uint8_t* end() const;
  bool is_nil() const;
};
bool operator==(const uuid& a, const uuid& b);
bool operator<(const uuid& a, const uuid& b);
std::ostream& operator<<(std::ostream& out, const uuid& id);
std::string to_string(const uuid& id);
uuid nil_uuid();
struct random_generator { uuid operator()(); };
struct random_generator_mt19937 { uuid operator()(); };
struct string_generator { template <typename S> uuid operator()(const S& text) const { return {}; } };
struct name_generator { explicit name_generator(const uuid& space); uuid operator()(const std::string& name) const; };
}  // namespace uuids
}  // namespace boost
