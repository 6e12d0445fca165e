// Places of one function: a variable and the fields that lead from it. `p->f` and `(*p).f` are one place; `*p` is another than `p`.
#ifndef BACKLINT_PATHS_PLACE_H_
#define BACKLINT_PATHS_PLACE_H_

#include <cstdint>
#include <map>
#include <tuple>
#include <vector>

#include "link/program.h"

namespace backlint::paths {

enum class Root : uint8_t { kLocal, kCapture, kThis, kGlobal, kResult, kFunction };   // kLocal: parameters are the first of them

using PlaceId = uint32_t;
inline constexpr uint32_t kDereference = 0xfffffffeu;      // a step that is no field

// A place in terms that callers understand: `index` is a parameter's for kLocal, a symbol for kGlobal and kFunction.
struct PlacePath {
  Root root = Root::kThis;
  uint32_t index = 0;
  std::vector<uint32_t> steps;

  bool operator==(const PlacePath&) const = default;
  auto operator<=>(const PlacePath&) const = default;
};

class PlaceTable {
 public:
  PlaceId Of(Root root, uint32_t index) { return Intern(kNone, static_cast<uint32_t>(root), index); }
  PlaceId Of(const PlacePath& path);
  // Fields are symbols of the program.
  PlaceId Step(PlaceId place, uint32_t step);

  Root RootOf(PlaceId place) const { return static_cast<Root>(nodes_[Top(place)].kind); }
  uint32_t IndexOf(PlaceId place) const { return nodes_[Top(place)].index; }
  PlaceId Top(PlaceId place) const;
  bool IsRoot(PlaceId place) const { return nodes_[place].parent == kNone; }
  uint32_t LastStep(PlaceId place) const { return nodes_[place].index; }
  PlaceId Parent(PlaceId place) const { return nodes_[place].parent; }
  // `place` is `other`, or lies within it.
  bool Within(PlaceId place, PlaceId other) const;
  PlacePath PathOf(PlaceId place) const;

 private:
  struct Node { PlaceId parent; uint32_t kind; uint32_t index; };
  PlaceId Intern(PlaceId parent, uint32_t kind, uint32_t index);

  std::vector<Node> nodes_;
  std::map<std::tuple<PlaceId, uint32_t, uint32_t>, PlaceId> ids_;
};

}  // namespace backlint::paths

#endif  // BACKLINT_PATHS_PLACE_H_
