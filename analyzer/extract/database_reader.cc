#include "extract/database_reader.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "extract/file_text.h"
#include "extract/path.h"
#include "extract/stray_bytes.h"

namespace backlint {
namespace {

constexpr size_t kMaxDatabaseBytes = size_t{2} << 30;

// nlohmann's events. What is nested deeper than a database can be is only counted, and costs no stack because the parser keeps its own.
class Reader : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit Reader(const std::function<void(DatabaseEntry)>& entry) : entry_(entry) {}

  bool null() override { return Unexpected(); }
  bool boolean(bool) override { return Unexpected(); }
  bool number_integer(number_integer_t) override { return Unexpected(); }
  bool number_unsigned(number_unsigned_t) override { return Unexpected(); }
  bool number_float(number_float_t, const string_t&) override { return Unexpected(); }
  bool binary(binary_t&) override { return Unexpected(); }

  bool string(string_t& text) override {
    RestoreStrayBytes(&text);
    if (skipped_ > 0) return true;
    if (state_ == State::Arguments) {
      current_.arguments.push_back(text);
    } else if (state_ == State::Entry && key_ == "directory") {
      current_.directory = text;
    } else if (state_ == State::Entry && key_ == "file") {
      current_.file = text;
    } else if (state_ == State::Entry && key_ == "command") {
      current_.command = text;
    } else {
      return Unexpected();
    }
    return true;
  }

  bool start_object(size_t) override {
    if (skipped_ > 0 || state_ != State::List) return Skip();
    current_ = DatabaseEntry{};
    state_ = State::Entry;
    return true;
  }

  bool key(string_t& name) override {
    if (skipped_ == 0) key_ = name;
    return true;
  }

  bool end_object() override {
    if (skipped_ > 0) return Leave();
    current_.damaged = current_.damaged || current_.file.empty() || (current_.command.empty() && current_.arguments.empty());
    entry_(std::move(current_));
    state_ = State::List;
    return true;
  }

  bool start_array(size_t) override {
    if (skipped_ > 0) return Skip();
    if (state_ == State::Start) {
      state_ = State::List;
    } else if (state_ == State::Entry && key_ == "arguments") {
      state_ = State::Arguments;
    } else {
      return Skip();
    }
    return true;
  }

  bool end_array() override {
    if (skipped_ > 0) return Leave();
    state_ = state_ == State::Arguments ? State::Entry : State::Start;
    return true;
  }

  bool parse_error(size_t position, const std::string&, const nlohmann::json::exception&) override {
    error = fmt::format("no JSON at byte {}", position);
    return false;
  }

  std::string error;

 private:
  enum class State { Start, List, Entry, Arguments };

  bool Skip() {
    if (skipped_ == 0 && !Unexpected()) return false;
    ++skipped_;
    return true;
  }
  bool Leave() {
    --skipped_;
    return true;
  }

  // A value of a type that does not belong here; unknown keys of an entry may hold anything.
  bool Unexpected() {
    if (skipped_ > 0) return true;
    if (state_ == State::Start) {
      error = "it is not a list of entries";
      return false;
    }
    if (state_ == State::List) {
      DatabaseEntry damaged;
      damaged.damaged = true;
      entry_(std::move(damaged));
    } else if (state_ == State::Arguments || key_ == "directory" || key_ == "file" || key_ == "command" || key_ == "arguments") {
      current_.damaged = true;
    }
    return true;
  }

  const std::function<void(DatabaseEntry)>& entry_;
  DatabaseEntry current_;
  std::string key_;
  State state_ = State::Start;
  size_t skipped_ = 0;
};

}  // namespace

Status ReadDatabase(const std::string& path, const std::function<void(DatabaseEntry entry)>& entry) {
  auto text = ReadFileText(path, kMaxDatabaseBytes);
  if (!text) return Error{fmt::format("cannot read `{}`", path)};
  ReplaceStrayBytes(&*text);
  Reader reader(entry);
  if (!nlohmann::json::sax_parse(*text, &reader))
    return Error{fmt::format("`{}` is no compile database: {}", path, reader.error)};
  return Ok();
}

}  // namespace backlint
