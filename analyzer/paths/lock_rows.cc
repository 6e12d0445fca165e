#include "paths/lock_rows.h"

#include <algorithm>

#include "paths/callee_names.h"

namespace backlint::paths {

using facts::TypeKind;

std::vector<const LockRow*> LockRows::OfCall(FunctionId caller, uint32_t call) const {
  const Program& program = vocabulary_.program();
  const facts::Function& f = *program.functions()[caller].facts;
  std::vector<const LockRow*> rows;
  for (const std::string& name : CalleeNames(program, caller, call)) {
    auto found = vocabulary_.models().FindLocks(name);
    rows.assign(found.begin(), found.end());
    std::erase_if(rows, [](const LockRow* row) { return IsTypeRole(row->role); });
    if (!rows.empty()) break;
  }
  if (rows.empty()) return rows;
  int written = 0;
  for (const uint32_t argument : facts::Arguments(f, *f.values()->Get(call)))
    if (argument == kNone || (f.values()->Get(argument)->flags() & facts::kImplicit) == 0) ++written;
  std::erase_if(rows, [&](const LockRow* row) { return row->arguments != kAbsent && row->arguments != written; });
  return rows;
}

const LockRow* LockRows::OfType(uint32_t unit, uint32_t index) const {
  const facts::UnitFacts& facts = vocabulary_.program().unit(unit);
  for (int depth = 0; index != kNone && depth < 4; ++depth) {
    const facts::Type* type = facts.types()->Get(index);
    if (type->kind() == TypeKind::Record) {
      for (const LockRow* row : vocabulary_.models().FindLocks(facts::Text(facts, type->name())))
        if (IsTypeRole(row->role)) return row;
      return nullptr;
    }
    index = type->pointee();
  }
  return nullptr;
}

std::vector<uint32_t> LockRows::Values(const facts::Function& function, uint32_t call, int first, int last) {
  const facts::Value& value = *function.values()->Get(call);
  auto operands = facts::Operands(function, value);
  auto arguments = facts::Arguments(function, value);
  const bool method = value.kind() == facts::ValueKind::Call && (value.flags() & facts::kHasReceiver) != 0 && !operands.empty();
  std::vector<uint32_t> values;
  if (first == kAbsent) first = last = method ? 0 : 1;
  for (int place = first; place <= last; ++place) {
    if (place > 0 && static_cast<size_t>(place) > arguments.size()) break;
    if (place == 0 && !method) continue;
    values.push_back(place == 0 ? operands[0] : arguments[place - 1]);
  }
  return values;
}

}  // namespace backlint::paths
