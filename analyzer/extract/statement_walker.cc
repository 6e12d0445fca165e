#include <algorithm>

#include "extract/function_walker.h"
#include "extract/unit_walker.h"

namespace backlint {

using facts::OpKind;
using facts::ValueKind;

void FunctionWalker::Statement(CXCursor statement) {
  if (graph_.full()) return;
  if (++depth_ > unit_.options.max_nesting) {
    flags_ |= facts::kTruncated;
    --depth_;
    return;
  }
  switch (Kind(statement)) {
    case CXCursor_CompoundStmt: Compound(statement); break;
    case CXCursor_DeclStmt:
      for (CXCursor child : Children(statement)) Declaration(child);
      break;
    case CXCursor_ReturnStmt: Return(statement, Expressions(statement), 0); break;
    case CXCursor_IfStmt: If(statement); break;
    case CXCursor_SwitchStmt: Switch(statement); break;
    case CXCursor_CaseStmt: case CXCursor_DefaultStmt: Case(statement); break;
    case CXCursor_WhileStmt: While(statement); break;
    case CXCursor_DoStmt: DoWhile(statement); break;
    case CXCursor_ForStmt: For(statement); break;
    case CXCursor_CXXForRangeStmt: RangeFor(statement); break;
    case CXCursor_BreakStmt: JumpTo(breaks_); break;
    case CXCursor_ContinueStmt: JumpTo(continues_); break;
    case CXCursor_GotoStmt: case CXCursor_IndirectGotoStmt: Goto(statement); break;
    case CXCursor_LabelStmt: PlaceLabel(statement); break;
    case CXCursor_CXXTryStmt: case CXCursor_SEHTryStmt: Try(statement); break;
    case CXCursor_NullStmt: break;
    case CXCursor_UnexposedStmt: Unexposed(statement); break;
    default:
      if (IsExpression(statement)) {
        Discard(statement, 0);
      } else {
        // Assembler, OpenMP and the like: what can be seen inside still runs.
        for (CXCursor child : Children(statement))
          if (IsExpression(child) || IsStatement(child)) Statement(child);
      }
  }
  --depth_;
}

void FunctionWalker::StatementIn(CXCursor statement) {
  if (Kind(statement) == CXCursor_CompoundStmt) return Statement(statement);
  graph_.OpenScope(unit_.tables.files.At(BeginOf(statement)), EndOf(statement));
  Statement(statement);
  graph_.CloseScope();
}

// The front end walks down to the last `else` for the extent of an `if`, so that a chain of them is asked for its end only once.
CXSourceLocation FunctionWalker::BeginOf(CXCursor statement) {
  return IsStatement(statement) ? clang_getCursorLocation(statement) : clang_getRangeStart(clang_getCursorExtent(statement));
}

facts::Location FunctionWalker::EndOf(CXCursor statement) {
  if (const auto known = ends_.find(statement.data[1]); known != ends_.end()) return known->second;
  return unit_.tables.files.At(clang_getRangeEnd(clang_getCursorExtent(statement)));
}

void FunctionWalker::Compound(CXCursor statement) {
  const CXSourceRange extent = clang_getCursorExtent(statement);
  facts::Location end = unit_.tables.files.At(clang_getRangeEnd(extent));
  if (end.column() > 1) end = facts::Location(end.file(), end.line(), end.column() - 1);
  graph_.OpenScope(unit_.tables.files.At(clang_getRangeStart(extent)), end);
  for (CXCursor child : Children(statement)) Statement(child);
  graph_.CloseScope();
}

void FunctionWalker::Discard(CXCursor expression, uint16_t flags) {
  const CXCursorKind kind = Kind(expression);
  if (kind == CXCursor_UnexposedExpr || kind == CXCursor_ParenExpr) {
    const std::vector<CXCursor> inner = Expressions(expression);
    if (inner.size() == 1 && (kind == CXCursor_ParenExpr || SameExtent(expression, inner[0]))) return Discard(inner[0], flags);
  }
  if (kind == CXCursor_BinaryOperator && clang_getCursorBinaryOperatorKind(expression) == CXBinaryOperator_Comma) {
    for (CXCursor part : Expressions(expression)) Discard(part, flags);
    return;
  }
  if ((kind == CXCursor_CStyleCastExpr || kind == CXCursor_CXXStaticCastExpr || kind == CXCursor_CXXFunctionalCastExpr) &&
      clang_getCursorType(expression).kind == CXType_Void) {
    for (CXCursor part : Expressions(expression)) Discard(part, flags | facts::kVoidCast);
    return;
  }
  if (kind == CXCursor_ConditionalOperator) {
    const std::vector<CXCursor> parts = Expressions(expression);
    if (parts.size() == 3) {
      const uint32_t taken = graph_.NewBlock(), not_taken = graph_.NewBlock(), after = graph_.NewBlock();
      Condition(parts[0], taken, not_taken);
      graph_.Start(taken);
      Discard(parts[1], flags);
      graph_.Jump(after);
      graph_.Start(not_taken);
      Discard(parts[2], flags);
      graph_.Jump(after);
      graph_.Start(after);
      return;
    }
  }
  const Value value = Expression(expression);
  if (OpDraft* last = graph_.LastEmitted(); last && last->value == value && (last->kind == OpKind::Call || last->kind == OpKind::Await)) {
    last->flags |= facts::kDropped | (flags & (facts::kVoidCast | facts::kImplicitOp));
    return;
  }
  const OpDraft* last = graph_.LastOp();
  switch (graph_.Value(value).kind()) {
    case ValueKind::Call: case ValueKind::Construct: case ValueKind::Await:
      return;                            // its operation stands in an earlier block
    case ValueKind::Unary: case ValueKind::Binary:
      if (last && (last->kind == OpKind::Assign || last->kind == OpKind::Delete)) return;
      break;
    default:
      if (last && (last->kind == OpKind::Assign && last->value == value)) return;
      if (!last && graph_.closed()) return;
      if (last && (last->kind == OpKind::Delete || last->kind == OpKind::Yield || last->kind == OpKind::Throw)) return;
  }
  graph_.Emit(Operation(OpKind::Evaluate, expression, value));
}

void FunctionWalker::Declaration(CXCursor declaration) {
  switch (Kind(declaration)) {
    case CXCursor_VarDecl:
      DeclareVariable(declaration, 0);
      break;
    case CXCursor_UnexposedDecl:
      if (clang_getCursorType(declaration).kind != CXType_Invalid) DeclareVariable(declaration, 0);
      break;
    default:
      if (IsClassKind(Kind(declaration))) WalkDeclaration(unit_, declaration);
      break;
  }
}

void FunctionWalker::DeclareVariable(CXCursor variable, uint32_t flags) {
  const CXCursor initializer = Initializer(variable);
  if (Kind(variable) == CXCursor_VarDecl && clang_Cursor_hasVarDeclGlobalStorage(variable) == 1)
    return DeclareStatic(variable, initializer);
  Value value = kNone;
  if (!IsNull(initializer)) value = Expression(initializer);
  const uint32_t local = DeclareLocal(variable, flags);
  OpDraft op = Operation(OpKind::Declare, variable, value);
  op.ref = local;
  graph_.Emit(std::move(op));
  if (Kind(variable) == CXCursor_UnexposedDecl) DeclareBindings(variable, Make(ValueKind::Local, variable, {}, local), flags);
}

// The initialiser runs once, by whichever call comes first: a function of its own.
void FunctionWalker::DeclareStatic(CXCursor variable, CXCursor initializer) {
  graph_.AddLocal(unit_.tables.strings.Add(Spelling(variable)), unit_.tables.types.Add(clang_getCursorType(variable)), facts::kStaticLocal,
                  At(variable), false);
  if (!IsNull(initializer)) FunctionWalker(unit_, this).WalkVariable(variable, initializer);
}

void FunctionWalker::DeclareBindings(CXCursor decomposition, Value value, uint32_t flags) {
  int64_t position = 0;
  for (CXCursor child : Children(decomposition)) {
    if (Kind(child) != CXCursor_UnexposedDecl) continue;
    ValueDraft index;
    index.kind = ValueKind::Integer;
    index.flags = facts::kImplicit;
    index.number = position++;
    index.location = At(child);
    const Value element = Implicit(ValueKind::Index, child, {value, graph_.AddValue(index)});
    OpDraft op = Operation(OpKind::Declare, child, element);
    op.ref = DeclareLocal(child, flags | facts::kStructuredBinding);
    op.flags = facts::kImplicitOp;
    graph_.Emit(std::move(op));
  }
}

void FunctionWalker::Return(CXCursor statement, const std::vector<CXCursor>& operands, uint16_t flags) {
  const Value value = operands.empty() ? kNone : Expression(operands[0]);
  OpDraft op = Operation(OpKind::Return, statement, value);
  op.flags = flags;
  graph_.Emit(std::move(op));
  graph_.EndScopesDownTo(0);
  graph_.Close();
}

// Attributed statements, coroutine bodies and `co_return`.
void FunctionWalker::Unexposed(CXCursor statement) {
  const std::vector<CXCursor> children = Children(statement);
  if (Text(statement).starts_with("co_return")) {
    flags_ |= facts::kCoroutine;
    std::vector<CXCursor> operands = Expressions(statement);
    // The operand comes first; the call to the promise begins at the keyword.
    if (!operands.empty() && BeginOffset(operands[0]) == BeginOffset(statement)) operands.clear();
    return Return(statement, operands, facts::kCoReturn);
  }
  if (!children.empty() && Kind(children[0]) == CXCursor_CompoundStmt && SameExtent(statement, children[0])) {
    // The body of a coroutine; what follows is the machinery around it.
    flags_ |= facts::kCoroutine;
    for (CXCursor child : Children(children[0])) Statement(child);
    return;
  }
  for (CXCursor child : children)
    if (IsExpression(child) || IsStatement(child)) Statement(child);
}

void FunctionWalker::JumpTo(const std::vector<JumpTarget>& targets) {
  if (targets.empty()) return;
  graph_.EndScopesDownTo(targets.back().depth);
  graph_.Jump(targets.back().block);
}

void FunctionWalker::Try(CXCursor statement) {
  const uint32_t index = graph_.OpenTry(At(statement));
  const std::vector<CXCursor> children = Children(statement);
  const uint32_t after = graph_.NewBlock();
  for (CXCursor child : children)
    if (Kind(child) != CXCursor_CXXCatchStmt) Statement(child);
  graph_.CloseTry(index);
  graph_.Jump(after);
  for (CXCursor child : children)
    if (Kind(child) == CXCursor_CXXCatchStmt) Catch(child, index, after);
  graph_.Start(after);
}

void FunctionWalker::Catch(CXCursor handler, uint32_t index, uint32_t after) {
  const uint32_t block = graph_.NewBlock();
  const CXSourceRange extent = clang_getCursorExtent(handler);
  graph_.OpenScope(unit_.tables.files.At(clang_getRangeStart(extent)), unit_.tables.files.At(clang_getRangeEnd(extent)));
  graph_.Start(block);
  uint32_t type = kNone, local = kNone;
  bool catch_all = true;
  std::vector<CXCursor> body;
  for (CXCursor child : Children(handler)) {
    if (Kind(child) == CXCursor_VarDecl) {
      catch_all = false;
      type = unit_.tables.types.Add(clang_getCursorType(child));
      local = DeclareLocal(child, facts::kCatchVariable);
      OpDraft op = Operation(OpKind::Declare, child, kNone);
      op.ref = local;
      graph_.Emit(std::move(op));
    } else if (IsStatement(child)) {
      body.push_back(child);
    }
  }
  graph_.AddHandler(index, facts::Handler(type, local, block, catch_all));
  for (CXCursor statement : body) Statement(statement);
  graph_.CloseScope();
  graph_.Jump(after);
}

}  // namespace backlint
