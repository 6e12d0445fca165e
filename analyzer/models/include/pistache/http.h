// Stand-in: Pistache.
#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct Base64Encoder { static std::string EncodeString(const std::string& text); };

namespace Pistache {
class Port {
 public:
  Port(uint16_t port = 0);
};
class Ipv4 { public: static Ipv4 any(); static Ipv4 loopback(); };
class Address {
 public:
  Address();
  Address(const std::string& address);
  Address(Ipv4 ip, Port port);
  std::string host() const;
  Port port() const;
};
namespace Async {
template <typename T> class Promise { public: template <typename... F> void then(F&&... calls) {} };
}  // namespace Async
namespace Tcp {
enum class Options : uint64_t { None, NoDelay, ReuseAddr, ReusePort, FastOpen };
inline Options operator|(Options a, Options b) { return a; }
}  // namespace Tcp
template <typename T> using Flags = T;
namespace Http {
enum class Code { Continue = 100, Ok = 200, Created = 201, Accepted = 202, No_Content = 204, Found = 302, Bad_Request = 400, Unauthorized = 401,
                  Forbidden = 403, Not_Found = 404, Method_Not_Allowed = 405, Conflict = 409, Internal_Server_Error = 500,
                  Service_Unavailable = 503 };
enum class Method { Options, Get, Post, Head, Put, Patch, Delete };
namespace Mime { struct MediaType { static MediaType fromString(const std::string& text); }; }
class Cookie { public: Cookie(std::string name, std::string value); std::string name, value; };
class CookieJar { public: const Cookie& get(const std::string& name) const; bool has(const std::string& name) const; void add(const Cookie& cookie); };
namespace Header {
struct Raw { std::string name() const; std::string value() const; };
class Collection {
 public:
  template <typename T> std::shared_ptr<const T> get() const;
  template <typename T> std::shared_ptr<const T> tryGet() const;
  template <typename T, typename... A> Collection& add(A&&... values) { return *this; }
  Raw getRaw(const std::string& name) const;
  std::optional<Raw> tryGetRaw(const std::string& name) const;
  bool has(const std::string& name) const;
};
class Authorization { public: std::string value() const; };
class ContentType { public: explicit ContentType(Mime::MediaType mime); };
class AccessControlAllowOrigin { public: explicit AccessControlAllowOrigin(const char* uri); };
}  // namespace Header
namespace Uri {
class Query {
 public:
  std::optional<std::string> get(const std::string& name) const;
  bool has(const std::string& name) const;
  std::string as_str() const;
  std::vector<std::string> parameters() const;
};
}  // namespace Uri
class Message {
 public:
  const CookieJar& cookies() const;
  const Header::Collection& headers() const;
  std::string body() const;
};
class Request : public Message {
 public:
  Http::Method method() const;
  const std::string& resource() const;
  const Uri::Query& query() const;
  const Address& address() const;
};
class Response : public Message {
 public:
  Code code() const;
};
class ResponseWriter {
 public:
  ResponseWriter(ResponseWriter&& other);
  Async::Promise<long> send(Code code);
  Async::Promise<long> send(Code code, const std::string& body);
  Async::Promise<long> send(Code code, const std::string& body, const Mime::MediaType& mime);
  Header::Collection& headers();
  CookieJar& cookies();
  void timeoutAfter(std::chrono::milliseconds time);
};
class Handler {
 public:
  virtual ~Handler();
  virtual void onRequest(const Request& request, ResponseWriter response) = 0;
};
#define HTTP_PROTOTYPE(Class) std::shared_ptr<Pistache::Http::Handler> clone() const { return nullptr; }
template <typename T, typename... A> std::shared_ptr<T> make_handler(A&&... values) { return nullptr; }
class Endpoint {
 public:
  struct Options {
    Options& threads(int count);
    Options& flags(Tcp::Options options);
    Options& maxRequestSize(std::size_t bytes);
  };
  Endpoint();
  explicit Endpoint(const Address& address);
  void init(const Options& options);
  void setHandler(const std::shared_ptr<Handler>& handler);
  void serve();
  void serveThreaded();
  void shutdown();
  static Options options();
};
template <typename H> void listenAndServe(Address address) {}
}  // namespace Http
namespace Rest {
class TypedParam {
 public:
  std::string name() const;
  template <typename T> T as() const;
};
class Request : public Http::Request {
 public:
  bool hasParam(const std::string& name) const;
  TypedParam param(const std::string& name) const;
  TypedParam splatAt(std::size_t at) const;
  std::vector<TypedParam> splat() const;
};
struct Route {
  enum class Result { Ok, Failure };
  using Handler = std::function<Result(const Request, Http::ResponseWriter)>;
};
class Router {
 public:
  std::shared_ptr<Http::Handler> handler() const;
  void get(const std::string& path, Route::Handler handler);
  void post(const std::string& path, Route::Handler handler);
};
namespace Routes {
template <typename R> void Get(Router& router, const std::string& path, R&& handler) {}
template <typename R> void Post(Router& router, const std::string& path, R&& handler) {}
template <typename R> void Put(Router& router, const std::string& path, R&& handler) {}
template <typename R> void Patch(Router& router, const std::string& path, R&& handler) {}
template <typename R> void Delete(Router& router, const std::string& path, R&& handler) {}
template <typename... A> Route::Handler bind(A&&... values) { return {}; }
}  // namespace Routes
}  // namespace Rest
}  // namespace Pistache
