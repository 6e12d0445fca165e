// Statements that choose: if, switch, goto.
#include <algorithm>

#include "extract/function_walker.h"
#include "extract/source_scan.h"

namespace backlint {

using facts::OpKind;
using facts::Operator;
using facts::ValueKind;

namespace {

// A scope is worth its own only for what is declared in the head of a statement.
bool Declares(const std::vector<CXCursor>& parts) {
  for (CXCursor part : parts)
    if (Kind(part) == CXCursor_DeclStmt || Kind(part) == CXCursor_VarDecl || Kind(part) == CXCursor_UnexposedDecl) return true;
  return false;
}

CXCursor WithoutParentheses(CXCursor expression) {
  for (;;) {
    const CXCursorKind kind = Kind(expression);
    if (kind != CXCursor_ParenExpr && kind != CXCursor_UnexposedExpr) return expression;
    const std::vector<CXCursor> inner = Expressions(expression);
    if (inner.size() != 1 || (kind == CXCursor_UnexposedExpr && !SameExtent(expression, inner[0]))) return expression;
    expression = inner[0];
  }
}

}  // namespace

uint32_t FunctionWalker::Condition(CXCursor condition, uint32_t taken, uint32_t not_taken) {
  const CXCursor bare = WithoutParentheses(condition);
  if (Kind(bare) == CXCursor_UnaryOperator && clang_getCursorUnaryOperatorKind(bare) == CXUnaryOperator_LNot && depth_ < unit_.options.max_nesting) {
    const std::vector<CXCursor> inner = Expressions(bare);
    if (inner.size() == 1) {
      ++depth_;
      const Value negated = Condition(inner[0], not_taken, taken);
      --depth_;
      ValueDraft draft = Draft(ValueKind::Unary, bare);
      draft.op = Operator::Not;
      draft.operands = {negated};
      return graph_.AddValue(draft);
    }
  }
  if (Kind(bare) == CXCursor_BinaryOperator && depth_ < unit_.options.max_nesting) {
    const CXBinaryOperatorKind op = clang_getCursorBinaryOperatorKind(bare);
    const std::vector<CXCursor> parts = Expressions(bare);
    if ((op == CXBinaryOperator_LAnd || op == CXBinaryOperator_LOr) && parts.size() == 2) {
      const bool conjunction = op == CXBinaryOperator_LAnd;
      const uint32_t second = graph_.NewBlock();
      ++depth_;
      const Value left = conjunction ? Condition(parts[0], second, not_taken) : Condition(parts[0], taken, second);
      graph_.Start(second);
      const Value right = Condition(parts[1], taken, not_taken);
      --depth_;
      ValueDraft draft = Draft(ValueKind::Binary, bare);
      draft.op = conjunction ? Operator::LogicalAnd : Operator::LogicalOr;
      draft.operands = {left, right};
      return graph_.AddValue(draft);
    }
  }
  const Value value = Expression(condition);
  graph_.Branch(value, At(bare), taken, not_taken);
  return value;
}

void FunctionWalker::If(CXCursor statement) {
  std::vector<CXCursor> parts = Children(statement);
  std::erase_if(parts, [](CXCursor part) { return IsReference(part); });
  const CXSourceLocation begin = BeginOf(statement);
  const facts::Location end = EndOf(statement);
  if (!parts.empty() && Kind(parts.back()) == CXCursor_IfStmt) ends_.emplace(parts.back().data[1], end);
  const bool scoped = Declares(parts);
  if (scoped) graph_.OpenScope(unit_.tables.files.At(begin), end);

  // [init] [condition variable] condition then [else], without labels; libclang tells the variable first.
  size_t at = 0;
  if (parts.size() > 1 && BeginOffset(parts[1]) < BeginOffset(parts[0])) std::swap(parts[0], parts[1]);
  const bool consteval_if = IfConsteval(unit_.tables.files.TextFrom(clang_getRange(begin, begin)));
  if (!consteval_if) {
    if (at < parts.size() && Kind(parts[at]) == CXCursor_DeclStmt) Statement(parts[at++]);
    const auto is_variable = [&] { return at < parts.size() && (Kind(parts[at]) == CXCursor_VarDecl || Kind(parts[at]) == CXCursor_UnexposedDecl); };
    const bool init_expression =
        !is_variable() && (parts.size() - at >= 4 || (parts.size() - at == 3 && IsExpression(parts[at]) && IsExpression(parts[at + 1]) &&
                                                      !ContainsElse(unit_.tables.files.TextOf(clang_getRange(
                                                          clang_getRangeEnd(clang_getCursorExtent(parts[at + 1])), BeginOf(parts[at + 2]))))));
    if (init_expression) Statement(parts[at++]);
    if (is_variable()) Declaration(parts[at++]);
  }
  const uint32_t taken = graph_.NewBlock(), after = graph_.NewBlock();
  const bool has_condition = !consteval_if && at < parts.size() && IsExpression(parts[at]) && parts.size() - at >= 2;
  const size_t first_branch = has_condition ? at + 1 : at;
  const bool has_else = parts.size() - first_branch > 1;
  const uint32_t not_taken = has_else ? graph_.NewBlock() : after;
  if (has_condition) {
    Condition(parts[at], taken, not_taken);
  } else {
    graph_.Branch(Implicit(ValueKind::Unknown, statement), At(statement), taken, not_taken);
  }
  graph_.Start(taken);
  if (first_branch < parts.size()) StatementIn(parts[first_branch]);
  graph_.Jump(after);
  if (has_else) {
    graph_.Start(not_taken);
    StatementIn(parts[first_branch + 1]);
    graph_.Jump(after);
  }
  graph_.Start(after);
  if (scoped) graph_.CloseScope();
}

void FunctionWalker::Switch(CXCursor statement) {
  std::vector<CXCursor> parts = Children(statement);
  std::erase_if(parts, [](CXCursor part) { return IsReference(part); });
  if (parts.size() < 2) return;
  const CXSourceRange extent = clang_getCursorExtent(statement);
  const bool scoped = Declares(parts);
  if (scoped) graph_.OpenScope(unit_.tables.files.At(clang_getRangeStart(extent)), unit_.tables.files.At(clang_getRangeEnd(extent)));
  size_t at = 0;
  for (; at + 2 < parts.size(); ++at) {
    if (Kind(parts[at]) == CXCursor_VarDecl) {
      Declaration(parts[at]);
    } else {
      Statement(parts[at]);
    }
  }
  const Value value = Expression(parts[at]);
  const uint32_t head = graph_.Current();
  graph_.Close();

  const uint32_t after = graph_.NewBlock();
  breaks_.push_back({after, graph_.depth()});
  switches_.emplace_back();
  StatementIn(parts[at + 1]);
  graph_.Jump(after);
  OpenSwitch cases = std::move(switches_.back());
  switches_.pop_back();
  breaks_.pop_back();
  if (!cases.has_default) {
    cases.cases.push_back(kNone);
    cases.blocks.push_back(after);
  }
  graph_.Resume(head);
  OpDraft op = Operation(OpKind::Switch, statement, value);
  op.operands = std::move(cases.cases);
  graph_.Switch(std::move(op), std::move(cases.blocks));
  graph_.Start(after);
  if (scoped) graph_.CloseScope();
}

void FunctionWalker::Case(CXCursor statement) {
  std::vector<CXCursor> parts = Children(statement);
  const bool is_default = Kind(statement) == CXCursor_DefaultStmt;
  const size_t labels = is_default ? 0 : parts.size() >= 3 ? 2 : 1;
  if (switches_.empty() || parts.size() < labels) return;
  const uint32_t block = graph_.NewBlock();
  graph_.Jump(block);
  Value value = kNone;
  if (labels >= 1) {
    // Case labels are constants: they leave no operations behind.
    graph_.Start(block);
    std::vector<Value> bounds;
    for (size_t i = 0; i < labels; ++i) bounds.push_back(Expression(parts[i]));
    value = labels == 1 ? bounds[0] : Make(ValueKind::InitList, statement, bounds);
  }
  graph_.Start(block);
  switches_.back().cases.push_back(value);
  switches_.back().blocks.push_back(block);
  if (is_default) switches_.back().has_default = true;
  for (size_t i = labels; i < parts.size(); ++i) Statement(parts[i]);
}

void FunctionWalker::Goto(CXCursor statement) {
  const CXCursor reference = FirstChild(statement, CXCursor_LabelRef);
  const std::string label = IsNull(reference) ? "" : Spelling(reference);
  if (label.empty()) {                   // a computed jump: anywhere
    for (CXCursor child : Expressions(statement)) Expression(child);
    flags_ |= facts::kIncomplete;
    graph_.Close();
    return;
  }
  Label& target = labels_[label];
  if (target.block == kNone) target.block = graph_.NewBlock();
  gotos_.push_back({{graph_.Current(), target.placed, graph_.LiveLocals(), At(statement)}, label});
  graph_.Jump(target.block);
}

void FunctionWalker::PlaceLabel(CXCursor statement) {
  Label& label = labels_[Spelling(statement)];
  if (label.block == kNone) label.block = graph_.NewBlock();
  const uint32_t block = label.block;
  label.placed = true;
  label.live = graph_.LiveLocals();
  graph_.Jump(block);
  graph_.Start(block);
  for (CXCursor child : Children(statement))
    if (IsExpression(child) || IsStatement(child)) Statement(child);
}

}  // namespace backlint
