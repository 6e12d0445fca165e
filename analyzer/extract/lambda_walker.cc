#include "extract/function_walker.h"
#include "extract/source_scan.h"

namespace backlint {

using facts::ValueKind;

uint32_t FunctionWalker::Lambda(CXCursor expression) {
  FunctionWalker inside(unit_, this);
  const uint32_t index = inside.WalkLambda(expression);
  return Make(ValueKind::Lambda, expression, {}, index);
}

uint32_t FunctionWalker::WalkLambda(CXCursor lambda) {
  closure_ = true;
  // The closure's operator() carries the name by which calls refer to the lambda.
  const CXCursor closure = clang_getTypeDeclaration(clang_getCanonicalType(clang_getCursorType(lambda)));
  for (CXCursor member : Children(closure)) {
    if (FunctionKind(member) != CXCursor_CXXMethod || Spelling(member) != "operator()") continue;
    symbol_ = unit_.tables.symbols.Add(member);
    unit_.tables.symbols.Mark(symbol_, facts::kDefined | facts::kInternal);
    break;
  }
  if (symbol_ == kNone) {
    // Some closures do not show their operator.
    symbol_ = unit_.tables.symbols.AddName("operator()", facts::SymbolKind::Method);
  }
  uint32_t flags = facts::kLambda;
  if (unit_.tables.symbols.Flags(symbol_) & facts::kNoExcept) flags |= facts::kFunctionNoExcept;
  const std::vector<CXCursor> children = Children(lambda);
  for (CXCursor child : children)
    if (Kind(child) == CXCursor_ParmDecl && ToString(clang_getTypeSpelling(clang_getCursorType(child))).find("auto") != std::string::npos) {
      flags |= facts::kFunctionTemplate;
      in_template_ = true;
    }
  Begin(lambda, flags);
  WalkCaptures(lambda);
  AddParameters(children);
  for (CXCursor child : children) {
    if (Kind(child) == CXCursor_CompoundStmt) {
      for (CXCursor statement : Children(child)) Statement(statement);
    } else if (Kind(child) == CXCursor_UnexposedStmt || Kind(child) == CXCursor_CXXTryStmt) {
      Statement(child);
    }
  }
  End(lambda);
  return index_;
}

// libclang shows the names of the written captures first, then one initialiser for every capture, written or not, in the
// order of the captures; `this` has an initialiser, but no name.
void FunctionWalker::WalkCaptures(CXCursor lambda) {
  std::vector<CXCursor> names, initializers;
  for (CXCursor child : Children(lambda)) {
    if (Kind(child) == CXCursor_VariableRef) names.push_back(child);
    if (IsExpression(child)) initializers.push_back(child);
  }
  size_t next = 0;
  for (CXCursor initializer : initializers) {
    CXCursor variable = clang_getNullCursor();
    const unsigned place = BeginOffset(initializer);
    bool by_reference = false;
    const bool named = next < names.size() && place >= BeginOffset(names[next]);
    if (named) {
      const CXCursor name = names[next++];
      variable = clang_getCursorReferenced(name);
      by_reference = LastNonBlank(unit_.tables.files.TextBefore(clang_getCursorExtent(name))) == '&';
    } else {
      CXCursor bare = initializer;
      for (std::vector<CXCursor> inner = Expressions(bare); Kind(bare) != CXCursor_DeclRefExpr && !inner.empty(); inner = Expressions(bare))
        bare = inner[0];
      if (Kind(bare) == CXCursor_DeclRefExpr) variable = clang_getCursorReferenced(bare);
      const std::string_view text = unit_.tables.files.TextFrom(clang_getCursorExtent(initializer));
      by_reference = IsNull(variable) ? text.starts_with("this") : text.starts_with("&");
    }
    const Value outside = outer_->Expression(initializer);
    const std::string name = IsNull(variable) ? "this" : Spelling(variable);
    const CXType type = clang_getCursorType(IsNull(variable) ? initializer : variable);
    const uint32_t capture = graph_.AddCapture(unit_.tables.strings.Add(name), unit_.tables.types.Add(type), by_reference, outside);
    if (!IsNull(variable)) {
      variables_[variable] = {ValueKind::Capture, capture};
      names_[name].push_back(variable);
    }
  }
}

}  // namespace backlint
