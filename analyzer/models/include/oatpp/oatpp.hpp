// Stand-in: oatpp.
#pragma once
#include <cstdint>
#include <exception>
#include <functional>
#include <list>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace oatpp {
typedef int32_t v_int32;
typedef int64_t v_int64;
typedef uint16_t v_uint16;
typedef int64_t v_buff_size;

namespace data {
namespace mapping {
namespace type {
class String {
 public:
  String();
  String(std::nullptr_t);
  String(const char* text);
  String(const char* text, v_buff_size size);
  String(const std::string& text);
  String(const std::shared_ptr<std::string>& text);
  std::string* operator->() const;
  std::string& operator*() const;
  std::string* get() const;
  std::string getValue(const std::string& otherwise) const;
  operator std::string() const;
  explicit operator bool() const;
  bool operator==(std::nullptr_t) const;
  bool operator!=(std::nullptr_t) const;
  bool operator==(const String& other) const;
  bool operator==(const char* other) const;
};
String operator+(const String& a, const String& b);
String operator+(const char* a, const String& b);
String operator+(const String& a, const char* b);
template <typename T>
class Primitive {
 public:
  Primitive();
  Primitive(T value);
  T operator*() const;
  operator T() const;
  T getValue(const T& otherwise) const;
  bool operator==(std::nullptr_t) const;
  bool operator!=(std::nullptr_t) const;
};
template <typename T>
class ObjectWrapper {
 public:
  ObjectWrapper();
  ObjectWrapper(std::nullptr_t);
  template <typename U> ObjectWrapper(const ObjectWrapper<U>& other) {}
  static ObjectWrapper createShared();
  T* operator->() const;
  T& operator*() const;
  T* get() const;
  explicit operator bool() const;
  bool operator==(std::nullptr_t) const;
  bool operator!=(std::nullptr_t) const;
  template <typename K> auto& operator[](const K& key) const { return (*get())[key]; }
  auto begin() const { return get()->begin(); }
  auto end() const { return get()->end(); }
};
}  // namespace type
class ObjectMapper {
 public:
  type::String writeToString(const type::ObjectWrapper<void*>& value) const;
  template <typename T> T readFromString(const type::String& text) const { return {}; }
};
}  // namespace mapping
namespace share {
class StringTemplate {};
using StringKeyLabel = mapping::type::String;
}  // namespace share
}  // namespace data
using String = data::mapping::type::String;
using Boolean = data::mapping::type::Primitive<bool>;
using Int8 = data::mapping::type::Primitive<int8_t>;
using Int16 = data::mapping::type::Primitive<int16_t>;
using Int32 = data::mapping::type::Primitive<int32_t>;
using Int64 = data::mapping::type::Primitive<int64_t>;
using UInt16 = data::mapping::type::Primitive<uint16_t>;
using UInt32 = data::mapping::type::Primitive<uint32_t>;
using UInt64 = data::mapping::type::Primitive<uint64_t>;
using Float32 = data::mapping::type::Primitive<float>;
using Float64 = data::mapping::type::Primitive<double>;
template <typename T> using Object = data::mapping::type::ObjectWrapper<T>;
template <typename T> using Vector = data::mapping::type::ObjectWrapper<std::vector<T>>;
template <typename T> using List = data::mapping::type::ObjectWrapper<std::list<T>>;
template <typename K, typename V> using UnorderedMap = data::mapping::type::ObjectWrapper<std::unordered_map<K, V>>;
template <typename T> using Fields = UnorderedMap<String, T>;
template <typename T> using Enum = data::mapping::type::Primitive<T>;
struct Void {
  template <typename... T> Void(const T&... values) {}
};
using Any = Void;
struct DTO {};
}  // namespace oatpp

namespace std {
template <> struct hash<oatpp::String> {
  size_t operator()(const oatpp::String& text) const;
};
}  // namespace std

