#include "paths/place.h"

#include <algorithm>

namespace backlint::paths {

PlaceId PlaceTable::Intern(PlaceId parent, uint32_t kind, uint32_t index) {
  const auto [entry, added] = ids_.try_emplace({parent, kind, index}, static_cast<PlaceId>(nodes_.size()));
  if (added) nodes_.push_back({parent, kind, index});
  return entry->second;
}

PlaceId PlaceTable::Of(const PlacePath& path) {
  PlaceId place = Of(path.root, path.index);
  for (uint32_t step : path.steps) place = Step(place, step);
  return place;
}

PlaceId PlaceTable::Step(PlaceId place, uint32_t step) {
  if (place == kNone) return kNone;
  // `(*p).f` is `p->f`.
  if (step != kDereference && !IsRoot(place) && LastStep(place) == kDereference) place = Parent(place);
  return Intern(place, 0, step);
}

PlaceId PlaceTable::Top(PlaceId place) const {
  while (nodes_[place].parent != kNone) place = nodes_[place].parent;
  return place;
}

bool PlaceTable::Within(PlaceId place, PlaceId other) const {
  for (; place != kNone; place = nodes_[place].parent)
    if (place == other) return true;
  return false;
}

PlacePath PlaceTable::PathOf(PlaceId place) const {
  PlacePath path;
  for (; !IsRoot(place); place = Parent(place)) path.steps.push_back(LastStep(place));
  std::reverse(path.steps.begin(), path.steps.end());
  path.root = static_cast<Root>(nodes_[place].kind);
  path.index = nodes_[place].index;
  return path;
}

}  // namespace backlint::paths
