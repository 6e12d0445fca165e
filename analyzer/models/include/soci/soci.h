// Stand-in: SOCI.
#pragma once
#include <cstddef>
#include <ctime>
#include <exception>
#include <iosfwd>
#include <iterator>
#include <memory>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace soci {

enum indicator { i_ok, i_null, i_truncated };
enum data_type { dt_string, dt_date, dt_double, dt_integer, dt_long_long, dt_unsigned_long_long, dt_blob, dt_xml };
enum db_type { db_string, db_wstring, db_date, db_double, db_int32, db_int64, db_uint64, db_blob, db_xml };

class soci_error : public std::runtime_error {
 public:
  enum error_category { connection_error, invalid_statement, no_privilege, no_data, constraint_violation, unknown_transaction_state,
                        system_error, unknown };
  explicit soci_error(const std::string& message);
  std::string get_error_message() const;
  virtual error_category get_error_category() const;
};

class connection_parameters {
 public:
  connection_parameters();
  template <typename... T>
  connection_parameters(const T&... values) {}
  void set_option(const char* name, const std::string& value);
};
class backend_factory {};

template <typename T>
struct type_conversion;
class values {
 public:
  template <typename T>
  T get(const std::string& name) const;
  template <typename T>
  T get(const std::string& name, const T& otherwise) const;
  template <typename T>
  T get(std::size_t at) const;
  template <typename T>
  void set(const std::string& name, const T& value, indicator state = i_ok) {}
  indicator get_indicator(const std::string& name) const;
};

class column_properties {
 public:
  std::string get_name() const;
  data_type get_data_type() const;
};
class row {
 public:
  std::size_t size() const;
  indicator get_indicator(std::size_t at) const;
  indicator get_indicator(const std::string& name) const;
  const column_properties& get_properties(std::size_t at) const;
  const column_properties& get_properties(const std::string& name) const;
  template <typename T>
  T get(std::size_t at) const;
  template <typename T>
  T get(std::size_t at, const T& otherwise) const;
  template <typename T>
  T get(const std::string& name) const;
  template <typename T>
  T get(const std::string& name, const T& otherwise) const;
  template <typename T>
  const row& operator>>(T& value) const;
  void skip(std::size_t count = 1) const;
};

class session;
class statement;

namespace details {
struct use_stand_in {};
struct into_stand_in {};
using use_type_ptr = use_stand_in;
using into_type_ptr = into_stand_in;

class once_temp_type {
 public:
  explicit once_temp_type(session& s);
  once_temp_type(const once_temp_type&);
  ~once_temp_type() noexcept(false);
  template <typename T>
  once_temp_type& operator<<(const T& text) { return *this; }
  once_temp_type& operator,(const use_stand_in&);
  once_temp_type& operator,(const into_stand_in&);
};
class once_type {
 public:
  template <typename T>
  once_temp_type operator<<(const T& text) { throw 0; }
};
class prepare_temp_type {
 public:
  prepare_temp_type(const prepare_temp_type&);
  template <typename T>
  prepare_temp_type& operator<<(const T& text) { return *this; }
  prepare_temp_type& operator,(const use_stand_in&);
  prepare_temp_type& operator,(const into_stand_in&);
};
class prepare_type {
 public:
  template <typename T>
  prepare_temp_type operator<<(const T& text) { throw 0; }
};
class ddl_type {
 public:
  ddl_type& column(const std::string& name, data_type type, int precision = 0, int scale = 0);
  ddl_type& operator()(const std::string& arbitrary);
  ddl_type& primary_key(const std::string& name, const std::string& columns);
  ddl_type& unique(const std::string& name, const std::string& columns);
};
}  // namespace details

template <typename... T>
details::use_stand_in use(T&&... values) { return {}; }
template <typename... T>
details::into_stand_in into(T&&... values) { return {}; }

class connection_pool {
 public:
  explicit connection_pool(std::size_t size);
  session& at(std::size_t position);
  std::size_t lease();
  bool try_lease(std::size_t& position, int timeout);
  void give_back(std::size_t position);
};

class session {
 public:
  session();
  explicit session(const connection_parameters& parameters);
  session(const backend_factory& factory, const std::string& options);
  session(const std::string& backend, const std::string& options);
  explicit session(const std::string& options);
  explicit session(connection_pool& pool);
  ~session();
  template <typename... T>
  void open(const T&... options) {}
  void close();
  void reconnect();
  bool is_connected() const noexcept;
  void begin();
  void commit();
  void rollback();
  details::once_type once;
  details::prepare_type prepare;
  template <typename T>
  details::once_temp_type operator<<(const T& text) { throw 0; }
  std::ostringstream& get_query_stream();
  std::string get_query() const;
  std::string get_last_query() const;
  void log_query(const std::string& query);
  void set_log_stream(std::ostream* stream);
  bool got_data() const;
  bool get_next_sequence_value(const std::string& name, long long& value);
  bool get_last_insert_id(const std::string& table, long long& value);
  details::once_temp_type get_table_names();
  details::ddl_type create_table(const std::string& name);
  void drop_table(const std::string& name);
  void truncate_table(const std::string& name);
  std::string get_backend_name() const;
  void* get_backend();
};

class statement {
 public:
  explicit statement(session& s);
  statement(const details::prepare_temp_type& prepared);
  statement(const statement&);
  ~statement();
  void alloc();
  void prepare(const std::string& query, int type = 0);
  template <typename... T>
  void exchange(T&&... values) {}
  template <typename... T>
  void bind(T&&... values) {}
  void define_and_bind();
  bool execute(bool exchange = false);
  long long get_affected_rows();
  bool fetch();
  bool got_data() const;
  void undefine_and_bind();
  void clean_up(bool clean = true);
  void bind_clean_up();
};
class procedure {
 public:
  procedure(const details::prepare_temp_type& prepared);
  bool execute(bool exchange = false);
};

class transaction {
 public:
  explicit transaction(session& s);
  ~transaction();
  void commit();
  void rollback();
};

class blob {
 public:
  explicit blob(session& s);
  std::size_t get_len();
  std::size_t read(std::size_t offset, char* to, std::size_t size);
  std::size_t write(std::size_t offset, const char* from, std::size_t size);
  std::size_t append(const char* from, std::size_t size);
};

template <typename T>
class rowset_iterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = T;
  using difference_type = std::ptrdiff_t;
  using pointer = T*;
  using reference = T&;
  T& operator*() const;
  T* operator->() const;
  rowset_iterator& operator++();
  bool operator==(const rowset_iterator&) const;
  bool operator!=(const rowset_iterator&) const;
};
template <typename T = row>
class rowset {
 public:
  using iterator = rowset_iterator<T>;
  using const_iterator = rowset_iterator<T>;
  rowset(const details::prepare_temp_type& prepared);
  rowset_iterator<T> begin() const;
  rowset_iterator<T> end() const;
};

}  // namespace soci
