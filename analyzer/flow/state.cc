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

void State::ForgetFields(const PlaceKey& key) {
  auto entry = texts_.upper_bound(key);
  while (entry != texts_.end() && entry->first.compare(0, key.size(), key) == 0) entry = texts_.erase(entry);
}

bool State::Join(const State& other, const Entry& entry) {
  bool changed = false;
  const auto take = [&](std::shared_ptr<const TextSet>* mine, const TextSet& theirs) {
    TextSet merged = **mine;
    if (!Merge(&merged, theirs)) return;
    *mine = std::make_shared<const TextSet>(std::move(merged));
    changed = true;
  };
  for (auto& [key, set] : texts_)
    if (other.texts_.find(key) == other.texts_.end()) take(&set, entry(key));
  for (const auto& [key, set] : other.texts_) {
    auto [mine, added] = texts_.emplace(key, set);
    if (added) {
      changed = true;
      take(&mine->second, entry(key));
    } else if (mine->second != set) {
      take(&mine->second, *set);
    }
  }
  for (const auto& alias : other.aliases_) aliases_.insert(alias);
  return changed;
}

}  // namespace backlint::flow
