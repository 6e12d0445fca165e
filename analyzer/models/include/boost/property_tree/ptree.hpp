// Stand-in: Boost.PropertyTree.
#pragma once
#include <boost/optional.hpp>
#include <iosfwd>
#include <stdexcept>
#include <string>
#include <utility>

namespace boost {
namespace property_tree {
struct ptree_error : std::runtime_error { using std::runtime_error::runtime_error; };
struct ptree_bad_path : ptree_error { using ptree_error::ptree_error; };
struct ptree_bad_data : ptree_error { using ptree_error::ptree_error; };
template <typename Key, typename Data>
class basic_ptree {
 public:
  using value_type = std::pair<const Key, basic_ptree>;
  using iterator = value_type*;
  using const_iterator = const value_type*;
  basic_ptree();
  explicit basic_ptree(const Data& data);
  template <typename T>
  T get(const Key& path) const;
  template <typename T>
  T get(const Key& path, const T& otherwise) const;
  std::string get(const Key& path, const char* otherwise) const;
  template <typename T>
  boost::optional<T> get_optional(const Key& path) const;
  template <typename T>
  T get_value() const;
  basic_ptree& get_child(const Key& path);
  const basic_ptree& get_child(const Key& path) const;
  boost::optional<basic_ptree> get_child_optional(const Key& path) const;
  template <typename T>
  basic_ptree& put(const Key& path, const T& value) { return *this; }
  template <typename T>
  basic_ptree& add(const Key& path, const T& value) { return *this; }
  basic_ptree& put_child(const Key& path, const basic_ptree& tree);
  basic_ptree& add_child(const Key& path, const basic_ptree& tree);
  Data& data();
  const Data& data() const;
  iterator begin();
  iterator end();
  const_iterator begin() const;
  const_iterator end() const;
  std::size_t size() const;
  std::size_t count(const Key& key) const;
  bool empty() const;
  iterator push_back(const value_type& value);
};
using ptree = basic_ptree<std::string, std::string>;
namespace json_parser {
template <typename In, typename Tree> void read_json(In&& in, Tree& tree) {}
template <typename Out, typename Tree> void write_json(Out&& out, const Tree& tree, bool pretty = true) {}
struct json_parser_error : ptree_error { using ptree_error::ptree_error; };
}  // namespace json_parser
namespace ini_parser {
template <typename In, typename Tree> void read_ini(In&& in, Tree& tree) {}
}  // namespace ini_parser
namespace xml_parser {
template <typename In, typename Tree> void read_xml(In&& in, Tree& tree, int flags = 0) {}
}  // namespace xml_parser
using namespace json_parser;
using namespace ini_parser;
using namespace xml_parser;
}  // namespace property_tree
}  // namespace boost
