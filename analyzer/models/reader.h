// One model file, read.
#ifndef BACKLINT_MODELS_READER_H_
#define BACKLINT_MODELS_READER_H_

#include <memory>
#include <string_view>
#include <vector>

#include "models/model.h"

namespace backlint::models {

struct ReadFile {
  std::unique_ptr<Library> library;     // null when there are errors
  std::vector<ModelError> errors;       // by place, at most kMostErrors
};

inline constexpr size_t kLargestFile = 1 << 20;
inline constexpr size_t kMostErrors = 50;

// Never fails otherwise: any bytes are an answer.
ReadFile Read(std::string_view path, std::string_view toml);

}  // namespace backlint::models

#endif  // BACKLINT_MODELS_READER_H_
