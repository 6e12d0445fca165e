// The loops of one function: which of them walk over data, and which values change from round to round.
#ifndef BACKLINT_BACKEND_DATA_LOOP_H_
#define BACKLINT_BACKEND_DATA_LOOP_H_

#include <set>
#include <string>
#include <vector>

#include "flow/vocabulary.h"

namespace backlint {

class DataLoops {
 public:
  DataLoops(const flow::Vocabulary& vocabulary, FunctionId function);

  // The innermost loop over data around the block that a run of the block does not leave; kNone when there is none.
  uint32_t Around(uint32_t block) const;

  // The same for loops over the rows of a result.
  uint32_t AroundRows(uint32_t block) const;

  // Does the call's receiver, an argument, or what was bound to its receiver in the loop differ from round to round?
  bool Varies(uint32_t loop, uint32_t call) const;

  // `orders` for a loop over `orders`, `row` for one over the rows of `row`; may be empty.
  std::string Over(uint32_t loop) const;
  std::string NameOf(uint32_t value, int depth = 0) const;

  // `names` for `names.begin()` and `names.size()`, the value itself for any other.
  uint32_t Walked(uint32_t value) const;
  // Is what it walks over written out in the program?
  bool IsFixed(uint32_t value) const;

 private:
  bool WalksData(uint32_t loop) const;
  bool WalksRows(uint32_t loop) const;
  bool CountsTo(uint32_t loop, uint32_t end) const;
  bool AsksContainer(uint32_t value) const;
  bool GoesOneByOne(uint32_t loop, uint32_t counter) const;
  bool IsConnection(uint32_t type, int depth) const;
  bool IsFixedRange(uint32_t value) const;
  bool ReadsResult(uint32_t value, int depth) const;
  bool IsResult(uint32_t type, int depth) const;
  bool ComesBack(uint32_t block, uint32_t loop) const;
  bool Contains(uint32_t loop, uint32_t block) const;
  void Collect(uint32_t loop);
  void CollectFilled(uint32_t call, const std::set<uint32_t>& own, std::set<uint32_t>* locals) const;
  uint32_t LocalBehind(uint32_t value) const;
  bool Mentions(uint32_t value, const std::set<uint32_t>& locals, int depth) const;
  void AddLocals(uint32_t value, std::set<uint32_t>* locals, int depth) const;
  const facts::Value& ValueAt(uint32_t index) const { return *f_.values()->Get(index); }

  const flow::Vocabulary& vocabulary_;
  const Program& program_;
  const FunctionId id_;
  const uint32_t unit_;
  const facts::Function& f_;
  std::vector<bool> over_data_;
  std::vector<std::set<uint32_t>> varying_;      // locals, by loop
};

}  // namespace backlint

#endif  // BACKLINT_BACKEND_DATA_LOOP_H_
