// Which definition a name means. A tree holds several programs, and two sources may each have a `struct Config` or a `std::string
// path` of their own: one name for the linker, were they ever linked together, and yet two things.
//
// Only what some source defines outside of headers is told apart: two copies of one header are one class. Functions need nothing of
// this, because a call finds the body in its own unit first.
#ifndef BACKLINT_LINK_DEFINERS_H_
#define BACKLINT_LINK_DEFINERS_H_

#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/facts.h"

namespace backlint {

class Definers {
 public:
  // The unit must outlive this.
  void Add(const facts::UnitFacts& unit);

  // After all units were added. For each symbol of the unit: the source whose definition it means, or "" where all units mean the
  // same one, or it cannot be told.
  std::vector<std::string_view> Resolve(const facts::UnitFacts& unit) const;

 private:
  struct Places {
    std::vector<std::string_view> sources, others;     // main files of their units; headers
  };
  std::string_view SourceFor(const Places& places, const facts::UnitFacts& unit, bool defined_here, std::string_view file) const;

  std::unordered_map<std::string_view, Places> by_usr_;
};

}  // namespace backlint

#endif  // BACKLINT_LINK_DEFINERS_H_
