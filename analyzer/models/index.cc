#include "models/index.h"

#include <algorithm>
#include <string>

namespace backlint {
namespace {

// `C::operator basic_string_view<char, ...>`: template arguments are no part of a name, but front ends print them here.
std::string WithoutArguments(std::string_view name) {
  std::string plain;
  int depth = 0;
  for (const char c : name) {
    depth -= c == '>';
    if (depth == 0 && c != '>' && c != '<') plain += c;
    depth += c == '<';
  }
  return plain;
}

bool IsConversion(std::string_view name) { return name.find("operator ") != name.npos; }

}  // namespace

void NameList::Add(std::string_view pattern) {
  if (pattern.ends_with('*')) beginnings.push_back(pattern.substr(0, pattern.size() - 1));
  else whole.insert(pattern);
}

bool NameList::Contains(std::string_view name) const {
  if (whole.count(name) != 0) return true;
  return std::any_of(beginnings.begin(), beginnings.end(), [&](std::string_view beginning) { return name.starts_with(beginning); });
}

void Models::Index::Add(const Library& library) {
  std::unordered_map<std::string_view, std::vector<const CallRow*>> rows;
  for (const CallRow& row : library.calls) rows[row.function].push_back(&row);
  for (auto& [name, list] : rows) calls.insert_or_assign(name, std::move(list));
  for (const TypeRow& row : library.types) types.insert_or_assign(row.type, &row);
  std::unordered_map<std::string_view, std::vector<const EffectRow*>> fresh;
  for (const EffectRow& row : library.effects) fresh[row.function].push_back(&row);
  for (auto& [name, list] : fresh) effects.insert_or_assign(name, std::move(list));
  std::unordered_map<std::string_view, std::vector<const AsyncRow*>> launches;
  for (const AsyncRow& row : library.async) launches[row.name].push_back(&row);
  for (auto& [name, list] : launches) async.insert_or_assign(name, std::move(list));
  std::unordered_map<std::string_view, std::vector<const LockRow*>> takers;
  for (const LockRow& row : library.locks) takers[row.name].push_back(&row);
  for (auto& [name, list] : takers) locks.insert_or_assign(name, std::move(list));
  for (const ThrowRow& row : library.thrown)
    for (const std::string& name : row.functions) thrown[row.type].Add(name);
  for (const ExceptionRow& row : library.exceptions) exceptions.insert_or_assign(row.type, &row);
  for (const std::string& name : library.borrows) borrows.Add(name);
  for (const std::string& name : library.throws) throws.Add(name);
}

std::span<const CallRow* const> Models::FindCalls(std::string_view qualified) const {
  if (IsConversion(qualified) && qualified.find('<') != qualified.npos) return FindCalls(WithoutArguments(qualified));
  const auto found = index_->calls.find(qualified);
  if (found == index_->calls.end()) return {};
  return found->second;
}

const TypeRow* Models::FindType(std::string_view qualified) const {
  const auto found = index_->types.find(qualified);
  return found == index_->types.end() ? nullptr : found->second;
}

std::span<const EffectRow* const> Models::FindEffects(std::string_view qualified) const {
  const auto found = index_->effects.find(qualified);
  if (found == index_->effects.end()) return {};
  return found->second;
}

bool Models::Borrows(std::string_view qualified) const { return index_->borrows.Contains(qualified); }
std::span<const AsyncRow* const> Models::FindAsync(std::string_view qualified) const {
  const auto found = index_->async.find(qualified);
  if (found == index_->async.end()) return {};
  return found->second;
}

std::span<const LockRow* const> Models::FindLocks(std::string_view qualified) const {
  const auto found = index_->locks.find(qualified);
  if (found == index_->locks.end()) return {};
  return found->second;
}

std::vector<std::string_view> Models::ThrownBy(std::string_view qualified) const {
  std::vector<std::string_view> types;
  for (const auto& [type, functions] : index_->thrown)
    if (functions.Contains(qualified)) types.push_back(type);
  std::sort(types.begin(), types.end());
  if (types.empty() && index_->throws.Contains(qualified)) types.push_back("std::exception");
  return types;
}

std::span<const std::string> Models::BasesOf(std::string_view exception) const {
  const auto found = index_->exceptions.find(exception);
  if (found == index_->exceptions.end()) return {};
  return found->second->bases;
}

}  // namespace backlint
