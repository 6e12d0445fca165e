// Stand-in: spdlog.
#pragma once
#include <chrono>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#define SPDLOG_TRACE(...) spdlog::trace(__VA_ARGS__)
#define SPDLOG_DEBUG(...) spdlog::debug(__VA_ARGS__)
#define SPDLOG_INFO(...) spdlog::info(__VA_ARGS__)
#define SPDLOG_WARN(...) spdlog::warn(__VA_ARGS__)
#define SPDLOG_ERROR(...) spdlog::error(__VA_ARGS__)
#define SPDLOG_CRITICAL(...) spdlog::critical(__VA_ARGS__)
#define SPDLOG_LOGGER_DEBUG(logger, ...) (logger)->debug(__VA_ARGS__)
#define SPDLOG_LOGGER_INFO(logger, ...) (logger)->info(__VA_ARGS__)
#define SPDLOG_LOGGER_WARN(logger, ...) (logger)->warn(__VA_ARGS__)
#define SPDLOG_LOGGER_ERROR(logger, ...) (logger)->error(__VA_ARGS__)

namespace spdlog {
namespace level {
enum level_enum : int { trace, debug, info, warn, err, critical, off, n_levels };
level_enum from_str(const std::string& name);
}  // namespace level
namespace sinks {
class sink {
 public:
  virtual ~sink() = default;
  void set_level(level::level_enum level);
  void set_pattern(const std::string& pattern);
};
struct stdout_color_sink_mt : sink {};
struct stderr_color_sink_mt : sink {};
struct stdout_sink_mt : sink {};
struct basic_file_sink_mt : sink { explicit basic_file_sink_mt(const std::string& file, bool truncate = false); };
struct rotating_file_sink_mt : sink { rotating_file_sink_mt(const std::string& file, std::size_t size, std::size_t count); };
struct daily_file_sink_mt : sink { daily_file_sink_mt(const std::string& file, int hour, int minute); };
}  // namespace sinks
using sink_ptr = std::shared_ptr<sinks::sink>;
class spdlog_ex : public std::exception {};
class logger {
 public:
  template <typename... A> explicit logger(A&&... values) {}
  template <typename... A> void log(level::level_enum level, const A&... values) {}
  template <typename... A> void trace(const A&... values) {}
  template <typename... A> void debug(const A&... values) {}
  template <typename... A> void info(const A&... values) {}
  template <typename... A> void warn(const A&... values) {}
  template <typename... A> void error(const A&... values) {}
  template <typename... A> void critical(const A&... values) {}
  const std::string& name() const;
  void set_level(level::level_enum level);
  level::level_enum level() const;
  bool should_log(level::level_enum level) const;
  void set_pattern(std::string pattern);
  void flush();
  void flush_on(level::level_enum level);
};
template <typename... A> void log(level::level_enum level, const A&... values) {}
template <typename... A> void trace(const A&... values) {}
template <typename... A> void debug(const A&... values) {}
template <typename... A> void info(const A&... values) {}
template <typename... A> void warn(const A&... values) {}
template <typename... A> void error(const A&... values) {}
template <typename... A> void critical(const A&... values) {}
std::shared_ptr<logger> get(const std::string& name);
std::shared_ptr<logger> default_logger();
logger* default_logger_raw();
void set_default_logger(std::shared_ptr<logger> logger);
void register_logger(std::shared_ptr<logger> logger);
void set_level(level::level_enum level);
void set_pattern(std::string pattern);
void flush_on(level::level_enum level);
template <typename T> void flush_every(T interval) {}
void drop(const std::string& name);
void drop_all();
void shutdown();
template <typename... A> std::shared_ptr<logger> stdout_color_mt(const std::string& name, A&&... values) { return nullptr; }
template <typename... A> std::shared_ptr<logger> stderr_color_mt(const std::string& name, A&&... values) { return nullptr; }
template <typename... A> std::shared_ptr<logger> basic_logger_mt(const std::string& name, A&&... values) { return nullptr; }
template <typename... A> std::shared_ptr<logger> rotating_logger_mt(const std::string& name, A&&... values) { return nullptr; }
template <typename... A> std::shared_ptr<logger> daily_logger_mt(const std::string& name, A&&... values) { return nullptr; }
void init_thread_pool(std::size_t size, std::size_t threads);
}  // namespace spdlog
