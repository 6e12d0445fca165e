#include "link/components.h"

#include <algorithm>

#include "core/facts.h"

namespace backlint {

// Tarjan's algorithm with its own stack: call chains of generated code are deeper than ours.
std::vector<std::vector<uint32_t>> Components(std::span<const std::vector<uint32_t>> edges) {
  struct Frame { uint32_t node; size_t next; };
  const size_t count = edges.size();
  std::vector<std::vector<uint32_t>> components;
  std::vector<uint32_t> index(count, kNone), low(count, 0);
  std::vector<bool> on_stack(count, false);
  std::vector<uint32_t> stack;
  uint32_t next_index = 0;
  for (uint32_t root = 0; root < count; ++root) {
    if (index[root] != kNone) continue;
    std::vector<Frame> frames = {{root, 0}};
    while (!frames.empty()) {
      Frame& frame = frames.back();
      const uint32_t node = frame.node;
      if (frame.next == 0) {
        index[node] = low[node] = next_index++;
        stack.push_back(node);
        on_stack[node] = true;
      }
      if (frame.next < edges[node].size()) {
        const uint32_t target = edges[node][frame.next++];
        if (index[target] == kNone) frames.push_back({target, 0});
        else if (on_stack[target]) low[node] = std::min(low[node], index[target]);
        continue;
      }
      if (low[node] == index[node]) {
        std::vector<uint32_t> component;
        do {
          component.push_back(stack.back());
          on_stack[stack.back()] = false;
          stack.pop_back();
        } while (component.back() != node);
        std::sort(component.begin(), component.end());
        components.push_back(std::move(component));
      }
      frames.pop_back();
      if (!frames.empty()) low[frames.back().node] = std::min(low[frames.back().node], low[node]);
    }
  }
  return components;
}

}  // namespace backlint
