// Stand-in: nanodbc.
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#define NANODBC_TEXT(s) s

namespace nanodbc {

using string = std::string;
using string_type = std::string;
using wide_string = std::u16string;
using null_type = std::nullptr_t;

struct date { int16_t year, month, day; };
struct time { int16_t hour, min, sec; };
struct timestamp { int16_t year, month, day, hour, min, sec; int32_t fract; };

class type_incompatible_error : public std::runtime_error { using std::runtime_error::runtime_error; };
class null_access_error : public std::runtime_error { using std::runtime_error::runtime_error; };
class index_range_error : public std::runtime_error { using std::runtime_error::runtime_error; };
class programming_error : public std::runtime_error { using std::runtime_error::runtime_error; };
class database_error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
  long native() const noexcept;
  const std::string state() const noexcept;
};

class connection {
 public:
  connection();
  connection(const string& options, long timeout = 0);
  connection(const string& name, const string& user, const string& password, long timeout = 0);
  ~connection() noexcept;
  void connect(const string& options, long timeout = 0);
  void connect(const string& name, const string& user, const string& password, long timeout = 0);
  bool connected() const;
  void disconnect();
  std::size_t transactions() const;
  string dbms_name() const;
  string dbms_version() const;
  string driver_name() const;
  string database_name() const;
  string catalog_name() const;
};

class transaction {
 public:
  explicit transaction(const class connection& connection);
  ~transaction() noexcept;
  void commit();
  void rollback() noexcept;
  class connection& connection();
};

class result {
 public:
  result();
  ~result() noexcept;
  long rowset_size() const;
  long affected_rows() const;
  bool has_affected_rows() const;
  long rows() const noexcept;
  short columns() const;
  bool first();
  bool last();
  bool next();
  bool prior();
  bool move(long row);
  bool skip(long rows);
  bool next_result();
  unsigned long position() const;
  bool at_end() const noexcept;
  bool is_null(short column) const;
  bool is_null(const string& column) const;
  short column(const string& name) const;
  string column_name(short column) const;
  long column_size(short column) const;
  int column_datatype(short column) const;
  string column_datatype_name(short column) const;
  void unbind();
  template <typename T>
  void get_ref(short column, T& to) const;
  template <typename T>
  void get_ref(const string& column, T& to) const;
  template <typename T>
  T get(short column) const;
  template <typename T>
  T get(short column, const T& otherwise) const;
  template <typename T>
  T get(const string& column) const;
  template <typename T>
  T get(const string& column, const T& otherwise) const;
  explicit operator bool() const;
};

class statement {
 public:
  enum param_direction { PARAM_IN, PARAM_OUT, PARAM_INOUT, PARAM_RETURN };
  statement();
  explicit statement(class connection& connection);
  statement(class connection& connection, const string& query, long timeout = 0);
  statement(const statement&);
  ~statement() noexcept;
  void open(class connection& connection);
  bool open() const;
  bool connected() const;
  class connection& connection();
  void close();
  void cancel();
  void prepare(class connection& connection, const string& query, long timeout = 0);
  void prepare(const string& query, long timeout = 0);
  void timeout(long seconds = 0);
  class result execute_direct(class connection& connection, const string& query, long operations = 1, long timeout = 0);
  void just_execute_direct(class connection& connection, const string& query, long operations = 1, long timeout = 0);
  class result execute(long operations = 1, long timeout = 0);
  void just_execute(long operations = 1, long timeout = 0);
  long affected_rows() const;
  short columns() const;
  short parameters() const;
  void reset_parameters() noexcept;
  template <typename T>
  void bind(short parameter, const T* value, param_direction direction = PARAM_IN);
  template <typename T, typename... More>
  void bind(short parameter, const T* values, std::size_t count, More... more) {}
  template <typename T, typename... More>
  void bind_strings(short parameter, const T& values, More... more) {}
  void bind_null(short parameter, std::size_t count = 1);
};

result execute(connection& connection, const string& query, long operations = 1, long timeout = 0);
void just_execute(connection& connection, const string& query, long operations = 1, long timeout = 0);
result execute(statement& statement, long operations = 1);
void just_execute(statement& statement, long operations = 1);
result transact(statement& statement, long operations);
void just_transact(statement& statement, long operations);
void prepare(statement& statement, const string& query, long timeout = 0);

class catalog {
 public:
  explicit catalog(connection& connection);
};

}  // namespace nanodbc
