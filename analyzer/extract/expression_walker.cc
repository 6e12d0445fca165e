#include "extract/function_walker.h"

namespace backlint {

using facts::OpKind;
using facts::Operator;
using facts::TypeKind;
using facts::ValueKind;

uint32_t FunctionWalker::Expression(CXCursor expression) {
  if (depth_ >= unit_.options.max_nesting || graph_.full()) {
    flags_ |= facts::kTruncated;
    return Make(ValueKind::Unknown, expression);
  }
  ++depth_;
  const Value value = Dispatch(expression);
  --depth_;
  return value;
}

uint32_t FunctionWalker::Dispatch(CXCursor expression) {
  switch (Kind(expression)) {
    case CXCursor_UnexposedExpr: return UnexposedExpression(expression);
    case CXCursor_DeclRefExpr: return Reference(expression);
    case CXCursor_MemberRefExpr: return Member(expression);
    case CXCursor_CallExpr: return Call(expression);
    case CXCursor_StringLiteral: case CXCursor_ObjCStringLiteral: return StringLiteral(expression);
    case CXCursor_IntegerLiteral: case CXCursor_FloatingLiteral: case CXCursor_ImaginaryLiteral: case CXCursor_CharacterLiteral:
    case CXCursor_CXXBoolLiteralExpr: case CXCursor_CXXNullPtrLiteralExpr: case CXCursor_GNUNullExpr: case CXCursor_FixedPointLiteral:
    case CXCursor_UnaryExpr: case CXCursor_SizeOfPackExpr:
      return Literal(expression);
    case CXCursor_InitListExpr: case CXCursor_CXXParenListInitExpr: return InitializerList(expression);
    case CXCursor_UnaryOperator: return UnaryOperation(expression);
    case CXCursor_BinaryOperator: case CXCursor_CompoundAssignOperator: return BinaryOperation(expression);
    case CXCursor_ConditionalOperator: {
      const std::vector<CXCursor> parts = Expressions(expression);
      if (parts.size() == 3) return Conditional(expression, parts[0], parts[1], parts[2]);
      return UnknownOf(expression, ValueKind::Unknown);
    }
    case CXCursor_CStyleCastExpr: case CXCursor_CXXStaticCastExpr: case CXCursor_CXXDynamicCastExpr: case CXCursor_CXXReinterpretCastExpr:
    case CXCursor_CXXConstCastExpr: case CXCursor_CXXFunctionalCastExpr: case CXCursor_BuiltinBitCastExpr: case CXCursor_CXXAddrspaceCastExpr:
      return Cast(expression);
    case CXCursor_ArraySubscriptExpr: {
      const std::vector<CXCursor> parts = Expressions(expression);
      if (parts.size() != 2) return UnknownOf(expression, ValueKind::Unknown);
      const Value base = Expression(parts[0]);
      return Make(ValueKind::Index, expression, {base, Expression(parts[1])});
    }
    case CXCursor_ParenExpr: case CXCursor_PackExpansionExpr: case CXCursor_CompoundLiteralExpr: {
      const std::vector<CXCursor> parts = Expressions(expression);
      return parts.empty() ? Make(ValueKind::Unknown, expression) : Expression(parts.back());
    }
    case CXCursor_CXXThisExpr:
      return This(expression, false);
    case CXCursor_CXXThrowExpr: return Throw(expression);
    case CXCursor_CXXNewExpr: return New(expression);
    case CXCursor_CXXDeleteExpr: return Delete(expression);
    case CXCursor_LambdaExpr: return Lambda(expression);
    case CXCursor_StmtExpr: return StatementExpression(expression);
    case CXCursor_GenericSelectionExpr: return Generic(expression);
    case CXCursor_CXXTypeidExpr: case CXCursor_ConceptSpecializationExpr: case CXCursor_RequiresExpr:
      return Make(ValueKind::Unknown, expression);       // their operands are not evaluated
    default:
      return UnknownOf(expression, ValueKind::Unknown);
  }
}

uint32_t FunctionWalker::UnknownOf(CXCursor expression, ValueKind kind) {
  std::vector<Value> operands;
  for (CXCursor part : Expressions(expression)) operands.push_back(Expression(part));
  if (kind == ValueKind::Error) flags_ |= facts::kIncomplete;
  return Make(kind, expression, std::move(operands));
}

// Implicit casts, temporaries and clean-ups span exactly what they wrap; everything else that libclang does not expose is told
// by its shape and its text.
uint32_t FunctionWalker::UnexposedExpression(CXCursor expression) {
  const std::vector<CXCursor> children = Children(expression);
  std::vector<CXCursor> parts;
  for (CXCursor child : children)
    if (IsExpression(child)) parts.push_back(child);
  if (parts.size() == 1 && children.size() == 1 && SameExtent(expression, parts[0])) return Expression(parts[0]);
  if (!children.empty() && Kind(children[0]) == CXCursor_MemberRef && !parts.empty()) return Expression(parts.back());
  const std::string_view text = Text(expression);
  if (text.starts_with('[') && parts.size() >= 2 && !SameExtent(expression, parts[0])) return Expression(parts.back());        // `[3] = value`
  const bool dependent = clang_getCursorType(expression).kind == CXType_Dependent || clang_getCursorType(expression).kind == CXType_Invalid;
  if (!parts.empty() && (text.starts_with("co_await") || text.starts_with("co_yield"))) return Await(expression, parts[0]);
  if (parts.size() == 5 && Spelling(parts[2]) == "await_ready") return Await(expression, parts[0]);
  if (parts.size() == 4 && SameExtent(parts[0], parts[1]) && SameExtent(parts[0], parts[2]) && !dependent)
    return Conditional(expression, parts[0], clang_getNullCursor(), parts[3]);           // a ?: b
  if (text.starts_with("(") && dependent && !parts.empty() && text.ends_with(")") && BeginOffset(parts[0]) > BeginOffset(expression) &&
      clang_getCursorType(expression).kind == CXType_Invalid)
    return InitializerList(expression);                  // `T name(a, b)` in a template
  if (dependent || (!parts.empty() && IsCalled(expression, parts[0]))) return Recovered(expression, parts);
  if (parts.size() == 1) return Expression(parts[0]);
  return UnknownOf(expression, ValueKind::Unknown);
}

uint32_t FunctionWalker::Reference(CXCursor expression) {
  const CXCursor declaration = clang_getCursorReferenced(expression);
  switch (IsNull(declaration) ? CXCursor_InvalidCode : Kind(declaration)) {
    case CXCursor_VarDecl: case CXCursor_ParmDecl: case CXCursor_UnexposedDecl:
      return Variable(declaration, expression);
    case CXCursor_EnumConstantDecl: {
      ValueDraft draft = Draft(ValueKind::EnumConstant, expression);
      draft.ref = unit_.tables.symbols.Add(declaration);
      draft.number = clang_getEnumConstantDeclValue(declaration);
      return graph_.AddValue(draft);
    }
    case CXCursor_FunctionDecl: case CXCursor_CXXMethod: case CXCursor_FunctionTemplate: case CXCursor_Constructor:
    case CXCursor_Destructor: case CXCursor_ConversionFunction:
      return Make(ValueKind::FunctionRef, expression, {}, unit_.tables.symbols.Add(declaration));
    case CXCursor_FieldDecl:             // in an unevaluated place or a pointer to member
      return Make(ValueKind::Member, expression, {This(expression, true)}, unit_.tables.symbols.Add(declaration));
    case CXCursor_NonTypeTemplateParameter:
      return Make(ValueKind::Unknown, expression);
    default:
      return NamedReference(expression);
  }
}

uint32_t FunctionWalker::Member(CXCursor expression) {
  const CXCursor member = clang_getCursorReferenced(expression);
  const std::vector<CXCursor> parts = Expressions(expression);
  const CXCursorKind kind = IsNull(member) ? CXCursor_InvalidCode : Kind(member);
  const Value base = parts.empty() ? kNone : Expression(parts[0]);
  if (kind == CXCursor_VarDecl) return Make(ValueKind::Global, expression, {}, unit_.tables.symbols.Add(member));
  if (kind == CXCursor_EnumConstantDecl) {
    ValueDraft draft = Draft(ValueKind::EnumConstant, expression);
    draft.ref = unit_.tables.symbols.Add(member);
    draft.number = clang_getEnumConstantDeclValue(member);
    return graph_.AddValue(draft);
  }
  const Value object = base == kNone ? This(expression, true) : base;
  if (IsFunctionKind(kind)) return Make(ValueKind::FunctionRef, expression, {object}, unit_.tables.symbols.Add(member));
  ValueDraft draft = Draft(ValueKind::Member, expression);
  draft.operands = {object};
  if (kind == CXCursor_FieldDecl) {
    draft.ref = unit_.tables.symbols.Add(member);
  } else {
    const std::string name = MemberName(expression, parts.empty() ? clang_getNullCursor() : parts[0]);
    if (!name.empty()) draft.ref = unit_.tables.symbols.AddName(name, facts::SymbolKind::Field);
    draft.flags |= facts::kDependentValue;
  }
  const TypeKind held = unit_.tables.types.KindOf(graph_.Value(object).type());
  if (held == TypeKind::Pointer || graph_.Value(object).kind() == ValueKind::This) draft.flags |= facts::kDereferenced;
  return graph_.AddValue(draft);
}

uint32_t FunctionWalker::Cast(CXCursor expression) {
  const std::vector<CXCursor> parts = Expressions(expression);
  if (parts.empty()) return Make(ValueKind::Cast, expression);
  const Value inner = Expression(parts.back());
  // `T(x)`: the constructor's call says it all.
  const facts::Value& v = graph_.Value(inner);
  if (v.kind() == ValueKind::Construct && v.type() == unit_.tables.types.Add(clang_getCursorType(expression))) return inner;
  return Make(ValueKind::Cast, expression, {inner});
}

uint32_t FunctionWalker::Await(CXCursor expression, CXCursor operand) {
  flags_ |= facts::kCoroutine;
  if (Text(expression).starts_with("co_yield")) {
    // The front end shows the call to the promise; its argument is what the source says.
    CXCursor yielded = operand;
    if (Kind(operand) == CXCursor_CallExpr && clang_Cursor_getNumArguments(operand) == 1) yielded = clang_Cursor_getArgument(operand, 0);
    const Value value = Expression(yielded);
    graph_.Emit(Operation(OpKind::Yield, expression, value));
    return value;
  }
  const Value awaited = Expression(operand);
  OpDraft* last = graph_.LastOp();
  if (last && last->kind == OpKind::Call && last->value == awaited) last->flags |= facts::kAwaited;
  const Value value = Make(ValueKind::Await, expression, {awaited});
  graph_.Emit(Operation(OpKind::Await, expression, value));
  return value;
}

uint32_t FunctionWalker::Throw(CXCursor expression) {
  const std::vector<CXCursor> parts = Expressions(expression);
  const Value thrown = parts.empty() ? kNone : Expression(parts[0]);
  graph_.Emit(Operation(OpKind::Throw, expression, thrown));
  graph_.EndScopesOfThrow();
  graph_.Close();
  return Implicit(ValueKind::Unknown, expression);
}

// Operands in the order of libclang: placement arguments, [type], array size, initialiser.
uint32_t FunctionWalker::New(CXCursor expression) {
  std::vector<CXCursor> placement, rest;
  const std::vector<CXCursor> children = Children(expression);
  bool type_seen = false;
  for (CXCursor child : children) type_seen = type_seen || IsReference(child);
  bool after_type = !type_seen;
  for (CXCursor child : children) {
    if (IsReference(child)) after_type = true;
    if (IsExpression(child)) (after_type ? rest : placement).push_back(child);
  }
  const std::string_view text = Text(expression);
  const size_t bracket = text.find('['), open = text.find_first_of("({", text.find("new") == std::string_view::npos ? 0 : 3);
  const bool array = bracket != std::string_view::npos && (bracket < open || !placement.empty()) && !rest.empty();
  for (CXCursor argument : placement) Expression(argument);
  ValueDraft draft = Draft(ValueKind::New, expression);
  std::vector<Value> values;
  for (CXCursor part : rest) values.push_back(Expression(part));
  if (array) {
    draft.flags |= facts::kIsArray;
    // The facts have the initialiser first, then the size.
    if (values.size() >= 2) draft.operands.push_back(values.back());
    if (!values.empty()) draft.operands.push_back(values.front());
  } else if (!values.empty()) {
    draft.operands.push_back(values.back());
  }
  return graph_.AddValue(draft);
}

uint32_t FunctionWalker::Delete(CXCursor expression) {
  const std::vector<CXCursor> parts = Expressions(expression);
  if (parts.empty()) return Make(ValueKind::Unknown, expression);
  OpDraft op = Operation(OpKind::Delete, expression, Expression(parts[0]));
  const std::string_view text = Text(expression);
  const size_t bracket = text.find('[');
  if (bracket != std::string_view::npos && bracket < static_cast<size_t>(BeginOffset(parts[0]) - BeginOffset(expression)))
    op.flags |= facts::kDeleteArray;
  graph_.Emit(std::move(op));
  return Implicit(ValueKind::Unknown, expression);
}

// _Generic: the selected branch has the type of the whole.
uint32_t FunctionWalker::Generic(CXCursor expression) {
  const std::vector<CXCursor> parts = Expressions(expression);
  const CXType type = clang_getCursorType(expression);
  for (size_t i = 1; i < parts.size(); ++i)
    if (clang_equalTypes(clang_getCursorType(parts[i]), type)) return Expression(parts[i]);
  return parts.size() > 1 ? Expression(parts.back()) : Make(ValueKind::Unknown, expression);
}

uint32_t FunctionWalker::StatementExpression(CXCursor expression) {
  const CXCursor body = FirstChild(expression, CXCursor_CompoundStmt);
  if (IsNull(body)) return Make(ValueKind::Unknown, expression);
  const CXSourceRange extent = clang_getCursorExtent(body);
  graph_.OpenScope(unit_.tables.files.At(clang_getRangeStart(extent)), unit_.tables.files.At(clang_getRangeEnd(extent)));
  const std::vector<CXCursor> statements = Children(body);
  Value value = kNone;
  for (size_t i = 0; i < statements.size(); ++i) {
    if (i + 1 == statements.size() && IsExpression(statements[i])) {
      value = Expression(statements[i]);
    } else {
      Statement(statements[i]);
    }
  }
  graph_.CloseScope();
  return value == kNone ? Make(ValueKind::Unknown, expression) : value;
}

}  // namespace backlint
