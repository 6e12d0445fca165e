#include "extract/function_graph.h"

#include <algorithm>

namespace backlint {

uint32_t FunctionGraph::AddValue(const ValueDraft& draft) {
  if (values_.size() >= max_values_) {
    if (!full_)
      values_.emplace_back(facts::ValueKind::Unknown, facts::Operator::None, uint16_t{0}, kNone, kNone, 0u, 0u, int64_t{0}, draft.location);
    full_ = true;
    return static_cast<uint32_t>(values_.size() - 1);
  }
  const uint32_t first = draft.operands.empty() ? 0 : static_cast<uint32_t>(operands_.size());
  operands_.insert(operands_.end(), draft.operands.begin(), draft.operands.end());
  values_.emplace_back(draft.kind, draft.op, draft.flags, draft.type, draft.ref, first, static_cast<uint32_t>(draft.operands.size()),
                       draft.number, draft.location);
  return static_cast<uint32_t>(values_.size() - 1);
}

std::span<const uint32_t> FunctionGraph::Operands(uint32_t value) const {
  const facts::Value& v = values_[value];
  return std::span<const uint32_t>(operands_).subspan(v.operand_count() ? v.first_operand() : 0, v.operand_count());
}

void FunctionGraph::AddValueFlags(uint32_t value, uint16_t flags) {
  const facts::Value& v = values_[value];
  values_[value] = facts::Value(v.kind(), v.op(), static_cast<uint16_t>(v.flags() | flags), v.type(), v.ref(), v.first_operand(),
                                v.operand_count(), v.number(), v.location());
}

uint32_t FunctionGraph::AddLocal(uint32_t name, uint32_t type, uint32_t flags, facts::Location location, bool ends) {
  const uint32_t local = static_cast<uint32_t>(locals_.size());
  locals_.emplace_back(name, type, flags, open_scopes_.empty() ? kNone : open_scopes_.back().scope, location);
  if (ends && !open_scopes_.empty()) open_scopes_.back().locals.push_back(local);
  return local;
}

uint32_t FunctionGraph::AddCapture(uint32_t name, uint32_t type, bool by_reference, uint32_t value) {
  captures_.emplace_back(name, type, by_reference, value);
  return static_cast<uint32_t>(captures_.size() - 1);
}

uint32_t FunctionGraph::NewBlock() {
  blocks_.emplace_back();
  return static_cast<uint32_t>(blocks_.size() - 1);
}

void FunctionGraph::Start(uint32_t block) {
  blocks_[block].loop = loop_;
  blocks_[block].try_block = try_;
  blocks_[block].scope = open_scopes_.empty() ? kNone : open_scopes_.back().scope;
  current_ = block;
}

// A block belongs to one scope, loop and try: what follows a change of these starts a new one.
uint32_t FunctionGraph::Current() {
  if (current_ == kNone) {
    Start(NewBlock());
    return current_;
  }
  const BlockDraft& block = blocks_[current_];
  const uint32_t scope = open_scopes_.empty() ? kNone : open_scopes_.back().scope;
  if (block.loop == loop_ && block.try_block == try_ && block.scope == scope) return current_;
  if (!block.ops.empty()) {
    const uint32_t next = NewBlock();
    Jump(next);
    current_ = next;
  }
  Start(current_);
  return current_;
}

void FunctionGraph::Jump(uint32_t block) {
  if (current_ != kNone) blocks_[current_].successors = {block};
  current_ = kNone;
}

void FunctionGraph::Emit(OpDraft op) {
  emitted_in_ = Current();
  blocks_[emitted_in_].ops.push_back(std::move(op));
}

void FunctionGraph::Branch(uint32_t value, facts::Location location, uint32_t taken, uint32_t not_taken) {
  OpDraft op;
  op.kind = facts::OpKind::Branch;
  op.value = value;
  op.location = location;
  Emit(std::move(op));
  blocks_[current_].successors = {taken, not_taken};
  current_ = kNone;
}

void FunctionGraph::Switch(OpDraft op, std::vector<uint32_t> successors) {
  Emit(std::move(op));
  blocks_[current_].successors = std::move(successors);
  current_ = kNone;
}

void FunctionGraph::DropLastBlocks(size_t count, uint32_t current) {
  blocks_.resize(blocks_.size() - count);
  current_ = current;
}

OpDraft* FunctionGraph::LastOp() {
  if (current_ == kNone || blocks_[current_].ops.empty()) return nullptr;
  return &blocks_[current_].ops.back();
}

void FunctionGraph::OpenScope(facts::Location begin, facts::Location end) {
  const uint32_t parent = open_scopes_.empty() ? kNone : open_scopes_.back().scope;
  scopes_.emplace_back(parent, begin, end);
  open_scopes_.push_back({static_cast<uint32_t>(scopes_.size() - 1), {}});
}

void FunctionGraph::EndScopesDownTo(size_t depth) {
  if (current_ == kNone) return;
  for (size_t i = open_scopes_.size(); i > depth; --i) {
    const OpenScopeDraft& scope = open_scopes_[i - 1];
    for (auto local = scope.locals.rbegin(); local != scope.locals.rend(); ++local) {
      OpDraft op;
      op.kind = facts::OpKind::ScopeEnd;
      op.ref = *local;
      op.location = scopes_[scope.scope].end();
      Emit(std::move(op));
    }
  }
}

void FunctionGraph::EndScopesOfThrow() { EndScopesDownTo(try_ == kNone ? 0 : tries_[try_].depth); }

void FunctionGraph::CloseScope() {
  EndScopesDownTo(open_scopes_.size() - 1);
  open_scopes_.pop_back();
}

std::vector<uint32_t> FunctionGraph::LiveLocals() const {
  std::vector<uint32_t> live;
  for (const OpenScopeDraft& scope : open_scopes_) live.insert(live.end(), scope.locals.begin(), scope.locals.end());
  return live;
}

OpDraft* FunctionGraph::LastEmitted() {
  if (emitted_in_ >= blocks_.size() || blocks_[emitted_in_].ops.empty()) return nullptr;
  return &blocks_[emitted_in_].ops.back();
}

uint32_t FunctionGraph::OpenLoop(facts::LoopKind kind, facts::Location location) {
  loops_.push_back({kind, loop_, kNone, kNone, kNone, kNone, location});
  return loop_ = static_cast<uint32_t>(loops_.size() - 1);
}

void FunctionGraph::SetLoop(uint32_t loop, uint32_t header, uint32_t condition, uint32_t range, uint32_t variable) {
  LoopDraft& draft = loops_[loop];
  draft.header = header;
  draft.condition = condition;
  draft.range = range;
  draft.variable = variable;
}

void FunctionGraph::CloseLoop(uint32_t loop) { loop_ = loops_[loop].parent; }

uint32_t FunctionGraph::OpenTry(facts::Location location) {
  tries_.push_back({try_, {}, open_scopes_.empty() ? kNone : open_scopes_.back().scope, open_scopes_.size(), location});
  return try_ = static_cast<uint32_t>(tries_.size() - 1);
}

void FunctionGraph::CloseTry(uint32_t index) { try_ = tries_[index].parent; }

void FunctionGraph::AddHandler(uint32_t index, facts::Handler handler) { tries_[index].handlers.push_back(handler); }

void FunctionGraph::Resolve(const Goto& from, uint32_t label, const std::vector<uint32_t>& live_there) {
  BlockDraft& block = blocks_[from.block];
  block.successors = {label};
  for (auto local = from.live.rbegin(); local != from.live.rend(); ++local) {
    if (std::find(live_there.begin(), live_there.end(), *local) != live_there.end()) continue;
    OpDraft op;
    op.kind = facts::OpKind::ScopeEnd;
    op.ref = *local;
    op.location = from.location;
    block.ops.push_back(std::move(op));
  }
}

}  // namespace backlint
