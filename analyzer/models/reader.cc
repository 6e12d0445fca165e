#include "models/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "models/row_reader.h"
#include "models/schema.h"

namespace backlint::models {
namespace {

// The TOML library frees nested values by recursion: keys such as a.a.a.a... and brackets in brackets must end somewhere. Rows need
// two levels of brackets and no dots outside of quotes.
constexpr int kMostDots = 60;
constexpr int kMostBrackets = 200;

std::string TooDeep(std::string_view text, uint32_t& line) {
  line = 1;
  int dots = 0;
  int brackets = 0;
  for (const char c : text) {
    if (c == '\n') {
      ++line;
      dots = brackets = 0;
    }
    dots += c == '.';
    brackets += c == '[' || c == '{';
    if (dots > kMostDots) return "too many dots on one line";
    if (brackets > kMostBrackets) return "too many brackets on one line";
  }
  return "";
}

class FileReader {
 public:
  FileReader(std::string_view path, std::string_view text) : errors_(path, text), library_(std::make_unique<Library>()) {}

  ReadFile Read(const toml::table& file) {
    ReadTop(file);
    const toml::node* calls = file.get("calls");
    const toml::node* types = file.get("types");
    const toml::node* effects = file.get("effects");
    const toml::node* async = file.get("async");
    const toml::node* locks = file.get("locks");
    const toml::node* exceptions = file.get("exceptions");
    if (const auto* table = calls ? Table(*calls, "calls") : nullptr) ReadCalls(*table);
    if (const auto* table = types ? Table(*types, "types") : nullptr) ReadTypes(*table);
    if (const auto* table = effects ? Table(*effects, "effects") : nullptr) ReadEffects(*table);
    if (const auto* table = async ? Table(*async, "async") : nullptr) ReadRows(*table, [this](std::string_view name, const toml::table& row) { AddAsync(name, row); });
    if (const auto* table = locks ? Table(*locks, "locks") : nullptr) ReadRows(*table, [this](std::string_view name, const toml::table& row) { AddLock(name, row); });
    if (const auto* table = exceptions ? Table(*exceptions, "exceptions") : nullptr) ReadExceptions(*table);
    if (!errors_.empty()) return {nullptr, errors_.Take()};
    for (CallRow& row : library_->calls) row.library = library_.get();
    for (TypeRow& row : library_->types) row.library = library_.get();
    for (EffectRow& row : library_->effects) row.library = library_.get();
    for (AsyncRow& row : library_->async) row.library = library_.get();
    for (LockRow& row : library_->locks) row.library = library_.get();
    return {std::move(library_), {}};
  }

  std::vector<ModelError> NotToml(const toml::parse_error& error) {
    errors_.Add(error.source(), fmt::format("not TOML: {}", error.description()));
    return errors_.Take();
  }

 private:
  void ReadTop(const toml::table& file) {
    static constexpr std::string_view kKeys[] = {"library",            "headers", "dialect", "parameterised",
                                                 "parameterised_note", "borrows", "throws",  "calls",
                                                 "types",              "effects", "async",   "locks",
                                                 "exceptions"};
    if (!file.contains("library")) errors_.Add(toml::source_position{1, 1}, "a model file needs the key `library`");
    for (const auto& [name, node] : file) {
      const std::string_view key = name.str();
      if (key == "library") ReadInto(node, key, library_->name);
      else if (key == "headers") ReadList(node, key, library_->headers);
      else if (key == "borrows") ReadList(node, key, library_->borrows);
      else if (key == "throws" && node.is_table()) ReadThrown(*node.as_table());
      else if (key == "throws") ReadList(node, key, library_->throws);
      else if (key == "dialect") ReadDialect(node);
      else if (key == "parameterised") ReadInto(node, key, library_->parameterised);
      else if (key == "parameterised_note") ReadInto(node, key, library_->parameterised_note);
      else if (key != "calls" && key != "types" && key != "effects" && key != "async" && key != "locks" && key != "exceptions") {
        errors_.Add(name.source(), fmt::format("unknown key `{}`{}", key, Suggestion(key, kKeys)));
      }
    }
  }

