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

// libclang names the written captures, but not `this`, nor what a default captures; of an initialiser it shows only the parts. So
// names come from the tree, `this` and the default from the text, and the rest when the body first uses it.
void FunctionWalker::WalkCaptures(CXCursor lambda) {
  std::vector<CXCursor> names;
  for (CXCursor child : Children(lambda))
    if (Kind(child) == CXCursor_VariableRef) names.push_back(child);
  size_t next = 0;
  for (const std::string& written : CaptureList(Text(lambda))) {
    if (written == "=") {
      capture_by_reference_ = false;
    } else if (written == "this" || written == "*this") {
      CaptureThis(lambda, written == "this");
    } else if (written != "&" && next < names.size()) {
      CaptureNamed(names[next++]);
    }
  }
  while (next < names.size()) CaptureNamed(names[next++]);
}

void FunctionWalker::CaptureNamed(CXCursor reference) {
  const CXCursor variable = clang_getCursorReferenced(reference);
  if (IsNull(variable)) return;
  const bool by_reference = LastNonBlank(unit_.tables.files.TextBefore(clang_getCursorExtent(reference))) == '&';
  // An initialised capture declares its variable where it is named.
  const bool declares = clang_equalLocations(clang_getCursorLocation(variable), clang_getCursorLocation(reference)) != 0;
  const CXCursor initializer = declares ? clang_Cursor_getVarDeclInitializer(variable) : clang_getNullCursor();
  const Value outside = IsNull(initializer) ? outer_->Variable(variable, reference) : outer_->Expression(initializer);
  const std::string name = Spelling(variable);
  const uint32_t capture = graph_.AddCapture(unit_.tables.strings.Add(name), unit_.tables.types.Add(clang_getCursorType(variable)),
                                             by_reference, outside);
  variables_[variable] = {ValueKind::Capture, capture};
  names_[name].push_back(variable);
}

void FunctionWalker::CaptureThis(CXCursor at, bool by_reference) {
  if (!closure_ || this_captured_) return;
  this_captured_ = true;
  outer_->CaptureThis(at, true);
  ValueDraft self;
  self.kind = ValueKind::This;
  self.flags = facts::kImplicit;
  self.location = At(at);
  graph_.AddCapture(unit_.tables.strings.Add("this"), kNone, by_reference, outer_->graph_.AddValue(self));
}

uint32_t FunctionWalker::This(CXCursor at, bool implicit) {
  CaptureThis(at, true);
  return implicit ? Implicit(ValueKind::This, at) : Make(ValueKind::This, at);
}

}  // namespace backlint
