/* Stand-in: CivetWeb. */
#ifndef CIVETWEB_HEADER_INCLUDED
#define CIVETWEB_HEADER_INCLUDED
#include <stddef.h>
#ifdef __cplusplus
extern "C" {
#endif
struct mg_context;
struct mg_connection;
struct mg_request_info {
  const char *request_method, *request_uri, *local_uri, *http_version, *query_string, *remote_user;
  long long content_length;
};
typedef int (*mg_request_handler)(struct mg_connection* connection, void* data);
struct mg_context* mg_start(const void* callbacks, void* data, const char** options);
void mg_stop(struct mg_context* context);
void mg_set_request_handler(struct mg_context* context, const char* uri, mg_request_handler handler, void* data);
const struct mg_request_info* mg_get_request_info(const struct mg_connection* connection);
const char* mg_get_header(const struct mg_connection* connection, const char* name);
int mg_get_var(const char* data, size_t length, const char* name, char* to, size_t size);
int mg_get_cookie(const char* cookie, const char* name, char* to, size_t size);
int mg_read(struct mg_connection* connection, void* to, size_t length);
int mg_printf(struct mg_connection* connection, const char* format, ...);
#ifdef __cplusplus
}
#endif
#endif
