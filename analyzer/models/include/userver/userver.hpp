// Stand-in: userver.
#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#define USERVER_NAMESPACE userver
#define USERVER_NAMESPACE_BEGIN namespace userver {
#define USERVER_NAMESPACE_END }
#define LOG_TRACE() userver::logging::LogHelper()
#define LOG_DEBUG() userver::logging::LogHelper()
#define LOG_INFO() userver::logging::LogHelper()
#define LOG_WARNING() userver::logging::LogHelper()
#define LOG_ERROR() userver::logging::LogHelper()
#define LOG_CRITICAL() userver::logging::LogHelper()
#define UASSERT(condition) (void)(condition)
#define UINVARIANT(condition, text) (void)(condition)

namespace userver {
namespace logging {
class LogHelper {
 public:
  template <typename T>
  LogHelper& operator<<(const T& value) { return *this; }
};
}  // namespace logging
namespace yaml_config {
struct Schema {};
template <typename T> Schema MergeSchemas(const std::string& text) { return {}; }
}  // namespace yaml_config
namespace utils {
template <typename T>
class Flags {
 public:
  Flags(T value) {}
  Flags(std::initializer_list<T> values) {}
};
namespace generators {
std::string GenerateUuid();
std::string GenerateUuidV7();
}  // namespace generators
template <typename... A> auto Async(A&&... values) { return 0; }
int DaemonMain(int argc, char** argv, ...);
}  // namespace utils
namespace crypto {
namespace hash {
std::string Sha256(std::string_view data, int encoding = 0);
std::string Sha512(std::string_view data, int encoding = 0);
}  // namespace hash
namespace base64 {
std::string Base64Encode(std::string_view data, int padding = 0);
std::string Base64Decode(std::string_view data);
}  // namespace base64
}  // namespace crypto
namespace engine {
class Mutex {
 public:
  void lock();
  void unlock();
};
template <typename T> void SleepFor(const T& duration) {}
}  // namespace engine

namespace formats {
namespace json {
class Value {
 public:
  Value operator[](std::string_view key) const;
  Value operator[](std::size_t at) const;
  template <typename T> T As() const;
  template <typename T> T As(const T& otherwise) const;
  bool HasMember(std::string_view key) const;
  bool IsMissing() const;
  bool IsNull() const;
  bool IsString() const;
  bool IsArray() const;
  bool IsObject() const;
  bool IsEmpty() const;
  std::size_t GetSize() const;
  const Value* begin() const;
  const Value* end() const;
};
class ValueBuilder {
 public:
  template <typename... A> ValueBuilder(A&&... values) {}
  ValueBuilder operator[](const std::string& key);
  template <typename T> ValueBuilder& operator=(const T& value) { return *this; }
  template <typename T> void PushBack(T&& value) {}
  Value ExtractValue();
};
Value FromString(std::string_view text);
std::string ToString(const Value& value);
template <typename... A> Value MakeObject(A&&... values) { return {}; }
template <typename... A> Value MakeArray(A&&... values) { return {}; }
}  // namespace json
}  // namespace formats

namespace server {
namespace request { class RequestContext {}; }
namespace http {
enum class HttpMethod { kDelete, kGet, kHead, kPost, kPut, kPatch, kOptions };
enum class HttpStatus { kOk = 200, kCreated = 201, kNoContent = 204, kBadRequest = 400, kUnauthorized = 401, kForbidden = 403,
                        kNotFound = 404, kConflict = 409, kInternalServerError = 500 };
class HttpResponse {
 public:
  void SetStatus(HttpStatus status);
  void SetHeader(std::string_view name, std::string value);
  void SetContentType(std::string_view type);
  void SetData(std::string data);
};
struct FormDataArg {
  std::string_view value;
  std::optional<std::string> filename;
};
class HttpRequest {
 public:
  HttpResponse& GetHttpResponse() const;
  HttpMethod GetMethod() const;
  const std::string& GetMethodStr() const;
  const std::string& GetUrl() const;
  const std::string& GetRequestPath() const;
  const std::string& GetHost() const;
  const std::string& GetArg(std::string_view name) const;
  const std::vector<std::string>& GetArgVector(std::string_view name) const;
  bool HasArg(std::string_view name) const;
  std::vector<std::string> ArgNames() const;
  const FormDataArg& GetFormDataArg(std::string_view name) const;
  bool HasFormDataArg(std::string_view name) const;
  const std::string& GetPathArg(std::string_view name) const;
  const std::string& GetPathArg(std::size_t index) const;
  const std::string& GetHeader(std::string_view name) const;
  bool HasHeader(std::string_view name) const;
  const std::string& GetCookie(const std::string& name) const;
  bool HasCookie(const std::string& name) const;
  const std::string& RequestBody() const;
  void SetResponseStatus(HttpStatus status) const;
};
}  // namespace http
}  // namespace server

namespace components {
class ComponentConfig {
 public:
  std::string Name() const;
  formats::json::Value operator[](std::string_view key) const;
};
class ComponentContext {
 public:
  template <typename T> T& FindComponent() const;
  template <typename T> T& FindComponent(std::string_view name) const;
};
class ComponentBase {
 public:
  ComponentBase(const ComponentConfig& config, const ComponentContext& context);
  virtual ~ComponentBase();
};
using LoggableComponentBase = ComponentBase;
class ComponentList {
 public:
  template <typename T> ComponentList& Append() { return *this; }
  template <typename T> ComponentList& Append(std::string_view name) { return *this; }
};
ComponentList MinimalComponentList();
ComponentList MinimalServerComponentList();
ComponentList CommonServerComponentList();
}  // namespace components

namespace server {
namespace handlers {
class CustomHandlerException : public std::runtime_error {
 public:
  template <typename... A> explicit CustomHandlerException(A&&... values) : std::runtime_error("") {}
};
struct ClientError : CustomHandlerException { using CustomHandlerException::CustomHandlerException; };
struct ResourceNotFound : CustomHandlerException { using CustomHandlerException::CustomHandlerException; };
struct Unauthorized : CustomHandlerException { using CustomHandlerException::CustomHandlerException; };
struct InternalServerError : CustomHandlerException { using CustomHandlerException::CustomHandlerException; };
struct ExternalBody { std::string body; };
class HttpHandlerBase : public components::ComponentBase {
 public:
  HttpHandlerBase(const components::ComponentConfig& config, const components::ComponentContext& context, bool monitor = false);
  virtual std::string HandleRequestThrow(const http::HttpRequest& request, request::RequestContext& context) const;
  virtual std::string HandleRequest(http::HttpRequest& request, request::RequestContext& context) const;
  static yaml_config::Schema GetStaticConfigSchema();
};
class HttpHandlerJsonBase : public HttpHandlerBase {
 public:
  using HttpHandlerBase::HttpHandlerBase;
  virtual formats::json::Value HandleRequestJsonThrow(const http::HttpRequest& request, const formats::json::Value& body,
                                                      request::RequestContext& context) const = 0;
};
}  // namespace handlers
}  // namespace server

namespace storages {
class Query {
 public:
  enum class LogMode { kFull, kNameOnly };
  struct Name { explicit Name(std::string name); };
  Query(const char* statement, std::optional<Name> name = std::nullopt, LogMode mode = LogMode::kFull);
  Query(std::string statement, std::optional<Name> name = std::nullopt, LogMode mode = LogMode::kFull);
  std::string_view GetStatementView() const;
};
namespace postgres {
using Query = storages::Query;
enum class ClusterHostType { kNone, kMaster, kSyncSlave, kSlave, kSlaveOrMaster, kRoundRobin, kNearest };
using ClusterHostTypeFlags = utils::Flags<ClusterHostType>;
class Field {
 public:
  template <typename T> T As() const;
  template <typename T> T Coalesce(const T& otherwise) const;
  template <typename T> std::size_t To(T&& to) const { return 0; }
  bool IsNull() const;
};
struct RowTag {};
constexpr RowTag kRowTag{};
struct FieldTag {};
constexpr FieldTag kFieldTag{};
class Row {
 public:
  Field operator[](std::size_t column) const;
  Field operator[](const std::string& column) const;
  template <typename... T> auto As() const -> std::tuple<T...>;
  template <typename T> T As(RowTag tag) const;
  template <typename... T> void To(T&&... values) const {}
  std::size_t Size() const;
};
class ResultSet {
 public:
  std::size_t Size() const;
  bool IsEmpty() const;
  std::size_t RowsAffected() const;
  Row operator[](std::size_t row) const;
  Row Front() const;
  Row Back() const;
  const Row* begin() const;
  const Row* end() const;
  template <typename T> T AsSingleRow() const;
  template <typename T, typename Tag> T AsSingleRow(Tag tag) const;
  template <typename T> std::optional<T> AsOptionalSingleRow() const;
  template <typename T, typename Tag> std::optional<T> AsOptionalSingleRow(Tag tag) const;
  template <typename T> T AsContainer() const;
  template <typename T, typename Tag> T AsContainer(Tag tag) const;
  template <typename T, typename... Tag> std::vector<T> AsSetOf(Tag... tag) const { return {}; }
};
struct TransactionOptions {};
struct CommandControl {};
class Transaction {
 public:
  static const TransactionOptions RW, RO;
  template <typename... T> ResultSet Execute(const Query& query, const T&... values) { return {}; }
  template <typename... T> ResultSet Execute(CommandControl control, const Query& query, const T&... values) { return {}; }
  void Commit();
  void Rollback();
};
class Cluster {
 public:
  template <typename... T> ResultSet Execute(ClusterHostTypeFlags flags, const Query& query, const T&... values) { return {}; }
  template <typename... T>
  ResultSet Execute(ClusterHostTypeFlags flags, CommandControl control, const Query& query, const T&... values) { return {}; }
  Transaction Begin(const TransactionOptions& options);
  Transaction Begin(ClusterHostTypeFlags flags, const TransactionOptions& options);
  Transaction Begin(std::string name, const TransactionOptions& options);
};
using ClusterPtr = std::shared_ptr<Cluster>;
class Error : public std::runtime_error { using std::runtime_error::runtime_error; };
class IntegrityConstraintViolation : public Error { using Error::Error; };
class UniqueViolation : public IntegrityConstraintViolation { using IntegrityConstraintViolation::IntegrityConstraintViolation; };
class ForeignKeyViolation : public IntegrityConstraintViolation { using IntegrityConstraintViolation::IntegrityConstraintViolation; };
class ParameterStore {
 public:
  template <typename T> ParameterStore& PushBack(const T& value) { return *this; }
};
}  // namespace postgres

namespace mysql {
enum class ClusterHostType { kPrimary, kSecondary };
class Query {
 public:
  Query(const char* statement);
  Query(std::string statement);
};
class StatementResultSet {
 public:
  template <typename T> std::vector<T> AsVector() &&;
  template <typename T> T AsSingleRow() &&;
  template <typename T> std::optional<T> AsOptionalSingleRow() &&;
  template <typename T> T AsSingleField() &&;
};
class Transaction {
 public:
  template <typename... T> StatementResultSet Execute(const Query& query, const T&... values) const { return {}; }
  void Commit();
  void Rollback();
};
class Cluster {
 public:
  template <typename... T> StatementResultSet Execute(ClusterHostType type, const Query& query, const T&... values) const { return {}; }
  Transaction Begin(ClusterHostType type) const;
};
}  // namespace mysql
namespace clickhouse {
class Query {
 public:
  Query(const char* statement);
  Query(std::string statement);
};
class ExecutionResult {
 public:
  template <typename T> T As() &&;
};
class Cluster {
 public:
  template <typename... T> ExecutionResult Execute(const Query& query, const T&... values) const { return {}; }
};
}  // namespace clickhouse
}  // namespace storages

namespace components {
class Postgres : public ComponentBase {
 public:
  using ComponentBase::ComponentBase;
  storages::postgres::ClusterPtr GetCluster() const;
};
}  // namespace components
namespace storages { namespace mysql {
class Component : public components::ComponentBase {
 public:
  using ComponentBase::ComponentBase;
  std::shared_ptr<Cluster> GetCluster() const;
};
} }  // namespace storages::mysql
}  // namespace userver
