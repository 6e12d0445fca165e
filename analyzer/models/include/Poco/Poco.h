// Stand-in: Poco's Foundation, JSON and Util, the most used part of them.
#pragma once
#include <cstdint>
#include <exception>
#include <functional>
#include <iosfwd>
#include <istream>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#define poco_assert(condition) (void)(condition)
#define POCO_SERVER_MAIN(App) int main(int argc, char** argv) { App app; return app.run(argc, argv); }

namespace Poco {

using Int8 = int8_t;
using UInt8 = uint8_t;
using Int16 = int16_t;
using UInt16 = uint16_t;
using Int32 = int32_t;
using UInt32 = uint32_t;
using Int64 = int64_t;
using UInt64 = uint64_t;

class Exception : public std::exception {
 public:
  Exception(const std::string& text = "", int code = 0);
  Exception(const std::string& text, const std::string& argument, int code = 0);
  const std::string& message() const;
  std::string displayText() const;
  virtual const char* name() const noexcept;
  virtual const char* className() const noexcept;
  int code() const;
  void rethrow() const;
};
class LogicException : public Exception { using Exception::Exception; };
class RuntimeException : public Exception { using Exception::Exception; };
class NotFoundException : public RuntimeException { using RuntimeException::RuntimeException; };
class InvalidArgumentException : public LogicException { using LogicException::LogicException; };
class InvalidAccessException : public RuntimeException { using RuntimeException::RuntimeException; };
class SyntaxException : public RuntimeException { using RuntimeException::RuntimeException; };
class TimeoutException : public RuntimeException { using RuntimeException::RuntimeException; };
class IOException : public RuntimeException { using RuntimeException::RuntimeException; };

template <typename T>
class SharedPtr {
 public:
  SharedPtr();
  SharedPtr(T* pointer);
  template <typename U>
  SharedPtr(const SharedPtr<U>& other);
  T* operator->() const;
  T& operator*() const;
  T* get() const;
  bool isNull() const;
  template <typename U>
  SharedPtr<U> cast() const;
  explicit operator bool() const;
  bool operator!() const;
};
template <typename T>
class AutoPtr : public SharedPtr<T> { using SharedPtr<T>::SharedPtr; };
template <typename T>
class Nullable {
 public:
  Nullable();
  Nullable(const T& value);
  bool isNull() const;
  const T& value() const;
  const T& value(const T& otherwise) const;
  void clear();
  operator const T&() const;
};

template <typename... T>
std::string format(const std::string& text, const T&... values) { return text; }
template <typename... T>
void format(std::string& to, const char* text, const T&... values) {}
class NumberFormatter {
 public:
  enum BoolFormat { FMT_TRUE_FALSE, FMT_YES_NO, FMT_ON_OFF };
  template <typename... T>
  static std::string format(T... values) { return ""; }
  template <typename... T>
  static std::string formatHex(T... values) { return ""; }
  template <typename... T>
  static void append(std::string& to, T... values) {}
};
class NumberParser {
 public:
  static int parse(const std::string& text, char separator = ',');
  static Int64 parse64(const std::string& text, char separator = ',');
  static unsigned parseUnsigned(const std::string& text, char separator = ',');
  static double parseFloat(const std::string& text);
  static bool parseBool(const std::string& text);
  static bool tryParse(const std::string& text, int& value, char separator = ',');
  static bool tryParse64(const std::string& text, Int64& value, char separator = ',');
};
template <typename S> S trim(const S& text) { return text; }
template <typename S> S trimLeft(const S& text) { return text; }
template <typename S> S trimRight(const S& text) { return text; }
template <typename S> S& trimInPlace(S& text) { return text; }
template <typename S> S toLower(const S& text) { return text; }
template <typename S> S toUpper(const S& text) { return text; }
template <typename S, typename... T> S cat(const S& text, const T&... more) { return text; }
template <typename S, typename A, typename B> S replace(const S& text, const A& from, const B& to, std::size_t start = 0) { return text; }
template <typename S, typename A, typename B> S& replaceInPlace(S& text, const A& from, const B& to, std::size_t start = 0) { return text; }
template <typename A, typename B> int icompare(const A& a, const B& b) { return 0; }

class Timestamp {
 public:
  Timestamp();
  Int64 epochMicroseconds() const;
  std::time_t epochTime() const;
};
class Timespan {
 public:
  Timespan(Int64 microseconds = 0);
  Timespan(long seconds, long microseconds);
};
class DateTime {
 public:
  DateTime();
  DateTime(const Timestamp& timestamp);
  DateTime(int year, int month, int day, int hour = 0, int minute = 0, int second = 0);
  int year() const;
  int month() const;
  int day() const;
  Timestamp timestamp() const;
};
class LocalDateTime : public DateTime { using DateTime::DateTime; };
struct DateTimeFormat {
  static const std::string ISO8601_FORMAT, SORTABLE_FORMAT, HTTP_FORMAT;
};
class DateTimeFormatter {
 public:
  template <typename T>
  static std::string format(const T& time, const std::string& form, int zone = 0) { return ""; }
};
class UUID {
 public:
  UUID();
  explicit UUID(const std::string& text);
  std::string toString() const;
  static bool tryParse(const std::string& text);
};
class UUIDGenerator {
 public:
  static UUIDGenerator& defaultGenerator();
  UUID create();
  UUID createRandom();
  UUID createOne();
};
class DigestEngine {
 public:
  using Digest = std::vector<unsigned char>;
  virtual ~DigestEngine();
  void update(const std::string& data);
  void update(const void* data, std::size_t size);
  const Digest& digest();
  static std::string digestToHex(const Digest& digest);
};
class MD5Engine : public DigestEngine {};
class SHA1Engine : public DigestEngine {};
class SHA2Engine : public DigestEngine {};

class StreamCopier {
 public:
  static std::streamsize copyStream(std::istream& from, std::ostream& to, std::size_t size = 8192);
  static std::streamsize copyToString(std::istream& from, std::string& to, std::size_t size = 8192);
};
class Environment {
 public:
  static std::string get(const std::string& name);
  static std::string get(const std::string& name, const std::string& otherwise);
  static bool has(const std::string& name);
  static void set(const std::string& name, const std::string& value);
};
class URI {
 public:
  using QueryParameters = std::vector<std::pair<std::string, std::string>>;
  URI();
  explicit URI(const std::string& text);
  explicit URI(const char* text);
  const std::string& getScheme() const;
  const std::string& getHost() const;
  unsigned short getPort() const;
  const std::string& getPath() const;
  std::string getQuery() const;
  const std::string& getRawQuery() const;
  std::string getPathAndQuery() const;
  QueryParameters getQueryParameters(bool plus = true) const;
  void getPathSegments(std::vector<std::string>& segments) const;
  void addQueryParameter(const std::string& name, const std::string& value = "");
  std::string toString() const;
  static void encode(const std::string& text, const std::string& reserved, std::string& to);
  static void decode(const std::string& text, std::string& to, bool plus = false);
};
class Path {
 public:
  Path();
  Path(const std::string& text);
  Path(const char* text);
  std::string toString() const;
  Path& append(const std::string& text);
};
class StringTokenizer {
 public:
  enum Options { TOK_IGNORE_EMPTY = 1, TOK_TRIM = 2 };
  StringTokenizer(const std::string& text, const std::string& separators, int options = 0);
  std::vector<std::string>::const_iterator begin() const;
  std::vector<std::string>::const_iterator end() const;
  const std::string& operator[](std::size_t at) const;
  std::size_t count() const;
};

class Logger {
 public:
  static Logger& get(const std::string& name);
  static Logger& root();
  template <typename... T> void fatal(const T&... values) {}
  template <typename... T> void critical(const T&... values) {}
  template <typename... T> void error(const T&... values) {}
  template <typename... T> void warning(const T&... values) {}
  template <typename... T> void notice(const T&... values) {}
  template <typename... T> void information(const T&... values) {}
  template <typename... T> void debug(const T&... values) {}
  template <typename... T> void trace(const T&... values) {}
};
template <class M>
class ScopedLock {
 public:
  explicit ScopedLock(M& mutex);
  ScopedLock(M& mutex, long milliseconds);
  ~ScopedLock();
};
template <class M>
class ScopedLockWithUnlock {
 public:
  explicit ScopedLockWithUnlock(M& mutex);
  ~ScopedLockWithUnlock();
  void unlock();
};
class FastMutex {
 public:
  using ScopedLock = Poco::ScopedLock<FastMutex>;
  void lock();
  bool tryLock();
  void unlock();
};
class Mutex {
 public:
  using ScopedLock = Poco::ScopedLock<Mutex>;
  void lock();
  bool tryLock();
  void unlock();
};
class Runnable {
 public:
  virtual ~Runnable();
  virtual void run() = 0;
};
class Thread {
 public:
  explicit Thread(const std::string& name = "");
  void start(Runnable& target);
  template <typename F> void startFunc(const F& call) {}
  void join();
  static void sleep(long milliseconds);
};
class ThreadPool {
 public:
  explicit ThreadPool(int least = 2, int most = 16);
  void start(Runnable& target);
  static ThreadPool& defaultPool();
};

namespace Dynamic {
class Var {
 public:
  Var();
  template <typename T>
  Var(const T& value) {}
  template <typename T>
  T convert() const;
  template <typename T>
  void convert(T& to) const;
  template <typename T>
  const T& extract() const;
  template <typename T>
  operator T() const;
  std::string toString() const;
  bool isEmpty() const;
  bool isString() const;
  bool isNumeric() const;
  bool isInteger() const;
  bool isArray() const;
  Var operator[](const std::string& name) const;
  Var operator[](std::size_t at) const;
};
}  // namespace Dynamic
using DynamicAny = Dynamic::Var;

namespace JSON {
class Array;
class Object {
 public:
  using Ptr = SharedPtr<Object>;
  Object(int options = 0);
  Dynamic::Var get(const std::string& name) const;
  template <typename T>
  T getValue(const std::string& name) const;
  template <typename T>
  T optValue(const std::string& name, const T& otherwise) const;
  Ptr getObject(const std::string& name) const;
  SharedPtr<Array> getArray(const std::string& name) const;
  bool has(const std::string& name) const;
  bool isNull(const std::string& name) const;
  Object& set(const std::string& name, const Dynamic::Var& value);
  std::vector<std::string> getNames() const;
  std::size_t size() const;
  void remove(const std::string& name);
  void stringify(std::ostream& out, unsigned indent = 0, int step = -1) const;
};
class Array {
 public:
  using Ptr = SharedPtr<Array>;
  Dynamic::Var get(unsigned at) const;
  template <typename T>
  T getElement(unsigned at) const;
  Object::Ptr getObject(unsigned at) const;
  std::size_t size() const;
  Array& add(const Dynamic::Var& value);
  Array& set(unsigned at, const Dynamic::Var& value);
  const Dynamic::Var* begin() const;
  const Dynamic::Var* end() const;
  void stringify(std::ostream& out, unsigned indent = 0, int step = -1) const;
};
class Parser {
 public:
  Dynamic::Var parse(const std::string& text);
  Dynamic::Var parse(std::istream& in);
  Dynamic::Var result() const;
  void reset();
};
}  // namespace JSON

namespace Util {
class AbstractConfiguration {
 public:
  std::string getString(const std::string& name) const;
  std::string getString(const std::string& name, const std::string& otherwise) const;
  int getInt(const std::string& name) const;
  int getInt(const std::string& name, int otherwise) const;
  bool getBool(const std::string& name) const;
  bool getBool(const std::string& name, bool otherwise) const;
  bool has(const std::string& name) const;
  void setString(const std::string& name, const std::string& value);
};
class OptionSet {};
class Application {
 public:
  enum ExitCode { EXIT_OK = 0, EXIT_USAGE = 64, EXIT_SOFTWARE = 70, EXIT_CONFIG = 78 };
  virtual ~Application();
  static Application& instance();
  AbstractConfiguration& config() const;
  Logger& logger() const;
  int run(int argc, char** argv);
  virtual int run();
  virtual int main(const std::vector<std::string>& arguments);
  virtual void initialize(Application& self);
  virtual void uninitialize();
  virtual void defineOptions(OptionSet& options);
  int loadConfiguration(int priority = 0);
};
class ServerApplication : public Application {
 public:
  void waitForTerminationRequest();
  static void terminate();
};
}  // namespace Util

}  // namespace Poco
