/* Stand-in: Mongoose. */
#ifndef MONGOOSE_H
#define MONGOOSE_H
#include <stdbool.h>
#include <stddef.h>
#ifdef __cplusplus
extern "C" {
#endif
struct mg_str {
  char* buf;
  const char* ptr;
  size_t len;
};
struct mg_mgr {
  void* userdata;
};
struct mg_connection {
  struct mg_mgr* mgr;
  void* fn_data;
};
struct mg_http_message {
  struct mg_str method, uri, query, proto, body, head, message;
};
typedef void (*mg_event_handler_t)(struct mg_connection* connection, int event, void* data);
enum { MG_EV_ERROR, MG_EV_OPEN, MG_EV_HTTP_MSG = 11, MG_EV_WS_MSG = 13 };
void mg_mgr_init(struct mg_mgr* manager);
void mg_mgr_poll(struct mg_mgr* manager, int milliseconds);
void mg_mgr_free(struct mg_mgr* manager);
struct mg_connection* mg_http_listen(struct mg_mgr* manager, const char* url, mg_event_handler_t handler, void* data);
int mg_http_get_var(const struct mg_str* from, const char* name, char* to, size_t size);
struct mg_str* mg_http_get_header(struct mg_http_message* message, const char* name);
void mg_http_reply(struct mg_connection* connection, int status, const char* headers, const char* body, ...);
int mg_url_decode(const char* from, size_t length, char* to, size_t size, int form);
#ifdef __cplusplus
}
#endif
#endif
