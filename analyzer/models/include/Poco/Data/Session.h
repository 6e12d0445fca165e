// Stand-in: Poco's Data.
#pragma once
#include "../Poco.h"

namespace Poco {
namespace Data {

class DataException : public IOException { using IOException::IOException; };
class ConnectionFailedException : public DataException { using DataException::DataException; };
class ConnectionException : public DataException { using DataException::DataException; };

class AbstractBinding {
 public:
  using Ptr = SharedPtr<AbstractBinding>;
};
class AbstractExtraction {
 public:
  using Ptr = SharedPtr<AbstractExtraction>;
};
using AbstractBindingVec = std::vector<AbstractBinding::Ptr>;
using AbstractExtractionVec = std::vector<AbstractExtraction::Ptr>;
class Limit {
 public:
  Limit(UInt64 rows, bool hard = false, bool low = false);
};
class Range : public Limit { using Limit::Limit; };
class Bulk {};

class Statement;
using Manipulator = void (*)(Statement&);
class Session;

class Statement {
 public:
  using Result = std::size_t;
  explicit Statement(Session& session);
  Statement(const Statement& other);
  ~Statement();
  Statement& operator=(const Statement& other);
  template <typename T>
  Statement& operator<<(const T& text) { return *this; }
  Statement& operator,(Manipulator manipulator);
  Statement& operator,(AbstractBinding::Ptr binding);
  Statement& operator,(AbstractExtraction::Ptr extraction);
  Statement& operator,(const Limit& limit);
  Statement& operator,(const Bulk& bulk);
  Statement& operator,(int value);
  Statement& operator,(long value);
  Statement& operator,(double value);
  Statement& operator,(const std::string& text);
  Statement& operator,(const char* text);
  Statement& addBind(AbstractBinding::Ptr binding);
  Statement& addExtract(AbstractExtraction::Ptr extraction);
  Statement& bind(const Dynamic::Var& value);
  const std::string& toString() const;
  std::size_t execute(bool reset = true);
  const Result& executeAsync(bool reset = true);
  std::size_t wait(long milliseconds = -1) const;
  bool initialized();
  bool done();
  std::size_t rowsExtracted(int set = -1) const;
  std::size_t columnsExtracted(int set = -1) const;
  std::size_t affectedRowCount() const;
  bool hasMoreDataSets() const;
  Statement& reset(Session& session);
};
void now(Statement& statement);
void sync(Statement& statement);
void async(Statement& statement);
void reset(Statement& statement);

namespace Keywords {
template <typename... T> AbstractBinding::Ptr use(T&&... values) { return {}; }
template <typename... T> AbstractBinding::Ptr useRef(T&&... values) { return {}; }
template <typename... T> AbstractBinding::Ptr bind(T&&... values) { return {}; }
template <typename... T> AbstractBinding::Ptr in(T&&... values) { return {}; }
template <typename... T> AbstractBinding::Ptr out(T&&... values) { return {}; }
template <typename... T> AbstractBinding::Ptr io(T&&... values) { return {}; }
template <typename... T> AbstractExtraction::Ptr into(T&&... values) { return {}; }
using Data::now;
using Data::sync;
using Data::async;
using Data::reset;
inline Limit limit(UInt64 rows, bool hard = false) { return Limit(rows, hard); }
inline Range range(UInt64 low, UInt64 high, bool hard = false) { return Range(high, hard); }
template <typename T> Bulk bulk(const T& value) { return {}; }
}  // namespace Keywords

class Session {
 public:
  Session(const std::string& connector, const std::string& options, std::size_t timeout = 0);
  explicit Session(const std::string& connection, std::size_t timeout = 0);
  Session(const Session& other);
  ~Session();
  template <typename T>
  Statement operator<<(const T& text) { throw 0; }
  void open(const std::string& options = "");
  void close();
  bool isConnected() const;
  bool isGood() const;
  void reconnect();
  void setLoginTimeout(std::size_t seconds);
  void setConnectionTimeout(std::size_t seconds);
  void begin();
  void commit();
  void rollback();
  bool canTransact() const;
  bool isTransaction() const;
  void setTransactionIsolation(UInt32 level);
  std::string connector() const;
  std::string uri() const;
  void setFeature(const std::string& name, bool on);
  void setProperty(const std::string& name, const Dynamic::Var& value);
};

class SessionFactory {
 public:
  static SessionFactory& instance();
  Session create(const std::string& connector, const std::string& options, std::size_t timeout = 0);
  Session create(const std::string& uri, std::size_t timeout = 0);
};
class SessionPool {
 public:
  SessionPool(const std::string& connector, const std::string& options, int least = 1, int most = 32, int idle = 60, std::size_t timeout = 0);
  Session get();
  template <typename T>
  Session get(const std::string& name, const T& value) { throw 0; }
  int available() const;
  int used() const;
  void shutdown();
};

class Transaction {
 public:
  explicit Transaction(Session& session, bool start = true);
  explicit Transaction(Session& session, Logger& logger);
  ~Transaction();
  void begin();
  void commit();
  void rollback();
  bool isActive();
  template <typename T>
  void transact(T& call) {}
};

class Row {
 public:
  const Dynamic::Var& get(std::size_t column) const;
  const Dynamic::Var& operator[](std::size_t column) const;
  const Dynamic::Var& operator[](const std::string& column) const;
  std::size_t fieldCount() const;
  std::string valuesToString() const;
};
class RecordSet : private Statement {
 public:
  explicit RecordSet(const Statement& statement);
  RecordSet(Session& session, const std::string& query);
  std::size_t rowCount() const;
  std::size_t columnCount() const;
  bool moveFirst();
  bool moveNext();
  bool movePrevious();
  bool moveLast();
  const Row& row(std::size_t at);
  Row* begin();
  Row* end();
  Dynamic::Var value(std::size_t column, std::size_t row) const;
  Dynamic::Var value(const std::string& column, std::size_t row) const;
  Dynamic::Var value(const std::string& column) const;
  Dynamic::Var value(std::size_t column) const;
  Dynamic::Var operator[](const std::string& column) const;
  Dynamic::Var operator[](std::size_t column) const;
  const std::string& columnName(std::size_t column) const;
  bool isNull(const std::string& column) const;
};
template <typename T>
class TypeHandler;

namespace SQLite { class Connector { public: static const std::string KEY; static void registerConnector(); static void unregisterConnector(); }; }
namespace MySQL { class Connector { public: static const std::string KEY; static void registerConnector(); static void unregisterConnector(); }; }
namespace PostgreSQL { class Connector { public: static const std::string KEY; static void registerConnector(); static void unregisterConnector(); }; }
namespace ODBC { class Connector { public: static const std::string KEY; static void registerConnector(); static void unregisterConnector(); }; }

}  // namespace Data
}  // namespace Poco
