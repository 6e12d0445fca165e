// Stand-in: Boost.Beast.
#pragma once
#include <boost/asio.hpp>
#include <boost/optional.hpp>
#include <boost/utility/string_view.hpp>
#include <cstdint>
#include <string>
#include <string_view>

namespace boost {
namespace beast {
using string_view = boost::string_view;
using error_code = boost::system::error_code;
using system_error = boost::system::system_error;
class flat_buffer {
 public:
  asio::const_buffer data() const;
  std::size_t size() const;
  void consume(std::size_t size);
  void clear();
};
class multi_buffer : public flat_buffer {};
template <typename B> std::string buffers_to_string(const B& buffers) { return ""; }
bool iequals(string_view a, string_view b);
class tcp_stream {
 public:
  template <typename... A> explicit tcp_stream(A&&... values) {}
  asio::ip::tcp::socket& socket();
  asio::ip::tcp::socket release_socket();
  template <typename T> void expires_after(const T& duration) {}
  void expires_never();
  template <typename... A> void connect(A&&... values) {}
  template <typename... A> void async_connect(A&&... values) {}
  asio::any_io_executor get_executor();
};
template <typename T> using ssl_stream = asio::ssl::stream<T>;
template <typename T> T& get_lowest_layer(T& stream) { return stream; }
template <typename F, typename... A> F bind_front_handler(F&& call, A&&... values) { return call; }
enum class file_mode { read, scan, write };

namespace http {
enum class verb { unknown, delete_, get, head, post, put, connect, options, trace, patch };
enum class field : unsigned short { unknown, accept, access_control_allow_origin, access_control_allow_methods, access_control_allow_headers,
                                    authorization, cache_control, content_length, content_type, cookie, host, location, origin, server,
                                    set_cookie, user_agent, www_authenticate };
enum class status : unsigned { unknown = 0, ok = 200, created = 201, accepted = 202, no_content = 204, moved_permanently = 301, found = 302,
                               bad_request = 400, unauthorized = 401, forbidden = 403, not_found = 404, method_not_allowed = 405,
                               conflict = 409, unprocessable_entity = 422, too_many_requests = 429, internal_server_error = 500,
                               service_unavailable = 503 };
string_view to_string(verb verb);
string_view to_string(field field);

template <typename Allocator>
class basic_fields {
 public:
  struct value_type {
    string_view name_string() const;
    string_view value() const;
  };
  using const_iterator = const value_type*;
  string_view operator[](field name) const;
  string_view operator[](string_view name) const;
  string_view at(string_view name) const;
  template <typename K, typename V> void set(const K& name, const V& value) {}
  template <typename K, typename V> void insert(const K& name, const V& value) {}
  template <typename K> std::size_t erase(const K& name) { return 0; }
  template <typename K> const_iterator find(const K& name) const { return nullptr; }
  template <typename K> std::size_t count(const K& name) const { return 0; }
  const_iterator begin() const;
  const_iterator end() const;
};
using fields = basic_fields<std::allocator<char>>;

template <bool Request, typename Fields = fields>
class header : public Fields {
 public:
  verb method() const;
  void method(verb verb);
  string_view method_string() const;
  string_view target() const;
  void target(string_view text);
  unsigned version() const;
  void version(unsigned version);
  status result() const;
  void result(status status);
  void result(unsigned status);
  unsigned result_int() const;
  string_view reason() const;
};
template <bool Request, typename Body, typename Fields = fields>
class message : public header<Request, Fields> {
 public:
  using body_type = Body;
  message();
  template <typename... A> explicit message(A&&... values) {}
  typename Body::value_type& body();
  const typename Body::value_type& body() const;
  header<Request, Fields>& base();
  bool keep_alive() const;
  void keep_alive(bool on);
  bool need_eof() const;
  void prepare_payload();
  void content_length(uint64_t length);
  void chunked(bool on);
};
template <typename Body, typename Fields = fields> using request = message<true, Body, Fields>;
template <typename Body, typename Fields = fields> using response = message<false, Body, Fields>;
template <typename Char = char>
struct basic_string_body { using value_type = std::basic_string<Char>; };
using string_body = basic_string_body<>;
struct empty_body { struct value_type {}; };
struct dynamic_body { using value_type = multi_buffer; };
struct file_body {
  struct value_type {
    void open(const char* path, file_mode mode, error_code& error);
    uint64_t size() const;
  };
};
template <typename Body>
class request_parser {
 public:
  request<Body>& get();
  request<Body> release();
  void body_limit(uint64_t most);
  void header_limit(uint32_t most);
};
template <typename S, typename B, typename M, typename... A> std::size_t read(S& stream, B& buffer, M& message, A&&... more) { return 0; }
template <typename S, typename M, typename... A> std::size_t write(S& stream, M&& message, A&&... more) { return 0; }
template <typename S, typename B, typename M, typename... A> void async_read(S& stream, B& buffer, M& message, A&&... more) {}
template <typename S, typename M, typename... A> void async_write(S& stream, M&& message, A&&... more) {}
enum class error { end_of_stream, body_limit, header_limit };
}  // namespace http

namespace websocket {
template <typename Next>
class stream {
 public:
  template <typename... A> explicit stream(A&&... values) {}
  template <typename... A> void accept(A&&... values) {}
  template <typename... A> void async_accept(A&&... values) {}
  template <typename B> std::size_t read(B& buffer) { return 0; }
  template <typename B> std::size_t write(const B& buffer) { return 0; }
  template <typename... A> void async_read(A&&... values) {}
  template <typename... A> void async_write(A&&... values) {}
  template <typename... A> void close(A&&... values) {}
  void text(bool on);
  bool got_text() const;
};
}  // namespace websocket
}  // namespace beast
}  // namespace boost