  void ReadInto(const toml::node& node, std::string_view key, std::string& to) {
    if (auto text = ReadText(node, key, errors_)) to = std::move(*text);
  }

  void ReadDialect(const toml::node& node) {
    if (const auto word = ReadWord(node, "dialect", DialectNames(), errors_)) {
      library_->dialect = static_cast<ModelDialect>(*word);
    }
  }

  void ReadList(const toml::node& node, std::string_view key, std::vector<std::string>& to) {
    const toml::array* array = node.as_array();
    if (!array) return errors_.Add(node.source(), fmt::format("`{}` needs a list of strings, not {}", key, Kind(node)));
    for (const toml::node& element : *array) {
      if (auto text = ReadText(element, key, errors_)) to.push_back(std::move(*text));
    }
  }

  const toml::table* Table(const toml::node& node, std::string_view key) {
    if (!node.is_table()) errors_.Add(node.source(), fmt::format("`{}` needs a table, not {}", key, Kind(node)));
    return node.as_table();
  }

  void ReadCalls(const toml::table& calls) {
    for (const auto& [name, node] : calls) {
      if (const auto* table = node.as_table()) {
        AddCall(name.str(), *table);
      } else if (const auto* array = node.as_array(); array && !array->empty()) {
        AddOverloads(name.str(), *array);
      } else {
        errors_.Add(node.source(), fmt::format("`{}` needs a row or a list of rows, not {}", name.str(), Kind(node)));
      }
    }
  }

  void AddOverloads(std::string_view name, const toml::array& array) {
    std::set<int> seen;
    for (const toml::node& element : array) {
      const auto* table = element.as_table();
      if (!table) {
        errors_.Add(element.source(), fmt::format("`{}` needs a row, not {}", name, Kind(element)));
        continue;
      }
      const auto row = ReadCall(name, *table, errors_);
      if (!row) continue;
      if (!seen.insert(row->arguments).second) {
        errors_.Add(element.source(), fmt::format("duplicate row for `{}`: rows of one function differ in `arguments`", name));
      }
      library_->calls.push_back(*row);
    }
  }

  void AddCall(std::string_view name, const toml::table& table) {
    if (auto row = ReadCall(name, table, errors_)) library_->calls.push_back(std::move(*row));
  }

  void ReadTypes(const toml::table& types) {
    for (const auto& [name, node] : types) {
      if (const auto* table = node.as_table()) {
        if (auto row = ReadType(name.str(), *table, errors_)) library_->types.push_back(std::move(*row));
      } else {
        errors_.Add(node.source(), fmt::format("`{}` needs a row, not {}", name.str(), Kind(node)));
      }
    }
  }

  void ReadEffects(const toml::table& effects) {
    ReadRows(effects, [this](std::string_view name, const toml::table& table) {
      if (auto row = ReadEffect(name, table, errors_)) library_->effects.push_back(std::move(*row));
    });
  }

  void AddAsync(std::string_view name, const toml::table& table) {
    if (auto row = ReadAsync(name, table, errors_)) library_->async.push_back(std::move(*row));
  }

  void AddLock(std::string_view name, const toml::table& table) {
    if (auto row = ReadLock(name, table, errors_)) library_->locks.push_back(std::move(*row));
  }

  // A name has one row, or several.
  template <typename Add>
  void ReadRows(const toml::table& rows, const Add& add) {
    const auto add_one = [&](std::string_view name, const toml::node& node) {
      if (const toml::table* table = node.as_table()) add(name, *table);
      else errors_.Add(node.source(), fmt::format("`{}` needs a row, not {}", name, Kind(node)));
    };
    for (const auto& [name, node] : rows) {
      const toml::array* array = node.as_array();
      if (!node.is_table() && (!array || array->empty())) {
        errors_.Add(node.source(), fmt::format("`{}` needs a row or a list of rows, not {}", name.str(), Kind(node)));
      } else if (!array) {
        add_one(name.str(), node);
      } else {
        for (const toml::node& element : *array) add_one(name.str(), element);
      }
    }
  }

