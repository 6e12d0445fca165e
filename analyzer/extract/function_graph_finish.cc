// The end of a function: backward jumps become loops, blocks that nobody reaches and that hold nothing go away, and the
// drafts become the flat tables of the facts.
#include <algorithm>

#include "extract/function_graph.h"

namespace backlint {

std::vector<bool> FunctionGraph::Reachable() const {
  std::vector<bool> seen(blocks_.size());
  std::vector<uint32_t> open;
  const auto reach = [&](uint32_t block) {
    if (seen[block]) return;
    seen[block] = true;
    open.push_back(block);
  };
  if (!blocks_.empty()) reach(0);
  while (!open.empty()) {
    const BlockDraft& block = blocks_[open.back()];
    open.pop_back();
    for (uint32_t successor : block.successors) reach(successor);
    for (uint32_t t = block.try_block; t != kNone; t = tries_[t].parent)
      for (const facts::Handler& handler : tries_[t].handlers) reach(handler.block());
  }
  return seen;
}

// The natural loop of one backward `goto`: everything that reaches the jump without passing the label.
void FunctionGraph::MakeGotoLoop(uint32_t from, uint32_t header, facts::Location location) {
  std::vector<std::vector<uint32_t>> predecessors(blocks_.size());
  for (uint32_t b = 0; b < blocks_.size(); ++b)
    for (uint32_t successor : blocks_[b].successors) predecessors[successor].push_back(b);
  std::vector<bool> inside(blocks_.size());
  std::vector<uint32_t> open = {from};
  inside[header] = inside[from] = true;
  while (!open.empty()) {
    const uint32_t block = open.back();
    open.pop_back();
    if (block == header) continue;
    for (uint32_t predecessor : predecessors[block]) {
      if (inside[predecessor]) continue;
      inside[predecessor] = true;
      open.push_back(predecessor);
    }
  }
  // Jumping into the middle of a loop from outside makes no loop of its own.
  if (inside[0] && header != 0) return;
  const uint32_t around = blocks_[header].loop;
  const uint32_t loop = static_cast<uint32_t>(loops_.size());
  for (uint32_t b = 0; b < blocks_.size(); ++b) {
    if (!inside[b]) continue;
    if (blocks_[b].loop == around) blocks_[b].loop = loop;
  }
  for (LoopDraft& inner : loops_)
    if (inner.parent == around && inner.header != kNone && inner.header != header && inside[inner.header]) inner.parent = loop;
  loops_.push_back({facts::LoopKind::Goto, around, header, kNone, kNone, kNone, location});
}

void FunctionGraph::AddGotoLoops(const std::vector<Jumped>& jumps) {
  constexpr size_t kMaxJumps = 64;       // each costs a walk over the function
  for (size_t i = 0; i < std::min(jumps.size(), kMaxJumps); ++i)
    if (jumps[i].backward) MakeGotoLoop(jumps[i].block, jumps[i].label, jumps[i].location);
}

void FunctionGraph::FinishBlocks(facts::FunctionT& function, const std::vector<uint32_t>& number) {
  for (uint32_t b = 0; b < blocks_.size(); ++b) {
    if (number[b] == kNone) continue;
    const BlockDraft& block = blocks_[b];
    const uint32_t first_op = static_cast<uint32_t>(function.ops.size());
    for (const OpDraft& op : block.ops) {
      const uint32_t first = op.operands.empty() ? 0 : static_cast<uint32_t>(operands_.size());
      operands_.insert(operands_.end(), op.operands.begin(), op.operands.end());
      function.ops.emplace_back(op.kind, op.op, op.flags, op.value, op.target, op.ref, first, static_cast<uint32_t>(op.operands.size()),
                                op.location);
    }
    const uint32_t first_successor = static_cast<uint32_t>(function.successors.size());
    for (uint32_t successor : block.successors) function.successors.push_back(number[successor]);
    function.blocks.emplace_back(first_op, static_cast<uint32_t>(block.ops.size()), first_successor,
                                 static_cast<uint32_t>(block.successors.size()), block.loop, block.try_block, block.scope);
  }
}

void FunctionGraph::Finish(facts::FunctionT& function) {
  if (blocks_.empty()) Start(NewBlock());
  const std::vector<bool> reachable = Reachable();
  std::vector<bool> kept(blocks_.size());
  for (uint32_t b = 0; b < blocks_.size(); ++b) {
    const bool works = std::any_of(blocks_[b].ops.begin(), blocks_[b].ops.end(),
                                   [](const OpDraft& op) { return op.kind != facts::OpKind::ScopeEnd; });
    kept[b] = reachable[b] || works;
  }
  // A kept block keeps what it leads to, and loops and handlers keep their first block.
  for (uint32_t b = 0; b < blocks_.size(); ++b)
    if (kept[b] && !reachable[b])
      for (uint32_t successor : blocks_[b].successors) kept[successor] = true;
  for (const LoopDraft& loop : loops_)
    if (loop.header != kNone) kept[loop.header] = true;
  for (const TryDraft& t : tries_)
    for (const facts::Handler& handler : t.handlers) kept[handler.block()] = true;
  for (bool changed = true; changed;) {
    changed = false;
    for (uint32_t b = 0; b < blocks_.size(); ++b)
      if (kept[b])
        for (uint32_t successor : blocks_[b].successors)
          if (!kept[successor]) kept[successor] = changed = true;
  }
  std::vector<uint32_t> number(blocks_.size(), kNone);
  for (uint32_t b = 0, n = 0; b < blocks_.size(); ++b)
    if (kept[b]) number[b] = n++;
  FinishBlocks(function, number);

  for (const LoopDraft& loop : loops_)
    function.loops.emplace_back(loop.kind, loop.parent, loop.header == kNone ? 0 : number[loop.header], loop.condition, loop.range,
                                loop.variable, loop.location);
  for (const TryDraft& t : tries_) {
    const uint32_t first = static_cast<uint32_t>(function.handlers.size());
    for (const facts::Handler& h : t.handlers) function.handlers.emplace_back(h.type(), h.local(), number[h.block()], h.catch_all());
    function.tries.emplace_back(t.parent, first, static_cast<uint32_t>(t.handlers.size()), t.scope, t.location);
  }
  function.locals = std::move(locals_);
  function.captures = std::move(captures_);
  function.scopes = std::move(scopes_);
  function.values = std::move(values_);
  function.operands = std::move(operands_);
}

}  // namespace backlint
