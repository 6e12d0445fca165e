#include "extract/unit_tables.h"

namespace backlint {

void ClassTable::Add(CXCursor declaration, uint32_t symbol) {
  CXCursor definition = clang_getCursorDefinition(declaration);
  if (IsNull(definition)) definition = declaration;
  if (!done_.emplace(symbol, true).second) return;
  auto row = std::make_unique<facts::ClassT>();
  row->symbol = symbol;
  const CXSourceLocation place = clang_getCursorLocation(definition);
  row->location = std::make_unique<facts::Location>(tables_.files.At(place));
  const bool in_project = tables_.files.InProject(place);
  if (in_project) row->flags |= facts::kClassInProject;
  const CXCursorKind kind = Kind(definition) == CXCursor_ClassTemplate ? clang_getTemplateCursorKind(definition) : Kind(definition);
  if (kind == CXCursor_UnionDecl) row->flags |= facts::kIsUnion;
  if (clang_CXXRecord_isAbstract(definition)) row->flags |= facts::kAbstract;
  facts::ClassT& facts = *row;
  rows_.push_back(std::move(row));

  // Bases come first among the children, so that external classes are left after a few of them.
  struct Walk {
    ClassTable* self;
    facts::ClassT* row;
    bool members;
  } walk{this, &facts, in_project};
  clang_visitChildren(
      definition,
      [](CXCursor child, CXCursor, CXClientData data) {
        Walk& w = *static_cast<Walk*>(data);
        const CXCursorKind child_kind = Kind(child);
        if (child_kind == CXCursor_CXXBaseSpecifier) {
          const CXCursor base = clang_getTypeDeclaration(clang_getCanonicalType(clang_getCursorType(child)));
          if (IsClassKind(Kind(base))) w.row->bases.push_back(w.self->tables_.symbols.Add(base));
          return CXChildVisit_Continue;
        }
        if (clang_isAttribute(child_kind) || IsReference(child) || child_kind == CXCursor_TemplateTypeParameter ||
            child_kind == CXCursor_NonTypeTemplateParameter || child_kind == CXCursor_TemplateTemplateParameter)
          return CXChildVisit_Continue;
        if (!w.members) return CXChildVisit_Break;
        w.self->AddMember(child, *w.row);
        return CXChildVisit_Continue;
      },
      &walk);
}

void ClassTable::AddMember(CXCursor member, facts::ClassT& row) {
  switch (FunctionKind(member)) {
    case CXCursor_FieldDecl:
      row.fields.push_back(tables_.symbols.Add(member));
      return;
    case CXCursor_Destructor:
      row.destructor = tables_.symbols.Add(member);
      if (!clang_CXXMethod_isDefaulted(member)) row.flags |= facts::kUserDestructor;
      break;
    case CXCursor_CXXMethod: case CXCursor_Constructor: case CXCursor_ConversionFunction:
      break;
    default:
      return;
  }
  const uint32_t symbol = tables_.symbols.Add(member);
  row.methods.push_back(symbol);
  CXCursor* overridden = nullptr;
  unsigned count = 0;
  clang_getOverriddenCursors(member, &overridden, &count);
  for (unsigned i = 0; i < count; ++i) overrides_.emplace_back(symbol, tables_.symbols.Add(overridden[i]));
  clang_disposeOverriddenCursors(overridden);
}

std::vector<std::unique_ptr<facts::ClassT>> ClassTable::TakeClasses() { return std::move(rows_); }

}  // namespace backlint
