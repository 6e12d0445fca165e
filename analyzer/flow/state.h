// What the places of one function hold at one point of it.
//
// A place is a local, a parameter, a captured variable, a member of `this` or a global, with the fields that lead into it. Pointers and
// what they point to are one place: C code fills buffers through whatever pointer is at hand.
#ifndef BACKLINT_FLOW_STATE_H_
#define BACKLINT_FLOW_STATE_H_

#include <functional>
#include <map>
#include <memory>
#include <string>

#include "flow/text.h"

namespace backlint::flow {

enum class Root : uint32_t { kLocal, kParameter, kCapture, kThis, kGlobal, kOffset };      // kOffset: see offset.cc

// Root, its index, and the symbols of the fields. Empty: no place.
using PlaceKey = std::u32string;

inline PlaceKey Key(Root root, uint32_t index) { return {static_cast<char32_t>(root), static_cast<char32_t>(index)}; }
inline Root RootOf(const PlaceKey& key) { return static_cast<Root>(key[0]); }

class State {
 public:
  const TextSet* Find(const PlaceKey& key) const {
    auto entry = texts_.find(key);
    return entry == texts_.end() ? nullptr : entry->second.get();
  }
  void Set(const PlaceKey& key, TextSet set) { texts_[key] = std::make_shared<const TextSet>(std::move(set)); }
  void Forget(const PlaceKey& key) { texts_.erase(key); }

  // `to` becomes another name of what stands at `from` (references, pointers).
  void Alias(const PlaceKey& to, const PlaceKey& from) { aliases_[to] = from; }
  PlaceKey Resolve(PlaceKey key) const;

  // Copies what is known of the fields below `from` to `to`.
  void CopyFields(const PlaceKey& from, const PlaceKey& to);

  // Nothing is known any more of what stands below `key`.
  void ForgetFields(const PlaceKey& key);

  // Takes what the other path brings. True when this state changed. A place that only one of the two speaks of was not touched on the
  // other path: there it holds what it held when the function began, which `entry` tells (nothing: no text can be told).
  using Entry = std::function<TextSet(const PlaceKey&)>;
  bool Join(const State& other, const Entry& entry);

  // `key` is no longer another name of something.
  void Separate(const PlaceKey& key) { aliases_.erase(key); }

  const std::map<PlaceKey, std::shared_ptr<const TextSet>>& texts() const { return texts_; }

 private:
  std::map<PlaceKey, std::shared_ptr<const TextSet>> texts_;
  std::map<PlaceKey, PlaceKey> aliases_;
};

}  // namespace backlint::flow

#endif  // BACKLINT_FLOW_STATE_H_
