// From one TOML value to one row. Only the reader's own sources include this: it shows the TOML library.
#ifndef BACKLINT_MODELS_ROW_READER_H_
#define BACKLINT_MODELS_ROW_READER_H_

#include <toml++/toml.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/model.h"

namespace backlint::models {

// Collects what is wrong, with its place. Columns of the TOML library count characters, ours bytes.
class ErrorList {
 public:
  ErrorList(std::string_view path, std::string_view text) : path_(path), text_(text) {}

  void Add(const toml::source_position& position, std::string message);
  void Add(const toml::source_region& region, std::string message) { Add(region.begin, std::move(message)); }
  Place At(const toml::source_position& position) const;

  bool empty() const { return errors_.empty(); }
  std::vector<ModelError> Take();       // by place

 private:
  std::string path_;
  std::string_view text_;
  std::vector<ModelError> errors_;
};

// What a value is, for messages: "a string", "an integer", "a table", ...
std::string_view Kind(const toml::node& node);

// One word out of `words`: its position. An error otherwise.
std::optional<size_t> ReadWord(const toml::node& node, std::string_view what, std::span<const std::string_view> words,
                               ErrorList& errors);
std::optional<std::string> ReadText(const toml::node& node, std::string_view what, ErrorList& errors);

// Rows of `[calls]`, `[types]`, `[effects]`, `[async]` and `[locks]`. Nothing on errors, which are then in the list.
std::optional<CallRow> ReadCall(std::string_view function, const toml::table& table, ErrorList& errors);
std::optional<TypeRow> ReadType(std::string_view type, const toml::table& table, ErrorList& errors);
std::optional<EffectRow> ReadEffect(std::string_view function, const toml::table& table, ErrorList& errors);
std::optional<AsyncRow> ReadAsync(std::string_view name, const toml::table& table, ErrorList& errors);
std::optional<LockRow> ReadLock(std::string_view name, const toml::table& table, ErrorList& errors);

// An error unless `name` is a qualified name without parameters and template arguments.
bool CheckName(std::string_view name, const toml::table& table, ErrorList& errors);
// A place in a call, counted from 0, the receiver. An error otherwise.
std::optional<int> ReadInteger(const toml::node& node, std::string_view what, ErrorList& errors);
// One place or a range of them. An error otherwise.
std::optional<Arguments> ReadPlaces(const toml::node& node, std::string_view what, ErrorList& errors);
// The word of a row's role, or null and an error. A misspelt `role` is then among the unknown keys.
const toml::node* RoleOf(const toml::table& table, std::span<const std::string_view> known, ErrorList& errors);

}  // namespace backlint::models

#endif  // BACKLINT_MODELS_ROW_READER_H_
