// Stand-in: CivetWeb's classes.
#ifndef CIVETSERVER_HEADER_INCLUDED
#define CIVETSERVER_HEADER_INCLUDED
#include <string>
#include <vector>

#include "civetweb.h"

class CivetServer;
class CivetHandler {
 public:
  virtual ~CivetHandler() = default;
  virtual bool handleGet(CivetServer* server, struct mg_connection* connection);
  virtual bool handlePost(CivetServer* server, struct mg_connection* connection);
};
class CivetServer {
 public:
  explicit CivetServer(std::vector<std::string> options);
  void addHandler(const std::string& uri, CivetHandler* handler);
  static bool getParam(struct mg_connection* connection, const char* name, std::string& to, size_t occurrence = 0);
  static std::string getPostData(struct mg_connection* connection);
};
#endif
