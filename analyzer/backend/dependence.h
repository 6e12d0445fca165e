// Which conditions of a function rest on what one of its calls has told.
#ifndef BACKLINT_BACKEND_DEPENDENCE_H_
#define BACKLINT_BACKEND_DEPENDENCE_H_

#include <set>
#include <vector>

#include "flow/vocabulary.h"

namespace backlint {

// Where calls stand in the graph of their function.
class Graph {
 public:
  explicit Graph(const facts::Function& function);

  // A path leads from the one call to the other.
  bool Follows(uint32_t first, uint32_t second) const;
  uint32_t BlockOf(uint32_t call) const;
  // Blocks that a path from the end of `block` comes to; it does not go on behind `without`.
  std::vector<bool> Reachable(uint32_t block, uint32_t without = kNone) const;

 private:
  const facts::Function& f_;
  std::vector<std::pair<uint32_t, uint32_t>> places_;      // by value: block and operation, or kNone
};

// Does a condition that rests on the answer of `first`, or on what `first` has written to, decide whether `second` runs, and as far as the
// condition can be read, when there is nothing rather than something?
bool DecidesByAbsence(const flow::Vocabulary& vocabulary, FunctionId function, const Graph& graph, uint32_t first, uint32_t second);

}  // namespace backlint

#endif  // BACKLINT_BACKEND_DEPENDENCE_H_
