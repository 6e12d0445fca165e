// Built-in operators: plain values, assignments, and those that choose between branches.
#include "extract/function_walker.h"

namespace backlint {

using facts::OpKind;
using facts::Operator;
using facts::ValueKind;

namespace {

struct BinaryMeaning { Operator op; bool assigns; };

BinaryMeaning MeaningOf(CXBinaryOperatorKind kind) {
  switch (kind) {
    case CXBinaryOperator_PtrMemD: case CXBinaryOperator_PtrMemI: return {Operator::PointerToMember, false};
    case CXBinaryOperator_Mul: return {Operator::Mul, false};
    case CXBinaryOperator_Div: return {Operator::Div, false};
    case CXBinaryOperator_Rem: return {Operator::Rem, false};
    case CXBinaryOperator_Add: return {Operator::Add, false};
    case CXBinaryOperator_Sub: return {Operator::Sub, false};
    case CXBinaryOperator_Shl: return {Operator::Shl, false};
    case CXBinaryOperator_Shr: return {Operator::Shr, false};
    case CXBinaryOperator_Cmp: return {Operator::Spaceship, false};
    case CXBinaryOperator_LT: return {Operator::Less, false};
    case CXBinaryOperator_GT: return {Operator::Greater, false};
    case CXBinaryOperator_LE: return {Operator::LessEqual, false};
    case CXBinaryOperator_GE: return {Operator::GreaterEqual, false};
    case CXBinaryOperator_EQ: return {Operator::Equal, false};
    case CXBinaryOperator_NE: return {Operator::NotEqual, false};
    case CXBinaryOperator_And: return {Operator::And, false};
    case CXBinaryOperator_Xor: return {Operator::Xor, false};
    case CXBinaryOperator_Or: return {Operator::Or, false};
    case CXBinaryOperator_Assign: return {Operator::None, true};
    case CXBinaryOperator_MulAssign: return {Operator::Mul, true};
    case CXBinaryOperator_DivAssign: return {Operator::Div, true};
    case CXBinaryOperator_RemAssign: return {Operator::Rem, true};
    case CXBinaryOperator_AddAssign: return {Operator::Add, true};
    case CXBinaryOperator_SubAssign: return {Operator::Sub, true};
    case CXBinaryOperator_ShlAssign: return {Operator::Shl, true};
    case CXBinaryOperator_ShrAssign: return {Operator::Shr, true};
    case CXBinaryOperator_AndAssign: return {Operator::And, true};
    case CXBinaryOperator_XorAssign: return {Operator::Xor, true};
    case CXBinaryOperator_OrAssign: return {Operator::Or, true};
    default: return {Operator::None, false};
  }
}

Operator MeaningOf(CXUnaryOperatorKind kind) {
  switch (kind) {
    case CXUnaryOperator_PostInc: return Operator::PostIncrement;
    case CXUnaryOperator_PostDec: return Operator::PostDecrement;
    case CXUnaryOperator_PreInc: return Operator::PreIncrement;
    case CXUnaryOperator_PreDec: return Operator::PreDecrement;
    case CXUnaryOperator_AddrOf: return Operator::AddressOf;
    case CXUnaryOperator_Deref: return Operator::Dereference;
    case CXUnaryOperator_Plus: return Operator::Plus;
    case CXUnaryOperator_Minus: return Operator::Minus;
    case CXUnaryOperator_Not: return Operator::Complement;
    case CXUnaryOperator_LNot: return Operator::Not;
    default: return Operator::None;
  }
}

}  // namespace

uint32_t FunctionWalker::UnaryOperation(CXCursor expression) {
  const std::vector<CXCursor> parts = Expressions(expression);
  if (parts.empty()) return Make(ValueKind::Unknown, expression);
  const CXUnaryOperatorKind kind = clang_getCursorUnaryOperatorKind(expression);
  if (kind == CXUnaryOperator_Extension || kind == CXUnaryOperator_Real || kind == CXUnaryOperator_Imag) return Expression(parts[0]);
  if (kind == CXUnaryOperator_Coawait) return Await(expression, parts[0]);
  const Operator op = MeaningOf(kind);
  const Value operand = Expression(parts[0]);
  ValueDraft draft = Draft(ValueKind::Unary, expression);
  draft.op = op;
  draft.operands = {operand};
  const Value value = graph_.AddValue(draft);
  if (op >= Operator::PreIncrement && op <= Operator::PostDecrement) {
    ValueDraft one;
    one.kind = ValueKind::Integer;
    one.flags = facts::kImplicit;
    one.number = 1;
    one.location = draft.location;
    OpDraft assign = Operation(OpKind::Assign, expression, graph_.AddValue(one));
    assign.op = op == Operator::PreIncrement || op == Operator::PostIncrement ? Operator::Add : Operator::Sub;
    assign.target = operand;
    graph_.Emit(std::move(assign));
  }
  return value;
}

uint32_t FunctionWalker::BinaryOperation(CXCursor expression) {
  const CXBinaryOperatorKind kind = clang_getCursorBinaryOperatorKind(expression);
  const BinaryMeaning meaning = MeaningOf(kind);
  if (meaning.assigns) return Assignment(expression, meaning.op);
  if (kind == CXBinaryOperator_LAnd || kind == CXBinaryOperator_LOr) return ShortCircuit(expression, kind == CXBinaryOperator_LAnd);
  const std::vector<CXCursor> parts = Expressions(expression);
  if (parts.size() != 2) return UnknownOf(expression, ValueKind::Unknown);
  if (kind == CXBinaryOperator_Comma) {
    Discard(parts[0], 0);
    return Expression(parts[1]);
  }
  const Value left = Expression(parts[0]);
  const Value right = Expression(parts[1]);
  ValueDraft draft = Draft(ValueKind::Binary, expression);
  draft.op = meaning.op;
  draft.operands = {left, right};
  return graph_.AddValue(draft);
}

// The right side runs first. The value of `a = b` is b's, which is what tests of it want to see.
uint32_t FunctionWalker::Assignment(CXCursor expression, Operator op) {
  const std::vector<CXCursor> parts = Expressions(expression);
  if (parts.size() != 2) return UnknownOf(expression, ValueKind::Unknown);
  const Value value = Expression(parts[1]);
  const Value target = Expression(parts[0]);
  OpDraft assign = Operation(OpKind::Assign, expression, value);
  assign.op = op;
  assign.target = target;
  graph_.Emit(std::move(assign));
  if (op == Operator::None) return value;
  ValueDraft draft = Draft(ValueKind::Binary, expression);
  draft.op = op;
  draft.operands = {target, value};
  return graph_.AddValue(draft);
}

uint32_t FunctionWalker::ShortCircuit(CXCursor expression, bool conjunction) {
  const std::vector<CXCursor> parts = Expressions(expression);
  if (parts.size() != 2) return UnknownOf(expression, ValueKind::Unknown);
  const Value left = Expression(parts[0]);
  const uint32_t head = graph_.Current();
  const size_t blocks = graph_.block_count();
  const uint32_t second = graph_.NewBlock();
  graph_.Start(second);
  const Value right = Expression(parts[1]);
  ValueDraft draft = Draft(ValueKind::Binary, expression);
  draft.op = conjunction ? Operator::LogicalAnd : Operator::LogicalOr;
  draft.operands = {left, right};
  if (graph_.block_count() == blocks + 1 && !graph_.closed() && graph_.Empty(second)) {
    graph_.DropLastBlocks(1, head);      // nothing happens on the right side: no branch is needed
    return graph_.AddValue(draft);
  }
  const uint32_t after = graph_.NewBlock();
  graph_.Jump(after);
  graph_.Resume(head);
  graph_.Branch(left, At(expression), conjunction ? second : after, conjunction ? after : second);
  graph_.Start(after);
  draft.kind = ValueKind::Phi;
  return graph_.AddValue(draft);
}

// `not_taken` is null-free; a null `taken` is GNU's `a ?: b`.
uint32_t FunctionWalker::Conditional(CXCursor expression, CXCursor condition, CXCursor taken, CXCursor not_taken) {
  const Value test = Expression(condition);
  const uint32_t head = graph_.Current();
  const size_t blocks = graph_.block_count();
  const uint32_t first = graph_.NewBlock();
  graph_.Start(first);
  const Value yes = IsNull(taken) ? test : Expression(taken);
  const bool quiet_first = graph_.block_count() == blocks + 1 && !graph_.closed() && graph_.Empty(first);
  const uint32_t first_end = graph_.closed() ? kNone : graph_.Current();
  const uint32_t second = graph_.NewBlock();
  const size_t between = graph_.block_count();
  graph_.Start(second);
  const Value no = Expression(not_taken);
  const bool quiet_second = graph_.block_count() == between && !graph_.closed() && graph_.Empty(second);
  ValueDraft draft = Draft(ValueKind::Conditional, expression);
  draft.operands = {test, yes, no};
  if (quiet_first && quiet_second) {
    graph_.DropLastBlocks(2, head);
    return graph_.AddValue(draft);
  }
  const uint32_t after = graph_.NewBlock();
  graph_.Jump(after);
  if (first_end != kNone) {
    graph_.Resume(first_end);
    graph_.Jump(after);
  }
  graph_.Resume(head);
  graph_.Branch(test, At(condition), first, second);
  graph_.Start(after);
  draft.kind = ValueKind::Phi;
  draft.operands = {yes, no};
  return graph_.AddValue(draft);
}

}  // namespace backlint
