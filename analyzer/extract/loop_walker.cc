#include "extract/function_walker.h"
#include "extract/source_scan.h"

namespace backlint {

using facts::LoopKind;
using facts::OpKind;
using facts::ValueKind;

void FunctionWalker::LoopBody(CXCursor body, JumpTarget next, JumpTarget after) {
  breaks_.push_back(after);
  continues_.push_back(next);
  StatementIn(body);
  breaks_.pop_back();
  continues_.pop_back();
  graph_.EndScopesDownTo(next.depth);
  graph_.Jump(next.block);
}

void FunctionWalker::While(CXCursor statement) {
  std::vector<CXCursor> parts = Children(statement);
  if (parts.empty()) return;
  const CXSourceRange extent = clang_getCursorExtent(statement);
  const uint32_t header = graph_.NewBlock(), body = graph_.NewBlock(), leave = graph_.NewBlock(), after = graph_.NewBlock();
  graph_.Jump(header);
  const uint32_t loop = graph_.OpenLoop(LoopKind::While, At(statement));
  const size_t depth = graph_.depth();
  graph_.Start(header);
  graph_.OpenScope(unit_.tables.files.At(clang_getRangeStart(extent)), unit_.tables.files.At(clang_getRangeEnd(extent)));
  Value condition = kNone;
  for (size_t i = 0; i + 1 < parts.size(); ++i) {
    if (Kind(parts[i]) == CXCursor_VarDecl) {
      Declaration(parts[i]);
    } else if (IsExpression(parts[i])) {
      condition = Condition(parts[i], body, leave);
    }
  }
  if (condition == kNone) graph_.Jump(body);
  graph_.Start(body);
  LoopBody(parts.back(), {header, depth}, {after, depth});
  graph_.Start(leave);
  graph_.CloseScope();                   // the condition's variable ends here
  graph_.Jump(after);
  graph_.SetLoop(loop, header, condition, kNone, kNone);
  graph_.CloseLoop(loop);
  graph_.Start(after);
}

void FunctionWalker::DoWhile(CXCursor statement) {
  const std::vector<CXCursor> parts = Children(statement);
  if (parts.size() < 2) return;
  const uint32_t header = graph_.NewBlock(), check = graph_.NewBlock(), after = graph_.NewBlock();
  graph_.Jump(header);
  const uint32_t loop = graph_.OpenLoop(LoopKind::DoWhile, At(statement));
  graph_.Start(header);
  LoopBody(parts[0], {check, graph_.depth()}, {after, graph_.depth()});
  graph_.Start(check);
  const Value condition = Condition(parts[1], header, after);
  graph_.SetLoop(loop, header, condition, kNone, kNone);
  graph_.CloseLoop(loop);
  graph_.Start(after);
}

// for (init; condition; step) body: the parts come without labels, so their place between the semicolons tells them apart.
void FunctionWalker::For(CXCursor statement) {
  const std::vector<CXCursor> parts = Children(statement);
  if (parts.empty()) return;
  const CXSourceRange extent = clang_getCursorExtent(statement);
  const ForHeader semicolons = ScanForHeader(unit_.tables.files.TextFrom(extent));
  const unsigned begin = BeginOffset(statement);
  graph_.OpenScope(unit_.tables.files.At(clang_getRangeStart(extent)), unit_.tables.files.At(clang_getRangeEnd(extent)));

  std::vector<CXCursor> conditions, steps;
  CXCursor variable = clang_getNullCursor();
  for (size_t i = 0; i + 1 < parts.size(); ++i) {
    const unsigned offset = BeginOffset(parts[i]) - begin;
    if (semicolons.found ? offset < semicolons.first : i == 0 && Kind(parts[i]) == CXCursor_DeclStmt) {
      Statement(parts[i]);
    } else if (Kind(parts[i]) == CXCursor_VarDecl) {
      variable = parts[i];
    } else if (semicolons.found ? offset < semicolons.second : conditions.empty()) {
      conditions.push_back(parts[i]);
    } else {
      steps.push_back(parts[i]);
    }
  }
  const uint32_t header = graph_.NewBlock(), body = graph_.NewBlock(), step = graph_.NewBlock(), after = graph_.NewBlock();
  graph_.Jump(header);
  const uint32_t loop = graph_.OpenLoop(LoopKind::For, At(statement));
  const size_t depth = graph_.depth();
  graph_.Start(header);
  uint32_t leave = after;
  if (!IsNull(variable)) {
    graph_.OpenScope(unit_.tables.files.At(clang_getRangeStart(extent)), unit_.tables.files.At(clang_getRangeEnd(extent)));
    Declaration(variable);
    leave = graph_.NewBlock();
  }
  Value condition = kNone;
  if (!conditions.empty()) {
    condition = Condition(conditions[0], body, leave);
  } else {
    graph_.Jump(body);
  }
  graph_.Start(body);
  LoopBody(parts.back(), {step, graph_.depth()}, {after, depth});
  graph_.Start(step);
  for (CXCursor expression : steps) Discard(expression, 0);
  graph_.EndScopesDownTo(depth);         // the condition's variable lives for one turn
  graph_.Jump(header);
  if (leave != after) {
    graph_.Start(leave);
    graph_.CloseScope();
    graph_.Jump(after);
  }
  graph_.SetLoop(loop, header, condition, kNone, kNone);
  graph_.CloseLoop(loop);
  graph_.Start(after);
  graph_.CloseScope();
}

// [init] variable range body. The variable's own initialiser is the hidden `*begin`: the range stands for it.
void FunctionWalker::RangeFor(CXCursor statement) {
  std::vector<CXCursor> parts = Children(statement);
  if (parts.empty()) return;
  const CXSourceRange extent = clang_getCursorExtent(statement);
  graph_.OpenScope(unit_.tables.files.At(clang_getRangeStart(extent)), unit_.tables.files.At(clang_getRangeEnd(extent)));
  CXCursor variable = clang_getNullCursor(), range = clang_getNullCursor();
  for (size_t i = 0; i + 1 < parts.size(); ++i) {
    const CXCursorKind kind = Kind(parts[i]);
    if (IsNull(variable) && (kind == CXCursor_VarDecl || kind == CXCursor_UnexposedDecl)) {
      variable = parts[i];
    } else if (IsExpression(parts[i]) && !IsNull(variable)) {
      range = parts[i];
    } else if (IsStatement(parts[i]) || IsExpression(parts[i])) {
      Statement(parts[i]);
    }
  }
  const Value over = IsNull(range) ? Implicit(ValueKind::Unknown, statement) : Expression(range);
  const uint32_t header = graph_.NewBlock(), body = graph_.NewBlock(), after = graph_.NewBlock();
  graph_.Jump(header);
  const uint32_t loop = graph_.OpenLoop(LoopKind::RangeFor, At(statement));
  graph_.Start(header);
  graph_.Branch(Implicit(ValueKind::Unknown, statement), At(statement), body, after);
  const size_t depth = graph_.depth();
  graph_.OpenScope(unit_.tables.files.At(clang_getRangeStart(extent)), unit_.tables.files.At(clang_getRangeEnd(extent)));
  graph_.Start(body);
  uint32_t local = kNone;
  if (!IsNull(variable)) {
    const Value element = Implicit(ValueKind::Index, variable, {over, Implicit(ValueKind::Unknown, statement)});
    local = DeclareLocal(variable, facts::kRangeVariable);
    OpDraft op = Operation(OpKind::Declare, variable, element);
    op.ref = local;
    op.flags = facts::kImplicitOp;
    graph_.Emit(std::move(op));
    if (Kind(variable) == CXCursor_UnexposedDecl) DeclareBindings(variable, Make(ValueKind::Local, variable, {}, local), facts::kRangeVariable);
  }
  const uint32_t turn = graph_.NewBlock();
  LoopBody(parts.back(), {turn, graph_.depth()}, {after, depth});
  graph_.Start(turn);
  graph_.CloseScope();
  graph_.Jump(header);
  graph_.SetLoop(loop, header, kNone, over, local);
  graph_.CloseLoop(loop);
  graph_.Start(after);
  graph_.CloseScope();
}

}  // namespace backlint
