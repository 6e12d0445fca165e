#include <algorithm>
#include <cctype>

#include "extract/missing_names.h"
#include "extract/unit_tables.h"

namespace backlint {
namespace {

using facts::SymbolKind;

SymbolKind KindOfDeclaration(CXCursor declaration) {
  switch (FunctionKind(declaration)) {
    case CXCursor_FunctionDecl: return SymbolKind::Function;
    case CXCursor_CXXMethod: return SymbolKind::Method;
    case CXCursor_Constructor: return SymbolKind::Constructor;
    case CXCursor_Destructor: return SymbolKind::Destructor;
    case CXCursor_ConversionFunction: return SymbolKind::Conversion;
    case CXCursor_VarDecl: return SymbolKind::Variable;
    case CXCursor_FieldDecl: return SymbolKind::Field;
    case CXCursor_EnumConstantDecl: return SymbolKind::EnumConstant;
    case CXCursor_StructDecl: case CXCursor_ClassDecl: case CXCursor_UnionDecl: case CXCursor_ClassTemplate:
    case CXCursor_ClassTemplatePartialSpecialization:
      return SymbolKind::Class;
    case CXCursor_EnumDecl: return SymbolKind::Enum;
    case CXCursor_ParmDecl: return SymbolKind::Parameter;
    case CXCursor_Namespace: return SymbolKind::Namespace;
    default: return SymbolKind::Unknown;
  }
}

bool IsFunction(SymbolKind kind) {
  return kind == SymbolKind::Function || kind == SymbolKind::Method || kind == SymbolKind::Constructor || kind == SymbolKind::Destructor ||
         kind == SymbolKind::Conversion;
}

bool ContainsNoReturn(std::string_view text) {
  constexpr std::string_view kWord = "noreturn";
  return std::search(text.begin(), text.end(), kWord.begin(), kWord.end(),
                     [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; }) != text.end();
}

// `Name<int>` of constructors and conversions: the arguments are no part of a name.
std::string WithoutArguments(std::string name) {
  if (name.rfind("operator", 0) == 0) return name;
  if (const size_t at = name.find('<'); at != std::string::npos && at > 0) name.resize(at);
  return name;
}

// Classes without a name are named after the typedef or the place that clang prints; the place must not hold a folder.
std::string NameOf(CXCursor declaration) {
  if (Kind(declaration) == CXCursor_Namespace && clang_Cursor_isAnonymous(declaration)) return "(anonymous)";
  std::string name = Spelling(declaration);
  if (name.find(" at ") != std::string::npos && name.back() == ')') return "(anonymous)";
  return WithoutArguments(name.empty() ? "(anonymous)" : std::move(name));
}

}  // namespace

std::string SymbolTable::Prefix(CXCursor scope) {
  const CXCursorKind kind = Kind(scope);
  if (IsNull(scope) || clang_isInvalid(kind) || kind == CXCursor_TranslationUnit) return "";
  const CXCursor canonical = clang_getCanonicalCursor(scope);
  if (auto found = prefixes_.find(canonical); found != prefixes_.end()) return found->second;
  std::string prefix = Prefix(clang_getCursorSemanticParent(scope));
  const bool skipped = kind == CXCursor_LinkageSpec || kind == CXCursor_UnexposedDecl ||
                       (kind == CXCursor_Namespace && clang_Cursor_isInlineNamespace(scope)) ||
                       (IsClassKind(kind) && Spelling(scope) == MissingNames::kUnknown);
  if (!skipped) prefix += NameOf(scope) + "::";
  prefixes_.emplace(canonical, prefix);
  return prefix;
}

std::string SymbolTable::Qualified(CXCursor declaration) {
  const CXCursor pattern = Pattern(declaration);
  CXCursor parent = clang_getCursorSemanticParent(pattern);
  // Values of a plain enumeration belong to the scope around it.
  if (Kind(pattern) == CXCursor_EnumConstantDecl && !clang_EnumDecl_isScoped(parent)) parent = clang_getCursorSemanticParent(parent);
  return Prefix(parent) + NameOf(pattern);
}

uint32_t SymbolTable::Add(CXCursor declaration) {
  if (IsNull(declaration) || clang_isInvalid(Kind(declaration))) return kNone;
  if (auto found = index_.find(declaration); found != index_.end()) return found->second;
  const CXCursor canonical = clang_getCanonicalCursor(Pattern(declaration));
  if (auto found = index_.find(canonical); found != index_.end()) {
    index_.emplace(declaration, found->second);
    return found->second;
  }
  // Made-up declarations have no USR; a template and the class inside it have the same.
  const bool made_up = tables_.files.MadeUp(clang_getCursorLocation(canonical));
  const uint32_t usr = made_up ? 0 : tables_.strings.Add(ToString(clang_getCursorUSR(canonical)));
  const uint32_t index = static_cast<uint32_t>(rows_.size());
  if (usr != 0) {
    if (auto [place, fresh] = usrs_.emplace(usr, index); !fresh) {
      index_.emplace(canonical, place->second);
      index_.emplace(declaration, place->second);
      return place->second;
    }
  }
  rows_.emplace_back();
  rows_[index].usr = usr;
  if (made_up) rows_[index].flags |= facts::kDependent;
  index_.emplace(canonical, index);
  index_.emplace(declaration, index);
  Describe(canonical, rows_[index]);
  if (rows_[index].kind == SymbolKind::Class) tables_.classes.Add(canonical, index);
  return index;
}

void SymbolTable::Describe(CXCursor declaration, Row& row) {
  const SymbolKind kind = KindOfDeclaration(declaration);
  row.kind = kind;
  row.name = tables_.strings.Add(NameOf(declaration));
  row.qualified = tables_.strings.Add(Qualified(declaration));
  const CXSourceLocation location = clang_getCursorLocation(declaration);
  row.location = tables_.files.At(location);
  if (tables_.files.InProject(location)) row.flags |= facts::kInProject;
  if (clang_getCursorLinkage(declaration) == CXLinkage_Internal || clang_getCursorLinkage(declaration) == CXLinkage_NoLinkage)
    row.flags |= facts::kInternal;
  const CXCursor parent = clang_getCursorSemanticParent(declaration);
  const bool has_class = IsClassKind(Kind(parent)) && Spelling(parent) != MissingNames::kUnknown;
  if (has_class || Kind(parent) == CXCursor_EnumDecl) row.parent = Add(parent);

  if (IsFunction(kind)) {
    row.flags |= FunctionFlags(declaration, kind);
    const CXType type = clang_getCursorType(declaration);
    row.type = tables_.types.Add(clang_getResultType(type));
    std::vector<uint32_t> parameters;
    for (int i = 0, n = clang_getNumArgTypes(type); i < n; ++i)
      parameters.push_back(tables_.types.Add(clang_getArgType(type, static_cast<unsigned>(i))));
    row.first_parameter = tables_.types.AddList(parameters);
    row.parameter_count = static_cast<uint32_t>(parameters.size());
  } else if (kind == SymbolKind::EnumConstant) {
    row.number = clang_getEnumConstantDeclValue(declaration);
    row.type = tables_.types.Add(clang_getCursorType(declaration));
  } else if (kind != SymbolKind::Namespace) {
    row.type = tables_.types.Add(clang_getCursorType(declaration));
    if (kind == SymbolKind::Variable && clang_Cursor_getStorageClass(declaration) == CX_SC_Static) row.flags |= facts::kStatic;
  }
}

uint32_t SymbolTable::FunctionFlags(CXCursor declaration, SymbolKind kind) {
  uint32_t flags = 0;
  if (Kind(declaration) == CXCursor_FunctionTemplate || Kind(clang_getCursorSemanticParent(declaration)) == CXCursor_ClassTemplate)
    flags |= facts::kTemplate;
  if (clang_isFunctionTypeVariadic(clang_getCursorType(declaration))) flags |= facts::kVariadic;
  if (kind != SymbolKind::Function) {
    if (clang_CXXMethod_isVirtual(declaration)) flags |= facts::kVirtual;
    if (clang_CXXMethod_isPureVirtual(declaration)) flags |= facts::kPureVirtual;
    if (clang_CXXMethod_isStatic(declaration)) flags |= facts::kStatic;
    if (clang_CXXMethod_isConst(declaration)) flags |= facts::kConstMethod;
  }
  const int exceptions = clang_getCursorExceptionSpecificationType(declaration);
  if (exceptions == CXCursor_ExceptionSpecificationKind_BasicNoexcept || exceptions == CXCursor_ExceptionSpecificationKind_DynamicNone ||
      exceptions == CXCursor_ExceptionSpecificationKind_NoThrow)
    flags |= facts::kNoExcept;
  // GNU's form is a part of the type, the others are attributes.
  if (ToString(clang_getTypeSpelling(clang_getCursorType(declaration))).find("noreturn") != std::string::npos) flags |= facts::kNoReturn;
  if (clang_Cursor_hasAttrs(declaration)) {
    for (CXCursor child : Children(declaration))
      if (clang_isAttribute(Kind(child)) && ContainsNoReturn(tables_.files.TextOf(clang_getCursorExtent(child)))) flags |= facts::kNoReturn;
  }
  return flags;
}

uint32_t SymbolTable::AddName(const std::string& name, SymbolKind kind) {
  const std::string key = std::to_string(static_cast<int>(kind)) + name;
  auto [place, fresh] = names_.try_emplace(key, static_cast<uint32_t>(rows_.size()));
  if (fresh) {
    Row row;
    row.kind = kind;
    row.flags = facts::kDependent;
    row.qualified = tables_.strings.Add(name);
    const size_t at = name.rfind("::");
    row.name = tables_.strings.Add(at == std::string::npos ? name : name.substr(at + 2));
    row.location = facts::Location(kNone, 0, 0);
    rows_.push_back(row);
  }
  return place->second;
}

std::vector<facts::Symbol> SymbolTable::Take() const {
  std::vector<facts::Symbol> symbols;
  symbols.reserve(rows_.size());
  for (const Row& row : rows_)
    symbols.emplace_back(row.kind, row.flags, row.usr, row.name, row.qualified, row.type, row.parent, row.first_parameter,
                         row.parameter_count, row.number, row.location);
  return symbols;
}

}  // namespace backlint
