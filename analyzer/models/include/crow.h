// Stand-in: Crow.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace crow {
enum class HTTPMethod { Delete, Get, Head, Post, Put, Options, Patch };
enum status { OK = 200, CREATED = 201, BAD_REQUEST = 400, UNAUTHORIZED = 401, FORBIDDEN = 403, NOT_FOUND = 404, INTERNAL_SERVER_ERROR = 500 };
class query_string { public: char* get(const std::string&) const; std::vector<char*> get_list(const std::string&) const; std::vector<std::string> keys() const; };
struct request { HTTPMethod method; std::string raw_url, url, body, remote_ip_address; query_string url_params; const std::string& get_header_value(const std::string&) const; query_string get_body_params() const; };
namespace json {
struct rvalue { std::string s() const; long long i() const; double d() const; bool b() const; bool has(const char*) const; rvalue operator[](const char*) const; rvalue operator[](const std::string&) const; rvalue operator[](size_t) const; explicit operator bool() const; size_t size() const; const rvalue* begin() const; const rvalue* end() const; operator std::string() const; };
struct wvalue { wvalue(); wvalue(const rvalue&); template <typename T> wvalue(const T&); template <typename T> wvalue& operator=(const T&); wvalue& operator[](const std::string&); wvalue& operator[](const char*); wvalue& operator[](unsigned); std::string dump() const; };
rvalue load(const std::string&); rvalue load(const char*, size_t);
}
struct response { int code = 200; std::string body; response(); explicit response(int); response(const std::string&); response(int, const std::string&); response(const json::wvalue&); response(int, const json::wvalue&); void end(); void end(const std::string&); void write(const std::string&); void set_header(std::string, std::string); void add_header(std::string, std::string); };
struct rule { template <typename F> void operator()(F&&); template <typename... M> rule& methods(M...); rule& name(const std::string&); };
template <typename... M> class App { public: rule& route_dynamic(const std::string&); App& port(unsigned short); App& multithreaded(); App& concurrency(unsigned); App& bindaddr(const std::string&); void run(); void stop(); template <typename T> T& get_middleware(); rule& catchall_route(); };
using SimpleApp = App<>;
template <typename... M> using Crow = App<M...>;
HTTPMethod operator""_method(const char*, size_t);
}  // namespace crow
using crow::operator""_method;
#define CROW_ROUTE(app, url) app.route_dynamic(url)
#define CROW_BP_ROUTE(blueprint, url) blueprint.route_dynamic(url)
#define CROW_LOG_ERROR std::cerr
#define CROW_LOG_INFO std::cerr
#define CROW_LOG_WARNING std::cerr
