// Stand-in: MySQL Connector/C++, the interface like JDBC.
#pragma once
#include <cstdint>
#include <iosfwd>
#include <list>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace sql {

class SQLString {
 public:
  SQLString() = default;
  SQLString(const SQLString&) = default;
  SQLString(const std::string& text);
  SQLString(const char* text);
  SQLString(const char* text, size_t size);
  SQLString& operator=(const SQLString&) = default;
  const SQLString& operator=(const char* text);
  const SQLString& operator=(const std::string& text);
  operator const std::string&() const;
  std::string* operator->();
  const std::string& asStdString() const;
  const char* c_str() const;
  size_t length() const;
  size_t size() const;
  bool empty() const;
  int compare(const SQLString& other) const;
  int caseCompare(const SQLString& other) const;
  SQLString& append(const std::string& text);
  SQLString& append(const char* text);
  const char& operator[](size_t at) const;
  size_t find(const std::string& text, size_t at = 0) const;
  SQLString substr(size_t at = 0, size_t count = std::string::npos) const;
  friend std::ostream& operator<<(std::ostream& out, const SQLString& text);
};
bool operator==(const SQLString& a, const SQLString& b);
bool operator!=(const SQLString& a, const SQLString& b);
std::string operator+(const SQLString& a, const SQLString& b);
std::string operator+(const SQLString& a, const std::string& b);
std::string operator+(const std::string& a, const SQLString& b);

class SQLException : public std::runtime_error {
 public:
  SQLException(const std::string& reason = "", const std::string& state = "", int code = 0);
  const std::string& getSQLState() const;
  const char* getSQLStateCStr() const;
  int getErrorCode() const;
};
struct MethodNotImplementedException : SQLException { using SQLException::SQLException; };
struct InvalidArgumentException : SQLException { using SQLException::SQLException; };
struct InvalidInstanceException : SQLException { using SQLException::SQLException; };
struct NonScrollableException : SQLException { using SQLException::SQLException; };

class SQLWarning {
 public:
  virtual ~SQLWarning();
  virtual const SQLString& getMessage() const = 0;
  virtual const SQLString& getSQLState() const = 0;
  virtual int getErrorCode() const = 0;
  virtual const SQLWarning* getNextWarning() const = 0;
};

class Variant {
 public:
  template <typename T>
  Variant(const T& value);
};
using ConnectPropertyVal = Variant;
using ConnectOptionsMap = std::map<SQLString, ConnectPropertyVal>;

struct DataType {
  enum { UNKNOWN, BIT, TINYINT, SMALLINT, MEDIUMINT, INTEGER, BIGINT, REAL, DOUBLE, DECIMAL, NUMERIC, CHAR, BINARY, VARCHAR, VARBINARY,
         LONGVARCHAR, LONGVARBINARY, TIMESTAMP, DATE, TIME, YEAR, GEOMETRY, ENUM, SET, SQLNULL, JSON };
};
enum enum_transaction_isolation { TRANSACTION_NONE, TRANSACTION_READ_COMMITTED, TRANSACTION_READ_UNCOMMITTED,
                                  TRANSACTION_REPEATABLE_READ, TRANSACTION_SERIALIZABLE };

class ResultSetMetaData {
 public:
  virtual ~ResultSetMetaData();
  virtual unsigned int getColumnCount() = 0;
  virtual SQLString getColumnName(unsigned int column) = 0;
  virtual SQLString getColumnLabel(unsigned int column) = 0;
  virtual SQLString getColumnTypeName(unsigned int column) = 0;
  virtual SQLString getTableName(unsigned int column) = 0;
  virtual int getColumnType(unsigned int column) = 0;
};
class ParameterMetaData {
 public:
  virtual ~ParameterMetaData();
  virtual int getParameterCount() = 0;
};
class DatabaseMetaData;
class Statement;

