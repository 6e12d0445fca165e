// Stand-in: cpp-httplib.
#pragma once
#include <functional>
#include <map>
#include <memory>
#include <regex>
#include <string>
#include <unordered_map>
#include <vector>

namespace httplib {
using Headers = std::multimap<std::string, std::string>; using Params = std::multimap<std::string, std::string>; using Match = std::smatch;
struct MultipartFormData { std::string name, content, filename, content_type; };
struct Request {
  std::string method, path, body, remote_addr, version, target; Headers headers; Params params; Match matches; std::unordered_map<std::string, std::string> path_params; int remote_port = -1;
  bool has_header(const std::string&) const; std::string get_header_value(const std::string&, size_t = 0) const; bool has_param(const std::string&) const; std::string get_param_value(const std::string&, size_t = 0) const; bool has_file(const std::string&) const; MultipartFormData get_file_value(const std::string&) const; bool is_multipart_form_data() const;
};
struct Response { std::string version, body, reason; int status = -1; Headers headers; void set_header(const std::string&, const std::string&); void set_content(const std::string&, const std::string&); void set_content(const char*, size_t, const std::string&); void set_redirect(const std::string&, int = 302); };
class Server {
 public:
  using Handler = std::function<void(const Request&, Response&)>; using ExceptionHandler = std::function<void(const Request&, Response&, std::exception_ptr)>;
  Server& Get(const std::string&, Handler); Server& Post(const std::string&, Handler); Server& Put(const std::string&, Handler); Server& Patch(const std::string&, Handler); Server& Delete(const std::string&, Handler); Server& Options(const std::string&, Handler);
  Server& set_error_handler(Handler); Server& set_exception_handler(ExceptionHandler); Server& set_pre_routing_handler(std::function<int(const Request&, Response&)>); bool set_mount_point(const std::string&, const std::string&); void set_default_headers(Headers); bool listen(const std::string&, int, int = 0); bool bind_to_port(const std::string&, int); bool is_running() const; void stop();
};
class SSLServer : public Server { public: SSLServer(const char*, const char*); };
class Result { public: Response& operator*() const; Response* operator->() const; explicit operator bool() const; };
class Client { public: explicit Client(const std::string&); Client(const std::string&, int); Result Get(const std::string&); Result Post(const std::string&, const std::string&, const std::string&); void set_connection_timeout(int, int = 0); };
}  // namespace httplib
