// Strongly connected components of a graph.
#ifndef BACKLINT_LINK_COMPONENTS_H_
#define BACKLINT_LINK_COMPONENTS_H_

#include <cstdint>
#include <span>
#include <vector>

namespace backlint {

// `edges[n]`: the nodes that n leads to. Each component comes after all that it leads to; its nodes are sorted.
std::vector<std::vector<uint32_t>> Components(std::span<const std::vector<uint32_t>> edges);

}  // namespace backlint

#endif  // BACKLINT_LINK_COMPONENTS_H_
