#include "paths/exception_class.h"

#include <algorithm>

namespace backlint::paths {

using facts::TypeKind;

namespace {

constexpr std::string_view kRoot = "std::exception";
constexpr size_t kMostAncestors = 32;

std::string_view WithoutConst(std::string_view spelling) {
  while (spelling.starts_with("const ")) spelling.remove_prefix(6);
  return spelling;
}

}  // namespace

Thrown ExceptionClasses::Of(uint32_t unit, uint32_t index) const {
  const facts::UnitFacts& facts = program_.unit(unit);
  for (int depth = 0; index != kNone && depth < 4; ++depth) {
    const facts::Type* type = facts.types()->Get(index);
    if (type->kind() == TypeKind::Reference || type->kind() == TypeKind::RvalueReference) {
      index = type->pointee();
      continue;
    }
    // A literal decays to a pointer.
    if (type->kind() == TypeKind::Array) return {"const char *", kNone};
    if (type->kind() == TypeKind::Dependent || type->kind() == TypeKind::Auto || type->kind() == TypeKind::Unknown) return {};
    if (type->kind() == TypeKind::Pointer) return {facts::Text(facts, type->spelling()), kNone};
    if (type->kind() != TypeKind::Record) return {WithoutConst(facts::Text(facts, type->spelling())), kNone};
    return {facts::Text(facts, type->name()), program_.Symbol(unit, type->record())};
  }
  return {};
}

std::vector<std::string_view> ExceptionClasses::Ancestry(const Thrown& thrown) const {
  std::vector<std::string_view> all = {thrown.type};
  const auto add = [&](std::string_view name) {
    if (!name.empty() && all.size() < kMostAncestors && std::find(all.begin(), all.end(), name) == all.end()) all.push_back(name);
  };
  for (SymbolId base : program_.WithBases(thrown.symbol)) add(program_.symbols()[base].qualified);
  for (size_t i = 0; i < all.size(); ++i)
    for (const std::string& base : models_.BasesOf(all[i])) add(base);
  return all;
}

bool ExceptionClasses::IsA(const Thrown& thrown, std::string_view base) const {
  const std::vector<std::string_view> ancestry = Ancestry(thrown);
  return std::find(ancestry.begin(), ancestry.end(), base) != ancestry.end();
}

bool ExceptionClasses::IsComplete(const Thrown& thrown) const {
  if (thrown.symbol == kNone && models_.BasesOf(thrown.type).empty()) return thrown.type.find("::") == thrown.type.npos;
  if (IsA(thrown, kRoot)) return true;
  // A class of the project whose unit was read without errors tells all its bases.
  for (SymbolId base : program_.WithBases(thrown.symbol)) {
    const ProgramSymbol& symbol = program_.symbols()[base];
    if ((symbol.flags & facts::kInProject) == 0 || program_.unit(symbol.unit).state() != facts::UnitState::Clean) return false;
  }
  return thrown.symbol != kNone;
}

bool ExceptionClasses::Takes(uint32_t unit, const facts::Handler& handler, const Thrown& thrown) const {
  if (handler.catch_all()) return true;
  const Thrown caught = Of(unit, handler.type());
  if (caught.type.empty() || thrown.type.empty()) return true;
  if (IsA(thrown, caught.type) || (!thrown.exact && IsA(caught, thrown.type))) return true;
  return !IsComplete(thrown) && !(caught.symbol == kNone && caught.type.find("::") == caught.type.npos);
}

}  // namespace backlint::paths
