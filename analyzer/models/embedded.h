// Files that are part of the binary: the model rows, and stand-in headers for libraries that are not installed.
#ifndef BACKLINT_MODELS_EMBEDDED_H_
#define BACKLINT_MODELS_EMBEDDED_H_

#include <span>
#include <string_view>

namespace backlint {

struct EmbeddedFile {
  std::string_view path;      // `libpqxx.toml`; headers as they are included: `pqxx/pqxx`
  std::string_view content;
};

std::span<const EmbeddedFile> EmbeddedModels();

// Our own minimal declarations of the modelled libraries. The extractor puts them behind every real include folder, so that
// they are found only where the library is missing; code then still parses with the right names and types.
std::span<const EmbeddedFile> EmbeddedHeaders();

}  // namespace backlint

#endif  // BACKLINT_MODELS_EMBEDDED_H_
