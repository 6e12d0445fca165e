#include <algorithm>

#include "extract/function_walker.h"
#include "extract/literal_text.h"
#include "extract/source_scan.h"

namespace backlint {

using facts::ValueKind;

uint32_t FunctionWalker::Number(CXCursor expression, int64_t number, uint16_t flags) {
  ValueDraft draft = Draft(ValueKind::Integer, expression);
  draft.number = number;
  draft.flags |= flags;
  return graph_.AddValue(draft);
}

uint32_t FunctionWalker::Literal(CXCursor expression) {
  const CXCursorKind kind = Kind(expression);
  if (kind == CXCursor_CXXNullPtrLiteralExpr || kind == CXCursor_GNUNullExpr) return Make(ValueKind::Null, expression);
  if (kind == CXCursor_FloatingLiteral || kind == CXCursor_ImaginaryLiteral || kind == CXCursor_FixedPointLiteral)
    return Make(ValueKind::Float, expression, {}, unit_.tables.strings.Add(Text(expression)));
  const bool size_of = kind == CXCursor_UnaryExpr || kind == CXCursor_SizeOfPackExpr;
  int64_t number = 0;
  bool known = false;
  if (kind == CXCursor_CXXBoolLiteralExpr && Text(expression) == "true") {
    number = 1;
    known = true;
  } else if (CXEvalResult result = clang_Cursor_Evaluate(expression)) {
    if (clang_EvalResult_getKind(result) == CXEval_Int) {
      number = clang_EvalResult_getAsLongLong(result);
      known = true;
    }
    clang_EvalResult_dispose(result);
  }
  if (size_of) {
    if (Text(expression).starts_with("noexcept")) return Make(ValueKind::Unknown, expression);
    ValueDraft draft = Draft(ValueKind::SizeOf, expression);
    draft.number = known ? number : 0;
    return graph_.AddValue(draft);
  }
  return Number(expression, number, 0);
}

uint32_t FunctionWalker::StringLiteral(CXCursor expression) {
  const facts::Location place = At(expression);
  // `#include "../secret"` in the middle of an expression: what is no part of the project is not shown in reports about it.
  if (place.file() != kNone && place.file() != begin_.file() && place.file() != lent_file_ && !unit_.tables.files.FileInProject(place.file())) {
    flags_ |= facts::kIncomplete;
    return Make(ValueKind::String, expression, {}, unit_.tables.strings.Add(""));
  }
  std::string text = UnescapeSpelling(Spelling(expression));
  if (text.size() > unit_.options.max_literal_bytes) {
    text.resize(unit_.options.max_literal_bytes);
    flags_ |= facts::kTruncated;
  }
  return Make(ValueKind::String, expression, {}, unit_.tables.strings.Add(text));
}

// Elements in order; designated ones at their field's place.
uint32_t FunctionWalker::InitializerList(CXCursor expression) {
  struct Fields {
    std::vector<CXCursor> list;
  } fields;
  std::vector<Value> values;
  constexpr size_t kMaxGap = 4096;       // `[1000000] = x` shall not cost a million values
  const auto put = [&](size_t place, Value value) {
    if (place > values.size() + kMaxGap) place = values.size();
    while (values.size() <= place) values.push_back(Implicit(ValueKind::Unknown, expression));
    values[place] = value;
  };
  for (CXCursor element : Expressions(expression)) {
    if (Kind(element) == CXCursor_UnexposedExpr && Text(element).starts_with('[')) {
      const std::vector<CXCursor> parts = Expressions(element);
      const Value index = parts.size() >= 2 ? Expression(parts[0]) : kNone;
      const Value value = Expression(element);
      const bool known = index != kNone && graph_.Value(index).kind() == ValueKind::Integer && graph_.Value(index).number() >= 0;
      put(known ? static_cast<size_t>(graph_.Value(index).number()) : values.size(), value);
      continue;
    }
    const CXCursor designator = Kind(element) == CXCursor_UnexposedExpr ? FirstChild(element, CXCursor_MemberRef) : clang_getNullCursor();
    const Value value = Expression(element);
    if (IsNull(designator)) {
      values.push_back(value);
      continue;
    }
    if (fields.list.empty()) {
      clang_Type_visitFields(
          clang_getCanonicalType(clang_getCursorType(clang_getCursorSemanticParent(clang_getCursorReferenced(designator)))),
          [](CXCursor field, CXClientData data) {
            static_cast<Fields*>(data)->list.push_back(field);
            return CXVisit_Continue;
          },
          &fields);
    }
    const CXCursor named = clang_getCursorReferenced(designator);
    const size_t place = static_cast<size_t>(
        std::find_if(fields.list.begin(), fields.list.end(), [&](CXCursor field) { return Same(field, named); }) - fields.list.begin());
    if (place == fields.list.size()) {
      values.push_back(value);
      continue;
    }
    put(place, value);
  }
  if (values.size() == 1) {
    // `T{value of T}` and `{value}` around one object of the same class are that object.
    const uint32_t type = unit_.tables.types.Add(clang_getCursorType(expression));
    const uint32_t held = graph_.Value(values[0]).type();
    if (type == held && unit_.tables.types.KindOf(type) == facts::TypeKind::Record) return values[0];
  }
  return Make(ValueKind::InitList, expression, std::move(values));
}

// Literals, their negatives, enumerators: what can be evaluated anywhere with the same result and no operation.
bool FunctionWalker::IsConstant(CXCursor expression) {
  switch (Kind(expression)) {
    case CXCursor_StringLiteral: case CXCursor_IntegerLiteral: case CXCursor_FloatingLiteral: case CXCursor_CharacterLiteral:
    case CXCursor_CXXBoolLiteralExpr: case CXCursor_CXXNullPtrLiteralExpr: case CXCursor_GNUNullExpr:
      return true;
    case CXCursor_DeclRefExpr: {
      const CXCursor declaration = clang_getCursorReferenced(expression);
      return !IsNull(declaration) && (Kind(declaration) == CXCursor_EnumConstantDecl || Kind(declaration) == CXCursor_FunctionDecl ||
                                      (Kind(declaration) == CXCursor_VarDecl && clang_Cursor_hasVarDeclGlobalStorage(declaration) == 1));
    }
    case CXCursor_InitListExpr:
      return Expressions(expression).empty();
    case CXCursor_UnexposedExpr: case CXCursor_ParenExpr: case CXCursor_CStyleCastExpr: case CXCursor_CXXStaticCastExpr:
    case CXCursor_UnaryOperator: {
      const std::vector<CXCursor> inner = Expressions(expression);
      return inner.size() == 1 && IsConstant(inner[0]);
    }
    case CXCursor_CallExpr: {            // an implicit conversion: `const std::string& text = "x"`
      const CXCursor constructor = clang_getCursorReferenced(expression);
      const int count = clang_Cursor_getNumArguments(expression);
      if (IsNull(constructor) || FunctionKind(constructor) != CXCursor_Constructor || count < 1) return false;
      return IsConstant(clang_Cursor_getArgument(expression, 0)) && SameExtent(expression, clang_Cursor_getArgument(expression, 0));
    }
    default:
      return false;
  }
}

// What a variable, field or parameter is initialised with, or the null cursor. Array sizes and bit widths are children too.
CXCursor FunctionWalker::Initializer(CXCursor variable) { return WrittenInitializer(variable, unit_.tables.files); }

}  // namespace backlint
