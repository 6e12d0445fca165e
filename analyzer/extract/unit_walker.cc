#include "extract/unit_walker.h"

#include "extract/function_walker.h"
#include "extract/literal_text.h"

namespace backlint {
namespace {

bool HasBody(CXCursor function) {
  bool body = false;
  clang_visitChildren(
      function,
      [](CXCursor child, CXCursor, CXClientData data) {
        const CXCursorKind kind = Kind(child);
        if (kind != CXCursor_CompoundStmt && kind != CXCursor_CXXTryStmt && kind != CXCursor_UnexposedStmt) return CXChildVisit_Continue;
        *static_cast<bool*>(data) = true;
        return CXChildVisit_Break;
      },
      &body);
  return body;
}

CXChildVisitResult Visit(CXCursor child, CXCursor, CXClientData data) {
  Unit& unit = *static_cast<Unit*>(data);
  if (unit.tables.files.InProject(clang_getCursorLocation(child))) WalkDeclaration(unit, child);
  return CXChildVisit_Continue;
}

void WalkClass(Unit& unit, CXCursor record) {
  if (!clang_isCursorDefinition(record) || !Same(Pattern(record), record)) return;
  unit.tables.symbols.Add(record);
  std::vector<std::pair<CXCursor, CXCursor>> initialized;
  for (CXCursor child : Children(record)) {
    if (Kind(child) == CXCursor_FieldDecl) {
      const CXCursor initializer = WrittenInitializer(child, unit.tables.files);
      if (!IsNull(initializer)) initialized.emplace_back(child, initializer);
    } else if (!clang_isAttribute(Kind(child)) && clang_isDeclaration(Kind(child))) {
      WalkDeclaration(unit, child);
    } else if (Kind(child) == CXCursor_FriendDecl) {
      for (CXCursor declared : Children(child)) WalkDeclaration(unit, declared);
    }
  }
  if (!initialized.empty()) FunctionWalker(unit, nullptr).WalkFields(record, initialized);
}

}  // namespace

void WalkDeclaration(Unit& unit, CXCursor declaration) {
  const CXCursorKind kind = Kind(declaration);
  if (IsFunctionKind(kind)) {
    // Instantiations are declarations of the unit as well; the template stands for all of them.
    if (clang_isCursorDefinition(declaration) && Same(Pattern(declaration), declaration) && HasBody(declaration)) FunctionWalker(unit, nullptr).WalkFunction(declaration);
    return;
  }
  if (IsClassKind(kind)) return WalkClass(unit, declaration);
  switch (kind) {
    case CXCursor_Namespace: case CXCursor_LinkageSpec: case CXCursor_UnexposedDecl:
      clang_visitChildren(declaration, Visit, &unit);
      break;
    case CXCursor_FriendDecl:
      for (CXCursor child : Children(declaration)) WalkDeclaration(unit, child);
      break;
    case CXCursor_VarDecl: {
      if (!Same(Pattern(declaration), declaration)) break;
      const CXCursor initializer = clang_Cursor_getVarDeclInitializer(declaration);
      if (!IsNull(initializer)) FunctionWalker(unit, nullptr).WalkVariable(declaration, initializer);
      break;
    }
    default:
      break;
  }
}

void WalkUnit(Unit& unit, CXTranslationUnit translation_unit) {
  clang_visitChildren(clang_getTranslationUnitCursor(translation_unit), Visit, &unit);
}

}  // namespace backlint