class ResultSet {
 public:
  enum enum_type { TYPE_FORWARD_ONLY, TYPE_SCROLL_INSENSITIVE, TYPE_SCROLL_SENSITIVE };
  enum { CONCUR_READ_ONLY, CONCUR_UPDATABLE };
  virtual ~ResultSet();
  virtual bool next() = 0;
  virtual bool previous() = 0;
  virtual bool first() = 0;
  virtual bool last() = 0;
  virtual bool absolute(int row) = 0;
  virtual bool relative(int rows) = 0;
  virtual void beforeFirst() = 0;
  virtual void afterLast() = 0;
  virtual bool isFirst() const = 0;
  virtual bool isLast() const = 0;
  virtual bool isAfterLast() const = 0;
  virtual bool isBeforeFirst() const = 0;
  virtual void close() = 0;
  virtual bool isClosed() const = 0;
  virtual size_t rowsCount() const = 0;
  virtual size_t getRow() const = 0;
  virtual bool wasNull() const = 0;
  virtual bool isNull(uint32_t column) const = 0;
  virtual bool isNull(const SQLString& column) const = 0;
  virtual uint32_t findColumn(const SQLString& column) const = 0;
  virtual std::istream* getBlob(uint32_t column) const = 0;
  virtual std::istream* getBlob(const SQLString& column) const = 0;
  virtual bool getBoolean(uint32_t column) const = 0;
  virtual bool getBoolean(const SQLString& column) const = 0;
  virtual long double getDouble(uint32_t column) const = 0;
  virtual long double getDouble(const SQLString& column) const = 0;
  virtual int32_t getInt(uint32_t column) const = 0;
  virtual int32_t getInt(const SQLString& column) const = 0;
  virtual uint32_t getUInt(uint32_t column) const = 0;
  virtual uint32_t getUInt(const SQLString& column) const = 0;
  virtual int64_t getInt64(uint32_t column) const = 0;
  virtual int64_t getInt64(const SQLString& column) const = 0;
  virtual uint64_t getUInt64(uint32_t column) const = 0;
  virtual uint64_t getUInt64(const SQLString& column) const = 0;
  virtual SQLString getString(uint32_t column) const = 0;
  virtual SQLString getString(const SQLString& column) const = 0;
  virtual ResultSetMetaData* getMetaData() const = 0;
  virtual const Statement* getStatement() const = 0;
};

class Connection;
class Statement {
 public:
  virtual ~Statement();
  virtual Connection* getConnection() = 0;
  virtual void addBatch(const SQLString& sql) = 0;
  virtual void clearBatch() = 0;
  virtual void cancel() = 0;
  virtual void clearWarnings() = 0;
  virtual void close() = 0;
  virtual bool execute(const SQLString& sql) = 0;
  virtual ResultSet* executeQuery(const SQLString& sql) = 0;
  virtual int executeUpdate(const SQLString& sql) = 0;
  virtual bool getMoreResults() = 0;
  virtual ResultSet* getResultSet() = 0;
  virtual uint64_t getUpdateCount() = 0;
  virtual unsigned int getMaxRows() = 0;
  virtual void setMaxRows(unsigned int rows) = 0;
  virtual unsigned int getQueryTimeout() = 0;
  virtual void setQueryTimeout(unsigned int seconds) = 0;
  virtual void setFetchSize(size_t rows) = 0;
  virtual const SQLWarning* getWarnings() = 0;
  virtual Statement* setResultSetType(ResultSet::enum_type type) = 0;
};

class PreparedStatement : public Statement {
 public:
  using Statement::execute;
  using Statement::executeQuery;
  using Statement::executeUpdate;
  virtual void clearParameters() = 0;
  virtual bool execute(const SQLString& sql) = 0;
  virtual bool execute() = 0;
  virtual ResultSet* executeQuery(const SQLString& sql) = 0;
  virtual ResultSet* executeQuery() = 0;
  virtual int executeUpdate(const SQLString& sql) = 0;
  virtual int executeUpdate() = 0;
  virtual void setBigInt(unsigned int index, const SQLString& value) = 0;
  virtual void setBlob(unsigned int index, std::istream* value) = 0;
  virtual void setBoolean(unsigned int index, bool value) = 0;
  virtual void setDateTime(unsigned int index, const SQLString& value) = 0;
  virtual void setDouble(unsigned int index, double value) = 0;
  virtual void setInt(unsigned int index, int32_t value) = 0;
  virtual void setUInt(unsigned int index, uint32_t value) = 0;
  virtual void setInt64(unsigned int index, int64_t value) = 0;
  virtual void setUInt64(unsigned int index, uint64_t value) = 0;
  virtual void setNull(unsigned int index, int type) = 0;
  virtual void setString(unsigned int index, const SQLString& value) = 0;
  virtual ResultSetMetaData* getMetaData() = 0;
  virtual ParameterMetaData* getParameterMetaData() = 0;
};

