#include "core/digest.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <fmt/format.h>

namespace backlint {

std::string Digest(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

DigestBuilder& DigestBuilder::Add(std::string_view field) {
  const uint64_t size = field.size();
  fields_.append(reinterpret_cast<const char*>(&size), sizeof size);
  fields_.append(field);
  return *this;
}

std::string DigestBuilder::Finish() const { return Digest(fields_); }

}  // namespace backlint
