// Stand-in: Boost.ProgramOptions.
#pragma once
#include <iosfwd>
#include <map>
#include <string>
#include <vector>

namespace boost {
namespace program_options {
class error : public std::exception {};
class variable_value {
 public:
  template <typename T>
  const T& as() const;
  bool empty() const;
  bool defaulted() const;
};
class variables_map {
 public:
  const variable_value& operator[](const std::string& name) const;
  std::size_t count(const std::string& name) const;
};
template <typename T>
class typed_value {
 public:
  template <typename U> typed_value* default_value(const U& value) { return this; }
  typed_value* required();
  typed_value* multitoken();
};
template <typename T> typed_value<T>* value(T* to = nullptr) { return nullptr; }
inline typed_value<bool>* bool_switch(bool* to = nullptr) { return nullptr; }
class options_description_easy_init {
 public:
  options_description_easy_init& operator()(const char* name, const char* text);
  template <typename T>
  options_description_easy_init& operator()(const char* name, T* value, const char* text = "") { return *this; }
};
class options_description {
 public:
  explicit options_description(const std::string& caption = "");
  options_description_easy_init add_options();
  options_description& add(const options_description& other);
  friend std::ostream& operator<<(std::ostream& out, const options_description& options);
};
class positional_options_description {
 public:
  positional_options_description& add(const char* name, int count);
};
class parsed_options {};
class command_line_parser {
 public:
  command_line_parser(int argc, const char* const* argv);
  command_line_parser& options(const options_description& options);
  command_line_parser& positional(const positional_options_description& options);
  parsed_options run();
};
parsed_options parse_command_line(int argc, const char* const* argv, const options_description& options);
template <typename In> parsed_options parse_config_file(In&& in, const options_description& options, bool unknown = false) { return {}; }
void store(const parsed_options& options, variables_map& map);
void notify(variables_map& map);
}  // namespace program_options
}  // namespace boost
