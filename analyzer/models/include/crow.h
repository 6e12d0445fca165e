// Stand-in: Crow.
#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <future>
#include <initializer_list>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

#define CROW_ROUTE(app, url) (app).route_dynamic(url)
#define CROW_BP_ROUTE(blueprint, url) (blueprint).route_dynamic(url)
#define CROW_WEBSOCKET_ROUTE(app, url) (app).route_dynamic(url).websocket(&app)
#define CROW_CATCHALL_ROUTE(app) (app).catchall_route()
#define CROW_BP_CATCHALL_ROUTE(blueprint) (blueprint).catchall_rule()
#define CROW_MIDDLEWARES(app, ...) middlewares<int, __VA_ARGS__>()
#define CROW_LOG_CRITICAL std::cerr
#define CROW_LOG_ERROR std::cerr
#define CROW_LOG_WARNING std::cerr
#define CROW_LOG_INFO std::cerr
#define CROW_LOG_DEBUG std::cerr

namespace crow {
enum class HTTPMethod { Delete = 0, DELETE = 0, Get, GET = 1, Head, HEAD = 2, Post, POST = 3, Put, PUT = 4, Connect, CONNECT = 5, Options,
                        OPTIONS = 6, Trace, TRACE = 7, Patch, PATCH = 8, InternalMethodCount };
enum status { CONTINUE = 100, SWITCHING_PROTOCOLS = 101, OK = 200, CREATED = 201, ACCEPTED = 202, NO_CONTENT = 204, PARTIAL_CONTENT = 206,
              MOVED_PERMANENTLY = 301, FOUND = 302, SEE_OTHER = 303, NOT_MODIFIED = 304, TEMPORARY_REDIRECT = 307, BAD_REQUEST = 400,
              UNAUTHORIZED = 401, FORBIDDEN = 403, NOT_FOUND = 404, METHOD_NOT_ALLOWED = 405, CONFLICT = 409, GONE = 410,
              PAYLOAD_TOO_LARGE = 413, UNSUPPORTED_MEDIA_TYPE = 415, TOO_MANY_REQUESTS = 429, INTERNAL_SERVER_ERROR = 500,
              NOT_IMPLEMENTED = 501, BAD_GATEWAY = 502, SERVICE_UNAVAILABLE = 503 };
enum class LogLevel { Debug, DEBUG = 0, Info, INFO = 1, Warning, WARNING = 2, Error, ERROR = 3, Critical, CRITICAL = 4 };
HTTPMethod operator""_method(const char* text, std::size_t size);
using ci_map = std::unordered_multimap<std::string, std::string>;

class query_string {
 public:
  char* get(const std::string& name) const;
  char* pop(const std::string& name);
  std::vector<char*> get_list(const std::string& name, bool brackets = true) const;
  std::unordered_map<std::string, std::string> get_dict(const std::string& name) const;
  std::vector<std::string> keys() const;
};
const std::string& get_header_value(const ci_map& headers, const std::string& key);
struct request {
  HTTPMethod method;
  std::string raw_url, url;
  query_string url_params;
  ci_map headers;
  std::string body, remote_ip_address;
  void* middleware_context;
  const std::string& get_header_value(const std::string& key) const;
  query_string get_body_params() const;
};
namespace multipart {
struct header {
  std::string value;
  std::unordered_map<std::string, std::string> params;
};
struct part {
  std::unordered_multimap<std::string, header> headers;
  std::string body;
  const header& get_header_object(const std::string& key) const;
};
struct message {
  ci_map headers;
  std::string boundary;
  std::vector<part> parts;
  std::unordered_multimap<std::string, part> part_map;
  explicit message(const request& request);
  const part& get_part_by_name(const std::string& name) const;
};
}  // namespace multipart

namespace json {
enum class type : char { Null, False, True, Number, String, List, Object, Function };
class rvalue {
 public:
  explicit operator bool() const noexcept;
  explicit operator std::string() const;
  explicit operator int64_t() const;
  type t() const;
  int64_t i() const;
  uint64_t u() const;
  double d() const;
  bool b() const;
  std::string s() const;
  std::string key() const;
  bool has(const char* name) const;
  bool has(const std::string& name) const;
  int count(const std::string& name) const;
  std::vector<std::string> keys() const;
  std::vector<rvalue> lo() const;
  std::size_t size() const;
  const rvalue* begin() const;
  const rvalue* end() const;
  const rvalue& operator[](int at) const;
  const rvalue& operator[](std::size_t at) const;
  const rvalue& operator[](const char* name) const;
  const rvalue& operator[](const std::string& name) const;
};
std::ostream& operator<<(std::ostream& out, const rvalue& value);
class wvalue {
 public:
  using object = std::map<std::string, wvalue>;
  using list = std::vector<wvalue>;
  wvalue();
  wvalue(const wvalue& other);
  wvalue(std::initializer_list<std::pair<std::string const, wvalue>> list);
  template <typename T> wvalue(const T& value) {}
  wvalue& operator=(const wvalue& other);
  template <typename T> wvalue& operator=(const T& value) { return *this; }
  wvalue& operator[](const char* name);
  wvalue& operator[](const std::string& name);
  wvalue& operator[](unsigned at);
  int count(const std::string& name) const;
  std::vector<std::string> keys() const;
  std::string dump() const;
  std::string dump(int indent, char separator = ' ') const;
  std::size_t size() const;
  void clear();
};
rvalue load(const char* data, std::size_t size);
rvalue load(const char* data);
rvalue load(const std::string& text);
}  // namespace json

struct response {
  int code = 200;
  std::string body;
  ci_map headers;
  response();
  response(int code);
  response(std::string body);
  response(const char* body);
  response(int code, std::string body);
  response(int code, const json::wvalue& value);
  response(const json::wvalue& value);
  response(const char* type, std::string body);
  response(int code, const char* type, std::string body);
  void set_header(std::string key, std::string value);
  void add_header(std::string key, std::string value);
  const std::string& get_header_value(const std::string& key);
  void write(const std::string& text);
  void end();
  void end(const std::string& text);
  void redirect(const std::string& location);
  void set_static_file_info(std::string path);
  bool is_completed() const noexcept;
  bool is_alive();
};
namespace websocket {
class connection {
 public:
  void send_text(std::string text);
  void send_binary(std::string data);
  void close(const std::string& reason = "");
  std::string get_remote_ip();
  void* userdata();
  void userdata(void* data);
};
}  // namespace websocket
struct rule_stand_in {
  template <typename F> void operator()(F&& call) {}
  template <typename F> void operator()(std::string name, F&& call) {}
  template <typename... M> rule_stand_in& methods(M... methods) { return *this; }
  rule_stand_in& name(std::string name);
  template <typename... M> rule_stand_in& middlewares() { return *this; }
  template <typename App> rule_stand_in& websocket(App* app) { return *this; }
  template <typename F> rule_stand_in& onopen(F&& call) { return *this; }
  template <typename F> rule_stand_in& onmessage(F&& call) { return *this; }
  template <typename F> rule_stand_in& onclose(F&& call) { return *this; }
  template <typename F> rule_stand_in& onerror(F&& call) { return *this; }
  template <typename F> rule_stand_in& onaccept(F&& call) { return *this; }
};
class Blueprint {
 public:
  explicit Blueprint(const std::string& prefix);
  rule_stand_in& route_dynamic(const std::string& url);
  rule_stand_in& catchall_rule();
  void register_blueprint(Blueprint& blueprint);
};
struct ILocalMiddleware { using call_global = std::false_type; };
template <typename... Middlewares>
class Crow {
 public:
  rule_stand_in& route_dynamic(const std::string& url);
  template <uint64_t Tag> rule_stand_in& route(const std::string& url) { return route_dynamic(url); }
  rule_stand_in& catchall_route();
  Crow& port(std::uint16_t port);
  Crow& bindaddr(std::string address);
  Crow& multithreaded();
  Crow& concurrency(std::uint16_t threads);
  Crow& timeout(std::uint8_t seconds);
  Crow& server_name(std::string name);
  Crow& loglevel(LogLevel level);
  Crow& use_compression(int algorithm);
  Crow& stream_threshold(std::size_t bytes);
  Crow& ssl_file(const std::string& certificate, const std::string& key);
  Crow& signal_clear();
  Crow& signal_add(int signal);
  Crow& register_blueprint(Blueprint& blueprint);
  template <typename F> Crow& exception_handler(F&& call) { return *this; }
  template <typename F, typename D> Crow& tick(D duration, F&& call) { return *this; }
  template <typename T> T& get_middleware();
  template <typename T> typename T::context& get_context(const request& request);
  void validate();
  void run();
  std::future<void> run_async();
  void stop();
};
template <typename... Middlewares>
using App = Crow<Middlewares...>;
using SimpleApp = Crow<>;
struct CookieParser {
  struct context {
    std::string get_cookie(const std::string& name) const;
    void set_cookie(const std::string& name, const std::string& value);
  };
};
struct CORSRules {
  CORSRules& origin(const std::string& origin);
  template <typename... M> CORSRules& methods(M... methods) { return *this; }
  template <typename... H> CORSRules& headers(const H&... names) { return *this; }
  CORSRules& max_age(int seconds);
  CORSRules& allow_credentials();
  CORSRules& ignore();
  CORSRules& prefix(const std::string& prefix);
};
struct CORSHandler {
  struct context {};
  CORSRules& global();
  CORSRules& prefix(const std::string& prefix);
};
namespace mustache {
using context = json::wvalue;
class rendered_template {
 public:
  std::string dump() const;
};
class template_t {
 public:
  rendered_template render() const;
  rendered_template render(const context& context) const;
  std::string render_string(const context& context) const;
};
template_t load(const std::string& file);
template_t compile(const std::string& text);
void set_base(const std::string& path);
}  // namespace mustache
namespace utility {
std::string base64encode(std::string text, std::size_t size);
std::string base64decode(const std::string& text, std::size_t size);
}  // namespace utility
}  // namespace crow
using crow::operator""_method;
