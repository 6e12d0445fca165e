// Stand-in: Boost.Asio.
#pragma once
#include <chrono>
#include <cstddef>
#include <functional>
#include <stdexcept>
#include <streambuf>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>
#if __cplusplus >= 202002L
#include <coroutine>
#endif

namespace boost {
namespace system {
class error_code {
 public:
  error_code();
  int value() const;
  std::string message() const;
  explicit operator bool() const;
  void clear();
};
template <typename T> bool operator==(const error_code& a, const T& b) { return false; }
template <typename T> bool operator!=(const error_code& a, const T& b) { return false; }
class system_error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
  error_code code() const;
};
}  // namespace system
namespace asio {
namespace error {
enum basic_errors { operation_aborted, connection_reset, eof, not_found, timed_out, connection_refused };
}  // namespace error
class execution_context { public: virtual ~execution_context(); };
class any_io_executor {};
class io_context : public execution_context {
 public:
  using executor_type = any_io_executor;
  explicit io_context(int concurrency = 1);
  std::size_t run();
  template <typename T> std::size_t run_for(const T& duration) { return 0; }
  std::size_t run_one();
  std::size_t poll();
  void stop();
  bool stopped() const;
  void restart();
  executor_type get_executor();
  template <typename F> void post(F&& call) {}
  template <typename F> void dispatch(F&& call) {}
};
using io_service = io_context;
class thread_pool : public execution_context {
 public:
  explicit thread_pool(std::size_t count = 1);
  void join();
  void stop();
  any_io_executor get_executor();
};
template <typename T> class executor_work_guard { public: void reset(); };
template <typename T> executor_work_guard<T> make_work_guard(T& context) { return {}; }
template <typename T> class strand { public: template <typename... A> explicit strand(A&&... values) {} };
template <typename T> strand<T> make_strand(T& context) { return strand<T>(context); }
struct detached_t {};
constexpr detached_t detached{};
struct use_awaitable_t {};
constexpr use_awaitable_t use_awaitable{};
struct use_future_t {};
constexpr use_future_t use_future{};
struct deferred_t {};
constexpr deferred_t deferred{};
#if __cplusplus >= 202002L
template <typename T = void>
class awaitable {
 public:
  struct promise_type {
    awaitable get_return_object();
    std::suspend_always initial_suspend() noexcept;
    std::suspend_always final_suspend() noexcept;
    void unhandled_exception();
    template <typename U> void return_value(U&& value) {}
    template <typename U> U&& await_transform(U&& value) { return static_cast<U&&>(value); }
  };
  bool await_ready() const;
  template <typename H> void await_suspend(H handle) {}
  T await_resume();
};
template <>
class awaitable<void> {
 public:
  struct promise_type {
    awaitable get_return_object();
    std::suspend_always initial_suspend() noexcept;
    std::suspend_always final_suspend() noexcept;
    void unhandled_exception();
    void return_void();
    template <typename U> U&& await_transform(U&& value) { return static_cast<U&&>(value); }
  };
  bool await_ready() const;
  template <typename H> void await_suspend(H handle) {}
  void await_resume();
};
#endif
template <typename... A> void post(A&&... values) {}
template <typename... A> void dispatch(A&&... values) {}
template <typename... A> void defer(A&&... values) {}
template <typename E, typename F> F bind_executor(E&& executor, F&& call) { return static_cast<F&&>(call); }
template <typename... A> void co_spawn(A&&... values) {}
template <typename... A> void spawn(A&&... values) {}

class mutable_buffer {
 public:
  mutable_buffer();
  mutable_buffer(void* data, std::size_t size);
  void* data() const;
  std::size_t size() const;
};
class const_buffer {
 public:
  const_buffer();
  const_buffer(const void* data, std::size_t size);
  const_buffer(const mutable_buffer& buffer);
  const void* data() const;
  std::size_t size() const;
};
template <typename T> mutable_buffer buffer(T&& data) { return {}; }
template <typename T> mutable_buffer buffer(T&& data, std::size_t size) { return {}; }
template <typename T> mutable_buffer dynamic_buffer(T& data, std::size_t most = 0) { return {}; }
class streambuf : public std::basic_streambuf<char> {
 public:
  const_buffer data() const;
  std::size_t size() const;
  void consume(std::size_t size);
  void commit(std::size_t size);
};
template <typename S, typename B, typename... A> std::size_t read(S& stream, B&& buffer, A&&... more) { return 0; }
template <typename S, typename B, typename... A> std::size_t read_until(S& stream, B&& buffer, A&&... more) { return 0; }
template <typename S, typename B, typename... A> std::size_t write(S& stream, const B& buffer, A&&... more) { return 0; }
template <typename S, typename B, typename... A> void async_read(S& stream, B&& buffer, A&&... more) {}
template <typename S, typename B, typename... A> void async_read_until(S& stream, B&& buffer, A&&... more) {}
template <typename S, typename B, typename... A> void async_write(S& stream, const B& buffer, A&&... more) {}
template <typename... A> void async_connect(A&&... values) {}
template <typename S, typename... A> void connect(S& socket, A&&... values) {}

namespace ip {
class address {
 public:
  std::string to_string() const;
  bool is_v4() const;
  bool is_v6() const;
  static address from_string(const std::string& text);
};
address make_address(std::string_view text);
struct address_v4 { static address any(); static address loopback(); };
struct tcp;
template <typename Protocol>
class basic_endpoint {
 public:
  basic_endpoint();
  template <typename T> basic_endpoint(const T& protocol, unsigned short port) {}
  ip::address address() const;
  unsigned short port() const;
};
}  // namespace ip
template <typename Protocol, typename Executor = any_io_executor>
class basic_stream_socket {
 public:
  using lowest_layer_type = basic_stream_socket;
  template <typename... A> explicit basic_stream_socket(A&&... values) {}
  template <typename B> std::size_t read_some(const B& buffer) { return 0; }
  template <typename B> std::size_t read_some(const B& buffer, system::error_code& error) { return 0; }
  template <typename B> std::size_t write_some(const B& buffer) { return 0; }
  template <typename B> std::size_t receive(const B& buffer) { return 0; }
  template <typename B> std::size_t send(const B& buffer) { return 0; }
  template <typename... A> void async_read_some(A&&... values) {}
  template <typename... A> void async_write_some(A&&... values) {}
  template <typename... A> void async_receive(A&&... values) {}
  template <typename... A> void connect(A&&... values) {}
  template <typename... A> void async_connect(A&&... values) {}
  template <typename... A> void shutdown(A&&... values) {}
  template <typename... A> void close(A&&... values) {}
  template <typename... A> void set_option(A&&... values) {}
  bool is_open() const;
  ip::basic_endpoint<Protocol> remote_endpoint() const;
  ip::basic_endpoint<Protocol> local_endpoint() const;
  any_io_executor get_executor();
  enum shutdown_type { shutdown_receive, shutdown_send, shutdown_both };
};
template <typename Protocol>
class basic_socket_acceptor {
 public:
  template <typename... A> explicit basic_socket_acceptor(A&&... values) {}
  template <typename... A> void open(A&&... values) {}
  template <typename... A> void bind(A&&... values) {}
  template <typename... A> void listen(A&&... values) {}
  template <typename... A> void async_accept(A&&... values) {}
  template <typename... A> void set_option(A&&... values) {}
  template <typename... A> void close(A&&... values) {}
  basic_stream_socket<Protocol> accept();
  bool is_open() const;
};
namespace ip {
template <typename Protocol>
class basic_resolver {
 public:
  using results_type = std::vector<basic_endpoint<Protocol>>;
  template <typename... A> explicit basic_resolver(A&&... values) {}
  template <typename... A> results_type resolve(A&&... values) { return {}; }
  template <typename... A> void async_resolve(A&&... values) {}
};
struct tcp {
  using endpoint = basic_endpoint<tcp>;
  using socket = basic_stream_socket<tcp>;
  using acceptor = basic_socket_acceptor<tcp>;
  using resolver = basic_resolver<tcp>;
  static tcp v4();
  static tcp v6();
};
struct udp {
  using endpoint = basic_endpoint<udp>;
};
}  // namespace ip
template <typename Clock>
class basic_waitable_timer {
 public:
  template <typename... A> explicit basic_waitable_timer(A&&... values) {}
  template <typename T> std::size_t expires_after(const T& duration) { return 0; }
  template <typename T> std::size_t expires_at(const T& time) { return 0; }
  template <typename... A> void async_wait(A&&... values) {}
  std::size_t cancel();
  void wait();
};
using steady_timer = basic_waitable_timer<std::chrono::steady_clock>;
using system_timer = basic_waitable_timer<std::chrono::system_clock>;
template <typename Time>
class basic_deadline_timer {
 public:
  template <typename... A> explicit basic_deadline_timer(A&&... values) {}
  template <typename T> std::size_t expires_from_now(const T& duration) { return 0; }
  template <typename... A> void async_wait(A&&... values) {}
  std::size_t cancel();
  void wait();
};
using deadline_timer = basic_deadline_timer<int>;
class signal_set {
 public:
  template <typename... A> explicit signal_set(A&&... values) {}
  template <typename... A> void async_wait(A&&... values) {}
  void add(int signal);
};
struct socket_base {
  struct reuse_address { explicit reuse_address(bool on); };
  static const int max_listen_connections = 128;
};
namespace ssl {
class context {
 public:
  enum method { tlsv12, tlsv12_client, tlsv12_server, sslv23, tls, tls_server };
  explicit context(method method);
  void set_options(long options);
  void use_certificate_chain_file(const std::string& file);
  template <typename... A> void use_private_key_file(A&&... values) {}
};
template <typename Next>
class stream {
 public:
  template <typename... A> explicit stream(A&&... values) {}
  Next& next_layer();
  Next& lowest_layer();
  template <typename... A> void handshake(A&&... values) {}
  template <typename... A> void async_handshake(A&&... values) {}
  template <typename B> std::size_t read_some(const B& buffer) { return 0; }
};
}  // namespace ssl
}  // namespace asio
}  // namespace boost
