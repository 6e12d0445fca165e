#include <algorithm>

#include "extract/missing_names.h"
#include "extract/unit_tables.h"

namespace backlint {
namespace {

using facts::TypeKind;

constexpr int kMaxDepth = 64;
constexpr uint32_t kMostNames = 2000;

TypeKind KindOfType(CXType type) {
  switch (type.kind) {
    case CXType_Void: return TypeKind::Void;
    case CXType_Bool: return TypeKind::Bool;
    case CXType_Char_U: case CXType_UChar: case CXType_Char_S: case CXType_SChar: case CXType_WChar: case CXType_Char16: case CXType_Char32:
      return TypeKind::Char;
    case CXType_UShort: case CXType_UInt: case CXType_ULong: case CXType_ULongLong: case CXType_UInt128:
    case CXType_Short: case CXType_Int: case CXType_Long: case CXType_LongLong: case CXType_Int128:
      return TypeKind::Integer;
    case CXType_Float: case CXType_Double: case CXType_LongDouble: case CXType_Float128: case CXType_Half: case CXType_Float16:
    case CXType_BFloat16: case CXType_Ibm128: case CXType_Complex:
      return TypeKind::Float;
    case CXType_NullPtr: return TypeKind::Nullptr;
    case CXType_Enum: return TypeKind::Enum;
    case CXType_Pointer: case CXType_MemberPointer: case CXType_BlockPointer: return TypeKind::Pointer;
    case CXType_LValueReference: return TypeKind::Reference;
    case CXType_RValueReference: return TypeKind::RvalueReference;
    case CXType_ConstantArray: case CXType_IncompleteArray: case CXType_VariableArray: case CXType_DependentSizedArray:
      return TypeKind::Array;
    case CXType_Record: return TypeKind::Record;
    case CXType_FunctionNoProto: case CXType_FunctionProto: return TypeKind::Function;
    case CXType_Dependent: case CXType_Overload: return TypeKind::Dependent;
    case CXType_Auto: return TypeKind::Auto;
    default: return TypeKind::Unknown;
  }
}

void Erase(std::string& text, std::string_view part) {
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at)) text.erase(at, part.size());
}

}  // namespace

// Clang leaves inline namespaces out where that is not ambiguous; the well-known rest is removed here.
std::string TypeTable::CleanSpelling(CXType type) const {
  if (const auto names = name_counts_.find(type); names != name_counts_.end() && names->second >= kMostNames)
    return Spelling(clang_getTypeDeclaration(type)) + "<...>";
  std::string text = ToString(clang_getTypeSpelling(type));
  for (std::string_view part : {"__cxx11::", "__1::", "_V2::"}) Erase(text, part);
  if (text.find("(lambda at ") != std::string::npos || text.find(" at /") != std::string::npos) {
    // Places inside of names: keep the position, drop the folder, which differs between machines.
    for (size_t at = text.find(" at "); at != std::string::npos; at = text.find(" at ", at + 4)) {
      const size_t end = text.find(')', at), slash = text.rfind('/', end);
      if (end != std::string::npos && slash != std::string::npos && slash > at) text.erase(at + 4, slash - at - 3);
    }
  }
  return text;
}

uint32_t TypeTable::CountNames(CXType type, int depth) {
  type = clang_getCanonicalType(type);
  if (type.kind == CXType_Invalid) return 1;
  if (auto found = name_counts_.find(type); found != name_counts_.end()) return found->second;
  if (depth >= kMaxDepth) return kMostNames;
  uint32_t count = 1;
  const auto add = [&](CXType part) { count = std::min(kMostNames, count + (part.kind == CXType_Invalid ? 0 : CountNames(part, depth + 1))); };
  add(clang_getPointeeType(type));
  add(clang_getArrayElementType(type));
  add(clang_getResultType(type));
  for (int i = 0, n = clang_getNumArgTypes(type); i < n; ++i) add(clang_getArgType(type, static_cast<unsigned>(i)));
  for (int i = 0, n = clang_Type_getNumTemplateArguments(type); i < n; ++i) add(clang_Type_getTemplateArgumentAsType(type, static_cast<unsigned>(i)));
  const CXCursor around = clang_getCursorSemanticParent(clang_getTypeDeclaration(type));
  if (IsClassKind(Kind(around))) add(clang_getCursorType(around));
  name_counts_.emplace(type, count);
  return count;
}

