// Stand-in: cpp-httplib.
#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <regex>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace httplib {
enum StatusCode { OK_200 = 200, Created_201 = 201, NoContent_204 = 204, Found_302 = 302, BadRequest_400 = 400, Unauthorized_401 = 401,
                  Forbidden_403 = 403, NotFound_404 = 404, Conflict_409 = 409, InternalServerError_500 = 500 };
enum class Error { Success, Unknown, Connection, BindIPAddress, Read, Write, ExceedRedirectCount, Canceled, SSLConnection };
std::string to_string(Error error);
using Headers = std::multimap<std::string, std::string>;
using Params = std::multimap<std::string, std::string>;
using Match = std::smatch;
using Range = std::pair<long, long>;
struct MultipartFormData {
  std::string name, content, filename, content_type;
};
using MultipartFormDataItems = std::vector<MultipartFormData>;
using MultipartFormDataMap = std::multimap<std::string, MultipartFormData>;
class DataSink {
 public:
  std::function<bool(const char* data, std::size_t size)> write;
  std::function<void()> done;
};
class ContentReader;
struct Request {
  std::string method, path, body, remote_addr, local_addr, version, target;
  Params params;
  Headers headers;
  MultipartFormDataMap files;
  Match matches;
  std::unordered_map<std::string, std::string> path_params;
  int remote_port = -1;
  bool has_header(const std::string& key) const;
  std::string get_header_value(const std::string& key, std::size_t id = 0) const;
  std::size_t get_header_value_count(const std::string& key) const;
  void set_header(const std::string& key, const std::string& value);
  bool has_param(const std::string& key) const;
  std::string get_param_value(const std::string& key, std::size_t id = 0) const;
  std::size_t get_param_value_count(const std::string& key) const;
  bool is_multipart_form_data() const;
  bool has_file(const std::string& key) const;
  MultipartFormData get_file_value(const std::string& key) const;
};
struct Response {
  std::string version, reason, body, location;
  int status = -1;
  Headers headers;
  bool has_header(const std::string& key) const;
  std::string get_header_value(const std::string& key, std::size_t id = 0) const;
  void set_header(const std::string& key, const std::string& value);
  void set_redirect(const std::string& url, int status = 302);
  void set_content(const char* data, std::size_t size, const std::string& type);
  void set_content(const std::string& text, const std::string& type);
  template <typename... A> void set_content_provider(A&&... values) {}
  template <typename... A> void set_chunked_content_provider(A&&... values) {}
  template <typename... A> void set_file_content(A&&... values) {}
};
class Server {
 public:
  using Handler = std::function<void(const Request&, Response&)>;
  using HandlerWithContentReader = std::function<void(const Request&, Response&, const ContentReader&)>;
  using ExceptionHandler = std::function<void(const Request&, Response&, std::exception_ptr)>;
  enum class HandlerResponse { Handled, Unhandled };
  using HandlerWithResponse = std::function<HandlerResponse(const Request&, Response&)>;
  Server();
  virtual ~Server();
  virtual bool is_valid() const;
  Server& Get(const std::string& pattern, Handler handler);
  Server& Post(const std::string& pattern, Handler handler);
  Server& Post(const std::string& pattern, HandlerWithContentReader handler);
  Server& Put(const std::string& pattern, Handler handler);
  Server& Patch(const std::string& pattern, Handler handler);
  Server& Delete(const std::string& pattern, Handler handler);
  Server& Options(const std::string& pattern, Handler handler);
  bool set_base_dir(const std::string& path, const std::string& mount = "");
  bool set_mount_point(const std::string& mount, const std::string& path, Headers headers = {});
  Server& set_default_headers(Headers headers);
  Server& set_error_handler(Handler handler);
  Server& set_exception_handler(ExceptionHandler handler);
  Server& set_pre_routing_handler(HandlerWithResponse handler);
  Server& set_post_routing_handler(Handler handler);
  Server& set_logger(std::function<void(const Request&, const Response&)> logger);
  Server& set_payload_max_length(std::size_t bytes);
  template <typename... A> Server& set_read_timeout(A... time) { return *this; }
  template <typename... A> Server& set_write_timeout(A... time) { return *this; }
  template <typename... A> Server& set_keep_alive_timeout(A... time) { return *this; }
  Server& set_keep_alive_max_count(std::size_t count);
  std::function<void*()> new_task_queue;
  bool bind_to_port(const std::string& host, int port, int flags = 0);
  int bind_to_any_port(const std::string& host, int flags = 0);
  bool listen_after_bind();
  bool listen(const std::string& host, int port, int flags = 0);
  bool is_running() const;
  void wait_until_ready() const;
  void stop();
};
class SSLServer : public Server {
 public:
  SSLServer(const char* certificate, const char* key, const char* ca = nullptr, const char* path = nullptr);
};
class Result {
 public:
  explicit operator bool() const;
  bool operator==(std::nullptr_t) const;
  bool operator!=(std::nullptr_t) const;
  const Response& value() const;
  Response& value();
  const Response& operator*() const;
  Response& operator*();
  const Response* operator->() const;
  Response* operator->();
  Error error() const;
};
class Client {
 public:
  explicit Client(const std::string& address);
  Client(const std::string& host, int port);
  ~Client();
  template <typename... A> Result Get(const std::string& path, A&&... values) { throw 0; }
  template <typename... A> Result Post(const std::string& path, A&&... values) { throw 0; }
  template <typename... A> Result Put(const std::string& path, A&&... values) { throw 0; }
  template <typename... A> Result Patch(const std::string& path, A&&... values) { throw 0; }
  template <typename... A> Result Delete(const std::string& path, A&&... values) { throw 0; }
  template <typename... A> void set_connection_timeout(A... time) {}
  template <typename... A> void set_read_timeout(A... time) {}
  void set_basic_auth(const std::string& user, const std::string& password);
  void set_bearer_token_auth(const std::string& token);
  void set_default_headers(Headers headers);
  void set_follow_location(bool on);
  void enable_server_certificate_verification(bool on);
};
class SSLClient : public Client { public: using Client::Client; };
namespace detail {
std::string encode_url(const std::string& text);
std::string decode_url(const std::string& text, bool plus);
}  // namespace detail
}  // namespace httplib
