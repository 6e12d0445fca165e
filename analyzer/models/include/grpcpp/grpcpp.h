// Stand-in: gRPC.
#pragma once
#include <chrono>
#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace grpc {
class string_ref {
 public:
  string_ref();
  string_ref(const char* text);
  string_ref(const std::string& text);
  const char* data() const;
  const char* begin() const;
  const char* end() const;
  std::size_t size() const;
  std::size_t length() const;
  bool empty() const;
  bool starts_with(string_ref other) const;
  string_ref substr(std::size_t at, std::size_t count = -1) const;
};
bool operator==(string_ref a, string_ref b);
bool operator<(string_ref a, string_ref b);
enum StatusCode { OK, CANCELLED, UNKNOWN, INVALID_ARGUMENT, DEADLINE_EXCEEDED, NOT_FOUND, ALREADY_EXISTS, PERMISSION_DENIED,
                  RESOURCE_EXHAUSTED, FAILED_PRECONDITION, ABORTED, OUT_OF_RANGE, UNIMPLEMENTED, INTERNAL, UNAVAILABLE, DATA_LOSS,
                  UNAUTHENTICATED = 16 };
class Status {
 public:
  Status();
  Status(StatusCode code, const std::string& message);
  Status(StatusCode code, const std::string& message, const std::string& details);
  static const Status& OK;
  static const Status& CANCELLED;
  bool ok() const;
  StatusCode error_code() const;
  std::string error_message() const;
  std::string error_details() const;
};
class AuthContext;
class ServerContextBase {
 public:
  virtual ~ServerContextBase();
  const std::multimap<string_ref, string_ref>& client_metadata() const;
  std::string peer() const;
  bool IsCancelled() const;
  std::chrono::system_clock::time_point deadline() const;
  void AddInitialMetadata(const std::string& key, const std::string& value);
  void AddTrailingMetadata(const std::string& key, const std::string& value);
  void TryCancel() const;
  std::shared_ptr<const AuthContext> auth_context() const;
};
class ServerContext : public ServerContextBase {};
class CallbackServerContext : public ServerContextBase {};
class ClientContext {
 public:
  void AddMetadata(const std::string& key, const std::string& value);
  template <typename T> void set_deadline(const T& deadline) {}
};
class ServerCredentials {};
class ChannelCredentials {};
std::shared_ptr<ServerCredentials> InsecureServerCredentials();
std::shared_ptr<ChannelCredentials> InsecureChannelCredentials();
class Channel {};
std::shared_ptr<Channel> CreateChannel(const std::string& target, const std::shared_ptr<ChannelCredentials>& credentials);
class Service { public: virtual ~Service(); };
class Server {
 public:
  void Wait();
  void Shutdown();
  template <typename T> void Shutdown(const T& deadline) {}
};
class CompletionQueue {
 public:
  bool Next(void** tag, bool* ok);
  void Shutdown();
};
class ServerCompletionQueue : public CompletionQueue {};
class ServerBuilder {
 public:
  ServerBuilder& AddListeningPort(const std::string& address, std::shared_ptr<ServerCredentials> credentials, int* port = nullptr);
  ServerBuilder& RegisterService(Service* service);
  ServerBuilder& SetMaxReceiveMessageSize(int bytes);
  std::unique_ptr<ServerCompletionQueue> AddCompletionQueue(bool polling = true);
  std::unique_ptr<Server> BuildAndStart();
};
class ServerUnaryReactor {
 public:
  void Finish(Status status);
};
template <typename T> class ServerWriter { public: bool Write(const T& message); };
template <typename T> class ServerReader { public: bool Read(T* message); };
template <typename W, typename R> class ServerReaderWriter { public: bool Write(const W& message); bool Read(R* message); };
template <typename T> class ServerAsyncResponseWriter {
 public:
  explicit ServerAsyncResponseWriter(ServerContext* context);
  void Finish(const T& message, const Status& status, void* tag);
};
void EnableDefaultHealthCheckService(bool on);
namespace reflection { void InitProtoReflectionServerBuilderPlugin(); }
}  // namespace grpc
