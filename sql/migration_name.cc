#include "sql/migration_name.h"

#include <algorithm>

#include "sql/name_comparison.h"

namespace backlint::sql {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

std::string_view FileOf(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::string_view FolderOf(std::string_view path) {
  const size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

bool TakeEnding(std::string_view& name, std::string_view ending) {
  if (name.size() < ending.size() || !SameName(name.substr(name.size() - ending.size()), ending)) return false;
  name.remove_suffix(ending.size());
  return true;
}

// The digits of a version with the marks between them.
std::string_view LeadingVersion(std::string_view stem) {
  size_t end = 0;
  for (size_t i = 0; i < stem.size(); ++i) {
    if (IsDigit(stem[i])) {
      end = i + 1;
    } else if (i == 0 || (stem[i] != '.' && stem[i] != '_' && stem[i] != '-') || !IsDigit(stem[i - 1])) {
      break;
    }
  }
  return stem.substr(0, end);
}

bool Named(std::string_view stem, std::initializer_list<std::string_view> names) {
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) { return SameName(stem, name); });
}

}  // namespace

MigrationName ReadMigrationName(std::string_view path) {
  MigrationName name;
  name.folder = FolderOf(path);
  name.stem = FileOf(path);
  name.plan = name.stem.ends_with(".plan");
  name.sql = TakeEnding(name.stem, ".sql");
  if (!name.sql) return name;
  const std::string_view parent = FileOf(FolderOf(path));
  if (Named(name.stem, {"up", "down"}) && !parent.empty()) {
    name.down = SameName(name.stem, "down");
    name.up = !name.down;
    name.stem = parent;
    name.folder = FolderOf(FolderOf(path));
  } else {
    name.up = TakeEnding(name.stem, ".up") || TakeEnding(name.stem, "_up");
    name.down =
        !name.up && (TakeEnding(name.stem, ".down") || TakeEnding(name.stem, "_down") || TakeEnding(name.stem, "_rollback") ||
                     TakeEnding(name.stem, ".rollback") || TakeEnding(name.stem, ".undo"));
  }
  const bool double_mark = name.stem.find("__") != std::string_view::npos;
  const char first = name.stem.empty() ? '\0' : name.stem[0];
  if (double_mark && first == 'R' && name.stem.substr(1).starts_with("__")) {
    name.repeatable = true;
  } else if (double_mark && name.stem.size() > 1 && IsDigit(name.stem[1]) && (first == 'V' || first == 'U' || first == 'B')) {
    name.lettered = true;
    name.down = first == 'U';
    name.baseline = first == 'B';
    name.version = name.stem.substr(1, name.stem.find("__") - 1);
  } else {
    name.version = LeadingVersion(name.stem);
  }
  name.down |= Named(parent, {"revert", "rollback", "down", "undo"});
  name.check = Named(parent, {"verify", "test", "tests"});
  name.snapshot = Named(name.stem, {"schema", "structure", "dump", "full", "create", "create_tables", "init"});
  return name;
}

bool NaturallyBefore(std::string_view a, std::string_view b) {
  size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    if (IsDigit(a[i]) && IsDigit(b[j])) {
      const auto number = [](std::string_view text, size_t& at) {
        while (at < text.size() && text[at] == '0') ++at;
        const size_t first = at;
        while (at < text.size() && IsDigit(text[at])) ++at;
        return text.substr(first, at - first);
      };
      const std::string_view x = number(a, i), y = number(b, j);
      if (x.size() != y.size()) return x.size() < y.size();
      if (x != y) return x < y;
    } else {
      // The marks between the parts of a version are all alike.
      const auto rank = [](char c) { return c == '.' || c == '-' || c == '_' ? '_' : LowerCase(c); };
      if (rank(a[i]) != rank(b[j])) return rank(a[i]) < rank(b[j]);
      ++i;
      ++j;
    }
  }
  if (i == a.size() && j == b.size()) return a < b;
  return i == a.size() && j < b.size();
}

}  // namespace backlint::sql
