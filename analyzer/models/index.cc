#include "models/index.h"

#include "core/digest.h"

namespace backlint {
namespace {

void Add(DigestBuilder& digest, const CallRow& row) {
  digest.Add(row.function);
  for (const int number : {static_cast<int>(row.role), row.sql, row.name, row.value, row.to, row.format, row.size, row.separator,
                           row.at, row.values.first, row.values.last, row.binds.first, row.binds.last,
                           static_cast<int>(row.language), static_cast<int>(row.escapes), int{row.quotes}, int{row.list},
                           int{row.append}, int{row.front}, static_cast<int>(row.source), static_cast<int>(row.dialect),
                           row.arguments}) {
    digest.Add(std::to_string(number));
  }
}

void Add(DigestBuilder& digest, const TypeRow& row) {
  digest.Add(row.type).Add(Name(row.role)).Add(Name(row.source));
  digest.Add(row.begin).Add(row.commit).Add(row.rollback).Add(row.destructor);
}

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

void Models::Index::Add(const Library& library) {
  std::unordered_map<std::string_view, std::vector<const CallRow*>> rows;
  for (const CallRow& row : library.calls) rows[row.function].push_back(&row);
  for (auto& [name, list] : rows) calls.insert_or_assign(name, std::move(list));
  for (const TypeRow& row : library.types) types.insert_or_assign(row.type, &row);
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

std::string Models::Digest() const {
  DigestBuilder digest;
  for (const auto& library : libraries_) {
    digest.Add(library->name).Add(Name(library->dialect)).Add(library->parameterised).Add(library->parameterised_note);
    digest.Add(std::to_string(library->headers.size()));
    for (const std::string& header : library->headers) digest.Add(header);
    digest.Add(std::to_string(library->calls.size()));
    for (const CallRow& row : library->calls) backlint::Add(digest, row);
    digest.Add(std::to_string(library->types.size()));
    for (const TypeRow& row : library->types) backlint::Add(digest, row);
  }
  return digest.Finish();
}

}  // namespace backlint