namespace oatpp {
namespace base {
struct Environment {
  static void init();
  static void destroy();
  template <typename T> struct Component {
    template <typename... A> Component(A&&... values) {}
    T getObject();
  };
};
template <typename T> using ObjectHandle = std::shared_ptr<T>;
}  // namespace base
namespace utils {
namespace conversion {
String int32ToStr(v_int32 value);
String int64ToStr(v_int64 value);
v_int32 strToInt32(const char* text);
}  // namespace conversion
}  // namespace utils
namespace encoding {
struct Base64 { static String encode(const String& data); static String decode(const String& text); };
struct Hex { static String encode(const String& data); };
}  // namespace encoding

namespace web {
namespace protocol {
namespace http {
struct Status {
  v_int32 code;
  const char* description;
  static const Status CODE_200, CODE_201, CODE_202, CODE_204, CODE_301, CODE_302, CODE_400, CODE_401, CODE_403, CODE_404, CODE_405, CODE_409,
      CODE_500, CODE_503;
};
class HttpError : public std::exception {
 public:
  HttpError(const Status& status, const String& message);
};
namespace incoming {
class Request {
 public:
  String getHeader(const String& name) const;
  String getPathVariable(const String& name) const;
  String getPathTail() const;
  String getQueryParameter(const String& name) const;
  String getQueryParameter(const String& name, const String& otherwise) const;
  String readBodyToString() const;
  template <typename T, typename M> T readBodyToDto(const M& mapper) const { return {}; }
};
}  // namespace incoming
namespace outgoing {
class Response {
 public:
  void putHeader(const String& name, const String& value);
};
struct ResponseFactory {
  static std::shared_ptr<Response> createResponse(const Status& status, const String& text = nullptr);
};
}  // namespace outgoing
}  // namespace http
}  // namespace protocol
namespace mime {
namespace multipart {
class Part {
 public:
  String getName() const;
  String getFilename() const;
  String getHeader(const String& name) const;
};
}  // namespace multipart
}  // namespace mime
namespace server {
namespace api {
class ApiController {
 public:
  using Status = protocol::http::Status;
  using IncomingRequest = protocol::http::incoming::Request;
  using OutgoingResponse = protocol::http::outgoing::Response;
  using ResponseFactory = protocol::http::outgoing::ResponseFactory;
  using String = oatpp::String;
  using Boolean = oatpp::Boolean;
  using Int32 = oatpp::Int32;
  using Int64 = oatpp::Int64;
  using UInt32 = oatpp::UInt32;
  using UInt64 = oatpp::UInt64;
  using Float32 = oatpp::Float32;
  using Float64 = oatpp::Float64;
  template <typename T> using Object = oatpp::Object<T>;
  template <typename T> using Vector = oatpp::Vector<T>;
  template <typename T> using List = oatpp::List<T>;
  template <typename T> using Fields = oatpp::Fields<T>;
  using ObjectMapper = data::mapping::ObjectMapper;
  explicit ApiController(const std::shared_ptr<ObjectMapper>& mapper, const String& prefix = nullptr);
  virtual ~ApiController();
  std::shared_ptr<OutgoingResponse> createResponse(const Status& status, const String& text = nullptr) const;
  std::shared_ptr<OutgoingResponse> createDtoResponse(const Status& status, const Void& dto) const;
  template <typename... A> void assert_http(A&&... values) const {}
  const std::shared_ptr<ObjectMapper>& getDefaultObjectMapper() const;
};
class Endpoint {
 public:
  struct Info {
    String summary, description;
    template <typename T> void addConsumes(const String& type) {}
    template <typename T> void addResponse(const protocol::http::Status& status, const String& type) {}
  };
};
}  // namespace api
}  // namespace server
}  // namespace web

namespace provider { template <typename T> struct ResourceHandle { std::shared_ptr<T> object; ResourceHandle(std::nullptr_t = nullptr); }; }
namespace orm {
class Connection {};
class Executor {};
class Transaction {
 public:
  std::shared_ptr<class QueryResult> begin();
  std::shared_ptr<class QueryResult> commit();
  std::shared_ptr<class QueryResult> rollback();
};
class QueryResult {
 public:
  bool isSuccess() const;
  String getErrorMessage() const;
  v_int64 getKnownCount() const;
  bool hasMoreToFetch() const;
  template <typename T> T fetch(v_int64 count = -1) { return {}; }
};
class DbClient {
 public:
  explicit DbClient(const std::shared_ptr<Executor>& executor);
  virtual ~DbClient();
  provider::ResourceHandle<Connection> getConnection();
  data::share::StringTemplate parseQueryTemplate(const String& name, const String& text,
                                                 const std::unordered_map<std::string, Void>& types = {}, bool prepare = false);
  std::shared_ptr<QueryResult> execute(const data::share::StringTemplate& text, const std::unordered_map<std::string, Void>& values = {},
                                       const provider::ResourceHandle<Connection>& connection = nullptr);
  std::shared_ptr<QueryResult> executeQuery(const String& query, const std::unordered_map<std::string, Void>& values = {},
                                            const provider::ResourceHandle<Connection>& connection = nullptr);
  Transaction beginTransaction(const provider::ResourceHandle<Connection>& connection = nullptr);
};
class SchemaMigration {
 public:
  explicit SchemaMigration(const std::shared_ptr<Executor>& executor, const String& suffix = nullptr);
  void addFile(v_int64 version, const String& file);
  void addText(v_int64 version, const String& script);
  void migrate();
};
}  // namespace orm
}  // namespace oatpp