  void ReadThrown(const toml::table& types) {
    for (const auto& [type, node] : types) {
      ThrowRow row;
      row.type = type.str();
      row.place = errors_.At(node.source().begin);
      ReadList(node, type.str(), row.functions);
      library_->thrown.push_back(std::move(row));
    }
  }

  void ReadExceptions(const toml::table& exceptions) {
    for (const auto& [type, node] : exceptions)
      if (auto base = node.is_array() ? std::nullopt : ReadText(node, type.str(), errors_)) library_->exceptions.push_back({std::string(type.str()), {std::move(*base)}});
      else ReadList(node, type.str(), library_->exceptions.emplace_back(ExceptionRow{std::string(type.str()), {}}).bases);
  }

  ErrorList errors_;
  std::unique_ptr<Library> library_;
};

ReadFile Refused(std::string_view path, uint32_t line, std::string message) {
  ReadFile refused;
  refused.errors.push_back({{std::string(path), line, 1}, std::move(message)});
  return refused;
}

}  // namespace

void ErrorList::Add(const toml::source_position& position, std::string message) {
  errors_.push_back({At(position), std::move(message)});
}

Place ErrorList::At(const toml::source_position& position) const {
  Place place{path_, std::max<uint32_t>(position.line, 1), 1};
  size_t at = 0;
  for (uint32_t line = 1; line < place.line && at != text_.npos; ++line) {
    at = text_.find('\n', at);
    if (at != text_.npos) ++at;
  }
  if (at == text_.npos) return place;
  const size_t begin = at;
  for (uint32_t column = 1; column < position.column && at < text_.size() && text_[at] != '\n'; ++column) {
    for (++at; at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xC0) == 0x80;) ++at;
  }
  place.column = static_cast<uint32_t>(at - begin + 1);
  return place;
}

std::vector<ModelError> ErrorList::Take() {
  std::stable_sort(errors_.begin(), errors_.end(), [](const ModelError& a, const ModelError& b) { return a.place < b.place; });
  if (errors_.size() > kMostErrors) errors_.resize(kMostErrors);
  return std::move(errors_);
}

std::string_view Kind(const toml::node& node) {
  switch (node.type()) {
    case toml::node_type::table: return "a table";
    case toml::node_type::array: return "a list";
    case toml::node_type::string: return "a string";
    case toml::node_type::integer: return "a number";
    case toml::node_type::floating_point: return "a fraction";
    case toml::node_type::boolean: return "true or false";
    default: return "a date";
  }
}

std::optional<size_t> ReadWord(const toml::node& node, std::string_view what, std::span<const std::string_view> words,
                               ErrorList& errors) {
  const auto text = ReadText(node, what, errors);
  if (!text) return std::nullopt;
  const auto found = std::find(words.begin(), words.end(), *text);
  if (found != words.end()) return static_cast<size_t>(found - words.begin());
  errors.Add(node.source(), fmt::format("unknown {} `{}`{}", what, *text, Suggestion(*text, words)));
  return std::nullopt;
}

std::optional<std::string> ReadText(const toml::node& node, std::string_view what, ErrorList& errors) {
  if (const auto* text = node.as_string()) return text->get();
  errors.Add(node.source(), fmt::format("`{}` needs a string, not {}", what, Kind(node)));
  return std::nullopt;
}

ReadFile Read(std::string_view path, std::string_view toml) {
  if (toml.size() > kLargestFile) return Refused(path, 1, fmt::format("larger than {} bytes", kLargestFile));
  uint32_t line = 0;
  if (std::string deep = TooDeep(toml, line); !deep.empty()) return Refused(path, line, std::move(deep));
  FileReader reader(path, toml);
  try {
    return reader.Read(toml::parse(toml));
  } catch (const toml::parse_error& error) {
    return {nullptr, reader.NotToml(error)};
  }
}

}  // namespace backlint::models
