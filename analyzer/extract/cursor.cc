#include "extract/cursor.h"

namespace backlint {
namespace {

CXChildVisitResult Collect(CXCursor cursor, CXCursor, CXClientData data) {
  static_cast<std::vector<CXCursor>*>(data)->push_back(cursor);
  return CXChildVisit_Continue;
}

unsigned Offset(CXSourceLocation location) {
  unsigned offset = 0;
  clang_getFileLocation(location, nullptr, nullptr, nullptr, &offset);
  return offset;
}

}  // namespace

std::string ToString(CXString text) {
  const char* bytes = clang_getCString(text);
  std::string result = bytes ? bytes : "";
  clang_disposeString(text);
  return result;
}

std::vector<CXCursor> Children(CXCursor cursor) {
  std::vector<CXCursor> children;
  clang_visitChildren(cursor, Collect, &children);
  return children;
}

std::vector<CXCursor> Expressions(CXCursor cursor) {
  std::vector<CXCursor> children = Children(cursor);
  std::erase_if(children, [](CXCursor child) { return !IsExpression(child); });
  return children;
}

CXCursor FirstChild(CXCursor cursor, CXCursorKind kind) {
  for (CXCursor child : Children(cursor))
    if (Kind(child) == kind) return child;
  return clang_getNullCursor();
}

CXCursorKind FunctionKind(CXCursor cursor) {
  const CXCursorKind kind = Kind(cursor);
  return kind == CXCursor_FunctionTemplate ? clang_getTemplateCursorKind(cursor) : kind;
}

bool IsFunctionKind(CXCursorKind kind) {
  switch (kind) {
    case CXCursor_FunctionDecl:
    case CXCursor_CXXMethod:
    case CXCursor_Constructor:
    case CXCursor_Destructor:
    case CXCursor_ConversionFunction:
    case CXCursor_FunctionTemplate:
      return true;
    default:
      return false;
  }
}

bool IsClassKind(CXCursorKind kind) {
  switch (kind) {
    case CXCursor_StructDecl:
    case CXCursor_ClassDecl:
    case CXCursor_UnionDecl:
    case CXCursor_ClassTemplate:
    case CXCursor_ClassTemplatePartialSpecialization:
      return true;
    default:
      return false;
  }
}

CXCursor Pattern(CXCursor declaration) {
  const CXCursor pattern = clang_getSpecializedCursorTemplate(declaration);
  if (IsNull(pattern)) return declaration;
  // An instantiation sits where its template was written; a specialisation has a place of its own.
  if (!clang_equalLocations(clang_getCursorLocation(declaration), clang_getCursorLocation(pattern))) {
    CXCursor definition = clang_getCursorDefinition(pattern);
    if (IsNull(definition) || !clang_equalLocations(clang_getCursorLocation(declaration), clang_getCursorLocation(definition)))
      return declaration;
  }
  return pattern;
}

unsigned BeginOffset(CXCursor cursor) { return Offset(clang_getRangeStart(clang_getCursorExtent(cursor))); }
unsigned EndOffset(CXCursor cursor) { return Offset(clang_getRangeEnd(clang_getCursorExtent(cursor))); }

bool SameExtent(CXCursor a, CXCursor b) {
  return clang_equalRanges(clang_getCursorExtent(a), clang_getCursorExtent(b)) != 0;
}

bool HasExtent(CXCursor cursor) {
  CXFile file = nullptr;
  clang_getFileLocation(clang_getRangeStart(clang_getCursorExtent(cursor)), &file, nullptr, nullptr, nullptr);
  return file != nullptr;
}

}  // namespace backlint