// ---- what its macros make: components, transfer objects, endpoints, queries

#define OATPP_CODEGEN_BEGIN(...)
#define OATPP_CODEGEN_END(...)
#define OATPP_CREATE_COMPONENT(Type, name) oatpp::base::Environment::Component<Type> name = oatpp::base::Environment::Component<Type>
#define OATPP_COMPONENT(Type, name, ...) Type name
#define OATPP_LOGD(...) (void)0
#define OATPP_LOGI(...) (void)0
#define OATPP_LOGW(...) (void)0
#define OATPP_LOGE(...) (void)0
#define OATPP_LOGd(...) (void)0
#define OATPP_LOGi(...) (void)0
#define OATPP_LOGe(...) (void)0
#define OATPP_ASSERT_HTTP(condition, status, message) \
  if (!(condition)) throw oatpp::web::protocol::http::HttpError(status, message)
#define DTO_INIT(Type, Base)                             \
  using Wrapper = oatpp::Object<Type>;                   \
  static Wrapper createShared() { return {}; }
#define DTO_FIELD_INFO(name) void backlint_info_##name(oatpp::web::server::api::Endpoint::Info* info)
#define DTO_FIELD(Type, name, ...) Type name
#define ENUM(Name, ...) enum class Name
#define ENDPOINT_INFO(name) void backlint_endpoint_##name(const std::shared_ptr<oatpp::web::server::api::Endpoint::Info>& info)
#define ENDPOINT(method, path, name, ...) std::shared_ptr<oatpp::web::protocol::http::outgoing::Response> name(__VA_ARGS__)
#define ADD_CORS(...)
#define REQUEST(Type, name, ...) Type name
#define HEADER(Type, name, ...) const Type& name
#define PATH(Type, name, ...) const Type& name
#define QUERIES(Type, name, ...) Type name
#define BODY_STRING(Type, name) const Type& name
#define BODY_DTO(Type, name) const Type& name
#define AUTHORIZATION(Type, name, ...) const Type& name
#define PREPARE(on) on
#define PARAM(Type, name, ...) name
#define QUERY(name, text, ...)                                                   \
  template <typename... BacklintValues>                                          \
  std::shared_ptr<oatpp::orm::QueryResult> name(const BacklintValues&... values) { \
    return this->executeQuery(text);                                             \
  }
