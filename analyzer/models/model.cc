#include "models/model.h"

#include <fmt/format.h>

#include <cassert>
#include <cstdio>

#include "models/embedded.h"
#include "models/index.h"
#include "models/reader.h"

namespace backlint {

Models::Models() : index_(std::make_unique<Index>()) {}
Models::Models(Models&&) noexcept = default;
Models& Models::operator=(Models&&) noexcept = default;
Models::~Models() = default;

Models Models::Embedded() {
  Models all;
  for (const EmbeddedFile& file : EmbeddedModels()) {
    for (const ModelError& error : all.Add(file.path, file.content)) {
      fmt::print(stderr, "{}:{}:{}: {}\n", error.place.path, error.place.line, error.place.column, error.message);
      assert(!"an embedded model file has errors");
    }
  }
  return all;
}

std::vector<ModelError> Models::Add(std::string_view path, std::string_view toml) {
  models::ReadFile file = models::Read(path, toml);
  if (!file.library) return std::move(file.errors);
  index_->Add(*file.library);
  libraries_.push_back(std::move(file.library));
  return {};
}

}  // namespace backlint
