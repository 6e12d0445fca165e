// Stand-in: Drogon.
#pragma once
#include <any>
#include <chrono>
#include <cstdint>
#include <exception>
#include <functional>
#include <future>
#include <json/json.h>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>
#if __cplusplus >= 202002L
#include <coroutine>
#endif

namespace trantor {
class EventLoop {
 public:
  using TimerId = uint64_t;
  void runInLoop(std::function<void()> call);
  void queueInLoop(std::function<void()> call);
  template <typename T> TimerId runAfter(const T& delay, std::function<void()> call) { return 0; }
  template <typename T> TimerId runEvery(const T& interval, std::function<void()> call) { return 0; }
  void invalidateTimer(TimerId id);
  void loop();
  void quit();
};
class Date {
 public:
  static Date now();
  static Date date();
  Date after(double seconds) const;
  int64_t microSecondsSinceEpoch() const;
  int64_t secondsSinceEpoch() const;
  std::string toDbString() const;
  std::string toDbStringLocal() const;
  std::string toFormattedString(bool microseconds) const;
  std::string toCustomFormattedString(const std::string& format, bool microseconds = false) const;
};
class InetAddress {
 public:
  std::string toIp() const;
  std::string toIpPort() const;
  uint16_t toPort() const;
};
class Logger {
 public:
  enum LogLevel { kTrace, kDebug, kInfo, kWarn, kError, kFatal };
  static void setLogLevel(LogLevel level);
  template <typename T> Logger& operator<<(const T& value) { return *this; }
};
}  // namespace trantor
#define LOG_TRACE trantor::Logger()
#define LOG_DEBUG trantor::Logger()
#define LOG_INFO trantor::Logger()
#define LOG_WARN trantor::Logger()
#define LOG_ERROR trantor::Logger()
#define LOG_FATAL trantor::Logger()
#define LOG_SYSERR trantor::Logger()

