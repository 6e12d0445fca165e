// XXH3-128 as hex: names contents, keys caches. Fast, not cryptographic: nothing here defends against chosen collisions.
#ifndef BACKLINT_CORE_DIGEST_H_
#define BACKLINT_CORE_DIGEST_H_

#include <string>
#include <string_view>

namespace backlint {

std::string Digest(std::string_view bytes);              // 32 hex digits

// Digest of several fields; ("ab", "c") and ("a", "bc") differ.
class DigestBuilder {
 public:
  DigestBuilder& Add(std::string_view field);
  std::string Finish() const;

 private:
  std::string fields_;
};

}  // namespace backlint

#endif  // BACKLINT_CORE_DIGEST_H_
