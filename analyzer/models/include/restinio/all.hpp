// Stand-in: RESTinio.
#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace restinio {
using string_view_t = std::string_view;
template <typename T> using optional_t = std::optional<T>;
enum class http_field { content_type, server, date, location, authorization, cookie, access_control_allow_origin, user_agent, host };
struct http_method_id_t {};
inline http_method_id_t http_method_get() { return {}; }
inline http_method_id_t http_method_post() { return {}; }
inline http_method_id_t http_method_put() { return {}; }
inline http_method_id_t http_method_delete() { return {}; }
struct http_status_line_t { explicit http_status_line_t(uint16_t code = 200, std::string reason = ""); };
inline http_status_line_t status_ok() { return http_status_line_t(200); }
inline http_status_line_t status_created() { return http_status_line_t(201); }
inline http_status_line_t status_no_content() { return http_status_line_t(204); }
inline http_status_line_t status_bad_request() { return http_status_line_t(400); }
inline http_status_line_t status_unauthorized() { return http_status_line_t(401); }
inline http_status_line_t status_forbidden() { return http_status_line_t(403); }
inline http_status_line_t status_not_found() { return http_status_line_t(404); }
inline http_status_line_t status_internal_server_error() { return http_status_line_t(500); }
enum class request_handling_status_t { accepted, rejected, not_handled };
inline request_handling_status_t request_accepted() { return request_handling_status_t::accepted; }
inline request_handling_status_t request_rejected() { return request_handling_status_t::rejected; }

class http_request_header_t {
 public:
  http_method_id_t method() const noexcept;
  const std::string& request_target() const noexcept;
  string_view_t path() const noexcept;
  string_view_t query() const noexcept;
  string_view_t fragment() const noexcept;
  const std::string& get_field(http_field name) const;
  const std::string& get_field(string_view_t name) const;
  std::string get_field_or(http_field name, std::string otherwise) const;
  bool has_field(http_field name) const noexcept;
  std::optional<string_view_t> opt_value_of(http_field name) const;
};
struct restinio_controlled_output_t {};
template <typename Output = restinio_controlled_output_t>
class response_builder_t {
 public:
  template <typename... A> response_builder_t& append_header(A&&... values) { return *this; }
  response_builder_t& append_header_date_field();
  template <typename T> response_builder_t& set_body(T&& body) { return *this; }
  template <typename T> response_builder_t& append_body(T&& body) { return *this; }
  response_builder_t& connection_close();
  request_handling_status_t done();
};
template <typename Extra>
class generic_request_t {
 public:
  const http_request_header_t& header() const noexcept;
  const std::string& body() const noexcept;
  std::string remote_endpoint() const;
  uint64_t connection_id() const;
  template <typename Output = restinio_controlled_output_t>
  response_builder_t<Output> create_response(http_status_line_t status = status_ok()) { return {}; }
};
struct no_extra_data_t {};
using request_t = generic_request_t<no_extra_data_t>;
using request_handle_t = std::shared_ptr<request_t>;

class query_string_params_t {
 public:
  string_view_t operator[](string_view_t name) const;
  bool has(string_view_t name) const;
  std::optional<string_view_t> get_param(string_view_t name) const;
  std::size_t size() const;
  template <typename F> void for_each_param(F&& call) const {}
};
query_string_params_t parse_query(string_view_t text);
template <typename T> T cast_to(string_view_t text);
template <typename T> T get(const query_string_params_t& params, string_view_t name);
namespace router {
class route_params_t {
 public:
  string_view_t operator[](string_view_t name) const;
  string_view_t operator[](std::size_t at) const;
  bool has(string_view_t name) const;
  std::size_t named_parameters_size() const;
};
template <typename Engine = int>
class express_router_t {
 public:
  using handler_t = std::function<request_handling_status_t(request_handle_t, route_params_t)>;
  void http_get(string_view_t path, handler_t handler);
  void http_post(string_view_t path, handler_t handler);
  void http_put(string_view_t path, handler_t handler);
  void http_delete(string_view_t path, handler_t handler);
  void http_patch(string_view_t path, handler_t handler) {}
  void non_matched_request_handler(std::function<request_handling_status_t(request_handle_t)> handler);
};
}  // namespace router
struct default_traits_t {};
struct default_single_thread_traits_t {};
struct settings_stand_in {
  settings_stand_in& port(uint16_t port);
  settings_stand_in& address(const std::string& address);
  template <typename H> settings_stand_in& request_handler(H&& handler) { return *this; }
  template <typename T> settings_stand_in& read_next_http_message_timelimit(T time) { return *this; }
  template <typename T> settings_stand_in& handle_request_timeout(T time) { return *this; }
};
template <typename Traits = default_traits_t> settings_stand_in on_this_thread() { return {}; }
template <typename Traits = default_traits_t> settings_stand_in on_thread_pool(std::size_t threads) { return {}; }
template <typename... A> void run(A&&... settings) {}
}  // namespace restinio
