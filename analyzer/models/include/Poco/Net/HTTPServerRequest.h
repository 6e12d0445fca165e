// Stand-in: Poco's Net, the HTTP server and client.
#pragma once
#include "../Poco.h"

namespace Poco {
namespace Net {

class NetException : public IOException { using IOException::IOException; };

class NameValueCollection {
 public:
  using ConstIterator = std::multimap<std::string, std::string>::const_iterator;
  virtual ~NameValueCollection();
  const std::string& operator[](const std::string& name) const;
  void set(const std::string& name, const std::string& value);
  void add(const std::string& name, const std::string& value);
  const std::string& get(const std::string& name) const;
  const std::string& get(const std::string& name, const std::string& otherwise) const;
  bool has(const std::string& name) const;
  ConstIterator find(const std::string& name) const;
  ConstIterator begin() const;
  ConstIterator end() const;
  bool empty() const;
  std::size_t size() const;
  void erase(const std::string& name);
};
class SocketAddress {
 public:
  SocketAddress();
  SocketAddress(const std::string& host, UInt16 port);
  std::string toString() const;
  UInt16 port() const;
};
class HTTPMessage : public NameValueCollection {
 public:
  void setVersion(const std::string& version);
  const std::string& getVersion() const;
  void setContentLength(std::streamsize length);
  std::streamsize getContentLength() const;
  void setContentType(const std::string& type);
  const std::string& getContentType() const;
  void setChunkedTransferEncoding(bool on);
  void setKeepAlive(bool on);
  static const std::string HTTP_1_1;
};
class HTTPRequest : public HTTPMessage {
 public:
  HTTPRequest();
  HTTPRequest(const std::string& method, const std::string& uri, const std::string& version = "");
  void setMethod(const std::string& method);
  const std::string& getMethod() const;
  void setURI(const std::string& uri);
  const std::string& getURI() const;
  const std::string& getHost() const;
  void getCookies(NameValueCollection& cookies) const;
  void getCredentials(std::string& scheme, std::string& information) const;
  bool hasCredentials() const;
  static const std::string HTTP_GET, HTTP_POST, HTTP_PUT, HTTP_DELETE, HTTP_PATCH, HTTP_OPTIONS, HTTP_HEAD;
};
class HTTPServerResponse;
class HTTPServerRequest : public HTTPRequest {
 public:
  virtual std::istream& stream() = 0;
  virtual const SocketAddress& clientAddress() const = 0;
  virtual const SocketAddress& serverAddress() const = 0;
  virtual HTTPServerResponse& response() const = 0;
  virtual bool secure() const = 0;
};
class HTTPCookie {
 public:
  explicit HTTPCookie(const std::string& name = "", const std::string& value = "");
  void setPath(const std::string& path);
  void setHttpOnly(bool on = true);
  void setSecure(bool on);
};
class HTTPResponse : public HTTPMessage {
 public:
  enum HTTPStatus { HTTP_OK = 200, HTTP_CREATED = 201, HTTP_ACCEPTED = 202, HTTP_NO_CONTENT = 204, HTTP_MOVED_PERMANENTLY = 301,
                    HTTP_FOUND = 302, HTTP_NOT_MODIFIED = 304, HTTP_BAD_REQUEST = 400, HTTP_UNAUTHORIZED = 401, HTTP_FORBIDDEN = 403,
                    HTTP_NOT_FOUND = 404, HTTP_METHOD_NOT_ALLOWED = 405, HTTP_CONFLICT = 409, HTTP_INTERNAL_SERVER_ERROR = 500,
                    HTTP_NOT_IMPLEMENTED = 501, HTTP_SERVICE_UNAVAILABLE = 503 };
  void setStatus(HTTPStatus status);
  void setReason(const std::string& reason);
  void setStatusAndReason(HTTPStatus status);
  void setStatusAndReason(HTTPStatus status, const std::string& reason);
  HTTPStatus getStatus() const;
  const std::string& getReason() const;
  void addCookie(const HTTPCookie& cookie);
};
class HTTPServerResponse : public HTTPResponse {
 public:
  virtual std::ostream& send() = 0;
  virtual void sendBuffer(const void* data, std::size_t size) = 0;
  virtual void sendFile(const std::string& path, const std::string& type) = 0;
  virtual void redirect(const std::string& uri, HTTPStatus status = HTTP_FOUND) = 0;
  virtual bool sent() const = 0;
};
class PartHandler;
class HTMLForm : public NameValueCollection {
 public:
  HTMLForm();
  explicit HTMLForm(const HTTPRequest& request);
  HTMLForm(const HTTPRequest& request, std::istream& body);
  HTMLForm(const HTTPRequest& request, std::istream& body, PartHandler& handler);
  void load(const HTTPRequest& request, std::istream& body);
};
class HTTPRequestHandler {
 public:
  virtual ~HTTPRequestHandler();
  virtual void handleRequest(HTTPServerRequest& request, HTTPServerResponse& response) = 0;
};
class HTTPRequestHandlerFactory {
 public:
  using Ptr = SharedPtr<HTTPRequestHandlerFactory>;
  virtual ~HTTPRequestHandlerFactory();
  virtual HTTPRequestHandler* createRequestHandler(const HTTPServerRequest& request) = 0;
};
class HTTPServerParams {
 public:
  using Ptr = AutoPtr<HTTPServerParams>;
  void setMaxThreads(int count);
  void setMaxQueued(int count);
  void setKeepAlive(bool on);
};
class ServerSocket {
 public:
  explicit ServerSocket(UInt16 port, int backlog = 64);
};
class StreamSocket {
 public:
  StreamSocket();
  explicit StreamSocket(const SocketAddress& address);
  int sendBytes(const void* data, int size, int flags = 0);
  int receiveBytes(void* to, int size, int flags = 0);
  void close();
};
class HTTPServer {
 public:
  HTTPServer(HTTPRequestHandlerFactory::Ptr factory, UInt16 port = 80, HTTPServerParams::Ptr params = {});
  HTTPServer(HTTPRequestHandlerFactory::Ptr factory, const ServerSocket& socket, HTTPServerParams::Ptr params);
  void start();
  void stop();
  void stopAll(bool abort = false);
};
class HTTPClientSession {
 public:
  HTTPClientSession(const std::string& host, UInt16 port = 80);
  virtual ~HTTPClientSession();
  virtual std::ostream& sendRequest(HTTPRequest& request);
  virtual std::istream& receiveResponse(HTTPResponse& response);
  void setTimeout(const Timespan& timeout);
};

}  // namespace Net
}  // namespace Poco
