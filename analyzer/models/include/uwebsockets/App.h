// Stand-in: uWebSockets.
#ifndef UWS_APP_H
#define UWS_APP_H
#include <functional>
#include <string>
#include <string_view>

namespace uWS {
struct HttpRequest {
  std::string_view getUrl();
  std::string_view getMethod();
  std::string_view getHeader(std::string_view name);
  std::string_view getQuery();
  std::string_view getQuery(std::string_view key);
  std::string_view getParameter(unsigned short index);
};
template <bool kSsl>
struct HttpResponse {
  HttpResponse* writeStatus(std::string_view status);
  HttpResponse* writeHeader(std::string_view name, std::string_view value);
  void end(std::string_view body = {});
  HttpResponse* onAborted(std::function<void()> handler);
};
template <bool kSsl>
struct TemplatedApp {
  using Handler = std::function<void(HttpResponse<kSsl>*, HttpRequest*)>;
  TemplatedApp& get(std::string pattern, Handler handler);
  TemplatedApp& post(std::string pattern, Handler handler);
  TemplatedApp& listen(int port, std::function<void(void*)> handler);
  TemplatedApp& run();
};
using App = TemplatedApp<false>;
using SSLApp = TemplatedApp<true>;
}  // namespace uWS
#endif
