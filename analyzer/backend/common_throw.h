// Defects that one throw statement makes all over a program.
//
// A function that nearly everything calls (a logger, a formatter) and that can throw makes every handle leak and lets every thread end.
// That is one thing to mend, where it is thrown.
#ifndef BACKLINT_BACKEND_COMMON_THROW_H_
#define BACKLINT_BACKEND_COMMON_THROW_H_

#include <algorithm>
#include <map>
#include <vector>

#include <fmt/format.h>

#include "core/finding.h"

namespace backlint {

inline constexpr size_t kMostOfOneThrow = 8;

// Of more defects than that with the same `thrown`, the one with the shortest `way` stays, and tells of the others.
template <typename Defect>
void JoinByThrow(std::vector<Defect>* defects) {
  std::map<Place, std::pair<size_t, size_t>> groups;      // by throw: how many, the best
  for (size_t i = 0; i < defects->size(); ++i) {
    const Defect& defect = (*defects)[i];
    if (defect.thrown.line == 0) continue;
    auto& [count, best] = groups.try_emplace(defect.thrown, 0, i).first->second;
    ++count;
    if (defect.way.size() < (*defects)[best].way.size()) best = i;
  }
  std::vector<Defect> kept;
  for (size_t i = 0; i < defects->size(); ++i) {
    Defect& defect = (*defects)[i];
    const auto group = groups.find(defect.thrown);
    if (group != groups.end() && group->second.first > kMostOfOneThrow) {
      if (group->second.second != i) continue;
      defect.way.push_back({defect.thrown, fmt::format("the same exception does so in {} more places", group->second.first - 1)});
    }
    kept.push_back(std::move(defect));
  }
  *defects = std::move(kept);
}

}  // namespace backlint

#endif  // BACKLINT_BACKEND_COMMON_THROW_H_
