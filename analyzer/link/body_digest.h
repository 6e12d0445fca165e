// What a function's body says, apart from where it stands: two units that see different bodies of one header function (`#ifdef`)
// give different digests, the same body gives the same.
#ifndef BACKLINT_LINK_BODY_DIGEST_H_
#define BACKLINT_LINK_BODY_DIGEST_H_

#include <cstdint>
#include <vector>

#include "core/facts.h"

namespace backlint {

// Hashes of a unit's strings, so that a body is digested without reading text again. Of use within one process only.
class BodyDigester {
 public:
  explicit BodyDigester(const facts::UnitFacts& unit);

  uint64_t Digest(const facts::Function& function) const;

 private:
  uint64_t String(uint32_t string) const { return string == kNone ? 0 : strings_[string]; }
  uint64_t Type(uint32_t type) const { return type == kNone ? 0 : String(unit_.types()->Get(type)->spelling()); }
  uint64_t Symbol(uint32_t symbol) const;
  uint64_t Referent(const facts::Value& value) const;

  const facts::UnitFacts& unit_;
  std::vector<uint64_t> strings_;
};

}  // namespace backlint

#endif  // BACKLINT_LINK_BODY_DIGEST_H_
