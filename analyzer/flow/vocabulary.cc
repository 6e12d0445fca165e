#include "flow/vocabulary.h"

#include <algorithm>

#include "flow/unknown_method.h"

namespace backlint::flow {

using facts::TypeKind;

TypeClass Vocabulary::Classify(uint32_t unit, uint32_t index) const {
  for (int depth = 0; index != kNone && depth < 8; ++depth) {
    const facts::Type* type = program_.unit(unit).types()->Get(index);
    switch (type->kind()) {
      case TypeKind::Bool: case TypeKind::Integer: case TypeKind::Float: case TypeKind::Enum: return TypeClass::kNumber;
      case TypeKind::Char: return TypeClass::kCharacter;
      case TypeKind::Reference: case TypeKind::RvalueReference: index = type->pointee(); continue;
      case TypeKind::Pointer: case TypeKind::Array: {
        if (type->pointee() == kNone) return TypeClass::kOther;
        const TypeClass pointee = Classify(unit, type->pointee());
        return pointee == TypeClass::kCharacter || pointee == TypeClass::kText ? TypeClass::kText : TypeClass::kOther;
      }
      case TypeKind::Record: {
        const TypeRow* row = TypeRowOf(unit, index);
        if (row == nullptr) return TypeClass::kOther;
        if (row->role == TypeRole::kNumber) return TypeClass::kNumber;
        return row->role == TypeRole::kText || row->role == TypeRole::kStream ? TypeClass::kText : TypeClass::kOther;
      }
      default: return TypeClass::kOther;
    }
  }
  return TypeClass::kOther;
}

bool Vocabulary::IsNumber(uint32_t unit, uint32_t type) const { return Classify(unit, type) == TypeClass::kNumber; }

bool Vocabulary::IsOutput(uint32_t unit, uint32_t index) const {
  if (index == kNone) return false;
  const facts::Type* type = program_.unit(unit).types()->Get(index);
  if (type->kind() != TypeKind::Pointer && type->kind() != TypeKind::Reference && type->kind() != TypeKind::Array) return false;
  if (type->pointee() == kNone) return false;
  const facts::Type* target = program_.unit(unit).types()->Get(type->pointee());
  if (target->is_const()) return false;
  if (target->kind() == TypeKind::Array && target->pointee() != kNone) return !program_.unit(unit).types()->Get(target->pointee())->is_const();
  return true;
}

const TypeRow* Vocabulary::TypeRowOf(uint32_t unit, uint32_t index) const {
  for (int depth = 0; index != kNone && depth < 8; ++depth) {
    const facts::Type* type = program_.unit(unit).types()->Get(index);
    if (type->kind() == TypeKind::Record) {
      if (const TypeRow* row = models_.FindType(facts::Text(program_.unit(unit), type->name()))) return row;
      for (SymbolId base : program_.WithBases(program_.Symbol(unit, type->record())))
        if (const TypeRow* row = models_.FindType(program_.symbols()[base].qualified)) return row;
      return nullptr;
    }
    index = type->pointee();
  }
  return nullptr;
}

void Vocabulary::AddRows(std::string_view qualified, std::vector<const CallRow*>* rows) const {
  if (!rows->empty()) return;
  auto found = models_.FindCalls(qualified);
  rows->assign(found.begin(), found.end());
}

const std::vector<const CallRow*>& Vocabulary::RowsOfSymbol(SymbolId id) const {
  auto [entry, added] = rows_.try_emplace(id);
  if (!added) return entry->second;
  std::vector<const CallRow*> rows;
  const ProgramSymbol& symbol = program_.symbols()[id];
  if (!IsUnknownMethod(symbol)) AddRows(symbol.qualified, &rows);
  std::vector<SymbolId> names = {id};
  for (size_t i = 0; rows.empty() && i < names.size() && i < 64; ++i)
    for (SymbolId overridden : program_.symbols()[names[i]].overridden) {
      AddRows(program_.symbols()[overridden].qualified, &rows);
      names.push_back(overridden);
    }
  const bool constructor = symbol.kind == facts::SymbolKind::Constructor || symbol.kind == facts::SymbolKind::Destructor;
  if (rows.empty() && symbol.parent != kNone && !constructor)
    for (SymbolId base : program_.WithBases(symbol.parent))
      AddRows(std::string(program_.symbols()[base].qualified) + "::" + std::string(symbol.name), &rows);
  // An inherited constructor is written under the derived name only.
  if (rows.empty() && symbol.kind == facts::SymbolKind::Constructor && symbol.parent != kNone && symbol.definitions.empty() &&
      (symbol.flags & facts::kInProject) != 0)
    for (SymbolId base : program_.symbols()[symbol.parent].bases)
      AddRows(std::string(program_.symbols()[base].qualified) + "::" + std::string(program_.symbols()[base].name), &rows);
  return rows_[id] = std::move(rows);
}

std::vector<const CallRow*> Vocabulary::RowsOf(FunctionId caller, uint32_t index) const {
  const ProgramFunction& function = program_.functions()[caller];
  const facts::Value& value = *function.facts->values()->Get(index);
  const SymbolId callee = program_.SymbolOf(caller, value);
  std::vector<const CallRow*> rows;
  for (const Callable& called : program_.Callees(caller, index))
    if (called.symbol != kNone && rows.empty()) rows = RowsOfSymbol(called.symbol);
  if (rows.empty() && callee != kNone) rows = RowsOfSymbol(callee);
  // A function object of a library is known by its own name.
  auto called = facts::Operands(*function.facts, value);
  if (rows.empty() && (value.flags() & (facts::kHasReceiver | facts::kHasCallee)) != 0 && !called.empty() && called[0] != kNone)
    if (const facts::Value& object = *function.facts->values()->Get(called[0]); object.kind() == facts::ValueKind::Global)
      if (const SymbolId symbol = program_.SymbolOf(caller, object); symbol != kNone && callee != kNone && program_.symbols()[callee].name == "operator()")
        AddRows(program_.symbols()[symbol].qualified, &rows);
  if (rows.empty() && value.kind() == facts::ValueKind::Construct && value.type() != kNone) {
    const facts::UnitFacts& unit = program_.unit(function.unit);
    const std::string name(facts::Text(unit, unit.types()->Get(value.type())->name()));
    const size_t colon = name.rfind("::");
    if (!name.empty()) AddRows(name + "::" + (colon == std::string::npos ? name : name.substr(colon + 2)), &rows);
  }
  if (rows.empty() && callee != kNone && (value.flags() & facts::kHasReceiver) != 0) {
    auto operands = facts::Operands(*function.facts, value);
    if (!operands.empty() && operands[0] != kNone) {
      const facts::UnitFacts& unit = program_.unit(function.unit);
      uint32_t type = function.facts->values()->Get(operands[0])->type();
      for (int depth = 0; type != kNone && depth < 4; ++depth) {
        const facts::Type* t = unit.types()->Get(type);
        if (t->kind() == TypeKind::Record) {
          AddRows(std::string(facts::Text(unit, t->name())) + "::" + std::string(program_.symbols()[callee].name), &rows);
          for (SymbolId base : program_.WithBases(program_.Symbol(function.unit, t->record())))
            AddRows(std::string(program_.symbols()[base].qualified) + "::" + std::string(program_.symbols()[callee].name), &rows);
          break;
        }
        type = t->pointee();
      }
    }
  }
  int written = 0;
  for (uint32_t argument : facts::Arguments(*function.facts, value))
    if (argument == kNone || (function.facts->values()->Get(argument)->flags() & facts::kImplicit) == 0) ++written;
  std::erase_if(rows, [&](const CallRow* row) { return row->arguments != kAbsent && row->arguments != written; });
  return rows;
}

}  // namespace backlint::flow