uint32_t TypeTable::Add(CXType type) {
  if (type.kind == CXType_Invalid) return kNone;
  if (auto found = index_.find(type); found != index_.end()) return found->second;
  if (depth_ >= kMaxDepth) return kNone;
  ++depth_;
  const CXType canonical = clang_getCanonicalType(type);
  uint32_t index;
  if (auto found = index_.find(canonical); found != index_.end()) {
    index = found->second;
  } else {
    index = AddCanonical(canonical);
  }
  index_.emplace(type, index);
  --depth_;
  return index;
}

uint32_t TypeTable::AddCanonical(CXType type) {
  const uint32_t index = static_cast<uint32_t>(rows_.size());
  rows_.emplace_back();               // reserved first: a type can contain itself through its arguments
  index_.emplace(type, index);

  TypeKind kind = KindOfType(type);
  uint32_t pointee = kNone, record = kNone, name = 0, first = 0;
  int64_t size = -1;
  std::vector<uint32_t> arguments;
  const CXCursor declaration = clang_getTypeDeclaration(type);
  const bool declared = IsClassKind(Kind(declaration)) || Kind(declaration) == CXCursor_EnumDecl;
  if (kind == TypeKind::Pointer || kind == TypeKind::Reference || kind == TypeKind::RvalueReference) {
    pointee = Add(clang_getPointeeType(type));
  } else if (kind == TypeKind::Array) {
    pointee = Add(clang_getArrayElementType(type));
    if (type.kind == CXType_ConstantArray) size = clang_getArraySize(type);
  } else if (kind == TypeKind::Function) {
    pointee = Add(clang_getResultType(type));
  } else if (declared && tables_.files.MadeUp(clang_getCursorLocation(declaration)) && Spelling(declaration) == MissingNames::kUnknown) {
    rows_[index] = facts::Type(TypeKind::Unknown, clang_isConstQualifiedType(type) != 0, tables_.strings.Add("unknown"), 0, kNone, kNone, 0, 0, -1);
    return index;
  } else if (declared) {
    if (kind == TypeKind::Unknown) kind = TypeKind::Record;        // `Name<T>` inside a template
    record = tables_.symbols.Add(declaration);
    name = tables_.strings.Add(tables_.symbols.Qualified(declaration));
    for (int i = 0, n = clang_Type_getNumTemplateArguments(type); i < n; ++i)
      arguments.push_back(Add(clang_Type_getTemplateArgumentAsType(type, static_cast<unsigned>(i))));
    first = AddList(arguments);
  } else if (kind == TypeKind::Unknown && type.kind == CXType_Unexposed) {
    kind = TypeKind::Dependent;
  }
  CountNames(type, 0);
  rows_[index] = facts::Type(kind, clang_isConstQualifiedType(type) != 0, tables_.strings.Add(CleanSpelling(type)), name, pointee, record,
                             first, static_cast<uint32_t>(arguments.size()), size);
  return index;
}

uint32_t TypeTable::AddNamed(const std::string& name) {
  auto [place, fresh] = named_.try_emplace(name, static_cast<uint32_t>(rows_.size()));
  if (fresh) {
    const uint32_t text = tables_.strings.Add(name);
    rows_.emplace_back(TypeKind::Record, false, text, text, kNone, kNone, 0, 0, -1);
  }
  return place->second;
}

uint32_t TypeTable::AddList(const std::vector<uint32_t>& types) {
  const uint32_t first = static_cast<uint32_t>(lists_.size());
  lists_.insert(lists_.end(), types.begin(), types.end());
  return first;
}

}  // namespace backlint
