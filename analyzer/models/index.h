// Rows by name. Inside this folder only.
#ifndef BACKLINT_MODELS_INDEX_H_
#define BACKLINT_MODELS_INDEX_H_

#include <string_view>
#include <unordered_map>
#include <vector>

#include "models/model.h"

namespace backlint {

// Names are views into the rows, which live as long as the index.
struct Models::Index {
  std::unordered_map<std::string_view, std::vector<const CallRow*>> calls;
  std::unordered_map<std::string_view, const TypeRow*> types;

  // Rows of a later library take the place of all older ones of the same name.
  void Add(const Library& library);
};

}  // namespace backlint

#endif  // BACKLINT_MODELS_INDEX_H_
