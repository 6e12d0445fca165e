#include <algorithm>

#include "extract/function_walker.h"

namespace backlint {

using facts::OpKind;
using facts::TypeKind;
using facts::ValueKind;

namespace {

// Through implicit casts and parentheses to what names the function.
CXCursor Bare(CXCursor expression) {
  for (;;) {
    const CXCursorKind kind = Kind(expression);
    if (kind != CXCursor_UnexposedExpr && kind != CXCursor_ParenExpr) return expression;
    const std::vector<CXCursor> inner = Expressions(expression);
    if (inner.size() != 1 || (kind == CXCursor_UnexposedExpr && !SameExtent(expression, inner[0]))) return expression;
    expression = inner[0];
  }
}

// The function that a reference means, or the null cursor for variables, fields and unresolved names.
CXCursor FunctionOf(CXCursor reference) {
  const CXCursor declaration = clang_getCursorReferenced(reference);
  return !IsNull(declaration) && IsFunctionKind(Kind(declaration)) ? declaration : clang_getNullCursor();
}

// The name of an operator that is looked up when a template is instantiated, or "".
std::string UnresolvedOperator(CXCursor callee) {
  const CXCursor bare = Bare(callee);
  if (Kind(bare) != CXCursor_DeclRefExpr) return "";
  const CXCursor overloads = FirstChild(bare, CXCursor_OverloadedDeclRef);
  const std::string name = IsNull(overloads) ? "" : Spelling(overloads);
  return name.starts_with("operator") ? name : "";
}

}  // namespace

// The operation stands where the call happens; a function that does not return ends the block.
uint32_t FunctionWalker::EmitCall(ValueDraft draft) {
  OpDraft op;
  op.kind = OpKind::Call;
  op.location = draft.location;
  const uint32_t callee = draft.ref;
  op.value = graph_.AddValue(draft);
  const Value value = op.value;
  graph_.Emit(std::move(op));
  if (unit_.tables.symbols.Flags(callee) & facts::kNoReturn) graph_.Close();
  return value;
}

uint32_t FunctionWalker::Call(CXCursor call) {
  const std::vector<CXCursor> children = Children(call);
  std::vector<CXCursor> arguments;
  for (int i = 0, n = clang_Cursor_getNumArguments(call); i < n; ++i)
    arguments.push_back(clang_Cursor_getArgument(call, static_cast<unsigned>(i)));
  const CXCursor referenced = clang_getCursorReferenced(call);
  if (!IsNull(referenced) && FunctionKind(referenced) == CXCursor_Constructor) return Construct(call, referenced, arguments);

  std::vector<CXCursor> parts;
  for (CXCursor child : children)
    if (IsExpression(child)) parts.push_back(child);
  const bool named_type = !children.empty() && IsReference(children[0]);
  if (named_type || parts.empty()) return Construct(call, clang_getNullCursor(), arguments.empty() ? parts : arguments);

  // A copy that every compiler leaves out refers to no constructor.
  if (IsNull(referenced) && parts.size() == 1 && arguments.size() == 1 && Same(parts[0], arguments[0])) return Expression(parts[0]);

  // An operator stands behind its first operand; every other callee comes first.
  if (parts.size() >= 2 && !arguments.empty() && Same(parts[0], arguments[0])) {
    if (!IsNull(FunctionOf(parts[1])) || !UnresolvedOperator(parts[1]).empty()) return OperatorCall(call, parts[1], arguments);
  }
  const CXCursor callee = Bare(parts[0]);
  if (Kind(callee) == CXCursor_MemberRefExpr) return MemberCall(call, callee, arguments);
  if (Kind(callee) == CXCursor_UnexposedExpr && clang_getCursorType(callee).kind == CXType_Dependent && !Expressions(callee).empty())
    return MemberCall(call, callee, arguments);          // a member that the front end does not know
  ValueDraft draft = Draft(ValueKind::Call, call);
  draft.location = At(callee);
  const CXCursor function = FunctionOf(callee);
  if (!IsNull(function)) {
    draft.ref = unit_.tables.symbols.Add(function);
    draft.operands = Arguments(arguments, function, 0);
    return EmitCall(std::move(draft));
  }
  const Value target = Expression(parts[0]);
  const facts::Value& v = graph_.Value(target);
  if (v.kind() == ValueKind::FunctionRef) {              // by name only
    draft.ref = v.ref();
    draft.flags |= facts::kDependentValue;
  } else {
    draft.flags |= facts::kHasCallee;
    draft.operands.push_back(target);
  }
  for (Value argument : Arguments(arguments, clang_getNullCursor(), 0)) draft.operands.push_back(argument);
  return EmitCall(std::move(draft));
}

uint32_t FunctionWalker::Construct(CXCursor call, CXCursor constructor, const std::vector<CXCursor>& arguments) {
  ValueDraft draft = Draft(ValueKind::Construct, call);
  if (IsNull(constructor)) {
    draft.flags |= facts::kDependentValue;
    draft.operands = Arguments(arguments, constructor, 0);
    return EmitCall(std::move(draft));
  }
  draft.ref = unit_.tables.symbols.Add(constructor);
  draft.operands = Arguments(arguments, constructor, 0);
  return EmitCall(std::move(draft));
}

uint32_t FunctionWalker::OperatorCall(CXCursor call, CXCursor callee, const std::vector<CXCursor>& arguments) {
  ValueDraft draft = Draft(ValueKind::Call, call);
  draft.flags |= facts::kOperatorCall;
  draft.location = At(callee);
  const CXCursor function = FunctionOf(callee);
  if (IsNull(function)) {
    draft.ref = unit_.tables.symbols.AddName(UnresolvedOperator(callee), facts::SymbolKind::Function);
    draft.flags |= facts::kDependentValue;
    draft.operands = Arguments(arguments, function, 0);
    return EmitCall(std::move(draft));
  }
  if (unit_.tables.files.MadeUp(clang_getCursorLocation(function))) {
    const Value plain = MadeUpOperator(call, Spelling(function), arguments);
    if (plain != kNone) return plain;
  }
  draft.ref = unit_.tables.symbols.Add(function);
  const bool member = FunctionKind(function) == CXCursor_CXXMethod && !clang_CXXMethod_isStatic(function);
  if (member) {
    draft.flags |= facts::kHasReceiver;
    if (clang_Cursor_isDynamicCall(call)) draft.flags |= facts::kVirtualCall;
    draft.operands.push_back(Expression(arguments[0]));
    std::vector<CXCursor> rest(arguments.begin() + 1, arguments.end());
    for (Value argument : Arguments(rest, function, 0)) draft.operands.push_back(argument);
  } else {
    draft.operands = Arguments(arguments, function, 0);
  }
  return EmitCall(std::move(draft));
}

uint32_t FunctionWalker::MemberCall(CXCursor call, CXCursor member, const std::vector<CXCursor>& arguments) {
  ValueDraft draft = Draft(ValueKind::Call, call);
  draft.location = At(member);
  CXCursor function = FunctionOf(member);
  if (IsNull(function)) {
    const CXCursor overloads = FirstChild(member, CXCursor_OverloadedDeclRef);
    if (!IsNull(overloads) && clang_getNumOverloadedDecls(overloads) == 1) {
      const CXCursor only = clang_getOverloadedDecl(overloads, 0);
      if (IsFunctionKind(Kind(only))) function = only;
    }
  }
  const std::vector<CXCursor> parts = Expressions(member);
  const CXCursor declared = clang_getCursorReferenced(member);
  if (IsNull(function) && !IsNull(declared) && (Kind(declared) == CXCursor_FieldDecl || Kind(declared) == CXCursor_VarDecl)) {
    draft.flags |= facts::kHasCallee;    // a function pointer or functor held by a member
    draft.operands.push_back(Expression(member));
    for (Value argument : Arguments(arguments, function, 0)) draft.operands.push_back(argument);
    return EmitCall(std::move(draft));
  }
  const bool is_static = !IsNull(function) && (clang_CXXMethod_isStatic(function) || FunctionKind(function) == CXCursor_FunctionDecl) &&
                         !unit_.tables.files.MadeUp(clang_getCursorLocation(function));
  const Value object = parts.empty() ? (is_static ? kNone : This(member, true)) : Expression(parts[0]);
  if (object != kNone && !is_static) {
    draft.flags |= facts::kHasReceiver;
    draft.operands.push_back(object);
    const facts::Value& v = graph_.Value(object);
    if (unit_.tables.types.KindOf(v.type()) == TypeKind::Pointer || (v.kind() == ValueKind::This && parts.empty())) draft.flags |= facts::kDereferenced;
  }
  if (!IsNull(function)) {
    if (FunctionKind(function) == CXCursor_ConversionFunction && object != kNone && unit_.tables.files.MadeUp(clang_getCursorLocation(function)))
      return object;
    draft.ref = unit_.tables.symbols.Add(function);
    if (clang_Cursor_isDynamicCall(call)) draft.flags |= facts::kVirtualCall;
    if (!parts.empty() && FunctionKind(function) == CXCursor_ConversionFunction && SameExtent(member, parts[0])) draft.flags |= facts::kImplicit;
  } else {
    const std::string name = MemberName(member, parts.empty() ? clang_getNullCursor() : parts[0]);
    if (!name.empty()) draft.ref = unit_.tables.symbols.AddName(name, facts::SymbolKind::Method);
    draft.flags |= facts::kDependentValue;
    if (object != kNone && !parts.empty()) {
      const unsigned end = EndOffset(parts[0]) - BeginOffset(member);
      const std::string_view text = Text(member);
      if (end < text.size() && text.substr(end).find("->") != std::string_view::npos) draft.flags |= facts::kDereferenced;
    }
  }
  for (Value argument : Arguments(arguments, function, 0)) draft.operands.push_back(argument);
  return EmitCall(std::move(draft));
}

std::vector<uint32_t> FunctionWalker::Arguments(const std::vector<CXCursor>& arguments, CXCursor callee, size_t first) {
  std::vector<Value> values;
  values.reserve(arguments.size());
  for (size_t i = 0; i < arguments.size(); ++i) values.push_back(Argument(arguments[i], callee, first + i));
  return values;
}

// A default argument has neither place nor children.
uint32_t FunctionWalker::Argument(CXCursor argument, CXCursor callee, size_t index) {
  if (Kind(argument) == CXCursor_UnexposedExpr && !HasExtent(argument) && Expressions(argument).empty())
    return DefaultArgument(callee, index, argument);
  return Expression(argument);
}

uint32_t FunctionWalker::DefaultArgument(CXCursor callee, size_t index, CXCursor at) {
  if (!IsNull(callee)) {
    for (CXCursor function : {callee, clang_getCanonicalCursor(callee), Pattern(callee)}) {
      const CXCursor parameter = clang_Cursor_getArgument(function, static_cast<unsigned>(index));
      if (IsNull(parameter)) continue;
      const CXCursor written = Initializer(parameter);
      if (IsNull(written)) continue;
      if (!IsConstant(written)) break;   // what it calls belongs to the callee's declaration, not to this place
      const uint32_t before = std::exchange(lent_file_, At(written).file());
      const Value value = Expression(written);
      lent_file_ = before;
      graph_.AddValueFlags(value, facts::kImplicit);
      return value;
    }
  }
  return Implicit(ValueKind::Unknown, at);
}

}  // namespace backlint
