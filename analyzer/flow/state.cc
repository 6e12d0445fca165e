#include "flow/state.h"

#include <vector>

namespace backlint::flow {

PlaceKey State::Resolve(PlaceKey key) const {
  for (int depth = 0; depth < 4; ++depth) {
    bool changed = false;
    for (size_t length = 2; length <= key.size(); ++length) {
      auto entry = aliases_.find(key.substr(0, length));
      if (entry == aliases_.end()) continue;
      key = entry->second + key.substr(length);
      changed = true;
      break;
    }
    if (!changed) break;
  }
  return key;
}

void State::CopyFields(const PlaceKey& from, const PlaceKey& to) {
  std::vector<std::pair<PlaceKey, std::shared_ptr<const TextSet>>> copies;
  for (auto entry = texts_.upper_bound(from); entry != texts_.end() && entry->first.compare(0, from.size(), from) == 0; ++entry)
    copies.emplace_back(to + entry->first.substr(from.size()), entry->second);
  for (auto& [key, set] : copies) texts_[key] = std::move(set);
}

bool State::Join(const State& other) {
  bool changed = false;
  for (const auto& [key, set] : other.texts_) {
    auto [entry, added] = texts_.emplace(key, set);
    if (added) {
      changed = true;
    } else if (entry->second != set) {
      TextSet merged = *entry->second;
      const size_t before = merged.size();
      Merge(&merged, *set);
      if (merged.size() == before) continue;
      entry->second = std::make_shared<const TextSet>(std::move(merged));
      changed = true;
    }
  }
  for (const auto& alias : other.aliases_) aliases_.insert(alias);
  return changed;
}

}  // namespace backlint::flow
