// Stand-in: MySQL Connector/C++, X DevAPI.
#pragma once
#include <cstdint>
#include <initializer_list>
#include <iosfwd>
#include <list>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace mysqlx {

using row_count_t = uint64_t;
using col_count_t = unsigned;

class string : public std::u16string {
 public:
  string() = default;
  string(const char* text);
  string(const std::string& text);
  string(const std::u16string& text);
  operator std::string() const;
  friend std::ostream& operator<<(std::ostream& out, const string& text);
};
class bytes {
 public:
  const unsigned char* begin() const;
  const unsigned char* end() const;
  size_t size() const;
};
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};
inline namespace abi2 {}

class DbDoc;
class Value {
 public:
  enum Type { VNULL, UINT64, INT64, FLOAT, DOUBLE, BOOL, STRING, DOCUMENT, RAW, ARRAY };
  Value();
  template <typename T>
  Value(const T& value);
  template <typename T>
  T get() const;
  template <typename T>
  operator T() const;
  bool isNull() const;
  Type getType() const;
  const Value& operator[](unsigned at) const;
  const Value& operator[](const string& name) const;
  const Value* begin() const;
  const Value* end() const;
  size_t elementCount() const;
  bool hasField(const string& name) const;
  friend std::ostream& operator<<(std::ostream& out, const Value& value);
};
constexpr std::nullptr_t nullvalue = nullptr;
class DbDoc {
 public:
  DbDoc();
  explicit DbDoc(const string& json);
  const Value& operator[](const string& name) const;
  bool hasField(const string& name) const;
  bool isNull() const;
  friend std::ostream& operator<<(std::ostream& out, const DbDoc& document);
};

class Row {
 public:
  Value& get(unsigned column);
  Value& operator[](unsigned column);
  const Value& operator[](unsigned column) const;
  void set(unsigned column, const Value& value);
  col_count_t colCount() const;
  bool isNull() const;
  explicit operator bool() const;
};
class Column {
 public:
  string getColumnName() const;
  string getColumnLabel() const;
  string getTableName() const;
};
class RowResult {
 public:
  Row fetchOne();
  std::list<Row> fetchAll();
  row_count_t count();
  col_count_t getColumnCount() const;
  const Column& getColumn(col_count_t at) const;
  Row* begin();
  Row* end();
};
class SqlResult : public RowResult {
 public:
  bool hasData() const;
  bool nextResult();
  uint64_t getAutoIncrementValue() const;
  uint64_t getAffectedItemsCount() const;
  unsigned getWarningsCount() const;
};
class Result {
 public:
  uint64_t getAutoIncrementValue() const;
  uint64_t getAffectedItemsCount() const;
  unsigned getWarningsCount() const;
  std::vector<std::string> getGeneratedIds() const;
};
class DocResult {
 public:
  DbDoc fetchOne();
  std::list<DbDoc> fetchAll();
  uint64_t count();
  DbDoc* begin();
  DbDoc* end();
};

class SqlStatement {
 public:
  template <typename... T>
  SqlStatement& bind(T&&... values) { return *this; }
  SqlResult execute();
};
class TableSelect {
 public:
  TableSelect& where(const string& expression);
  template <typename... T>
  TableSelect& orderBy(const T&... terms) { return *this; }
  template <typename... T>
  TableSelect& groupBy(const T&... terms) { return *this; }
  TableSelect& having(const string& expression);
  TableSelect& limit(unsigned rows);
  TableSelect& offset(unsigned rows);
  TableSelect& lockExclusive();
  TableSelect& lockShared();
  template <typename T>
  TableSelect& bind(const string& name, const T& value) { return *this; }
  RowResult execute();
};
class TableInsert {
 public:
  template <typename... T>
  TableInsert& values(const T&... values) { return *this; }
  Result execute();
};
class TableUpdate {
 public:
  template <typename T>
  TableUpdate& set(const string& column, const T& value) { return *this; }
  TableUpdate& where(const string& expression);
  TableUpdate& limit(unsigned rows);
  template <typename T>
  TableUpdate& bind(const string& name, const T& value) { return *this; }
  Result execute();
};
class TableRemove {
 public:
  TableRemove& where(const string& expression);
  TableRemove& limit(unsigned rows);
  template <typename T>
  TableRemove& bind(const string& name, const T& value) { return *this; }
  Result execute();
};
class Table {
 public:
  template <typename... T>
  TableInsert insert(const T&... columns) { return {}; }
  template <typename... T>
  TableSelect select(const T&... columns) { return {}; }
  TableUpdate update();
  TableRemove remove();
  string getName() const;
  uint64_t count();
  bool existsInDatabase() const;
};
class CollectionFind {
 public:
  template <typename... T>
  CollectionFind& fields(const T&... fields) { return *this; }
  template <typename... T>
  CollectionFind& sort(const T&... terms) { return *this; }
  CollectionFind& limit(unsigned rows);
  CollectionFind& offset(unsigned rows);
  template <typename T>
  CollectionFind& bind(const string& name, const T& value) { return *this; }
  DocResult execute();
};
class CollectionAdd {
 public:
  template <typename... T>
  CollectionAdd& add(const T&... documents) { return *this; }
  Result execute();
};
class CollectionModify {
 public:
  template <typename T>
  CollectionModify& set(const string& field, const T& value) { return *this; }
  CollectionModify& unset(const string& field);
  template <typename T>
  CollectionModify& bind(const string& name, const T& value) { return *this; }
  Result execute();
};
class CollectionRemove {
 public:
  CollectionRemove& limit(unsigned rows);
  template <typename T>
  CollectionRemove& bind(const string& name, const T& value) { return *this; }
  Result execute();
};
class Collection {
 public:
  template <typename... T>
  CollectionAdd add(const T&... documents) { return {}; }
  CollectionFind find();
  CollectionFind find(const string& condition);
  CollectionModify modify(const string& condition);
  CollectionRemove remove(const string& condition);
  DbDoc getOne(const string& id);
  Result removeOne(const string& id);
  template <typename T>
  Result addOrReplaceOne(const string& id, const T& document) { return {}; }
  uint64_t count();
};
class Schema {
 public:
  Table getTable(const string& name, bool check = false);
  Collection getCollection(const string& name, bool check = false);
  Collection createCollection(const string& name, bool reuse = false);
  void dropCollection(const string& name);
  std::list<Table> getTables();
  std::list<string> getTableNames();
  string getName() const;
};

class SessionOption {
 public:
  enum Enum { HOST, PORT, USER, PWD, DB, SSL_MODE, SSL_CA, URI, CONNECT_TIMEOUT, PRIORITY };
};
class SessionSettings {
 public:
  template <typename... T>
  SessionSettings(T&&... options) {}
};
class Session {
 public:
  template <typename... T>
  Session(T&&... options) {}
  Session(Session&&);
  ~Session();
  SqlStatement sql(const string& query);
  Schema getSchema(const string& name, bool check = false);
  Schema getDefaultSchema();
  Schema createSchema(const string& name, bool reuse = false);
  void dropSchema(const string& name);
  std::list<Schema> getSchemas();
  void startTransaction();
  void commit();
  void rollback();
  string setSavepoint(const string& name = "");
  void rollbackTo(const string& name);
  void close();
};
class Client {
 public:
  template <typename... T>
  Client(T&&... options) {}
  Session getSession();
  void close();
};
template <typename... T>
Client getClient(T&&... options) { return Client(0); }
template <typename... T>
Session getSession(T&&... options) { throw 0; }

}  // namespace mysqlx
