// A sorted vector of pairs: small maps that are copied far more often than they grow.
#ifndef BACKLINT_PATHS_FLAT_MAP_H_
#define BACKLINT_PATHS_FLAT_MAP_H_

#include <algorithm>
#include <utility>
#include <vector>

namespace backlint::paths {

template <typename Key, typename Value>
class FlatMap {
 public:
  using Entry = std::pair<Key, Value>;

  // nullptr when there is none.
  const Value* Find(const Key& key) const {
    const auto at = Lower(key);
    return at != entries_.end() && at->first == key ? &at->second : nullptr;
  }
  Value* Find(const Key& key) { return const_cast<Value*>(std::as_const(*this).Find(key)); }

  Value& operator[](const Key& key) {
    const auto at = entries_.begin() + (Lower(key) - entries_.cbegin());
    if (at != entries_.end() && at->first == key) return at->second;
    return entries_.insert(at, {key, Value()})->second;
  }
  void Set(const Key& key, Value value) { (*this)[key] = std::move(value); }
  void Erase(const Key& key) {
    const auto at = Lower(key);
    if (at != entries_.end() && at->first == key) entries_.erase(at);
  }
  template <typename Predicate>
  void EraseIf(const Predicate& predicate) {
    std::erase_if(entries_, predicate);
  }

  auto begin() const { return entries_.begin(); }
  auto end() const { return entries_.end(); }
  auto begin() { return entries_.begin(); }
  auto end() { return entries_.end(); }
  bool empty() const { return entries_.empty(); }
  size_t size() const { return entries_.size(); }
  bool operator==(const FlatMap&) const = default;

 private:
  typename std::vector<Entry>::const_iterator Lower(const Key& key) const {
    return std::lower_bound(entries_.begin(), entries_.end(), key, [](const Entry& entry, const Key& k) { return entry.first < k; });
  }
  std::vector<Entry> entries_;
};

}  // namespace backlint::paths

#endif  // BACKLINT_PATHS_FLAT_MAP_H_
