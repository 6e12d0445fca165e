// Stand-in: SQLiteCpp.
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>
struct sqlite3;

namespace SQLite {

extern const int OPEN_READONLY;
extern const int OPEN_READWRITE;
extern const int OPEN_CREATE;
extern const int OPEN_URI;
extern const int OPEN_MEMORY;
extern const int OPEN_NOMUTEX;
extern const int OPEN_FULLMUTEX;
extern const int OK;
extern const int INTEGER;
extern const int FLOAT;
extern const int TEXT;
extern const int BLOB;
extern const int Null;

class Exception : public std::runtime_error {
 public:
  explicit Exception(const std::string& message, int code = -1);
  int getErrorCode() const noexcept;
  int getExtendedErrorCode() const noexcept;
  const char* getErrorStr() const noexcept;
};

class Column {
 public:
  const char* getName() const noexcept;
  const char* getOriginName() const noexcept;
  int32_t getInt() const noexcept;
  uint32_t getUInt() const noexcept;
  int64_t getInt64() const noexcept;
  double getDouble() const noexcept;
  const char* getText(const char* otherwise = "") const noexcept;
  const void* getBlob() const noexcept;
  std::string getString() const;
  int getType() const noexcept;
  bool isInteger() const noexcept;
  bool isFloat() const noexcept;
  bool isText() const noexcept;
  bool isBlob() const noexcept;
  bool isNull() const noexcept;
  int getBytes() const noexcept;
  int size() const noexcept;
  operator char() const;
  operator int() const;
  operator unsigned() const;
  operator long() const;
  operator long long() const;
  operator double() const;
  operator const char*() const;
  operator const void*() const;
  operator std::string() const;
};

enum class TransactionBehavior { DEFERRED, IMMEDIATE, EXCLUSIVE };

class Database {
 public:
  explicit Database(const char* name, int flags = 1, int timeout = 0, const char* vfs = nullptr);
  explicit Database(const std::string& name, int flags = 1, int timeout = 0, const std::string& vfs = "");
  Database(Database&&);
  Database& operator=(Database&&);
  ~Database();
  void setBusyTimeout(int milliseconds);
  int exec(const char* queries);
  int exec(const std::string& queries);
  int tryExec(const char* queries) noexcept;
  int tryExec(const std::string& queries) noexcept;
  Column execAndGet(const char* query);
  Column execAndGet(const std::string& query);
  bool tableExists(const char* name) const;
  bool tableExists(const std::string& name) const;
  int64_t getLastInsertRowid() const noexcept;
  int getChanges() const noexcept;
  int getTotalChanges() const noexcept;
  int getErrorCode() const noexcept;
  const char* getErrorMsg() const noexcept;
  const std::string& getFilename() const noexcept;
  sqlite3* getHandle() const noexcept;
  void createFunction(const char* name, int arguments, bool deterministic, void* data, void* call, void* step = nullptr,
                      void* final = nullptr, void* destroy = nullptr);
  void loadExtension(const char* name, const char* entry);
  void key(const std::string& key) const;
  void rekey(const std::string& key) const;
  void backup(const char* file, int type);
};

class Statement {
 public:
  Statement(const Database& database, const char* query);
  Statement(const Database& database, const std::string& query);
  Statement(Statement&& other) noexcept;
  ~Statement();
  void reset();
  int tryReset() noexcept;
  void clearBindings();
  int getIndex(const char* name) const;
  template <typename T>
  void bind(int index, const T& value);
  template <typename T>
  void bind(const char* name, const T& value);
  template <typename T>
  void bind(const std::string& name, const T& value);
  void bind(int index);
  void bind(int index, const void* value, int size);
  template <typename T>
  void bindNoCopy(int index, const T& value);
  bool executeStep();
  int tryExecuteStep() noexcept;
  int exec();
  Column getColumn(int index) const;
  Column getColumn(const char* name) const;
  template <typename T, int N>
  T getColumns();
  bool isColumnNull(int index) const;
  const char* getColumnName(int index) const;
  int getColumnIndex(const char* name) const;
  int getColumnCount() const;
  int getChanges() const noexcept;
  bool hasRow() const noexcept;
  bool isDone() const noexcept;
  const std::string& getQuery() const;
  std::string getExpandedSQL() const;
  int getErrorCode() const noexcept;
  const char* getErrorMsg() const noexcept;
  int getBindParameterCount() const noexcept;
};

class Transaction {
 public:
  explicit Transaction(Database& database);
  explicit Transaction(Database& database, TransactionBehavior behavior);
  ~Transaction();
  void commit();
  void rollback();
};
class Savepoint {
 public:
  Savepoint(Database& database, const std::string& name);
  ~Savepoint();
  void release();
  void rollbackTo();
};
class Backup {
 public:
  Backup(Database& to, Database& from);
  int executeStep(int pages = -1);
};

template <typename... T>
void bind(Statement& statement, const T&... values) {}
template <typename... T>
void execute_many(Database& database, const char* query, T&&... values) {}

}  // namespace SQLite
