// The strings of one unit, each once, in the order in which they were first asked for; 0 is "".
#ifndef BACKLINT_EXTRACT_STRING_TABLE_H_
#define BACKLINT_EXTRACT_STRING_TABLE_H_

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace backlint {

class StringTable {
 public:
  StringTable() { Add(""); }

  uint32_t Add(std::string_view text) {
    if (auto found = index_.find(text); found != index_.end()) return found->second;
    texts_.emplace_back(text);
    const uint32_t index = static_cast<uint32_t>(texts_.size() - 1);
    index_.emplace(texts_.back(), index);
    return index;
  }
  const std::string& At(uint32_t index) const { return texts_[index]; }
  std::vector<std::string> Take() { return {texts_.begin(), texts_.end()}; }

 private:
  std::deque<std::string> texts_;      // stable addresses: the index points into them
  std::unordered_map<std::string_view, uint32_t> index_;
};

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_STRING_TABLE_H_
