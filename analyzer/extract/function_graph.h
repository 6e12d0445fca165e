// Builds the control-flow graph of one function: values, operations in blocks, scopes, loops and try blocks. Knows nothing of
// libclang. While nothing is open (after a return, a throw, a jump), the next operation opens a block that nobody reaches.
#ifndef BACKLINT_EXTRACT_FUNCTION_GRAPH_H_
#define BACKLINT_EXTRACT_FUNCTION_GRAPH_H_

#include <memory>
#include <span>
#include <vector>

#include "core/facts.h"

namespace backlint {

struct OpDraft {
  facts::OpKind kind = facts::OpKind::Evaluate;
  facts::Operator op = facts::Operator::None;
  uint16_t flags = 0;
  uint32_t value = kNone, target = kNone, ref = kNone;
  std::vector<uint32_t> operands;
  facts::Location location;
};

struct ValueDraft {
  facts::ValueKind kind = facts::ValueKind::Unknown;
  facts::Operator op = facts::Operator::None;
  uint16_t flags = 0;
  uint32_t type = kNone, ref = kNone;
  int64_t number = 0;
  facts::Location location;
  std::vector<uint32_t> operands;
};

class FunctionGraph {
 public:
  explicit FunctionGraph(uint32_t max_values) : max_values_(max_values) {}

  // Values. Above the limit every value is one and the same Unknown.
  uint32_t AddValue(const ValueDraft& draft);
  const facts::Value& Value(uint32_t value) const { return values_[value]; }
  std::span<const uint32_t> Operands(uint32_t value) const;
  void AddValueFlags(uint32_t value, uint16_t flags);
  bool full() const { return full_; }

  // Locals live in the innermost open scope.
  uint32_t AddLocal(uint32_t name, uint32_t type, uint32_t flags, facts::Location location, bool ends);
  uint32_t AddCapture(uint32_t name, uint32_t type, bool by_reference, uint32_t value);
  size_t capture_count() const { return captures_.size(); }

  // Blocks.
  uint32_t NewBlock();
  void Start(uint32_t block);              // gives it the open loop, try and scope; operations go there from now on
  void Jump(uint32_t block);               // ends the current block
  void Emit(OpDraft op);
  void Branch(uint32_t value, facts::Location location, uint32_t taken, uint32_t not_taken);
  void Switch(OpDraft op, std::vector<uint32_t> successors);
  void Close() { current_ = kNone; }
  void Resume(uint32_t block) { current_ = block; }      // goes on where Current() was before
  bool closed() const { return current_ == kNone; }
  uint32_t Current();
  bool Empty(uint32_t block) const { return blocks_[block].ops.empty() && blocks_[block].successors.empty(); }
  size_t block_count() const { return blocks_.size(); }
  void DropLastBlocks(size_t count, uint32_t current);
  OpDraft* LastOp();                       // of the current block, or nullptr
  OpDraft* LastEmitted();                  // also when it has closed its block

  // Scopes. `depth` counts open scopes.
  void OpenScope(facts::Location begin, facts::Location end);
  void CloseScope();
  size_t depth() const { return open_scopes_.size(); }
  void EndScopesDownTo(size_t depth);      // emits ScopeEnd for what a jump leaves, and keeps the scopes open
  void EndScopesOfThrow();                 // as the latter, down to what the handlers of the innermost try block still see
  std::vector<uint32_t> LiveLocals() const;

  // Loops and try blocks.
  uint32_t OpenLoop(facts::LoopKind kind, facts::Location location);
  void SetLoop(uint32_t loop, uint32_t header, uint32_t condition, uint32_t range, uint32_t variable);
  void CloseLoop(uint32_t loop);
  uint32_t OpenTry(facts::Location location);
  void CloseTry(uint32_t index);           // handlers are outside of their own try
  void AddHandler(uint32_t index, facts::Handler handler);

  // `goto`: the operations that end what the jump leaves are inserted when the label is known.
  struct Goto { uint32_t block; bool backward; std::vector<uint32_t> live; facts::Location location; };
  void Resolve(const Goto& from, uint32_t label, const std::vector<uint32_t>& live_there);
  struct Jumped { uint32_t block, label; bool backward; facts::Location location; };
  void AddGotoLoops(const std::vector<Jumped>& jumps);

  void Finish(facts::FunctionT& function);

 private:
  struct BlockDraft {
    std::vector<OpDraft> ops;
    std::vector<uint32_t> successors;
    uint32_t loop = kNone, try_block = kNone, scope = kNone;
  };
  struct LoopDraft { facts::LoopKind kind; uint32_t parent, header = kNone, condition = kNone, range = kNone, variable = kNone; facts::Location location; };
  struct TryDraft { uint32_t parent; std::vector<facts::Handler> handlers; uint32_t scope; size_t depth; facts::Location location; };
  struct OpenScopeDraft { uint32_t scope; std::vector<uint32_t> locals; };

  std::vector<bool> Reachable() const;
  void MakeGotoLoop(uint32_t from, uint32_t header, facts::Location location);
  void FinishBlocks(facts::FunctionT& function, const std::vector<uint32_t>& number);

  uint32_t max_values_;
  bool full_ = false;
  std::vector<facts::Value> values_;
  std::vector<uint32_t> operands_;
  std::vector<facts::Local> locals_;
  std::vector<facts::Capture> captures_;
  std::vector<facts::Scope> scopes_;
  std::vector<BlockDraft> blocks_;
  std::vector<LoopDraft> loops_;
  std::vector<TryDraft> tries_;
  std::vector<OpenScopeDraft> open_scopes_;
  uint32_t emitted_in_ = kNone;
  uint32_t current_ = kNone, loop_ = kNone, try_ = kNone;
};

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_FUNCTION_GRAPH_H_