class Savepoint {
 public:
  virtual ~Savepoint();
  virtual SQLString getSavepointName() = 0;
};

class Connection {
 public:
  virtual ~Connection();
  virtual void clearWarnings() = 0;
  virtual Statement* createStatement() = 0;
  virtual void close() = 0;
  virtual void commit() = 0;
  virtual bool getAutoCommit() = 0;
  virtual void setAutoCommit(bool on) = 0;
  virtual SQLString getCatalog() = 0;
  virtual void setCatalog(const SQLString& name) = 0;
  virtual SQLString getSchema() = 0;
  virtual void setSchema(const SQLString& name) = 0;
  virtual SQLString getClientInfo() = 0;
  virtual void getClientOption(const SQLString& name, void* value) = 0;
  virtual Connection* setClientOption(const SQLString& name, const void* value) = 0;
  virtual DatabaseMetaData* getMetaData() = 0;
  virtual enum_transaction_isolation getTransactionIsolation() = 0;
  virtual void setTransactionIsolation(enum_transaction_isolation level) = 0;
  virtual const SQLWarning* getWarnings() = 0;
  virtual bool isClosed() = 0;
  virtual bool isReadOnly() = 0;
  virtual void setReadOnly(bool on) = 0;
  virtual bool isValid() = 0;
  virtual bool reconnect() = 0;
  virtual SQLString nativeSQL(const SQLString& sql) = 0;
  virtual PreparedStatement* prepareStatement(const SQLString& sql) = 0;
  virtual PreparedStatement* prepareStatement(const SQLString& sql, int keys) = 0;
  virtual PreparedStatement* prepareStatement(const SQLString& sql, int type, int concurrency) = 0;
  virtual PreparedStatement* prepareCall(const SQLString& sql) = 0;
  virtual void releaseSavepoint(Savepoint* savepoint) = 0;
  virtual void rollback() = 0;
  virtual void rollback(Savepoint* savepoint) = 0;
  virtual Savepoint* setSavepoint() = 0;
  virtual Savepoint* setSavepoint(const SQLString& name) = 0;
};

class Driver {
 public:
  virtual ~Driver();
  virtual Connection* connect(const SQLString& host, const SQLString& user, const SQLString& password) = 0;
  virtual Connection* connect(ConnectOptionsMap& options) = 0;
  virtual int getMajorVersion() = 0;
  virtual int getMinorVersion() = 0;
  virtual const SQLString& getName() = 0;
  virtual void threadInit() = 0;
  virtual void threadEnd() = 0;
};

namespace mysql {
class MySQL_Driver : public Driver {
 public:
  Connection* connect(const SQLString& host, const SQLString& user, const SQLString& password) override;
  Connection* connect(ConnectOptionsMap& options) override;
  int getMajorVersion() override;
  int getMinorVersion() override;
  const SQLString& getName() override;
  void threadInit() override;
  void threadEnd() override;
};
class MySQL_Connection : public Connection {
 public:
  PreparedStatement* prepareStatement(const SQLString& sql) override;
  PreparedStatement* prepareStatement(const SQLString& sql, int keys) override;
  PreparedStatement* prepareStatement(const SQLString& sql, int type, int concurrency) override;
  SQLString escapeString(const SQLString& text);
  SQLString getSessionVariable(const SQLString& name);
  void setSessionVariable(const SQLString& name, const SQLString& value);
};
MySQL_Driver* get_driver_instance();
MySQL_Driver* get_mysql_driver_instance();
}  // namespace mysql

}  // namespace sql

extern "C" {
sql::Driver* get_driver_instance();
sql::Driver* get_driver_instance_by_name(const char* name);
}
