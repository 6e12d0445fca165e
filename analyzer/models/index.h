// Rows by name. Inside this folder only.
#ifndef BACKLINT_MODELS_INDEX_H_
#define BACKLINT_MODELS_INDEX_H_

#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "models/model.h"

namespace backlint {

// Whole names, and beginnings of names.
struct NameList {
  std::unordered_set<std::string_view> whole;
  std::vector<std::string_view> beginnings;

  void Add(std::string_view pattern);
  bool Contains(std::string_view name) const;
};

// Names are views into the rows, which live as long as the index.
struct Models::Index {
  std::unordered_map<std::string_view, std::vector<const CallRow*>> calls;
  std::unordered_map<std::string_view, const TypeRow*> types;
  std::unordered_map<std::string_view, std::vector<const EffectRow*>> effects;
  std::unordered_map<std::string_view, std::vector<const AsyncRow*>> async;
  std::unordered_map<std::string_view, std::vector<const LockRow*>> locks;
  std::unordered_map<std::string_view, NameList> thrown;               // by class
  std::unordered_map<std::string_view, const ExceptionRow*> exceptions;
  NameList borrows, throws;

  // Rows of a later library take the place of all older ones of the same name.
  void Add(const Library& library);
};

}  // namespace backlint

#endif  // BACKLINT_MODELS_INDEX_H_