namespace drogon {
enum HttpMethod { Get, Post, Head, Put, Delete, Options, Patch, Invalid };
enum HttpStatusCode { kUnknown = 0, k200OK = 200, k201Created = 201, k202Accepted = 202, k204NoContent = 204, k206PartialContent = 206,
                      k301MovedPermanently = 301, k302Found = 302, k303SeeOther = 303, k304NotModified = 304, k307TemporaryRedirect = 307,
                      k400BadRequest = 400, k401Unauthorized = 401, k402PaymentRequired = 402, k403Forbidden = 403, k404NotFound = 404,
                      k405MethodNotAllowed = 405, k406NotAcceptable = 406, k408RequestTimeout = 408, k409Conflict = 409, k410Gone = 410,
                      k413RequestEntityTooLarge = 413, k415UnsupportedMediaType = 415, k422UnprocessableEntity = 422,
                      k429TooManyRequests = 429, k500InternalServerError = 500, k501NotImplemented = 501, k502BadGateway = 502,
                      k503ServiceUnavailable = 503, k504GatewayTimeout = 504 };
enum ContentType { CT_NONE, CT_APPLICATION_JSON, CT_TEXT_PLAIN, CT_TEXT_HTML, CT_APPLICATION_X_FORM, CT_APPLICATION_OCTET_STREAM,
                   CT_MULTIPART_FORM_DATA, CT_TEXT_CSS, CT_TEXT_JAVASCRIPT, CT_APPLICATION_XML, CT_IMAGE_PNG, CT_CUSTOM };
enum class ReqResult { Ok, BadResponse, NetworkFailure, BadServerAddress, Timeout, HandshakeError };
namespace internal {
struct FilterName { FilterName(const char* name); FilterName(HttpMethod method); FilterName(const std::string& name); };
}  // namespace internal

// ---- coroutines
#if __cplusplus >= 202002L
template <typename T = void>
class Task {
 public:
  struct promise_type {
    Task get_return_object();
    std::suspend_always initial_suspend() noexcept;
    std::suspend_always final_suspend() noexcept;
    void unhandled_exception();
    template <typename U> void return_value(U&& value) {}
  };
  bool await_ready() const;
  template <typename H> void await_suspend(H handle) {}
  T await_resume();
};
template <>
class Task<void> {
 public:
  struct promise_type {
    Task get_return_object();
    std::suspend_always initial_suspend() noexcept;
    std::suspend_always final_suspend() noexcept;
    void unhandled_exception();
    void return_void();
  };
  bool await_ready() const;
  template <typename H> void await_suspend(H handle) {}
  void await_resume();
};
class AsyncTask {
 public:
  struct promise_type {
    AsyncTask get_return_object();
    std::suspend_never initial_suspend() noexcept;
    std::suspend_never final_suspend() noexcept;
    void unhandled_exception();
    void return_void();
  };
};
template <typename F> void async_run(F&& call) {}
template <typename F> std::function<void()> async_func(F&& call) { return {}; }
template <typename T> T sync_wait(Task<T> task);
Task<void> sleepCoro(trantor::EventLoop* loop, double seconds);
#endif

// ---- requests and responses

class Session {
 public:
  template <typename T> T get(const std::string& key) const;
  template <typename T> std::optional<T> getOptional(const std::string& key) const;
  template <typename T> void modify(const std::string& key, std::function<void(T&)> call) {}
  template <typename T> void insert(const std::string& key, T&& value) {}
  void erase(const std::string& key);
  bool find(const std::string& key);
  void clear();
  std::string sessionId() const;
};
using SessionPtr = std::shared_ptr<Session>;
class Attributes {
 public:
  template <typename T> const T& get(const std::string& key) const;
  template <typename T> void insert(const std::string& key, T&& value) {}
  bool find(const std::string& key);
  void erase(const std::string& key);
};
class Cookie {
 public:
  Cookie(const std::string& key = "", const std::string& value = "");
  void setHttpOnly(bool on);
  void setSecure(bool on);
  void setPath(const std::string& path);
  void setMaxAge(int seconds);
};
template <typename T> using SafeStringMap = std::unordered_map<std::string, T>;
class HttpRequest;
class HttpResponse;
using HttpRequestPtr = std::shared_ptr<HttpRequest>;
using HttpResponsePtr = std::shared_ptr<HttpResponse>;

class HttpRequest {
 public:
  virtual ~HttpRequest();
  HttpMethod method() const;
  HttpMethod getMethod() const;
  const char* methodString() const;
  const char* getMethodString() const;
  bool isHead() const;
  const std::string& getHeader(std::string key) const;
  const SafeStringMap<std::string>& headers() const;
  const SafeStringMap<std::string>& getHeaders() const;
  const std::string& getCookie(const std::string& key) const;
  const SafeStringMap<std::string>& cookies() const;
  const SafeStringMap<std::string>& getCookies() const;
  const std::string& query() const;
  const std::string& getQuery() const;
  std::string_view body() const;
  std::string_view getBody() const;
  std::string_view bodyView() const;
  std::size_t bodyLength() const;
  const std::string& path() const;
  const std::string& getPath() const;
  const std::string& getOriginalPath() const;
  std::string_view matchedPathPattern() const;
  const std::vector<std::string>& getRoutingParameters() const;
  const SessionPtr& session() const;
  const SessionPtr& getSession() const;
  const std::shared_ptr<Attributes>& attributes() const;
  const std::shared_ptr<Attributes>& getAttributes() const;
  const SafeStringMap<std::string>& parameters() const;
  const SafeStringMap<std::string>& getParameters() const;
  const std::string& getParameter(const std::string& key) const;
  template <typename T> std::optional<T> getOptionalParameter(const std::string& key);
  const trantor::InetAddress& peerAddr() const;
  const trantor::InetAddress& getPeerAddr() const;
  const trantor::InetAddress& localAddr() const;
  const std::shared_ptr<Json::Value>& jsonObject() const;
  const std::shared_ptr<Json::Value>& getJsonObject() const;
  const std::string& getJsonError() const;
  ContentType contentType() const;
  ContentType getContentType() const;
  template <typename T> T as() const;
  void addHeader(std::string key, const std::string& value);
  void addCookie(std::string key, std::string value);
  void setBody(const std::string& body);
  void setMethod(HttpMethod method);
  void setPath(const std::string& path);
  void setParameter(const std::string& key, const std::string& value);
  void setContentTypeCode(ContentType type);
  static HttpRequestPtr newHttpRequest();
  static HttpRequestPtr newHttpJsonRequest(const Json::Value& body);
  static HttpRequestPtr newHttpFormPostRequest();
};
class HttpResponse {
 public:
  virtual ~HttpResponse();
  HttpStatusCode statusCode() const;
  HttpStatusCode getStatusCode() const;
  void setStatusCode(HttpStatusCode code);
  void setCustomStatusCode(int code, std::string_view message = {});
  const std::string& getHeader(const std::string& key) const;
  void addHeader(std::string key, const std::string& value);
  void removeHeader(const std::string& key);
  void addCookie(const std::string& key, const std::string& value);
  void addCookie(const Cookie& cookie);
  void setBody(const std::string& body);
  std::string_view body() const;
  std::string_view getBody() const;
  void setContentTypeCode(ContentType type);
  void setContentTypeString(const std::string& type);
  void setContentTypeCodeAndCustomString(ContentType type, const std::string& text);
  void setExpiredTime(long seconds);
  const std::shared_ptr<Json::Value>& jsonObject() const;
  const std::shared_ptr<Json::Value>& getJsonObject() const;
  static HttpResponsePtr newHttpResponse();
  static HttpResponsePtr newHttpResponse(HttpStatusCode code, ContentType type);
  static HttpResponsePtr newHttpJsonResponse(const Json::Value& body);
  static HttpResponsePtr newHttpViewResponse(const std::string& view, const Json::Value& data = Json::Value());
  static HttpResponsePtr newRedirectionResponse(const std::string& location, HttpStatusCode status = k302Found);
  static HttpResponsePtr newFileResponse(const std::string& path, const std::string& name = "", ContentType type = CT_NONE);
  static HttpResponsePtr newNotFoundResponse();
};
using AdviceCallback = std::function<void(const HttpResponsePtr&)>;
using FilterCallback = std::function<void(const HttpResponsePtr&)>;
using FilterChainCallback = std::function<void()>;
class HttpFile {
 public:
  const std::string& getFileName() const;
  std::string_view getFileExtension() const;
  std::string_view fileContent() const;
  std::size_t fileLength() const;
  int save() const;
  int save(const std::string& path) const;
  int saveAs(const std::string& path) const;
  std::string getMd5() const;
};
class MultiPartParser {
 public:
  int parse(const HttpRequestPtr& request);
  const std::vector<HttpFile>& getFiles() const;
  const SafeStringMap<std::string>& getParameters() const;
  template <typename T> std::optional<T> getOptionalParameter(const std::string& key);
};

// ---- controllers

template <typename T, bool AutoCreation = true>
class HttpController {
 public:
  static void initPathRouting();
  template <typename F, typename... A>
  static void registerMethod(F&& call, const std::string& pattern, A&&... constraints) {}
};
template <typename T, bool AutoCreation = true>
class HttpSimpleController {
 public:
  virtual ~HttpSimpleController() = default;
  virtual void asyncHandleHttpRequest(const HttpRequestPtr& request, std::function<void(const HttpResponsePtr&)>&& callback) = 0;
};
template <typename T, bool AutoCreation = true>
class HttpFilter {
 public:
  virtual ~HttpFilter() = default;
  virtual void doFilter(const HttpRequestPtr& request, FilterCallback&& stop, FilterChainCallback&& next) = 0;
};
template <typename T, bool AutoCreation = true>
class HttpMiddleware {};
template <typename T, bool AutoCreation = true>
class HttpCoroFilter {};
class WebSocketConnection {
 public:
  void send(const std::string& text, int type = 1);
  void shutdown(int code = 0, const std::string& reason = "");
  bool connected() const;
  const trantor::InetAddress& peerAddr() const;
};
using WebSocketConnectionPtr = std::shared_ptr<WebSocketConnection>;
enum class WebSocketMessageType { Text, Binary, Ping, Pong, Close, Unknown };
template <typename T, bool AutoCreation = true>
class WebSocketController {
 public:
  virtual ~WebSocketController() = default;
  virtual void handleNewMessage(const WebSocketConnectionPtr& connection, std::string&& message, const WebSocketMessageType& type) = 0;
  virtual void handleConnectionClosed(const WebSocketConnectionPtr& connection) = 0;
  virtual void handleNewConnection(const HttpRequestPtr& request, const WebSocketConnectionPtr& connection) = 0;
};
template <typename T>
class Plugin {
 public:
  virtual ~Plugin() = default;
  virtual void initAndStart(const Json::Value& config) = 0;
  virtual void shutdown() = 0;
};
#define METHOD_LIST_BEGIN static void initPathRouting() {
#define METHOD_LIST_END }
#define METHOD_ADD(method, pattern, ...) registerMethod(&method, pattern)
#define ADD_METHOD_TO(method, pattern, ...) registerMethod(&method, pattern)
#define ADD_METHOD_VIA_REGEX(method, pattern, ...) registerMethod(&method, pattern)
#define PATH_LIST_BEGIN static void initPathRouting() {
#define PATH_LIST_END }
#define PATH_ADD(...) (void)0
#define WS_PATH_LIST_BEGIN static void initPathRouting() {
#define WS_PATH_LIST_END }
#define WS_PATH_ADD(...) (void)0
#define WS_ADD_PATH_VIA_REGEX(...) (void)0

// ---- the database client
namespace orm {
class DrogonDbException {
 public:
  virtual ~DrogonDbException() noexcept;
  virtual const std::exception& base() const noexcept;
};
class Failure : public DrogonDbException, public std::runtime_error { public: using std::runtime_error::runtime_error; };
class UnexpectedRows : public Failure { public: using Failure::Failure; };
class SqlError : public Failure { public: using Failure::Failure; const std::string& query() const; const std::string& sqlState() const; };
class UniqueViolation : public SqlError { public: using SqlError::SqlError; };
class TimeoutError : public Failure { public: using Failure::Failure; };

class Field {
 public:
  const char* name() const;
  bool isNull() const;
  const char* c_str() const;
  std::size_t length() const;
  template <typename T> T as() const;
};
class Row {
 public:
  using SizeType = std::size_t;
  Field operator[](SizeType column) const;
  Field operator[](int column) const;
  Field operator[](const char* column) const;
  Field operator[](const std::string& column) const;
  Field at(const std::string& column) const;
  SizeType size() const;
  const Field* begin() const;
  const Field* end() const;
};
class Result {
 public:
  using SizeType = std::size_t;
  SizeType size() const noexcept;
  bool empty() const noexcept;
  Row operator[](SizeType row) const;
  Row at(SizeType row) const;
  Row front() const;
  Row back() const;
  const Row* begin() const;
  const Row* end() const;
  std::size_t columns() const;
  const char* columnName(std::size_t column) const;
  std::size_t affectedRows() const noexcept;
  unsigned long long insertId() const noexcept;
};
using ResultCallback = std::function<void(const Result&)>;
using DrogonDbExceptionCallback = std::function<void(const DrogonDbException&)>;
enum class Mode { NonBlocking, Blocking };
namespace internal {
class SqlBinder {
 public:
  template <typename T> SqlBinder& operator<<(const T& value) { return *this; }
  template <typename F> SqlBinder& operator>>(F&& callback) { return *this; }
  void exec() noexcept(false);
};
struct SqlAwaiter {
  bool await_ready() const;
  template <typename H> void await_suspend(H handle) {}
  Result await_resume();
};
}  // namespace internal

class DbClient;
class Transaction;
using DbClientPtr = std::shared_ptr<DbClient>;
using TransactionPtr = std::shared_ptr<Transaction>;
namespace internal {
struct TransactionAwaiter {
  bool await_ready() const;
  template <typename H> void await_suspend(H handle) {}
  TransactionPtr await_resume();
};
}  // namespace internal
class DbClient {
 public:
  virtual ~DbClient();
  static DbClientPtr newPgClient(const std::string& options, std::size_t connections, bool batch = false);
  static DbClientPtr newMysqlClient(const std::string& options, std::size_t connections);
  static DbClientPtr newSqlite3Client(const std::string& options, std::size_t connections);
  template <typename R, typename E, typename... A>
  void execSqlAsync(const std::string& sql, R&& result, E&& failure, A&&... values) noexcept {}
  template <typename... A>
  std::future<Result> execSqlAsyncFuture(const std::string& sql, A&&... values) noexcept { return {}; }
  template <typename... A>
  Result execSqlSync(const std::string& sql, A&&... values) noexcept(false) { return {}; }
  template <typename... A>
  internal::SqlAwaiter execSqlCoro(const std::string& sql, A&&... values) noexcept { return {}; }
  internal::SqlBinder operator<<(const std::string& sql);
  std::shared_ptr<Transaction> newTransaction(const std::function<void(bool)>& committed = nullptr) noexcept(false);
  void newTransactionAsync(const std::function<void(const TransactionPtr&)>& callback);
  internal::TransactionAwaiter newTransactionCoro();
  bool hasAvailableConnections() const noexcept;
  void setTimeout(double seconds);
};
class Transaction : public DbClient {
 public:
  void rollback();
  void setCommitCallback(const std::function<void(bool)>& committed);
};

enum class CompareOperator { EQ, NE, GT, GE, LT, LE, Like, NotLike, In, NotIn, IsNull, IsNotNull };
enum class SortOrder { ASC, DESC };
struct CustomSql {
  explicit CustomSql(std::string content);
};
CustomSql operator""_sql(const char* text, std::size_t size);
class Criteria {
 public:
  Criteria();
  template <typename... A> explicit Criteria(const CustomSql& sql, A&&... values) {}
  template <typename T> Criteria(const std::string& column, const CompareOperator& compare, T&& value) {}
  Criteria(const std::string& column, const CompareOperator& compare);
  template <typename T> Criteria(const std::string& column, T&& value) {}
  explicit operator bool() const;
};
Criteria operator&&(Criteria a, Criteria b);
Criteria operator||(Criteria a, Criteria b);
template <typename T>
class Mapper {
 public:
  using SingleRowCallback = std::function<void(T)>;
  using MultipleRowsCallback = std::function<void(std::vector<T>)>;
  using CountCallback = std::function<void(std::size_t)>;
  explicit Mapper(DbClientPtr client);
  Mapper& limit(std::size_t rows);
  Mapper& offset(std::size_t rows);
  Mapper& orderBy(const std::string& column, const SortOrder& order = SortOrder::ASC);
  Mapper& paginate(std::size_t page, std::size_t rows);
  Mapper& forUpdate();
  template <typename K> T findByPrimaryKey(const K& key);
  template <typename K> void findByPrimaryKey(const K& key, SingleRowCallback found, DrogonDbExceptionCallback failure) noexcept {}
  std::vector<T> findAll();
  void findAll(MultipleRowsCallback found, DrogonDbExceptionCallback failure) noexcept;
  std::vector<T> findBy(const Criteria& criteria);
  void findBy(const Criteria& criteria, MultipleRowsCallback found, DrogonDbExceptionCallback failure) noexcept;
  T findOne(const Criteria& criteria);
  void findOne(const Criteria& criteria, SingleRowCallback found, DrogonDbExceptionCallback failure) noexcept;
  std::size_t count(const Criteria& criteria = Criteria());
  void count(const Criteria& criteria, CountCallback counted, DrogonDbExceptionCallback failure) noexcept;
  void insert(T& object);
  void insert(const T& object, SingleRowCallback inserted, DrogonDbExceptionCallback failure) noexcept;
  std::size_t update(const T& object);
  void update(const T& object, CountCallback updated, DrogonDbExceptionCallback failure) noexcept;
  template <typename... A> std::size_t updateBy(const std::vector<std::string>& columns, const Criteria& criteria, A&&... values) { return 0; }
  std::size_t deleteOne(const T& object);
  std::size_t deleteBy(const Criteria& criteria);
  void deleteBy(const Criteria& criteria, CountCallback removed, DrogonDbExceptionCallback failure) noexcept;
  template <typename K> std::size_t deleteByPrimaryKey(const K& key);
};
#if __cplusplus >= 202002L
template <typename T>
class CoroMapper {
 public:
  explicit CoroMapper(const DbClientPtr& client);
  CoroMapper& limit(std::size_t rows);
  CoroMapper& offset(std::size_t rows);
  CoroMapper& orderBy(const std::string& column, const SortOrder& order = SortOrder::ASC);
  template <typename K> Task<T> findByPrimaryKey(const K& key);
  Task<std::vector<T>> findAll();
  Task<std::vector<T>> findBy(const Criteria& criteria);
  Task<T> findOne(const Criteria& criteria);
  Task<std::size_t> count(const Criteria& criteria = Criteria());
  Task<T> insert(const T& object);
  Task<std::size_t> update(const T& object);
  Task<std::size_t> deleteBy(const Criteria& criteria);
};
#endif
}  // namespace orm

// ---- the application

class HttpClient {
 public:
  static std::shared_ptr<HttpClient> newHttpClient(const std::string& host, trantor::EventLoop* loop = nullptr);
  void sendRequest(const HttpRequestPtr& request, const std::function<void(ReqResult, const HttpResponsePtr&)>& callback, double timeout = 0);
  std::pair<ReqResult, HttpResponsePtr> sendRequest(const HttpRequestPtr& request, double timeout = 0);
#if __cplusplus >= 202002L
  Task<HttpResponsePtr> sendRequestCoro(HttpRequestPtr request, double timeout = 0);
#endif
};
using HttpClientPtr = std::shared_ptr<HttpClient>;
class HttpAppFramework {
 public:
  orm::DbClientPtr getDbClient(const std::string& name = "default");
  orm::DbClientPtr getFastDbClient(const std::string& name = "default");
  HttpAppFramework& addListener(const std::string& address, uint16_t port, bool tls = false, const std::string& certificate = "",
                                const std::string& key = "");
  HttpAppFramework& loadConfigFile(const std::string& path);
  HttpAppFramework& loadConfigJson(const Json::Value& config);
  HttpAppFramework& setThreadNum(std::size_t count);
  HttpAppFramework& setLogLevel(trantor::Logger::LogLevel level);
  HttpAppFramework& setLogPath(const std::string& path);
  HttpAppFramework& setDocumentRoot(const std::string& path);
  HttpAppFramework& setUploadPath(const std::string& path);
  HttpAppFramework& setClientMaxBodySize(std::size_t bytes);
  HttpAppFramework& enableSession(std::size_t timeout = 0);
  HttpAppFramework& setCustom404Page(const HttpResponsePtr& page);
  template <typename F> HttpAppFramework& setExceptionHandler(F&& call) { return *this; }
  template <typename F> HttpAppFramework& setCustomErrorHandler(F&& call) { return *this; }
  template <typename F, typename... A> HttpAppFramework& registerHandler(const std::string& path, F&& call, A&&... constraints) { return *this; }
  template <typename F> HttpAppFramework& registerHandler(const std::string& path, F&& call, const std::vector<internal::FilterName>& constraints) {
    return *this;
  }
  template <typename T> HttpAppFramework& registerController(const std::shared_ptr<T>& controller) { return *this; }
  template <typename T> HttpAppFramework& registerFilter(const std::shared_ptr<T>& filter) { return *this; }
  template <typename F> HttpAppFramework& registerPreRoutingAdvice(F&& call) { return *this; }
  template <typename F> HttpAppFramework& registerPostRoutingAdvice(F&& call) { return *this; }
  template <typename F> HttpAppFramework& registerPreHandlingAdvice(F&& call) { return *this; }
  template <typename F> HttpAppFramework& registerPostHandlingAdvice(F&& call) { return *this; }
  template <typename F> HttpAppFramework& registerPreSendingAdvice(F&& call) { return *this; }
  template <typename F> HttpAppFramework& registerSyncAdvice(F&& call) { return *this; }
  template <typename F> HttpAppFramework& registerBeginningAdvice(F&& call) { return *this; }
  HttpAppFramework& setIntSignalHandler(const std::function<void()>& call);
  HttpAppFramework& setTermSignalHandler(const std::function<void()>& call);
  template <typename... A> HttpAppFramework& createDbClient(A&&... options) { return *this; }
  template <typename T> T* getPlugin();
  void run();
  void quit();
  bool isRunning();
  trantor::EventLoop* getLoop() const;
  trantor::EventLoop* getIOLoop(std::size_t id) const;
  const Json::Value& getCustomConfig() const;
};
HttpAppFramework& app();
namespace utils {
bool isInteger(std::string_view text);
std::string genRandomString(int length);
std::string binaryStringToHex(const unsigned char* data, std::size_t length, bool lower = false);
std::string hexToBinaryString(const char* text, std::size_t length);
std::vector<std::string> splitString(const std::string& text, const std::string& separator, bool empty = false);
std::string getUuid(bool lower = true);
std::string base64Encode(std::string_view data, bool url = false, bool padded = true);
std::string base64Decode(std::string_view text);
std::string urlEncode(const std::string& text);
std::string urlEncodeComponent(const std::string& text);
std::string urlDecode(std::string_view text);
std::string getMd5(const std::string& data);
std::string getSha1(const std::string& data);
std::string getSha256(std::string_view data);
bool secureRandomBytes(void* to, std::size_t size);
std::string secureRandomString(std::size_t size);
}  // namespace utils
}  // namespace drogon
