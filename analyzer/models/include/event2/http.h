/* Stand-in: libevent, HTTP. */
#ifndef EVENT2_HTTP_H_INCLUDED_
#define EVENT2_HTTP_H_INCLUDED_
#include <event2/keyvalq_struct.h>
#include <stddef.h>
#ifdef __cplusplus
extern "C" {
#endif
struct event_base;
struct evbuffer;
struct evhttp;
struct evhttp_request;
struct evhttp_uri;
struct evhttp* evhttp_new(struct event_base* base);
void evhttp_set_gencb(struct evhttp* server, void (*callback)(struct evhttp_request*, void*), void* data);
int evhttp_set_cb(struct evhttp* server, const char* path, void (*callback)(struct evhttp_request*, void*), void* data);
const char* evhttp_request_get_uri(const struct evhttp_request* request);
const struct evhttp_uri* evhttp_request_get_evhttp_uri(const struct evhttp_request* request);
struct evkeyvalq* evhttp_request_get_input_headers(struct evhttp_request* request);
struct evbuffer* evhttp_request_get_input_buffer(struct evhttp_request* request);
int evhttp_parse_query_str(const char* query, struct evkeyvalq* to);
const char* evhttp_find_header(const struct evkeyvalq* headers, const char* key);
const char* evhttp_uri_get_query(const struct evhttp_uri* uri);
const char* evhttp_uri_get_path(const struct evhttp_uri* uri);
char* evhttp_decode_uri(const char* uri);
char* evhttp_uridecode(const char* uri, int plus, size_t* size);
void evhttp_send_reply(struct evhttp_request* request, int code, const char* reason, struct evbuffer* body);
#ifdef __cplusplus
}
#endif
#endif
