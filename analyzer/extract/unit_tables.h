// What one unit declares, interned: strings, files, types, symbols and classes. Types and symbols refer to each other, so they
// share one owner. Everything is added when it is first referenced, so that what nobody uses costs nothing.
#ifndef BACKLINT_EXTRACT_UNIT_TABLES_H_
#define BACKLINT_EXTRACT_UNIT_TABLES_H_

#include <clang-c/Index.h>

#include <deque>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/facts.h"
#include "extract/cursor.h"
#include "extract/file_table.h"
#include "extract/string_table.h"

namespace backlint {

struct UnitTables;

class TypeTable {
 public:
  explicit TypeTable(UnitTables& tables) : tables_(tables) {}

  uint32_t Add(CXType type);
  // A record that no declaration describes: only its name is known (recovered code).
  uint32_t AddNamed(const std::string& name);
  const facts::Type& At(uint32_t type) const { return rows_[type]; }
  facts::TypeKind KindOf(uint32_t type) const { return type == kNone ? facts::TypeKind::Unknown : rows_[type].kind(); }
  // A list of types, as a range of type_lists.
  uint32_t AddList(const std::vector<uint32_t>& types);
  std::vector<facts::Type> TakeRows() { return {rows_.begin(), rows_.end()}; }
  std::vector<uint32_t> TakeLists() { return std::move(lists_); }

 private:
  struct Hash {
    size_t operator()(const CXType& type) const { return std::hash<void*>()(type.data[0]); }
  };
  struct Equal {
    bool operator()(const CXType& a, const CXType& b) const { return clang_equalTypes(a, b) != 0; }
  };
  uint32_t AddCanonical(CXType type);
  std::string CleanSpelling(CXType type) const;
  // How many names its spelling has, at most kMostNames: `using B = P<A, A>;` doubles them with each line.
  uint32_t CountNames(CXType type, int depth);

  UnitTables& tables_;
  std::vector<facts::Type> rows_;
  std::vector<uint32_t> lists_;
  std::unordered_map<CXType, uint32_t, Hash, Equal> index_;
  std::unordered_map<CXType, uint32_t, Hash, Equal> name_counts_;
  std::unordered_map<std::string, uint32_t> named_;
  int depth_ = 0;
};

class SymbolTable {
 public:
  explicit SymbolTable(UnitTables& tables) : tables_(tables) {}

  uint32_t Add(CXCursor declaration);
  // A name without a declaration: dependent, or missing.
  uint32_t AddName(const std::string& name, facts::SymbolKind kind);
  void Mark(uint32_t symbol, uint32_t flags) { rows_[symbol].flags |= flags; }
  uint32_t Flags(uint32_t symbol) const { return symbol == kNone ? 0 : rows_[symbol].flags; }
  facts::SymbolKind KindOf(uint32_t symbol) const { return symbol == kNone ? facts::SymbolKind::Unknown : rows_[symbol].kind; }
  std::string Qualified(CXCursor declaration);
  std::vector<facts::Symbol> Take() const;

 private:
  struct Row {
    facts::SymbolKind kind = facts::SymbolKind::Unknown;
    uint32_t flags = 0, usr = 0, name = 0, qualified = 0, type = kNone, parent = kNone, first_parameter = 0, parameter_count = 0;
    int64_t number = 0;
    facts::Location location;
  };
  void Describe(CXCursor declaration, Row& row);
  uint32_t FunctionFlags(CXCursor declaration, facts::SymbolKind kind);
  std::string Prefix(CXCursor scope);

  UnitTables& tables_;
  std::deque<Row> rows_;
  std::unordered_map<CXCursor, uint32_t, CursorHash, CursorEqual> index_;
  std::unordered_map<uint32_t, uint32_t> usrs_;
  std::unordered_map<std::string, uint32_t> names_;
  std::unordered_map<CXCursor, std::string, CursorHash, CursorEqual> prefixes_;
};

class ClassTable {
 public:
  explicit ClassTable(UnitTables& tables) : tables_(tables) {}

  // Makes the class known with its bases, and their bases; members only of classes of the project.
  void Add(CXCursor declaration, uint32_t symbol);
  std::vector<std::unique_ptr<facts::ClassT>> TakeClasses();
  std::vector<facts::Override> TakeOverrides() { return std::move(overrides_); }

 private:
  void AddMember(CXCursor member, facts::ClassT& row);

  UnitTables& tables_;
  std::vector<std::unique_ptr<facts::ClassT>> rows_;
  std::unordered_map<uint32_t, bool> done_;
  std::vector<facts::Override> overrides_;
};

struct UnitTables {
  UnitTables(CXTranslationUnit unit, std::string root, std::string directory, std::string stand_ins)
      : files(unit, std::move(root), std::move(directory), std::move(stand_ins)), types(*this), symbols(*this), classes(*this) {}
  StringTable strings;
  FileTable files;
  TypeTable types;
  SymbolTable symbols;
  ClassTable classes;
};

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_UNIT_TABLES_H_
