// Stand-in: Drogon.
#pragma once
#include <any>
#if __cplusplus >= 202002L
#include <coroutine>
#endif
#include <exception>
#include <functional>
#include <future>
#include <json/json.h>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace trantor { class EventLoop { public: void runInLoop(std::function<void()>); void queueInLoop(std::function<void()>); unsigned long runAfter(double, std::function<void()>); unsigned long runEvery(double, std::function<void()>); }; class InetAddress { public: std::string toIp() const; std::string toIpPort() const; }; class Date { public: static Date now(); std::string toDbStringLocal() const; std::string toFormattedString(bool) const; long long microSecondsSinceEpoch() const; }; }
struct BacklintLogger { template <typename T> BacklintLogger& operator<<(const T&) { return *this; } };
#define LOG_ERROR BacklintLogger()
#define LOG_WARN BacklintLogger()
#define LOG_INFO BacklintLogger()
#define LOG_DEBUG BacklintLogger()
#define LOG_TRACE BacklintLogger()

namespace drogon {
enum HttpMethod { Get, Post, Head, Put, Delete, Options, Patch, Invalid };
enum HttpStatusCode { k200OK = 200, k201Created = 201, k202Accepted = 202, k204NoContent = 204, k302Found = 302, k400BadRequest = 400, k401Unauthorized = 401, k403Forbidden = 403, k404NotFound = 404, k409Conflict = 409, k422UnprocessableEntity = 422, k429TooManyRequests = 429, k500InternalServerError = 500, k503ServiceUnavailable = 503 };
enum ContentType { CT_NONE, CT_APPLICATION_JSON, CT_TEXT_PLAIN, CT_TEXT_HTML };
#if __cplusplus >= 202002L
template <typename T, typename R> struct BacklintPromise { R get_return_object(); std::suspend_always initial_suspend() noexcept; std::suspend_always final_suspend() noexcept; void unhandled_exception(); template <typename V> void return_value(V&&); };
template <typename R> struct BacklintPromise<void, R> { R get_return_object(); std::suspend_always initial_suspend() noexcept; std::suspend_always final_suspend() noexcept; void unhandled_exception(); void return_void(); };
#else
template <typename T, typename R> struct BacklintPromise {};
#endif
template <typename T = void> class Task { public: using promise_type = BacklintPromise<T, Task<T>>; bool await_ready() const; template <typename H> void await_suspend(H); T await_resume(); };
using AsyncTask = Task<void>;
class Session { public: template <typename T> T get(const std::string&) const; template <typename T> std::optional<T> getOptional(const std::string&) const; void insert(const std::string&, std::any); void erase(const std::string&); bool find(const std::string&); std::string sessionId() const; };
using SessionPtr = std::shared_ptr<Session>;
class Attributes { public: template <typename T> const T& get(const std::string&) const; void insert(const std::string&, std::any); bool find(const std::string&); };
class HttpRequest {
 public:
  const std::string& getParameter(const std::string&) const; template <typename T> std::optional<T> getOptionalParameter(const std::string&); const std::unordered_map<std::string, std::string>& getParameters() const; const std::unordered_map<std::string, std::string>& parameters() const; const std::string& getHeader(std::string) const; const std::string& getCookie(const std::string&) const; std::string_view getBody() const; std::string_view body() const; const char* bodyData() const; std::string path() const; const std::string& getPath() const; const std::string& query() const; const std::string& getQuery() const; HttpMethod method() const; HttpMethod getMethod() const;
  const std::shared_ptr<Json::Value>& jsonObject() const; const std::shared_ptr<Json::Value>& getJsonObject() const; const std::string& getJsonError() const; const SessionPtr& session() const; const SessionPtr& getSession() const; const std::shared_ptr<Attributes>& attributes() const; const std::shared_ptr<Attributes>& getAttributes() const; const trantor::InetAddress& peerAddr() const; const trantor::InetAddress& getPeerAddr() const; const std::vector<std::string>& getRoutingParameters() const;
  static std::shared_ptr<HttpRequest> newHttpRequest(); static std::shared_ptr<HttpRequest> newHttpJsonRequest(const Json::Value&); void setMethod(HttpMethod); void setPath(const std::string&); void setBody(const std::string&); void addHeader(std::string, std::string);
};
using HttpRequestPtr = std::shared_ptr<HttpRequest>;
class HttpResponse { public: static std::shared_ptr<HttpResponse> newHttpResponse(); static std::shared_ptr<HttpResponse> newHttpResponse(HttpStatusCode, ContentType); static std::shared_ptr<HttpResponse> newHttpJsonResponse(const Json::Value&); static std::shared_ptr<HttpResponse> newNotFoundResponse(); static std::shared_ptr<HttpResponse> newRedirectionResponse(const std::string&); static std::shared_ptr<HttpResponse> newFileResponse(const std::string&); static std::shared_ptr<HttpResponse> newHttpViewResponse(const std::string&); void setStatusCode(HttpStatusCode); void setBody(const std::string&); void addHeader(const std::string&, const std::string&); void setContentTypeCode(ContentType); void addCookie(const std::string&, const std::string&); const std::shared_ptr<Json::Value>& jsonObject() const; std::string_view body() const; HttpStatusCode statusCode() const; };
using HttpResponsePtr = std::shared_ptr<HttpResponse>; using AdviceCallback = std::function<void(const HttpResponsePtr&)>; using FilterCallback = std::function<void(const HttpResponsePtr&)>; using FilterChainCallback = std::function<void()>;
class HttpFile { public: const std::string& getFileName() const; std::string_view fileContent() const; int save(const std::string&) const; }; class MultiPartParser { public: int parse(const HttpRequestPtr&); const std::vector<HttpFile>& getFiles() const; template <typename T> T getParameter(const std::string&) const; };
template <typename T, bool AutoCreation = true> class HttpController { public: static void initPathRouting(); template <typename F, typename... A> static void registerMethod(F&&, const std::string&, A&&...); };
template <typename T, bool AutoCreation = true> class HttpSimpleController { public: virtual void asyncHandleHttpRequest(const HttpRequestPtr&, std::function<void(const HttpResponsePtr&)>&&) = 0; };
template <typename T, bool AutoCreation = true> class HttpFilter { public: virtual void doFilter(const HttpRequestPtr&, FilterCallback&&, FilterChainCallback&&) = 0; };
template <typename T> class HttpCoroFilter {};
template <typename T, bool AutoCreation = true> class WebSocketController {}; template <typename T> class Plugin { public: virtual void initAndStart(const Json::Value&) = 0; virtual void shutdown() = 0; };
#define METHOD_LIST_BEGIN static void initPathRouting() {
#define METHOD_LIST_END }
#define METHOD_ADD(method, pattern, ...) registerMethod(&method, pattern)
#define ADD_METHOD_TO(method, pattern, ...) registerMethod(&method, pattern)
#define PATH_LIST_BEGIN static void initPathRouting() {
#define PATH_LIST_END }
#define PATH_ADD(...) (void)0
namespace orm {
class DrogonDbException { public: virtual const std::exception& base() const; }; class UnexpectedRows : public DrogonDbException {};
class Field { public: template <typename T> T as() const; const char* c_str() const; bool isNull() const; const char* name() const; }; class Row { public: Field operator[](const char*) const; Field operator[](const std::string&) const; Field operator[](size_t) const; Field at(const std::string&) const; size_t size() const; };
class Result { public: size_t size() const; bool empty() const; Row operator[](size_t) const; Row at(size_t) const; Row front() const; struct Iterator { Row operator*() const; Iterator& operator++(); bool operator!=(const Iterator&) const; }; Iterator begin() const; Iterator end() const; size_t affectedRows() const; unsigned long long insertId() const; };
using ResultCallback = std::function<void(const Result&)>; using DrogonDbExceptionCallback = std::function<void(const DrogonDbException&)>;
namespace internal { class SqlBinder { public: template <typename T> SqlBinder& operator<<(T&&); template <typename F> SqlBinder& operator>>(F&&); }; template <typename T> class SqlAwaiter { public: bool await_ready() const; template <typename H> void await_suspend(H); T await_resume(); }; }
class Transaction;
class DbClient { public: static std::shared_ptr<DbClient> newPgClient(const std::string&, size_t, bool = false); static std::shared_ptr<DbClient> newMysqlClient(const std::string&, size_t); static std::shared_ptr<DbClient> newSqlite3Client(const std::string&, size_t); template <typename R, typename E, typename... A> void execSqlAsync(const std::string&, R&&, E&&, A&&...); template <typename... A> std::future<Result> execSqlAsyncFuture(const std::string&, A&&...); template <typename... A> Result execSqlSync(const std::string&, A&&...); template <typename... A> internal::SqlAwaiter<Result> execSqlCoro(const std::string&, A&&...); internal::SqlBinder operator<<(const std::string&); internal::SqlBinder operator<<(const char*); std::shared_ptr<Transaction> newTransaction(const std::function<void(bool)>& = nullptr); void newTransactionAsync(const std::function<void(const std::shared_ptr<Transaction>&)>&); internal::SqlAwaiter<std::shared_ptr<Transaction>> newTransactionCoro(); };
class Transaction : public DbClient { public: void rollback(); void setCommitCallback(const std::function<void(bool)>&); };
using DbClientPtr = std::shared_ptr<DbClient>; using TransactionPtr = std::shared_ptr<Transaction>;
enum class CompareOperator { EQ, NE, GT, GE, LT, LE, Like, In }; class Criteria { public: template <typename T> Criteria(const std::string&, CompareOperator, T&&); template <typename T> Criteria(const std::string&, T&&); Criteria operator&&(const Criteria&) const; };
template <typename T> class Mapper { public: explicit Mapper(const DbClientPtr&); T findByPrimaryKey(int); std::vector<T> findBy(const Criteria&); std::vector<T> findAll(); T findOne(const Criteria&); void insert(T&); size_t update(const T&); size_t deleteBy(const Criteria&); size_t count(const Criteria&); Mapper& limit(size_t); Mapper& offset(size_t); };
}
class HttpAppFramework { public: orm::DbClientPtr getDbClient(const std::string& = "default"); orm::DbClientPtr getFastDbClient(const std::string& = "default"); HttpAppFramework& addListener(const std::string&, unsigned short, bool = false); HttpAppFramework& loadConfigFile(const std::string&); HttpAppFramework& setThreadNum(size_t); template <typename F> HttpAppFramework& registerHandler(const std::string&, F&&, const std::vector<int>& = {}); template <typename F> HttpAppFramework& registerPostHandlingAdvice(F&&); template <typename F> HttpAppFramework& registerPreRoutingAdvice(F&&); void run(); void quit(); trantor::EventLoop* getLoop(); const Json::Value& getCustomConfig() const; };
HttpAppFramework& app(); void async_run(std::function<Task<>()>); template <typename T> T sync_wait(Task<T>); Task<> sleepCoro(trantor::EventLoop*, double);
namespace utils { std::string getUuid(); std::string getMd5(const std::string&); std::string getSha1(const std::string&); std::string getSha256(const std::string&); std::string base64Encode(const std::string&); std::string urlDecode(const std::string&); std::string urlEncode(const std::string&); std::string secureRandomString(size_t); }
}  // namespace drogon
